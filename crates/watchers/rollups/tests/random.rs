//! Random streams of facts: whatever the batches, the tables are what the facts say.

use super::town::*;
use crate::{Rollups, recount};
use database::Database;
use database::testing::{Trial, postgres, sqlite};
use diesel::prelude::*;
use language::{
    ActionId, ActorKind, Arm, Fact, FactId, ObjectKind, Pseudonym, Source, Verb, Visibility,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// What a fact will be, before the ids of earlier ones are known.
#[derive(Debug, Clone)]
struct Plan {
    who: u8,
    whom: u8,
    verb: u8,
    object: u8,
    day: i32,
    minute: i64,
    corrects: Option<u8>,
    flags: u8,
}

fn plan() -> impl Strategy<Value = Plan> {
    (0..8u8, 0..8u8, 0..16u8, 0..10u8, -40..40i32, 0..30i64, prop::option::of(0..60u8), 0..64u8)
        .prop_map(|(who, whom, verb, object, day, minute, corrects, flags)| Plan {
            who,
            whom,
            verb,
            object,
            day,
            minute,
            corrects,
            flags,
        })
}

fn someone(number: u8, flags: u8) -> Someone {
    let kind = match number {
        0 => ActorKind::Bot,
        1 => ActorKind::Staff,
        2 => ActorKind::Guest,
        // Now and then somebody becomes staff or moves.
        3 if flags & 1 == 1 => ActorKind::Staff,
        _ => ActorKind::Member,
    };
    Someone(i64::from(number) + 10, kind, i64::from(number % 3) + i64::from(flags >> 1 & 1))
}

fn fact(plan: &Plan, earlier: &[i64]) -> Fact {
    let (who, whom) = (someone(plan.who, plan.flags), someone(plan.whom, 0));
    let (thread, object) = (100 + i64::from(plan.object % 4), 200 + i64::from(plan.object));
    let mut fact = match plan.verb {
        0..=2 => who.posts(thread, plan.day),
        3..=5 => who.replies(object, thread, whom, plan.day, plan.minute),
        6 | 7 => who.reacts(thread, whom, plan.day),
        8 => who.withdraws(ObjectKind::Post, thread, plan.day),
        9 | 10 => who.withdraws(ObjectKind::Comment, object, plan.day),
        11 => {
            let mut fact = who.does(Verb::AcceptAnswer, plan.day);
            fact.object_kind = ObjectKind::Comment;
            fact.object_id = object;
            fact.thread_id = Some(thread);
            fact.target = Some(Pseudonym(whom.0));
            fact
        }
        12 => {
            let mut fact = who.does(Verb::Assign, plan.day);
            fact.action_id = Some(ActionId(300 + i64::from(plan.object % 2)));
            fact.target = Some(Pseudonym(whom.0));
            fact.arm = Some(if plan.flags & 4 == 0 { Arm::Shown } else { Arm::HeldBack });
            fact
        }
        13 => who.does(Verb::Contact, plan.day),
        14 => who.does(Verb::Mention, plan.day),
        _ => who.does(Verb::Session, plan.day),
    };
    if plan.flags & 56 == 56 {
        fact.actor = None;
    }
    if plan.flags & 56 == 48 {
        fact.visibility = Visibility::Secret;
    }
    if plan.flags & 8 == 8 {
        fact.source = Source::Import;
    }
    if let Some(back) = plan.corrects
        && let Some(id) = earlier.iter().rev().nth(usize::from(back))
    {
        fact.corrects = Some(FactId(*id));
        if plan.flags & 32 == 32 {
            fact.verb = Verb::Retract;
        }
    }
    fact
}

fn record_plans(database: &Database, plans: &[Plan]) {
    database
        .write(|tx| {
            let mut ids = Vec::new();
            for plan in plans {
                ids.push(facts::record(tx, &fact(plan, &ids))?.0);
            }
            Ok(())
        })
        .unwrap();
}

fn clear(database: &Database) {
    database
        .write(|tx| {
            diesel::delete(schema::facts::table).execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
    facts::rebuild(database, &Rollups).unwrap();
}

fn holds(trial: &Trial, plans: &[Plan], strides: &[i64]) -> Result<(), TestCaseError> {
    let database = &trial.database;
    clear(database);
    // As it happens: a few facts, then the follower, then more.
    let mut rest = plans;
    let mut turn = strides.iter().cycle();
    while !rest.is_empty() {
        let size = turn.next().map_or(1, |s| usize::try_from(*s).unwrap()).min(rest.len());
        let (now, later) = rest.split_at(size);
        record_plans(database, now);
        rest = later;
        settle(database);
    }
    prop_assert_eq!(database.read(recount).unwrap(), []);
    // And rebuilt, in other batches: recount compares with the same facts.
    for stride in strides.iter().take(2).chain(&[1_000]) {
        facts::rebuild(database, &Rollups).unwrap();
        settle_by(database, &Strided(*stride));
        prop_assert_eq!(database.read(recount).unwrap(), []);
    }
    facts::rebuild(database, &Rollups).unwrap();
    let mut count = 0;
    facts::catch_up(database, &Rollups, |taken| count += taken).unwrap();
    prop_assert_eq!(count, plans.len());
    prop_assert_eq!(database.read(recount).unwrap(), []);
    Ok(())
}

fn run(trial: &Trial, cases: u32) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let streams = (prop::collection::vec(plan(), 1..70), prop::collection::vec(1..12i64, 1..6));
    TestRunner::new(config)
        .run(&streams, |(plans, strides)| holds(trial, &plans, &strides))
        .unwrap();
}

#[test]
fn any_stream_in_any_batches_counts_the_same_on_sqlite() {
    run(&sqlite(), 40);
}

#[test]
fn any_stream_in_any_batches_counts_the_same_on_postgresql() {
    run(&postgres(), 12);
}
