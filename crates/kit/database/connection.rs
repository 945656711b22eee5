use crate::Location;
use diesel::connection::SimpleConnection;
use diesel::r2d2::R2D2Connection as _;
use diesel::{Connection as _, PgConnection, SqliteConnection};
use language::{Failure, Result};
use std::path::Path;

/// A connection to either engine. The order matters only to Diesel's derive.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// An embedded file.
    Sqlite(SqliteConnection),
    /// A server.
    Postgres(PgConnection),
}

/// What both engines have in common, for Diesel's types.
pub type Backend = <Conn as diesel::Connection>::Backend;

// FULL: in WAL mode NORMAL can lose acknowledged commits when the power fails.
// Not mapped into memory: each connection would map the whole file once more, and
// the operating system counts every mapping as memory of this program.
const SQLITE: &str = "
    pragma busy_timeout = 10000;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma temp_store = memory;
    pragma cache_size = -16000;
    pragma mmap_size = 0;
";

// A statement must end before the request that asked for it is given up.
const POSTGRES: &str = "
    set statement_timeout = '20s';
    set lock_timeout = '10s';
    set idle_in_transaction_session_timeout = '60s';
    set timezone = 'UTC';
";

fn sqlite(path: &Path) -> Result<SqliteConnection> {
    let mut conn = SqliteConnection::establish(&path.to_string_lossy())
        .map_err(|e| Failure::fault(format!("open {}", path.display()), e))?;
    set_up(&mut conn)?;
    Ok(conn)
}

/// Of several that open an empty place at once, one makes it a log of changes; the others are
/// told that it is locked without being made to wait, so they wait for that one and try again.
fn set_up(conn: &mut SqliteConnection) -> Result<()> {
    const TRIES: usize = 20;
    for _ in 1..TRIES {
        match conn.batch_execute(SQLITE) {
            Err(diesel::result::Error::DatabaseError(_, why))
                if why.message().contains("locked") =>
            {
                // This does wait; whether it gets its turn or not, the next try will tell.
                conn.batch_execute("begin immediate; commit").ok();
            }
            done => return Ok(done?),
        }
    }
    Ok(conn.batch_execute(SQLITE)?)
}

fn postgres(url: &str) -> Result<PgConnection> {
    // The address may hold a password: it stays out of the message.
    let mut conn =
        PgConnection::establish(url).map_err(|e| Failure::fault("connect to PostgreSQL", e))?;
    conn.batch_execute(POSTGRES)?;
    Ok(conn)
}

/// The one connection that changes a SQLite database.
pub(crate) fn establish_writer(location: &Location) -> Result<Conn> {
    match location {
        Location::Sqlite(path) => Ok(Conn::Sqlite(sqlite(path)?)),
        Location::Postgres(url) => Ok(Conn::Postgres(postgres(url)?)),
    }
}

/// A SQLite connection outside the pool.
pub(crate) fn establish_plain(path: &Path) -> Result<Conn> {
    Ok(Conn::Sqlite(sqlite(path)?))
}

/// The SQLite connection that only looks whether others committed something.
pub(crate) fn establish_watch(location: &Location) -> Result<Conn> {
    let mut conn = establish_writer(location)?;
    conn.batch_execute("pragma query_only = on; pragma cache_size = -64")?;
    Ok(conn)
}

/// Opens connections for the pool; those to SQLite only read.
pub(crate) struct Opener {
    location: Location,
}

impl Opener {
    pub(crate) fn new(location: Location) -> Self {
        Self { location }
    }
}

/// A connection that could not be opened, in a form that the pool accepts.
#[derive(Debug)]
pub(crate) struct CannotOpen(Failure);

impl std::fmt::Display for CannotOpen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for CannotOpen {}

impl diesel::r2d2::ManageConnection for Opener {
    type Connection = Conn;
    type Error = CannotOpen;

    fn connect(&self) -> Result<Conn, CannotOpen> {
        match &self.location {
            Location::Sqlite(path) => {
                let mut conn = sqlite(path).map_err(CannotOpen)?;
                conn.batch_execute("pragma query_only = on; pragma cache_size = -2000")
                    .map_err(|e| CannotOpen(e.into()))?;
                Ok(Conn::Sqlite(conn))
            }
            Location::Postgres(url) => postgres(url).map(Conn::Postgres).map_err(CannotOpen),
        }
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), CannotOpen> {
        match conn {
            // A file does not go away between two uses.
            Conn::Sqlite(_) => Ok(()),
            Conn::Postgres(c) => c.batch_execute("select 1").map_err(|e| CannotOpen(e.into())),
        }
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        // A panic may have left a transaction open.
        std::thread::panicking()
            || match conn {
                Conn::Sqlite(_) => false,
                Conn::Postgres(c) => c.is_broken(),
            }
    }
}
