//! All database access of the outbox.

use crate::{Mail, Mailbox};
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Bool, Nullable, Text};
use language::{MailId, Moment, Result};
use schema::outbox;

/// A mail in the outbox, without its text.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Queued {
    /// Its id.
    pub id: MailId,
    /// Its key.
    pub key: String,
    /// Its kind.
    pub kind: String,
    /// Whether it is sent again in doubt.
    pub security: bool,
    /// To whom: `Name <address>`; empty when it was forgotten.
    pub recipient: String,
    /// The subject; empty when it was forgotten.
    pub subject: String,
    /// How often it was tried. With the id it is the lease's fence.
    pub attempts: i32,
    /// Why it was not sent at the last try.
    pub trouble: Option<String>,
    /// When it was put here.
    pub created_at: Moment,
}

type QueuedColumns = (
    outbox::id,
    outbox::key,
    outbox::kind,
    outbox::security,
    outbox::recipient,
    outbox::subject,
    outbox::attempts,
    outbox::trouble,
    outbox::created_at,
);

const QUEUED: QueuedColumns = (
    outbox::id,
    outbox::key,
    outbox::kind,
    outbox::security,
    outbox::recipient,
    outbox::subject,
    outbox::attempts,
    outbox::trouble,
    outbox::created_at,
);

/// A mail that this sender, and nobody else, may send until the lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leased {
    pub(crate) queued: Queued,
    pub(crate) text: String,
    pub(crate) html: String,
    /// The file that goes along: its name and its bytes.
    pub(crate) file: Option<(String, Vec<u8>)>,
}

const INSERT: &str = "
    insert into outbox (id, key, kind, security, recipient, subject, body_text, body_html,
                        state, next_at, created_at, file_name, file)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10, $11, $12)
    on conflict (key) do nothing";

/// Adds `mail` unless its key is there; returns whether it was added.
pub(crate) fn insert(tx: &mut Tx<'_>, mail: &Mail) -> Result<bool> {
    let (id, now) = (tx.new_id(), tx.now());
    let added = database::sql(INSERT)
        .bind::<BigInt, _>(id)
        .bind::<Text, _>(&mail.key)
        .bind::<Text, _>(mail.kind)
        .bind::<Bool, _>(mail.security)
        .bind::<Text, _>(mail.to.stored())
        .bind::<Text, _>(&mail.subject)
        .bind::<Text, _>(&mail.text)
        .bind::<Text, _>(&mail.html)
        .bind::<BigInt, _>(now)
        .bind::<BigInt, _>(now)
        .bind::<Nullable<Text>, _>(mail.attachment.as_ref().map(|file| file.name.as_str()))
        .bind::<Nullable<Binary>, _>(mail.attachment.as_ref().map(|file| file.bytes.as_slice()))
        .execute(&mut **tx)?;
    Ok(added == 1)
}

/// At most `most` mails to send now: security mail first, then who waits longest.
pub(crate) fn ready(conn: &mut Conn, now: Moment, most: i64) -> Result<Vec<MailId>> {
    let mut found = Vec::new();
    for security in [true, false] {
        let ids: Vec<MailId> = outbox::table
            // As the index says it, so that SQLite uses it.
            .filter(outbox::state.eq_any(["waiting", "sending"]))
            .filter(outbox::state.eq("waiting"))
            .filter(outbox::next_at.le(now))
            .filter(outbox::security.eq(security))
            .order((outbox::next_at, outbox::id))
            .limit(most)
            .select(outbox::id)
            .load(conn)?;
        found.extend(ids);
    }
    found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(found)
}

/// Takes the mail until `until`, if it still waits. From here on a crash leaves it
/// `sending`.
pub(crate) fn lease(tx: &mut Tx<'_>, id: MailId, until: Moment) -> Result<Option<Leased>> {
    let now = tx.now();
    let taken = diesel::update(
        outbox::table
            .filter(outbox::id.eq(id))
            .filter(outbox::state.eq("waiting"))
            .filter(outbox::next_at.le(now)),
    )
    .set((
        outbox::state.eq("sending"),
        outbox::attempts.eq(outbox::attempts + 1),
        outbox::lease_until.eq(Some(until)),
    ))
    .execute(&mut **tx)?;
    if taken == 0 {
        return Ok(None);
    }
    let queued = outbox::table.filter(outbox::id.eq(id)).select(QUEUED).first(&mut **tx)?;
    type Body = (String, String, Option<String>, Option<Vec<u8>>);
    let (text, html, name, bytes): Body = outbox::table
        .filter(outbox::id.eq(id))
        .select((outbox::body_text, outbox::body_html, outbox::file_name, outbox::file))
        .first(&mut **tx)?;
    Ok(Some(Leased { queued, text, html, file: name.zip(bytes) }))
}

/// Notes that the mail went out. Its text is no longer needed, and may hold a link
/// that opens a door: it goes.
///
/// Whoever held the lease last knows best: also when another sender, after the
/// lease, took the mail for lost.
pub(crate) fn mark_sent(tx: &mut Tx<'_>, mail: &Queued) -> Result<bool> {
    let now = tx.now();
    let marked = diesel::update(
        outbox::table
            .filter(outbox::id.eq(mail.id))
            .filter(outbox::attempts.eq(mail.attempts))
            .filter(outbox::state.ne("sent")),
    )
    .set((
        outbox::state.eq("sent"),
        outbox::sent_at.eq(Some(now)),
        outbox::lease_until.eq(None::<Moment>),
        outbox::trouble.eq(None::<String>),
        outbox::body_text.eq(""),
        outbox::body_html.eq(""),
        outbox::file_name.eq(None::<String>),
        outbox::file.eq(None::<Vec<u8>>),
    ))
    .execute(&mut **tx)?;
    Ok(marked == 1)
}

/// Notes that the mail did not go out and is tried again at `next_at`, if the lease
/// is still this sender's.
pub(crate) fn mark_later(
    tx: &mut Tx<'_>,
    mail: &Queued,
    next_at: Moment,
    why: &str,
) -> Result<bool> {
    let marked = diesel::update(
        outbox::table
            .filter(outbox::id.eq(mail.id))
            .filter(outbox::attempts.eq(mail.attempts))
            .filter(outbox::state.eq("sending")),
    )
    .set((
        outbox::state.eq("waiting"),
        outbox::next_at.eq(next_at),
        outbox::lease_until.eq(None::<Moment>),
        outbox::trouble.eq(Some(why)),
    ))
    .execute(&mut **tx)?;
    Ok(marked == 1)
}

/// Notes that the mail will never be sent, if the lease is still this sender's.
pub(crate) fn mark_failed(tx: &mut Tx<'_>, mail: &Queued, why: &str) -> Result<bool> {
    let marked = diesel::update(
        outbox::table
            .filter(outbox::id.eq(mail.id))
            .filter(outbox::attempts.eq(mail.attempts))
            .filter(outbox::state.eq("sending")),
    )
    .set((
        outbox::state.eq("failed"),
        outbox::lease_until.eq(None::<Moment>),
        outbox::trouble.eq(Some(why)),
        outbox::body_text.eq(""),
        outbox::body_html.eq(""),
        outbox::file_name.eq(None::<String>),
        outbox::file.eq(None::<Vec<u8>>),
    ))
    .execute(&mut **tx)?;
    Ok(marked == 1)
}

/// Whether there is a mail whose sender is gone, or that waits since `oldest`.
pub(crate) fn has_lost(conn: &mut Conn, now: Moment, oldest: Moment) -> Result<bool> {
    let expired = outbox::state.eq("sending").and(outbox::lease_until.le(now));
    let stale = outbox::state.eq("waiting").and(outbox::created_at.le(oldest));
    let found = outbox::table
        .filter(outbox::state.eq_any(["waiting", "sending"]))
        .filter(expired.assume_not_null().or(stale))
        .select(outbox::id)
        .first::<MailId>(conn)
        .optional()?;
    Ok(found.is_some())
}

/// Mails whose lease expired: security mail waits again, others have failed.
/// Mails that wait since `oldest` have failed.
pub(crate) fn settle_lost(
    tx: &mut Tx<'_>,
    oldest: Moment,
    unknown: &str,
    stale: &str,
) -> Result<usize> {
    let now = tx.now();
    let expired =
        || outbox::table.filter(outbox::state.eq("sending")).filter(outbox::lease_until.le(now));
    diesel::update(expired().filter(outbox::security.eq(true)))
        .set((
            outbox::state.eq("waiting"),
            outbox::next_at.eq(now),
            outbox::lease_until.eq(None::<Moment>),
            outbox::trouble.eq(Some(unknown)),
        ))
        .execute(&mut **tx)?;
    let failed = |why: &str| {
        (
            outbox::state.eq("failed"),
            outbox::lease_until.eq(None::<Moment>),
            outbox::trouble.eq(Some(why.to_owned())),
            outbox::body_text.eq(""),
            outbox::body_html.eq(""),
            outbox::file_name.eq(None::<String>),
            outbox::file.eq(None::<Vec<u8>>),
        )
    };
    let lost = diesel::update(expired().filter(outbox::security.eq(false)))
        .set(failed(unknown))
        .execute(&mut **tx)?;
    let old = diesel::update(
        outbox::table.filter(outbox::state.eq("waiting")).filter(outbox::created_at.le(oldest)),
    )
    .set(failed(stale))
    .execute(&mut **tx)?;
    Ok(lost + old)
}

/// When the next mail is to be sent, or a lease ends; `None` when nothing waits.
///
/// # Errors
/// A fault of the database.
pub fn due(conn: &mut Conn) -> Result<Option<Moment>> {
    let waiting: Option<Moment> = outbox::table
        .filter(outbox::state.eq_any(["waiting", "sending"]))
        .filter(outbox::state.eq("waiting"))
        .select(outbox::next_at)
        .order(outbox::next_at)
        .first(conn)
        .optional()?;
    let leased: Option<Moment> = outbox::table
        .filter(outbox::state.eq("sending"))
        .filter(outbox::lease_until.is_not_null())
        .select(outbox::lease_until.assume_not_null())
        .order(outbox::lease_until)
        .first(conn)
        .optional()?;
    Ok(waiting.into_iter().chain(leased).min())
}

/// How the outbox stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Mails that wait for their turn.
    pub waiting: i64,
    /// Mails that are being sent.
    pub sending: i64,
    /// Mails that were sent.
    pub sent: i64,
    /// Mails that will never be sent.
    pub failed: i64,
    /// Since when the oldest of those that wait does so.
    pub waiting_since: Option<Moment>,
}

/// How many mails are in each state.
///
/// # Errors
/// A fault of the database.
pub fn standing(conn: &mut Conn) -> Result<Standing> {
    let counts: Vec<(String, i64)> = outbox::table
        .group_by(outbox::state)
        .select((outbox::state, diesel::dsl::count_star()))
        .load(conn)?;
    let of = |state: &str| counts.iter().find(|(s, _)| s == state).map_or(0, |(_, n)| *n);
    let waiting_since = outbox::table
        .filter(outbox::state.eq_any(["waiting", "sending"]))
        .filter(outbox::state.eq("waiting"))
        .select(outbox::created_at)
        .order(outbox::created_at)
        .first(conn)
        .optional()?;
    Ok(Standing {
        waiting: of("waiting"),
        sending: of("sending"),
        sent: of("sent"),
        failed: of("failed"),
        waiting_since,
    })
}

/// The last mails that failed, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn failures(conn: &mut Conn, most: i64) -> Result<Vec<Queued>> {
    Ok(outbox::table
        .filter(outbox::state.eq("failed"))
        .order(outbox::id.desc())
        .limit(most)
        .select(QUEUED)
        .load(conn)?)
}

/// Forgets to whom mails went, and about what, that were sent or failed and were
/// made before `before`. Their keys stay: a second one stays impossible.
///
/// # Errors
/// A fault of the database.
pub fn forget_before(tx: &mut Tx<'_>, before: Moment) -> Result<usize> {
    Ok(diesel::update(
        outbox::table
            .filter(outbox::state.eq_any(["sent", "failed"]))
            .filter(outbox::created_at.lt(before))
            .filter(outbox::recipient.ne("")),
    )
    .set((outbox::recipient.eq(""), outbox::subject.eq(""), outbox::trouble.eq(None::<String>)))
    .execute(&mut **tx)?)
}

/// Forgets everything about mails to this address, those that wait included: they
/// are not sent any more.
///
/// # Errors
/// A fault of the database.
pub fn forget_address(tx: &mut Tx<'_>, mailbox: &Mailbox) -> Result<usize> {
    let mut pattern = String::from("% <");
    for c in mailbox.address().chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('>');
    let theirs = || {
        outbox::recipient
            .eq(mailbox.address())
            .or(outbox::recipient.like(pattern.clone()).escape('\\'))
    };
    diesel::update(
        outbox::table.filter(outbox::state.eq_any(["waiting", "sending"])).filter(theirs()),
    )
    .set(outbox::state.eq("failed"))
    .execute(&mut **tx)?;
    Ok(diesel::update(outbox::table.filter(theirs()))
        .set((
            outbox::recipient.eq(""),
            outbox::subject.eq(""),
            outbox::body_text.eq(""),
            outbox::body_html.eq(""),
            outbox::file_name.eq(None::<String>),
            outbox::file.eq(None::<Vec<u8>>),
            outbox::lease_until.eq(None::<Moment>),
            outbox::trouble.eq(None::<String>),
        ))
        .execute(&mut **tx)?)
}
