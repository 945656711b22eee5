use crate::make::{open, verify};
use crate::manifest::Manifest;
use crate::store;
use blobs::{BlobId, Blobs};
use database::{Database, MIGRATIONS};
use language::{Failure, Result};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// Puts a backup into an empty database and an empty folder: all of it or nothing.
///
/// # Errors
/// A fault when the place is not empty, when the backup is damaged, of a newer
/// release, or of an older one (restore it with its own release, then upgrade).
pub fn restore(database: &Database, files: &Blobs, path: &Path) -> Result<Manifest> {
    let manifest = verify(path)?;
    let schema = MIGRATIONS.last().map_or(0, |m| m.number);
    if manifest.schema != schema {
        return Err(Failure::fault(
            "restore",
            format!("the backup has schema {}, this release {schema}", manifest.schema),
        ));
    }
    let people =
        schema::TABLES.iter().filter(|t| ["people", "community", "facts"].contains(&t.name));
    for table in people {
        if database.read(|conn| store::count(conn, table))? > 0 {
            return Err(Failure::fault("restore", "this place is not empty"));
        }
    }
    let (mut zip, _) = open(path)?;
    let mut kept: Vec<BlobId> = Vec::new();
    let result = restore_files(&mut zip, &manifest, files, &mut kept)
        .and_then(|()| restore_tables(&mut zip, &manifest, database));
    if result.is_err() {
        for id in kept {
            let _ = files.delete(id);
        }
    }
    result?;
    database.reload_zone()?;
    database.log_grew();
    Ok(manifest)
}

type Zip = zip::ZipArchive<BufReader<std::fs::File>>;

fn restore_files(
    zip: &mut Zip,
    manifest: &Manifest,
    files: &Blobs,
    kept: &mut Vec<BlobId>,
) -> Result<()> {
    for name in manifest.files.keys() {
        let id: BlobId = name
            .parse()
            .map_err(|_| Failure::fault("restore", format!("{name:?} is no name of a file")))?;
        let mut entry = zip
            .by_name(&format!("files/{name}"))
            .map_err(|e| Failure::fault("restore a file", e))?;
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|e| Failure::fault("restore a file", e))?;
        files.put_as(id, &bytes).map_err(|e| Failure::fault("restore a file", e))?;
        kept.push(id);
    }
    Ok(())
}

fn restore_tables(zip: &mut Zip, manifest: &Manifest, database: &Database) -> Result<()> {
    database.write(|tx| {
        store::defer_references(tx)?;
        for table in schema::TABLES.iter().rev() {
            store::clear(tx, table)?;
        }
        for table in schema::TABLES {
            if !manifest.tables.contains_key(table.name) {
                return Err(Failure::fault("restore", format!("no table {}", table.name)));
            }
            let entry = zip
                .by_name(&format!("tables/{}.jsonl", table.name))
                .map_err(|e| Failure::fault("restore a table", e))?;
            let mut batch = Vec::with_capacity(2_000);
            for line in BufReader::new(entry).lines() {
                let line = line.map_err(|e| Failure::fault("restore a table", e))?;
                batch.push(store::parsed(&line, table)?);
                if batch.len() == 2_000 {
                    store::insert(tx, table, &batch)?;
                    batch.clear();
                }
            }
            store::insert(tx, table, &batch)?;
        }
        Ok(())
    })
}
