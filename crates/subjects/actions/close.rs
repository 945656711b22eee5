//! The end of an action: closing, withdrawing, judging.

use crate::action::{Outcome, Standing, State};
use crate::permits::MayManage;
use crate::{open, store};
use database::Tx;
use language::{ActionId, Refusal, Result};

/// Closes an action before its time. What counts, and until when, stays as it was said
/// beforehand.
///
/// # Errors
/// Gone when it is not running or planned.
pub fn close(tx: &mut Tx<'_>, permit: &MayManage, id: ActionId) -> Result<()> {
    let now = tx.now();
    let action = store::find(tx, id)?;
    match action.standing(now) {
        // It ran for a moment at least: the schema holds that it closes after it opens.
        Standing::Running => {
            let at = now.max(action.opens_at.plus(1));
            store::end(tx, id, State::Closed, Some(at))?;
        }
        // What never opened has nothing to compare.
        Standing::Planned => store::end(tx, id, State::Withdrawn, None)?,
        Standing::Idea | Standing::Over | Standing::Withdrawn => return Err(Refusal::Gone.into()),
    }
    open::record(tx, permit, id)
}

/// Takes an action away: nobody but the managers sees it or its answers any more. An idea
/// goes the same way.
///
/// # Errors
/// Gone when it was withdrawn before.
pub fn withdraw(tx: &mut Tx<'_>, permit: &MayManage, id: ActionId) -> Result<()> {
    if store::find(tx, id)?.state == State::Withdrawn {
        return Err(Refusal::Gone.into());
    }
    store::end(tx, id, State::Withdrawn, None)?;
    open::record(tx, permit, id)
}

/// Judges every action whose window is over and that was not judged before: writes down
/// what the verdict rests on, so that it stands. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn judge_due(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    let due = store::unjudged(tx, now)?;
    for action in &due {
        let counted = if action.outcome == Outcome::ActiveDays {
            None
        } else {
            let outcomes = store::outcomes(tx, action)?;
            Some((outcomes.shown_did(), outcomes.held_did()))
        };
        // Known from when the window closed, however late somebody counts.
        store::judged(tx, action.id, action.window_ends(), counted)?;
    }
    Ok(due.len())
}
