//! Points in time and local days.

use crate::bigint_type;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

bigint_type!(
    /// A point in time: microseconds since 1970 in UTC.
    Moment
);

impl Moment {
    /// One second in microseconds.
    pub const SECOND: i64 = 1_000_000;
    /// One hour in microseconds.
    pub const HOUR: i64 = 3_600 * Self::SECOND;
    /// Twenty-four hours in microseconds (a civil day may last 23 or 25).
    pub const DAY: i64 = 24 * Self::HOUR;

    /// This moment moved by `micros` (may be negative), saturating.
    pub fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// Microseconds from `earlier` to `self`.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The same moment for calendar arithmetic; out of range gives 1970.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The calendar day in `zone`.
    pub fn day(self, zone: &TimeZone) -> Day {
        Day::of(self.timestamp().to_zoned(zone.clone()).date())
    }
}

/// A calendar day in the community's zone: days since 1970-01-01.
///
/// It is stored with each fact, not computed later: the zone of a community may
/// change, what was a Tuesday stays one.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    diesel::deserialize::FromSqlRow,
    diesel::expression::AsExpression,
)]
#[diesel(sql_type = diesel::sql_types::Integer)]
pub struct Day(pub i32);

impl Day {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);

    /// The day of a date.
    pub fn of(date: Date) -> Self {
        let span = date.duration_since(Self::EPOCH);
        Self(i32::try_from(span.as_hours() / 24).unwrap_or(0))
    }

    /// The date of this day; out of range gives 1970-01-01.
    pub fn date(self) -> Date {
        Self::EPOCH.checked_add(jiff::Span::new().days(self.0)).unwrap_or(Self::EPOCH)
    }

    /// The day `days` later (or earlier).
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The first moment of this day in `zone`.
    pub fn start(self, zone: &TimeZone) -> Moment {
        let zoned = self.date().to_zoned(zone.clone());
        Moment(zoned.map_or(i64::from(self.0) * Moment::DAY, |z| z.timestamp().as_microsecond()))
    }
}

impl<DB> diesel::deserialize::FromSql<diesel::sql_types::Integer, DB> for Day
where
    DB: diesel::backend::Backend,
    i32: diesel::deserialize::FromSql<diesel::sql_types::Integer, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
        i32::from_sql(bytes).map(Self)
    }
}

impl<DB> diesel::serialize::ToSql<diesel::sql_types::Integer, DB> for Day
where
    DB: diesel::backend::Backend,
    i32: diesel::serialize::ToSql<diesel::sql_types::Integer, DB>,
{
    fn to_sql<'b>(
        &'b self,
        out: &mut diesel::serialize::Output<'b, '_, DB>,
    ) -> diesel::serialize::Result {
        self.0.to_sql(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_starts_at_local_midnight_on_both_sides_of_a_clock_change() {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        // 2026-03-29 lasts 23 hours, 2026-10-25 lasts 25.
        for (date, hours) in
            [(jiff::civil::date(2026, 3, 29), 23), (jiff::civil::date(2026, 10, 25), 25)]
        {
            let day = Day::of(date);
            assert_eq!(day.date(), date);
            let length = day.plus(1).start(&zone).since(day.start(&zone));
            assert_eq!(length, hours * Moment::HOUR);
            assert_eq!(day.start(&zone).day(&zone), day);
            assert_eq!(day.start(&zone).plus(-1).day(&zone), day.plus(-1));
        }
    }
}
