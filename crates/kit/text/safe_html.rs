//! HTML that is safe to put in a page as it is.

use askama::filters::HtmlSafe;
use askama::{FastWritable, Values};
use std::fmt;

/// The version of what the sanitizer lets through and of how Markdown is rendered. A cache of
/// rendered text keeps it beside the HTML; raise it with every change of either.
pub const SANITIZER_VERSION: i32 = 1;

/// HTML that went through the sanitizer. Templates print it without escaping.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// Only for the sanitizer of this crate: whoever calls this vouches for the HTML.
    pub(crate) fn vouched(html: String) -> SafeHtml {
        SafeHtml(html)
    }

    /// Plain text as HTML: what would be markup is shown as it was typed.
    #[must_use]
    pub fn escape(text: &str) -> SafeHtml {
        let mut html = String::with_capacity(text.len() + text.len() / 8);
        for c in text.chars() {
            match c {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '"' => html.push_str("&quot;"),
                '\'' => html.push_str("&#39;"),
                c => html.push(c),
            }
        }
        SafeHtml(html)
    }

    /// HTML that this crate made before and that was kept with its [`SANITIZER_VERSION`]. `None`
    /// when that version is not today's: render it again. Give it nothing but what was kept.
    #[must_use]
    pub fn from_cache(html: String, version: i32) -> Option<SafeHtml> {
        (version == SANITIZER_VERSION).then_some(SafeHtml(html))
    }

    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Tells templates that this needs no escaping, so that no template needs a filter for it.
impl HtmlSafe for SafeHtml {}

impl FastWritable for SafeHtml {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        dest.write_str(&self.0)?;
        Ok(())
    }
}
