//! Who is tied to people who are themselves well tied: eigenvector centrality (SCIENCE 4.2).

use crate::graph::undirected::UndirectedGraph;

/// Most rounds; a network that needs more has two nearly equal eigenvalues.
const ROUNDS: usize = 2_000;
const SETTLED: f64 = 1e-12;

/// The eigenvector of the largest eigenvalue of the weighted ties, of length 1 and not negative
/// (Bonacich 1972), by power iteration on A + I, which also settles in two-sided networks. In a
/// network of several pieces only the piece with the largest eigenvalue counts. `None` without
/// ties or when it does not settle.
#[must_use]
pub fn eigenvector(graph: &UndirectedGraph) -> Option<Vec<f64>> {
    if graph.ties() == 0 {
        return None;
    }
    let nodes = graph.nodes();
    let mut values = vec![1.0 / f64::from(nodes).sqrt(); nodes as usize];
    for _ in 0..ROUNDS {
        let mut next: Vec<f64> = (0..nodes)
            .map(|node| {
                let from_others: f64 =
                    graph.row(node).map(|(other, weight)| weight * values[other as usize]).sum();
                values[node as usize] + from_others
            })
            .collect();
        let length = next.iter().map(|v| v * v).sum::<f64>().sqrt();
        next.iter_mut().for_each(|v| *v /= length);
        let moved: f64 = next.iter().zip(&values).map(|(a, b)| (a - b).abs()).sum();
        values = next;
        if moved < SETTLED * f64::from(nodes) {
            return Some(values);
        }
    }
    None
}
