//! Who may read the mail of others.

use database::Database;
use language::{PersonId, Result, Role};
use web::Visitor;

/// May read every mail of the community.
#[derive(Debug)]
pub struct MayReadMail {
    by: PersonId,
}

impl MayReadMail {
    /// The permit of a visitor who runs the program: a mail may hold a link that
    /// signs in as somebody of any rank, so only the highest may see it.
    ///
    /// # Errors
    /// [`language::Refusal::NotAllowed`].
    pub fn of(visitor: &Visitor) -> Result<Self> {
        Ok(Self { by: visitor.ranked(Role::Administrator)? })
    }

    /// Writes to the audit log that this permit was used to look at `what`. On disk
    /// before anything is shown.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn look(&self, database: &Database, what: &str) -> Result<()> {
        database.write(|tx| sign_in::audit(tx, Some(self.by), "mail read", None, what))
    }

    #[cfg(test)]
    pub(crate) fn in_test(by: PersonId) -> Self {
        Self { by }
    }
}
