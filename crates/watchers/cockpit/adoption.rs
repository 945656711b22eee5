//! The adoption curve (SCIENCE.md 1.3): how many have come for the first time, week by week,
//! and where that ends when it may be said.

use crate::charts::{self, Line, Point};
use crate::w;
use insight::bass::{Fit, Forecast, fit};
use language::{Day, Failure, Result};
use rollups::monday_of;
use web::Rendered;
use words::Lang;

/// Weeks that are drawn beyond the last one, when a forecast may be shown.
const AHEAD: usize = 8;
/// At most so many weeks: two years.
const MOST: usize = 104;

/// The curve as the page shows it.
pub(crate) struct Adoption {
    /// The picture; none below two weeks.
    pub picture: Option<Rendered>,
    /// What it says.
    pub text: String,
    /// The weeks, oldest first: its Monday, who came for the first time, all until then.
    pub weeks: Vec<(Day, u64, u64)>,
}

/// Weeks from the first one with anybody to the last closed one before `today`.
pub(crate) fn weeks(first_days: &[(Day, i64)], today: Day) -> Vec<(Day, u64, u64)> {
    let Some(first) = first_days.iter().filter(|(_, n)| *n > 0).map(|(day, _)| *day).min() else {
        return Vec::new();
    };
    let (first, end) = (monday_of(first), monday_of(today));
    let count = usize::try_from((end.0 - first.0) / 7).unwrap_or(0);
    let mut new = vec![0_u64; count];
    for (day, people) in first_days {
        let week = usize::try_from((monday_of(*day).0 - first.0) / 7).ok();
        if let Some(one) = week.and_then(|week| new.get_mut(week)) {
            *one += u64::try_from(*people).unwrap_or(0);
        }
    }
    let mut all = 0;
    (0..)
        .zip(new)
        .map(|(week, people): (i32, u64)| {
            all += people;
            (first.plus(7 * week), people, all)
        })
        .collect()
}

/// The fitted curve, when there are weeks enough to try.
///
/// # Errors
/// A fault when more came than may.
fn fitted(weeks: &[(Day, u64, u64)], eligible: u64) -> Result<Option<Fit>> {
    let weekly: Vec<u64> = weeks.iter().map(|(_, people, _)| *people).collect();
    let came: u64 = weekly.iter().sum();
    // Who left is no longer eligible but did come.
    fit(&weekly, Some(eligible.max(came))).map_err(|e| Failure::fault("fit the adoption", e))
}

/// What may be said of the end of the curve.
pub(crate) fn say(lang: Lang, found: Option<&Fit>, came: u64, eligible: u64) -> String {
    let so_far = w::adoption_so_far(lang, came, eligible.max(came));
    let further = match found.map(|fit| (fit, fit.forecast())) {
        None => w::adoption_early(lang).to_owned(),
        Some((_, Forecast::PeakAhead)) => w::adoption_peak_ahead(lang).to_owned(),
        Some((_, Forecast::TooUncertain)) => w::adoption_uncertain(lang).to_owned(),
        Some((fit, Forecast::Shown)) => {
            let range = fit.final_range(Some(eligible.max(came)));
            let people = |n: f64| words::decimal(lang, n.max(came as f64), 0);
            let end = w::adoption_end(lang, people(range.high), people(range.low));
            let by_mouth = fit.curve.q > fit.curve.p;
            let how = if by_mouth { w::adoption_mouth(lang) } else { w::adoption_campaign(lang) };
            format!("{end} {how}")
        }
    };
    format!("{so_far} {further}")
}

/// The curve of everybody who came for the first time until `today`.
///
/// # Errors
/// A fault when the template fails.
pub(crate) fn adoption(
    lang: Lang,
    first_days: &[(Day, i64)],
    eligible: i64,
    today: Day,
    real: Day,
) -> Result<Adoption> {
    let weeks = weeks(first_days, today);
    let eligible = u64::try_from(eligible).unwrap_or(0);
    let came = weeks.last().map_or(0, |(.., all)| *all);
    if weeks.len() < 2 || came == 0 {
        return Ok(Adoption { picture: None, text: w::adoption_none(lang).to_owned(), weeks });
    }
    let found = fitted(&weeks, eligible)?;
    let shown = found.filter(|fit| fit.forecast() == Forecast::Shown);
    let text = say(lang, found.as_ref(), came, eligible);
    let skip = weeks.len().saturating_sub(MOST);
    let last = weeks.len() - 1;
    let mut points: Vec<Point> = weeks[skip..]
        .iter()
        .enumerate()
        .map(|(at, (monday, _, all))| Point {
            label: if at == 0 || at + skip == last {
                words::day(lang, monday.plus(6).date(), real.date())
            } else {
                String::new()
            },
            value: Some((*all as f64, *all as f64, *all as f64)),
        })
        .collect();
    if let Some(fit) = shown {
        let range = fit.final_range(Some(eligible.max(came)));
        let (now, part) = (came as f64, |week: usize| fit.curve.share(week as f64));
        // From where it stands, along the curve, to each end of the range.
        let to = |m: f64, week: usize| {
            let (at, end) = (part(weeks.len()), part(week));
            let way = if at < 1.0 { (end - at) / (1.0 - at) } else { 1.0 };
            now + (m.max(now) - now) * way
        };
        points.extend((1..=AHEAD).map(|step| {
            let week = weeks.len() + step;
            Point {
                label: String::new(),
                value: Some((to(fit.curve.m, week), to(range.low, week), to(range.high, week))),
            }
        }));
    }
    let most = points.iter().filter_map(|p| p.value).map(|v| v.2).fold(0.0, f64::max);
    let picture = charts::line(&Line {
        title: w::adoption_title(lang),
        summary: &text,
        points: &points,
        mark: None,
        axis: (0.0, charts::roof(most)),
        write: &|value| words::decimal(lang, value, 0),
    })?;
    Ok(Adoption { picture: Some(picture), text, weeks })
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Lang::Nl;

    /// The weeks of SCIENCE.md 1.3, each on its Wednesday.
    fn days(count: usize) -> Vec<(Day, i64)> {
        let weekly = [24, 38, 41, 60, 79, 88, 101, 112, 96, 99, 84, 66, 57, 38, 34, 21];
        let monday = 20_731;
        (0..).zip(weekly).take(count).map(|(week, n)| (Day(monday + 2 + 7 * week), n)).collect()
    }

    #[test]
    fn a_week_that_is_not_over_does_not_count() {
        let found = weeks(&days(3), Day(20_731 + 16));
        assert_eq!(found, [(Day(20_731), 24, 24), (Day(20_738), 38, 62)]);
        assert!(weeks(&[], Day(20_731)).is_empty());
        // A week without anybody is a week.
        let gap = [(Day(20_731), 5), (Day(20_745), 3)];
        assert_eq!(weeks(&gap, Day(20_752)).iter().map(|w| w.1).collect::<Vec<_>>(), [5, 0, 3]);
    }

    #[test]
    fn the_end_is_told_only_past_the_peak() {
        let told = |count: usize| {
            let today = Day(20_731 + 7 * i32::try_from(count).unwrap());
            adoption(Nl, &days(count), 2_000, today, today).unwrap().text
        };
        assert_eq!(
            told(3),
            "103 van de 2.000 mensen kwamen minstens één keer. Vooruitkijken kan als er een paar \
             weken meer zijn."
        );
        assert!(told(5).contains("De meeste nieuwe mensen komen nog"), "{}", told(5));
        let all = told(16);
        assert!(
            all.starts_with("1.038 van de 2.000 mensen kwamen minstens één keer. Gaat het zo door"),
            "{all}"
        );
        assert!(all.contains("Collega’s halen collega’s"), "{all}");
        let none = adoption(Nl, &[], 10, Day(20_731), Day(20_731)).unwrap();
        assert!(none.picture.is_none() && none.weeks.is_empty());
    }
}
