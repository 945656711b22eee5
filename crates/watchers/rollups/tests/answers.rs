use super::town::*;
use crate::*;
use database::testing::on_both;
use language::{
    ActionId, Arm, Day, DepartmentId, Fact, Moment, ObjectKind, PersonId, PostId, Pseudonym, Verb,
};

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
                ANNA.withdraws(ObjectKind::Post, 106, 4),
            ],
        );
        settles(trial);
        let waiting = database.read(|c| waiting(c, PersonId(1), noon(0), noon(9), 10)).unwrap();
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
        accept.object_kind = ObjectKind::Comment;
        accept.object_id = 200;
        accept.thread_id = Some(100);
        accept.target = Some(Pseudonym(12));
        record(&trial.database, &[ANNA.posts(100, 0), BOB.replies(200, 100, ANNA, 0, 1), accept]);
        settles(trial);
        let window = Window::week_to(Day(MONDAY));
        let answers = || trial.database.read(|c| accepted_answers(c, window)).unwrap();
        assert_eq!(answers(), [(Pseudonym(12), 1)]);
        record(&trial.database, &[BOB.withdraws(ObjectKind::Comment, 200, 1)]);
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

#[test]
fn exchange_is_counted_by_group_without_the_team_and_who_objected() {
    on_both(|trial| {
        let database = &trial.database;
        departments(database);
        for (number, department, more) in
            [(1, "1", ""), (2, "2", ""), (3, "1", "team"), (4, "2", "")]
        {
            person(database, number, department, more);
        }
        let dirk = Someone::member(14, 2);
        record(
            database,
            &[
                ANNA.replies(200, 100, BOB, 0, 0),
                ANNA.reacts(100, dirk, 0),
                dirk.reacts(100, ANNA, -1),
                CARLA.reacts(100, BOB, 0),
                BOB.reacts(100, ANNA, -40),
            ],
        );
        settles(trial);
        let month = Window::month_to(Day(MONDAY));
        let tie = |source, target, weight, sources, targets| {
            let [source, target] = [source, target].map(|id| Some(DepartmentId(id)));
            DepartmentTie { source, target, weight, sources, targets }
        };
        let each = || database.read(|c| exchange(c, month, |department| department)).unwrap();
        assert_eq!(each(), [tie(1, 2, 4, 1, 2), tie(2, 1, 1, 1, 1)]);
        // Department 2 is part of 1: Anna turned to two people and is one.
        let together = database.read(|c| exchange(c, month, |_| 1)).unwrap();
        assert_eq!(together, [tie(1, 1, 5, 2, 3)]);
        run(database, "update people set objected = true where id = 4");
        assert_eq!(each(), [tie(1, 2, 3, 1, 1)]);
    });
}
