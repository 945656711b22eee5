//! How far apart people are, in steps.

use crate::graph::undirected::UndirectedGraph;
use crate::graph::work::{Workers, in_parts, stretch};

/// Distances over all connected pairs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distance {
    /// The mean number of steps between two people who are connected.
    pub mean: f64,
    /// The most steps between two people who are connected: the diameter.
    pub longest: u32,
    /// Pairs that are connected, of all pairs.
    pub connected: u64,
}

/// Measures distances by a search from everybody: for small networks (each person costs one walk
/// over all ties). `None` when no two people are connected.
#[must_use]
pub fn distance(graph: &UndirectedGraph, workers: Workers) -> Option<Distance> {
    let nodes = graph.nodes() as usize;
    let count = 16.min(nodes.max(1));
    let parts = in_parts(workers, count, |part| {
        let (mut sum, mut pairs, mut longest) = (0_u64, 0_u64, 0_u32);
        let mut steps = vec![u32::MAX; nodes];
        let mut order: Vec<u32> = Vec::new();
        for source in stretch(nodes, count, part) {
            order.iter().for_each(|&node| steps[node as usize] = u32::MAX);
            order.clear();
            order.push(source as u32);
            steps[source] = 0;
            let mut next = 0;
            while let Some(&node) = order.get(next) {
                next += 1;
                let step = steps[node as usize];
                sum += u64::from(step);
                longest = longest.max(step);
                for &other in graph.neighbours(node) {
                    if steps[other as usize] == u32::MAX {
                        steps[other as usize] = step + 1;
                        order.push(other);
                    }
                }
            }
            pairs += order.len() as u64 - 1;
        }
        (sum, pairs, longest)
    });
    let sum: u64 = parts.iter().map(|part| part.0).sum();
    let pairs: u64 = parts.iter().map(|part| part.1).sum();
    let longest = parts.iter().map(|part| part.2).max().unwrap_or(0);
    (pairs > 0).then(|| Distance { mean: sum as f64 / pairs as f64, longest, connected: pairs / 2 })
}
