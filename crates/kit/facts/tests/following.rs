//! Followers that fail, panic, share their work, begin anew.

use super::{Tally, check_rebuild, check_whole, note_each, number, settle};
use crate::ahead::catch_up_by;
use crate::{Progress, rebuild, standing, step};
use database::testing::on_both;
use std::sync::Barrier;
use std::sync::atomic::Ordering;

fn progress(trial: &database::testing::Trial) -> Progress {
    trial.database.read(standing).unwrap().remove(0)
}

#[test]
fn a_follower_takes_each_fact_once_in_order() {
    on_both(|trial| {
        Tally::tables(trial);
        let tally = Tally::default();
        assert_eq!(step(&trial.database, &tally).unwrap(), 0);
        note_each(&trial.database, 0..30);
        assert_eq!(step(&trial.database, &tally).unwrap(), 7);
        assert_eq!(settle(&trial.database, &tally), 23);
        assert_eq!(step(&trial.database, &tally).unwrap(), 0);
        check_whole(&trial.database);
        assert_eq!(
            progress(trial),
            Progress { name: "tally".to_owned(), position: 30, head: 30, trouble: None }
        );
    });
}

#[test]
fn one_that_fails_stands_still_says_why_and_goes_on_later() {
    on_both(|trial| {
        Tally::tables(trial);
        let tally = Tally::default();
        // At the very first step, when it has no cursor yet, and later.
        for (round, before) in [0, 10].into_iter().enumerate() {
            note_each(&trial.database, before..before + 10);
            for flag in [&tally.fails, &tally.panics] {
                flag.store(true, Ordering::SeqCst);
                assert!(step(&trial.database, &tally).is_err());
                flag.store(false, Ordering::SeqCst);
                let stands = progress(trial);
                assert_eq!(stands.position, before, "round {round}");
                let why = stands.trouble.unwrap();
                assert!(why.contains("Gone") || why.contains("on purpose"), "{why}");
                assert_eq!(number(&trial.database, "select count(*) as number from taken"), before);
            }
            assert_eq!(settle(&trial.database, &tally), 10);
            assert_eq!(progress(trial).trouble, None);
            check_whole(&trial.database);
        }
    });
}

#[test]
fn a_trouble_that_is_over_is_cleared_even_when_nothing_new_happens() {
    on_both(|trial| {
        Tally::tables(trial);
        let tally = Tally::default();
        note_each(&trial.database, 0..3);
        settle(&trial.database, &tally);
        super::execute(&trial.database, "update followers set trouble = 'the disk was full'");
        assert_eq!(step(&trial.database, &tally).unwrap(), 0);
        assert_eq!(progress(trial).trouble, None);
    });
}

#[test]
fn a_rebuild_gives_what_had_grown() {
    on_both(|trial| {
        Tally::tables(trial);
        note_each(&trial.database, 0..25);
        check_rebuild(&trial.database, &Tally::default());
        // Also while it is half-way and others go on recording.
        note_each(&trial.database, 25..40);
        step(&trial.database, &Tally::default()).unwrap();
        check_rebuild(&trial.database, &Tally::default());
        check_whole(&trial.database);
    });
}

#[test]
fn a_rebuild_before_the_first_step_is_no_failure() {
    on_both(|trial| {
        Tally::tables(trial);
        rebuild(&trial.database, &Tally::default()).unwrap();
        assert_eq!(progress(trial).position, 0);
    });
}

/// Threads and a second handle step one follower while others record: from the
/// very first step, when the cursor is not there yet.
#[test]
fn those_who_step_the_same_follower_at_once_double_nothing() {
    on_both(|trial| {
        Tally::tables(trial);
        let other = trial.opened_again(8);
        note_each(&trial.database, 0..20);
        let start = Barrier::new(6);
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let database = if thread % 2 == 0 { &trial.database } else { &other };
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    for _ in 0..30 {
                        step(database, &Tally::default()).unwrap();
                    }
                });
            }
            for thread in 0..2_i64 {
                let database = if thread == 0 { &trial.database } else { &other };
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    note_each(database, 100 * (thread + 1)..100 * (thread + 1) + 60);
                });
            }
        });
        settle(&trial.database, &Tally::default());
        check_whole(&trial.database);
        assert_eq!(number(&trial.database, "select count(*) as number from taken"), 140);
    });
}

#[test]
fn a_slow_follower_does_not_hold_up_another() {
    struct Slow<'a>(&'a Barrier);
    impl crate::Follower for Slow<'_> {
        fn name(&self) -> &'static str {
            "slow"
        }
        fn follow(&self, _: &mut database::Tx<'_>, _: &[crate::Recorded]) -> language::Result<()> {
            self.0.wait();
            self.0.wait();
            Ok(())
        }
        fn forget(&self, _: &mut database::Tx<'_>) -> language::Result<()> {
            Ok(())
        }
    }
    // On SQLite there is one writer, whoever it is: this is about PostgreSQL.
    let trial = database::testing::postgres();
    Tally::tables(&trial);
    note_each(&trial.database, 0..5);
    let barrier = Barrier::new(2);
    std::thread::scope(|scope| {
        scope.spawn(|| step(&trial.database, &Slow(&barrier)).unwrap());
        barrier.wait();
        // It is in the middle of its step; new facts are sequenced and taken.
        note_each(&trial.database, 5..9);
        assert_eq!(settle(&trial.database, &Tally::default()), 9);
        barrier.wait();
    });
}

#[test]
fn reading_ahead_takes_each_fact_once_in_order() {
    on_both(|trial| {
        Tally::tables(trial);
        let tally = Tally::default();
        note_each(&trial.database, 0..50);
        // From the beginning, from the middle, with nothing left; the last portion may
        // be whole, in part, or larger than the log.
        for (size, already) in [(7, 0), (10, 7), (100, 14), (50, 49)] {
            rebuild(&trial.database, &tally).unwrap();
            while progress(trial).position < already {
                step(&trial.database, &tally).unwrap();
            }
            let from = progress(trial).position;
            let mut count = 0;
            catch_up_by(&trial.database, &tally, size, |taken| count += taken).unwrap();
            assert_eq!(i64::try_from(count).unwrap(), 50 - from, "portions of {size}");
            check_whole(&trial.database);
            catch_up_by(&trial.database, &tally, size, |_| panic!("nothing is left")).unwrap();
        }
    });
}

#[test]
fn reading_ahead_stops_where_the_follower_fails_and_goes_on_from_there() {
    on_both(|trial| {
        Tally::tables(trial);
        let tally = Tally::default();
        note_each(&trial.database, 0..40);
        let fails_after = |portions: usize| {
            let mut count = 0;
            catch_up_by(&trial.database, &tally, 10, |_| {
                count += 1;
                tally.fails.store(count == portions, Ordering::SeqCst);
            })
        };
        assert!(fails_after(2).is_err());
        assert_eq!(progress(trial).position, 20);
        assert!(progress(trial).trouble.is_some());
        tally.fails.store(false, Ordering::SeqCst);
        assert!(fails_after(9).is_ok());
        assert_eq!(progress(trial).trouble, None);
        check_whole(&trial.database);
    });
}

#[test]
fn several_that_read_ahead_share_the_work() {
    on_both(|trial| {
        Tally::tables(trial);
        note_each(&trial.database, 0..60);
        let all = Barrier::new(3);
        std::thread::scope(|scope| {
            for size in [5, 7, 11] {
                let (all, database) = (&all, &trial.database);
                scope.spawn(move || {
                    let tally = Tally::default();
                    all.wait();
                    catch_up_by(database, &tally, size, |_| {}).unwrap();
                });
            }
        });
        check_whole(&trial.database);
    });
}
