//! `member_days`: what somebody did on a day.

use super::rows;
use crate::batch::Batch;
use crate::event::{Counts, DayKey};
use database::Tx;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, SmallInt};
use language::Result;

const INSERT: &str = "insert into member_days (day, pseudonym, actor_kind, department_id,
    acts, posts, replies, reactions, answers, contacts)";

const ADD: &str = "on conflict (day, pseudonym, actor_kind, department_id) do update set
    acts = member_days.acts + excluded.acts,
    posts = member_days.posts + excluded.posts,
    replies = member_days.replies + excluded.replies,
    reactions = member_days.reactions + excluded.reactions,
    answers = member_days.answers + excluded.answers,
    contacts = member_days.contacts + excluded.contacts";

/// SQLite counts `$n` by first appearance, so they stand in order.
const TAKE_OFF: &str = "update member_days set
    acts = acts + $1, posts = posts + $2, replies = replies + $3,
    reactions = reactions + $4, answers = answers + $5, contacts = contacts + $6
    where day = $7 and pseudonym = $8 and actor_kind = $9 and department_id = $10";

const DROP: &str = "delete from member_days
    where day = $1 and pseudonym = $2 and actor_kind = $3 and department_id = $4 and acts = 0";

/// Adds the batch to the days that it touches.
pub(crate) fn add(tx: &mut Tx<'_>, batch: &Batch) -> Result<()> {
    let (mut up, down): (Vec<_>, Vec<_>) =
        batch.days.iter().partition(|(_, counts)| counts.columns().iter().all(|count| *count >= 0));
    // In the order of the key neighbours lie on one page.
    up.sort_unstable_by_key(|(key, _)| **key);
    rows::write(tx, INSERT, ADD, &up, |(key, counts), row| {
        row.int(key.day).int(key.pseudonym).int(key.kind).int(key.department);
        for count in counts.columns() {
            row.int(count);
        }
    })?;
    for (key, counts) in down {
        take_off(tx, key, counts)?;
    }
    Ok(())
}

/// An insert of a negative number would break the table's checks even where it only
/// adds to a row, hence a statement of its own.
fn take_off(tx: &mut Tx<'_>, key: &DayKey, counts: &Counts) -> Result<()> {
    let mut query = database::sql(TAKE_OFF);
    for count in counts.columns() {
        query = query.bind::<Integer, _>(i32::try_from(count).unwrap_or(0));
    }
    query
        .bind::<Integer, _>(key.day)
        .bind::<BigInt, _>(key.pseudonym)
        .bind::<SmallInt, _>(key.kind)
        .bind::<BigInt, _>(key.department)
        .execute(&mut **tx)?;
    database::sql(DROP)
        .bind::<Integer, _>(key.day)
        .bind::<BigInt, _>(key.pseudonym)
        .bind::<SmallInt, _>(key.kind)
        .bind::<BigInt, _>(key.department)
        .execute(&mut **tx)?;
    Ok(())
}
