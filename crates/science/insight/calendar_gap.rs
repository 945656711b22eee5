//! Where the content calendar has a gap (SCIENCE 9.3): a theme that has been silent too long by its
//! own rhythm, an empty slot that is near, a department that was not heard.

use crate::dormancy::{History, Rhythm};
use crate::suppress::GroupMinimum;

/// A silence less likely than this is a gap.
pub const GAP_BELOW: f64 = 0.10;
/// An empty planned slot counts within this many workdays.
pub const SLOT_WITHIN: u32 = 5;
/// A department without a post for this many days was not heard.
pub const UNHEARD_AFTER: f64 = 28.0;

/// Whether a theme has a gap: the chance of such a silence, by the rhythm of themes and its own
/// history of posts (x posts after the first in `span` days), is below [`GAP_BELOW`]. The chance
/// comes with it. This is the silence test of [`crate::dormancy`], on posts instead of active days.
#[must_use]
pub fn theme(rhythm: Rhythm, posts: History) -> (f64, bool) {
    let chance = rhythm.silence_chance(posts);
    (chance, chance < GAP_BELOW)
}

/// Whether a planned slot, so many workdays away, is a gap: nothing is ready for it and it is near.
/// Slots in the past are none.
#[must_use]
pub fn slot(workdays_away: i32, filled: bool) -> bool {
    !filled && u32::try_from(workdays_away).is_ok_and(|days| days <= SLOT_WITHIN)
}

/// Whether a department was not heard: at least k members, and no post in 28 days. `None` for the
/// days since its last post when it never posted. Small departments are never named.
#[must_use]
pub fn department(members: u64, days_since_post: Option<f64>, minimum: GroupMinimum) -> bool {
    members >= minimum.get() && days_since_post.is_none_or(|days| days >= UNHEARD_AFTER)
}
