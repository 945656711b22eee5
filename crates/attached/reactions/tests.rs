//! Reactions, on both engines.

use crate::{Change, Word, counts, react};
use database::testing::on_both;
use database::{Database, Tx};
use diesel::prelude::*;
use language::{
    Carries, Fact, Failure, GroupId, PersonId, PostId, Randomness, Refusal, Result,
    SeededRandomness, Subject, SubjectKind, Verb, Visibility,
};
use schema::{facts as log, people, reactions};
use std::collections::HashSet;
use std::sync::Barrier;

/// A subject that this crate knows nothing about.
struct Thing {
    id: i64,
    open: bool,
}

impl Carries for Thing {
    fn subject(&self) -> Subject {
        PostId(self.id).into()
    }
    fn group(&self) -> GroupId {
        GroupId(1)
    }
    fn author(&self) -> Option<PersonId> {
        None
    }
    fn visibility(&self) -> Visibility {
        Visibility::Everyone
    }
    fn is_open(&self) -> bool {
        self.open
    }
}

fn person(database: &Database, handle: &str) -> PersonId {
    database
        .write(|tx| {
            let id = tx.new_id();
            diesel::insert_into(people::table)
                .values((
                    people::id.eq(id),
                    people::name.eq(handle),
                    people::name_key.eq(handle),
                    people::handle.eq(handle),
                    people::audience.eq("employee"),
                    people::role.eq("member"),
                    people::state.eq("active"),
                    people::created_at.eq(tx.now().0),
                ))
                .execute(&mut **tx)?;
            Ok(PersonId(id))
        })
        .unwrap()
}

fn click(tx: &mut Tx<'_>, thing: &Thing, by: PersonId, word: Word) -> Result<Change> {
    react(tx, thing, thing.subject(), None, by, word)
}

fn stored(database: &Database, id: i64) -> i64 {
    database
        .read(|conn| {
            Ok(reactions::table.filter(reactions::subject_id.eq(id)).count().get_result(conn)?)
        })
        .unwrap()
}

/// The React facts that no retraction names, and the retractions.
fn standing(database: &Database) -> (usize, usize) {
    let rows: Vec<(i64, Verb, Option<i64>)> = database
        .read(|conn| Ok(log::table.select((log::id, log::verb, log::corrects)).load(conn)?))
        .unwrap();
    let taken: Vec<i64> = rows.iter().filter_map(|(_, _, corrects)| *corrects).collect();
    let distinct: HashSet<i64> = taken.iter().copied().collect();
    assert_eq!(distinct.len(), taken.len(), "a fact was taken back twice");
    let given = rows.iter().filter(|(id, verb, _)| *verb == Verb::React && !distinct.contains(id));
    (given.count(), taken.len())
}

#[test]
fn a_word_is_given_and_taken_back() {
    on_both(|trial| {
        let database = &trial.database;
        let (anna, bob) = (person(database, "anna"), person(database, "bob"));
        let thing = Thing { id: 5, open: true };
        let does = |by, word| database.write(|tx| click(tx, &thing, by, word)).unwrap();
        assert_eq!(does(anna, Word::Thanks), Change::Given);
        assert_eq!(does(anna, Word::Agree), Change::Given);
        assert_eq!(does(bob, Word::Thanks), Change::Given);
        let seen =
            database.read(|conn| counts(conn, SubjectKind::Post, &[5, 6], Some(bob))).unwrap();
        let told: Vec<_> = seen.iter().map(|c| (c.word, c.people, c.is_mine())).collect();
        assert_eq!(told, [(Word::Thanks, 2, true), (Word::Agree, 1, false)]);
        assert!(
            database
                .read(|conn| counts(conn, SubjectKind::Comment, &[5], Some(bob)))
                .unwrap()
                .is_empty()
        );
        assert!(
            database
                .read(|conn| counts(conn, SubjectKind::Post, &[], Some(bob)))
                .unwrap()
                .is_empty()
        );
        // Two words taken back take back two facts, not one twice.
        assert_eq!(does(anna, Word::Thanks), Change::TakenBack);
        assert_eq!(does(anna, Word::Agree), Change::TakenBack);
        assert_eq!(standing(database), (1, 2));
        assert_eq!(stored(database, 5), 1);
    });
}

#[test]
fn a_closed_thing_takes_no_words() {
    on_both(|trial| {
        let anna = person(&trial.database, "anna");
        let thing = Thing { id: 5, open: false };
        let refused = trial.database.write(|tx| click(tx, &thing, anna, Word::Thanks));
        assert!(matches!(refused, Err(Failure::Refusal(Refusal::NotAllowed))));
        assert_eq!(stored(&trial.database, 5), 0);
    });
}

#[test]
fn a_word_that_the_log_never_heard_of_is_taken_back_without_harm() {
    on_both(|trial| {
        let database = &trial.database;
        let anna = person(database, "anna");
        let thing = Thing { id: 5, open: true };
        database
            .write(|tx| {
                let fact = Fact::new(Verb::Post, tx.now(), tx.today()).about(PostId(5));
                facts::record(tx, &fact)?;
                assert!(crate::store::give(tx, thing.subject(), anna, Word::Help)?);
                click(tx, &thing, anna, Word::Help)
            })
            .unwrap();
        let retracted: i64 = database
            .read(|conn| {
                Ok(log::table.filter(log::verb.eq(Verb::Retract)).count().get_result(conn)?)
            })
            .unwrap();
        assert_eq!(retracted, 0);
    });
}

#[test]
fn at_random_the_log_and_the_table_agree() {
    on_both(|trial| {
        let database = &trial.database;
        let random = SeededRandomness::new(3);
        let draw = |below: usize| usize::try_from(random.number() % 1_000_000).unwrap() % below;
        let people: Vec<_> = ["a1", "b2", "c3"].map(|h| person(database, h)).into();
        let mut sum = 0;
        for _ in 0..150 {
            trial.clock.advance(i64::try_from(draw(2)).unwrap());
            let thing = Thing { id: 5 + i64::try_from(draw(2)).unwrap(), open: true };
            let (by, word) = (people[draw(3)], Word::ALL[draw(5)]);
            sum += database.write(|tx| click(tx, &thing, by, word)).unwrap().amount();
        }
        let all = stored(database, 5) + stored(database, 6);
        assert_eq!(i64::from(sum), all);
        assert_eq!(i64::try_from(standing(database).0).unwrap(), all);
    });
}

#[test]
fn twenty_clicks_at_once_add_up() {
    on_both(|trial| {
        let database = &trial.database;
        let anna = person(database, "anna");
        let start = Barrier::new(20);
        let sum: i32 = std::thread::scope(|scope| {
            let clicks: Vec<_> = (0..20)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        let thing = Thing { id: 5, open: true };
                        let done = database.write(|tx| click(tx, &thing, anna, Word::Agree));
                        done.unwrap().amount()
                    })
                })
                .collect();
            clicks.into_iter().map(|click| click.join().unwrap()).sum()
        });
        assert_eq!(i64::from(sum), stored(database, 5));
    });
}
