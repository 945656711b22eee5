//! What people do under a post.

use crate::permits::{MayAccept, MayRead};
use crate::store;
use comments::{Draft, Said};
use database::Tx;
use language::{Carries, CommentId, Fact, Refusal, Result, Verb};
use reactions::{Change, Word};

/// Says something under a post.
///
/// # Errors
/// Not allowed when the thread is closed.
pub fn answer(tx: &mut Tx<'_>, permit: &MayRead, draft: &Draft) -> Result<Said> {
    let said = comments::say(tx, permit, permit.reader(), draft)?;
    if matches!(said, Said::New(_)) {
        store::count_comments(tx, permit.post().id, 1)?;
        store::mark_read(tx, permit.reader(), permit.post().id, tx.now())?;
    }
    Ok(said)
}

/// Takes a comment away.
///
/// # Errors
/// Gone when it was taken away before.
pub fn withdraw_comment(
    tx: &mut Tx<'_>,
    permit: &MayRead,
    comment: &comments::MayEdit,
    id: CommentId,
) -> Result<()> {
    comments::withdraw(tx, permit, comment)?;
    store::count_comments(tx, permit.post().id, -1)?;
    store::unaccept(tx, permit.post().id, id)
}

/// Gives a reaction to a post, or takes it back.
///
/// # Errors
/// Not allowed when the thread is closed.
pub fn react_to_post(tx: &mut Tx<'_>, permit: &MayRead, word: Word) -> Result<Change> {
    let post = permit.post();
    let change =
        reactions::react(tx, permit, permit.subject(), post.author, permit.reader(), word)?;
    store::count_reactions(tx, post.id, change.amount())?;
    Ok(change)
}

/// Gives a reaction to a comment under a post, or takes it back.
///
/// # Errors
/// Not found when the comment is not under this post.
pub fn react_to_comment(
    tx: &mut Tx<'_>,
    permit: &MayRead,
    comment: CommentId,
    word: Word,
) -> Result<Change> {
    let found = comments::find(tx, permit.subject(), comment)?;
    let to = comment.into();
    let change = reactions::react(tx, permit, to, found.author, permit.reader(), word)?;
    comments::count_reactions(tx, comment, change.amount())?;
    Ok(change)
}

/// Says that this answer helped; the same again takes it back.
///
/// # Errors
/// Not found when the comment is not under this post.
pub fn accept(tx: &mut Tx<'_>, permit: &MayAccept, comment: CommentId) -> Result<()> {
    let read = permit.read();
    let found = comments::find(tx, read.subject(), comment)?;
    if found.parent.is_some() {
        return Err(Refusal::NotAllowed.into());
    }
    let post = read.post();
    if post.accepted == Some(comment) {
        return store::unaccept(tx, post.id, comment);
    }
    store::accept(tx, post.id, comment, read.reader())?;
    let who = facts::who(tx, read.reader())?;
    let mut fact = who.did(Fact::new(Verb::AcceptAnswer, tx.now(), tx.today()).about(comment));
    fact.thread_id = Some(post.id.0);
    fact.group_id = Some(read.group());
    fact.visibility = read.visibility();
    if let Some(author) = found.author {
        fact = facts::who(tx, author)?.was_target(fact);
    }
    facts::record(tx, &fact)?;
    Ok(())
}
