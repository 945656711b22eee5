//! The configuration: one file and the environment. Every key is typed, an
//! unknown key stops the start and the nearest name is given.

use database::Location;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// What can be configured. Each key can also be given in the environment as
/// `NOABER_` and its name in capitals, which wins.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct Configuration {
    /// The folder for everything that has no place of its own.
    pub folder: PathBuf,
    /// `postgres://…`, or the path of a SQLite file; by default `noaber.db` in `folder`.
    pub database: Option<String>,
    /// Where to listen. A public address needs a proxy with TLS in front.
    pub listen: String,
    /// The address that people type, without a slash at the end.
    pub base_url: Option<String>,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<std::net::IpAddr>,
    /// `smtp://user:secret@host:587` or `smtps://…`; without it, mail goes to a folder.
    pub smtp: Option<String>,
    /// The sender of mails, `Name <address>`.
    pub mail_from: String,
    /// `text` or `json`.
    pub log: LogForm,
}

/// The form of log lines.
#[derive(Debug, Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum LogForm {
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl Default for Configuration {
    fn default() -> Self {
        Self {
            folder: PathBuf::from("noaber-data"),
            database: None,
            listen: "127.0.0.1:8420".to_owned(),
            base_url: None,
            proxies: Vec::new(),
            smtp: None,
            mail_from: "Noaber <noaber@localhost>".to_owned(),
            log: LogForm::Text,
        }
    }
}

const KEYS: &[&str] =
    &["folder", "database", "listen", "base_url", "proxies", "smtp", "mail_from", "log"];

impl Configuration {
    /// Reads `file` when there is one, then `variables` of the environment.
    ///
    /// # Errors
    /// A sentence that names the key, what is wrong and what would be right.
    pub fn read(
        file: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, String> {
        let mut table = match file {
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|e| format!("{}: {e}", path.display()))?;
                text.parse::<toml::Table>().map_err(|e| format!("{}: {e}", path.display()))?
            }
            None => toml::Table::new(),
        };
        for (name, value) in variables {
            let Some(key) = name.strip_prefix("NOABER_").map(str::to_lowercase) else { continue };
            if key.starts_with("test_") || key == "log_filter" || key == "config" {
                continue;
            }
            let value = if key == "proxies" {
                let listed = value.split(',').map(|v| toml::Value::String(v.trim().to_owned()));
                toml::Value::Array(listed.collect())
            } else {
                toml::Value::String(value)
            };
            table.insert(key, value);
        }
        if let Some(unknown) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
            return Err(format!("unknown key `{unknown}`: did you mean `{}`?", nearest(unknown)));
        }
        table.try_into().map_err(|e| e.to_string())
    }

    /// Where the data is.
    pub fn location(&self) -> Location {
        match &self.database {
            Some(text) => Location::parse(text),
            None => Location::Sqlite(self.folder.join("noaber.db")),
        }
    }

    /// The folder of files.
    pub fn files(&self) -> PathBuf {
        self.folder.join("files")
    }

    /// The folder of mails, when no mail server is set.
    pub fn mail_folder(&self) -> Option<PathBuf> {
        self.smtp.is_none().then(|| self.folder.join("mail"))
    }

    /// The address that people type.
    pub fn base_url(&self) -> String {
        match &self.base_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.listen.replace("0.0.0.0", "127.0.0.1")),
        }
    }
}

/// The known key with the fewest changes from `word`.
fn nearest(word: &str) -> &'static str {
    KEYS.iter().copied().min_by_key(|key| distance(word, key)).unwrap_or("folder")
}

/// Levenshtein's distance in bytes.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let change = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Configuration, String> {
        Configuration::read(None, pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())))
    }

    #[test]
    fn the_environment_sets_keys_and_unknown_ones_stop_the_start() {
        let set = read(&[("NOABER_LISTEN", "[::1]:80"), ("HOME", "x")]).unwrap();
        assert_eq!(set.listen, "[::1]:80");
        let set = read(&[("NOABER_PROXIES", "10.0.0.1, ::1")]).unwrap();
        assert_eq!(set.proxies.len(), 2);
        let wrong = read(&[("NOABER_BASEURL", "x")]).unwrap_err();
        assert!(wrong.contains("`base_url`"), "{wrong}");
    }
}
