//! The tables that the cockpit shows, put in the general form.

use super::search::{Outcome, protect};
use super::table::{Feasible, State, Table};
use super::{GroupMinimum, NotShown, Sensitivity, primary};
use crate::invalid::Invalid;
use crate::proportion::Share;

/// A list of groups with a known total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The counts; `None` is hidden.
    pub cells: Vec<Option<u64>>,
    /// The total, always shown.
    pub total: u64,
    /// People in cells that were hidden only to protect others.
    pub lost: u64,
    /// For every hidden cell what an outsider can know.
    pub audit: Vec<Feasible>,
}

/// A table with both margins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The cells by row; `None` is hidden.
    pub cells: Vec<Vec<Option<u64>>>,
    /// Totals of the rows.
    pub row_totals: Vec<Option<u64>>,
    /// Totals of the columns.
    pub column_totals: Vec<Option<u64>>,
    /// The total of everything, always shown.
    pub total: u64,
    /// People in cells that were hidden only to protect others.
    pub lost: u64,
    /// For every hidden cell what an outsider can know. Cells are numbered by row; totals of
    /// rows and then of columns follow.
    pub audit: Vec<Feasible>,
}

/// One department of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// The place of the department above, `None` for the whole.
    pub parent: Option<usize>,
    /// People counted directly here, not in a department below.
    pub direct: u64,
}

/// One department of a tree with people who did something, of those who are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShareNode {
    /// The place of the department above, `None` for the whole.
    pub parent: Option<usize>,
    /// Directly here, not in a department below.
    pub direct: Share,
}

/// Whether headcounts of groups are known anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bases {
    /// Anyone can look them up, for instance in the organisation chart. A small group's part can
    /// then lie anywhere from nobody to all, but no further.
    Public,
    /// Small headcounts are hidden too.
    Protected,
}

/// A share as it may be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProtectedShare {
    /// How many did it; `None` is hidden.
    pub x: Option<u64>,
    /// Of how many; `None` is hidden.
    pub n: Option<u64>,
}

/// Shares by department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    /// In the order of the nodes, each with everyone below it.
    pub nodes: Vec<ProtectedShare>,
    /// People in departments that were hidden only to protect others.
    pub lost: u64,
    /// For every department with a hidden part, what an outsider can know of that part.
    pub audit: Vec<Feasible>,
}

fn too_small(value: u64, minimum: GroupMinimum) -> State {
    if minimum.too_few(value) { State::Primary } else { State::Open }
}

fn printed(table: &Table, outcome: &Outcome, cell: usize) -> Option<u64> {
    (!outcome.hidden[cell]).then(|| table.cells[cell].value)
}

/// Protects counts by group next to their known total, for instance active people by department.
///
/// # Errors
/// [`NotShown::Withheld`] when no part of the list can be shown safely.
pub fn protect_row(values: &[u64], minimum: GroupMinimum) -> Result<Row, NotShown> {
    let mut table = Table::default();
    let parts: Vec<usize> =
        values.iter().map(|&v| table.add(v, too_small(v, minimum), minimum.get())).collect();
    let sum = values.iter().sum();
    let total = table.add(sum, State::Public, 0);
    table.sums.push(super::table::Sum { total, parts: parts.clone() });
    let outcome = protect(&table)?;
    let cells = parts.iter().map(|&c| printed(&table, &outcome, c)).collect();
    Ok(Row { cells, total: sum, lost: outcome.lost, audit: outcome.audit })
}

/// Protects a two-way table with both margins. Margins are always shown, unless one is itself
/// of 1 to k − 1 people: then the margins of that side are protected like cells.
///
/// # Errors
/// [`NotShown::Withheld`] when nothing can be shown safely; [`Invalid::LengthsDiffer`] for rows of
/// different length.
pub fn protect_grid(rows: &[Vec<u64>], minimum: GroupMinimum) -> Result<Grid, NotShown> {
    let columns = rows.first().map_or(0, Vec::len);
    if rows.iter().any(|r| r.len() != columns) {
        return Err(Invalid::LengthsDiffer.into());
    }
    let mut table = Table::default();
    for value in rows.iter().flatten() {
        table.add(*value, too_small(*value, minimum), minimum.get());
    }
    let row_sums: Vec<u64> = rows.iter().map(|r| r.iter().sum()).collect();
    let column_sums: Vec<u64> = (0..columns).map(|c| rows.iter().map(|r| r[c]).sum()).collect();
    let row_totals = add_margin(&mut table, &row_sums, minimum);
    let column_totals = add_margin(&mut table, &column_sums, minimum);
    let sum = row_sums.iter().sum();
    let total = table.add(sum, State::Public, 0);
    let mut tie = |total, parts| table.sums.push(super::table::Sum { total, parts });
    for (r, &margin) in row_totals.iter().enumerate() {
        tie(margin, (r * columns..(r + 1) * columns).collect());
    }
    for (c, &margin) in column_totals.iter().enumerate() {
        tie(margin, (0..rows.len()).map(|r| r * columns + c).collect());
    }
    tie(total, row_totals.clone());
    tie(total, column_totals.clone());
    let outcome = protect(&table)?;
    let show = |&c: &usize| printed(&table, &outcome, c);
    Ok(Grid {
        cells: (0..rows.len())
            .map(|r| (r * columns..(r + 1) * columns).map(|c| show(&c)).collect())
            .collect(),
        row_totals: row_totals.iter().map(show).collect(),
        column_totals: column_totals.iter().map(show).collect(),
        total: sum,
        lost: outcome.lost,
        audit: outcome.audit.clone(),
    })
}

fn add_margin(table: &mut Table, sums: &[u64], minimum: GroupMinimum) -> Vec<usize> {
    let any_small = sums.iter().any(|&s| minimum.too_few(s));
    sums.iter()
        .map(|&s| {
            let state = if any_small { too_small(s, minimum) } else { State::Public };
            table.add(s, state, minimum.get())
        })
        .collect()
}

/// Protects counts over nested departments, where each department shows everyone at or below it.
/// The people directly in a department that has others below it are guarded as well: they can be
/// found by subtraction, although no page prints them.
///
/// Returns the printed totals in the order of the nodes. The whole (no parent) is always shown.
///
/// # Errors
/// [`NotShown::Withheld`] when nothing below the whole can be shown safely;
/// [`Invalid::BrokenTable`] when a parent does not exist or the tree loops.
pub fn protect_tree(nodes: &[Node], minimum: GroupMinimum) -> Result<Row, NotShown> {
    let parents: Vec<Option<usize>> = nodes.iter().map(|n| n.parent).collect();
    let totals = roll_up(&parents, &nodes.iter().map(|n| n.direct).collect::<Vec<_>>())?;
    let mut table = Table::default();
    for (node, &total) in nodes.iter().zip(&totals) {
        let state = if node.parent.is_none() { State::Public } else { too_small(total, minimum) };
        table.add(total, state, minimum.get());
    }
    add_nesting(&mut table, &parents, 0, |table, node| {
        let direct = nodes[node].direct;
        (direct > 0).then(|| table.add(direct, too_small(direct, minimum), minimum.get()))
    });
    let outcome = protect(&table)?;
    Ok(Row {
        cells: (0..nodes.len()).map(|c| printed(&table, &outcome, c)).collect(),
        total: nodes.iter().map(|n| n.direct).sum(),
        lost: outcome.lost,
        audit: outcome.audit.into_iter().filter(|f| f.cell < nodes.len()).collect(),
    })
}

/// Ties every department to those directly below it; `rest` makes the cell for people directly
/// in it. Cells of departments start at `offset`, in the order of the nodes.
fn add_nesting(
    table: &mut Table,
    parents: &[Option<usize>],
    offset: usize,
    mut rest: impl FnMut(&mut Table, usize) -> Option<usize>,
) {
    for node in 0..parents.len() {
        let children = (0..parents.len()).filter(|&c| parents[c] == Some(node));
        let mut parts: Vec<usize> = children.map(|c| offset + c).collect();
        if !parts.is_empty() {
            parts.extend(rest(table, node));
            table.sums.push(super::table::Sum { total: offset + node, parts });
        }
    }
}

/// Everyone at or below each node.
fn roll_up(parents: &[Option<usize>], direct: &[u64]) -> Result<Vec<u64>, Invalid> {
    let mut totals = vec![0; parents.len()];
    for (node, &people) in direct.iter().enumerate() {
        let mut at = Some(node);
        let mut depth = 0;
        while let Some(here) = at {
            depth += 1;
            if here >= parents.len() || depth > parents.len() {
                return Err(Invalid::BrokenTable);
            }
            totals[here] += people;
            at = parents[here];
        }
    }
    Ok(totals)
}

/// Protects shares (x of n) over departments, nested or flat. For a flat list give one node
/// without parent for the whole, with nobody directly in it, and the groups below it. The whole
/// is exempt and always shown.
///
/// A department's x and n − x are hidden together; its n only when it is itself too small (and
/// only with [`Bases::Protected`]) or needed to protect a small one.
///
/// # Errors
/// [`NotShown::Withheld`] when nothing below the whole can be shown safely;
/// [`Invalid::BrokenTable`] when a parent does not exist or the tree loops.
pub fn protect_shares(
    nodes: &[ShareNode],
    bases: Bases,
    sensitivity: Sensitivity,
    minimum: GroupMinimum,
) -> Result<Shares, NotShown> {
    let parents: Vec<Option<usize>> = nodes.iter().map(|n| n.parent).collect();
    let direct_x: Vec<u64> = nodes.iter().map(|n| n.direct.x()).collect();
    let direct_n: Vec<u64> = nodes.iter().map(|n| n.direct.n()).collect();
    let x = roll_up(&parents, &direct_x)?;
    let n = roll_up(&parents, &direct_n)?;
    let mut layers = Layers { table: Table::default(), bases, sensitivity, minimum };
    let count = nodes.len();
    // Three layers of cells: did, did not, all; the sums that tie them are added with them.
    for &people in &x {
        layers.table.add(people, State::Public, 0);
    }
    for (did, all) in x.iter().zip(&n) {
        layers.table.add(all - did, State::Public, 0);
    }
    for &people in &n {
        layers.table.add(people, State::Public, 0);
    }
    for (node, parent) in parents.iter().enumerate() {
        layers.tie([node, count + node, 2 * count + node], parent.is_none());
    }
    let mut rests: Vec<Option<[usize; 3]>> = vec![None; count];
    for node in 0..count {
        let inner = parents.contains(&Some(node));
        if inner && direct_n[node] > 0 {
            rests[node] = Some(layers.add_rest(nodes[node].direct));
        }
    }
    for layer in 0..3 {
        add_nesting(&mut layers.table, &parents, layer * count, |_, node| {
            rests[node].map(|cells| cells[layer])
        });
    }
    let table = layers.table;
    let outcome = protect(&table)?;
    Ok(Shares {
        nodes: (0..count)
            .map(|node| ProtectedShare {
                x: printed(&table, &outcome, node),
                n: printed(&table, &outcome, 2 * count + node),
            })
            .collect(),
        lost: outcome.lost,
        audit: outcome.audit.into_iter().filter(|f| f.cell < count).collect(),
    })
}

struct Layers {
    table: Table,
    bases: Bases,
    sensitivity: Sensitivity,
    minimum: GroupMinimum,
}

impl Layers {
    fn add_rest(&mut self, share: Share) -> [usize; 3] {
        let values = [share.x(), share.n() - share.x(), share.n()];
        let cells = values.map(|v| self.table.add(v, State::Public, 0));
        self.tie(cells, false);
        cells
    }

    /// Ties did + did not = all, and decides for one group what must be hidden.
    fn tie(&mut self, cells: [usize; 3], exempt: bool) {
        let [did, did_not, all] = cells;
        self.table.sums.push(super::table::Sum { total: all, parts: vec![did, did_not] });
        if exempt {
            return;
        }
        let (x, n) = (self.table.cells[did].value, self.table.cells[all].value);
        let share = Share::counted(x, n, crate::proportion::Basis::Census);
        let k = self.minimum.get();
        let shown = n == 0 || primary(share, self.sensitivity, self.minimum).shown();
        let state = if shown { State::Open } else { State::Primary };
        let wanted = if self.bases == Bases::Public { k.min(n) } else { k };
        for cell in [did, did_not] {
            let cell = &mut self.table.cells[cell];
            (cell.state, cell.bundle, cell.wanted) = (state, did, wanted);
        }
        if self.bases == Bases::Protected {
            let cell = &mut self.table.cells[all];
            (cell.state, cell.wanted) = (too_small(n, self.minimum), k);
        }
    }
}
