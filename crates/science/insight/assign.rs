//! Who gets an action and who is held back: a draw that anyone can repeat (SCIENCE 7.3).

/// What a member was drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arm {
    /// Gets the action.
    Treated,
    /// Is held back, so that the effect can be measured.
    Held,
}

/// Draws the arm of a member for an action. The same four inputs always give the same arm, on
/// every machine and in every version: this function may never change.
///
/// A hash of seed, action and member is read as a number between 0 and 1; below `share_held` the
/// member is held back. So a larger share keeps everybody held back who already was, draws for
/// different actions are independent, and nothing has to be stored to draw again. A share of 0 or
/// less (or not a number) treats everyone, of 1 or more holds everyone.
///
/// When members influence each other, draw teams: pass the team's key as `member_key`.
#[must_use]
pub fn arm(member_key: u64, action_key: u64, seed: u64, share_held: f64) -> Arm {
    if unit(hash(member_key, action_key, seed)) < share_held { Arm::Held } else { Arm::Treated }
}

/// Draws in which of `waves` waves, counted from 0, a member or team starts (stepped wedge).
/// Independent of [`arm`] with the same keys. With no waves at all it is wave 0.
#[must_use]
pub fn wave(member_key: u64, action_key: u64, seed: u64, waves: u32) -> u32 {
    // One more round of mixing gives a second, independent number.
    let fraction = unit(mix(hash(member_key, action_key, seed)));
    ((fraction * f64::from(waves)) as u32).min(waves.saturating_sub(1))
}

/// The hash: each key is added and mixed in turn, in the order seed, action, member.
fn hash(member_key: u64, action_key: u64, seed: u64) -> u64 {
    [seed, action_key, member_key]
        .into_iter()
        .fold(0, |state: u64, key| mix(state.wrapping_add(key)))
}

/// One step of SplitMix64 (Steele, Lea & Flood 2014): every input bit changes about half of the
/// output bits.
pub(crate) fn mix(state: u64) -> u64 {
    let mut z = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The upper 53 bits as a number in 0..1.
fn unit(hash: u64) -> f64 {
    (hash >> 11) as f64 / (1_u64 << 53) as f64
}
