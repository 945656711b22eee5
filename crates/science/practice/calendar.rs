//! The Dutch calendar: local days, summer time, days off and the rhythm of a year.
//!
//! Pure arithmetic, so that no zone file of the machine can change what a seed gives.

use crate::Micros;

/// Microseconds in a minute.
pub(crate) const MINUTE: Micros = 60_000_000;
/// Microseconds in an hour.
pub(crate) const HOUR: Micros = 60 * MINUTE;
/// Microseconds in 24 hours.
pub(crate) const DAY: Micros = 24 * HOUR;

/// A calendar day in Europe/Amsterdam, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub i64);

impl Day {
    /// The local day and the minute of that day of a moment.
    pub(crate) fn of(at: Micros) -> (Self, i64) {
        let local = at + offset(at);
        (Self(local.div_euclid(DAY)), local.rem_euclid(DAY) / MINUTE)
    }

    /// The moment of a local minute on this day. The hour that summer time skips is taken
    /// as the hour after it.
    pub(crate) fn at(self, minute: i64) -> Micros {
        let local = self.0 * DAY + minute * MINUTE;
        let winter = local - HOUR;
        if offset(winter) == HOUR { winter } else { local - 2 * HOUR }
    }

    /// A number of days later.
    pub(crate) fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// 0 is Monday, 6 is Sunday.
    pub(crate) fn weekday(self) -> usize {
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// Year, month (1-12) and day of the month (1-31).
    pub(crate) fn date(self) -> (i64, u32, u32) {
        // Days to a proleptic Gregorian date by 400-year eras that begin in March.
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year, month as u32, day as u32)
    }

    /// The day of a date; months and days out of range roll over as days do.
    pub(crate) fn from_date(year: i64, month: u32, day: u32) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// A public holiday on which offices are closed.
    pub(crate) fn is_holiday(self) -> bool {
        let (year, month, day) = self.date();
        let after_easter = self.0 - easter(year).0;
        matches!((month, day), (1, 1) | (4, 27) | (12, 25) | (12, 26))
            || matches!(after_easter, 0 | 1 | 39 | 49 | 50)
    }

    /// How much happens on a day like this, apart from the weekday: 1 is an ordinary week.
    /// The summer holidays and the days around Christmas are quiet, September starts fresh.
    pub(crate) fn season(self) -> f64 {
        let (_, month, day) = self.date();
        if self.is_holiday() {
            return 0.3;
        }
        match (month, day) {
            (7, 12..) => 0.5,
            (8, ..=20) => 0.42,
            (8, _) => 0.75,
            (9, _) => 1.12,
            (12, 21..) | (1, ..=3) => 0.55,
            (2, 15..=23) | (10, 14..=22) | (5, ..=5) => 0.8,
            _ => 1.0,
        }
    }
}

/// The difference of Amsterdam's clock with UTC at a moment: two hours from the last Sunday
/// of March 01:00 UTC to the last Sunday of October 01:00 UTC, one hour otherwise
/// (directive 2000/84/EC).
fn offset(at: Micros) -> Micros {
    let (year, _, _) = Day(at.div_euclid(DAY)).date();
    let change = |month| {
        let last = Day::from_date(year, month, 31);
        last.plus(-((last.weekday() as i64 + 1) % 7)).0 * DAY + HOUR
    };
    if at >= change(3) && at < change(10) { 2 * HOUR } else { HOUR }
}

/// Easter Sunday (the anonymous Gregorian computus).
fn easter(year: i64) -> Day {
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Day::from_date(year, month as u32, day as u32)
}

/// The Dutch names of the days, Monday first.
pub(crate) const WEEKDAYS: [&str; 7] =
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/// The Dutch names of the months, January first.
pub(crate) const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
