//! The writer under hands that fail, panic, and spoil the shared transaction.

use super::{Turn, Writer};
use crate::testing::{Trial, sqlite};
use crate::{Conn, connection};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use language::{Failure, Refusal, Result};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::time::Duration;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// A writer of its own on the trial's file.
fn writer(trial: &Trial) -> Writer {
    let writer = Writer::new(connection::establish_writer(&trial.location).unwrap());
    writer
        .alone(|conn| {
            conn.batch_execute(
                "create table kept (number bigint primary key, filling blob);
                 create table owner (id bigint primary key);
                 create table owned (id bigint references owner (id)
                   deferrable initially deferred);",
            )?;
            Ok(())
        })
        .unwrap();
    writer
}

fn insert(conn: &mut Conn, number: i64) -> Result<()> {
    crate::sql("insert into kept (number) values ($1)").bind::<BigInt, _>(number).execute(conn)?;
    Ok(())
}

fn write(writer: &Writer, f: impl FnOnce(&mut Conn) -> Result<()>) -> Result<()> {
    writer.run(|conn| (f(conn), ())).and_then(|(result, ())| result)
}

fn kept(trial: &Trial) -> BTreeSet<i64> {
    trial
        .database
        .read(|conn| Ok(crate::sql("select number from kept").load::<Number>(conn)?))
        .unwrap()
        .into_iter()
        .map(|row| row.number)
        .collect()
}

type Work = Box<dyn FnOnce(&mut Conn) -> Result<()> + Send>;

/// Runs the works in one batch, in this order, and returns how each ended.
fn in_one_batch(writer: &Writer, works: Vec<Work>) -> Vec<Result<()>> {
    std::thread::scope(|scope| {
        // While this turn is held nobody enters; they queue up one by one.
        let gate = writer.state.lock().unwrap();
        let mut waiting = 0;
        let mut threads = Vec::new();
        for work in works {
            threads.push(scope.spawn(|| write(writer, work)));
            waiting += 1;
            while writer.waiting.load(Ordering::SeqCst) < waiting {
                std::thread::yield_now();
            }
        }
        drop(gate);
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    })
}

fn good(number: i64) -> Work {
    Box::new(move |conn| insert(conn, number))
}

#[test]
fn a_commit_that_fails_fails_for_everybody_in_the_batch() {
    let trial = sqlite();
    let writer = writer(&trial);
    let orphan = Box::new(|conn: &mut Conn| {
        conn.batch_execute("insert into owned values (1)")?;
        Ok(())
    });
    let results = in_one_batch(&writer, vec![good(1), orphan, good(2), good(3)]);
    // The orphan is noticed at the commit. Who came in another batch was kept.
    let acknowledged: BTreeSet<i64> = [(0, 1), (2, 2), (3, 3)]
        .into_iter()
        .filter(|(at, _)| results[*at].is_ok())
        .map(|(_, number)| number)
        .collect();
    assert!(results[1].is_err());
    assert_eq!(kept(&trial), acknowledged);
    write(&writer, |conn| insert(conn, 9)).unwrap();
    assert!(kept(&trial).contains(&9));
}

#[test]
fn a_transaction_that_somebody_spoils_is_acknowledged_to_nobody() {
    let trial = sqlite();
    let writer = writer(&trial);
    for (round, spoil) in ["rollback", "commit", "rollback; begin"].into_iter().enumerate() {
        let first = i64::try_from(round).unwrap() * 10;
        let spoiler = Box::new(move |conn: &mut Conn| {
            conn.batch_execute(spoil)?;
            Ok(())
        });
        let results = in_one_batch(&writer, vec![good(first + 1), spoiler, good(first + 2)]);
        let found = kept(&trial);
        for (at, number) in [(0, first + 1), (2, first + 2)] {
            // `commit` in the middle keeps what was not acknowledged: the one order
            // of the two that is allowed.
            assert!(results[at].is_err() || found.contains(&number), "{spoil}");
        }
        write(&writer, |conn| insert(conn, first + 5)).unwrap();
        assert!(kept(&trial).contains(&(first + 5)));
    }
}

#[test]
fn a_full_disk_refuses_and_recovers_without_a_restart() {
    let trial = sqlite();
    let writer = writer(&trial);
    let limit = |pages: &str| {
        writer
            .alone(|conn| {
                conn.batch_execute(&format!("pragma max_page_count = {pages}"))?;
                Ok(())
            })
            .unwrap();
    };
    let large = |number: i64| {
        move |conn: &mut Conn| -> Result<()> {
            conn.batch_execute(&format!("insert into kept values ({number}, zeroblob(200000))"))?;
            Ok(())
        }
    };
    limit("300");
    let mut acknowledged = BTreeSet::new();
    let mut refused = 0;
    for number in 0..20 {
        match write(&writer, large(number)) {
            Ok(()) => {
                acknowledged.insert(number);
            }
            Err(failure) => {
                assert!(failure.to_string().contains("full"), "{failure}");
                refused += 1;
            }
        }
    }
    assert!(!acknowledged.is_empty() && refused > 0, "{acknowledged:?}");
    assert_eq!(kept(&trial), acknowledged);
    assert_eq!(writer.broken(), None);
    // A full disk in the middle of a batch of several.
    let results = in_one_batch(&writer, vec![good(101), Box::new(large(102)), good(103)]);
    for (at, number) in [(0, 101), (1, 102), (2, 103)] {
        assert_eq!(results[at].is_ok(), kept(&trial).contains(&number), "{number}");
    }
    limit("1000000");
    write(&writer, large(200)).unwrap();
    assert!(kept(&trial).contains(&200));
}

#[test]
fn after_a_failed_sync_nothing_is_written_any_more() {
    let trial = sqlite();
    let writer = writer(&trial);
    {
        let mut turn: Turn<'_> = writer.turn().unwrap();
        turn.enter().unwrap();
        turn.lose_batch("disk I/O error".to_owned());
    }
    let refused = write(&writer, |conn| insert(conn, 1)).unwrap_err();
    assert!(refused.to_string().contains("disk I/O error"), "{refused}");
    assert_eq!(writer.broken(), Some("disk I/O error"));
    assert!(kept(&trial).is_empty());
}

/// Eight threads that write, fail, panic and work alone, in a mixed-up order.
/// Somebody who is never woken makes this test fail after a minute.
#[test]
fn nobody_waits_for_ever_and_what_is_acknowledged_is_there() {
    const THREADS: i64 = 8;
    const EACH: i64 = 400;
    let trial = sqlite();
    let writer = writer(&trial);
    let (done, finished) = mpsc::channel();
    let acknowledged = std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (done, writer) = (done.clone(), &writer);
            scope.spawn(move || {
                let mut mine = BTreeSet::new();
                for i in 0..EACH {
                    let number = thread * EACH + i;
                    if one_move(writer, number) {
                        mine.insert(number);
                    }
                }
                done.send(mine).unwrap();
            });
        }
        let mut all = BTreeSet::new();
        for _ in 0..THREADS {
            match finished.recv_timeout(Duration::from_secs(60)) {
                Ok(mine) => all.extend(mine),
                // The scope would wait for the sleepers for ever.
                Err(_) => {
                    eprintln!("a writer sleeps for ever");
                    std::process::abort();
                }
            }
        }
        all
    });
    assert_eq!(kept(&trial), acknowledged);
    assert_eq!(writer.waiting.load(Ordering::SeqCst), 0);
    assert!(writer.state.lock().unwrap().batch.is_none());
}

/// One of several things a caller may do; true when `number` was acknowledged.
fn one_move(writer: &Writer, number: i64) -> bool {
    // A cheap way to mix: the high bits of a product with an odd constant.
    let dice = number.wrapping_mul(0x9E37_79B9_7F4A_7C15_u64.cast_signed()).unsigned_abs() >> 20;
    match dice % 16 {
        0 | 1 => {
            let failed = write(writer, |conn| {
                insert(conn, number)?;
                Err(Refusal::Gone.into())
            });
            assert!(matches!(failed, Err(Failure::Refusal(_))));
            false
        }
        2 => {
            let panicked = catch_unwind(AssertUnwindSafe(|| {
                write(writer, |conn| {
                    insert(conn, number)?;
                    // Like a panic, without a page of output.
                    std::panic::resume_unwind(Box::new("on purpose"));
                })
            }));
            assert!(panicked.is_err());
            false
        }
        3 => {
            let result = writer.alone(|conn| insert(conn, number));
            result.is_ok()
        }
        4 if number % 5 == 0 => {
            // The whole batch is lost, for all who were in it.
            let lost = write(writer, |conn| {
                conn.batch_execute("insert into owned values (1)")?;
                Ok(())
            });
            assert!(lost.is_err());
            false
        }
        _ => write(writer, |conn| insert(conn, number)).is_ok(),
    }
}
