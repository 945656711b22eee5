//! Ranks, lists, profiles and pictures, on both engines.

mod lists;
mod ranks;

use database::Database;
use diesel::prelude::*;
use language::{Failure, PersonId, PersonState, Refusal, Role, Verb};
use schema::{audit, facts as log, people};
use sign_in::accounts::{self, NewAccount};
use text::Email;

fn person(database: &Database, name: &str, role: Role) -> PersonId {
    let handle: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let new = NewAccount {
        role,
        state: PersonState::Active,
        // Ids differ, so addresses do.
        email: Email::parse(&format!("{handle}.{}@plein.example", database.environment().new_id()))
            .ok(),
        ..NewAccount::placeholder(name)
    };
    database.write(|tx| accounts::create(tx, &new)).unwrap()
}

fn role_of(database: &Database, person: PersonId) -> (Role, PersonState, i32) {
    database
        .read(|conn| {
            Ok(people::table
                .filter(people::id.eq(person.0))
                .select((people::role, people::state, people::epoch))
                .first(conn)?)
        })
        .unwrap()
}

fn count_of(database: &Database, verb: Verb) -> i64 {
    database
        .read(|conn| Ok(log::table.filter(log::verb.eq(verb)).count().get_result(conn)?))
        .unwrap()
}

fn audited(database: &Database) -> Vec<String> {
    database.read(|conn| Ok(audit::table.order(audit::id).select(audit::act).load(conn)?)).unwrap()
}

fn is_refused<T: std::fmt::Debug>(result: language::Result<T>, refusal: Refusal) {
    match result {
        Err(Failure::Refusal(is)) => assert_eq!(is, refusal),
        other => panic!("{other:?} instead of {refusal:?}"),
    }
}
