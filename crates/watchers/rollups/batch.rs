//! Groups facts in memory, so that each touched row is written once.

use crate::event::{Counts, DayKey, Event, TieKey, Turn};
use std::collections::{BTreeSet, HashMap};

/// What happened to one thread, in the order of the log.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    pub opened: Vec<Event>,
    pub replied: Vec<Event>,
    pub accepted: Vec<Event>,
}

impl Turns {
    pub(crate) fn add(&mut self, turn: &Turn, event: Event) {
        match turn {
            Turn::Opened => self.opened.push(event),
            Turn::Replied => self.replied.push(event),
            Turn::Accepted => self.accepted.push(event),
        }
    }
}

/// The sum of some facts and of those that they take back.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    pub days: HashMap<DayKey, Counts>,
    pub ties: HashMap<TieKey, i64>,
    pub threads: HashMap<i64, Turns>,
    pub assigned: Vec<Event>,
    /// Whose sums cannot be had by adding: something of theirs was taken back.
    pub recount_members: BTreeSet<i64>,
    pub recount_threads: BTreeSet<i64>,
    pub recount_assigned: BTreeSet<(i64, i64)>,
}

impl Batch {
    /// Adds `events`, in the order of the log, and takes off `taken_back`, whichever
    /// batch those stood in.
    pub(crate) fn gather(events: &[Event], taken_back: &[Event]) -> Self {
        let mut batch = Self::default();
        for event in events {
            batch.sum(event, 1);
            if let Some((thread, turn)) = event.turn() {
                batch.threads.entry(thread).or_default().add(&turn, *event);
            }
            if event.assigned().is_some() {
                batch.assigned.push(*event);
            }
        }
        for event in taken_back {
            batch.sum(event, -1);
            if let Some((key, _)) = event.counted() {
                batch.recount_members.insert(key.pseudonym);
            }
            if let Some((thread, _)) = event.turn() {
                batch.recount_threads.insert(thread);
            }
            batch.recount_assigned.extend(event.assigned());
        }
        // What was added and taken off within the batch leaves no trace.
        batch.days.retain(|_, counts| *counts != Counts::default());
        batch.ties.retain(|_, weight| *weight != 0);
        batch
    }

    fn sum(&mut self, event: &Event, sign: i64) {
        if let Some((key, counts)) = event.counted() {
            self.days.entry(key).or_default().add(&counts, sign);
        }
        if let Some((key, weight)) = event.tie() {
            *self.ties.entry(key).or_default() += sign * weight;
        }
    }
}
