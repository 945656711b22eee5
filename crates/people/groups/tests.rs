//! Groups and memberships, on both engines.

mod buttons;
mod canary;
mod memberships;
mod races;
mod states;

use crate::group::Draft;
use crate::permits::{MayCreate, MayLookAfter, MaySee, MayTakePart};
use crate::store;
use database::{Database, Tx};
use diesel::prelude::*;
use language::{Failure, GroupId, MembershipState, Moment, PersonId, Refusal, Result, Role, Verb};
use schema::{community, facts as log, groups, memberships as table, people};
use words::Lang;

/// A town with a commons and some people.
struct Town<'a> {
    database: &'a Database,
}

impl<'a> Town<'a> {
    fn new(database: &'a Database) -> Self {
        database
            .write(|tx| {
                diesel::insert_into(community::table)
                    .values((
                        community::id.eq(1),
                        community::name.eq("Het Plein"),
                        community::language.eq("nl"),
                        community::zone.eq("Europe/Amsterdam"),
                        community::seed.eq(1),
                        community::created_at.eq(tx.now().0),
                    ))
                    .execute(&mut **tx)?;
                diesel::insert_into(groups::table)
                    .values((
                        groups::id.eq(1),
                        groups::name.eq("Iedereen"),
                        groups::name_key.eq("iedereen"),
                        groups::slug.eq("iedereen"),
                        groups::access.eq("open"),
                        groups::commons.eq(true),
                        groups::created_at.eq(tx.now().0),
                    ))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        Self { database }
    }

    fn person(&self, handle: &str) -> PersonId {
        self.person_with(handle, Role::Member, "active")
    }

    fn person_with(&self, handle: &str, role: Role, state: &str) -> PersonId {
        self.database
            .write(|tx| {
                let id = tx.new_id();
                diesel::insert_into(people::table)
                    .values((
                        people::id.eq(id),
                        people::name.eq(handle),
                        people::name_key.eq(handle),
                        people::handle.eq(handle),
                        people::audience.eq("employee"),
                        people::role.eq(role),
                        people::state.eq(state),
                        people::created_at.eq(tx.now().0),
                    ))
                    .execute(&mut **tx)?;
                if state == "active" {
                    store::move_to(tx, GroupId(1), PersonId(id), None, MembershipState::Active)?;
                }
                Ok(PersonId(id))
            })
            .unwrap()
    }

    fn makes(&self, by: PersonId, name: &str, access: &str) -> Result<String> {
        let draft = Draft::new(Lang::Nl, name, "", access)?;
        self.database.write(|tx| crate::create(tx, MayCreate::in_test(by), &draft, Lang::Nl))
    }

    fn own<T>(
        &self,
        by: PersonId,
        slug: &str,
        act: impl FnOnce(&mut Tx<'_>, &MayTakePart) -> Result<T>,
    ) -> Result<T> {
        self.database.write(|tx| {
            let permit = MayTakePart::of(tx, by, slug)?;
            act(tx, &permit)
        })
    }

    fn care<T>(
        &self,
        by: PersonId,
        slug: &str,
        act: impl FnOnce(&mut Tx<'_>, &MayLookAfter) -> Result<T>,
    ) -> Result<T> {
        self.database.write(|tx| {
            let permit = MayLookAfter::of(tx, by, slug)?;
            act(tx, &permit)
        })
    }

    fn changes(&self, by: PersonId, slug: &str, name: &str, access: &str) -> Result<()> {
        let draft = Draft::new(Lang::Nl, name, "", access)?;
        self.care(by, slug, |tx, permit| crate::change(tx, permit, &draft, Lang::Nl))
    }

    fn see(&self, by: PersonId, slug: &str) -> Result<MaySee> {
        self.database.read(|conn| MaySee::of(conn, by, slug))
    }

    fn id(&self, slug: &str) -> GroupId {
        let id: i64 = self
            .database
            .read(|conn| {
                Ok(groups::table.filter(groups::slug.eq(slug)).select(groups::id).first(conn)?)
            })
            .unwrap();
        GroupId(id)
    }

    /// The membership as it is stored: state and whether it moderates.
    fn stored(&self, slug: &str, person: PersonId) -> Option<(MembershipState, bool)> {
        let group = self.id(slug);
        self.database
            .read(|conn| {
                Ok(table::table
                    .filter(table::group_id.eq(group.0))
                    .filter(table::person_id.eq(person.0))
                    .select((table::state, table::moderates))
                    .first(conn)
                    .optional()?)
            })
            .unwrap()
    }

    fn puts(&self, slug: &str, person: PersonId, state: MembershipState, moderates: bool) {
        let group = self.id(slug);
        self.database
            .write(|tx| {
                diesel::delete(
                    table::table
                        .filter(table::group_id.eq(group.0))
                        .filter(table::person_id.eq(person.0)),
                )
                .execute(&mut **tx)?;
                diesel::insert_into(table::table)
                    .values((
                        table::group_id.eq(group.0),
                        table::person_id.eq(person.0),
                        table::state.eq(state),
                        table::moderates.eq(moderates),
                        table::since.eq(Moment(0).0),
                    ))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
    }

    fn facts(&self, verb: Verb, slug: &str) -> i64 {
        let group = self.id(slug);
        self.database
            .read(|conn| {
                Ok(log::table
                    .filter(log::verb.eq(verb))
                    .filter(log::object_id.eq(group.0))
                    .count()
                    .get_result(conn)?)
            })
            .unwrap()
    }

    fn members(&self, slug: &str) -> i64 {
        let group = self.id(slug);
        self.database
            .read(|conn| {
                Ok(table::table
                    .filter(table::group_id.eq(group.0))
                    .filter(table::state.eq(MembershipState::Active))
                    .count()
                    .get_result(conn)?)
            })
            .unwrap()
    }
}

fn is_refused<T: std::fmt::Debug>(result: Result<T>, refusal: Refusal) {
    match result {
        Err(Failure::Refusal(is)) => assert_eq!(is, refusal),
        other => panic!("{other:?} instead of {refusal:?}"),
    }
}

fn is_problem<T: std::fmt::Debug>(result: Result<T>, field: &str) {
    match result {
        Err(Failure::Problems(problems)) => assert!(problems.of(field).is_some(), "{problems:?}"),
        other => panic!("{other:?} instead of a problem of {field}"),
    }
}
