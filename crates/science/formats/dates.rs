//! Dates and times as people and systems write them.
//!
//! Known dates: `2024-03-01`, `2024/03/01`, `20240301`, `01-03-2024`, `1/3/2024`, `1.3.2024`,
//! `1 maart 2024`, `1-mrt-2024`, `1 Mar 2024`, `March 1, 2024`.
//!
//! Between numbers the day comes before the month, always: `03-04-2024` is 3 April. A date that only
//! makes sense the other way round (`03/25/2024`) is refused and not guessed, because the rows around
//! it that make sense both ways would be wrong without a sign. Years have four digits.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

/// The years that are believed; outside them a number is a mistake or no date.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

const MONTHS: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "februari", "february"],
    &["mrt", "maart", "mar", "march"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augustus", "august"],
    &["sep", "sept", "september"],
    &["okt", "oktober", "oct", "october"],
    &["nov", "november"],
    &["dec", "december"],
];

/// A calendar date.
pub(crate) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() > 40 {
        return None;
    }
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return numbers(text.get(..4)?, text.get(4..6)?, text.get(6..)?);
    }
    let parts: Vec<&str> = text
        .split(|c: char| matches!(c, '-' | '/' | '.' | ',') || c.is_whitespace())
        .filter(|p| !p.is_empty())
        .collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    if a.len() == 4 {
        return numbers(a, b, c);
    }
    if c.len() != 4 {
        return None;
    }
    if let Some(month) = month(b) {
        return numbers(c, &month.to_string(), a);
    }
    match month(a) {
        Some(month) => numbers(c, &month.to_string(), b),
        None => numbers(c, b, a),
    }
}

fn month(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    MONTHS.iter().position(|names| names.contains(&lower.as_str())).map(|i| i + 1)
}

fn numbers(year: &str, month: &str, day: &str) -> Option<Date> {
    let digits = |text: &str| text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    if !(digits(year) && digits(month) && digits(day)) {
        return None;
    }
    let year: i16 = year.parse().ok()?;
    let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
    YEARS.contains(&year).then_some(date)
}

/// The first moment of the day in the zone, in microseconds UTC. A time after the date is left aside.
pub(crate) fn day(text: &str, zone: &TimeZone) -> Option<i64> {
    let date = date(text)
        .or_else(|| split(text).and_then(|(left, right)| clock(right).and(date(left))))?;
    micros(DateTime::from_parts(date, Time::midnight()), zone)
}

/// A moment in microseconds UTC: a date with a time, with or without a zone, or seconds since 1970
/// (13 digits are milliseconds). Without a zone of its own it is local time in `zone`; where the
/// clock went back the first of the two moments counts, where it went forward the time moves along.
pub(crate) fn moment(text: &str, zone: &TimeZone) -> Option<i64> {
    let text = text.trim();
    if text.len() > 60 {
        return None;
    }
    if let Some(micros) = epoch(text) {
        return Some(micros);
    }
    if let Some(date) = date(text) {
        return micros(DateTime::from_parts(date, Time::midnight()), zone);
    }
    let (left, right) = split(text)?;
    let (time, own) = clock(right)?;
    let at = DateTime::from_parts(date(left)?, time);
    micros(at, own.as_ref().unwrap_or(zone))
}

/// Where the date ends and the time begins: at the last space or `T` before the first colon.
fn split(text: &str) -> Option<(&str, &str)> {
    let colon = text.find(':')?;
    let at = text.get(..colon)?.rfind(['T', 't', ' '])?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// A time of day with its zone: `9:05`, `17:40:10`, `17:40:10.567Z`, `17:40+02:00`.
fn clock(text: &str) -> Option<(Time, Option<TimeZone>)> {
    let text = text.trim();
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).unwrap_or(text.len());
    let (digits, zone) = text.split_at(end);
    let zone = match zone.trim() {
        "" => None,
        "Z" | "z" | "UTC" | "GMT" => Some(TimeZone::UTC),
        offset => Some(TimeZone::fixed(fixed(offset)?)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut parts = whole.split(':');
    let hour = small(parts.next()?)?;
    let minute = small(parts.next()?)?;
    let second = parts.next().map_or(Some(0), small)?;
    if parts.next().is_some() {
        return None;
    }
    // A leap second is the last moment of its minute.
    let time = Time::new(hour, minute, second.min(59), nanos(fraction)?).ok()?;
    (second <= 60).then_some((time, zone))
}

fn small(text: &str) -> Option<i8> {
    (1..=2).contains(&text.len()).then(|| text.parse().ok())?
}

fn nanos(fraction: &str) -> Option<i32> {
    if fraction.len() > 9 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    format!("{fraction:0<9}").parse().ok()
}

/// `+02:00`, `-0530`, `+1`.
fn fixed(text: &str) -> Option<jiff::tz::Offset> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = text.get(1..)?.chars().filter(|c| *c != ':').collect();
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes): (i32, i32) = match digits.len() {
        1 | 2 => (digits.parse().ok()?, 0),
        4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?),
        _ => return None,
    };
    if hours > 18 || minutes > 59 {
        return None;
    }
    jiff::tz::Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

/// Seconds since 1970 with at most six decimals, or milliseconds in 13 digits. Eight digits are a date.
fn epoch(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if !(digits(whole) && digits(fraction)) || fraction.len() > 6 {
        return None;
    }
    match (whole.len(), fraction) {
        (9 | 10, _) => {
            let part: i64 = format!("{fraction:0<6}").parse().ok()?;
            whole.parse::<i64>().ok()?.checked_mul(1_000_000)?.checked_add(part)
        }
        (13, "") => whole.parse::<i64>().ok()?.checked_mul(1000),
        _ => None,
    }
}

fn micros(at: DateTime, zone: &TimeZone) -> Option<i64> {
    Some(zone.to_ambiguous_timestamp(at).compatible().ok()?.as_microsecond())
}
