//! The address that somebody signs in with: proving it, changing it.

use crate::accounts::first_name;
use crate::mails::{self, Letter};
use crate::store::{self, Known};
use crate::tokens::{self, Purpose};
use crate::w;
use database::{Conn, Tx};
use language::{Fact, Moment, ObjectKind, PersonId, PersonState, Refusal, Result, Verb};
use text::Email;

/// Sends a link that proves that this person reads their address.
///
/// # Errors
/// A fault of the database.
pub fn send_proof(tx: &mut Tx<'_>, person: PersonId, base_url: &str) -> Result<()> {
    let known = store::person(tx, person)?.ok_or(Refusal::NotFound)?;
    let Some(email) = known.email.as_deref().and_then(|e| Email::parse(e).ok()) else {
        return Ok(());
    };
    let Some((community, language)) = store::community(tx)? else { return Ok(()) };
    let lang = mails::language_of(known.language.as_deref(), language);
    let (id, secret) = tokens::issue(tx, Purpose::Verify, person, email.key())?;
    let community = delivery::defang(&community);
    Letter {
        key: format!("verify:{id}"),
        kind: "verify",
        name: &known.name,
        address: email.as_str(),
        lang,
        community: &community,
        subject: w::verify_mail_subject(lang, &community),
        paragraphs: vec![
            w::mail_hello(lang, delivery::defang(first_name(&known.name))),
            w::verify_mail_text(lang, &community),
        ],
        button: Some((w::verify_mail_button(lang), format!("{base_url}/verify/{secret}"))),
        foot: w::verify_mail_foot(lang).to_owned(),
    }
    .enqueue(tx)?;
    Ok(())
}

/// Spends the proof.
///
/// # Errors
/// [`Refusal::Gone`] when it was used, has expired, or the address changed since.
pub fn prove(tx: &mut Tx<'_>, secret: &str) -> Result<()> {
    let token = tokens::spend(tx, &[Purpose::Verify], secret)?;
    if store::verify_address(tx, token.person, &token.payload)? {
        Ok(())
    } else {
        Err(Refusal::Gone.into())
    }
}

/// What became of a wish for another address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The old address was asked; nothing changed yet.
    Asked,
    /// There was no old address: the new one stands, and was asked for its proof.
    Set,
}

/// Asks the old address whether it agrees with the new one. Who has none gets the
/// new one at once.
///
/// # Errors
/// [`Refusal::Conflict`] when somebody has the new one, [`Refusal::TooMany`] when
/// it was asked often in the last hour.
pub fn ask_change(
    tx: &mut Tx<'_>,
    person: PersonId,
    new: &Email,
    base_url: &str,
) -> Result<Change> {
    let known = store::person(tx, person)?.ok_or(Refusal::NotFound)?;
    if store::by_address(tx, new.key())?.is_some() {
        return Err(Refusal::Conflict.into());
    }
    let Some(old) = &known.email else {
        set(tx, person, new, base_url)?;
        return Ok(Change::Set);
    };
    let Some((community, language)) = store::community(tx)? else { return Ok(Change::Asked) };
    let an_hour_ago = tx.now().plus(-Moment::HOUR);
    if store::tokens_since(tx, person, Purpose::ChangeAddress, an_hour_ago)? >= 5 {
        return Err(Refusal::TooMany.into());
    }
    store::withdraw_tokens(tx, person, &[Purpose::ChangeAddress])?;
    let lang = mails::language_of(known.language.as_deref(), language);
    let (id, secret) = tokens::issue(tx, Purpose::ChangeAddress, person, new.as_str())?;
    let community = delivery::defang(&community);
    Letter {
        key: format!("change-address:{id}"),
        kind: "change-address",
        name: &known.name,
        address: old,
        lang,
        community: &community,
        subject: w::address_mail_subject(lang, &community),
        paragraphs: vec![
            w::mail_hello(lang, delivery::defang(first_name(&known.name))),
            w::address_mail_text(lang, new.as_str(), &community),
        ],
        button: Some((w::address_mail_button(lang), format!("{base_url}/address/{secret}"))),
        foot: w::address_mail_foot(lang).to_owned(),
    }
    .enqueue(tx)?;
    Ok(Change::Asked)
}

/// Whose address this link changes into which, while it works.
pub(crate) fn look(conn: &mut Conn, secret: &str, now: Moment) -> Result<(Known, String)> {
    let token = tokens::find(conn, &[Purpose::ChangeAddress], secret, now)?.ok_or(Refusal::Gone)?;
    let known = store::person(conn, token.person)?.ok_or(Refusal::Gone)?;
    Ok((known, token.payload))
}

/// Whether a link to prove an address still works.
pub(crate) fn look_proof(conn: &mut Conn, secret: &str, now: Moment) -> Result<String> {
    let token = tokens::find(conn, &[Purpose::Verify], secret, now)?.ok_or(Refusal::Gone)?;
    Ok(token.payload)
}

/// Spends the old address's consent: the new address stands, and gets a mail to
/// prove itself.
///
/// # Errors
/// [`Refusal::Gone`] when the link was used or has expired, [`Refusal::Conflict`]
/// when somebody else took the address meanwhile.
pub fn finish_change(tx: &mut Tx<'_>, secret: &str, base_url: &str) -> Result<PersonId> {
    let token = tokens::spend(tx, &[Purpose::ChangeAddress], secret)?;
    let known = store::person(tx, token.person)?.ok_or(Refusal::Gone)?;
    let email = Email::parse(&token.payload).map_err(|_| Refusal::Gone)?;
    if known.state != PersonState::Active {
        return Err(Refusal::Gone.into());
    }
    if store::by_address(tx, email.key())?.is_some_and(|other| other.id != known.id) {
        return Err(Refusal::Conflict.into());
    }
    set(tx, known.id, &email, base_url)?;
    Ok(known.id)
}

fn set(tx: &mut Tx<'_>, person: PersonId, email: &Email, base_url: &str) -> Result<()> {
    store::set_address(tx, person, email)?;
    // A link that went to the old address must not open the account any more.
    store::withdraw_tokens(tx, person, &[Purpose::Reset, Purpose::Verify])?;
    store::audit(tx, Some(person), "address changed", Some(person), "")?;
    let mut fact = Fact::new(Verb::PersonChange, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Person;
    let who = facts::who(tx, person)?;
    let fact = who.was_target(who.did(fact));
    facts::record(tx, &fact)?;
    send_proof(tx, person, base_url)
}
