//! The first phase: nodes move to the community where they add most.

use crate::graph::leiden::level::{Gathered, Level};
use crate::graph::random::Stream;
use std::collections::VecDeque;

/// Moves nodes one by one, as long as modularity rises; only those with a neighbour that moved
/// are looked at again.
pub(super) fn move_nodes(
    level: &Level<'_>,
    community: &mut [u32],
    resolution: f64,
    stream: &mut Stream,
) {
    let nodes = level.nodes();
    let scale = if level.twice > 0.0 { resolution / level.twice } else { 0.0 };
    // Gains below rounding are none.
    let least = 1e-12 * level.twice;
    let mut strength = vec![0.0; nodes];
    let mut members = vec![0_u32; nodes];
    for (node, &c) in community.iter().enumerate() {
        strength[c as usize] += level.strength[node];
        members[c as usize] += 1;
    }
    let mut empty: Vec<u32> = (0..nodes as u32).filter(|&c| members[c as usize] == 0).collect();
    let mut order: Vec<u32> = (0..nodes as u32).collect();
    stream.shuffle(&mut order);
    let mut queue: VecDeque<u32> = order.into();
    let mut queued = vec![true; nodes];
    let mut tied = Gathered::new(nodes);
    while let Some(node) = queue.pop_front() {
        queued[node as usize] = false;
        let own = community[node as usize];
        let k = level.strength[node as usize];
        tied.clear();
        for (other, weight) in level.row(node) {
            tied.add(community[other as usize], weight);
        }
        strength[own as usize] -= k;
        members[own as usize] -= 1;
        let gain = |c: u32| tied.get(c) - scale * k * strength[c as usize];
        let (mut best, mut most) = (own, gain(own) + least);
        for &c in tied.used() {
            let value = gain(c);
            if value > most {
                (best, most) = (c, value);
            }
        }
        // Alone, a node gains nothing and loses nothing.
        if most < 0.0
            && members[own as usize] > 0
            && let Some(c) = empty.pop()
        {
            best = c;
        }
        strength[best as usize] += k;
        members[best as usize] += 1;
        if best == own {
            continue;
        }
        if members[own as usize] == 0 {
            empty.push(own);
            // Nothing may be left of what was subtracted.
            strength[own as usize] = 0.0;
        }
        community[node as usize] = best;
        for &other in level.neighbours(node) {
            if community[other as usize] != best && !queued[other as usize] {
                queued[other as usize] = true;
                queue.push_back(other);
            }
        }
    }
}
