//! Which communities there are, and whether they are stable enough to be shown (SCIENCE 4.3).

use crate::graph::agreement::adjusted_rand;
use crate::graph::leiden::{Division, Settings, leiden};
use crate::graph::undirected::UndirectedGraph;
use crate::graph::work::{Workers, in_parts};

/// How many seeds the algorithm is run with.
pub const SEEDS: usize = 20;
/// The least mean agreement among them for communities to be shown.
pub const LEAST_AGREEMENT: f64 = 0.7;

/// The best division found, and how alike the divisions are.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// The division with the highest modularity; among equals the one of the lowest seed.
    pub best: Division,
    /// The modularity of every run, in order of seed; 0 without ties.
    pub modularities: Vec<f64>,
    /// Mean adjusted Rand index over all pairs of runs; 1 with a single run.
    pub agreement: f64,
}

impl Communities {
    /// Whether the communities may be shown: the runs agree enough on them.
    #[must_use]
    pub fn stable(&self) -> bool {
        self.agreement >= LEAST_AGREEMENT && self.best.modularity.is_some()
    }
}

/// Divides a network by Leiden with `seeds` different seeds (at least one), derived from `seed`.
#[must_use]
pub fn communities(
    graph: &UndirectedGraph,
    settings: Settings,
    (seeds, seed): (usize, u64),
    workers: Workers,
) -> Communities {
    let mut runs = in_parts(workers, seeds.max(1), |run| {
        leiden(graph, settings, seed.wrapping_add(run as u64))
    });
    let modularities: Vec<f64> = runs.iter().map(|run| run.modularity.unwrap_or(0.0)).collect();
    let pairs: Vec<(usize, usize)> =
        (0..runs.len()).flat_map(|a| (a + 1..runs.len()).map(move |b| (a, b))).collect();
    let agreements = in_parts(workers, pairs.len(), |pair| {
        let (a, b) = pairs[pair];
        // Divisions of one network are equally long.
        adjusted_rand(&runs[a].community, &runs[b].community).unwrap_or(0.0)
    });
    let agreement =
        if pairs.is_empty() { 1.0 } else { agreements.iter().sum::<f64>() / pairs.len() as f64 };
    let mut best = 0;
    for (run, value) in modularities.iter().enumerate() {
        if *value > modularities[best] + 1e-12 {
            best = run;
        }
    }
    Communities { best: runs.swap_remove(best), modularities, agreement }
}
