//! What this slice measures, for the register.

use crate::w;
use oversight::{Basis, Level, Measure, Retention, Sensitivity};

/// The measures of this slice.
pub fn measures() -> Vec<Measure> {
    vec![Measure {
        name: "read_marks",
        version: 1,
        page: "/",
        level: Level::Own,
        sensitivity: Sensitivity::Plain,
        scope: None,
        retention: Retention::Member,
        basis: Basis::Service,
        title: |lang| w::measure_reading(lang),
        purpose: |lang| w::measure_reading_purpose(lang),
        data: |lang| w::measure_reading_data(lang),
    }]
}
