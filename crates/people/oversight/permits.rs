//! Who may oversee. Only this file makes permits.

use language::{PersonId, Result, Role};
use web::Visitor;

/// The right to see the register and the consents: managers and up.
#[derive(Debug)]
pub struct MayOversee(());

impl MayOversee {
    /// The permit of a visitor who runs the community.
    ///
    /// # Errors
    /// [`language::Refusal::NotAllowed`] for others.
    pub fn of(visitor: &Visitor) -> Result<Self> {
        visitor.ranked(Role::Manager).map(|_| Self(()))
    }
}

/// The right to write a consent down or withdraw it: administrators. Whoever uses the
/// figures is not the one who opens them.
#[derive(Debug)]
pub struct MayConsent {
    by: PersonId,
}

impl MayConsent {
    /// The permit of an administrator.
    ///
    /// # Errors
    /// [`language::Refusal::NotAllowed`] for others.
    pub fn of(visitor: &Visitor) -> Result<Self> {
        Ok(Self { by: visitor.ranked(Role::Administrator)? })
    }

    /// Who.
    pub fn by(&self) -> PersonId {
        self.by
    }

    #[cfg(test)]
    pub(crate) fn in_test(by: PersonId) -> Self {
        Self { by }
    }
}
