//! What is told of a source before it is read: its columns, its first rows, which source it is.

use crate::{
    Archive, Field, Input, Limits, Mapping, Reason, Sheet, peek, slack_source,
    stack_exchange_source,
};
use std::io::Write;

fn zipped(files: &[(&str, &str)]) -> Archive {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    Archive::bytes("proef.zip", zip.finish().unwrap().into_inner(), Limits::default()).unwrap()
}

#[test]
fn the_columns_and_first_rows_of_a_table_are_seen() {
    let input =
        Input::bytes("x.csv", &b"wie;afdeling;x\nAnna;Zorg;1\n\nBob;ICT;2\nCarla;ICT;3\n"[..]);
    let mapping = Mapping::parse(["naam=wie"]).unwrap();
    let seen = peek(&input, Sheet::People, &mapping, 2).unwrap();
    let fields: Vec<Option<Field>> = seen.columns.iter().map(|c| c.field).collect();
    assert_eq!(fields, [Some(Field::Name), Some(Field::Department), None]);
    assert_eq!(seen.rows, [["Anna", "Zorg", "1"], ["Bob", "ICT", "2"]]);
    // A table of which nobody can say what is what is shown too.
    let input = Input::bytes("x.csv", &b"naam,name\nAnna,Bob\n"[..]);
    let seen = peek(&input, Sheet::People, &Mapping::new(), 5).unwrap();
    assert!(seen.columns.iter().all(|c| c.field.is_none()));
    assert_eq!(seen.rows.len(), 1);
    let nothing = peek(&Input::bytes("x", &b""[..]), Sheet::People, &Mapping::new(), 5);
    assert_eq!(nothing.unwrap_err().reason, Reason::Empty);
    assert_eq!(Sheet::Headcount.fields().count(), 2);
}

#[test]
fn a_column_can_be_left_out() {
    let input = Input::bytes("x.csv", &b"naam,team\nAnna,Zorg\n"[..]);
    let mapping = Mapping::parse(["afdeling="]).unwrap();
    let seen = peek(&input, Sheet::People, &mapping, 5).unwrap();
    assert_eq!(seen.columns[1].field, None);
    assert_eq!(seen.columns[0].field, Some(Field::Name));
}

#[test]
fn exports_of_two_sources_are_told_apart() {
    let mut slack =
        zipped(&[("export/users.json", r#"[{"id":"U1","team_id":"T06-AB"},{"id":"U2"}]"#)]);
    assert_eq!(slack_source(&mut slack).as_deref(), Some("t06ab"));
    let mut silent = zipped(&[("users.json", r#"[{"id":"U1"}]"#)]);
    assert_eq!(slack_source(&mut silent), None);
    let users =
        r#"<users><row Id="-1" CreationDate="2010-08-25T18:10:17.000" /><row Id="2" /></users>"#;
    let mut site = zipped(&[("Users.xml", users)]);
    assert_eq!(stack_exchange_source(&mut site).as_deref(), Some("20100825t181017000"));
    let mut other =
        zipped(&[("Users.xml", r#"<users><row Id="2" CreationDate="2010" /></users>"#)]);
    assert_eq!(stack_exchange_source(&mut other), None);
    assert_eq!(stack_exchange_source(&mut zipped(&[("x", "")])), None);
}

#[test]
fn what_is_no_zip_is_called_by_its_name() {
    let open = |bytes: &'static [u8]| {
        Archive::bytes("x.zip", bytes, Limits::default()).err().map(|fatal| fatal.reason)
    };
    let seven = Reason::NotSupported { what: "7z".into() };
    assert_eq!(open(b"7z\xbc\xaf\x27\x1c\0\x04"), Some(seven));
    assert_eq!(open(b"naam\nAnna\n"), Some(Reason::Malformed { detail: "no zip".into() }));
    assert_eq!(open(b"PK\x03\x04 en dan niets"), Some(Reason::Truncated));
}
