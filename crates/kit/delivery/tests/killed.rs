//! `kill -9` while the server has the text and says nothing.
//!
//! The test program starts itself again as a child that sends to our sink; the sink
//! takes the text and hangs; then the child is killed. The sink knows what came.

use super::sink::{Manner, Sink};
use super::{mail, put, sender, smtp};
use crate::Round;
use database::Location;
use database::testing::{self, BEGINNING, Trial, child, child_message, long};
use language::{FixedClock, Moment};
use std::collections::BTreeMap;
use std::sync::Arc;

#[test]
fn sends_until_it_is_killed() {
    let Some(message) = child_message() else { return };
    let mut words = message.splitn(3, ' ');
    let mut word = || words.next().unwrap();
    let (later, port): (i64, u16) = (word().parse().unwrap(), word().parse().unwrap());
    let location = Location::parse(word());
    let clock = FixedClock::at(BEGINNING.plus(later));
    let database = testing::open(&location, Arc::new(clock), 5);
    loop {
        sender().step(&database, &smtp(port)).unwrap();
    }
}

fn survives(trial: &Trial) {
    let rounds = if long() { 200 } else { 6 };
    let sink = Sink::new(&[]);
    let address = match &trial.location {
        Location::Sqlite(path) => path.to_string_lossy().into_owned(),
        Location::Postgres(url) => url.clone(),
    };
    let mut later = 0;
    for round in 0..rounds {
        // Some go well first; then one, a reset in every other round, is caught.
        let before = sink.taken().len();
        for i in 0..3 {
            put(&trial.database, mail(&format!("digest:{round}:{i}"), false));
        }
        put(&trial.database, mail(&format!("reset:{round}"), true));
        let good = usize::try_from(round).unwrap() % 4;
        sink.will(&vec![Manner::Accept; good]);
        sink.will(&[Manner::Hang]);
        let message = format!("{later} {} {address}", sink.port);
        let mut child = child("tests::killed::sends_until_it_is_killed", &message);
        sink.wait_for(before + good + 1);
        child.kill().unwrap();
        child.wait().unwrap();
        // The next start, when the lease is over.
        later += Moment::HOUR;
        trial.clock.advance(Moment::HOUR);
        let database = trial.opened_again(100 + u64::try_from(round).unwrap());
        while sender().step(&database, &smtp(sink.port)).unwrap() != Round::default() {}
    }
    let mut came: BTreeMap<String, usize> = BTreeMap::new();
    for subject in sink.subjects() {
        *came.entry(subject).or_default() += 1;
    }
    // Mails that had been taken and not yet sent were not lost either: at most the
    // one digest that was in the air is, and that one had come.
    for round in 0..rounds {
        for i in 0..3 {
            assert_eq!(came[&format!("Over digest:{round}:{i}")], 1);
        }
        assert!(came[&format!("Over reset:{round}")] >= 1);
    }
    let resets = came.iter().filter(|(subject, _)| subject.contains("reset"));
    assert!(resets.map(|(_, count)| count).any(|count| *count == 2), "none was caught");
}

#[test]
fn on_sqlite_no_digest_is_doubled_and_no_reset_lost() {
    survives(&testing::sqlite());
}

#[test]
fn on_postgres_no_digest_is_doubled_and_no_reset_lost() {
    survives(&testing::postgres());
}
