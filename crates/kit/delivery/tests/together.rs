//! Several senders at once.

use super::sink::{Manner, Sink};
use super::{mail, put, sender, smtp, states};
use database::testing::on_both;
use std::collections::BTreeSet;

const MAILS: usize = 60;

/// Four senders on two handles, as on two nodes, while mails still come in.
#[test]
fn senders_side_by_side_double_nothing() {
    on_both(|trial| {
        let sink = Sink::new(&[]);
        let other = trial.opened_again(8);
        for i in 0..MAILS / 2 {
            put(&trial.database, mail(&format!("{i:03}"), i % 3 == 0));
        }
        let start = std::sync::Barrier::new(5);
        let sent: usize = std::thread::scope(|scope| {
            let senders: Vec<_> = (0..4)
                .map(|thread| {
                    let database = if thread % 2 == 0 { &trial.database } else { &other };
                    let (start, port) = (&start, sink.port);
                    scope.spawn(move || {
                        start.wait();
                        (0..15)
                            .map(|_| sender().step(database, &smtp(port)).unwrap().sent)
                            .sum::<usize>()
                    })
                })
                .collect();
            start.wait();
            for i in MAILS / 2..MAILS {
                put(&trial.database, mail(&format!("{i:03}"), i % 3 == 0));
            }
            senders.into_iter().map(|s| s.join().unwrap()).sum()
        });
        let rest = sender().step(&trial.database, &smtp(sink.port)).unwrap().sent;
        assert_eq!(sent + rest, MAILS);
        let subjects = sink.subjects();
        assert_eq!(subjects.len(), MAILS);
        assert_eq!(subjects.into_iter().collect::<BTreeSet<_>>().len(), MAILS);
        assert!(states(trial).iter().all(|state| state.ends_with("sent 1")));
    });
}

/// A server that misbehaves in every way while four senders work: no digest comes
/// twice, every mail ends in a state that says what is known.
#[test]
fn a_server_that_misbehaves_gets_no_digest_twice() {
    on_both(|trial| {
        let bad = [
            Manner::DropAfterText,
            Manner::Accept,
            Manner::DropBeforeText,
            Manner::DeferText,
            Manner::RefuseText,
            Manner::Leave,
            Manner::DeferRecipient,
        ];
        let sink = Sink::new(&bad.repeat(8));
        for i in 0..40 {
            put(&trial.database, mail(&format!("digest:{i:02}"), false));
        }
        let other = trial.opened_again(8);
        for _ in 0..8 {
            std::thread::scope(|scope| {
                for database in [&trial.database, &other, &trial.database, &other] {
                    let port = sink.port;
                    scope.spawn(move || sender().step(database, &smtp(port)).unwrap());
                }
            });
            trial.clock.advance(language::Moment::HOUR * 4);
        }
        let states = states(trial);
        assert!(
            states.iter().all(|s| s.contains(" sent ") || s.contains(" failed ")),
            "{states:?}"
        );
        // A text that the server deferred or refused has come without being taken.
        let untaken = bad.repeat(8).iter().filter(|m| matches!(m, Manner::DeferText)).count();
        let subjects = sink.subjects();
        let different: BTreeSet<_> = subjects.iter().collect();
        assert!(subjects.len() - different.len() <= untaken);
        let sent = states.iter().filter(|s| s.contains(" sent ")).count();
        assert!(sent >= 20, "{sent}");
    });
}
