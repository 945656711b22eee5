//! `graph`: who is tied to whom.
//!
//! The first file holds the ties: `from`, `to`, and if given `weight` (1 without), `time` (a day,
//! a day with a time, seconds since 1970, or a number of days) and `type`. A second file holds
//! what is known of people: `id` and any other columns.

mod figures;
mod read;

use insight::graph::ei::PERMUTATIONS;
use serde::Serialize;

use crate::Options;
use crate::definition::{Definition, define};
use crate::problem::Problem;
use crate::table::{Column, Source};

/// The columns of the first file.
pub const COLUMNS: [Column; 5] = [
    Column { name: "from", also: &["source", "sender", "ego", "van", "afzender"], needed: true },
    Column {
        name: "to",
        also: &["target", "recipient", "receiver", "alter", "naar", "ontvanger"],
        needed: true,
    },
    Column { name: "weight", also: &["strength", "count", "gewicht", "aantal"], needed: false },
    Column {
        name: "time",
        also: &["date", "eventdate", "timestamp", "unix_time", "tijd", "datum"],
        needed: false,
    },
    Column { name: "type", also: &["kind", "soort"], needed: false },
];

/// The column of the second file that names people.
pub const PERSON: Column =
    Column { name: "id", also: &["person", "member", "node", "eid", "name", "lid"], needed: true };

/// What the figures mean.
pub const DEFINITIONS: &[Definition] = &[
    define(
        "ties",
        "two people with a line in either direction; weights of lines between them are added, lines to oneself and without positive weight left out; a line loses half its weight in 90 days before the last one when times are given",
        "own choice",
    ),
    define("reciprocity.arcs", "arcs that go both ways, of all arcs", "Wasserman & Faust 1994"),
    define("reciprocity.weighted", "sum of min(w_ij, w_ji) over sum of w", "Squartini e.a. 2013"),
    define("reciprocity.corrected", "(r - density)/(1 - density)", "Garlaschelli & Loffredo 2004"),
    define("components", "pieces of the network, whoever began a tie", "Tarjan 1975"),
    define(
        "articulation_points",
        "people without whom a piece falls apart",
        "Hopcroft & Tarjan 1973",
    ),
    define(
        "external_internal",
        "(E - I)/(E + I) over ties; expected if everybody were tied to everybody; p from 10,000 deals of the attribute over the same ties, (1 + hits)/(1 + deals), twice the smaller side; those of groups adjusted for their number (false discovery rate)",
        "Krackhardt & Stern 1988; Phipson & Smyth 2010; Benjamini & Hochberg 1995",
    ),
    define("assortativity", "share of arcs within, corrected for chance", "Newman 2003"),
    define(
        "betweenness",
        "over pairs of others, the share of shortest ways in steps through this person, added up; exact up to 5,000 people, else from 512 pivots with its standard error",
        "Freeman 1977; Brandes 2001; Brandes & Pich 2007",
    ),
    define(
        "band",
        "betweenness among the highest 5% or 20% above zero; equal values share the lower band",
        "Costenbader & Valente 2003",
    ),
    define(
        "constraint",
        "sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2, p by weight; none without a tie",
        "Burt 1992",
    ),
    define("core", "largest k with at least k ties to people of the same core", "Seidman 1983"),
    define(
        "eigenvector",
        "eigenvector of the largest eigenvalue by weight, length 1",
        "Bonacich 1972",
    ),
    define("pagerank", "by weight, damping 0.85", "Brin & Page 1998"),
    define(
        "clustering.average",
        "mean share of pairs of contacts that are tied; 0 with fewer than two",
        "Watts & Strogatz 1998",
    ),
    define("clustering.transitivity", "3 triangles over paths of two ties", "Newman e.a. 2002"),
    define("distance", "steps between connected people, up to 5,000 people", "Wiener 1947"),
    define(
        "communities",
        "Leiden on modularity by weight with resolution 1, best of 20 seeds; stable when the mean adjusted Rand index over pairs of seeds is at least 0.7",
        "Traag e.a. 2019; Hubert & Arabie 1985",
    ),
    define(
        "fragility.curve",
        "share of all people in the largest piece after the 1, 2, ... most tied have left, against the mean of 2,000 random orders (100 above 5,000 people)",
        "Albert e.a. 2000; Newman & Ziff 2001",
    ),
    define("fragility.robustness", "mean of that share over all leavers", "Schneider e.a. 2011"),
    define(
        "brokerage",
        "open directed triads a-b-c without a-c through b, by departments of the three; for the first attribute",
        "Gould & Fernandez 1989",
    ),
    define("may_be_shown", "at least 30 people and 50 ties", "own choice"),
];

/// Do people answer each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reciprocity {
    /// Arcs that go both ways, of all.
    pub arcs: Option<f64>,
    /// Pairs tied both ways, of all tied pairs.
    pub pairs: Option<f64>,
    /// By weight.
    pub weighted: f64,
    /// Corrected for density.
    pub corrected: Option<f64>,
}

/// Pieces.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Components {
    /// How many.
    pub count: usize,
    /// People in the largest.
    pub largest: u32,
    /// People without a tie.
    pub isolates: usize,
}

/// How close-knit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Clustering {
    /// Mean local clustering.
    pub average: Option<f64>,
    /// Of the whole.
    pub transitivity: Option<f64>,
    /// Triangles.
    pub triangles: u64,
}

/// How far apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Distance {
    /// Mean steps.
    pub mean: f64,
    /// The diameter.
    pub longest: u32,
}

/// An E-I index.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Index {
    /// Ties across.
    pub external: u64,
    /// Ties inside.
    pub internal: u64,
    /// The index; none without ties.
    pub index: Option<f64>,
    /// If everybody were tied to everybody.
    pub expected: Option<f64>,
    /// The mean over the deals.
    pub by_chance: Option<f64>,
    /// Two-sided.
    pub p: Option<f64>,
}

/// One value of an attribute.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// The value.
    pub group: String,
    /// People with it.
    pub people: u64,
    /// Its index.
    #[serde(flatten)]
    pub index: Index,
}

/// Ties between two values of an attribute.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    /// One value.
    pub one: String,
    /// The other; the same for ties inside.
    pub other: String,
    /// Ties.
    pub ties: u64,
    /// Ties that could be.
    pub possible: u64,
}

/// The network by an attribute.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attribute {
    /// Its column.
    pub attribute: String,
    /// People of whom it is not known; they are left out.
    pub unknown: usize,
    /// The whole.
    #[serde(flatten)]
    pub whole: Index,
    /// By weight.
    pub weighted: Option<f64>,
    /// Over arcs instead of ties.
    pub over_arcs: Option<f64>,
    /// Own kind.
    pub assortativity: Option<f64>,
    /// By value.
    pub groups: Vec<Group>,
    /// The density matrix.
    pub pairs: Vec<Pair>,
}

/// Communities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Communities {
    /// Of the best run; none without ties.
    pub modularity: Option<f64>,
    /// How many.
    pub count: usize,
    /// People in each, the largest first.
    pub sizes: Vec<u32>,
    /// How alike the runs are.
    pub agreement: f64,
    /// Whether that is enough.
    pub stable: bool,
}

/// What if the most tied leave.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fragility {
    /// After 1, 2, … up to 20.
    pub curve: Vec<f64>,
    /// At random.
    pub random: Vec<f64>,
    /// R.
    pub robustness: f64,
    /// R at random.
    pub random_robustness: Option<f64>,
    /// Share of ties lost with the first three.
    pub ties_lost: Option<f64>,
}

/// Roles between values of an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Brokerage {
    /// All three the same.
    pub coordinator: u64,
    /// Both others the same, the broker not.
    pub consultant: u64,
    /// From outside in.
    pub gatekeeper: u64,
    /// From inside out.
    pub representative: u64,
    /// All three different.
    pub liaison: u64,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Person {
    /// As in the file.
    pub id: String,
    /// People who addressed them.
    pub incoming: u32,
    /// People they addressed.
    pub outgoing: u32,
    /// People they are tied to.
    pub partners: u32,
    /// Weight of these ties.
    pub strength: f64,
    /// Number of their piece, the largest 0.
    pub component: u32,
    /// Betweenness.
    pub betweenness: f64,
    /// Where that lies among everybody's: `top 5%`, `top 20%` or `rest`. Positions say more than
    /// the data can bear.
    pub band: &'static str,
    /// Its standard error; none when it is exact.
    pub betweenness_error: Option<f64>,
    /// Constraint.
    pub constraint: Option<f64>,
    /// Core number.
    pub core: u32,
    /// Eigenvector centrality.
    pub eigenvector: Option<f64>,
    /// PageRank.
    pub pagerank: f64,
    /// Number of their community, the largest 0.
    pub community: u32,
    /// Roles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brokerage: Option<Brokerage>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Network {
    /// People, those without a tie included.
    pub people: u32,
    /// Arcs; none when ties have no direction.
    pub arcs: Option<usize>,
    /// Ties.
    pub ties: usize,
    /// Lines that are no tie.
    pub left_out: usize,
    /// Ties of all that could be.
    pub density: Option<f64>,
    /// Arcs of all that could be.
    pub density_of_arcs: Option<f64>,
    /// Reciprocity; none without direction.
    pub reciprocity: Option<Reciprocity>,
    /// Pieces.
    pub components: Components,
    /// Ids.
    pub articulation_points: Vec<String>,
    /// People by core number, from 0.
    pub cores: Vec<usize>,
    /// Clustering.
    pub clustering: Clustering,
    /// Distance; none in a large network.
    pub distance: Option<Distance>,
    /// By attribute of the second file.
    pub external_internal: Vec<Attribute>,
    /// Communities.
    pub communities: Communities,
    /// Fragility.
    pub fragility: Fragility,
    /// Large enough for its figures to be shown.
    pub may_be_shown: bool,
    /// Everybody, in order of id.
    pub persons: Vec<Person>,
}

/// Measures.
///
/// # Errors
/// See [`crate::measure`].
pub fn measure(sources: Vec<Source>, options: &Options) -> Result<(usize, Network), Problem> {
    let (rows, input) = read::read(sources, options)?;
    Ok((rows, figures::network(&input, options, PERMUTATIONS)?))
}
