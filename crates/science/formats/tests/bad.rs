//! Files made to hurt, and files that are simply not what they should be.

use super::*;

fn table(bytes: impl Into<Vec<u8>>) -> Result<Summary, Fatal> {
    table_within(bytes, Limits::default())
}

fn table_within(bytes: impl Into<Vec<u8>>, limits: Limits) -> Result<Summary, Fatal> {
    let input = Input::bytes("m.csv", bytes.into()).with_limits(limits);
    people(&input, &Mapping::new(), &amsterdam(), &mut Kept::default())
}

fn code<T: std::fmt::Debug>(end: Result<T, Fatal>) -> &'static str {
    end.unwrap_err().reason.code()
}

#[test]
fn tables_that_are_none() {
    assert_eq!(code(table("")), "empty");
    assert_eq!(code(table("\n\n ; \n")), "empty");
    assert_eq!(code(table("\u{feff}")), "empty");
    assert_eq!(table("naam;mail\n").unwrap(), Summary::default());
    assert_eq!(code(table([0x89, b'P', b'N', b'G', 0, 1, 2, 0xff])), "wrong_encoding");
    assert_eq!(code(table(b"naam\nZo\x81\n".to_vec())), "wrong_encoding");
    assert_eq!(code(table(b"\xff\xfen\0a\0a\0m\0\n\0\x00\xd8\n\0".to_vec())), "wrong_encoding");
    assert_eq!(code(table(b"PK\x03\x04\0\0\0\0".to_vec())), "not_supported");
    assert_eq!(code(table(b"n\0a\0a\0m\0".to_vec())), "wrong_encoding");
    assert_eq!(
        code(people(
            &Input::file("/er/is/niets.csv"),
            &Mapping::new(),
            &amsterdam(),
            &mut Kept::default()
        )),
        "missing_file"
    );
}

#[test]
fn a_few_broken_bytes_cost_only_their_rows() {
    let mut bytes = "naam\n".to_owned().into_bytes();
    for _ in 0..30 {
        bytes.extend("Zoë\n".bytes());
    }
    bytes.extend(b"Ren\xe9\n");
    let mut kept = Kept::default();
    let end = people(&Input::bytes("m.csv", bytes), &Mapping::new(), &amsterdam(), &mut kept);
    end.unwrap();
    assert_eq!(kept.refused().last(), Some(&(32, "wrong_encoding")));
    assert_eq!(kept.people()[0].name, "Zoë");
}

#[test]
fn lines_files_and_packed_files_have_a_limit() {
    let limits = Limits { row: 10_000, ..Limits::default() };
    let line = format!("naam;x\nAnna;{}\n", "y".repeat(200_000));
    assert_eq!(
        table_within(line.clone(), limits).unwrap_err().reason,
        Reason::TooBig { limit: Limit::Line, max: 10_000 }
    );
    let swallowed = format!("naam;x\n\"Anna;{}", "y;z\n".repeat(50_000));
    assert_eq!(code(table_within(swallowed, limits)), "too_big");
    let many = "naam\n".to_owned() + &"x\n".repeat(200_000);
    assert!(table_within(many.clone(), limits).is_ok());
    assert_eq!(code(table_within(many, Limits { file: 1000, ..limits })), "too_big");
    let bomb = gzipped(&vec![b'\n'; 20 << 20]);
    assert!(bomb.len() < 40_000);
    assert_eq!(table(bomb).unwrap_err().reason, Reason::TooBig { limit: Limit::Ratio, max: 200 });
    let wide = vec![b';'; 600];
    assert_eq!(code(table([b"naam".to_vec(), wide, b"\nx\n".to_vec()].concat())), "too_big");
}

#[test]
fn cut_off_files_are_called_so() {
    let packed = gzipped("naam;mail\nAnna;a@x.nl\n".repeat(1000).as_bytes());
    for keep in [12, packed.len() / 2, packed.len() - 1] {
        assert_eq!(code(table(&packed[..keep])), "truncated", "{keep}");
    }
    let zip = zipped(&[("users.json", b"[]"), ("channels.json", b"[]")]);
    for keep in [10, zip.len() / 2, zip.len() - 1] {
        assert_eq!(
            code(Archive::bytes("s.zip", zip[..keep].to_vec(), Limits::default()).map(|_| ())),
            "truncated",
            "{keep}"
        );
    }
    assert_eq!(code(Archive::bytes("s.zip", Vec::new(), Limits::default()).map(|_| ())), "empty");
    assert_eq!(
        code(Archive::bytes("s.zip", b"geen zip".to_vec(), Limits::default()).map(|_| ())),
        "malformed"
    );
    assert_eq!(code(Archive::open("/er/is/niets.zip").map(|_| ())), "missing_file");
}

fn slack_of(files: &[(&str, &[u8])], limits: Limits) -> Result<Summary, Fatal> {
    slack(Archive::bytes("s.zip", zipped(files), limits)?, &mut Kept::default())
}

#[test]
fn messages_that_blow_up_are_left_before_they_cost_much() {
    // A million messages of nothing, which pack two hundred times and are read one by
    // one: within the limit for tables, and far beyond what messages pack.
    let messages = format!("[{}{{}}]", "{},".repeat(1_000_000));
    let packed = zipped(&[("users.json", messages.as_bytes()), ("channels.json", b"[]")]);
    let ratio = messages.len() as u64 / packed.len() as u64;
    assert!(ratio > 100, "{ratio}");
    let mut kept = Kept::default();
    let archive = Archive::bytes("s.zip", packed, Limits::default()).unwrap();
    let end = slack(archive, &mut kept).unwrap_err();
    let max = Limits::default().json_ratio;
    assert_eq!(end.reason, Reason::TooBig { limit: Limit::Ratio, max });
    // What was read before that is no more than the limit allows for.
    assert!(kept.refusals.len() < 400_000, "{}", kept.refusals.len());
}

#[test]
fn zips_that_blow_up() {
    let spaces = vec![b' '; 30 << 20];
    let bomb = slack_of(&[("users.json", &spaces), ("channels.json", b"[]")], Limits::default());
    assert_eq!(code(bomb), "too_big");
    let entry = format!("[{{\"id\":\"U1\",\"name\":\"{}\"}}]", "x".repeat(100_000));
    let row = slack_of(
        &[("users.json", entry.as_bytes()), ("channels.json", b"[]")],
        Limits { row: 20_000, ..Limits::default() },
    );
    assert_eq!(code(row), "too_big");
    let files = slack_of(
        &[("users.json", b"[]"), ("channels.json", b"[]")],
        Limits { files: 1, ..Limits::default() },
    );
    assert_eq!(files.unwrap_err().reason, Reason::TooBig { limit: Limit::Files, max: 1 });
    let all = slack_of(
        &[("users.json", b"[]  "), ("channels.json", b"[]  ")],
        Limits { archive: 6, ..Limits::default() },
    );
    assert_eq!(all.unwrap_err().reason, Reason::TooBig { limit: Limit::Archive, max: 6 });
    let json = slack_of(
        &[("users.json", b"[]      "), ("channels.json", b"[]")],
        Limits { json: 4, ..Limits::default() },
    );
    assert_eq!(json.unwrap_err().reason, Reason::TooBig { limit: Limit::File, max: 4 });
}

#[test]
fn slack_exports_without_their_lists() {
    assert_eq!(code(slack_of(&[("x.json", b"[]")], Limits::default())), "missing_file");
    assert_eq!(code(slack_of(&[("users.json", b"[]")], Limits::default())), "missing_file");
    assert_eq!(
        code(slack_of(&[("users.json", b"{}"), ("channels.json", b"[]")], Limits::default())),
        "malformed"
    );
    let deep = "[".repeat(100_000);
    assert_eq!(
        code(slack_of(
            &[("users.json", deep.as_bytes()), ("channels.json", b"[]")],
            Limits::default()
        )),
        "too_big"
    );
}

fn dump(posts: &[u8]) -> Result<Summary, Fatal> {
    let zip = zipped(&[("Users.xml", b"<users/>"), ("Posts.xml", posts)]);
    stack_exchange(Archive::bytes("d.zip", zip, Limits::default())?, None, &mut Kept::default())
}

#[test]
fn xml_that_is_dangerous_or_broken() {
    let laughs = br#"<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><posts><row Id="1" Body="&b;"/></posts>"#;
    assert_eq!(dump(laughs).unwrap_err().reason, Reason::NotSupported { what: "doctype".into() });
    let outside = br#"<!DOCTYPE p SYSTEM "file:///etc/passwd"><posts/>"#;
    assert_eq!(code(dump(outside)), "not_supported");
    assert_eq!(code(dump(b"<?xml-stylesheet href='x'?><posts/>")), "not_supported");
    assert_eq!(code(dump("<a>".repeat(100_000).as_bytes())), "too_big");
    assert_eq!(code(dump(b"<posts><row Id=\"1\"")), "truncated");
    assert_eq!(code(dump(b"<posts><row Id=\"1\"/>")), "truncated");
    assert_eq!(code(dump(b"<posts></wrong>")), "malformed");
    assert_eq!(code(dump(b"")), "empty");
    assert_eq!(code(dump(b"zomaar tekst")), "empty");
    assert_eq!(code(dump(b"<posts><row Id=\"\xff\"/></posts>")), "wrong_encoding");
    assert_eq!(
        code(dump(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><posts/>")),
        "wrong_encoding"
    );
    assert_eq!(code(dump(b"\xff\xfe<\0p\0")), "wrong_encoding");
    let huge = format!("<posts><row Body=\"{}\"/></posts>", "x".repeat(5 << 20));
    assert_eq!(code(dump(huge.as_bytes())), "too_big");
    assert_eq!(dump(b"<posts/>").unwrap().read, 0);
    let missing =
        Archive::bytes("d.zip", zipped(&[("Users.xml", b"<users/>")]), Limits::default()).unwrap();
    let fatal = stack_exchange(missing, None, &mut Kept::default()).unwrap_err();
    assert_eq!(fatal.reason, Reason::MissingFile { name: "Posts.xml".into() });
}

#[test]
fn a_row_with_very_many_attributes_is_refused_fast() {
    let attributes: String = (0..50_000).map(|i| format!("a{i}=\"\" ")).collect();
    let mut kept = Kept::default();
    let posts = format!("<posts><row {attributes}/></posts>");
    let zip = zipped(&[("Users.xml", b"<users/>"), ("Posts.xml", posts.as_bytes())]);
    stack_exchange(Archive::bytes("d.zip", zip, Limits::default()).unwrap(), None, &mut kept)
        .unwrap();
    assert_eq!(kept.refused(), [(1, "malformed")]);
}
