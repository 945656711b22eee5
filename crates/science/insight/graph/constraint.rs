//! How much somebody's contacts know each other: Burt's constraint (SCIENCE 4.2).

use crate::graph::undirected::UndirectedGraph;
use crate::graph::work::{Workers, in_parts, stretch};

/// Constraint of everybody: c_i = Σ_j (p_ij + Σ_q p_iq·p_qj)² over the contacts j of i, where
/// p_ij is the share of i's ties that goes to j by weight (Burt 1992). Low for a broker whose
/// contacts do not know each other; 1 with one contact; above 1 is possible for two or three people
/// among themselves. `None` without a tie: the page prints "–".
#[must_use]
pub fn constraint(graph: &UndirectedGraph, workers: Workers) -> Vec<Option<f64>> {
    let nodes = graph.nodes() as usize;
    let strengths: Vec<f64> = (0..graph.nodes()).map(|node| graph.strength(node)).collect();
    let count = 64.min(nodes.max(1));
    let parts = in_parts(workers, count, |part| {
        // Σ_q p_iq·p_qj for the contacts j of one person; untouched elsewhere.
        let mut through = vec![0.0; nodes];
        let mut contact = vec![false; nodes];
        stretch(nodes, count, part)
            .map(|node| of(graph, node as u32, &strengths, &mut through, &mut contact))
            .collect::<Vec<_>>()
    });
    parts.concat()
}

fn of(
    graph: &UndirectedGraph,
    node: u32,
    strengths: &[f64],
    through: &mut [f64],
    contact: &mut [bool],
) -> Option<f64> {
    if graph.degree(node) == 0 {
        return None;
    }
    let own = strengths[node as usize];
    for &other in graph.neighbours(node) {
        contact[other as usize] = true;
    }
    for (between, weight) in graph.row(node) {
        let share = weight / own / strengths[between as usize];
        for (other, onward) in graph.row(between) {
            if contact[other as usize] {
                through[other as usize] += share * onward;
            }
        }
    }
    let mut sum = 0.0;
    for (other, weight) in graph.row(node) {
        contact[other as usize] = false;
        let indirect = std::mem::take(&mut through[other as usize]);
        sum += (weight / own + indirect).powi(2);
    }
    Some(sum)
}
