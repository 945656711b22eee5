use crate::permits::MayEdit;
use crate::post::{Draft, MOST_PICTURES};
use crate::store;
use database::Tx;
use language::{Carries, Fact, PictureId, Refusal, Result, SubjectKind, Verb};
use pictures::Files;

/// Changes the text of a post; only its author does.
///
/// # Errors
/// Not allowed for others.
pub fn edit(tx: &mut Tx<'_>, permit: &MayEdit, draft: &Draft) -> Result<()> {
    if !permit.is_own() {
        return Err(Refusal::NotAllowed.into());
    }
    let post = permit.read().post();
    let known = store::known_handles(tx, post.group, &text::mentions(&draft.body))?;
    store::change(tx, post.id, draft, &known)?;
    record(tx, permit, Verb::Edit)
}

/// What changes about the pictures of a post.
#[derive(Debug, Clone, Default)]
pub struct Repictured {
    /// These go.
    pub removed: Vec<PictureId>,
    /// These are described anew.
    pub described: Vec<(PictureId, String)>,
}

/// Changes the pictures of a post before [`edit`] changes its text and records it in
/// the same transaction: takes some off, describes others anew, adds those of `draft`.
/// The files that come back are removed after the commit.
///
/// # Errors
/// Not allowed for others than the author; a conflict when there would be too many.
pub fn repicture(
    tx: &mut Tx<'_>,
    permit: &MayEdit,
    draft: &Draft,
    change: &Repictured,
) -> Result<Vec<Files>> {
    if !permit.is_own() {
        return Err(Refusal::NotAllowed.into());
    }
    let (post, by) = (permit.read().post().id, permit.read().reader());
    let mut gone = Vec::new();
    for id in &change.removed {
        gone.extend(pictures::detach(tx, post.into(), *id)?);
    }
    for (id, alt) in &change.described {
        pictures::describe(tx, post.into(), *id, alt)?;
    }
    let standing = pictures::of(tx, SubjectKind::Post, &[post.0])?.len();
    if standing + draft.pictures.len() > MOST_PICTURES {
        return Err(Refusal::Conflict.into());
    }
    for (at, picture) in draft.pictures.iter().enumerate() {
        let alt = draft.alts.get(at).map_or("", String::as_str);
        pictures::attach(tx, post.into(), by, picture, alt)?;
    }
    Ok(gone)
}

/// Takes a post away, with what stands under it.
///
/// # Errors
/// Gone when it was taken away before.
pub fn withdraw(tx: &mut Tx<'_>, permit: &MayEdit) -> Result<()> {
    if store::withdraw(tx, permit.read().post().id)? == 0 {
        return Err(Refusal::Gone.into());
    }
    record(tx, permit, Verb::Retract)
}

fn record(tx: &mut Tx<'_>, permit: &MayEdit, verb: Verb) -> Result<()> {
    let read = permit.read();
    let who = facts::who(tx, read.reader())?;
    let mut fact = who.did(Fact::new(verb, tx.now(), tx.today()).about(read.post().id));
    fact.thread_id = Some(read.post().id.0);
    fact.group_id = Some(read.group());
    fact.visibility = read.visibility();
    if let Some(author) = read.author().filter(|author| *author != read.reader()) {
        fact = facts::who(tx, author)?.was_target(fact);
    }
    facts::record(tx, &fact)?;
    Ok(())
}
