//! What this slice measures, for the register.

use crate::w;
use oversight::{Basis, Level, Measure, Retention, Sensitivity};

/// The measures of this slice.
pub fn measures() -> Vec<Measure> {
    vec![Measure {
        name: "effect",
        version: 1,
        page: "/cockpit/actions",
        level: Level::Groups,
        sensitivity: Sensitivity::Plain,
        scope: None,
        retention: Retention::Community,
        basis: Basis::Interest,
        title: |lang| w::measure_effect(lang),
        purpose: |lang| w::measure_effect_purpose(lang),
        data: |lang| w::measure_effect_data(lang),
    }]
}
