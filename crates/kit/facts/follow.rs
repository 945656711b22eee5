use crate::log::{self, Recorded};
use database::{Conn, Database, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use language::{Failure, Result};
use schema::followers;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Somebody who reads the log in order and keeps read models.
pub trait Follower: Send + Sync {
    /// The name of its cursor. A new name starts from the beginning.
    fn name(&self) -> &'static str;

    /// Takes `facts` into its own tables. The cursor moves in the same
    /// transaction: what is done here happens once for each fact.
    ///
    /// # Errors
    /// A fault stops this follower, and only this one, until the step works.
    fn follow(&self, tx: &mut Tx<'_>, facts: &[Recorded]) -> Result<()>;

    /// Empties its tables, before a rebuild from the first fact.
    ///
    /// # Errors
    /// A fault of the database.
    fn forget(&self, tx: &mut Tx<'_>) -> Result<()>;

    /// How many facts it takes at a time.
    fn stride(&self) -> i64 {
        1_000
    }
}

/// Where a follower stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Its name.
    pub name: String,
    /// The last fact that it took.
    pub position: i64,
    /// The last fact there is.
    pub head: i64,
    /// Why it stands still, if it does.
    pub trouble: Option<String>,
}

/// Lets `follower` take the next facts; returns how many it took. Any number of
/// processes may call this: the row of the cursor is the lock. When there is
/// nothing to take it only reads.
///
/// # Errors
/// What the follower returned (a panic in it is a fault too); it is also noted
/// beside its cursor.
pub fn step(database: &Database, follower: &dyn Follower) -> Result<usize> {
    guarded(database, follower, || take(database, follower))
}

/// Where `follower` stands.
pub(crate) fn position(database: &Database, follower: &dyn Follower) -> Result<i64> {
    let position: Option<i64> = database.read(|conn| {
        Ok(followers::table
            .filter(followers::name.eq(follower.name()))
            .select(followers::position)
            .get_result(conn)
            .optional()?)
    })?;
    Ok(position.unwrap_or(0))
}

/// Lets `follower` take facts that were read beforehand, if its cursor stands at
/// `position`; returns whether it did.
pub(crate) fn take_portion(
    database: &Database,
    follower: &dyn Follower,
    position: i64,
    facts: &[Recorded],
) -> Result<bool> {
    guarded(database, follower, || {
        database.write(|tx| {
            if lock(tx, follower.name())? != position {
                return Ok(false);
            }
            hand_over(tx, follower, facts)?;
            Ok(true)
        })
    })
}

/// Notes beside the cursor what went wrong, if something did.
fn guarded<T>(
    database: &Database,
    follower: &dyn Follower,
    work: impl FnOnce() -> Result<T>,
) -> Result<T> {
    let result = catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(Failure::fault(follower.name(), words_of(&*panic))));
    if let Err(failure) = &result {
        let words: String = failure.to_string().chars().take(1_900).collect();
        // If even this fails the database is down, which others will say.
        let _ = database.write(|tx| {
            lock(tx, follower.name())?;
            set_trouble(tx, follower.name(), Some(words))
        });
    }
    result
}

fn take(database: &Database, follower: &dyn Follower) -> Result<usize> {
    // In a transaction of its own: other followers need not wait for this one.
    database.sequence_facts()?;
    if !database.read(|conn| has_work(conn, follower.name()))? {
        return Ok(0);
    }
    database.write(|tx| {
        let position = lock(tx, follower.name())?;
        let facts = log::after(tx, position, follower.stride())?;
        hand_over(tx, follower, &facts)?;
        Ok(facts.len())
    })
}

/// Gives `facts` to the follower and moves its cursor behind them.
fn hand_over(tx: &mut Tx<'_>, follower: &dyn Follower, facts: &[Recorded]) -> Result<()> {
    if let Some(last) = facts.last() {
        follower.follow(tx, facts)?;
        diesel::update(followers::table.filter(followers::name.eq(follower.name())))
            .set(followers::position.eq(last.position))
            .execute(&mut **tx)?;
    }
    set_trouble(tx, follower.name(), None)
}

/// Whether there are facts after its cursor, or a trouble that may be over.
fn has_work(conn: &mut Conn, name: &str) -> Result<bool> {
    let cursor: Option<(i64, Option<String>)> = followers::table
        .filter(followers::name.eq(name))
        .select((followers::position, followers::trouble))
        .get_result(conn)
        .optional()?;
    let (position, trouble) = cursor.unwrap_or((0, None));
    Ok(trouble.is_some() || !log::after(conn, position, 1)?.is_empty())
}

fn set_trouble(tx: &mut Tx<'_>, name: &str, words: Option<String>) -> Result<()> {
    diesel::update(followers::table.filter(followers::name.eq(name)))
        .set(followers::trouble.eq(words))
        .execute(&mut **tx)?;
    Ok(())
}

fn words_of(panic: &(dyn Any + Send)) -> String {
    let words = panic
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned());
    format!("panicked: {}", words.unwrap_or_default())
}

/// Takes the cursor's row, made at the first step, and returns its position.
fn lock(tx: &mut Tx<'_>, name: &str) -> Result<i64> {
    if !touch(tx, name)? {
        // Two processes that begin at once: the second waits, then finds it made.
        database::sql(
            "insert into followers (name, position, moved_at) values ($1, 0, $2)
             on conflict (name) do nothing",
        )
        .bind::<Text, _>(name)
        .bind::<BigInt, _>(tx.now())
        .execute(&mut **tx)?;
        touch(tx, name)?;
    }
    Ok(followers::table
        .filter(followers::name.eq(name))
        .select(followers::position)
        .get_result(&mut **tx)?)
}

/// Takes the cursor's row, if it is there.
fn touch(tx: &mut Tx<'_>, name: &str) -> Result<bool> {
    let found = diesel::update(followers::table.filter(followers::name.eq(name)))
        .set(followers::moved_at.eq(tx.now()))
        .execute(&mut **tx)?;
    Ok(found > 0)
}

/// Empties what `follower` keeps and sets it at the beginning of the log; the
/// next steps rebuild it.
///
/// # Errors
/// A fault of the database.
pub fn rebuild(database: &Database, follower: &dyn Follower) -> Result<()> {
    database.write(|tx| {
        lock(tx, follower.name())?;
        follower.forget(tx)?;
        diesel::update(followers::table.filter(followers::name.eq(follower.name())))
            .set((followers::position.eq(0_i64), followers::trouble.eq(None::<String>)))
            .execute(&mut **tx)?;
        Ok(())
    })
}

/// Where every follower stands.
///
/// # Errors
/// A fault of the database.
pub fn standing(conn: &mut Conn) -> Result<Vec<Progress>> {
    let head = log::head(conn)?;
    let rows: Vec<(String, i64, Option<String>)> = followers::table
        .select((followers::name, followers::position, followers::trouble))
        .order(followers::name)
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(name, position, trouble)| Progress { name, position, head, trouble })
        .collect())
}
