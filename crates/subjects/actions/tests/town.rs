//! A small community for the tests.

use crate::draft::{Draft, Typed};
use crate::{MayAnswer, MayManage, MayRead};
use database::Database;
use diesel::prelude::*;
use language::{
    ActionId, CommentId, DepartmentId, Fact, FactId, Moment, PersonId, PostId, Role, Verb,
};
use schema::{community, departments, people};
use words::Lang;

pub(super) const MANAGER: PersonId = PersonId(1);
pub(super) const ZONE: &str = "Europe/Amsterdam";

pub(super) fn department(database: &Database, id: i64, parent: Option<i64>, name: &str) {
    database
        .write(|tx| {
            diesel::insert_into(departments::table)
                .values((
                    departments::id.eq(id),
                    departments::parent_id.eq(parent),
                    departments::name.eq(name),
                    departments::name_key.eq(name),
                    departments::path.eq(name),
                    departments::created_at.eq(0),
                ))
                .execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

pub(super) fn person(database: &Database, id: i64, role: Role, department: Option<i64>) {
    database
        .write(|tx| {
            diesel::insert_into(people::table)
                .values((
                    people::id.eq(id),
                    people::name.eq(format!("Anna{id} Test")),
                    people::name_key.eq(format!("anna{id}")),
                    people::handle.eq(format!("anna{id}")),
                    people::department_id.eq(department),
                    people::audience.eq("employee"),
                    people::role.eq(role),
                    people::state.eq("active"),
                    people::created_at.eq(0),
                ))
                .execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

/// A community of a manager and `members`, numbered from 100, in departments 10 and 11 by
/// turns; 11 lies below 10.
pub(super) fn town(database: &Database, members: i64) {
    database
        .write(|tx| {
            diesel::insert_into(community::table)
                .values((
                    community::id.eq(1),
                    community::name.eq("Proefdorp"),
                    community::language.eq("nl"),
                    community::zone.eq(ZONE),
                    community::seed.eq(4711),
                    community::created_at.eq(0),
                ))
                .execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
    database.reload_zone().unwrap();
    department(database, 10, None, "Zorg");
    department(database, 11, Some(10), "Nachtdienst");
    department(database, 12, None, "ICT");
    person(database, MANAGER.0, Role::Manager, Some(12));
    for n in 0..members {
        person(database, 100 + n, Role::Member, Some(10 + n % 2));
    }
}

/// A text question to everybody, 20 of each 100 held back, from now.
pub(super) fn typed(database: &Database) -> Typed {
    let today = database.now().day(&database.zone());
    let mut typed = Typed::starting(Lang::Nl, crate::catalogue::find(10), today, MANAGER);
    typed.held = "20".to_owned();
    typed
}

pub(super) fn draft(database: &Database, typed: &Typed) -> Draft {
    Draft::new(Lang::Nl, typed, database.now(), &database.zone()).unwrap()
}

pub(super) fn manager() -> MayManage {
    MayManage::of(MANAGER, Role::Manager).unwrap()
}

pub(super) fn open(database: &Database, typed: &Typed) -> ActionId {
    let draft = draft(database, typed);
    database.write(|tx| crate::open(tx, &manager(), &draft)).unwrap()
}

pub(super) fn may_read(database: &Database, person: PersonId, action: ActionId) -> Option<MayRead> {
    let now = database.now();
    database.read(|conn| MayRead::of(conn, person, action, now)).ok()
}

pub(super) fn may_answer(
    database: &Database,
    person: PersonId,
    action: ActionId,
) -> Option<MayAnswer> {
    MayAnswer::of(may_read(database, person, action)?, database.now()).ok()
}

/// The people of an arm, by id.
pub(super) fn arm(database: &Database, action: ActionId, arm: language::Arm) -> Vec<PersonId> {
    use schema::action_arms;
    database
        .read(|conn| {
            Ok(action_arms::table
                .filter(action_arms::action_id.eq(action))
                .filter(action_arms::arm.eq(arm))
                .order(action_arms::person_id)
                .select(action_arms::person_id)
                .load(conn)?)
        })
        .unwrap()
}

fn did(database: &Database, who: PersonId, at: Moment, change: impl Fn(Fact) -> Fact) -> FactId {
    let day = at.day(&database.zone());
    database
        .write(|tx| {
            let who = facts::who(tx, who)?;
            let fact = who.did(change(Fact::new(Verb::Post, at, day)));
            facts::record(tx, &fact)
        })
        .unwrap()
}

pub(super) fn posts(database: &Database, who: PersonId, at: Moment, id: i64) -> FactId {
    did(database, who, at, |fact| fact.about(PostId(id)))
}

pub(super) fn withdraws(database: &Database, who: PersonId, at: Moment, id: i64) {
    did(database, who, at, |mut fact| {
        fact.verb = Verb::Retract;
        fact.about(PostId(id))
    });
}

pub(super) fn reacts(database: &Database, who: PersonId, at: Moment, to: i64) -> FactId {
    did(database, who, at, |mut fact| {
        fact.verb = Verb::React;
        fact.about(CommentId(to))
    })
}

pub(super) fn unreacts(database: &Database, who: PersonId, at: Moment, to: i64, fact: FactId) {
    did(database, who, at, |mut retraction| {
        retraction.verb = Verb::Retract;
        retraction.corrects = Some(fact);
        retraction.about(CommentId(to))
    });
}

pub(super) fn visits(database: &Database, who: PersonId, at: Moment) {
    did(database, who, at, |mut fact| {
        fact.verb = Verb::Session;
        fact
    });
}

pub(super) fn find(database: &Database, action: ActionId) -> crate::Action {
    database.read(|conn| crate::store::find(conn, action)).unwrap()
}

pub(super) fn departments_of(ids: &[i64]) -> Vec<DepartmentId> {
    ids.iter().map(|id| DepartmentId(*id)).collect()
}
