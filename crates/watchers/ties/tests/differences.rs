//! Nobody can be worked out: every pair of permitted figures is held against each other,
//! and a person more or less is never told apart.

use crate::between::{Base, Cell, counts, fingerprint, may_renew, protect, whole};
use insight::suppress::{Primary, Sensitivity, primary};
use insight::{GroupMinimum, Share};
use language::DepartmentId;
use rollups::DepartmentTie;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers from a seed, the same on every machine (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end
    }
}

/// A made-up community: who works where, who came by, who turned to whom.
#[derive(Debug, Clone)]
struct Community {
    department: Vec<i64>,
    active: BTreeSet<usize>,
    turned: BTreeSet<(usize, usize)>,
}

impl Community {
    fn of(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let departments = 2 + chance.below(4);
        let mut department = Vec::new();
        for id in 1..=departments {
            // Sizes around the floor as well as above it.
            for _ in 0..3 + chance.below(22) {
                department.push(i64::try_from(id).unwrap());
            }
        }
        let people = department.len() as u64;
        let mut active = BTreeSet::new();
        let mut turned = BTreeSet::new();
        for who in 0..department.len() {
            if chance.below(10) < 7 {
                active.insert(who);
                for _ in 0..chance.below(4) {
                    let to = usize::try_from(chance.below(people)).unwrap();
                    if to != who {
                        turned.insert((who, to));
                    }
                }
            }
        }
        Self { department, active, turned }
    }

    fn ties(&self) -> Vec<DepartmentTie> {
        // Who turned, to whom, and how much.
        type Sum = (BTreeSet<usize>, BTreeSet<usize>, i64);
        let mut sums: BTreeMap<(i64, i64), Sum> = BTreeMap::new();
        for (from, to) in &self.turned {
            let pair = (self.department[*from], self.department[*to]);
            let sum = sums.entry(pair).or_default();
            sum.0.insert(*from);
            sum.1.insert(*to);
            sum.2 += 3;
        }
        sums.into_iter()
            .map(|((source, target), (sources, targets, weight))| DepartmentTie {
                source: Some(DepartmentId(source)),
                target: Some(DepartmentId(target)),
                weight,
                sources: i64::try_from(sources.len()).unwrap(),
                targets: i64::try_from(targets.len()).unwrap(),
            })
            .collect()
    }

    /// The departments that reach may show beside each other: judged there by itself.
    fn bases(&self, floor: GroupMinimum) -> Vec<Base> {
        let ids: BTreeSet<i64> = self.department.iter().copied().collect();
        ids.into_iter()
            .map(|id| {
                let is = |who: &usize| self.department[*who] == id;
                let people = (0..self.department.len()).filter(is).count() as u64;
                let active = self.active.iter().filter(|who| is(who)).count() as u64;
                Base { id, active, people }
            })
            .filter(|one| {
                let share = Share::census(one.active, one.people).unwrap();
                primary(share, Sensitivity::Plain, floor).shown()
            })
            .collect()
    }

    fn of_department(&self, id: i64) -> BTreeSet<usize> {
        (0..self.department.len()).filter(|who| self.department[*who] == id).collect()
    }

    /// The people behind a printed number.
    fn behind(&self, cell: &Cell) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let pairs = self.turned.iter().filter(|(from, to)| {
            self.department[*from] == cell.source && self.department[*to] == cell.target
        });
        pairs.copied().unzip()
    }
}

/// The floors that a community may have: five, or stricter.
fn floors() -> [GroupMinimum; 2] {
    [GroupMinimum::FIVE, GroupMinimum::new(7).unwrap()]
}

#[test]
fn no_two_figures_differ_by_a_few_people() {
    let (mut printed, mut hidden) = (0, 0);
    for seed in 0..400 {
        let community = Community::of(seed);
        for floor in floors() {
            let bases = community.bases(floor);
            let cells = protect(&community.ties(), &bases, floor);
            // Every printed figure with the people that it counts: page, file and picture
            // print these cells and the departments of reach, and nothing else.
            let mut figures: Vec<(String, BTreeSet<usize>)> = Vec::new();
            for base in &bases {
                let all = community.of_department(base.id);
                let active = all.intersection(&community.active).copied().collect();
                figures.push((format!("people of {}", base.id), all));
                figures.push((format!("active of {}", base.id), active));
            }
            let mut of_cells = Vec::new();
            for cell in &cells {
                let Some((turned, met)) = cell.shown else {
                    hidden += 1;
                    continue;
                };
                printed += 1;
                let (sources, targets) = community.behind(cell);
                assert_eq!((sources.len() as u64, targets.len() as u64), (turned, met));
                let name = format!("{} to {}", cell.source, cell.target);
                of_cells.push((format!("{name}, turned"), sources));
                of_cells.push((format!("{name}, met"), targets));
            }
            for (name, people) in &of_cells {
                let count = people.len() as u64;
                assert!(!floor.too_few(count) && count > 0, "seed {seed}: {name} is {count}");
                // Against everything in which it lies by what it means.
                for (other, all) in &figures {
                    if people.is_subset(all) {
                        let rest = (all.len() - people.len()) as u64;
                        assert!(!floor.too_few(rest), "seed {seed}: {other} less {name}: {rest}");
                    }
                }
            }
        }
    }
    assert!(printed > 300 && hidden > 500, "both happen: {printed} and {hidden}");
}

#[test]
fn each_figure_stands_by_itself_too() {
    for seed in 0..400 {
        let community = Community::of(seed);
        for floor in floors() {
            let bases = community.bases(floor);
            let of = |id: i64| bases.iter().find(|base| base.id == id).unwrap();
            for cell in protect(&community.ties(), &bases, floor) {
                let Some((turned, met)) = cell.shown else { continue };
                for (count, base) in [(turned, of(cell.source)), (met, of(cell.target))] {
                    for all in [base.active, base.people].into_iter().filter(|all| *all >= count) {
                        let share = Share::census(count, all).unwrap();
                        assert_eq!(primary(share, Sensitivity::Plain, floor), Primary::Shown);
                    }
                }
            }
        }
    }
}

/// A hidden cell can be anything that the floor allows: with its real number and with none
/// at all the page prints the same.
#[test]
fn a_hidden_cell_looks_the_same_whatever_is_in_it() {
    let mut tried = 0;
    for seed in 0..200 {
        let community = Community::of(seed);
        let floor = GroupMinimum::FIVE;
        let bases = community.bases(floor);
        let ties = community.ties();
        let cells = protect(&ties, &bases, floor);
        for hidden in cells.iter().filter(|cell| cell.shown.is_none()) {
            let (turned, met) = counts(&ties, hidden.source, hidden.target);
            if turned >= floor.get() && met >= floor.get() {
                continue; // Hidden because nearly everybody took part.
            }
            let emptied: Vec<DepartmentTie> = ties
                .iter()
                .filter(|tie| {
                    tie.source != Some(DepartmentId(hidden.source))
                        || tie.target != Some(DepartmentId(hidden.target))
                })
                .copied()
                .collect();
            assert_eq!(protect(&emptied, &bases, floor), cells, "seed {seed}");
            tried += 1;
        }
    }
    assert!(tried > 300, "only {tried}");
}

/// One person joins the exchange within a week that was shown: either nothing is shown anew,
/// or no shown number moves by a few people.
#[test]
fn a_person_more_or_less_within_a_week_is_not_told() {
    let mut renewed = 0;
    for seed in 0..400 {
        let before = Community::of(seed);
        let mut after = before.clone();
        let mut chance = Chance(seed ^ 0xABCD);
        for _ in 0..=chance.below(8) {
            let who = usize::try_from(chance.below(after.department.len() as u64)).unwrap();
            let to = usize::try_from(chance.below(after.department.len() as u64)).unwrap();
            if who != to && !after.turned.remove(&(who, to)) {
                after.turned.insert((who, to));
            }
        }
        let floor = GroupMinimum::FIVE;
        let bases = before.bases(floor);
        let first = protect(&before.ties(), &bases, floor);
        if !may_renew(&first, &after.ties(), floor) {
            continue; // What was shown stands.
        }
        renewed += 1;
        let second = protect(&after.ties(), &bases, floor);
        for (old, new) in first.iter().zip(&second) {
            if let (Some(a), Some(b)) = (old.shown, new.shown) {
                assert!(!floor.too_few(a.0.abs_diff(b.0)), "seed {seed}: {old:?} {new:?}");
                assert!(!floor.too_few(a.1.abs_diff(b.1)), "seed {seed}: {old:?} {new:?}");
            }
        }
    }
    assert!(renewed > 20, "only {renewed} weeks were renewed");
}

#[test]
fn sums_of_everybody_are_theirs_and_a_change_is_seen() {
    let community = Community::of(3);
    let ties = community.ties();
    let sums = whole(&ties);
    assert_eq!(sums.inside + sums.across, 3 * i64::try_from(community.turned.len()).unwrap());
    let floor = GroupMinimum::FIVE;
    let bases = community.bases(floor);
    let print = fingerprint(&ties, &bases, floor);
    assert_eq!(print, fingerprint(&community.ties(), &bases, floor));
    assert_ne!(print, fingerprint(&ties[1..], &bases, floor));
    assert_ne!(print, fingerprint(&ties, &bases, floors()[1]));
}
