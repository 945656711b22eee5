//! Other people's programs on the same ties.

use crate::figures::Figures;
use insight::graph::Edge;
use language::{Failure, Result};
use serde::Deserialize;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// The ties in the folder: pairs of numbers and a weight, 16 bytes each.
const FILE: &str = "ties.bin";

/// One line that the program prints.
#[derive(Debug, Deserialize)]
struct Line {
    name: String,
    seconds: f64,
    cpu: f64,
    memory: f64,
}

/// Writes every line of the edge list as two numbers of 32 bits and a weight of 64, low byte
/// first, and the number of people.
///
/// # Errors
/// A fault when the files cannot be written.
pub fn write_ties(folder: &Path, people: u32, edges: &[Edge]) -> Result<()> {
    let fault = |e: std::io::Error| Failure::fault("write the ties", e);
    std::fs::create_dir_all(folder).map_err(fault)?;
    std::fs::write(folder.join("people.txt"), people.to_string()).map_err(fault)?;
    let mut file = BufWriter::new(std::fs::File::create(folder.join(FILE)).map_err(fault)?);
    for edge in edges {
        file.write_all(&edge.from.to_le_bytes()).map_err(fault)?;
        file.write_all(&edge.to.to_le_bytes()).map_err(fault)?;
        file.write_all(&edge.weight.to_le_bytes()).map_err(fault)?;
    }
    file.flush().map_err(fault)
}

/// Runs the program on the folder and notes what it prints, line by line.
///
/// # Errors
/// A fault when it does not run to its end.
pub fn measure(program: &Path, folder: &Path, figures: &mut Figures) -> Result<()> {
    let fault = |e: std::io::Error| Failure::fault("run the yardstick", e);
    figures.part("beside it, on the same ties");
    let mut child =
        Command::new(program).arg(folder).stdout(Stdio::piped()).spawn().map_err(fault)?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line: Line = serde_json::from_str(&line.map_err(fault)?)
                .map_err(|e| Failure::fault("read the yardstick", e))?;
            figures.note(&line.name, line.seconds, "s", None);
            figures.note(&format!("{}, CPU", line.name), line.cpu, "s", None);
            figures.note(&format!("{}, memory", line.name), line.memory, "MiB", None);
        }
    }
    if child.wait().map_err(fault)?.success() {
        Ok(())
    } else {
        Err(Failure::fault("run the yardstick", "it failed"))
    }
}
