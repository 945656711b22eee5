//! Days, months and periods.

use crate::{Lang, w};
use jiff::civil::{Date, Weekday};

/// Full names, Monday first.
const WEEKDAYS: [[&str; 7]; 2] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

/// Short names, Monday first.
const SHORT_WEEKDAYS: [[&str; 7]; 2] =
    [["ma", "di", "wo", "do", "vr", "za", "zo"], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]];

/// Full names of the months.
const MONTHS: [[&str; 12]; 2] = [
    [
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
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// The row of a language in the tables above.
const fn row(lang: Lang) -> usize {
    match lang {
        Lang::Nl => 0,
        Lang::En => 1,
    }
}

/// An entry of a table, by an index that the type of its source keeps inside.
fn entry<const N: usize>(
    table: &'static [[&'static str; N]; 2],
    lang: Lang,
    index: i8,
) -> &'static str {
    let index = usize::try_from(index).unwrap_or(0);
    table.get(row(lang)).and_then(|names| names.get(index)).copied().unwrap_or_default()
}

/// The name of a day of the week: `donderdag`, `Thursday`.
#[must_use]
pub fn weekday(lang: Lang, weekday: Weekday) -> &'static str {
    entry(&WEEKDAYS, lang, weekday.to_monday_zero_offset())
}

/// The name of a month and its year: `december 2026`.
#[must_use]
pub fn month(lang: Lang, date: Date) -> String {
    format!("{} {}", month_name(lang, date), date.year())
}

/// A day as people say it: `do 3 december`, and in another year than today's `wo 3 december 2025`.
#[must_use]
pub fn day(lang: Lang, date: Date, today: Date) -> String {
    let short = entry(&SHORT_WEEKDAYS, lang, date.weekday().to_monday_zero_offset());
    format!("{short} {}", date_near(lang, date, today))
}

/// A period of whole days, the last one included: `3 t/m 9 december`, `28 november t/m 4 december`,
/// with the year when it is not this one: `28 december 2025 t/m 3 januari 2026`. Days that come in
/// the wrong order are turned round; a period of one day is that day.
#[must_use]
pub fn period(lang: Lang, from: Date, to: Date, today: Date) -> String {
    let (from, to) = if from <= to { (from, to) } else { (to, from) };
    if from == to {
        return day(lang, from, today);
    }
    let end = date_near(lang, to, today);
    let same_year = from.year() == to.year();
    let start = if same_year && from.month() == to.month() {
        from.day().to_string()
    } else if same_year {
        day_and_month(lang, from)
    } else {
        // Across the turn of a year both years are told, this one too.
        return w::from_to(lang, with_year(lang, from), with_year(lang, to));
    };
    w::from_to(lang, start, end)
}

/// `3 december`, with the year when it is not today's.
pub(crate) fn date_near(lang: Lang, date: Date, today: Date) -> String {
    if date.year() == today.year() { day_and_month(lang, date) } else { with_year(lang, date) }
}

/// `3 december 2026`.
pub(crate) fn with_year(lang: Lang, date: Date) -> String {
    format!("{} {}", day_and_month(lang, date), date.year())
}

/// `3 december`.
fn day_and_month(lang: Lang, date: Date) -> String {
    format!("{} {}", date.day(), month_name(lang, date))
}

/// `december`.
fn month_name(lang: Lang, date: Date) -> &'static str {
    entry(&MONTHS, lang, date.month() - 1)
}
