//! How much more people are tied inside communities than by chance: modularity (SCIENCE 4.3).

use crate::graph::undirected::UndirectedGraph;
use crate::invalid::Invalid;

/// Q = Σ_c (in_c/2m − γ(K_c/2m)²) with the weights of ties (Newman & Girvan 2004; γ Reichardt &
/// Bornholdt 2006). There is no universal threshold: it is compared within one network only.
/// `community` holds a number below the number of people for everybody. `None` without ties.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless everybody has a community, [`Invalid::UnknownNode`] for a
/// community whose number is not below the number of people.
pub fn modularity(
    graph: &UndirectedGraph,
    community: &[u32],
    resolution: f64,
) -> Result<Option<f64>, Invalid> {
    let nodes = graph.nodes() as usize;
    if community.len() != nodes {
        return Err(Invalid::LengthsDiffer);
    }
    if community.iter().any(|&c| c as usize >= nodes) {
        return Err(Invalid::UnknownNode);
    }
    let twice = 2.0 * graph.total();
    if twice <= 0.0 {
        return Ok(None);
    }
    let mut strength = vec![0.0; nodes];
    let mut inside = 0.0;
    for node in 0..graph.nodes() {
        let own = community[node as usize];
        for (other, weight) in graph.row(node) {
            strength[own as usize] += weight;
            if community[other as usize] == own {
                inside += weight;
            }
        }
    }
    let expected: f64 = strength.iter().map(|k| (k / twice).powi(2)).sum();
    Ok(Some(inside / twice - resolution * expected))
}
