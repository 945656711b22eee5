//! Tests told as stories, and tests of the house itself.
//!
//! `stories` run the whole site on both engines, through `town`: the program's own
//! routes, asked as a browser asks them, without a network. `house` reads the
//! sources and holds the rules of ARCHITECTURE.md.

#[cfg(test)]
mod house;
#[cfg(test)]
mod markup;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod town;
