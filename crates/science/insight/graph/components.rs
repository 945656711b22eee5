//! Is the network in one piece, and who alone holds pieces together (SCIENCE 4.2, 4.4).

use crate::graph::undirected::UndirectedGraph;

/// The pieces of a network: weak components, whoever began a tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Components {
    /// The piece of each person; pieces are numbered by size, the largest 0, then by their
    /// lowest member.
    pub of: Vec<u32>,
    /// People in each piece, the largest first.
    pub sizes: Vec<u32>,
}

impl Components {
    /// People in the largest piece; 0 for an empty network.
    #[must_use]
    pub fn largest(&self) -> u32 {
        self.sizes.first().copied().unwrap_or(0)
    }

    /// People without any tie.
    #[must_use]
    pub fn isolates(&self) -> usize {
        self.sizes.iter().filter(|&&size| size == 1).count()
    }
}

/// Finds the pieces of a network by union-find (Tarjan 1975), in nearly linear time.
#[must_use]
pub fn components(graph: &UndirectedGraph) -> Components {
    let mut sets = Sets::new(graph.nodes());
    for (one, other, _) in graph.all() {
        sets.join(one, other);
    }
    let roots: Vec<u32> = (0..graph.nodes()).map(|node| sets.root(node)).collect();
    // In order of their lowest member; the sort by size is stable.
    let mut order: Vec<(u32, u32)> = Vec::new();
    let mut seen = vec![false; roots.len()];
    for &root in &roots {
        if !std::mem::replace(&mut seen[root as usize], true) {
            order.push((root, sets.size(root)));
        }
    }
    order.sort_by_key(|&(_, size)| std::cmp::Reverse(size));
    let mut number = vec![0; roots.len()];
    for (new, &(root, _)) in order.iter().enumerate() {
        number[root as usize] = new as u32;
    }
    Components {
        of: roots.iter().map(|&root| number[root as usize]).collect(),
        sizes: order.into_iter().map(|(_, size)| size).collect(),
    }
}

/// Disjoint sets with their sizes: union by size, path halving.
#[derive(Debug, Clone)]
pub(crate) struct Sets {
    parent: Vec<u32>,
    size: Vec<u32>,
}

impl Sets {
    pub(crate) fn new(nodes: u32) -> Self {
        Self { parent: (0..nodes).collect(), size: vec![1; nodes as usize] }
    }

    pub(crate) fn root(&mut self, mut node: u32) -> u32 {
        while self.parent[node as usize] != node {
            let above = self.parent[self.parent[node as usize] as usize];
            self.parent[node as usize] = above;
            node = above;
        }
        node
    }

    /// Members of the set with this root.
    pub(crate) fn size(&self, root: u32) -> u32 {
        self.size[root as usize]
    }

    /// Joins two sets; returns the size of what comes of it.
    pub(crate) fn join(&mut self, one: u32, other: u32) -> u32 {
        let (a, b) = (self.root(one), self.root(other));
        if a == b {
            return self.size[a as usize];
        }
        let (large, small) =
            if self.size[a as usize] >= self.size[b as usize] { (a, b) } else { (b, a) };
        self.parent[small as usize] = large;
        self.size[large as usize] += self.size[small as usize];
        self.size[large as usize]
    }
}

/// The people without whom a piece would fall apart: articulation points (Hopcroft & Tarjan
/// 1973), by number. Nobody in a network without ties.
#[must_use]
pub fn articulation_points(graph: &UndirectedGraph) -> Vec<u32> {
    const UNSEEN: u32 = u32::MAX;
    let nodes = graph.nodes() as usize;
    let mut found = vec![UNSEEN; nodes];
    let mut low = vec![UNSEEN; nodes];
    let mut cuts = vec![false; nodes];
    let mut clock = 0;
    // (person, who led here, how many of the neighbours were looked at)
    let mut path: Vec<(u32, u32, usize)> = Vec::new();
    for start in 0..graph.nodes() {
        if found[start as usize] != UNSEEN {
            continue;
        }
        path.push((start, UNSEEN, 0));
        found[start as usize] = clock;
        low[start as usize] = clock;
        clock += 1;
        let mut branches = 0;
        while let Some((node, from, looked)) = path.last_mut() {
            let (node, from) = (*node, *from);
            let Some(&next) = graph.neighbours(node).get(*looked) else {
                path.pop();
                if from != UNSEEN {
                    low[from as usize] = low[from as usize].min(low[node as usize]);
                    if from == start {
                        branches += 1;
                    } else if low[node as usize] >= found[from as usize] {
                        cuts[from as usize] = true;
                    }
                }
                continue;
            };
            *looked += 1;
            if found[next as usize] == UNSEEN {
                found[next as usize] = clock;
                low[next as usize] = clock;
                clock += 1;
                path.push((next, node, 0));
            } else if next != from {
                low[node as usize] = low[node as usize].min(found[next as usize]);
            }
        }
        cuts[start as usize] = branches > 1;
    }
    (0..graph.nodes()).filter(|&node| cuts[node as usize]).collect()
}
