//! Stories of facts with their exact counts, and random streams of facts.

mod random;
mod reading;
mod stories;
mod town;
