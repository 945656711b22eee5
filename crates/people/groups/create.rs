use crate::group::{Draft, slug, stored_key};
use crate::permits::MayCreate;
use crate::store;
use database::Tx;
use language::{
    Fact, GroupId, MembershipState, ObjectKind, PersonId, Problems, Refusal, Result, Verb,
    Visibility,
};
use words::Lang;

/// Makes a group with its maker as member and moderator. Returns its part of an address.
///
/// # Errors
/// A problem of the field `name` when a group that the maker may know of has it.
pub fn create(tx: &mut Tx<'_>, permit: MayCreate, draft: &Draft, lang: Lang) -> Result<String> {
    let id = GroupId(tx.new_id());
    let by = permit.by();
    free_name(tx, by, draft, id, lang)?;
    let mut made = None;
    for attempt in 1..=10 {
        let slug = slug(draft, id, attempt);
        if store::insert(tx, id, draft, &stored_key(&draft.key(), draft.access, id), &slug)? {
            made = Some(slug);
            break;
        }
        // The name or the address: only the first is for its maker to mend.
        free_name(tx, by, draft, id, lang)?;
    }
    let slug = made.ok_or(Refusal::Conflict)?;
    store::move_to(tx, id, by, None, MembershipState::Active)?;
    store::set_moderates(tx, id, by, true)?;
    let visibility =
        store::seen(tx, by, &slug)?.map_or(Visibility::Secret, |seen| seen.group.visibility());
    for verb in [Verb::Settings, Verb::JoinGroup] {
        let mut fact = facts::who(tx, by)?.did(Fact::new(verb, tx.now(), tx.today()));
        fact.object_kind = ObjectKind::Group;
        fact.object_id = id.0;
        fact.group_id = Some(id);
        fact.visibility = visibility;
        facts::record(tx, &fact)?;
    }
    Ok(slug)
}

/// Whether `draft`'s name can be had by the group `id`.
///
/// # Errors
/// A problem of the field `name`.
pub(crate) fn free_name(
    tx: &mut Tx<'_>,
    by: PersonId,
    draft: &Draft,
    id: GroupId,
    lang: Lang,
) -> Result<()> {
    let key = draft.key();
    store::step_aside(tx, &key)?;
    if store::is_taken(tx, by, &key, id)? {
        return Err(Problems::one("name", crate::w::name_taken(lang)));
    }
    Ok(())
}
