//! What imports do while a page waits for them: one at a time, in a thread of its own. Who goes
//! away and comes back finds it as far as it is; after a restart a check begins anew, and what was
//! being published is either in or not.

use crate::{Progress, Report};
use language::{Failure, ImportId, Moment, PersonId, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use web::House;
use words::Lang;

/// So many outcomes are remembered; the oldest goes first, and its check is made anew.
const REMEMBERED: usize = 12;
/// Pages hear of progress at most this often, in microseconds.
const BEAT: i64 = Moment::SECOND;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doing {
    /// Reading and checking, to show what would change.
    Check,
    /// Publishing what was shown.
    Publish,
    /// Taking back.
    Undo,
}

/// Something under way.
#[derive(Debug, Clone)]
pub(crate) struct Running {
    pub id: ImportId,
    pub by: PersonId,
    pub file: String,
    pub doing: Doing,
    /// None until the first word of it.
    pub progress: Option<Progress>,
}

/// How it ended.
#[derive(Debug, Clone)]
pub(crate) enum Outcome {
    /// It was read: this would happen.
    Shown {
        report: Arc<Report>,
        lang: Lang,
        /// The outcome was another one when it was to be published.
        moved: bool,
    },
    /// It is in the community.
    Published(Arc<Report>),
    /// It did not work, and nothing has changed; the number stands in the log too.
    Failed(String),
}

/// The one place at which imports are worked on.
#[derive(Default)]
pub(crate) struct Desk {
    state: Mutex<State>,
    ended: Condvar,
}

#[derive(Default)]
struct State {
    running: Option<Running>,
    /// When pages last heard of it.
    told: Option<Moment>,
    outcomes: Vec<(ImportId, Outcome)>,
    /// Who waits for their turn, and with what.
    waiting: Vec<(PersonId, ImportId)>,
}

/// The topic of an import on open pages.
pub(crate) fn topic(id: ImportId) -> String {
    format!("import-{id}")
}

impl Desk {
    fn state(&self) -> MutexGuard<'_, State> {
        // The state is changed in single steps: a panic leaves it whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is under way.
    pub(crate) fn running(&self) -> Option<Running> {
        self.state().running.clone()
    }

    /// How the last work on an import ended.
    pub(crate) fn outcome(&self, id: ImportId) -> Option<Outcome> {
        let state = self.state();
        state.outcomes.iter().rev().find(|(of, _)| *of == id).map(|(_, outcome)| outcome.clone())
    }

    /// Forgets how it ended: the next look begins anew.
    pub(crate) fn forget(&self, id: ImportId) {
        self.state().outcomes.retain(|(of, _)| *of != id);
    }

    /// Somebody waits for their turn and is told when the desk is free.
    pub(crate) fn wait_for_turn(&self, who: PersonId, id: ImportId) {
        let mut state = self.state();
        state.waiting.retain(|waiting| *waiting != (who, id));
        state.waiting.push((who, id));
    }

    /// Begins something, unless something else is under way: false then.
    ///
    /// # Errors
    /// A fault when the system gives no thread.
    pub(crate) fn begin(
        self: &Arc<Self>,
        house: &Arc<House>,
        running: Running,
        work: impl FnOnce(&House, &mut dyn FnMut(Progress)) -> Result<Option<Outcome>> + Send + 'static,
    ) -> Result<bool> {
        let id = running.id;
        {
            let mut state = self.state();
            if state.running.is_some() {
                return Ok(false);
            }
            state.outcomes.retain(|(of, _)| *of != id);
            state.running = Some(running);
            state.told = None;
        }
        let (desk, house) = (Arc::clone(self), Arc::clone(house));
        let started = std::thread::Builder::new().name("import".into()).spawn({
            let (desk, house) = (Arc::clone(&desk), Arc::clone(&house));
            move || {
                let mut tell = |progress| desk.tell(&house, progress);
                let ended = catch_unwind(AssertUnwindSafe(|| work(&house, &mut tell)));
                let outcome = match ended {
                    Ok(Ok(outcome)) => outcome,
                    Ok(Err(failure)) => Some(failed(&house, &failure)),
                    // The hook has logged the panic.
                    Err(_) => Some(Outcome::Failed(String::new())),
                };
                desk.end(&house, outcome);
            }
        });
        match started {
            Ok(_) => Ok(true),
            Err(e) => {
                desk.end(&house, None);
                Err(Failure::fault("begin an import", e))
            }
        }
    }

    /// Waits until the work on an import has ended, at most so long.
    pub(crate) fn wait(&self, id: ImportId, most: Duration) {
        let busy = |state: &mut State| state.running.as_ref().is_some_and(|r| r.id == id);
        // How it is by then is looked up by the caller.
        let _ = self.ended.wait_timeout_while(self.state(), most, busy);
    }

    fn tell(&self, house: &House, progress: Progress) {
        let now = house.now();
        let mut state = self.state();
        let due = state.told.is_none_or(|told| now.since(told) >= BEAT);
        let Some(running) = &mut state.running else { return };
        let turned = running.progress.is_some_and(|before| !same_step(before, progress));
        running.progress = Some(progress);
        let (by, id) = (running.by, running.id);
        if due || turned {
            state.told = Some(now);
            drop(state);
            house.tell(by, &topic(id));
        }
    }

    fn end(&self, house: &House, outcome: Option<Outcome>) {
        let mut state = self.state();
        let Some(running) = state.running.take() else { return };
        if let Some(outcome) = outcome {
            state.outcomes.push((running.id, outcome));
            if state.outcomes.len() > REMEMBERED {
                state.outcomes.remove(0);
            }
        }
        let mut told = std::mem::take(&mut state.waiting);
        drop(state);
        self.ended.notify_all();
        told.push((running.by, running.id));
        for (who, id) in told {
            house.tell(who, &topic(id));
        }
    }
}

fn same_step(a: Progress, b: Progress) -> bool {
    matches!(
        (a, b),
        (Progress::Reading { .. }, Progress::Reading { .. })
            | (Progress::Publishing { .. }, Progress::Publishing { .. })
    )
}

/// What the page says of a failure. A fault is logged under the number that the page shows.
fn failed(house: &House, failure: &Failure) -> Outcome {
    match failure {
        Failure::Problems(problems) => {
            Outcome::Failed(problems.0.first().map_or_else(String::new, |p| p.message.clone()))
        }
        Failure::Refusal(_) => Outcome::Failed(String::new()),
        Failure::Fault(fault) => {
            let number = format!("{:08x}", house.database.environment().random().number() >> 32);
            tracing::error!(number, doing = fault.doing, cause = %fault.cause, "an import failed");
            Outcome::Failed(number)
        }
    }
}
