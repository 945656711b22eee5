//! Who links people who are not linked: betweenness (SCIENCE 4.2).

use crate::distributions::z95;
use crate::graph::random::Stream;
use crate::graph::undirected::UndirectedGraph;
use crate::graph::work::{Workers, in_parts, stretch};
use crate::interval::Interval;

/// Up to so many people betweenness is computed exactly, above by pivots.
pub const EXACT_UP_TO: u32 = 5_000;
/// Pivots for a large network.
pub const PIVOTS: u32 = 512;
/// Parts of the work, whose sums are added in order so that rounding is always the same.
const PARTS: usize = 32;

/// Betweenness from a sample of pivots.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// How many pivots.
    pub pivots: u32,
    /// The estimate of everybody's betweenness, in order of number.
    pub values: Vec<f64>,
    /// The standard error of each estimate.
    pub errors: Vec<f64>,
}

impl Sampled {
    /// The 95% range of somebody's betweenness, never below 0.
    #[must_use]
    pub fn interval(&self, node: u32) -> Interval {
        let (value, error) = (self.values[node as usize], self.errors[node as usize]);
        let reach = z95() * error;
        Interval { low: (value - reach).max(0.0), high: value + reach }
    }
}

/// Betweenness of everybody: over all pairs of others, the share of their shortest ways that
/// lead through this person, added up (Freeman 1977). Ways are counted in steps; weights do not
/// matter. Unconnected pairs and people without ties count 0. Computed by Brandes (2001), one
/// search for each person.
#[must_use]
pub fn betweenness(graph: &UndirectedGraph, workers: Workers) -> Vec<f64> {
    let everybody: Vec<u32> = (0..graph.nodes()).collect();
    sums(graph, &everybody, workers).0
}

/// Estimates betweenness from `pivots` people drawn without replacement (Brandes & Pich 2007):
/// n/k times the sum over the pivots, which is right on average. A way counts for those on its far
/// half only (Geisberger, Sanders & Schultes 2008): the two ends of a way together give it all,
/// and chance matters less, because a neighbour of a pivot is not credited with everything beyond.
/// The standard error comes from the spread among pivots with the finite-population correction, so
/// with everybody as pivot it is exact and the error 0.
#[must_use]
pub fn sampled(graph: &UndirectedGraph, pivots: u32, seed: u64, workers: Workers) -> Sampled {
    let nodes = graph.nodes();
    let pivots = pivots.min(nodes);
    let mut drawn: Vec<u32> = (0..nodes).collect();
    Stream::new(seed, 0).shuffle(&mut drawn);
    drawn.truncate(pivots as usize);
    let (sum, squares) = sums(graph, &drawn, workers);
    let (all, k) = (f64::from(nodes), f64::from(pivots));
    let errors = sum
        .iter()
        .zip(&squares)
        .map(|(sum, squares)| {
            if pivots < 2 {
                return if pivots == nodes { 0.0 } else { f64::INFINITY };
            }
            let variance = ((squares - sum * sum / k) / (k - 1.0)).max(0.0);
            all * (variance / k * (1.0 - k / all)).sqrt()
        })
        .collect();
    let values = sum.iter().map(|sum| if pivots == 0 { 0.0 } else { sum * all / k });
    Sampled { pivots, values: values.collect(), errors }
}

/// For everybody: the sum and the sum of squares of the dependencies of these sources.
fn sums(graph: &UndirectedGraph, sources: &[u32], workers: Workers) -> (Vec<f64>, Vec<f64>) {
    let nodes = graph.nodes() as usize;
    let parts = in_parts(workers, PARTS.min(sources.len()), |part| {
        let mut search = Search::new(nodes);
        let mut sum = vec![0.0; nodes];
        let mut squares = vec![0.0; nodes];
        for &source in &sources[stretch(sources.len(), PARTS.min(sources.len()), part)] {
            search.from(graph, source, |node, dependency| {
                sum[node] += dependency;
                squares[node] += dependency * dependency;
            });
        }
        (sum, squares)
    });
    let mut total = (vec![0.0; nodes], vec![0.0; nodes]);
    for (sum, squares) in parts {
        total.0.iter_mut().zip(sum).for_each(|(all, one)| *all += one);
        total.1.iter_mut().zip(squares).for_each(|(all, one)| *all += one);
    }
    total
}

/// What one search needs, kept for the next.
struct Search {
    steps: Vec<u32>,
    ways: Vec<f64>,
    beyond: Vec<Beyond>,
    order: Vec<u32>,
}

/// Of somebody, the share of the shortest ways from the source through them, added up over
/// everybody beyond at a distance of 0 to 6 steps from the source; last, over those further away,
/// each divided by its distance.
type Beyond = [f64; 8];

/// The place for those far away.
const REST: usize = 7;
const FAR: u32 = u32::MAX;

/// How much of a way of `length` steps counts for somebody after `step` of them: the far half
/// counts, the middle by half. A long way counts in proportion to the distance. Either way both
/// ends of the way together give 1.
fn counts(step: u32, length: usize) -> f64 {
    if length == REST {
        return f64::from(step);
    }
    match (2 * step as usize).cmp(&length) {
        std::cmp::Ordering::Less => 0.0,
        std::cmp::Ordering::Equal => 0.5,
        std::cmp::Ordering::Greater => 1.0,
    }
}

impl Search {
    fn new(nodes: usize) -> Self {
        Self {
            steps: vec![FAR; nodes],
            ways: vec![0.0; nodes],
            beyond: vec![Beyond::default(); nodes],
            order: Vec::with_capacity(nodes),
        }
    }

    /// Searches in breadth and goes back, telling for everybody met the ways from the source
    /// through them, as far as they count from this end.
    fn from(&mut self, graph: &UndirectedGraph, source: u32, mut tell: impl FnMut(usize, f64)) {
        self.out(graph, source);
        let Self { steps, ways, beyond, order } = self;
        for &node in order[1..].iter().rev() {
            let step = steps[node as usize];
            let mut share = beyond[node as usize];
            let told = share.iter().enumerate().map(|(length, ways)| ways * counts(step, length));
            tell(node as usize, told.sum());
            // The way that ends here, and those that go on.
            let length = step as usize;
            if length < REST {
                share[length] += 1.0;
            } else {
                share[REST] += 1.0 / f64::from(step);
            }
            let one = 1.0 / ways[node as usize];
            share.iter_mut().for_each(|share| *share *= one);
            for &other in graph.neighbours(node) {
                if steps[other as usize] == step - 1 {
                    let count = ways[other as usize];
                    let row = &mut beyond[other as usize];
                    row.iter_mut().zip(&share).for_each(|(sum, share)| *sum += count * share);
                }
            }
        }
    }

    /// The search in breadth: steps and numbers of shortest ways from the source.
    fn out(&mut self, graph: &UndirectedGraph, source: u32) {
        let Self { steps, ways, beyond, order } = self;
        for &node in order.iter() {
            steps[node as usize] = FAR;
            ways[node as usize] = 0.0;
            beyond[node as usize] = Beyond::default();
        }
        order.clear();
        steps[source as usize] = 0;
        ways[source as usize] = 1.0;
        order.push(source);
        let mut next = 0;
        while let Some(&node) = order.get(next) {
            next += 1;
            let (step, count) = (steps[node as usize] + 1, ways[node as usize]);
            for &other in graph.neighbours(node) {
                let other_step = &mut steps[other as usize];
                if *other_step == FAR {
                    *other_step = step;
                    order.push(other);
                }
                if *other_step == step {
                    ways[other as usize] += count;
                }
            }
        }
    }
}
