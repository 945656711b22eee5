//! `effect`: a series with an action in it.
//!
//! A column with the series, if given one with the names of periods (`date`), and columns with
//! controls: series that the action cannot have touched. Rows stand in order of time.

use insight::Interval;
use insight::impact::{self, Level, Verdict, impact};
use serde::Serialize;

use crate::definition::{Definition, define};
use crate::problem::{Problem, Why};
use crate::table::{Column, Raw, Source};
use crate::{Options, Range};

/// The column with the series.
pub const SERIES: Column = Column {
    name: "value",
    also: &["y", "series", "count", "response", "waarde", "reeks", "aantal"],
    needed: false,
};
/// The column with the names of periods.
pub const PERIOD: Column = Column {
    name: "date",
    also: &[
        "period", "week", "day", "month", "time", "index", "t", "datum", "periode", "dag", "maand",
    ],
    needed: false,
};

/// What the figures mean.
pub const DEFINITIONS: &[Definition] = &[
    define(
        "design",
        "interrupted series: before and after without a holdout; an indication, never proof",
        "Wagner e.a. 2002",
    ),
    define(
        "expected",
        "what the series would have done: local level (a random walk with noise) plus controls, filtered over the time before; mean and central 95% of the posterior",
        "Durbin & Koopman 2012; Brodersen e.a. 2015",
    ),
    define(
        "steady",
        "the level moves little (inverse gamma: a step of 1% of the standard deviation, worth 32 observations) and controls, if any, explain 80% (worth 50); averaged over the choices of up to eight controls, two of them expected to matter, with weights worth .01 observation",
        "Brodersen e.a. 2015",
    ),
    define(
        "free",
        "the level moves as it does in the time before (half-Cauchy with scale 1 on step over noise)",
        "Gelman 2006",
    ),
    define("total", "actual less expected, all periods after together", "Brodersen e.a. 2015"),
    define("relative", "actual over expected, less one", "Brodersen e.a. 2015"),
    define("tail", "chance that the effect is on the other side of zero", "Brodersen e.a. 2015"),
    define("verdict", "higher or lower when the 95% range of total excludes zero", "own choice"),
    define("agreed", "the verdict on which steady and free agree", "own choice"),
    define("may_be_shown", "at least 26 periods before", "own choice"),
];

/// A figure with its 95% range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// Posterior mean.
    pub value: f64,
    /// 95% range.
    pub range: Range,
}

/// One period after the action.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Period {
    /// Its name, or its number counted from 1.
    pub period: String,
    /// What was seen.
    pub actual: f64,
    /// What was expected.
    pub expected: Estimate,
}

/// The effect under one assumption.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Effect {
    /// `higher`, `lower` or `none shown`.
    pub verdict: &'static str,
    /// Sum after the action.
    pub actual: f64,
    /// What it would have been.
    pub expected: Estimate,
    /// The difference.
    pub total: Estimate,
    /// The difference for one period.
    pub average: Estimate,
    /// As a share of what was expected.
    pub relative: Option<Estimate>,
    /// One-sided.
    pub tail: f64,
    /// Period by period.
    pub periods: Vec<Period>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Impact {
    /// Always `interrupted series`.
    pub design: &'static str,
    /// The column with the series.
    pub series: String,
    /// The columns with controls.
    pub controls: Vec<String>,
    /// Periods before.
    pub before: usize,
    /// Periods after.
    pub after: usize,
    /// The first period after.
    pub start: String,
    /// The verdict on which both agree.
    pub agreed: &'static str,
    /// With a level assumed steady.
    pub steady: Effect,
    /// With a level that moves freely.
    pub free: Effect,
    /// Enough periods before.
    pub may_be_shown: bool,
}

/// Measures.
///
/// # Errors
/// See [`crate::measure`].
pub fn measure(sources: Vec<Source>, options: &Options) -> Result<(usize, Impact), Problem> {
    let mut sources = sources.into_iter();
    let Some(first) = sources.next() else {
        return Err(Problem::nowhere(Why::NoFile));
    };
    if let Some(second) = sources.next() {
        return Err(Problem::file(&second.name, Why::TooManyFiles));
    }
    let raw = Raw::read(first)?;
    let names = raw.place(&PERIOD);
    let (series, controls) = columns(&raw, names, options)?;
    let column = |at: usize| -> Result<Vec<f64>, Problem> {
        (0..raw.rows.len()).map(|row| raw.number(row, at)).collect()
    };
    let values = column(series)?;
    let others = controls.iter().map(|&at| column(at)).collect::<Result<Vec<_>, _>>()?;
    let before = start(&raw, names, options)?;
    let Some(found) = impact(&values, before, &others)? else {
        let name = options.start.clone().unwrap_or_default();
        return Err(Problem::file(&raw.name, Why::NoSuchStart(name)));
    };
    let period = |row: usize| match names {
        Some(at) => raw.rows[row].1[at].trim().to_owned(),
        None => (row + 1).to_string(),
    };
    let say = |effect: &impact::Effect| said(effect, |at| period(before + at));
    let answer = Impact {
        design: "interrupted series",
        series: raw.header[series].clone(),
        controls: controls.iter().map(|&at| raw.header[at].clone()).collect(),
        before: found.periods.0,
        after: found.periods.1,
        start: period(before),
        agreed: word(found.agreed()),
        steady: say(&found.steady),
        free: say(&found.free),
        may_be_shown: !found.too_short,
    };
    debug_assert_eq!((found.steady.level, found.free.level), (Level::Steady, Level::Free));
    Ok((raw.rows.len(), answer))
}

/// The places of the series and of the controls.
fn columns(
    raw: &Raw,
    names: Option<usize>,
    options: &Options,
) -> Result<(usize, Vec<usize>), Problem> {
    let named = |name: &String| {
        let same = |heading: &String| heading.eq_ignore_ascii_case(name.trim());
        let missing = || Problem::file(&raw.name, Why::NoSuchColumn(name.clone()));
        raw.header.iter().position(same).ok_or_else(missing)
    };
    let numeric = |&at: &usize| {
        Some(at) != names && (0..raw.rows.len()).all(|row| raw.number(row, at).is_ok())
    };
    let series = match &options.series {
        Some(name) => named(name)?,
        None => raw
            .place(&SERIES)
            .or_else(|| (0..raw.header.len()).find(numeric))
            .ok_or_else(|| Problem::file(&raw.name, Why::NoSuchColumn(SERIES.name.to_owned())))?,
    };
    let controls = match &options.controls {
        Some(list) => list.iter().map(named).collect::<Result<_, _>>()?,
        None => (0..raw.header.len()).filter(|at| *at != series).filter(numeric).collect(),
    };
    Ok((series, controls))
}

/// How many rows come before the action.
fn start(raw: &Raw, names: Option<usize>, options: &Options) -> Result<usize, Problem> {
    let Some(start) = &options.start else {
        return Err(Problem::nowhere(Why::Option("start")));
    };
    let text = start.trim();
    let missing = || Problem::file(&raw.name, Why::NoSuchStart(text.to_owned()));
    let by_name = names.and_then(|at| {
        raw.rows.iter().position(|(_, cells)| cells[at].trim() == text).or_else(|| {
            // A day that is not in the file: the first later one, as days are written.
            let day = |text: &str| text.get(..10)?.parse::<jiff::civil::Date>().ok();
            let wanted = day(text)?;
            raw.rows.iter().position(|(_, cells)| day(cells[at].trim()) >= Some(wanted))
        })
    });
    let by_number = || text.parse::<usize>().ok()?.checked_sub(1);
    let before = by_name.or_else(by_number).ok_or_else(missing)?;
    if (1..raw.rows.len()).contains(&before) { Ok(before) } else { Err(missing()) }
}

fn estimate(of: impact::Estimate, factor: f64) -> Estimate {
    let Interval { low, high } = of.interval.times(factor);
    Estimate { value: of.value * factor, range: Range { low, high } }
}

fn said(effect: &impact::Effect, name: impl Fn(usize) -> String) -> Effect {
    let periods = effect.periods.iter().enumerate().map(|(at, period)| Period {
        period: name(at),
        actual: period.actual,
        expected: estimate(period.expected, 1.0),
    });
    Effect {
        verdict: word(effect.verdict),
        actual: effect.actual,
        expected: estimate(effect.expected, 1.0),
        total: estimate(effect.total, 1.0),
        average: estimate(effect.total, 1.0 / effect.periods.len() as f64),
        relative: effect.relative.map(|relative| estimate(relative, 1.0)),
        tail: effect.tail,
        periods: periods.collect(),
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Higher => "higher",
        Verdict::Lower => "lower",
        Verdict::CannotTell => "none shown",
    }
}
