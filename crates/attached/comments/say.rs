use crate::comment::Draft;
use crate::store;
use database::Tx;
use language::{Carries, CommentId, Fact, PersonId, Refusal, Result, Verb};

/// What came of saying something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A new comment.
    New(CommentId),
    /// The same form came before: this comment stands already.
    Before(CommentId),
}

impl Said {
    /// The comment.
    pub fn id(self) -> CommentId {
        match self {
            Self::New(id) | Self::Before(id) => id,
        }
    }
}

/// Says something under a subject. The caller keeps the subject's counter when it is new.
///
/// # Errors
/// Not allowed when the subject takes nothing more; not found when the comment
/// that it answers is not under the same subject.
pub fn say(tx: &mut Tx<'_>, on: &dyn Carries, by: PersonId, draft: &Draft) -> Result<Said> {
    if !on.is_open() {
        return Err(Refusal::NotAllowed.into());
    }
    let subject = on.subject();
    if let Some(earlier) = before(tx, by, draft)? {
        return Ok(Said::Before(earlier));
    }
    let mut answered = on.author();
    if let Some(parent) = draft.parent {
        let parent = store::find(tx, subject, parent)?;
        answered = parent.author;
    }
    let Some(id) = store::insert(tx, subject, by, draft)? else {
        return Ok(Said::Before(before(tx, by, draft)?.ok_or(Refusal::Conflict)?));
    };
    let who = facts::who(tx, by)?;
    let mut fact = who.did(Fact::new(Verb::Reply, tx.now(), tx.today()).about(id));
    fact.thread_id = Some(subject.id);
    fact.group_id = Some(on.group());
    fact.visibility = on.visibility();
    if let Some(answered) = answered.filter(|person| *person != by) {
        fact = facts::who(tx, answered)?.was_target(fact);
    }
    facts::record(tx, &fact)?;
    Ok(Said::New(id))
}

/// The comment of the same form, when it came before.
fn before(tx: &mut Tx<'_>, by: PersonId, draft: &Draft) -> Result<Option<CommentId>> {
    draft.key.as_deref().map_or(Ok(None), |key| store::by_key(tx, by, key))
}
