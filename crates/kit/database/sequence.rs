//! Positions in the log.
//!
//! SQLite gives a fact its position when it is inserted: there is one writer.
//! PostgreSQL's transactions commit in another order than they insert, so there
//! the position is given afterwards, to committed facts only, by one sequencer
//! at a time. Whoever is about to read the log sequences first.

use crate::{Conn, Database, Tx};
use diesel::connection::SimpleConnection;
use diesel::sql_types::{BigInt, Bool};
use diesel::{PgConnection, QueryableByName, RunQueryDsl};
use language::Result;

/// So many at a time: an import records more facts than fit in one statement's time.
const AT_ONCE: i64 = 5_000;

const LOCK: &str = "select pg_advisory_xact_lock(6622628)";

// A statement of its own after the lock: it sees what the sequencer before it did.
const SEQUENCE: &str = "
    update facts f set position = s.position
    from (select id, (select coalesce(max(position), 0) from facts)
                 + row_number() over (order by id) as position
          from (select id from facts where position is null order by id limit $1) w) s
    where f.id = s.id";

const WAITING: &str = "select exists(select 1 from facts where position is null) as waiting";

#[derive(QueryableByName)]
struct Waiting {
    #[diesel(sql_type = Bool)]
    waiting: bool,
}

fn sequence(conn: &mut PgConnection) -> Result<usize> {
    conn.batch_execute(LOCK)?;
    Ok(diesel::sql_query(SEQUENCE).bind::<BigInt, _>(AT_ONCE).execute(conn)?)
}

impl Tx<'_> {
    /// Gives every committed fact that has none its position in the log. Other
    /// sequencers wait until this transaction ends, so it should be short.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn sequence_facts(&mut self) -> Result<()> {
        if let Conn::Postgres(conn) = &mut **self {
            while sequence(conn)? > 0 {}
        }
        Ok(())
    }
}

impl Database {
    /// Gives every committed fact that has none its position in the log, in
    /// transactions of its own, and only when there is such a fact.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn sequence_facts(&self) -> Result<()> {
        loop {
            let waiting = self.read(|conn| match conn {
                Conn::Sqlite(_) => Ok(false),
                Conn::Postgres(conn) => {
                    Ok(diesel::sql_query(WAITING).get_result::<Waiting>(conn)?.waiting)
                }
            })?;
            if !waiting {
                return Ok(());
            }
            self.write(|tx| match &mut **tx {
                Conn::Sqlite(_) => Ok(0),
                Conn::Postgres(conn) => sequence(conn),
            })?;
        }
    }
}
