//! Which words rise (SCIENCE 9.2): log-odds with an informative Dirichlet prior, "Fightin' Words"
//! (Monroe, Colaresi & Quinn 2008).

use std::collections::{BTreeMap, BTreeSet};

/// Weight of the background, in words (a₀). Own choice.
pub const BACKGROUND_WEIGHT: f64 = 1000.0;
/// A term is shown above this z.
pub const SHOWN_ABOVE: f64 = 3.0;
/// A term is shown when at least this many people used it.
pub const FEWEST_AUTHORS: u64 = 5;

/// One use of a term. Only who and when decide whether it counts again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use<'a> {
    /// The term.
    pub term: &'a str,
    /// Who used it.
    pub author: u64,
    /// On which day.
    pub day: i64,
}

/// How often a term was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Uses, at most one per author and day, so that nobody makes a trend alone.
    pub count: u64,
    /// Different authors.
    pub authors: u64,
}

/// Counts terms once per author per day.
#[must_use]
pub fn tally<'a>(uses: &[Use<'a>]) -> BTreeMap<&'a str, Tally> {
    let once: BTreeSet<Use<'a>> = uses.iter().copied().collect();
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut before: Option<Use<'a>> = None;
    for used in once {
        let tally = tallies.entry(used.term).or_default();
        tally.count += 1;
        // In order of term, author, day: another author is a new one.
        let same = before.is_some_and(|b| b.term == used.term && b.author == used.author);
        tally.authors += u64::from(!same);
        before = Some(used);
    }
    tallies
}

/// One term in the two periods that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Uses in this period.
    pub now: u64,
    /// Uses in the period before.
    pub before: u64,
    /// Uses in the background, in which both periods may lie.
    pub background: u64,
    /// Different authors in this period.
    pub authors: u64,
}

/// How many words each period has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Words in this period.
    pub now: u64,
    /// Words in the period before.
    pub before: u64,
    /// Words in the background.
    pub background: u64,
}

/// How much a term rose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rise {
    /// The term's place in the input.
    pub term: usize,
    /// Difference of the log-odds, this period minus the one before.
    pub delta: f64,
    /// That difference in standard errors.
    pub z: f64,
    /// Whether it may be shown: z above 3 and at least five authors.
    pub shown: bool,
}

/// Measures every term, in the given order:
/// δ = ln((y₁+a)/(n₁+a₀−y₁−a)) − ln((y₂+a)/(n₂+a₀−y₂−a)), z = δ/√(1/(y₁+a)+1/(y₂+a)), with
/// a = a₀·(share of the background). A term that the background lacks counts as one use there.
///
/// An empty background gives no prior: then every term gets z = 0 and none is shown.
#[must_use]
pub fn rises(terms: &[Term], sizes: Sizes) -> Vec<Rise> {
    let score = |(place, term): (usize, &Term)| {
        let nothing = Rise { term: place, delta: 0.0, z: 0.0, shown: false };
        if sizes.background == 0 {
            return nothing;
        }
        let a = BACKGROUND_WEIGHT * term.background.max(1) as f64 / sizes.background as f64;
        let odds = |y: u64, n: u64| {
            let used = y as f64 + a;
            // More uses than words is a miscount; it must not become a NaN.
            (used / (n as f64 + BACKGROUND_WEIGHT - used).max(1e-9)).ln()
        };
        let delta = odds(term.now, sizes.now) - odds(term.before, sizes.before);
        let spread = 1.0 / (term.now as f64 + a) + 1.0 / (term.before as f64 + a);
        let z = delta / spread.sqrt();
        let shown = z > SHOWN_ABOVE && term.authors >= FEWEST_AUTHORS;
        Rise { term: place, delta, z, shown }
    };
    terms.iter().enumerate().map(score).collect()
}
