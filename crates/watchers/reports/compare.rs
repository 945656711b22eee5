//! Figures beside those of the report before.

use crate::month::Month;
use crate::snapshot::Figures;
use crate::w;
use cockpit::Part;
use insight::proportion::Comparison;
use words::Lang;

/// The report that a report stands beside.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beside<'a> {
    pub month: Month,
    pub figures: &'a Figures,
}

/// A figure of both reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    pub now: Option<Part>,
    pub before: Option<Part>,
}

/// What may be said of the figures of one table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Against {
    /// The month of the report before.
    pub month: Month,
    /// Whether the definition is another: then nothing is compared.
    pub new_line: bool,
    /// Of each pair what it was, when it is known.
    pub before: Vec<Option<Part>>,
    /// Of each pair what may be said.
    pub found: Vec<Option<Comparison>>,
}

/// Compares a table of figures of this report with those of the report before, when both
/// rest on the same definition; all its tests as one family (SCIENCE.md §0).
pub(crate) fn against(month: Month, versions: (i32, i32), pairs: &[Pair]) -> Against {
    let new_line = versions.0 != versions.1;
    let before: Vec<Option<Part>> =
        pairs.iter().map(|pair| pair.before.filter(|_| !new_line)).collect();
    let tests: Vec<Option<(Part, Part)>> =
        pairs.iter().zip(&before).map(|(pair, before)| pair.now.zip(*before)).collect();
    Against { month, new_line, found: cockpit::compared(&tests), before }
}

impl Against {
    /// "In september: 120 van 351. Nu hoger." of the figure at a place.
    pub(crate) fn sentence(&self, lang: Lang, at: usize) -> String {
        let month = words::month(lang, self.month.date());
        if self.new_line {
            return w::new_line(lang, month);
        }
        let before = self.before.get(at).copied().flatten();
        match (before, self.words(lang, at)) {
            (Some((x, n)), words) if n > 0 => w::was_then(lang, month, n, words, x),
            _ => w::not_known_then(lang, month),
        }
    }

    /// Higher, lower, or no difference that can be shown.
    pub(crate) fn words(&self, lang: Lang, at: usize) -> &'static str {
        match self.found.get(at).copied().flatten() {
            Some(Comparison::Higher) => w::now_higher(lang),
            Some(Comparison::Lower) => w::now_lower(lang),
            Some(Comparison::NoneShown) => w::now_same(lang),
            None => w::now_unknown(lang),
        }
    }
}
