//! `kill -9` while an import is published leaves nothing of it.

use super::*;
use crate::Progress;
use database::Location;
use database::testing::{self, BEGINNING, child, child_message, postgres, sqlite};
use language::FixedClock;
use std::io::{BufRead, BufReader, Write};
use std::sync::Arc;

/// The child: brings a workspace in, and tells how far it is.
#[test]
fn imports_until_it_is_killed() {
    let Some(message) = child_message() else { return };
    let (folder, address) = message.split_once(' ').unwrap();
    let clock = FixedClock::at(BEGINNING.plus(Moment::HOUR));
    let database = testing::open(&Location::parse(address), Arc::new(clock), 99);
    let options = Options::new(folder);
    let path = shared("slack-houstondatavis/slack-export.zip");
    let mut tell = |progress: Progress| {
        if let Progress::Publishing { done, .. } = progress {
            let mut out = std::io::stdout().lock();
            let _ = writeln!(out, "\nwrote {done}").and_then(|()| out.flush());
        }
    };
    run(&database, Kind::Slack, &path, &options, &mut tell).unwrap();
}

/// Kills the child when it has told `lines` times that it wrote something.
fn killed_after(trial: &Trial, lines: usize) {
    let address = match &trial.location {
        Location::Sqlite(path) => path.to_string_lossy().into_owned(),
        Location::Postgres(url) => url.clone(),
    };
    let message = format!("{} {address}", trial.folder.display());
    let mut child = child("tests::killed::imports_until_it_is_killed", &message);
    let output = BufReader::new(child.stdout.take().unwrap()).lines();
    let told = output
        .map_while(|line| line.ok())
        .filter(|line| line.starts_with("wrote "))
        .take(lines)
        .count();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(told, lines, "the child ended by itself");
}

fn leaves_nothing(trial: &Trial) {
    set_up(&trial.database);
    let before = sizes(&trial.database);
    for lines in [1, 2, 4] {
        killed_after(trial, lines);
        assert_eq!(sizes(&trial.database), before);
    }
    let left: Vec<_> = std::fs::read_dir(&trial.folder)
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.contains("import"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    let path = shared("slack-houstondatavis/slack-export.zip");
    let report = bring_in(trial, Kind::Slack, &path);
    assert!(report.published && report.created.threads > 1_000);
    counters_are_exact(&trial.database);
}

#[test]
fn sqlite_keeps_nothing_of_a_killed_import() {
    leaves_nothing(&sqlite());
}

#[test]
fn postgres_keeps_nothing_of_a_killed_import() {
    leaves_nothing(&postgres());
}
