//! Who outside matters for an issue (SCIENCE 12): salience from power, legitimacy and urgency
//! (Mitchell, Agle & Wood 1997).

/// The seven classes and those without a stake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Salience {
    /// None of the three.
    NonStakeholder,
    /// Power only.
    Dormant,
    /// Legitimacy only.
    Discretionary,
    /// Urgency only.
    Demanding,
    /// Power and legitimacy.
    Dominant,
    /// Power and urgency.
    Dangerous,
    /// Legitimacy and urgency.
    Dependent,
    /// All three.
    Definitive,
}

/// The class of somebody with or without power, legitimacy and urgency.
#[must_use]
pub fn salience(power: bool, legitimacy: bool, urgency: bool) -> Salience {
    match (power, legitimacy, urgency) {
        (false, false, false) => Salience::NonStakeholder,
        (true, false, false) => Salience::Dormant,
        (false, true, false) => Salience::Discretionary,
        (false, false, true) => Salience::Demanding,
        (true, true, false) => Salience::Dominant,
        (true, false, true) => Salience::Dangerous,
        (false, true, true) => Salience::Dependent,
        (true, true, true) => Salience::Definitive,
    }
}
