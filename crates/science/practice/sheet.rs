//! The plain format of the files under `corpus/`.
//!
//! ```text
//! %% a remark for whoever edits the file
//! === Title of the entry
//! header: value
//!
//! The body, one or more paragraphs of Markdown.
//! ---
//! A line under it: a comment, an answer.
//! --- auteur *
//! A line with marks: who says it, and a star when it was accepted as the answer.
//! ```

use crate::BrokenCorpus;

/// One entry of a file.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    /// The file and line, for messages.
    pub place: Place,
    /// What stands after `===`.
    pub title: &'a str,
    /// The headers in their order.
    headers: Vec<(&'a str, &'a str)>,
    /// The text up to the first line, trimmed.
    pub body: String,
    /// The lines: their marks and their text.
    pub lines: Vec<(Vec<&'a str>, String)>,
}

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The file's name.
    pub file: &'static str,
    /// The line of the title, from 1.
    pub line: usize,
}

impl Place {
    /// A fault at this place.
    pub(crate) fn fault(self, what: impl Into<String>) -> BrokenCorpus {
        BrokenCorpus { file: self.file, line: self.line, what: what.into() }
    }
}

impl<'a> Entry<'a> {
    /// A header's value, empty when it is absent.
    pub(crate) fn header(&self, name: &str) -> &'a str {
        self.headers.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }

    /// A header that lists words with commas.
    pub(crate) fn list(&self, name: &str) -> Vec<&'a str> {
        self.header(name).split(',').map(str::trim).filter(|word| !word.is_empty()).collect()
    }

    /// A header that must be a number.
    pub(crate) fn number(&self, name: &str) -> Result<f64, BrokenCorpus> {
        let value = self.header(name);
        value.parse().map_err(|_| self.place.fault(format!("{name}: {value:?} is not a number")))
    }

    /// Refuses headers that nobody reads, which are mistypings.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), BrokenCorpus> {
        match self.headers.iter().find(|(key, _)| !known.contains(key)) {
            Some((key, _)) => Err(self.place.fault(format!("unknown header {key}"))),
            None => Ok(()),
        }
    }
}

/// Reads a file into its entries.
pub(crate) fn read<'a>(file: &'static str, text: &'a str) -> Result<Vec<Entry<'a>>, BrokenCorpus> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    let mut in_headers = false;
    for (number, line) in text.lines().enumerate() {
        let place = Place { file, line: number + 1 };
        let line = line.trim_end();
        if line.starts_with("%%") {
            continue;
        }
        if let Some(title) = line.strip_prefix("===") {
            let title = title.trim();
            if title.is_empty() {
                return Err(place.fault("an entry without a title"));
            }
            entries.push(Entry {
                place,
                title,
                headers: Vec::new(),
                body: String::new(),
                lines: Vec::new(),
            });
            in_headers = true;
            continue;
        }
        let Some(entry) = entries.last_mut() else {
            if line.is_empty() {
                continue;
            }
            return Err(place.fault("text before the first entry"));
        };
        if in_headers {
            if line.is_empty() {
                in_headers = false;
                continue;
            }
            let (key, value) =
                line.split_once(':').ok_or_else(|| place.fault("a header without a colon"))?;
            entry.headers.push((key.trim(), value.trim()));
        } else if let Some(marks) = line.strip_prefix("---") {
            entry.lines.push((marks.split_whitespace().collect(), String::new()));
        } else {
            let text = entry.lines.last_mut().map_or(&mut entry.body, |(_, text)| text);
            text.push_str(line);
            text.push('\n');
        }
    }
    for entry in &mut entries {
        entry.body = entry.body.trim().to_owned();
        for (_, text) in &mut entry.lines {
            *text = text.trim().to_owned();
            if text.is_empty() {
                return Err(entry.place.fault("an empty line of talk"));
            }
        }
    }
    Ok(entries)
}
