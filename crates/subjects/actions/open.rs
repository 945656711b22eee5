//! Setting an action out: who is asked, who is held back, and what can be found.

use crate::action::{Outcome, State};
use crate::draft::Draft;
use crate::permits::MayManage;
use crate::store::{self, Eligible};
use database::{Conn, Tx};
use insight::assign;
use insight::power::smallest_detectable;
use language::{ActionId, Arm, DepartmentId, Fact, Moment, Result, Verb, Visibility};

/// What can be said before an action opens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// People it is for: active, not of the community team, no bots.
    pub people: u64,
    /// How many of them will be asked, about.
    pub shown: u64,
    /// How many will be held back, about.
    pub held: u64,
    /// Of the whole community: how many reached the outcome in the last window of the same
    /// length, of how many. Of a few departments it would be a figure by group, which may
    /// be too small to show.
    pub base: (u64, u64),
    /// The smallest rise that would be found in four of five cases, as a share; none when
    /// nobody is held back, when there are too few people, and for outcomes that are no
    /// yes or no.
    pub detectable: Option<f64>,
}

impl Forecast {
    /// The share that reached the outcome before; none in an empty community.
    pub fn base_rate(&self) -> Option<f64> {
        share(self.base)
    }
}

fn share((did, of): (u64, u64)) -> Option<f64> {
    (of > 0).then(|| did as f64 / of as f64)
}

/// The smallest detectable rise as a share.
fn detectable(shown: u64, held: u64, base: (u64, u64), outcome: Outcome) -> Option<f64> {
    if outcome == Outcome::ActiveDays {
        return None;
    }
    // Half a person is added, so that a base rate of nobody still leaves doubt.
    let base = (base.0 as f64 + 0.5) / (base.1 as f64 + 1.0);
    smallest_detectable(shown, held, base)?.rise.map(|points| points / 100.0)
}

/// What an action for these departments (none is everybody) could show.
///
/// # Errors
/// A fault of the database.
pub fn forecast(
    conn: &mut Conn,
    audience: &[DepartmentId],
    held_percent: i32,
    (outcome, window_days): (Outcome, i32),
    now: Moment,
) -> Result<Forecast> {
    let below = store::below(conn, audience)?;
    let people = store::count(conn, &below)?;
    let base = store::base(conn, outcome, window_days, now)?;
    let held = people * u64::try_from(held_percent).unwrap_or(0) / 100;
    let shown = people - held;
    let detectable = detectable(shown, held, base, outcome);
    Ok(Forecast { people, shown, held, base, detectable })
}

/// The arm of a person and the chance with which it was drawn. The keys are the
/// pseudonym and the action, so that whoever has the log can draw again.
fn draw(person: &Eligible, action: ActionId, seed: i64, held: f64) -> (Arm, f64) {
    let key = |number: i64| u64::from_le_bytes(number.to_le_bytes());
    match assign::arm(key(person.pseudonym.0), key(action.0), key(seed), held) {
        assign::Arm::Treated => (Arm::Shown, 1.0 - held),
        assign::Arm::Held => (Arm::HeldBack, held),
    }
}

/// Sets an action out: draws everybody it is for into an arm, records that, and says
/// what it will be able to show. The same form sent twice gives the same action.
///
/// # Errors
/// Conflict when the same form comes at the same moment, or a fault of the database.
pub fn open(tx: &mut Tx<'_>, permit: &MayManage, draft: &Draft) -> Result<ActionId> {
    if let Some(before) = before(tx, draft)? {
        return Ok(before);
    }
    let below = store::below(tx, &draft.audience)?;
    let seed = store::seed(tx)?;
    let people = store::eligible(tx, &below)?;
    let now = tx.now();
    let base = store::base(tx, draft.outcome, draft.window_days, now)?;
    let id = ActionId(tx.new_id());
    let held_share = f64::from(draft.held_percent) / 100.0;
    let drawn: Vec<(Arm, f64)> =
        people.iter().map(|person| draw(person, id, seed, held_share)).collect();
    let count = |arm| drawn.iter().filter(|(drawn, _)| *drawn == arm).count() as u64;
    let (shown, held) = (count(Arm::Shown), count(Arm::HeldBack));
    let known = store::Beforehand {
        shown,
        held,
        detectable: detectable(shown, held, base, draft.outcome),
        base_rate: share(base).filter(|_| draft.outcome != Outcome::ActiveDays),
    };
    store::insert(tx, id, draft, State::Open, seed, &known)?;
    store::insert_departments(tx, id, &below)?;
    let arms: Vec<_> = people.iter().zip(&drawn).map(|(p, (arm, _))| (p.person, *arm)).collect();
    store::insert_arms(tx, id, &arms)?;
    record(tx, permit, id)?;
    let assigned: Vec<Fact> = people
        .iter()
        .zip(&drawn)
        .map(|(person, (arm, chance))| assigned(tx, id, person, *arm, *chance))
        .collect();
    facts::record_all(tx, &assigned)?;
    drop_idea(tx, permit, draft)?;
    Ok(id)
}

fn assigned(tx: &Tx<'_>, id: ActionId, person: &Eligible, arm: Arm, chance: f64) -> Fact {
    let mut fact = Fact::new(Verb::Assign, tx.now(), tx.today()).about(id);
    fact.target = Some(person.pseudonym);
    fact.target_dept_at = person.department;
    fact.action_id = Some(id);
    fact.arm = Some(arm);
    fact.propensity = Some(chance);
    fact.visibility = Visibility::Private;
    fact
}

/// Keeps an action as an idea: nobody is drawn and nobody sees it.
///
/// # Errors
/// A fault of the database.
pub fn keep_idea(tx: &mut Tx<'_>, permit: &MayManage, draft: &Draft) -> Result<ActionId> {
    if let Some(before) = before(tx, draft)? {
        return Ok(before);
    }
    let id = ActionId(tx.new_id());
    let seed = store::seed(tx)?;
    store::insert(tx, id, draft, State::Draft, seed, &store::Beforehand::default())?;
    record(tx, permit, id)?;
    drop_idea(tx, permit, draft)?;
    Ok(id)
}

/// The action of the same form, when it came before.
fn before(tx: &mut Tx<'_>, draft: &Draft) -> Result<Option<ActionId>> {
    draft.key.as_deref().map_or(Ok(None), |key| store::by_key(tx, key))
}

/// An idea that became something else is one no more.
fn drop_idea(tx: &mut Tx<'_>, permit: &MayManage, draft: &Draft) -> Result<()> {
    let Some(idea) = draft.replaces else { return Ok(()) };
    if store::find(tx, idea)?.state == State::Draft {
        store::end(tx, idea, State::Withdrawn, None)?;
        record(tx, permit, idea)?;
    }
    Ok(())
}

/// Records that an action changed state.
pub(crate) fn record(tx: &mut Tx<'_>, permit: &MayManage, id: ActionId) -> Result<()> {
    let who = facts::who(tx, permit.by())?;
    let mut fact = who.did(Fact::new(Verb::ActionState, tx.now(), tx.today()).about(id));
    fact.action_id = Some(id);
    facts::record(tx, &fact)?;
    Ok(())
}
