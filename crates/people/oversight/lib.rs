//! What is measured and why, who consented to it, and who looked at whom.
//!
//! A [`Measure`] is one figure with its purpose, its data and its level, as data that the
//! slice which shows it exports; the wiring collects them in the [`Register`]. What could
//! follow people stays off until somebody consented: a page that needs a [`Scope`] must
//! hold a [`Consent`], which only a stored, unexpired record gives (SCIENCE.md §14, WOR
//! 27). Every look of staff at somebody's own data is kept by [`looked`] and shown to
//! that person, for a year.
//!
//! It stands low so that every slice may say what it measures and who looked. Facts:
//! `Consent`, `WithdrawConsent`. Writes `consents`, `looks`.

mod consent;
mod dossier;
mod looks;
mod measure;
mod pages;
mod permits;
mod store;

/// The sentences of this crate.
pub mod w {
    words::load!();
}

pub use consent::{Consent, Draft, Record, Scope, record, records, scopes_on, withdraw};
pub use insight::suppress::Sensitivity;
pub use looks::{Look, Purpose, Seen, forget_old, look, looked, looked_at_mails, looks_of};
pub use measure::{Basis, Level, Measure, Register, Retention, measures};
pub use pages::routes;
pub use permits::{MayConsent, MayOversee};

#[cfg(test)]
mod tests;
