//! Section 0, privacy rules 1 and 2.

use proptest::prelude::*;

use super::share;
use crate::suppress::*;
use crate::{GroupMinimum, Invalid, Share};

const K: GroupMinimum = GroupMinimum::FIVE;

#[test]
fn the_minimum_goes_up_only() {
    assert_eq!(GroupMinimum::new(4), Err(Invalid::GroupMinimumTooLow));
    assert_eq!(GroupMinimum::new(10), Ok(GroupMinimum::TEN));
    assert_eq!(GroupMinimum::default(), K);
}

#[test]
fn one_figure_by_itself() {
    let judge = |x, n| primary(share(x, n), Sensitivity::Plain, K);
    assert_eq!(judge(0, 0), Primary::BaseTooSmall);
    assert_eq!(judge(2, 4), Primary::BaseTooSmall);
    assert_eq!(judge(4, 40), Primary::PartTooSmall);
    assert_eq!(judge(36, 40), Primary::ComplementTooSmall);
    assert_eq!(judge(5, 40), Primary::Shown);
    assert_eq!(judge(0, 5), Primary::Shown);
    assert_eq!(judge(9, 9), Primary::Shown);
    let delicate = |x, n| primary(share(x, n), Sensitivity::Sensitive, K);
    assert_eq!(delicate(0, 9), Primary::Unanimous);
    assert_eq!(delicate(9, 9), Primary::Unanimous);
    assert_eq!(delicate(0, 10), Primary::Shown);
}

#[test]
fn worked_table_with_all_margins() {
    let rows = [vec![40, 12], vec![9, 3], vec![18, 7]];
    let grid = protect_grid(&rows, K).unwrap();
    assert_eq!(grid.lost, 34);
    assert_eq!(grid.cells, [vec![Some(40), Some(12)], vec![None, None], vec![None, None],]);
    assert_eq!(grid.row_totals, [Some(52), Some(12), Some(25)]);
    assert_eq!(grid.column_totals, [Some(67), Some(22)]);
    let three = grid.audit.iter().find(|f| f.cell == 3).unwrap();
    assert_eq!((three.low, three.high), (0, 10));
    assert!(grid.audit.iter().all(|f| f.width() >= 5));
}

#[test]
fn a_row_with_its_total() {
    let safe = protect_row(&[40, 0, 12], K).unwrap();
    assert_eq!((safe.cells, safe.lost), (vec![Some(40), Some(0), Some(12)], 0));
    // The 3 alone could be subtracted from the total; the smallest other cell goes with it.
    let one = protect_row(&[40, 3, 20, 9], K).unwrap();
    assert_eq!((one.cells, one.lost), (vec![Some(40), None, Some(20), None], 9));
    assert_eq!(one.audit[0], Feasible { cell: 1, low: 0, high: 12 });
    // 3 and 4 protect each other; 1 and 1 do not.
    assert_eq!(protect_row(&[40, 3, 4], K).unwrap().lost, 0);
    assert_eq!(protect_row(&[40, 1, 1, 30], K).unwrap().lost, 30);
    assert_eq!(protect_row(&[], K).unwrap().cells, []);
    assert_eq!(protect_row(&[3], K), Err(NotShown::Withheld));
    assert_eq!(protect_row(&[3, 0, 0], K), Err(NotShown::Withheld));
    assert_eq!(protect_row(&[0, 0], K).unwrap().cells, [Some(0), Some(0)]);
}

#[test]
fn a_small_margin_is_protected_too() {
    let grid = protect_grid(&[vec![2, 1], vec![30, 40], vec![25, 50]], K).unwrap();
    assert_eq!(grid.row_totals[0], None);
    assert!(grid.row_totals.iter().filter(|t| t.is_none()).count() >= 2);
    assert!(grid.audit.iter().all(|f| f.width() >= 5));
    assert_eq!(
        protect_grid(&[vec![1], vec![1, 2]], K),
        Err(NotShown::Invalid(Invalid::LengthsDiffer))
    );
    assert_eq!(protect_grid(&[], K).unwrap().total, 0);
}

fn node(parent: Option<usize>, direct: u64) -> Node {
    Node { parent, direct }
}

#[test]
fn nested_departments() {
    // The whole; two departments; one has three teams, of which one is small.
    let nodes = [
        node(None, 0),
        node(Some(0), 0),
        node(Some(0), 50),
        node(Some(1), 3),
        node(Some(1), 20),
        node(Some(1), 15),
    ];
    let shown = protect_tree(&nodes, K).unwrap();
    assert_eq!(shown.cells, [Some(88), Some(38), Some(50), None, Some(20), None]);
    assert_eq!(shown.lost, 15);
    // With two people directly in the department, they can be found by subtraction.
    let mut direct = nodes;
    direct[1].direct = 2;
    direct[3].direct = 8;
    let shown = protect_tree(&direct, K).unwrap();
    assert_eq!(shown.cells[3], None);
    assert_eq!(shown.lost, 8);
    // A department with a single small team inside must go itself, and take its neighbour.
    let single = [node(None, 0), node(Some(0), 0), node(Some(0), 30), node(Some(1), 3)];
    let shown = protect_tree(&single, K).unwrap();
    assert_eq!(shown.cells, [Some(33), None, None, None]);
    let looped = [node(Some(1), 3), node(Some(0), 3)];
    assert_eq!(protect_tree(&looped, K), Err(NotShown::Invalid(Invalid::BrokenTable)));
    let dangling = [node(Some(7), 3)];
    assert_eq!(protect_tree(&dangling, K), Err(NotShown::Invalid(Invalid::BrokenTable)));
}

fn flat(groups: &[(u64, u64)]) -> Vec<ShareNode> {
    let whole = ShareNode { parent: None, direct: Share::census(0, 0).unwrap() };
    let below = groups.iter().map(|&(x, n)| ShareNode { parent: Some(0), direct: share(x, n) });
    std::iter::once(whole).chain(below).collect()
}

#[test]
fn shares_by_department() {
    let nodes = flat(&[(64, 80), (42, 60), (9, 30), (3, 4), (110, 260)]);
    let shown = protect_shares(&nodes, Bases::Public, Sensitivity::Plain, K).unwrap();
    assert_eq!(shown.nodes[0], ProtectedShare { x: Some(228), n: Some(434) });
    // The department of four is hidden. Beside the 30 alone it would leave them 8 to 12, four
    // wide because the four are known to be four; so the 60 goes too.
    assert_eq!(shown.nodes[4], ProtectedShare { x: None, n: Some(4) });
    assert_eq!(shown.nodes[3], ProtectedShare { x: None, n: Some(30) });
    assert_eq!(shown.nodes[2], ProtectedShare { x: None, n: Some(60) });
    assert_eq!(shown.nodes[1], ProtectedShare { x: Some(64), n: Some(80) });
    assert_eq!(shown.lost, 90);
    let four = shown.audit.iter().find(|f| f.cell == 4).unwrap();
    assert_eq!((four.low, four.high), (0, 4));
    let hidden = protect_shares(&nodes, Bases::Protected, Sensitivity::Plain, K).unwrap();
    assert_eq!(hidden.nodes[4], ProtectedShare { x: None, n: None });
    assert_eq!(hidden.nodes[3], ProtectedShare { x: None, n: None });
}

#[test]
fn a_complement_or_unanimity_is_hidden_too() {
    let nodes = flat(&[(18, 20), (30, 60), (40, 90)]);
    let shown = protect_shares(&nodes, Bases::Public, Sensitivity::Plain, K).unwrap();
    assert_eq!(shown.nodes[1].x, None);
    assert_eq!(shown.nodes[2].x, None);
    assert_eq!(shown.nodes[3].x, Some(40));
    let nodes = flat(&[(0, 9), (30, 60), (40, 90)]);
    let plain = protect_shares(&nodes, Bases::Public, Sensitivity::Plain, K).unwrap();
    assert_eq!(plain.nodes[1].x, Some(0));
    let delicate = protect_shares(&nodes, Bases::Public, Sensitivity::Sensitive, K).unwrap();
    assert_eq!(delicate.nodes[1].x, None);
    // Three of the whole did it: no breakdown can be safe.
    let rare = flat(&[(3, 40), (0, 50)]);
    let judged = protect_shares(&rare, Bases::Public, Sensitivity::Plain, K);
    assert_eq!(judged, Err(NotShown::Withheld));
}

#[test]
fn a_long_table_is_protected_too() {
    // Sixty departments, every seventh too small: beyond what can be tried exhaustively.
    let groups: Vec<(u64, u64)> =
        (0..60).map(|i| if i % 7 == 0 { (2, 40) } else { (10 + i, 40 + 2 * i) }).collect();
    let nodes = flat(&groups);
    let shown = protect_shares(&nodes, Bases::Public, Sensitivity::Plain, K).unwrap();
    assert!(shown.nodes.iter().filter(|n| n.x.is_some()).count() >= 50);
    assert!(shown.audit.iter().all(|f| f.width() >= 5));
    let rows: Vec<Vec<u64>> = (0..20)
        .map(|r| (0..6).map(|c| if r == 3 && c == 2 { 2 } else { 10 + r + 3 * c }).collect())
        .collect();
    let grid = protect_grid(&rows, K).unwrap();
    let hidden = grid.cells.iter().flatten().filter(|c| c.is_none()).count();
    assert_eq!(hidden, 4, "a rectangle");
    assert!(grid.audit.iter().all(|f| f.width() >= 5));
}

#[test]
fn a_large_organisation_is_protected_in_time() {
    // Eight departments of thirty teams each, a tenth of the teams too small.
    let mut nodes = flat(&[]);
    for department in 0..8 {
        nodes.push(ShareNode { parent: Some(0), direct: share(0, 0) });
        let place = nodes.len() - 1;
        for team in 0..30 {
            let (x, n) = if team % 10 == 3 { (1, 3) } else { (8 + team, 25 + team + department) };
            nodes.push(ShareNode { parent: Some(place), direct: share(x, n) });
        }
    }
    for bases in [Bases::Public, Bases::Protected] {
        let shown = protect_shares(&nodes, bases, Sensitivity::Plain, K).unwrap();
        let teams = shown.nodes.iter().filter(|n| n.x.is_some()).count();
        assert!(teams >= 190, "{teams} of 249 shown with {bases:?}");
        assert!(shown.nodes.iter().zip(&nodes).all(|(s, n)| s.x.is_none() || n.direct.n() != 3));
    }
    // Nobody can be protected when three of all did it, and that is found at once.
    let rare: Vec<(u64, u64)> = (0..13).map(|i| (u64::from(i < 3), 40)).collect();
    let judged = protect_shares(&flat(&rare), Bases::Public, Sensitivity::Plain, K);
    assert_eq!(judged, Err(NotShown::Withheld));
}

#[test]
fn the_audit_agrees_with_trying_everything() {
    let rows = [vec![6, 2], vec![11, 7], vec![8, 5]];
    let grid = protect_grid(&rows, K).unwrap();
    assert!(grid.cells.iter().flatten().any(Option::is_some));
    // Two cells settle a table of three by two with these margins; keep those that agree with
    // what is shown.
    let mut possible: Vec<[u64; 6]> = Vec::new();
    for a in 0..=8 {
        for b in 0..=18 {
            if (12..=25).contains(&(a + b)) {
                let c = 25 - a - b;
                possible.push([a, 8 - a, b, 18 - b, c, 13 - c]);
            }
        }
    }
    let agrees = |table: &[u64; 6]| {
        grid.cells
            .iter()
            .flatten()
            .zip(table)
            .all(|(shown, value)| shown.is_none_or(|s| s == *value))
    };
    possible.retain(agrees);
    assert!(possible.contains(&[6, 2, 11, 7, 8, 5]));
    for range in &grid.audit {
        let values = || possible.iter().map(|table| table[range.cell]);
        assert_eq!((values().min(), values().max()), (Some(range.low), Some(range.high)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_row_gives_a_small_group_away(values in proptest::collection::vec(0u64..40, 1..12)) {
        match protect_row(&values, K) {
            Ok(row) => {
                for (cell, &value) in row.cells.iter().zip(&values) {
                    prop_assert!(cell.is_none() || !K.too_few(value));
                    prop_assert!(cell.is_none_or(|c| c == value));
                }
                prop_assert!(row.audit.iter().all(|f| f.width() >= 5));
                let hidden: u64 = row.audit.iter().map(|f| values[f.cell]).sum();
                for f in &row.audit {
                    // In a single row any hidden cell can hold everything that is hidden.
                    prop_assert_eq!((f.low, f.high), (0, hidden));
                }
            }
            Err(_) => {
                let small = values.iter().any(|&v| K.too_few(v));
                prop_assert!(small && values.iter().sum::<u64>() < 5);
            }
        }
    }

    #[test]
    fn no_grid_gives_a_small_group_away(
        rows in proptest::collection::vec(proptest::collection::vec(0u64..30, 3), 2..5)
    ) {
        if let Ok(grid) = protect_grid(&rows, K) {
            for (cell, &value) in grid.cells.iter().flatten().zip(rows.iter().flatten()) {
                prop_assert!(cell.is_none() || !K.too_few(value));
            }
            for f in &grid.audit {
                prop_assert!(f.width() >= 5);
                if let Some(value) = rows.iter().flatten().nth(f.cell) {
                    prop_assert!(f.low <= *value && *value <= f.high);
                }
            }
        }
    }

    #[test]
    fn no_share_gives_a_small_group_away(
        groups in proptest::collection::vec((0u64..60, 0.0f64..=1.0), 2..18)
    ) {
        let groups: Vec<(u64, u64)> =
            groups.iter().map(|&(n, p)| ((p * n as f64) as u64, n)).collect();
        let nodes = flat(&groups);
        if let Ok(shown) = protect_shares(&nodes, Bases::Public, Sensitivity::Sensitive, K) {
            for (node, &(x, n)) in shown.nodes[1..].iter().zip(&groups) {
                let judged = primary(share(x, n), Sensitivity::Sensitive, K);
                prop_assert!(node.x.is_none() || judged.shown() || n == 0);
            }
            for f in &shown.audit {
                prop_assert!(f.width() >= groups[f.cell - 1].1.min(5));
            }
        }
    }
}
