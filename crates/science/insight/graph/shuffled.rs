//! Departments dealt out anew over the same network, many times: what chance would do.

use crate::graph::random::Stream;
use crate::graph::undirected::UndirectedGraph;
use crate::graph::work::{Workers, in_parts};

/// Deals are made sixteen at a time: their labels lie next to each other, so that one look at a
/// tie serves them all, and the compiler compares them in one instruction.
const LANES: usize = 16;

/// Internal and external ties of one department in one deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    /// Ties between two people of the department.
    pub(crate) internal: u64,
    /// Ties between one of the department and one outside.
    pub(crate) external: u64,
}

impl Counts {
    pub(crate) fn index(self) -> Option<f64> {
        let (inside, outside) = (self.internal as f64, self.external as f64);
        (inside + outside > 0.0).then(|| (outside - inside) / (outside + inside))
    }
}

/// The counts of every department as the labels are.
pub(crate) fn observed(graph: &UndirectedGraph, label: &[u32], departments: usize) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); departments];
    for (one, other, _) in graph.all() {
        let (a, b) = (label[one as usize] as usize, label[other as usize] as usize);
        if a == b {
            counts[a].internal += 1;
        } else {
            counts[a].external += 1;
            counts[b].external += 1;
        }
    }
    counts
}

/// Deals the labels `rounds` times and hands the counts of each deal to `look`, whose results
/// come back in order of the deals.
pub(crate) fn deals<T: Send>(
    graph: &UndirectedGraph,
    label: &[u32],
    departments: usize,
    (rounds, seed, workers): (usize, u64, Workers),
    look: impl Fn(&[Counts]) -> T + Sync,
) -> Vec<T> {
    let batches = rounds.div_ceil(LANES);
    let parts = in_parts(workers, batches, |batch| {
        let first = batch * LANES;
        let lanes = LANES.min(rounds - first);
        let counts = if departments <= usize::from(u8::MAX) {
            batch_of(graph, label, departments, seed, first, |label| label as u8)
        } else {
            batch_of(graph, label, departments, seed, first, |label| label)
        };
        counts[..lanes].iter().map(|counts| look(counts)).collect::<Vec<T>>()
    });
    parts.into_iter().flatten().collect()
}

/// The counts of sixteen deals, of which the first has this number.
fn batch_of<L: Copy + Default + Eq + Into<u32>>(
    graph: &UndirectedGraph,
    label: &[u32],
    departments: usize,
    seed: u64,
    first: usize,
    narrow: impl Fn(u32) -> L,
) -> Vec<Vec<Counts>> {
    let nodes = label.len();
    let mut dealt = vec![[L::default(); LANES]; nodes];
    let mut pack: Vec<L> = label.iter().map(|&l| narrow(l)).collect();
    for lane in 0..LANES {
        // Each deal starts from the same pack, so that it does not matter who deals it.
        let mut stream = Stream::new(seed, (first + lane) as u64);
        label.iter().zip(&mut pack).for_each(|(&l, place)| *place = narrow(l));
        stream.shuffle(&mut pack);
        dealt.iter_mut().zip(&pack).for_each(|(row, &l)| row[lane] = l);
    }
    // Ends of ties: inside a department both ends count, so those are halved afterwards.
    let mut ends = vec![vec![0_u64; departments]; LANES];
    let mut inside = vec![vec![0_u64; departments]; LANES];
    for (node, own) in dealt.iter().enumerate() {
        let same = alike(own, graph.neighbours(node as u32), &dealt);
        let degree = graph.degree(node as u32) as u64;
        for lane in 0..LANES {
            let department = own[lane].into() as usize;
            ends[lane][department] += degree;
            inside[lane][department] += same[lane];
        }
    }
    let counts = |(ends, inside): (&Vec<u64>, &Vec<u64>)| {
        let of =
            |(ends, inside): (&u64, &u64)| Counts { internal: inside / 2, external: ends - inside };
        ends.iter().zip(inside).map(of).collect()
    };
    ends.iter().zip(&inside).map(counts).collect()
}

/// For each deal, how many of the neighbours have the same label.
fn alike<L: Copy + Eq>(own: &[L; LANES], neighbours: &[u32], dealt: &[[L; LANES]]) -> [u64; LANES] {
    let mut total = [0_u64; LANES];
    // Bytes do not overflow within a chunk of 255, and sixteen fit in one register.
    for chunk in neighbours.chunks(255) {
        let mut bytes = [0_u8; LANES];
        for &other in chunk {
            let theirs = &dealt[other as usize];
            for lane in 0..LANES {
                bytes[lane] += u8::from(theirs[lane] == own[lane]);
            }
        }
        total.iter_mut().zip(bytes).for_each(|(all, one)| *all += u64::from(one));
    }
    total
}
