//! `survival`: time until something happens, by group.
//!
//! Columns `time`, `event` (1 happened, 0 still going on, 2 something else came first) and, if there
//! are groups, `group`. Several files without that column are a group each, by their names.

use insight::Interval;
use insight::competing::{Ending, Watched, incidence};
use insight::log_rank::log_rank_of;
use insight::restricted_mean::{compare, restricted_mean};
use insight::survival::{Curve, Observed, kaplan_meier};
use serde::Serialize;

use crate::definition::{Definition, define};
use crate::problem::{Problem, Why};
use crate::table::{Column, Row, Source, Table};
use crate::{Options, Range};

/// The columns.
pub const COLUMNS: [Column; 3] = [
    Column {
        name: "time",
        also: &[
            "t", "duration", "weeks", "days", "months", "hours", "tijd", "duur", "weken", "dagen",
            "uren",
        ],
        needed: true,
    },
    Column {
        name: "event",
        also: &["e", "status", "observed", "happened", "died", "gebeurtenis", "gebeurd"],
        needed: true,
    },
    Column { name: "group", also: &["arm", "cohort", "treatment", "groep"], needed: false },
];

/// What the figures mean.
pub const DEFINITIONS: &[Definition] = &[
    define(
        "survival",
        "S(t) = Π(1 − d/n) over the times at which it happened; somebody censored then still counts as at risk; 95% range log(−log) with Greenwood's variance",
        "Kaplan & Meier 1958",
    ),
    define(
        "median",
        "the first time at which S is at most one half; none if S does not come that far",
        "Brookmeyer & Crowley 1982",
    ),
    define(
        "restricted_mean",
        "the area under S up to the limit, in the unit of time",
        "Royston & Parmar 2013",
    ),
    define(
        "incidence",
        "only with event 2: F(t) = Σ S(t−)·d/n, the share for whom it happened before anything else did; ties together",
        "Aalen & Johansen 1978",
    ),
    define(
        "log_rank",
        "(O−E)ᵀV⁻¹(O−E) over all groups, hypergeometric variance, ties together",
        "Mantel 1966; Peto & Peto 1972",
    ),
    define(
        "restricted_mean_differences",
        "each group minus the first, up to the same limit, normal 95% range",
        "Royston & Parmar 2013",
    ),
];

/// One step of a curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Step {
    /// When.
    pub time: f64,
    /// How many were still watched just before.
    pub at_risk: usize,
    /// For how many it happened.
    pub happened: usize,
    /// The share for whom it has not.
    pub survival: f64,
    /// 95% range.
    pub range: Range,
}

/// One step of a curve with something that can come first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct IncidenceStep {
    /// When.
    pub time: f64,
    /// How many were still watched just before.
    pub at_risk: usize,
    /// For how many it happened.
    pub happened: usize,
    /// For how many something else did.
    pub other: usize,
    /// The share for whom it has happened.
    pub incidence: f64,
    /// 95% range.
    pub range: Range,
}

/// A restricted mean.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Mean {
    /// Up to when.
    pub limit: f64,
    /// In the unit of time.
    pub mean: f64,
    /// 95% range.
    pub range: Range,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Its name; empty when there are no groups.
    pub group: String,
    /// How many.
    pub n: usize,
    /// For how many it happened.
    pub events: usize,
    /// For how many something else came first; in `survival` they count as censored.
    pub other: usize,
    /// The longest time watched.
    pub last: Option<f64>,
    /// The median; none when more than half had it not happen.
    pub median: Option<f64>,
    /// Ends of its 95% range; none where the band does not come that far.
    pub median_range: (Option<f64>, Option<f64>),
    /// The restricted mean.
    pub restricted_mean: Option<Mean>,
    /// The curve.
    pub survival: Vec<Step>,
    /// The curve with what came first; only if something did.
    pub incidence: Option<Vec<IncidenceStep>>,
}

/// The comparison of all groups.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogRank {
    /// Chi-squared.
    pub chi_squared: f64,
    /// Degrees of freedom.
    pub freedom: usize,
    /// Probability of this much difference without any.
    pub p: f64,
}

/// One group against the first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Which.
    pub group: String,
    /// Against which.
    pub against: String,
    /// Difference of the restricted means.
    pub difference: f64,
    /// 95% range.
    pub range: Range,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Survival {
    /// In order of name.
    pub groups: Vec<Group>,
    /// Between the groups; none with a single one or nothing to compare.
    pub log_rank: Option<LogRank>,
    /// Against the first.
    pub restricted_mean_differences: Vec<Difference>,
}

/// Measures.
///
/// # Errors
/// See [`crate::measure`].
pub fn measure(sources: Vec<Source>, options: &Options) -> Result<(usize, Survival), Problem> {
    if options.limit.is_some_and(|limit| !limit.is_finite() || limit <= 0.0) {
        return Err(Problem::nowhere(Why::Option("limit")));
    }
    let several = sources.len() > 1;
    let mut groups: std::collections::BTreeMap<String, Vec<Watched>> =
        std::collections::BTreeMap::new();
    let mut rows = 0;
    for source in sources {
        let table = Table::read(source, &COLUMNS, options.columns.as_deref())?;
        rows += table.len();
        for row in table.rows() {
            let name = match (table.has("group"), several) {
                (true, _) => row.needed("group")?.to_owned(),
                (false, true) => table.name.clone(),
                (false, false) => String::new(),
            };
            let time = row.amount("time")?;
            groups.entry(name).or_default().push(Watched { time, ending: ending(row)? });
        }
    }
    Ok((rows, answer(&groups.into_iter().collect::<Vec<_>>(), options)?))
}

fn ending(row: Row<'_>) -> Result<Ending, Problem> {
    let text = row.needed("event")?;
    match text.to_lowercase().as_str() {
        "1" | "1.0" | "true" | "yes" | "ja" | "y" | "j" => Ok(Ending::Happened),
        "0" | "0.0" | "false" | "no" | "nee" | "n" => Ok(Ending::Censored),
        "2" | "2.0" | "other" | "anders" => Ok(Ending::Other),
        _ => Err(row.problem("event", Why::NotAnEvent(text.to_owned()))),
    }
}

fn answer(groups: &[(String, Vec<Watched>)], options: &Options) -> Result<Survival, Problem> {
    let observed: Vec<Vec<Observed>> = groups
        .iter()
        .map(|(_, people)| {
            let seen =
                |w: &Watched| Observed { time: w.time, happened: w.ending == Ending::Happened };
            people.iter().map(seen).collect()
        })
        .collect();
    let curves = observed.iter().map(|o| kaplan_meier(o)).collect::<Result<Vec<Curve>, _>>()?;
    let shortest = curves.iter().filter_map(|c| c.last).fold(f64::INFINITY, f64::min);
    let limit = options.limit.unwrap_or(shortest);
    let mut shown = Vec::new();
    for ((name, people), curve) in groups.iter().zip(&curves) {
        shown.push(group(name, people, curve, limit)?);
    }
    let slices: Vec<&[Observed]> = observed.iter().map(Vec::as_slice).collect();
    let log_rank = log_rank_of(&slices)?.map(|t| LogRank {
        chi_squared: t.chi_squared,
        freedom: t.freedom,
        p: t.p,
    });
    let difference = |at: usize| {
        let gap = compare(&curves[at], &curves[0], limit)?;
        Some(Difference {
            group: groups[at].0.clone(),
            against: groups[0].0.clone(),
            difference: gap.difference,
            range: gap.interval.into(),
        })
    };
    let restricted_mean_differences = (1..groups.len()).filter_map(difference).collect();
    Ok(Survival { groups: shown, log_rank, restricted_mean_differences })
}

fn group(name: &str, people: &[Watched], curve: &Curve, limit: f64) -> Result<Group, Problem> {
    let other = people.iter().filter(|w| w.ending == Ending::Other).count();
    let mean = restricted_mean(curve, limit);
    let step = |time, at_risk, happened, survival, range: Interval| Step {
        time,
        at_risk,
        happened,
        survival,
        range: range.into(),
    };
    let steps = if other > 0 {
        let found = incidence(people)?;
        let shown = |s: &insight::competing::Step| IncidenceStep {
            time: s.time,
            at_risk: s.at_risk,
            happened: s.happened,
            other: s.other,
            incidence: s.incidence,
            range: s.interval.into(),
        };
        Some(found.steps.iter().map(shown).collect())
    } else {
        None
    };
    Ok(Group {
        group: name.to_owned(),
        n: curve.n,
        events: curve.events,
        other,
        last: curve.last,
        median: curve.median(),
        median_range: curve.median_range(),
        restricted_mean: mean.map(|m| Mean {
            limit: m.limit,
            mean: m.mean,
            range: m.interval.into(),
        }),
        survival: curve
            .steps
            .iter()
            .map(|s| step(s.time, s.at_risk, s.happened, s.survival, s.interval))
            .collect(),
        incidence: steps,
    })
}
