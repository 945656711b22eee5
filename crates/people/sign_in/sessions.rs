//! Signing in and out.

use crate::{password, store};
use database::{Database, Tx};
use language::{Moment, PersonId, PersonState, Result};
use web::{LocalPath, Reply};

/// How long a sign-in lasts: thirty days, in seconds.
pub const SESSION_SECONDS: i64 = 30 * 86_400;

/// Somebody who just got in.
#[derive(Debug)]
pub struct Entered {
    /// Who.
    pub person: PersonId,
    /// The new session's secret, for the cookie alone; only its hash is kept.
    pub secret: String,
    /// What their browser shows next time; it opens nothing.
    pub known: String,
}

impl Entered {
    /// The answer that signs them in and leads to `to`.
    pub fn leads(self, to: LocalPath) -> Reply {
        Reply::SignIn { to, secret: self.secret, seconds: SESSION_SECONDS, known: self.known }
    }
}

/// What a browser that signed in keeps: it shows later that whoever tries sits where
/// the owner sat before. Only who knows the kept hash can make it, and it ends with
/// the password.
pub(crate) fn sign_of(person: PersonId, password_hash: &str) -> String {
    web::hash_token(&format!("noaber known {person} {password_hash}"))
}

/// Whether `sign` is that of the account of this address.
///
/// # Errors
/// A fault of the database.
pub(crate) fn is_known(database: &Database, email_key: &str, sign: &str) -> Result<bool> {
    if sign.is_empty() {
        return Ok(false);
    }
    database.read(|conn| {
        let Some(known) = store::by_address(conn, email_key)? else { return Ok(false) };
        let hash = store::password_of(conn, known.id)?;
        Ok(hash.is_some_and(|hash| web::token_matches(&sign_of(known.id, &hash), sign)))
    })
}

/// Opens a session with a new secret. Its id is never one that was used before.
pub(crate) fn open(tx: &mut Tx<'_>, person: PersonId, device: &str) -> Result<Entered> {
    let secret = tx.environment().random().token();
    let expires = tx.now().plus(SESSION_SECONDS * Moment::SECOND);
    store::insert_session(tx, person, &web::hash_token(&secret), device, expires)?;
    let known = store::password_of(tx, person)?.map_or_else(String::new, |h| sign_of(person, &h));
    Ok(Entered { person, secret, known })
}

/// Signs in with an address and a password. The answer and the work are the same
/// for a wrong password, an unknown address, and an account that may not enter.
///
/// # Errors
/// [`language::Refusal::TooMany`] when too many try at once, or a fault.
pub fn enter(
    database: &Database,
    email_key: &str,
    password: &str,
    device: &str,
) -> Result<Option<Entered>> {
    let (known, hash) = database.read(|conn| {
        let known = store::by_address(conn, email_key)?;
        let hash = store::password_of(conn, known.as_ref().map_or(PersonId(0), |k| k.id))?;
        Ok((known, hash))
    })?;
    let right = password::matches(password, hash.as_deref())?;
    let Some(known) = known.filter(|k| right && k.state == PersonState::Active) else {
        return Ok(None);
    };
    database.write(|tx| {
        // Somebody may have been suspended, or chosen a new password, meanwhile.
        let still = store::person(tx, known.id)?.is_some_and(|k| k.state == PersonState::Active)
            && store::password_of(tx, known.id)? == hash;
        if still { open(tx, known.id, device).map(Some) } else { Ok(None) }
    })
}

/// Ends every session of a person, on all devices.
///
/// # Errors
/// A fault of the database.
pub fn end_all(tx: &mut Tx<'_>, person: PersonId) -> Result<usize> {
    store::end_sessions(tx, person, None)
}
