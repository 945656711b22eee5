//! Are the contacts of a person tied to each other: clustering.

use crate::graph::undirected::UndirectedGraph;
use crate::graph::work::{Workers, in_parts, stretch};

/// How close-knit a network is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clustering {
    /// The mean over everybody of the share of pairs of contacts that are tied (Watts & Strogatz
    /// 1998); people with fewer than two contacts count as 0. `None` for an empty network.
    pub average_local: Option<f64>,
    /// Closed triads of all triads: 3·triangles/paths of two ties (Newman, Watts & Strogatz
    /// 2002). `None` without such a path.
    pub transitivity: Option<f64>,
    /// Three people all tied to each other.
    pub triangles: u64,
}

/// Measures clustering; weights do not matter. Each triangle is found at its least tied member,
/// which keeps networks with a few very connected people quick (Latapy 2008).
#[must_use]
pub fn clustering(graph: &UndirectedGraph, workers: Workers) -> Clustering {
    let nodes = graph.nodes() as usize;
    let at = triangles(graph, workers);
    let pairs = |node: usize| {
        let degree = graph.degree(node as u32) as u64;
        degree * degree.saturating_sub(1) / 2
    };
    let local: f64 = (0..nodes)
        .filter(|&node| pairs(node) > 0)
        .map(|node| at[node] as f64 / pairs(node) as f64)
        .sum();
    let closed: u64 = at.iter().sum();
    let triads: u64 = (0..nodes).map(pairs).sum();
    Clustering {
        average_local: (nodes > 0).then(|| local / nodes as f64),
        transitivity: (triads > 0).then(|| closed as f64 / triads as f64),
        triangles: closed / 3,
    }
}

/// The number of triangles each person is part of.
#[must_use]
pub fn triangles(graph: &UndirectedGraph, workers: Workers) -> Vec<u64> {
    let nodes = graph.nodes() as usize;
    let before = |one: u32, other: u32| (graph.degree(one), one) < (graph.degree(other), other);
    // For everybody the contacts with more ties: at most √(2m) of them.
    let upward: Vec<Vec<u32>> = (0..graph.nodes())
        .map(|node| graph.neighbours(node).iter().copied().filter(|&o| before(node, o)).collect())
        .collect();
    let count = 16.min(nodes.max(1));
    let parts = in_parts(workers, count, |part| {
        let mut at = vec![0_u64; nodes];
        let mut marked = vec![u32::MAX; nodes];
        for node in stretch(nodes, count, part) {
            upward[node].iter().for_each(|&other| marked[other as usize] = node as u32);
            for &second in &upward[node] {
                for &third in &upward[second as usize] {
                    if marked[third as usize] == node as u32 {
                        at[node] += 1;
                        at[second as usize] += 1;
                        at[third as usize] += 1;
                    }
                }
            }
        }
        at
    });
    let mut total = vec![0; nodes];
    for part in parts {
        total.iter_mut().zip(part).for_each(|(all, one)| *all += one);
    }
    total
}
