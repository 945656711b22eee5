//! Name, purpose and access of a group; closing it down.

use crate::create::free_name;
use crate::group::{Draft, stored_key};
use crate::look_after::record;
use crate::permits::{MayLookAfter, MaySee};
use crate::store;
use database::Tx;
use language::{GroupAccess, MembershipState, Refusal, Result, Verb};
use words::Lang;

/// Changes name, purpose and access. The commons stays open. Who had asked to come
/// into a group that becomes secret no longer waits: they cannot see it.
///
/// # Errors
/// A problem of the field `name` when it is taken; not allowed when the commons
/// would close.
pub fn change(tx: &mut Tx<'_>, permit: &MayLookAfter, draft: &Draft, lang: Lang) -> Result<()> {
    let see = permit.see();
    let group = see.group();
    if group.commons && draft.access != GroupAccess::Open {
        return Err(Refusal::NotAllowed.into());
    }
    free_name(tx, see.by(), draft, group.id, lang)?;
    store::change(tx, group.id, draft, &stored_key(&draft.key(), draft.access, group.id))?;
    if draft.access == GroupAccess::Secret {
        store::end_all(tx, group.id, MembershipState::Requested)?;
    }
    note(tx, see, &format!("{} {}", group.id, draft.access.name()))
}

/// Closes a group down: it can be read, nothing new comes in.
///
/// # Errors
/// Not allowed for the commons.
pub fn archive(tx: &mut Tx<'_>, permit: &MayLookAfter) -> Result<()> {
    let see = permit.see();
    if see.group().commons {
        return Err(Refusal::NotAllowed.into());
    }
    if !store::archive(tx, see.group().id, true)? {
        return Ok(());
    }
    store::end_all(tx, see.group().id, MembershipState::Requested)?;
    store::end_all(tx, see.group().id, MembershipState::Invited)?;
    note(tx, see, &format!("{} archive", see.group().id))
}

/// Opens a group again that was closed down.
///
/// # Errors
/// A fault of the database.
pub fn reopen(tx: &mut Tx<'_>, permit: &MayLookAfter) -> Result<()> {
    let see = permit.see();
    if !store::archive(tx, see.group().id, false)? {
        return Ok(());
    }
    note(tx, see, &format!("{} reopen", see.group().id))
}

fn note(tx: &mut Tx<'_>, see: &MaySee, detail: &str) -> Result<()> {
    record(tx, see, Verb::Settings, None)?;
    sign_in::audit(tx, Some(see.by()), "group", None, detail)
}
