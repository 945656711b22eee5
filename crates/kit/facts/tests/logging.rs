//! What is recorded, and under whose name.

use super::{add_person, note, note_each, number, numbers};
use crate::{after, head, pseudonym_of, record, record_all, who};
use database::testing::on_both;
use language::{
    ActionId, ActorKind, Arm, Day, DepartmentId, Fact, FactId, Failure, GroupId, Moment,
    ObjectKind, PersonId, Pseudonym, Refusal, Result, Source, Verb, Visibility,
};

#[test]
fn positions_are_dense_from_one_whatever_fails_in_between() {
    on_both(|trial| {
        for object in 0..40 {
            let result: Result<()> = trial.database.write(|tx| {
                note(tx, Verb::Post, object)?;
                note(tx, Verb::Reply, object)?;
                if object % 3 == 0 { Err(Refusal::Gone.into()) } else { Ok(()) }
            });
            assert_eq!(result.is_ok(), object % 3 != 0);
        }
        trial.database.sequence_facts().unwrap();
        let positions = trial
            .database
            .read(|conn| numbers(conn, "select position as number from facts order by id"))
            .unwrap();
        assert_eq!(positions, (1..=52).collect::<Vec<_>>());
        assert_eq!(trial.database.read(head).unwrap(), 52);
    });
}

#[test]
fn an_empty_log_has_head_zero() {
    on_both(|trial| {
        assert_eq!(trial.database.read(head).unwrap(), 0);
        assert!(trial.database.read(|conn| after(conn, 0, 10)).unwrap().is_empty());
    });
}

fn full() -> Fact {
    Fact {
        at: Moment(1_234_567_890_123_456),
        day: Day(-3),
        actor: Some(Pseudonym(i64::MAX)),
        actor_kind: ActorKind::Staff,
        verb: Verb::Assign,
        object_kind: ObjectKind::Action,
        object_id: i64::MIN + 1,
        thread_id: Some(4),
        target: Some(Pseudonym(5)),
        group_id: Some(GroupId(6)),
        dept_at: Some(DepartmentId(7)),
        target_dept_at: Some(DepartmentId(8)),
        tenure_days: Some(-9),
        action_id: Some(ActionId(10)),
        arm: Some(Arm::HeldBack),
        propensity: Some(0.1),
        visibility: Visibility::Secret,
        corrects: Some(FactId(11)),
        source: Source::Practice,
    }
}

#[test]
fn a_fact_comes_back_as_it_was_recorded() {
    on_both(|trial| {
        let empty = Fact::new(Verb::Session, Moment(0), Day(0));
        let id = trial.database.write(|tx| record(tx, &full())).unwrap();
        trial.database.write(|tx| record(tx, &empty)).unwrap();
        trial.database.sequence_facts().unwrap();
        let found = trial.database.read(|conn| after(conn, 0, 10)).unwrap();
        assert_eq!((found[0].position, found[0].id), (1, id));
        assert_eq!(found[0].fact, full());
        assert_eq!((found[1].position, &found[1].fact), (2, &empty));
    });
}

#[test]
fn an_import_of_many_facts_keeps_their_order() {
    on_both(|trial| {
        note_each(&trial.database, 0..3);
        let many: Vec<Fact> = (3..12_003)
            .map(|object| {
                let mut fact = Fact::new(Verb::Reply, Moment(object), Day(1));
                fact.object_id = object;
                fact
            })
            .collect();
        trial.database.write(|tx| record_all(tx, &many)).unwrap();
        // More than the sequencer does at once.
        trial.database.sequence_facts().unwrap();
        let objects = trial
            .database
            .read(|conn| numbers(conn, "select object_id as number from facts order by position"))
            .unwrap();
        assert_eq!(objects, (0..12_003).collect::<Vec<_>>());
        let page = trial.database.read(|conn| after(conn, 12_000, 10)).unwrap();
        assert_eq!(page.iter().map(|r| r.position).collect::<Vec<_>>(), [12_001, 12_002, 12_003]);
    });
}

#[test]
fn a_fact_names_somebody_as_they_are_now() {
    on_both(|trial| {
        trial
            .database
            .write(|tx| {
                add_person(tx, 1, false, false)?;
                add_person(tx, 2, true, false)?;
                add_person(tx, 3, true, true)
            })
            .unwrap();
        let (member, staff, bot) = trial
            .database
            .write(|tx| Ok((who(tx, PersonId(1))?, who(tx, PersonId(2))?, who(tx, PersonId(3))?)))
            .unwrap();
        assert_eq!(
            [member.kind, staff.kind, bot.kind],
            [ActorKind::Member, ActorKind::Staff, ActorKind::Bot]
        );
        let fact = Fact::new(Verb::React, trial.database.now(), Day(0));
        let fact = staff.was_target(member.did(fact));
        assert_eq!(fact.actor, Some(member.pseudonym));
        assert_eq!(fact.target, Some(staff.pseudonym));
        assert_eq!(fact.tenure_days, Some(10));
        assert_ne!(member.pseudonym, staff.pseudonym);
        let again = trial.database.write(|tx| who(tx, PersonId(1))).unwrap();
        assert_eq!(again, member);
        let unknown = trial.database.write(|tx| who(tx, PersonId(99)));
        assert!(matches!(unknown, Err(Failure::Refusal(Refusal::NotFound))));
        assert_eq!(trial.database.read(|conn| pseudonym_of(conn, PersonId(99))).unwrap(), None);
    });
}

#[test]
fn many_who_name_somebody_for_the_first_time_agree() {
    on_both(|trial| {
        for person in 1..=5 {
            trial.database.write(|tx| add_person(tx, person, false, false)).unwrap();
            let barrier = std::sync::Barrier::new(8);
            let found: Vec<Pseudonym> = std::thread::scope(|scope| {
                let threads: Vec<_> = (0..8)
                    .map(|_| {
                        scope.spawn(|| {
                            barrier.wait();
                            let who = trial.database.write(|tx| who(tx, PersonId(person)));
                            who.unwrap().pseudonym
                        })
                    })
                    .collect();
                threads.into_iter().map(|t| t.join().unwrap()).collect()
            });
            assert!(found.iter().all(|p| *p == found[0]), "{found:?}");
        }
        assert_eq!(number(&trial.database, "select count(*) as number from pseudonyms"), 5);
    });
}
