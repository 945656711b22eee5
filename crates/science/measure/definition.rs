//! What a figure means, given with every answer, so that nobody has to guess which of the many
//! formulas of that name it was.

use serde::Serialize;

/// One figure of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// The figure's name in the answer.
    pub figure: &'static str,
    /// What it is, in the terms of the field.
    pub definition: &'static str,
    /// Who found it, and when.
    pub source: &'static str,
    /// A changed definition gets a new number.
    pub version: u32,
}

/// A first version.
pub(crate) const fn define(
    figure: &'static str,
    definition: &'static str,
    source: &'static str,
) -> Definition {
    Definition { figure, definition, source, version: 1 }
}
