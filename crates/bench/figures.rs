//! What was measured, for people and for machines.

use language::{Failure, Result};
use serde::Serialize;
use std::io::Write;
use std::path::Path;

/// What a figure should reach.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    /// This or less.
    AtMost(f64),
    /// This or more.
    AtLeast(f64),
}

/// A figure as it is written: one line of JSON.
#[derive(Debug, Serialize)]
struct Line {
    name: String,
    value: f64,
    unit: &'static str,
    target: Option<String>,
}

/// All figures of a run.
#[derive(Debug, Default)]
pub struct Figures {
    lines: Vec<Line>,
    missed: usize,
}

impl Figures {
    /// Begins a part of the print-out.
    pub fn part(&self, title: &str) {
        println!("\n{title}");
    }

    /// Notes and prints a figure.
    pub fn note(&mut self, name: &str, value: f64, unit: &'static str, target: Option<Target>) {
        let value = (value * 1_000.0).round() / 1_000.0;
        let (text, met) = match target {
            Some(Target::AtMost(most)) => (Some(format!("<= {most}")), value <= most),
            Some(Target::AtLeast(least)) => (Some(format!(">= {least}")), value >= least),
            None => (None, true),
        };
        let mark = match (&text, met) {
            (None, _) => String::new(),
            (Some(text), true) => format!("   {text}: reached"),
            (Some(text), false) => format!("   {text}: MISSED"),
        };
        self.missed += usize::from(!met);
        println!("  {name:<44} {value:>12} {unit}{mark}");
        self.lines.push(Line { name: name.to_owned(), value, unit, target: text });
    }

    /// How many targets were missed.
    pub fn missed(&self) -> usize {
        self.missed
    }

    /// Writes a line of JSON for each figure: name, value, unit, target.
    ///
    /// # Errors
    /// A fault when the file cannot be written.
    pub fn write(&self, path: &Path) -> Result<()> {
        let fault = |e: std::io::Error| Failure::fault(format!("write {}", path.display()), e);
        let mut file = std::fs::File::create(path).map_err(fault)?;
        for line in &self.lines {
            let json =
                serde_json::to_string(line).map_err(|e| Failure::fault("write a figure", e))?;
            writeln!(file, "{json}").map_err(fault)?;
        }
        Ok(())
    }
}
