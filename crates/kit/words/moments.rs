//! Moments: a point in time as people say it, seen from now and from where they are.
//!
//! A moment is microseconds since 1970 in UTC, as everything is stored; the zone is given beside
//! it. What lies outside the years -9999 to 9999 becomes the nearest moment inside.

use crate::calendar::{date_near, day, weekday, with_year};
use crate::{Lang, w};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

const SECOND: i64 = 1_000_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// A stored moment in a zone.
fn local(micros: i64, zone: &TimeZone) -> Zoned {
    let nearest = if micros < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_microsecond(micros).unwrap_or(nearest).to_zoned(zone.clone())
}

/// The day on which a moment falls in a zone.
#[must_use]
pub fn local_day(micros: i64, zone: &TimeZone) -> Date {
    local(micros, zone).date()
}

/// The time of day of a moment in a zone: `9:05`, `16:20`, the same in both languages.
#[must_use]
pub fn clock(micros: i64, zone: &TimeZone) -> String {
    time(local(micros, zone).time())
}

/// `9:05`.
fn time(time: Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

/// A moment as people say it now.
///
/// Past: `zojuist` (under a minute, and up to a minute ahead, for clocks that differ),
/// `12 minuten geleden` (under an hour), `vandaag 16:20`, `gisteren 16:20`, `do 3 december 9:05`,
/// and in another year `3 december 2025`. To come: `over 12 minuten`, `vandaag 16:20`,
/// `morgen 9:05`, then the same. Days are those of the calendar in `zone`; minutes are real ones,
/// also in the night that the clock changes.
#[must_use]
pub fn moment(lang: Lang, micros: i64, now: i64, zone: &TimeZone) -> String {
    let ago = now.saturating_sub(micros);
    if ago > -MINUTE && ago < MINUTE {
        return w::just_now(lang).to_owned();
    }
    if (MINUTE..HOUR).contains(&ago) {
        return w::minutes_ago(lang, ago / MINUTE);
    }
    if ago < 0 && ago > -HOUR {
        return w::in_minutes(lang, ago.saturating_neg() / MINUTE);
    }
    let at = local(micros, zone);
    let today = local_day(now, zone);
    let clock = time(at.time());
    match near_day(at.date(), today) {
        Some(Near::Yesterday) => w::yesterday_at(lang, clock),
        Some(Near::Today) => w::today_at(lang, clock),
        Some(Near::Tomorrow) => w::tomorrow_at(lang, clock),
        None if at.year() == today.year() => {
            format!("{} {clock}", day(lang, at.date(), today))
        }
        None => with_year(lang, at.date()),
    }
}

/// The days that have a name of their own.
enum Near {
    Yesterday,
    Today,
    Tomorrow,
}

/// What a day is called, seen from today.
fn near_day(date: Date, today: Date) -> Option<Near> {
    if date == today {
        Some(Near::Today)
    } else if today.yesterday().is_ok_and(|yesterday| yesterday == date) {
        Some(Near::Yesterday)
    } else if today.tomorrow().is_ok_and(|tomorrow| tomorrow == date) {
        Some(Near::Tomorrow)
    } else {
        None
    }
}

/// A moment in full, for a tooltip or a letter: `donderdag 3 december 2026 om 9:05`.
#[must_use]
pub fn full_moment(lang: Lang, micros: i64, zone: &TimeZone) -> String {
    let at = local(micros, zone);
    let name = weekday(lang, at.weekday());
    w::full_moment(lang, time(at.time()), format!("{name} {}", with_year(lang, at.date())))
}

/// When something is that has a beginning and an end: `do 3 december 14:00–15:30`, over several
/// days `do 3 december 22:00 t/m vr 4 december 2:00`. The year is told when it is not that of now.
#[must_use]
pub fn span(lang: Lang, from: i64, to: i64, now: i64, zone: &TimeZone) -> String {
    let (from, to) = (local(from.min(to), zone), local(from.max(to), zone));
    let today = local_day(now, zone);
    let start = format!("{} {}", day(lang, from.date(), today), time(from.time()));
    if from.date() == to.date() {
        let end = time(to.time());
        return if from.time() == to.time() { start } else { format!("{start}–{end}") };
    }
    w::from_to(lang, start, format!("{} {}", day(lang, to.date(), today), time(to.time())))
}

/// `3 december`, with the year when it is not that of `now`: for a list that has no room for more.
#[must_use]
pub fn short_day(lang: Lang, micros: i64, now: i64, zone: &TimeZone) -> String {
    date_near(lang, local_day(micros, zone), local_day(now, zone))
}
