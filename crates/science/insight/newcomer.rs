//! What happens to a newcomer's first post (SCIENCE 3.2).
//!
//! Joyce & Kraut (2006) found that those who got an answer posted again more often (44% against
//! 56%), whatever its tone. That is an association, here too: who writes a good first post gets
//! answers and stays. The page labels it so.

use crate::invalid::Invalid;
use crate::proportion::{Basis, Difference, Share, compare};

/// An answer within this many hours counts.
pub const ANSWERED_WITHIN: f64 = 48.0;
/// Posting again within this many hours (28 days) counts.
pub const AGAIN_WITHIN: f64 = 28.0 * 24.0;

/// A member's first post; times are hours since it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FirstPost {
    /// Its age at the cut-off.
    pub age: f64,
    /// The first answer by somebody else.
    pub answered: Option<f64>,
    /// The member's second post.
    pub again: Option<f64>,
}

/// First posts and what came of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FirstPosts {
    /// Answered within 48 hours, of the first posts that are at least that old.
    pub answered: Share,
    /// Posted again within 28 days, of the first posts that are at least that old.
    pub again: Share,
    /// Of those, the ones that were answered within 48 hours.
    pub again_answered: Share,
    /// And the ones that were not.
    pub again_unanswered: Share,
    /// Answered minus unanswered. An association, not an effect. `None` when either is empty.
    pub difference: Option<Difference>,
}

/// Measures first posts at the cut-off.
///
/// # Errors
/// [`Invalid::NotFinite`] for times that are negative or not numbers.
pub fn first_posts(posts: &[FirstPost]) -> Result<FirstPosts, Invalid> {
    let proper = |t: f64| t.is_finite() && t >= 0.0;
    let times = |p: &FirstPost| [Some(p.age), p.answered, p.again].into_iter().flatten();
    if posts.iter().flat_map(times).any(|t| !proper(t)) {
        return Err(Invalid::NotFinite);
    }
    let within = |time: Option<f64>, hours: f64| time.is_some_and(|t| t <= hours);
    let helped = |p: &&FirstPost| within(p.answered, ANSWERED_WITHIN);
    let of = |group: Vec<&FirstPost>, did: &dyn Fn(&FirstPost) -> bool| {
        let x = group.iter().filter(|p| did(p)).count() as u64;
        Share::counted(x, group.len() as u64, Basis::Estimate)
    };
    let again = |p: &FirstPost| within(p.again, AGAIN_WITHIN);
    let old: Vec<&FirstPost> = posts.iter().filter(|p| p.age >= ANSWERED_WITHIN).collect();
    let mature: Vec<&FirstPost> = posts.iter().filter(|p| p.age >= AGAIN_WITHIN).collect();
    let (yes, no): (Vec<&FirstPost>, Vec<&FirstPost>) = mature.iter().copied().partition(helped);
    let (again_answered, again_unanswered) = (of(yes, &again), of(no, &again));
    Ok(FirstPosts {
        answered: of(old, &|p| within(p.answered, ANSWERED_WITHIN)),
        again: of(mature, &again),
        again_answered,
        again_unanswered,
        difference: compare(again_answered, again_unanswered),
    })
}
