//! Answering once, taking back, and counters that stay exact.

use super::town::*;
use crate::action::AnswerKind;
use crate::answer::{Answered, Given};
use crate::permits::MayTakeBack;
use blobs::BlobId;
use database::Database;
use database::testing::on_both;
use diesel::prelude::*;
use language::{
    ActionId, AnswerId, Arm, Failure, Moment, PersonId, Refusal, Result, Role, SeededRandomness,
    Verb,
};
use pictures::NewPicture;
use schema::{action_answers, facts as log};
use words::Lang;

fn given(database: &Database, action: ActionId, text: &str) -> Given {
    let action = find(database, action);
    Given::new(Lang::Nl, &action, None, text, None).unwrap()
}

fn answer(database: &Database, person: PersonId, action: ActionId, text: &str) -> Result<Answered> {
    let given = given(database, action, text);
    let permit = may_answer(database, person, action).unwrap();
    database.write(|tx| crate::answer(tx, &permit, &given))
}

fn everybody(database: &Database) -> ActionId {
    let mut typed = typed(database);
    typed.held = "0".to_owned();
    open(database, &typed)
}

fn standing(database: &Database, action: ActionId) -> i64 {
    database
        .read(|conn| {
            Ok(action_answers::table
                .filter(action_answers::action_id.eq(action))
                .filter(action_answers::state.eq("published"))
                .count()
                .get_result(conn)?)
        })
        .unwrap()
}

fn facts_of(database: &Database, action: ActionId, verb: Verb) -> i64 {
    database
        .read(|conn| {
            Ok(log::table
                .filter(log::action_id.eq(action.0))
                .filter(log::verb.eq(verb))
                .count()
                .get_result(conn)?)
        })
        .unwrap()
}

fn take_back(database: &Database, person: PersonId, action: ActionId, id: AnswerId) -> Result<()> {
    let read = may_read(database, person, action).unwrap();
    database.write(|tx| {
        let permit = MayTakeBack::of(tx, &read, id, Role::Member)?;
        crate::take_back(tx, &permit)
    })
}

#[test]
fn answering_twice_is_one_answer() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 5);
        let id = everybody(database);
        let anna = PersonId(100);
        let first = answer(database, anna, id, "Neem brood mee").unwrap();
        let Answered::New(first) = first else { unreachable!("the first answer is new") };
        let again = answer(database, anna, id, "Iets anders").unwrap();
        assert_eq!(again, Answered::Before(first));
        assert_eq!(standing(database, id), 1);
        assert_eq!(find(database, id).answers, 1);
        assert_eq!(facts_of(database, id, Verb::Answer), 1);
        let mine = database.read(|conn| crate::store::mine(conn, id, anna)).unwrap().unwrap();
        assert_eq!(mine.body, "Neem brood mee");
        // The home page thanks, and asks the others.
        let now = database.now();
        let home = |person| database.read(|conn| crate::store::home(conn, person, now)).unwrap();
        assert!(home(anna).unwrap().1);
        assert!(!home(PersonId(101)).unwrap().1);
    });
}

#[test]
fn an_answer_that_was_taken_back_makes_room_for_another() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 5);
        let id = everybody(database);
        let (anna, bob) = (PersonId(100), PersonId(101));
        let Answered::New(first) = answer(database, anna, id, "Eerst").unwrap() else {
            unreachable!("new")
        };
        let refused = take_back(database, bob, id, first);
        assert!(matches!(refused, Err(Failure::Refusal(Refusal::NotAllowed))));
        take_back(database, anna, id, first).unwrap();
        assert!(take_back(database, anna, id, first).is_err(), "once");
        assert_eq!((standing(database, id), find(database, id).answers), (0, 0));
        let second = answer(database, anna, id, "Toch dit").unwrap();
        assert!(matches!(second, Answered::New(id) if id != first));
        assert_eq!((standing(database, id), find(database, id).answers), (1, 1));
        let reached = database.read(|conn| crate::store::by_department(conn, id)).unwrap();
        let sum: i64 = reached.iter().map(|row| row.answered).sum();
        assert_eq!(sum, 1, "the retraction takes back the first answer alone");
    });
}

#[test]
fn twenty_at_once_by_one_person_are_one() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 5);
        let id = everybody(database);
        let permit = may_answer(database, PersonId(100), id).unwrap();
        let given = given(database, id, "Eén keer");
        let new = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..20)
                .map(|_| scope.spawn(|| database.write(|tx| crate::answer(tx, &permit, &given))))
                .collect();
            threads
                .into_iter()
                .map(|thread| thread.join().unwrap().unwrap())
                .filter(|answered| matches!(answered, Answered::New(_)))
                .count()
        });
        assert_eq!(new, 1);
        assert_eq!(standing(database, id), 1);
        assert_eq!(find(database, id).answers, 1);
        assert_eq!(facts_of(database, id, Verb::Answer), 1);
    });
}

#[test]
fn many_people_at_once_are_all_counted() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 30);
        let id = everybody(database);
        let given = given(database, id, "Ja");
        std::thread::scope(|scope| {
            for n in 0..30 {
                let (given, permit) =
                    (&given, may_answer(database, PersonId(100 + n), id).unwrap());
                scope.spawn(move || {
                    database.write(|tx| crate::answer(tx, &permit, given)).unwrap();
                });
            }
        });
        assert_eq!((standing(database, id), find(database, id).answers), (30, 30));
    });
}

#[test]
fn each_kind_of_answer_is_checked() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 5);
        let mut action = find(database, everybody(database));
        let new = |action: &crate::Action, choice, text: &str, picture| {
            Given::new(Lang::Nl, action, choice, text, picture)
        };
        assert!(new(&action, None, "  ", None).is_err(), "a text says something");
        assert!(new(&action, None, &"x".repeat(281), None).is_err());
        assert!(new(&action, None, &"é".repeat(280), None).is_ok());
        action.kind = AnswerKind::Choice;
        action.choices = vec![(1, "Ja".to_owned()), (2, "Nee".to_owned())];
        assert_eq!(new(&action, Some(2), "", None).unwrap().choice, Some(2));
        assert!(new(&action, Some(3), "", None).is_err(), "no such button");
        assert!(new(&action, None, "Ja", None).is_err());
        action.kind = AnswerKind::Tap;
        assert_eq!(new(&action, None, "", None).unwrap().choice, Some(1));
        action.kind = AnswerKind::Picture;
        assert!(new(&action, None, "", None).is_err());
        assert!(new(&action, None, "Geen foto, wel dit", None).is_ok());
    });
}

#[test]
fn a_picture_belongs_to_its_answer() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 5);
        let mut typed = typed(database);
        (typed.held, typed.kind) = ("0".to_owned(), "picture".to_owned());
        let id = open(database, &typed);
        let random = SeededRandomness::new(3);
        let picture = NewPicture {
            large: BlobId::random(&random),
            small: BlobId::random(&random),
            media_type: "image/jpeg",
            width: 800,
            height: 500,
        };
        let action = find(database, id);
        let given = Given::new(Lang::Nl, &action, None, "Mijn bureau", Some(picture)).unwrap();
        let permit = may_answer(database, PersonId(100), id).unwrap();
        let Answered::New(answer) =
            database.write(|tx| crate::answer(tx, &permit, &given)).unwrap()
        else {
            unreachable!("new")
        };
        let shown = database.read(|conn| crate::store::answers(conn, id, None, 9)).unwrap();
        assert_eq!(shown[0].picture, Some((800, 500, "Mijn bureau".to_owned())));
        let find = || database.read(|conn| crate::store::picture(conn, id, answer));
        assert_eq!(find().unwrap().0, picture.large.to_string());
        take_back(database, PersonId(100), id, answer).unwrap();
        assert!(find().is_err(), "gone with the answer");
    });
}

#[test]
fn pages_of_answers_join_without_gaps() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 7);
        let id = everybody(database);
        for n in 0..7 {
            // Some at the same moment: the id decides then.
            trial.clock.advance(if n % 3 == 0 { Moment::SECOND } else { 0 });
            answer(database, PersonId(100 + n), id, "Ja").unwrap();
        }
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let page = database.read(|conn| crate::store::answers(conn, id, before, 3)).unwrap();
            let Some(last) = page.last() else { break };
            before = Some((last.at, last.id));
            seen.extend(page.iter().map(|answer| answer.person.0));
        }
        assert_eq!(seen, [106, 105, 104, 103, 102, 101, 100]);
    });
}

#[test]
fn who_was_drawn_answers_with_their_arm() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 30);
        let id = open(database, &typed(database));
        let asked = arm(database, id, Arm::Shown)[0];
        answer(database, asked, id, "Ja").unwrap();
        answer(database, MANAGER, id, "Ik ook").unwrap();
        let arms: Vec<Option<i16>> = database
            .read(|conn| {
                Ok(log::table
                    .filter(log::verb.eq(Verb::Answer))
                    .order(log::at)
                    .order(log::id)
                    .select(log::arm)
                    .load(conn)?)
            })
            .unwrap();
        assert_eq!(arms, [Some(Arm::Shown.code()), None]);
    });
}
