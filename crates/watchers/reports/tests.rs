//! Reports from draft to file, on both engines.

mod promising;
mod reporting;
mod sending;

use crate::month::Month;
use crate::permits::MayReport;
use crate::snapshot::Snapshot;
use crate::{draft, store};
use cockpit::MonthOf;
use database::testing::{BEGINNING, Trial};
use insight::GroupMinimum;
use jiff::tz::TimeZone;
use language::{Day, DepartmentId, Fact, Moment, PersonId, Pseudonym, Verb};

/// Monday 5 October 2026, at which tests begin.
const MONDAY: Day = Day(20_731);
const MANAGER: PersonId = PersonId(900);

fn run(trial: &Trial, sql: &str) {
    trial
        .database
        .write(|tx| {
            use diesel::RunQueryDsl;
            database::sql(sql).execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

fn fill(trial: &Trial, department: i64, first: i64, people: i64) {
    for number in first..first + people {
        run(
            trial,
            &format!(
                "insert into people (id, name, name_key, handle, department_id, audience, role,
                    state, joined_at, created_at, email, email_key, email_verified)
                values ({number}, 'Lid {number}', 'lid', 'h{number}', {department}, 'employee',
                    'member', 'active', 1, 1, 'h{number}@dorp.example', 'h{number}@dorp.example',
                    true)"
            ),
        );
        run(
            trial,
            &format!(
                "insert into pseudonyms (person_id, pseudonym) values ({number}, {})",
                number + 10_000
            ),
        );
    }
}

/// People of a department do something on a day before the beginning.
fn act(trial: &Trial, verb: Verb, department: i64, numbers: std::ops::Range<i64>, day: i32) {
    trial
        .database
        .write(|tx| {
            for number in numbers.clone() {
                let at = BEGINNING.plus(i64::from(day) * Moment::DAY);
                let mut fact = Fact::new(verb, at, MONDAY.plus(day));
                fact.actor = Some(Pseudonym(number + 10_000));
                fact.dept_at = Some(DepartmentId(department));
                facts::record(tx, &fact)?;
            }
            Ok(())
        })
        .unwrap();
    while facts::step(&trial.database, &rollups::Rollups).unwrap() > 0 {}
}

/// Sales 40, warehouse 30, care 25; a board of 3, and a shop of 12 of whom 2 came.
fn town(trial: &Trial) {
    run(
        trial,
        "insert into community (id, name, language, zone, seed, created_at)
        values (1, 'Dorp', 'nl', 'Europe/Amsterdam', 1, 1)",
    );
    for (id, name) in [(1, "Verkoop"), (2, "Magazijn"), (3, "Directie"), (4, "Winkel"), (5, "Zorg")]
    {
        run(
            trial,
            &format!(
                "insert into departments (id, parent_id, name, name_key, path, created_at)
                values ({id}, null, '{name}', '{name}', '{name}', 1)"
            ),
        );
    }
    fill(trial, 1, 100, 40);
    fill(trial, 2, 200, 30);
    fill(trial, 3, 300, 3);
    fill(trial, 4, 400, 12);
    fill(trial, 5, 500, 25);
    fill(trial, 1, MANAGER.0, 1);
    run(trial, "update people set role = 'manager', team = true where id = 900");
    for day in [-50, -20, -12] {
        act(trial, Verb::Session, 1, 100..120, day);
        act(trial, Verb::Session, 2, 200..208, day);
        act(trial, Verb::Session, 3, 300..302, day);
        act(trial, Verb::Session, 4, 400..402, day);
        act(trial, Verb::Session, 5, 500..513, day);
    }
    act(trial, Verb::Post, 1, 100..106, -12);
    act(trial, Verb::Reply, 5, 500..507, -11);
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn of(month: Month, zone: &TimeZone) -> MonthOf<'_> {
    MonthOf { end: month.end(), zone, floor: GroupMinimum::FIVE, team_marked: true }
}

fn permit() -> MayReport {
    MayReport::in_test(MANAGER)
}

/// Begins the report of a month.
fn made(trial: &Trial, text: &str) -> i64 {
    let zone = TimeZone::UTC;
    let month = month(text);
    draft::make(&trial.database, &permit(), month, of(month, &zone)).unwrap()
}

fn read(trial: &Trial, id: i64) -> draft::Report {
    trial.database.read(|conn| store::report(conn, id)).unwrap()
}

fn finished(trial: &Trial, text: &str) -> i64 {
    let id = made(trial, text);
    trial.database.write(|tx| draft::finish(tx, &permit(), id)).unwrap();
    id
}

fn snapshot(trial: &Trial, id: i64) -> Snapshot {
    read(trial, id).snapshot
}
