//! The second phase: each community is built up anew from single nodes, so that a badly
//! connected one falls apart.

use crate::graph::leiden::level::{Gathered, Level};
use crate::graph::random::Stream;

/// θ: how freely a node chooses among communities that gain, in units of a mean tie. So small
/// that a clearly better one is nearly always taken (Traag, Waltman & van Eck 2019 use 0.01).
const FREEDOM: f64 = 0.01;

/// The refined communities, consecutively numbered.
pub(super) struct Refined {
    /// The refined community of each node.
    pub(super) of: Vec<u32>,
    /// How many there are.
    pub(super) count: usize,
    starts: Vec<usize>,
    nodes: Vec<u32>,
}

impl Refined {
    fn new(labels: &[u32]) -> Self {
        let of = super::compressed(labels);
        let count = of.iter().copied().max().map_or(0, |h| h as usize + 1);
        let mut starts = vec![0; count + 1];
        of.iter().for_each(|&c| starts[c as usize + 1] += 1);
        for c in 0..count {
            starts[c + 1] += starts[c];
        }
        let mut free = starts.clone();
        let mut nodes = vec![0; of.len()];
        for (node, &c) in of.iter().enumerate() {
            nodes[free[c as usize]] = node as u32;
            free[c as usize] += 1;
        }
        Self { of, count, starts, nodes }
    }

    pub(super) fn members(&self, community: usize) -> &[u32] {
        &self.nodes[self.starts[community]..self.starts[community + 1]]
    }
}

/// Splits every community into well-connected ones: a node that is still alone joins a refined
/// community of its own community when both are well connected to the rest of it and modularity
/// does not fall.
pub(super) fn refine(
    level: &Level<'_>,
    community: &[u32],
    resolution: f64,
    stream: &mut Stream,
) -> Refined {
    let nodes = level.nodes();
    let scale = if level.twice > 0.0 { resolution / level.twice } else { 0.0 };
    let ties: usize = (0..nodes as u32).map(|node| level.neighbours(node).len()).sum();
    let freedom = FREEDOM * level.twice / ties.max(1) as f64;
    let mut whole = vec![0.0; nodes];
    community.iter().enumerate().for_each(|(node, &c)| whole[c as usize] += level.strength[node]);
    let mut refined: Vec<u32> = (0..nodes as u32).collect();
    let mut strength = level.strength.clone();
    let mut alone = vec![true; nodes];
    // The weight of ties of a refined community to the rest of its community.
    let mut outward: Vec<f64> = (0..nodes as u32)
        .map(|node| {
            let own = community[node as usize];
            let inside = level.row(node).filter(|(o, _)| community[*o as usize] == own);
            inside.map(|(_, weight)| weight).sum()
        })
        .collect();
    let connected = |outward: f64, k: f64, all: f64| outward >= scale * k * (all - k);
    let mut order: Vec<u32> = (0..nodes as u32).collect();
    stream.shuffle(&mut order);
    let mut tied = Gathered::new(nodes);
    let mut choices: Vec<(u32, f64)> = Vec::new();
    for node in order {
        let place = node as usize;
        let (own, k) = (community[place], level.strength[place]);
        let all = whole[own as usize];
        if !alone[place] || !connected(outward[place], k, all) {
            continue;
        }
        tied.clear();
        for (other, weight) in level.row(node) {
            if community[other as usize] == own {
                tied.add(refined[other as usize], weight);
            }
        }
        choices.clear();
        // Staying alone is a choice, too.
        choices.push((node, 0.0));
        for &c in tied.used() {
            let gain = tied.get(c) - scale * k * strength[c as usize];
            if gain >= 0.0 && connected(outward[c as usize], strength[c as usize], all) {
                choices.push((c, gain));
            }
        }
        let chosen = choose(&mut choices, freedom, stream);
        if chosen == node {
            continue;
        }
        let between = tied.get(chosen);
        refined[place] = chosen;
        alone[chosen as usize] = false;
        alone[place] = false;
        strength[chosen as usize] += k;
        outward[chosen as usize] += outward[place] - 2.0 * between;
    }
    Refined::new(&refined)
}

/// Draws a choice with chances in proportion to e^(gain/θ).
fn choose(choices: &mut [(u32, f64)], freedom: f64, stream: &mut Stream) -> u32 {
    let most = choices.iter().map(|c| c.1).fold(0.0, f64::max);
    let mut sum = 0.0;
    for (_, gain) in choices.iter_mut() {
        *gain = if freedom > 0.0 { ((*gain - most) / freedom).exp() } else { 1.0 };
        sum += *gain;
    }
    let mut point = stream.unit() * sum;
    for &(choice, weight) in choices.iter() {
        if point < weight {
            return choice;
        }
        point -= weight;
    }
    choices[choices.len() - 1].0
}
