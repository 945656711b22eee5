//! `kill -9` at any moment loses nothing that was acknowledged and doubles nothing.
//!
//! The test program starts itself again as a child that writes and follows; it
//! prints the number of each change after it was acknowledged. The parent reads
//! so many lines, kills it, and looks. `NOABER_LONG=1` does more rounds.

use super::{Tally, check_rebuild, check_whole, execute, note, number, numbers, settle};
use crate::{Follower, step};
use database::testing::{self, BEGINNING, Trial, child, child_message, long};
use database::{Database, Location};
use diesel::connection::SimpleConnection;
use language::{FixedClock, Moment, Randomness, SeededRandomness, Verb};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::sync::Arc;

const WRITERS: i64 = 3;

/// In CI 25 kills an engine.
fn rounds() -> i64 {
    if long() { 500 } else { 25 }
}

/// The child: writes from several threads until it is killed.
#[test]
fn writes_until_it_is_killed() {
    let Some(message) = child_message() else { return };
    let (round, address) = message.split_once(' ').unwrap();
    let round: i64 = round.parse().unwrap();
    // Ids come from clock and seed: no two rounds share them.
    let clock = FixedClock::at(BEGINNING.plus(round * Moment::HOUR));
    let seed = u64::try_from(round).unwrap();
    let database = testing::open(&Location::parse(address), Arc::new(clock), seed);
    let database = &database;
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            scope.spawn(move || {
                for i in 0.. {
                    let kept = round * 1_000_000 + writer * 100_000 + i;
                    database.write(|tx| keep(tx, kept)).unwrap();
                    let mut out = std::io::stdout().lock();
                    // Nobody listens any more: the end is near.
                    let _ = writeln!(out, "kept {kept}").and_then(|()| out.flush());
                }
            });
        }
        scope.spawn(move || {
            loop {
                step(database, &Tally::default()).unwrap();
            }
        });
    });
}

/// A row and two facts that belong together.
fn keep(tx: &mut database::Tx<'_>, kept: i64) -> language::Result<()> {
    note(tx, Verb::Post, kept)?;
    tx.batch_execute(&format!("insert into kept (number) values ({kept})"))?;
    note(tx, Verb::Reply, kept)?;
    Ok(())
}

/// Starts the child, lets it acknowledge `lines` changes and kills it; returns
/// all that it had acknowledged by then.
fn killed_after(trial: &Trial, round: i64, lines: u64) -> BTreeSet<i64> {
    let address = match &trial.location {
        Location::Sqlite(path) => path.to_string_lossy().into_owned(),
        Location::Postgres(url) => url.clone(),
    };
    let mut child =
        child("tests::killed::writes_until_it_is_killed", &format!("{round} {address}"));
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged = BTreeSet::new();
    let mut read = |acknowledged: &mut BTreeSet<i64>| -> bool {
        let Some(Ok(line)) = output.next() else { return false };
        // The test runner's own first line may stand before it.
        if let Some((_, kept)) = line.split_once("kept ")
            && let Ok(kept) = kept.parse()
        {
            acknowledged.insert(kept);
        }
        true
    };
    while u64::try_from(acknowledged.len()).unwrap() < lines {
        assert!(read(&mut acknowledged), "the child ended by itself");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What was still in the pipe had been acknowledged too, but the last line may
    // have been cut: a number shorter than all others.
    let mut rest = BTreeSet::new();
    while read(&mut rest) {}
    acknowledged.extend(rest.into_iter().filter(|kept| *kept >= round * 1_000_000));
    acknowledged
}

fn check(database: &Database, acknowledged: &BTreeSet<i64>) {
    check_whole(database);
    database
        .snapshot(|conn| {
            let kept: BTreeSet<i64> =
                numbers(conn, "select number from kept")?.into_iter().collect();
            let lost: Vec<_> = acknowledged.difference(&kept).collect();
            assert!(lost.is_empty(), "lost {lost:?}");
            // Each row has its two facts, each fact its row.
            for verb in [Verb::Post, Verb::Reply] {
                let objects = numbers(
                    conn,
                    &format!(
                        "select object_id as number from facts where verb = {}
                         order by object_id",
                        verb.code()
                    ),
                )?;
                assert_eq!(objects, kept.iter().copied().collect::<Vec<_>>());
            }
            Ok(())
        })
        .unwrap();
}

fn survives(trial: &Trial, seed: u64) {
    Tally::tables(trial);
    execute(&trial.database, "create table kept (number bigint primary key)");
    let chance = SeededRandomness::new(seed);
    let mut acknowledged = BTreeSet::new();
    for round in 1..=rounds() {
        let lines = 1 + chance.number() % 60;
        let new = killed_after(trial, round, lines);
        acknowledged.extend(new);
        // Opened anew, as after a restart.
        let database = trial.opened_again(1_000_000 + u64::try_from(round).unwrap());
        check(&database, &acknowledged);
        if let Location::Sqlite(_) = trial.location {
            let ok = database
                .read(|conn| {
                    numbers(
                        conn,
                        "select count(*) as number from pragma_integrity_check
                         where integrity_check = 'ok'",
                    )
                })
                .unwrap();
            assert_eq!(ok, [1]);
        }
        // In every other round the next child finds the follower behind.
        if round % 2 == 0 {
            settle(&database, &Tally::default());
            check(&database, &acknowledged);
        }
    }
    check_rebuild(&trial.database, &Tally::default());
    let facts = number(&trial.database, "select count(*) as number from facts");
    assert_eq!(facts % 2, 0);
    assert!(Tally::default().stride() < facts);
}

#[test]
fn sqlite_survives_being_killed() {
    survives(&testing::sqlite(), 11);
}

#[test]
fn postgres_survives_its_client_being_killed() {
    survives(&testing::postgres(), 12);
}
