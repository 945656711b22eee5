use super::town::*;
use crate::packed::{Acts, Turned};
use crate::{Counts, Rollups, Window, recount, store};
use database::testing::{Trial, on_both};
use diesel::prelude::*;
use facts::Follower;
use language::{ActorKind, Day, FactId, ObjectKind, Pseudonym, Source, Verb, Visibility};
use schema::{member_states, thread_states, tie_blocks};

/// day, pseudonym, kind, department, acts, posts, replies, reactions, answers, contacts
type DayRow = (i32, i64, i16, i64, i64, i64, i64, i64, i64, i64);

/// All days that a story speaks of.
const ALL: Window = Window { from: Day(MONDAY - 400), to: Day(MONDAY + 400) };

fn days(trial: &Trial) -> Vec<DayRow> {
    trial
        .database
        .read(|conn| {
            let names = store::numbers::names(conn)?;
            let mut rows: Vec<DayRow> = Vec::new();
            store::blocks::read(conn, ALL, |day, acts: &Acts| {
                let [a, b, c, d, e, f] = acts.counts.columns();
                let who = names[&acts.member];
                rows.push((day - MONDAY, who, acts.kind, acts.department, a, b, c, d, e, f));
            })?;
            rows.sort_unstable();
            Ok(rows)
        })
        .unwrap()
}

/// pseudonym, kind, department, first, last, active days, last post, last contribution
type StateRow = (i64, i16, i64, i32, i32, i32, Option<i32>, Option<i32>);

fn states(trial: &Trial) -> Vec<StateRow> {
    trial
        .database
        .read(|conn| Ok(member_states::table.order(member_states::pseudonym).load(conn)?))
        .unwrap()
}

type ThreadRow = (Option<i64>, i32, Option<i64>, Option<i64>, Option<i64>, bool);

fn thread(trial: &Trial, id: i64) -> Option<ThreadRow> {
    trial
        .database
        .read(|conn| {
            Ok(thread_states::table
                .filter(thread_states::thread_id.eq(id))
                .select((
                    thread_states::author,
                    thread_states::replies,
                    thread_states::first_reply_by,
                    thread_states::first_member_reply_at,
                    thread_states::first_staff_reply_at,
                    thread_states::withdrawn,
                ))
                .first(conn)
                .optional()?)
        })
        .unwrap()
}

fn weights(trial: &Trial) -> Vec<(i64, i64, i64)> {
    trial
        .database
        .read(|conn| {
            let names = store::numbers::names(conn)?;
            let mut rows = Vec::new();
            store::blocks::read(conn, ALL, |day, tie: &Turned| {
                rows.push((day, names[&tie.source], names[&tie.target], tie.weight));
            })?;
            rows.sort_unstable();
            Ok(rows
                .into_iter()
                .map(|(_, source, target, weight)| (source, target, weight))
                .collect())
        })
        .unwrap()
}

#[test]
fn a_day_counts_every_act_of_people_and_nothing_of_bots() {
    on_both(|trial| {
        record(
            &trial.database,
            &[
                ANNA.does(Verb::Session, 0),
                ANNA.posts(100, 0),
                BOB.replies(200, 100, ANNA, 0, 5),
                BOB.reacts(100, ANNA, 1),
                CARLA.replies(201, 100, ANNA, 0, 9),
                ROBOT.replies(202, 100, ANNA, 0, 1),
                ROBOT.posts(101, 0),
                BOB.does(Verb::Answer, 1),
                BOB.does(Verb::Contact, 1),
                // Set by others: no act of the person.
                BOB.does(Verb::PersonChange, 5),
            ],
        );
        settles(trial);
        assert_eq!(
            days(trial),
            [
                (0, 11, 1, 1, 2, 1, 0, 0, 0, 0),
                (0, 12, 1, 2, 1, 0, 1, 0, 0, 0),
                (0, 13, 2, 1, 1, 0, 1, 0, 0, 0),
                (1, 12, 1, 2, 3, 0, 0, 1, 1, 1),
            ]
        );
        assert_eq!(
            states(trial),
            [
                (11, 1, 1, MONDAY, MONDAY, 1, Some(MONDAY), Some(MONDAY)),
                (12, 1, 2, MONDAY, MONDAY + 1, 2, None, Some(MONDAY + 1)),
                (13, 2, 1, MONDAY, MONDAY, 1, None, Some(MONDAY)),
            ]
        );
        let minutes = |m: i64| noon(0).plus(m * 60_000_000).0;
        assert_eq!(
            thread(trial, 100),
            Some((Some(11), 2, Some(12), Some(minutes(5)), Some(minutes(9)), false))
        );
        assert_eq!(weights(trial), [(12, 11, 3), (13, 11, 3), (12, 11, 1)]);
    });
}

#[test]
fn an_author_who_answers_themselves_still_waits() {
    on_both(|trial| {
        record(&trial.database, &[ANNA.posts(100, 0), ANNA.replies(200, 100, ANNA, 0, 3)]);
        settles(trial);
        assert_eq!(thread(trial, 100), Some((Some(11), 1, None, None, None, false)));
        assert_eq!(weights(trial), []);
    });
}

#[test]
fn what_is_taken_back_counts_nowhere_but_the_visit_stays() {
    on_both(|trial| {
        record(
            &trial.database,
            &[
                ANNA.does(Verb::Session, 0),
                ANNA.posts(100, 0),
                BOB.replies(200, 100, ANNA, 0, 5),
                CARLA.replies(201, 100, ANNA, 0, 9),
            ],
        );
        settles(trial);
        // The next day a moderator removes Bob's comment, and Anna her post.
        record(
            &trial.database,
            &[
                CARLA.withdraws(ObjectKind::Comment, 200, 1),
                ANNA.withdraws(ObjectKind::Post, 100, 1),
            ],
        );
        settles(trial);
        assert_eq!(
            days(trial),
            [
                (0, 11, 1, 1, 1, 0, 0, 0, 0, 0),
                (0, 13, 2, 1, 1, 0, 1, 0, 0, 0),
                (1, 11, 1, 1, 1, 0, 0, 0, 0, 0),
                (1, 13, 2, 1, 1, 0, 0, 0, 0, 0),
            ]
        );
        // Bob has no act left: he is not known any more.
        assert_eq!(states(trial).iter().map(|s| s.0).collect::<Vec<_>>(), [11, 13]);
        let nine = noon(0).plus(9 * 60_000_000).0;
        assert_eq!(thread(trial, 100), Some((Some(11), 1, Some(13), None, Some(nine), true)));
        assert_eq!(weights(trial), [(13, 11, 3)]);
        // Taking it back once more changes nothing; posting it again brings it back.
        record(&trial.database, &[ANNA.withdraws(ObjectKind::Post, 100, 1)]);
        settles(trial);
        record(&trial.database, &[ANNA.posts(100, 2)]);
        settles(trial);
        assert!(!thread(trial, 100).unwrap().5);
        assert_eq!(days(trial).last(), Some(&(2, 11, 1, 1, 1, 1, 0, 0, 0, 0)));
    });
}

#[test]
fn a_reaction_is_taken_back_by_its_fact_and_can_be_given_again() {
    on_both(|trial| {
        let ids = record(&trial.database, &[ANNA.posts(100, 0), BOB.reacts(100, ANNA, 0)]);
        settles(trial);
        let mut undo = BOB.does(Verb::Retract, 0);
        undo.corrects = Some(FactId(ids[1]));
        undo.object_kind = ObjectKind::Post;
        undo.object_id = 100;
        record(&trial.database, &[undo.clone()]);
        settles(trial);
        assert_eq!(days(trial)[1], (0, 12, 1, 2, 1, 0, 0, 0, 0, 0));
        assert_eq!(weights(trial), []);
        // The same undo twice is one undo, also within one batch.
        record(&trial.database, &[undo, BOB.reacts(100, ANNA, 0)]);
        settles(trial);
        assert_eq!(days(trial)[1], (0, 12, 1, 2, 3, 0, 0, 1, 0, 0));
        assert_eq!(weights(trial), [(12, 11, 1)]);
        assert!(!thread(trial, 100).unwrap().5, "the post itself stands");
    });
}

#[test]
fn a_correction_replaces_a_fact_of_its_sort() {
    on_both(|trial| {
        let ids = record(&trial.database, &[ANNA.posts(100, 0)]);
        settle(&trial.database);
        // It was Bob, three days earlier; and the edit of a text replaces nothing.
        let mut right = BOB.posts(100, -3);
        right.corrects = Some(FactId(ids[0]));
        let mut edit = BOB.does(Verb::Edit, 0);
        edit.corrects = Some(FactId(ids[0]));
        record(&trial.database, &[right, edit]);
        settles(trial);
        assert_eq!(
            days(trial),
            [(-3, 12, 1, 2, 1, 1, 0, 0, 0, 0), (0, 12, 1, 2, 1, 0, 0, 0, 0, 0)]
        );
        assert_eq!(thread(trial, 100).unwrap().0, Some(12));
    });
}

#[test]
fn imported_history_finds_its_own_days_in_any_order() {
    on_both(|trial| {
        record(
            &trial.database,
            &[
                ANNA.does(Verb::Session, 0),
                BOB.does(Verb::Session, 0),
                ANNA.replies(201, 100, BOB, 0, 1),
            ],
        );
        settles(trial);
        assert_eq!(thread(trial, 100), Some((None, 1, None, None, None, false)));
        // Threads come one by one, each with its own years; the post after its replies.
        let mut history = vec![
            CARLA.replies(200, 100, BOB, -400, 1),
            BOB.posts(100, -401),
            BOB.posts(101, -900),
            ANNA.posts(102, -30),
            BOB.replies(202, 102, ANNA, -29, 0),
            ANNA.does(Verb::Contact, -30),
        ];
        for fact in &mut history {
            fact.source = Source::Import;
        }
        record(&trial.database, &history);
        settles(trial);
        assert_eq!(
            states(trial),
            [
                (11, 1, 1, MONDAY - 30, MONDAY, 2, Some(MONDAY - 30), Some(MONDAY)),
                (12, 1, 2, MONDAY - 900, MONDAY, 4, Some(MONDAY - 401), Some(MONDAY - 29)),
                (13, 2, 1, MONDAY - 400, MONDAY - 400, 1, None, Some(MONDAY - 400)),
            ]
        );
        let (author, replies, by, ..) = thread(trial, 100).unwrap();
        assert_eq!((author, replies, by), (Some(12), 2, Some(13)));
    });
}

#[test]
fn who_moves_or_joins_the_team_on_a_day_is_one_active_person_that_day() {
    on_both(|trial| {
        let moved = Someone(11, ActorKind::Staff, 3);
        record(
            &trial.database,
            &[ANNA.posts(100, 0), moved.does(Verb::Session, 0), moved.reacts(100, BOB, 2)],
        );
        settles(trial);
        assert_eq!(days(trial).len(), 3);
        assert_eq!(
            states(trial),
            [(11, 2, 3, MONDAY, MONDAY + 2, 2, Some(MONDAY), Some(MONDAY + 2))]
        );
    });
}

#[test]
fn secret_and_private_talk_makes_no_tie() {
    on_both(|trial| {
        let mut facts = Vec::new();
        for (n, visibility) in
            [Visibility::Everyone, Visibility::Group, Visibility::Secret, Visibility::Private]
                .into_iter()
                .enumerate()
        {
            let mut fact = BOB.replies(200, 100, Someone::member(20 + n as i64, 1), 0, 0);
            fact.visibility = visibility;
            facts.push(fact);
        }
        record(&trial.database, &facts);
        settles(trial);
        assert_eq!(weights(trial), [(12, 20, 3), (12, 21, 3)]);
        assert_eq!(days(trial)[0].6, 4, "they are replies all the same");
    });
}

#[test]
fn a_crash_in_the_middle_neither_loses_nor_doubles() {
    on_both(|trial| {
        record(&trial.database, &[ANNA.posts(100, 0), BOB.replies(200, 100, ANNA, 0, 5)]);
        // The work is done, the transaction is not kept.
        let lost = trial.database.write(|tx| {
            tx.sequence_facts()?;
            let facts = facts::after(tx, 0, 10)?;
            Rollups.follow(tx, &facts)?;
            Err::<(), _>(language::Failure::fault("the power went", "test"))
        });
        assert!(lost.is_err());
        assert_eq!(days(trial), []);
        settles(trial);
        assert_eq!(days(trial).len(), 2);
        assert_eq!(days(trial)[0].4, 1);
    });
}

#[test]
fn the_first_assignment_holds_until_it_is_taken_back() {
    on_both(|trial| {
        let assign = |who: i64, arm, minute: i64| {
            let mut fact = language::Fact::new(
                Verb::Assign,
                noon(0).plus(minute * 60_000_000),
                language::Day(MONDAY),
            );
            fact.target = Some(Pseudonym(who));
            fact.target_dept_at = Some(language::DepartmentId(4));
            fact.action_id = Some(language::ActionId(70));
            fact.arm = Some(arm);
            fact.propensity = Some(0.8);
            fact
        };
        let (shown, held) = (language::Arm::Shown, language::Arm::HeldBack);
        let ids = record(
            &trial.database,
            &[assign(11, shown, 0), assign(12, held, 0), assign(11, held, 1)],
        );
        settles(trial);
        let arms = || {
            trial
                .database
                .read(|conn| {
                    use schema::assignments::dsl;
                    Ok(dsl::assignments
                        .order(dsl::pseudonym)
                        .select((dsl::pseudonym, dsl::arm, dsl::department_id))
                        .load::<(i64, i16, i64)>(conn)?)
                })
                .unwrap()
        };
        assert_eq!(arms(), [(11, 1, 4), (12, 2, 4)]);
        let mut undo = CARLA.does(Verb::Retract, 0);
        undo.corrects = Some(FactId(ids[0]));
        record(&trial.database, &[undo]);
        settles(trial);
        assert_eq!(arms(), [(11, 2, 4), (12, 2, 4)]);
    });
}

#[test]
fn recount_sees_what_is_wrong() {
    on_both(|trial| {
        record(&trial.database, &[ANNA.posts(100, 0), BOB.reacts(100, ANNA, 0)]);
        settles(trial);
        trial
            .database
            .write(|tx| {
                let anna = store::numbers::of(tx, &[11].into())?[&11];
                let counts = Counts { posts: 1, ..Counts::default() };
                let more = Acts { member: anna, kind: 1, department: 1, counts };
                store::blocks::add(tx, vec![(MONDAY, more)])?;
                diesel::delete(tie_blocks::table).execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        let found = trial.database.read(recount).unwrap();
        let seen: Vec<_> = found.iter().map(|d| (d.table, d.kept)).collect();
        let (days, ties) = ("member_blocks", "tie_blocks");
        assert_eq!(seen, [(days, false), (days, true), (ties, false)]);
        // A rebuild puts it right.
        facts::rebuild(&trial.database, &Rollups).unwrap();
        settles(trial);
    });
}
