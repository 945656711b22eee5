//! In which phase of its life is the community, and how sure is that (SCIENCE 6).
//!
//! Phases after Iriberri & Leroy (2009) and Millington. Only two percentages have a source: members
//! make 50% of the activity at establishment and 90% at maturity. The rest is own choice.

use crate::distributions::beta_cdf;
use crate::invalid::Invalid;
use crate::proportion::{Basis, Share};
use crate::trend::{mann_kendall, theil_sen};

/// From this member share on a community is established.
pub const ESTABLISHED_ABOVE: f64 = 0.50;
/// From this member share on it is mature.
pub const MATURE_ABOVE: f64 = 0.90;
/// A phase is entered when it is this likely for [`WEEKS_IN_A_ROW`].
pub const ENTER_AT: f64 = 0.90;
/// A phase is left when it is this unlikely for [`WEEKS_IN_A_ROW`].
pub const LEAVE_AT: f64 = 0.10;
/// How many weeks in a row.
pub const WEEKS_IN_A_ROW: usize = 4;
/// Fewest contributors.
pub const FEWEST_CONTRIBUTORS: u64 = 20;
/// Fewest independent contributions.
pub const FEWEST_EFFECTIVE: f64 = 10.0;
/// Weeks over which growth and decline are judged.
pub const TREND_WEEKS: usize = 26;
/// A trend within this part over those weeks is stable.
pub const STABLE_WITHIN: f64 = 0.05;

/// One person who contributed in the 28 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contributor {
    /// How many contributions.
    pub contributions: u64,
    /// Whether this person belongs to the community team.
    pub staff: bool,
}

/// The 28 days that end with one week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Week {
    /// People who contributed.
    pub contributors: u64,
    /// What they contributed.
    pub contributions: u64,
    /// Of which by members outside the community team.
    pub by_members: u64,
    /// How many contributions weigh as one, because a person's contributions go together; at
    /// least 1.
    pub design_effect: f64,
}

impl Week {
    /// Counts a week and its design effect max(1, V/(s(1−s)/n)), with the variance between people
    /// V = M/(M−1)·Σ(xᵢ−s·nᵢ)²/n² (ratio estimator; Cochran 1977).
    ///
    /// When all contributions come from one side, s(1−s) is zero and V says nothing; then each
    /// person's contributions are taken as one opinion, design effect Σnᵢ²/n. Own choice, the
    /// careful side. People without contributions are not counted.
    #[must_use]
    pub fn from_contributors(people: &[Contributor]) -> Self {
        let people: Vec<&Contributor> = people.iter().filter(|p| p.contributions > 0).collect();
        let sum = |members_only: bool| -> u64 {
            people.iter().filter(|p| !(members_only && p.staff)).map(|p| p.contributions).sum()
        };
        let (all, by_members) = (sum(false), sum(true));
        let (n, m) = (all as f64, people.len() as f64);
        let s = by_members as f64 / n;
        let plain = s * (1.0 - s) / n;
        let squares =
            |f: &dyn Fn(&Contributor) -> f64| -> f64 { people.iter().map(|p| f(p).powi(2)).sum() };
        let design_effect = if all == 0 {
            1.0
        } else if plain > 0.0 && people.len() > 1 {
            let off = squares(&|p| {
                let own = p.contributions as f64;
                (if p.staff { 0.0 } else { own }) - s * own
            });
            m / (m - 1.0) * off / (n * n) / plain
        } else {
            squares(&|p| p.contributions as f64) / n
        };
        Self {
            contributors: people.len() as u64,
            contributions: all,
            by_members,
            design_effect: design_effect.max(1.0),
        }
    }

    /// A week of which only the totals are known; a design effect below 1 counts as 1.
    ///
    /// # Errors
    /// [`Invalid::PartAboveWhole`] when members made more than there is,
    /// [`Invalid::NotFinite`] for the design effect.
    pub fn from_totals(
        by_members: u64,
        contributions: u64,
        contributors: u64,
        design_effect: f64,
    ) -> Result<Self, Invalid> {
        if by_members > contributions {
            return Err(Invalid::PartAboveWhole);
        }
        if !design_effect.is_finite() {
            return Err(Invalid::NotFinite);
        }
        let design_effect = design_effect.max(1.0);
        Ok(Self { contributors, contributions, by_members, design_effect })
    }

    /// The chance that the member share lies above `threshold`: Beta(½+x, ½+n−x) (Jeffreys) after
    /// dividing x and n by the design effect.
    #[must_use]
    pub fn chance_above(&self, threshold: f64) -> f64 {
        let x = self.by_members as f64 / self.design_effect;
        let rest = (self.contributions - self.by_members) as f64 / self.design_effect;
        // The upper tail as a lower one, so that small chances keep their digits.
        beta_cdf(1.0 - threshold, 0.5 + rest, 0.5 + x)
    }

    /// How many independent contributions the week is worth.
    #[must_use]
    pub fn effective(&self) -> f64 {
        self.contributions as f64 / self.design_effect
    }

    /// Fewer than 20 contributors or 10 independent contributions.
    #[must_use]
    pub fn too_early(&self) -> bool {
        self.contributors < FEWEST_CONTRIBUTORS || self.effective() < FEWEST_EFFECTIVE
    }

    fn evidence(&self) -> Evidence {
        let (established, mature) =
            (self.chance_above(ESTABLISHED_ABOVE), self.chance_above(MATURE_ABOVE));
        Evidence {
            week: *self,
            member_share: Share::counted(self.by_members, self.contributions, Basis::Estimate),
            effective: self.effective(),
            chance_inception: 1.0 - established,
            chance_establishment: established - mature,
            chance_maturity: mature,
            too_early: self.too_early(),
        }
    }
}

/// Every figure behind one week, for the page to print ("growth 90%, start 10%").
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// What was counted.
    pub week: Week,
    /// Contributions by members, of all. Its own range ignores the design effect: print the
    /// chances, not that range.
    pub member_share: Share,
    /// Independent contributions.
    pub effective: f64,
    /// Chance that members make less than half.
    pub chance_inception: f64,
    /// Chance that they make 50-90%.
    pub chance_establishment: f64,
    /// Chance that they make more than 90%.
    pub chance_maturity: f64,
    /// Too little to judge by.
    pub too_early: bool,
}

/// Phases of a community.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Start: the team carries it.
    Inception,
    /// Growth: members make more than half.
    Establishment,
    /// Members make more than nine tenths.
    Maturity,
    /// Mature, stable in number, with groups that could stand by themselves.
    Mitosis,
    /// Fewer active members and fewer contributors.
    Decline,
}

/// What the cockpit may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nobody is marked as community team, so the share of members would be 1 and the phase
    /// false: ask who they are.
    TeamNotMarked,
    /// Too early to say.
    TooEarly,
    /// This phase.
    Is(Phase),
}

/// A group of members that stays together (SCIENCE 4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circle {
    /// People in it.
    pub members: u64,
    /// Whether it was found again in repeated runs and weeks.
    pub stable: bool,
}

/// What else bears on the phase. Leave empty what is not known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Signals {
    /// Monthly active members per week, oldest first; the last 26 count.
    pub monthly_active: Vec<f64>,
    /// Contributors per week, oldest first; the last 26 count.
    pub contributors: Vec<f64>,
    /// Circles found in the network.
    pub circles: Vec<Circle>,
}

/// The phase with its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// What may be said.
    pub verdict: Verdict,
    /// The phase by member share alone, kept through weeks that are too early.
    pub stage: Phase,
    /// The week (place in the input) in which that stage was entered; `None` from the start.
    pub since: Option<usize>,
    /// All weeks.
    pub weeks: Vec<Evidence>,
    /// Whether active members and contributors both fall; `None` without 26 weeks.
    pub declining: Option<bool>,
    /// Whether active members are stable; `None` without 26 weeks.
    pub steady: Option<bool>,
    /// Stable circles of at least 30 members and a tenth of the active members.
    pub circles: usize,
}

/// Who did something that speaks for the phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A member outside the community team.
    Member,
    /// The community team.
    Team,
}

/// What else shows that members carry the community, beside what they contribute.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Supporting {
    /// New members whom a member invited, of all who were invited by somebody.
    pub member_invited: Share,
    /// First replies that came from a member, of all first replies.
    pub first_replies: Share,
}

/// Counts the two shares of SCIENCE 6 that stand beside the share of contributions. Who came
/// without an invitation, and what nobody answered, is not given: it says nothing of who carries.
/// They are evidence for the reader; the phase itself goes by contributions alone.
#[must_use]
pub fn supporting(inviters: &[By], first_repliers: &[By]) -> Supporting {
    let of = |all: &[By]| {
        let members = all.iter().filter(|by| **by == By::Member).count() as u64;
        Share::counted(members, all.len() as u64, Basis::Estimate)
    };
    Supporting { member_invited: of(inviters), first_replies: of(first_repliers) }
}

/// Judges weekly figures, oldest first. A phase is entered after four weeks in a row of at least
/// 90% chance and left after four of at most 10%, so that one busy or quiet week changes nothing;
/// a week that is too early breaks the row.
///
/// Decline (Mann-Kendall p < .05 downward on active members and on contributors) goes before
/// mitosis (mature, steady, two circles), which goes before the phase by member share. Weekly
/// figures over 28 days overlap, which makes the trend test too sure: read it as a signal.
///
/// # Errors
/// [`Invalid::NotFinite`] for signals that are not finite.
pub fn assess(weeks: &[Week], team_marked: bool, signals: &Signals) -> Result<Assessment, Invalid> {
    let weeks: Vec<Evidence> = weeks.iter().map(Week::evidence).collect();
    let (mut established, mut mature) = (Latch::default(), Latch::default());
    let (mut stage, mut since) = (Phase::Inception, None);
    for (place, week) in weeks.iter().enumerate() {
        let chance = |c: f64| (!week.too_early).then_some(c);
        established.step(chance(week.chance_establishment + week.chance_maturity));
        mature.step(chance(week.chance_maturity));
        let now = match (established.on, mature.on) {
            (_, true) => Phase::Maturity,
            (true, false) => Phase::Establishment,
            (false, false) => Phase::Inception,
        };
        if now != stage {
            (stage, since) = (now, Some(place));
        }
    }
    let declining = declining(signals)?;
    let steady = steady(&signals.monthly_active)?;
    let active = signals.monthly_active.last().copied().unwrap_or(0.0);
    let large = |c: &&Circle| c.stable && c.members as f64 >= (0.1 * active).max(30.0);
    let circles = signals.circles.iter().filter(large).count();
    let verdict = if !team_marked {
        Verdict::TeamNotMarked
    } else if weeks.last().is_none_or(|w| w.too_early) {
        Verdict::TooEarly
    } else if declining == Some(true) {
        Verdict::Is(Phase::Decline)
    } else if stage == Phase::Maturity && steady == Some(true) && circles >= 2 {
        Verdict::Is(Phase::Mitosis)
    } else {
        Verdict::Is(stage)
    };
    Ok(Assessment { verdict, stage, since, weeks, declining, steady, circles })
}

/// A switch that needs four weeks in a row to turn on or off.
#[derive(Default)]
struct Latch {
    on: bool,
    row: usize,
}

impl Latch {
    fn step(&mut self, chance: Option<f64>) {
        let turns = chance.is_some_and(|c| if self.on { c <= LEAVE_AT } else { c >= ENTER_AT });
        self.row = if turns { self.row + 1 } else { 0 };
        if self.row >= WEEKS_IN_A_ROW {
            self.on = !self.on;
            self.row = 0;
        }
    }
}

fn last_weeks(values: &[f64]) -> Option<&[f64]> {
    values.len().checked_sub(TREND_WEEKS).map(|from| &values[from..])
}

fn declining(signals: &Signals) -> Result<Option<bool>, Invalid> {
    let (Some(active), Some(contributors)) =
        (last_weeks(&signals.monthly_active), last_weeks(&signals.contributors))
    else {
        return Ok(None);
    };
    let falls = |values| Ok(mann_kendall(values)?.is_some_and(|t| t.falls()));
    Ok(Some(falls(active)? && falls(contributors)?))
}

/// Whether the Theil-Sen slope over 26 weeks adds up to at most 5% of the mean.
fn steady(values: &[f64]) -> Result<Option<bool>, Invalid> {
    let Some(values) = last_weeks(values) else {
        return Ok(None);
    };
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let change = theil_sen(values)?.map_or(0.0, |t| t.slope * (TREND_WEEKS as f64 - 1.0));
    Ok(Some(mean > 0.0 && change.abs() <= STABLE_WITHIN * mean))
}
