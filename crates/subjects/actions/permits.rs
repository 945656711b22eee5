//! Who may do what with actions. Only this file makes permits.

use crate::action::{Action, Standing};
use crate::store;
use database::Conn;
use language::{ActionId, AnswerId, Moment, PersonId, Refusal, Result, Role};

/// The right to read one action, and the action itself: what was checked is what is
/// used.
#[derive(Debug, Clone)]
pub struct MayRead {
    action: Action,
    reader: PersonId,
    asked: bool,
}

impl MayRead {
    /// The action, for somebody who may read it at `now`.
    ///
    /// # Errors
    /// Not found when it is not there or not for them, which is the same for those who
    /// are held back.
    pub fn of(conn: &mut Conn, reader: PersonId, action: ActionId, now: Moment) -> Result<Self> {
        let (action, asked) = store::readable(conn, reader, action, now)?;
        Ok(Self { action, reader, asked })
    }

    /// The action.
    pub fn action(&self) -> &Action {
        &self.action
    }

    /// Who may read it.
    pub fn reader(&self) -> PersonId {
        self.reader
    }
}

/// The right to answer one action.
#[derive(Debug, Clone)]
pub struct MayAnswer {
    read: MayRead,
}

impl MayAnswer {
    /// Those who were asked may answer while it runs.
    ///
    /// # Errors
    /// Not allowed for those who were not asked; gone when it is not running.
    pub fn of(read: MayRead, now: Moment) -> Result<Self> {
        if !read.asked {
            return Err(Refusal::NotAllowed.into());
        }
        if read.action.standing(now) != Standing::Running {
            return Err(Refusal::Gone.into());
        }
        Ok(Self { read })
    }

    /// The action.
    pub fn action(&self) -> &Action {
        &self.read.action
    }

    pub(crate) fn by(&self) -> PersonId {
        self.read.reader
    }
}

/// The right to take one answer away.
#[derive(Debug, Clone)]
pub struct MayTakeBack {
    action: ActionId,
    answer: AnswerId,
    by: PersonId,
}

impl MayTakeBack {
    /// People take back their own; moderators and up may take away others'.
    ///
    /// # Errors
    /// Not found when there is no such answer, not allowed for others.
    pub fn of(conn: &mut Conn, read: &MayRead, answer: AnswerId, role: Role) -> Result<Self> {
        let author = store::author(conn, read.action.id, answer)?;
        if author != read.reader && role < Role::Moderator {
            return Err(Refusal::NotAllowed.into());
        }
        Ok(Self { action: read.action.id, answer, by: read.reader })
    }

    pub(crate) fn action(&self) -> ActionId {
        self.action
    }

    pub(crate) fn answer(&self) -> AnswerId {
        self.answer
    }

    pub(crate) fn by(&self) -> PersonId {
        self.by
    }
}

/// The right to set out, close and withdraw actions.
#[derive(Debug, Clone, Copy)]
pub struct MayManage {
    by: PersonId,
}

impl MayManage {
    /// Managers and up.
    ///
    /// # Errors
    /// Not allowed for others.
    pub fn of(by: PersonId, role: Role) -> Result<Self> {
        if role < Role::Manager {
            return Err(Refusal::NotAllowed.into());
        }
        Ok(Self { by })
    }

    pub(crate) fn by(&self) -> PersonId {
        self.by
    }
}
