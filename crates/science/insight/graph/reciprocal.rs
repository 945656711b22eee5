//! Do people answer each other, for a network of any size (SCIENCE 3.3).

use crate::graph::directed::DirectedGraph;
use crate::proportion::{Basis, Share};
use crate::reciprocity::Reciprocity;

/// The same figures as [`crate::reciprocity::reciprocity`], read from sorted rows instead of a
/// tree: a few tenths of a second for millions of arcs. `None` without any arc.
#[must_use]
pub fn reciprocity(graph: &DirectedGraph) -> Option<Reciprocity> {
    let density = graph.density()?;
    let all = graph.arcs() as u64;
    if all == 0 {
        return None;
    }
    let back = graph.reversed();
    let (mut mutual, mut returned, mut total) = (0_u64, 0.0, 0.0);
    for node in 0..graph.nodes() {
        let mut received = back.row(node).peekable();
        for (other, weight) in graph.row(node) {
            total += weight;
            while received.next_if(|(sender, _)| *sender < other).is_some() {}
            if let Some((_, answer)) = received.next_if(|(sender, _)| *sender == other) {
                mutual += 1;
                returned += weight.min(answer);
            }
        }
    }
    let share = mutual as f64 / all as f64;
    Some(Reciprocity {
        people: u64::from(graph.nodes()),
        arcs: Share::counted(mutual, all, Basis::Census),
        pairs: Share::counted(mutual / 2, all - mutual / 2, Basis::Census),
        weighted: returned / total,
        corrected: (density < 1.0).then(|| (share - density) / (1.0 - density)),
    })
}
