//! All database access of the read models.

pub(crate) mod assignments;
pub(crate) mod blocks;
pub(crate) mod cohorts;
pub(crate) mod days;
pub(crate) mod effect;
pub(crate) mod front;
pub(crate) mod kept;
pub(crate) mod members;
pub(crate) mod network;
pub(crate) mod numbers;
pub(crate) mod people;
pub(crate) mod phase;
pub(crate) mod reach;
mod recount;
mod rows;
pub(crate) mod series;
pub(crate) mod standing;
pub(crate) mod taken;
pub(crate) mod talk;
pub(crate) mod then;
pub(crate) mod threads;

pub use recount::{Difference, recount};

use database::Tx;
use diesel::RunQueryDsl;
use language::Result;
use schema::{
    assignments as assignment_rows, kept_figures, member_blocks, member_numbers, member_states,
    retracted_facts, thread_states, tie_blocks,
};

/// SQL that says whether `pseudonym` belongs to the community team now. History that
/// was imported before the team was marked does not know it, so figures that split
/// the team off ask both the fact and this.
pub(crate) fn team(pseudonym: &str) -> String {
    format!(
        "{pseudonym} in (select s.pseudonym from people p
            join pseudonyms s on s.person_id = p.id where p.team)"
    )
}

/// Empties every table that can be rebuilt from the facts.
pub(crate) fn empty(tx: &mut Tx<'_>) -> Result<()> {
    diesel::delete(member_numbers::table).execute(&mut **tx)?;
    diesel::delete(member_blocks::table).execute(&mut **tx)?;
    diesel::delete(member_states::table).execute(&mut **tx)?;
    diesel::delete(thread_states::table).execute(&mut **tx)?;
    diesel::delete(assignment_rows::table).execute(&mut **tx)?;
    diesel::delete(tie_blocks::table).execute(&mut **tx)?;
    diesel::delete(retracted_facts::table).execute(&mut **tx)?;
    diesel::delete(kept_figures::table).execute(&mut **tx)?;
    Ok(())
}
