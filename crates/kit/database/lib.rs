//! Connections, transactions and migrations: the only crate that names an engine.
//!
//! One set of queries serves SQLite (the embedded default: one writer with
//! group commit, a pool of readers) and PostgreSQL (a pool). Slices get a
//! [`Connection`] to read and a [`Tx`] to change; neither says which engine it is.

mod connection;
mod environment;
mod location;
mod migrate;
mod sequence;
mod sql;
mod stamp;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
mod writer;

pub use connection::{Backend, Conn};
#[doc(hidden)]
pub use diesel;
pub use environment::Environment;
pub use location::Location;
pub use migrate::{MIGRATIONS, Migration, SchemaState};
pub use sql::{Sql, places, rows, sql, written_out};
pub use stamp::Stamp;
pub use tx::Tx;

use connection::Opener;
use diesel::connection::SimpleConnection;
use jiff::tz::TimeZone;
use language::{Failure, Moment, Result};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::Duration;

/// A database that is open. Clones share it.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
}

struct Inner {
    location: Location,
    readers: diesel::r2d2::Pool<Opener>,
    /// SQLite only: all changes go through it.
    writer: Option<writer::Writer>,
    /// SQLite only: never reads data, only whether something was committed.
    watch: Option<Mutex<Conn>>,
    environment: Environment,
    zone: RwLock<TimeZone>,
    /// Counts commits that recorded facts, for those who follow the log.
    growth: Mutex<u64>,
    grew: Condvar,
    listeners: RwLock<Vec<Box<dyn Fn() + Send + Sync>>>,
}

impl Database {
    /// Opens the database, creating it when it is not there, and brings its
    /// schema up to date.
    ///
    /// # Errors
    /// A fault when it cannot be reached, or when its schema is newer than this
    /// program.
    pub fn open(location: &Location, environment: Environment) -> Result<Self> {
        let database = Self::open_as_is(location, environment)?;
        database.migrate()?;
        database.reload_zone()?;
        Ok(database)
    }

    /// Opens without migrating: for commands that look first.
    ///
    /// # Errors
    /// A fault when it cannot be reached.
    pub fn open_as_is(location: &Location, environment: Environment) -> Result<Self> {
        let writer = match location {
            Location::Sqlite(_) => {
                Some(writer::Writer::new(connection::establish_writer(location)?))
            }
            Location::Postgres(_) => None,
        };
        let watch = match location {
            Location::Sqlite(_) => Some(Mutex::new(connection::establish_watch(location)?)),
            Location::Postgres(_) => None,
        };
        let size = match location {
            Location::Sqlite(_) => 8,
            Location::Postgres(_) => 16,
        };
        let readers = diesel::r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            // After a restart of the server the pool is full of dead connections:
            // none of them is given out.
            .test_on_check_out(true)
            .connection_timeout(Duration::from_secs(10))
            .build(Opener::new(location.clone()))
            .map_err(|e| Failure::fault("open the database", e))?;
        Ok(Self {
            inner: Arc::new(Inner {
                location: location.clone(),
                readers,
                writer,
                watch,
                environment,
                zone: RwLock::new(TimeZone::UTC),
                growth: Mutex::new(0),
                grew: Condvar::new(),
                listeners: RwLock::new(Vec::new()),
            }),
        })
    }

    /// Runs every migration that has not run yet.
    ///
    /// # Errors
    /// A fault when one fails (nothing of it stays) or the schema is newer.
    pub fn migrate(&self) -> Result<usize> {
        self.run_migrations(MIGRATIONS)
    }

    fn run_migrations(&self, migrations: &[Migration]) -> Result<usize> {
        let now = self.now();
        match &self.inner.writer {
            Some(writer) => writer.alone(|conn| migrate::run(conn, false, now, migrations)),
            None => {
                let mut conn = self.reader()?;
                migrate::run(&mut conn, true, now, migrations)
            }
        }
    }

    /// How the schema of the database compares with this program's.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn schema_state(&self) -> Result<SchemaState> {
        self.read(migrate::state)
    }

    /// Why nothing can be written until the program is started anew: SQLite's disk
    /// failed to keep something, so nobody knows what the file holds now.
    pub fn broken(&self) -> Option<&str> {
        self.inner.writer.as_ref().and_then(writer::Writer::broken)
    }

    /// Where it is.
    pub fn location(&self) -> &Location {
        &self.inner.location
    }

    /// Clock, chance and ids.
    pub fn environment(&self) -> &Environment {
        &self.inner.environment
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        self.inner.environment.now()
    }

    /// The community's time zone (UTC until it is set up).
    pub fn zone(&self) -> TimeZone {
        self.inner.zone.read().map_or(TimeZone::UTC, |z| z.clone())
    }

    /// Reads the community's zone anew: after set-up and when it was changed.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn reload_zone(&self) -> Result<()> {
        let name = self.read(migrate::zone_name)?;
        if let Some(name) = name
            && let Ok(zone) = TimeZone::get(&name)
            && let Ok(mut held) = self.inner.zone.write()
        {
            *held = zone;
        }
        Ok(())
    }

    fn reader(&self) -> Result<diesel::r2d2::PooledConnection<Opener>> {
        self.inner.readers.get().map_err(|e| Failure::fault("get a database connection", e))
    }

    /// Which state the data is in: as long as two stamps are the same, nothing was
    /// committed between them, by whatever process. Take it before reading what is
    /// to be kept under it.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn stamp(&self) -> Result<Stamp> {
        match &self.inner.watch {
            // A panic cannot leave it half changed: nothing is ever changed on it.
            Some(watch) => stamp::read(&mut watch.lock().unwrap_or_else(PoisonError::into_inner)),
            None => self.read(stamp::read),
        }
    }

    /// Reads. On SQLite the connection refuses to write.
    ///
    /// # Errors
    /// What `f` returns, or a fault when no connection comes free.
    pub fn read<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.reader()?;
        f(&mut conn)
    }

    /// Reads several times from one state of the data.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn snapshot<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.reader()?;
        let begin = match self.inner.location {
            Location::Sqlite(_) => "begin",
            Location::Postgres(_) => "begin isolation level repeatable read read only",
        };
        conn.batch_execute(begin)?;
        let mut open = OpenTransaction { conn: &mut conn, done: false };
        let result = f(open.conn);
        // Nothing was changed; what `f` found matters, not how this ends.
        let _ = open.end("commit");
        result
    }

    /// Changes, all or nothing: what `f` did stays when it returns `Ok` and this
    /// returns `Ok`. When this returns, it is on disk.
    ///
    /// # Errors
    /// What `f` returns, or a fault when it could not be kept.
    pub fn write<T>(&self, f: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let (result, recorded) = match &self.inner.writer {
            Some(writer) => writer.run(|conn| {
                let mut tx = Tx::new(conn, self);
                let result = f(&mut tx);
                (result, tx.recorded())
            })?,
            None => {
                let mut conn = self.reader()?;
                conn.batch_execute("begin")?;
                let mut open = OpenTransaction { conn: &mut conn, done: false };
                let mut tx = Tx::new(open.conn, self);
                let result = f(&mut tx);
                let recorded = tx.recorded();
                // PostgreSQL answers `commit` of a transaction in which something
                // failed with a silent rollback; `select 1` makes it say so.
                let ended = open.end(if result.is_ok() { "select 1; commit" } else { "rollback" });
                if result.is_ok() {
                    ended?;
                }
                (result, recorded)
            }
        };
        if result.is_ok() && recorded {
            self.log_grew();
        }
        result
    }

    /// Tells those who wait that the log has grown.
    pub fn log_grew(&self) {
        if let Ok(mut growth) = self.inner.growth.lock() {
            *growth += 1;
            self.inner.grew.notify_all();
        }
        if let Ok(listeners) = self.inner.listeners.read() {
            for listener in listeners.iter() {
                listener();
            }
        }
    }

    /// Calls `listener` after each commit that recorded facts. It must be quick.
    pub fn on_growth(&self, listener: impl Fn() + Send + Sync + 'static) {
        if let Ok(mut listeners) = self.inner.listeners.write() {
            listeners.push(Box::new(listener));
        }
    }

    /// Waits until the log has grown past `seen` or `limit` has passed; returns
    /// the new count. Another process's growth is noticed at the limit.
    pub fn wait_for_growth(&self, seen: u64, limit: Duration) -> u64 {
        let Ok(growth) = self.inner.growth.lock() else { return seen };
        match self.inner.grew.wait_timeout_while(growth, limit, |count| *count == seen) {
            Ok((count, _)) => *count,
            Err(_) => seen,
        }
    }

    /// Copies the whole SQLite database to `target` while it is used.
    ///
    /// # Errors
    /// A fault when the copy fails, or on PostgreSQL (which has its own way).
    pub fn copy_sqlite(&self, target: &std::path::Path) -> Result<()> {
        let Location::Sqlite(source) = &self.inner.location else {
            return Err(Failure::fault("copy the database", "this is not SQLite"));
        };
        // A connection of its own: readers of the pool refuse to write, and
        // VACUUM INTO may not run inside the writer's batch.
        let mut conn = connection::establish_plain(source)?;
        let name = target.to_string_lossy().replace('\'', "''");
        conn.batch_execute(&format!("vacuum into '{name}'"))?;
        Ok(())
    }
}

/// Inserts many rows of one form: `insert_all!(tx, posts::table, &rows)`, at most
/// about a thousand at a time. Use it where the function returns a `Result`.
///
/// Diesel has no batch insert over two engines. SQLite is quickest with one
/// prepared statement per row, PostgreSQL with one statement for all.
#[macro_export]
macro_rules! insert_all {
    ($tx:expr, $table:expr, $rows:expr) => {{
        use $crate::diesel::RunQueryDsl as _;
        match &mut **$tx {
            $crate::Conn::Sqlite(conn) => {
                for row in $rows {
                    $crate::diesel::insert_into($table).values(row).execute(conn)?;
                }
            }
            $crate::Conn::Postgres(conn) => {
                $crate::diesel::insert_into($table).values($rows).execute(conn)?;
            }
        }
    }};
}

/// Ends a transaction even when the work in it panics.
struct OpenTransaction<'a> {
    conn: &'a mut Conn,
    done: bool,
}

impl OpenTransaction<'_> {
    fn end(&mut self, how: &str) -> Result<()> {
        self.conn.batch_execute(how)?;
        self.done = true;
        Ok(())
    }
}

impl Drop for OpenTransaction<'_> {
    fn drop(&mut self) {
        if !self.done {
            // The connection is unusable if even this fails; the pool will find out.
            let _ = self.conn.batch_execute("rollback");
        }
    }
}

#[cfg(test)]
mod tests;
