//! What changes.

use crate::group::Draft;
use database::Tx;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use language::{GroupId, MembershipState, PersonId, Result};
use schema::{groups, memberships};

/// Holds a group until the transaction ends: who comes second waits, and then sees
/// what the first did. (An update that changes nothing locks on both engines.)
pub(crate) fn hold(tx: &mut Tx<'_>, slug: &str) -> Result<()> {
    database::sql("update groups set archived_at = archived_at where slug = $1")
        .bind::<Text, _>(slug)
        .execute(&mut **tx)?;
    Ok(())
}

/// Inserts a group unless its name or its address is taken; whether it did.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    id: GroupId,
    draft: &Draft,
    key: &str,
    slug: &str,
) -> Result<bool> {
    let new = database::sql(
        "insert into groups (id, name, name_key, slug, purpose, access, commons, created_at)
         values ($1, $2, $3, $4, $5, $6, false, $7) on conflict do nothing",
    )
    .bind::<BigInt, _>(id)
    .bind::<Text, _>(&draft.name)
    .bind::<Text, _>(key)
    .bind::<Text, _>(slug)
    .bind::<Text, _>(&draft.purpose)
    .bind::<Text, _>(draft.access)
    .bind::<BigInt, _>(tx.now())
    .execute(&mut **tx)?;
    Ok(new == 1)
}

/// Gives a secret group that holds a plain key (an imported one) the key of a
/// secret group, so that the name is free for others.
pub(crate) fn step_aside(tx: &mut Tx<'_>, key: &str) -> Result<()> {
    database::sql(
        "update groups set name_key = name_key || ' #' || cast(id as text)
         where name_key = $1 and access = 'secret'",
    )
    .bind::<Text, _>(key)
    .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn change(tx: &mut Tx<'_>, id: GroupId, draft: &Draft, key: &str) -> Result<()> {
    diesel::update(groups::table.filter(groups::id.eq(id.0)))
        .set((
            groups::name.eq(&draft.name),
            groups::name_key.eq(key),
            groups::purpose.eq(&draft.purpose),
            groups::access.eq(draft.access),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Closes a group down or opens it again; whether that changed anything.
pub(crate) fn archive(tx: &mut Tx<'_>, id: GroupId, archived: bool) -> Result<bool> {
    let group = groups::table.filter(groups::id.eq(id.0)).filter(groups::commons.eq(false));
    let changed = if archived {
        let now = tx.now();
        diesel::update(group.filter(groups::archived_at.is_null()))
            .set(groups::archived_at.eq(Some(now.0)))
            .execute(&mut **tx)?
    } else {
        diesel::update(group.filter(groups::archived_at.is_not_null()))
            .set(groups::archived_at.eq(None::<i64>))
            .execute(&mut **tx)?
    };
    Ok(changed == 1)
}

/// Brings a membership from one state to another; false when it was not in the
/// first. Whoever changes state no longer moderates.
pub(crate) fn move_to(
    tx: &mut Tx<'_>,
    group: GroupId,
    person: PersonId,
    from: Option<MembershipState>,
    to: MembershipState,
) -> Result<bool> {
    let changed = match from {
        None => database::sql(
            "insert into memberships (group_id, person_id, state, moderates, since)
             values ($1, $2, $3, false, $4) on conflict do nothing",
        )
        .bind::<BigInt, _>(group)
        .bind::<BigInt, _>(person)
        .bind::<Text, _>(to)
        .bind::<BigInt, _>(tx.now())
        .execute(&mut **tx)?,
        Some(from) => {
            let now = tx.now();
            diesel::update(memberships::table)
                .filter(memberships::group_id.eq(group.0))
                .filter(memberships::person_id.eq(person.0))
                .filter(memberships::state.eq(from))
                .set((
                    memberships::state.eq(to),
                    memberships::moderates.eq(false),
                    memberships::since.eq(now.0),
                ))
                .execute(&mut **tx)?
        }
    };
    Ok(changed == 1)
}

/// Makes an active member a moderator, or no longer.
pub(crate) fn set_moderates(
    tx: &mut Tx<'_>,
    group: GroupId,
    person: PersonId,
    moderates: bool,
) -> Result<()> {
    diesel::update(memberships::table)
        .filter(memberships::group_id.eq(group.0))
        .filter(memberships::person_id.eq(person.0))
        .filter(memberships::state.eq(MembershipState::Active))
        .set(memberships::moderates.eq(moderates))
        .execute(&mut **tx)?;
    Ok(())
}

/// Ends all memberships of this state.
pub(crate) fn end_all(tx: &mut Tx<'_>, group: GroupId, state: MembershipState) -> Result<()> {
    let now = tx.now();
    diesel::update(memberships::table)
        .filter(memberships::group_id.eq(group.0))
        .filter(memberships::state.eq(state))
        .set((memberships::state.eq(MembershipState::Left), memberships::since.eq(now.0)))
        .execute(&mut **tx)?;
    Ok(())
}
