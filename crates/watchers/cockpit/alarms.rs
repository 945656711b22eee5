//! What is out of the ordinary (SCIENCE.md §11): every day some counts of the whole
//! community are compared with the same weekday of the weeks before.

use crate::days_off::day_off;
use crate::metrics::{ALARM_DAYS, ALARMS};
use crate::store::{self, WentOff};
use crate::{permits::MayManage, w};
use database::{Conn, Database, Tx};
use insight::alarm::{self, Alarm as Sign, CountReading, FALSE_ALARMS, FEWEST_WEEKS};
use jiff::tz::TimeZone;
use language::{Day, Failure, Moment, Problems, Refusal, Result, text_enum};
use rollups::{DayFigures, Opener, Window};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use words::Lang;

text_enum!(
    /// A count that is watched.
    Series {
        /// Members who came by.
        Came = "came",
        /// Threads that members opened.
        Posts = "posts",
        /// Answers by members.
        Replies = "replies",
        /// Reactions by members.
        Reactions = "reactions",
        /// Members who came for the first time.
        Newcomers = "newcomers",
        /// Questions by members.
        Questions = "questions",
        /// Questions that had waited for a day that day.
        Late = "late",
    }
);

text_enum!(
    /// What a manager says of a signal.
    Verdict {
        /// There was something.
        Right = "right",
        /// There was nothing.
        False = "false",
    }
);

impl Series {
    /// Its name in words.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Came => w::series_came(lang),
            Self::Posts => w::series_posts(lang),
            Self::Replies => w::series_replies(lang),
            Self::Reactions => w::series_reactions(lang),
            Self::Newcomers => w::series_newcomers(lang),
            Self::Questions => w::series_questions(lang),
            Self::Late => w::series_late(lang),
        }
    }

    fn place(self) -> usize {
        Self::ALL.iter().position(|one| *one == self).unwrap_or(0)
    }
}

/// How many series there are.
pub(crate) const SERIES: usize = 7;
/// A day is compared with at most so many weeks.
const WEEKS: i32 = 52;
/// So far back signals are looked for afterwards, in days: half a year.
pub(crate) const BACK: i32 = 182;
/// After an action opens, so many days are no ordinary days, the first included. Own choice.
const CAMPAIGN: i32 = 3;
/// So many days are drawn: eight weeks.
pub(crate) const DRAWN: i32 = 56;
/// A signal asks for the manager this long, in days.
pub(crate) const LIVE: i32 = 7;

/// One false alarm in how many quiet weeks, at most: every series is looked at every day.
pub(crate) fn quiet_weeks() -> f64 {
    let series = u32::try_from(SERIES).unwrap_or(1);
    1.0 / alarm::expected_by_chance(series, 7)
}

/// The counts of a row of days.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Days {
    /// The first day.
    pub from: Day,
    /// The counts of each day, in the order of [`Series::ALL`].
    pub counts: Vec<[i64; SERIES]>,
    /// Days off and campaigns: no reference, and not looked at.
    pub left_out: Vec<bool>,
    /// Days on which a signal of one series was right: no reference for that series.
    pub right: Vec<(Series, Day)>,
}

impl Days {
    /// Puts the counts together; days of which nothing is known count as none.
    pub fn new(
        window: Window,
        days: &[DayFigures],
        newcomers: &[(Day, i64)],
        openers: &[Opener],
        zone: &TimeZone,
    ) -> Self {
        let length = usize::try_from(window.days()).unwrap_or(0);
        let mut counts = vec![[0; SERIES]; length];
        let place = |day: Day| usize::try_from(day.0 - window.from.0).ok();
        let mut add = |day: Day, series: Series, count: i64| {
            if let Some(one) = place(day).and_then(|at| counts.get_mut(at)) {
                one[series.place()] += count;
            }
        };
        for one in days {
            add(one.day, Series::Came, one.active);
            add(one.day, Series::Posts, one.counts.posts);
            add(one.day, Series::Replies, one.counts.replies);
            add(one.day, Series::Reactions, one.counts.reactions);
        }
        for (day, people) in newcomers {
            add(*day, Series::Newcomers, *people);
        }
        for opener in openers.iter().filter(|one| one.question && !one.by_staff) {
            add(opener.opened_at.day(zone), Series::Questions, 1);
            let late = opener.opened_at.plus(Moment::DAY);
            if opener.first_reply_at().is_none_or(|at| at > late) {
                add(late.day(zone), Series::Late, 1);
            }
        }
        let days = (window.from.0..=window.to.0).map(Day);
        let left_out = days.map(day_off).collect();
        Self { from: window.from, counts, left_out, right: Vec::new() }
    }

    /// Nothing is known of a day.
    pub fn none(day: Day) -> Self {
        Self { from: day, counts: Vec::new(), left_out: Vec::new(), right: Vec::new() }
    }

    /// Leaves out the days after an action opened.
    pub fn leave_out(&mut self, openings: &[Day]) {
        for opening in openings {
            for day in 0..CAMPAIGN {
                let at = usize::try_from(opening.0 + day - self.from.0).ok();
                if let Some(left_out) = at.and_then(|at| self.left_out.get_mut(at)) {
                    *left_out = true;
                }
            }
        }
    }

    fn at(&self, day: Day) -> Option<usize> {
        usize::try_from(day.0 - self.from.0).ok().filter(|at| *at < self.counts.len())
    }

    /// Whether the day is looked at.
    pub fn ordinary(&self, day: Day) -> bool {
        self.at(day).is_some_and(|at| !self.left_out[at])
    }

    /// A day of one series against the same weekday before; none without any such day.
    ///
    /// # Errors
    /// A fault when a count is no number.
    pub fn reading(&self, series: Series, day: Day) -> Result<Option<CountReading>> {
        let Some(at) = self.at(day) else { return Ok(None) };
        let first = at.saturating_sub(usize::try_from(WEEKS * 7).unwrap_or(0));
        let right = |at: usize| {
            let day = self.from.plus(i32::try_from(at).unwrap_or(0));
            self.right.contains(&(series, day))
        };
        let days: Vec<alarm::Day> = (first..=at)
            .map(|at| alarm::Day {
                value: self.counts[at][series.place()] as f64,
                left_out: self.left_out[at] || right(at),
            })
            .collect();
        let reference = alarm::same_weekday(&days);
        alarm::count_reading(self.counts[at][series.place()] as f64, &reference)
            .map_err(|e| Failure::fault("look for signals", e))
    }

    /// The count of a day.
    pub fn count(&self, series: Series, day: Day) -> i64 {
        self.at(day).map_or(0, |at| self.counts[at][series.place()])
    }
}

/// Counts as they are kept for the page: half a year and what it was compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct KeptDays {
    from: i32,
    counts: Vec<[i64; SERIES]>,
    left_out: Vec<bool>,
}

impl KeptDays {
    fn of(days: &Days) -> Self {
        Self { from: days.from.0, counts: days.counts.clone(), left_out: days.left_out.clone() }
    }

    /// The counts.
    pub fn days(self) -> Days {
        let Self { from, counts, left_out } = self;
        Days { from: Day(from), counts, left_out, right: Vec::new() }
    }
}

/// That a day was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Looked {
    /// How many series had enough weeks to compare with.
    pub series: u32,
    /// Whether the day was left out.
    pub left_out: bool,
}

/// Looks at one day: what was looked at, and what went off.
///
/// # Errors
/// A fault when a count is no number.
pub(crate) fn look(days: &Days, day: Day) -> Result<(Looked, Vec<WentOff>)> {
    if !days.ordinary(day) {
        return Ok((Looked { series: 0, left_out: true }, Vec::new()));
    }
    let (mut looked, mut off) = (Looked { series: 0, left_out: false }, Vec::new());
    for &series in Series::ALL {
        let Some(reading) = days.reading(series, day)? else { continue };
        looked.series += u32::from(reading.alarm != Sign::TooEarly);
        if matches!(reading.alarm, Sign::High | Sign::Low) {
            off.push(WentOff {
                series,
                day,
                value: days.count(series, day),
                usual: reading.median,
                weeks: i32::try_from(reading.weeks).unwrap_or(i32::MAX),
                distance: reading.z,
                bound: reading.limit,
            });
        }
    }
    Ok((looked, off))
}

/// Everything that [`look`] needs to look at the days of a window.
///
/// # Errors
/// A fault of the database.
pub(crate) fn read(conn: &mut Conn, window: Window, zone: &TimeZone) -> Result<Days> {
    let wide = Window { from: window.from.plus(-7 * WEEKS), to: window.to };
    let from = rollups::beginning(conn)?.map_or(wide.from, |first| wide.from.max(first));
    let wide = Window { from: from.min(wide.to), to: wide.to };
    let figures = rollups::days(conn, wide)?;
    let newcomers = rollups::first_days(conn, wide)?;
    let openers = rollups::openers(conn, Window { from: wide.from.plus(-1), to: wide.to })?;
    let mut days = Days::new(wide, &figures, &newcomers, &openers, zone);
    let since = wide.from.start(zone);
    let openings = store::openings(conn, since)?;
    let openings: Vec<Day> = openings.into_iter().map(|at| at.day(zone)).collect();
    days.leave_out(&openings);
    days.right = store::right_days(conn, wide.from)?;
    Ok(days)
}

/// Looks at every day until yesterday that was not looked at; `today` is where figures look
/// back from. Costs next to nothing when there is none.
///
/// # Errors
/// A fault of the database.
pub(crate) fn keep(database: &Database, today: Day) -> Result<()> {
    let yesterday = today.plus(-1);
    let weeks = i32::try_from(FEWEST_WEEKS).unwrap_or(12);
    let zone = database.zone();
    let found = database.snapshot(|conn| {
        let Some(beginning) = rollups::beginning(conn)? else { return Ok(None) };
        let from = yesterday.plus(1 - BACK).max(beginning.plus(7 * weeks));
        let looked = store::kept_ends(conn, ALARMS, from, yesterday)?;
        let missing: Vec<Day> =
            (from.0..=yesterday.0).map(Day).filter(|day| !looked.contains(day)).collect();
        if missing.is_empty() && store::is_fresh(conn, ALARM_DAYS, yesterday)? {
            return Ok(None);
        }
        let first = missing.first().copied().unwrap_or(yesterday).min(yesterday.plus(-DRAWN));
        let days = read(conn, Window { from: first, to: yesterday }, &zone)?;
        Ok(Some((missing, days)))
    })?;
    let Some((missing, days)) = found else { return Ok(()) };
    let looks: Vec<(Day, Looked, Vec<WentOff>)> = missing
        .into_iter()
        .map(|day| look(&days, day).map(|(looked, off)| (day, looked, off)))
        .collect::<Result<_>>()?;
    database.write(|tx| {
        store::keep_insight(tx, ALARM_DAYS, yesterday, &KeptDays::of(&days))?;
        store::forget_insights(tx, ALARM_DAYS, yesterday.plus(-7))?;
        for (day, looked, off) in &looks {
            store::keep_insight(tx, ALARMS, *day, looked)?;
            for one in off {
                store::insert_alarm(tx, ALARMS.version, one)?;
            }
        }
        Ok(())
    })
}

/// How often was looked, and how many signals chance alone is expected to give.
pub(crate) fn by_chance(looks: &[Looked]) -> (u64, f64) {
    let count: u64 = looks.iter().map(|one| u64::from(one.series)).sum();
    (count, count as f64 * FALSE_ALARMS)
}

/// What managers said of signals.
pub(crate) fn verdicts(all: &[store::Alarm]) -> BTreeMap<Option<Verdict>, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one.verdict).or_default() += 1;
    }
    counts
}

/// Keeps what a manager says of a signal.
///
/// # Errors
/// A problem when it is neither right nor false or the note is too long,
/// [`Refusal::NotFound`] when there is no such signal, or a fault of the database.
pub fn judge(
    tx: &mut Tx<'_>,
    permit: &MayManage,
    lang: Lang,
    id: i64,
    verdict: &str,
    note: &str,
) -> Result<()> {
    let mut problems = Problems::none();
    let note = crate::judgement::checked_note(lang, note, &mut problems);
    let Some(verdict) = Verdict::from_name(verdict) else {
        problems.add("verdict", w::choose_verdict(lang));
        problems.check()?;
        return Err(Refusal::NotFound.into());
    };
    problems.check()?;
    if !store::judge_alarm(tx, id, permit.by(), verdict, &note)? {
        return Err(Refusal::NotFound.into());
    }
    crate::judgement::judged(tx, permit)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wednesdays: a year of days with 40 reactions on workdays, more or less.
    fn year(last: i64) -> Days {
        let window = Window { from: Day(20_000), to: Day(20_399) };
        let mut days = Days::new(window, &[], &[], &[], &TimeZone::UTC);
        for (at, one) in days.counts.iter_mut().enumerate() {
            let swing = [0, 3, -4, 5, -2, 1, -3, 4][at / 7 % 8];
            one[Series::Reactions.place()] = if at % 7 < 5 { 40 + swing } else { 4 };
        }
        days.left_out = vec![false; days.counts.len()];
        let place = days.counts.len() - 1;
        days.counts[place][Series::Reactions.place()] = last;
        days
    }

    #[test]
    fn a_day_is_compared_with_its_own_weekday() {
        let last = Day(20_399);
        // Day 399 of the row is the first of a week: 40 is usual, 4 is not.
        let (looked, off) = look(&year(41), last).unwrap();
        assert_eq!((looked.series, off.len()), (7, 0));
        let (_, off) = look(&year(4), last).unwrap();
        assert_eq!(off.len(), 1);
        assert_eq!((off[0].series, off[0].value, off[0].weeks), (Series::Reactions, 4, 52));
        assert!((off[0].usual - 40.0).abs() < 1.5 && off[0].distance < -off[0].bound);
        let (_, off) = look(&year(400), last).unwrap();
        assert!(off[0].distance > off[0].bound);
        // A day that is left out is not looked at; nor is one outside.
        let mut quiet = year(400);
        quiet.leave_out(&[last.plus(-2)]);
        assert_eq!(look(&quiet, last).unwrap(), (Looked { series: 0, left_out: true }, vec![]));
        assert!(look(&quiet, last.plus(1)).unwrap().0.left_out);
        // With eleven weeks nothing is said.
        let few = year(400);
        let early = few.from.plus(7 * 11 + 1);
        assert_eq!(look(&few, early).unwrap().0.series, 0);
    }

    #[test]
    fn what_was_right_is_no_reference() {
        let mut days = year(41);
        let before = days.reading(Series::Reactions, Day(20_399)).unwrap().unwrap();
        days.right = vec![(Series::Reactions, Day(20_392)), (Series::Posts, Day(20_385))];
        let after = days.reading(Series::Reactions, Day(20_399)).unwrap().unwrap();
        assert_eq!((before.weeks, after.weeks), (52, 51));
    }

    #[test]
    fn about_one_false_alarm_in_twenty_quiet_weeks() {
        assert!((quiet_weeks() - 20.4).abs() < 0.1, "{}", quiet_weeks());
        let looks = [Looked { series: 7, left_out: false }; 100];
        let (count, expected) = by_chance(&looks);
        assert_eq!(count, 700);
        assert!((expected - 0.7).abs() < 1e-9);
    }

    #[test]
    fn a_question_is_late_on_the_day_after() {
        let at = Moment(20_010 * Moment::DAY + 9 * Moment::HOUR);
        let opener = |answered: Option<i64>| Opener {
            thread: language::PostId(1),
            question: true,
            opened_at: at,
            by_staff: false,
            group: None,
            department: None,
            first_member_reply_at: answered.map(|hours| at.plus(hours * Moment::HOUR)),
            first_staff_reply_at: None,
            accepted_at: None,
            closed_at: None,
            replies: 0,
        };
        let window = Window { from: Day(20_000), to: Day(20_020) };
        let openers = [opener(None), opener(Some(3)), opener(Some(30))];
        let days = Days::new(window, &[], &[(Day(20_001), 4)], &openers, &TimeZone::UTC);
        assert_eq!(days.count(Series::Questions, Day(20_010)), 3);
        assert_eq!(days.count(Series::Late, Day(20_010)), 0);
        assert_eq!(days.count(Series::Late, Day(20_011)), 2);
        assert_eq!(days.count(Series::Newcomers, Day(20_001)), 4);
    }
}
