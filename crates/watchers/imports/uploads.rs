//! Files that somebody looks at before they are published. A file lies in the scratch
//! folder under the id of its row; a week later both are gone.

use crate::permits::MayImport;
use crate::store::{self, UploadRow};
use crate::{Kind, Options};
use database::Database;
use language::{Failure, ImportId, Moment, Refusal, Result};
use std::path::{Path, PathBuf};
use words::Lang;

/// So long a file waits, in microseconds.
const KEPT: i64 = 7 * Moment::DAY;

/// A file that waits, and who may look at it: what was checked is what is used.
pub(crate) struct Waiting {
    pub id: ImportId,
    pub kind: Kind,
    /// The file's name as the visitor's computer calls it, made harmless.
    pub file: String,
    pub columns: String,
    permit: MayImport,
}

impl Waiting {
    /// Takes a file that was uploaded to `from`.
    pub(crate) fn take(
        database: &Database,
        scratch: &Path,
        permit: MayImport,
        kind: Kind,
        name: &str,
        columns: &str,
        from: &Path,
    ) -> Result<ImportId> {
        clean_up(database, scratch)?;
        let id = ImportId(database.environment().new_id());
        let file = harmless(name);
        let folder = folder(scratch, id);
        let fault = |e: std::io::Error| Failure::fault("keep an upload", e);
        std::fs::create_dir_all(&folder).map_err(fault)?;
        if std::fs::rename(from, folder.join(&file)).is_err() {
            // Another disk.
            std::fs::copy(from, folder.join(&file)).map_err(fault)?;
        }
        database.write(|tx| {
            let row = UploadRow {
                id,
                kind: kind.name().to_owned(),
                file,
                columns_by_hand: columns.to_owned(),
                by_id: permit.by(),
                at: tx.now(),
                source: String::new(),
            };
            store::add_upload(tx, &row)
        })?;
        Ok(id)
    }

    /// The file that waits under an id, for who brought it.
    ///
    /// # Errors
    /// Not found when there is none, or it is another's.
    pub(crate) fn of(database: &Database, permit: MayImport, id: ImportId) -> Result<Self> {
        let row = database.read(|conn| store::upload(conn, id, permit.by()))?;
        let kind = Kind::from_name(&row.kind).ok_or(Failure::Refusal(Refusal::NotFound))?;
        Ok(Self { id, kind, file: row.file, columns: row.columns_by_hand, permit })
    }

    /// Where the file lies.
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
            lang,
            ..Options::new(scratch)
        }
    }

    /// Forgets the file.
    pub(crate) fn drop_it(self, database: &Database, scratch: &Path) -> Result<()> {
        database.write(|tx| store::remove_upload(tx, self.id))?;
        remove(scratch, self.id);
        Ok(())
    }
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

fn remove(scratch: &Path, id: ImportId) {
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
    use super::harmless;

    #[test]
    fn a_file_name_leads_nowhere() {
        assert_eq!(harmless("personeel november.csv"), "personeel-november.csv");
        assert_eq!(harmless("../../etc/passwd"), "passwd");
        assert_eq!(harmless("C:\\map\\x.zip"), "x.zip");
        assert_eq!(harmless(".."), "import");
        assert_eq!(harmless(""), "import");
        assert!(harmless(&format!("{}.csv", "é".repeat(300))).ends_with(".csv"));
    }
}
