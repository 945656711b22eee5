//! The program: wiring only.
//!
//! Reads the configuration, opens the house, lists the routes of all slices,
//! starts the followers, and gives the command line. The only crate that knows
//! the real clock, the real randomness and the environment.

pub mod checks;
pub mod configuration;
pub mod outside;
pub mod post;
pub mod routes;
pub mod running;
