//! What people do with their own membership.

use crate::look_after::{self, Outcome};
use crate::membership::Step;
use crate::permits::MayTakePart;
use database::Tx;
use language::{MembershipState, Result};

fn step(tx: &mut Tx<'_>, permit: &MayTakePart, step: Step) -> Result<Option<MembershipState>> {
    let see = permit.see();
    look_after::step(tx, see, see.by(), step)
}

/// Comes in, or accepts an invitation. Doing it twice changes nothing.
///
/// # Errors
/// Not allowed when the group is not open to this person, gone when it is archived.
pub fn join(tx: &mut Tx<'_>, permit: &MayTakePart) -> Result<()> {
    step(tx, permit, Step::Join).map(|_| ())
}

/// Asks to be let in.
///
/// # Errors
/// Not allowed when the group is not closed or they were sent away.
pub fn request(tx: &mut Tx<'_>, permit: &MayTakePart) -> Result<()> {
    step(tx, permit, Step::Request).map(|_| ())
}

/// Takes that question back.
///
/// # Errors
/// Conflict when a moderator answered it first.
pub fn withdraw(tx: &mut Tx<'_>, permit: &MayTakePart) -> Result<()> {
    step(tx, permit, Step::Withdraw).map(|_| ())
}

/// Says no to an invitation.
///
/// # Errors
/// Conflict when there is none.
pub fn decline(tx: &mut Tx<'_>, permit: &MayTakePart) -> Result<()> {
    step(tx, permit, Step::Decline).map(|_| ())
}

/// Goes away. The last moderator stays until there is another.
///
/// # Errors
/// Not allowed in the commons.
pub fn leave(tx: &mut Tx<'_>, permit: &MayTakePart) -> Result<Outcome> {
    let see = permit.see();
    if see.moderates() && look_after::is_last(tx, see)? {
        return Ok(Outcome::LastModerator);
    }
    step(tx, permit, Step::Leave)?;
    Ok(Outcome::Done)
}
