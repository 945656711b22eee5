//! A small town to tell stories of facts in.

use crate::{Rollups, recount};
use database::testing::{BEGINNING, Trial};
use database::{Database, Tx};
use diesel::prelude::*;
use facts::{Follower, Recorded};
use language::{
    ActorKind, Day, DepartmentId, Fact, GroupId, Moment, ObjectKind, Pseudonym, Result, Verb,
};

/// Monday 5 October 2026.
pub const MONDAY: i32 = 20_731;

/// Noon of the day that is `days` after [`MONDAY`].
pub fn noon(days: i32) -> Moment {
    BEGINNING.plus(4 * Moment::HOUR + i64::from(days) * Moment::DAY)
}

/// The follower with another stride.
pub struct Strided(pub i64);

impl Follower for Strided {
    fn name(&self) -> &'static str {
        Rollups::NAME
    }
    fn follow(&self, tx: &mut Tx<'_>, facts: &[Recorded]) -> Result<()> {
        Rollups.follow(tx, facts)
    }
    fn forget(&self, tx: &mut Tx<'_>) -> Result<()> {
        Rollups.forget(tx)
    }
    fn stride(&self) -> i64 {
        self.0
    }
}

pub const ANNA: Someone = Someone(11, ActorKind::Member, 1);
pub const BOB: Someone = Someone(12, ActorKind::Member, 2);
pub const CARLA: Someone = Someone(13, ActorKind::Staff, 1);
pub const ROBOT: Someone = Someone(14, ActorKind::Bot, 0);

/// Somebody: their pseudonym, capacity and department.
#[derive(Clone, Copy)]
pub struct Someone(pub i64, pub ActorKind, pub i64);

impl Someone {
    pub fn member(pseudonym: i64, department: i64) -> Self {
        Self(pseudonym, ActorKind::Member, department)
    }

    /// A fact of this person, at noon of `day` (days after [`MONDAY`]).
    pub fn does(self, verb: Verb, day: i32) -> Fact {
        let mut fact = Fact::new(verb, noon(day), Day(MONDAY + day));
        fact.actor = Some(Pseudonym(self.0));
        fact.actor_kind = self.1;
        fact.dept_at = Some(DepartmentId(self.2)).filter(|d| d.0 != 0);
        fact
    }

    pub fn posts(self, post: i64, day: i32) -> Fact {
        let mut fact = self.does(Verb::Post, day);
        fact.object_kind = ObjectKind::Post;
        fact.object_id = post;
        fact.group_id = Some(GroupId(9));
        fact
    }

    /// `minutes` after noon.
    pub fn replies(self, comment: i64, post: i64, to: Someone, day: i32, minutes: i64) -> Fact {
        let mut fact = self.does(Verb::Reply, day);
        fact.at = fact.at.plus(minutes * 60 * Moment::SECOND);
        fact.object_kind = ObjectKind::Comment;
        fact.object_id = comment;
        fact.thread_id = Some(post);
        to.target_of(fact)
    }

    pub fn reacts(self, post: i64, to: Someone, day: i32) -> Fact {
        let mut fact = self.does(Verb::React, day);
        fact.object_kind = ObjectKind::Post;
        fact.object_id = post;
        fact.thread_id = Some(post);
        to.target_of(fact)
    }

    pub fn withdraws(self, kind: ObjectKind, object: i64, day: i32) -> Fact {
        let mut fact = self.does(Verb::Retract, day);
        fact.object_kind = kind;
        fact.object_id = object;
        fact
    }

    fn target_of(self, mut fact: Fact) -> Fact {
        fact.target = Some(Pseudonym(self.0));
        fact.target_dept_at = Some(DepartmentId(self.2)).filter(|d| d.0 != 0);
        fact
    }
}

/// Records facts, in order; returns their ids.
pub fn record(database: &Database, facts: &[Fact]) -> Vec<i64> {
    database.write(|tx| facts.iter().map(|fact| Ok(facts::record(tx, fact)?.0)).collect()).unwrap()
}

/// Lets the follower take everything.
pub fn settle(database: &Database) {
    settle_by(database, &Rollups);
}

/// The same with another stride.
pub fn settle_by(database: &Database, follower: &dyn Follower) {
    while facts::step(database, follower).unwrap() > 0 {}
}

/// Lets the follower take everything and proves that it counted right.
pub fn settles(trial: &Trial) {
    settle(&trial.database);
    assert_eq!(trial.database.read(recount).unwrap(), []);
}

/// Runs a statement of the test's own.
pub fn run(database: &Database, sql: &str) {
    database
        .write(|tx| {
            database::sql(sql).execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

/// A person whose pseudonym is their number plus ten.
pub fn person(database: &Database, number: i64, department: &str, more: &str) {
    let (mut state, mut joined, mut team, mut bot) = ("active", "1", "false", "false");
    match more {
        "team" => team = "true",
        "bot" => bot = "true",
        "new" => joined = "null",
        "" => {}
        other => state = other,
    }
    run(
        database,
        &format!(
            "insert into people (id, name, name_key, handle, department_id, audience, role, state,
                team, bot, joined_at, created_at)
            values ({number}, 'P', 'p', 'handle{number}', {department}, 'employee', 'member',
                '{state}', {team}, {bot}, {joined}, 1)"
        ),
    );
    run(
        database,
        &format!(
            "insert into pseudonyms (person_id, pseudonym) values ({number}, {})",
            number + 10
        ),
    );
}

/// Department 1, and 2 that is part of it.
pub fn departments(database: &Database) {
    for (id, parent, headcount) in [(1, "null", "10"), (2, "1", "null")] {
        run(
            database,
            &format!(
                "insert into departments (id, parent_id, name, name_key, path, headcount, created_at)
                values ({id}, {parent}, 'D{id}', 'd{id}', 'D{id}', {headcount}, 1)"
            ),
        );
    }
}

/// A post as the posts keep it.
pub fn post(database: &Database, id: i64, kind: &str, group: i64) {
    run(
        database,
        &format!(
            "insert into posts (id, group_id, kind, body, body_html, sanitizer, state, published_at,
                activity_at)
            values ({id}, {group}, '{kind}', 'b', 'b', 1, 'published', 1, 1)"
        ),
    );
}
