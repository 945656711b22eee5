//! The end: how everybody stands, counters, the two accounts, and the community.

use crate::store::{self, Standing};
use crate::town::{Somebody, Town};
use crate::{Filled, Plan};
use database::Database;
use language::{ActorKind, Failure, Moment, PersonId, PersonState, Result, Role};
use practice::Truth;
use sign_in::password::Hash;

/// So many people are written in one transaction.
const AT_ONCE: usize = 5_000;

/// Makes the database whole.
pub(crate) fn finish(
    database: &Database,
    plan: &Plan,
    hashes: &[Hash; 2],
    start: Moment,
    town: Town,
    edges: &[i64],
    truth: Truth,
) -> Result<Filled> {
    let standings: Vec<Standing> = town.people.iter().flatten().map(standing).collect();
    for people in standings.chunks(AT_ONCE) {
        database.write(|tx| store::settle(tx, people))?;
    }
    for edge in edges.windows(2) {
        database.write(|tx| store::count(tx, edge[0], edge[1]))?;
    }
    let missing = || Failure::fault("fill the database", "nobody to make an account for");
    let manager = town.manager.and_then(|place| town.person(place).ok()).ok_or_else(missing)?.id;
    let member = guest(&town, plan.now).ok_or_else(missing)?;
    database.write(|tx| {
        for action in &town.actions {
            store::settle_action(tx, &action.standing())?;
        }
        for (person, hash) in [manager, member].into_iter().zip(hashes) {
            store::let_in(tx, person, hash)?;
            // What came since yesterday is new to them.
            store::has_read(tx, person, plan.now.plus(-Moment::DAY))?;
        }
        for scope in ["network", "named_lists"] {
            store::consent(tx, manager, scope, plan.now)?;
        }
        let seed = i64::from_le_bytes(plan.seed.to_le_bytes());
        store::begin(tx, crate::fill::ZONE, seed, start)
    })?;
    database.reload_zone()?;
    let address = |person| -> Result<String> {
        Ok(database.read(|conn| store::address(conn, person))?.unwrap_or_default())
    };
    let made = &town.made;
    Ok(Filled {
        people: made.people,
        groups: made.groups,
        posts: made.posts,
        comments: made.comments,
        reactions: made.reactions,
        actions: town.actions.len() as u64,
        answers: made.answers,
        facts: made.facts,
        truth,
        manager: address(manager)?,
        member: address(member)?,
    })
}

fn standing(person: &Somebody) -> Standing {
    Standing {
        id: person.id,
        role: person.role,
        state: person.state,
        audience: person.audience,
        team: person.kind == ActorKind::Staff,
        joined: person.joined,
    }
}

/// The member whose account can be entered: who says most of those that were active in
/// the last weeks, and if possible somebody for whom the running action still waits.
fn guest(town: &Town, now: Moment) -> Option<PersonId> {
    let runs = town.actions.last().is_some_and(crate::act::Running::is_open);
    let recent = |person: &Somebody| {
        person.contributed.is_some_and(|last| now.since(last) < 14 * Moment::DAY)
    };
    town.people
        .iter()
        .flatten()
        .filter(|person| {
            person.state == PersonState::Active
                && person.kind == ActorKind::Member
                && person.role == Role::Member
        })
        .max_by_key(|person| (runs && person.asked && recent(person), recent(person), person.said))
        .map(|person| person.id)
}
