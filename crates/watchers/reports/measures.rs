//! What is kept here of people, for the register.

use crate::w;
use oversight::{Basis, Level, Measure, Retention, Sensitivity};

/// The measures of this slice. Reports repeat the figures of other pages, frozen.
pub fn measures() -> Vec<Measure> {
    vec![
        Measure {
            name: "promises",
            version: 1,
            page: "/cockpit/departments",
            level: Level::Own,
            sensitivity: Sensitivity::Plain,
            scope: None,
            retention: Retention::Member,
            basis: Basis::Service,
            title: |lang| w::measure_promises(lang),
            purpose: |lang| w::measure_promises_purpose(lang),
            data: |lang| w::measure_promises_data(lang),
        },
        Measure {
            name: "commitment",
            version: 1,
            page: "/cockpit/reports",
            level: Level::Groups,
            sensitivity: Sensitivity::Sensitive,
            scope: None,
            retention: Retention::Member,
            basis: Basis::Interest,
            title: |lang| w::measure_commitment(lang),
            purpose: |lang| w::measure_commitment_purpose(lang),
            data: |lang| w::measure_commitment_data(lang),
        },
    ]
}
