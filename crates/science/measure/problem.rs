//! What is wrong with a file, and where.

use insight::Invalid;

/// Where something is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The file.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<u64>,
    /// The column, by its name.
    pub column: Option<String>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No file was given.
    NoFile,
    /// There is no row in it.
    Empty,
    /// It cannot be read; what the system says.
    Unreadable(String),
    /// It is not text in UTF-8.
    NotText,
    /// It is no table: quotes that do not close, for instance.
    NotATable(String),
    /// Columns that are needed are not there. What was needed, what was found.
    MissingColumns(Vec<String>, Vec<String>),
    /// Two columns may both be this one.
    DoubleColumn(String),
    /// A row with another number of fields than the first: found, expected.
    Uneven(usize, usize),
    /// Nothing where something is needed.
    Missing,
    /// Not a number.
    NotANumber(String),
    /// Not a whole number of at least zero.
    NotACount(String),
    /// Below zero.
    Negative(String),
    /// Not 0, 1 or 2, yes or no.
    NotAnEvent(String),
    /// Not a date.
    NotADate(String),
    /// A part larger than its whole: the part, the whole.
    PartAboveWhole(String, String),
    /// The last visit lies after the end of watching.
    RecencyAboveAge,
    /// The same name twice.
    Twice(String),
    /// An option that does not fit: its name.
    Option(&'static str),
    /// A file more than the kind reads.
    TooManyFiles,
    /// No period of this name or number, or none before or after it.
    NoSuchStart(String),
    /// No column of this name, or none with numbers.
    NoSuchColumn(String),
    /// The figure is not defined for these values.
    Undefined(Invalid),
}

/// Something that keeps the figures from being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub why: Why,
}

impl Problem {
    pub(crate) fn nowhere(why: Why) -> Self {
        Self { place: Place::default(), why }
    }

    pub(crate) fn file(name: &str, why: Why) -> Self {
        Self { place: Place { file: Some(name.to_owned()), ..Place::default() }, why }
    }

    pub(crate) fn line(name: &str, line: u64, why: Why) -> Self {
        let place = Place { file: Some(name.to_owned()), line: Some(line), column: None };
        Self { place, why }
    }
}

impl From<Invalid> for Problem {
    fn from(invalid: Invalid) -> Self {
        Self::nowhere(Why::Undefined(invalid))
    }
}
