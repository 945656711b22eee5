//! Documents to print and sheets to calculate with: a [`Document`] of findings, charts,
//! tables and text becomes a PDF, tables become a workbook or a file of values.
//!
//! It knows no database, no page and no language: every word and every written number
//! comes from the caller. The PDF is tagged (PDF/UA-1: headings, lists, tables with
//! headers, pictures with their text, an outline), its fonts are embedded, and the same
//! document gives the same bytes. The charts have the shapes of those on the pages.

mod bars;
mod colour;
mod fonts;
mod layout;
mod line;
mod model;
mod paint;
mod pdf;
mod table;
#[cfg(test)]
mod tests;
mod values;
mod workbook;
mod wrap;

pub use model::{
    Bar, Block, Cell, Column, Document, Headline, Line, Part, Picture, Point, Run, Shape, Table,
};
pub use pdf::pdf;
pub use values::values;
pub use workbook::{Sheet, workbook};

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// A font of ours cannot be read.
    #[error("a font cannot be read")]
    Font,
    /// The page has no size.
    #[error("the page has no size")]
    Size,
    /// The PDF does not hold to its standard.
    #[error("the PDF is not whole: {0}")]
    Pdf(String),
    /// The workbook cannot be written.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}
