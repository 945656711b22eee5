//! Figures from files, without a database: what `noaber measure` does.
//!
//! For analysts who have a table and want the figures of the cockpit from it, and for checks against
//! other programs. A table is read with its header recognised, measured with [`insight`], and
//! answered as a plain value that serialises to JSON and names its definitions. Sentences for people
//! are made by the program; no file is opened here: the caller hands over readers.
//!
//! A new kind is one file with `COLUMNS`, a `measure` function and a result that serialises, plus a
//! line in [`Kind`], [`Answer`] and [`measure`].

pub mod bgnbd;
pub mod bursts;
pub mod definition;
pub mod effect;
pub mod graph;
pub mod problem;
pub mod proportions;
pub mod survival;
pub mod table;

#[cfg(test)]
mod tests;

pub use definition::Definition;
pub use problem::{Place, Problem, Why};
pub use table::Source;

use jiff::civil::Date;
use serde::Serialize;

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Time until something happens.
    Survival,
    /// Who comes back.
    Bgnbd,
    /// Periods in which a theme was busy.
    Bursts,
    /// Shares of people, compared.
    Proportions,
    /// Who is tied to whom.
    Graph,
    /// A series with an action in it.
    Effect,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Survival, Self::Bgnbd, Self::Bursts, Self::Proportions, Self::Graph, Self::Effect];

    /// The name on the command line and in the answer.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Survival => "survival",
            Self::Bgnbd => "bgnbd",
            Self::Bursts => "bursts",
            Self::Proportions => "proportions",
            Self::Graph => "graph",
            Self::Effect => "effect",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// The unit in which days of a log are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Days.
    #[default]
    Days,
    /// Weeks of seven days.
    Weeks,
}

impl Unit {
    /// How many days one of it is.
    #[must_use]
    pub fn days(self) -> f64 {
        match self {
            Self::Days => 1.0,
            Self::Weeks => 7.0,
        }
    }
}

/// What may be asked besides the files. Leave out what does not matter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Names of the columns by position, for files without a header.
    pub columns: Option<Vec<String>>,
    /// `survival`: the limit of the restricted mean; by default the longest time that all groups
    /// were watched.
    pub limit: Option<f64>,
    /// `bgnbd`: how far to look ahead; by default as long as the longest history.
    pub ahead: Option<f64>,
    /// `bgnbd` on a log: the last day that counts; by default the last in the file.
    pub until: Option<Date>,
    /// `bgnbd`: the unit of time: of the answer for a log, as it is in a summary.
    pub unit: Unit,
    /// `bursts`: how many times the usual rate is busy; 2 by default.
    pub ratio: Option<f64>,
    /// `bursts`: how unwilling the model is to change; 1 by default.
    pub reluctance: Option<f64>,
    /// `graph`: ties have no direction.
    pub undirected: bool,
    /// `graph`: only lines of this type.
    pub only: Option<String>,
    /// `graph`: days in which a tie loses half its strength; 90 by default, 0 for not at all.
    pub half_life: Option<f64>,
    /// `graph`: where chance begins; the same seed gives the same answer.
    pub seed: u64,
    /// `graph`: threads; 0 counts as 1. The answer does not depend on it.
    pub workers: usize,
    /// `effect`: the first period after the action: its name, or its number counted from 1.
    pub start: Option<String>,
    /// `effect`: the column with the series; by default `value` or a heading like it, else the
    /// first column of numbers.
    pub series: Option<String>,
    /// `effect`: the columns with controls; by default all other columns of numbers.
    pub controls: Option<Vec<String>>,
}

/// A 95% range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Range {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl From<insight::Interval> for Range {
    fn from(interval: insight::Interval) -> Self {
        Self { low: interval.low, high: interval.high }
    }
}

/// The figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// Of [`Kind::Survival`].
    Survival(survival::Survival),
    /// Of [`Kind::Bgnbd`].
    Bgnbd(bgnbd::Comeback),
    /// Of [`Kind::Bursts`].
    Bursts(bursts::Themes),
    /// Of [`Kind::Proportions`].
    Proportions(proportions::Proportions),
    /// Of [`Kind::Graph`].
    Graph(Box<graph::Network>),
    /// Of [`Kind::Effect`].
    Effect(Box<effect::Impact>),
}

/// An answer with what it is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// What was measured.
    pub kind: &'static str,
    /// The files.
    pub files: Vec<String>,
    /// Rows read, headers not counted.
    pub rows: usize,
    /// What each figure means and who found it.
    pub definitions: Vec<Definition>,
    /// The figures.
    pub result: Answer,
}

/// Measures files. Rows of several files are taken together; of `graph` the first holds the ties and
/// the second what is known of the people.
///
/// # Errors
/// A [`Problem`] with its place: a file that cannot be read as a table, a column that is missing, a
/// value that is none.
pub fn measure(kind: Kind, sources: Vec<Source>, options: &Options) -> Result<Report, Problem> {
    if sources.is_empty() {
        return Err(Problem::nowhere(Why::NoFile));
    }
    let files = sources.iter().map(|s| s.name.clone()).collect();
    let (rows, definitions, result) = match kind {
        Kind::Survival => {
            let (rows, found) = survival::measure(sources, options)?;
            (rows, survival::DEFINITIONS, Answer::Survival(found))
        }
        Kind::Bgnbd => {
            let (rows, found) = bgnbd::measure(sources, options)?;
            (rows, bgnbd::DEFINITIONS, Answer::Bgnbd(found))
        }
        Kind::Bursts => {
            let (rows, found) = bursts::measure(sources, options)?;
            (rows, bursts::DEFINITIONS, Answer::Bursts(found))
        }
        Kind::Proportions => {
            let (rows, found) = proportions::measure(sources, options)?;
            (rows, proportions::DEFINITIONS, Answer::Proportions(found))
        }
        Kind::Graph => {
            let (rows, found) = graph::measure(sources, options)?;
            (rows, graph::DEFINITIONS, Answer::Graph(Box::new(found)))
        }
        Kind::Effect => {
            let (rows, found) = effect::measure(sources, options)?;
            (rows, effect::DEFINITIONS, Answer::Effect(Box::new(found)))
        }
    };
    Ok(Report { kind: kind.name(), files, rows, definitions: definitions.to_vec(), result })
}
