//! `bgnbd`: how many will come back, from a summary per member or from a log of visits.
//!
//! Summary: columns `frequency` (visits after the first), `recency` (time from the first to the last
//! visit) and `age` (time from the first visit to the end of watching). Log: columns `member` and
//! `date` (2026-11-23, or 20261123; a time behind it is ignored); visits on one day count once.

use std::collections::{BTreeMap, BTreeSet};

use insight::bgnbd::{Visits, fit, may_forecast};
use jiff::civil::Date;
use serde::Serialize;

use crate::definition::{Definition, define};
use crate::problem::{Problem, Why};
use crate::table::{Column, Row, Source, Table};
use crate::{Options, Unit};

/// The columns of a summary.
pub const COLUMNS: [Column; 3] = [
    Column { name: "frequency", also: &["x", "returns", "frequentie"], needed: true },
    Column { name: "recency", also: &["t_x", "tx", "recentheid"], needed: true },
    Column { name: "age", also: &["t", "leeftijd"], needed: true },
];

/// The columns of a log.
pub const LOG: [Column; 2] = [
    Column {
        name: "member",
        also: &["id", "customer_id", "customer", "person", "user", "lid", "klant", "persoon"],
        needed: true,
    },
    Column {
        name: "date",
        also: &["day", "time", "timestamp", "datum", "dag", "tijd"],
        needed: true,
    },
];

/// What the figures mean.
pub const DEFINITIONS: &[Definition] = &[
    define(
        "r, alpha, a, b",
        "maximum likelihood of the BG/NBD model: visits come as a Poisson process with rates from Gamma(r, alpha); after each visit a member drops out with a chance from Beta(a, b)",
        "Fader, Hardie & Lee 2005",
    ),
    define(
        "still_there",
        "sum of P(alive) over members who returned; the model says 1 of all others, who are left out",
        "Fader, Hardie & Lee 2005",
    ),
    define(
        "expected",
        "expected number of visits of these members in the time ahead, given their histories",
        "Fader, Hardie & Lee 2005",
    ),
    define("may_be_shown", "at least 500 members and 90 days of history", "own choice"),
];

/// The answer. It speaks of all members together, never of one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comeback {
    /// Members.
    pub n: usize,
    /// Members who came back at least once.
    pub returned: usize,
    /// The unit of all times.
    pub unit: Unit,
    /// The last day that counts; of a log only.
    pub until: Option<String>,
    /// The fitted model; none when nobody returned.
    pub model: Option<Model>,
}

/// A fitted model with its forecast.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Model {
    /// Shape of the visiting rates.
    pub r: f64,
    /// Scale of the visiting rates.
    pub alpha: f64,
    /// First parameter of the drop-out chances.
    pub a: f64,
    /// Second parameter of the drop-out chances.
    pub b: f64,
    /// Log-likelihood.
    pub log_likelihood: f64,
    /// Expected number still there, among those who returned.
    pub still_there: f64,
    /// How far ahead.
    pub ahead: f64,
    /// Expected visits in that time.
    pub expected: f64,
    /// Whether a forecast may be shown.
    pub may_be_shown: bool,
}

/// Measures.
///
/// # Errors
/// See [`crate::measure`].
pub fn measure(sources: Vec<Source>, options: &Options) -> Result<(usize, Comeback), Problem> {
    if options.ahead.is_some_and(|ahead| !ahead.is_finite() || ahead <= 0.0) {
        return Err(Problem::nowhere(Why::Option("ahead")));
    }
    let (mut rows, mut members) = (0, Vec::new());
    let mut log: BTreeMap<String, BTreeSet<i32>> = BTreeMap::new();
    for source in sources {
        let table = Table::read_either(source, &COLUMNS, &LOG, options.columns.as_deref())?;
        rows += table.len();
        for row in table.rows() {
            if table.has("date") {
                let day = day(row)?;
                log.entry(row.needed("member")?.to_owned()).or_default().insert(day);
            } else {
                members.push(visits(row)?);
            }
        }
    }
    let until = options.until.map(number).or_else(|| log.values().flatten().max().copied());
    let until = until.filter(|_| !log.is_empty());
    if let Some(until) = until {
        members.extend(log.values().filter_map(|days| summary(days, until, options.unit)));
    }
    Ok((rows, answer(&members, until, options)?))
}

fn visits(row: Row<'_>) -> Result<Visits, Problem> {
    let text = row.text("frequency");
    let returns = u32::try_from(row.count("frequency")?)
        .map_err(|_| row.problem("frequency", Why::NotACount(text.to_owned())))?;
    let (recency, age) = (row.amount("recency")?, row.amount("age")?);
    if recency > age {
        return Err(row.problem("recency", Why::RecencyAboveAge));
    }
    Ok(Visits { returns, recency, age })
}

/// Days since 1 January 1970.
fn number(date: Date) -> i32 {
    let days = date.since(Date::constant(1970, 1, 1)).map(|span| span.get_days());
    days.unwrap_or_default()
}

fn day(row: Row<'_>) -> Result<i32, Problem> {
    let text = row.needed("date")?;
    let front = text.split(['T', ' ']).next().unwrap_or(text);
    let form = if front.contains('-') { "%Y-%m-%d" } else { "%Y%m%d" };
    let date = Date::strptime(form, front)
        .map_err(|_| row.problem("date", Why::NotADate(text.to_owned())))?;
    Ok(number(date))
}

/// The history of one member up to a day; none when their first visit comes later.
fn summary(days: &BTreeSet<i32>, until: i32, unit: Unit) -> Option<Visits> {
    let first = days.first().copied().filter(|&first| first <= until)?;
    let within: Vec<i32> = days.range(..=until).copied().collect();
    let last = within.last().copied().unwrap_or(first);
    let span = |from: i32, to: i32| f64::from(to - from) / unit.days();
    Some(Visits {
        returns: u32::try_from(within.len() - 1).unwrap_or(u32::MAX),
        recency: span(first, last),
        age: span(first, until),
    })
}

fn answer(members: &[Visits], until: Option<i32>, options: &Options) -> Result<Comeback, Problem> {
    let oldest = members.iter().map(|m| m.age).fold(0.0, f64::max);
    let ahead = options.ahead.unwrap_or(oldest);
    let model = fit(members)?.map(|fitted| {
        let m = fitted.model;
        Model {
            r: m.r,
            alpha: m.alpha,
            a: m.a,
            b: m.b,
            log_likelihood: fitted.log_likelihood,
            still_there: members.iter().filter_map(|v| m.shown_alive(*v)).sum(),
            ahead,
            expected: members.iter().map(|v| m.expected(*v, ahead)).sum(),
            may_be_shown: may_forecast(members.len(), oldest * options.unit.days()),
        }
    });
    let start = Date::constant(1970, 1, 1);
    let date = |days: i32| start.checked_add(jiff::Span::new().days(days)).ok();
    Ok(Comeback {
        n: members.len(),
        returned: members.iter().filter(|m| m.returns > 0).count(),
        unit: options.unit,
        until: until.and_then(date).map(|d| d.to_string()),
        model,
    })
}
