//! What moderators of a group do with memberships.

use crate::membership::{Next, Step, next};
use crate::permits::{MayLookAfter, MaySee};
use crate::store;
use database::Tx;
use language::{Fact, MembershipState, ObjectKind, PersonId, Refusal, Result, Verb};
use text::Handle;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is so now.
    Done,
    /// It would leave the group without a moderator.
    LastModerator,
    /// There is nobody of that name.
    Nobody,
}

/// Does a step for somebody's membership; the new state, or none when it was so already.
pub(crate) fn step(
    tx: &mut Tx<'_>,
    see: &MaySee,
    person: PersonId,
    step: Step,
) -> Result<Option<MembershipState>> {
    let from = store::standing(tx, see, person)?.map(|standing| standing.state);
    let to = match next(from, step, see.group().door()) {
        Next::To(to) => to,
        Next::Same => return Ok(None),
        Next::Not(refusal) => return Err(refusal.into()),
    };
    if !store::move_to(tx, see.group().id, person, from, to)? {
        return Err(Refusal::Conflict.into());
    }
    let verb = match (from, to) {
        (_, MembershipState::Active) => Verb::JoinGroup,
        (Some(MembershipState::Active), _) => Verb::LeaveGroup,
        _ => Verb::Settings,
    };
    record(tx, see, verb, Some(person))?;
    Ok(Some(to))
}

/// Records that the holder of `see` did something with the group, or with the
/// membership of `person`.
pub(crate) fn record(
    tx: &mut Tx<'_>,
    see: &MaySee,
    verb: Verb,
    person: Option<PersonId>,
) -> Result<()> {
    let mut fact = facts::who(tx, see.by())?.did(Fact::new(verb, tx.now(), tx.today()));
    fact.object_kind = ObjectKind::Group;
    fact.object_id = see.group().id.0;
    fact.group_id = Some(see.group().id);
    fact.visibility = see.group().visibility();
    if let Some(person) = person.filter(|person| *person != see.by()) {
        fact = facts::who(tx, person)?.was_target(fact);
    }
    facts::record(tx, &fact)?;
    Ok(())
}

/// Whether the group has one moderator left who can sign in, or none.
pub(crate) fn is_last(tx: &mut Tx<'_>, see: &MaySee) -> Result<bool> {
    Ok(store::count_moderators(tx, see)? <= 1)
}

/// Lets in somebody who asked.
///
/// # Errors
/// Conflict when they took the question back.
pub fn approve(tx: &mut Tx<'_>, permit: &MayLookAfter, person: PersonId) -> Result<()> {
    step(tx, permit.see(), person, Step::Approve).map(|_| ())
}

/// Does not let in somebody who asked; they may ask again.
///
/// # Errors
/// Conflict when they are in already.
pub fn refuse(tx: &mut Tx<'_>, permit: &MayLookAfter, person: PersonId) -> Result<()> {
    step(tx, permit.see(), person, Step::Refuse).map(|_| ())
}

/// Invites the person of this handle; who asked already is in at once.
///
/// # Errors
/// Not allowed in the commons, gone when the group is archived.
pub fn invite(tx: &mut Tx<'_>, permit: &MayLookAfter, handle: &Handle) -> Result<Outcome> {
    let Some(person) = store::person_by_handle(tx, handle.as_str())? else {
        return Ok(Outcome::Nobody);
    };
    step(tx, permit.see(), person, Step::Invite)?;
    Ok(Outcome::Done)
}

/// Takes an invitation back.
///
/// # Errors
/// Conflict when it was accepted.
pub fn uninvite(tx: &mut Tx<'_>, permit: &MayLookAfter, person: PersonId) -> Result<()> {
    step(tx, permit.see(), person, Step::Uninvite).map(|_| ())
}

/// Sends somebody away. Oneself one leaves; and nobody acts on who ranks higher
/// in the community.
///
/// # Errors
/// Not allowed for these, conflict when they are not in.
pub fn expel(tx: &mut Tx<'_>, permit: &MayLookAfter, person: PersonId) -> Result<Outcome> {
    let see = permit.see();
    let standing = store::standing(tx, see, person)?.ok_or(Refusal::Conflict)?;
    if person == see.by() || standing.role > see.role() {
        return Err(Refusal::NotAllowed.into());
    }
    if standing.looks_after() && is_last(tx, see)? {
        return Ok(Outcome::LastModerator);
    }
    if step(tx, see, person, Step::Expel)?.is_some() {
        sign_in::audit(
            tx,
            Some(see.by()),
            "group_expel",
            Some(person),
            &see.group().id.to_string(),
        )?;
    }
    Ok(Outcome::Done)
}

/// Makes a member a moderator of the group, or no longer. The last one stays.
///
/// # Errors
/// Conflict when they are not in, not allowed on who ranks higher in the community.
pub fn set_moderator(
    tx: &mut Tx<'_>,
    permit: &MayLookAfter,
    person: PersonId,
    moderates: bool,
) -> Result<Outcome> {
    let see = permit.see();
    let standing = store::standing(tx, see, person)?.ok_or(Refusal::Conflict)?;
    if standing.state != MembershipState::Active || (moderates && !standing.can_sign_in) {
        return Err(Refusal::Conflict.into());
    }
    if standing.moderates == moderates {
        return Ok(Outcome::Done);
    }
    if !moderates {
        if person != see.by() && standing.role > see.role() {
            return Err(Refusal::NotAllowed.into());
        }
        if standing.looks_after() && is_last(tx, see)? {
            return Ok(Outcome::LastModerator);
        }
    }
    store::set_moderates(tx, see.group().id, person, moderates)?;
    record(tx, see, Verb::Settings, Some(person))?;
    let act = if moderates { "group_moderator" } else { "group_no_moderator" };
    sign_in::audit(tx, Some(see.by()), act, Some(person), &see.group().id.to_string())?;
    Ok(Outcome::Done)
}
