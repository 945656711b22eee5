use crate::manifest::{FORMAT, Manifest, NAME, Part};
use crate::store;
use blobs::Blobs;
use database::{Database, MIGRATIONS};
use language::{Failure, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub(crate) fn fault(doing: &'static str) -> impl Fn(zip::result::ZipError) -> Failure {
    move |error| Failure::fault(doing, error)
}

fn io(doing: &'static str) -> impl Fn(std::io::Error) -> Failure {
    move |error| Failure::fault(doing, error)
}

pub(crate) fn hex(hash: impl AsRef<[u8]>) -> String {
    hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes everything into `target`, reads it back, and gives it its name only
/// then. The program may go on meanwhile: all tables are of one moment, and files
/// are only ever added.
///
/// # Errors
/// A fault when something could not be read or written; `target` is then not there.
pub fn make(database: &Database, files: &Blobs, target: &Path) -> Result<Manifest> {
    let unfinished = target.with_extension("unfinished");
    let written = write(database, files, &unfinished)
        .and_then(|manifest| {
            if verify(&unfinished)? == manifest {
                Ok(manifest)
            } else {
                Err(Failure::fault("check the backup", "it does not hold what was written"))
            }
        })
        .and_then(|manifest| {
            std::fs::rename(&unfinished, target).map_err(io("name the backup"))?;
            Ok(manifest)
        });
    if written.is_err() {
        let _ = std::fs::remove_file(&unfinished);
    }
    written
}

fn write(database: &Database, files: &Blobs, target: &Path) -> Result<Manifest> {
    let file = File::create(target).map_err(io("make the backup"))?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    let options = SimpleFileOptions::default().large_file(true);
    let mut manifest = Manifest {
        format: FORMAT,
        schema: MIGRATIONS.last().map_or(0, |m| m.number),
        made_at: database.now().0,
        engine: database.location().engine().to_owned(),
        tables: BTreeMap::new(),
        files: BTreeMap::new(),
    };
    // Facts get their positions first, so that a restored log goes on where this one was.
    database.write(|tx| tx.sequence_facts())?;
    database.snapshot(|conn| {
        for table in schema::TABLES {
            zip.start_file(format!("tables/{}.jsonl", table.name), options)
                .map_err(fault("write the backup"))?;
            let (mut size, mut hash) = (0, Sha256::new());
            store::rows(conn, table, |line| {
                size += 1;
                for bytes in [line.as_bytes(), b"\n"] {
                    hash.update(bytes);
                    zip.write_all(bytes).map_err(io("write the backup"))?;
                }
                Ok(())
            })?;
            let part = Part { size, sha256: hex(hash.finalize()) };
            manifest.tables.insert(table.name.to_owned(), part);
        }
        Ok(())
    })?;
    for id in files.list().map_err(io("list the files"))? {
        // One that was deleted since is not missed by the rows, which are older.
        let Ok(bytes) = files.get(id) else { continue };
        zip.start_file(format!("files/{id}"), options).map_err(fault("write the backup"))?;
        zip.write_all(&bytes).map_err(io("write the backup"))?;
        let part = Part { size: bytes.len() as u64, sha256: hex(Sha256::digest(&bytes)) };
        manifest.files.insert(id.to_string(), part);
    }
    zip.start_file(NAME, options).map_err(fault("write the backup"))?;
    serde_json::to_writer_pretty(&mut zip, &manifest)
        .map_err(|e| Failure::fault("write the backup", e))?;
    let done = zip.finish().map_err(fault("finish the backup"))?;
    let file = done.into_inner().map_err(|e| Failure::fault("finish the backup", e.to_string()))?;
    file.sync_all().map_err(io("keep the backup"))?;
    Ok(manifest)
}

pub(crate) fn open(path: &Path) -> Result<(ZipArchive<BufReader<File>>, Manifest)> {
    let file = File::open(path).map_err(io("open the backup"))?;
    let mut zip = ZipArchive::new(BufReader::new(file))
        .map_err(|e| Failure::fault("read the backup (is it whole?)", e))?;
    let manifest = {
        let entry = zip
            .by_name(NAME)
            .map_err(|_| Failure::fault("read the backup", "this is no backup of Noaber"))?;
        let mut text = String::new();
        entry.take(64 * 1024 * 1024).read_to_string(&mut text).map_err(io("read the backup"))?;
        serde_json::from_str::<Manifest>(&text)
            .map_err(|e| Failure::fault("read the backup's manifest", e))?
    };
    if manifest.format > FORMAT {
        return Err(Failure::fault("read the backup", "a newer release of Noaber made it"));
    }
    Ok((zip, manifest))
}

/// Reads a backup through and compares everything with its manifest.
///
/// # Errors
/// A fault that says what is missing, damaged or unknown.
pub fn verify(path: &Path) -> Result<Manifest> {
    let (mut zip, manifest) = open(path)?;
    for (name, part) in &manifest.tables {
        let (rows, sha256) = digest(&mut zip, &format!("tables/{name}.jsonl"))?;
        compare(name, part, rows.lines, &sha256)?;
    }
    for (name, part) in &manifest.files {
        let (rows, sha256) = digest(&mut zip, &format!("files/{name}"))?;
        compare(name, part, rows.bytes, &sha256)?;
    }
    Ok(manifest)
}

fn compare(name: &str, part: &Part, size: u64, sha256: &str) -> Result<()> {
    if part.size == size && part.sha256 == sha256 {
        Ok(())
    } else {
        Err(Failure::fault("check the backup", format!("{name} is damaged")))
    }
}

struct Size {
    lines: u64,
    bytes: u64,
}

fn digest(zip: &mut ZipArchive<BufReader<File>>, name: &str) -> Result<(Size, String)> {
    let mut entry = zip
        .by_name(name)
        .map_err(|e| Failure::fault("check the backup", format!("{name}: {e}")))?;
    let mut hash = Sha256::new();
    let mut read = Size { lines: 0, bytes: 0 };
    let mut buffer = [0_u8; 64 * 1024];
    loop {
        let count = entry.read(&mut buffer).map_err(io("check the backup"))?;
        if count == 0 {
            return Ok((read, hex(hash.finalize())));
        }
        read.bytes += count as u64;
        read.lines += buffer[..count].iter().filter(|byte| **byte == b'\n').count() as u64;
        hash.update(&buffer[..count]);
    }
}
