//! What the cockpit does when nobody looks.

use crate::{alarms, content, departments, health, phase, store, talk, tiers};
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
    let Some((floor, team_marked)) = database.read(store::community)? else { return Ok(()) };
    let floor = u64::try_from(floor).ok().and_then(|people| GroupMinimum::new(people).ok());
    let floor = floor.unwrap_or_default();
    let today = database.now().day(&database.zone());
    let today = database.read(|conn| rollups::standing(conn, today))?.day;
    // The language only names departments, which are not kept.
    departments::by_department(database, Lang::Nl, today, floor)?;
    // What takes long waits until the read models hold all there is.
    if database.read(rollups::caught_up)? {
        // One that fails keeps no other from its work.
        let all = [
            tiers::keep(database, today, floor),
            phase::keep(database, today, team_marked),
            alarms::keep(database, today),
            talk::keep(database, today),
            content::keep(database, today, floor),
            health::keep(database, today, floor),
        ];
        all.into_iter().collect::<Result<()>>()?;
    }
    Ok(())
}
