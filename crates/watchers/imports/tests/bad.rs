//! Bad input of every kind, to every importer: a sentence, and nothing changed.

use super::*;
use database::testing::{on_both, sqlite};
use std::io::Write;

/// A zip in the trial's folder.
fn zipped(trial: &Trial, name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let path = trial.folder.join(name);
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    path
}

fn dump(trial: &Trial, name: &str, users: &str, posts: &str) -> PathBuf {
    zipped(trial, name, &[("Users.xml", users.as_bytes()), ("Posts.xml", posts.as_bytes())])
}

/// What is refused as a whole says one thing, and leaves everything as it was.
fn refused_whole(trial: &Trial, kind: Kind, path: &Path, reason: &str) {
    let before = sizes(&trial.database);
    let nl = Options { lang: Lang::Nl, ..options(trial) };
    let dutch = run(&trial.database, kind, path, &nl, &mut |_| {}).unwrap();
    let report = bring_in(trial, kind, path);
    assert!(report.unreadable && !report.published, "{kind:?} {path:?}: {report:?}");
    let found: Vec<&str> = report.refused.iter().map(|refused| refused.reason).collect();
    assert_eq!(found, [reason], "{kind:?} {path:?}: {report:?}");
    let (nl, en) = (&dutch.refused[0].explanation, &report.refused[0].explanation);
    assert_ne!(nl, en, "{kind:?} {path:?}");
    assert!(!report.refused[0].place.is_empty());
    assert_eq!(sizes(&trial.database), before, "{kind:?} {path:?}");
}

#[test]
fn what_is_no_such_file_is_refused_whole() {
    let trial = &sqlite();
    set_up(&trial.database);
    let users = "<users><row Id=\"-1\" CreationDate=\"2020-01-01T00:00:00\" /></users>";
    let posts = "<posts></posts>";
    let empty = file(trial, "leeg", "");
    let text = file(trial, "tekst.csv", "dit is geen tabel van ons\n");
    let seven = trial.folder.join("dump.7z");
    std::fs::write(&seven, b"7z\xbc\xaf\x27\x1c\0\x04 en meer").unwrap();
    let xlsx = zipped(trial, "mensen.xlsx", &[("xl/workbook.xml", b"<workbook/>")]);
    let entities = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let bomb = dump(trial, "bom.zip", &format!("{entities}<users>&b;</users>"), posts);
    let deep = format!("<users>{}</users>", "<a>".repeat(50_000));
    let deep = dump(trial, "diep.zip", &deep, posts);
    let half = dump(trial, "half.zip", users, "<posts><row Id=\"1\" PostTypeId=\"1\"");
    let alone = zipped(trial, "alleen.zip", &[("Users.xml", users.as_bytes())]);
    let swollen = vec![b' '; 64 << 20];
    let swollen =
        zipped(trial, "zipbom.zip", &[("Users.xml", &swollen), ("Posts.xml", b"<posts/>")]);
    let wide: Vec<u8> = "naam\nAnna\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide.iter().copied()).collect();
    let broken_wide = trial.folder.join("breed.csv");
    std::fs::write(&broken_wide, wide).unwrap();
    let other_wide =
        zipped(trial, "breed.zip", &[("Users.xml", &marked), ("Posts.xml", b"<posts/>")]);
    let cases: &[(Kind, &PathBuf, &str)] = &[
        (Kind::People, &empty, "empty"),
        (Kind::Headcount, &empty, "empty"),
        (Kind::Interactions, &empty, "empty"),
        (Kind::Slack, &empty, "empty"),
        (Kind::StackExchange, &empty, "empty"),
        (Kind::People, &text, "missing_columns"),
        (Kind::Headcount, &text, "missing_columns"),
        (Kind::Interactions, &text, "missing_columns"),
        (Kind::Slack, &text, "malformed"),
        (Kind::StackExchange, &text, "malformed"),
        (Kind::StackExchange, &seven, "not_supported"),
        (Kind::People, &seven, "not_supported"),
        (Kind::People, &xlsx, "not_supported"),
        (Kind::Interactions, &xlsx, "not_supported"),
        (Kind::Slack, &xlsx, "missing_file"),
        (Kind::StackExchange, &xlsx, "missing_file"),
        (Kind::StackExchange, &alone, "missing_file"),
        (Kind::StackExchange, &bomb, "not_supported"),
        (Kind::StackExchange, &deep, "too_big"),
        (Kind::StackExchange, &half, "truncated"),
        (Kind::StackExchange, &swollen, "too_big"),
        (Kind::StackExchange, &other_wide, "wrong_encoding"),
        (Kind::People, &broken_wide, "wrong_encoding"),
    ];
    for (kind, path, reason) in cases {
        refused_whole(trial, *kind, path, reason);
    }
}

#[test]
fn a_table_of_only_a_heading_brings_nothing() {
    let trial = &sqlite();
    set_up(&trial.database);
    let before = sizes(&trial.database);
    for (kind, text) in [
        (Kind::People, "naam;e-mail\n"),
        (Kind::Headcount, "afdeling;aantal\r\n\r\n"),
        (Kind::Interactions, "tijd,van,aan\n"),
    ] {
        let report = bring_in(trial, kind, &file(trial, "kop.csv", text));
        assert!(!report.unreadable && report.created.is_empty());
        assert_eq!((report.read, report.refused_count), (0, 0), "{kind:?}");
    }
    assert_eq!(sizes(&trial.database), before);
}

#[test]
fn one_name_in_every_encoding_is_one_person() {
    on_both(|trial| {
        set_up(&trial.database);
        let text = "naam;afdeling\nZoë Çelik;Café\n";
        let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let files: [(&str, Vec<u8>); 5] = [
            ("utf8.csv", text.as_bytes().to_vec()),
            ("bom.csv", format!("\u{feff}{text}").into_bytes()),
            ("le.csv", wide(u16::to_le_bytes)),
            ("be.csv", wide(u16::to_be_bytes)),
            ("windows.csv", windows),
        ];
        for (at, (name, bytes)) in files.iter().enumerate() {
            let path = trial.folder.join(name);
            std::fs::write(&path, bytes).unwrap();
            let report = bring_in(trial, Kind::People, &path);
            assert_eq!(report.created.members, u64::from(at == 0), "{name}");
            assert_eq!(report.unchanged, u64::from(at > 0), "{name}");
        }
    });
}

#[test]
fn wrong_rows_are_refused_and_the_others_come_in() {
    let trial = &sqlite();
    set_up(&trial.database);
    let path = file(
        trial,
        "mensen.csv",
        "id;naam;e-mail;in dienst\n1;Anna;;03/25/2024\n2;Bob;;31-02-2024\n3;Carla;;1-2-24\n\
         4;Dirk;geen adres;\n5;;x@voorbeeld.nl;\n6;Eva;;1-3-2024\n6;Eva weer;;\n7;Fred;extra;;;;x\n",
    );
    let report = bring_in(trial, Kind::People, &path);
    let found: Vec<(&str, &str)> =
        report.refused.iter().map(|r| (r.place.as_str(), r.reason)).collect();
    assert_eq!(
        found,
        [
            ("mensen.csv:2", "not_a_date"),
            ("mensen.csv:3", "not_a_date"),
            ("mensen.csv:4", "not_a_date"),
            ("mensen.csv:5", "not_an_address"),
            ("mensen.csv:6", "missing_field"),
            ("mensen.csv:8", "duplicate_key"),
            ("mensen.csv:9", "wrong_number_of_fields"),
        ]
    );
    assert!(report.refused[0].explanation.contains("month"));
    assert!(report.refused[1].explanation.contains("no such day"));
    assert!(report.refused[2].explanation.contains("four digits"));
    assert_eq!(report.created.members, 1);
}

#[test]
fn what_stands_under_itself_is_refused() {
    on_both(|trial| {
        set_up(&trial.database);
        let users = "<users><row Id=\"1\" DisplayName=\"Anna\" CreationDate=\"2020-01-01T00:00:00\" /></users>";
        let posts = "<posts>
            <row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2020-01-02T00:00:00\" Title=\"Lek\" Body=\"x\" OwnerUserId=\"1\" AcceptedAnswerId=\"4\" />
            <row Id=\"2\" PostTypeId=\"2\" ParentId=\"2\" CreationDate=\"2020-01-03T00:00:00\" Body=\"onder zichzelf\" OwnerUserId=\"1\" />
            <row Id=\"3\" PostTypeId=\"2\" ParentId=\"4\" CreationDate=\"2020-01-03T00:00:00\" Body=\"onder 4\" OwnerUserId=\"1\" />
            <row Id=\"4\" PostTypeId=\"2\" ParentId=\"3\" CreationDate=\"2020-01-03T00:00:00\" Body=\"onder 3\" OwnerUserId=\"1\" />
            <row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2020-01-02T00:00:00\" Title=\"Dubbel\" Body=\"x\" OwnerUserId=\"1\" />
            </posts>";
        let report = bring_in(trial, Kind::StackExchange, &dump(trial, "kring.zip", users, posts));
        assert_eq!((report.created.threads, report.created.comments), (1, 0), "{report:?}");
        assert!(report.refused_count >= 4, "{report:?}");
        assert!(report.refused.iter().all(|refused| !refused.explanation.is_empty()));
        counters_are_exact(&trial.database);
    });
}

#[test]
fn two_sites_of_one_kind_keep_apart_by_themselves() {
    let trial = &sqlite();
    set_up(&trial.database);
    let site = |name: &str, began: &str, asked: &str| {
        let users = format!(
            "<users><row Id=\"-1\" DisplayName=\"Community\" CreationDate=\"{began}\" />
             <row Id=\"1\" DisplayName=\"{name}\" CreationDate=\"{began}\" /></users>"
        );
        let posts = format!(
            "<posts><row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2020-02-02T00:00:00\" Title=\"{asked}\" Body=\"x\" OwnerUserId=\"1\" /></posts>"
        );
        dump(trial, &format!("{name}.zip"), &users, &posts)
    };
    let bikes = site("fietsen", "2010-08-25T18:10:17.000", "Lek");
    let first = bring_in(trial, Kind::StackExchange, &bikes);
    let other = site("quantum", "2018-03-09T18:48:09.477", "Verstrengeld");
    let second = bring_in(trial, Kind::StackExchange, &other);
    assert_eq!((first.created.threads, second.created.threads), (1, 1));
    assert_eq!((second.unchanged, second.refused_count), (0, 0));
    // The same site again, from a later day and under another name, adds nothing.
    let again = site("fietsen-nieuw", "2010-08-25T18:10:17.000", "Lek");
    let third = bring_in(trial, Kind::StackExchange, &again);
    assert_eq!((third.created.threads, third.created.members), (0, 0));
}

#[test]
fn more_than_there_is_room_for_is_refused_whole() {
    let trial = &sqlite();
    set_up(&trial.database);
    let rows: String = (0..100).map(|n| format!("m{n}\n")).collect();
    let path = file(trial, "veel.csv", &format!("naam\n{rows}"));
    let before = sizes(&trial.database);
    let little = Options { room: 799, ..options(trial) };
    let report = run(&trial.database, Kind::People, &path, &little, &mut |_| {}).unwrap();
    assert!(report.unreadable && report.created.is_empty());
    assert_eq!(report.refused[0].reason, "too_big");
    assert_eq!(sizes(&trial.database), before);
    let enough = Options { room: 800, ..options(trial) };
    let report = run(&trial.database, Kind::People, &path, &enough, &mut |_| {}).unwrap();
    assert_eq!(report.created.members, 100);
}
