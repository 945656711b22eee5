//! Set-up, departments, team, on both engines.

use crate::departments;
use crate::permits::MayOrganise;
use crate::set_up::{Manager, SetUp, set_up};
use crate::settings::{self, Settings};
use crate::{store, team};
use database::Database;
use database::testing::{Trial, on_both};
use diesel::prelude::*;
use language::{Failure, Moment, PersonId, PersonState, Refusal, Role, SeededRandomness, Verb};
use schema::{community, facts as log, groups, memberships, people, posts};
use sign_in::accounts::{self, NewAccount};
use sign_in::password::{self, Hash};
use std::sync::OnceLock;
use text::Email;
use words::Lang;

fn hash() -> Hash {
    static HASH: OnceLock<Hash> = OnceLock::new();
    HASH.get_or_init(|| password::hash("vijf natte eenden", &SeededRandomness::new(5)).unwrap())
        .clone()
}

fn begin(database: &Database) -> language::Result<PersonId> {
    let manager = Manager {
        name: "Marijke ten Brinke",
        email: Email::parse("marijke@plein.example").unwrap(),
        password: hash(),
    };
    let new = SetUp {
        name: "Het Plein",
        language: Lang::Nl,
        zone: "Europe/Amsterdam",
        floor: 5,
        manager,
    };
    database.write(|tx| set_up(tx, new))
}

fn facts_of(database: &Database, verb: Verb) -> i64 {
    database
        .read(|conn| Ok(log::table.filter(log::verb.eq(verb)).count().get_result(conn)?))
        .unwrap()
}

fn permit(trial: &Trial) -> MayOrganise {
    MayOrganise::in_test(begin(&trial.database).unwrap())
}

fn is_refused<T: std::fmt::Debug>(result: language::Result<T>, refusal: Refusal) {
    match result {
        Err(Failure::Refusal(is)) => assert_eq!(is, refusal),
        other => panic!("{other:?} instead of {refusal:?}"),
    }
}

#[test]
fn a_community_begins_once() {
    on_both(|trial| {
        let database = &trial.database;
        let boss = begin(database).unwrap();
        is_refused(begin(database), Refusal::Conflict);
        let (seed, floor): (i64, i32) = database
            .read(|conn| {
                Ok(community::table.select((community::seed, community::floor)).first(conn)?)
            })
            .unwrap();
        assert_ne!(seed, 0);
        assert_eq!(floor, 5);
        let (role, state, verified): (Role, PersonState, bool) = database
            .read(|conn| {
                Ok(people::table
                    .filter(people::id.eq(boss.0))
                    .select((people::role, people::state, people::email_verified))
                    .first(conn)?)
            })
            .unwrap();
        assert_eq!((role, state, verified), (Role::Administrator, PersonState::Active, true));
        let commons: Vec<(String, PersonId)> = database
            .read(|conn| {
                Ok(memberships::table
                    .inner_join(groups::table)
                    .filter(groups::commons.eq(true))
                    .select((groups::slug, memberships::person_id))
                    .load(conn)?)
            })
            .unwrap();
        assert_eq!(commons, [("iedereen".to_owned(), boss)]);
        assert_eq!(facts_of(database, Verb::Joined), 1);
        assert_eq!(facts_of(database, Verb::Settings), 1);
        database.reload_zone().unwrap();
        assert_eq!(database.zone().iana_name(), Some("Europe/Amsterdam"));
    });
}

#[test]
fn of_several_at_once_one_begins() {
    on_both(|trial| {
        let start = std::sync::Barrier::new(8);
        let began = std::thread::scope(|scope| {
            let tries: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        begin(&trial.database).is_ok()
                    })
                })
                .collect();
            tries.into_iter().map(|t| t.join().unwrap()).filter(|b| *b).count()
        });
        assert_eq!(began, 1);
    });
}

#[test]
fn the_same_department_is_made_once_however_it_is_written() {
    on_both(|trial| {
        let database = &trial.database;
        let ensure = |path: &str| database.write(|tx| departments::ensure_path(tx, path)).unwrap();
        let first = ensure("Zorg / Team Müller");
        assert!(first.is_some());
        for same in ["zorg / team müller", "ZORG /  Team  Mu\u{308}ller ", " Zorg / Team Müller"]
        {
            assert_eq!(ensure(same), first, "{same}");
        }
        assert_ne!(ensure("Team Müller"), first, "another place, another department");
        assert_eq!(ensure("  "), None);
        let all = database.read(departments::all).unwrap();
        let seen: Vec<(&str, usize)> = all.iter().map(|d| (d.path.as_str(), d.depth)).collect();
        assert_eq!(seen, [("Team Müller", 0), ("Zorg", 0), ("Zorg / Team Müller", 1)]);
    });
}

#[test]
fn a_tree_counts_what_is_below() {
    on_both(|trial| {
        let database = &trial.database;
        let permit = permit(trial);
        let care =
            database.write(|tx| departments::add(tx, &permit, None, "Zorg", Some(40))).unwrap();
        let night = database
            .write(|tx| departments::add(tx, &permit, Some(care), "Nachtdienst", None))
            .unwrap();
        is_refused(
            database.write(|tx| departments::add(tx, &permit, None, "zorg", None)),
            Refusal::Conflict,
        );
        for (n, department) in [(1, care), (2, night), (3, night)] {
            let email = Email::parse(&format!("p{n}@plein.example")).unwrap();
            let new = NewAccount {
                department: Some(department),
                ..NewAccount::member("Iemand", email, hash())
            };
            database.write(|tx| accounts::create(tx, &new)).unwrap();
        }
        database
            .write(|tx| departments::change(tx, &permit, care, "Zorg en welzijn", Some(45)))
            .unwrap();
        let all = database.read(departments::all).unwrap();
        let seen: Vec<_> = all.iter().map(|d| (d.path.as_str(), d.headcount, d.members)).collect();
        assert_eq!(
            seen,
            [("Zorg en welzijn", Some(45), 3), ("Zorg en welzijn / Nachtdienst", None, 2)]
        );
    });
}

#[test]
fn the_team_is_marked_and_known() {
    on_both(|trial| {
        let database = &trial.database;
        let permit = permit(trial);
        let email = Email::parse("femke@plein.example").unwrap();
        let femke = database
            .write(|tx| accounts::create(tx, &NewAccount::member("Femke", email, hash())))
            .unwrap();
        database
            .write(|tx| {
                let group: i64 = groups::table.select(groups::id).first(&mut **tx)?;
                for n in 0..30 {
                    diesel::insert_into(posts::table)
                        .values((
                            posts::id.eq(tx.new_id()),
                            posts::group_id.eq(group),
                            posts::author_id.eq(femke.0),
                            posts::kind.eq("update"),
                            posts::title.eq(""),
                            posts::body.eq("Hoi"),
                            posts::body_html.eq("<p>Hoi</p>"),
                            posts::sanitizer.eq(1),
                            posts::state.eq("published"),
                            posts::published_at.eq(Moment(n)),
                            posts::activity_at.eq(Moment(n)),
                            posts::comments.eq(0),
                            posts::reactions.eq(0),
                        ))
                        .execute(&mut **tx)?;
                }
                Ok(())
            })
            .unwrap();
        let likely = database.read(team::likely).unwrap();
        let seen: Vec<_> = likely.iter().map(|c| (c.name.as_str(), c.first_posts)).collect();
        assert_eq!(seen, [("Marijke ten Brinke", 0), ("Femke", 30)]);
        let before = facts_of(database, Verb::PersonChange);
        for _ in 0..2 {
            let shown = [permit.by(), femke];
            database.write(|tx| team::mark(tx, &permit, &shown, &[femke])).unwrap();
        }
        assert_eq!(facts_of(database, Verb::PersonChange), before + 1, "once is enough");
        let found = database.read(|conn| team::search(conn, "FEM")).unwrap();
        assert!(found[0].team);
        assert!(database.read(|conn| team::search(conn, "f_m%")).unwrap().is_empty());
        let marked: bool = database
            .read(|conn| Ok(community::table.select(community::team_marked).first(conn)?))
            .unwrap();
        assert!(marked);
    });
}

#[test]
fn the_privacy_floor_only_rises() {
    on_both(|trial| {
        let database = &trial.database;
        let permit = permit(trial);
        let old = database.read(store::settings).unwrap().unwrap();
        let change = |floor| {
            let new = Settings { floor, ..old.clone() };
            database.write(|tx| settings::change(tx, &permit, &new))
        };
        change(8).unwrap();
        is_refused(change(7), Refusal::Conflict);
        assert_eq!(database.read(store::settings).unwrap().unwrap().floor, 8);
    });
}

#[test]
fn a_zone_is_one_of_the_database() {
    assert_eq!(settings::zone(" europe/amsterdam ").as_deref(), Some("Europe/Amsterdam"));
    assert_eq!(settings::zone("Mars/Olympus"), None);
    assert_eq!(settings::zone(""), None);
    for zone in settings::ZONES {
        assert_eq!(settings::zone(zone).as_deref(), Some(*zone));
    }
}

#[test]
fn names_of_departments_and_of_the_community_fit_their_tables() {
    on_both(|trial| {
        let phrase = "\u{FDFA}".repeat(120);
        let manager = || Manager {
            name: "Marijke ten Brinke",
            email: Email::parse("marijke@plein.example").unwrap(),
            password: hash(),
        };
        let begin = |name: &str| {
            let new = SetUp {
                name,
                language: Lang::Nl,
                zone: "Europe/Amsterdam",
                floor: 5,
                manager: manager(),
            };
            trial.database.write(|tx| set_up(tx, new))
        };
        for name in [&*phrase, "\u{200B}", ""] {
            assert!(matches!(begin(name), Err(Failure::Problems(_))), "{name:?}");
        }
        let boss = begin("Het\u{202E} Plein").unwrap();
        let kept = trial.database.read(store::settings).unwrap().unwrap();
        assert_eq!(kept.name, "Het Plein");
        let permit = MayOrganise::in_test(boss);
        let add =
            |name: &str| trial.database.write(|tx| departments::add(tx, &permit, None, name, None));
        // Cut, because departments also come from files.
        assert!(add(&phrase).is_ok());
        is_refused(add("\u{2066}\u{3164}"), Refusal::TooLarge);
        add("Zorg\u{202E} en Welzijn").unwrap();
        let all = trial.database.read(departments::all).unwrap();
        assert!(all.iter().any(|department| department.name == "Zorg en Welzijn"));
    });
}
