use crate::store;
use crate::word::Word;
use database::Tx;
use language::{Carries, Fact, PersonId, Refusal, Result, Subject, Verb};

/// Each try that fails is a click of somebody else that was done.
const MOST_TRIES: usize = 50;

/// What became of a reaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Given.
    Given,
    /// Taken back.
    TakenBack,
}

impl Change {
    /// What the number of reactions changes by.
    pub fn amount(self) -> i32 {
        match self {
            Self::Given => 1,
            Self::TakenBack => -1,
        }
    }
}

/// Gives a reaction, or takes it back when it was given before. `on` is the
/// subject of the thread, `to` what the reaction is for (the subject itself or a
/// comment under it) and `author` who made that. The caller keeps the counter.
///
/// # Errors
/// Not allowed when nothing may be added.
pub fn react(
    tx: &mut Tx<'_>,
    on: &dyn Carries,
    to: Subject,
    author: Option<PersonId>,
    by: PersonId,
    word: Word,
) -> Result<Change> {
    if !on.is_open() {
        return Err(Refusal::NotAllowed.into());
    }
    let change = toggle(tx, to, by, word)?;
    let verb = match change {
        Change::Given => Verb::React,
        Change::TakenBack => Verb::Retract,
    };
    let who = facts::who(tx, by)?;
    let mut fact = who.did(Fact::new(verb, tx.now(), tx.today()).about(to));
    fact.thread_id = Some(on.subject().id);
    fact.group_id = Some(on.group());
    fact.visibility = on.visibility();
    if let Some(author) = author.filter(|author| *author != by) {
        fact = facts::who(tx, author)?.was_target(fact);
    }
    if change == Change::TakenBack {
        // Says which fact it takes back: the object alone could be the post's own.
        fact.corrects = store::last_given(tx, &fact)?;
        if fact.corrects.is_none() {
            // A reaction that the log never heard of: a retraction that names no fact
            // would take back the thing itself.
            fact.verb = Verb::Edit;
        }
    }
    facts::record(tx, &fact)?;
    Ok(change)
}

/// Gives or takes back. Of two clicks at once the second may find a reaction that is
/// gone when it comes to take it back: then it gives one.
fn toggle(tx: &mut Tx<'_>, to: Subject, by: PersonId, word: Word) -> Result<Change> {
    for _ in 0..MOST_TRIES {
        if store::give(tx, to, by, word)? {
            return Ok(Change::Given);
        }
        if store::take_back(tx, to, by, word)? {
            return Ok(Change::TakenBack);
        }
    }
    Err(Refusal::Conflict.into())
}
