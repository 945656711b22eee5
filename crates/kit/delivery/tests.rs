//! The outbox on both engines, and real conversations with a server of our own.

mod conversation;
mod crash;
mod folder;
mod killed;
mod mailbox;
mod message;
mod outbox;
mod sink;
mod together;

use crate::{Encryption, Mail, Mailbox, Queued, Round, Sender, Smtp, Transport, enqueue};
use database::testing::Trial;
use database::{Conn, Database};
use diesel::prelude::*;
use language::Result;
use std::time::Duration;

fn mailbox(address: &str) -> Mailbox {
    Mailbox::new("Anna de Vries", address).unwrap()
}

fn sender() -> Sender {
    Sender::new(Mailbox::new("De Stad", "stad@stad.example").unwrap())
}

fn mail(key: &str, security: bool) -> Mail {
    Mail {
        key: key.to_owned(),
        kind: if security { "reset" } else { "digest" },
        security,
        to: mailbox("anna@stad.example"),
        subject: format!("Over {key}"),
        text: format!("Hoi Anna,\n\nDit is {key}. Één regel met accenten: ë, ï, €.\n"),
        html: format!(
            "<p>Dit is <b>{key}</b>. <a href=\"https://stad.example/{key}\">Kijk</a></p>"
        ),
        attachment: None,
    }
}

fn put(database: &Database, mail: Mail) -> bool {
    database.write(|tx| enqueue(tx, mail)).unwrap()
}

fn smtp(port: u16) -> Transport {
    Transport::Smtp(
        Smtp::new("127.0.0.1", port, Encryption::None, "stad.example")
            .timeout(Duration::from_secs(20)),
    )
}

/// Every mail as `key state attempts`, in order of keys.
fn states(trial: &Trial) -> Vec<String> {
    trial
        .database
        .read(|conn: &mut Conn| -> Result<Vec<String>> {
            use schema::outbox::dsl::{attempts, key, outbox, state};
            let rows: Vec<(String, String, i32)> =
                outbox.select((key, state, attempts)).order(key).load(conn)?;
            Ok(rows.into_iter().map(|(k, s, a)| format!("{k} {s} {a}")).collect())
        })
        .unwrap()
}

fn trouble(trial: &Trial, of: &str) -> Option<String> {
    trial
        .database
        .read(|conn| {
            use schema::outbox::dsl::{key, outbox, trouble};
            Ok(outbox.filter(key.eq(of)).select(trouble).first(conn)?)
        })
        .unwrap()
}

/// Takes the first mail that is ready, as a sender does, and lets go of it: the
/// program stops right there.
fn stop_after_lease(database: &Database) -> Queued {
    let now = database.now();
    let ready = database.read(|conn| crate::store::ready(conn, now, 1)).unwrap();
    let leased = sender().lease(database, ready[0], &mut Round::default()).unwrap();
    leased.unwrap().queued
}
