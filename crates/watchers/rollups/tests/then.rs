//! What was known at the end of weeks that are over.

use super::town::*;
use crate::*;
use database::testing::on_both;
use language::{Day, Pseudonym, Verb};

#[test]
fn a_rhythm_of_then_knows_nothing_of_later_days() {
    on_both(|trial| {
        let mut facts: Vec<_> =
            (0..6).map(|week| ANNA.does(Verb::Session, -42 + 7 * week)).collect();
        facts.push(BOB.does(Verb::Session, -20));
        // The team is in no model of persons.
        facts.push(CARLA.does(Verb::Session, -40));
        record(&trial.database, &facts);
        settles(trial);
        let day = |days: i32| Day(MONDAY + days);
        let ends = [day(-30), day(-15), day(0)];
        let found = trial.database.read(|conn| rhythms_then(conn, &ends)).unwrap();
        let of: Vec<Vec<(i32, i32, i32)>> = found
            .iter()
            .map(|week| {
                week.iter()
                    .map(|one| (one.first_day.0 - MONDAY, one.last_day.0 - MONDAY, one.active_days))
                    .collect()
            })
            .collect();
        assert_eq!(
            of,
            [
                vec![(-42, -35, 2)],
                vec![(-42, -21, 4), (-20, -20, 1)],
                vec![(-42, -7, 6), (-20, -20, 1)],
            ]
        );
        // At the end it is what the states say.
        let now = trial.database.read(rhythms).unwrap();
        let same: Vec<_> = now
            .iter()
            .map(|one| (one.first_day.0 - MONDAY, one.last_day.0 - MONDAY, one.active_days))
            .collect();
        assert_eq!(same, of[2]);
        assert!(trial.database.read(|conn| rhythms_then(conn, &[])).unwrap().is_empty());
    });
}

#[test]
fn a_bond_is_between_two_whoever_began() {
    on_both(|trial| {
        let (dirk, els) = (Someone::member(21, 1), Someone::member(22, 2));
        record(
            &trial.database,
            &[
                dirk.posts(1, 0),
                els.replies(10, 1, dirk, 0, 5),
                dirk.replies(11, 1, els, 1, 5),
                els.reacts(1, dirk, 1),
                ANNA.reacts(1, dirk, 2),
            ],
        );
        settles(trial);
        let window = Window { from: Day(MONDAY), to: Day(MONDAY + 2) };
        let found = trial.database.read(|conn| bonds(conn, window)).unwrap();
        let pairs: Vec<(i64, i64)> = found.bonds.iter().map(|bond| bond.weights).collect();
        assert!(pairs.iter().any(|(a, b)| (*a.min(b), *a.max(b)) == (3, 4)), "{found:?}");
        let early = Window { from: Day(MONDAY), to: Day(MONDAY) };
        let first = trial.database.read(|conn| bonds(conn, early)).unwrap();
        assert_eq!((first.departments.len(), first.bonds.len()), (2, 1));
        assert_eq!(first.bonds[0].people, (0, 1));
        let none = Window { from: Day(0), to: Day(9) };
        assert_eq!(trial.database.read(|conn| bonds(conn, none)).unwrap(), Bonds::default());
    });
}

#[test]
fn who_invited_a_newcomer_last_counts() {
    on_both(|trial| {
        let invites = |who: Someone, target: i64, day: i32| {
            let mut fact = who.does(Verb::Invited, day);
            fact.target = Some(Pseudonym(target));
            fact
        };
        record(
            &trial.database,
            &[
                invites(CARLA, 31, -9),
                invites(ANNA, 31, -5),
                Someone::member(31, 1).does(Verb::Joined, -3),
                invites(CARLA, 32, -9),
                Someone::member(32, 1).does(Verb::Joined, -2),
                // Afterwards is no invitation, and nobody invited the last.
                invites(ANNA, 32, -1),
                Someone::member(33, 1).does(Verb::Joined, -2),
                // Long before.
                invites(CARLA, 34, -60),
                Someone::member(34, 1).does(Verb::Joined, -50),
            ],
        );
        settles(trial);
        let month = Window::month_to(Day(MONDAY));
        let found = trial.database.read(|conn| invited_by_team(conn, month)).unwrap();
        assert_eq!(found, [false, true]);
    });
}

#[test]
fn week_ends_are_those_that_are_kept() {
    on_both(|trial| {
        let facts: Vec<_> = (0..40).map(|day| ANNA.does(Verb::Session, -40 + day)).collect();
        record(&trial.database, &facts);
        settles(trial);
        let today = Day(MONDAY);
        let sundays = |database: &database::Database| {
            let found = database.read(|conn| week_ends(conn, today.plus(-29), today.plus(-1)));
            found.unwrap().iter().map(|one| one.day.0 - MONDAY).collect::<Vec<_>>()
        };
        assert!(sundays(&trial.database).is_empty());
        keep(&trial.database, today).unwrap();
        assert_eq!(sundays(&trial.database), [-29, -22, -15, -8, -1]);
        assert!(trial.database.read(caught_up).unwrap());
    });
}
