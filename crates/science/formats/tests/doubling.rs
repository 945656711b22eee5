//! Twice as much costs about twice as much, also for texts made to be slow. Counted in steps (`work`),
//! not in seconds.

use super::*;
use crate::mrkdwn::{Names, to_markdown};
use crate::work::steps_of;

/// The cost of the double amount against the cost of the amount.
fn holds(what: &str, cost: impl Fn(usize) -> u64) {
    let (one, two) = (cost(2000), cost(4000));
    assert!(one > 0, "{what}");
    let ratio = two as f64 / one as f64;
    assert!(ratio <= 2.5, "{what}: {one} steps, doubled {two}, ratio {ratio:.2}");
}

#[test]
fn html() {
    for piece in [
        "<p>woord",
        "<b>",
        "</b>",
        "<b>x",
        "<li>",
        "<ul><li>",
        "<blockquote>",
        "<a href=\"",
        "<a ",
        "<a b=c d>",
        "<",
        "&",
        "&amp;x",
        "<!--",
        "<td>x",
        "<pre>`",
        "`",
        "<em>a</em>",
        "<em>a</em>b",
        "<b>\"</b>a",
        "[",
        "http://a.b/ ",
        "* ",
        "\n",
        "<br>",
        "<h1>#",
        "<code>`a``b</code>",
        "<script>",
        "</p>",
        "<b><p>",
        "<a href=\"https://x.nl\">",
        "<img src=\"https://x.nl\">",
        "<sup>1</sup>",
        "&#123",
        "_a",
        "~",
    ] {
        holds(piece, |n| {
            let html = piece.repeat(n);
            steps_of(|| drop(html_to_markdown(&html, None)))
        });
    }
}

#[test]
fn slacks_marks() {
    let names = Names::default();
    for piece in [
        "*a ",
        "*a* ",
        "_",
        "~x",
        "`",
        "``",
        "```",
        "<",
        "<@U1>",
        "<a|",
        ">",
        "&gt;a\n",
        "a\n",
        "*_~a~_* ",
        "<http://x.nl|y> ",
    ] {
        holds(piece, |n| {
            let text = piece.repeat(n);
            steps_of(|| drop(to_markdown(&text, &names)))
        });
    }
}

#[test]
fn comment_lines() {
    for piece in ["`", "<a", "&", "\\", "a\n", "`a` ", "![", "*"] {
        holds(piece, |n| {
            let text = piece.repeat(n);
            steps_of(|| drop(crate::simple::inline_markdown(&text)))
        });
    }
}

#[test]
fn tables_and_dumps() {
    holds("people", |n| {
        let table = (0..n).map(|i| format!("{i};Naam {i};p{i}@x.nl;A/B{i}\n")).collect::<String>();
        let input = Input::bytes("m.csv", format!("id;naam;mail;afdeling\n{table}").into_bytes());
        steps_of(|| drop(people(&input, &Mapping::new(), &amsterdam(), &mut Kept::default())))
    });
    holds("posts", |n| {
        let row = |i: usize| {
            format!(
                "<row Id=\"{i}\" PostTypeId=\"1\" CreationDate=\"2020-01-01T00:00:00\" Body=\"&lt;p&gt;x {i}\"/>"
            )
        };
        let posts = format!("<posts>{}</posts>", (0..n).map(row).collect::<String>());
        let zip = zipped(&[("Users.xml", b"<users/>"), ("Posts.xml", posts.as_bytes())]);
        steps_of(|| {
            drop(stack_exchange(
                Archive::bytes("d.zip", zip, Limits::default()).unwrap(),
                None,
                &mut Kept::default(),
            ))
        })
    });
    holds("messages", |n| {
        let message = |i: usize| {
            format!(
                "{{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"{}.000001\",\"text\":\"*a* {i}\"}}",
                1_700_000_000 + i
            )
        };
        let day = format!("[{}]", (0..n).map(message).collect::<Vec<_>>().join(","));
        let zip = zipped(&[
            ("users.json", b"[{\"id\":\"U1\",\"name\":\"a\"}]"),
            ("channels.json", b"[{\"id\":\"C1\",\"name\":\"a\",\"created\":1700000000}]"),
            ("a/2023-11-14.json", day.as_bytes()),
        ]);
        steps_of(|| {
            drop(slack(
                Archive::bytes("s.zip", zip, Limits::default()).unwrap(),
                &mut Kept::default(),
            ))
        })
    });
}
