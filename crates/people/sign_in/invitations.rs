//! Inviting people, and coming in with a link or a code.

use crate::accounts::{self, LONGEST_NAME, NewAccount, first_name};
use crate::mails::{self, Letter};
use crate::password::Hash;
use crate::permits::MayInvite;
use crate::sessions::{self, Entered};
use crate::store::{self, Known};
use crate::tokens::{self, Purpose, Token};
use crate::w;
use database::{Conn, Tx};
use language::{
    DepartmentId, Fact, Moment, ObjectKind, PersonId, PersonState, Problems, Refusal, Result, Verb,
};
use std::collections::{HashMap, HashSet};
use text::Email;
use words::Lang;

/// The most people who are invited at once.
pub const MOST_AT_ONCE: usize = 200;

/// So long after an invitation nobody gets another one: a button pressed twice, a page
/// sent again, two managers with the same list.
pub const JUST_NOW: i64 = 10 * 60 * Moment::SECOND;

/// The tokens that let somebody in for the first time.
const ENTRANCE: &[Purpose] = &[Purpose::Invitation, Purpose::Claim];

/// One person on a list of people to invite.
#[derive(Debug, Clone)]
pub struct Guest {
    /// The name: as it was typed, or guessed from the address.
    pub name: String,
    /// The address.
    pub email: Email,
}

/// A list of people to invite as people paste it: lines, commas, semicolons, tabs or spaces
/// between them, each an `address`, `Name <address>` or `Name; address`. The name stands before
/// its address; a surname that comes first (`"Bakker, Anna"`) goes behind. The same address
/// counts once.
///
/// # Errors
/// A problem with the first thing that has no address, or with too long a list.
pub fn read_list(typed: &str, lang: Lang) -> Result<Vec<Guest>> {
    let mut guests: Vec<Guest> = Vec::new();
    let mut seen = HashSet::new();
    for line in typed.lines() {
        for (name, address) in entries(line) {
            let email = Email::parse(address).map_err(|problem| {
                let shown: String = format!("{name} {address}").trim().chars().take(60).collect();
                Problems::one("people", w::list_problem(lang, problem.say(lang), &shown))
            })?;
            if !seen.insert(email.key().to_owned()) {
                continue;
            }
            let name =
                text::name_cut(&in_order(name), LONGEST_NAME).unwrap_or_else(|| name_from(&email));
            guests.push(Guest { name, email });
            if guests.len() > MOST_AT_ONCE {
                let most = i64::try_from(MOST_AT_ONCE).unwrap_or(i64::MAX);
                return Err(Problems::one("people", w::list_too_long(lang, most)));
            }
        }
    }
    if guests.is_empty() {
        return Err(Problems::one("people", w::list_empty(lang)));
    }
    Ok(guests)
}

/// What stands around names and addresses.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"' | '\'' | '(' | ')')
}

/// The names and addresses of a line, in order; what has no address stands where the address
/// should be, so that it is refused by name.
fn entries(line: &str) -> Vec<(&str, &str)> {
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"' | '(' | ')');
    let mut found = Vec::new();
    let mut begin = 0;
    for (at, _) in line.match_indices('@') {
        if at < begin {
            continue;
        }
        let from = line[begin..at].rfind(ends).map_or(begin, |edge| {
            begin + edge + line[begin + edge..].chars().next().map_or(1, char::len_utf8)
        });
        let to = line[at..].find(ends).map_or(line.len(), |edge| at + edge);
        found.push((line[begin..from].trim_matches(is_edge), line[from..to].trim_matches(is_edge)));
        begin = to;
    }
    let rest = line[begin..].trim_matches(is_edge);
    if !rest.is_empty() {
        found.push(("", rest));
    }
    found
}

/// "Bakker, Anna" as one says it.
fn in_order(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) if !first.contains(',') => {
            format!("{} {}", first.trim_matches(is_edge), last.trim_matches(is_edge))
        }
        _ => name.to_owned(),
    }
}

/// A name to begin with, from `anna.de-vries@…`: "Anna de vries" would be wrong
/// more often than "Anna De Vries"; the guest corrects it when they come in.
fn name_from(email: &Email) -> String {
    let local = email.as_str().split('@').next().unwrap_or("");
    let words = local.split(['.', '_', '-', '+']).filter(|word| !word.is_empty()).map(|word| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect::<String>())
    });
    let name = words.collect::<Vec<_>>().join(" ");
    // An address of nothing but dashes: its start is something to call it by.
    text::name_cut(&name, LONGEST_NAME)
        .unwrap_or_else(|| email.as_str().chars().take(LONGEST_NAME).collect())
}

/// What an invitation would do for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Gets a first invitation.
    New,
    /// Was invited or is known by name; gets a new link, the old one stops.
    Again,
    /// Got an invitation in the last minutes: no second one yet.
    JustNow,
    /// Has an account.
    Member,
    /// May not enter for now, or was erased: gets nothing.
    Blocked,
}

/// What inviting `guests` would do, in their order.
///
/// # Errors
/// A fault of the database.
pub fn preview(conn: &mut Conn, guests: &[Guest], now: Moment) -> Result<Vec<Outcome>> {
    let keys: Vec<&str> = guests.iter().map(|guest| guest.email.key()).collect();
    let known: HashMap<String, PersonState> =
        store::by_addresses(conn, &keys)?.into_iter().collect();
    let just: HashSet<String> = store::invited_since(conn, &keys, now.plus(-JUST_NOW))?;
    let outcomes = guests.iter().map(|guest| {
        let key = guest.email.key();
        outcome(known.get(key).copied(), just.contains(key))
    });
    Ok(outcomes.collect())
}

fn outcome(state: Option<PersonState>, just: bool) -> Outcome {
    match state {
        None => Outcome::New,
        Some(PersonState::Placeholder | PersonState::Invited) if just => Outcome::JustNow,
        Some(PersonState::Placeholder | PersonState::Invited) => Outcome::Again,
        Some(PersonState::Active) => Outcome::Member,
        Some(PersonState::Suspended | PersonState::Erased) => Outcome::Blocked,
    }
}

/// Invites `guests`; returns how many mails were put in the outbox. Who has an
/// account, may not enter, or was invited a moment ago ([`JUST_NOW`]), gets none. New
/// people come as plain members.
///
/// # Errors
/// A fault of the database.
pub fn send(
    tx: &mut Tx<'_>,
    permit: &MayInvite,
    guests: &[Guest],
    department: Option<DepartmentId>,
    base_url: &str,
) -> Result<usize> {
    let mut sent = 0;
    for guest in guests.iter().take(MOST_AT_ONCE) {
        let mut known = store::by_address(tx, guest.email.key())?;
        let mut just = false;
        if let Some(known) = &mut known {
            // Held from here: whoever sends the same list at this moment waits, and
            // then sees that an invitation went out.
            known.state = store::hold(tx, known.id)?;
            let since = tx.now().plus(-JUST_NOW);
            just = store::tokens_since(tx, known.id, Purpose::Invitation, since)? > 0;
        }
        let person = match (outcome(known.as_ref().map(|k| k.state), just), known) {
            (Outcome::New, _) => accounts::create(
                tx,
                &NewAccount {
                    email: Some(guest.email.clone()),
                    department,
                    state: PersonState::Invited,
                    ..NewAccount::placeholder(&guest.name)
                },
            )?,
            (Outcome::Again, Some(known)) => known.id,
            _ => continue,
        };
        store::mark_invited(tx, person)?;
        let known = store::person(tx, person)?.ok_or(Refusal::NotFound)?;
        mail(tx, &known, Some(permit.by()), base_url)?;
        let actor = facts::who(tx, permit.by())?;
        let target = facts::who(tx, person)?;
        let mut fact = Fact::new(Verb::Invited, tx.now(), tx.today());
        fact.object_kind = ObjectKind::Person;
        facts::record(tx, &target.was_target(actor.did(fact)))?;
        store::audit(tx, Some(permit.by()), "invited", Some(person), "")?;
        sent += 1;
    }
    Ok(sent)
}

/// Mails a new link to somebody who was invited; older links stop working.
pub(crate) fn mail(
    tx: &mut Tx<'_>,
    known: &Known,
    by: Option<PersonId>,
    base_url: &str,
) -> Result<()> {
    let Some((community, language)) = store::community(tx)? else { return Ok(()) };
    let Some(address) = &known.email else { return Ok(()) };
    let lang = mails::language_of(known.language.as_deref(), language);
    let inviter = match by {
        Some(by) => store::person(tx, by)?.map(|p| delivery::defang(&p.name)),
        None => None,
    };
    store::withdraw_tokens(tx, known.id, &[Purpose::Invitation])?;
    let (id, secret) = tokens::issue(tx, Purpose::Invitation, known.id, "")?;
    let name = delivery::defang(first_name(&known.name));
    let community = delivery::defang(&community);
    let (subject, text) = match &inviter {
        Some(inviter) => (
            w::invitation_mail_subject(lang, &community, inviter),
            w::invitation_mail_text(lang, &community, inviter),
        ),
        None => (
            w::invitation_again_subject(lang, &community),
            w::invitation_again_text(lang, &community),
        ),
    };
    Letter {
        key: format!("invitation:{id}"),
        kind: "invitation",
        name: &known.name,
        address,
        lang,
        community: &community,
        subject,
        paragraphs: vec![
            w::mail_hello(lang, &name),
            text,
            w::invitation_mail_more(lang).to_owned(),
        ],
        button: Some((w::invitation_mail_button(lang), format!("{base_url}/invitation/{secret}"))),
        foot: w::invitation_mail_foot(lang, &community),
    }
    .enqueue(tx)?;
    Ok(())
}

/// An open invitation, for the page that shows it.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) known: Known,
    pub(crate) department: Option<String>,
    /// Whether the address is known because it was mailed there.
    pub(crate) mailed: bool,
}

/// The invitation of a link or a code, while it works. Spends nothing.
///
/// # Errors
/// [`Refusal::Gone`].
pub(crate) fn look(conn: &mut Conn, secret: &str, now: Moment) -> Result<Open> {
    let token = tokens::find(conn, ENTRANCE, &canonical(secret), now)?.ok_or(Refusal::Gone)?;
    let known = store::person(conn, token.person)?.ok_or(Refusal::Gone)?;
    if !matches!(known.state, PersonState::Placeholder | PersonState::Invited) {
        return Err(Refusal::Gone.into());
    }
    let department = match known.department {
        Some(id) => store::department_path(conn, id)?,
        None => None,
    };
    Ok(Open { mailed: was_mailed(&token, &known), department, known })
}

/// A code is found however it was typed; a link is itself.
fn canonical(secret: &str) -> String {
    tokens::read_code(secret).unwrap_or_else(|| secret.to_owned())
}

fn was_mailed(token: &Token, known: &Known) -> bool {
    token.purpose == Purpose::Invitation && known.email.is_some()
}

/// What somebody fills in when they come in.
#[derive(Debug)]
pub struct Acceptance<'a> {
    /// How they are called here.
    pub name: &'a str,
    /// Their address: needed with a code, not looked at after a mailed link.
    pub email: Option<&'a Email>,
    /// Their password.
    pub password: &'a Hash,
    /// The language of the page they fill it in on.
    pub language: Lang,
    /// The device, as the browser calls itself.
    pub device: &'a str,
    /// For links in mails.
    pub base_url: &'a str,
}

/// Comes in with a link or a code: spends it, makes the account active, signs in.
///
/// # Errors
/// [`Refusal::Gone`] when it was used or has expired, [`Refusal::Conflict`] when
/// the address has an account.
pub fn accept(tx: &mut Tx<'_>, secret: &str, by: &Acceptance<'_>) -> Result<Entered> {
    let token = tokens::spend(tx, ENTRANCE, &canonical(secret))?;
    let known = store::person(tx, token.person)?.ok_or(Refusal::Gone)?;
    let mailed = was_mailed(&token, &known);
    if !mailed && let Some(email) = by.email {
        if store::by_address(tx, email.key())?.is_some_and(|other| other.id != known.id) {
            return Err(Refusal::Conflict.into());
        }
        store::set_address(tx, known.id, email)?;
    }
    let name = text::name(by.name, LONGEST_NAME)
        .map_err(|problem| Problems::one("name", problem.say(by.language)))?;
    if !store::activate(tx, known.id, &name, mailed, by.language)? {
        return Err(Refusal::Gone.into());
    }
    store::set_password(tx, known.id, by.password)?;
    store::withdraw_tokens(tx, known.id, ENTRANCE)?;
    if known.joined_at.is_none() {
        accounts::enter_community(tx, known.id)?;
    } else {
        // Imported history: they joined with their first act, long ago.
        store::join_commons(tx, known.id)?;
        let who = facts::who(tx, known.id)?;
        let mut fact = Fact::new(Verb::PersonChange, tx.now(), tx.today());
        fact.object_kind = ObjectKind::Person;
        facts::record(tx, &who.was_target(who.did(fact)))?;
    }
    if !mailed {
        crate::address::send_proof(tx, known.id, by.base_url)?;
    }
    sessions::open(tx, known.id, by.device)
}
