//! Who may bring data in. Only this file makes the permit.

use language::{PersonId, Result, Role};
use web::Visitor;

/// The right to bring data in. The command line needs none: who has the machine has the data.
#[derive(Debug, Clone, Copy)]
pub struct MayImport {
    by: PersonId,
}

impl MayImport {
    /// Those who run the community may.
    ///
    /// # Errors
    /// Not allowed for others.
    pub fn of(visitor: &Visitor) -> Result<Self> {
        Ok(Self { by: visitor.ranked(Role::Manager)? })
    }

    /// The right of somebody in a test.
    #[cfg(test)]
    pub(crate) fn in_test(by: PersonId) -> Self {
        Self { by }
    }

    pub(crate) fn by(self) -> PersonId {
        self.by
    }
}
