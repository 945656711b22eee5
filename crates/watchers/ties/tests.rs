//! Ties on both engines, worked examples, and what nobody may work out.

mod differences;
mod town;
mod worked;
