//! What people do under a post.

use crate::permits::{MayAccept, MayRead};
use crate::store;
use comments::{Draft, Said};
use database::Tx;
use language::{Carries, CommentId, Fact, FactId, PersonId, Refusal, Result, Verb};
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

/// Says that this answer helped; the same again takes it back. One answer at most.
///
/// # Errors
/// Not found when the comment is not under this post.
pub fn accept(tx: &mut Tx<'_>, permit: &MayAccept, comment: CommentId) -> Result<()> {
    let read = permit.read();
    let post = read.post();
    // Read anew: the permit may be older than another click.
    let earlier = store::hold_accepted(tx, post.id)?;
    let found = comments::find(tx, read.subject(), comment)?;
    if found.parent.is_some() {
        return Err(Refusal::NotAllowed.into());
    }
    if let Some(earlier) = earlier {
        store::unaccept(tx, post.id, earlier)?;
        let corrects = store::last_accept(tx, earlier)?;
        // A retraction that names no fact would take back the answer itself.
        let verb = if corrects.is_some() { Verb::Retract } else { Verb::Edit };
        note(tx, read, verb, earlier, None, corrects)?;
        if earlier == comment {
            return Ok(());
        }
    }
    store::accept(tx, post.id, comment, read.reader())?;
    note(tx, read, Verb::AcceptAnswer, comment, found.author, None)
}

fn note(
    tx: &mut Tx<'_>,
    read: &MayRead,
    verb: Verb,
    comment: CommentId,
    author: Option<PersonId>,
    corrects: Option<FactId>,
) -> Result<()> {
    let who = facts::who(tx, read.reader())?;
    let mut fact = who.did(Fact::new(verb, tx.now(), tx.today()).about(comment));
    fact.thread_id = Some(read.post().id.0);
    fact.group_id = Some(read.group());
    fact.visibility = read.visibility();
    fact.corrects = corrects;
    if let Some(author) = author {
        fact = facts::who(tx, author)?.was_target(fact);
    }
    facts::record(tx, &fact)?;
    Ok(())
}
