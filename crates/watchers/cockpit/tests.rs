//! Tests of the cockpit.
