//! The program stops between two states, or was thought to.

use super::sink::Sink;
use super::{mail, put, sender, smtp, states, stop_after_lease, trouble};
use crate::Round;
use crate::sender::mark;
use crate::transport::Outcome;
use database::testing::on_both;
use language::Moment;

const LEASE: i64 = 600 * Moment::SECOND;

#[test]
fn a_stop_while_sending_fails_a_digest_and_repeats_a_reset() {
    on_both(|trial| {
        let sink = Sink::new(&[]);
        put(&trial.database, mail("digest", false));
        put(&trial.database, mail("reset", true));
        stop_after_lease(&trial.database);
        stop_after_lease(&trial.database);
        assert_eq!(states(trial), ["digest sending 1", "reset sending 1"]);
        // While the lease lasts somebody may still be at work.
        trial.clock.advance(LEASE - 1);
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap(), Round::default());
        trial.clock.advance(1);
        let round = sender().step(&trial.database, &smtp(sink.port)).unwrap();
        assert_eq!((round.sent, round.failed, round.later), (1, 1, 0));
        assert_eq!(states(trial), ["digest failed 1", "reset sent 2"]);
        assert!(trouble(trial, "digest").unwrap().contains("stopped while it was sent"));
        assert_eq!(sink.subjects(), ["Over reset"]);
        trial.clock.advance(Moment::DAY);
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap(), Round::default());
    });
}

#[test]
fn a_stop_before_the_lease_loses_nothing() {
    on_both(|trial| {
        let sink = Sink::new(&[]);
        put(&trial.database, mail("digest", false));
        let now = trial.database.now();
        trial.database.read(|conn| crate::store::ready(conn, now, 1)).unwrap();
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap().sent, 1);
    });
}

/// A sender that was slower than its lease comes back after all.
#[test]
fn a_late_sender_tells_the_truth_but_undoes_nothing() {
    on_both(|trial| {
        let sink = Sink::new(&[]);
        put(&trial.database, mail("digest", false));
        let digest = stop_after_lease(&trial.database);
        trial.clock.advance(LEASE);
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap().failed, 1);
        // It did go out: that is what stays.
        let mut round = Round::default();
        mark(&trial.database, &digest, Outcome::Sent, &mut round).unwrap();
        assert_eq!(states(trial), ["digest sent 1"]);

        put(&trial.database, mail("reset", true));
        let first = stop_after_lease(&trial.database);
        trial.clock.advance(LEASE);
        // Somebody else has it by now.
        sender().step(&trial.database, &smtp(1)).unwrap();
        let second = stop_after_lease(&trial.database);
        assert_eq!((first.attempts, second.attempts), (1, 2));
        for late in [
            Outcome::Sent,
            Outcome::Refused("no".to_owned()),
            Outcome::Later("no".to_owned()),
            Outcome::Unknown("no".to_owned()),
        ] {
            mark(&trial.database, &first, late, &mut round).unwrap();
            assert_eq!(states(trial), ["digest sent 1", "reset sending 2"]);
        }
        mark(&trial.database, &second, Outcome::Sent, &mut round).unwrap();
        mark(&trial.database, &second, Outcome::Refused("no".to_owned()), &mut round).unwrap();
        assert_eq!(states(trial), ["digest sent 1", "reset sent 2"]);
    });
}

/// It was sent, the lease ended before that was noted, nobody took it yet.
#[test]
fn a_reset_that_arrived_is_not_sent_again_when_that_is_known_in_time() {
    on_both(|trial| {
        put(&trial.database, mail("reset", true));
        let reset = stop_after_lease(&trial.database);
        trial.clock.advance(LEASE);
        sender().step(&trial.database, &smtp(1)).unwrap();
        assert_eq!(states(trial), ["reset waiting 1"]);
        mark(&trial.database, &reset, Outcome::Sent, &mut Round::default()).unwrap();
        let sink = Sink::new(&[]);
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap(), Round::default());
        assert_eq!(states(trial), ["reset sent 1"]);
    });
}

#[test]
fn a_clock_that_goes_back_sends_nothing_twice() {
    on_both(|trial| {
        let sink = Sink::new(&[]);
        put(&trial.database, mail("digest", false));
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap().sent, 1);
        put(&trial.database, mail("later", false));
        for step in [-Moment::DAY, Moment::HOUR, -Moment::HOUR, 2 * Moment::DAY] {
            trial.clock.advance(step);
            sender().step(&trial.database, &smtp(sink.port)).unwrap();
        }
        assert_eq!(sink.subjects(), ["Over digest", "Over later"]);
    });
}
