//! What a manager fills in, checked.

use crate::action::{Action, AnswerKind, Outcome, State};
use crate::catalogue::{Entry, Goal};
use crate::w;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use language::{ActionId, Day, DepartmentId, Moment, PersonId, Problems, Result};
use words::Lang;

/// The longest question, in characters: it is shown large.
pub const MOST_QUESTION: usize = 140;
/// The longest explanation.
pub const MOST_EXPLANATION: usize = 300;
/// The longest title.
pub const MOST_TITLE: usize = 100;
/// The longest label of a button.
const MOST_LABEL: usize = 60;
/// The most buttons.
const MOST_CHOICES: usize = 5;
/// The longest an action runs, in days.
const MOST_DAYS: i32 = 90;
/// How far ahead it may be planned, in days.
const MOST_AHEAD: i32 = 180;
/// The most departments that can be chosen one by one (ids of 19 digits must fit).
const MOST_DEPARTMENTS: usize = 190;

/// The outcomes that can be chosen, with the length of their window.
pub const MEASURES: &[(Outcome, i32)] = &[
    (Outcome::Contributed, 14),
    (Outcome::Contributed, 28),
    (Outcome::Posted, 14),
    (Outcome::Posted, 28),
    (Outcome::ActiveDays, 28),
];

/// The shares that can be held back, in each 100.
pub const HELD: &[i32] = &[20, 50, 0];

/// What stands in the builder's form, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The number in the library.
    pub catalogue: Option<i32>,
    /// What the manager calls it.
    pub title: String,
    /// The one question.
    pub question: String,
    /// A line below it.
    pub explanation: String,
    /// The goal's stored name.
    pub goal: String,
    /// The answer kind's stored name.
    pub kind: String,
    /// The buttons, one on each line.
    pub choices: String,
    /// Outcome and window: `contributed-14`.
    pub measure: String,
    /// Whether only some departments are asked.
    pub some: bool,
    /// Those departments.
    pub departments: Vec<DepartmentId>,
    /// The first day, as `2026-11-24`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The share held back.
    pub held: String,
    /// Who looks after it.
    pub owner: Option<PersonId>,
    /// The idea that this was, which goes when it is set out.
    pub replaces: Option<ActionId>,
    /// The form's own key: sent twice it is one action. Empty for a form that is not
    /// made yet.
    pub key: String,
}

impl Typed {
    /// What the form shows at first: an action of the library, two weeks from `today`.
    pub fn starting(lang: Lang, entry: Option<&Entry>, today: Day, owner: PersonId) -> Self {
        let proposal = entry.and_then(|entry| entry.proposal);
        let lines: Vec<&str> =
            proposal.iter().flat_map(|p| p.choices.iter().map(|choice| choice(lang))).collect();
        let (outcome, days) =
            proposal.map_or(MEASURES[0], |proposal| (proposal.outcome, proposal.window_days));
        Self {
            catalogue: entry.map(|entry| entry.number),
            title: entry.map(|entry| (entry.title)(lang).to_owned()).unwrap_or_default(),
            question: proposal.map(|p| (p.question)(lang).to_owned()).unwrap_or_default(),
            explanation: proposal.map(|p| (p.note)(lang).to_owned()).unwrap_or_default(),
            goal: entry.map_or(Goal::Contribution, |entry| entry.goal).name().to_owned(),
            kind: proposal.map_or(AnswerKind::Text, |p| p.kind).name().to_owned(),
            choices: lines.join("\n"),
            measure: measure_name(outcome, days),
            some: false,
            departments: Vec::new(),
            from: today.date().to_string(),
            to: today.plus(13).date().to_string(),
            held: HELD[0].to_string(),
            owner: Some(owner),
            replaces: None,
            key: String::new(),
        }
    }

    /// What the form shows for another round of an action, or for an idea that is set out:
    /// as it was, with the same number of days from `today`.
    pub fn like(action: &Action, today: Day, zone: &TimeZone) -> Self {
        let days = action.closes_at.plus(-1).day(zone).0 - action.opens_at.day(zone).0;
        let labels: Vec<&str> = action.choices.iter().map(|(_, label)| label.as_str()).collect();
        Self {
            catalogue: action.catalogue,
            title: action.title.clone(),
            question: action.question.clone(),
            explanation: action.explanation.clone(),
            goal: action.goal.unwrap_or(Goal::Contribution).name().to_owned(),
            kind: action.kind.name().to_owned(),
            choices: labels.join("\n"),
            measure: measure_name(action.outcome, action.window_days),
            some: !action.audience.is_empty(),
            departments: action.audience.clone(),
            from: today.date().to_string(),
            to: today.plus(days.clamp(0, MOST_DAYS)).date().to_string(),
            held: action.held_percent.to_string(),
            owner: Some(action.owner),
            replaces: (action.state == State::Draft).then_some(action.id),
            key: String::new(),
        }
    }

    /// The outcome and the length of its window.
    pub fn outcome(&self) -> Option<(Outcome, i32)> {
        MEASURES.iter().copied().find(|(o, days)| measure_name(*o, *days) == self.measure)
    }

    /// Whether people answer by buttons.
    pub fn has_buttons(&self) -> bool {
        matches!(AnswerKind::from_name(&self.kind), Some(AnswerKind::Choice | AnswerKind::Tap))
    }

    /// The share held back, when it is one that can be chosen.
    pub fn held_percent(&self) -> Option<i32> {
        HELD.iter().copied().find(|held| held.to_string() == self.held)
    }

    /// The departments that count: none when everybody is asked.
    pub fn audience(&self) -> &[DepartmentId] {
        if self.some { &self.departments } else { &[] }
    }
}

/// How an outcome with its window is named in the form.
pub fn measure_name(outcome: Outcome, days: i32) -> String {
    format!("{}-{days}", outcome.name())
}

/// An action that may be set out.
#[derive(Debug, Clone)]
pub struct Draft {
    pub(crate) catalogue: Option<i32>,
    pub(crate) title: String,
    pub(crate) question: String,
    pub(crate) explanation: String,
    pub(crate) goal: Goal,
    pub(crate) kind: AnswerKind,
    pub(crate) choices: Vec<String>,
    pub(crate) outcome: Outcome,
    pub(crate) window_days: i32,
    pub(crate) owner: PersonId,
    pub(crate) audience: Vec<DepartmentId>,
    pub(crate) held_percent: i32,
    pub(crate) opens_at: Moment,
    pub(crate) closes_at: Moment,
    pub(crate) replaces: Option<ActionId>,
    pub(crate) key: Option<String>,
}

impl Draft {
    /// Checks what was typed. An action that begins today opens now; another at local
    /// midnight. It closes at the end of its last day.
    ///
    /// # Errors
    /// Problems of the form's fields.
    pub fn new(lang: Lang, typed: &Typed, now: Moment, zone: &TimeZone) -> Result<Self> {
        let mut problems = Problems::none();
        let question = plain(&typed.question);
        if question.is_empty() {
            problems.add("question", w::problem_question(lang));
        }
        within("question", &question, MOST_QUESTION, lang, &mut problems);
        let explanation = plain(&typed.explanation);
        within("explanation", &explanation, MOST_EXPLANATION, lang, &mut problems);
        let mut title = plain(&typed.title);
        within("title", &title, MOST_TITLE, lang, &mut problems);
        if title.is_empty() {
            title = question.chars().take(MOST_TITLE).collect();
        }
        let kind = AnswerKind::from_name(&typed.kind);
        if kind.is_none() {
            problems.add("kind", w::problem_choose(lang));
        }
        let choices = kind.map_or(Vec::new(), |k| choices(k, &typed.choices, lang, &mut problems));
        let measure = typed.outcome();
        if measure.is_none() {
            problems.add("outcome", w::problem_choose(lang));
        }
        let held_percent = typed.held_percent();
        if held_percent.is_none() {
            problems.add("held", w::problem_choose(lang));
        }
        if typed.some && typed.departments.is_empty() {
            problems.add("audience", w::problem_departments(lang));
        }
        if typed.audience().len() > MOST_DEPARTMENTS {
            problems.add("audience", w::problem_many_departments(lang));
        }
        if typed.owner.is_none() {
            problems.add("owner", w::problem_choose(lang));
        }
        let span = span(typed, now, zone, lang, &mut problems);
        problems.check()?;
        let (Some(kind), Some((outcome, window_days)), Some(held_percent), Some(owner)) =
            (kind, measure, held_percent, typed.owner)
        else {
            return Err(Problems::one("", w::problem_choose(lang)));
        };
        let Some((opens_at, closes_at)) = span else {
            return Err(Problems::one("from", w::problem_date(lang)));
        };
        Ok(Self {
            catalogue: typed.catalogue.filter(|n| crate::catalogue::find(*n).is_some()),
            title,
            question,
            explanation,
            goal: Goal::from_name(&typed.goal).unwrap_or(Goal::Contribution),
            kind,
            choices,
            outcome,
            window_days,
            owner,
            audience: typed.audience().to_vec(),
            held_percent,
            opens_at,
            closes_at,
            replaces: typed.replaces,
            key: (1..=64).contains(&typed.key.len()).then(|| typed.key.clone()),
        })
    }
}

fn plain(text: &str) -> String {
    // Zero bytes cannot be stored in PostgreSQL's text.
    text.trim().replace('\0', "")
}

fn within(field: &'static str, text: &str, most: usize, lang: Lang, problems: &mut Problems) {
    let length = text.chars().count();
    if length > most {
        problems.add(field, w::too_long(lang, length, most));
    }
}

fn choices(kind: AnswerKind, lines: &str, lang: Lang, problems: &mut Problems) -> Vec<String> {
    let mut labels: Vec<String> =
        lines.lines().map(plain).filter(|label| !label.is_empty()).collect();
    match kind {
        AnswerKind::Text | AnswerKind::Picture => return Vec::new(),
        AnswerKind::Tap => {
            labels.truncate(1);
            if labels.is_empty() {
                labels.push(w::tap_label(lang).to_owned());
            }
        }
        AnswerKind::Choice => {
            if !(2..=MOST_CHOICES).contains(&labels.len()) {
                problems.add("choices", w::problem_choices(lang));
            }
        }
    }
    for label in &labels {
        within("choices", label, MOST_LABEL, lang, problems);
    }
    labels
}

fn span(
    typed: &Typed,
    now: Moment,
    zone: &TimeZone,
    lang: Lang,
    problems: &mut Problems,
) -> Option<(Moment, Moment)> {
    let today = now.day(zone);
    let day = |text: &str| text.parse::<Date>().ok().map(Day::of);
    let (from, to) = (day(&typed.from), day(&typed.to));
    if from.is_none() {
        problems.add("from", w::problem_date(lang));
    }
    if to.is_none() {
        problems.add("to", w::problem_date(lang));
    }
    let (from, to) = (from?, to?);
    if from < today {
        problems.add("from", w::problem_past(lang));
    }
    if from > today.plus(MOST_AHEAD) {
        problems.add("from", w::problem_far(lang));
    }
    if to < from {
        problems.add("to", w::problem_order(lang));
    }
    if to > from.plus(MOST_DAYS) {
        problems.add("to", w::problem_long(lang));
    }
    let opens = if from == today { now } else { from.start(zone) };
    Some((opens, to.plus(1).start(zone)))
}
