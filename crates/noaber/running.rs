//! A running house: the site, the followers, the mail.

use crate::configuration::Configuration;
use crate::{outside, post, routes};
use blobs::Blobs;
use database::Database;
use facts::Follower;
use language::{Failure, Moment, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use web::{House, Settings};

/// Everybody who follows the log.
pub fn followers() -> Vec<Box<dyn Follower>> {
    vec![Box::new(rollups::Rollups)]
}

/// Opens the database of a configuration, making its folder.
///
/// # Errors
/// A fault when it cannot be reached.
pub fn open_database(configuration: &Configuration) -> Result<Database> {
    std::fs::create_dir_all(&configuration.folder)
        .map_err(|e| Failure::fault("make the data folder", e))?;
    Database::open(&configuration.location(), outside::environment())
}

/// Opens the house of a configuration.
///
/// # Errors
/// A fault when a part of it cannot be opened.
pub fn open_house(configuration: &Configuration, database: Database) -> Result<Arc<House>> {
    let scratch = configuration.folder.join("passing");
    std::fs::create_dir_all(&scratch).map_err(|e| Failure::fault("make a folder", e))?;
    forget_uploads(&scratch);
    let blobs = Blobs::open(configuration.files())
        .map_err(|e| Failure::fault("open the folder of files", e))?;
    let house = House::open(
        database,
        blobs,
        Settings {
            base_url: configuration.base_url(),
            scratch,
            mail_folder: configuration.mail_folder(),
            proxies: configuration.proxies.clone(),
        },
        routes::home(),
    )?;
    house.shelf.of::<oversight::Register>().fill(routes::measures());
    Ok(house)
}

/// Removes uploads that a power cut left behind.
fn forget_uploads(scratch: &std::path::Path) {
    for entry in std::fs::read_dir(scratch).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with("upload-") {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Threads that work beside the site; they end when this is dropped.
pub struct Workers {
    stop: Arc<AtomicBool>,
    database: Database,
    threads: Vec<std::thread::JoinHandle<()>>,
}

impl Workers {
    /// Starts one thread for each follower and one for the mail.
    pub fn start(configuration: &Configuration, database: &Database) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let mut threads = Vec::new();
        for follower in followers() {
            let (database, stop) = (database.clone(), stop.clone());
            threads.extend(
                std::thread::Builder::new()
                    .name(follower.name().to_owned())
                    .spawn(move || follow(&database, &*follower, &stop)),
            );
        }
        let (kept, ended) = (database.clone(), stop.clone());
        let base_url = configuration.base_url();
        threads.extend(
            std::thread::Builder::new()
                .name("upkeep".into())
                .spawn(move || look_after(&kept, &base_url, &ended)),
        );
        match post::line(configuration) {
            Ok((sender, transport)) => {
                let (database, stop) = (database.clone(), stop.clone());
                threads.extend(
                    std::thread::Builder::new()
                        .name("mail".into())
                        .spawn(move || send_mail(&database, &sender, &transport, &stop)),
                );
            }
            Err(why) => tracing::error!(why, "no mail is sent"),
        }
        Self { stop, database: database.clone(), threads }
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        self.database.log_grew();
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Lets a follower take what there is, then waits for more.
fn follow(database: &Database, follower: &dyn Follower, stop: &AtomicBool) {
    let mut seen = 0;
    while !stop.load(Ordering::SeqCst) {
        match facts::step(database, follower) {
            Ok(0) => seen = database.wait_for_growth(seen, Duration::from_secs(2)),
            Ok(_) => {}
            Err(failure) => {
                tracing::error!(follower = follower.name(), %failure, "a follower stands still");
                seen = database.wait_for_growth(seen, Duration::from_secs(10));
            }
        }
    }
}

fn send_mail(
    database: &Database,
    sender: &delivery::Sender,
    transport: &delivery::Transport,
    stop: &AtomicBool,
) {
    let mut seen = 0;
    while !stop.load(Ordering::SeqCst) {
        let wait = match sender.step(database, transport) {
            Ok(round) if round.more => continue,
            Ok(round) => match round.unreachable {
                Some(why) => {
                    tracing::warn!(why, "the mail server is away");
                    Duration::from_secs(30)
                }
                None => Duration::from_secs(2),
            },
            Err(failure) => {
                tracing::error!(%failure, "the mail stands still");
                Duration::from_secs(10)
            }
        };
        seen = database.wait_for_growth(seen, wait);
    }
}

/// What time itself brings: figures of days that are over, verdicts on actions
/// whose window has closed. Each does nothing when there is nothing to do.
///
/// # Errors
/// A fault of the database.
pub fn keep_up(database: &Database) -> Result<()> {
    // One that fails keeps no other from its work; what must be forgotten goes first, and the
    // network of a large community, which takes minutes once a week, last.
    let all = [
        oversight::forget_old(database),
        rollups::keep(database, database.now().day(&database.zone())).map(|_| ()),
        cockpit::keep_week(database),
        database.write(actions::judge_due).map(|_| ()),
        ties::keep(database),
    ];
    all.into_iter().collect()
}

fn look_after(database: &Database, base_url: &str, stop: &AtomicBool) {
    /// The shortest time between two rounds: growth wakes this thread often.
    const ROUND: i64 = 30 * Moment::SECOND;
    let (mut seen, mut next) = (0, Moment(0));
    while !stop.load(Ordering::SeqCst) {
        if database.now() >= next {
            for kept in [keep_up(database), reports::keep(database, base_url)] {
                if let Err(failure) = kept {
                    tracing::error!(%failure, "a part of the upkeep stands still");
                }
            }
            next = database.now().plus(ROUND);
        }
        seen = database.wait_for_growth(seen, Duration::from_secs(30));
    }
}

/// Lets every follower take all there is: for commands and tests.
///
/// # Errors
/// What a follower returned.
pub fn settle(database: &Database) -> Result<()> {
    for follower in followers() {
        while facts::step(database, &*follower)? > 0 {}
    }
    keep_up(database)
}

/// Serves until `stop` is done.
///
/// # Errors
/// A fault when the address cannot be listened on.
pub async fn serve(
    configuration: &Configuration,
    house: Arc<House>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(&configuration.listen)
        .await
        .map_err(|e| Failure::fault(format!("listen on {}", configuration.listen), e))?;
    let address = listener.local_addr().map_err(|e| Failure::fault("listen", e))?;
    tracing::info!(%address, url = configuration.base_url(), "ready");
    let doors = web::Doors { proxies: configuration.proxies.clone(), ..web::Doors::default() };
    web::start(listener, web::site(house, routes::all()), doors, stop).await
}
