//! Answering an action, and taking that back.

use crate::action::{Action, AnswerKind};
use crate::permits::{MayAnswer, MayTakeBack};
use crate::{store, w};
use database::Tx;
use language::{AnswerId, Fact, Problems, Refusal, Result, Verb};
use pictures::NewPicture;
use words::Lang;

/// The longest answer, in characters.
pub const MOST_ANSWER: usize = 280;

/// An answer that may be kept.
#[derive(Debug, Clone)]
pub struct Given {
    pub(crate) choice: Option<i32>,
    pub(crate) body: String,
    pub(crate) picture: Option<NewPicture>,
}

impl Given {
    /// Checks an answer to this action: the button, the text or the picture it asks for.
    ///
    /// # Errors
    /// Problems of the fields `choice`, `answer` and `picture`.
    pub fn new(
        lang: Lang,
        action: &Action,
        choice: Option<i32>,
        text: &str,
        picture: Option<NewPicture>,
    ) -> Result<Self> {
        let body = text.trim().replace('\0', "");
        let length = body.chars().count();
        if length > MOST_ANSWER {
            return Err(Problems::one("answer", w::too_long(lang, length, MOST_ANSWER)));
        }
        let mut given = Self { choice: None, body: String::new(), picture: None };
        match action.kind {
            AnswerKind::Tap | AnswerKind::Choice => {
                let known = choice.filter(|number| action.label(*number).is_some());
                // A single button may come without its number.
                let only = (action.kind == AnswerKind::Tap).then_some(1);
                given.choice = known.or(only);
                if given.choice.is_none() {
                    return Err(Problems::one("choice", w::problem_choose(lang)));
                }
            }
            AnswerKind::Text => {
                if body.is_empty() {
                    return Err(Problems::one("answer", w::problem_answer(lang)));
                }
                given.body = body;
            }
            AnswerKind::Picture => {
                // Whoever has no photo may tell it.
                if picture.is_none() && body.is_empty() {
                    return Err(Problems::one("picture", w::problem_picture(lang)));
                }
                given.body = body;
                given.picture = picture;
            }
        }
        Ok(given)
    }
}

/// What came of answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// A new answer.
    New(AnswerId),
    /// They answered before: that answer stands.
    Before(AnswerId),
}

/// Answers an action. Everybody answers once; who took an answer back may give another.
///
/// # Errors
/// A fault of the database.
pub fn answer(tx: &mut Tx<'_>, permit: &MayAnswer, given: &Given) -> Result<Answered> {
    let action = permit.action().id;
    let by = permit.by();
    // A new id also when an earlier answer was taken back: in the log that retraction
    // must not take this one with it.
    let id = AnswerId(tx.new_id());
    if !store::insert_answer(tx, id, action, by, given)? {
        return Ok(Answered::Before(store::answer_of(tx, action, by)?));
    }
    store::count_answers(tx, action, 1)?;
    if let Some(picture) = &given.picture {
        pictures::attach(tx, id.into(), by, picture, &given.body)?;
    }
    let arm = store::arm_of(tx, action, by)?;
    let who = facts::who(tx, by)?;
    let mut fact = who.did(Fact::new(Verb::Answer, tx.now(), tx.today()).about(id));
    fact.thread_id = Some(action.0);
    fact.action_id = Some(action);
    fact.arm = arm;
    facts::record(tx, &fact)?;
    Ok(Answered::New(id))
}

/// Takes an answer away.
///
/// # Errors
/// Gone when it was taken away before.
pub fn take_back(tx: &mut Tx<'_>, permit: &MayTakeBack) -> Result<()> {
    if !store::withdraw_answer(tx, permit.answer())? {
        return Err(Refusal::Gone.into());
    }
    store::count_answers(tx, permit.action(), -1)?;
    let who = facts::who(tx, permit.by())?;
    let mut fact = who.did(Fact::new(Verb::Retract, tx.now(), tx.today()).about(permit.answer()));
    fact.thread_id = Some(permit.action().0);
    fact.action_id = Some(permit.action());
    facts::record(tx, &fact)?;
    Ok(())
}
