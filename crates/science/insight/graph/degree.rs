//! To how many people somebody is tied (SCIENCE 4.2).

use crate::graph::directed::DirectedGraph;
use crate::graph::undirected::UndirectedGraph;

/// The numbers of one person. People without a tie have zeros.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Degree {
    /// People who addressed this person.
    pub incoming: u32,
    /// People whom this person addressed.
    pub outgoing: u32,
    /// People tied to this person, whoever began.
    pub partners: u32,
    /// The weight of these ties, both directions together.
    pub strength: f64,
}

/// Degree of everybody, in order of number (Freeman 1978).
#[must_use]
pub fn degrees(graph: &DirectedGraph, ties: &UndirectedGraph) -> Vec<Degree> {
    let mut incoming = vec![0_u32; graph.nodes() as usize];
    for (_, to, _) in graph.all() {
        incoming[to as usize] += 1;
    }
    (0..graph.nodes())
        .map(|node| Degree {
            incoming: incoming[node as usize],
            outgoing: graph.addressed(node).len() as u32,
            partners: ties.degree(node) as u32,
            strength: ties.strength(node),
        })
        .collect()
}
