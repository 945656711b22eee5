//! What must hold in the data, whatever happened: `noaber doctor` and the tests
//! after each story ask here.

mod store;

use blobs::Blobs;
use database::{Conn, Database};
use language::Result;

/// The name of a check, what is wrong, and what to say when nothing is.
pub type Check = (&'static str, Vec<String>, String);

/// Every check of the database: counters equal a recount, bounds hold, the
/// followers are up to date and their read models equal a recount of the log.
///
/// # Errors
/// A fault of the database.
pub fn all(conn: &mut Conn) -> Result<Vec<Check>> {
    let mut checks = Vec::new();
    for rule in store::RULES {
        let wrong = store::broken(conn, rule)?;
        let problems =
            if wrong == 0 { Vec::new() } else { vec![format!("{wrong} × {}", rule.wrong)] };
        checks.push((rule.name, problems, rule.fine.to_owned()));
    }
    let standing = facts::standing(conn)?;
    let late: Vec<String> = standing
        .iter()
        .filter(|s| s.trouble.is_some() || s.position < s.head)
        .map(|s| {
            let why = s.trouble.as_deref().unwrap_or("behind");
            format!("{} stands at {} of {}: {why}", s.name, s.position, s.head)
        })
        .collect();
    checks.push(("followers", late, format!("{} followers are up to date", standing.len())));
    let differences = rollups::recount(conn)?;
    let problems: Vec<String> =
        differences.iter().take(5).map(|difference| format!("{difference:?}")).collect();
    checks.push(("rollups", problems, "read models equal a recount of the log".to_owned()));
    let (wrong, count) = reports::check(conn)?;
    checks.push(("reports", wrong, format!("{count} reports say what they said")));
    Ok(checks)
}

/// Every file that a row names is there, and no other.
///
/// # Errors
/// A fault of the database or the folder.
pub fn files(database: &Database, files: &Blobs) -> Result<(Vec<String>, String)> {
    let named = database.read(store::named_files)?;
    let there: std::collections::HashSet<String> = files
        .list()
        .map_err(|e| language::Failure::fault("list the files", e))?
        .iter()
        .map(ToString::to_string)
        .collect();
    let missing = named.iter().filter(|name| !there.contains(*name)).count();
    let problems =
        if missing == 0 { Vec::new() } else { vec![format!("{missing} files are missing")] };
    Ok((problems, format!("{} files, all there", named.len())))
}
