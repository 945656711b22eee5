//! Tokens: kept as hashes, compared in constant time.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// What is stored of a token: 64 hexadecimal digits.
pub fn hash_token(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// Whether two texts are the same, in time that does not tell where they differ.
pub fn token_matches(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

/// The token that the forms of a browser carry, from the secret of its cookie: 128 bits, for
/// it stands in a page as often as there are forms.
pub(crate) fn form_token(cookie: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(b"noaber form:");
    hash.update(cookie.as_bytes());
    hex(&hash.finalize()[..16])
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}
