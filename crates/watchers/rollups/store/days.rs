//! `member_blocks`: what somebody did on a day; `tie_blocks`: to whom they turned.

use super::blocks;
use super::numbers::Numbers;
use crate::batch::Batch;
use crate::packed::{Acts, Turned};
use database::Tx;
use language::{Failure, Result};
use std::collections::BTreeSet;

/// Everybody whom the batch's sums are about.
pub(crate) fn people(batch: &Batch) -> BTreeSet<i64> {
    let days = batch.days.keys().map(|key| key.pseudonym);
    let ties = batch.ties.keys().flat_map(|key| [key.source, key.target]);
    days.chain(ties).collect()
}

/// Adds the batch to the days and ties that it touches.
pub(crate) fn add(tx: &mut Tx<'_>, batch: &Batch, numbers: &Numbers) -> Result<()> {
    let number = |pseudonym: i64| {
        numbers
            .get(&pseudonym)
            .copied()
            .ok_or_else(|| Failure::fault("add to a day", "somebody has no number"))
    };
    let mut acts = Vec::with_capacity(batch.days.len());
    for (key, counts) in &batch.days {
        let member = number(key.pseudonym)?;
        let (kind, department, counts) = (key.kind, key.department, *counts);
        acts.push((key.day, Acts { member, kind, department, counts }));
    }
    blocks::add(tx, acts)?;
    let mut turned = Vec::with_capacity(batch.ties.len());
    for (key, weight) in &batch.ties {
        let (source, target) = (number(key.source)?, number(key.target)?);
        let (source_department, target_department) = (key.source_department, key.target_department);
        let weight = *weight;
        let tie = Turned { source, target, source_department, target_department, weight };
        turned.push((key.day, tie));
    }
    blocks::add(tx, turned)
}
