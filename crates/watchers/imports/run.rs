use crate::stage::{Stage, Staged};
use crate::{Kind, Options, Progress, Report, publish};
use database::Database;
use formats::{Archive, Directory, Input, Mapping};
use language::{Failure, Problems, Refusal, Result};
use std::path::Path;

/// So often a run starts again because the community changed under it.
const ATTEMPTS: usize = 3;

/// Reads the file or folder at `path`, and publishes it unless `options` say only to look.
///
/// # Errors
/// Problems with the options (fields `map` and `source`), or a community that is not set up
/// yet; a conflict when others keep changing the same things; a fault of the database or the
/// disk. What is wrong with the source is no error: it stands in the report.
pub fn run(
    database: &Database,
    kind: Kind,
    path: &Path,
    options: &Options,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report> {
    let mut attempt = 1;
    loop {
        let staged = stage(database, kind, path, options, progress)?;
        if options.dry_run {
            return Ok(staged.report);
        }
        match publish(database, staged, options, progress) {
            // Somebody took a handle, an address or a key meanwhile: look again.
            Err(Failure::Refusal(Refusal::Conflict)) if attempt < ATTEMPTS => attempt += 1,
            other => return other,
        }
    }
}

/// Reads and checks without writing anything. Its report says what publishing will do.
///
/// # Errors
/// As [`run`], but no conflict.
pub fn stage(
    database: &Database,
    kind: Kind,
    path: &Path,
    options: &Options,
    progress: &mut dyn FnMut(Progress),
) -> Result<Staged> {
    let mapping = Mapping::parse(options.map.iter().map(String::as_str))
        .map_err(|text| Problems::one("map", crate::w::not_a_mapping(options.lang, text)))?;
    if !options.map.is_empty() && !kind.has_columns() {
        return Err(Problems::one("map", crate::w::no_columns(options.lang)));
    }
    let zone = database.zone();
    let file =
        path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let source = options.source.clone().or_else(|| source_of(kind, path));
    let options = &Options { source, ..options.clone() };
    let mut stage = Stage::new(database, kind, options, progress)?;
    let sink = &mut stage;
    let summary = match kind {
        Kind::People => formats::people(&Input::file(path), &mapping, &zone, sink),
        Kind::Headcount => formats::headcount(&Input::file(path), &mapping, sink),
        // Who is meant is found here, among the members: the reader gives the texts as they are.
        Kind::Interactions => {
            formats::interactions(&Input::file(path), &mapping, &zone, &Directory::new(), sink)
        }
        Kind::Slack => Archive::open(path).and_then(|archive| formats::slack(archive, sink)),
        Kind::StackExchange => {
            Archive::open(path).and_then(|archive| formats::stack_exchange(archive, None, sink))
        }
    };
    stage.finish(file, summary)
}

/// Which source an export says it is from, so that two of one kind do not mix.
fn source_of(kind: Kind, path: &Path) -> Option<String> {
    // What cannot be opened is refused when it is read.
    match kind {
        Kind::Slack => formats::slack_source(&mut Archive::open(path).ok()?),
        Kind::StackExchange => formats::stack_exchange_source(&mut Archive::open(path).ok()?),
        Kind::People | Kind::Headcount | Kind::Interactions => None,
    }
}
