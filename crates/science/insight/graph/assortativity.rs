//! Do people address their own kind more than chance would have it: assortativity.

use crate::graph::directed::DirectedGraph;
use crate::invalid::Invalid;
use std::collections::BTreeMap;

/// r = (Σ e_ii − Σ a_i·b_i)/(1 − Σ a_i·b_i) over the arcs, where e is the share of arcs from one
/// kind to another and a and b its margins (Newman 2003): 1 when everybody addresses the own
/// kind only, 0 at random. Weights do not matter. `None` without arcs between people of a known
/// kind, or when there is one kind only.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless there is an entry for everybody.
pub fn assortativity(graph: &DirectedGraph, kinds: &[Option<u32>]) -> Result<Option<f64>, Invalid> {
    if kinds.len() != graph.nodes() as usize {
        return Err(Invalid::LengthsDiffer);
    }
    let mut margins: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    let (mut all, mut same) = (0.0, 0.0);
    for (from, to, _) in graph.all() {
        if let (Some(a), Some(b)) = (kinds[from as usize], kinds[to as usize]) {
            all += 1.0;
            same += f64::from(u8::from(a == b));
            margins.entry(a).or_default().0 += 1.0;
            margins.entry(b).or_default().1 += 1.0;
        }
    }
    let expected: f64 = margins.values().map(|(sent, got)| sent / all * (got / all)).sum();
    Ok((all > 0.0 && expected < 1.0).then(|| (same / all - expected) / (1.0 - expected)))
}
