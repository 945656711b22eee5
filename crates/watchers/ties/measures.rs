//! What this slice measures, for the register.

use crate::between::VERSION;
use crate::w;
use oversight::{Basis, Level, Measure, Retention, Scope, Sensitivity};

/// The measures of this slice.
pub fn measures() -> Vec<Measure> {
    let between = Measure {
        name: "ties",
        version: VERSION,
        page: "/cockpit/ties",
        level: Level::Groups,
        sensitivity: Sensitivity::Plain,
        scope: None,
        retention: Retention::Community,
        basis: Basis::Interest,
        title: |lang| w::measure_ties(lang),
        purpose: |lang| w::measure_ties_purpose(lang),
        data: |lang| w::measure_ties_data(lang),
    };
    let network = Measure {
        name: "network",
        scope: Some(Scope::Network),
        basis: Basis::Council,
        title: |lang| w::measure_network(lang),
        purpose: |lang| w::measure_network_purpose(lang),
        data: |lang| w::measure_network_data(lang),
        ..between
    };
    vec![between, network]
}
