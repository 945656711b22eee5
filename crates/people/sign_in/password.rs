//! Passwords: what is too easy to guess, and how they are kept (argon2id).
//!
//! No rules about digits and signs: they make passwords that are hard to
//! remember and easy to guess (NIST SP 800-63B §5.1.1.2). Long enough, and not
//! among what people choose first.

use crate::gate::Gate;
use crate::w;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use language::{Failure, Randomness, Result};
use std::collections::HashSet;
use std::sync::OnceLock;
use words::Lang;

/// The fewest characters.
pub const SHORTEST: usize = 10;
/// The most characters; more is no password but an attack or an accident.
pub const LONGEST: usize = 200;

/// 19 MiB, two passes, one lane: OWASP's recommendation for argon2id.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// At most two at once in the whole process, whatever it serves.
static GATE: Gate = Gate::new(2);

/// A password as it is kept: a PHC string with its parameters and salt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hash(String);

impl Hash {
    /// As the table keeps it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// Fewer than [`SHORTEST`] characters.
    Short,
    /// More than [`LONGEST`] characters.
    Long,
    /// Among what people choose first.
    Common,
    /// Made of one's own name or address, or the community's name.
    Own,
}

impl Weak {
    /// The sentence for the form.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Short => w::password_short(lang),
            Self::Long => w::password_long(lang),
            Self::Common => w::password_common(lang),
            Self::Own => w::password_own(lang),
        }
    }
}

/// Checks a new password. `own` is what others know of its owner: their name,
/// their address, the community's name.
///
/// # Errors
/// Why it is too easy.
pub fn check(password: &str, own: &[&str]) -> std::result::Result<(), Weak> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Weak::Short);
    }
    if length > LONGEST {
        return Err(Weak::Long);
    }
    let small = text::normal_key(password);
    if common_words().contains(small.as_str()) {
        return Err(Weak::Common);
    }
    let distinct: HashSet<char> = small.chars().collect();
    if distinct.len() <= 3 || is_row(&small) {
        return Err(Weak::Common);
    }
    // Dots and digits in an address part words as spaces do in a name.
    let own: HashSet<String> = own
        .iter()
        .flat_map(|text| {
            let key = text::normal_key(text);
            let whole: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
            let parts = key.split(|c: char| !c.is_alphabetic()).map(str::to_owned);
            parts.chain([whole]).collect::<Vec<_>>()
        })
        .filter(|word| word.chars().count() >= 3)
        .collect();
    let common = |word: &str| common_words().contains(word);
    let known = |word: &str| common(word) || own.contains(word);
    for letters in readings(&small) {
        if is_made_of(&letters, &common) {
            return Err(Weak::Common);
        }
        if is_made_of(&letters, &known) {
            return Err(Weak::Own);
        }
    }
    Ok(())
}

/// The letters of a password, as they stand and with signs that stand for
/// letters read as such (`p@ssw0rd`).
fn readings(small: &str) -> [String; 2] {
    let plain = small.chars().filter(|c| c.is_alphabetic()).collect();
    let trimmed = small.trim_matches(|c: char| !c.is_alphabetic() && !matches!(c, '@' | '$'));
    let read = trimmed
        .chars()
        .map(|c| match c {
            '@' | '4' => 'a',
            '0' => 'o',
            '1' | '!' => 'i',
            '3' => 'e',
            '$' | '5' => 's',
            '7' => 't',
            other => other,
        })
        .filter(|c| c.is_alphabetic())
        .collect();
    [plain, read]
}

/// Whether `letters` is one or two known words, or one word over and over. Three
/// different words are a sentence, and a good password.
fn is_made_of(letters: &str, known: &impl Fn(&str) -> bool) -> bool {
    if letters.is_empty() {
        return false;
    }
    letters.char_indices().skip(1).map(|(at, _)| at).chain([letters.len()]).any(|at| {
        let (first, rest) = letters.split_at(at);
        known(first) && (rest.is_empty() || known(rest) || rest.replace(first, "").is_empty())
    })
}

/// Whether each character follows the one before it (`1234567890`, `abcdefghij`),
/// also downwards.
fn is_row(small: &str) -> bool {
    let codes: Vec<i64> = small.chars().map(|c| i64::from(u32::from(c))).collect();
    let steps = codes.windows(2).filter(|pair| {
        let step = pair[1] - pair[0];
        // 9 and 0 are neighbours on a keyboard.
        step.abs() <= 1 || step.abs() == 9
    });
    codes.len() > 1 && steps.count() * 10 >= (codes.len() - 1) * 9
}

fn common_words() -> &'static HashSet<&'static str> {
    static WORDS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        // Our own list, Dutch first, and the one that is used most.
        [include_str!("common.txt"), include_str!("chosen.txt")]
            .into_iter()
            .flat_map(str::lines)
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect()
    })
}

fn argon() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .map_err(|e| Failure::fault("set up argon2", e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a password. Takes tens of milliseconds: never within a transaction.
///
/// # Errors
/// [`language::Refusal::TooMany`] when too many wait, or a fault.
pub fn hash(password: &str, random: &dyn Randomness) -> Result<Hash> {
    let mut salt = [0; 16];
    random.fill(&mut salt);
    GATE.pass(|| hash_with(password, &salt))?
}

fn hash_with(password: &str, salt: &[u8]) -> Result<Hash> {
    let fault = |e: argon2::password_hash::Error| Failure::fault("hash a password", e.to_string());
    let salt = SaltString::encode_b64(salt).map_err(fault)?;
    let hash = argon()?.hash_password(password.as_bytes(), &salt).map_err(fault)?;
    Ok(Hash(hash.to_string()))
}

/// Whether `password` is the one of `hash`. Without a hash the answer is no,
/// after the same work: nobody learns from the clock who has an account.
///
/// # Errors
/// [`language::Refusal::TooMany`] when too many wait, or a fault.
pub fn matches(password: &str, hash: Option<&str>) -> Result<bool> {
    static NOBODY: OnceLock<String> = OnceLock::new();
    GATE.pass(|| {
        let nobody = NOBODY.get_or_init(|| {
            hash_with("nobody has this password", b"nobody's salt 16")
                .map_or(String::new(), |h| h.0)
        });
        let kept = hash.unwrap_or(nobody);
        let parsed = PasswordHash::new(kept)
            .map_err(|e| Failure::fault("read a password's hash", e.to_string()))?;
        let same = argon()?.verify_password(password.as_bytes(), &parsed).is_ok();
        Ok(same && hash.is_some())
    })?
}

#[cfg(test)]
mod tests {
    use super::*;
    use language::SeededRandomness;

    #[test]
    fn a_password_is_known_again_and_no_other_is() {
        let random = SeededRandomness::new(1);
        let hash = hash("paarse fiets in de regen", &random).unwrap();
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(matches("paarse fiets in de regen", Some(hash.as_str())).unwrap());
        assert!(!matches("paarse fiets in de Regen", Some(hash.as_str())).unwrap());
        assert!(!matches("nobody has this password", None).unwrap());
        let again = super::hash("paarse fiets in de regen", &random).unwrap();
        assert_ne!(hash, again, "each has its own salt");
    }

    #[test]
    fn what_people_choose_first_is_refused() {
        let own = ["Marijke ten Brinke", "marijke@bloemveld.example", "Het Plein"];
        for (password, expected) in [
            ("korter", Weak::Short),
            ("wachtwoord", Weak::Common),
            ("Wachtwoord123!", Weak::Common),
            ("P@ssw0rd2026", Weak::Common),
            ("welkomwelkom", Weak::Common),
            ("Zomer2026!!!", Weak::Common),
            ("1234567890", Weak::Common),
            ("abcdefghijkl", Weak::Common),
            ("aaaaaaaaaaaa", Weak::Common),
            ("qwertyuiop", Weak::Common),
            ("welkom amsterdam", Weak::Common),
            ("Bloemveld2026", Weak::Own),
            ("marijkebrinke", Weak::Own),
            ("hetplein123", Weak::Own),
            ("welkombrinke1", Weak::Own),
        ] {
            assert_eq!(check(password, &own), Err(expected), "{password}");
        }
        assert_eq!(check(&"lang ".repeat(60), &own), Err(Weak::Long));
    }

    #[test]
    fn thousands_that_are_chosen_most_are_refused() {
        let listed = common_words();
        assert!(listed.len() >= 3_000, "{} are listed", listed.len());
        let long: Vec<&&str> =
            listed.iter().filter(|word| word.chars().count() >= SHORTEST).collect();
        assert!(long.len() >= 1_500, "{} could be chosen", long.len());
        for word in long {
            assert_eq!(check(word, &[]), Err(Weak::Common), "{word}");
            assert_eq!(check(&word.to_uppercase(), &[]), Err(Weak::Common), "{word}");
        }
        // Too short by itself: what people then put behind it does not help.
        for word in listed.iter().filter(|w| (4..=9).contains(&w.len())) {
            if word.chars().all(char::is_alphabetic) {
                let password = format!("{word}123456");
                assert_eq!(check(&password, &[]), Err(Weak::Common), "{password}");
            }
        }
    }

    #[test]
    fn a_short_sentence_is_fine() {
        let own = ["Marijke ten Brinke", "Het Plein"];
        for good in [
            "koffie om tien over acht",
            "vijf natte eenden",
            "kJ8#vQ2!pL",
            "Marijke houdt van taart",
            "дождь над рекой",
        ] {
            assert_eq!(check(good, &own), Ok(()), "{good}");
        }
    }
}
