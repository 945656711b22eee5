//! Consents and looks, on both engines.

use crate::consent::{Consent, Draft, Scope, record, records, withdraw};
use crate::looks::{Purpose, Seen, forget_old, look, looks_of};
use crate::measure::{Basis, Level, Measure, Register, Retention};
use crate::permits::MayConsent;
use database::Database;
use database::testing::{BEGINNING, Trial, on_both};
use diesel::prelude::*;
use insight::suppress::Sensitivity;
use language::{Day, Moment, PersonId, Role, Verb};
use schema::{facts as log, looks};
use words::Lang;

fn person(database: &Database, id: i64, name: &str, role: &str) {
    database
        .write(|tx| {
            database::sql(format!(
                "insert into people (id, name, name_key, handle, audience, role, state, created_at)
                values ({id}, '{name}', '{name}', 'handle{id}', 'employee', '{role}', 'active', 1)"
            ))
            .execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

fn today(trial: &Trial) -> Day {
    trial.database.now().day(&trial.database.zone())
}

fn draft(scope: Scope, given_on: Day, expires_on: Day) -> Draft {
    let (given_by, reference) = ("Ondernemingsraad".to_owned(), "OR 2026-14".to_owned());
    Draft { scope, given_by, given_on, expires_on, reference }
}

fn is_on(trial: &Trial, scope: Scope, day: Day) -> bool {
    trial.database.read(|conn| Consent::of(conn, scope, day)).unwrap().is_some()
}

#[test]
fn a_scope_is_off_until_somebody_consents_and_when_that_ends() {
    on_both(|trial| {
        person(&trial.database, 1, "Mia", "administrator");
        let permit = MayConsent::in_test(PersonId(1));
        let today = today(trial);
        for scope in Scope::ALL {
            assert!(!is_on(trial, *scope, today), "{scope:?}");
        }
        let new = draft(Scope::Network, today.plus(-3), today.plus(30));
        for _ in 0..2 {
            trial.database.write(|tx| record(tx, &permit, &new)).unwrap();
        }
        let known = trial.database.read(records).unwrap();
        assert_eq!(known.len(), 1, "the same consent twice is one");
        assert_eq!((known[0].recorded_by.as_str(), known[0].withdrawn_at), ("Mia", None));
        // Only this scope, from the day it was given until the last day.
        assert!(!is_on(trial, Scope::Roles, today));
        for (days, on) in [(-4, false), (-3, true), (0, true), (30, true), (31, false)] {
            assert_eq!(is_on(trial, Scope::Network, today.plus(days)), on, "{days}");
        }
        // A renewal beside it: the later end counts.
        let longer = draft(Scope::Network, today, today.plus(300));
        trial.database.write(|tx| record(tx, &permit, &longer)).unwrap();
        let consent = trial.database.read(|conn| Consent::of(conn, Scope::Network, today)).unwrap();
        let consent = consent.unwrap();
        assert_eq!((consent.scope(), consent.until()), (Scope::Network, today.plus(300)));
        // Withdrawing takes back both, and stays written down.
        let count = trial.database.write(|tx| withdraw(tx, &permit, Scope::Network)).unwrap();
        assert_eq!(count, 2);
        assert!(!is_on(trial, Scope::Network, today));
        let known = trial.database.read(records).unwrap();
        assert!(known.iter().all(|one| one.withdrawn_at.is_some() && !one.holds(today)));
        assert_eq!(trial.database.write(|tx| withdraw(tx, &permit, Scope::Network)).unwrap(), 0);
        let told = |verb: Verb| -> i64 {
            let of = log::table.filter(log::verb.eq(verb)).count();
            trial.database.read(|conn| Ok(of.get_result(conn)?)).unwrap()
        };
        assert_eq!((told(Verb::Consent), told(Verb::WithdrawConsent)), (2, 2));
    });
}

#[test]
fn a_consent_has_a_beginning_an_end_and_not_for_ever() {
    let today = Day(20_731);
    let wrong = |given: i32, expires: i32| -> Vec<&'static str> {
        let draft = draft(Scope::Roles, today.plus(given), today.plus(expires));
        draft.problems(today, Lang::Nl).0.iter().map(|problem| problem.field).collect()
    };
    assert_eq!(wrong(0, 365), [""; 0]);
    assert_eq!(wrong(1, 365), ["given_on"]);
    assert_eq!(wrong(-400, -1), ["expires_on"], "it is over");
    assert_eq!(wrong(0, 0), ["expires_on"]);
    assert_eq!(wrong(-10, 1_086), [""; 0]);
    assert_eq!(wrong(-10, 1_087), ["expires_on"], "longer than three years");
}

#[test]
fn whoever_was_looked_at_reads_by_whom_and_what_for() {
    on_both(|trial| {
        for (id, name, role) in
            [(1, "Mia", "administrator"), (2, "Robin", "manager"), (3, "Anna", "member")]
        {
            person(&trial.database, id, name, role);
        }
        let day = today(trial);
        let seen = |by: i64, purpose, minutes: i64| Seen {
            by: PersonId(by),
            role: if by == 1 { Role::Administrator } else { Role::Manager },
            purpose,
            at: BEGINNING.plus(minutes * 60 * Moment::SECOND),
            day,
        };
        let write = |seen: Seen, people: &[i64]| {
            trial.database.write(|tx| look(tx, seen, people)).unwrap();
        };
        write(seen(2, Purpose::People, 0), &[3, 1, 99]);
        write(seen(2, Purpose::People, 20), &[3]);
        write(seen(1, Purpose::Account, 5), &[3]);
        let found = trial.database.read(|conn| looks_of(conn, PersonId(3), 100)).unwrap();
        let told: Vec<(&str, Role, Option<Purpose>, i32)> =
            found.iter().map(|one| (one.by.as_str(), one.role, one.purpose, one.times)).collect();
        assert_eq!(
            told,
            [
                ("Robin", Role::Manager, Some(Purpose::People), 2),
                ("Mia", Role::Administrator, Some(Purpose::Account), 1),
            ]
        );
        assert_eq!(found[0].first_at, BEGINNING);
        assert_eq!(found[0].last_at, BEGINNING.plus(20 * 60 * Moment::SECOND));
        let mia = trial.database.read(|conn| looks_of(conn, PersonId(1), 100)).unwrap();
        assert_eq!(mia.len(), 1);
        // Another day is another row; a list of many is one statement or two.
        let tomorrow = Seen { day: day.plus(1), ..seen(2, Purpose::People, 60 * 24) };
        let many: Vec<i64> = (1..1_200).collect();
        write(tomorrow, &many);
        let rows = || -> i64 {
            trial.database.read(|conn| Ok(looks::table.count().get_result(conn)?)).unwrap()
        };
        assert_eq!(rows(), 3 + 3, "who does not exist is not written down");
        // A year later the first day is forgotten, the second not yet.
        trial.clock.advance(366 * Moment::DAY);
        forget_old(&trial.database).unwrap();
        assert_eq!(rows(), 3);
        trial.clock.advance(Moment::DAY);
        forget_old(&trial.database).unwrap();
        forget_old(&trial.database).unwrap();
        assert_eq!(rows(), 0);
    });
}

#[test]
fn the_register_is_filled_once() {
    let measure = Measure {
        name: "reach",
        version: 1,
        page: "/cockpit/reach",
        level: Level::Groups,
        sensitivity: Sensitivity::Plain,
        scope: None,
        retention: Retention::Days(365),
        basis: Basis::Interest,
        title: |_| "Bereik",
        purpose: |_| "Zien wie we bereiken",
        data: |_| "Actieve dagen",
    };
    let register = Register::default();
    assert!(register.measures().is_empty());
    register.fill(vec![measure]);
    register.fill(Vec::new());
    assert_eq!(register.measures().len(), 1);
    assert_eq!(measure.level.code(), "L1");
    assert_eq!(measure.retention.say(Lang::Nl), "365 dagen");
}

#[test]
fn the_file_says_what_is_on_and_what_is_measured() {
    let today = Day(20_731);
    let record = crate::consent::Record {
        scope: Scope::Network,
        given_by: "Ondernemingsraad".into(),
        given_on: today.plus(-30),
        expires_on: today.plus(335),
        reference: "OR 2026-14".into(),
        recorded_by: "Mia".into(),
        recorded_at: BEGINNING,
        withdrawn_at: None,
    };
    let measure = Measure {
        name: "ties",
        version: 2,
        page: "/cockpit/ties",
        level: Level::Groups,
        sensitivity: Sensitivity::Sensitive,
        scope: Some(Scope::Network),
        retention: Retention::Community,
        basis: Basis::Council,
        title: |_| "Verbindingen",
        purpose: |_| "Zien of afdelingen elkaar vinden",
        data: |_| "Wie op wie antwoordde",
    };
    let file = crate::dossier::write(
        Lang::Nl,
        &crate::dossier::Dossier {
            community: "Het *Plein*",
            address: "https://plein.example",
            zone: "Europe/Amsterdam",
            floor: 7,
            team_marked: false,
            today,
            records: &[record],
            measures: &[measure],
        },
    );
    for part in [
        "# Wat Het \\*Plein\\* meet, en waarom",
        "minder dan 7 mensen",
        "### Netwerk: Aan",
        "Door Ondernemingsraad, op",
        "Vastgelegd in: OR 2026-14",
        "### Rollen: Uit",
        "### Verbindingen",
        "- **Waarvoor:** Zien of afdelingen elkaar vinden",
        "- **Toestemming nodig voor:** Netwerk",
        "- **Versie:** 2 (ties)",
    ] {
        assert!(file.contains(part), "{part} is missing in:\n{file}");
    }
    assert!(!file.contains("### Netwerk: Uit"));
}
