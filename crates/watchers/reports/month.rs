//! The month of a report.

use jiff::civil::{Date, date};
use language::Day;
use std::fmt;
use std::str::FromStr;

/// A month. Its report is about the four weeks that end on its last Sunday: each weekday
/// counts as often as the others, figures by department stand still there (SCIENCE.md §0),
/// and no report has days in common with the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: Day,
}

impl Month {
    /// The month that a day is in.
    pub fn of(day: Day) -> Self {
        let date = day.date();
        Self { first: Day::of(date.first_of_month()) }
    }

    /// The first day; that is how a month is kept.
    pub fn first(self) -> Day {
        self.first
    }

    /// The first day as a date.
    pub fn date(self) -> Date {
        self.first.date()
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.first.plus(-1))
    }

    /// The month after.
    #[must_use]
    pub fn after(self) -> Self {
        Self::of(self.first.plus(31))
    }

    /// The Sunday that ends its four weeks.
    pub fn end(self) -> Day {
        let last = Day::of(self.first.date().last_of_month());
        // From Monday 0 to Sunday 6.
        let weekday = last.date().weekday().to_monday_zero_offset();
        last.plus(-((i32::from(weekday) + 1) % 7))
    }

    /// The last month whose four weeks are over on `today`.
    pub fn last_over(today: Day) -> Self {
        let mut month = Self::of(today);
        while month.end() >= today {
            month = month.before();
        }
        month
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        write!(f, "{:04}-{:02}", date.year(), date.month())
    }
}

/// It is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoMonth;

impl FromStr for Month {
    type Err = NoMonth;

    fn from_str(text: &str) -> Result<Self, NoMonth> {
        let (year, month) = text.split_once('-').ok_or(NoMonth)?;
        if year.len() != 4 || month.len() != 2 {
            return Err(NoMonth);
        }
        let (year, month) =
            (year.parse::<i16>().map_err(|_| NoMonth)?, month.parse::<i8>().map_err(|_| NoMonth)?);
        if !(1970..=2500).contains(&year) || !(1..=12).contains(&month) {
            return Err(NoMonth);
        }
        Ok(Self { first: Day::of(date(year, month, 1)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_ends_on_the_last_sunday() {
        for (month, end) in [
            ("2026-10", date(2026, 10, 25)),
            ("2026-11", date(2026, 11, 29)),
            // The month ends on a Sunday.
            ("2026-05", date(2026, 5, 31)),
            ("2024-02", date(2024, 2, 25)),
        ] {
            let month: Month = month.parse().unwrap();
            assert_eq!(month.end().date(), end);
            assert!(month.end().0 - month.before().end().0 >= 28, "no day is told twice");
        }
        let day = |d| Day::of(date(2026, 11, d));
        assert_eq!(Month::last_over(day(23)).to_string(), "2026-10");
        assert_eq!(Month::last_over(day(29)).to_string(), "2026-10");
        assert_eq!(Month::last_over(day(30)).to_string(), "2026-11");
        for wrong in ["", "2026", "2026-13", "26-10", "2026-1", "9999-01", "x-y"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
        assert_eq!("2026-12".parse::<Month>().unwrap().after().to_string(), "2027-01");
    }
}
