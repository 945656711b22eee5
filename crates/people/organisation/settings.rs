//! What can be changed of the community later.

use crate::permits::MayOrganise;
use crate::store;
use database::Tx;
use language::{Fact, ObjectKind, Refusal, Result, Verb};
use words::Lang;

/// Zones to choose from; any other of the IANA database can be typed.
pub const ZONES: &[&str] = &[
    "Europe/Amsterdam",
    "Europe/Brussels",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Lisbon",
    "Europe/Rome",
    "Europe/Warsaw",
    "Europe/Athens",
    "Europe/Istanbul",
    "Africa/Casablanca",
    "America/Curacao",
    "America/Aruba",
    "America/Paramaribo",
    "America/New_York",
    "Asia/Jakarta",
    "UTC",
];

/// The name under which the IANA database knows a zone; none when it does not.
pub fn zone(typed: &str) -> Option<String> {
    let zone = jiff::tz::TimeZone::get(typed.trim()).ok()?;
    zone.iana_name().filter(|name| name.len() <= 64).map(str::to_owned)
}

/// The settings of a community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Its name, 1 to 120 characters.
    pub name: String,
    /// Its first language.
    pub language: Lang,
    /// Its time zone.
    pub zone: String,
    /// The privacy floor k; it can only rise.
    pub floor: i32,
}

/// Changes the settings. Reload the house afterwards.
///
/// # Errors
/// [`Refusal::Conflict`] when the privacy floor would go down: what was promised
/// to people stays promised.
pub fn change(tx: &mut Tx<'_>, permit: &MayOrganise, new: &Settings) -> Result<()> {
    let old = store::settings(tx)?.ok_or(Refusal::NotFound)?;
    if new.floor < old.floor {
        return Err(Refusal::Conflict.into());
    }
    if *new == old {
        return Ok(());
    }
    store::update_settings(tx, new)?;
    let mut fact = Fact::new(Verb::Settings, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Community;
    fact.object_id = 1;
    let fact = facts::who(tx, permit.by())?.did(fact);
    facts::record(tx, &fact)?;
    let detail = format!("{old:?} -> {new:?}");
    sign_in::audit(tx, Some(permit.by()), "settings", None, &detail)
}
