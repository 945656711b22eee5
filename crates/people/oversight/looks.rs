//! Who of staff looked at whose data, and what for: kept for a year, and shown to whom it
//! is about.

use crate::store;
use crate::w;
use database::{Conn, Database, Tx};
use language::{Day, Moment, PersonId, Result, Role};
use web::Request;
use words::Lang;

language::text_enum!(
    /// On which page, and so what for.
    Purpose {
        /// The page with somebody's role, department and state.
        Account = "account",
        /// The list of people with their addresses.
        People = "people",
        /// Who may belong to the community team, with what they wrote.
        Team = "team",
        /// A code with which somebody without mail comes in.
        Code = "code",
        /// What asks for attention today: who waits, who is new.
        Today = "today",
        /// Who waits for an answer.
        Waiting = "waiting",
        /// A mail that was sent to them.
        Mail = "mail",
    }
);

impl Purpose {
    /// In words.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Account => w::purpose_account(lang),
            Self::People => w::purpose_people(lang),
            Self::Team => w::purpose_team(lang),
            Self::Code => w::purpose_code(lang),
            Self::Today => w::purpose_today(lang),
            Self::Waiting => w::purpose_waiting(lang),
            Self::Mail => w::purpose_mail(lang),
        }
    }
}

/// Looks are kept for so many days.
pub(crate) const DAYS: i32 = 365;

/// Notes that whoever asks for this page sees data of `people`. Costs the page nothing:
/// it is written a moment later, together with others. One's own data is no look.
pub fn looked(request: &Request, purpose: Purpose, people: &[PersonId]) {
    let Some(visitor) = &request.visitor else { return };
    let (by, role, at) = (visitor.id, visitor.role, request.now);
    let day = at.day(&request.zone);
    let mut people: Vec<i64> = people.iter().filter(|who| **who != by).map(|who| who.0).collect();
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return;
    }
    request.house.later.soon(move |tx| {
        let seen = Seen { by, role, purpose, at, day };
        look(tx, seen, &people)
    });
}

/// The same for mails to these addresses, written as `Name <address>` or bare; an address
/// of nobody here is nobody's data.
pub fn looked_at_mails<'a>(request: &Request, addresses: impl Iterator<Item = &'a str>) {
    let Some(visitor) = &request.visitor else { return };
    let (by, role, at) = (visitor.id, visitor.role, request.now);
    let day = at.day(&request.zone);
    let bare = |text: &'a str| {
        text.rsplit_once('<').map_or(text, |(_, rest)| rest.trim_end_matches('>')).trim()
    };
    let mut keys: Vec<String> = addresses
        .filter_map(|text| text::Email::parse(bare(text)).ok())
        .map(|email| email.key().to_owned())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() {
        return;
    }
    request.house.later.soon(move |tx| {
        let mut people = store::people_at(tx, &keys)?;
        people.retain(|person| *person != by.0);
        look(tx, Seen { by, role, purpose: Purpose::Mail, at, day }, &people)
    });
}

/// Who looks, at what, when.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// Who.
    pub by: PersonId,
    /// In which role.
    pub role: Role,
    /// What for.
    pub purpose: Purpose,
    /// When.
    pub at: Moment,
    /// The community's day of it.
    pub day: Day,
}

/// Writes a look down: one row for each person, looker, purpose and day, with the first
/// time, the last and how often.
///
/// # Errors
/// A fault of the database.
pub fn look(tx: &mut Tx<'_>, seen: Seen, people: &[i64]) -> Result<()> {
    for some in people.chunks(store::AT_ONCE) {
        store::look(tx, seen, some)?;
    }
    Ok(())
}

/// A look at somebody's data, for their own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Who looked.
    pub by: String,
    /// In which role.
    pub role: Role,
    /// What for; none for a purpose that this version does not know.
    pub purpose: Option<Purpose>,
    /// The first time on that day.
    pub first_at: Moment,
    /// The last time on that day.
    pub last_at: Moment,
    /// How often on that day.
    pub times: i32,
}

/// The looks at somebody's data, the newest first, at most `limit` of them.
///
/// # Errors
/// A fault of the database.
pub fn looks_of(conn: &mut Conn, person: PersonId, limit: i64) -> Result<Vec<Look>> {
    store::looks_at(conn, person, limit)
}

/// Forgets looks of more than a year ago. Does nothing when there are none.
///
/// # Errors
/// A fault of the database.
pub fn forget_old(database: &Database) -> Result<()> {
    let before = database.now().day(&database.zone()).plus(-DAYS);
    if database.read(|conn| store::has_looks_before(conn, before))? {
        database.write(|tx| store::forget_looks_before(tx, before))?;
    }
    Ok(())
}
