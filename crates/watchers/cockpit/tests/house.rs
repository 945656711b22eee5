use crate::pages::today::{self, Asked};
use crate::permits::MayManage;
use crate::{Overrule, departments, judgement, overrule, refuse, store};
use askama::Template;
use database::testing::{BEGINNING, Trial, on_both};
use diesel::prelude::*;
use insight::GroupMinimum;
use jiff::tz::TimeZone;
use language::{ActorKind, Day, DepartmentId, Fact, Moment, ObjectKind, PersonId, Pseudonym, Verb};
use words::Lang::Nl;

/// Monday 5 October 2026.
pub(super) const MONDAY: Day = Day(20_731);
pub(super) const MANAGER: PersonId = PersonId(900);

pub(super) fn run(trial: &Trial, sql: &str) {
    trial
        .database
        .write(|tx| {
            database::sql(sql).execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

/// `people` of a department, numbered from `first`; their pseudonym is ten thousand more.
fn fill(trial: &Trial, department: i64, first: i64, people: i64) {
    for number in first..first + people {
        run(
            trial,
            &format!(
                "insert into people (id, name, name_key, handle, department_id, audience, role,
                    state, joined_at, created_at)
                values ({number}, 'Lid {number}', 'lid', 'h{number}', {department}, 'employee',
                    'member', 'active', 1, 1)"
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

pub(super) fn visit(trial: &Trial, department: i64, numbers: std::ops::Range<i64>, day: i32) {
    trial
        .database
        .write(|tx| {
            for number in numbers.clone() {
                let at = BEGINNING.plus(i64::from(day) * Moment::DAY);
                let mut fact = Fact::new(Verb::Session, at, MONDAY.plus(day));
                fact.actor = Some(Pseudonym(number + 10_000));
                fact.dept_at = Some(DepartmentId(department));
                facts::record(tx, &fact)?;
            }
            Ok(())
        })
        .unwrap();
    while facts::step(&trial.database, &rollups::Rollups).unwrap() > 0 {}
}

/// Sales 40 (below it a team of 4), warehouse 60 on the payroll, board 3.
pub(super) fn town(trial: &Trial) {
    for (id, parent, name, headcount) in [
        (1, "null", "Verkoop", "null"),
        (2, "null", "Magazijn", "60"),
        (3, "null", "Directie", "null"),
        (4, "1", "Binnendienst", "null"),
        (5, "null", "Zorg", "null"),
    ] {
        run(
            trial,
            &format!(
                "insert into departments (id, parent_id, name, name_key, path, headcount, created_at)
                values ({id}, {parent}, '{name}', '{name}', '{name}', {headcount}, 1)"
            ),
        );
    }
    fill(trial, 1, 100, 36);
    fill(trial, 4, 150, 4);
    fill(trial, 2, 200, 20);
    fill(trial, 3, 300, 3);
    fill(trial, 5, 400, 30);
    fill(trial, 1, MANAGER.0, 1);
    run(trial, "update people set role = 'manager', team = true where id = 900");
    visit(trial, 1, 100..120, -3);
    visit(trial, 4, 150..152, -3);
    visit(trial, 2, 200..205, -3);
    visit(trial, 3, 300..302, -3);
    visit(trial, 5, 400..415, -3);
}

fn by_department(trial: &Trial, today: Day) -> departments::ByDepartment {
    departments::by_department(&trial.database, Nl, today, GroupMinimum::FIVE).unwrap()
}

fn of(figures: &departments::ByDepartment, name: &str) -> Option<(u64, u64)> {
    figures.departments.iter().find(|one| one.name == name).unwrap().shown
}

fn asked(zone: &TimeZone) -> Asked<'_> {
    Asked {
        lang: Nl,
        now: BEGINNING,
        zone,
        name: "Marijke de Vries",
        permit: MayManage::in_test(MANAGER),
        team_marked: true,
    }
}

#[test]
fn a_department_of_three_is_never_shown() {
    on_both(|trial| {
        town(trial);
        let figures = by_department(trial, MONDAY);
        assert_eq!(of(&figures, "Directie"), None);
        // Another is hidden with it, or the total would tell.
        assert!(figures.hidden() >= 2, "{figures:?}");
        assert!(figures.departments.iter().all(|one| one.name != "Binnendienst"));
        let text = String::from_utf8(crate::csv::file(&crate::pages::reach::file(Nl, &figures)));
        let text = text.unwrap();
        assert!(text.contains("\"Directie\";\"–\";\"–\";\"–\";\"–\""), "{text}");
        let zone = TimeZone::UTC;
        let page = today::page(&trial.database, &asked(&zone), GroupMinimum::FIVE).unwrap();
        let html = page.render().unwrap();
        assert!(!html.contains("Directie"), "small ones have no name on the first page");
        // The log keeps no hidden number.
        let rows = trial.database.read(|c| store::departments(c, MONDAY.plus(-1))).unwrap();
        let board = rows.iter().find(|row| row.id == 3).unwrap();
        assert_eq!((board.round, board.did, board.people), (Some(1), None, None));
    });
}

#[test]
fn what_was_shown_stands_for_a_week() {
    on_both(|trial| {
        town(trial);
        let first = by_department(trial, MONDAY);
        let shown: Vec<_> = first.shown().map(|one| one.name.clone()).collect();
        assert!(shown.len() >= 2, "{first:?}");
        // Somebody leaves, somebody else comes by late: nothing moves.
        run(trial, "update people set state = 'suspended' where id = 100");
        visit(trial, 1, 121..122, -2);
        assert_eq!(by_department(trial, MONDAY.plus(3)).departments, first.departments);
        // Even when the week is taken down anew.
        run(trial, "delete from closed_weeks");
        assert_eq!(by_department(trial, MONDAY.plus(3)).departments, first.departments);
        // The next week is a new one; the former stands beside it after four.
        let next = by_department(trial, MONDAY.plus(7));
        assert_ne!(next.end, first.end);
        // Nobody looks for a week: it is kept all the same.
        trial.clock.advance(14 * Moment::DAY);
        crate::keep_week(&trial.database).unwrap();
        run(
            trial,
            "insert into community (id, name, language, zone, seed, created_at)
            values (1, 'Dorp', 'nl', 'Europe/Amsterdam', 1, 1)",
        );
        crate::keep_week(&trial.database).unwrap();
        let kept = trial.database.read(|c| store::departments(c, MONDAY.plus(13))).unwrap();
        assert!(kept.iter().any(|row| row.round == Some(1) && row.did.is_some()));
        let later = by_department(trial, MONDAY.plus(28));
        let name = shown[0].as_str();
        let one = later.departments.iter().find(|one| one.name == name).unwrap();
        assert_eq!(one.before, of(&first, name));
    });
}

#[test]
fn the_headcount_is_the_base_when_it_can_be() {
    on_both(|trial| {
        town(trial);
        let rows = trial.database.read(|c| store::departments(c, MONDAY.plus(-1))).unwrap();
        // Before the week is closed nobody came that is known of.
        assert!(departments::groups(&rows).iter().all(|group| group.did == 0));
        by_department(trial, MONDAY);
        let rows = trial.database.read(|c| store::departments(c, MONDAY.plus(-1))).unwrap();
        let groups = departments::groups(&rows);
        let of = |id| groups.iter().find(|group| group.id == id).copied().unwrap();
        assert_eq!((of(2).did, of(2).people, of(2).payroll), (5, 60, true));
        // With the team below it, without the manager, who is in the team.
        assert_eq!((of(1).did, of(1).people, of(1).payroll), (22, 40, false));
    });
}

#[test]
fn the_first_page_shows_steps_until_there_is_life() {
    on_both(|trial| {
        let zone = TimeZone::UTC;
        run(
            trial,
            "insert into people (id, name, name_key, handle, audience, role, state, team, joined_at,
                created_at)
            values (900, 'Marijke', 'marijke', 'marijke', 'employee', 'manager', 'active', true, 1, 1)",
        );
        let render = || {
            let page = today::page(&trial.database, &asked(&zone), GroupMinimum::FIVE).unwrap();
            page.render().unwrap()
        };
        let html = render();
        assert!(html.contains("href=\"/cockpit/imports\"") && html.contains("/cockpit/invite"));
        assert!(!html.contains("cockpit__col"), "no empty charts");
        run(trial, "delete from people");
        town(trial);
        let html = render();
        assert!(html.contains("Goedemorgen, Marijke"), "{html}");
        assert!(html.contains("Te vroeg om een fase te noemen"));
        assert!(html.contains("Wat vraagt vandaag om jou?") && html.contains("advice--first"));
        assert!(!html.contains("style=") && !html.contains("NaN"));
    });
}

#[test]
fn a_judgement_holds_until_its_day_and_is_on_the_record() {
    on_both(|trial| {
        town(trial);
        let permit = MayManage::in_test(MANAGER);
        let until = MONDAY.plus(30).date().to_string();
        for (phase, note, until) in [
            ("growth", "want", until.as_str()),
            ("establishment", " ", until.as_str()),
            ("establishment", "want", "2026-10-05"),
            ("establishment", "want", "2028-10-05"),
            ("establishment", "want", "straks"),
        ] {
            assert!(
                Overrule::new(Nl, phase, note, until, MONDAY).is_err(),
                "{phase} {note} {until}"
            );
        }
        let choice =
            Overrule::new(Nl, "establishment", "Vijf mensen schrijven alles", &until, MONDAY);
        let choice = choice.unwrap();
        trial
            .database
            .write(|tx| {
                overrule(tx, &permit, &choice)?;
                refuse(tx, &permit, Nl, 7, "Geen tijd")
            })
            .unwrap();
        let standing = |today| {
            let lately = trial.database.read(|c| store::lately(c, BEGINNING, MONDAY)).unwrap();
            crate::phase::standing(&[], &[], true, lately.chosen, today).unwrap()
        };
        assert_eq!(standing(MONDAY).phase(), Some(insight::phase::Phase::Establishment));
        assert_eq!(standing(MONDAY.plus(31)).phase(), None);
        // PostgreSQL numbers the log when somebody follows it.
        while facts::step(&trial.database, &rollups::Rollups).unwrap() > 0 {}
        let (refused, facts) = trial
            .database
            .read(|conn| {
                Ok((store::lately(conn, BEGINNING, MONDAY)?.refused, facts::after(conn, 0, 1_000)?))
            })
            .unwrap();
        assert_eq!(refused.iter().map(|one| one.catalogue).collect::<Vec<_>>(), [7]);
        let judged: Vec<_> = facts.iter().filter(|one| one.fact.verb == Verb::Phase).collect();
        assert_eq!(judged.len(), 2);
        assert_eq!(judged[0].fact.object_kind, ObjectKind::Community);
        assert_eq!(judged[0].fact.actor_kind, ActorKind::Staff);
        let long = "x".repeat(judgement::MOST_NOTE + 1);
        assert!(trial.database.write(|tx| refuse(tx, &permit, Nl, 7, &long)).is_err());
    });
}
