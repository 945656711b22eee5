use crate::{Conn, Database, Environment};
use jiff::tz::TimeZone;
use language::{Day, Moment};
use std::ops::{Deref, DerefMut};

/// A transaction that may change things. Only [`Database::write`] makes one, so a
/// function that takes `&mut Tx` cannot be called while merely reading.
pub struct Tx<'a> {
    conn: &'a mut Conn,
    database: &'a Database,
    now: Moment,
    zone: TimeZone,
    recorded: bool,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(conn: &'a mut Conn, database: &'a Database) -> Self {
        Self { conn, database, now: database.now(), zone: database.zone(), recorded: false }
    }

    /// The moment of this transaction: the same at each call.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The community's day of [`Self::now`].
    pub fn today(&self) -> Day {
        self.now.day(&self.zone)
    }

    /// The community's zone.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// A new id.
    pub fn new_id(&self) -> i64 {
        self.database.environment().new_id()
    }

    /// Clock, chance and ids.
    pub fn environment(&self) -> &Environment {
        self.database.environment()
    }

    /// Notes that facts were recorded: followers are woken after the commit.
    pub fn mark_recorded(&mut self) {
        self.recorded = true;
    }

    pub(crate) fn recorded(&self) -> bool {
        self.recorded
    }
}

impl Deref for Tx<'_> {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        self.conn
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Conn {
        self.conn
    }
}
