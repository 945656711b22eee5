//! Who is asleep by their own rhythm, not by a fixed number of days (SCIENCE 2.3).

use statrs::function::gamma::ln_gamma;

use crate::invalid::Invalid;
use crate::minimise::nelder_mead;

/// Below this many members the prior is not fitted but [`Rhythm::USUAL`].
pub const FEWEST_MEMBERS: usize = 200;
/// A silence of more than this many days is always asleep. Own choice.
pub const ALWAYS_ASLEEP: f64 = 90.0;
/// A silence this likely while still active is ordinary. Own choice.
pub const ACTIVE_FROM: f64 = 0.20;
/// A silence less likely than this is sleep. Own choice.
pub const ASLEEP_BELOW: f64 = 0.05;
/// Days after which someone with fewer than two returns has not got going.
pub const STARTING_DAYS: f64 = 28.0;

/// A member's history in days. An active day is any act, reading included; leave that the member
/// entered is taken out of the days by the caller.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct History {
    /// Active days after the first.
    pub returns: u32,
    /// Days from the first to the last activity.
    pub span: f64,
    /// Days since the last activity.
    pub silence: f64,
}

/// The community's usual rhythm: rates of active days follow a gamma distribution with this shape
/// and rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rhythm {
    /// Shape r.
    pub shape: f64,
    /// Rate α, in days.
    pub days: f64,
}

impl Rhythm {
    /// Used below [`FEWEST_MEMBERS`] members: r = 0.5, α = 7 days.
    pub const USUAL: Self = Self { shape: 0.5, days: 7.0 };

    /// The chance of a silence at least this long from someone who is still active:
    /// g(s) = ((α+T)/(α+T+s))^(r+x). This is the Poisson process with a gamma prior (Ehrenberg
    /// 1959), judged on the silence alone.
    #[must_use]
    pub fn silence_chance(self, history: History) -> f64 {
        let base = self.days + history.span.max(0.0);
        let silence = history.silence.max(0.0);
        (base / (base + silence)).powf(self.shape + f64::from(history.returns))
    }

    /// The silence, in days, of which the chance is `chance`: where a member with this history
    /// passes into the next class. Not a number for a chance outside 0 < chance <= 1.
    #[must_use]
    pub fn limit(self, history: History, chance: f64) -> f64 {
        let base = self.days + history.span.max(0.0);
        base * (chance.powf(-1.0 / (self.shape + f64::from(history.returns))) - 1.0)
    }

    /// The class of a member.
    #[must_use]
    pub fn classify(self, history: History) -> Dormancy {
        let chance = self.silence_chance(history);
        let class = if history.silence > ALWAYS_ASLEEP && history.returns >= 2 {
            Class::Asleep
        } else if history.returns < 2 {
            let known = history.span + history.silence;
            if known < STARTING_DAYS { Class::TooEarly } else { Class::NeverGotGoing }
        } else if chance >= ACTIVE_FROM {
            Class::Active
        } else if chance >= ASLEEP_BELOW {
            Class::Slowing
        } else {
            Class::Asleep
        };
        Dormancy { history, chance, class }
    }
}

/// What a silence means. Shown as counts by group and to the member, never as a list of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Fewer than two returns, and known for less than 28 days.
    TooEarly,
    /// Fewer than two returns after 28 days.
    NeverGotGoing,
    /// The silence is ordinary for this member.
    Active,
    /// The silence is long for this member.
    Slowing,
    /// The silence is very long for this member, or longer than 90 days.
    Asleep,
}

/// A member's class with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dormancy {
    /// The history that was judged.
    pub history: History,
    /// The chance of such a silence while still active.
    pub chance: f64,
    /// The class.
    pub class: Class,
}

/// Fits the community's rhythm by maximum likelihood on the gaps of all members: x gaps that add up
/// to T days have, with a rate from Gamma(r, α), the likelihood Γ(r+x)/Γ(r)·α^r/(α+T)^(r+x). The
/// silence at the end takes no part, because it may be sleep. Refit monthly.
///
/// Below [`FEWEST_MEMBERS`] members, or when nobody returned, the usual rhythm is given back.
///
/// # Errors
/// [`Invalid::NotFinite`] for spans that are negative or not numbers.
pub fn fit_rhythm(histories: &[History]) -> Result<Rhythm, Invalid> {
    if histories.iter().any(|h| !h.span.is_finite() || h.span < 0.0) {
        return Err(Invalid::NotFinite);
    }
    let returned = histories.iter().filter(|h| h.returns > 0).count();
    if histories.len() < FEWEST_MEMBERS || returned == 0 {
        return Ok(Rhythm::USUAL);
    }
    let loss = |point: &[f64]| {
        let (r, alpha) = (point[0].exp().clamp(1e-4, 1e4), point[1].exp().clamp(1e-4, 1e6));
        -histories
            .iter()
            .map(|h| {
                let x = f64::from(h.returns);
                ln_gamma(r + x) - ln_gamma(r) + r * (alpha / (alpha + h.span)).ln()
                    - x * (alpha + h.span).ln()
            })
            .sum::<f64>()
    };
    let start = [Rhythm::USUAL.shape.ln(), Rhythm::USUAL.days.ln()];
    let best = nelder_mead(loss, &start, 0.5);
    Ok(Rhythm { shape: best[0].exp().clamp(1e-4, 1e4), days: best[1].exp().clamp(1e-4, 1e6) })
}
