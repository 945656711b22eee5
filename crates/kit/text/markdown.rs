//! From Markdown to HTML.

use crate::clean::clean;
use crate::handle::Handle;
use crate::safe_html::SafeHtml;
use crate::tree;
use comrak::nodes::NodeValue;
use comrak::{Arena, Node};

/// The longest text that is rendered, in bytes: about 40,000 words. What comes after is cut; forms
/// refuse long texts before this.
pub const MOST_BYTES: usize = 256 * 1024;

/// More people than this are not mentioned in one text.
const MOST_MENTIONS: usize = 50;

/// How a text is rendered.
pub struct Options<'a> {
    /// Whether a new line in the source is a new line on the page, as people expect of a message.
    pub hard_breaks: bool,
    /// By how many levels headings go down, so that a text cannot have a heading above that of the
    /// page it stands on. The highest that comes out is h2.
    pub headings_down: u8,
    /// Whether a handle belongs to somebody: only then `@handle` becomes a link.
    pub known: &'a dyn Fn(&Handle) -> bool,
}

impl Options<'_> {
    /// For posts, comments and messages: new lines count, headings start at h3, nobody is known.
    #[must_use]
    pub fn post() -> Self {
        Options { hard_breaks: true, headings_down: 2, known: &|_| false }
    }

    /// For pages and articles: new lines flow, headings start at h2, nobody is known.
    #[must_use]
    pub fn page() -> Self {
        Options { hard_breaks: false, headings_down: 1, known: &|_| false }
    }
}

impl<'a> Options<'a> {
    /// The same, with mentions of those who are known as links to `/people/HANDLE`.
    #[must_use]
    pub fn with_mentions(self, known: &'a dyn Fn(&Handle) -> bool) -> Options<'a> {
        Options { known, ..self }
    }
}

/// Markdown (CommonMark with tables, strikethrough, task lists and bare links) as HTML. HTML in the
/// source is shown as it was typed; pictures become links to where they are.
#[must_use]
pub fn render(source: &str, options: &Options<'_>) -> SafeHtml {
    let arena = Arena::new();
    let root = parse(&arena, source);
    tree::lower_headings(root, options.headings_down);
    tree::link_mentions(&arena, root, options.known);
    let mut html = String::with_capacity(source.len().min(MOST_BYTES) * 3 / 2);
    // Writing to a String cannot fail.
    let _ = comrak::format_html(root, &syntax(options.hard_breaks), &mut html);
    clean(&html)
}

/// The people mentioned in a text, each once, in the order of the text, at most 50. Code, links and
/// e-mail addresses mention nobody. Whether they exist is for the caller to find out.
#[must_use]
pub fn mentions(source: &str) -> Vec<Handle> {
    let arena = Arena::new();
    let root = parse(&arena, source);
    let mut found: Vec<Handle> = Vec::new();
    for (text, _) in tree::texts_outside_links(root) {
        for (_, handle) in tree::handles_in(&text) {
            if found.len() == MOST_MENTIONS {
                return found;
            }
            if !found.contains(&handle) {
                found.push(handle);
            }
        }
    }
    found
}

/// The tree of a text, with everything that is never shown as such already changed.
pub(crate) fn parse<'a>(arena: &'a Arena<'a>, source: &str) -> Node<'a> {
    let root = comrak::parse_document(arena, cut(source), &syntax(false));
    tree::flatten(arena, root);
    tree::simplify(arena, root);
    debug_assert!(matches!(root.data().value, NodeValue::Document));
    root
}

/// What of Markdown is understood.
fn syntax(hard_breaks: bool) -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.render.hardbreaks = hard_breaks;
    // Raw HTML is turned into text before this; should any be left, it is shown, not used.
    options.render.escape = true;
    options
}

/// The first [`MOST_BYTES`] of a text, to a whole character.
pub(crate) fn cut(source: &str) -> &str {
    source.get(..floor(source, MOST_BYTES)).unwrap_or(source)
}

/// The last place at or before `bytes` where a character begins.
pub(crate) fn floor(source: &str, bytes: usize) -> usize {
    let mut at = bytes.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}
