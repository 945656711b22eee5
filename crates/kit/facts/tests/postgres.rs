//! PostgreSQL commits in another order than it inserts.

use super::{Tally, check_whole, note, number, numbers, settle};
use database::testing::postgres;
use language::{Refusal, Result, Verb};
use std::sync::Barrier;

/// Two transactions interleaved by hand, a follower stepping in between:
///
///     first:  insert 1 ................ insert 2, commit
///     second:           insert 3, commit
///     third:                     insert 4 ........... fails
#[test]
fn facts_that_commit_late_are_never_skipped() {
    let trial = postgres();
    Tally::tables(&trial);
    let tally = Tally::default();
    let moment = Barrier::new(2);
    let rival = Barrier::new(2);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            trial
                .database
                .write(|tx| {
                    note(tx, Verb::Post, 1)?;
                    moment.wait();
                    moment.wait();
                    note(tx, Verb::Post, 2)
                })
                .unwrap();
            moment.wait();
        });
        scope.spawn(|| {
            let failed: Result<()> = trial.database.write(|tx| {
                note(tx, Verb::Post, 4)?;
                rival.wait();
                rival.wait();
                Err(Refusal::Gone.into())
            });
            assert!(failed.is_err());
            rival.wait();
        });
        moment.wait();
        rival.wait();
        // The first has inserted with a lower id; the second commits before it.
        trial.database.write(|tx| note(tx, Verb::Post, 3)).unwrap();
        assert_eq!(settle(&trial.database, &tally), 1);
        check_whole(&trial.database);
        moment.wait();
        moment.wait();
        assert_eq!(settle(&trial.database, &tally), 2);
        check_whole(&trial.database);
        rival.wait();
        rival.wait();
        assert_eq!(settle(&trial.database, &tally), 0);
    });
    let order = trial
        .database
        .read(|conn| numbers(conn, "select object as number from taken order by taken.number"))
        .unwrap();
    assert_eq!(order, [3, 1, 2]);
}

/// Many transactions of several facts, overlapping as they like, with two
/// sequencers at work: every fact once, and those of one transaction in order.
#[test]
fn facts_of_overlapping_transactions_all_arrive_once() {
    let trial = postgres();
    Tally::tables(&trial);
    let other = trial.opened_again(8);
    std::thread::scope(|scope| {
        for thread in 0..6_i64 {
            let database = if thread % 2 == 0 { &trial.database } else { &other };
            scope.spawn(move || {
                for i in 0..25 {
                    database
                        .write(|tx| {
                            for part in 0..4 {
                                note(tx, Verb::Post, thread * 1_000 + i * 10 + part)?;
                                std::thread::yield_now();
                            }
                            Ok(())
                        })
                        .unwrap();
                }
            });
        }
        for database in [&trial.database, &other] {
            scope.spawn(move || {
                for _ in 0..60 {
                    crate::step(database, &Tally::default()).unwrap();
                    check_whole(database);
                }
            });
        }
    });
    settle(&trial.database, &Tally::default());
    check_whole(&trial.database);
    assert_eq!(number(&trial.database, "select count(*) as number from taken"), 600);
    let out_of_order = number(
        &trial.database,
        "select count(*) as number from taken a join taken b
         on a.object / 10 = b.object / 10 and a.object < b.object and a.number > b.number",
    );
    assert_eq!(out_of_order, 0);
}
