//! A fresh database for a test, on the real engines.
//!
//! PostgreSQL is a private cluster that `script/postgres start` makes; its address
//! is in `NOABER_TEST_POSTGRES` or in `target/postgres/url`. Each test gets a
//! schema of its own. A test that finds no cluster fails: it does not skip.
#![allow(clippy::expect_used, reason = "only tests come here")]

use crate::{Database, Environment, Location, connection};
use diesel::connection::SimpleConnection;
use language::{FixedClock, Moment, Randomness, SeededRandomness};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The moment at which tests begin: Monday 5 October 2026, 08:00 UTC.
pub const BEGINNING: Moment = Moment(1_791_187_200_000_000);

/// A database for one test, its clock, and its folder; gone when dropped.
pub struct Trial {
    /// The database, migrated and empty.
    pub database: Database,
    /// Its clock, which stands at [`BEGINNING`] until it is moved.
    pub clock: Arc<FixedClock>,
    /// Where it can be opened a second time.
    pub location: Location,
    /// A folder for files of the test.
    pub folder: PathBuf,
    schema: Option<(String, String)>,
}

impl Drop for Trial {
    fn drop(&mut self) {
        if let Some((url, schema)) = &self.schema
            && let Ok(mut conn) = connection::establish_writer(&Location::Postgres(url.clone()))
        {
            let _ = conn.batch_execute(&format!("drop schema if exists {schema} cascade"));
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Trial {
    /// The same database opened once more, as another process would. The seed is
    /// that of its ids and its chance: each handle needs one of its own.
    pub fn opened_again(&self, seed: u64) -> Database {
        open(&self.location, self.clock.clone(), seed)
    }
}

/// Opens a database with a clock and the seed of its ids and its chance.
pub fn open(location: &Location, clock: Arc<FixedClock>, seed: u64) -> Database {
    let random: Arc<dyn Randomness> = Arc::new(SeededRandomness::new(seed));
    let environment = Environment::new(clock, random);
    Database::open(location, environment).expect("a database for the test")
}

/// Starts this test program again, to run nothing but `test` (its whole name, as
/// the test runner shows it) with `message` for it: a process that may be killed.
/// Its standard output is a pipe.
pub fn child(test: &str, message: &str) -> Child {
    let program = std::env::current_exe().expect("the test program knows where it is");
    Command::new(program)
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(MESSAGE, message)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the test program starts again")
}

/// In a process made by [`child`]: the message. Elsewhere nothing.
pub fn child_message() -> Option<String> {
    from_environment(MESSAGE)
}

/// Whether the tests that take hours were asked for (`NOABER_LONG=1`).
pub fn long() -> bool {
    from_environment("NOABER_LONG").is_some_and(|long| long == "1")
}

#[expect(clippy::disallowed_methods, reason = "tests are told where things are by the caller")]
fn from_environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

const MESSAGE: &str = "NOABER_CHILD_MESSAGE";

static COUNT: AtomicU64 = AtomicU64::new(0);

fn unique() -> String {
    let count = COUNT.fetch_add(1, Ordering::SeqCst);
    format!("t{}_{count}", std::process::id())
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("noaber-{name}"));
    // A process id comes back some day; what an ended test left must not.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

fn trial(location: Location, folder: PathBuf, schema: Option<(String, String)>) -> Trial {
    let clock = Arc::new(FixedClock::at(BEGINNING));
    let database = open(&location, clock.clone(), 7);
    Trial { database, clock, location, folder, schema }
}

/// A fresh SQLite database.
pub fn sqlite() -> Trial {
    let folder = folder(&unique());
    let location = Location::Sqlite(folder.join("noaber.db"));
    trial(location, folder, None)
}

/// The private cluster's address.
fn cluster() -> String {
    if let Some(url) = from_environment("NOABER_TEST_POSTGRES") {
        return url;
    }
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../target/postgres/url");
    std::fs::read_to_string(file)
        .expect("a private PostgreSQL for tests: run `script/postgres start` first")
        .trim()
        .to_owned()
}

/// A fresh PostgreSQL schema.
pub fn postgres() -> Trial {
    let name = unique();
    let folder = folder(&name);
    let url = cluster();
    let mut conn = connection::establish_writer(&Location::Postgres(url.clone()))
        .expect("the private PostgreSQL answers");
    conn.batch_execute(&format!("drop schema if exists {name} cascade; create schema {name}"))
        .expect("a schema for the test");
    let sign = if url.contains('?') { '&' } else { '?' };
    let location =
        // The name of the application tells this test's connections from others'.
        Location::Postgres(format!(
            "{url}{sign}options=-csearch_path%3D{name}&application_name={name}"
        ));
    trial(location, folder, Some((url, name)))
}

/// Runs a test on both engines.
pub fn on_both(test: impl Fn(&Trial)) {
    for trial in [sqlite(), postgres()] {
        test(&trial);
    }
}
