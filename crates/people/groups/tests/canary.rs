//! Of a secret group nobody outside learns anything.

use super::{Town, is_refused};
use crate::look_after::Outcome;
use crate::{join, leave, request, store};
use database::testing::on_both;
use diesel::prelude::*;
use language::{GroupId, MembershipState, Moment, PersonId, Refusal, Role};
use schema::groups;

const CANARY: &str = "Kanarie Zilvervos";

/// Everything that the store tells somebody, as text.
fn all_told(town: &Town<'_>, reader: PersonId, secret: &str) -> String {
    let id = town.id(secret);
    town.database
        .read(|conn| {
            let mut told = format!("{:?}", store::seen(conn, reader, secret)?);
            told += &format!("{:?}", store::mine(conn, reader)?);
            for key in ["", "kanarie", "zilvervos", "#"] {
                for after in [None, Some(GroupId(1)), Some(id)] {
                    told += &format!("{:?}", store::others(conn, reader, after, key, 100)?);
                }
            }
            told += &format!("{:?}", store::unread(conn, reader, Moment(0))?.contains_key(&id));
            let key = text::normal_key(CANARY);
            assert!(!store::is_taken(conn, reader, &key, GroupId(0))?);
            Ok(told)
        })
        .unwrap()
}

#[test]
fn outsiders_see_no_trace_of_a_secret_group() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let anna = town.person("anna");
        let slug = town.makes(anna, CANARY, "secret").unwrap();
        assert!(!slug.contains("kanarie"));
        town.makes(anna, "Bekend", "closed").unwrap();
        let boss = town.person_with("boss", Role::Administrator, "active");
        let suspended = town.person_with("weg", Role::Member, "suspended");
        town.puts(&slug, suspended, MembershipState::Active, true);
        let mut outsiders = vec![town.person("nooit"), boss, suspended];
        for (name, state) in [
            ("vroeg", MembershipState::Requested),
            ("ging", MembershipState::Left),
            ("moest", MembershipState::Expelled),
        ] {
            let person = town.person(name);
            town.puts(&slug, person, state, true);
            outsiders.push(person);
        }
        for outsider in outsiders {
            let told = all_told(&town, outsider, &slug);
            assert!(!told.contains("Kanarie") && !told.contains(&slug), "{told}");
            is_refused(town.see(outsider, &slug), Refusal::NotFound);
            is_refused(town.own(outsider, &slug, join), Refusal::NotFound);
            is_refused(town.own(outsider, &slug, request), Refusal::NotFound);
            is_refused(town.own(outsider, &slug, leave), Refusal::NotFound);
            is_refused(town.care(outsider, &slug, |_, _| Ok(Outcome::Done)), Refusal::NotFound);
            is_refused(town.changes(outsider, &slug, "Iets", "open"), Refusal::NotFound);
        }
    });
}

#[test]
fn a_secret_name_is_free_for_others() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let slug = town.makes(anna, CANARY, "secret").unwrap();
        // Who knows the name is told that it is there, who does not is not.
        super::is_problem(town.makes(anna, CANARY, "open"), "name");
        assert_eq!(town.makes(bob, CANARY, "open").unwrap(), "kanarie-zilvervos");
        // The secret one cannot come out under a name that is taken by now.
        super::is_problem(town.changes(anna, &slug, CANARY, "closed"), "name");
        town.changes(anna, &slug, "Zilver", "closed").unwrap();
        super::is_problem(town.makes(bob, "zilver", "open"), "name");
    });
}

#[test]
fn an_imported_secret_group_gives_its_name_free() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let bob = town.person("bob");
        trial
            .database
            .write(|tx| {
                diesel::insert_into(groups::table)
                    .values((
                        groups::id.eq(99),
                        groups::name.eq(CANARY),
                        groups::name_key.eq(text::normal_key(CANARY)),
                        groups::slug.eq("ingevoerd"),
                        groups::access.eq("secret"),
                        groups::created_at.eq(tx.now().0),
                    ))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        assert_eq!(town.makes(bob, CANARY, "open").unwrap(), "kanarie-zilvervos");
    });
}

#[test]
fn a_group_that_becomes_secret_forgets_who_asked() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let slug = town.makes(anna, "Raad", "closed").unwrap();
        town.own(bob, &slug, request).unwrap();
        town.changes(anna, &slug, "Raad", "secret").unwrap();
        assert_eq!(town.stored(&slug, bob), Some((MembershipState::Left, false)));
        is_refused(town.see(bob, &slug), Refusal::NotFound);
    });
}
