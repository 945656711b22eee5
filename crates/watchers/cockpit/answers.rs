//! Do people get an answer, and how fast (SCIENCE.md 3.1)? From threads to figures.

use insight::answer::{Answers, By, Opener as Measured, answers};
use insight::proportion::{Difference, compare};
use language::{Day, Failure, Moment, Result};
use rollups::{Opener, Window, closed_week_end};

/// Within how many hours an answer counts as quick.
pub(crate) const QUICK: f64 = 24.0;
/// After how many hours a question has waited long.
pub(crate) const LONG: f64 = 72.0;
/// Below this many openers no time to an answer is named (SCIENCE.md §16, TTFR).
pub(crate) const FEWEST: usize = 10;

/// How the openers of 28 days were answered.
#[derive(Debug, Clone)]
pub(crate) struct Month {
    /// How many there were.
    pub count: usize,
    /// By whomever, within a day.
    pub quick: Answers,
    /// By whomever, within three days.
    pub long: Answers,
    /// By members.
    pub members: Answers,
    /// By the team.
    pub staff: Answers,
}

fn hours(from: Moment, to: Moment) -> f64 {
    to.since(from).max(0) as f64 / Moment::HOUR as f64
}

fn measured<'a>(openers: impl Iterator<Item = &'a Opener>, now: Moment) -> Vec<Measured> {
    openers
        .map(|one| Measured {
            age: hours(one.opened_at, now),
            member: one.first_member_reply_at.map(|at| hours(one.opened_at, at)),
            staff: one.first_staff_reply_at.map(|at| hours(one.opened_at, at)),
            closed: one.closed_at.map(|at| hours(one.opened_at, at)),
        })
        .collect()
}

fn by(measured: &[Measured], who: By, limit: f64) -> Result<Answers> {
    answers(measured, who, limit).map_err(|e| Failure::fault("measure the answers", e))
}

/// Measures openers at `now`.
///
/// # Errors
/// A fault when the times make no sense.
pub(crate) fn month<'a>(openers: impl Iterator<Item = &'a Opener>, now: Moment) -> Result<Month> {
    let measured = measured(openers, now);
    let by = |who, limit| by(&measured, who, limit);
    Ok(Month {
        count: measured.len(),
        quick: by(By::Anyone, QUICK)?,
        long: by(By::Anyone, LONG)?,
        members: by(By::Members, QUICK)?,
        staff: by(By::Staff, QUICK)?,
    })
}

/// Openers by members, split by window.
pub(crate) fn within<'a>(
    openers: &'a [Opener],
    questions: bool,
    window: Window,
    zone: &'a jiff::tz::TimeZone,
) -> impl Iterator<Item = &'a Opener> {
    openers.iter().filter(move |one| {
        let day = one.opened_at.day(zone);
        !one.by_staff && (one.question || !questions) && (window.from..=window.to).contains(&day)
    })
}

/// Questions by members over 28 days, next to the 28 days before and week by week.
#[derive(Debug, Clone)]
pub(crate) struct Questions {
    /// The 28 days up to today.
    pub now: Month,
    /// The 28 days before.
    pub before: Month,
    /// The two compared: quick answers of the questions at least a day old.
    pub difference: Option<Difference>,
    /// The same 28-day figure at the end of each of the last closed weeks, oldest first.
    pub weeks: Vec<(Day, insight::Share)>,
}

/// How many closed weeks a trend shows.
pub(crate) const TREND_WEEKS: i32 = 12;

/// The window that [`questions`] needs.
pub(crate) fn needed(today: Day) -> Window {
    Window::last(28 + 7 * TREND_WEEKS + 7, today)
}

/// Measures the questions (or all openers) by members.
///
/// # Errors
/// A fault when the times make no sense.
pub(crate) fn questions(
    openers: &[Opener],
    only_questions: bool,
    today: Day,
    now: Moment,
    zone: &jiff::tz::TimeZone,
) -> Result<Questions> {
    let of = |window| month(within(openers, only_questions, window, zone), now);
    let (current, before) = (of(Window::month_to(today))?, of(Window::month_to(today.plus(-28)))?);
    let last = closed_week_end(today);
    let mut weeks = Vec::new();
    for back in (0..TREND_WEEKS).rev() {
        let end = last.plus(-7 * back);
        let openers = within(openers, only_questions, Window::month_to(end), zone);
        weeks.push((end, by(&measured(openers, now), By::Anyone, QUICK)?.within));
    }
    let difference = compare(current.quick.within, before.quick.within);
    Ok(Questions { now: current, before, difference, weeks })
}
