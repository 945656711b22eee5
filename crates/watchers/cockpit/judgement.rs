//! Where a manager knows better: another phase, a proposal put aside. Both are kept
//! with who and why, and neither is held against anybody.

use crate::permits::MayManage;
use crate::{store, w};
use database::Tx;
use insight::phase::Phase;
use language::{Day, Fact, ObjectKind, Problems, Result, Verb, text_enum};
use words::Lang;

text_enum!(
    /// A phase as a manager may choose it.
    Stage {
        /// The calculated one: takes an earlier choice back.
        Calculated = "calculated",
        /// The team carries it.
        Inception = "inception",
        /// Members make more than half.
        Establishment = "establishment",
        /// Members make more than nine tenths.
        Maturity = "maturity",
        /// Ready to split.
        Mitosis = "mitosis",
        /// Falling.
        Decline = "decline",
    }
);

impl Stage {
    /// The phase; none for the calculated one.
    pub fn phase(self) -> Option<Phase> {
        match self {
            Self::Calculated => None,
            Self::Inception => Some(Phase::Inception),
            Self::Establishment => Some(Phase::Establishment),
            Self::Maturity => Some(Phase::Maturity),
            Self::Mitosis => Some(Phase::Mitosis),
            Self::Decline => Some(Phase::Decline),
        }
    }

    /// The stage in words.
    pub fn say(self, lang: Lang) -> &'static str {
        match self.phase() {
            None => w::phase_calculated(lang),
            Some(phase) => crate::say::phase(lang, phase),
        }
    }
}

/// The longest note, in characters.
pub const MOST_NOTE: usize = 1_000;

/// How long a choice holds when nobody says otherwise, in days.
pub const HOLDS: i32 = 91;
/// The longest that it can hold.
pub const LONGEST: i32 = 366;

/// A choice of a phase that may be kept.
#[derive(Debug, Clone)]
pub struct Overrule {
    phase: Stage,
    note: String,
    until: Day,
}

impl Overrule {
    /// Checks what was typed: a phase, a reason, a last day within a year.
    ///
    /// # Errors
    /// Problems of the form's fields.
    pub fn new(lang: Lang, phase: &str, note: &str, until: &str, today: Day) -> Result<Self> {
        let mut problems = Problems::none();
        let phase = Stage::from_name(phase);
        if phase.is_none() {
            problems.add("phase", w::choose_phase(lang));
        }
        let note = checked_note(lang, note, &mut problems);
        if note.is_empty() {
            problems.add("note", w::note_missing(lang));
        }
        let until = until.parse::<jiff::civil::Date>().ok().map(Day::of);
        let fits = until.filter(|day| *day > today && *day <= today.plus(LONGEST));
        if fits.is_none() {
            problems.add("until", w::until_wrong(lang));
        }
        problems.check()?;
        match (phase, fits) {
            (Some(phase), Some(until)) => Ok(Self { phase, note, until }),
            _ => Err(Problems::one("phase", w::choose_phase(lang))),
        }
    }
}

pub(crate) fn checked_note(lang: Lang, note: &str, problems: &mut Problems) -> String {
    // Zero bytes cannot be stored in PostgreSQL's text.
    let note = note.trim().replace('\0', "");
    if note.chars().count() > MOST_NOTE {
        problems.add("note", w::note_long(lang, MOST_NOTE));
    }
    note
}

pub(crate) fn judged(tx: &mut Tx<'_>, permit: &MayManage) -> Result<()> {
    let mut fact = Fact::new(Verb::Phase, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Community;
    fact.object_id = 1;
    let fact = facts::who(tx, permit.by())?.did(fact);
    facts::record(tx, &fact)?;
    Ok(())
}

/// Keeps the phase that a manager chose.
///
/// # Errors
/// A fault of the database.
pub fn overrule(tx: &mut Tx<'_>, permit: &MayManage, choice: &Overrule) -> Result<()> {
    store::insert_overrule(tx, permit.by(), choice.phase, &choice.note, choice.until)?;
    judged(tx, permit)
}

/// Puts a proposed action aside: it is not proposed for four weeks.
///
/// # Errors
/// A problem when the note is too long, or a fault of the database.
pub fn refuse(
    tx: &mut Tx<'_>,
    permit: &MayManage,
    lang: Lang,
    catalogue: i32,
    note: &str,
) -> Result<()> {
    let mut problems = Problems::none();
    let note = checked_note(lang, note, &mut problems);
    problems.check()?;
    store::insert_refusal(tx, permit.by(), catalogue, &note)?;
    judged(tx, permit)
}
