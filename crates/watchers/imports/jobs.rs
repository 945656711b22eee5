//! What a page begins and the desk does: checking, publishing, taking back.

use crate::desk::{Desk, Doing, Outcome, Running};
use crate::report::Report;
use crate::uploads::{self, Waiting};
use crate::{publish, stage, undo};
use language::{Failure, ImportId, PersonId, Refusal, Result};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use web::House;
use words::Lang;

/// So often publishing looks again because the community changed under it.
const ATTEMPTS: usize = 3;

/// A mark of what was shown.
pub(crate) fn mark(report: &Report) -> String {
    Sha256::digest(report.to_json().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The one desk of the house.
pub(crate) fn desk(house: &House) -> Arc<Desk> {
    house.shelf.of()
}

/// Begins to read and check a waiting file; false when something else is under way.
pub(crate) fn check(
    house: &Arc<House>,
    waiting: &Waiting,
    by: PersonId,
    lang: Lang,
) -> Result<bool> {
    let (id, file) = (waiting.id, waiting.file.clone());
    let running = Running { id, by, file, doing: Doing::Check, progress: None };
    let waiting = waiting.clone();
    desk(house).begin(house, running, move |house, progress| {
        let scratch = &house.settings.scratch;
        let options = waiting.options(scratch, lang);
        let staged =
            stage(&house.database, waiting.kind, &waiting.path(scratch), &options, progress)?;
        let report = Arc::new(staged.report);
        Ok(Some(Outcome::Shown { report, lang, moved: false }))
    })
}

/// Begins to publish a waiting file, of which `shown` was shown; false when something else is
/// under way. The file is read again: what would now be another outcome is shown anew instead.
pub(crate) fn publish_shown(
    house: &Arc<House>,
    waiting: &Waiting,
    by: PersonId,
    lang: Lang,
    shown: String,
) -> Result<bool> {
    let (id, file) = (waiting.id, waiting.file.clone());
    let running = Running { id, by, file, doing: Doing::Publish, progress: None };
    let waiting = waiting.clone();
    desk(house).begin(house, running, move |house, progress| {
        let scratch = &house.settings.scratch;
        let options = waiting.options(scratch, lang);
        let path = waiting.path(scratch);
        for _ in 0..ATTEMPTS {
            let staged = stage(&house.database, waiting.kind, &path, &options, progress)?;
            if mark(&staged.report) != shown {
                let report = Arc::new(staged.report);
                return Ok(Some(Outcome::Shown { report, lang, moved: true }));
            }
            match publish(&house.database, staged, &options, progress) {
                Ok(report) => {
                    uploads::remove(scratch, id);
                    return Ok(Some(Outcome::Published(Arc::new(report))));
                }
                Err(Failure::Refusal(Refusal::Conflict)) => {}
                // It was published or left meanwhile.
                Err(Failure::Refusal(Refusal::Gone)) => return Ok(None),
                Err(other) => return Err(other),
            }
        }
        Err(Failure::Refusal(Refusal::Conflict))
    })
}

/// Begins to take an import back; false when something else is under way.
pub(crate) fn take_back(
    house: &Arc<House>,
    id: ImportId,
    file: &str,
    by: PersonId,
) -> Result<bool> {
    let running = Running { id, by, file: file.to_owned(), doing: Doing::Undo, progress: None };
    desk(house).begin(house, running, move |house, progress| {
        match undo(&house.database, id, Some(by), progress) {
            // The page says what stands in the way, or that it was done before.
            Ok(()) | Err(Failure::Refusal(Refusal::Conflict)) => Ok(None),
            Err(other) => Err(other),
        }
    })
}
