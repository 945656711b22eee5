//! Between which departments somebody passes things on: Gould-Fernandez roles (SCIENCE 4.2).

use crate::graph::directed::DirectedGraph;
use crate::graph::work::{Workers, in_parts, stretch};
use crate::invalid::Invalid;

/// How often somebody stands between two people who do not address each other directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Brokerage {
    /// All three of one department.
    pub coordinator: u64,
    /// Both others of one department, the broker of another.
    pub consultant: u64,
    /// From outside into the broker's own department.
    pub gatekeeper: u64,
    /// From the broker's own department to outside.
    pub representative: u64,
    /// All three of different departments.
    pub liaison: u64,
}

impl Brokerage {
    /// All roles together.
    #[must_use]
    pub fn total(self) -> u64 {
        self.coordinator + self.consultant + self.gatekeeper + self.representative + self.liaison
    }

    fn count(&mut self, from: u32, broker: u32, to: u32) {
        let role = match (from == broker, broker == to, from == to) {
            (true, true, _) => &mut self.coordinator,
            (true, false, _) => &mut self.representative,
            (false, true, _) => &mut self.gatekeeper,
            (false, false, true) => &mut self.consultant,
            (false, false, false) => &mut self.liaison,
        };
        *role += 1;
    }

    fn add(&mut self, other: Self) {
        self.coordinator += other.coordinator;
        self.consultant += other.consultant;
        self.gatekeeper += other.gatekeeper;
        self.representative += other.representative;
        self.liaison += other.liaison;
    }
}

/// Counts the roles of everybody over open directed triads a → b → c without a → c (Gould &
/// Fernandez 1989). `departments` holds the number of everybody's department.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless everybody has a department.
pub fn brokerage(
    graph: &DirectedGraph,
    departments: &[u32],
    workers: Workers,
) -> Result<Vec<Brokerage>, Invalid> {
    let nodes = graph.nodes() as usize;
    if departments.len() != nodes {
        return Err(Invalid::LengthsDiffer);
    }
    let count = 16.min(nodes.max(1));
    let parts = in_parts(workers, count, |part| {
        let mut roles = vec![Brokerage::default(); nodes];
        // Who was last found to be addressed by whom.
        let mut direct = vec![u32::MAX; nodes];
        for first in stretch(nodes, count, part) {
            let first = first as u32;
            direct[first as usize] = first;
            graph.addressed(first).iter().for_each(|&to| direct[to as usize] = first);
            for &broker in graph.addressed(first) {
                for &last in graph.addressed(broker) {
                    if direct[last as usize] != first {
                        let of = |node: u32| departments[node as usize];
                        roles[broker as usize].count(of(first), of(broker), of(last));
                    }
                }
            }
        }
        roles
    });
    let mut total = vec![Brokerage::default(); nodes];
    for part in parts {
        total.iter_mut().zip(part).for_each(|(all, one)| all.add(one));
    }
    Ok(total)
}
