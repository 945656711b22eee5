use super::town::*;
use crate::*;
use database::testing::on_both;
use language::{Day, DepartmentId, Fact, Source, Verb};

#[test]
fn reach_counts_everybody_once_and_stands_still_for_a_week() {
    on_both(|trial| {
        let database = &trial.database;
        departments(database);
        for (number, department, more) in [
            (1, "1", ""),
            (2, "1", ""),
            (3, "1", ""),
            (4, "1", "placeholder"),
            (5, "1", "team"),
            (6, "1", "bot"),
            (7, "2", "suspended"),
            (8, "2", ""),
            (9, "null", "new"),
        ] {
            person(database, number, department, more);
        }
        record(
            database,
            &[
                ANNA.posts(100, 0),
                ANNA.reacts(100, BOB, 1),
                BOB.reacts(100, ANNA, 6),
                Someone::member(13, 1).does(Verb::Session, 3),
                Someone::member(15, 1).posts(101, 3),
                // Before the month and after the week.
                Someone::member(18, 2).does(Verb::Session, -22),
                Someone::member(18, 2).does(Verb::Session, 7),
                Someone::member(19, 0).does(Verb::Session, 2),
            ],
        );
        settles(trial);
        let today = Day(MONDAY + 8);
        assert_eq!(database.read(|c| reach_by_department(c, today)).unwrap(), []);
        let close = || database.write(|tx| close_week(tx, today)).unwrap();
        assert!(close());
        let first = Reach {
            eligible: 4,
            connected: 4,
            active: 3,
            creators: 1,
            contributors: 1,
            readers: 1,
            team: 1,
        };
        let seen = || database.read(|c| reach_by_department(c, today)).unwrap();
        let nobody = Reach { eligible: 1, connected: 1, ..Reach::default() };
        let without = Reach { active: 1, readers: 1, ..nobody };
        let expected = [
            DepartmentReach { department: None, parent: None, headcount: None, reach: without },
            DepartmentReach {
                department: Some(DepartmentId(1)),
                parent: None,
                headcount: Some(10),
                reach: first,
            },
            DepartmentReach {
                department: Some(DepartmentId(2)),
                parent: Some(DepartmentId(1)),
                headcount: None,
                reach: nobody,
            },
        ];
        assert_eq!(seen(), expected);
        assert_eq!(first.absent(), 1);
        // One more joins: nothing moves before the next week closes.
        person(database, 20, "1", "");
        assert!(!close());
        assert_eq!(seen(), expected);
        let month = Window::month_to(Day(MONDAY + 6));
        let live = database.read(|c| reach(c, month)).unwrap();
        assert_eq!((live.eligible, live.active, live.creators), (7, 4, 1));
        // Up to the last day with facts another statement serves.
        let live = database.read(|c| reach(c, Window::month_to(Day(MONDAY + 7)))).unwrap();
        assert_eq!((live.eligible, live.connected, live.active), (7, 7, 5));
        assert_eq!((live.creators, live.contributors, live.readers), (1, 1, 3));
        // Imported history does reopen it.
        let mut old = BOB.posts(102, -3);
        old.source = Source::Import;
        record(database, &[old]);
        settles(trial);
        assert!(close());
        assert_eq!(seen()[1].reach.eligible, 5);
        assert_eq!(seen()[1].reach.creators, 2);
    });
}

#[test]
fn the_pulse_is_of_today_and_splits_off_the_team() {
    on_both(|trial| {
        person(&trial.database, 5, "null", "team");
        record(
            &trial.database,
            &[
                ANNA.posts(100, -27),
                ANNA.does(Verb::Session, 0),
                BOB.reacts(100, ANNA, -6),
                Someone::member(16, 1).does(Verb::Session, -7),
                Someone::member(17, 1).posts(101, -28),
                CARLA.posts(102, 0),
                // Was a member when they did this and is in the team now.
                Someone::member(15, 1).posts(103, 0),
            ],
        );
        settles(trial);
        assert_eq!(
            trial.database.read(|c| pulse(c, Day(MONDAY))).unwrap(),
            Pulse { day: 1, week: 2, month: 3, creators: 1, contributors: 1, team: 2 }
        );
    });
}

#[test]
fn rolling_counts_are_those_of_sets() {
    on_both(|trial| {
        let mut active = Vec::new();
        for step in 0..60_i32 {
            // Four people with rhythms of their own.
            for (who, rhythm) in [(21, 1), (22, 3), (23, 11), (24, 30)] {
                if step % rhythm == 0 && step < 45 {
                    active.push((who, step));
                }
            }
        }
        let facts: Vec<Fact> = active
            .iter()
            .map(|(who, day)| Someone::member(*who, 1).does(Verb::Session, *day))
            .chain([CARLA.posts(100, 5), ROBOT.posts(101, 5)])
            .collect();
        record(&trial.database, &facts);
        settles(trial);
        let window = Window { from: Day(MONDAY + 2), to: Day(MONDAY + 80) };
        let figures = trial.database.read(|c| days(c, window)).unwrap();
        assert_eq!(figures.len(), 79);
        let distinct = |end: i32, length: i32| {
            let seen: std::collections::BTreeSet<i64> = active
                .iter()
                .filter(|(_, day)| *day <= end && *day > end - length)
                .map(|(who, _)| *who)
                .collect();
            i64::try_from(seen.len()).unwrap()
        };
        for one in figures {
            let day = one.day.0 - MONDAY;
            assert_eq!(one.active, distinct(day, 1), "day {day}");
            assert_eq!(one.week, distinct(day, 7), "day {day}");
            assert_eq!(one.month, distinct(day, 28), "day {day}");
            assert_eq!(one.counts.acts, one.active);
            assert_eq!(one.counts.posts, 0, "the team and bots are left out");
        }
    });
}

#[test]
fn stickiness_leaves_newcomers_out() {
    on_both(|trial| {
        record(
            &trial.database,
            &[
                ANNA.does(Verb::Session, -27),
                ANNA.does(Verb::Session, 0),
                BOB.does(Verb::Session, -26),
                BOB.does(Verb::Session, 0),
            ],
        );
        settles(trial);
        let settled = trial.database.read(|c| settled(c, Day(MONDAY))).unwrap();
        assert_eq!(settled.month, 1);
        assert_eq!(settled.daily.len(), 28);
        assert_eq!(settled.daily.first(), Some(&(Day(MONDAY - 27), 1)));
        assert_eq!(settled.daily.last(), Some(&(Day(MONDAY), 1)));
        assert_eq!(settled.daily.iter().map(|(_, n)| n).sum::<i64>(), 2);
        let first = trial.database.read(|c| first_days(c, Window::month_to(Day(MONDAY)))).unwrap();
        assert_eq!(first, [(Day(MONDAY - 27), 1), (Day(MONDAY - 26), 1)]);
        let rhythms = trial.database.read(rhythms).unwrap();
        let seen: Vec<_> = rhythms.iter().map(|r| (r.pseudonym.0, r.active_days)).collect();
        assert_eq!(seen, [(11, 2), (12, 2)]);
    });
}

#[test]
fn contributions_are_per_person_and_split_by_capacity() {
    on_both(|trial| {
        person(&trial.database, 2, "null", "team");
        record(
            &trial.database,
            &[
                // BOB did this as a member; he is in the team now.
                BOB.posts(100, -8),
                ANNA.posts(101, -8),
                ANNA.reacts(100, BOB, -1),
                CARLA.replies(200, 100, BOB, -1, 0),
                ANNA.does(Verb::Session, 0),
                ANNA.posts(102, -29),
            ],
        );
        settles(trial);
        let month = Window::month_to(Day(MONDAY));
        let made: Vec<_> = trial
            .database
            .read(|c| contributors(c, month))
            .unwrap()
            .iter()
            .map(|c| (c.pseudonym.0, c.staff, c.counts.contributions(), c.counts.posts))
            .collect();
        assert_eq!(made, [(11, false, 2, 1), (12, true, 1, 1), (13, true, 1, 0)]);
        // Weeks that closed on Sunday −8 and on Sunday −1.
        let weeks = trial.database.read(|c| phase_weeks(c, Day(MONDAY), 2)).unwrap();
        let of = |by_member, by_staff| Share { by_member, by_staff };
        assert_eq!(
            weeks,
            [
                PhaseWeek { end: Day(MONDAY - 8), contributors: vec![of(0, 1), of(2, 0)] },
                PhaseWeek {
                    end: Day(MONDAY - 1),
                    contributors: vec![of(0, 1), of(0, 1), of(2, 0)],
                },
            ]
        );
    });
}

#[test]
fn cohorts_follow_everybody_from_their_own_first_day() {
    on_both(|trial| {
        let database = &trial.database;
        departments(database);
        for number in 1..=4 {
            person(database, number, "1", if number == 4 { "team" } else { "" });
        }
        let [anna, bob, carl, staff] = [11, 12, 13, 14].map(|who| Someone::member(who, 1));
        let visits = |who: Someone, days: &[i32]| -> Vec<Fact> {
            days.iter().map(|day| who.does(Verb::Session, *day)).collect()
        };
        // Anna comes on a Monday and is there in her weeks 1 and 3; Bob comes on the
        // Sunday and returns on the last day of his week 1; Carl comes a week later.
        record(database, &visits(anna, &[0, 7, 13, 22]));
        record(database, &visits(bob, &[6, 19]));
        record(database, &visits(carl, &[8]));
        record(database, &visits(staff, &[1, 8]));
        settles(trial);
        let seen = |today: i32| -> Vec<(i32, i64, Vec<i64>)> {
            let today = Day(MONDAY + today);
            let all = database.read(|conn| cohorts(conn, today, 10)).unwrap();
            all.into_iter().map(|c| (c.monday.0 - MONDAY, c.size, c.active)).collect()
        };
        assert_eq!(seen(6), [], "the week is not over");
        assert_eq!(seen(19), [(0, 2, vec![]), (7, 1, vec![])]);
        assert_eq!(seen(20), [(0, 2, vec![2]), (7, 1, vec![])]);
        assert_eq!(seen(34), [(0, 2, vec![2, 0, 1]), (7, 1, vec![0, 0])]);
        // Only the last weeks are asked.
        let recent = database.read(|conn| cohorts(conn, Day(MONDAY + 34), 3)).unwrap();
        assert_eq!(recent.len(), 1);
    });
}
