//! Compressed sparse rows: for each person the others and the weights, in three flat lists.

/// Rows of (other, weight), one row for each node. Twelve bytes for an entry.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rows {
    /// Where each row starts; one longer than there are rows.
    starts: Vec<usize>,
    others: Vec<u32>,
    weights: Vec<f64>,
}

impl Rows {
    /// Puts entries (row, other, weight) in their rows, in the order in which they come. The
    /// entries are gone through twice; rows and others lie below `nodes`.
    pub(crate) fn of(nodes: usize, entries: impl Iterator<Item = (u32, u32, f64)> + Clone) -> Self {
        let mut starts = vec![0; nodes + 1];
        for (row, _, _) in entries.clone() {
            starts[row as usize + 1] += 1;
        }
        for row in 0..nodes {
            starts[row + 1] += starts[row];
        }
        let mut free = starts.clone();
        let mut others = vec![0; starts[nodes]];
        let mut weights = vec![0.0; starts[nodes]];
        for (row, other, weight) in entries {
            let place = free[row as usize];
            free[row as usize] += 1;
            others[place] = other;
            weights[place] = weight;
        }
        Self { starts, others, weights }
    }

    /// Builds rows one by one: `fill` pushes the entries of the row it is asked for.
    pub(crate) fn gathered(
        nodes: usize,
        mut fill: impl FnMut(usize, &mut dyn FnMut(u32, f64)),
    ) -> Self {
        let mut rows =
            Self { starts: Vec::with_capacity(nodes + 1), others: Vec::new(), weights: Vec::new() };
        rows.starts.push(0);
        for node in 0..nodes {
            let Self { others, weights, .. } = &mut rows;
            fill(node, &mut |other, weight| {
                others.push(other);
                weights.push(weight);
            });
            rows.starts.push(rows.others.len());
        }
        rows
    }

    pub(crate) fn nodes(&self) -> usize {
        self.starts.len() - 1
    }

    pub(crate) fn entries(&self) -> usize {
        self.others.len()
    }

    pub(crate) fn length(&self, node: u32) -> usize {
        self.starts[node as usize + 1] - self.starts[node as usize]
    }

    pub(crate) fn others(&self, node: u32) -> &[u32] {
        &self.others[self.starts[node as usize]..self.starts[node as usize + 1]]
    }

    pub(crate) fn weights(&self, node: u32) -> &[f64] {
        &self.weights[self.starts[node as usize]..self.starts[node as usize + 1]]
    }

    /// (other, weight) of a row.
    pub(crate) fn row(&self, node: u32) -> impl Iterator<Item = (u32, f64)> + Clone + '_ {
        self.others(node).iter().copied().zip(self.weights(node).iter().copied())
    }

    /// (row, other, weight) of everything.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u32, u32, f64)> + Clone + '_ {
        (0..self.nodes() as u32)
            .flat_map(move |node| self.row(node).map(move |(other, weight)| (node, other, weight)))
    }

    pub(crate) fn total(&self) -> f64 {
        self.weights.iter().sum()
    }

    /// Rows and others exchanged. Because rows are gone through from first to last, the new rows
    /// are sorted.
    pub(crate) fn transposed(&self) -> Self {
        Self::of(self.nodes(), self.all().map(|(row, other, weight)| (other, row, weight)))
    }

    /// Adds up neighbouring entries of the same other, in sorted rows.
    pub(crate) fn merged(mut self) -> Self {
        let mut kept = 0;
        let mut from = 0;
        for row in 0..self.nodes() {
            let to = self.starts[row + 1];
            let first = kept;
            for place in from..to {
                if kept > first && self.others[kept - 1] == self.others[place] {
                    self.weights[kept - 1] += self.weights[place];
                } else {
                    self.others[kept] = self.others[place];
                    self.weights[kept] = self.weights[place];
                    kept += 1;
                }
            }
            from = to;
            self.starts[row + 1] = kept;
        }
        self.others.truncate(kept);
        self.weights.truncate(kept);
        self
    }

    /// The same rows with weight 1 everywhere.
    pub(crate) fn unweighted(&self) -> Self {
        Self {
            starts: self.starts.clone(),
            others: self.others.clone(),
            weights: vec![1.0; self.weights.len()],
        }
    }
}
