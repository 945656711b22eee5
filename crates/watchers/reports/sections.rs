//! A snapshot as sections: each a finding in a sentence, pictures, a table, and what it is
//! beside the report before. Page, PDF, workbook and files are all made from these.

mod charts;
mod made;

pub(crate) use made::sections;

use documents::{Picture, Shape, Table};

/// A table by its name in files.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Named {
    /// Its name in files: letters and dashes.
    pub slug: &'static str,
    /// What it is of.
    pub title: String,
    /// The values.
    pub table: Table,
}

/// A picture with its heading and the values that it draws.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawn {
    /// What it is of.
    pub title: String,
    /// What is drawn.
    pub picture: Picture,
    /// The values.
    pub values: Named,
}

impl Drawn {
    /// Whether it is a list of bars.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.picture.shape, Shape::Bars(_))
    }
}

/// A subject of a report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Section {
    /// Its name in addresses and files.
    pub key: &'static str,
    /// Its subject in a word or two.
    pub kicker: &'static str,
    /// The figure of the first page, and what it is of.
    pub figure: String,
    pub label: String,
    /// The finding.
    pub finding: String,
    /// How the figure compares with the report before; empty without one.
    pub beside: String,
    /// More findings.
    pub more: Vec<String>,
    /// The pictures.
    pub pictures: Vec<Drawn>,
    /// The table that people read, when it is another than those of the pictures.
    pub table: Option<Named>,
    /// Remarks below.
    pub notes: Vec<String>,
    /// How it is defined: the number of the definition, its version, what it is.
    pub definition: (&'static str, i32, String),
}

impl Section {
    /// Every table of it.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &Named> {
        self.table.iter().chain(self.pictures.iter().map(|drawn| &drawn.values))
    }
}
