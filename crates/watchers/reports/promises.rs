//! The promises of who leads a department: hours or times a month, kept by themselves
//! (SCIENCE.md §11). What is shown to others is the share kept, of k leaders or more;
//! there is no table of who did what, and none can be made from these functions.

use crate::month::Month;
use crate::permits::MayLead;
use crate::{store, w};
use database::{Database, Tx};
use insight::GroupMinimum;
use language::{Fact, ObjectKind, PersonId, Problems, Refusal, Result, Verb, text_enum};
use words::Lang;

text_enum!(
    /// In what a promise is counted.
    Kind {
        /// So many times.
        Times = "times",
        /// So many hours.
        Hours = "hours",
    }
);

/// The longest promise, in characters, and the most of it in a month.
pub(crate) const MOST_WORDS: usize = 300;
pub(crate) const MOST_AMOUNT: i32 = 200;
/// The most promises at a time: more are none.
const MOST_PROMISES: usize = 10;

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Promise {
    pub id: i64,
    pub text: String,
    pub kind: Kind,
    pub amount: i32,
}

/// What came of a promise in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub promise: i64,
    pub text: String,
    pub kind: Kind,
    pub month: Month,
    pub amount: i32,
    pub done: i32,
}

impl Kept {
    /// Whether as much was done as was promised.
    pub(crate) fn is_kept(&self) -> bool {
        self.done >= self.amount
    }
}

/// "2 van 3 keer".
pub(crate) fn amount(lang: Lang, kind: Kind, done: i32, amount: i32) -> String {
    match kind {
        Kind::Times => w::done_times(lang, amount, done),
        Kind::Hours => w::done_hours(lang, amount, done),
    }
}

fn record(tx: &mut Tx<'_>, by: PersonId, id: i64) -> Result<()> {
    let mut fact = Fact::new(Verb::Promise, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Promise;
    fact.object_id = id;
    let fact = facts::who(tx, by)?.did(fact);
    facts::record(tx, &fact)?;
    Ok(())
}

/// Makes a promise, from this month on.
///
/// # Errors
/// Problems of the form's fields, or a fault of the database.
pub(crate) fn promise(
    tx: &mut Tx<'_>,
    permit: &MayLead,
    lang: Lang,
    text: &str,
    kind: &str,
    amount: &str,
) -> Result<()> {
    let mut problems = Problems::none();
    if text.is_empty() {
        problems.add("text", w::promise_missing(lang));
    } else if text.chars().count() > MOST_WORDS {
        problems.add("text", w::too_long(lang, MOST_WORDS));
    }
    let kind = Kind::from_name(kind).unwrap_or(Kind::Times);
    let amount = amount.parse::<i32>().ok().filter(|n| (1..=MOST_AMOUNT).contains(n));
    if amount.is_none() {
        problems.add("amount", w::amount_wrong(lang, MOST_AMOUNT));
    }
    if store::promises_of(tx, permit.by())?.len() >= MOST_PROMISES {
        problems.add("text", w::promises_enough(lang, MOST_PROMISES));
    }
    problems.check()?;
    let Some(amount) = amount else { return Ok(()) };
    let id = store::insert_promise(tx, permit.by(), text, kind, amount)?;
    let made = store::promise(tx, permit.by(), id)?;
    let month = Month::of(tx.today());
    store::open_month(tx, &made, month)?;
    record(tx, permit.by(), id)
}

/// Notes that something of a promise was done this month, or takes it back.
///
/// # Errors
/// Not found when it is not theirs, or a fault of the database.
pub(crate) fn tick(tx: &mut Tx<'_>, permit: &MayLead, id: i64, more: i32) -> Result<()> {
    let promise = store::promise(tx, permit.by(), id)?;
    let month = Month::of(tx.today());
    store::open_month(tx, &promise, month)?;
    store::add_done(tx, id, month, more.clamp(-MOST_AMOUNT, MOST_AMOUNT))?;
    record(tx, permit.by(), id)
}

/// Ends a promise; what came of it stays in the history.
///
/// # Errors
/// Not found when it is not theirs, or a fault of the database.
pub(crate) fn end(tx: &mut Tx<'_>, permit: &MayLead, id: i64) -> Result<()> {
    if !store::end_promise(tx, permit.by(), id)? {
        return Err(Refusal::NotFound.into());
    }
    record(tx, permit.by(), id)
}

/// What a leader made of the promises of a month, without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Leader {
    /// Whether they lead a department at the top, or one below another.
    pub top: bool,
    /// Promises kept.
    pub kept: i64,
    /// Of how many.
    pub promises: i64,
}

/// Promises kept, of how many, by how many leaders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Together {
    pub kept: i64,
    pub promises: i64,
    pub leaders: i64,
}

/// The commitment of leaders in a month: of all, and of each layer where both may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Commitment {
    pub all: Together,
    /// Who lead at the top, and who lead below.
    pub layers: Option<[Together; 2]>,
}

/// Said of k leaders or more who promised something, where neither what was kept nor what
/// was not is 1 to k − 1 promises, and where not all of few did all or nothing: else it
/// says who.
fn together<'a>(
    leaders: impl Iterator<Item = &'a Leader>,
    floor: GroupMinimum,
) -> Option<Together> {
    let mut sum = Together { kept: 0, promises: 0, leaders: 0 };
    for one in leaders {
        sum.kept += one.kept;
        sum.promises += one.promises;
        sum.leaders += 1;
    }
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    let left = sum.promises - sum.kept;
    let few = floor.too_few(whole(sum.kept)) || floor.too_few(whole(left));
    let unanimous = (sum.kept == 0 || left == 0) && whole(sum.leaders) < 2 * floor.get();
    (whole(sum.leaders) >= floor.get() && !few && !unanimous).then_some(sum)
}

/// The commitment of leaders, as far as it may be told. A layer alone is not told: the
/// other would be what is left.
pub(crate) fn commitment(all: &[Leader], floor: GroupMinimum) -> Option<Commitment> {
    let layer = |top: bool| together(all.iter().filter(move |one| one.top == top), floor);
    let layers = layer(true).zip(layer(false)).map(|(top, below)| [top, below]);
    Some(Commitment { all: together(all.iter(), floor)?, layers })
}

/// Opens the month of every promise, so that one in which nothing was done counts too. Does
/// nothing twice.
///
/// # Errors
/// A fault of the database.
pub(crate) fn open_months(database: &Database) -> Result<()> {
    let month = Month::of(database.now().day(&database.zone()));
    if database.read(|conn| store::unopened(conn, month))? == 0 {
        return Ok(());
    }
    database.write(|tx| {
        for promise in store::standing_promises(tx)? {
            store::open_month(tx, &promise, month)?;
        }
        Ok(())
    })
}
