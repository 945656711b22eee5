//! The size that Noaber is made for: how quickly the read models are built from the log, and
//! how quickly each page of the cockpit opens on them.

use crate::chatter::Chatter;
use crate::client::{Connection, get};
use crate::figures::{Figures, Target};
use crate::fill;
use crate::server::Program;
use clap::Args;
use database::{Database, Location};
use jiff::tz::TimeZone;
use language::{
    ActorKind, Day, DepartmentId, Fact, Failure, Moment, ObjectKind, PersonId, PersonState,
    Pseudonym, Result, Verb,
};
use rollups::Rollups;
use sign_in::accounts::{self, NewAccount};
use std::path::PathBuf;
use std::time::Instant;
use web::{Method, Policy};

/// What to measure.
#[derive(Debug, Args)]
pub struct Plan {
    /// The release build of `noaber`.
    #[arg(long)]
    program: PathBuf,
    /// An empty folder for the data.
    #[arg(long)]
    folder: PathBuf,
    /// An empty PostgreSQL database to measure on; SQLite without it.
    #[arg(long)]
    postgres: Option<String>,
    /// Facts.
    #[arg(long, default_value_t = 10_000_000)]
    facts: usize,
    /// People.
    #[arg(long, default_value_t = 100_000)]
    people: usize,
    /// Days.
    #[arg(long, default_value_t = 365)]
    days: i32,
    /// A file for the figures: a line of JSON each.
    #[arg(long)]
    json: Option<PathBuf>,
}

/// Facts a second that a rebuild reaches, on two cores.
const RATE: Target = Target::AtLeast(1_500_000.0);
/// Milliseconds in which any page of the cockpit opens.
const PAGE: Target = Target::AtMost(300.0);
const ADDRESS: &str = "127.0.0.1:8479";
const DEPARTMENTS: usize = 60;
/// So many people in one transaction.
const AT_ONCE: usize = 5_000;
/// One of so many is of the community team.
const TEAM: usize = 1_000;
/// Each page is asked for so often; the slowest counts.
const TIMES: usize = 3;

/// Somebody in the log.
#[derive(Debug, Clone, Copy)]
struct Someone {
    pseudonym: Pseudonym,
    kind: ActorKind,
    department: DepartmentId,
}

/// Measures, prints, and writes the file. Returns how many targets were missed.
///
/// # Errors
/// A fault of the machine or the program: nothing was measured then.
pub fn run(plan: &Plan) -> Result<usize> {
    let folder = plan.folder.join("data");
    std::fs::create_dir_all(&folder).map_err(|e| Failure::fault("make a folder", e))?;
    let location = match &plan.postgres {
        Some(url) => Location::Postgres(url.clone()),
        None => Location::Sqlite(folder.join("noaber.db")),
    };
    let database = Database::open(&location, noaber::outside::environment())?;
    let mut figures = Figures::default();
    figures.part("a large community, made up");
    let begin = Instant::now();
    let manager = fill::begin(&database)?;
    let people = people(&database, plan.people)?;
    talk(&database, plan, &people)?;
    figures.note("large.people", people.len() as f64, "people", None);
    figures.note("large.filled", begin.elapsed().as_secs_f64(), "s", None);
    rebuild(&database, &mut figures)?;
    let begin = Instant::now();
    noaber::running::settle(&database)?;
    figures.note("large.first_upkeep", begin.elapsed().as_secs_f64(), "s", None);
    let begin = Instant::now();
    noaber::running::keep_up(&database)?;
    figures.note("large.upkeep", begin.elapsed().as_secs_f64() * 1e3, "ms", None);
    let session = database.write(|tx| accounts::session_for(tx, manager))?;
    drop(database);
    let program = Program {
        path: plan.program.clone(),
        folder,
        database: plan.postgres.clone(),
        address: ADDRESS.to_owned(),
    };
    pages(&program, &session, &mut figures)?;
    if let Some(file) = &plan.json {
        figures.write(file)?;
    }
    Ok(figures.missed())
}

/// Makes the people, each in a department, and says who they are in the log.
fn people(database: &Database, count: usize) -> Result<Vec<Someone>> {
    let mut all = Vec::with_capacity(count);
    let departments = database.write(|tx| {
        (1..=DEPARTMENTS)
            .map(|number| {
                let name = format!("Afdeling {number}");
                let made = organisation::departments::ensure(tx, &[&name])?;
                made.ok_or_else(|| Failure::fault("make a department", name))
            })
            .collect::<Result<Vec<DepartmentId>>>()
    })?;
    for first in (0..count).step_by(AT_ONCE) {
        let mut made = database.write(|tx| {
            (first..count.min(first + AT_ONCE))
                .map(|number| {
                    let department = departments[number % DEPARTMENTS];
                    let team = number % TEAM == 7;
                    let name = Chatter::name(number);
                    let new = NewAccount {
                        state: PersonState::Active,
                        department: Some(department),
                        team,
                        ..NewAccount::placeholder(&name)
                    };
                    let person: PersonId = accounts::create(tx, &new)?;
                    let pseudonym = facts::pseudonym_of(tx, person)?
                        .ok_or_else(|| Failure::fault("find a pseudonym", name.clone()))?;
                    let kind = if team { ActorKind::Staff } else { ActorKind::Member };
                    Ok(Someone { pseudonym, kind, department })
                })
                .collect::<Result<Vec<Someone>>>()
        })?;
        all.append(&mut made);
    }
    Ok(all)
}

/// A year of facts, a day in one transaction.
fn talk(database: &Database, plan: &Plan, people: &[Someone]) -> Result<()> {
    let zone = database.zone();
    let today = database.now().day(&zone);
    let mut story = Story { chatter: Chatter::new(3), people, threads: Vec::new(), next: 1_000 };
    let a_day = plan.facts / usize::try_from(plan.days.max(1)).unwrap_or(1);
    for back in (1..=plan.days).rev() {
        let facts = story.day(today.plus(-back), a_day, &zone);
        database.write(|tx| facts::record_all(tx, &facts))?;
    }
    Ok(())
}

/// Who says what. Most of the talk comes from few, and answers go to what is recent.
struct Story<'a> {
    chatter: Chatter,
    people: &'a [Someone],
    threads: Vec<(i64, Someone)>,
    next: i64,
}

impl Story<'_> {
    fn somebody(&mut self) -> Someone {
        let (a, b) = (self.chatter.below(self.people.len()), self.chatter.below(self.people.len()));
        self.people[a * b / self.people.len()]
    }

    fn day(&mut self, day: Day, count: usize, zone: &TimeZone) -> Vec<Fact> {
        let morning = day.start(zone).plus(8 * Moment::HOUR);
        let step = 10 * Moment::HOUR / i64::try_from(count.max(1)).unwrap_or(1);
        (0..count)
            .map(|number| {
                let at = morning.plus(step * i64::try_from(number).unwrap_or(0));
                self.fact(at, day)
            })
            .collect()
    }

    fn fact(&mut self, at: Moment, day: Day) -> Fact {
        let who = self.somebody();
        self.next += 1;
        let did = |verb| {
            let mut fact = Fact::new(verb, at, day);
            fact.actor = Some(who.pseudonym);
            fact.actor_kind = who.kind;
            fact.dept_at = Some(who.department);
            fact
        };
        let kind = self.chatter.below(100);
        if kind < 4 || self.threads.is_empty() {
            self.threads.push((self.next, who));
            let mut fact = did(Verb::Post);
            fact.object_kind = ObjectKind::Post;
            fact.object_id = self.next;
            return fact;
        }
        if kind >= 59 {
            return did(Verb::Session);
        }
        let recent = self.chatter.below(self.threads.len().min(300));
        let (thread, author) = self.threads[self.threads.len() - 1 - recent];
        let mut fact = match kind {
            ..20 => did(Verb::Reply),
            20..55 => did(Verb::React),
            _ => did(Verb::Mention),
        };
        let reply = kind < 20;
        fact.object_kind = if reply { ObjectKind::Comment } else { ObjectKind::Post };
        fact.object_id = if reply { self.next } else { thread };
        fact.thread_id = Some(thread);
        fact.target = Some(author.pseudonym);
        fact.target_dept_at = Some(author.department);
        fact
    }
}

fn rebuild(database: &Database, figures: &mut Figures) -> Result<()> {
    figures.part("the read models, from nothing");
    facts::rebuild(database, &Rollups)?;
    let begin = Instant::now();
    let mut taken = 0;
    facts::catch_up(database, &Rollups, |count| taken += count)?;
    let seconds = begin.elapsed().as_secs_f64();
    figures.note("large.facts", taken as f64, "facts", None);
    figures.note("large.rebuild", seconds, "s", None);
    figures.note("large.rebuild_rate", taken as f64 / seconds, "facts/s", Some(RATE));
    Ok(())
}

/// Every page of the cockpit that stands on its own.
fn pages(program: &Program, session: &str, figures: &mut Figures) -> Result<()> {
    figures.part("pages of the cockpit, the slowest of three");
    let (server, _) = program.start()?;
    let fault = |e: std::io::Error| Failure::fault("ask for a page", e);
    let mut connection = Connection::open(ADDRESS).map_err(fault)?;
    for route in noaber::routes::all() {
        let manages = matches!(route.policy, Policy::AtLeast(_));
        let own = route.path.starts_with("/cockpit") && !route.path.contains(['{', '.']);
        if route.method != Method::Get || !manages || !own {
            continue;
        }
        let mut slowest: f64 = 0.0;
        for _ in 0..TIMES {
            let begin = Instant::now();
            let status =
                connection.ask(&get(route.path, Some(session), true)).map_err(fault)?.status;
            slowest = slowest.max(begin.elapsed().as_secs_f64() * 1e3);
            if status != 200 {
                return Err(Failure::fault("ask for a page", format!("{}: {status}", route.path)));
            }
        }
        figures.note(&format!("large.page{}", route.path), slowest, "ms", Some(PAGE));
    }
    figures.note("large.memory", server.memory("VmHWM"), "MiB", None);
    Ok(())
}
