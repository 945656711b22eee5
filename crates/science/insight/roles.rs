//! Who takes the lead, who links, who answers, who supports (SCIENCE 5).
//!
//! A role is something somebody did in 90 days, never a trait: people switch often, the
//! distribution over a community is stable (Yang and others 2019). It rewards visible work. It is
//! shown to the member first, who may decline, and is recomputed each quarter.

use crate::invalid::Invalid;

/// Days that are looked at.
pub const DAYS: u32 = 90;
/// The least percentile for a role.
pub const LEAST_PERCENTILE: f64 = 0.80;
/// The fewest acts for a role.
pub const FEWEST_ACTS: u64 = 3;

/// What somebody can be in a community (after Benne & Sheats 1948 and Gleave and others 2009).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Starts threads that drew at least two others: *aanjager*.
    Starter,
    /// Cross-department partners, summaries, tags: *verbinder, overzichthouder*.
    Connector,
    /// Accepted answers, finished tasks: *uitvoerder, beantwoorder*.
    Answerer,
    /// Reactions, thanks, welcomes: *supporter*.
    Supporter,
    /// Less than 90 days here: *nieuwkomer*.
    Newcomer,
    /// Active without contributing: *meelezer*.
    Reader,
}

/// What somebody did in [`DAYS`] days, and how long they are here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Acts {
    /// Threads that drew at least two others.
    pub threads: u64,
    /// Cross-department partners, summaries and tags.
    pub links: u64,
    /// Accepted answers and finished tasks.
    pub answers: u64,
    /// Reactions, thanks and welcomes.
    pub support: u64,
    /// Days since the first login.
    pub tenure_days: u32,
    /// Any activity at all, reading included.
    pub active: bool,
    /// The member does not want to be given roles.
    pub declined: bool,
}

/// The percentile of each value among all by mid-rank: (rank − ½)/n, equal values sharing the
/// middle of their ranks. From 1/(2n) to 1 − 1/(2n); empty for an empty list.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite.
pub fn percentiles(values: &[f64]) -> Result<Vec<f64>, Invalid> {
    if values.iter().any(|v| !v.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut found = vec![0.0; values.len()];
    let mut below = 0;
    for same in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let middle = below as f64 + 0.5 * same.len() as f64;
        same.iter().for_each(|&i| found[i] = middle / values.len() as f64);
        below += same.len();
    }
    Ok(found)
}

/// The acts of one kind.
type Count = fn(&Acts) -> u64;

/// The roles of everybody: those of the four kinds of acts with a percentile of at least .80
/// among all *and* at least three acts, so that in a quiet community nobody has a role; several
/// may coexist. A newcomer is one whatever they do; a reader is active without any act.
#[must_use]
pub fn roles(people: &[Acts]) -> Vec<Vec<Role>> {
    let kinds: [(Role, Count); 4] = [
        (Role::Starter, |acts| acts.threads),
        (Role::Connector, |acts| acts.links),
        (Role::Answerer, |acts| acts.answers),
        (Role::Supporter, |acts| acts.support),
    ];
    let mut found = vec![Vec::new(); people.len()];
    for (role, count) in kinds {
        let values: Vec<f64> = people.iter().map(|acts| count(acts) as f64).collect();
        // Counts are finite.
        let ranks = percentiles(&values).unwrap_or_default();
        for ((roles, acts), rank) in found.iter_mut().zip(people).zip(ranks) {
            if rank >= LEAST_PERCENTILE && count(acts) >= FEWEST_ACTS && !acts.declined {
                roles.push(role);
            }
        }
    }
    for (roles, acts) in found.iter_mut().zip(people).filter(|(_, acts)| !acts.declined) {
        if acts.tenure_days < DAYS {
            roles.push(Role::Newcomer);
        }
        if acts.active && kinds.iter().all(|(_, count)| count(acts) == 0) {
            roles.push(Role::Reader);
        }
    }
    found
}
