//! The sanitizer: the one place that says which HTML of people may reach a page.

use crate::safe_html::SafeHtml;
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What may stay. No images (they would tell another server who reads), no forms, nothing that
/// brings another language with it (style, SVG, MathML, scripts).
const TAGS: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that go with everything in them: what is in them is not text for people.
const GONE_WITH_CONTENT: &[&str] = &[
    "iframe", "math", "noembed", "noframes", "noscript", "object", "script", "style", "svg",
    "template", "textarea", "title", "xmp",
];

/// Where a link may lead, beside places on this site.
const SCHEMES: &[&str] = &["http", "https", "mailto"];

/// What a link says about us: not our recommendation, written by a member, no way back to the page.
const LINK_REL: &str = "nofollow ugc noopener";

/// The only class there is, on links to people that [`crate::render`] makes.
pub(crate) const MENTION_CLASS: &str = "mention";

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(GONE_WITH_CONTENT.iter().copied().collect())
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "title"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .tag_attribute_values(HashMap::from([("td", alignments()), ("th", alignments())]))
        .allowed_classes(HashMap::from([("a", HashSet::from([MENTION_CLASS]))]))
        .url_schemes(SCHEMES.iter().copied().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some(LINK_REL))
        .strip_comments(true)
        .attribute_filter(attribute);
    builder
});

/// The alignments of a cell in a table.
fn alignments() -> HashMap<&'static str, HashSet<&'static str>> {
    HashMap::from([("align", HashSet::from(["left", "center", "right"]))])
}

/// How often HTML is cleaned before it counts as a trick.
const ROUNDS: usize = 4;

/// Makes HTML safe: keeps what the allow-list names, drops the rest, keeps the text.
///
/// It is cleaned until cleaning changes nothing, because HTML that is read differently a second
/// time is how scripts got past sanitizers elsewhere; what never comes to rest is shown as text.
/// Not for HTML of others: a parser that follows browsers can need the square of the length for
/// tags that are nested or left open on purpose; what [`crate::render`] makes is neither.
pub(crate) fn clean(html: &str) -> SafeHtml {
    let mut before = SANITIZER.clean(html).to_string();
    for _ in 0..ROUNDS {
        let after = SANITIZER.clean(&before).to_string();
        if after == before {
            return SafeHtml::vouched(after);
        }
        before = after;
    }
    SafeHtml::escape(html)
}

/// The second look at each attribute that the list lets through.
fn attribute<'u>(element: &str, attribute: &str, value: &'u str) -> Option<Cow<'u, str>> {
    let fine = match (element, attribute) {
        ("a", "href") => leads_somewhere_safe(value),
        ("ol", "start") => value.len() <= 9 && value.bytes().all(|b| b.is_ascii_digit()),
        _ => true,
    };
    fine.then_some(Cow::Borrowed(value))
}

/// Whether a link goes to the web, to a mailbox or to a place on this site. Told by its first
/// characters only, so that no way of writing a scheme can be read differently by a browser:
/// `//host` and `/\host` are other sites in disguise, and what is relative in any other way has no
/// meaning in a text that is shown on several pages.
pub(crate) fn leads_somewhere_safe(url: &str) -> bool {
    if url.chars().any(char::is_control) {
        return false;
    }
    if let Some(path) = url.strip_prefix('/') {
        return !path.starts_with(['/', '\\']);
    }
    ["http://", "https://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}
