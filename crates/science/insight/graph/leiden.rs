//! Communities by the Leiden algorithm (SCIENCE 4.3).
//!
//! Written here because a network of 5 million ties must fit in little memory and give the same
//! answer on every machine: moving, refining and aggregating as in Traag, Waltman & van Eck
//! (2019), which guarantees communities in one piece.

mod level;
mod moving;
mod refine;

use crate::graph::modularity::modularity;
use crate::graph::random::Stream;
use crate::graph::undirected::UndirectedGraph;
use level::Level;

/// How the algorithm runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// γ: 1 for plain modularity, higher for smaller communities.
    pub resolution: f64,
    /// The algorithm starts again from its own result until nothing improves, at most so often.
    pub rounds: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { resolution: 1.0, rounds: 10 }
    }
}

/// A division of a network.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// The community of everybody; numbered by size, the largest 0, then by lowest member.
    pub community: Vec<u32>,
    /// People in each community, the largest first.
    pub sizes: Vec<u32>,
    /// Its modularity; `None` without ties.
    pub modularity: Option<f64>,
}

/// Divides a network so that modularity with the weights of ties is high (a local optimum).
/// Everybody without a tie is a community of one.
#[must_use]
pub fn leiden(graph: &UndirectedGraph, settings: Settings, seed: u64) -> Division {
    let mut stream = Stream::new(seed, 0);
    let mut community: Vec<u32> = (0..graph.nodes()).collect();
    let mut best = quality(graph, &community, settings);
    for _ in 0..settings.rounds {
        let next = once(graph, community.clone(), settings.resolution, &mut stream);
        let value = quality(graph, &next, settings);
        if value <= best + 1e-10 {
            break;
        }
        best = value;
        community = next;
    }
    numbered(graph, community, settings)
}

fn quality(graph: &UndirectedGraph, community: &[u32], settings: Settings) -> f64 {
    modularity(graph, community, settings.resolution).ok().flatten().unwrap_or(0.0)
}

/// One run from a division: returns a number below the number of people for everybody.
fn once(
    graph: &UndirectedGraph,
    mut community: Vec<u32>,
    resolution: f64,
    stream: &mut Stream,
) -> Vec<u32> {
    let mut level = Level::of(graph);
    // Which node of the level everybody belongs to.
    let mut node_of: Vec<u32> = (0..graph.nodes()).collect();
    loop {
        moving::move_nodes(&level, &mut community, resolution, stream);
        let refined = refine::refine(&level, &community, resolution, stream);
        let smaller = level.aggregated(&refined);
        if smaller.nodes() == level.nodes() {
            break;
        }
        // The larger communities are where the next level begins.
        let mut next = vec![0; smaller.nodes()];
        for node in 0..level.nodes() {
            next[refined.of[node] as usize] = community[node];
        }
        community = compressed(&next);
        node_of.iter_mut().for_each(|node| *node = refined.of[*node as usize]);
        level = smaller;
    }
    node_of.into_iter().map(|node| community[node as usize]).collect()
}

/// The same division with consecutive numbers in order of appearance.
fn compressed(labels: &[u32]) -> Vec<u32> {
    let highest = labels.iter().copied().max().map_or(0, |h| h as usize + 1);
    let mut number = vec![u32::MAX; highest];
    let mut next = 0;
    labels
        .iter()
        .map(|&label| {
            let place = &mut number[label as usize];
            if *place == u32::MAX {
                *place = next;
                next += 1;
            }
            *place
        })
        .collect()
}

fn numbered(graph: &UndirectedGraph, community: Vec<u32>, settings: Settings) -> Division {
    let community = compressed(&community);
    let count = community.iter().copied().max().map_or(0, |h| h as usize + 1);
    let mut sizes = vec![0_u32; count];
    community.iter().for_each(|&c| sizes[c as usize] += 1);
    // Numbers are in order of lowest member already; the sort is stable.
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&c| std::cmp::Reverse(sizes[c]));
    let mut number = vec![0; count];
    order.iter().enumerate().for_each(|(new, &old)| number[old] = new as u32);
    let community: Vec<u32> = community.iter().map(|&c| number[c as usize]).collect();
    let sizes = order.into_iter().map(|c| sizes[c]).collect();
    let modularity = modularity(graph, &community, settings.resolution).ok().flatten();
    Division { community, sizes, modularity }
}
