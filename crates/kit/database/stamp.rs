//! Whether anything was committed since.

use crate::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use language::Result;

/// A state of the data. Two are the same only when nothing was committed between
/// them; two that differ say nothing about what was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp(Which);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Which {
    /// How often another connection of this or any process committed, as SQLite
    /// tells a connection that never writes.
    Sqlite(i64),
    /// Which transactions PostgreSQL counts as over: one that commits goes from
    /// those under way to those that are over, and never comes back.
    Postgres(String),
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = BigInt)]
    data_version: i64,
}

#[derive(QueryableByName)]
struct Snapshot {
    #[diesel(sql_type = Text)]
    snapshot: String,
}

/// Reads it. On SQLite always on the same connection: each counts on its own.
pub(crate) fn read(conn: &mut Conn) -> Result<Stamp> {
    let which = match conn {
        Conn::Sqlite(_) => {
            let found: Version = crate::sql("pragma data_version").get_result(conn)?;
            Which::Sqlite(found.data_version)
        }
        Conn::Postgres(_) => {
            let text = "select cast(pg_current_snapshot() as text) as snapshot";
            let found: Snapshot = crate::sql(text).get_result(conn)?;
            Which::Postgres(found.snapshot)
        }
    };
    Ok(Stamp(which))
}

#[cfg(test)]
mod tests {
    use crate::testing::on_both;
    use diesel::connection::SimpleConnection;

    #[test]
    fn every_commit_of_whatever_connection_gives_another_stamp() {
        on_both(|trial| {
            let database = &trial.database;
            let change = |number: i32| {
                let sql = format!("update kept_somewhere set number = {number}");
                database.write(|tx| Ok(tx.batch_execute(&sql)?)).unwrap();
            };
            let make = "create table kept_somewhere (number integer);
                insert into kept_somewhere values (0)";
            database.write(|tx| Ok(tx.batch_execute(make)?)).unwrap();
            let mut last = database.stamp().unwrap();
            for number in 1..20 {
                change(number);
                let next = database.stamp().unwrap();
                assert_ne!(next, last, "change {number}");
                last = next;
            }
        });
    }

    #[test]
    fn reading_and_what_was_rolled_back_give_no_other_stamp_on_sqlite() {
        let trial = crate::testing::sqlite();
        let before = trial.database.stamp().unwrap();
        trial.database.read(|conn| Ok(conn.batch_execute("select 1")?)).unwrap();
        let failed: language::Result<()> = trial.database.write(|tx| {
            tx.batch_execute("create table gone (number integer)")?;
            Err(language::Refusal::Conflict.into())
        });
        assert!(failed.is_err());
        assert_eq!(trial.database.stamp().unwrap(), before);
    }
}
