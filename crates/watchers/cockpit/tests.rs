//! Tests of the cockpit.

mod findings;
mod house;
mod kept;
mod releases;
mod sentences;
