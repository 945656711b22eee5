//! People, headcounts and interactions.

use super::*;

fn read_people(bytes: impl Into<Vec<u8>>) -> (Result<Summary, Fatal>, Kept) {
    read_mapped(bytes, &Mapping::new())
}

fn read_mapped(bytes: impl Into<Vec<u8>>, mapping: &Mapping) -> (Result<Summary, Fatal>, Kept) {
    let mut kept = Kept::default();
    let end = people(&Input::bytes("mensen.csv", bytes.into()), mapping, &amsterdam(), &mut kept);
    (end, kept)
}

fn read_interactions(
    bytes: impl Into<Vec<u8>>,
    directory: &Directory,
) -> (Result<Summary, Fatal>, Kept) {
    let mut kept = Kept::default();
    let input = Input::bytes("mail.csv", bytes.into());
    let end = interactions(&input, &Mapping::new(), &amsterdam(), directory, &mut kept);
    (end, kept)
}

#[test]
fn people_in_dutch_with_every_column() {
    let table = "Afdeling;Naam;E-mailadres;Doelgroep;In dienst;Personeelsnummer\r\n\
                 Zorg > Thuiszorg > Noord;Fatma de Wit;Fatma@Example.org;medewerker;1 maart 2021;17\r\n\
                 ;Jan Bos;;;;\r\n";
    let (end, kept) = read_people(table);
    let summary = end.unwrap();
    assert_eq!((summary.read, summary.records, summary.refused), (2, 2, 0));
    let fatma = kept.people()[0].clone();
    assert_eq!(
        fatma,
        Person {
            key: Key::new("17"),
            name: "Fatma de Wit".into(),
            email: Some("fatma@example.org".into()),
            department: vec!["Zorg".into(), "Thuiszorg".into(), "Noord".into()],
            audience: Some(Audience::Employee),
            started: Some(at("2021-02-28T23:00:00Z")),
            about: None,
            bot: false,
        }
    );
    let jan = kept.people()[1];
    assert_eq!((jan.key.as_str(), &jan.email, jan.department.len()), ("Jan Bos", &None, 0));
    assert_eq!(kept.records[1].0, Place::new("mensen.csv", 3));
}

#[test]
fn names_are_put_together_from_their_parts() {
    let (_, kept) = read_people(
        "voornaam,tussenvoegsel,achternaam,mail\nPiet,van der,Berg,p@x.nl\nAya,,Sato,\n",
    );
    let names: Vec<&str> = kept.people().iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["Piet van der Berg", "Aya Sato"]);
    let (_, kept) = read_people("Naam,Voornaam\nPeeters,Luc\n");
    assert_eq!(kept.people()[0].name, "Luc Peeters");
}

#[test]
fn delimiters_encodings_and_marks() {
    let expected = "Zoë Müller";
    let tables: Vec<(&str, Vec<u8>)> = vec![
        ("comma", "naam,mail\nZoë Müller,z@x.nl\n".into()),
        ("tab", "naam\tmail\nZoë Müller\tz@x.nl\n".into()),
        ("utf-8 mark", "\u{feff}naam;mail\nZoë Müller;z@x.nl\n".into()),
        ("excel's line", "sep=;\r\nnaam;mail\r\nZoë Müller;z@x.nl\r\n".into()),
        ("windows-1252", b"naam;mail\nZo\xeb M\xfcller;z@x.nl\n".to_vec()),
        (
            "utf-16le",
            "\u{feff}naam;mail\nZoë Müller;z@x.nl\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
        ),
        (
            "utf-16be",
            "\u{feff}naam;mail\nZoë Müller;z@x.nl\n"
                .encode_utf16()
                .flat_map(u16::to_be_bytes)
                .collect(),
        ),
        ("gzip", gzipped("naam;mail\nZoë Müller;z@x.nl\n".as_bytes())),
        ("no last line break", "naam;mail\nZoë Müller;z@x.nl".into()),
        ("quotes", "\"naam\";\"mail\"\n\"Zoë Müller\";\"z@x.nl\"\n".into()),
    ];
    for (what, bytes) in tables {
        let (end, kept) = read_people(bytes);
        assert_eq!(end.unwrap().records, 1, "{what}");
        assert_eq!(
            (kept.people()[0].name.as_str(), kept.people()[0].email.as_deref()),
            (expected, Some("z@x.nl")),
            "{what}"
        );
    }
}

#[test]
fn a_row_with_anything_wrong_is_refused_with_its_reason() {
    let table = "id;naam;mail;doelgroep;startdatum\n\
                 1;Anna;anna@x.nl;klant;2020-01-31\n\
                 1;Dubbel;;;\n\
                 2;;leeg@x.nl;;\n\
                 3;Bert;geen adres;;\n\
                 4;Carla;;zomaar;\n\
                 5;Dirk;;;31-02-2020\n\
                 6;Els;;;03/25/2024\n\
                 7;Kort\n\
                 8;Frits;ANNA@x.nl;;\n\
                 ;;;;\n\
                 9;\"Gé\ner\";;;\n";
    let (end, kept) = read_people(table);
    assert_eq!(
        kept.refused(),
        [
            (3, "duplicate_key"),
            (4, "missing_field"),
            (5, "not_an_address"),
            (6, "not_an_audience"),
            (7, "not_a_date"),
            (8, "not_a_date"),
            (9, "wrong_number_of_fields"),
            (10, "duplicate_key"),
            (12, "malformed"),
        ]
    );
    let summary = end.unwrap();
    assert_eq!((summary.read, summary.records, summary.refused), (11, 1, 9));
    assert_eq!(summary.skipped, BTreeMap::from([(Skip::EmptyLine, 1)]));
}

#[test]
fn columns_can_be_named_by_hand() {
    let mapping = Mapping::parse(["naam=Wie", "e-mail=Kontakt", "afdeling=Waar"]).unwrap();
    let (end, kept) = read_mapped("Wie;Kontakt;Waar;Naam\nAnna;a@x.nl;Zorg/Nacht;x\n", &mapping);
    assert_eq!(end.unwrap().records, 1);
    assert_eq!((kept.people()[0].name.as_str(), kept.people()[0].department.len()), ("Anna", 2));
    assert_eq!(Mapping::parse(["onzin=Wie"]), Err("onzin=Wie".to_owned()));
    let fatal = read_mapped("Naam\nAnna\n", &mapping).0.unwrap_err();
    assert!(
        matches!(fatal.reason, Reason::NoSuchColumn { ref column, .. } if column == "Wie" || column == "Kontakt")
    );
}

#[test]
fn missing_and_double_columns_end_the_reading() {
    let fatal = read_people("kleur;maat\nrood;42\n").0.unwrap_err();
    assert_eq!(
        fatal.reason,
        Reason::MissingColumns {
            found: vec!["kleur".into(), "maat".into()],
            needed: vec![Field::Name],
        }
    );
    let fatal = read_people("naam;mail;e-mail\nA;a@x.nl;b@x.nl\n").0.unwrap_err();
    assert_eq!(fatal.reason.code(), "double_column");
}

#[test]
fn dates_as_people_write_them() {
    for text in [
        "2024-03-05",
        "2024/03/05",
        "20240305",
        "05-03-2024",
        "5/3/2024",
        "5.3.2024",
        "5 maart 2024",
        "5 mrt 2024",
        "5-Mar-2024",
        "5 March 2024",
        "March 5, 2024",
        "2024-03-05 00:00:00",
        "05-03-2024 0:00",
        "2024-03-05T00:00:00",
    ] {
        assert_eq!(
            crate::dates::day(text, &amsterdam()),
            Some(at("2024-03-04T23:00:00Z")),
            "{text}"
        );
    }
    for text in [
        "",
        "2024",
        "5-3-24",
        "2024-13-01",
        "31-04-2024",
        "03/25/2024",
        "morgen",
        "0001-01-01",
        "5 maart",
        "45292",
        "１-３-２０２４",
    ] {
        assert_eq!(crate::dates::day(text, &amsterdam()), None, "{text}");
    }
}

#[test]
fn moments_as_systems_write_them() {
    let zone = amsterdam();
    for (text, utc) in [
        ("2010-01-02 17:40:10", "2010-01-02T16:40:10Z"),
        ("2010-01-02T17:40:10Z", "2010-01-02T17:40:10Z"),
        ("2010-01-02T17:40:10.567", "2010-01-02T16:40:10.567Z"),
        ("2010-01-02T17:40:10+05:30", "2010-01-02T12:10:10Z"),
        ("2010-07-02 17:40", "2010-07-02T15:40:00Z"),
        ("2-1-2010 9:05", "2010-01-02T08:05:00Z"),
        ("910930020", "1998-11-13T04:07:00Z"),
        ("1433558319.000002", "2015-06-06T02:38:39.000002Z"),
        ("1433558319000", "2015-06-06T02:38:39Z"),
        // The clock went back at 3:00: the first 2:30 of the two.
        ("2023-10-29 02:30:00", "2023-10-29T00:30:00Z"),
        // The clock went forward at 2:00: half past two did not happen.
        ("2023-03-26 02:30:00", "2023-03-26T01:30:00Z"),
    ] {
        assert_eq!(crate::dates::moment(text, &zone), Some(at(utc)), "{text}");
    }
    for text in [
        "17:40",
        "2010-01-02 25:00:00",
        "2010-01-02 10:61",
        "-5",
        "2010-01-02T10:00:00+99:00",
        "12",
        "2010-01-02 10:00 CEST",
    ] {
        assert_eq!(crate::dates::moment(text, &zone), None, "{text}");
    }
}

#[test]
fn headcounts() {
    let table = "Afdeling,Aantal medewerkers\nZorg/Nacht,12\nZorg/Dag,1.250\nICT,-3\nHR,veel\n,4\nZorg / Nacht,9\nRaad,\nX,99999999999\n";
    let mut kept = Kept::default();
    let summary =
        headcount(&Input::bytes("h.csv", table.as_bytes()), &Mapping::new(), &mut kept).unwrap();
    assert_eq!(summary.records, 2);
    let Record::Headcount(dag) = &kept.records[1].1 else { panic!() };
    assert_eq!((dag.department.join(">"), dag.count), ("Zorg>Dag".to_owned(), 1250));
    assert_eq!(
        kept.refused(),
        [
            (4, "negative_number"),
            (5, "not_a_number"),
            (6, "missing_field"),
            (7, "duplicate_key"),
            (8, "missing_field"),
            (9, "not_a_number"),
        ]
    );
}

#[test]
fn interactions_find_people_by_id_address_or_name() {
    let mut directory = Directory::new();
    let (_, kept) = read_people(
        "id;naam;mail\n1;Anna Vos;anna@x.nl\n2;Bram;bram@x.nl\n3;Tweeling;t1@x.nl\n4;Tweeling;t2@x.nl\n",
    );
    kept.people().into_iter().for_each(|person| directory.learn(person));
    let table = "tijd;van;aan;gesprek\n\
                 2024-01-05 10:00;1;BRAM@x.nl;g1\n\
                 2024-01-05 10:01;Anna Vos;Bram;\n\
                 2024-01-05 10:02;Anna Vos;anna@x.nl;\n\
                 2024-01-05 10:03;1;99;\n\
                 2024-01-05 10:04;1;Tweeling;\n\
                 ooit;1;2;\n\
                 ;1;2;\n\
                 2024-01-05 10:05;;2;\n";
    let (end, kept) = read_interactions(table, &directory);
    assert_eq!(end.unwrap().records, 2);
    let Record::Interaction(first) = &kept.records[0].1 else { panic!() };
    assert_eq!(
        *first,
        Interaction {
            key: Key::new("mail.csv:2"),
            from: Key::new("1"),
            to: Key::new("2"),
            at: at("2024-01-05T09:00:00Z"),
            thread: Some(Key::new("g1")),
        }
    );
    assert_eq!(
        kept.refused(),
        [
            (4, "same_person"),
            (5, "unknown_person"),
            (6, "ambiguous_person"),
            (7, "not_a_date"),
            (8, "missing_field"),
            (9, "missing_field"),
        ]
    );
}

#[test]
fn the_mail_of_a_factory_counts_as_its_source() {
    let input = Input::file(shared("manufacturing-email/communication.csv.gz"));
    let mut kept = Kept::default();
    let summary =
        interactions(&input, &Mapping::new(), &amsterdam(), &Directory::new(), &mut kept).unwrap();
    // 82,927 rows says the README; 51 of them, counted apart, are of somebody to themselves.
    assert_eq!((summary.read, summary.records, summary.refused), (82_927, 82_876, 51));
    assert!(kept.refusals.iter().all(|r| r.reason.code() == "same_person"));
    let people: std::collections::HashSet<&str> = kept
        .records
        .iter()
        .flat_map(|(_, r)| {
            if let Record::Interaction(i) = r {
                vec![i.from.as_str(), i.to.as_str()]
            } else {
                vec![]
            }
        })
        .collect();
    assert!(people.len() <= 167 && people.len() > 150, "{}", people.len());
    assert_eq!(kept.progress.last().map(|(done, total)| done == total), Some(true));
    assert!(kept.progress.len() > 80);
}

#[test]
fn a_sink_can_stop_the_reading() {
    let mut kept = Kept { stop_after: Some(2), ..Kept::default() };
    let input = Input::bytes("m.csv", "naam\nA\nB\nC\n".as_bytes());
    let summary = people(&input, &Mapping::new(), &amsterdam(), &mut kept).unwrap();
    assert!(summary.stopped);
    assert_eq!((summary.records, kept.records.len()), (2, 2));
}

#[test]
fn long_texts_are_refused() {
    let table = format!(
        "naam;afdeling\n{};x\nkort;{}\n",
        "é".repeat(NAME_MAX + 1),
        "a/".repeat(DEPARTMENT_DEPTH_MAX + 1)
    );
    let (_, kept) = read_people(table);
    assert_eq!(kept.refused(), [(2, "too_long"), (3, "too_long")]);
}

#[test]
fn lines_are_counted_alike_whoever_wrote_the_file() {
    for end in ["\n", "\r\n", "\r"] {
        let table = ["naam", "A", "", "B", "\"C", "D\"", "E"].join(end);
        let (_, kept) = read_people(table);
        let rows: Vec<u64> = kept.records.iter().map(|(place, _)| place.row).collect();
        assert_eq!((rows, kept.refused()), (vec![2, 4, 7], vec![(5, "malformed")]), "{end:?}");
    }
}

#[test]
fn the_mail_of_enron_counts_as_its_source() {
    let out = std::env::temp_dir().join(format!("formats-enron-{}", std::process::id()));
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../script/enron-csv");
    let run = std::process::Command::new("python3")
        .arg(script)
        .arg(shared("enron-email"))
        .arg(&out)
        .output();
    assert!(run.expect("python3 must be there").status.success());
    let mut staff = Kept::default();
    people(&Input::file(out.join("people.csv")), &Mapping::new(), &amsterdam(), &mut staff)
        .unwrap();
    let mut directory = Directory::new();
    staff.people().into_iter().for_each(|person| directory.learn(person));
    let mut kept = Kept::default();
    let mail = Input::file(out.join("interactions.csv"));
    let summary =
        interactions(&mail, &Mapping::new(), &amsterdam(), &directory, &mut kept).unwrap();
    std::fs::remove_dir_all(out).unwrap();
    assert_eq!((staff.people().len(), staff.refusals.len()), (156, 0));
    assert_eq!((summary.read, summary.records, summary.refused), (38_388, 38_388, 0));
    let of = |unit: &str| staff.people().iter().filter(|p| p.department[0] == unit).count();
    assert_eq!((of("Legal"), of("Trading"), of("Other")), (25, 60, 71));
    let units: std::collections::HashSet<&str> =
        staff.people().iter().map(|p| p.department[1].as_str()).collect();
    assert_eq!(units.len(), 16);
    let threads: std::collections::HashSet<String> = kept
        .records
        .iter()
        .filter_map(|(_, r)| if let Record::Interaction(i) = r { i.thread.clone() } else { None })
        .map(|k| k.0)
        .collect();
    assert_eq!(threads.len(), 21_635);
}
