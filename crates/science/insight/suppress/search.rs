//! Which cells to hide along with the ones that are too small.

use std::collections::BTreeMap;

use super::NotShown;
use super::moves::cheapest_ring;
use super::table::{Feasible, State, Table};

/// Up to this many candidates sets are tried, cheapest first, so the result is the best.
const EXHAUSTIVE: usize = 13;
/// After this many audits of sets the search goes on with rings.
const MOST_AUDITS: usize = 500;
/// Up to this many cells that may be hidden, the cheapest ring is looked for; in larger tables the
/// cheapest neighbour.
const RING_LIMIT: usize = 150;
/// Above this many hidden cells superfluous ones are not looked for again.
const TIDY_LIMIT: usize = 60;

/// What to hide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Per cell of the table.
    pub hidden: Vec<bool>,
    /// People in the cells that were hidden to protect others.
    pub lost: u64,
    /// The audit: every hidden cell with what can be known of it.
    pub audit: Vec<Feasible>,
}

/// Hides what is too small, and the cheapest set that protects it.
///
/// Cells of zero are not used for protection: an outsider often knows that they are zero.
pub(super) fn protect(table: &Table) -> Result<Outcome, NotShown> {
    let mut hidden: Vec<bool> = table.cells.iter().map(|c| c.state == State::Primary).collect();
    spread_to_bundles(table, &mut hidden);
    if let Some(done) = try_set(table, hidden.clone(), 0) {
        return Ok(done);
    }
    let candidates = candidates(table, &hidden);
    if candidates.len() <= EXHAUSTIVE {
        if hopeless(table, &hidden, &candidates) {
            return Err(NotShown::Withheld);
        }
        if let Some(best) = exhaustive(table, &hidden, &candidates) {
            return Ok(best);
        }
    }
    greedy(table, &hidden, &candidates).ok_or(NotShown::Withheld)
}

/// A bundle that could be hidden: its cells and the people in them.
struct Candidate {
    cells: Vec<usize>,
    loss: u64,
}

/// Whether some cell that is too small could be placed too closely even with everything hidden
/// that may be. Hiding more never narrows a range, so nothing can help it.
fn hopeless(table: &Table, hidden: &[bool], candidates: &[Candidate]) -> bool {
    let everything = with_hidden(hidden, candidates.iter());
    table.audit(&everything).is_none_or(|ranges| {
        ranges.iter().any(|r| hidden[r.cell] && r.width() < table.cells[r.cell].wanted)
    })
}

fn with_hidden<'a>(start: &[bool], more: impl Iterator<Item = &'a Candidate>) -> Vec<bool> {
    let mut hidden = start.to_vec();
    for cell in more.flat_map(|c| &c.cells) {
        hidden[*cell] = true;
    }
    hidden
}

fn candidates(table: &Table, hidden: &[bool]) -> Vec<Candidate> {
    let mut bundles: BTreeMap<usize, Candidate> = BTreeMap::new();
    for (place, cell) in table.cells.iter().enumerate() {
        if cell.state == State::Open && !hidden[place] {
            let bundle = bundles
                .entry(cell.bundle)
                .or_insert_with(|| Candidate { cells: Vec::new(), loss: 0 });
            bundle.cells.push(place);
            bundle.loss += cell.value;
        }
    }
    bundles.into_values().filter(|b| b.loss > 0).collect()
}

fn spread_to_bundles(table: &Table, hidden: &mut [bool]) {
    let bundles: std::collections::BTreeSet<usize> =
        table.cells.iter().zip(hidden.iter()).filter(|(_, h)| **h).map(|(c, _)| c.bundle).collect();
    for (cell, flag) in table.cells.iter().zip(hidden.iter_mut()) {
        if bundles.contains(&cell.bundle) && cell.state != State::Public {
            *flag = true;
        }
    }
}

fn try_set(table: &Table, hidden: Vec<bool>, lost: u64) -> Option<Outcome> {
    if table.gives_away(&hidden) {
        return None;
    }
    let audit = table.audit(&hidden)?;
    table.safe(&audit).then_some(Outcome { hidden, lost, audit })
}

fn exhaustive(table: &Table, start: &[bool], candidates: &[Candidate]) -> Option<Outcome> {
    let chosen = |set: u32| {
        candidates.iter().enumerate().filter(move |(i, _)| set >> i & 1 == 1).map(|(_, c)| c)
    };
    let mut sets: Vec<(u64, u32, u32)> = (1..1_u32 << candidates.len())
        .map(|set| (chosen(set).map(|c| c.loss).sum(), set.count_ones(), set))
        .collect();
    sets.sort_unstable();
    let mut audits = 0;
    for (lost, _, set) in sets {
        let hidden = with_hidden(start, chosen(set));
        if table.gives_away(&hidden) {
            continue;
        }
        audits += 1;
        if let Some(done) = try_set(table, hidden, lost) {
            return Some(done);
        }
        if audits >= MOST_AUDITS {
            break;
        }
    }
    None
}

/// Hides more until nothing can be worked out: for each cell that still can, the cheapest ring of
/// cells along which people could be moved without changing a visible sum, or in a large table
/// the cheapest neighbour. Ends by showing again what turns out not to be needed.
fn greedy(table: &Table, start: &[bool], candidates: &[Candidate]) -> Option<Outcome> {
    let movable = table.cells.iter().filter(|c| c.state != State::Public).count();
    let mut hidden = start.to_vec();
    loop {
        let ranges = table.audit(&hidden)?;
        let mut weak: Vec<&Feasible> =
            ranges.iter().filter(|r| r.width() < table.cells[r.cell].wanted).collect();
        if weak.is_empty() {
            return tidy(table, start, candidates, hidden);
        }
        weak.sort_by_key(|r| (std::cmp::Reverse(table.cells[r.cell].wanted - r.width()), r.cell));
        let more: Vec<&Candidate> = if movable <= RING_LIMIT {
            let ring = cheapest_ring(table, &hidden, weak[0].cell);
            candidates.iter().filter(|c| c.cells.iter().any(|cell| ring.contains(cell))).collect()
        } else {
            neighbours(table, &hidden, candidates, &weak)
        };
        let mut next = with_hidden(&hidden, more.into_iter());
        if next == hidden {
            next = with_hidden(&hidden, candidates.iter());
        }
        if next == hidden {
            return None;
        }
        hidden = next;
    }
}

/// For every weak cell the cheapest candidate that shares a sum with it, before all one that does
/// not stand alone in another sum. A cell whose sum already got a new neighbour waits a round.
fn neighbours<'a>(
    table: &Table,
    hidden: &[bool],
    candidates: &'a [Candidate],
    weak: &[&Feasible],
) -> Vec<&'a Candidate> {
    let members: Vec<Vec<usize>> =
        table.sums.iter().map(|s| s.parts.iter().copied().chain([s.total]).collect()).collect();
    let mut of_cell = vec![Vec::new(); table.cells.len()];
    for (sum, cells) in members.iter().enumerate() {
        cells.iter().for_each(|&c| of_cell[c].push(sum));
    }
    let alone = |c: &Candidate| {
        let mut sums: Vec<usize> = c.cells.iter().flat_map(|&at| of_cell[at].clone()).collect();
        sums.sort_unstable();
        sums.dedup();
        let unknown = |sum: &usize| {
            members[*sum].iter().filter(|at| hidden[**at] || c.cells.contains(at)).count()
        };
        sums.iter().filter(|sum| unknown(sum) == 1).count()
    };
    let open: Vec<&Candidate> =
        candidates.iter().filter(|c| c.cells.iter().any(|&at| !hidden[at])).collect();
    let mut served = vec![false; members.len()];
    let mut chosen = Vec::new();
    for cell in weak.iter().map(|w| w.cell) {
        if of_cell[cell].iter().any(|&sum| served[sum]) {
            continue;
        }
        let touches = |c: &Candidate| {
            c.cells.iter().any(|at| of_cell[*at].iter().any(|sum| of_cell[cell].contains(sum)))
        };
        let best = open.iter().filter(|c| touches(c)).min_by_key(|c| (alone(c), c.loss));
        if let Some(best) = best {
            best.cells.iter().flat_map(|&at| &of_cell[at]).for_each(|&sum| served[sum] = true);
            chosen.push(*best);
        }
    }
    chosen
}

fn tidy(
    table: &Table,
    start: &[bool],
    candidates: &[Candidate],
    mut hidden: Vec<bool>,
) -> Option<Outcome> {
    let used = |hidden: &[bool], c: &Candidate| c.cells.iter().all(|&at| hidden[at]);
    let mut order: Vec<&Candidate> = candidates.iter().filter(|c| used(&hidden, c)).collect();
    order.sort_by_key(|c| std::cmp::Reverse(c.loss));
    if hidden.iter().filter(|h| **h).count() <= TIDY_LIMIT {
        for candidate in &order {
            let mut without = hidden.clone();
            candidate.cells.iter().for_each(|&c| without[c] = start[c]);
            if try_set(table, without.clone(), 0).is_some() {
                hidden = without;
            }
        }
    }
    let lost = candidates.iter().filter(|c| used(&hidden, c)).map(|c| c.loss).sum();
    try_set(table, hidden, lost)
}
