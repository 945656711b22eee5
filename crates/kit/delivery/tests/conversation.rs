//! Conversations with a server that takes, refuses, breaks off and hangs.

use super::sink::{Manner, Offers, Sink, authority};
use super::{mail, mailbox, put, sender, smtp, states, trouble};
use crate::{Encryption, Mail, Round, Smtp, Transport};
use database::testing::{on_both, sqlite};
use language::Moment;
use std::time::Duration;

#[test]
fn mails_go_over_one_line_as_they_were_written() {
    on_both(|trial| {
        let sink = Sink::new(&[]);
        for key in ["a", "b", "c"] {
            let text = format!("{key}\n.\n..twee punten\nFrom hier\n");
            put(&trial.database, Mail { text, html: String::new(), ..mail(key, false) });
        }
        let round = sender().step(&trial.database, &smtp(sink.port)).unwrap();
        assert_eq!(round, Round { sent: 3, ..Round::default() });
        assert_eq!(sink.connections(), 1);
        assert_eq!(sink.subjects(), ["Over a", "Over b", "Over c"]);
        let taken = &sink.taken()[0];
        assert_eq!(taken.from, "MAIL FROM:<stad@stad.example>");
        assert_eq!(taken.to, "RCPT TO:<anna@stad.example>");
        let parsed = mail_parser::MessageParser::default().parse(&taken.text).unwrap();
        let text = parsed.body_text(0).unwrap().replace("\r\n", "\n");
        assert_eq!(text.trim_end(), "a\n.\n..twee punten\nFrom hier");
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap(), Round::default());
        assert_eq!(sink.taken().len(), 3);
    });
}

#[test]
fn a_recipient_that_is_refused_fails_and_the_others_go() {
    on_both(|trial| {
        let sink = Sink::new(&[Manner::RefuseRecipient, Manner::Accept, Manner::RefuseText]);
        for key in ["a", "b", "c", "d"] {
            put(&trial.database, mail(key, key == "c"));
            trial.clock.advance(1);
        }
        // Security first: c is refused at its recipient, b at its text.
        let round = sender().step(&trial.database, &smtp(sink.port)).unwrap();
        assert_eq!((round.sent, round.failed, round.later), (2, 2, 0));
        assert_eq!(sink.connections(), 1);
        assert_eq!(states(trial), ["a sent 1", "b failed 1", "c failed 1", "d sent 1"]);
        assert!(trouble(trial, "c").unwrap().contains("550"));
        assert!(trouble(trial, "c").unwrap().contains("nobody of that name"));
        trial.clock.advance(10 * Moment::DAY);
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap(), Round::default());
    });
}

#[test]
fn what_is_deferred_is_tried_again_after_longer_and_longer() {
    on_both(|trial| {
        let sink = Sink::new(&[]);
        put(&trial.database, mail("a", false));
        for (i, minutes) in [1, 5, 20, 60, 240, 240].into_iter().enumerate() {
            let manners = [Manner::DeferRecipient, Manner::DeferText, Manner::DropBeforeText];
            sink.will(&manners[i % 3..=i % 3]);
            let round = sender().step(&trial.database, &smtp(sink.port)).unwrap();
            assert_eq!((round.sent, round.failed, round.later), (0, 0, 1), "{i}");
            trial.clock.advance(minutes * 60 * Moment::SECOND - 1);
            assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap(), Round::default());
            trial.clock.advance(1);
        }
        assert!(trouble(trial, "a").is_some());
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap().sent, 1);
        assert_eq!(states(trial), ["a sent 7"]);
        assert_eq!(trouble(trial, "a"), None);
    });
}

#[test]
fn after_five_days_it_is_given_up() {
    on_both(|trial| {
        put(&trial.database, mail("a", true));
        trial.clock.advance(5 * Moment::DAY - 1);
        let nowhere = smtp(1);
        assert_eq!(sender().step(&trial.database, &nowhere).unwrap().failed, 0);
        trial.clock.advance(1);
        let round = sender().step(&trial.database, &nowhere).unwrap();
        assert_eq!((round.failed, round.unreachable), (1, None));
        assert!(trouble(trial, "a").unwrap().contains("five days"));
    });
}

#[test]
fn while_the_server_is_away_no_mail_counts_a_try() {
    on_both(|trial| {
        put(&trial.database, mail("a", false));
        put(&trial.database, mail("b", true));
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = closed.local_addr().unwrap().port();
        drop(closed);
        for _ in 0..3 {
            let round = sender().step(&trial.database, &smtp(port)).unwrap();
            assert!(round.unreachable.unwrap().contains("127.0.0.1"));
            assert_eq!((round.sent, round.later, round.failed, round.more), (0, 0, 0, false));
        }
        assert_eq!(states(trial), ["a waiting 0", "b waiting 0"]);
        let sink = Sink::new(&[]);
        assert_eq!(sender().step(&trial.database, &smtp(sink.port)).unwrap().sent, 2);
    });
}

#[test]
fn a_server_that_leaves_or_does_not_know_us_makes_the_mail_wait() {
    on_both(|trial| {
        let sink = Sink::new(&[Manner::Leave, Manner::RefuseSender]);
        for key in ["a", "b", "c"] {
            put(&trial.database, mail(key, false));
            trial.clock.advance(1);
        }
        let round = sender().step(&trial.database, &smtp(sink.port)).unwrap();
        assert_eq!((round.sent, round.later, round.failed), (1, 2, 0));
        // A new line after each.
        assert_eq!(sink.connections(), 3);
        assert!(trouble(trial, "b").unwrap().contains("refuses the sender"));
    });
}

/// The text went out and no answer came: in doubt a link to sign in is sent again,
/// a digest is not.
#[test]
fn in_doubt_only_security_mail_goes_again() {
    for manner in [Manner::Hang, Manner::DropAfterText] {
        on_both(|trial| {
            let sink = Sink::new(&[manner, manner]);
            let Transport::Smtp(server) = smtp(sink.port) else { unreachable!() };
            let transport = Transport::Smtp(server.timeout(Duration::from_millis(300)));
            put(&trial.database, mail("digest", false));
            put(&trial.database, mail("reset", true));
            let round = sender().step(&trial.database, &transport).unwrap();
            assert_eq!((round.sent, round.later, round.failed), (0, 1, 1));
            assert!(trouble(trial, "digest").unwrap().contains("nobody knows"));
            trial.clock.advance(Moment::HOUR);
            let round = sender().step(&trial.database, &transport).unwrap();
            assert_eq!((round.sent, round.later, round.failed), (1, 0, 0));
            trial.clock.advance(4 * Moment::DAY);
            assert_eq!(sender().step(&trial.database, &transport).unwrap(), Round::default());
            assert_eq!(sink.subjects(), ["Over reset", "Over digest", "Over reset"]);
            assert_eq!(states(trial), ["digest failed 1", "reset sent 2"]);
            // To the reader it is one mail: the same bytes.
            assert_eq!(sink.taken()[0], sink.taken()[2]);
        });
    }
}

#[test]
fn a_step_sends_twenty_and_says_that_there_are_more() {
    on_both(|trial| {
        let sink = Sink::new(&[]);
        for i in 0..45 {
            put(&trial.database, mail(&format!("{i:02}"), false));
        }
        for (sent, more) in [(20, true), (20, true), (5, false)] {
            let round = sender().step(&trial.database, &smtp(sink.port)).unwrap();
            assert_eq!((round.sent, round.more), (sent, more));
        }
        assert_eq!(sink.taken().len(), 45);
    });
}

#[test]
fn a_mail_that_is_no_longer_wanted_stays_home() {
    on_both(|trial| {
        let sink = Sink::new(&[]);
        for key in ["a", "b"] {
            put(&trial.database, mail(key, false));
        }
        let checking = sender().checking(|_, queued| Ok(queued.key != "a"));
        let round = checking.step(&trial.database, &smtp(sink.port)).unwrap();
        assert_eq!((round.sent, round.failed), (1, 1));
        assert_eq!(sink.subjects(), ["Over b"]);
        assert!(trouble(trial, "a").unwrap().contains("no longer wanted"));
    });
}

fn private(port: u16, encryption: Encryption, pem: &str) -> Smtp {
    Smtp::new("localhost", port, encryption, "stad.example")
        .trusting(pem)
        .timeout(Duration::from_secs(20))
}

#[test]
fn over_a_private_line_with_a_password() {
    let trial = sqlite();
    let (pem, config) = authority("localhost");
    for (at_once, encryption) in [(true, Encryption::Tls), (false, Encryption::StartTls)] {
        let offers = Offers { tls: Some(config.clone()), at_once, auth: true };
        let sink = Sink::offering(&[], offers);
        put(&trial.database, mail(&format!("{at_once}"), true));
        let wrong = private(sink.port, encryption, &pem).login("anna", "fout");
        let round = sender().step(&trial.database, &Transport::Smtp(wrong)).unwrap();
        assert!(round.unreachable.unwrap().contains("log in"));
        let right = private(sink.port, encryption, &pem).login("anna", "geheim");
        let round = sender().step(&trial.database, &Transport::Smtp(right)).unwrap();
        assert_eq!(round.sent, 1, "{round:?}");
        assert_eq!(sink.logins().len(), 2);
    }
    assert_eq!(super::states(&trial), ["false sent 1", "true sent 1"]);
}

#[test]
fn a_line_that_cannot_be_private_gets_no_mail_and_no_password() {
    let trial = sqlite();
    put(&trial.database, mail("a", true));
    let (pem, config) = authority("localhost");
    let (_, elsewhere) = authority("elders.example");
    let (other_pem, _) = authority("localhost");
    let plain = Sink::offering(&[], Offers { auth: true, ..Offers::default() });
    let tls = |config| Offers { tls: Some(config), at_once: true, auth: true };
    let good = Sink::offering(&[], tls(config));
    let wrong_name = Sink::offering(&[], tls(elsewhere));
    for (what, server) in [
        ("STARTTLS is hidden", private(plain.port, Encryption::StartTls, &pem)),
        (
            "no TLS at all",
            private(plain.port, Encryption::Tls, &pem).timeout(Duration::from_millis(300)),
        ),
        ("a password in the open", private(plain.port, Encryption::None, &pem)),
        ("an unknown authority", private(good.port, Encryption::Tls, &other_pem)),
        ("another server's certificate", private(wrong_name.port, Encryption::Tls, &pem)),
        ("an authority that is none", private(good.port, Encryption::Tls, "-----BEGIN")),
    ] {
        let transport = Transport::Smtp(server.login("anna", "geheim"));
        let round = sender().step(&trial.database, &transport).unwrap();
        assert!(round.unreachable.is_some(), "{what}: {round:?}");
    }
    assert_eq!(plain.logins().len() + good.logins().len() + wrong_name.logins().len(), 0);
    assert_eq!(plain.taken().len() + good.taken().len() + wrong_name.taken().len(), 0);
    assert_eq!(states(&trial), ["a waiting 0"]);
}

#[test]
fn a_password_is_never_printed() {
    let server = Smtp::new("h", 1, Encryption::Tls, "me").login("anna", "geheim");
    let printed = format!("{:?}", Transport::Smtp(server));
    assert!(printed.contains("anna") && !printed.contains("geheim"), "{printed}");
    assert_eq!(mailbox("a@b.example").address(), "a@b.example");
}
