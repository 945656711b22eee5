//! Stories of facts with their exact counts, and random streams of facts.

mod answers;
mod keeping;
mod random;
mod reading;
mod speed;
mod stories;
mod then;
mod town;
