//! Who may make reports, and who leads what. Only this file makes permits.

use crate::store;
use database::Conn;
use language::{DepartmentId, PersonId, Refusal, Result, Role};
use web::Visitor;

/// The right to make, finish and mail reports: managers and up.
#[derive(Debug, Clone, Copy)]
pub struct MayReport {
    by: PersonId,
}

impl MayReport {
    /// The permit of a visitor who runs the community.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`] for others.
    pub fn of(visitor: &Visitor) -> Result<Self> {
        Ok(Self { by: visitor.ranked(Role::Manager)? })
    }

    /// Who reports.
    pub fn by(&self) -> PersonId {
        self.by
    }

    #[cfg(test)]
    pub(crate) fn in_test(by: PersonId) -> Self {
        Self { by }
    }
}

/// The right of who leads a department: to see it above the floor, and to keep promises.
#[derive(Debug, Clone)]
pub struct MayLead {
    by: PersonId,
    departments: Vec<(DepartmentId, String)>,
}

impl MayLead {
    /// The permit of somebody who leads at least one department.
    ///
    /// # Errors
    /// Not found for others: to them there is no such page.
    pub fn of(conn: &mut Conn, person: PersonId) -> Result<Self> {
        let departments = store::led_by(conn, person)?;
        if departments.is_empty() {
            return Err(Refusal::NotFound.into());
        }
        Ok(Self { by: person, departments })
    }

    /// Who leads.
    pub fn by(&self) -> PersonId {
        self.by
    }

    /// What they lead, by name.
    pub fn departments(&self) -> &[(DepartmentId, String)] {
        &self.departments
    }
}
