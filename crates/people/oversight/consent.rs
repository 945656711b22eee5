//! Consent of the works council or the data protection officer, by scope: until there is
//! one, what it is about is off.

use crate::permits::MayConsent;
use crate::{store, w};
use database::{Conn, Tx};
use language::{Day, Fact, Moment, ObjectKind, Problems, Result, Verb};
use words::Lang;

language::text_enum!(
    /// What is off until somebody consents (SCIENCE.md §0 rule 5 and §14).
    Scope {
        /// Analysis of who turns to whom below the level of departments.
        Network = "network",
        /// Roles that people take in the talk.
        Roles = "roles",
        /// Lists with names.
        NamedLists = "named_lists",
    }
);

impl Scope {
    /// What it is called.
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Network => w::scope_network(lang),
            Self::Roles => w::scope_roles(lang),
            Self::NamedLists => w::scope_named_lists(lang),
        }
    }

    /// What opens with it.
    pub fn explained(self, lang: Lang) -> &'static str {
        match self {
            Self::Network => w::scope_network_text(lang),
            Self::Roles => w::scope_roles_text(lang),
            Self::NamedLists => w::scope_named_lists_text(lang),
        }
    }
}

/// Proof that a scope is on today. Only [`Consent::of`] makes one, so that a page that
/// takes it cannot forget to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    scope: Scope,
    until: Day,
}

impl Consent {
    /// The consent for `scope` that holds on `today`; none when it is off.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn of(conn: &mut Conn, scope: Scope, today: Day) -> Result<Option<Self>> {
        Ok(store::valid_until(conn, scope, today)?.map(|until| Self { scope, until }))
    }

    /// A consent for a test of a page.
    #[cfg(any(test, feature = "testing"))]
    pub fn in_test(scope: Scope) -> Self {
        Self { scope, until: Day(i32::MAX) }
    }

    /// What for.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The last day on which it holds.
    pub fn until(&self) -> Day {
        self.until
    }
}

/// A consent as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What for.
    pub scope: Scope,
    /// Who gave it: the works council, the data protection officer.
    pub given_by: String,
    /// When.
    pub given_on: Day,
    /// The last day on which it holds.
    pub expires_on: Day,
    /// Where the document is.
    pub reference: String,
    /// Who wrote it down here.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Moment,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
}

impl Record {
    /// Whether it holds on `today`.
    pub fn holds(&self, today: Day) -> bool {
        self.withdrawn_at.is_none() && self.given_on <= today && today <= self.expires_on
    }
}

/// The scopes that are on today.
///
/// # Errors
/// A fault of the database.
pub fn scopes_on(conn: &mut Conn, today: Day) -> Result<Vec<Scope>> {
    store::scopes_on(conn, today)
}

/// Every consent ever written down, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn records(conn: &mut Conn) -> Result<Vec<Record>> {
    store::records(conn)
}

/// The longest name of who gave it, in characters.
pub(crate) const LONGEST_GIVER: usize = 120;
/// The longest reference, in characters.
pub(crate) const LONGEST_REFERENCE: usize = 300;
/// A consent holds for at most so many days, about three years: then it must be thought
/// about again (own choice).
pub(crate) const LONGEST: i32 = 1_096;

/// A consent that is being written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What for.
    pub scope: Scope,
    /// Who gave it.
    pub given_by: String,
    /// When.
    pub given_on: Day,
    /// The last day on which it holds.
    pub expires_on: Day,
    /// Where the document is.
    pub reference: String,
}

impl Draft {
    /// What is wrong with the dates, in the words of `lang`.
    pub fn problems(&self, today: Day, lang: Lang) -> Problems {
        let mut problems = Problems::none();
        if self.given_on > today {
            problems.add("given_on", w::given_in_future(lang));
        }
        if self.expires_on < today || self.expires_on <= self.given_on {
            problems.add("expires_on", w::expires_too_early(lang));
        } else if self.expires_on.0 - self.given_on.0 > LONGEST {
            problems.add("expires_on", w::expires_too_late(lang));
        }
        problems
    }
}

/// Writes a consent down; the same one twice stands there once.
///
/// # Errors
/// A fault of the database.
pub fn record(tx: &mut Tx<'_>, permit: &MayConsent, draft: &Draft) -> Result<()> {
    if store::is_recorded(tx, draft)? {
        return Ok(());
    }
    let id = store::insert(tx, permit.by(), draft)?;
    tell(tx, permit, Verb::Consent, id)
}

/// Takes back every consent for a scope that still holds or would. From the next page on
/// it is off. Returns how many were taken back.
///
/// # Errors
/// A fault of the database.
pub fn withdraw(tx: &mut Tx<'_>, permit: &MayConsent, scope: Scope) -> Result<usize> {
    let open = store::open(tx, scope)?;
    store::withdraw(tx, permit.by(), &open)?;
    for id in &open {
        tell(tx, permit, Verb::WithdrawConsent, *id)?;
    }
    Ok(open.len())
}

fn tell(tx: &mut Tx<'_>, permit: &MayConsent, verb: Verb, id: i64) -> Result<()> {
    let mut fact = Fact::new(verb, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Consent;
    fact.object_id = id;
    let fact = facts::who(tx, permit.by())?.did(fact);
    facts::record(tx, &fact)?;
    Ok(())
}
