//! The mails of a folder, as an administrator reads them.

use crate::permits::MayReadMail;
use crate::shelf::{self, MOST_PAGES, PER_PAGE};
use database::testing::{on_both, sqlite};
use delivery::{Mail, Mailbox, Sender, Transport, folder};
use diesel::prelude::*;
use language::{Failure, Moment, PersonId, Refusal, Role};
use schema::audit;
use std::fs;
use std::path::Path;
use web::Policy;

fn mail(key: &str) -> Mail {
    Mail {
        key: key.to_owned(),
        kind: "invitation",
        security: true,
        to: Mailbox::new("Anna", "anna@plein.example").unwrap(),
        subject: format!("Mail {key}"),
        text: "Hoi".to_owned(),
        html: "<html><head></head><body>Hoi</body></html>".to_owned(),
        attachment: None,
    }
}

/// `count` mails in `path`, one a second; the last has the highest number.
fn plain_files(path: &Path, count: usize) {
    fs::create_dir_all(path).unwrap();
    for number in 1..=count {
        let name = format!(
            "20261005T{:02}{:02}{:02}Z-7.eml",
            number / 3_600,
            number / 60 % 60,
            number % 60
        );
        let mail = format!(
            "From: a@plein.example\r\nTo: b@plein.example\r\nSubject: {number}\r\n\r\nHoi\r\n"
        );
        fs::write(path.join(name), mail).unwrap();
    }
}

#[test]
fn the_newest_mail_comes_first() {
    on_both(|trial| {
        let path = trial.folder.join("mail");
        for key in ["een", "twee", "drie"] {
            trial.database.write(|tx| delivery::enqueue(tx, mail(key))).unwrap();
            trial.clock.advance(Moment::SECOND);
        }
        let sender = Sender::new(Mailbox::new("Plein", "plein@plein.example").unwrap());
        sender.step(&trial.database, &Transport::Folder(path.clone())).unwrap();
        let page = shelf::page(&path, 1).unwrap();
        let subjects: Vec<&str> = page.letters.iter().map(|l| l.subject.as_str()).collect();
        assert_eq!(subjects, ["Mail drie", "Mail twee", "Mail een"]);
        assert!(!page.older);
    });
}

#[test]
fn pages_hold_fifty_and_meet_without_a_gap() {
    let trial = sqlite();
    let path = trial.folder.join("mail");
    assert!(shelf::page(&path, 1).unwrap().letters.is_empty(), "no folder yet");
    plain_files(&path, 2 * PER_PAGE + 1);
    let mut seen = Vec::new();
    for (number, count, older) in [(1, PER_PAGE, true), (2, PER_PAGE, true), (3, 1, false)] {
        let page = shelf::page(&path, number).unwrap();
        assert_eq!((page.number, page.letters.len(), page.older), (number, count, older));
        seen.extend(page.letters.into_iter().map(|l| l.subject.parse::<usize>().unwrap()));
    }
    assert_eq!(seen, (1..=2 * PER_PAGE + 1).rev().collect::<Vec<_>>());
    assert_eq!(shelf::page(&path, 0).unwrap().number, 1);
    let last = shelf::page(&path, usize::MAX).unwrap();
    assert_eq!((last.number, last.letters.len(), last.older), (MOST_PAGES, 0, false));
}

#[test]
fn a_name_leads_nowhere_but_into_the_folder() {
    let trial = sqlite();
    let path = trial.folder.join("mail");
    plain_files(&path, 1);
    let outside = "From: a@plein.example\r\nSubject: outside\r\n\r\nNo\r\n";
    // Beside the folder, below it, and in it under a name that this program never gives.
    fs::write(trial.folder.join("1.eml"), outside).unwrap();
    fs::create_dir_all(path.join("1")).unwrap();
    fs::write(path.join("1/1.eml"), outside).unwrap();
    for name in ["mine.eml", ".1.eml", "1.txt", ".1.eml.part"] {
        fs::write(path.join(name), outside).unwrap();
    }
    assert!(folder::read(&path, "20261005T000001Z-7.eml").is_ok());
    let beside = trial.folder.join("1.eml");
    for name in [
        "",
        ".",
        "..",
        "../1.eml",
        "..%2F1.eml",
        "%2e%2e/1.eml",
        "1/1.eml",
        "1/../../1.eml",
        "..\\1.eml",
        "./20261005T000001Z-7.eml",
        "/20261005T000001Z-7.eml",
        "mine.eml",
        ".1.eml",
        "1.txt",
        ".1.eml.part",
        ".eml",
        "20261005T000001Z-7.eml/",
        "20261005T000001Z-7.eml\0",
        "20261005T000001Z-7.EML",
        " 20261005T000001Z-7.eml",
        "20261005T000001Z-8.eml",
        "CON",
        "１.eml",
        beside.to_str().unwrap(),
    ] {
        let read = folder::read(&path, name);
        assert!(matches!(read, Err(Failure::Refusal(Refusal::NotFound))), "{name:?}: {read:?}");
    }
    assert_eq!(shelf::page(&path, 1).unwrap().letters.len(), 1, "nor do they stand in the list");
}

#[test]
fn nobody_below_an_administrator_comes_in() {
    let routes = crate::routes();
    assert_eq!(routes.len(), 3);
    for route in routes {
        assert_eq!(route.policy, Policy::AtLeast(Role::Administrator), "{}", route.path);
    }
}

#[test]
fn a_look_is_in_the_audit_log() {
    on_both(|trial| {
        let permit = MayReadMail::in_test(PersonId(7));
        permit.look(&trial.database, "20261005T000001Z-7.eml").unwrap();
        let lines: Vec<(Option<i64>, String, String)> = trial
            .database
            .read(|conn| {
                Ok(audit::table.select((audit::person_id, audit::act, audit::detail)).load(conn)?)
            })
            .unwrap();
        let line = (Some(7), "mail read".to_owned(), "20261005T000001Z-7.eml".to_owned());
        assert_eq!(lines, [line]);
    });
}

#[test]
fn only_addresses_on_this_site_become_links() {
    let base = "https://plein.example";
    let text = "Hoi Anna,\n\nKom erbij:\nhttps://plein.example/invitation/x\n\n\n-- \nPlein\n";
    let shown: Vec<Vec<(String, bool)>> = shelf::paragraphs(text, base)
        .into_iter()
        .map(|lines| lines.into_iter().map(|line| (line.text, line.link)).collect())
        .collect();
    let said = |text: &str| (text.to_owned(), false);
    assert_eq!(
        shown,
        [
            vec![said("Hoi Anna,")],
            vec![said("Kom erbij:"), ("https://plein.example/invitation/x".to_owned(), true)],
            vec![said("--"), said("Plein")],
        ]
    );
    for elsewhere in [
        "https://plein.example.evil.example/x",
        "https://evil.example/",
        "javascript:alert(1)",
        "https://plein.example@evil.example/",
        "https://plein.example",
        "https://plein.example/a b",
    ] {
        assert!(!shelf::paragraphs(elsewhere, base)[0][0].link, "{elsewhere}");
    }
    assert!(shelf::paragraphs("\n \n", base).is_empty());
}

#[test]
fn links_of_a_framed_mail_open_a_page_of_their_own() {
    let html =
        shelf::framed("<!doctype html><html><head><title>x</title></head><body></body></html>");
    assert!(html.starts_with("<!doctype html><html><head><base target=\"_blank\"><title>"));
    assert_eq!(shelf::framed("<p>x</p>"), "<p>x</p>");
}
