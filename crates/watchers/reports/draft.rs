//! From a draft to a report that stands.

use crate::month::Month;
use crate::permits::MayReport;
use crate::snapshot::Snapshot;
use crate::{store, w};
use cockpit::MonthOf;
use database::{Database, Tx};
use language::{
    Day, Fact, Failure, Moment, ObjectKind, Problems, Refusal, Result, Verb, text_enum,
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use words::Lang;

text_enum!(
    /// Whether a report may still change.
    State {
        /// It is being written.
        Draft = "draft",
        /// It stands.
        Finished = "finished",
    }
);

/// The longest text of each kind, in characters.
pub(crate) const MOST_TEXT: usize = 20_000;
/// The longest decision, and the longest name of who carries it out.
pub(crate) const MOST_DECISION: usize = 1_000;
pub(crate) const MOST_OWNER: usize = 120;
/// The most decisions of a report.
pub(crate) const MOST_DECISIONS: usize = 20;

/// A decision that is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// What is to be decided.
    pub text: String,
    /// Who carries it out.
    pub owner: String,
    /// By when.
    #[serde(serialize_with = "day")]
    pub due: Day,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
fn day<S: serde::Serializer>(day: &Day, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_i32(day.0)
}

/// What people wrote, as Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// What went well, in words.
    pub successes: String,
    /// What the figures mean.
    pub explanation: String,
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub by: String,
    pub at: Moment,
}

/// A report.
#[derive(Debug, Clone)]
pub struct Report {
    pub(crate) id: i64,
    pub(crate) month: Month,
    pub(crate) version: i32,
    pub(crate) state: State,
    pub(crate) snapshot: Snapshot,
    /// The snapshot as it is kept.
    pub(crate) kept: String,
    pub(crate) texts: Texts,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) finished: Option<Stamp>,
    pub(crate) checksum: Option<String>,
    /// The report that a finished one stands beside.
    pub(crate) beside: Option<i64>,
}

impl Report {
    /// Whether it stands.
    pub(crate) fn is_finished(&self) -> bool {
        self.state == State::Finished
    }

    /// The checksum of all that it says: the SHA-256 of its parts, each with its length
    /// before it, in hexadecimal.
    pub(crate) fn sum(&self, beside: Option<&str>) -> Result<String> {
        let decisions = serde_json::to_string(&self.decisions)
            .map_err(|e| Failure::fault("write decisions down", e))?;
        let mut hash = Sha256::new();
        let version = self.version.to_string();
        let month = self.month.to_string();
        for part in [
            "noaber report 1",
            &month,
            &version,
            &self.kept,
            &self.texts.successes,
            &self.texts.explanation,
            &decisions,
            beside.unwrap_or(""),
        ] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

fn record(tx: &mut Tx<'_>, permit: &MayReport, id: i64) -> Result<()> {
    let mut fact = Fact::new(Verb::MonthReport, tx.now(), tx.today());
    fact.object_kind = ObjectKind::MonthReport;
    fact.object_id = id;
    let fact = facts::who(tx, permit.by())?.did(fact);
    facts::record(tx, &fact)?;
    Ok(())
}

/// Begins the report of a month whose four weeks are over; where there is one already, that
/// one is returned.
///
/// # Errors
/// Not found for a month that is not over yet, or a fault of the database.
pub(crate) fn make(
    database: &Database,
    permit: &MayReport,
    month: Month,
    of: MonthOf<'_>,
) -> Result<i64> {
    if month.end() >= database.now().day(of.zone) {
        return Err(Refusal::NotFound.into());
    }
    if let Some(id) = database.read(|conn| store::newest_of(conn, month))? {
        return Ok(id);
    }
    let kept = Snapshot::take(database, of)?.to_text()?;
    database.write(|tx| {
        if let Some(id) = store::newest_of(tx, month)? {
            return Ok(id);
        }
        let id = store::insert(tx, permit.by(), month, 1, &kept, &Texts::default(), &[])?;
        record(tx, permit, id)?;
        Ok(id)
    })
}

/// Takes the figures of a draft anew: something came in late.
///
/// # Errors
/// Conflict when it is finished, or a fault of the database.
pub(crate) fn retake(
    database: &Database,
    permit: &MayReport,
    report: &Report,
    of: MonthOf<'_>,
) -> Result<()> {
    let kept = Snapshot::take(database, of)?.to_text()?;
    database.write(|tx| {
        if !store::set_snapshot(tx, report.id, &kept)? {
            return Err(Refusal::Conflict.into());
        }
        record(tx, permit, report.id)
    })
}

/// What was typed, when it may be kept.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub texts: Texts,
    pub decisions: Vec<Decision>,
}

/// A decision as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TypedDecision {
    pub text: String,
    pub owner: String,
    pub due: String,
}

impl TypedDecision {
    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.owner.is_empty() && self.due.is_empty()
    }
}

impl Written {
    /// Checks what was typed; empty decisions are none.
    ///
    /// # Errors
    /// Problems of the form's fields.
    pub(crate) fn new(lang: Lang, texts: Texts, typed: &[TypedDecision]) -> Result<Self> {
        let mut problems = Problems::none();
        for (field, text) in [("successes", &texts.successes), ("explanation", &texts.explanation)]
        {
            if text.chars().count() > MOST_TEXT {
                problems.add(field, w::too_long(lang, MOST_TEXT));
            }
        }
        let mut decisions = Vec::new();
        for (at, one) in typed.iter().enumerate().filter(|(_, one)| !one.is_empty()) {
            let due = one.due.parse::<jiff::civil::Date>().ok().map(Day::of);
            let fits = |text: &str, most: usize| !text.is_empty() && text.chars().count() <= most;
            match due {
                Some(due) if fits(&one.text, MOST_DECISION) && fits(&one.owner, MOST_OWNER) => {
                    let (text, owner) = (one.text.clone(), one.owner.clone());
                    decisions.push(Decision { text, owner, due });
                }
                _ => problems.add("decisions", w::decision_wrong(lang, at + 1)),
            }
        }
        problems.check()?;
        Ok(Self { texts, decisions })
    }
}

/// Why a draft did not change: it is finished, or there is none.
fn stands(tx: &mut Tx<'_>, id: i64) -> Failure {
    match store::report(tx, id) {
        Ok(_) => Refusal::Conflict.into(),
        Err(failure) => failure,
    }
}

/// Keeps what was written in a draft.
///
/// # Errors
/// Conflict when it is finished meanwhile, or a fault of the database.
pub(crate) fn save(tx: &mut Tx<'_>, permit: &MayReport, id: i64, written: &Written) -> Result<()> {
    if !store::set_texts(tx, id, &written.texts)? {
        return Err(stands(tx, id));
    }
    store::set_decisions(tx, id, &written.decisions)?;
    record(tx, permit, id)
}

/// Finishes a draft: from now on it stands, beside the report that it stands beside now.
///
/// # Errors
/// Conflict when it is finished already, or a fault of the database.
pub(crate) fn finish(tx: &mut Tx<'_>, permit: &MayReport, id: i64) -> Result<()> {
    let report = store::report(tx, id)?;
    if report.is_finished() {
        return Err(Refusal::Conflict.into());
    }
    let beside = store::before(tx, report.month)?;
    let sum = report.sum(beside.as_ref().and_then(|one| one.checksum.as_deref()))?;
    if !store::set_finished(tx, id, permit.by(), &sum, beside.map(|one| one.id))? {
        return Err(Refusal::Conflict.into());
    }
    record(tx, permit, id)
}

/// Begins a correction of a finished report: a new version with the same figures and texts.
/// Where a draft of it was begun already, that one is returned.
///
/// # Errors
/// Conflict when the report is not finished, or a fault of the database.
pub(crate) fn correct(tx: &mut Tx<'_>, permit: &MayReport, id: i64) -> Result<i64> {
    let report = store::report(tx, id)?;
    if !report.is_finished() {
        return Err(Refusal::Conflict.into());
    }
    let newest = store::newest_of(tx, report.month)?.unwrap_or(id);
    let last = store::report(tx, newest)?;
    if !last.is_finished() {
        return Ok(newest);
    }
    let version = last.version.saturating_add(1);
    let (kept, texts) = (&last.kept, &last.texts);
    let new = store::insert(tx, permit.by(), report.month, version, kept, texts, &last.decisions)?;
    record(tx, permit, new)?;
    Ok(new)
}

/// Throws a draft away.
///
/// # Errors
/// Conflict when it is finished, or a fault of the database.
pub(crate) fn discard(tx: &mut Tx<'_>, permit: &MayReport, id: i64) -> Result<()> {
    if !store::delete_draft(tx, id)? {
        return Err(stands(tx, id));
    }
    record(tx, permit, id)
}
