//! HTML and simple lines to Markdown, checked by a renderer of Markdown.

use crate::html::{Node, parse};
use crate::html_to_markdown;
use crate::simple::inline_markdown;
use proptest::prelude::*;

/// Markdown as HTML, as a strict renderer with the usual extensions makes it.
pub(crate) fn rendered(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    comrak::markdown_to_html(markdown, &options)
}

/// The visible words of HTML without any space, as they should be seen in Markdown: pictures by their
/// description, links and pictures without words by their address, raised and lowered text and cells
/// without the signs that stand for them.
pub(crate) fn words(html: &str) -> String {
    fn pictures<'e>(nodes: &'e [Node], found: &mut Vec<&'e str>) {
        for node in nodes {
            if let Node::Element(e) = node {
                found.extend(e.attribute("src").filter(|_| e.name == "img"));
                pictures(&e.children, found);
            }
        }
    }
    fn whole(address: &str) -> String {
        if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() }
    }
    fn collect(nodes: &[Node], in_link: bool, text: &mut String) {
        for node in nodes {
            match node {
                Node::Text(part) => text.push_str(part),
                Node::Element(e) if e.name == "img" => {
                    let alt = e.attribute("alt").unwrap_or_default();
                    let blank = alt.trim().is_empty() && !in_link;
                    text.push_str(&if blank {
                        whole(e.attribute("src").unwrap_or_default())
                    } else {
                        alt.to_owned()
                    });
                }
                Node::Element(e) if e.name == "a" && !in_link => {
                    let (mut inner, mut shown) = (String::new(), Vec::new());
                    collect(&e.children, true, &mut inner);
                    pictures(&e.children, &mut shown);
                    let href = e.attribute("href").unwrap_or_default();
                    text.push_str(&if inner.trim().is_empty() { whole(href) } else { inner });
                    shown
                        .into_iter()
                        .filter(|src| *src != href)
                        .for_each(|src| text.push_str(&whole(src)));
                }
                Node::Element(e) => collect(&e.children, in_link, text),
            }
        }
    }
    let mut text = String::new();
    collect(&parse(html), false, &mut text);
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '^' | '_' | '|')).collect()
}

#[test]
fn elements_become_their_markdown() {
    for (html, markdown) in [
        ("<p>Hallo <b>daar</b>, <i>jij</i>.</p>", "Hallo **daar**, _jij_."),
        ("<p>een</p><p>twee</p>", "een\n\ntwee"),
        ("een<br>twee<br/>drie<br>", "een\\\ntwee\\\ndrie"),
        ("<h2>Kop <em>twee</em></h2>tekst", "## Kop _twee_\n\ntekst"),
        ("<a href=\"https://x.nl/a_b\">lees</a>", "[lees](https://x.nl/a_b)"),
        ("<a href=\"https://x.nl/\">https://x.nl/</a>", "<https://x.nl/>"),
        (
            "<a href=\"https://x.nl/a(b)\" title=\"t &quot;q&quot;\">l</a>",
            "[l](<https://x.nl/a(b)> \"t \\\"q\\\"\")",
        ),
        ("<a href=\"javascript:alert(1)\">klik</a>", "klik"),
        ("<a href=\"/q/1\">hier</a>", "hier (/q/1)"),
        ("<img src=\"https://x.nl/p.png\" alt=\"poes\">", "[poes](https://x.nl/p.png)"),
        (
            "<a href=\"https://x.nl/g\"><img src=\"https://x.nl/k\" alt=\"poes\"></a>",
            "[poes](https://x.nl/g) <https://x.nl/k>",
        ),
        ("<p><code>a`b</code></p>", "``a`b``"),
        ("<pre class=\"lang-py\"><code>a\n  b &lt; c\n</code></pre>", "```py\na\n  b < c\n```"),
        ("<pre><code>```\nx</code></pre>", "````\n```\nx\n````"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c"),
        ("<ol start=3><li>a</li><li><p>b</p><p>c</p></li></ol>", "3. a\n\n4. b\n\n   c"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("a<hr>b", "a\n\n___\n\nb"),
        (
            "x<sup>2</sup> H<sub>2</sub>O <sup>kleine letters hier</sup>",
            "x^2 H_2O kleine letters hier",
        ),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a | b\\\n1 | 2"),
        ("<s>weg</s> <del>ook</del>", "~~weg~~ ~~ook~~"),
        ("<p> veel \n\n  ruimte </p>", "veel ruimte"),
        ("<b> a </b>b", "**a** b"),
        ("<b></b>leeg", "leeg"),
        ("woord<b>\"x\"</b>woord", "woord\"x\"woord"),
        ("in<em>een</em>woord", "in*een*woord"),
        ("<b>a</b><b>c</b>", "**ac**"),
        ("<script>kwaad()</script><style>p{}</style>goed", "goed"),
        ("&eacute;&#233;&#x1F600;&notit; &amp;lt;", "éé😀¬it; \\&lt;"),
        ("3 < 5 &amp; 7 > 6", "3 < 5 & 7 > 6"),
        ("zie https://x.nl/a_b_c_ nu", "zie <https://x.nl/a_b_c>\\_ nu"),
    ] {
        assert_eq!(html_to_markdown(html, None), markdown, "{html}");
    }
    assert_eq!(
        html_to_markdown("<a href=\"/q/1\">hier</a>", Some("https://s.org/")),
        "[hier](https://s.org/q/1)"
    );
}

#[test]
fn text_that_looks_like_markdown_stays_text() {
    for text in [
        "# geen kop",
        "1. geen lijst",
        "12) ook niet",
        "- streepje",
        "+ plus",
        "* ster",
        "> groter",
        "a * b * c",
        "snake_case_naam",
        "_onder_",
        "**sterk**",
        "`code`",
        "[tekst](https://x.nl)",
        "![beeld](x)",
        "a ~~weg~~ b",
        "&amp;lt;b&amp;gt;",
        "\\alpha \\* \\\\",
        "$a_1 * b_2$",
        "| a | b |",
        "---",
        "===",
        "a<br>---",
        "a<br>===",
        "a<br>- b",
        "a | b<br>--|--",
        "&lt;b&gt;vet&lt;/b&gt;",
        "!<a href=\"https://x.nl\">x</a>",
        "#hashtag",
        "####### zeven",
        "[^1]: noot",
        "[x] taak",
        "- [ ] taak",
        "a\\<br>b",
        "5 &lt; 6",
    ] {
        let html = format!("<p>{text}</p>");
        let again = rendered(&html_to_markdown(&html, None));
        assert_eq!(
            words(&again),
            words(&html),
            "{text} -> {} -> {again}",
            html_to_markdown(&html, None)
        );
        for tag in [
            "<h1",
            "<h2",
            "<ul",
            "<ol",
            "<hr",
            "<table",
            "<em",
            "<strong",
            "<del",
            "<code",
            "<img",
            "<blockquote",
        ] {
            assert!(!again.contains(tag), "{text} became {again}");
        }
    }
}

#[test]
fn lines_of_comments_keep_their_marks_and_nothing_vanishes() {
    for (text, markdown) in [
        ("zie *dit* en `a<b` [hier](https://x.nl)", "zie *dit* en `a<b` [hier](https://x.nl)"),
        ("<weg gehaald> en &lt;", "\\<weg gehaald> en \\&lt;"),
        ("# geen kop", "\\# geen kop"),
        ("1. geen lijst", "1\\. geen lijst"),
        ("    geen code", "geen code"),
        ("<https://x.nl>", "<https://x.nl>"),
        ("a `b", "a `b"),
        ("![x](y)", "\\![x](y)"),
        ("* punt", "\\* punt"),
    ] {
        assert_eq!(inline_markdown(text), markdown, "{text}");
    }
}

#[test]
fn deep_and_wide_html_ends() {
    for html in [
        "<div>".repeat(20_000) + "x",
        "<b>".repeat(20_000) + "x",
        "<blockquote>".repeat(5000) + "x",
        "<ul><li>".repeat(5000) + "x",
        format!("<a {}>x</a>", (0..50_000).map(|i| format!("a{i} ")).collect::<String>()),
        "<table><tr><td>".repeat(3000) + "x",
        "</p>".repeat(20_000) + "x",
        "<".repeat(50_000) + "x",
        "<a href=\"".repeat(10_000) + "x",
        "&".repeat(50_000) + "x",
        "<!--".repeat(20_000) + "-->x",
        "<script>".repeat(1000) + "</script>x",
    ] {
        let markdown = html_to_markdown(&html, None);
        assert!(markdown.contains('x'), "{}", &html[..40]);
    }
}

/// Pieces out of which HTML is made, so that tags meet and cross.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<em>",
        "</em>",
        "<a href=\"https://x.nl/p\">",
        "</a>",
        "<ul>",
        "</ul>",
        "<ol>",
        "</ol>",
        "<li>",
        "</li>",
        "<blockquote>",
        "</blockquote>",
        "<code>",
        "</code>",
        "<pre>",
        "</pre>",
        "<br>",
        "<hr>",
        "<h1>",
        "</h1>",
        "<s>",
        "</s>",
        "<table><tr><td>",
        "</td></tr></table>",
        "<td>",
        "woord",
        " ",
        "\n",
        "a*b",
        "_c_",
        "**",
        "`",
        "1. ",
        "- ",
        "# ",
        "&lt;i&gt;",
        "\\",
        "[d]",
        "!",
        "~~",
        "&amp;amp;",
        "x y",
        "é",
        "---",
        "\u{a0}",
        "((",
        "\"q\"",
        "+",
        "=",
        "0",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_or_made_up(html in soup()) {
        let markdown = html_to_markdown(&html, None);
        let again = rendered(&markdown);
        prop_assert_eq!(words(&again).replace("https://x.nl/p", ""), words(&html).replace("https://x.nl/p", ""), "{}\n{}\n{}", html, markdown, again);
    }

    #[test]
    fn any_text_survives_as_html_text(text in "\\PC{0,60}") {
        let html = text.replace('&', "&amp;").replace('<', "&lt;");
        let again = rendered(&html_to_markdown(&html, None));
        prop_assert_eq!(words(&again), words(&html), "{}", html_to_markdown(&html, None));
    }
}
