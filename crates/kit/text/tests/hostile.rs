//! Text that was written to do harm.

use super::html::faults;
use crate::clean::clean;
use crate::{Options, excerpt, mentions, plain, render};
use flate2::read::GzDecoder;
use proptest::prelude::*;
use std::io::Read;
use std::path::PathBuf;

/// Ways in, one per line of the file.
const PAYLOADS: &str = include_str!("payloads.txt");

/// A file of the test data that is kept beside the project. Where it is not, the test
/// fails, unless it was said that there is none (`NOABER_WITHOUT_SHARED=1`).
#[expect(clippy::disallowed_methods, reason = "tests are told where things are by the caller")]
fn shared(name: &str) -> Option<Vec<u8>> {
    let folder =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data/conformance");
    match std::fs::read(folder.join(name)) {
        Ok(bytes) => Some(bytes),
        Err(_) if std::env::var("NOABER_WITHOUT_SHARED").is_ok_and(|said| said == "1") => {
            eprintln!("skipped: {name} is not there");
            None
        }
        Err(error) => panic!(
            "{name}: {error}; the test data lies beside the project, or say that it does \
             not with NOABER_WITHOUT_SHARED=1"
        ),
    }
}

fn unzipped(bytes: &[u8]) -> String {
    let mut text = String::new();
    GzDecoder::new(bytes).read_to_string(&mut text).unwrap();
    text
}

/// Renders and cleans a text in every way, and says what is wrong with what comes out.
fn assert_harmless(source: &str) {
    let known = |_: &crate::Handle| true;
    let options = [Options::post(), Options::page(), Options::post().with_mentions(&known)];
    for options in options {
        let html = render(source, &options);
        assert_eq!(faults(html.as_str()), Vec::<String>::new(), "{source:?}\n{html}");
        assert_eq!(clean(html.as_str()).as_str(), html.as_str(), "{source:?}");
    }
    let cleaned = clean(source);
    assert_eq!(faults(cleaned.as_str()), Vec::<String>::new(), "{source:?}\n{cleaned}");
    assert_eq!(clean(cleaned.as_str()), cleaned, "{source:?}");
    let _ = (plain(source), excerpt(source, 100), mentions(source));
}

#[test]
fn payloads() {
    let payloads: Vec<&str> = PAYLOADS.lines().filter(|line| !line.is_empty()).collect();
    assert!(payloads.len() >= 60, "{}", payloads.len());
    for payload in payloads {
        let payload = payload.replace("\\t", "\t").replace("\\n", "\n").replace("\\0", "\0");
        for around in [
            "{}",
            "x {} y",
            "[x]({})",
            "![x]({})",
            "[x](<{}>)",
            "<{}>",
            "`{}`",
            "```{}\n{}\n```",
            "| {} |\n|--|\n| {} |",
            "> {}",
            "- [ ] {}",
            "# {}",
            "[{}](https://x.example)",
            "[a]: {}\n\n[a]",
            "[x](https://x.example \"{}\")",
            "@{}",
            "https://x.example/{}",
        ] {
            assert_harmless(&around.replace("{}", &payload));
        }
    }
}

#[test]
fn naughty_strings() {
    let Some(bytes) = shared("blns.json") else {
        return;
    };
    let strings: Vec<String> = serde_json::from_slice(&bytes).unwrap();
    assert!(strings.len() > 400);
    for string in strings {
        assert_harmless(&string);
        let _ =
            (crate::handle_from(&string), crate::normal_key(&string), crate::Email::parse(&string));
    }
}

#[test]
fn the_whole_of_commonmark_and_of_githubs_markdown() {
    for file in ["commonmark-0.31.2-spec.txt.gz", "gfm-spec.txt.gz"] {
        let Some(bytes) = shared(file) else { return };
        let spec = unzipped(&bytes);
        assert_harmless(&spec);
        let examples: Vec<&str> =
            spec.split("\n```````````````````````````````` example").skip(1).collect();
        assert!(examples.len() > 600, "{}", examples.len());
        for example in examples {
            let body = example.split_once('\n').unwrap().1;
            let source = body.split("\n.\n").next().unwrap().replace('→', "\t");
            assert_harmless(&source);
        }
    }
}

#[test]
fn html_that_other_sanitizers_are_tested_with() {
    let Some(bytes) = shared("html5lib-sanitizer-tests1.dat") else {
        return;
    };
    let cases: Vec<serde_json::Value> = serde_json::from_slice(&bytes).unwrap();
    for case in cases {
        assert_harmless(case["input"].as_str().unwrap());
    }
}

/// Pieces that mean something to a parser, put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "<a href=",
            "<a ",
            "\"",
            "'",
            ">",
            "</a>",
            "<p>",
            "</p>",
            "<table>",
            "<td align=",
            "<tr>",
            "<b>",
            "</b>",
            "<svg>",
            "<math>",
            "<mtext>",
            "<style>",
            "</style>",
            "<script>",
            "<title>",
            "<textarea>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "javascript:",
            "https://x.example/",
            "//x",
            "/people/a",
            "class=mention ",
            "class=\"mention x\" ",
            "rel=x ",
            "onclick=x ",
            "&lt;",
            "&#x3c;",
            "&amp;",
            "&",
            "\t",
            "\n",
            "\n\n",
            "    ",
            "`",
            "```",
            "*",
            "**",
            "_",
            "~~",
            "[",
            "](",
            ")",
            "![",
            "@anna",
            "| ",
            "|--|\n",
            "> ",
            "- ",
            "- [x] ",
            "1. ",
            "# ",
            "<",
            "\\",
            "\0",
            "\u{2028}",
            "<ol start=",
            "9",
            "<li>",
            "<pre>",
            "<code>",
            "<h1>",
            "<br>",
            "<hr>",
            "<form>",
            "<noscript>",
            "<template>",
            "<select>",
            "<plaintext>",
            "<xmp>",
            "<iframe>",
            "<foreignObject>",
            "<mglyph>",
            "www.x.example",
            "[^1]",
            "$",
        ])
        .prop_map(str::to_owned),
        "[a-z é]{0,6}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_harmless_and_stays_the_same_when_cleaned_again(source in pieces()) {
        assert_harmless(&source);
    }

    #[test]
    fn any_characters(source in "\\PC{0,200}|[\\x00-\\x7f]{0,200}") {
        assert_harmless(&source);
    }
}
