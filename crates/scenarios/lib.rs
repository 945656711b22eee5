//! Tests told as stories, and tests of the house itself.
//!
//! The stories run the whole site on both engines; `house` reads the sources and
//! holds the rules of ARCHITECTURE.md.

#[cfg(test)]
mod house;
