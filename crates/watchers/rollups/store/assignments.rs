//! `assignments`: who was put in which arm of an action. The first one holds.

use super::{rows, taken};
use crate::batch::Batch;
use crate::event::{Event, number_of};
use database::Tx;
use diesel::prelude::*;
use language::{Result, Verb};
use schema::{assignments, facts};
use std::collections::{BTreeSet, HashMap};

const INSERT: &str =
    "insert into assignments (action_id, pseudonym, arm, department_id, at, propensity)";

/// Adds the batch's assignments; `last` is its last position.
pub(crate) fn settle(tx: &mut Tx<'_>, batch: &Batch, last: i64) -> Result<()> {
    let anew = &batch.recount_assigned;
    let mut assigned = first_ones(&batch.assigned, |pair| !anew.contains(&pair));
    if !anew.is_empty() {
        assigned.extend(count_anew(tx, anew, last)?);
    }
    assigned.sort_unstable_by_key(|(pair, _)| *pair);
    rows::write(
        tx,
        INSERT,
        "on conflict (action_id, pseudonym) do nothing",
        &assigned,
        |((action, pseudonym), event), row| {
            row.int(*action)
                .int(*pseudonym)
                .maybe(event.arm.map(|arm| arm.code()))
                .int(number_of(event.target_dept_at))
                .int(event.at.0)
                .real(event.propensity);
        },
    )?;
    Ok(())
}

/// The first assignment of each wanted pair of action and person.
fn first_ones(events: &[Event], wanted: impl Fn((i64, i64)) -> bool) -> Vec<((i64, i64), Event)> {
    let mut first: HashMap<(i64, i64), Event> = HashMap::new();
    for event in events {
        if let Some(pair) = event.assigned().filter(|pair| wanted(*pair)) {
            first.entry(pair).or_insert(*event);
        }
    }
    first.into_iter().collect()
}

/// Looks up some pairs anew, among all that the log says about their actions.
fn count_anew(
    tx: &mut Tx<'_>,
    pairs: &BTreeSet<(i64, i64)>,
    last: i64,
) -> Result<Vec<((i64, i64), Event)>> {
    for (action, pseudonym) in pairs {
        diesel::delete(
            assignments::table
                .filter(assignments::action_id.eq(action))
                .filter(assignments::pseudonym.eq(pseudonym)),
        )
        .execute(&mut **tx)?;
    }
    let actions: BTreeSet<i64> = pairs.iter().map(|(action, _)| *action).collect();
    let mut found = Vec::new();
    for action in actions {
        let events: Vec<Event> = facts::table
            .filter(facts::verb.eq(Verb::Assign))
            .filter(facts::action_id.eq(action))
            .filter(facts::position.le(last))
            .order(facts::position)
            .select(taken::EVENT)
            .load(&mut **tx)?;
        let gone = taken::taken_before(tx, events.iter().map(|e| e.id.0))?;
        let left: Vec<Event> = events.into_iter().filter(|e| !gone.contains(&e.id.0)).collect();
        found.extend(first_ones(&left, |pair| pairs.contains(&pair)));
    }
    Ok(found)
}
