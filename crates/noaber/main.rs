//! `noaber`: the command line.

mod command;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    command::run(command::Line::parse())
}
