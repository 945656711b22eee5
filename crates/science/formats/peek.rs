//! The beginning of a table, for who must say which column is what.

use crate::input::Input;
use crate::mapping::{HEADCOUNT, Headings, INTERACTIONS, Mapping, PEOPLE};
use crate::reason::{Fatal, Field};
use crate::table::Table;

/// What a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// People.
    People,
    /// Departments and their headcounts.
    Headcount,
    /// Who turned to whom.
    Interactions,
}

impl Sheet {
    fn headings(self) -> Headings {
        match self {
            Self::People => PEOPLE,
            Self::Headcount => HEADCOUNT,
            Self::Interactions => INTERACTIONS,
        }
    }

    /// The fields that a column can be, in the order in which people think of them.
    pub fn fields(self) -> impl Iterator<Item = Field> {
        self.headings().iter().map(|(field, _)| *field)
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// What it is taken for; none when it is not read.
    pub field: Option<Field>,
}

/// The beginning of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peek {
    /// Its columns, from the left.
    pub columns: Vec<Column>,
    /// Its first rows; texts are cut to 200 characters.
    pub rows: Vec<Vec<String>>,
}

/// Looks at the columns and at most `most` rows of a table.
///
/// # Errors
/// The file as a whole: no text, empty, too big.
pub fn peek(input: &Input, sheet: Sheet, mapping: &Mapping, most: usize) -> Result<Peek, Fatal> {
    let (header, found, rows) = Table::peek(input, sheet.headings(), mapping, most)?;
    let columns = header.into_iter().enumerate().map(|(at, heading)| Column {
        heading,
        field: found.iter().find(|(_, place)| **place == at).map(|(field, _)| *field),
    });
    Ok(Peek { columns: columns.collect(), rows })
}
