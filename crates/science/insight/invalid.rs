//! What a caller can ask that has no answer.

/// An input for which the figure is not defined. These are mistakes of the calling program, not of
/// a visitor, so they carry no sentence for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// More people did it than there are people.
    #[error("a part is larger than its whole")]
    PartAboveWhole,
    /// A probability outside 0..=1, or a share that must lie strictly between them.
    #[error("not a probability")]
    NotAProbability,
    /// Infinite or not a number.
    #[error("not a finite number")]
    NotFinite,
    /// Zero or negative where a positive number is needed.
    #[error("not a positive number")]
    NotPositive,
    /// Two lists that belong together differ in length.
    #[error("lists differ in length")]
    LengthsDiffer,
    /// The group minimum may be raised above five, never lowered.
    #[error("the group minimum cannot be below five")]
    GroupMinimumTooLow,
    /// A person, department or community that the network does not have.
    #[error("the network has nobody of this number")]
    UnknownNode,
    /// Control series that do not change, or repeat each other.
    #[error("control series say the same thing")]
    Collinear,
    /// A row, column, parent or cell that does not exist, or a tree that loops.
    #[error("the table does not fit together")]
    BrokenTable,
}
