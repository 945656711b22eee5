//! What whoever runs the community says of people: role, department, audience,
//! and whether they may enter.
//!
//! Ranks are looked at within the transaction of the change, so that a right that
//! was just taken away is gone. Each change raises the person's epoch (streams
//! and caches end) and leaves a line in the audit log.

use crate::permits::MayRank;
use crate::{profile, store};
use database::Tx;
use language::{Audience, DepartmentId, PersonId, PersonState, Refusal, Result, Role};

/// Whether somebody of rank `actor` may act on somebody of rank `target`.
pub fn may_act_on(actor: Role, target: Role) -> bool {
    actor >= Role::Manager && target <= actor
}

/// Whether somebody of rank `actor` may give `target`'s holder the role `new`.
pub fn may_give(actor: Role, target: Role, new: Role) -> bool {
    may_act_on(actor, target) && new <= actor
}

/// The ranks of both, as they are now.
struct Both {
    actor: Role,
    target: store::Standing,
}

fn both(tx: &mut Tx<'_>, permit: &MayRank, target: PersonId) -> Result<Both> {
    let actor = store::standing(tx, permit.by())?.ok_or(Refusal::NotAllowed)?;
    if actor.state != PersonState::Active {
        return Err(Refusal::NotAllowed.into());
    }
    let target = store::standing(tx, target)?.ok_or(Refusal::NotFound)?;
    if target.state == PersonState::Erased {
        return Err(Refusal::NotFound.into());
    }
    if !may_act_on(actor.role, target.role) {
        return Err(Refusal::NotAllowed.into());
    }
    Ok(Both { actor: actor.role, target })
}

/// Refuses when `target` is the only active administrator.
fn another_administrator(tx: &mut Tx<'_>, target: PersonId) -> Result<()> {
    if store::administrators_beside(tx, target)? == 0 {
        return Err(Refusal::Conflict.into());
    }
    Ok(())
}

/// Gives somebody a role.
///
/// # Errors
/// [`Refusal::NotAllowed`] by rank, [`Refusal::Conflict`] for the last administrator.
pub fn set_role(tx: &mut Tx<'_>, permit: &MayRank, target: PersonId, role: Role) -> Result<()> {
    let both = both(tx, permit, target)?;
    if !may_give(both.actor, both.target.role, role) {
        return Err(Refusal::NotAllowed.into());
    }
    if both.target.role == role {
        return Ok(());
    }
    if both.target.role == Role::Administrator {
        another_administrator(tx, target)?;
    }
    store::set_role(tx, target, role)?;
    let detail = format!("{} -> {}", both.target.role.name(), role.name());
    done(tx, permit, target, "role", &detail)
}

/// Moves somebody to a department, or to none.
///
/// # Errors
/// [`Refusal::NotAllowed`] by rank, [`Refusal::NotFound`] for no such department.
pub fn set_department(
    tx: &mut Tx<'_>,
    permit: &MayRank,
    target: PersonId,
    department: Option<DepartmentId>,
) -> Result<()> {
    let both = both(tx, permit, target)?;
    if both.target.department == department {
        return Ok(());
    }
    if let Some(id) = department
        && !store::department_exists(tx, id)?
    {
        return Err(Refusal::NotFound.into());
    }
    store::set_department(tx, target, department)?;
    let named = |id: Option<DepartmentId>| id.map_or_else(|| "-".to_owned(), |id| id.to_string());
    let detail = format!("{} -> {}", named(both.target.department), named(department));
    done(tx, permit, target, "department", &detail)
}

/// Says what somebody is to the organisation.
///
/// # Errors
/// [`Refusal::NotAllowed`] by rank.
pub fn set_audience(
    tx: &mut Tx<'_>,
    permit: &MayRank,
    target: PersonId,
    audience: Audience,
) -> Result<()> {
    let both = both(tx, permit, target)?;
    if both.target.audience == audience {
        return Ok(());
    }
    store::set_audience(tx, target, audience)?;
    let detail = format!("{} -> {}", both.target.audience.name(), audience.name());
    done(tx, permit, target, "audience", &detail)
}

/// Keeps somebody out for now, and ends their sessions everywhere.
///
/// # Errors
/// [`Refusal::NotAllowed`] by rank or for oneself, [`Refusal::Conflict`] when they
/// have no active account or are the last administrator.
pub fn suspend(tx: &mut Tx<'_>, permit: &MayRank, target: PersonId) -> Result<()> {
    if target == permit.by() {
        return Err(Refusal::NotAllowed.into());
    }
    let both = both(tx, permit, target)?;
    if both.target.role == Role::Administrator {
        another_administrator(tx, target)?;
    }
    if !store::change_state(tx, target, PersonState::Active, PersonState::Suspended)? {
        return Err(Refusal::Conflict.into());
    }
    sign_in::end_all(tx, target)?;
    done(tx, permit, target, "suspended", "")
}

/// Lets somebody in again.
///
/// # Errors
/// [`Refusal::NotAllowed`] by rank, [`Refusal::Conflict`] when they were not
/// suspended.
pub fn restore(tx: &mut Tx<'_>, permit: &MayRank, target: PersonId) -> Result<()> {
    both(tx, permit, target)?;
    if !store::change_state(tx, target, PersonState::Suspended, PersonState::Active)? {
        return Err(Refusal::Conflict.into());
    }
    done(tx, permit, target, "restored", "")
}

fn done(
    tx: &mut Tx<'_>,
    permit: &MayRank,
    target: PersonId,
    act: &str,
    detail: &str,
) -> Result<()> {
    profile::changed(tx, permit.by(), target)?;
    sign_in::audit(tx, Some(permit.by()), act, Some(target), detail)
}
