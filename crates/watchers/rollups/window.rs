//! Days, weeks and months as the figures use them (SCIENCE.md §0 and 1.1).

use language::Day;

/// A row of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Window {
    /// The `days` days that end on `end`; at least one.
    pub fn last(days: i32, end: Day) -> Self {
        Self { from: end.plus(1 - days.max(1)), to: end }
    }

    /// The seven days that end on `end`.
    pub fn week_to(end: Day) -> Self {
        Self::last(7, end)
    }

    /// The 28 days that end on `end`: each weekday four times.
    pub fn month_to(end: Day) -> Self {
        Self::last(28, end)
    }

    /// How many days.
    pub fn days(self) -> i32 {
        self.to.0 - self.from.0 + 1
    }
}

/// The Monday of the ISO week that `day` is in.
pub fn monday_of(day: Day) -> Day {
    // 1 January 1970 was a Thursday.
    day.plus(-(day.0 + 3).rem_euclid(7))
}

/// The Sunday that ended the last whole ISO week before `today`: figures by
/// department are taken there and stand still for a week, so that one person who
/// joins or leaves cannot be read off by comparing two days (SCIENCE.md §0).
pub fn closed_week_end(today: Day) -> Day {
    monday_of(today).plus(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_closes_on_sunday_night() {
        let day = |d| Day::of(jiff::civil::date(2026, 10, d));
        assert_eq!(monday_of(day(5)), day(5));
        assert_eq!(monday_of(day(11)), day(5));
        assert_eq!(closed_week_end(day(11)), day(4));
        assert_eq!(closed_week_end(day(12)), day(11));
        assert_eq!(monday_of(Day(-4)), Day(-10), "also before 1970");
    }

    #[test]
    fn a_month_has_each_weekday_four_times() {
        let month = Window::month_to(Day(100));
        assert_eq!((month.from, month.days()), (Day(73), 28));
    }
}
