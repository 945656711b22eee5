//! Which community action now (SCIENCE 7.2): what is known of each, one draw, and the effort.

use rand::Rng;

use crate::distributions::normal_quantile;

/// Fewest days between two pushed messages to the same member.
pub const DAYS_BETWEEN_PUSHES: u32 = 7;
/// How many actions are proposed.
pub const PROPOSALS: usize = 3;

/// Strength of what others found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Randomised, in an online community.
    A,
    /// Randomised elsewhere, or a meta-analysis.
    B,
    /// Observational.
    C,
    /// Practice.
    D,
}

/// What is believed of an action's effect: a normal distribution of the risk difference, as a
/// fraction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Belief {
    /// Expected effect.
    pub mean: f64,
    /// Its standard deviation.
    pub deviation: f64,
}

/// An effect that this community measured itself, as a fraction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// Treated minus held back.
    pub difference: f64,
    /// Standard error; trials with none or an impossible one are left out.
    pub standard_error: f64,
}

impl Trial {
    /// A trial from its counts, with the unpooled standard error. Half a person is added to those
    /// who did and to those who did not (as Agresti & Caffo 2000 do with one), so that nobody or
    /// everybody still leaves doubt. `None` when either group is empty or a part exceeds its whole.
    #[must_use]
    pub fn from_counts(treated: (u64, u64), held: (u64, u64)) -> Option<Self> {
        if treated.1 == 0 || held.1 == 0 || treated.0 > treated.1 || held.0 > held.1 {
            return None;
        }
        let smoothed = |(x, n): (u64, u64)| {
            let n = n as f64 + 1.0;
            let p = (x as f64 + 0.5) / n;
            (p, p * (1.0 - p) / n)
        };
        let ((p, v), (q, w)) = (smoothed(treated), smoothed(held));
        Some(Self { difference: p - q, standard_error: (v + w).sqrt() })
    }
}

impl Evidence {
    /// The belief before any trial of one's own: N(0.03, 0.05²) for A and B, N(0, 0.05²) for C and
    /// D. Own choice, sceptical, because field effects shrink outside their setting.
    #[must_use]
    pub fn prior(self) -> Belief {
        match self {
            Self::A | Self::B => Belief { mean: 0.03, deviation: 0.05 },
            Self::C | Self::D => Belief { mean: 0.0, deviation: 0.05 },
        }
    }
}

impl Belief {
    /// The belief after a trial: means weighted by precision (normal-normal updating).
    #[must_use]
    pub fn after(self, trial: Trial) -> Self {
        let usable = trial.difference.is_finite()
            && trial.standard_error.is_finite()
            && trial.standard_error > 0.0;
        if !usable {
            return self;
        }
        let (old, new) = (self.deviation.powi(-2), trial.standard_error.powi(-2));
        Self {
            mean: (old * self.mean + new * trial.difference) / (old + new),
            deviation: (old + new).sqrt().recip(),
        }
    }

    /// One draw, for Thompson sampling (Thompson 1933).
    fn draw<R: Rng + ?Sized>(self, rng: &mut R) -> f64 {
        // An open interval, so that the draw is finite.
        let u = (rng.random::<f64>() + f64::EPSILON / 4.0).min(1.0 - f64::EPSILON / 2.0);
        self.mean + self.deviation * normal_quantile(u)
    }
}

/// How much work an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Less than an hour.
    Small,
    /// Less than a day.
    Medium,
    /// More than a day.
    Large,
}

impl Effort {
    /// What the expected effect is divided by: 1, 2 and 4. Own choice, far less than in
    /// proportion to hours, because by the hour nothing large would ever be proposed.
    #[must_use]
    pub fn weight(self) -> f64 {
        match self {
            Self::Small => 1.0,
            Self::Medium => 2.0,
            Self::Large => 4.0,
        }
    }
}

/// Why an action is not among the proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// Not for this phase.
    Phase,
    /// Does not serve the goal.
    Goal,
    /// Consent is missing.
    Consent,
    /// The channel may not be used.
    Channel,
    /// More work than there is time for.
    Capacity,
    /// Too few members may be sent something this week.
    Fatigue,
}

/// An action that could be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<Id> {
    /// Which action.
    pub action: Id,
    /// What others found.
    pub evidence: Evidence,
    /// Own trials.
    pub trials: Vec<Trial>,
    /// How much work.
    pub effort: Effort,
    /// What stands in the way, if anything.
    pub barrier: Option<Barrier>,
}

/// The main reason for a proposal, for the page to put in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It worked here: the own trials put the effect above zero with 90% or more.
    WorkedHere,
    /// Own trials point up without being sure.
    PromisingHere,
    /// Randomised studies elsewhere found an effect.
    WorkedElsewhere,
    /// Little is known of it, and trying is how one learns.
    WorthTrying,
}

/// A proposed action with everything it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal<Id> {
    /// Which action.
    pub action: Id,
    /// The belief before own trials.
    pub prior: Belief,
    /// The belief now.
    pub belief: Belief,
    /// How many own trials it rests on.
    pub trials: usize,
    /// This round's draw.
    pub draw: f64,
    /// The work.
    pub effort: Effort,
    /// Draw per effort, by which proposals are ordered.
    pub score: f64,
    /// Why.
    pub reason: Reason,
}

/// Proposes at most three actions without a barrier: one draw from the belief of each, divided by
/// the effort (a draw below zero is multiplied by it: more work for harm is worse), highest first.
/// The draw makes that uncertain actions get their turn. The manager decides; a refusal is logged,
/// not punished. Ties keep the given order.
pub fn propose<Id: Clone, R: Rng + ?Sized>(
    candidates: &[Candidate<Id>],
    rng: &mut R,
) -> Vec<Proposal<Id>> {
    let mut proposals: Vec<Proposal<Id>> = candidates
        .iter()
        .filter(|c| c.barrier.is_none())
        .map(|candidate| {
            let prior = candidate.evidence.prior();
            let belief = candidate.trials.iter().fold(prior, |b, &t| b.after(t));
            let draw = belief.draw(rng);
            let weight = candidate.effort.weight();
            Proposal {
                action: candidate.action.clone(),
                prior,
                belief,
                trials: candidate.trials.len(),
                draw,
                effort: candidate.effort,
                score: if draw > 0.0 { draw / weight } else { draw * weight },
                reason: reason(candidate, belief),
            }
        })
        .collect();
    proposals.sort_by(|a, b| b.score.total_cmp(&a.score));
    proposals.truncate(PROPOSALS);
    proposals
}

fn reason<Id>(candidate: &Candidate<Id>, belief: Belief) -> Reason {
    let sure = belief.mean > belief.deviation * normal_quantile(0.90);
    if !candidate.trials.is_empty() && belief.mean > 0.0 {
        if sure { Reason::WorkedHere } else { Reason::PromisingHere }
    } else if candidate.trials.is_empty() && matches!(candidate.evidence, Evidence::A | Evidence::B)
    {
        Reason::WorkedElsewhere
    } else {
        Reason::WorthTrying
    }
}

/// The fatigue cap: whether a member may be sent a push again. `days_since_last` is `None` when
/// there never was one.
#[must_use]
pub fn may_push(days_since_last: Option<u32>) -> bool {
    days_since_last.is_none_or(|days| days >= DAYS_BETWEEN_PUSHES)
}
