//! The undirected network: who is tied to whom, whoever began.

use crate::graph::directed::{DirectedGraph, Edge};
use crate::graph::rows::Rows;
use crate::invalid::Invalid;

/// Ties with a weight among numbered people, in compressed rows: each tie stands in the rows of
/// both, no tie to oneself. Twenty-four bytes for a tie.
#[derive(Debug, Clone, PartialEq)]
pub struct UndirectedGraph {
    rows: Rows,
}

impl UndirectedGraph {
    /// Builds the network of `nodes` people from a list in which a tie may stand in either
    /// direction, and more than once: weights are added up.
    ///
    /// # Errors
    /// [`Invalid::UnknownNode`] for a person whose number is not below `nodes`.
    pub fn new(nodes: u32, edges: &[Edge]) -> Result<Self, Invalid> {
        Ok(DirectedGraph::new(nodes, edges)?.undirected())
    }

    /// Of sorted directed rows.
    pub(crate) fn of(rows: &Rows) -> Self {
        let back = rows.transposed();
        let nodes = rows.nodes();
        // Rows out of two halves, each sorted by going through the other side in order: what the
        // person sent and what came in. Exchanging twice sorts the whole.
        let both = Rows::of(nodes, rows.all().chain(back.all()));
        drop(back);
        let sorted = both.transposed();
        drop(both);
        Self { rows: sorted.merged() }
    }

    pub(crate) fn rows(&self) -> &Rows {
        &self.rows
    }

    /// People.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.rows.nodes() as u32
    }

    /// Ties.
    #[must_use]
    pub fn ties(&self) -> usize {
        self.rows.entries() / 2
    }

    /// To whom a person is tied, sorted by number.
    #[must_use]
    pub fn neighbours(&self, node: u32) -> &[u32] {
        self.rows.others(node)
    }

    /// The weights of these ties, in the same order.
    #[must_use]
    pub fn weights(&self, node: u32) -> &[f64] {
        self.rows.weights(node)
    }

    /// To whom a person is tied and how strongly.
    pub fn row(&self, node: u32) -> impl Iterator<Item = (u32, f64)> + Clone + '_ {
        self.rows.row(node)
    }

    /// Every tie once, as (smaller number, larger number, weight), sorted.
    pub fn all(&self) -> impl Iterator<Item = (u32, u32, f64)> + Clone + '_ {
        self.rows.all().filter(|(one, other, _)| one < other)
    }

    /// The number of people somebody is tied to.
    #[must_use]
    pub fn degree(&self, node: u32) -> usize {
        self.rows.length(node)
    }

    /// The weight of all ties of a person.
    #[must_use]
    pub fn strength(&self, node: u32) -> f64 {
        self.weights(node).iter().sum()
    }

    /// The weight of all ties.
    #[must_use]
    pub fn total(&self) -> f64 {
        0.5 * self.rows.total()
    }

    /// Whether two people are tied.
    #[must_use]
    pub fn tied(&self, one: u32, other: u32) -> bool {
        self.neighbours(one).binary_search(&other).is_ok()
    }

    /// Ties that exist of all that could: 2m/(n(n−1)). `None` with fewer than two people.
    #[must_use]
    pub fn density(&self) -> Option<f64> {
        let people = f64::from(self.nodes());
        (people >= 2.0).then(|| 2.0 * self.ties() as f64 / (people * (people - 1.0)))
    }

    /// The same ties, each with weight 1.
    #[must_use]
    pub fn unweighted(&self) -> Self {
        Self { rows: self.rows.unweighted() }
    }

    /// The network among those for whom `keeps` holds. Also returns the old number of each.
    #[must_use]
    pub fn among(&self, keeps: impl Fn(u32) -> bool) -> (Self, Vec<u32>) {
        let kept: Vec<u32> = (0..self.nodes()).filter(|&node| keeps(node)).collect();
        let mut number = vec![u32::MAX; self.nodes() as usize];
        for (new, &old) in kept.iter().enumerate() {
            number[old as usize] = new as u32;
        }
        let number = &number;
        let entries = kept.iter().flat_map(move |&old| {
            let one = number[old as usize];
            self.row(old)
                .map(move |(other, weight)| (one, number[other as usize], weight))
                .filter(|(_, other, _)| *other != u32::MAX)
        });
        let rows = Rows::of(kept.len(), entries);
        (Self { rows }, kept)
    }
}
