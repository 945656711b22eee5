use crate::log::{self, Recorded};
use database::{Conn, Database, Tx};
use diesel::prelude::*;
use language::{Moment, Result};
use schema::followers;

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
/// processes may call this: the row of the cursor is the lock.
///
/// # Errors
/// What the follower returned; it is also noted beside its cursor.
pub fn step(database: &Database, follower: &dyn Follower) -> Result<usize> {
    let result = database.write(|tx| {
        tx.sequence_facts()?;
        let position = lock(tx, follower.name())?;
        let facts = log::after(tx, position, follower.stride())?;
        let Some(last) = facts.last() else { return Ok(0) };
        let last = last.position;
        follower.follow(tx, &facts)?;
        diesel::update(followers::table.filter(followers::name.eq(follower.name())))
            .set((
                followers::position.eq(last),
                followers::trouble.eq(None::<String>),
                followers::moved_at.eq(tx.now()),
            ))
            .execute(&mut **tx)?;
        Ok(facts.len())
    });
    if let Err(failure) = &result {
        let words: String = failure.to_string().chars().take(1_900).collect();
        // If even this fails the database is down, which others will say.
        let _ = database.write(|tx| {
            diesel::update(followers::table.filter(followers::name.eq(follower.name())))
                .set(followers::trouble.eq(Some(words)))
                .execute(&mut **tx)?;
            Ok(())
        });
    }
    result
}

/// Takes the cursor's row, made at the first step, and returns its position.
fn lock(tx: &mut Tx<'_>, name: &str) -> Result<i64> {
    let now: Moment = tx.now();
    let found = diesel::update(followers::table.filter(followers::name.eq(name)))
        .set(followers::moved_at.eq(now))
        .execute(&mut **tx)?;
    if found == 0 {
        diesel::insert_into(followers::table)
            .values((
                followers::name.eq(name),
                followers::position.eq(0_i64),
                followers::moved_at.eq(now),
            ))
            .execute(&mut **tx)?;
    }
    Ok(followers::table
        .filter(followers::name.eq(name))
        .select(followers::position)
        .first(&mut **tx)?)
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
