//! The log and its followers, on both engines.

mod following;
mod killed;
mod logging;
mod postgres;

use crate::{Follower, Recorded, rebuild, record, step};
use database::testing::Trial;
use database::{Conn, Database, Tx};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use language::{Fact, FactId, Refusal, Result, Verb};
use std::sync::atomic::{AtomicBool, Ordering};

#[derive(QueryableByName, Debug, Clone, Copy, PartialEq, Eq)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

fn numbers(conn: &mut Conn, sql: &str) -> Result<Vec<i64>> {
    let rows: Vec<Number> = database::sql(sql).load(conn)?;
    Ok(rows.into_iter().map(|row| row.number).collect())
}

fn number(database: &Database, sql: &str) -> i64 {
    database.read(|conn| numbers(conn, sql)).unwrap()[0]
}

fn execute(database: &Database, sql: &str) {
    database
        .write(|tx| {
            tx.batch_execute(sql)?;
            Ok(())
        })
        .unwrap();
}

/// Records one fact about `object`.
fn note(tx: &mut Tx<'_>, verb: Verb, object: i64) -> Result<FactId> {
    let mut fact = Fact::new(verb, tx.now(), tx.today());
    fact.object_id = object;
    record(tx, &fact)
}

/// Records a post about each number, each in a transaction of its own.
fn note_each(database: &Database, objects: std::ops::Range<i64>) {
    for object in objects {
        database.write(|tx| note(tx, Verb::Post, object)).unwrap();
    }
}

/// Keeps which facts it took, in which order, and how many of each verb.
#[derive(Default)]
struct Tally {
    fails: AtomicBool,
    panics: AtomicBool,
}

impl Tally {
    fn tables(trial: &Trial) {
        // The key of `taken` refuses a fact that is taken twice.
        execute(
            &trial.database,
            "create table taken (number bigint primary key, object bigint not null);
             create table tally (verb bigint primary key, number bigint not null)",
        );
    }
}

impl Follower for Tally {
    fn name(&self) -> &'static str {
        "tally"
    }

    fn follow(&self, tx: &mut Tx<'_>, facts: &[Recorded]) -> Result<()> {
        for recorded in facts {
            database::sql("insert into taken values ($1, $2)")
                .bind::<BigInt, _>(recorded.position)
                .bind::<BigInt, _>(recorded.fact.object_id)
                .execute(&mut **tx)?;
            database::sql(
                "insert into tally values ($1, 1)
                 on conflict (verb) do update set number = tally.number + 1",
            )
            .bind::<BigInt, _>(i64::from(recorded.fact.verb.code()))
            .execute(&mut **tx)?;
        }
        // At the end, so that there is something to undo.
        if self.fails.load(Ordering::SeqCst) {
            return Err(Refusal::Gone.into());
        }
        assert!(!self.panics.load(Ordering::SeqCst), "on purpose");
        Ok(())
    }

    fn forget(&self, tx: &mut Tx<'_>) -> Result<()> {
        tx.batch_execute("delete from taken; delete from tally")?;
        Ok(())
    }

    fn stride(&self) -> i64 {
        7
    }
}

/// Steps until there is nothing left; returns how many facts were taken.
fn settle(database: &Database, follower: &dyn Follower) -> usize {
    let mut taken = 0;
    loop {
        match step(database, follower).unwrap() {
            0 => return taken,
            more => taken += more,
        }
    }
}

/// In one state of the data: positions are 1, 2, 3 ..., and the follower took
/// exactly those up to its cursor.
fn check_whole(database: &Database) {
    database
        .snapshot(|conn| {
            let positions = numbers(
                conn,
                "select position as number from facts where position is not null
                    order by position",
            )?;
            let dense: Vec<i64> = (1..=i64::try_from(positions.len()).unwrap()).collect();
            assert_eq!(positions, dense);
            let cursor = numbers(
                conn,
                "select coalesce(max(position), 0) as number from followers where name = 'tally'",
            )?[0];
            let taken = numbers(conn, "select number from taken order by number")?;
            assert_eq!(taken, (1..=cursor).collect::<Vec<_>>());
            let wrong = numbers(
                conn,
                "select count(*) as number from taken t join facts f on f.position = t.number
                 where f.object_id <> t.object",
            )?;
            assert_eq!(wrong, [0]);
            let counted = rows(conn, "select verb, number from tally order by verb")?;
            let recount = rows(
                conn,
                &format!(
                    "select cast(verb as bigint) as verb, count(*) as number from facts
                     where position <= {cursor} group by verb order by verb"
                ),
            )?;
            assert_eq!(counted, recount);
            Ok(())
        })
        .unwrap();
}

fn rows(conn: &mut Conn, sql: &str) -> Result<Vec<(i64, i64)>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        verb: i64,
        #[diesel(sql_type = BigInt)]
        number: i64,
    }
    let rows: Vec<Row> = database::sql(sql).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.verb, row.number)).collect())
}

/// Adds somebody with what the table asks for.
fn add_person(tx: &mut Tx<'_>, id: i64, team: bool, bot: bool) -> Result<()> {
    database::sql(
        "insert into people (id, name, name_key, handle, audience, role, state, team, bot,
                             joined_at, created_at)
         values ($1, $2, $2, $2, 'employee', 'member', 'active', $3, $4, $5, $5)",
    )
    .bind::<BigInt, _>(id)
    .bind::<Text, _>(format!("somebody{id}"))
    .bind::<diesel::sql_types::Bool, _>(team)
    .bind::<diesel::sql_types::Bool, _>(bot)
    .bind::<BigInt, _>(tx.now().plus(-10 * language::Moment::DAY))
    .execute(&mut **tx)?;
    Ok(())
}

/// The model that a rebuild gives is the one that grew.
fn check_rebuild(database: &Database, follower: &dyn Follower) {
    let model = |conn: &mut Conn| {
        Ok((
            numbers(conn, "select number from taken order by number")?,
            rows(conn, "select verb, number from tally order by verb")?,
        ))
    };
    settle(database, follower);
    let grown = database.snapshot(model).unwrap();
    rebuild(database, follower).unwrap();
    assert_eq!(number(database, "select count(*) as number from taken"), 0);
    settle(database, follower);
    assert_eq!(database.snapshot(model).unwrap(), grown);
}
