use super::town::*;
use crate::*;
use database::Database;
use database::testing::on_both;
use diesel::prelude::*;
use language::{
    ActionId, ActorKind, Arm, Day, DepartmentId, Fact, Moment, PersonId, PostId, Pseudonym, Source,
    Verb,
};

const ANNA: Someone = Someone(11, ActorKind::Member, 1);
const BOB: Someone = Someone(12, ActorKind::Member, 2);
const CARLA: Someone = Someone(13, ActorKind::Staff, 1);
const ROBOT: Someone = Someone(14, ActorKind::Bot, 0);

fn run(database: &Database, sql: &str) {
    database
        .write(|tx| {
            database::sql(sql).execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

/// A person whose pseudonym is their number plus ten.
fn person(database: &Database, number: i64, department: &str, more: &str) {
    let (mut state, mut joined, mut team, mut bot) = ("active", "1", "false", "false");
    match more {
        "team" => team = "true",
        "bot" => bot = "true",
        "new" => joined = "null",
        "" => {}
        other => state = other,
    }
    run(
        database,
        &format!(
            "insert into people (id, name, name_key, handle, department_id, audience, role, state,
                team, bot, joined_at, created_at)
            values ({number}, 'P', 'p', 'handle{number}', {department}, 'employee', 'member',
                '{state}', {team}, {bot}, {joined}, 1)"
        ),
    );
    run(
        database,
        &format!("insert into pseudonyms (person_id, pseudonym) values ({number}, {})", number + 10),
    );
}

fn departments(database: &Database) {
    for (id, parent, headcount) in [(1, "null", "10"), (2, "1", "null")] {
        run(
            database,
            &format!(
                "insert into departments (id, parent_id, name, name_key, path, headcount, created_at)
                values ({id}, {parent}, 'D{id}', 'd{id}', 'D{id}', {headcount}, 1)"
            ),
        );
    }
}

fn post(database: &Database, id: i64, kind: &str, group: i64) {
    run(
        database,
        &format!(
            "insert into posts (id, group_id, kind, body, body_html, sanitizer, state, published_at,
                activity_at)
            values ({id}, {group}, '{kind}', 'b', 'b', 1, 'published', 1, 1)"
        ),
    );
}

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
            DepartmentReach {
                department: None,
                parent: None,
                headcount: None,
                reach: without,
            },
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
        let first = trial
            .database
            .read(|c| first_days(c, Window::month_to(Day(MONDAY))))
            .unwrap();
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
fn who_waits_for_an_answer_is_a_question_or_a_first_post_that_the_reader_may_read() {
    on_both(|trial| {
        let database = &trial.database;
        for (id, access) in [(9, "open"), (8, "secret")] {
            run(
                database,
                &format!(
                    "insert into groups (id, name, name_key, slug, access, created_at)
                    values ({id}, 'G{id}', 'g{id}', 'g{id}', '{access}', 1)"
                ),
            );
        }
        person(database, 1, "null", "");
        for (id, kind, group) in [
            (100, "question", 9),
            (101, "question", 9),
            (102, "update", 9),
            (103, "question", 8),
            (104, "update", 9),
            (105, "question", 9),
            (106, "question", 9),
        ] {
            post(database, id, kind, group);
        }
        record(
            database,
            &[
                ANNA.posts(100, 0),
                ANNA.posts(101, 1),
                BOB.replies(200, 101, ANNA, 1, 90),
                BOB.posts(102, 2),
                ANNA.posts(103, 3),
                BOB.posts(104, 4),
                CARLA.posts(105, 4),
                ANNA.posts(106, 4),
                ANNA.withdraws(language::ObjectKind::Post, 106, 4),
            ],
        );
        settles(trial);
        let waiting = database
            .read(|c| waiting(c, PersonId(1), noon(0), noon(9), 10))
            .unwrap();
        let seen: Vec<_> = waiting.iter().map(|w| (w.thread.0, w.first, w.question)).collect();
        // 103 is in a secret group, 104 neither asks nor is first, 105 is the team's.
        assert_eq!(seen, [(100, true, true), (102, true, false)]);
        let window = Window { from: Day(MONDAY), to: Day(MONDAY + 9) };
        let openers = database.read(|c| openers(c, window)).unwrap();
        let seen: Vec<_> = openers
            .iter()
            .map(|o| (o.thread.0, o.question, o.by_staff, o.first_reply_at()))
            .collect();
        let answered = noon(1).plus(90 * 60 * Moment::SECOND);
        assert_eq!(
            seen,
            [
                (100, true, false, None),
                (101, true, false, Some(answered)),
                (102, false, false, None),
                (103, true, false, None),
                (104, false, false, None),
                (105, true, true, None),
            ]
        );
        let first = database.read(|c| first_posts(c, window)).unwrap();
        let post = |id, day, next| FirstPost {
            thread: PostId(id),
            opened_at: noon(day),
            first_reply_at: None,
            next_post_at: Some(noon(next)),
        };
        assert_eq!(first, [post(100, 0, 1), post(102, 2, 4)]);
    });
}

#[test]
fn accepted_answers_are_those_that_still_stand() {
    on_both(|trial| {
        let mut accept = ANNA.does(Verb::AcceptAnswer, 0);
        accept.object_kind = language::ObjectKind::Comment;
        accept.object_id = 200;
        accept.thread_id = Some(100);
        accept.target = Some(Pseudonym(12));
        record(
            &trial.database,
            &[ANNA.posts(100, 0), BOB.replies(200, 100, ANNA, 0, 1), accept],
        );
        settles(trial);
        let window = Window::week_to(Day(MONDAY));
        let answers = || trial.database.read(|c| accepted_answers(c, window)).unwrap();
        assert_eq!(answers(), [(Pseudonym(12), 1)]);
        record(
            &trial.database,
            &[BOB.withdraws(language::ObjectKind::Comment, 200, 1)],
        );
        settles(trial);
        assert_eq!(answers(), []);
    });
}

#[test]
fn outcomes_are_of_everybody_assigned_and_not_of_answering() {
    on_both(|trial| {
        let assign = |who: i64, arm, department: i64| {
            let mut fact = Fact::new(Verb::Assign, noon(0), Day(MONDAY));
            fact.target = Some(Pseudonym(who));
            fact.target_dept_at = Some(DepartmentId(department)).filter(|d| d.0 != 0);
            fact.action_id = Some(ActionId(70));
            fact.arm = Some(arm);
            fact
        };
        record(
            &trial.database,
            &[
                assign(11, Arm::Shown, 1),
                assign(12, Arm::Shown, 2),
                assign(16, Arm::HeldBack, 0),
                assign(17, Arm::HeldBack, 0),
                // Twice before, on one day; and one day too early.
                ANNA.posts(100, -1),
                ANNA.posts(101, -1),
                ANNA.does(Verb::Session, -28),
                ANNA.does(Verb::Session, -29),
                // In the window of 7 days: Anna replies, Bob only answers the action.
                ANNA.replies(200, 100, BOB, 6, 0),
                BOB.does(Verb::Answer, 0),
                // Too late.
                Someone::member(16, 0).posts(103, 7),
                Someone::member(17, 0).posts(104, 3),
            ],
        );
        settles(trial);
        let measured = |outcome| {
            trial
                .database
                .read(|c| outcomes(c, ActionId(70), outcome, Day(MONDAY), 7))
                .unwrap()
                .iter()
                .map(|m| (m.arm, m.department.map(|d| d.0), m.y, m.x))
                .collect::<Vec<_>>()
        };
        let (shown, held) = (Arm::Shown, Arm::HeldBack);
        assert_eq!(
            measured(Outcome::Contributed),
            [
                (shown, Some(1), 1.0, 1.0),
                (shown, Some(2), 0.0, 0.0),
                (held, None, 0.0, 0.0),
                (held, None, 1.0, 0.0),
            ]
        );
        assert_eq!(
            measured(Outcome::Posted).iter().map(|m| m.2).collect::<Vec<_>>(),
            [0.0, 0.0, 0.0, 1.0]
        );
        assert_eq!(
            measured(Outcome::ActiveDays).iter().map(|m| (m.2, m.3)).collect::<Vec<_>>(),
            [(1.0, 2.0), (1.0, 0.0), (0.0, 0.0), (1.0, 0.0)]
        );
        assert_eq!(
            trial.database.read(|c| arms(c, ActionId(70))).unwrap(),
            [(shown, 2), (held, 2)]
        );
    });
}

#[test]
fn ties_fade_with_a_half_life_of_ninety_days() {
    on_both(|trial| {
        let mention = |day| {
            let mut fact = ANNA.does(Verb::Mention, day);
            fact.target = Some(Pseudonym(12));
            fact.target_dept_at = Some(DepartmentId(2));
            fact
        };
        record(
            &trial.database,
            &[
                ANNA.replies(200, 100, BOB, 0, 0),
                mention(-30),
                ANNA.reacts(100, BOB, -180),
                CARLA.reacts(100, BOB, -30),
            ],
        );
        settles(trial);
        let ties = trial.database.read(|c| ties(c, Day(MONDAY))).unwrap();
        // SCIENCE.md §4: 3 today, 2 at 30 days, 1 at 180 days.
        assert!((ties[0].weight - 4.837_401).abs() < 1e-6);
        assert_eq!((ties[0].source.0, ties[0].target.0, ties.len()), (11, 12, 2));
        let window = Window::last(31, Day(MONDAY));
        assert_eq!(
            trial.database.read(|c| department_ties(c, window)).unwrap(),
            [DepartmentTie {
                source: Some(DepartmentId(1)),
                target: Some(DepartmentId(2)),
                weight: 6,
                sources: 2,
                targets: 1,
            }]
        );
    });
}
