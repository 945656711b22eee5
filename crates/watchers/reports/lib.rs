//! Reports to management: the figures of four weeks, frozen, with what people make of them.
//!
//! A report begins as a draft with a [`snapshot::Snapshot`] of the figures; by department
//! only what the release log lets through. Its text is written, then it is finished: from
//! then on it stands for ever, with a checksum, and a correction is a new version. Page,
//! PDF, workbook and files of values are made from the same frozen figures.
//!
//! Also here: the hand-out of one department, the page of who leads one, with their own
//! promises, and the monthly mail that says that a report is there.
//!
//! Neighbours: `cockpit` and `actions` hand over figures with their sentences, `documents`
//! writes PDF and XLSX. Records the facts Report and Promise.

mod compare;
mod draft;
mod files;
mod handout;
mod leader;
mod mailing;
mod measures;
mod month;
mod pages;
mod permits;
mod promises;
mod sections;
mod snapshot;
mod store;
mod tell;
#[cfg(test)]
mod tests;

/// The sentences of this slice.
pub mod w {
    words::load!();
}

pub use draft::{Decision, Report, State, Texts};
pub use mailing::send_due;
pub use measures::measures;
pub use month::Month;
pub use pages::{home_card, routes};
pub use permits::{MayLead, MayReport};

/// What time itself brings: a new month for every promise, the mails whose day has come. To
/// be called now and then; does nothing twice. Links in mails begin with `base_url`.
///
/// # Errors
/// A fault of the database.
pub fn keep(database: &database::Database, base_url: &str) -> language::Result<()> {
    promises::open_months(database)?;
    send_due(database, base_url)?;
    Ok(())
}

/// The finished reports that no longer say what they said when they were finished.
///
/// # Errors
/// A fault of the database.
pub fn check(conn: &mut database::Conn) -> language::Result<(Vec<String>, usize)> {
    let mut wrong = Vec::new();
    let all = store::list(conn)?;
    for one in all.iter().filter(|one| one.finished_at.is_some()) {
        let report = store::report(conn, one.id)?;
        let beside = report.beside.map(|id| store::report(conn, id)).transpose()?;
        let sum = report.sum(beside.as_ref().and_then(|b| b.checksum.as_deref()))?;
        if report.checksum.as_deref() != Some(sum.as_str()) {
            wrong.push(format!("report {} of {} is not what it was", report.id, report.month));
        }
    }
    Ok((wrong, all.len()))
}
