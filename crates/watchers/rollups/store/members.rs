//! `member_states`: what the days of somebody add up to.

use super::{blocks, numbers, rows};
use crate::batch::Batch;
use crate::event::{Counts, DayKey};
use crate::packed::{Acts, block_of};
use database::{Conn, Tx};
use diesel::prelude::*;
use language::Result;
use schema::member_states;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What some days say about somebody.
#[derive(Debug)]
struct Seen {
    pseudonym: i64,
    kind: i16,
    department: i64,
    first_day: i32,
    last_day: i32,
    days: i32,
    last_post: Option<i32>,
    last_contribution: Option<i32>,
}

impl Seen {
    /// Somebody of whom the first day is still to be added.
    fn new(pseudonym: i64, day: i32) -> Self {
        Self {
            pseudonym,
            kind: i16::MIN,
            department: i64::MIN,
            first_day: day,
            last_day: day,
            days: 1,
            last_post: None,
            last_contribution: None,
        }
    }

    /// Adds what they did on `day`, which is no earlier than the last one added. Of two
    /// capacities or departments on a day the higher number counts.
    fn add(&mut self, day: i32, kind: i16, department: i64, counts: &Counts) {
        if self.last_day == day {
            self.kind = self.kind.max(kind);
            self.department = self.department.max(department);
        } else {
            self.days += 1;
            self.last_day = day;
            self.kind = kind;
            self.department = department;
        }
        self.last_post = self.last_post.max(Some(day).filter(|_| counts.posts > 0));
        self.last_contribution =
            self.last_contribution.max(Some(day).filter(|_| counts.contributions() > 0));
    }
}

const INSERT: &str = "insert into member_states (pseudonym, actor_kind, department_id,
    first_day, last_day, active_days, last_post_day, last_contribution_day)";

/// Adding is right only when the batch begins on or after the last day known.
const ADD: &str = "on conflict (pseudonym) do update set
    actor_kind = case when excluded.last_day > member_states.last_day
        or excluded.actor_kind > member_states.actor_kind
        then excluded.actor_kind else member_states.actor_kind end,
    department_id = case when excluded.last_day > member_states.last_day
        or excluded.department_id > member_states.department_id
        then excluded.department_id else member_states.department_id end,
    active_days = member_states.active_days + excluded.active_days
        - case when excluded.first_day = member_states.last_day then 1 else 0 end,
    last_day = excluded.last_day,
    last_post_day = coalesce(excluded.last_post_day, member_states.last_post_day),
    last_contribution_day =
        coalesce(excluded.last_contribution_day, member_states.last_contribution_day)
    where excluded.first_day >= member_states.last_day";

/// Brings the states of everybody in the batch up to date.
pub(crate) fn settle(tx: &mut Tx<'_>, batch: &Batch) -> Result<()> {
    let mut recount = batch.recount_members.clone();
    let seen = seen(batch);
    for chunk in seen.chunks(rows::AT_ONCE) {
        let changed = write(tx, ADD, chunk)?;
        if changed < chunk.len() {
            recount.extend(late(tx, chunk)?);
        }
    }
    count_anew(tx, &recount)
}

/// Sums the batch per person, leaving out those who are counted anew.
fn seen(batch: &Batch) -> Vec<Seen> {
    let mut days: Vec<(&DayKey, &Counts)> = batch
        .days
        .iter()
        .filter(|(key, _)| !batch.recount_members.contains(&key.pseudonym))
        .collect();
    days.sort_unstable_by_key(|(key, _)| (key.pseudonym, key.day, key.kind, key.department));
    let mut all: Vec<Seen> = Vec::new();
    for (key, counts) in days {
        if all.last().is_none_or(|one| one.pseudonym != key.pseudonym) {
            all.push(Seen::new(key.pseudonym, key.day));
        }
        if let Some(one) = all.last_mut() {
            one.add(key.day, key.kind, key.department, counts);
        }
    }
    all
}

/// Those of `chunk` to whom the batch may bring days before their last one. Too many
/// is harmless: they are counted anew.
fn late(conn: &mut Conn, chunk: &[Seen]) -> Result<Vec<i64>> {
    let ids: Vec<i64> = chunk.iter().map(|one| one.pseudonym).collect();
    let known: Vec<(i64, i32)> = member_states::table
        .filter(member_states::pseudonym.eq_any(&ids))
        .select((member_states::pseudonym, member_states::last_day))
        .load(conn)?;
    let known: HashMap<i64, i32> = known.into_iter().collect();
    Ok(chunk
        .iter()
        .filter(|one| {
            let last = known.get(&one.pseudonym).copied();
            last != Some(one.last_day) || one.days > 1
        })
        .map(|one| one.pseudonym)
        .collect())
}

/// Counts the states of some people anew from their days.
fn count_anew(tx: &mut Tx<'_>, people: &BTreeSet<i64>) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    for chunk in Vec::from_iter(people.iter().copied()).chunks(10_000) {
        let list = rows::list(chunk.iter().copied());
        database::sql(format!("delete from member_states where pseudonym in ({list})"))
            .execute(&mut **tx)?;
    }
    let mut blocks: BTreeMap<i32, HashMap<u32, i64>> = BTreeMap::new();
    let known = numbers::of(tx, people)?;
    for pseudonym in people {
        if let Some(number) = known.get(pseudonym) {
            blocks.entry(block_of(*number)).or_default().insert(*number, *pseudonym);
        }
    }
    for (block, wanted) in blocks {
        let mut seen: BTreeMap<u32, Seen> = BTreeMap::new();
        blocks::read_block(tx, block, |day, acts: &Acts| {
            if let Some(pseudonym) = wanted.get(&acts.member) {
                seen.entry(acts.member).or_insert_with(|| Seen::new(*pseudonym, day)).add(
                    day,
                    acts.kind,
                    acts.department,
                    &acts.counts,
                );
            }
        })?;
        write(tx, "", &Vec::from_iter(seen.into_values()))?;
    }
    Ok(())
}

fn write(tx: &mut Tx<'_>, tail: &str, people: &[Seen]) -> Result<usize> {
    rows::write(tx, INSERT, tail, people, |one, row| {
        row.int(one.pseudonym)
            .int(one.kind)
            .int(one.department)
            .int(one.first_day)
            .int(one.last_day)
            .int(one.days)
            .maybe(one.last_post)
            .maybe(one.last_contribution);
    })
}
