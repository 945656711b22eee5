//! The folder of `.eml` files: where mail goes until there is a server, and a way
//! to read it.

use crate::message::Message;
use language::{Failure, Moment, Refusal, Result};
use mail_parser::{Address, MessageParser};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// A mail in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The file's name: time and id.
    pub name: String,
    /// From whom: `Name <address>`.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// When it was written; none when the file does not say.
    pub date: Option<Moment>,
    /// The plain text.
    pub text: String,
    /// The HTML; empty when there is none. Show it only in a sandbox.
    pub html: String,
    /// The addresses of web pages in it, each once, those of the text first.
    pub links: Vec<String>,
}

/// Makes the folder; only its owner may look inside, for mails hold links that
/// open doors.
pub(crate) fn make(path: &Path) -> io::Result<()> {
    if !path.is_dir() {
        fs::create_dir_all(path)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
        }
    }
    Ok(())
}

/// Writes a mail; when this returns it is on disk, whole. A mail that is written
/// again replaces itself.
pub(crate) fn write(path: &Path, message: &Message) -> io::Result<()> {
    let time = message.created_at.timestamp().strftime("%Y%m%dT%H%M%SZ");
    let name = format!("{time}-{}.eml", message.id);
    let unfinished = path.join(format!(".{name}.part"));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&unfinished)?;
    file.write_all(&message.bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&unfinished, path.join(name))?;
    // The name too must outlive a power cut.
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    Ok(())
}

/// The newest mails of the folder, at most `most`; none when there is no folder.
/// A file that is no mail is left out.
///
/// # Errors
/// A fault when the folder cannot be read.
pub fn list(path: &Path, most: usize) -> Result<Vec<Letter>> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::fault("read the folder for mail", error)),
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| is_name(name))
        .collect();
    names.sort_unstable_by(|a, b| b.cmp(a));
    let mut letters = Vec::new();
    for name in names {
        if letters.len() >= most {
            break;
        }
        // It may have been removed just now.
        if let Ok(bytes) = fs::read(path.join(&name))
            && let Some(letter) = parse(&name, &bytes)
        {
            letters.push(letter);
        }
    }
    Ok(letters)
}

/// One mail by its file's name.
///
/// # Errors
/// Not found when there is no such mail; a fault when it cannot be read.
pub fn read(path: &Path, name: &str) -> Result<Letter> {
    if !is_name(name) {
        return Err(Refusal::NotFound.into());
    }
    match fs::read(path.join(name)) {
        Ok(bytes) => parse(name, &bytes).ok_or_else(|| Refusal::NotFound.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Refusal::NotFound.into()),
        Err(error) => Err(Failure::fault("read a mail", error)),
    }
}

/// A name that this program gives: nothing that leads out of the folder.
fn is_name(name: &str) -> bool {
    let good = |b: u8| b.is_ascii_digit() || matches!(b, b'T' | b'Z' | b'-');
    name.strip_suffix(".eml")
        .is_some_and(|stem| !stem.is_empty() && stem.len() <= 60 && stem.bytes().all(good))
}

fn parse(name: &str, bytes: &[u8]) -> Option<Letter> {
    let message = MessageParser::default().parse(bytes)?;
    let text = message.body_text(0).unwrap_or_default().into_owned();
    // Without an HTML part the parser would make one of the text.
    let html = match message.html_bodies().next() {
        Some(part) if part.is_text_html() => message.body_html(0).unwrap_or_default().into_owned(),
        _ => String::new(),
    };
    let mut links = links_of_text(&text);
    for link in links_of_html(&html) {
        if !links.contains(&link) {
            links.push(link);
        }
    }
    Some(Letter {
        name: name.to_owned(),
        from: people(message.from()),
        to: people(message.to()),
        subject: message.subject().unwrap_or_default().to_owned(),
        date: message.date().map(|d| Moment(d.to_timestamp().saturating_mul(Moment::SECOND))),
        text,
        html,
        links,
    })
}

fn people(address: Option<&Address<'_>>) -> String {
    let Some(address) = address else { return String::new() };
    let one = |person: &mail_parser::Addr<'_>| match (person.name(), person.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(words), None) | (None, Some(words)) => words.to_owned(),
        (None, None) => String::new(),
    };
    address.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn is_link(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn links_of_text(text: &str) -> Vec<String> {
    let mut links: Vec<String> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
        let start = word.find("https://").or_else(|| word.find("http://"));
        if let Some(start) = start {
            // A full stop at the end belongs to the sentence.
            let link = word[start..].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
            if !links.iter().any(|known| known == link) {
                links.push(link.to_owned());
            }
        }
    }
    links
}

fn links_of_html(html: &str) -> Vec<String> {
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|link| link.replace("&amp;", "&"))
        .filter(|link| is_link(link))
        .collect()
}
