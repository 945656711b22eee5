//! The three ways in which something does not happen.
//!
//! [`Problems`] the visitor can mend, [`Refusal`] they cannot, a [`Fault`] is ours.

use std::fmt;

/// The result of anything that may be refused or fail.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// Why something did not happen.
#[derive(Debug)]
pub enum Failure {
    /// The input can be mended: show the form again with what was typed (422).
    Problems(Problems),
    /// It will not be done.
    Refusal(Refusal),
    /// Ours: logged once, shown with its number.
    Fault(Fault),
}

/// One thing that is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's name in the form; empty for the form as a whole.
    pub field: &'static str,
    /// What is wrong, in the visitor's language.
    pub message: String,
}

/// Everything that is wrong with an input.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// No problems yet.
    pub fn none() -> Self {
        Self::default()
    }

    /// Notes that `field` is wrong.
    pub fn add(&mut self, field: &'static str, message: impl Into<String>) {
        self.0.push(Problem { field, message: message.into() });
    }

    /// One problem as a failure.
    pub fn one(field: &'static str, message: impl Into<String>) -> Failure {
        let mut problems = Self::none();
        problems.add(field, message);
        Failure::Problems(problems)
    }

    /// What is wrong with `field`, if anything.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|p| p.field == field).map(|p| p.message.as_str())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Ok` when nothing is wrong.
    pub fn check(self) -> Result<()> {
        if self.is_empty() { Ok(()) } else { Err(Failure::Problems(self)) }
    }
}

/// Why it will not be done. What somebody may not see is [`Refusal::NotFound`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not there, or not for this reader: the two look the same.
    NotFound,
    /// They may see it, they may not do this.
    NotAllowed,
    /// Sign in first.
    SignInFirst,
    /// It was there and is no longer.
    Gone,
    /// Somebody was first, or it was done already.
    Conflict,
    /// Too often in too short a time.
    TooMany,
    /// The request came from another site or without its token.
    Foreign,
    /// More than is taken.
    TooLarge,
}

/// A failure of ours.
#[derive(Debug)]
pub struct Fault {
    /// What was being done.
    pub doing: String,
    /// What went wrong.
    pub cause: Box<dyn std::error::Error + Send + Sync>,
}

impl Fault {
    /// A fault with its cause.
    pub fn new(
        doing: impl Into<String>,
        cause: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self { doing: doing.into(), cause: cause.into() }
    }
}

impl Failure {
    /// A fault of ours, from any error.
    pub fn fault(
        doing: impl Into<String>,
        cause: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::Fault(Fault::new(doing, cause))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problems(problems) => {
                for (i, p) in problems.0.iter().enumerate() {
                    if i > 0 {
                        f.write_str("; ")?;
                    }
                    if p.field.is_empty() {
                        f.write_str(&p.message)?;
                    } else {
                        write!(f, "{}: {}", p.field, p.message)?;
                    }
                }
                Ok(())
            }
            Self::Refusal(refusal) => write!(f, "refused: {refusal:?}"),
            Self::Fault(fault) => write!(f, "{}: {}", fault.doing, fault.cause),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<diesel::result::Error> for Failure {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error};
        match error {
            Error::NotFound => Self::Refusal(Refusal::NotFound),
            // A unique key held: somebody was first.
            Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => {
                Self::Refusal(Refusal::Conflict)
            }
            other => Self::fault("the database", other),
        }
    }
}
