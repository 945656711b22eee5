//! Who turns to whom between departments, as it may be shown (SCIENCE.md §0 and §4).

use insight::GroupMinimum;
use rollups::DepartmentTie;

/// The version of the definition. Another one starts a new line.
pub(crate) const VERSION: i32 = 1;

/// A department of the highest level, as reach showed it for the same four weeks. Ties are
/// held against these numbers, because everybody knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Base {
    pub id: i64,
    /// How many came by.
    pub active: u64,
    /// Of how many.
    pub people: u64,
}

/// What went from one department to another, or stayed within one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    pub source: i64,
    pub target: i64,
    /// How many people turned to how many others; none when it is hidden.
    pub shown: Option<(u64, u64)>,
    /// How many people of the source came by: what the first number is held against.
    pub active: u64,
}

/// The sums of the whole community, which are exempt from the floor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Whole {
    /// Weight of what stayed within a department.
    pub inside: i64,
    /// Weight of what went across.
    pub across: i64,
}

impl Whole {
    /// The share that went across; none when nothing happened.
    pub fn share(self) -> Option<f64> {
        let all = self.inside + self.across;
        (all > 0).then(|| self.across as f64 / all as f64)
    }
}

/// Adds up what went on between departments; people without one are in none.
pub(crate) fn whole(ties: &[DepartmentTie]) -> Whole {
    let mut whole = Whole::default();
    for tie in ties {
        match (tie.source, tie.target) {
            (Some(one), Some(other)) if one == other => whole.inside += tie.weight,
            (Some(_), Some(_)) => whole.across += tie.weight,
            _ => {}
        }
    }
    whole
}

/// How many turned to how many, from one department to another.
pub(crate) fn counts(ties: &[DepartmentTie], source: i64, target: i64) -> (u64, u64) {
    let is = |department: Option<language::DepartmentId>, id: i64| {
        department.is_some_and(|department| department.0 == id)
    };
    ties.iter()
        .find(|tie| is(tie.source, source) && is(tie.target, target))
        .map_or((0, 0), |tie| (number(tie.sources), number(tie.targets)))
}

fn number(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

/// Whether a number of people may stand beside what everybody knows of their department:
/// at least k of them, and neither those who came by nor those who work there are more by 1
/// to k − 1, who could be found by subtraction.
fn fits(people: u64, base: Base, floor: GroupMinimum) -> bool {
    people >= floor.get()
        && !floor.too_few(base.active.abs_diff(people))
        && !floor.too_few(base.people.abs_diff(people))
}

/// Every pair of departments in both directions, hidden where either side is too small.
/// No sums are printed beside them and counts of different people do not add up, so that
/// nothing hidden can be solved from the rest; a test tries every pair of figures.
pub(crate) fn protect(ties: &[DepartmentTie], bases: &[Base], floor: GroupMinimum) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(bases.len() * bases.len());
    for source in bases {
        for target in bases {
            let (turned, met) = counts(ties, source.id, target.id);
            let may = fits(turned, *source, floor) && fits(met, *target, floor);
            cells.push(Cell {
                source: source.id,
                target: target.id,
                shown: may.then_some((turned, met)),
                active: source.active,
            });
        }
    }
    cells
}

/// Whether new figures may take the place of those that a week showed: nobody may
/// subtract the two and be left with 1 to k − 1 people.
pub(crate) fn may_renew(before: &[Cell], ties: &[DepartmentTie], floor: GroupMinimum) -> bool {
    before.iter().all(|old| {
        let Some((turned, met)) = old.shown else { return true };
        let now = counts(ties, old.source, old.target);
        !floor.too_few(turned.abs_diff(now.0)) && !floor.too_few(met.abs_diff(now.1))
    })
}

/// A number that changes when what the figures rest on does (FNV-1a).
pub(crate) fn fingerprint(ties: &[DepartmentTie], bases: &[Base], floor: GroupMinimum) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let id = |department: Option<language::DepartmentId>| {
        department.map_or(0, |department| department.0.unsigned_abs())
    };
    let of_ties = ties.iter().flat_map(|tie| {
        let counts = [tie.weight, tie.sources, tie.targets].map(i64::unsigned_abs);
        [id(tie.source), id(tie.target), counts[0], counts[1], counts[2]]
    });
    let of_bases = bases.iter().flat_map(|one| [one.id.unsigned_abs(), one.active, one.people]);
    for byte in of_ties.chain(of_bases).chain([floor.get()]).flat_map(u64::to_le_bytes) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    i64::from_le_bytes(hash.to_le_bytes())
}
