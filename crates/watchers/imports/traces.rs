//! What a run made and changed, kept for as long as it can be taken back.
//!
//! Numbers are kept as their steps from one to the next: what is made together has ids that lie
//! together, so a thousand of them take a few kilobytes and the publishing hardly notices.

use language::{Failure, Result};
use serde::{Deserialize, Serialize};

/// What a list of numbers is of. The codes are in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    /// New departments, parents first.
    Departments = 1,
    /// New people.
    People = 2,
    /// New groups.
    Groups = 3,
    /// New topics.
    Topics = 4,
    /// New posts.
    Posts = 5,
    /// New comments, parents first.
    Comments = 6,
    /// Keys of new contacts.
    Contacts = 7,
    /// The facts of all that happened.
    Facts = 8,
    /// Group and person of each new membership.
    Memberships = 9,
    /// Kind and id of the subject, person and place of the word: reactions to what was there.
    Reactions = 10,
    /// Person and moment: those who were known and joined with their first act.
    Joined = 11,
}

/// So many numbers stand in one row.
const AT_ONCE: usize = 2_000;
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The rows for a list of numbers.
pub(crate) fn pack(numbers: &[i64]) -> Vec<String> {
    numbers.chunks(AT_ONCE).map(pack_some).collect()
}

fn pack_some(numbers: &[i64]) -> String {
    let mut text = String::with_capacity(numbers.len() * 4);
    let mut before = 0_i64;
    for number in numbers {
        let step = number.wrapping_sub(before);
        before = *number;
        // Steps back are odd, steps forward even: small either way.
        write(((step << 1) ^ (step >> 63)).cast_unsigned(), &mut text);
    }
    text
}

fn write(mut number: u64, text: &mut String) {
    if !text.is_empty() {
        text.push(' ');
    }
    let mut digits = Vec::with_capacity(13);
    loop {
        // The remainder is below 36.
        digits.push(DIGITS[usize::try_from(number % 36).unwrap_or_default()]);
        number /= 36;
        if number == 0 {
            break;
        }
    }
    text.extend(digits.iter().rev().map(|digit| char::from(*digit)));
}

/// The numbers of a row.
pub(crate) fn unpack(text: &str) -> Result<Vec<i64>> {
    let mut before = 0_i64;
    text.split_ascii_whitespace()
        .map(|word| {
            let step = u64::from_str_radix(word, 36)
                .map_err(|e| Failure::fault("read what an import made", e))?;
            let step = (step >> 1).cast_signed() ^ -((step & 1).cast_signed());
            before = before.wrapping_add(step);
            Ok(before)
        })
        .collect()
}

/// What was changed of somebody or of a department: what it was, and what the run made of it. It
/// is put back only where it still is what the run made of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Before {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<(String, String)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<(Option<String>, String)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<(Option<i64>, i64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<(String, String)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started: Option<(Option<i64>, i64)>,
    /// The key by which the source knows somebody who had none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// A further key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headcount: Option<(Option<i32>, i32)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_as_they_went() {
        let numbers = [0, 1, 2, 2, 1, i64::MAX, i64::MIN, -1, 7_000_000_000_000, 3];
        let packed = pack(&numbers);
        assert_eq!(packed.len(), 1);
        assert_eq!(unpack(&packed[0]).unwrap(), numbers);
        let many: Vec<i64> = (0..4_001).map(|n| n * 37 + 1_000_000_000_000_000_000).collect();
        let packed = pack(&many);
        assert_eq!(packed.len(), 3);
        assert!(packed.iter().all(|row| row.len() < 9_000));
        let back: Vec<i64> = packed.iter().flat_map(|row| unpack(row).unwrap()).collect();
        assert_eq!(back, many);
        assert!(unpack("1 ?").is_err());
        assert_eq!(unpack("").unwrap(), Vec::<i64>::new());
    }

    #[test]
    fn a_row_never_grows_too_long() {
        let wild: Vec<i64> = (0..AT_ONCE as i64)
            .map(|n| if n % 2 == 0 { i64::MAX - n } else { i64::MIN + n })
            .collect();
        assert!(pack(&wild)[0].len() <= 40_000);
    }
}
