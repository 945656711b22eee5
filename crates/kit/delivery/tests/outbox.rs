//! What goes in, once, with the reason for it.

use super::{mail, mailbox, put, sender, states};
use crate::{Mail, Mailbox, Standing, Transport, due, enqueue, failures, standing};
use crate::{forget_address, forget_before};
use database::testing::on_both;
use diesel::prelude::*;
use language::{Moment, Refusal, Result};

#[test]
fn the_same_mail_twice_is_one_mail() {
    on_both(|trial| {
        assert!(put(&trial.database, mail("digest:1", false)));
        assert!(!put(&trial.database, mail("digest:1", false)));
        // Also within one transaction.
        let both = trial.database.write(|tx| {
            Ok((enqueue(tx, mail("digest:2", false))?, enqueue(tx, mail("digest:2", false))?))
        });
        assert_eq!(both.unwrap(), (true, false));
        assert_eq!(states(trial), ["digest:1 waiting 0", "digest:2 waiting 0"]);
    });
}

#[test]
fn many_who_put_the_same_mail_in_at_once_put_in_one() {
    on_both(|trial| {
        let other = trial.opened_again(8);
        let new: usize = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|thread| {
                    let database = if thread % 2 == 0 { &trial.database } else { &other };
                    scope.spawn(move || {
                        (0..10)
                            .filter(|i| put(database, mail(&format!("digest:{i}"), false)))
                            .count()
                    })
                })
                .collect();
            threads.into_iter().map(|t| t.join().unwrap()).sum()
        });
        assert_eq!(new, 10);
        assert_eq!(states(trial).len(), 10);
    });
}

#[test]
fn a_mail_goes_with_its_reason() {
    on_both(|trial| {
        let failed: Result<()> = trial.database.write(|tx| {
            assert!(enqueue(tx, mail("reset:1", true))?);
            Err(Refusal::Gone.into())
        });
        assert!(failed.is_err());
        assert!(states(trial).is_empty());
        // The key is free again.
        assert!(put(&trial.database, mail("reset:1", true)));
    });
}

#[test]
fn what_is_too_long_is_refused_and_a_subject_is_cut() {
    on_both(|trial| {
        let long_key = Mail { key: "k".repeat(201), ..mail("", false) };
        let long_text = Mail { text: "t".repeat(1_000_001), ..mail("a", false) };
        for bad in [long_key, long_text] {
            assert!(trial.database.write(|tx| enqueue(tx, bad.clone())).is_err());
        }
        let subject = Mail { subject: "é".repeat(400), ..mail("b", false) };
        assert!(put(&trial.database, subject));
        let longest = format!("{}@{}.example", "a".repeat(64), "b".repeat(181));
        let to = Mailbox::new(&"naam ".repeat(40), &longest).unwrap();
        assert!(put(&trial.database, Mail { to, ..mail("c", false) }));
        let nul = Mail { text: "een\0twee\r\ndrie\u{1b}[31m".to_owned(), ..mail("d", false) };
        assert!(put(&trial.database, nul));
    });
}

#[test]
fn who_waits_longest_goes_first_but_security_before_all() {
    on_both(|trial| {
        for key in ["a", "b", "c"] {
            put(&trial.database, mail(key, false));
            trial.clock.advance(Moment::SECOND);
        }
        put(&trial.database, mail("z", true));
        let now = trial.database.now();
        let ids = trial.database.read(|conn| crate::store::ready(conn, now, 3)).unwrap();
        let keys: Vec<String> = trial
            .database
            .read(|conn| {
                use schema::outbox::dsl::{id, key, outbox};
                ids.iter().map(|i| Ok(outbox.filter(id.eq(i)).select(key).first(conn)?)).collect()
            })
            .unwrap();
        assert_eq!(keys, ["z", "a", "b"]);
    });
}

#[test]
fn the_outbox_says_how_it_stands() {
    on_both(|trial| {
        let start = trial.database.now();
        assert_eq!(trial.database.read(standing).unwrap(), Standing::default());
        assert_eq!(trial.database.read(due).unwrap(), None);
        put(&trial.database, mail("a", false));
        trial.clock.advance(Moment::SECOND);
        put(&trial.database, mail("b", true));
        assert_eq!(trial.database.read(due).unwrap(), Some(start));
        // The security mail is taken first; its sender stops.
        super::stop_after_lease(&trial.database);
        let stands = trial.database.read(standing).unwrap();
        assert_eq!((stands.waiting, stands.sending), (1, 1));
        assert_eq!(stands.waiting_since, Some(start));
        trial.database.write(|tx| forget_address(tx, &mailbox("anna@stad.example"))).unwrap();
        let stands = trial.database.read(standing).unwrap();
        assert_eq!((stands.waiting, stands.sending, stands.failed), (0, 0, 2));
        assert_eq!(trial.database.read(due).unwrap(), None);
    });
}

#[test]
fn the_text_goes_when_the_mail_went_and_the_rest_when_it_is_old() {
    on_both(|trial| {
        put(&trial.database, mail("a", true));
        let folder = Transport::Folder(trial.folder.join("mail"));
        assert_eq!(sender().step(&trial.database, &folder).unwrap().sent, 1);
        let row = || {
            trial
                .database
                .read(|conn| {
                    use schema::outbox::dsl as o;
                    Ok(o::outbox
                        .select((o::recipient, o::subject, o::body_text, o::body_html))
                        .first::<(String, String, String, String)>(conn)?)
                })
                .unwrap()
        };
        let (recipient, subject, text, html) = row();
        assert_eq!(recipient, "Anna de Vries <anna@stad.example>");
        assert_eq!((subject.as_str(), text.as_str(), html.as_str()), ("Over a", "", ""));
        let now = trial.database.now();
        assert_eq!(trial.database.write(|tx| forget_before(tx, now)).unwrap(), 0);
        trial.clock.advance(Moment::DAY);
        let now = trial.database.now();
        assert_eq!(trial.database.write(|tx| forget_before(tx, now)).unwrap(), 1);
        assert_eq!(row(), Default::default());
        // The key still works.
        assert!(!put(&trial.database, mail("a", true)));
    });
}

#[test]
fn forgetting_an_address_touches_nobody_else() {
    on_both(|trial| {
        for (key, name, address) in [
            ("a", "Anna", "anna_b@stad.example"),
            ("b", "", "anna_b@stad.example"),
            ("c", "Anna", "annaxb@stad.example"),
            ("d", "Anna", "an%b@stad.example"),
            ("e", "Joanna", "joanna_b@stad.example"),
        ] {
            let to = Mailbox::new(name, address).unwrap();
            put(&trial.database, Mail { to, ..mail(key, false) });
        }
        let anna = mailbox("anna_b@stad.example");
        assert_eq!(trial.database.write(|tx| forget_address(tx, &anna)).unwrap(), 2);
        assert_eq!(
            states(trial),
            ["a failed 0", "b failed 0", "c waiting 0", "d waiting 0", "e waiting 0"]
        );
        let failed = trial.database.read(|conn| failures(conn, 10)).unwrap();
        assert!(failed.iter().all(|f| f.recipient.is_empty() && f.subject.is_empty()));
        assert_eq!(failed.len(), 2);
    });
}
