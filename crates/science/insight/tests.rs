//! Worked values of the metrics document (marked T there), edge cases and properties.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail where it likes")]

mod actions;
mod adoption;
mod agreement;
mod agreement_networks;
mod answers;
mod content;
mod conversation;
mod coverage;
mod decomposition;
mod distributions;
mod effects;
mod forecasts;
mod intervals;
mod lasting;
mod members;
mod network_data;
mod networks;
mod networks_at_the_edges;
mod phases;
mod published;
mod releases;
mod restraint;
mod roles_and_tasks;
mod series;
mod signals;
mod simulation;
mod suppression;
mod wellbeing;

/// Asserts equality up to a relative difference (absolute near zero).
#[track_caller]
fn close(actual: f64, expected: f64, tolerance: f64) {
    let scale = expected.abs().max(1e-3);
    let off = (actual - expected).abs() / scale;
    assert!(off <= tolerance, "{actual} is not {expected} (relative difference {off:e})");
}

/// Asserts that a value rounds to the digits that the document prints.
#[track_caller]
fn prints(actual: f64, expected: f64, digits: i32) {
    let unit = 10f64.powi(-digits);
    let off = (actual - expected).abs();
    assert!(off <= 0.5000001 * unit, "{actual} does not print as {expected}");
}

/// The same for both ends of a range.
#[track_caller]
fn prints_range(actual: crate::Interval, low: f64, high: f64, digits: i32) {
    prints(actual.low, low, digits);
    prints(actual.high, high, digits);
}

fn share(x: u64, n: u64) -> crate::Share {
    crate::Share::estimate(x, n).unwrap()
}
