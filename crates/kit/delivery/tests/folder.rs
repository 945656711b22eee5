//! Mail in a folder, and reading it there.

use super::{mail, put, sender, states};
use crate::{Mail, Transport, folder};
use database::testing::{BEGINNING, on_both, sqlite};
use language::{Failure, Moment, Refusal};

#[test]
fn mails_become_files_that_can_be_read() {
    on_both(|trial| {
        let path = trial.folder.join("mail");
        assert!(folder::list(&path, 10).unwrap().is_empty());
        for key in ["een", "twee", "drie"] {
            put(&trial.database, mail(key, false));
            trial.clock.advance(Moment::SECOND);
        }
        let round = sender().step(&trial.database, &Transport::Folder(path.clone())).unwrap();
        assert_eq!((round.sent, round.failed, round.more), (3, 0, false));
        assert_eq!(states(trial), ["drie sent 1", "een sent 1", "twee sent 1"]);

        let letters = folder::list(&path, 10).unwrap();
        let subjects: Vec<&str> = letters.iter().map(|l| l.subject.as_str()).collect();
        assert_eq!(subjects, ["Over drie", "Over twee", "Over een"]);
        assert_eq!(folder::list(&path, 2).unwrap(), letters[..2]);
        let first = &letters[2];
        assert!(first.name.starts_with("20261005T080000Z-"), "{}", first.name);
        assert_eq!(first.date, Some(BEGINNING));
        assert_eq!(first.from, "De Stad <stad@stad.example>");
        assert_eq!(first.to, "Anna de Vries <anna@stad.example>");
        assert!(first.text.contains("Één regel met accenten: ë, ï, €."));
        assert_eq!(first.html, mail("een", false).html);
        assert_eq!(first.links, ["https://stad.example/een"]);
        assert_eq!(&folder::read(&path, &first.name).unwrap(), first);
    });
}

#[test]
fn links_come_from_text_and_html_each_once() {
    let trial = sqlite();
    let path = trial.folder.join("mail");
    let text = "Ga naar https://stad.example/a?b=1&c=2.\n(of <http://stad.example/d>)\n\
                nogmaals: https://stad.example/a?b=1&c=2, en \"https://stad.example/e\"!\n";
    let html = "<a href=\"https://stad.example/a?b=1&amp;c=2\">a</a>\
                <a href=\"https://stad.example/f\">f</a><a href=\"mailto:x@y\">m</a>\
                <a href=\"javascript:alert(1)\">j</a>";
    put(&trial.database, Mail { text: text.to_owned(), html: html.to_owned(), ..mail("a", true) });
    sender().step(&trial.database, &Transport::Folder(path.clone())).unwrap();
    assert_eq!(
        folder::list(&path, 1).unwrap()[0].links,
        [
            "https://stad.example/a?b=1&c=2",
            "http://stad.example/d",
            "https://stad.example/e",
            "https://stad.example/f"
        ]
    );
}

#[test]
fn a_mail_without_html_shows_none() {
    let trial = sqlite();
    let path = trial.folder.join("mail");
    put(&trial.database, Mail { html: String::new(), ..mail("a", true) });
    sender().step(&trial.database, &Transport::Folder(path.clone())).unwrap();
    let letter = &folder::list(&path, 1).unwrap()[0];
    assert_eq!(letter.html, "");
    assert!(letter.text.starts_with("Hoi Anna,"));
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let trial = sqlite();
    let path = trial.folder.join("mail");
    std::fs::create_dir_all(&path).unwrap();
    std::fs::write(trial.folder.join("1.eml"), "Subject: geheim\r\n\r\n").unwrap();
    std::fs::write(path.join("notes.txt"), "no mail").unwrap();
    std::fs::write(path.join(".20261005T080000Z-1.eml.part"), "half").unwrap();
    assert!(folder::list(&path, 10).unwrap().is_empty());
    for name in ["../1.eml", "..", "", ".eml", "/etc/passwd", "notes.txt", "1.eml", "1.eml\0"] {
        let refused = folder::read(&path, name);
        assert!(matches!(refused, Err(Failure::Refusal(Refusal::NotFound))), "{name:?}");
    }
}

#[test]
fn a_file_of_any_bytes_does_no_harm() {
    let trial = sqlite();
    let path = trial.folder.join("mail");
    std::fs::create_dir_all(&path).unwrap();
    for (i, bytes) in [
        &b""[..],
        b"\xff\xfe\0\0",
        b"Subject: =?utf-8?q?half",
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n--a\r\n",
        b"To: <<<>>>,,;:\r\nDate: never\r\n\r\nhttps://",
    ]
    .iter()
    .enumerate()
    {
        std::fs::write(path.join(format!("{i}.eml")), bytes).unwrap();
    }
    folder::list(&path, 10).unwrap();
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_look_inside() {
    use std::os::unix::fs::PermissionsExt;
    let trial = sqlite();
    let path = trial.folder.join("mail");
    put(&trial.database, mail("a", true));
    sender().step(&trial.database, &Transport::Folder(path.clone())).unwrap();
    let mode = |p: &std::path::Path| std::fs::metadata(p).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o700);
    let name = &folder::list(&path, 1).unwrap()[0].name;
    assert_eq!(mode(&path.join(name)), 0o600);
}

#[test]
fn a_folder_that_cannot_be_made_counts_no_try() {
    on_both(|trial| {
        let file = trial.folder.join("file");
        std::fs::write(&file, "in the way").unwrap();
        put(&trial.database, mail("a", false));
        let transport = Transport::Folder(file.join("mail"));
        let round = sender().step(&trial.database, &transport).unwrap();
        assert!(round.unreachable.is_some());
        assert_eq!(states(trial), ["a waiting 0"]);
    });
}
