//! `proportions`: shares of people with their ranges, and how groups differ.
//!
//! Columns `did` and `of`, and `group` with its name.

use insight::effect::fisher_exact;
use insight::multiple::{FALSE_DISCOVERY_RATE, benjamini_hochberg};
use insight::proportion::{Comparison, compare};
use insight::shrink::fit_prior;
use insight::{GroupMinimum, Share};
use serde::Serialize;

use crate::definition::{Definition, define};
use crate::problem::{Problem, Why};
use crate::table::{Column, Source, Table};
use crate::{Options, Range};

/// The columns.
pub const COLUMNS: [Column; 3] = [
    Column { name: "did", also: &["x", "successes", "hits", "deden", "gelukt"], needed: true },
    Column { name: "of", also: &["n", "total", "trials", "totaal", "van"], needed: true },
    Column {
        name: "group",
        also: &["name", "department", "arm", "groep", "naam", "afdeling"],
        needed: false,
    },
];

/// What the figures mean.
pub const DEFINITIONS: &[Definition] = &[
    define("range", "Wilson's 95% score interval of did/of", "Wilson 1927"),
    define(
        "indicative",
        "the range is wider than ten percentage points to either side",
        "own choice",
    ),
    define(
        "shrunk",
        "posterior mean and central 95% range under a Beta(a, b) prior fitted to all groups by maximum likelihood; from five groups on",
        "Skellam 1948; Efron & Morris 1975",
    ),
    define(
        "difference",
        "this group minus all others together, Newcombe's 95% range (method 10)",
        "Newcombe 1998",
    ),
    define(
        "p",
        "Fisher's exact two-sided p-value, adjusted for the number of groups (false discovery rate)",
        "Fisher 1935; Benjamini & Hochberg 1995",
    ),
    define(
        "says",
        "higher or lower only when the range excludes zero and the adjusted p is at most .05; else none shown",
        "own choice",
    ),
    define(
        "fewer_than_five",
        "a base this small may give people away: do not publish",
        "own choice",
    ),
];

/// A share after shrinkage.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Shrunk {
    /// Posterior mean.
    pub value: f64,
    /// Central 95% range.
    pub range: Range,
}

/// A group against all others.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Difference {
    /// This group minus the others.
    pub difference: f64,
    /// 95% range.
    pub range: Range,
    /// Adjusted p-value.
    pub p: f64,
    /// `higher`, `lower` or `none shown`.
    pub says: &'static str,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Its name.
    pub group: String,
    /// How many did it.
    pub did: u64,
    /// Of how many.
    pub of: u64,
    /// The share; none of nobody.
    pub share: Option<f64>,
    /// 95% range.
    pub range: Option<Range>,
    /// Whether the range is wide.
    pub indicative: bool,
    /// Whether there are one to four people in it.
    pub fewer_than_five: bool,
    /// Pulled toward what is usual, by its size.
    pub shrunk: Option<Shrunk>,
    /// Against all others together; none when there are no others.
    pub against_others: Option<Difference>,
}

/// The prior.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Prior {
    /// Prior successes.
    pub a: f64,
    /// Prior failures.
    pub b: f64,
    /// Whether the groups differ by more than chance.
    pub groups_differ: bool,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proportions {
    /// All groups together.
    pub all: Group,
    /// In the order of the file.
    pub groups: Vec<Group>,
    /// The prior behind `shrunk`.
    pub prior: Option<Prior>,
}

/// Measures.
///
/// # Errors
/// See [`crate::measure`].
pub fn measure(sources: Vec<Source>, options: &Options) -> Result<(usize, Proportions), Problem> {
    let (mut names, mut shares): (Vec<String>, Vec<Share>) = (Vec::new(), Vec::new());
    for source in sources {
        let table = Table::read(source, &COLUMNS, options.columns.as_deref())?;
        for row in table.rows() {
            let (did, of) = (row.count("did")?, row.count("of")?);
            let above = || Why::PartAboveWhole(did.to_string(), of.to_string());
            let share = Share::estimate(did, of).map_err(|_| row.problem("did", above()))?;
            let name = match row.text("group") {
                "" => (names.len() + 1).to_string(),
                name => name.to_owned(),
            };
            if names.contains(&name) {
                return Err(row.problem("group", Why::Twice(name)));
            }
            names.push(name);
            shares.push(share);
        }
    }
    Ok((shares.len(), answer(&names, &shares)?))
}

fn answer(names: &[String], shares: &[Share]) -> Result<Proportions, Problem> {
    let sum = |of: fn(Share) -> u64| shares.iter().map(|&s| of(s)).sum::<u64>();
    let all = Share::estimate(sum(Share::x), sum(Share::n))?;
    let others = |s: Share| Share::estimate(all.x() - s.x(), all.n() - s.n());
    let tested: Vec<usize> =
        (0..shares.len()).filter(|&at| shares[at].n() > 0 && shares[at].n() < all.n()).collect();
    let mut p_values = Vec::new();
    for &at in &tested {
        let rest = others(shares[at])?;
        let p = fisher_exact((shares[at].x(), shares[at].n()), (rest.x(), rest.n()));
        p_values.push(p.unwrap_or(1.0));
    }
    let adjusted = benjamini_hochberg(&p_values)?;
    let prior = fit_prior(shares);
    let mut groups: Vec<Group> =
        names.iter().zip(shares).map(|(name, &share)| group(name, share)).collect();
    for (at, group) in groups.iter_mut().enumerate() {
        group.shrunk = prior.map(|prior| {
            let shrunk = prior.shrink(shares[at]);
            Shrunk { value: shrunk.value, range: shrunk.interval.into() }
        });
    }
    for (&at, &p) in tested.iter().zip(&adjusted) {
        let found = compare(shares[at], others(shares[at])?);
        groups[at].against_others = found.map(|d| Difference {
            difference: d.difference,
            range: d.interval.into(),
            p,
            says: match d.comparison {
                Comparison::Higher if p <= FALSE_DISCOVERY_RATE => "higher",
                Comparison::Lower if p <= FALSE_DISCOVERY_RATE => "lower",
                _ => "none shown",
            },
        });
    }
    let prior = prior.map(|p| Prior { a: p.a, b: p.b, groups_differ: p.groups_differ() });
    Ok(Proportions { all: group("", all), groups, prior })
}

fn group(name: &str, share: Share) -> Group {
    Group {
        group: name.to_owned(),
        did: share.x(),
        of: share.n(),
        share: share.value(),
        range: share.range().map(Range::from),
        indicative: share.indicative(),
        fewer_than_five: GroupMinimum::FIVE.too_few(share.n()),
        shrunk: None,
        against_others: None,
    }
}
