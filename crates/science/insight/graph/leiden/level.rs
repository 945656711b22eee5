//! A network at one level of aggregation.

use crate::graph::leiden::refine::Refined;
use crate::graph::rows::Rows;
use crate::graph::undirected::UndirectedGraph;
use std::borrow::Cow;

/// Nodes that stand for one or more people, with the ties between them.
pub(super) struct Level<'a> {
    /// Ties between different nodes, in the rows of both. The first level borrows the network.
    rows: Cow<'a, Rows>,
    /// The weight of all ties of a node, those inside it counted twice.
    pub(super) strength: Vec<f64>,
    /// Twice the weight of all ties, 2m: the same at every level.
    pub(super) twice: f64,
}

impl<'a> Level<'a> {
    pub(super) fn of(graph: &'a UndirectedGraph) -> Self {
        Self {
            rows: Cow::Borrowed(graph.rows()),
            strength: (0..graph.nodes()).map(|node| graph.strength(node)).collect(),
            twice: 2.0 * graph.total(),
        }
    }

    pub(super) fn nodes(&self) -> usize {
        self.strength.len()
    }

    pub(super) fn neighbours(&self, node: u32) -> &[u32] {
        self.rows.others(node)
    }

    pub(super) fn row(&self, node: u32) -> impl Iterator<Item = (u32, f64)> + '_ {
        self.rows.row(node)
    }

    /// The next level: a node for each refined community.
    pub(super) fn aggregated(&self, refined: &Refined) -> Level<'static> {
        let mut strength = vec![0.0; refined.count];
        for (node, &to) in refined.of.iter().enumerate() {
            strength[to as usize] += self.strength[node];
        }
        let mut gathered = Gathered::new(refined.count);
        let rows = Rows::gathered(refined.count, |row, push| {
            for &member in refined.members(row) {
                for (other, weight) in self.row(member) {
                    let to = refined.of[other as usize];
                    if to as usize != row {
                        gathered.add(to, weight);
                    }
                }
            }
            gathered.drain(push);
        });
        Level { rows: Cow::Owned(rows), strength, twice: self.twice }
    }
}

/// Weights added up by number, kept for the next use: a dense list with the places in use.
pub(super) struct Gathered {
    weight: Vec<f64>,
    used: Vec<u32>,
}

impl Gathered {
    pub(super) fn new(numbers: usize) -> Self {
        Self { weight: vec![0.0; numbers], used: Vec::new() }
    }

    /// Adds a weight above zero.
    pub(super) fn add(&mut self, number: u32, weight: f64) {
        let place = &mut self.weight[number as usize];
        if *place == 0.0 {
            self.used.push(number);
        }
        *place += weight;
    }

    pub(super) fn get(&self, number: u32) -> f64 {
        self.weight[number as usize]
    }

    pub(super) fn used(&self) -> &[u32] {
        &self.used
    }

    pub(super) fn clear(&mut self) {
        for number in self.used.drain(..) {
            self.weight[number as usize] = 0.0;
        }
    }

    fn drain(&mut self, push: &mut dyn FnMut(u32, f64)) {
        for number in self.used.drain(..) {
            push(number, std::mem::take(&mut self.weight[number as usize]));
        }
    }
}
