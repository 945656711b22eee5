//! Making accounts without a browser: for the command line, demonstrations,
//! set-up and tests. Who calls these is trusted; pages go through permits.

use crate::password::Hash;
use crate::sessions::{self, Entered};
use crate::store::{self, NewPerson};
use crate::tokens::{self, Purpose};
use database::{Conn, Tx};
use language::{
    Audience, DepartmentId, Fact, ObjectKind, PersonId, PersonState, Problems, Refusal, Result,
    Role, Verb,
};
use words::Lang;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;

/// An account that is to be made.
#[derive(Debug, Clone)]
pub struct NewAccount<'a> {
    /// The name, at most 200 characters.
    pub name: &'a str,
    /// The address to sign in with; none for somebody who gets a code.
    pub email: Option<text::Email>,
    /// The password; none for somebody who chooses it later.
    pub password: Option<Hash>,
    /// The site role.
    pub role: Role,
    /// The department.
    pub department: Option<DepartmentId>,
    /// What they are to the organisation.
    pub audience: Audience,
    /// The language; none follows the community's.
    pub language: Option<Lang>,
    /// Whether they belong to the community team.
    pub team: bool,
    /// `Active` may enter at once, `Placeholder` is known and has no account.
    pub state: PersonState,
}

impl<'a> NewAccount<'a> {
    /// A member who may enter with this address and password.
    pub fn member(name: &'a str, email: text::Email, password: Hash) -> Self {
        Self {
            email: Some(email),
            password: Some(password),
            state: PersonState::Active,
            ..Self::placeholder(name)
        }
    }

    /// Somebody who is known by name and has no account.
    pub fn placeholder(name: &'a str) -> Self {
        Self {
            name,
            email: None,
            password: None,
            role: Role::Member,
            department: None,
            audience: Audience::Employee,
            language: None,
            team: false,
            state: PersonState::Placeholder,
        }
    }
}

/// Makes an account. An active one is a member of the commons at once, and its
/// address counts as verified: who makes it here vouches for it.
///
/// # Errors
/// [`Refusal::Conflict`] when the address has an account already, a problem of the
/// field `name` when it is none.
pub fn create(tx: &mut Tx<'_>, new: &NewAccount<'_>) -> Result<PersonId> {
    if let Some(email) = &new.email
        && store::by_address(tx, email.key())?.is_some()
    {
        return Err(Refusal::Conflict.into());
    }
    let active = new.state == PersonState::Active;
    let id = PersonId(tx.new_id());
    let lang = new.language.unwrap_or_default();
    let name = text::name(new.name, LONGEST_NAME)
        .map_err(|problem| Problems::one("name", problem.say(lang)))?;
    let person = NewPerson {
        id,
        name: &name,
        name_key: text::normal_key(&name),
        handle: store::free_handle(tx, &name)?,
        email: new.email.as_ref().map(text::Email::as_str),
        email_key: new.email.as_ref().map(text::Email::key),
        email_verified: active && new.email.is_some(),
        department_id: new.department,
        audience: new.audience,
        role: new.role,
        state: new.state,
        team: new.team,
        language: new.language.map(Lang::code),
        joined_at: active.then(|| tx.now()),
        source_key: None,
        created_at: tx.now(),
    };
    store::insert_person(tx, &person)?;
    if let Some(hash) = &new.password {
        store::set_password(tx, id, hash)?;
    }
    if active {
        enter_community(tx, id)?;
    }
    Ok(id)
}

/// What belongs to becoming active for the first time.
pub(crate) fn enter_community(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    store::join_commons(tx, person)?;
    let mut fact = Fact::new(Verb::Joined, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Community;
    let fact = facts::who(tx, person)?.did(fact);
    facts::record(tx, &fact)?;
    Ok(())
}

/// Makes codes for at most `most` plain members who have neither an account nor a
/// code that works: of a department (by its path) and all below it, or of all.
///
/// # Errors
/// A fault of the database.
pub fn make_claim_codes(
    tx: &mut Tx<'_>,
    by: Option<PersonId>,
    department: Option<&str>,
    most: i64,
) -> Result<Vec<ClaimCode>> {
    let now = tx.now();
    let people = store::without_code(tx, department, now, most)?;
    people
        .into_iter()
        .map(|(person, name, department)| {
            Ok(ClaimCode { code: make_claim_code(tx, by, person)?, person, name, department })
        })
        .collect()
}

/// A code on paper, with whose it is.
#[derive(Debug, Clone)]
pub struct ClaimCode {
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their department's path.
    pub department: Option<String>,
    /// The code, as `7KWM-PQ3D-XV9T`.
    pub code: String,
}

/// The name to greet somebody with: the first word of it.
pub(crate) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// Gives somebody a new password and ends their sessions everywhere.
///
/// # Errors
/// Not found when there is no such person.
pub fn set_password(tx: &mut Tx<'_>, person: PersonId, hash: &Hash) -> Result<()> {
    store::person(tx, person)?.ok_or(Refusal::NotFound)?;
    store::set_password(tx, person, hash)?;
    store::end_sessions(tx, person, None)?;
    store::withdraw_tokens(tx, person, &[Purpose::Reset])
}

/// Makes the code with which somebody takes the place that is theirs; a code
/// from before stops working. The code is shown once and kept by nobody.
///
/// # Errors
/// [`Refusal::Conflict`] when they have an account already, [`Refusal::NotAllowed`]
/// when their rank is above that of whoever makes it: a code is a way in.
pub fn make_claim_code(tx: &mut Tx<'_>, by: Option<PersonId>, person: PersonId) -> Result<String> {
    let known = store::person(tx, person)?.ok_or(Refusal::NotFound)?;
    if let Some(by) = by
        && store::person(tx, by)?.is_none_or(|maker| maker.role < known.role)
    {
        return Err(Refusal::NotAllowed.into());
    }
    if !matches!(known.state, PersonState::Placeholder | PersonState::Invited) {
        return Err(Refusal::Conflict.into());
    }
    store::withdraw_tokens(tx, person, &[Purpose::Claim])?;
    let (_, code) = tokens::issue(tx, Purpose::Claim, person, "")?;
    store::audit(tx, by, "claim code", Some(person), "")?;
    Ok(code)
}

/// Opens a session for somebody and returns its secret, for demonstrations and
/// tests. Nobody without an active account gets one.
///
/// # Errors
/// [`Refusal::NotAllowed`] when they have no active account.
pub fn session_for(tx: &mut Tx<'_>, person: PersonId) -> Result<String> {
    Ok(enter_as(tx, person)?.secret)
}

/// Signs somebody in whom the caller vouches for, as at the end of the set-up.
///
/// # Errors
/// [`Refusal::NotAllowed`] when they have no active account.
pub fn enter_as(tx: &mut Tx<'_>, person: PersonId) -> Result<Entered> {
    let known = store::person(tx, person)?.ok_or(Refusal::NotFound)?;
    if known.state != PersonState::Active {
        return Err(Refusal::NotAllowed.into());
    }
    sessions::open(tx, person, "")
}

/// Whose address this is, whatever the state of their account.
///
/// # Errors
/// A fault of the database.
pub fn find(conn: &mut Conn, email_key: &str) -> Result<Option<PersonId>> {
    Ok(store::by_address(conn, email_key)?.map(|known| known.id))
}
