//! `tie_days`: who turned to whom on a day.

use super::rows;
use crate::batch::Batch;
use database::Tx;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use language::Result;

const INSERT: &str =
    "insert into tie_days (day, source, target, source_department, target_department, weight)";

const ADD: &str = "on conflict (day, source, target, source_department, target_department)
    do update set weight = tie_days.weight + excluded.weight";

const KEY: &str = "where day = $1 and source = $2 and target = $3
    and source_department = $4 and target_department = $5";

/// Adds the batch to the ties that it touches.
pub(crate) fn add(tx: &mut Tx<'_>, batch: &Batch) -> Result<()> {
    let (mut up, down): (Vec<_>, Vec<_>) = batch.ties.iter().partition(|(_, weight)| **weight > 0);
    up.sort_unstable_by_key(|(key, _)| **key);
    rows::write(tx, INSERT, ADD, &up, |(key, weight), row| {
        row.int(key.day)
            .int(key.source)
            .int(key.target)
            .int(key.source_department)
            .int(key.target_department)
            .int(**weight);
    })?;
    for (key, weight) in down {
        let take_off = format!("update tie_days set weight = weight - {} {KEY}", -weight);
        let drop = format!("delete from tie_days {KEY} and weight = 0");
        for sql in [take_off, drop] {
            database::sql(sql)
                .bind::<Integer, _>(key.day)
                .bind::<BigInt, _>(key.source)
                .bind::<BigInt, _>(key.target)
                .bind::<BigInt, _>(key.source_department)
                .bind::<BigInt, _>(key.target_department)
                .execute(&mut **tx)?;
        }
    }
    Ok(())
}
