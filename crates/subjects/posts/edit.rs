use crate::permits::MayEdit;
use crate::post::Draft;
use crate::store;
use database::Tx;
use language::{Carries, Fact, Refusal, Result, Verb};

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
