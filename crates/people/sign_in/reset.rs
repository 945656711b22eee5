//! A forgotten password.

use crate::accounts::first_name;
use crate::mails::{self, Letter};
use crate::password::Hash;
use crate::sessions::{self, Entered};
use crate::store::{self, Known};
use crate::tokens::{self, Purpose};
use crate::{invitations, w};
use database::{Conn, Tx};
use language::{Moment, PersonState, Refusal, Result};

/// More mails than this an hour nobody needs, whoever asks for them.
const MOST_AN_HOUR: i64 = 3;

/// Sends what helps the owner of this address to get in: a link for a new
/// password, or their invitation once more. For an unknown address nothing.
/// Whoever asks sees the same in all cases; so do it apart from their request.
///
/// # Errors
/// A fault of the database.
pub fn ask(tx: &mut Tx<'_>, email_key: &str, base_url: &str) -> Result<()> {
    let Some(known) = store::by_address(tx, email_key)? else { return Ok(()) };
    let purpose = match known.state {
        PersonState::Active => Purpose::Reset,
        PersonState::Invited => Purpose::Invitation,
        _ => return Ok(()),
    };
    let an_hour_ago = tx.now().plus(-Moment::HOUR);
    if store::tokens_since(tx, known.id, purpose, an_hour_ago)? >= MOST_AN_HOUR {
        return Ok(());
    }
    match purpose {
        Purpose::Reset => send_link(tx, &known, base_url),
        _ => invitations::mail(tx, &known, None, base_url),
    }
}

fn send_link(tx: &mut Tx<'_>, known: &Known, base_url: &str) -> Result<()> {
    let Some((community, language)) = store::community(tx)? else { return Ok(()) };
    let Some(address) = &known.email else { return Ok(()) };
    let lang = mails::language_of(known.language.as_deref(), language);
    let (id, secret) = tokens::issue(tx, Purpose::Reset, known.id, "")?;
    let name = delivery::defang(first_name(&known.name));
    let community = delivery::defang(&community);
    Letter {
        key: format!("reset:{id}"),
        kind: "reset",
        name: &known.name,
        address,
        lang,
        community: &community,
        subject: w::reset_mail_subject(lang, &community),
        paragraphs: vec![w::mail_hello(lang, &name), w::reset_mail_text(lang, &community)],
        button: Some((w::reset_mail_button(lang), format!("{base_url}/reset/{secret}"))),
        foot: w::reset_mail_foot(lang).to_owned(),
    }
    .enqueue(tx)?;
    Ok(())
}

/// Whose password this link chooses, while it works.
///
/// # Errors
/// [`Refusal::Gone`].
pub(crate) fn look(conn: &mut Conn, secret: &str, now: Moment) -> Result<Known> {
    let token = tokens::find(conn, &[Purpose::Reset], secret, now)?.ok_or(Refusal::Gone)?;
    let known = store::person(conn, token.person)?.ok_or(Refusal::Gone)?;
    if known.state == PersonState::Active { Ok(known) } else { Err(Refusal::Gone.into()) }
}

/// Spends the link: sets the password, ends all sessions, opens a new one. Who
/// could open the link reads the address, so that counts as verified.
///
/// # Errors
/// [`Refusal::Gone`] when the link was used or has expired.
pub fn finish(tx: &mut Tx<'_>, secret: &str, hash: &Hash, device: &str) -> Result<Entered> {
    let token = tokens::spend(tx, &[Purpose::Reset], secret)?;
    let known = store::person(tx, token.person)?.ok_or(Refusal::Gone)?;
    if known.state != PersonState::Active {
        return Err(Refusal::Gone.into());
    }
    crate::accounts::set_password(tx, known.id, hash)?;
    if let Some(email) = &known.email
        && let Ok(email) = text::Email::parse(email)
    {
        store::verify_address(tx, known.id, email.key())?;
    }
    tell_changed(tx, &known)?;
    sessions::open(tx, known.id, device)
}

/// Tells somebody that their password was changed.
pub(crate) fn tell_changed(tx: &mut Tx<'_>, known: &Known) -> Result<()> {
    let Some((community, language)) = store::community(tx)? else { return Ok(()) };
    let Some(address) = &known.email else { return Ok(()) };
    let lang = mails::language_of(known.language.as_deref(), language);
    let community = delivery::defang(&community);
    Letter {
        key: format!("password:{}:{}", known.id, tx.now()),
        kind: "password",
        name: &known.name,
        address,
        lang,
        community: &community,
        subject: w::changed_mail_subject(lang, &community),
        paragraphs: vec![
            w::mail_hello(lang, delivery::defang(first_name(&known.name))),
            w::changed_mail_text(lang, &community),
        ],
        button: None,
        foot: w::changed_mail_foot(lang).to_owned(),
    }
    .enqueue(tx)?;
    Ok(())
}
