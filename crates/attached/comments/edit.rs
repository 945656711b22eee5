use crate::comment::{Comment, Draft};
use crate::store;
use database::Tx;
use language::{Carries, CommentId, Fact, PersonId, Refusal, Result, Role, Verb};

/// The right to change or take away one comment.
#[derive(Debug)]
pub struct MayEdit {
    comment: CommentId,
    author: Option<PersonId>,
    by: PersonId,
    own: bool,
}

impl MayEdit {
    /// Authors change their own comments; moderators and up may take away others'.
    ///
    /// # Errors
    /// Not found when it is not under this subject, not allowed otherwise.
    pub fn of(comment: &Comment, on: &dyn Carries, by: PersonId, role: Role) -> Result<Self> {
        if comment.subject != on.subject() {
            return Err(Refusal::NotFound.into());
        }
        let own = comment.author == Some(by);
        if !own && role < Role::Moderator {
            return Err(Refusal::NotAllowed.into());
        }
        Ok(Self { comment: comment.id, author: comment.author, by, own })
    }
}

/// Changes the text of a comment; only its author does.
///
/// # Errors
/// Not allowed for others.
pub fn edit(tx: &mut Tx<'_>, on: &dyn Carries, permit: &MayEdit, draft: &Draft) -> Result<()> {
    if !permit.own {
        return Err(Refusal::NotAllowed.into());
    }
    store::change(tx, permit.comment, draft)?;
    record(tx, on, permit, Verb::Edit)
}

/// Takes a comment away. The caller keeps the subject's counter.
///
/// # Errors
/// Gone when it was taken away before.
pub fn withdraw(tx: &mut Tx<'_>, on: &dyn Carries, permit: &MayEdit) -> Result<()> {
    if store::withdraw(tx, permit.comment)? == 0 {
        return Err(Refusal::Gone.into());
    }
    record(tx, on, permit, Verb::Retract)
}

fn record(tx: &mut Tx<'_>, on: &dyn Carries, permit: &MayEdit, verb: Verb) -> Result<()> {
    let who = facts::who(tx, permit.by)?;
    let mut fact = who.did(Fact::new(verb, tx.now(), tx.today()).about(permit.comment));
    fact.thread_id = Some(on.subject().id);
    fact.group_id = Some(on.group());
    fact.visibility = on.visibility();
    if let Some(author) = permit.author.filter(|author| *author != permit.by) {
        fact = facts::who(tx, author)?.was_target(fact);
    }
    facts::record(tx, &fact)?;
    Ok(())
}
