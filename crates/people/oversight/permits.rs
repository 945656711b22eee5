//! Who may oversee. Only this file makes permits.

use language::{PersonId, Refusal, Result, Role};
use web::Visitor;

/// The right to see the register and the consents: managers and up.
#[derive(Debug)]
pub struct MayOversee(());

impl MayOversee {
    /// The permit of a visitor who runs the community.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`] for others.
    pub fn of(visitor: &Visitor) -> Result<Self> {
        if visitor.at_least(Role::Manager) { Ok(Self(())) } else { Err(Refusal::NotAllowed.into()) }
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
    /// [`Refusal::NotAllowed`] for others.
    pub fn of(visitor: &Visitor) -> Result<Self> {
        if visitor.at_least(Role::Administrator) {
            Ok(Self { by: visitor.id })
        } else {
            Err(Refusal::NotAllowed.into())
        }
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
