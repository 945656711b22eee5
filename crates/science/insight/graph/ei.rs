//! Which departments are islands: the E-I index (SCIENCE 4.1).

use crate::graph::directed::DirectedGraph;
use crate::graph::shuffled::{Counts, deals, observed};
use crate::graph::undirected::UndirectedGraph;
use crate::graph::work::Workers;
use crate::invalid::Invalid;
use std::collections::BTreeMap;

/// How often departments are dealt out anew.
pub const PERMUTATIONS: usize = 10_000;

/// External against internal ties: (E − I)/(E + I), from −1 (only inside) to 1 (only outside).
/// Large departments are internal by arithmetic alone, so it is read against `expected` and
/// `chance` only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Index {
    /// Ties across the border.
    pub external: u64,
    /// Ties inside.
    pub internal: u64,
    /// (E − I)/(E + I); `None` without a tie: the page prints "–".
    pub value: Option<f64>,
    /// The index if everybody were tied to everybody: (E_max − I_max)/(E_max + I_max). `None`
    /// when no tie is possible.
    pub expected: Option<f64>,
    /// How often chance is as far out, on either side; `None` without a tie or permutations.
    pub chance: Option<Chance>,
}

/// How the index compares with departments dealt out at random over the same network. Each is
/// (1 + hits)/(1 + permutations), so never 0 (Phipson & Smyth 2010).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chance {
    /// The mean over the permutations.
    pub mean: f64,
    /// The share with an index as low or lower: a small value means an island.
    pub as_internal: f64,
    /// The share with an index as high or higher: a small value means looking outward.
    pub as_external: f64,
    /// Both sides: twice the smaller, at most 1.
    pub p: f64,
}

/// The whole network and each department.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalInternal {
    /// All ties; each counts once.
    pub whole: Index,
    /// The same with the weight of ties instead of their number.
    pub weighted: Option<f64>,
    /// Every department with its size, by number. A tie between two departments is external to
    /// both.
    pub departments: Vec<Department>,
    /// People without a department; their ties are left out.
    pub unknown: usize,
}

/// A department among the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Department {
    /// Its number.
    pub department: u32,
    /// Its people in the network.
    pub people: u64,
    /// Its index.
    pub index: Index,
}

/// How chance is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permutation {
    /// How many; [`PERMUTATIONS`], or 0 for none.
    pub rounds: usize,
    /// The seed.
    pub seed: u64,
    /// Threads.
    pub workers: Workers,
}

/// Measures the E-I index of undirected ties (Krackhardt & Stern 1988) with a permutation of the
/// labels. `departments` holds the number of everybody's department, `None` if unknown.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless there is an entry for everybody.
pub fn external_internal(
    graph: &UndirectedGraph,
    departments: &[Option<u32>],
    permutation: Permutation,
) -> Result<ExternalInternal, Invalid> {
    if departments.len() != graph.nodes() as usize {
        return Err(Invalid::LengthsDiffer);
    }
    let unknown = departments.iter().filter(|d| d.is_none()).count();
    if unknown == 0 {
        return Ok(known(graph, departments, permutation));
    }
    let (graph, kept) = graph.among(|node| departments[node as usize].is_some());
    let of_kept: Vec<Option<u32>> = kept.iter().map(|&node| departments[node as usize]).collect();
    Ok(ExternalInternal { unknown, ..known(&graph, &of_kept, permutation) })
}

fn known(
    graph: &UndirectedGraph,
    departments: &[Option<u32>],
    permutation: Permutation,
) -> ExternalInternal {
    let mut sizes: BTreeMap<u32, u64> = BTreeMap::new();
    departments.iter().flatten().for_each(|&d| *sizes.entry(d).or_default() += 1);
    // Consecutive numbers for the departments that occur.
    let order: BTreeMap<u32, u32> =
        sizes.keys().enumerate().map(|(index, &d)| (d, index as u32)).collect();
    let label: Vec<u32> = departments.iter().flatten().map(|d| order[d]).collect();
    let counts = observed(graph, &label, sizes.len());
    // Chance: the index of each department and, last, of the whole.
    let rounds = (permutation.rounds, permutation.seed, permutation.workers);
    let chances = if graph.ties() == 0 {
        Vec::new()
    } else {
        deals(graph, &label, sizes.len(), rounds, |counts| {
            let mut values: Vec<Option<f64>> = counts.iter().map(|c| c.index()).collect();
            values.push(whole(counts).index());
            values
        })
    };
    let people = label.len() as u64;
    let all_pairs = pairs(people);
    let inside: u64 = sizes.values().map(|&size| pairs(size)).sum();
    let index = |counts: Counts, place: usize, (outside, inside): (u64, u64)| Index {
        external: counts.external,
        internal: counts.internal,
        value: counts.index(),
        expected: Counts { internal: inside, external: outside }.index(),
        chance: counts.index().and_then(|value| chance(value, &chances, place)),
    };
    ExternalInternal {
        whole: index(whole(&counts), sizes.len(), (all_pairs - inside, inside)),
        weighted: weighted(graph, &label),
        departments: sizes
            .iter()
            .enumerate()
            .map(|(place, (&department, &size))| Department {
                department,
                people: size,
                index: index(counts[place], place, (size * (people - size), pairs(size))),
            })
            .collect(),
        unknown: 0,
    }
}

/// The same index over arcs: a tie that goes both ways counts twice, as some publications have
/// it. `None` without arcs between people of a known department.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless there is an entry for everybody.
pub fn external_internal_of_arcs(
    graph: &DirectedGraph,
    departments: &[Option<u32>],
) -> Result<Option<f64>, Invalid> {
    if departments.len() != graph.nodes() as usize {
        return Err(Invalid::LengthsDiffer);
    }
    let mut counts = Counts::default();
    for (from, to, _) in graph.all() {
        if let (Some(a), Some(b)) = (departments[from as usize], departments[to as usize]) {
            *(if a == b { &mut counts.internal } else { &mut counts.external }) += 1;
        }
    }
    Ok(counts.index())
}

fn pairs(people: u64) -> u64 {
    people * people.saturating_sub(1) / 2
}

/// All departments together: a tie between two of them was counted at both.
fn whole(counts: &[Counts]) -> Counts {
    Counts {
        internal: counts.iter().map(|c| c.internal).sum(),
        external: counts.iter().map(|c| c.external).sum::<u64>() / 2,
    }
}

fn weighted(graph: &UndirectedGraph, label: &[u32]) -> Option<f64> {
    let (mut outside, mut inside) = (0.0, 0.0);
    for (one, other, weight) in graph.all() {
        let same = label[one as usize] == label[other as usize];
        *(if same { &mut inside } else { &mut outside }) += weight;
    }
    (inside + outside > 0.0).then(|| (outside - inside) / (outside + inside))
}

/// Compares a value with the permutations. Those in which the department has no tie at all have
/// no index; they count as hits on both sides, which can only make us more careful.
fn chance(value: f64, deals: &[Vec<Option<f64>>], place: usize) -> Option<Chance> {
    /// Indices are fractions of whole numbers: equal ones may differ by rounding.
    const SAME: f64 = 1e-12;
    if deals.is_empty() {
        return None;
    }
    let (mut low, mut high, mut sum, mut known) = (1_u64, 1_u64, 0.0, 0_u64);
    for deal in deals {
        let dealt = deal[place];
        low += u64::from(dealt.is_none_or(|d| d <= value + SAME));
        high += u64::from(dealt.is_none_or(|d| d >= value - SAME));
        sum += dealt.unwrap_or(0.0);
        known += u64::from(dealt.is_some());
    }
    let all = deals.len() as f64 + 1.0;
    let (as_internal, as_external) = (low as f64 / all, high as f64 / all);
    Some(Chance {
        mean: if known > 0 { sum / known as f64 } else { value },
        as_internal,
        as_external,
        p: (2.0 * as_internal.min(as_external)).min(1.0),
    })
}
