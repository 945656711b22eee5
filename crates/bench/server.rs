//! The program under measurement: a process on a core of its own.

use crate::client::{Connection, get};
use language::{Failure, Result};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The core of the server; the client has the next one.
const SERVER_CORE: &str = "0";
/// The core of the client.
const CLIENT_CORE: &str = "1";
/// The unit of CPU time in `/proc`: Linux gives 100 a second on every machine.
const TICKS_A_SECOND: f64 = 100.0;

/// What to start.
#[derive(Debug, Clone)]
pub struct Program {
    /// The release build of `noaber`.
    pub path: PathBuf,
    /// Its data.
    pub folder: PathBuf,
    /// Its database, when that is not in the folder.
    pub database: Option<String>,
    /// Where it listens.
    pub address: String,
}

impl Program {
    fn command(&self, before: &[&str], arguments: &[&str]) -> Command {
        let mut command = match before {
            [] => Command::new(&self.path),
            [first, rest @ ..] => {
                let mut command = Command::new(first);
                command.args(rest).arg(&self.path);
                command
            }
        };
        command
            .args(arguments)
            .env("NOABER_FOLDER", &self.folder)
            .env("NOABER_LISTEN", &self.address)
            .env("NOABER_LOG_FILTER", "error");
        if let Some(database) = &self.database {
            command.env("NOABER_DATABASE", database);
        }
        command
    }

    /// Starts it and waits for its first page. Returns how long that took.
    ///
    /// # Errors
    /// A fault when it does not come up within half a minute.
    pub fn start(&self) -> Result<(Server, Duration)> {
        let begin = Instant::now();
        let child = self
            .command(&["taskset", "-c", SERVER_CORE], &["serve"])
            .stdout(Stdio::null())
            .spawn()
            .map_err(|e| Failure::fault("start the server", e))?;
        let server = Server { child, address: self.address.clone() };
        server.wait_for("/sign-in", begin)?;
        Ok((server, begin.elapsed()))
    }

    /// Whether `noaber doctor` finds all well, and what it says.
    ///
    /// # Errors
    /// A fault when it cannot be run.
    pub fn doctor(&self) -> Result<(bool, String)> {
        let output = self
            .command(&[], &["doctor", "--json"])
            .output()
            .map_err(|e| Failure::fault("run the doctor", e))?;
        let says = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok((output.status.success(), says))
    }
}

/// A process that serves; it ends when this is dropped.
pub struct Server {
    child: Child,
    address: String,
}

impl Server {
    /// Starts a bare server of the bytes in `file`: this program with other arguments.
    ///
    /// # Errors
    /// A fault when it does not come up.
    pub fn bare(file: &Path, address: &str) -> Result<Self> {
        let own = std::env::current_exe().map_err(|e| Failure::fault("find this program", e))?;
        let child = Command::new("taskset")
            .args(["-c", SERVER_CORE])
            .arg(own)
            .arg("bare")
            .arg(file)
            .args(["--listen", address])
            .spawn()
            .map_err(|e| Failure::fault("start the bare server", e))?;
        let server = Self { child, address: address.to_owned() };
        server.wait_for("/", Instant::now())?;
        Ok(server)
    }

    fn wait_for(&self, path: &str, begin: Instant) -> Result<()> {
        while begin.elapsed() < Duration::from_secs(30) {
            // The client's core has nothing else to do, so it may ask without rest.
            if let Ok(mut connection) = Connection::open(&self.address)
                && connection.ask(&get(path, None, false)).is_ok_and(|answer| answer.status == 200)
            {
                return Ok(());
            }
            std::thread::yield_now();
        }
        Err(Failure::fault("start the server", "no page after half a minute"))
    }

    fn proc(&self, file: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id())).unwrap_or_default()
    }

    /// CPU seconds since the start, in user and in system mode.
    pub fn cpu_seconds(&self) -> f64 {
        cpu_of(&self.proc("stat"))
    }

    /// A line of `/proc/PID/status` in MiB: `VmHWM` is the most memory that was in
    /// use so far, `RssAnon` what is in use now apart from mapped files.
    pub fn memory(&self, line: &str) -> f64 {
        self.proc("status")
            .lines()
            .find_map(|l| l.strip_prefix(line)?.strip_prefix(':'))
            .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
            .map_or(0.0, |kib| kib / 1_024.0)
    }
}

/// The CPU seconds in a `/proc/PID/stat`, in user and in system mode.
fn cpu_of(stat: &str) -> f64 {
    // The name of the process stands in parentheses and may hold spaces.
    let after = stat.rsplit(')').next().unwrap_or("");
    let fields = after.split_whitespace().skip(11).take(2);
    fields.filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / TICKS_A_SECOND
}

/// CPU seconds of this process since its start.
pub fn own_cpu_seconds() -> f64 {
    cpu_of(&std::fs::read_to_string("/proc/self/stat").unwrap_or_default())
}

impl Drop for Server {
    fn drop(&mut self) {
        // It is asked to stop, as an operator would.
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

/// Keeps this process, and all threads it starts from here on, off the server's core.
///
/// # Errors
/// A fault on a machine with one core or without `taskset`.
pub fn stay_on_client_core() -> Result<()> {
    let own = std::process::id().to_string();
    let done = Command::new("taskset")
        .args(["-a", "-c", "-p", CLIENT_CORE, &own])
        .stdout(Stdio::null())
        .status()
        .map_err(|e| Failure::fault("run taskset", e))?;
    if done.success() {
        return Ok(());
    }
    Err(Failure::fault("keep off the server's core", "two cores are needed"))
}
