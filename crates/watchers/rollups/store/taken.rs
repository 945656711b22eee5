//! `retracted_facts`: which facts a later one took back.

use super::rows;
use crate::event::{Event, GOES_WITH_ITS_OBJECT};
use database::{Conn, Tx};
use diesel::prelude::*;
use language::{Result, Verb};
use schema::{facts, retracted_facts};
use std::collections::{HashMap, HashSet};

/// The columns of an [`Event`], in its order.
pub(crate) const EVENT: EventColumns = (
    facts::position,
    facts::id,
    facts::at,
    facts::day,
    facts::actor,
    facts::actor_kind,
    facts::verb,
    facts::object_kind,
    facts::object_id,
    facts::thread_id,
    facts::target,
    facts::group_id,
    facts::dept_at,
    facts::target_dept_at,
    facts::action_id,
    facts::arm,
    facts::propensity,
    facts::visibility,
    facts::corrects,
);

type EventColumns = (
    facts::position,
    facts::id,
    facts::at,
    facts::day,
    facts::actor,
    facts::actor_kind,
    facts::verb,
    facts::object_kind,
    facts::object_id,
    facts::thread_id,
    facts::target,
    facts::group_id,
    facts::dept_at,
    facts::target_dept_at,
    facts::action_id,
    facts::arm,
    facts::propensity,
    facts::visibility,
    facts::corrects,
);

/// Finds the facts that `events` take back, notes them and returns those that were
/// not taken back before.
pub(crate) fn take_back(tx: &mut Tx<'_>, events: &[Event]) -> Result<Vec<Event>> {
    let takers: Vec<&Event> = events
        .iter()
        .filter(|e| e.corrects.is_some() || (e.verb == Verb::Retract && e.object_id != 0))
        .collect();
    if takers.is_empty() {
        return Ok(Vec::new());
    }
    let candidates = candidates(tx, &takers)?;
    let before = taken_before(tx, candidates.keys().copied())?;
    let mut by_object: HashMap<i64, Vec<&Event>> = HashMap::new();
    for candidate in candidates.values() {
        by_object.entry(candidate.object_id).or_default().push(candidate);
    }
    let mut found: HashMap<i64, Event> = HashMap::new();
    for taker in takers {
        let possible: Vec<&Event> = match taker.corrects {
            Some(id) => candidates.get(&id.0).into_iter().collect(),
            None => by_object.get(&taker.object_id).cloned().unwrap_or_default(),
        };
        for earlier in possible {
            if taker.takes_back(earlier) && !before.contains(&earlier.id.0) {
                found.insert(earlier.id.0, *earlier);
            }
        }
    }
    let mut found: Vec<Event> = found.into_values().collect();
    found.sort_unstable_by_key(|e| e.position);
    rows::write(tx, "insert into retracted_facts (fact_id)", "", &found, |event, row| {
        row.int(event.id.0);
    })?;
    Ok(found)
}

/// The facts that might be meant, by id.
fn candidates(conn: &mut Conn, takers: &[&Event]) -> Result<HashMap<i64, Event>> {
    let ids: Vec<i64> = takers.iter().filter_map(|e| e.corrects).map(|id| id.0).collect();
    let objects: Vec<i64> =
        takers.iter().filter(|e| e.corrects.is_none()).map(|e| e.object_id).collect();
    let mut found = HashMap::new();
    for chunk in ids.chunks(rows::AT_ONCE) {
        let events: Vec<Event> =
            facts::table.filter(facts::id.eq_any(chunk)).select(EVENT).load(conn)?;
        found.extend(events.into_iter().map(|e| (e.id.0, e)));
    }
    for chunk in objects.chunks(rows::AT_ONCE) {
        let events: Vec<Event> = facts::table
            .filter(facts::object_id.eq_any(chunk))
            .filter(facts::verb.eq_any(GOES_WITH_ITS_OBJECT))
            .select(EVENT)
            .load(conn)?;
        found.extend(events.into_iter().map(|e| (e.id.0, e)));
    }
    found.retain(|_, event| event.position.is_some());
    Ok(found)
}

/// Which of `ids` were taken back by an earlier batch.
pub(crate) fn taken_before(
    conn: &mut Conn,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashSet<i64>> {
    let ids: Vec<i64> = ids.into_iter().collect();
    let mut found = HashSet::new();
    for chunk in ids.chunks(rows::AT_ONCE) {
        let some: Vec<i64> = retracted_facts::table
            .filter(retracted_facts::fact_id.eq_any(chunk))
            .select(retracted_facts::fact_id)
            .load(conn)?;
        found.extend(some);
    }
    Ok(found)
}
