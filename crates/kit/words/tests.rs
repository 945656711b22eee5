use crate::Lang::{self, En, Nl};
use crate::{
    bytes, clock, day, decimal, duration, full_moment, list, local_day, moment, month, number,
    percent, period, short_day, span, w, weekday,
};
use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::tz::TimeZone;

/// The rules of Amsterdam since 1996, spelled out: a machine needs no table of zones for it.
fn amsterdam() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap()
}

/// A local time in Amsterdam as microseconds in UTC.
fn at(local: &str) -> i64 {
    let local: DateTime = local.parse().unwrap();
    local.to_zoned(amsterdam()).unwrap().timestamp().as_microsecond()
}

fn said(lang: Lang, when: &str, now: &str) -> String {
    moment(lang, at(when), at(now), &amsterdam())
}

#[test]
fn whole_numbers() {
    assert_eq!(number(Nl, 0), "0");
    assert_eq!(number(Nl, 999), "999");
    assert_eq!(number(Nl, 1000), "1.000");
    assert_eq!(number(En, 1_234_567), "1,234,567");
    assert_eq!(number(Nl, -123_456), "-123.456");
    assert_eq!(number(Nl, i64::MIN), "-9.223.372.036.854.775.808");
}

#[test]
fn decimals_and_shares() {
    assert_eq!(decimal(Nl, 1234.5, 1), "1.234,5");
    assert_eq!(decimal(En, 1234.5, 1), "1,234.5");
    assert_eq!(decimal(Nl, -0.04, 1), "0,0");
    assert_eq!(decimal(Nl, -0.06, 1), "-0,1");
    assert_eq!(decimal(Nl, 0.5, 0), "0");
    assert_eq!(decimal(En, f64::NAN, 2), "–");
    assert_eq!(decimal(En, 1.0, 99), "1.000000000000");
    assert_eq!(percent(Nl, 0.32), "32%");
    assert_eq!(percent(Nl, 12.0), "1.200%");
    assert_eq!(percent(Nl, -0.001), "0%");
    assert_eq!(percent(Nl, f64::INFINITY), "–");
}

#[test]
fn sizes() {
    assert_eq!(bytes(Nl, 0), "0 bytes");
    assert_eq!(bytes(En, 1), "1 byte");
    assert_eq!(bytes(Nl, 999), "999 bytes");
    assert_eq!(bytes(Nl, 3_400), "3,4 kB");
    assert_eq!(bytes(En, 9_960), "10 kB");
    assert_eq!(bytes(En, 999_600), "1.0 MB");
    assert_eq!(bytes(Nl, 12_000_000), "12 MB");
    assert_eq!(bytes(Nl, u64::MAX), "18.447 PB");
}

#[test]
fn durations() {
    let cases = [
        (0.0, "minder dan een minuut", "less than a minute"),
        (-3.0, "minder dan een minuut", "less than a minute"),
        (f64::NAN, "minder dan een minuut", "less than a minute"),
        (1.0 / 60.0, "1 minuut", "1 minute"),
        (0.5, "30 minuten", "30 minutes"),
        (0.999, "1 uur", "1 hour"),
        (6.2, "6 uur", "6 hours"),
        (47.4, "47 uur", "47 hours"),
        (47.6, "2 dagen", "2 days"),
        (24.0 * 20.0, "20 dagen", "20 days"),
        (24.0 * 21.0, "3 weken", "3 weeks"),
        (24.0 * 365.0, "52 weken", "52 weeks"),
    ];
    for (hours, dutch, english) in cases {
        assert_eq!(duration(Nl, hours), dutch, "{hours}");
        assert_eq!(duration(En, hours), english, "{hours}");
    }
}

#[test]
fn lists() {
    assert_eq!(list::<&str>(Nl, &[]), "");
    assert_eq!(list(Nl, &["Anna"]), "Anna");
    assert_eq!(list(Nl, &["Anna", "Bob"]), "Anna en Bob");
    assert_eq!(list(En, &[1, 2, 3]), "1, 2 and 3");
}

#[test]
fn days() {
    let today = date(2026, 11, 23);
    assert_eq!(day(Nl, date(2026, 12, 3), today), "do 3 december");
    assert_eq!(day(En, date(2026, 12, 3), today), "Thu 3 December");
    assert_eq!(day(Nl, date(2025, 12, 3), today), "wo 3 december 2025");
    assert_eq!(day(En, date(2028, 2, 29), today), "Tue 29 February 2028");
    assert_eq!(weekday(Nl, Weekday::Sunday), "zondag");
    assert_eq!(weekday(En, Weekday::Monday), "Monday");
    assert_eq!(month(Nl, date(2026, 3, 1)), "maart 2026");
    for month in 1..=12 {
        assert!(!crate::month(En, date(2026, month, 1)).starts_with(' '));
    }
}

#[test]
fn periods() {
    let today = date(2026, 11, 23);
    let told = |from: Date, to: Date| period(Nl, from, to, today);
    assert_eq!(told(date(2026, 12, 3), date(2026, 12, 9)), "3 t/m 9 december");
    assert_eq!(told(date(2026, 12, 9), date(2026, 12, 3)), "3 t/m 9 december");
    assert_eq!(told(date(2026, 11, 28), date(2026, 12, 4)), "28 november t/m 4 december");
    assert_eq!(told(date(2025, 11, 28), date(2025, 12, 4)), "28 november t/m 4 december 2025");
    assert_eq!(told(date(2025, 12, 28), date(2026, 1, 3)), "28 december 2025 t/m 3 januari 2026");
    assert_eq!(told(date(2026, 12, 3), date(2026, 12, 3)), "do 3 december");
    assert_eq!(period(En, date(2026, 12, 3), date(2026, 12, 9), today), "3 to 9 December");
}

#[test]
fn moments_as_people_say_them() {
    let now = "2026-12-03T16:30:00";
    let cases = [
        ("2026-12-03T16:30:00", "zojuist", "just now"),
        ("2026-12-03T16:29:01", "zojuist", "just now"),
        ("2026-12-03T16:30:40", "zojuist", "just now"),
        ("2026-12-03T16:29:00", "1 minuut geleden", "1 minute ago"),
        ("2026-12-03T16:18:00", "12 minuten geleden", "12 minutes ago"),
        ("2026-12-03T15:30:00", "vandaag 15:30", "today 15:30"),
        ("2026-12-03T00:00:00", "vandaag 0:00", "today 0:00"),
        ("2026-12-02T23:59:59", "gisteren 23:59", "yesterday 23:59"),
        ("2026-12-01T09:05:00", "di 1 december 9:05", "Tue 1 December 9:05"),
        ("2025-12-03T09:05:00", "3 december 2025", "3 December 2025"),
        ("2026-12-03T16:45:00", "over 15 minuten", "in 15 minutes"),
        ("2026-12-03T18:00:00", "vandaag 18:00", "today 18:00"),
        ("2026-12-04T09:05:00", "morgen 9:05", "tomorrow 9:05"),
        ("2026-12-10T09:05:00", "do 10 december 9:05", "Thu 10 December 9:05"),
        ("2027-01-10T09:05:00", "10 januari 2027", "10 January 2027"),
    ];
    for (when, dutch, english) in cases {
        assert_eq!(said(Nl, when, now), dutch, "{when}");
        assert_eq!(said(En, when, now), english, "{when}");
    }
}

#[test]
fn just_after_midnight_minutes_win_and_yesterday_is_a_calendar_day() {
    assert_eq!(said(Nl, "2026-12-02T23:50:00", "2026-12-03T00:10:00"), "20 minuten geleden");
    assert_eq!(said(Nl, "2026-12-02T22:50:00", "2026-12-03T00:10:00"), "gisteren 22:50");
    assert_eq!(said(Nl, "2025-12-31T22:50:00", "2026-01-01T00:10:00"), "gisteren 22:50");
}

#[test]
fn the_night_the_clock_goes_forward() {
    // 29 March 2026: after 1:59 comes 3:00.
    assert_eq!(said(Nl, "2026-03-29T01:50:00", "2026-03-29T03:10:00"), "20 minuten geleden");
    // That day lasts 23 hours; yesterday is still the day before it on the calendar.
    assert_eq!(said(Nl, "2026-03-28T23:30:00", "2026-03-29T23:30:00"), "gisteren 23:30");
    assert_eq!(said(Nl, "2026-03-29T00:30:00", "2026-03-30T00:10:00"), "gisteren 0:30");
}

#[test]
fn the_night_the_clock_goes_back() {
    // 25 October 2026: 2:30 comes twice, an hour apart.
    let zone = amsterdam();
    let first = at("2026-10-25T01:30:00") + 3600 * 1_000_000;
    let second = first + 3600 * 1_000_000;
    assert_eq!(clock(first, &zone), "2:30");
    assert_eq!(clock(second, &zone), "2:30");
    assert_eq!(moment(Nl, first, second, &zone), "vandaag 2:30");
    assert_eq!(moment(Nl, first, second - 1_000_000, &zone), "59 minuten geleden");
    // The day lasts 25 hours: 24 hours and a half ago can be the same day.
    assert_eq!(said(Nl, "2026-10-25T00:10:00", "2026-10-25T23:50:00"), "vandaag 0:10");
}

#[test]
fn the_same_moment_falls_on_different_days() {
    let moment = at("2026-12-03T00:30:00");
    assert_eq!(local_day(moment, &amsterdam()), date(2026, 12, 3));
    assert_eq!(local_day(moment, &TimeZone::UTC), date(2026, 12, 2));
}

#[test]
fn moments_in_full_and_from_to() {
    let zone = amsterdam();
    let (from, now) = (at("2026-12-03T14:00:00"), at("2026-11-23T12:00:00"));
    assert_eq!(full_moment(Nl, from, &zone), "donderdag 3 december 2026 om 14:00");
    assert_eq!(full_moment(En, from, &zone), "Thursday 3 December 2026 at 14:00");
    assert_eq!(short_day(Nl, from, now, &zone), "3 december");
    let to = at("2026-12-03T15:30:00");
    assert_eq!(span(Nl, from, to, now, &zone), "do 3 december 14:00–15:30");
    assert_eq!(span(Nl, to, from, now, &zone), "do 3 december 14:00–15:30");
    assert_eq!(span(Nl, from, from, now, &zone), "do 3 december 14:00");
    assert_eq!(
        span(En, from, at("2026-12-04T02:00:00"), now, &zone),
        "Thu 3 December 14:00 to Fri 4 December 2:00"
    );
}

#[test]
fn no_moment_is_too_far() {
    for far in [i64::MIN, i64::MAX, 0] {
        assert!(!moment(Nl, far, 0, &amsterdam()).is_empty());
        assert!(!moment(Nl, 0, far, &amsterdam()).is_empty());
        assert!(!full_moment(En, far, &amsterdam()).is_empty());
    }
}

#[test]
fn languages_by_code() {
    assert_eq!(Lang::default(), Nl);
    assert_eq!(Lang::from_code("en-GB"), Some(En));
    assert_eq!(Lang::from_code(" NL_be "), Some(Nl));
    assert_eq!(Lang::from_code("english"), None);
    assert_eq!("nl".parse(), Ok(Nl));
    assert!("de".parse::<Lang>().unwrap_err().to_string().contains("\"de\""));
    assert_eq!(En.to_string(), "en");
}

#[test]
fn languages_by_header() {
    let cases = [
        ("", None),
        ("nl", Some(Nl)),
        ("de-DE,en;q=0.7,nl;q=0.3", Some(En)),
        ("en;q=0.3, nl-BE;q=0.9", Some(Nl)),
        ("en, nl", Some(En)),
        ("en;q=0, *;q=0.1", Some(Nl)),
        ("en;q=0", None),
        ("fr, de", None),
        ("en;q=abc", Some(En)),
        ("en;q=9, nl;q=0.9", Some(En)),
        (";;;,,,q=1", None),
    ];
    for (header, expected) in cases {
        assert_eq!(Lang::from_accept_language(header), expected, "{header}");
    }
    let long = "de,".repeat(100_000) + "nl";
    assert_eq!(Lang::from_accept_language(&long), None);
}

#[test]
fn sentences_of_this_crate() {
    assert_eq!(w::minutes(Nl, 1), "1 minuut");
    assert_eq!(w::minutes(Nl, 1200), "1.200 minuten");
    assert_eq!(w::minutes(En, -1), "1 minute");
    assert_eq!(w::from_to(Nl, 3, "9 december"), "3 t/m 9 december");
    assert!(w::KEYS.contains(&"just-now"));
    assert!(w::KEYS.is_sorted());
}
