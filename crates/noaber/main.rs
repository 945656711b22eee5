//! `noaber`: the command line.

mod command;

/// The sentences of the command line.
mod w {
    words::load!();
}

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    command::run(command::Line::parse())
}
