//! Numbers, shares, sizes, durations and lists.

use crate::{Lang, w};
use std::fmt::Display;

/// A whole number that a sentence counts with, by value or by reference.
pub trait Count {
    /// The number; what does not fit becomes the largest that does.
    fn count(&self) -> i64;
}

macro_rules! counts {
    ($($number:ty),+) => {$(
        impl Count for $number {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )+};
}
counts!(i16, i32, i64, u8, u16, u32, u64, usize);

impl<T: Count + ?Sized> Count for &T {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

/// What stands where a figure is not a number: a dash.
const NO_FIGURE: &str = "–";

/// The most digits behind the separator that a figure gets.
const MOST_DIGITS: usize = 12;

/// The sign between thousands and the sign before decimals.
const fn separators(lang: Lang) -> (char, char) {
    match lang {
        Lang::Nl => ('.', ','),
        Lang::En => (',', '.'),
    }
}

/// A whole number with a sign between thousands: `1.234` in Dutch, `1,234` in English.
#[must_use]
pub fn number(lang: Lang, number: i64) -> String {
    grouped(lang, &number.to_string())
}

/// A number with `digits` digits (at most 12) behind the separator, rounded to even at the very
/// half: `1.234,5` in Dutch, `1,234.5` in English. What is not finite is a dash.
#[must_use]
pub fn decimal(lang: Lang, number: f64, digits: usize) -> String {
    if !number.is_finite() {
        return NO_FIGURE.to_owned();
    }
    let plain = format!("{number:.*}", digits.min(MOST_DIGITS));
    // Nobody says "minus nothing".
    let nothing = plain.bytes().all(|b| matches!(b, b'-' | b'0' | b'.'));
    let plain = if nothing { plain.trim_start_matches('-') } else { &plain };
    match plain.split_once('.') {
        None => grouped(lang, plain),
        Some((whole, rest)) => format!("{}{}{rest}", grouped(lang, whole), separators(lang).1),
    }
}

/// Digits, with a minus or not, in groups of three.
fn grouped(lang: Lang, digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut out = String::with_capacity(sign.len() + digits.len() * 4 / 3 + 1);
    out.push_str(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separators(lang).0);
        }
        out.push(digit);
    }
    out
}

/// A share between 0 and 1 in whole hundredths: 0.32 is `32%`. Shares outside are shown as they
/// are; what is not finite is a dash.
#[must_use]
pub fn percent(lang: Lang, share: f64) -> String {
    if !share.is_finite() {
        return NO_FIGURE.to_owned();
    }
    format!("{}%", decimal(lang, share * 100.0, 0))
}

/// A size as people meet it on a disk, in steps of 1,000: `1 byte`, `3,4 kB`, `12 MB`. One digit
/// behind the separator below ten, none above.
#[must_use]
pub fn bytes(lang: Lang, bytes: u64) -> String {
    if bytes < 1000 {
        return w::bytes(lang, i64::try_from(bytes).unwrap_or(0));
    }
    let mut size = bytes as f64 / 1000.0;
    let mut unit = "kB";
    for larger in ["MB", "GB", "TB", "PB"] {
        // 999.6 kB would be shown as "1.000 kB".
        if size < 999.5 {
            break;
        }
        size /= 1000.0;
        unit = larger;
    }
    let digits = usize::from(size < 9.95);
    format!("{} {unit}", decimal(lang, size, digits))
}

/// A duration given in hours, in the largest unit that says enough: minutes below an hour, hours
/// below two days, days below three weeks, then weeks. Rounded. Negative and not-a-number count as
/// nothing.
#[must_use]
pub fn duration(lang: Lang, hours: f64) -> String {
    let minutes = if hours.is_finite() { (hours * 60.0).max(0.0).round() as i64 } else { 0 };
    let in_hours = (minutes + 30) / 60;
    let in_days = (in_hours + 12) / 24;
    match (minutes, in_hours, in_days) {
        (0, _, _) => w::less_than_a_minute(lang).to_owned(),
        (1..60, _, _) => w::minutes(lang, minutes),
        (_, ..48, _) => w::hours(lang, in_hours),
        (_, _, ..21) => w::days(lang, in_days),
        _ => w::weeks(lang, (in_days + 3) / 7),
    }
}

/// Several things in one sentence: `a`, `a en b`, `a, b en c`; nothing is an empty text.
#[must_use]
pub fn list<T: Display>(lang: Lang, items: &[T]) -> String {
    let and = w::and(lang);
    match items {
        [] => String::new(),
        [only] => only.to_string(),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(ToString::to_string).collect();
            format!("{} {and} {last}", first.join(", "))
        }
    }
}
