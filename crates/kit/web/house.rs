use crate::later::Later;
use crate::limits::{Caller, Limits, Places};
use crate::live::Live;
use crate::{Shelf, store};
use blobs::Blobs;
use database::Database;
use jiff::tz::TimeZone;
use language::{Day, GroupId, Moment, PersonId, Result};
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, RwLock};
use words::Lang;

/// What the configuration says about the site.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address that people type, without a slash at the end. Links in mails
    /// come from here and never from a request.
    pub base_url: String,
    /// The folder for files that pass through (uploads of exports).
    pub scratch: PathBuf,
    /// Where mails go when no mail server is set.
    pub mail_folder: Option<PathBuf>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<std::net::IpAddr>,
}

/// What pages need to know of the community.
#[derive(Debug, Clone)]
pub struct Community {
    /// Its name.
    pub name: String,
    /// Its first language.
    pub language: Lang,
    /// Its time zone.
    pub zone: TimeZone,
    /// The privacy floor k.
    pub floor: i32,
    /// Whether somebody marked the community team.
    pub team_marked: bool,
    /// The group of everybody.
    pub commons: GroupId,
}

/// A piece that one slice puts on another's page: slices that do not know each
/// other meet on the home page. None where there is nothing to show.
pub type Slot = fn(&crate::Request) -> Result<Option<crate::Rendered>>;

/// What all requests share.
pub struct House {
    /// The data.
    pub database: Database,
    /// Files.
    pub blobs: Blobs,
    /// The configuration.
    pub settings: Settings,
    /// Small changes that may wait a moment.
    pub later: Later,
    /// What slices keep in memory.
    pub shelf: Shelf,
    pub(crate) live: Live,
    pub(crate) limits: Limits,
    pub(crate) bodies: Places<Caller>,
    /// Pieces above the feed, in order; the wiring fills it.
    pub home: Vec<Slot>,
    community: RwLock<Option<Arc<Community>>>,
    here_today: Mutex<(Day, HashSet<PersonId>)>,
}

impl House {
    /// Opens the house.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn open(
        database: Database,
        blobs: Blobs,
        settings: Settings,
        home: Vec<Slot>,
    ) -> Result<Arc<Self>> {
        let house = Arc::new(Self {
            later: Later::start(database.clone()),
            shelf: Shelf::default(),
            live: Live::start(database.clone()),
            limits: Limits::default(),
            bodies: Places::default(),
            community: RwLock::new(None),
            here_today: Mutex::new((Day(0), HashSet::new())),
            database,
            blobs,
            settings,
            home,
        });
        house.reload()?;
        Ok(house)
    }

    /// Reads the community's settings anew, after they changed.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn reload(&self) -> Result<()> {
        let read = self.database.read(store::community)?.map(Arc::new);
        self.database.reload_zone()?;
        if let Ok(mut held) = self.community.write() {
            *held = read;
        }
        Ok(())
    }

    /// The community; none before set-up.
    pub fn community(&self) -> Option<Arc<Community>> {
        self.community.read().ok().and_then(|held| held.clone())
    }

    /// Tells the open pages of somebody that a topic changed which no fact names: how far
    /// work of theirs is.
    pub fn tell(&self, person: PersonId, topic: &str) {
        self.live.tell(person, topic);
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        self.database.now()
    }

    /// Notes that somebody is here today, once a day.
    pub(crate) fn note_visit(&self, person: PersonId) {
        let day = self.now().day(&self.database.zone());
        if let Ok(mut here) = self.here_today.lock() {
            if here.0 != day {
                *here = (day, HashSet::new());
            }
            if !here.1.insert(person) {
                return;
            }
        }
        self.later.soon(move |tx| store::was_here(tx, person, day));
    }
}
