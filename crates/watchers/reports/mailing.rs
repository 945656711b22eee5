//! The monthly mail that says that a report is there.
//!
//! It goes to chosen people, on a day of the month or when the report is finished after it.
//! It holds a link that asks to sign in; the figures only where the PDF was chosen to go
//! along. A mail is put in the outbox under a key of recipient and report, so that it goes
//! once, whatever happens.

use crate::compare::Beside;
use crate::month::Month;
use crate::sections::sections;
use crate::store::{self, Recipient};
use crate::tell::{self, Telling};
use crate::{files, w};
use database::{Database, Tx};
use delivery::{Attachment, Mail, Mailbox};
use jiff::tz::TimeZone;
use language::{Failure, Result};
use std::collections::BTreeMap;
use words::Lang;

/// Puts the mails of this month in the outbox when their day has come and the report of the
/// last month that is over is finished. Does nothing twice. Returns how many were put there.
///
/// # Errors
/// A fault of the database.
pub fn send_due(database: &Database, base_url: &str) -> Result<usize> {
    let zone = database.zone();
    let today = database.now().day(&zone);
    let Some(plan) = database.read(store::plan)? else { return Ok(0) };
    if i32::from(today.date().day()) < plan.day {
        return Ok(0);
    }
    // The month before this one: its day to send lies in the month after it.
    let month = Month::of(today).before();
    let due = database.snapshot(|conn| {
        let Some(id) = store::finished_of(conn, month)? else { return Ok(None) };
        let to = store::recipients(conn)?;
        let missing = store::unsent(conn, &keys(id, &to))?;
        Ok(Some((id, to, missing)))
    })?;
    let Some((id, to, missing)) = due else { return Ok(0) };
    if missing.is_empty() {
        return Ok(0);
    }
    let letter = Letter::read(database, id, plan.attached, base_url, &zone)?;
    let mut sent = 0;
    for one in to.iter().filter(|one| missing.contains(&key(id, one))) {
        let mails = letter.to(one)?;
        sent += database.write(|tx| put(tx, mails))?;
    }
    Ok(sent)
}

fn put(tx: &mut Tx<'_>, mail: Option<Mail>) -> Result<usize> {
    match mail {
        Some(mail) => Ok(usize::from(delivery::enqueue(tx, mail)?)),
        None => Ok(0),
    }
}

/// A correction is another report, and another mail.
fn key(report: i64, one: &Recipient) -> String {
    format!("report:{report}:{}", one.id)
}

fn keys(report: i64, to: &[Recipient]) -> Vec<String> {
    to.iter().filter(|one| one.email.is_some()).map(|one| key(report, one)).collect()
}

/// What all mails of a report share.
struct Letter {
    report: i64,
    community: String,
    language: Lang,
    title: BTreeMap<&'static str, String>,
    attached: BTreeMap<&'static str, Attachment>,
    link: String,
}

impl Letter {
    fn read(
        database: &Database,
        id: i64,
        attached: bool,
        base_url: &str,
        zone: &TimeZone,
    ) -> Result<Self> {
        let (report, beside, community) = database.snapshot(|conn| {
            let report = store::report(conn, id)?;
            let beside = report.beside.map(|id| store::report(conn, id)).transpose()?;
            Ok((report, beside, store::community_of(conn)?))
        })?;
        let (community, language) = community.unwrap_or_default();
        let mut letter = Self {
            report: id,
            language: Lang::from_code(&language).unwrap_or_default(),
            title: BTreeMap::new(),
            attached: BTreeMap::new(),
            link: format!("{base_url}/reports/{id}"),
            community,
        };
        for lang in Lang::ALL {
            let telling = Telling { lang, community: &letter.community, zone };
            letter.title.insert(lang.code(), tell::title(lang, &report));
            if attached {
                let other = beside.as_ref().and_then(|one| {
                    let figures = one.snapshot.figures.as_ref()?;
                    Some(Beside { month: one.month, figures })
                });
                let sections = sections(lang, &report.snapshot, other);
                let bytes = files::pdf(&telling, &report, &sections)?;
                let name = format!("{}.pdf", files::name(&telling, &report));
                letter
                    .attached
                    .insert(lang.code(), Attachment { name, media_type: "application/pdf", bytes });
            }
        }
        Ok(letter)
    }

    /// The mail to one; none where it would have nowhere to go or say nothing.
    fn to(&self, one: &Recipient) -> Result<Option<Mail>> {
        let Some(email) = &one.email else { return Ok(None) };
        let lang = one.language.as_deref().and_then(Lang::from_code).unwrap_or(self.language);
        let attachment = self.attached.get(lang.code()).cloned();
        // Who has no account cannot sign in: only the PDF is of use.
        if one.person.is_none() && attachment.is_none() {
            return Ok(None);
        }
        let to =
            Mailbox::new(&one.name, email).map_err(|e| Failure::fault("address a report", e))?;
        let community = delivery::defang(&self.community);
        let title = self.title.get(lang.code()).cloned().unwrap_or_default();
        let mut lines = vec![w::mail_there(lang, &community, &title)];
        if attachment.is_some() {
            lines.push(w::mail_attached(lang).to_owned());
        }
        if one.person.is_some() {
            lines.push(w::mail_read(lang, &self.link));
        }
        lines.push(w::mail_why(lang, &community));
        Ok(Some(Mail {
            key: key(self.report, one),
            kind: "report",
            security: false,
            to,
            subject: w::mail_subject(lang, &community, &title),
            text: lines.join("\n\n"),
            html: String::new(),
            attachment,
        }))
    }
}
