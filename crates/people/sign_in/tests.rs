//! Getting in, on both engines.

mod doors;
mod links;

use crate::accounts::{self, NewAccount};
use crate::password::{self, Hash};
use database::testing::Trial;
use database::{Conn, Database};
use diesel::prelude::*;
use language::{
    Failure, GroupAccess, GroupId, Moment, PersonId, PersonState, Refusal, Role, SeededRandomness,
    Verb,
};
use schema::{community, facts as log, groups, memberships, outbox, people, sessions};
use std::sync::OnceLock;
use text::Email;

const BASE: &str = "https://plein.example";
const PASSWORD: &str = "vijf natte eenden";

/// Hashing is slow on purpose: once for all tests.
fn hash() -> Hash {
    static HASH: OnceLock<Hash> = OnceLock::new();
    HASH.get_or_init(|| password::hash(PASSWORD, &SeededRandomness::new(5)).unwrap()).clone()
}

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

/// A community with its commons, as set-up leaves it.
fn set_up(trial: &Trial) {
    trial
        .database
        .write(|tx| {
            diesel::insert_into(community::table)
                .values((
                    community::id.eq(1),
                    community::name.eq("Het Plein"),
                    community::language.eq("nl"),
                    community::zone.eq("Europe/Amsterdam"),
                    community::seed.eq(1_i64),
                    community::created_at.eq(Moment(0)),
                ))
                .execute(&mut **tx)?;
            diesel::insert_into(groups::table)
                .values((
                    groups::id.eq(GroupId(1)),
                    groups::name.eq("Iedereen"),
                    groups::name_key.eq("iedereen"),
                    groups::slug.eq("iedereen"),
                    groups::access.eq(GroupAccess::Open),
                    groups::commons.eq(true),
                    groups::created_at.eq(Moment(0)),
                ))
                .execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

fn manager(database: &Database) -> PersonId {
    let new = NewAccount {
        role: Role::Manager,
        ..NewAccount::member("Marijke ten Brinke", email("marijke@plein.example"), hash())
    };
    database.write(|tx| accounts::create(tx, &new)).unwrap()
}

fn member(database: &Database, name: &str, address: &str) -> PersonId {
    let new = NewAccount::member(name, email(address), hash());
    database.write(|tx| accounts::create(tx, &new)).unwrap()
}

fn placeholder(database: &Database, name: &str) -> PersonId {
    database.write(|tx| accounts::create(tx, &NewAccount::placeholder(name))).unwrap()
}

fn state_of(database: &Database, person: PersonId) -> PersonState {
    database
        .read(|conn| {
            Ok(people::table.filter(people::id.eq(person.0)).select(people::state).first(conn)?)
        })
        .unwrap()
}

fn set_state(database: &Database, person: PersonId, state: PersonState) {
    database
        .write(|tx| {
            diesel::update(people::table.filter(people::id.eq(person.0)))
                .set(people::state.eq(state))
                .execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

/// The texts of all mails, the oldest first.
fn mails(database: &Database) -> Vec<(String, String, String)> {
    database
        .read(|conn: &mut Conn| {
            Ok(outbox::table
                .order(outbox::id)
                .select((outbox::recipient, outbox::subject, outbox::body_text))
                .load(conn)?)
        })
        .unwrap()
}

/// The secret in the last mail, behind `/{what}/`.
fn secret_in_last(database: &Database, what: &str) -> String {
    let (_, _, text) = mails(database).pop().expect("a mail");
    let start = format!("{BASE}/{what}/");
    let at = text.find(&start).expect("a link") + start.len();
    text[at..].split_whitespace().next().expect("a secret").to_owned()
}

fn count_of(database: &Database, verb: Verb) -> i64 {
    database
        .read(|conn| Ok(log::table.filter(log::verb.eq(verb)).count().get_result(conn)?))
        .unwrap()
}

fn sessions_of(database: &Database, person: PersonId) -> i64 {
    database
        .read(|conn| {
            Ok(sessions::table.filter(sessions::person_id.eq(person.0)).count().get_result(conn)?)
        })
        .unwrap()
}

fn in_commons(database: &Database, person: PersonId) -> bool {
    let count: i64 = database
        .read(|conn| {
            Ok(memberships::table
                .filter(memberships::person_id.eq(person.0))
                .count()
                .get_result(conn)?)
        })
        .unwrap();
    count == 1
}

fn is_refused<T: std::fmt::Debug>(result: language::Result<T>, refusal: Refusal) {
    match result {
        Err(Failure::Refusal(is)) => assert_eq!(is, refusal),
        other => panic!("{other:?} instead of {refusal:?}"),
    }
}
