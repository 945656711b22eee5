//! `noaber backup`, `restore` and `demo`.

use blobs::Blobs;
use clap::Args;
use indicatif::ProgressBar;
use language::{Failure, Moment, Result};
use noaber::configuration::Configuration;
use noaber::running;
use std::path::PathBuf;
use std::process::ExitCode;

/// What to back up to.
#[derive(Args)]
pub struct Backup {
    /// The file to make; it must not be there yet.
    target: PathBuf,
}

/// What to restore from.
#[derive(Args)]
pub struct Restore {
    /// The backup.
    source: PathBuf,
    /// Only read it through and compare it with its checksums.
    #[arg(long)]
    verify: bool,
}

/// How large a practice community.
#[derive(Args)]
pub struct Demo {
    /// How many people.
    #[arg(long, default_value_t = 350)]
    people: u32,
    /// How many days of conversation.
    #[arg(long, default_value_t = 365)]
    days: u32,
    /// The same seed, with the same moment, gives the same community.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The moment up to which it lived, like 2026-11-23T09:00:00Z; by default now.
    #[arg(long, value_name = "MOMENT")]
    until: Option<jiff::Timestamp>,
    /// The password of the two accounts; by default a random one.
    #[arg(long)]
    password: Option<String>,
}

fn files(configuration: &Configuration) -> Result<Blobs> {
    Blobs::open(configuration.files()).map_err(|e| Failure::fault("open the folder of files", e))
}

/// Backs up.
pub fn backup(configuration: &Configuration, arguments: &Backup) -> Result<ExitCode> {
    if arguments.target.exists() {
        return Err(Failure::fault(
            "back up",
            format!("{} is there already", arguments.target.display()),
        ));
    }
    let database = running::open_database(configuration)?;
    let manifest = archive::make(&database, &files(configuration)?, &arguments.target)?;
    let rows: u64 = manifest.tables.values().map(|part| part.size).sum();
    println!(
        "{}: {rows} rows in {} tables and {} files, read back and compared",
        arguments.target.display(),
        manifest.tables.len(),
        manifest.files.len()
    );
    Ok(ExitCode::SUCCESS)
}

/// Restores.
pub fn restore(configuration: &Configuration, arguments: &Restore) -> Result<ExitCode> {
    let manifest = if arguments.verify {
        archive::verify(&arguments.source)?
    } else {
        let database = running::open_database(configuration)?;
        archive::restore(&database, &files(configuration)?, &arguments.source)?
    };
    let rows: u64 = manifest.tables.values().map(|part| part.size).sum();
    let what = if arguments.verify { "is whole" } else { "was put back" };
    println!("{} {what}: {rows} rows, {} files", arguments.source.display(), manifest.files.len());
    Ok(ExitCode::SUCCESS)
}

/// Fills a fresh database with the practice community.
pub fn demo(configuration: &Configuration, arguments: &Demo) -> Result<ExitCode> {
    let database = running::open_database(configuration)?;
    let password = arguments
        .password
        .clone()
        .unwrap_or_else(|| database.environment().random().token().chars().take(14).collect());
    let now = database.now();
    let until = arguments.until.map_or(now, |moment| Moment(moment.as_microsecond()));
    if until > now {
        return Err(Failure::fault("read --until", "it lies in the future"));
    }
    let plan = sandbox::Plan {
        seed: arguments.seed,
        people: arguments.people,
        days: arguments.days,
        now: until,
        password: password.clone(),
    };
    let bar = ProgressBar::new(1);
    let filled = sandbox::fill(&database, &plan, &mut |done, all| {
        bar.set_length(all.max(1));
        bar.set_position(done);
    })
    .map_err(|failure| match failure {
        Failure::Refusal(_) => Failure::fault(
            "fill the practice community",
            "there is somebody in this database; use an empty one",
        ),
        other => other,
    })?;
    bar.finish_and_clear();
    running::settle(&database)?;
    println!(
        "{} people, {} groups, {} posts, {} comments, {} reactions, {} actions, {} facts",
        filled.people,
        filled.groups,
        filled.posts,
        filled.comments,
        filled.reactions,
        filled.actions,
        filled.facts
    );
    println!("manager: {}   member: {}   password: {password}", filled.manager, filled.member);
    Ok(ExitCode::SUCCESS)
}
