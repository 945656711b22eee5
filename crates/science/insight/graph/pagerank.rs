//! Where somebody who follows ties at random would be: PageRank (SCIENCE 4, Scale).

use crate::graph::directed::DirectedGraph;

/// The usual chance to follow a tie instead of starting anew.
pub const DAMPING: f64 = 0.85;
const ROUNDS: usize = 1_000;
const SETTLED: f64 = 1e-12;

/// PageRank of everybody, adding up to 1 (Brin & Page 1998): with chance `damping` (from 0, below 1)
/// go on along an arc in proportion to its weight, else start anew anywhere; who addresses
/// nobody starts anew. Empty for an empty network.
#[must_use]
pub fn pagerank(graph: &DirectedGraph, damping: f64) -> Vec<f64> {
    let nodes = graph.nodes() as usize;
    let damping = damping.clamp(0.0, 0.999);
    let received = graph.reversed();
    let sent: Vec<f64> =
        (0..graph.nodes()).map(|node| graph.row(node).map(|(_, weight)| weight).sum()).collect();
    let mut values = vec![1.0 / nodes as f64; nodes];
    for _ in 0..ROUNDS {
        let stranded: f64 =
            values.iter().zip(&sent).filter(|(_, sent)| **sent == 0.0).map(|(v, _)| v).sum();
        let base = (1.0 - damping + damping * stranded) / nodes as f64;
        let next: Vec<f64> = (0..graph.nodes())
            .map(|node| {
                let arrived: f64 = received
                    .row(node)
                    .map(|(from, weight)| values[from as usize] * weight / sent[from as usize])
                    .sum();
                base + damping * arrived
            })
            .collect();
        let moved: f64 = next.iter().zip(&values).map(|(a, b)| (a - b).abs()).sum();
        values = next;
        if moved < SETTLED {
            break;
        }
    }
    values
}
