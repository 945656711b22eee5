//! Files that somebody looks at before they are published. They lie in the scratch
//! folder under the id of their row; a week later all are gone.

use crate::permits::MayImport;
use crate::store::{self, UploadRow};
use crate::{Kind, Options, w};
use database::Database;
use language::{Failure, ImportId, Moment, Refusal, Result};
use std::path::{Path, PathBuf};
use words::Lang;

/// So long a file waits, in microseconds.
const KEPT: i64 = 7 * Moment::DAY;

/// The tables of a dump that are read.
const TABLES: [&str; 4] = ["users.xml", "posts.xml", "comments.xml", "votes.xml"];

/// A file that came, with where it lies.
pub(crate) struct Arrived<'a> {
    pub name: &'a str,
    pub path: &'a Path,
}

/// What somebody says of the files that they bring.
pub(crate) struct Wish {
    pub kind: Kind,
    /// Columns named by hand, one on a line.
    pub columns: String,
    /// Tells two sources of one kind apart; empty to let the file say.
    pub source: String,
}

/// Files that wait, and who may look at them: what was checked is what is used.
#[derive(Clone)]
pub(crate) struct Waiting {
    pub id: ImportId,
    pub kind: Kind,
    /// The name as the visitor's computer calls it, made harmless.
    pub file: String,
    pub columns: String,
    pub source: String,
    permit: MayImport,
}

/// Whether these files can be one import of this kind; the sentence when not.
pub(crate) fn fitting(kind: Kind, names: &[&str], lang: Lang) -> Option<&'static str> {
    let tables = names.iter().filter(|name| is_table(name)).count();
    match (kind, names.len()) {
        (_, 0) => Some(w::choose_a_file(lang)),
        (Kind::StackExchange, all) if tables == all => None,
        (Kind::StackExchange, all) if all > 1 => Some(w::choose_one_zip_or_tables(lang)),
        (_, 1) => None,
        _ => Some(w::choose_one_file(lang)),
    }
}

/// Whether it is a table of a dump, packed or not.
fn is_table(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.strip_suffix(".gz").unwrap_or(&name).ends_with(".xml")
}

impl Waiting {
    /// Takes files that were uploaded.
    pub(crate) fn take(
        database: &Database,
        scratch: &Path,
        permit: MayImport,
        wish: &Wish,
        files: &[Arrived<'_>],
    ) -> Result<ImportId> {
        clean_up(database, scratch)?;
        let id = ImportId(database.environment().new_id());
        let kept = keep(scratch, id, wish.kind, files)
            .map_err(|e| Failure::fault("keep an upload", e))
            .and_then(|file| {
                database.write(|tx| {
                    let row = UploadRow {
                        id,
                        kind: wish.kind.name().to_owned(),
                        file,
                        columns_by_hand: wish.columns.clone(),
                        by_id: permit.by(),
                        at: tx.now(),
                        source: wish.source.clone(),
                    };
                    store::add_upload(tx, &row)
                })
            });
        if kept.is_err() {
            remove(scratch, id);
        }
        kept.map(|()| id)
    }

    /// What waits under an id, for who brought it.
    ///
    /// # Errors
    /// Not found when there is none, or it is another's.
    pub(crate) fn of(database: &Database, permit: MayImport, id: ImportId) -> Result<Self> {
        let row = database.read(|conn| store::upload(conn, id, permit.by()))?;
        let kind = Kind::from_name(&row.kind).ok_or(Failure::Refusal(Refusal::NotFound))?;
        let (columns, source) = (row.columns_by_hand, row.source);
        Ok(Self { id, kind, file: row.file, columns, source, permit })
    }

    /// Where it lies: a file, or a folder of tables.
    pub(crate) fn path(&self, scratch: &Path) -> PathBuf {
        folder(scratch, self.id).join(&self.file)
    }

    /// How it is read.
    pub(crate) fn options(&self, scratch: &Path, lang: Lang) -> Options {
        Options {
            map: self
                .columns
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            by: Some(self.permit.by()),
            upload: Some(self.id),
            source: Some(self.source.clone()).filter(|source| !source.is_empty()),
            lang,
            ..Options::new(scratch)
        }
    }

    /// Forgets it.
    pub(crate) fn drop_it(self, database: &Database, scratch: &Path) -> Result<()> {
        database.write(|tx| store::remove_upload(tx, self.id))?;
        remove(scratch, self.id);
        Ok(())
    }
}

/// Moves files to where they wait; gives the name of the file or of their folder.
fn keep(
    scratch: &Path,
    id: ImportId,
    kind: Kind,
    files: &[Arrived<'_>],
) -> std::io::Result<String> {
    let mut folder = folder(scratch, id);
    let tables = kind == Kind::StackExchange && files.iter().all(|file| is_table(file.name));
    let mut name = files.first().map(|file| harmless(file.name)).unwrap_or_default();
    if tables {
        name = format!("stack-exchange-{}-xml", files.len());
        folder = folder.join(&name);
    }
    std::fs::create_dir_all(&folder)?;
    for file in files {
        let file_name = harmless(file.name);
        let lower = file_name.to_ascii_lowercase();
        let plain = lower.strip_suffix(".gz").unwrap_or(&lower);
        if tables && !TABLES.contains(&plain) {
            // Badges, old versions and the like are not read: they take no room.
            continue;
        }
        let to = folder.join(file_name);
        if std::fs::rename(file.path, &to).is_err() {
            // Another disk.
            std::fs::copy(file.path, &to)?;
        }
    }
    Ok(name)
}

/// Forgets files that waited too long, whoever brought them.
fn clean_up(database: &Database, scratch: &Path) -> Result<()> {
    let before = database.now().plus(-KEPT);
    for id in database.read(|conn| store::old_uploads(conn, before))? {
        database.write(|tx| store::remove_upload(tx, id))?;
        remove(scratch, id);
    }
    Ok(())
}

fn folder(scratch: &Path, id: ImportId) -> PathBuf {
    scratch.join("imports").join(id.to_string())
}

/// Removes what lies under an id.
pub(crate) fn remove(scratch: &Path, id: ImportId) {
    // What is left takes room and does no harm.
    let _ = std::fs::remove_dir_all(folder(scratch, id));
}

/// A file name that leads nowhere else: letters, digits, dots, hyphens and underscores.
fn harmless(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain: String = last
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' })
        .collect();
    // The end tells the kind of file, so a long name loses its beginning.
    // Folders count bytes, not letters.
    let start = plain.len().saturating_sub(100);
    let start = (start..=plain.len()).find(|at| plain.is_char_boundary(*at)).unwrap_or(0);
    let short = plain[start..].trim_start_matches('.');
    if short.is_empty() { "import".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_leads_nowhere() {
        assert_eq!(harmless("personeel november.csv"), "personeel-november.csv");
        assert_eq!(harmless("../../etc/passwd"), "passwd");
        assert_eq!(harmless("C:\\map\\x.zip"), "x.zip");
        assert_eq!(harmless(".."), "import");
        assert_eq!(harmless(""), "import");
        assert!(harmless(&format!("{}.csv", "é".repeat(300))).ends_with(".csv"));
    }

    #[test]
    fn a_dump_comes_as_a_zip_or_as_its_tables() {
        let fits = |kind, names: &[&str]| fitting(kind, names, Lang::En).is_none();
        assert!(fits(Kind::StackExchange, &["dump.zip"]));
        assert!(fits(Kind::StackExchange, &["Users.xml.gz", "Posts.XML", "Tags.xml"]));
        assert!(fits(Kind::StackExchange, &["Posts.xml"]), "the page then says what is missing");
        assert!(!fits(Kind::StackExchange, &["dump.zip", "Posts.xml"]));
        assert!(fits(Kind::People, &["mensen.csv"]));
        assert!(!fits(Kind::People, &["mensen.csv", "meer.csv"]));
        assert!(!fits(Kind::Slack, &[]));
    }
}
