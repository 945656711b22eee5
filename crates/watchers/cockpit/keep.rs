//! What the cockpit does when nobody looks.

use crate::{departments, store};
use database::Database;
use insight::GroupMinimum;
use language::Result;
use words::Lang;

/// Closes the week and writes down what may be shown of it, so that the next months
/// have something to be compared with. To be called now and then; does nothing twice.
///
/// # Errors
/// A fault of the database.
pub fn keep_week(database: &Database) -> Result<()> {
    // Before set-up there is nothing to keep.
    let Some(floor) = database.read(store::floor)? else { return Ok(()) };
    let floor = u64::try_from(floor).ok().and_then(|people| GroupMinimum::new(people).ok());
    let today = database.now().day(&database.zone());
    // The language only names departments, which are not kept.
    departments::by_department(database, Lang::Nl, today, floor.unwrap_or_default())?;
    Ok(())
}
