//! `member_states`: what the days of somebody add up to.

use super::rows;
use crate::batch::Batch;
use crate::event::{Counts, DayKey};
use database::{Conn, Tx};
use diesel::prelude::*;
use language::Result;
use schema::member_states;
use std::collections::{BTreeSet, HashMap};

/// What one batch says about somebody.
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
        let changed = rows::write(tx, INSERT, ADD, chunk, |one, row| {
            row.int(one.pseudonym)
                .int(one.kind)
                .int(one.department)
                .int(one.first_day)
                .int(one.last_day)
                .int(one.days)
                .maybe(one.last_post)
                .maybe(one.last_contribution);
        })?;
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
        let day = Some(key.day);
        match all.last_mut().filter(|one| one.pseudonym == key.pseudonym) {
            Some(one) if one.last_day == key.day => {
                one.kind = one.kind.max(key.kind);
                one.department = one.department.max(key.department);
            }
            Some(one) => {
                one.days += 1;
                one.last_day = key.day;
                one.kind = key.kind;
                one.department = key.department;
            }
            None => all.push(Seen {
                pseudonym: key.pseudonym,
                kind: key.kind,
                department: key.department,
                first_day: key.day,
                last_day: key.day,
                days: 1,
                last_post: None,
                last_contribution: None,
            }),
        }
        if let Some(one) = all.last_mut() {
            one.last_post = one.last_post.max(day.filter(|_| counts.posts > 0));
            one.last_contribution =
                one.last_contribution.max(day.filter(|_| counts.contributions() > 0));
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

/// Up to this many people are looked up day by day: some ten thousand look-ups. More
/// are had by reading all days once.
const FEW: usize = 50;

/// The days of `{list}`; `cross join` keeps SQLite from turning the loops around.
const DAYS_OF_FEW: &str = "with recursive span (day) as (
        select min(day) from member_days
        union all
        select day + 1 from span where day < (select max(day) from member_days)),
    own as (
        select m.* from span cross join member_days m
        where m.day = span.day and m.pseudonym in ({list}))";

const DAYS_OF_MANY: &str = "with own as (select * from member_days where pseudonym in ({list}))";

const COUNT: &str = ",
    sums as (
        select pseudonym, min(day) as first_day, max(day) as last_day,
            count(distinct day) as active_days,
            max(case when posts > 0 then day end) as last_post_day,
            max(case when posts + replies + reactions + answers + contacts > 0 then day end)
                as last_contribution_day
        from own group by pseudonym)
    select s.pseudonym, max(d.actor_kind), max(d.department_id), s.first_day, s.last_day,
        s.active_days, s.last_post_day, s.last_contribution_day
    from sums s join member_days d on d.day = s.last_day and d.pseudonym = s.pseudonym
    group by s.pseudonym, s.first_day, s.last_day, s.active_days, s.last_post_day,
        s.last_contribution_day";

/// Counts the states of some people anew from their days.
fn count_anew(tx: &mut Tx<'_>, people: &BTreeSet<i64>) -> Result<()> {
    let people: Vec<i64> = people.iter().copied().collect();
    let days = if people.len() <= FEW { DAYS_OF_FEW } else { DAYS_OF_MANY };
    for chunk in people.chunks(10_000) {
        let list = rows::list(chunk.iter().copied());
        database::sql(format!("delete from member_states where pseudonym in ({list})"))
            .execute(&mut **tx)?;
        database::sql(format!("{INSERT} {}{COUNT}", days.replace("{list}", &list)))
            .execute(&mut **tx)?;
    }
    Ok(())
}
