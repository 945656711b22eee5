//! The release log: no figure may be subtracted from an earlier one to leave a few people
//! (SCIENCE 0, privacy rules 3 and 4).

use roaring::RoaringBitmap;

use crate::suppress::GroupMinimum;

/// Figures that were shown, with the people each of them counted. `Key` tells which figures can
/// be subtracted from each other: the measure, its version and the closed period.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseLog<Key> {
    minimum: GroupMinimum,
    released: Vec<(Key, RoaringBitmap)>,
}

/// How a new figure could be combined with earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combination {
    /// The population itself has fewer than k people.
    Alone,
    /// It differs from this released one, by its place in the log.
    One(usize),
    /// It differs from these two together.
    Sum(usize, usize),
    /// It differs from the first of these without the second.
    Rest(usize, usize),
}

/// A figure that may not be shown: someone could subtract and be left with few people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// With what it would be combined.
    pub with: Combination,
    /// How many people would be left: 1 to k − 1.
    pub people: u64,
}

impl<Key: PartialEq> ReleaseLog<Key> {
    /// An empty log.
    #[must_use]
    pub fn new(minimum: GroupMinimum) -> Self {
        Self { minimum, released: Vec::new() }
    }

    /// A log as it was stored.
    #[must_use]
    pub fn stored(minimum: GroupMinimum, released: Vec<(Key, RoaringBitmap)>) -> Self {
        Self { minimum, released }
    }

    /// What was released, in order.
    #[must_use]
    pub fn released(&self) -> &[(Key, RoaringBitmap)] {
        &self.released
    }

    /// Whether a figure over this population may be shown next to everything already released
    /// under the same key. Refused when the population differs by 1 to k − 1 people (joiners and
    /// leavers counted together) from nobody, from a released population, from two disjoint
    /// released ones together, or from a released one without another that lies inside it.
    ///
    /// Exactly the same population may be shown again. Combinations of three and more are not
    /// looked at: groups freeze per closed week and filters are fixed, which bounds them.
    ///
    /// # Errors
    /// [`Refused`] with the combination found first.
    pub fn check(&self, key: &Key, population: &RoaringBitmap) -> Result<(), Refused> {
        let judge = |with, other: &RoaringBitmap| {
            let people = (population ^ other).len();
            if self.minimum.too_few(people) { Err(Refused { with, people }) } else { Ok(()) }
        };
        judge(Combination::Alone, &RoaringBitmap::new())?;
        let same: Vec<(usize, &RoaringBitmap)> = self
            .released
            .iter()
            .enumerate()
            .filter(|(_, (k, _))| k == key)
            .map(|(place, (_, people))| (place, people))
            .collect();
        for &(place, people) in &same {
            judge(Combination::One(place), people)?;
        }
        for (index, &(a, first)) in same.iter().enumerate() {
            for &(b, second) in &same[index + 1..] {
                if first.is_disjoint(second) {
                    judge(Combination::Sum(a, b), &(first | second))?;
                } else if second.is_subset(first) {
                    judge(Combination::Rest(a, b), &(first - second))?;
                } else if first.is_subset(second) {
                    judge(Combination::Rest(b, a), &(second - first))?;
                }
            }
        }
        Ok(())
    }

    /// Checks and, when allowed, writes the release down.
    ///
    /// # Errors
    /// [`Refused`] as for [`Self::check`]; nothing is written then.
    pub fn release(&mut self, key: Key, population: RoaringBitmap) -> Result<(), Refused> {
        self.check(&key, &population)?;
        self.released.push((key, population));
        Ok(())
    }
}

/// Whether a survey must keep its previous groups: some group changed, but by fewer than k people,
/// who could be found by comparing the two rounds. Groups are compared in the given order; a group
/// without a partner changed by all its people.
#[must_use]
pub fn keep_previous_groups(
    previous: &[RoaringBitmap],
    next: &[RoaringBitmap],
    minimum: GroupMinimum,
) -> bool {
    let nobody = RoaringBitmap::new();
    (0..previous.len().max(next.len())).any(|place| {
        let before = previous.get(place).unwrap_or(&nobody);
        let after = next.get(place).unwrap_or(&nobody);
        minimum.too_few((before ^ after).len())
    })
}
