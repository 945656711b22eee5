//! No bytes make a reader panic.

use super::*;
use proptest::prelude::*;

fn config() -> ProptestConfig {
    ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() }
}

/// Bytes that are nearly a file: pieces of the format between junk.
fn nearly(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(pieces).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

const CSV: &[&str] = &[
    "naam",
    "mail",
    "id",
    "tijd",
    "van",
    "aan",
    "afdeling",
    "aantal",
    ";",
    ",",
    "\t",
    "\n",
    "\r\n",
    "\"",
    "\u{feff}",
    "2024-01-02",
    "x@y.nl",
    "12:00",
    "é",
    "-",
    "1.000",
    "+02:00",
    "T",
    "sep=;",
];
const XML: &[&str] = &[
    "<?xml version=\"1.0\"?>",
    "<posts>",
    "</posts>",
    "<row ",
    "/>",
    ">",
    "Id=\"1\" ",
    "PostTypeId=\"1\" ",
    "PostTypeId=\"2\" ",
    "ParentId=\"1\" ",
    "Body=\"&lt;p&gt;x\" ",
    "CreationDate=\"2020-01-01T00:00:00\" ",
    "&#0;",
    "&x;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE a",
    "</row>",
    "AcceptedAnswerId=\"1\" ",
    "DisplayName=\"a\" ",
    "PostId=\"1\" ",
    "Text=\"t\" ",
    "\"",
    "'",
];
const JSON: &[&str] = &[
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"id\":\"C1\",",
    "\"name\":\"a\"",
    "\"ts\":\"1700000000.000001\",",
    "\"type\":\"message\",",
    "\"text\":\"*a* <@U1> `b`\",",
    "\"user\":\"U1\"",
    "\"reactions\":[",
    "\"users\":[\"U1\"]",
    "null",
    "1e999",
    "\"thread_ts\":\"1700000000.000001\",",
    "\"created\":1700000000,",
    "\\u0000",
];

fn all_tables(bytes: &[u8]) {
    let input = Input::bytes("t.csv", bytes.to_vec());
    let mut kept = Kept::default();
    let _ = people(&input, &Mapping::new(), &amsterdam(), &mut kept);
    let _ = headcount(&input, &Mapping::new(), &mut kept);
    let _ = interactions(&input, &Mapping::new(), &amsterdam(), &Directory::new(), &mut kept);
}

fn as_archive(bytes: Vec<u8>) {
    for read in [|a, k: &mut Kept| stack_exchange(a, None, k), |a, k: &mut Kept| slack(a, k)] {
        if let Ok(archive) = Archive::bytes("a.zip", bytes.clone(), Limits::default()) {
            let _ = read(archive, &mut Kept::default());
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_as_tables(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        all_tables(&bytes);
    }

    #[test]
    fn nearly_tables(bytes in nearly(CSV)) {
        all_tables(&bytes);
    }

    #[test]
    fn any_bytes_packed(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0..400_usize) {
        let mut packed = gzipped(&bytes);
        packed.truncate(cut);
        all_tables(&packed);
    }

    #[test]
    fn any_bytes_as_archives(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        as_archive(bytes.clone());
        as_archive([b"PK\x03\x04".to_vec(), bytes].concat());
    }

    #[test]
    fn a_zip_with_a_byte_changed(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut zip = zipped(&[("users.json", b"[{\"id\":\"U1\",\"name\":\"a\"}]"), ("channels.json", b"[]"), ("Users.xml", b"<u/>"), ("Posts.xml", b"<p/>")]);
        let at = at.index(zip.len());
        zip[at] = byte;
        as_archive(zip);
    }

    #[test]
    fn nearly_dumps(users in nearly(XML), posts in nearly(XML), comments in nearly(XML), votes in nearly(XML)) {
        as_archive(zipped(&[("Users.xml", &users), ("Posts.xml", &posts), ("Comments.xml", &comments), ("Votes.xml", &votes)]));
        as_archive(zipped(&[("Users.xml", b"<u><row Id=\"1\" DisplayName=\"a\"/></u>"), ("Posts.xml", &[b"<p>".to_vec(), posts, b"</p>".to_vec()].concat())]));
    }

    #[test]
    fn nearly_exports(users in nearly(JSON), channels in nearly(JSON), day in nearly(JSON)) {
        as_archive(zipped(&[("users.json", &users), ("channels.json", &channels), ("a/2023-11-14.json", &day)]));
        let message = [b"[{\"type\":\"message\",\"ts\":\"1700000000.000001\",".to_vec(), day, b"}]".to_vec()].concat();
        as_archive(zipped(&[
            ("users.json", b"[{\"id\":\"U1\",\"name\":\"a\"}]"),
            ("channels.json", b"[{\"id\":\"C1\",\"name\":\"a\",\"created\":1700000000}]"),
            ("a/2023-11-14.json", &message),
        ]));
    }

    #[test]
    fn any_text_as_html_and_marks(text in "\\PC{0,200}") {
        let _ = html_to_markdown(&text, Some("https://x.nl"));
        let _ = crate::mrkdwn::to_markdown(&text, &crate::mrkdwn::Names::default());
        let _ = crate::simple::inline_markdown(&text);
        let _ = crate::dates::moment(&text, &amsterdam());
        let _ = crate::dates::day(&text, &amsterdam());
        let _ = crate::people::address(&text);
    }
}
