//! What somebody says of themselves.

use crate::permits::MayEditSelf;
use crate::store;
use database::Tx;
use language::{Fact, ObjectKind, PersonId, Result, Verb};
use words::Lang;

/// The longest name in a form, in characters.
pub const LONGEST_NAME: usize = 80;
/// The longest text about oneself, in characters.
pub const LONGEST_ABOUT: usize = 2_000;

/// A profile as its owner fills it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The name, on one line.
    pub name: String,
    /// A few sentences, as Markdown.
    pub about: String,
    /// The language of pages and mails.
    pub language: Lang,
}

/// Saves a profile.
///
/// # Errors
/// A fault of the database.
pub fn save(tx: &mut Tx<'_>, permit: &MayEditSelf, profile: &Profile) -> Result<()> {
    store::set_profile(tx, permit.person(), profile)?;
    changed(tx, permit.person(), permit.person())
}

/// Says whether somebody objects to what is computed per person (SCIENCE.md §14).
/// They stay in counts; they leave every model that has persons in it.
///
/// # Errors
/// A fault of the database.
pub fn object(tx: &mut Tx<'_>, permit: &MayEditSelf, objects: bool) -> Result<()> {
    let person = permit.person();
    if store::set_objected(tx, person, objects)? {
        let verb = if objects { Verb::OptOut } else { Verb::OptIn };
        let mut fact = Fact::new(verb, tx.now(), tx.today());
        fact.object_kind = ObjectKind::Person;
        let who = facts::who(tx, person)?;
        facts::record(tx, &who.was_target(who.did(fact)))?;
    }
    Ok(())
}

/// Records that something about a person changed.
pub(crate) fn changed(tx: &mut Tx<'_>, by: PersonId, about: PersonId) -> Result<()> {
    let mut fact = Fact::new(Verb::PersonChange, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Person;
    let actor = facts::who(tx, by)?;
    let target = facts::who(tx, about)?;
    facts::record(tx, &target.was_target(actor.did(fact)))?;
    Ok(())
}
