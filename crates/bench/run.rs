//! The whole measurement, in order.

use crate::client::{Connection, get, post};
use crate::figures::{Figures, Target};
use crate::load::{self, Done, Load};
use crate::server::{Program, Server};
use crate::{bring_in, fill, server, store, visit};
use clap::Args;
use database::{Database, Location};
use language::{Failure, PostId, Result};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::time::Duration;

/// What to measure.
#[derive(Debug, Args)]
pub struct Plan {
    /// The release build of `noaber`.
    #[arg(long)]
    program: PathBuf,
    /// A folder for the data; what was filled there before is used again.
    #[arg(long)]
    folder: PathBuf,
    /// A file for the figures: a line of JSON each.
    #[arg(long)]
    json: Option<PathBuf>,
    /// An empty PostgreSQL database to measure on; SQLite without it.
    #[arg(long)]
    postgres: Option<String>,
    /// A folder with a Stack Exchange dump to import besides the one that is made up.
    #[arg(long)]
    dump: Option<PathBuf>,
    /// Seconds of each series.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// Only the pages: no imports, no replies, no starts.
    #[arg(long)]
    pages_only: bool,
}

/// Where the program listens, and the bare server after it.
const ADDRESS: &str = "127.0.0.1:8477";
const BARE: &str = "127.0.0.1:8478";
/// CPU time for a request that may not be exceeded, in milliseconds.
const CPU: Target = Target::AtMost(0.5);
/// How many writers reply at once.
const WRITERS: usize = 8;
/// Accounts that reply: an account may change sixty things a minute, and more at first.
const REPLIERS: usize = 800;
/// Replies go to threads of so many comments; there are about a thousand.
const ANSWERED: i32 = 9;
/// So many starts; the middle one counts.
const STARTS: usize = 5;

/// Everything that series need to know.
struct Bench<'a> {
    plan: &'a Plan,
    program: Program,
    location: Location,
    sessions: Vec<String>,
    /// Of twenty posts.
    threads: Vec<PostId>,
    /// Which get the replies, so that the others stay as they are.
    answered: Vec<PostId>,
    figures: Figures,
    /// Numbers of requests: each is somebody else's.
    next: AtomicU64,
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
    let sessions = filled(plan, &location)?;
    let measured = i32::try_from(fill::BELOW).unwrap_or(i32::MAX);
    let (threads, answered) = open(&location)?.read(|conn| {
        Ok((store::threads_of(conn, measured)?, store::threads_of(conn, ANSWERED)?))
    })?;
    if threads.is_empty() || answered.is_empty() || sessions.len() < fill::MEMBERS {
        return Err(Failure::fault("measure", "the folder holds no filled community: empty it"));
    }
    let program = Program {
        path: plan.program.clone(),
        folder,
        database: plan.postgres.clone(),
        address: ADDRESS.to_owned(),
    };
    let mut bench = Bench {
        plan,
        program,
        location,
        sessions,
        threads,
        answered,
        figures: Figures::default(),
        next: AtomicU64::new(0),
    };
    bench.machine();
    if !plan.pages_only {
        bench.imports()?;
    }
    server::stay_on_client_core()?;
    let started = bench.started()?;
    let tokens = bench.everybody_looks()?;
    bench.pages(&started)?;
    if !plan.pages_only {
        bench.first_visit()?;
        bench.replies(&started, &tokens)?;
    }
    bench.memory(&started);
    drop(started);
    if !plan.pages_only {
        bench.doctor()?;
    }
    bench.bare()?;
    if let Some(file) = &plan.json {
        bench.figures.write(file)?;
    }
    Ok(bench.figures.missed())
}

/// The one whose turn it is, of a list that is not empty.
fn one(posts: &[PostId], number: u64) -> PostId {
    let at = number % posts.len() as u64;
    posts[usize::try_from(at).unwrap_or(0)]
}

fn open(location: &Location) -> Result<Database> {
    Database::open(location, noaber::outside::environment())
}

/// Fills the database, or takes the one that an earlier run filled.
fn filled(plan: &Plan, location: &Location) -> Result<Vec<String>> {
    let kept = plan.folder.join("sessions.txt");
    let fault = |e: std::io::Error| Failure::fault("keep the sessions", e);
    if let Ok(text) = std::fs::read_to_string(&kept) {
        return Ok(text.lines().map(str::to_owned).collect());
    }
    println!(
        "filling {} members, 20 groups, {} threads, {} comments",
        fill::MEMBERS,
        fill::THREADS,
        fill::COMMENTS
    );
    let sessions = fill::fill(location, noaber::outside::environment().now())?;
    std::fs::write(&kept, sessions.join("\n")).map_err(fault)?;
    Ok(sessions)
}

impl Bench<'_> {
    /// What else the machine does: with other work beside it only CPU times count.
    fn machine(&mut self) {
        self.figures.part("machine");
        let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let busy = load.split(' ').next().and_then(|l| l.parse().ok()).unwrap_or(0.0);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        self.figures.note("machine.cores", cores as f64, "cores", None);
        self.figures.note("machine.load_before", busy, "processes", None);
    }

    fn imports(&mut self) -> Result<()> {
        self.figures.part("import, into SQLite");
        let made = self.plan.folder.join("dump");
        bring_in::make_dump(&made)?;
        bring_in::measure(&self.plan.folder, &made, "made-up", &mut self.figures)?;
        if let Some(dump) = &self.plan.dump {
            bring_in::measure(&self.plan.folder, dump, "real", &mut self.figures)?;
        }
        Ok(())
    }

    /// The running program, after a few starts of which the middle one counts.
    fn started(&mut self) -> Result<Server> {
        self.figures.part("start");
        let mut times = Vec::new();
        for _ in 1..STARTS {
            times.push(self.program.start()?.1);
        }
        let (server, time) = self.program.start()?;
        times.push(time);
        times.sort_unstable();
        let middle = times[times.len() / 2].as_secs_f64();
        self.figures.note("start.first_page", middle, "s", Some(Target::AtMost(0.5)));
        self.figures.note("memory.after_start", server.memory("VmHWM"), "MiB", None);
        Ok(server)
    }

    /// Everybody opens the first page once. Returns the token of everybody's forms.
    fn everybody_looks(&self) -> Result<Vec<String>> {
        let fault = |e: std::io::Error| Failure::fault("open the first page", e);
        let mut connection = Connection::open(ADDRESS).map_err(fault)?;
        let mut tokens = Vec::new();
        for session in &self.sessions {
            connection.ask(&get("/", Some(session), false)).map_err(fault)?;
            let html = connection.text();
            let token = html
                .split("name=\"token\" value=\"")
                .nth(1)
                .and_then(|rest| rest.split('"').next())
                .ok_or_else(|| Failure::fault("open the first page", "no form, no feed"))?;
            tokens.push(token.to_owned());
        }
        Ok(tokens)
    }

    fn somebody(&self, number: u64) -> &str {
        let at = number % self.sessions.len() as u64;
        &self.sessions[usize::try_from(at).unwrap_or(0)]
    }

    fn some_thread(&self, number: u64) -> PostId {
        one(&self.threads, number)
    }

    fn pages(&mut self, server: &Server) -> Result<()> {
        for page in ["feed", "thread"] {
            for (gzip, form) in [(true, ""), (false, ".plain")] {
                self.figures.part(&format!("{page}{form}"));
                for connections in [1, 16, 64] {
                    let request = |number| {
                        let path = match page {
                            "feed" => "/".to_owned(),
                            _ => format!("/posts/{}", self.some_thread(number)),
                        };
                        get(&path, Some(self.somebody(number)), gzip)
                    };
                    let (done, cpu) = self.series(server, ADDRESS, connections, &request);
                    let name = format!("{page}{form}.{connections}");
                    self.note(&name, &done, cpu, Some(CPU))?;
                }
            }
        }
        Ok(())
    }

    /// A series, and the CPU time for each request in milliseconds.
    fn series(
        &self,
        server: &Server,
        address: &str,
        connections: usize,
        request: &(dyn Fn(u64) -> Vec<u8> + Sync),
    ) -> (Done, f64) {
        let mut load =
            Load { address, connections, span: Duration::from_millis(300), request, wanted: 200 };
        load::run(&load, &self.next);
        load.span = Duration::from_secs(self.plan.seconds);
        let before = server.cpu_seconds();
        let done = load::run(&load, &self.next);
        let used = server.cpu_seconds() - before;
        let asked = (done.good + done.bad).max(1);
        (done, used * 1_000.0 / asked as f64)
    }

    fn note(&mut self, name: &str, done: &Done, cpu: f64, target: Option<Target>) -> Result<()> {
        if done.bad > 0 || done.good == 0 {
            let why = format!("{name}: {} good answers, {} others", done.good, done.bad);
            return Err(Failure::fault("measure", why));
        }
        self.figures.note(&format!("{name}.cpu"), cpu, "ms/request", target);
        self.figures.note(&format!("{name}.rate"), done.rate(), "requests/s", None);
        self.figures.note(&format!("{name}.p95"), done.within(0.95), "ms", None);
        let bytes = done.bytes as f64 / done.good as f64;
        self.figures.note(&format!("{name}.bytes"), bytes, "bytes/answer", None);
        Ok(())
    }

    fn first_visit(&mut self) -> Result<()> {
        self.figures.part("first visit: the sign-in page and the feed");
        let visit = visit::first(ADDRESS, &self.sessions[0])?;
        let kilobytes = |bytes: usize| bytes as f64 / 1_000.0;
        let figures = &mut self.figures;
        figures.note(
            "visit.requests",
            visit.requests as f64,
            "requests",
            Some(Target::AtMost(12.0)),
        );
        figures.note("visit.bytes", kilobytes(visit.bytes), "KB", Some(Target::AtMost(120.0)));
        let kinds = ["pages", "scripts_and_styles", "fonts", "icons"];
        for (kind, bytes) in kinds.iter().zip(visit.kinds) {
            figures.note(&format!("visit.{kind}"), kilobytes(bytes), "KB", None);
        }
        Ok(())
    }

    /// Replies of many people over a few connections, each on disk when it is answered.
    fn replies(&mut self, server: &Server, tokens: &[String]) -> Result<()> {
        self.figures.part("replies");
        let before = open(&self.location)?.read(store::counts)?;
        let request = |number: u64| {
            let who = usize::try_from(number % REPLIERS as u64).unwrap_or(0);
            let thread = one(&self.answered, number);
            let form = format!(
                "token={}&key=bench-{number}&body=Dank%2C+dit+is+antwoord+{number}.",
                tokens[who]
            );
            post(&format!("/posts/{thread}/comments"), &self.sessions[who], &form)
        };
        let span = Duration::from_secs(self.plan.seconds + 2);
        let load =
            Load { address: ADDRESS, connections: WRITERS, span, request: &request, wanted: 303 };
        let cpu = server.cpu_seconds();
        let done = load::run(&load, &self.next);
        let cpu = (server.cpu_seconds() - cpu) * 1_000.0 / done.good.max(1) as f64;
        let after = open(&self.location)?.read(store::counts)?;
        let figures = &mut self.figures;
        figures.note("replies.rate", done.rate(), "replies/s", Some(Target::AtLeast(800.0)));
        figures.note("replies.p95", done.within(0.95), "ms", None);
        figures.note("replies.cpu", cpu, "ms/reply", None);
        let answered = i64::try_from(done.good).unwrap_or(i64::MAX);
        let kept =
            (after.1 - before.1).abs_diff(answered) + (after.2 - before.2).abs_diff(answered);
        figures.note("replies.refused", done.bad as f64, "replies", Some(Target::AtMost(0.0)));
        figures.note("replies.miscounted", kept as f64, "replies", Some(Target::AtMost(0.0)));
        Ok(())
    }

    fn memory(&mut self, server: &Server) {
        self.figures.part("memory under load");
        let most = server.memory("VmHWM");
        self.figures.note("memory.most", most, "MiB", Some(Target::AtMost(100.0)));
        self.figures.note("memory.own", server.memory("RssAnon"), "MiB", None);
        self.figures.note("memory.files", server.memory("RssFile"), "MiB", None);
    }

    fn doctor(&mut self) -> Result<()> {
        self.figures.part("doctor");
        let (well, says) = self.program.doctor()?;
        if !well {
            println!("{says}");
        }
        let wrong = f64::from(u8::from(!well));
        self.figures.note("doctor.wrong", wrong, "0 or 1", Some(Target::AtMost(0.0)));
        Ok(())
    }

    /// The same bytes without anything behind them.
    fn bare(&mut self) -> Result<()> {
        let (server, _) = self.program.start()?;
        let thread = format!("/posts/{}", self.some_thread(0));
        let pages = [("feed", "/"), ("thread", thread.as_str())]
            .map(|(name, path)| self.keep_page(name, path).map(|file| (name, file)));
        drop(server);
        for page in pages {
            let (name, file) = page?;
            self.figures.part(&format!("bare axum, the bytes of a {name}"));
            let server = Server::bare(&file, BARE)?;
            for connections in [1, 16, 64] {
                let request = |_| get("/", None, true);
                let (done, cpu) = self.series(&server, BARE, connections, &request);
                self.note(&format!("bare.{name}.{connections}"), &done, cpu, None)?;
            }
        }
        Ok(())
    }

    fn keep_page(&self, name: &str, path: &str) -> Result<PathBuf> {
        let fault = |e: std::io::Error| Failure::fault("keep a page", e);
        let mut connection = Connection::open(ADDRESS).map_err(fault)?;
        connection.ask(&get(path, Some(&self.sessions[0]), true)).map_err(fault)?;
        let file: &Path = &self.plan.folder.join(format!("{name}.html.gz"));
        std::fs::write(file, connection.body()).map_err(fault)?;
        Ok(file.to_owned())
    }
}
