//! Languages: sentences, numbers, dates, durations and lists as people say them, in Dutch and in
//! English.
//!
//! A slice keeps its sentences in two Fluent files in its own folder, `words.nl.ftl` and
//! `words.en.ftl`, and loads them in its `lib.rs`:
//!
//! ```ignore
//! pub mod w {
//!     words::load!();
//! }
//! // answers = { $count ->
//! //     [0] Nog geen antwoord
//! //     [one] 1 antwoord
//! //    *[other] { $count } antwoorden
//! // }
//! assert_eq!(w::answers(Lang::Nl, 1200), "1.200 antwoorden");
//! ```
//!
//! Every key becomes a function (`thank-you` becomes `thank_you`): without variables it returns
//! `&'static str`, with variables a `String`, the arguments in the alphabetical order of their
//! names. A variable that is counted by, or stands in `NUMBER()`, takes any whole number ([`Count`])
//! and is shown with separators; a variable that a choice compares with words takes text; others take
//! anything that can be shown (a year, for one, which has no separator). `KEYS` lists all keys. What the
//! files may not hold, and every key or variable that only one language has, is a compile error
//! that names file, line and key. What comes out is text, not HTML: templates escape it.
//!
//! Neighbours: `words_macro` does the work of `load!`. Knows no slice; reads no clock and no
//! environment: the time, the zone and the language are given.

extern crate self as words;

mod amounts;
mod calendar;
mod lang;
mod moments;
#[cfg(test)]
mod tests;

pub use amounts::{Count, bytes, decimal, duration, list, number, percent};
pub use calendar::{day, month, period, weekday};
pub use lang::{Lang, UnknownLang};
pub use moments::{clock, full_moment, local_day, moment, short_day, span};
pub use words_macro::load;

/// The sentences of this crate itself.
mod w {
    words::load!();
}
