//! The directed network: who addressed whom, how strongly.

use crate::graph::rows::Rows;
use crate::graph::undirected::UndirectedGraph;
use crate::invalid::Invalid;

/// One line of an edge list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// Who.
    pub from: u32,
    /// To whom.
    pub to: u32,
    /// How strongly; see [`crate::graph::tie`].
    pub weight: f64,
}

/// Arcs with a weight among numbered people, in compressed rows: each arc once, no arc to
/// oneself, all weights positive. Twelve bytes for an arc.
#[derive(Debug, Clone, PartialEq)]
pub struct DirectedGraph {
    rows: Rows,
    left_out: usize,
}

impl DirectedGraph {
    /// Builds the network of `nodes` people, those without a tie included, in time linear in the
    /// list. Lines with the same two people in the same direction are added up; lines to oneself
    /// and without a positive, finite weight are left out and counted.
    ///
    /// # Errors
    /// [`Invalid::UnknownNode`] for a person whose number is not below `nodes`.
    pub fn new(nodes: u32, edges: &[Edge]) -> Result<Self, Invalid> {
        if edges.iter().any(|edge| edge.from >= nodes || edge.to >= nodes) {
            return Err(Invalid::UnknownNode);
        }
        let usable = edges
            .iter()
            .filter(|edge| edge.from != edge.to && edge.weight > 0.0 && edge.weight.is_finite());
        // First by receiver, then exchanged: two counting sorts leave sorted rows.
        let received =
            Rows::of(nodes as usize, usable.map(|edge| (edge.to, edge.from, edge.weight)));
        let left_out = edges.len() - received.entries();
        Ok(Self { rows: received.transposed().merged(), left_out })
    }

    /// People.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.rows.nodes() as u32
    }

    /// Arcs.
    #[must_use]
    pub fn arcs(&self) -> usize {
        self.rows.entries()
    }

    /// Lines of the list that were no arc: to oneself, or without a positive weight.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Whom a person addressed, by number.
    #[must_use]
    pub fn addressed(&self, node: u32) -> &[u32] {
        self.rows.others(node)
    }

    /// Whom a person addressed and how strongly.
    pub fn row(&self, node: u32) -> impl Iterator<Item = (u32, f64)> + Clone + '_ {
        self.rows.row(node)
    }

    /// All arcs as (from, to, weight), sorted.
    pub fn all(&self) -> impl Iterator<Item = (u32, u32, f64)> + Clone + '_ {
        self.rows.all()
    }

    /// Arcs that exist of all that could: a/(n(n−1)). `None` with fewer than two people.
    #[must_use]
    pub fn density(&self) -> Option<f64> {
        let people = f64::from(self.nodes());
        (people >= 2.0).then(|| self.arcs() as f64 / (people * (people - 1.0)))
    }

    /// The same network with every arc the other way.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { rows: self.rows.transposed(), left_out: self.left_out }
    }

    /// The ties, whoever began: the weights of both directions are added.
    #[must_use]
    pub fn undirected(&self) -> UndirectedGraph {
        UndirectedGraph::of(&self.rows)
    }
}
