//! What happens with community actions.

use crate::store::{ActionDepartmentRow, ActionRow, ActionStanding, AnswerRow, ArmRow};
use crate::town::{Town, unknown};
use formats::Key;
use insight::power::smallest_detectable;
use language::{ActionId, AnswerId, Arm, DepartmentId, Moment, Result, Verb, Visibility};
use practice::{Action, Answer, WINDOW};

/// An action with what was counted of it.
pub(crate) struct Running {
    pub id: ActionId,
    key: Key,
    owner: u32,
    opens: Moment,
    closes: Moment,
    closed: bool,
    shown: u64,
    held: u64,
    /// Who contributed in the window before it opened.
    before: u64,
    answers: u64,
}

impl Running {
    /// How it stands at the end, with what could be said beforehand: the smallest rise
    /// that would be found in four of five cases, as crate `actions` has it.
    pub(crate) fn standing(&self) -> ActionStanding {
        let all = self.shown + self.held;
        // Half a person is added, so that a base rate of nobody still leaves doubt.
        let base = (self.before as f64 + 0.5) / (all as f64 + 1.0);
        let detectable = smallest_detectable(self.shown, self.held, base)
            .and_then(|detectable| detectable.rise)
            .map(|points| points / 100.0);
        let whole = |count: u64| i32::try_from(count).unwrap_or(i32::MAX);
        ActionStanding {
            id: self.id,
            state: if self.closed { "closed" } else { "open" },
            shown: whole(self.shown),
            held: whole(self.held),
            answers: whole(self.answers),
            base_rate: (all > 0).then(|| self.before as f64 / all as f64),
            detectable,
        }
    }

    /// Whether people can still answer it.
    pub(crate) fn is_open(&self) -> bool {
        !self.closed
    }
}

/// The goal and the answer kind of the catalogue's actions that the simulator uses, as in
/// crate `actions`. The simulator's answers are texts also where the catalogue proposes
/// buttons.
pub(crate) fn form(catalogue: u8) -> (&'static str, &'static str) {
    match catalogue {
        1 => ("first_step", "picture"),
        12 => ("first_step", "text"),
        15 => ("core", "text"),
        27 => ("trust", "text"),
        _ => ("contribution", "text"),
    }
}

/// What the manager calls an action: the first sentence of its question.
pub(crate) fn title(question: &str) -> String {
    let end = question.find(['.', '!', '?', ':']);
    let title = match end {
        Some(end) if question[end..].starts_with('?') => &question[..=end],
        Some(end) => &question[..end],
        None => question,
    };
    title.chars().take(100).collect()
}

impl Town {
    pub(crate) fn action(&mut self, action: &Action, at: Moment) -> Result<()> {
        let owner = self.place(&action.owner)?;
        let id = ActionId(self.new_id());
        let audience: Vec<DepartmentId> =
            action.audience.iter().filter_map(|path| self.department(path, at)).collect();
        let ids: Vec<String> = audience.iter().map(ToString::to_string).collect();
        let drawn = self.environment.random().number();
        let (goal, answer_kind) = form(action.catalogue);
        self.chunk.actions.push(ActionRow {
            id,
            catalogue: Some(i32::from(action.catalogue)),
            title: title(&action.question),
            question: action.question.clone(),
            goal,
            answer_kind,
            outcome: "contributed",
            window_days: i32::try_from(WINDOW / Moment::DAY).unwrap_or(14),
            owner_id: self.person(owner)?.id,
            audience: ids.join(","),
            held_percent: (action.held_back_share * 100.0).round() as i32,
            seed: i64::from_le_bytes(drawn.to_le_bytes()),
            state: "open",
            opens_at: Moment(action.opens),
            closes_at: Moment(action.closes),
            created_at: at,
        });
        self.chunk.action_departments.extend(
            audience
                .iter()
                .map(|id_of| ActionDepartmentRow { action_id: id, department_id: *id_of }),
        );
        self.actions.push(Running {
            id,
            key: action.key.clone(),
            owner,
            opens: Moment(action.opens),
            closes: Moment(action.closes),
            closed: false,
            shown: 0,
            held: 0,
            before: 0,
            answers: 0,
        });
        self.changed(owner, id, at)
    }

    /// The fact that an action opened or closed.
    fn changed(&mut self, owner: u32, id: ActionId, at: Moment) -> Result<()> {
        let mut fact = self.fact(Verb::ActionState, at).about(id);
        fact.action_id = Some(id);
        let fact = self.by(owner, fact)?;
        self.record(fact);
        Ok(())
    }

    /// Closes the actions whose time is over.
    pub(crate) fn close_actions(&mut self, now: Moment) -> Result<()> {
        for place in 0..self.actions.len() {
            let action = &mut self.actions[place];
            if action.closed || action.closes > now {
                continue;
            }
            action.closed = true;
            let (owner, id, closes) = (action.owner, action.id, action.closes);
            self.changed(owner, id, closes)?;
        }
        Ok(())
    }

    fn running(&self, key: &Key) -> Result<usize> {
        self.actions.iter().position(|action| action.key == *key).ok_or_else(|| unknown(key))
    }

    pub(crate) fn arm(
        &mut self,
        (action, person): (&Key, &Key),
        held: bool,
        propensity: f64,
        at: Moment,
    ) -> Result<()> {
        let (place, person) = (self.running(action)?, self.place(person)?);
        let arm = if held { Arm::HeldBack } else { Arm::Shown };
        let running = &self.actions[place];
        let (id, opens) = (running.id, running.opens);
        let somebody = self.person_mut(person)?;
        somebody.asked = !held;
        let person_id = somebody.id;
        let before =
            somebody.contributed.is_some_and(|last| last >= opens.plus(-WINDOW) && last < opens);
        self.chunk.arms.push(ArmRow { action_id: id, person_id, arm });
        let running = &mut self.actions[place];
        running.before += u64::from(before);
        running.held += u64::from(held);
        running.shown += u64::from(!held);
        let mut fact = self.fact(Verb::Assign, at).about(id);
        fact.action_id = Some(id);
        fact.arm = Some(arm);
        fact.propensity = Some(propensity);
        fact.visibility = Visibility::Private;
        let fact = self.to(person, fact)?;
        self.record(fact);
        Ok(())
    }

    pub(crate) fn answer(&mut self, answer: Answer, at: Moment) -> Result<()> {
        let (place, person) = (self.running(&answer.action)?, self.place(&answer.person)?);
        let id = AnswerId(self.new_id());
        let action = &mut self.actions[place];
        action.answers += 1;
        let action_id = action.id;
        let somebody = self.person_mut(person)?;
        somebody.asked = false;
        let person_id = somebody.id;
        self.chunk.answers.push(AnswerRow {
            id,
            action_id,
            person_id,
            body: answer.text,
            state: "published",
            created_at: at,
        });
        self.made.answers += 1;
        let mut fact = self.fact(Verb::Answer, at).about(id);
        fact.thread_id = Some(action_id.0);
        fact.action_id = Some(action_id);
        // Only who is called answers.
        fact.arm = Some(Arm::Shown);
        let fact = self.by(person, fact)?;
        self.record(fact);
        Ok(())
    }
}
