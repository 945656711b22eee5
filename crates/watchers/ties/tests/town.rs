//! A small organisation whose weeks are closed and kept, on both engines.

use crate::keep;
use crate::network::Network;
use crate::store::{self, Week};
use database::testing::{BEGINNING, Trial, on_both};
use diesel::RunQueryDsl;
use language::{Day, DepartmentId, Fact, GroupId, Moment, ObjectKind, Pseudonym, Verb};

/// Monday 5 October 2026: the closed week ended the day before.
const MONDAY: Day = Day(20_731);

fn run(trial: &Trial, sql: &str) {
    trial
        .database
        .write(|tx| {
            database::sql(sql).execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

/// Person 1, who writes consents down, and one that holds until `until`.
fn consents(trial: &Trial, until: Day) {
    run(
        trial,
        "insert into people (id, name, name_key, handle, audience, role, state, team, created_at)
        values (1, 'Mia', 'mia', 'mia', 'employee', 'administrator', 'active', true, 1)
        on conflict (id) do nothing",
    );
    run(
        trial,
        &format!(
            "insert into consents (id, scope, given_by, given_on, expires_on, reference,
                recorded_by, recorded_at)
            values ({0}, 'network', 'Ondernemingsraad', 1, {0}, '', 1, 1)",
            until.0
        ),
    );
}

fn somebody(trial: &Trial, number: i64, department: i64) {
    run(
        trial,
        &format!(
            "insert into people (id, name, name_key, handle, department_id, audience, role, state,
                joined_at, created_at)
            values ({number}, 'Lid', 'lid', 'h{number}', {department}, 'employee', 'member',
                'active', 1, 1)"
        ),
    );
    run(
        trial,
        &format!("insert into pseudonyms (person_id, pseudonym) values ({number}, {number})"),
    );
}

fn act(verb: Verb, who: i64, department: i64, day: i32) -> Fact {
    let at = BEGINNING.plus(i64::from(day) * Moment::DAY);
    let mut fact = Fact::new(verb, at, MONDAY.plus(day));
    fact.actor = Some(Pseudonym(who));
    fact.dept_at = Some(DepartmentId(department));
    fact.group_id = Some(GroupId(9));
    fact
}

fn replies(id: i64, (who, from): (i64, i64), (to, there): (i64, i64), day: i32) -> Fact {
    let mut fact = act(Verb::Reply, who, from, day);
    (fact.object_kind, fact.object_id) = (ObjectKind::Comment, id);
    fact.thread_id = Some(1);
    fact.target = Some(Pseudonym(to));
    fact.target_dept_at = Some(DepartmentId(there));
    fact
}

fn settle(trial: &Trial, facts: &[Fact]) {
    trial
        .database
        .write(|tx| {
            for fact in facts {
                facts::record(tx, fact)?;
            }
            Ok(())
        })
        .unwrap();
    while facts::step(&trial.database, &rollups::Rollups).unwrap() > 0 {}
}

/// Care (20 people, and a team of 10 below it), ICT (20) and a board (6). Half of everybody
/// came by three days ago; eight of care answered eight of ICT, and within care people
/// answer their neighbour.
fn town(trial: &Trial) {
    run(
        trial,
        "insert into community (id, name, language, zone, seed, floor, team_marked, created_at)
        values (1, 'Plein', 'nl', 'Europe/Amsterdam', 5, 5, true, 1)",
    );
    for (id, parent, name) in [
        (11, "null", "Zorg"),
        (12, "11", "Thuiszorg"),
        (13, "null", "ICT"),
        (14, "null", "Bestuur"),
    ] {
        run(
            trial,
            &format!(
                "insert into departments (id, parent_id, name, name_key, path, created_at)
                values ({id}, {parent}, '{name}', '{name}', '{name}', 1)"
            ),
        );
    }
    let mut facts = Vec::new();
    for (department, first, people) in [(11, 100, 20), (12, 130, 10), (13, 200, 20), (14, 300, 6)] {
        for number in first..first + people {
            somebody(trial, number, department);
            if number < first + (people + 2) / 2 + 3 {
                facts.push(act(Verb::Session, number, department, -3));
            }
        }
    }
    for at in 0..8_i64 {
        facts.push(replies(1_000 + at, (100 + at, 11), (200 + (at + 1) % 8, 13), -3));
        facts.push(replies(1_100 + at, (100 + at, 11), (100 + (at + 1) % 8, 11), -4));
    }
    // The team below care counts as care; one of ICT answered the board.
    facts.push(replies(1_200, (130, 12), (200, 13), -5));
    facts.push(replies(1_201, (200, 13), (300, 14), -5));
    settle(trial, &facts);
}

fn settled(trial: &Trial) {
    rollups::keep(&trial.database, trial.database.now().day(&trial.database.zone())).unwrap();
    cockpit::keep_week(&trial.database).unwrap();
    keep(&trial.database).unwrap();
}

fn kept(trial: &Trial) -> (Week, Option<Network>) {
    let found = trial.database.read(|conn| store::newest(conn, MONDAY.plus(-1))).unwrap();
    let (week, text) = found.expect("a week is kept");
    (week, text.map(|text| serde_json::from_str(&text).unwrap()))
}

fn shown(week: &Week, source: i64, target: i64) -> Option<Option<(u64, u64)>> {
    let cell = week.cells.iter().find(|one| one.source == source && one.target == target);
    cell.map(|cell| cell.shown)
}

#[test]
fn a_week_is_kept_once_and_only_large_sides_are_shown() {
    on_both(|trial| {
        keep(&trial.database).unwrap();
        let none = trial.database.read(|conn| store::newest(conn, MONDAY)).unwrap();
        assert!(none.is_none(), "before set-up there is nothing");
        town(trial);
        settled(trial);
        let (week, network) = kept(trial);
        assert_eq!((week.end, week.round, network), (MONDAY.plus(-1), 1, None));
        assert_eq!(shown(&week, 11, 13), Some(Some((9, 8))), "eight of care and one of its team");
        assert_eq!(shown(&week, 11, 11), Some(Some((8, 8))));
        assert_eq!(shown(&week, 13, 11), Some(None), "nobody turned: hidden as few would be");
        assert!(!week.cells.iter().any(|cell| cell.source == 12), "the team is part of care");
        assert!(
            week.cells
                .iter()
                .all(|cell| !(cell.source == 13 && cell.target == 14) || cell.shown.is_none())
        );
        // Sums of everybody: 10 replies across, 8 inside, 3 each.
        assert_eq!((week.whole.across, week.whole.inside), (30, 24));
        // Again: nothing is done twice.
        settled(trial);
        assert_eq!(kept(trial).0, week);
    });
}

#[test]
fn what_was_shown_stands_when_one_person_comes_late() {
    on_both(|trial| {
        town(trial);
        settled(trial);
        let (week, _) = kept(trial);
        // One more of care answers ICT, told afterwards: 9 would become 10.
        settle(trial, &[replies(1_300, (110, 11), (201, 13), -2)]);
        settled(trial);
        let (stands, _) = kept(trial);
        assert_eq!((stands.round, &stands.cells), (1, &week.cells), "one person would be told");
        // A whole history comes in: five more.
        let more: Vec<Fact> =
            (0..5_i64).map(|at| replies(1_310 + at, (111 + at, 11), (201, 13), -2)).collect();
        settle(trial, &more);
        settled(trial);
        let (renewed, _) = kept(trial);
        assert_eq!(renewed.round, 2);
        assert_eq!(shown(&renewed, 11, 13), Some(Some((15, 8))));
    });
}

#[test]
fn the_network_is_off_until_consent_and_goes_with_it() {
    on_both(|trial| {
        town(trial);
        settled(trial);
        assert_eq!(kept(trial).1, None);
        consents(trial, MONDAY.plus(10));
        settled(trial);
        let (week, network) = kept(trial);
        let network = network.expect("with consent it is worked out");
        assert_eq!(week.round, 1, "the matrix stands");
        // 14 of care, 9 of its team, 14 of ICT and 6 of the board came by; ties among them
        // are too few for figures.
        assert!(!network.enough && network.people > 30, "{network:?}");
        // It ends: what was counted goes, of every week.
        run(trial, "update consents set withdrawn_at = 1, withdrawn_by = 1");
        settled(trial);
        assert_eq!(kept(trial), (Week { has_network: false, ..week }, None));
        // It holds again and ends by itself weeks later, when nobody comes by any more.
        consents(trial, MONDAY.plus(11));
        settled(trial);
        assert!(kept(trial).1.is_some());
        trial.clock.advance(12 * Moment::DAY);
        settled(trial);
        assert_eq!(kept(trial).1, None, "of the older week too");
    });
}

#[test]
fn who_objected_and_the_team_are_in_no_tie() {
    on_both(|trial| {
        town(trial);
        run(trial, "update people set objected = true where id in (100, 101)");
        run(trial, "update people set team = true where id = 103");
        settled(trial);
        let (week, _) = kept(trial);
        // Of nine who turned six are left, and of eight of ICT five.
        assert_eq!(shown(&week, 11, 13), Some(Some((6, 5))));
        assert_eq!(shown(&week, 11, 11), Some(None), "three are too few");
    });
}
