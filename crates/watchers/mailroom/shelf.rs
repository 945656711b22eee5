//! The folder as pages show it.

use delivery::folder::{self, Letter};
use language::Result;
use std::path::Path;

/// So many mails stand on a page.
pub(crate) const PER_PAGE: usize = 50;
/// So many pages can be turned. Every mail before the last one shown is opened, so
/// there is an end to it; older mails are still in the folder.
pub(crate) const MOST_PAGES: usize = 40;

/// A page of mails, the newest first.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its number; the first is 1.
    pub(crate) number: usize,
    pub(crate) letters: Vec<Letter>,
    /// Whether there is a page of older mails.
    pub(crate) older: bool,
}

/// Page `number` of the folder.
///
/// # Errors
/// A fault when the folder cannot be read.
pub(crate) fn page(path: &Path, number: usize) -> Result<Page> {
    let number = number.clamp(1, MOST_PAGES);
    let most = number * PER_PAGE;
    let mut letters = folder::list(path, most + 1)?;
    let older = letters.len() > most && number < MOST_PAGES;
    letters.truncate(most);
    let before = letters.len().min(most - PER_PAGE);
    Ok(Page { number, letters: letters.split_off(before), older })
}

/// A line of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// Whether all of it is an address on this site.
    pub(crate) link: bool,
}

/// The text of a mail in paragraphs of lines. A line that is an address on this
/// site becomes a link; no other, for whoever reads here has the highest rank.
pub(crate) fn paragraphs(text: &str, base_url: &str) -> Vec<Vec<Line>> {
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines() {
        let text = line.trim();
        if text.is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(last) = paragraphs.last_mut() {
            let here = text.strip_prefix(base_url).is_some_and(|rest| rest.starts_with('/'));
            let link = here && !text.contains(char::is_whitespace);
            last.push(Line { text: text.to_owned(), link });
        }
    }
    paragraphs.retain(|lines: &Vec<Line>| !lines.is_empty());
    paragraphs
}

/// The HTML of a mail for a frame: its links open a page of their own, because no
/// page of ours shows in a frame.
pub(crate) fn framed(html: &str) -> String {
    html.replacen("<head>", "<head><base target=\"_blank\">", 1)
}
