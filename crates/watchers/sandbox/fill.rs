//! The filling: the simulator runs beside the writing.

use crate::town::Town;
use crate::{Filled, Plan, finish, render, store};
use database::Database;
use jiff::tz::TimeZone;
use language::{Failure, Moment, Refusal, Result};
use practice::{Happening, Settings, Truth};
use sign_in::password;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Where the practice community lives.
pub(crate) const ZONE: &str = "Europe/Amsterdam";
/// So many happenings go from the simulator to the writing at a time.
const BATCH: usize = 1_000;
/// So many batches wait for the writing at most: together a chunk.
const WAITING: usize = 20;
/// So many happenings are written in one transaction.
const CHUNK: usize = BATCH * WAITING;

/// Fills a database that has nobody in it. `progress` is told how many days are written,
/// of how many.
///
/// # Errors
/// [`Refusal::Conflict`] when there is a community or anybody, also from a filling that
/// was broken off; a fault of the database.
pub fn fill(
    database: &Database,
    plan: &Plan,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Filled> {
    if !database.read(store::is_fresh)? {
        return Err(Refusal::Conflict.into());
    }
    let zone = TimeZone::get(ZONE).map_err(|e| Failure::fault("find the time zone", e))?;
    let random = database.environment().random();
    let hash = || password::hash(&plan.password, random);
    let hashes = [hash()?, hash()?];
    let settings =
        Settings { seed: plan.seed, now: plan.now.0, people: plan.people, days: plan.days };
    let start = Moment(settings.start());
    let mut writer = Writer {
        database,
        town: Town::new(database.environment(), zone),
        start,
        last: plan.now,
        edges: vec![0],
        progress,
    };
    writer.town.make_commons(start);
    let (sender, receiver) = sync_channel(WAITING);
    let truth = std::thread::scope(|scope| {
        let simulation = scope.spawn(move || simulate(&settings, &sender));
        // The receiver ends with this call, whatever comes of it.
        let written = writer.live(receiver);
        let simulated = simulation
            .join()
            .map_err(|_| Failure::fault("simulate the practice community", "it panicked"));
        written?;
        simulated?
    })?;
    finish::finish(database, plan, &hashes, start, writer.town, &writer.edges, truth)
}

/// Runs the simulator and sends what happens.
fn simulate(settings: &Settings, sender: &SyncSender<Vec<Happening>>) -> Result<Truth> {
    let mut batch = Vec::with_capacity(BATCH);
    let truth = practice::simulate(settings, &mut |happening| {
        batch.push(happening);
        if batch.len() == BATCH {
            // Who does not listen any more has a reason, and tells it.
            let _ = sender.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH)));
        }
    })
    .map_err(|e| Failure::fault("simulate the practice community", e))?;
    let _ = sender.send(batch);
    Ok(truth)
}

/// Takes what happens and writes it a chunk at a time.
struct Writer<'a> {
    database: &'a Database,
    town: Town,
    start: Moment,
    last: Moment,
    /// After each chunk an id that is larger than all before it.
    edges: Vec<i64>,
    progress: &'a mut dyn FnMut(u64, u64),
}

impl Writer<'_> {
    fn live(&mut self, receiver: Receiver<Vec<Happening>>) -> Result<()> {
        let mut waiting = 0;
        for batch in receiver {
            let Some(at) = batch.last().map(|last| Moment(last.at)) else { continue };
            waiting += batch.len();
            for happening in batch {
                self.town.morning(Moment(happening.at), self.last)?;
                self.town.take(happening)?;
            }
            if waiting >= CHUNK {
                self.write(at)?;
                waiting = 0;
            }
        }
        self.town.morning(self.last, self.last)?;
        self.town.close_actions(self.last)?;
        self.write(self.last)
    }

    fn write(&mut self, at: Moment) -> Result<()> {
        let mut chunk = std::mem::take(&mut self.town.chunk);
        render::render(&mut chunk);
        chunk.write(self.database)?;
        self.edges.push(self.town.new_id());
        let days = |span: i64| u64::try_from(span / Moment::DAY).unwrap_or(0);
        (self.progress)(days(at.since(self.start)), days(self.last.since(self.start)));
        Ok(())
    }
}
