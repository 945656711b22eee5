//! Reach: who is connected, who is active, who returns, who takes part (SCIENCE 1.1 and 1.2).

use roaring::RoaringBitmap;

use crate::invalid::Invalid;
use crate::proportion::{Basis, Share};

/// A month is 28 days, so that every window holds each weekday four times.
pub const MONTH: usize = 28;

/// How many distinct members were active in the day, the 7 and the 28 days that end on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Active {
    /// Daily active members.
    pub day: u64,
    /// Active in the last 7 days.
    pub week: u64,
    /// Active in the last 28 days.
    pub month: u64,
    /// How many days of history there are, at most 28. Below 28 the month is not a full one.
    pub days: usize,
}

/// Active members on every day of a row of days. Each bitmap holds the members with at least one
/// human act that day (opening an e-mail is none); bots are never in it. Counts are exact, and
/// a union over departments or days never counts a person twice.
#[must_use]
pub fn active(days: &[RoaringBitmap]) -> Vec<Active> {
    (0..days.len())
        .map(|last| Active {
            day: days[last].len(),
            week: distinct(&days[last.saturating_sub(6)..=last]),
            month: distinct(&days[last.saturating_sub(MONTH - 1)..=last]),
            days: (last + 1).min(MONTH),
        })
        .collect()
}

/// Distinct members over some days.
#[must_use]
pub fn distinct(days: &[RoaringBitmap]) -> u64 {
    let mut seen = RoaringBitmap::new();
    for day in days {
        seen |= day;
    }
    seen.len()
}

/// People connected: first login done, of those eligible on that day. Everyone is counted, so
/// there is no range.
///
/// # Errors
/// [`Invalid::PartAboveWhole`] when more are connected than eligible.
pub fn connected(logged_in: u64, eligible: u64) -> Result<Share, Invalid> {
    Share::census(logged_in, eligible)
}

/// How often the active members of a month are there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stickiness {
    /// Mean number of daily active members over the 28 days.
    pub mean_day: f64,
    /// The same over workdays only; `None` when there was none.
    pub mean_workday: Option<f64>,
    /// Distinct members active in the 28 days.
    pub month: u64,
    /// Mean day over month; `None` when nobody was active.
    pub value: Option<f64>,
    /// Mean workday over month; `None` when nobody was active or there was no workday.
    pub workday_value: Option<f64>,
}

/// Stickiness from counts: mean of daily active members over a month of 28 days, divided by the
/// distinct members of that month; and the same over workdays only. It says how often people
/// come, nothing about value: shift workers look disloyal.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless both lists have 28 entries.
pub fn stickiness(daily: &[u64], workdays: &[bool], month: u64) -> Result<Stickiness, Invalid> {
    if daily.len() != MONTH || workdays.len() != MONTH {
        return Err(Invalid::LengthsDiffer);
    }
    let mean = |values: Vec<u64>| {
        let count = values.len() as f64;
        (count > 0.0).then(|| values.iter().sum::<u64>() as f64 / count)
    };
    let mean_day = mean(daily.to_vec()).unwrap_or(0.0);
    let working = daily.iter().zip(workdays).filter(|(_, w)| **w).map(|(d, _)| *d).collect();
    let mean_workday = mean(working);
    let over_month = |m: f64| (month > 0).then(|| m / month as f64);
    Ok(Stickiness {
        mean_day,
        mean_workday,
        month,
        value: over_month(mean_day),
        workday_value: mean_workday.and_then(over_month),
    })
}

/// Stickiness from the members of 28 days. Members who joined less than 28 days ago are left out
/// of both sides, because they could not have been there every day; they do count in
/// [`Active::month`].
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless there are 28 days.
pub fn stickiness_of(
    days: &[RoaringBitmap],
    workdays: &[bool],
    newcomers: &RoaringBitmap,
) -> Result<Stickiness, Invalid> {
    let settled: Vec<RoaringBitmap> = days.iter().map(|d| d - newcomers).collect();
    let daily: Vec<u64> = settled.iter().map(RoaringBitmap::len).collect();
    stickiness(&daily, workdays, distinct(&settled))
}

/// What one member did in 28 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Acts {
    /// Own posts.
    pub posts: u64,
    /// Replies, votes and reactions together.
    pub contributions: u64,
    /// Days with any act, reading included.
    pub active_days: u64,
}

/// How far a member takes part: the highest tier that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Not active at all.
    Absent,
    /// Active, nothing visible. Reading along is often a choice, not a shortcoming.
    Reader,
    /// Replied, voted or reacted.
    Contributor,
    /// At least one own post.
    Creator,
}

impl Acts {
    /// The highest tier that applies.
    #[must_use]
    pub fn tier(self) -> Tier {
        if self.posts > 0 {
            Tier::Creator
        } else if self.contributions > 0 {
            Tier::Contributor
        } else if self.active_days > 0 {
            Tier::Reader
        } else {
            Tier::Absent
        }
    }
}

/// Members by tier, of all eligible members. The well-known "90-9-1" (Nielsen 2006) describes
/// open forums with an unknown population and is no norm here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tiers {
    /// Made something.
    pub creators: Share,
    /// Joined in.
    pub contributors: Share,
    /// Read only.
    pub readers: Share,
    /// Were not there.
    pub absent: Share,
}

/// Counts members by tier. With `Basis::Estimate` the shares carry Wilson's range, for comparing
/// periods or groups.
#[must_use]
pub fn tiers(members: &[Acts], basis: Basis) -> Tiers {
    let count = |tier| members.iter().filter(|m| m.tier() == tier).count() as u64;
    let share = |tier| Share::counted(count(tier), members.len() as u64, basis);
    Tiers {
        creators: share(Tier::Creator),
        contributors: share(Tier::Contributor),
        readers: share(Tier::Reader),
        absent: share(Tier::Absent),
    }
}
