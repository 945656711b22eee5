//! Comments, on both engines.

use crate::{Comment, Draft, MayEdit, Said, edit, find, last_of, of, say, withdraw};
use database::Database;
use database::testing::on_both;
use diesel::prelude::*;
use language::{
    Carries, CommentId, Failure, GroupId, PersonId, PostId, Refusal, Result, Role, Subject,
    SubjectKind, Verb, Visibility,
};
use schema::{comments, facts as log, people};
use std::sync::Barrier;
use words::Lang;

/// A subject that this crate knows nothing about.
struct Thing {
    id: i64,
    open: bool,
}

const THING: Thing = Thing { id: 5, open: true };

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

fn says(
    database: &Database,
    on: &Thing,
    by: PersonId,
    body: &str,
    parent: Option<CommentId>,
    key: &str,
) -> Result<Said> {
    let draft = Draft::new(Lang::Nl, body, parent, key)?;
    database.write(|tx| say(tx, on, by, &draft))
}

fn all(database: &Database, on: &Thing) -> Vec<Comment> {
    database.read(|conn| of(conn, on.subject(), 0, 1_000)).unwrap()
}

fn facts_of(database: &Database, verb: Verb) -> i64 {
    database
        .read(|conn| Ok(log::table.filter(log::verb.eq(verb)).count().get_result(conn)?))
        .unwrap()
}

fn is_refused<T: std::fmt::Debug>(result: Result<T>, refusal: Refusal) {
    match result {
        Err(Failure::Refusal(is)) => assert_eq!(is, refusal),
        other => panic!("{other:?} instead of {refusal:?}"),
    }
}

#[test]
fn what_is_said_stands_in_order() {
    on_both(|trial| {
        let database = &trial.database;
        let anna = person(database, "anna");
        for body in ["een", "twee", "drie"] {
            says(database, &THING, anna, body, None, "").unwrap();
        }
        let bodies: Vec<String> = all(database, &THING).into_iter().map(|c| c.body).collect();
        assert_eq!(bodies, ["een", "twee", "drie"]);
        let paged: Vec<String> = (0..4)
            .flat_map(|skip| database.read(|conn| of(conn, THING.subject(), skip, 1)).unwrap())
            .map(|c| c.body)
            .collect();
        assert_eq!(paged, bodies);
        let other = Thing { id: 6, open: true };
        says(database, &other, anna, "elders", None, "").unwrap();
        let last = database.read(|conn| last_of(conn, SubjectKind::Post, &[5, 6])).unwrap();
        let last: Vec<(i64, &str)> = last.iter().map(|c| (c.subject.id, c.body.as_str())).collect();
        assert_eq!(last, [(5, "twee"), (5, "drie"), (6, "elders")]);
        assert_eq!(facts_of(database, Verb::Reply), 4);
    });
}

#[test]
fn empty_and_endless_comments_are_not_taken() {
    on_both(|trial| {
        let database = &trial.database;
        let anna = person(database, "anna");
        for body in ["", " \n ", "\0", &"x".repeat(crate::MOST_CHARACTERS + 1)] {
            let refused = says(database, &THING, anna, body, None, "");
            assert!(matches!(refused, Err(Failure::Problems(_))));
        }
        says(database, &THING, anna, "a\0b", None, "").unwrap();
        assert_eq!(all(database, &THING)[0].body, "ab");
        let closed = Thing { id: 5, open: false };
        is_refused(says(database, &closed, anna, "hoi", None, ""), Refusal::NotAllowed);
    });
}

#[test]
fn a_comment_belongs_to_one_subject() {
    on_both(|trial| {
        let database = &trial.database;
        let (anna, bob) = (person(database, "anna"), person(database, "bob"));
        let id = says(database, &THING, anna, "hier", None, "").unwrap().id();
        let other = Thing { id: 6, open: true };
        is_refused(database.read(|conn| find(conn, other.subject(), id)), Refusal::NotFound);
        is_refused(says(database, &other, bob, "daar", Some(id), ""), Refusal::NotFound);
        let comment = database.read(|conn| find(conn, THING.subject(), id)).unwrap();
        is_refused(MayEdit::of(&comment, &other, anna, Role::Administrator), Refusal::NotFound);
        is_refused(MayEdit::of(&comment, &THING, bob, Role::Member), Refusal::NotAllowed);
        assert_eq!(says(database, &THING, bob, "ja", Some(id), "").map(|_| ()).unwrap(), ());
        assert_eq!(all(database, &THING)[1].parent, Some(id));
    });
}

#[test]
fn authors_change_and_moderators_only_take_away() {
    on_both(|trial| {
        let database = &trial.database;
        let (anna, bob) = (person(database, "anna"), person(database, "bob"));
        let id = says(database, &THING, anna, "eerst", None, "").unwrap().id();
        let comment = database.read(|conn| find(conn, THING.subject(), id)).unwrap();
        let own = MayEdit::of(&comment, &THING, anna, Role::Member).unwrap();
        let moderator = MayEdit::of(&comment, &THING, bob, Role::Moderator).unwrap();
        let new = Draft::new(Lang::Nl, "**later**", None, "").unwrap();
        is_refused(database.write(|tx| edit(tx, &THING, &moderator, &new)), Refusal::NotAllowed);
        database.write(|tx| edit(tx, &THING, &own, &new)).unwrap();
        let changed = database.read(|conn| find(conn, THING.subject(), id)).unwrap();
        assert!(changed.edited.is_some() && changed.html.as_str().contains("<strong>"));
        database.write(|tx| withdraw(tx, &THING, &moderator)).unwrap();
        is_refused(database.write(|tx| withdraw(tx, &THING, &own)), Refusal::Gone);
        is_refused(database.read(|conn| find(conn, THING.subject(), id)), Refusal::NotFound);
        assert!(all(database, &THING).is_empty());
        assert_eq!(facts_of(database, Verb::Retract), 1);
    });
}

#[test]
fn one_form_is_one_comment() {
    on_both(|trial| {
        let database = &trial.database;
        let (anna, bob) = (person(database, "anna"), person(database, "bob"));
        let start = Barrier::new(12);
        let said: Vec<Said> = std::thread::scope(|scope| {
            let clicks: Vec<_> = (0..12)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        says(database, &THING, anna, "hoi", None, "sleutel").unwrap()
                    })
                })
                .collect();
            clicks.into_iter().map(|click| click.join().unwrap()).collect()
        });
        assert_eq!(said.iter().filter(|s| matches!(s, Said::New(_))).count(), 1);
        assert!(said.iter().all(|s| s.id() == said[0].id()));
        assert_eq!(facts_of(database, Verb::Reply), 1);
        // Another's key tells nothing of what it made.
        is_refused(says(database, &THING, bob, "hoi", None, "sleutel"), Refusal::Conflict);
        let stored: i64 =
            database.read(|conn| Ok(comments::table.count().get_result(conn)?)).unwrap();
        assert_eq!(stored, 1);
    });
}
