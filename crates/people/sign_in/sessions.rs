//! Signing in and out.

use crate::{password, store};
use database::{Database, Tx};
use language::{Moment, PersonId, PersonState, Result};

/// How long a sign-in lasts: thirty days, in seconds.
pub const SESSION_SECONDS: i64 = 30 * 86_400;

/// Somebody who just got in.
#[derive(Debug)]
pub struct Entered {
    /// Who.
    pub person: PersonId,
    /// The new session's secret, for the cookie alone; only its hash is kept.
    pub secret: String,
}

/// Opens a session with a new secret. Its id is never one that was used before.
pub(crate) fn open(tx: &mut Tx<'_>, person: PersonId, device: &str) -> Result<Entered> {
    let secret = tx.environment().random().token();
    let expires = tx.now().plus(SESSION_SECONDS * Moment::SECOND);
    store::insert_session(tx, person, &web::hash_token(&secret), device, expires)?;
    Ok(Entered { person, secret })
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
