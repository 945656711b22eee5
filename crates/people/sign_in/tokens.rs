//! What a mailed link or a printed code can do, once.
//!
//! 256 random bits in a link; a code has 12 signs of an alphabet of 30 (58 bits),
//! which a person can type. Kept as a hash, bound to a purpose and a person.

use crate::store;
use database::{Conn, Tx};
use language::{Moment, PersonId, Randomness, Refusal, Result};

language::text_enum!(
    /// What a token is for. A token of one purpose does nothing for another.
    Purpose {
        /// A mailed invitation.
        Invitation = "invitation",
        /// Proves that an address is read by its owner.
        Verify = "verify",
        /// Chooses a new password.
        Reset = "reset",
        /// Agrees, from the old address, with a new one.
        ChangeAddress = "change_address",
        /// A printed code with which somebody takes the place that is theirs.
        Claim = "claim",
    }
);

impl Purpose {
    /// How long it works, in microseconds.
    pub fn lasts(self) -> i64 {
        match self {
            Self::Invitation => 30 * Moment::DAY,
            Self::Verify => 7 * Moment::DAY,
            Self::Reset => Moment::HOUR,
            Self::ChangeAddress => Moment::DAY,
            Self::Claim => 90 * Moment::DAY,
        }
    }
}

/// A token that still works.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) id: i64,
    pub(crate) purpose: Purpose,
    pub(crate) person: PersonId,
    pub(crate) payload: String,
}

/// Digits and letters that nobody mixes up on paper.
const CODE_ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH: usize = 12;

/// A new code, such as `7KWM-PQ3D-XV9T`.
fn code(random: &dyn Randomness) -> String {
    let mut code = String::with_capacity(CODE_LENGTH + 2);
    let mut signs = 0;
    while signs < CODE_LENGTH {
        let mut byte = [0];
        random.fill(&mut byte);
        // 240 is eight times 30: what is above would make some signs likelier.
        if byte[0] < 240 {
            if signs > 0 && signs % 4 == 0 {
                code.push('-');
            }
            code.push(char::from(CODE_ALPHABET[usize::from(byte[0] % 30)]));
            signs += 1;
        }
    }
    code
}

/// A code as it was made, from how somebody typed it: small letters, spaces and
/// other dashes are fine. None when it cannot be one.
pub(crate) fn read_code(typed: &str) -> Option<String> {
    let signs: String =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    let known = signs.bytes().all(|b| CODE_ALPHABET.contains(&b));
    (signs.len() == CODE_LENGTH && known)
        .then(|| format!("{}-{}-{}", &signs[..4], &signs[4..8], &signs[8..]))
}

/// Makes a token; returns its id and its secret, which nobody keeps.
pub(crate) fn issue(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    person: PersonId,
    payload: &str,
) -> Result<(i64, String)> {
    let random = tx.environment().random();
    let secret = if purpose == Purpose::Claim { code(random) } else { random.token() };
    let id = store::insert_token(tx, purpose, person, payload, &web::hash_token(&secret))?;
    Ok((id, secret))
}

/// The token of this secret for one of `purposes`, while it works. Spends nothing.
pub(crate) fn find(
    conn: &mut Conn,
    purposes: &[Purpose],
    secret: &str,
    now: Moment,
) -> Result<Option<Token>> {
    store::token(conn, purposes, &web::hash_token(secret), now)
}

/// Spends the token of this secret. Of many at once one succeeds.
///
/// # Errors
/// [`Refusal::Gone`] when it was spent, has expired or never was.
pub(crate) fn spend(tx: &mut Tx<'_>, purposes: &[Purpose], secret: &str) -> Result<Token> {
    let now = tx.now();
    let token = find(tx, purposes, secret, now)?.ok_or(Refusal::Gone)?;
    if store::spend_token(tx, token.id, now)? { Ok(token) } else { Err(Refusal::Gone.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use language::SeededRandomness;

    #[test]
    fn a_code_can_be_typed_carelessly() {
        let code = code(&SeededRandomness::new(3));
        assert_eq!(code.len(), 14);
        assert_eq!(read_code(&code).as_deref(), Some(code.as_str()));
        let careless = code.to_lowercase().replace('-', " – ");
        assert_eq!(read_code(&careless).as_deref(), Some(code.as_str()));
        for wrong in ["", "ABCD-EFGH", "ABCD-EFGH-JKL0", "ABCD-EFGH-JKMN-P", "ÀBCD-EFGH-JKMN"] {
            assert_eq!(read_code(wrong), None, "{wrong}");
        }
    }
}
