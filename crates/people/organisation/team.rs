//! Who belongs to the community team.
//!
//! Their acts are split off in every figure: a community in which mostly its
//! managers write is not alive yet. Until somebody said who they are, the phase
//! is not told (SCIENCE.md §6).

use crate::permits::MayOrganise;
use crate::store;
use database::{Conn, Tx};
use language::{Fact, ObjectKind, PersonId, Result, Verb};

/// The first posts of a community, of which most are the team's.
pub const FIRST_POSTS: i64 = 500;
/// Who wrote at least this many of them probably belongs to the team.
const MANY_OF_THEM: i64 = 25;
/// The most people who are suggested.
const MOST_SUGGESTED: usize = 30;

/// Somebody who may belong to the team, with the grounds.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their picture.
    pub picture: Option<i64>,
    /// Their department's path.
    pub department: Option<String>,
    /// Their site role.
    pub role: language::Role,
    /// Whether they are marked.
    pub team: bool,
    /// How many of the first posts they wrote.
    pub first_posts: i64,
}

/// Who is marked, and who probably should be: those with a role, and those who
/// wrote much of the first posts.
///
/// # Errors
/// A fault of the database.
pub fn likely(conn: &mut Conn) -> Result<Vec<Candidate>> {
    let writers = store::first_writers(conn, FIRST_POSTS)?;
    let many: Vec<PersonId> = writers
        .iter()
        .filter(|(_, posts)| **posts >= MANY_OF_THEM)
        .map(|(person, _)| *person)
        .collect();
    let mut people = store::team_candidates(conn, &many)?;
    for person in &mut people {
        person.first_posts = writers.get(&person.person).copied().unwrap_or(0);
    }
    people.sort_by_key(|p| (!p.team, std::cmp::Reverse(p.role), std::cmp::Reverse(p.first_posts)));
    people.truncate(MOST_SUGGESTED);
    Ok(people)
}

/// People whose name has `text` in it.
///
/// # Errors
/// A fault of the database.
pub fn search(conn: &mut Conn, text: &str) -> Result<Vec<Candidate>> {
    store::people_by_name(conn, &text::normal_key(text))
}

/// Says who of `shown` belongs to the team (`chosen`) and who does not, and that
/// the team is known now. Reload the house afterwards.
///
/// # Errors
/// A fault of the database.
pub fn mark(
    tx: &mut Tx<'_>,
    permit: &MayOrganise,
    shown: &[PersonId],
    chosen: &[PersonId],
) -> Result<()> {
    for person in shown {
        let team = chosen.contains(person);
        if !store::set_team(tx, *person, team)? {
            continue;
        }
        let mut fact = Fact::new(Verb::PersonChange, tx.now(), tx.today());
        fact.object_kind = ObjectKind::Person;
        let actor = facts::who(tx, permit.by())?;
        let target = facts::who(tx, *person)?;
        facts::record(tx, &target.was_target(actor.did(fact)))?;
        let act = if team { "into the team" } else { "out of the team" };
        sign_in::audit(tx, Some(permit.by()), act, Some(*person), "")?;
    }
    if store::mark_team_known(tx)? {
        let mut fact = Fact::new(Verb::Settings, tx.now(), tx.today());
        fact.object_kind = ObjectKind::Community;
        fact.object_id = 1;
        let fact = facts::who(tx, permit.by())?.did(fact);
        facts::record(tx, &fact)?;
    }
    Ok(())
}
