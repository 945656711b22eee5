//! How long it takes, and how long the writer is held. Figures mean something only in release:
//! `cargo test --release -p imports speed -- --ignored --nocapture --test-threads=1`.

use super::*;
use crate::publish;
use database::testing::{postgres, sqlite};
use std::time::{Duration, Instant};

/// The longest that others may wait for SQLite's one writer.
const HELD: Duration = Duration::from_secs(2);

fn measured(trial: &Trial, kind: Kind, path: &Path) -> Duration {
    set_up(&trial.database);
    let begin = Instant::now();
    let staged = stage(&trial.database, kind, path, &options(trial), &mut |_| {}).unwrap();
    let read = begin.elapsed();
    let begin = Instant::now();
    let report = publish(&trial.database, staged, &options(trial), &mut |_| {}).unwrap();
    let held = begin.elapsed();
    let made = report.created;
    let posts = made.threads + made.comments;
    let records = posts
        + made.members
        + made.reactions
        + made.accepted
        + made.interactions
        + made.memberships;
    let rate = |n: u64| n as f64 / (read + held).as_secs_f64();
    println!(
        "{} on {}: {records} records ({posts} posts) read in {read:.2?}, published in {held:.2?}: {:.0} records/s, {:.0} posts/s",
        kind.name(),
        trial.location.engine(),
        rate(records),
        rate(posts),
    );
    held
}

#[test]
#[ignore = "a measurement: it needs a release build and a quiet machine"]
fn the_writer_is_not_held_for_long() {
    for (kind, path) in [
        (Kind::StackExchange, "se-quantumcomputing"),
        (Kind::StackExchange, "se-bicycles-meta"),
        (Kind::Slack, "slack-houstondatavis/slack-export.zip"),
        (Kind::Interactions, "manufacturing-email/communication.csv.gz"),
    ] {
        let held = measured(&sqlite(), kind, &shared(path));
        assert!(held < HELD, "{held:?}");
        measured(&postgres(), kind, &shared(path));
    }
}
