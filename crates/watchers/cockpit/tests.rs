//! Tests of the cockpit.

mod house;
mod releases;
mod sentences;
