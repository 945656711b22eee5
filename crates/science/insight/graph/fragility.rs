//! What if our core leaves (SCIENCE 4.4).

use crate::graph::components::Sets;
use crate::graph::random::Stream;
use crate::graph::undirected::UndirectedGraph;
use crate::graph::work::{Workers, in_parts};
use crate::invalid::Invalid;
use std::collections::BTreeMap;

/// Random orders to compare with.
pub const RANDOM_ORDERS: usize = 2_000;
/// How many of the core leave when ties are counted.
pub const CORE: usize = 3;

/// How a network falls apart when the most tied leave, one after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Fragility {
    /// Who leaves, in order: by number of ties, equal ones by number.
    pub order: Vec<u32>,
    /// The share of all people in the largest piece after the first 1, 2, … have left.
    pub curve: Vec<f64>,
    /// The same at random: the mean over the random orders. As long as was asked for.
    pub random: Vec<f64>,
    /// R = Σ S(q)/n over all q = 1…n leavers (Schneider and others 2011): ½ at most, low for a
    /// network that hangs on few.
    pub robustness: f64,
    /// The same for random orders: the mean.
    pub random_robustness: Option<f64>,
    /// The share of ties lost with the first [`CORE`]; `None` without ties.
    pub ties_lost: Option<f64>,
}

/// Measures fragility by adding people in reverse order with union-find (Newman & Ziff 2001): one
/// walk over the ties for each order. `steps` is how far the random curve goes.
#[must_use]
pub fn fragility(
    graph: &UndirectedGraph,
    (steps, orders): (usize, usize),
    seed: u64,
    workers: Workers,
) -> Fragility {
    let nodes = graph.nodes() as usize;
    let people = nodes.max(1) as f64;
    let mut order: Vec<u32> = (0..graph.nodes()).collect();
    order.sort_by_key(|&node| std::cmp::Reverse(graph.degree(node)));
    let pieces = largest_pieces(graph, &order);
    let steps = steps.min(nodes);
    let randoms = in_parts(workers, orders, |number| {
        let mut order: Vec<u32> = (0..graph.nodes()).collect();
        Stream::new(seed, number as u64).shuffle(&mut order);
        let pieces = largest_pieces(graph, &order);
        (pieces[..steps].to_vec(), robustness(&pieces))
    });
    let mut random = vec![0.0; if orders > 0 { steps } else { 0 }];
    for (pieces, _) in &randoms {
        random.iter_mut().zip(pieces).for_each(|(sum, &piece)| *sum += f64::from(piece));
    }
    random.iter_mut().for_each(|sum| *sum /= people * orders as f64);
    let random_robustness = (orders > 0)
        .then(|| randoms.iter().map(|(_, robustness)| robustness).sum::<f64>() / orders as f64);
    Fragility {
        ties_lost: ties_lost(graph, &order[..CORE.min(nodes)]),
        curve: pieces.iter().map(|&piece| f64::from(piece) / people).collect(),
        robustness: robustness(&pieces),
        order,
        random,
        random_robustness,
    }
}

/// People in the largest piece after the first 1, 2, …, n of an order have left.
///
/// `order` names everybody once.
fn largest_pieces(graph: &UndirectedGraph, order: &[u32]) -> Vec<u32> {
    let mut sets = Sets::new(graph.nodes());
    let mut here = vec![false; order.len()];
    let mut pieces = vec![0; order.len()];
    let mut largest = 0;
    for (left, &node) in order.iter().enumerate().rev() {
        pieces[left] = largest;
        here[node as usize] = true;
        largest = largest.max(1);
        for &other in graph.neighbours(node) {
            if here[other as usize] {
                largest = largest.max(sets.join(node, other));
            }
        }
    }
    pieces
}

fn robustness(pieces: &[u32]) -> f64 {
    let people = pieces.len().max(1) as f64;
    pieces.iter().map(|&piece| f64::from(piece) / people).sum::<f64>() / people
}

/// The share of all ties that at least one of these people has. `None` without ties.
#[must_use]
pub fn ties_lost(graph: &UndirectedGraph, leavers: &[u32]) -> Option<f64> {
    let mut leaves = vec![false; graph.nodes() as usize];
    leavers.iter().for_each(|&node| leaves[node as usize] = true);
    let lost = graph.all().filter(|(a, b, _)| leaves[*a as usize] || leaves[*b as usize]).count();
    (graph.ties() > 0).then(|| lost as f64 / graph.ties() as f64)
}

/// Two departments and the ties between them before and after somebody left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bond {
    /// The department with the smaller number.
    pub one: u32,
    /// The other.
    pub other: u32,
    /// Ties now.
    pub now: u64,
    /// Ties without those who leave.
    pub without: u64,
}

/// What to strengthen: pairs of departments that lose ties when these people leave, those that
/// lose the largest share first, then the most ties. The advice names the tie, never a person:
/// who leaves in the thought experiment is not part of the answer.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless there is an entry for everybody, [`Invalid::UnknownNode`]
/// for a leaver who is not in the network.
pub fn bonds_at_risk(
    graph: &UndirectedGraph,
    departments: &[Option<u32>],
    leavers: &[u32],
) -> Result<Vec<Bond>, Invalid> {
    if departments.len() != graph.nodes() as usize {
        return Err(Invalid::LengthsDiffer);
    }
    if leavers.iter().any(|&node| node >= graph.nodes()) {
        return Err(Invalid::UnknownNode);
    }
    let mut leaves = vec![false; graph.nodes() as usize];
    leavers.iter().for_each(|&node| leaves[node as usize] = true);
    let mut counts: BTreeMap<(u32, u32), (u64, u64)> = BTreeMap::new();
    for (one, other, _) in graph.all() {
        let (Some(a), Some(b)) = (departments[one as usize], departments[other as usize]) else {
            continue;
        };
        if a != b {
            let stays = !leaves[one as usize] && !leaves[other as usize];
            let count = counts.entry((a.min(b), a.max(b))).or_default();
            *count = (count.0 + 1, count.1 + u64::from(stays));
        }
    }
    let mut bonds: Vec<Bond> = counts
        .into_iter()
        .filter(|(_, (now, without))| without < now)
        .map(|((one, other), (now, without))| Bond { one, other, now, without })
        .collect();
    bonds.sort_by(|a, b| {
        let left = |bond: &Bond| u128::from(bond.without);
        let all = |bond: &Bond| u128::from(bond.now);
        let share = (left(a) * all(b)).cmp(&(left(b) * all(a)));
        share.then((b.now - b.without).cmp(&(a.now - a.without)))
    });
    Ok(bonds)
}
