//! How strong a tie is: what two people exchanged, fading with age (SCIENCE 4).

/// Days in which a tie loses half its strength (own choice).
pub const HALF_LIFE_DAYS: f64 = 90.0;
/// Strength of a reply (own choice: show what other weights would give).
pub const REPLY: f64 = 3.0;
/// Strength of a mention.
pub const MENTION: f64 = 2.0;
/// Strength of a reaction.
pub const REACTION: f64 = 1.0;

/// The state of a tie: w(t) = Σ c·2^(−age/90 d), kept as its value at the last moment. Nothing
/// has to be done while nothing happens, and the order in which events come in does not matter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// Strength at `last`, in units of a reaction.
    pub weight: f64,
    /// The last moment something happened, in days since a moment fixed by the caller.
    pub last: f64,
}

impl Tie {
    /// A first exchange of this strength.
    #[must_use]
    pub fn new(strength: f64, day: f64) -> Self {
        Self { weight: strength, last: day }
    }

    /// Adds an exchange; a late one counts as it would have counted in time.
    #[must_use]
    pub fn and(self, strength: f64, day: f64) -> Self {
        let last = self.last.max(day);
        Self { weight: self.at(last) + Self::new(strength, day).at(last), last }
    }

    /// The strength at a moment; before `last` it is extrapolated backwards.
    #[must_use]
    pub fn at(self, day: f64) -> f64 {
        self.weight * faded(day - self.last)
    }
}

/// What is left of a strength of 1 after so many days: 2^(−days/90).
#[must_use]
pub fn faded(days: f64) -> f64 {
    (-days / HALF_LIFE_DAYS).exp2()
}
