use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use language::{ActorKind, DepartmentId, Fact, Moment, PersonId, Pseudonym, Result};
use schema::{people, pseudonyms};

/// Somebody as the log sees them now: copied into each fact, because a
/// department is the one at the time of the event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Who {
    /// Their name in the log.
    pub pseudonym: Pseudonym,
    /// Member, staff (the community team) or bot.
    pub kind: ActorKind,
    /// Their department.
    pub department: Option<DepartmentId>,
    /// When they joined.
    pub joined: Option<Moment>,
}

impl Who {
    /// `fact` done by this person.
    pub fn did(&self, mut fact: Fact) -> Fact {
        fact.actor = Some(self.pseudonym);
        fact.actor_kind = self.kind;
        fact.dept_at = self.department;
        fact.tenure_days = self
            .joined
            .map(|joined| i32::try_from(fact.at.since(joined) / Moment::DAY).unwrap_or(i32::MAX));
        fact
    }

    /// `fact` done to this person.
    pub fn was_target(&self, mut fact: Fact) -> Fact {
        fact.target = Some(self.pseudonym);
        fact.target_dept_at = self.department;
        fact
    }
}

/// How the log names a person, made at the first need.
///
/// # Errors
/// A fault of the database.
pub fn who(tx: &mut Tx<'_>, person: PersonId) -> Result<Who> {
    let (team, bot, department, joined) = people::table
        .filter(people::id.eq(person.0))
        .select((people::team, people::bot, people::department_id, people::joined_at))
        .first::<(bool, bool, Option<DepartmentId>, Option<Moment>)>(&mut **tx)?;
    let kind = match (bot, team) {
        (true, _) => ActorKind::Bot,
        (false, true) => ActorKind::Staff,
        (false, false) => ActorKind::Member,
    };
    let pseudonym = match pseudonym_of(tx, person)? {
        Some(pseudonym) => pseudonym,
        None => {
            // Not derived from the person: erasing the link leaves nothing.
            let drawn = Pseudonym(
                i64::from_le_bytes(tx.environment().random().number().to_le_bytes()) & i64::MAX,
            );
            // Two at once may name the same person for the first time; on PostgreSQL
            // the second waits for the first here, and takes its pseudonym.
            database::sql(
                "insert into pseudonyms (person_id, pseudonym) values ($1, $2)
                 on conflict (person_id) do nothing",
            )
            .bind::<BigInt, _>(person)
            .bind::<BigInt, _>(drawn)
            .execute(&mut **tx)?;
            pseudonym_of(tx, person)?.unwrap_or(drawn)
        }
    };
    Ok(Who { pseudonym, kind, department, joined })
}

/// How the log names a person, if it ever did.
///
/// # Errors
/// A fault of the database.
pub fn pseudonym_of(conn: &mut Conn, person: PersonId) -> Result<Option<Pseudonym>> {
    Ok(pseudonyms::table
        .filter(pseudonyms::person_id.eq(person.0))
        .select(pseudonyms::pseudonym)
        .get_result(conn)
        .optional()?)
}
