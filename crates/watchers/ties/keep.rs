//! Works the ties of a closed week out, once.

use crate::between::{self, Base, Cell};
use crate::network::{self, Network};
use crate::picture::strength;
use crate::store::{self, Week};
use database::Database;
use insight::GroupMinimum;
use insight::graph::Workers;
use language::{Day, Failure, Result};
use oversight::{Consent, Scope};
use rollups::{DepartmentTie, Window, closed_week_end};
use std::collections::HashMap;

/// Threads for the network of a large community; pages go first.
const THREADS: usize = 2;

/// What a week's figures are made from, read at one moment.
struct Material {
    floor: GroupMinimum,
    end: Day,
    bases: Vec<Base>,
    highest: HashMap<i64, i64>,
    /// Ties as `rollups` keeps them: cheap to read, and other when late facts came in.
    known: Vec<DepartmentTie>,
    kept: Option<Week>,
    consent: Option<Consent>,
}

/// Works out and keeps the ties of the last closed week, unless that was done. To be
/// called now and then, after `cockpit::keep_week`; does nothing twice. It reads without
/// holding up anybody, and writes briefly.
///
/// # Errors
/// A fault of the database.
pub fn keep(database: &Database) -> Result<()> {
    let today = database.now().day(&database.zone());
    forget_without_consent(database, today)?;
    let Some(material) = database.snapshot(|conn| material(conn, today))? else {
        return Ok(());
    };
    let print = between::fingerprint(&material.known, &material.bases, material.floor);
    if let Some(kept) = &material.kept
        && kept.fingerprint == print
    {
        if let Some(consent) = material.consent.filter(|_| !kept.has_network) {
            let network = analysed(database, &material, &consent, &kept.cells)?;
            database.write(|tx| store::write_network(tx, kept, &network))?;
        }
        return Ok(());
    }
    let group = |id: i64| material.highest.get(&id).copied().unwrap_or(0);
    let month = Window::month_to(material.end);
    let ties = database.read(|conn| rollups::exchange(conn, month, group))?;
    let round = match &material.kept {
        // What was shown stands as long as the difference could point at somebody.
        Some(kept) if !between::may_renew(&kept.cells, &ties, material.floor) => {
            return database.write(|tx| store::note_seen(tx, kept, print));
        }
        Some(kept) => kept.round + 1,
        None => 1,
    };
    let cells = between::protect(&ties, &material.bases, material.floor);
    let network = match &material.consent {
        Some(consent) => Some(analysed(database, &material, consent, &cells)?),
        None => None,
    };
    let week = Week {
        end: material.end,
        round,
        floor: material.floor.get(),
        fingerprint: print,
        whole: between::whole(&ties),
        cells,
        has_network: network.is_some(),
    };
    database.write(|tx| store::write(tx, &week, network.as_deref()))
}

/// Withdrawn or expired: what was counted with a consent goes, of every week.
fn forget_without_consent(database: &Database, today: Day) -> Result<()> {
    let stale = database.read(|conn| {
        let off = Consent::of(conn, Scope::Network, today)?.is_none();
        Ok(off && store::has_networks(conn)?)
    })?;
    if stale { database.write(store::forget_networks) } else { Ok(()) }
}

fn material(conn: &mut database::Conn, today: Day) -> Result<Option<Material>> {
    // Before set-up there is nothing to keep.
    let Some(floor) = store::floor(conn)? else { return Ok(None) };
    let standing = rollups::standing(conn, today)?;
    let end = closed_week_end(standing.day);
    let bases = store::bases(conn, end)?;
    if bases.is_empty() {
        // Reach shows no department yet, or none at all.
        return Ok(None);
    }
    let highest = store::highest(conn)?;
    Ok(Some(Material {
        floor,
        end,
        bases,
        known: rollups::department_ties(conn, Window::month_to(end))?,
        kept: store::week(conn, end)?,
        consent: Consent::of(conn, Scope::Network, today)?,
        highest,
    }))
}

/// The network of the week as it is kept: of pairs of departments only those that are
/// shown.
fn analysed(
    database: &Database,
    material: &Material,
    consent: &Consent,
    cells: &[Cell],
) -> Result<String> {
    let end = material.end;
    let group = |id: i64| material.highest.get(&id).copied().unwrap_or(0);
    // The list of ties goes before the analysis begins: of a large community it fills as
    // much memory as the network itself.
    let people = {
        let (rhythms, ties) =
            database.snapshot(|conn| Ok((rollups::rhythms(conn)?, rollups::ties(conn, end)?)))?;
        network::people(&rhythms, &ties, end, group)
    };
    let mut found = people.map_or_else(Network::default, |people| {
        network::analyse(consent, &people, material.floor, Workers::new(THREADS))
    });
    let is_shown = |id: &i64| cells.iter().any(|cell| cell.source == *id);
    found.inward.retain(is_shown);
    found.outward.retain(is_shown);
    found.leaning.retain(|(one, other)| strength(cells, *one, *other).is_some());
    serde_json::to_string(&found).map_err(|e| Failure::fault("write the network down", e))
}
