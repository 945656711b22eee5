//! `bench`: how quick, how small, how durable. It fills a community, starts the
//! release build on a core of its own, and measures from another one.
//!
//! From top to bottom: `run` goes through it all; `fill` and `chatter` make the
//! community, `bring_in` imports; `server` starts processes and reads their CPU time
//! and memory, `load` and `client` ask, `visit` counts what a browser fetches;
//! `network` is the weekly analysis of who answers whom, `large` the read models and the
//! cockpit at full size; `bare` is the yardstick; `figures` prints and writes.

mod bare;
mod bring_in;
mod chatter;
mod client;
mod figures;
mod fill;
mod large;
mod load;
mod network;
mod run;
mod server;
mod store;
mod visit;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Measures a release build of Noaber.
#[derive(Parser)]
#[command(name = "bench")]
struct Line {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Measure; exit code 1 when a target was missed.
    Run(run::Plan),
    /// Measure the weekly network analysis of a large organisation.
    Network(network::Plan),
    /// Measure a rebuild of the read models and the cockpit of a large organisation.
    Large(large::Plan),
    /// Serve the bytes of a file and nothing else.
    Bare {
        /// A page, squeezed.
        file: PathBuf,
        /// Where to listen.
        #[arg(long)]
        listen: String,
    },
}

fn main() -> ExitCode {
    let done = match Line::parse().what {
        What::Run(plan) => run::run(&plan),
        What::Network(plan) => network::run(&plan),
        What::Large(plan) => large::run(&plan),
        What::Bare { file, listen } => bare::serve(&file, &listen).map(|()| 0),
    };
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(missed) => {
            println!("\n{missed} targets missed");
            ExitCode::from(1)
        }
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::from(2)
        }
    }
}
