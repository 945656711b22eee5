//! Who of which department is tied to whom of which: the density matrix (SCIENCE 4.1).

use crate::graph::undirected::UndirectedGraph;
use crate::invalid::Invalid;
use crate::proportion::{Basis, Share};
use crate::suppress::GroupMinimum;
use std::collections::{BTreeMap, BTreeSet};

/// Ties between two departments, or within one when both are the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The department with the smaller number.
    pub one: u32,
    /// The other.
    pub other: u32,
    /// Ties that exist of all that could: a·b between two, a(a−1)/2 within one.
    pub ties: Share,
    /// The weight of these ties.
    pub weight: f64,
    /// People of `one` who have such a tie.
    pub people_of_one: u64,
    /// People of `other` who have such a tie.
    pub people_of_other: u64,
}

impl Pair {
    /// Whether the pair may appear: at least k people on both sides take part. The page shows
    /// the same mark for every pair that may not, with ties or without.
    #[must_use]
    pub fn may_appear(&self, minimum: GroupMinimum) -> bool {
        self.people_of_one.min(self.people_of_other) >= minimum.get()
    }
}

/// The matrix, upper half with the diagonal, by number of department. People without a
/// department are left out.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless there is an entry for everybody.
pub fn mixing(graph: &UndirectedGraph, departments: &[Option<u32>]) -> Result<Vec<Pair>, Invalid> {
    if departments.len() != graph.nodes() as usize {
        return Err(Invalid::LengthsDiffer);
    }
    let mut sizes: BTreeMap<u32, u64> = BTreeMap::new();
    departments.iter().flatten().for_each(|&d| *sizes.entry(d).or_default() += 1);
    let order: Vec<u32> = sizes.keys().copied().collect();
    let place: BTreeMap<u32, usize> = order.iter().enumerate().map(|(i, &d)| (d, i)).collect();
    let label: Vec<Option<usize>> = departments.iter().map(|d| d.map(|d| place[&d])).collect();
    let count = order.len();
    let mut ties = vec![(0_u64, 0.0); count * count];
    let mut taking_part = vec![0_u64; count * count];
    let mut met = BTreeSet::new();
    for node in 0..graph.nodes() {
        let Some(own) = label[node as usize] else {
            continue;
        };
        met.clear();
        for (other, weight) in graph.row(node) {
            let Some(theirs) = label[other as usize] else {
                continue;
            };
            met.insert(theirs);
            if node < other {
                let cell = &mut ties[own.min(theirs) * count + own.max(theirs)];
                *cell = (cell.0 + 1, cell.1 + weight);
            }
        }
        met.iter().for_each(|&theirs| taking_part[own * count + theirs] += 1);
    }
    let pairs = (0..count).flat_map(|a| (a..count).map(move |b| (a, b)));
    Ok(pairs
        .map(|(a, b)| {
            let (x, y) = (sizes[&order[a]], sizes[&order[b]]);
            let possible = if a == b { x * x.saturating_sub(1) / 2 } else { x * y };
            let (number, weight) = ties[a * count + b];
            Pair {
                one: order[a],
                other: order[b],
                ties: Share::counted(number, possible, Basis::Census),
                weight,
                people_of_one: taking_part[a * count + b],
                people_of_other: taking_part[b * count + a],
            }
        })
        .collect())
}
