//! Days on which a Dutch community is not its ordinary self.

use language::Day;

/// Easter Sunday of a year (the anonymous Gregorian algorithm, as in Meeus 1991).
fn easter(year: i16) -> Option<Day> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let number = h + l - 7 * m + 114;
    let (month, day) = (number / 31, number % 31 + 1);
    let date = jiff::civil::Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    );
    date.ok().map(Day::of)
}

/// Whether most of the Netherlands is off: New Year's Day, Easter Monday, the King's birthday,
/// Ascension Day and the Friday after it, Whit Monday, and the days between Christmas and the
/// new year.
pub(crate) fn day_off(day: Day) -> bool {
    let date = day.date();
    let fixed = matches!((date.month(), date.day()), (1, 1) | (4, 27) | (12, 24..=31));
    fixed || easter(date.year()).is_some_and(|sunday| matches!(day.0 - sunday.0, 1 | 39 | 40 | 50))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_off_are_those_of_the_calendar() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2038, 4, 25)] {
            assert_eq!(easter(year), Some(Day::of(date(year, month, day))));
        }
        let off = |year, month, day| day_off(Day::of(date(year, month, day)));
        assert!(off(2026, 4, 6) && off(2026, 4, 27) && off(2026, 5, 14) && off(2026, 5, 15));
        assert!(off(2026, 5, 25) && off(2026, 12, 25) && off(2026, 1, 1));
        assert!(!off(2026, 4, 7) && !off(2026, 12, 23) && !off(2026, 5, 13));
    }
}
