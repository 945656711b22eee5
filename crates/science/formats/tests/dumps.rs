//! Stack Exchange dumps.

use super::*;
use crate::tests::html::words;

fn dump(folder: &str) -> (Summary, Kept) {
    let mut kept = Kept::default();
    let summary = stack_exchange(Archive::open(shared(folder)).unwrap(), None, &mut kept).unwrap();
    (summary, kept)
}

fn gone(kept: &Kept) -> usize {
    let of_threads =
        kept.threads().iter().filter(|t| matches!(t.author, Author::Gone(Some(_)))).count();
    of_threads
        + kept.comments().iter().filter(|c| matches!(c.author, Author::Gone(Some(_)))).count()
}

#[test]
fn quantum_computing_counts_as_its_source() {
    let (summary, kept) = dump("se-quantumcomputing");
    assert_eq!(
        kept.kinds(),
        BTreeMap::from([
            ("person", 3461),
            ("thread", 612),
            ("comment", 1060 + 3413),
            ("accept", 389)
        ])
    );
    assert_eq!(kept.refusals, []);
    assert_eq!(summary.read, 3461 + 1986 + 3413 + 12_560);
    // 157 + 157 tag texts; of the votes 710 bookmarks and 22 bounties name somebody.
    assert_eq!(
        summary.skipped,
        BTreeMap::from([
            (Skip::TopicText, 314),
            (Skip::OtherVote, 732),
            (Skip::AnonymousVote, 12_560 - 732),
        ])
    );
    // Two posts and a comment have lost their author.
    assert_eq!(gone(&kept), 3);
    assert_eq!(kept.threads().iter().filter(|t| t.closed.is_some()).count(), 30);
    assert_eq!(kept.comments().iter().filter(|c| c.parent.is_some()).count(), 1960);
    assert_eq!(
        kept.people().iter().filter(|p| p.bot).map(|p| p.name.as_str()).collect::<Vec<_>>(),
        ["Community"]
    );
    let first = kept.threads()[0];
    assert_eq!(first.at, at("2018-03-12T17:00:45.567Z"));
    assert!(first.title.is_some() && !first.topics.is_empty());
}

#[test]
fn bicycles_meta_counts_as_its_source() {
    let (summary, kept) = dump("se-bicycles-meta");
    assert_eq!(
        kept.kinds(),
        BTreeMap::from([
            ("person", 2551),
            ("thread", 453),
            ("comment", 971 + 2448),
            ("accept", 157)
        ])
    );
    assert_eq!(kept.refusals, []);
    assert_eq!(summary.read, 2551 + 1446 + 2448 + 5671);
    assert_eq!(
        summary.skipped,
        BTreeMap::from([(Skip::TopicText, 22), (Skip::AnonymousVote, 5671)])
    );
    assert_eq!(gone(&kept), 41 + 85);
    assert_eq!(kept.progress.last().map(|(done, total)| done == total), Some(true));
}

#[test]
fn records_never_refer_to_what_comes_later() {
    let (_, kept) = dump("se-bicycles-meta");
    let mut seen = std::collections::HashSet::new();
    let known = |author: &Author, seen: &std::collections::HashSet<Key>| match author {
        Author::Known(key) => seen.contains(key),
        Author::Gone(_) => true,
    };
    for (place, record) in &kept.records {
        let (key, fine) = match record {
            Record::Person(p) => (Some(&p.key), true),
            Record::Thread(t) => (Some(&t.key), known(&t.author, &seen)),
            Record::Comment(c) => {
                let parent = c.parent.as_ref().is_none_or(|p| seen.contains(p));
                (Some(&c.key), known(&c.author, &seen) && seen.contains(&c.thread) && parent)
            }
            Record::Accept(a) => (None, seen.contains(&a.thread) && seen.contains(&a.comment)),
            _ => (None, false),
        };
        assert!(fine, "{place:?}");
        if let Some(key) = key {
            assert!(seen.insert(key.clone()), "{key} twice");
        }
    }
}

/// The bodies of the dump as they are, by post id.
fn bodies(folder: &str) -> Vec<(String, String)> {
    let mut archive = Archive::open(shared(folder)).unwrap();
    let stream = archive.stream("Posts.xml.gz").unwrap();
    let mut kept = Kept::default();
    let mut out = crate::emit::Out::new(&mut kept);
    let mut bodies = Vec::new();
    crate::xml::rows(stream, "Posts.xml.gz", true, &mut out, &mut |_, row, _| {
        if let (Some("1" | "2"), Some(id), Some(body)) =
            (row.get("PostTypeId"), row.get("Id"), row.get("Body"))
        {
            bodies.push((id.to_owned(), body.to_owned()));
        }
        Ok(())
    })
    .unwrap();
    bodies
}

#[test]
fn every_real_post_says_the_same_words_as_markdown() {
    for folder in ["se-quantumcomputing", "se-bicycles-meta"] {
        let mut different = Vec::new();
        let all = bodies(folder);
        for (id, html) in &all {
            let markdown = html_to_markdown(html, Some("https://example.org"));
            let (before, after) = (words(html), words(&super::html::rendered(&markdown)));
            if before != after {
                different.push((id.clone(), first_difference(&before, &after)));
            }
        }
        assert!(all.len() > 1000);
        assert!(
            different.is_empty(),
            "{folder}: {} of {}: {different:#?}",
            different.len(),
            all.len()
        );
    }
}

fn first_difference(a: &str, b: &str) -> (String, String) {
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let part = |s: &str| s.chars().skip(same.saturating_sub(20)).take(80).collect::<String>();
    (part(a), part(b))
}

#[test]
fn real_posts_keep_their_links_code_and_lists() {
    let count = |html: &str, tag: &str| html.matches(tag).count();
    for folder in ["se-quantumcomputing", "se-bicycles-meta"] {
        for (id, html) in bodies(folder) {
            let again =
                super::html::rendered(&html_to_markdown(&html, Some("https://example.org")));
            // An empty list item or picture may go; what is there may not.
            assert!(count(&again, "<a ") >= count(&html, "<a href"), "links of {id}");
            assert_eq!(count(&again, "<pre"), count(&html, "<pre"), "code of {id}");
            assert!(
                count(&again, "<blockquote") >= count(&html, "<blockquote"),
                "quotes of {id}: {html}\n{again}"
            );
            assert_eq!(count(&again, "<ol"), count(&html, "<ol"), "lists of {id}");
            assert_eq!(count(&again, "<ul"), count(&html, "<ul"), "lists of {id}\n{html}\n{again}");
        }
    }
}

const USERS: &str = r#"<?xml version="1.0" encoding="utf-8"?><users><row Id="1" DisplayName="Anna" CreationDate="2020-01-01T00:00:00.000"/></users>"#;

fn posts(rows: &str) -> (Result<Summary, Fatal>, Kept) {
    let xml =
        format!("\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<posts>{rows}</posts>");
    let zip = zipped(&[
        ("dump/Users.xml", USERS.as_bytes()),
        ("dump/Posts.xml.gz", &gzipped(xml.as_bytes())),
    ]);
    let mut kept = Kept::default();
    let end = stack_exchange(
        Archive::bytes("dump.zip", zip, Limits::default()).unwrap(),
        None,
        &mut kept,
    );
    (end, kept)
}

#[test]
fn an_answer_before_its_question_still_comes_after_it() {
    let (end, kept) = posts(
        r#"<row Id="1" PostTypeId="2" ParentId="2" CreationDate="2020-01-02T00:00:00" Body="&lt;p&gt;a&lt;/p&gt;" OwnerUserId="1"/>
           <row Id="2" PostTypeId="1" AcceptedAnswerId="1" CreationDate="2020-01-01T00:00:00" Body="q" Tags="|x|y-z|" OwnerUserId="77" OwnerDisplayName="Weg"/>"#,
    );
    assert_eq!(end.unwrap().records, 4);
    let kinds: Vec<&str> = kept.records.iter().map(|(_, r)| r.kind()).collect();
    assert_eq!(kinds, ["person", "thread", "comment", "accept"]);
    assert_eq!(kept.threads()[0].topics, ["x", "y-z"]);
    assert_eq!(kept.threads()[0].author, Author::Gone(Some("Weg".into())));
}

#[test]
fn broken_rows_are_refused_and_the_rest_goes_on() {
    let (end, kept) = posts(
        r#"<row Id="1" PostTypeId="1" CreationDate="2020-01-01T00:00:00" Body="goed"/>
           <row Id="1" PostTypeId="1" CreationDate="2020-01-01T00:00:00" Body="dubbel"/>
           <row Id="x" PostTypeId="1" CreationDate="2020-01-01T00:00:00" Body="b"/>
           <row Id="3" PostTypeId="1" CreationDate="gisteren" Body="b"/>
           <row Id="4" PostTypeId="1" CreationDate="2020-01-01T00:00:00" Body="&lt;p&gt;&lt;/p&gt;"/>
           <row Id="5" PostTypeId="1" CreationDate="2020-01-01T00:00:00" Body="&bom;"/>
           <row Id="6" PostTypeId="2" ParentId="99" CreationDate="2020-01-01T00:00:00" Body="b"/>
           <row Id="7" PostTypeId="1" CreationDate="2020-01-01T00:00:00" Body="b" AcceptedAnswerId="6"/>
           <row Id="8" PostTypeId="6" CreationDate="2020-01-01T00:00:00" Body="b"/>"#,
    );
    assert_eq!(
        kept.refused(),
        [
            (2, "duplicate_key"),
            (3, "not_a_number"),
            (4, "not_a_date"),
            (5, "missing_field"),
            (6, "malformed"),
            (7, "unknown_thread"),
            (8, "unknown_thread"),
        ]
    );
    assert_eq!(end.unwrap().skipped, BTreeMap::from([(Skip::OtherPost, 1)]));
}
