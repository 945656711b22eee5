//! The beginning of a community, once.

use crate::store;
use database::Tx;
use language::{
    Fact, GroupId, ObjectKind, PersonId, PersonState, Problems, Refusal, Result, Role, Verb,
};
use sign_in::accounts::{self, NewAccount};
use sign_in::password::Hash;
use words::Lang;

/// What a community begins with.
#[derive(Debug, Clone)]
pub struct SetUp<'a> {
    /// Its name, 1 to 120 characters.
    pub name: &'a str,
    /// Its first language.
    pub language: Lang,
    /// Its time zone, a name of the IANA database that [`crate::settings::zone`] knows.
    pub zone: &'a str,
    /// The privacy floor k, at least 5.
    pub floor: i32,
    /// The first manager.
    pub manager: Manager<'a>,
}

/// The first manager, who becomes administrator.
#[derive(Debug, Clone)]
pub struct Manager<'a> {
    /// Their name.
    pub name: &'a str,
    /// The address they sign in with.
    pub email: text::Email,
    /// Their password.
    pub password: Hash,
}

/// Begins the community: its row with the seed of every later draw, the group of
/// everybody, and the first manager in it.
///
/// # Errors
/// [`Refusal::Conflict`] when there is a community already, a problem of the field
/// `community` when its name is none.
pub fn set_up(tx: &mut Tx<'_>, new: SetUp<'_>) -> Result<PersonId> {
    if store::is_set_up(tx)? {
        return Err(Refusal::Conflict.into());
    }
    let name = text::name(new.name, 120)
        .map_err(|problem| Problems::one("community", problem.say(new.language)))?;
    let new = SetUp { name: &name, ..new };
    let seed = i64::from_le_bytes(tx.environment().random().number().to_le_bytes());
    // Two at once: the key of the one row lets the second fail.
    store::insert_community(tx, &new, seed)?;
    let (name, slug) = match new.language {
        Lang::Nl => ("Iedereen", "iedereen"),
        Lang::En => ("Everyone", "everyone"),
    };
    let commons = GroupId(tx.new_id());
    store::insert_commons(tx, commons, name, slug)?;
    let manager = accounts::create(
        tx,
        &NewAccount {
            email: Some(new.manager.email),
            password: Some(new.manager.password),
            role: Role::Administrator,
            language: Some(new.language),
            state: PersonState::Active,
            ..NewAccount::placeholder(new.manager.name)
        },
    )?;
    let mut fact = Fact::new(Verb::Settings, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Community;
    fact.object_id = 1;
    let fact = facts::who(tx, manager)?.did(fact);
    facts::record(tx, &fact)?;
    sign_in::audit(tx, Some(manager), "set up", Some(manager), new.name)?;
    Ok(manager)
}
