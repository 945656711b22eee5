//! The commands. Each prints what it did; exit code 0 is done, 1 is "something is
//! wrong" (`doctor`) or refused rows (`import`), 2 is a wrong call or a fault.

mod import;
mod keep;
mod look;
mod measure;
mod user;

use clap::{Parser, Subcommand};
use language::{Failure, Result};
use noaber::configuration::{Configuration, LogForm};
use noaber::running::{self, Workers};
use std::path::PathBuf;
use std::process::ExitCode;

/// A community platform with the community manager's cockpit built in.
#[derive(Parser)]
#[command(name = "noaber", version)]
pub struct Line {
    /// The configuration file; without it the environment (NOABER_…) and defaults.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Serve the community. The first visit sets it up.
    Serve,
    /// Bring in people or past conversation from another system.
    Import(import::Arguments),
    /// Fill a fresh database with the practice community.
    Demo(keep::Demo),
    /// Make an account, a password or a claim code.
    User(user::Arguments),
    /// Copy everything into one verified file, while it runs.
    Backup(keep::Backup),
    /// Put a backup into an empty place.
    Restore(keep::Restore),
    /// Empty the read models and build them anew from the log.
    Rebuild,
    /// Look whether all is well; exit code 1 where something is wrong.
    Doctor(look::Doctor),
    /// Show the configuration in force.
    Config,
    /// Measure figures from files, without a database: survival, proportions, networks and more.
    Measure(measure::Arguments),
}

/// Runs a command line.
pub fn run(line: Line) -> ExitCode {
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    let variables: Vec<(String, String)> = std::env::vars().collect();
    let filter = variables
        .iter()
        .find(|(name, _)| name == "NOABER_LOG_FILTER")
        .map_or("info", |(_, value)| value)
        .to_owned();
    if let What::Measure(arguments) = &line.what {
        return measure::run(arguments, &variables);
    }
    let configuration = match Configuration::read(line.config.as_deref(), variables.into_iter()) {
        Ok(configuration) => configuration,
        Err(why) => {
            eprintln!("noaber: configuration: {why}");
            return ExitCode::from(2);
        }
    };
    log_to(configuration.log, &filter);
    match obey(line.what, &configuration) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("noaber: {failure}");
            ExitCode::from(2)
        }
    }
}

fn log_to(form: LogForm, filter: &str) {
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match form {
        LogForm::Text => lines.init(),
        LogForm::Json => lines.json().init(),
    }
}

fn obey(what: What, configuration: &Configuration) -> Result<ExitCode> {
    match what {
        What::Serve => serve(configuration),
        What::Import(arguments) => import::run(configuration, &arguments),
        What::Demo(arguments) => keep::demo(configuration, &arguments),
        What::User(arguments) => user::run(configuration, &arguments),
        What::Backup(arguments) => keep::backup(configuration, &arguments),
        What::Restore(arguments) => keep::restore(configuration, &arguments),
        What::Rebuild => look::rebuild(configuration),
        What::Doctor(arguments) => look::doctor(configuration, &arguments),
        // Done before the configuration was read.
        What::Measure(_) => Ok(ExitCode::SUCCESS),
        What::Config => {
            println!("{configuration:#?}");
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn serve(configuration: &Configuration) -> Result<ExitCode> {
    let database = running::open_database(configuration)?;
    let house = running::open_house(configuration, database.clone())?;
    let workers = Workers::start(configuration, &database);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(256)
        .build()
        .map_err(|e| Failure::fault("start", e))?;
    let served = runtime.block_on(running::serve(configuration, house, stopped()));
    // Open streams have no end of their own.
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    drop(workers);
    served.map(|()| ExitCode::SUCCESS)
}

/// Done when the program is asked to stop.
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
