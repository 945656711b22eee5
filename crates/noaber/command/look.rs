//! `noaber doctor` and `rebuild`.

use blobs::Blobs;
use clap::Args;
use database::{Database, SchemaState};
use language::Result;
use noaber::configuration::Configuration;
use noaber::{checks, outside, running};
use serde::Serialize;
use std::process::ExitCode;

/// How to look.
#[derive(Args)]
pub struct Doctor {
    /// One JSON object instead of lines.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Findings {
    well: bool,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct Finding {
    check: &'static str,
    well: bool,
    says: String,
}

/// Looks; exit code 1 where something is wrong.
pub fn doctor(configuration: &Configuration, arguments: &Doctor) -> Result<ExitCode> {
    let mut findings = Vec::new();
    let mut note = |check: &'static str, problems: Vec<String>, fine: String| {
        let well = problems.is_empty();
        let says = if well { fine } else { problems.join("; ") };
        findings.push(Finding { check, well, says });
    };
    let database = Database::open_as_is(&configuration.location(), outside::environment())?;
    let state = database.schema_state()?;
    let behind = match state {
        SchemaState::Current => Vec::new(),
        SchemaState::Empty => vec!["there is nothing in it yet".to_owned()],
        SchemaState::Behind(steps) => vec![format!("{steps} migrations have not run")],
        SchemaState::Newer => vec!["a newer release made it".to_owned()],
    };
    let current = behind.is_empty();
    note("schema", behind, format!("as this release wants it ({})", database.location().engine()));
    if current {
        database.reload_zone()?;
        running::settle(&database)?;
        for (check, problems, fine) in database.snapshot(checks::all)? {
            note(check, problems, fine);
        }
        match Blobs::open(configuration.files()) {
            Ok(files) => {
                let (problems, fine) = checks::files(&database, &files)?;
                note("files", problems, fine);
            }
            Err(error) => note("files", vec![error.to_string()], String::new()),
        }
    }
    let well = findings.iter().all(|finding| finding.well);
    if arguments.json {
        let all = Findings { well, findings };
        println!("{}", serde_json::to_string(&all).unwrap_or_default());
    } else {
        for finding in &findings {
            let mark = if finding.well { "well " } else { "WRONG" };
            println!("{mark}  {:<14} {}", finding.check, finding.says);
        }
    }
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Empties what followers keep and builds it anew.
pub fn rebuild(configuration: &Configuration) -> Result<ExitCode> {
    let database = running::open_database(configuration)?;
    for follower in running::followers() {
        facts::rebuild(&database, &*follower)?;
        let head = database.read(facts::head)?;
        let bar = indicatif::ProgressBar::new(u64::try_from(head).unwrap_or(0));
        facts::catch_up(&database, &*follower, |taken| bar.inc(taken as u64))?;
        bar.finish_and_clear();
        println!("{}: rebuilt from {head} facts", follower.name());
    }
    Ok(ExitCode::SUCCESS)
}
