//! One history for both engines.
//!
//! A migration runs in a transaction of its own and is noted with a checksum of
//! its text. A database that knows migrations that this program does not is
//! newer and is refused.

use crate::Conn;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};
use language::{Failure, Moment, Result};
use sha2::{Digest, Sha256};

/// One step of the schema's history.
pub struct Migration {
    /// Its place in the history, from 1.
    pub number: i32,
    /// Its name.
    pub name: &'static str,
    /// For SQLite.
    pub sqlite: &'static str,
    /// For PostgreSQL.
    pub postgres: &'static str,
}

macro_rules! both {
    ($number:literal, $name:literal) => {
        Migration {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/", $name, ".sql")),
            postgres: include_str!(concat!("../../../migrations/", $name, ".sql")),
        }
    };
}

macro_rules! each {
    ($number:literal, $name:literal) => {
        Migration {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/", $name, ".sqlite.sql")),
            postgres: include_str!(concat!("../../../migrations/", $name, ".postgres.sql")),
        }
    };
}

/// The whole history, oldest first.
pub const MIGRATIONS: &[Migration] = &[
    both!(1, "0001_people"),
    both!(2, "0002_talk"),
    each!(3, "0003_facts"),
    both!(4, "0004_followers"),
    both!(5, "0005_actions"),
    both!(6, "0006_rollups"),
    both!(7, "0007_imports"),
    both!(8, "0008_fact_objects"),
    both!(9, "0009_action_readers"),
    both!(10, "0010_cockpit"),
    each!(11, "0011_lengths"),
    both!(12, "0012_imports_back"),
    both!(13, "0013_packed_days"),
    both!(14, "0014_waiting"),
    both!(15, "0015_insights"),
    both!(16, "0016_oversight"),
    both!(17, "0017_ties"),
    both!(18, "0018_reports"),
];

/// How a database's schema compares with this program's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// Nothing in it yet.
    Empty,
    /// As this program wants it.
    Current,
    /// Older by this many migrations.
    Behind(usize),
    /// Made by a newer program.
    Newer,
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Text)]
    checksum: String,
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    #[expect(dead_code, reason = "only whether a row came back matters")]
    name: String,
}

const HISTORY: &str = "create table if not exists migrations (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at bigint not null)";

fn text(migration: &Migration, postgres: bool) -> String {
    if postgres {
        migration.postgres.to_owned()
    } else {
        // SQLite keeps a row under its id only when the column is so declared, and
        // under a longer key only when the table says so: half the writing.
        migration
            .sqlite
            .replace(" bigint primary key", " integer primary key")
            .replace("\n); -- clustered", "\n) without rowid;")
    }
}

fn checksum(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

fn is_postgres(conn: &Conn) -> bool {
    matches!(conn, Conn::Postgres(_))
}

fn has_history(conn: &mut Conn) -> Result<bool> {
    let sql = if is_postgres(conn) {
        "select table_name as name from information_schema.tables
         where table_schema = current_schema() and table_name = 'migrations'"
    } else {
        "select name from sqlite_master where type = 'table' and name = 'migrations'"
    };
    Ok(!crate::sql(sql).load::<Name>(conn)?.is_empty())
}

fn applied(conn: &mut Conn) -> Result<Vec<Applied>> {
    Ok(crate::sql("select number, checksum from migrations order by number").load(conn)?)
}

/// See [`crate::Database::schema_state`].
pub(crate) fn state(conn: &mut Conn) -> Result<SchemaState> {
    if !has_history(conn)? {
        return Ok(SchemaState::Empty);
    }
    let done = applied(conn)?;
    let newest = done.last().map_or(0, |a| a.number);
    let known = MIGRATIONS.last().map_or(0, |m| m.number);
    Ok(if newest > known {
        SchemaState::Newer
    } else if done.len() < MIGRATIONS.len() {
        SchemaState::Behind(MIGRATIONS.len() - done.len())
    } else {
        SchemaState::Current
    })
}

/// The community's zone name, when there is a community.
pub(crate) fn zone_name(conn: &mut Conn) -> Result<Option<String>> {
    use schema::community::dsl;
    Ok(dsl::community.select(dsl::zone).first::<String>(conn).optional()?)
}

/// Runs what has not run; returns how many.
pub(crate) fn run(
    conn: &mut Conn,
    postgres: bool,
    now: Moment,
    migrations: &[Migration],
) -> Result<usize> {
    let (begin, lock) = if postgres {
        // Two nodes that start together: one migrates, the other waits for it.
        // A large table may take longer than a request may.
        (
            "begin",
            "set local statement_timeout = 0; set local lock_timeout = 0;
             select pg_advisory_xact_lock(6622627)",
        )
    } else {
        ("begin immediate", "")
    };
    let mut count = 0;
    loop {
        conn.batch_execute(begin)?;
        let step = next(conn, postgres, lock, now, migrations);
        match step {
            Ok(true) => {
                conn.batch_execute("commit")?;
                count += 1;
            }
            Ok(false) => {
                conn.batch_execute("commit")?;
                return Ok(count);
            }
            Err(failure) => {
                conn.batch_execute("rollback")?;
                return Err(failure);
            }
        }
    }
}

fn next(
    conn: &mut Conn,
    postgres: bool,
    lock: &str,
    now: Moment,
    migrations: &[Migration],
) -> Result<bool> {
    if !lock.is_empty() {
        conn.batch_execute(lock)?;
    }
    conn.batch_execute(HISTORY)?;
    let done = applied(conn)?;
    for old in &done {
        let Some(known) = migrations.iter().find(|m| m.number == old.number) else {
            return Err(Failure::fault(
                "migrate",
                "this database was made by a newer release of Noaber; install that release",
            ));
        };
        if checksum(&text(known, postgres)) != old.checksum {
            return Err(Failure::fault(
                "migrate",
                format!("migration {} was changed after it ran", known.name),
            ));
        }
    }
    let Some(migration) = migrations.iter().find(|m| done.iter().all(|d| d.number != m.number))
    else {
        return Ok(false);
    };
    let sql = text(migration, postgres);
    conn.batch_execute(&sql)
        .map_err(|e| Failure::fault(format!("migration {}", migration.name), e))?;
    crate::sql(
        "insert into migrations (number, name, checksum, applied_at) values ($1, $2, $3, $4)",
    )
    .bind::<Integer, _>(migration.number)
    .bind::<Text, _>(migration.name)
    .bind::<Text, _>(checksum(&sql))
    .bind::<BigInt, _>(now)
    .execute(conn)?;
    Ok(true)
}
