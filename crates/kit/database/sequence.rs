//! Positions in the log.
//!
//! SQLite gives a fact its position when it is inserted: there is one writer.
//! PostgreSQL's transactions commit in another order than they insert, so there
//! the position is given afterwards, to committed facts only, by one sequencer
//! at a time. Whoever is about to read the log sequences first.

use crate::{Conn, Tx};
use diesel::connection::SimpleConnection;
use language::Result;

const SEQUENCE: &str = "
    select pg_advisory_xact_lock(6622628);
    update facts f set position = s.position
    from (select id, (select coalesce(max(position), 0) from facts)
                 + row_number() over (order by id) as position
          from facts where position is null) s
    where f.id = s.id";

impl Tx<'_> {
    /// Gives every committed fact that has none its position in the log.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn sequence_facts(&mut self) -> Result<()> {
        match &mut **self {
            Conn::Sqlite(_) => Ok(()),
            Conn::Postgres(conn) => Ok(conn.batch_execute(SEQUENCE)?),
        }
    }
}
