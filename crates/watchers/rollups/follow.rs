use crate::batch::Batch;
use crate::event::Event;
use crate::store;
use database::Tx;
use facts::{Follower, Recorded};
use language::{Result, Source};

/// Keeps the read models of the cockpit from the log.
///
/// Every table is a sum, a first or a last over the facts that were not taken back,
/// so neither the size of the batches nor the order in which history comes in
/// matters: late facts find their own day. Sums are added to; what cannot be had by
/// adding (somebody's last day after a retraction) is counted anew, for those rows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rollups;

impl Rollups {
    /// The name of its cursor.
    pub const NAME: &'static str = "rollups";
}

impl Follower for Rollups {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn follow(&self, tx: &mut Tx<'_>, facts: &[Recorded]) -> Result<()> {
        let Some(last) = facts.last() else { return Ok(()) };
        let events: Vec<Event> = facts.iter().map(Event::from).collect();
        let taken_back = store::taken::take_back(tx, &events)?;
        let batch = Batch::gather(&events, &taken_back);
        let numbers = store::numbers::give(tx, &store::days::people(&batch))?;
        store::days::add(tx, &batch, &numbers)?;
        store::members::settle(tx, &batch)?;
        store::threads::settle(tx, &batch, last.position)?;
        store::assignments::settle(tx, &batch, last.position)?;
        if let Some(first) = batch.days.keys().map(|key| key.day).min() {
            store::kept::forget_from(tx, first)?;
        }
        if facts.iter().any(|recorded| recorded.fact.source == Source::Import) {
            store::reach::reopen_week(tx)?;
        }
        Ok(())
    }

    fn forget(&self, tx: &mut Tx<'_>) -> Result<()> {
        store::empty(tx)
    }

    /// Large, because a row is written once per batch. It takes the writer for a
    /// third of a second at most.
    fn stride(&self) -> i64 {
        20_000
    }
}
