//! Many at once: nobody's change is lost, nobody's failure takes another's along.

use super::{keep, kept, make_kept};
use crate::testing::{on_both, sqlite};
use diesel::prelude::*;
use language::{Refusal, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const THREADS: i64 = 8;
const EACH: i64 = 200;

#[test]
fn eight_writers_keep_all_that_was_acknowledged_and_nothing_else() {
    on_both(|trial| {
        make_kept(&trial.database);
        std::thread::scope(|scope| {
            for thread in 0..THREADS {
                let database = &trial.database;
                scope.spawn(move || {
                    for i in 0..EACH {
                        let number = thread * EACH + i;
                        let result = database.write(|tx| {
                            keep(tx, number)?;
                            if number % 7 == 0 { Err(Refusal::Gone.into()) } else { Ok(()) }
                        });
                        assert_eq!(result.is_ok(), number % 7 != 0);
                    }
                });
            }
        });
        let expected: Vec<i64> = (0..THREADS * EACH).filter(|n| n % 7 != 0).collect();
        assert_eq!(trial.database.read(kept).unwrap(), expected);
    });
}

/// On both, but meant for SQLite: a command-line run beside the server.
#[test]
fn two_handles_on_one_database_both_write() {
    on_both(|trial| {
        make_kept(&trial.database);
        let other = trial.opened_again(8);
        std::thread::scope(|scope| {
            for (thread, database) in
                [&trial.database, &other, &trial.database, &other].into_iter().enumerate()
            {
                let first = i64::try_from(thread).unwrap() * 50;
                scope.spawn(move || {
                    for number in first..first + 50 {
                        database.write(|tx| keep(tx, number)).unwrap();
                        assert!(database.read(kept).unwrap().contains(&number));
                    }
                });
            }
        });
        let expected: Vec<i64> = (0..200).collect();
        assert_eq!(trial.database.read(kept).unwrap(), expected);
        assert_eq!(other.read(kept).unwrap(), expected);
    });
}

#[test]
fn what_is_acknowledged_is_seen_by_the_next_who_reads() {
    on_both(|trial| {
        make_kept(&trial.database);
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let database = &trial.database;
                scope.spawn(move || {
                    for number in thread * 50..thread * 50 + 50 {
                        database.write(|tx| keep(tx, number)).unwrap();
                        assert!(database.read(kept).unwrap().contains(&number));
                    }
                });
            }
        });
    });
}

#[test]
fn a_snapshot_sees_one_state_while_others_write() {
    on_both(|trial| {
        make_kept(&trial.database);
        trial.database.write(|tx| keep(tx, 1)).unwrap();
        let (before, after) = trial
            .database
            .snapshot(|conn| {
                let before = kept(conn)?;
                trial.database.write(|tx| keep(tx, 2))?;
                Ok((before, kept(conn)?))
            })
            .unwrap();
        assert_eq!(before, after);
        assert_eq!(trial.database.read(kept).unwrap(), [1, 2]);
    });
}

#[test]
fn growth_is_told_after_the_commit_and_only_when_facts_were_recorded() {
    on_both(|trial| {
        make_kept(&trial.database);
        let told = Arc::new(AtomicU64::new(0));
        let counter = told.clone();
        trial.database.on_growth(move || {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        trial.database.write(|tx| keep(tx, 1)).unwrap();
        let failed: Result<()> = trial.database.write(|tx| {
            tx.mark_recorded();
            Err(Refusal::Gone.into())
        });
        assert!(failed.is_err());
        assert_eq!(told.load(Ordering::SeqCst), 0);
        trial
            .database
            .write(|tx| {
                tx.mark_recorded();
                keep(tx, 2)
            })
            .unwrap();
        assert_eq!(told.load(Ordering::SeqCst), 1);
        // Somebody who saw nothing yet need not wait.
        assert_eq!(trial.database.wait_for_growth(0, Duration::from_secs(60)), 1);
        assert_eq!(trial.database.wait_for_growth(1, Duration::ZERO), 1);
    });
}

#[test]
fn a_copy_made_while_others_write_is_whole() {
    let trial = sqlite();
    make_kept(&trial.database);
    let target = trial.folder.join("copy.db");
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for number in 0..200 {
                trial.database.write(|tx| keep(tx, number)).unwrap();
            }
        });
        trial.database.copy_sqlite(&target).unwrap();
        writer.join().unwrap();
    });
    let copy = crate::testing::open(&crate::Location::Sqlite(target), trial.clock.clone(), 9);
    // A state between start and end: the first so many, without gaps.
    let found = copy.read(kept).unwrap();
    assert_eq!(found, (0..i64::try_from(found.len()).unwrap()).collect::<Vec<_>>());
}

#[test]
fn many_rows_go_in_at_once() {
    diesel::table! {
        kept (number) {
            number -> BigInt,
        }
    }
    #[derive(diesel::Insertable)]
    #[diesel(table_name = kept)]
    struct Row {
        number: i64,
    }
    fn insert(tx: &mut crate::Tx<'_>, rows: &[Row]) -> Result<()> {
        crate::insert_all!(tx, kept::table, rows);
        Ok(())
    }
    on_both(|trial| {
        make_kept(&trial.database);
        let rows: Vec<Row> = (0..1_000).map(|number| Row { number }).collect();
        trial.database.write(|tx| insert(tx, &rows)).unwrap();
        trial.database.write(|tx| insert(tx, &[])).unwrap();
        let count =
            trial.database.read(|conn| Ok(kept::table.count().get_result::<i64>(conn)?)).unwrap();
        assert_eq!(count, 1_000);
    });
}
