//! What came in a form or behind a question mark.

use language::{Failure, Problems, Refusal, Result};
use std::path::PathBuf;
use std::str::FromStr;

/// A file that came with a form.
#[derive(Debug)]
pub struct Upload {
    /// The name of the field.
    pub field: String,
    /// The file's name as the visitor's computer calls it; for showing only.
    pub name: String,
    /// Its bytes, for small bodies.
    pub bytes: Vec<u8>,
    /// Where it lies, for [`crate::Body::Archive`]; removed after the request.
    pub file: Option<PathBuf>,
}

impl Drop for Upload {
    /// What nobody took away by then is removed with the request.
    fn drop(&mut self) {
        if let Some(path) = &self.file {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Named values. A name that comes twice is refused when it is read as one
/// value: the checked value must be the used value.
#[derive(Debug, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    uploads: Vec<Upload>,
}

impl Fields {
    /// Reads `a=1&b=2`.
    pub fn parse(text: &str) -> Self {
        let pairs = text
            .split('&')
            .filter(|part| !part.is_empty())
            .map(|part| {
                let (name, value) = part.split_once('=').unwrap_or((part, ""));
                (decode(name), decode(value))
            })
            .collect();
        Self { pairs, uploads: Vec::new() }
    }

    pub(crate) fn push(&mut self, name: String, value: String) {
        self.pairs.push((name, value.replace('\0', "")));
    }

    pub(crate) fn push_upload(&mut self, upload: Upload) {
        self.uploads.push(upload);
    }

    /// Refuses names that are not in `known` (nobody sets what the form does not
    /// have) and single names that come twice. A name in `known` that ends in
    /// `[]` may come any number of times and is read with [`Self::all`].
    ///
    /// # Errors
    /// [`Refusal::Foreign`].
    pub fn only(&self, known: &[&str]) -> Result<&Self> {
        for (at, (name, _)) in self.pairs.iter().enumerate() {
            if name == "token" {
                continue;
            }
            let many = known.iter().any(|k| k.strip_suffix("[]") == Some(name));
            let one = known.contains(&name.as_str());
            if !many && (!one || self.pairs[..at].iter().any(|(earlier, _)| earlier == name)) {
                return Err(Refusal::Foreign.into());
            }
        }
        for upload in &self.uploads {
            let name = upload.field.as_str();
            if !known.iter().any(|k| *k == name || k.strip_suffix("[]") == Some(name)) {
                return Err(Refusal::Foreign.into());
            }
        }
        Ok(self)
    }

    /// The value of `name`, without white space around it; empty when absent.
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The value of `name` as it came; empty when absent.
    pub fn raw(&self, name: &str) -> &str {
        self.pairs.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Whether `name` came at all (a checked box does).
    pub fn has(&self, name: &str) -> bool {
        self.pairs.iter().any(|(n, _)| n == name)
    }

    /// Every value of `name`.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.trim())
    }

    /// The value of `name` as a number or id, if there is one.
    ///
    /// # Errors
    /// Not found when it is there and is none: an id that nobody gave.
    pub fn parsed<T: FromStr>(&self, name: &str) -> Result<Option<T>> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| Failure::Refusal(Refusal::NotFound))
    }

    /// The files of `name` that have content.
    pub fn uploads<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Upload> {
        self.uploads
            .iter()
            .filter(move |u| u.field == name && (!u.bytes.is_empty() || u.file.is_some()))
    }

    /// `text` of a field that must be filled in with at most `most` characters;
    /// what is wrong goes into `problems` under `field`.
    pub fn required(
        &self,
        field: &'static str,
        most: usize,
        lang: words::Lang,
        problems: &mut Problems,
    ) -> String {
        let text = self.text(field);
        if text.is_empty() {
            problems.add(field, crate::w::fill_in(lang));
        }
        self.at_most(field, most, lang, problems)
    }

    /// The name in a field, as it is kept ([`text::name`]); what is wrong goes into
    /// `problems` under `field`, and what was typed comes back.
    pub fn name(
        &self,
        field: &'static str,
        most: usize,
        lang: words::Lang,
        problems: &mut Problems,
    ) -> String {
        match text::name(self.raw(field), most) {
            Ok(name) => name,
            Err(problem) => {
                problems.add(field, problem.say(lang));
                self.text(field).to_owned()
            }
        }
    }

    /// The key that a form of ours carries, so that sending it twice does it once.
    ///
    /// # Errors
    /// [`Refusal::Foreign`] without one: no form of ours comes so.
    pub fn key(&self) -> Result<&str> {
        let key = self.text("key");
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        let fits = (6..=64).contains(&key.len()) && key.bytes().all(plain);
        if fits { Ok(key) } else { Err(Refusal::Foreign.into()) }
    }

    /// `text` of a field with at most `most` characters.
    pub fn at_most(
        &self,
        field: &'static str,
        most: usize,
        lang: words::Lang,
        problems: &mut Problems,
    ) -> String {
        let text = self.text(field);
        let length = text.chars().count();
        if length > most {
            problems.add(
                field,
                crate::w::too_long(
                    lang,
                    i64::try_from(length).unwrap_or(i64::MAX),
                    i64::try_from(most).unwrap_or(i64::MAX),
                ),
            );
        }
        text.to_owned()
    }
}

/// Undoes percent encoding; what is no UTF-8 becomes replacement characters.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'+' => out.push(b' '),
            b'%' => {
                let hex = bytes.get(i + 1..i + 3).and_then(|h| std::str::from_utf8(h).ok());
                match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
                    Some(byte) => {
                        out.push(byte);
                        i += 2;
                    }
                    None => out.push(b'%'),
                }
            }
            other => out.push(other),
        }
        i += 1;
    }
    // PostgreSQL's text holds no zero byte, and nobody types one.
    out.retain(|byte| *byte != 0);
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_what_was_typed() {
        let fields = Fields::parse("a=caf%C3%A9+%26+thee&b=%&c=%zz&d&e=%00x");
        assert_eq!(fields.text("a"), "café & thee");
        assert_eq!(fields.text("b"), "%");
        assert_eq!(fields.text("c"), "%zz");
        assert!(fields.has("d"));
        assert_eq!(fields.raw("e"), "x");
    }

    #[test]
    fn a_form_without_its_key_is_none_of_ours() {
        assert_eq!(Fields::parse("key=0123456789abcdef").key().unwrap(), "0123456789abcdef");
        for foreign in ["", "key=", "key=+++", "key=12345", "key=%00%00%00%00%00%00%00%00%00"] {
            assert!(Fields::parse(foreign).key().is_err(), "{foreign}");
        }
        assert!(Fields::parse(&format!("key={}", "a".repeat(65))).key().is_err());
    }

    #[test]
    fn unknown_and_repeated_names_are_refused() {
        assert!(Fields::parse("a=1&token=x").only(&["a"]).is_ok());
        assert!(Fields::parse("a=1&a=2").only(&["a"]).is_err());
        assert!(Fields::parse("a=1&role=administrator").only(&["a"]).is_err());
        assert!(Fields::parse("a=1&a=2").only(&["a[]"]).is_ok());
    }
}
