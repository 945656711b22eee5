//! Migrations: from nothing, half-way, too new, tampered with, and by several at once.

use super::bare;
use crate::testing::{BEGINNING, Trial, on_both, open};
use crate::{Database, Environment, Location, MIGRATIONS, Migration, SchemaState};
use diesel::connection::SimpleConnection;
use language::{Failure, FixedClock, SeededRandomness};
use std::sync::Arc;

fn environment() -> Environment {
    Environment::new(Arc::new(FixedClock::at(BEGINNING)), Arc::new(SeededRandomness::new(3)))
}

fn look(location: &Location) -> Database {
    Database::open_as_is(location, environment()).unwrap()
}

fn execute(trial: &Trial, sql: &str) {
    trial
        .database
        .write(|tx| {
            tx.batch_execute(sql)?;
            Ok(())
        })
        .unwrap();
}

/// What opening says, which must not work.
fn refused(trial: &Trial) -> String {
    match Database::open(&trial.location, environment()) {
        Err(Failure::Fault(fault)) => fault.cause.to_string(),
        Err(other) => panic!("another failure: {other}"),
        Ok(_) => panic!("it was opened"),
    }
}

#[test]
fn an_empty_place_gets_the_whole_history_once() {
    on_both(|trial| {
        let database = look(&bare(trial));
        assert_eq!(database.schema_state().unwrap(), SchemaState::Empty);
        assert_eq!(database.migrate().unwrap(), MIGRATIONS.len());
        assert_eq!(database.schema_state().unwrap(), SchemaState::Current);
        assert_eq!(database.migrate().unwrap(), 0);
    });
}

#[test]
fn the_history_is_numbered_without_gaps() {
    for (i, migration) in MIGRATIONS.iter().enumerate() {
        assert_eq!(usize::try_from(migration.number).unwrap(), i + 1);
        assert!(migration.name.starts_with(&format!("{:04}_", i + 1)), "{}", migration.name);
    }
}

#[test]
fn a_newer_schema_is_refused_and_left_alone() {
    on_both(|trial| {
        execute(trial, "insert into migrations values (9999, '9999_future', 'x', 0)");
        assert_eq!(trial.database.schema_state().unwrap(), SchemaState::Newer);
        assert!(refused(trial).contains("newer release"));
        assert_eq!(look(&trial.location).schema_state().unwrap(), SchemaState::Newer);
    });
}

#[test]
fn a_migration_that_was_changed_after_it_ran_is_refused() {
    on_both(|trial| {
        execute(trial, "update migrations set checksum = 'x' where number = 2");
        assert!(refused(trial).contains("0002_talk was changed"));
    });
}

#[test]
fn an_older_schema_says_how_far_behind_it_is() {
    on_both(|trial| {
        execute(trial, "delete from migrations where number > 3");
        let behind = MIGRATIONS.len() - 3;
        assert_eq!(trial.database.schema_state().unwrap(), SchemaState::Behind(behind));
    });
}

#[test]
fn a_migration_that_fails_leaves_nothing_and_those_before_it_stay() {
    const BAD: &str = "create table first_half (id bigint primary key);
        create table broken (";
    let step = |number, name, sql| Migration { number, name, sqlite: sql, postgres: sql };
    on_both(|trial| {
        let database = look(&bare(trial));
        let good = "create table whole (id bigint primary key)";
        let history = [step(1, "0001_good", good), step(2, "0002_bad", BAD)];
        let failure = database.run_migrations(&history).unwrap_err();
        assert!(failure.to_string().contains("0002_bad"), "{failure}");
        // The good one stayed, nothing of the bad one did: mended, it runs.
        let mended = "create table first_half (id bigint primary key)";
        let history = [step(1, "0001_good", good), step(2, "0002_bad", mended)];
        assert_eq!(database.run_migrations(&history).unwrap(), 1);
    });
}

#[test]
fn several_that_open_an_empty_place_at_once_all_find_it_whole() {
    on_both(|trial| {
        let location = bare(trial);
        std::thread::scope(|scope| {
            let opened: Vec<_> = (0..4)
                .map(|seed| {
                    let location = &location;
                    scope.spawn(move || open(location, Arc::new(FixedClock::at(BEGINNING)), seed))
                })
                .collect();
            for opened in opened {
                let database = opened.join().unwrap();
                assert_eq!(database.schema_state().unwrap(), SchemaState::Current);
            }
        });
    });
}

#[test]
fn the_zone_comes_from_the_community() {
    on_both(|trial| {
        assert_eq!(trial.database.zone(), jiff::tz::TimeZone::UTC);
        execute(
            trial,
            "insert into community (id, name, language, zone, seed, created_at)
             values (1, 'Stad', 'nl', 'Europe/Amsterdam', 1, 0)",
        );
        trial.database.reload_zone().unwrap();
        let amsterdam = jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap();
        assert_eq!(trial.database.zone(), amsterdam);
        // 23:30 in UTC is tomorrow in Amsterdam.
        trial.clock.advance(15 * language::Moment::HOUR + language::Moment::HOUR / 2);
        let today = trial.database.write(|tx| Ok(tx.today())).unwrap();
        assert_eq!(today.date(), jiff::civil::date(2026, 10, 6));
    });
}
