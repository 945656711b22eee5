//! What came of actions, for who tells of them elsewhere.

use crate::action::{Action, Outcome, State};
use crate::judge::{Judgement, Outcomes, judge};
use crate::{show, store};
use database::Conn;
use insight::GroupMinimum;
use language::{ActionId, Moment, Result};
use words::Lang;

/// An action with what came of it.
#[derive(Debug, Clone)]
pub struct Told {
    /// Its id.
    pub id: ActionId,
    /// What the manager calls it.
    pub title: String,
    /// When it opened.
    pub opened_at: Moment,
    /// When its window was over.
    pub over_at: Moment,
    /// Whether everybody was in it, and not some departments.
    pub everybody: bool,
    /// What the verdict rests on: those asked and those held back, how many reached the
    /// outcome, of how many. None where a small number would show.
    pub counted: Option<((u64, u64), (u64, u64))>,
    action: Action,
    judgement: Option<Judgement>,
}

impl Told {
    /// The verdict in one honest sentence; none before the window is over, or where it
    /// would tell of a few people of a department.
    pub fn sentence(&self, lang: Lang) -> Option<String> {
        let judgement = self.judgement.as_ref()?;
        let counts = matches!(judgement, Judgement::NothingToCompare { .. });
        if counts && self.counted.is_none() && !self.everybody {
            return None;
        }
        Some(show::sentence(lang, &self.action, judgement))
    }
}

fn safe((did, of): (u64, u64), floor: GroupMinimum) -> bool {
    !floor.too_few(of) && !floor.too_few(did) && !floor.too_few(of.saturating_sub(did))
}

/// Actions whose window was over between two moments, the last one first; counts only
/// where none is of 1 to k − 1 people.
///
/// # Errors
/// A fault of the database.
pub fn told(conn: &mut Conn, from: Moment, to: Moment, floor: GroupMinimum) -> Result<Vec<Told>> {
    let over = store::all(conn)?.into_iter().filter(|action| {
        matches!(action.state, State::Open | State::Closed)
            && (from..to).contains(&action.window_ends())
    });
    let mut all = Vec::new();
    for action in over {
        let outcomes = match action.counted {
            Some((shown, held)) => Outcomes::counted(shown, held),
            None => store::outcomes(conn, &action)?,
        };
        let judgement = judge(&outcomes, action.outcome, action.held_percent).ok();
        let counted = (outcomes.shown_did(), outcomes.held_did());
        let shown = action.outcome != Outcome::ActiveDays
            && safe(counted.0, floor)
            && (action.held_percent == 0 || safe(counted.1, floor));
        all.push(Told {
            id: action.id,
            title: action.title.clone(),
            opened_at: action.opens_at,
            over_at: action.window_ends(),
            everybody: action.audience.is_empty(),
            counted: shown.then_some(counted),
            judgement,
            action,
        });
    }
    all.sort_by_key(|one| (std::cmp::Reverse(one.over_at), one.id));
    Ok(all)
}
