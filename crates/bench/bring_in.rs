//! How quickly past conversation comes in.

use crate::chatter::Chatter;
use crate::figures::{Figures, Target};
use crate::fill;
use crate::server::own_cpu_seconds;
use database::{Database, Location};
use imports::{Kind, Options};
use language::{Failure, Result};
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

/// Threads of the dump that is made up.
const THREADS: usize = 10_000;
/// Answers to each of them.
const ANSWERS: usize = 4;
/// Its authors.
const PEOPLE: usize = 2_000;
/// Posts a second that are to be reached.
const WANTED: Target = Target::AtLeast(10_000.0);

/// Imports a Stack Exchange dump into a fresh database in `folder` and notes posts
/// and comments a second: of the writing alone, and of reading and writing.
///
/// # Errors
/// A fault of the database or the dump.
pub fn measure(folder: &Path, dump: &Path, name: &str, figures: &mut Figures) -> Result<()> {
    let place = folder.join(format!("import-{name}.db"));
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", place.display()));
    }
    let database = Database::open(&Location::Sqlite(place), noaber::outside::environment())?;
    fill::begin(&database)?;
    let options = Options::new(folder);
    let cpu = own_cpu_seconds();
    let begin = Instant::now();
    let staged = imports::stage(&database, Kind::StackExchange, dump, &options, &mut |_| {})?;
    let read = begin.elapsed().as_secs_f64();
    let begin = Instant::now();
    let report = imports::publish(&database, staged, &options, &mut |_| {})?;
    let written = begin.elapsed().as_secs_f64();
    let posts = (report.created.threads + report.created.comments) as f64;
    figures.note(&format!("import.{name}.posts"), posts, "posts", None);
    figures.note(&format!("import.{name}.publish"), posts / written, "posts/s", Some(WANTED));
    figures.note(
        &format!("import.{name}.whole"),
        posts / (read + written),
        "posts/s",
        Some(WANTED),
    );
    // Beside other work on the machine only this one says how much work it is.
    let cpu = (own_cpu_seconds() - cpu) * 1_000.0 / posts.max(1.0);
    figures.note(&format!("import.{name}.cpu"), cpu, "ms/post", None);
    Ok(())
}

/// Writes a Stack Exchange dump of 50,000 posts and answers into `folder`.
///
/// # Errors
/// A fault of the disk.
pub fn make_dump(folder: &Path) -> Result<()> {
    let fault = |e: std::io::Error| Failure::fault("write a dump", e);
    std::fs::create_dir_all(folder).map_err(fault)?;
    let mut chatter = Chatter::new(2);
    let mut users = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<users>\n");
    for id in 1..=PEOPLE {
        let name = Chatter::name(id);
        let _ = writeln!(
            users,
            "<row Id=\"{id}\" Reputation=\"1\" CreationDate=\"2023-01-01T00:00:00.000\" DisplayName=\"{name}\" />"
        );
    }
    users.push_str("</users>\n");
    std::fs::write(folder.join("Users.xml"), users).map_err(fault)?;
    let mut posts = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n");
    let mut id = 0;
    for thread in 0..THREADS {
        id += 1;
        let question = id;
        let day = 1 + thread * 28 / THREADS;
        let at = format!("2023-02-{day:02}T{:02}:{:02}", thread % 24, thread % 60);
        row(&mut posts, id, &mut chatter, &format!("{at}:00.000"), Err("Vraag"));
        for answer in 1..=ANSWERS {
            id += 1;
            row(
                &mut posts,
                id,
                &mut chatter,
                &format!("{at}:{:02}.000", answer * 10),
                Ok(question),
            );
        }
    }
    posts.push_str("</posts>\n");
    std::fs::write(folder.join("Posts.xml"), posts).map_err(fault)
}

/// Adds an answer to the question with a number, or a question with a title.
fn row(
    out: &mut String,
    id: usize,
    chatter: &mut Chatter,
    at: &str,
    what: std::result::Result<usize, &str>,
) {
    let by = 1 + chatter.below(PEOPLE);
    let body = chatter.text(2, 7).replace('\'', "&#39;");
    let what = match what {
        Ok(question) => format!("PostTypeId=\"2\" ParentId=\"{question}\""),
        Err(title) => {
            format!(
                "PostTypeId=\"1\" Title=\"{title} {id}\" Tags=\"&lt;planning&gt;\" AnswerCount=\"{ANSWERS}\""
            )
        }
    };
    let _ = writeln!(
        out,
        "<row Id=\"{id}\" {what} CreationDate=\"{at}\" Score=\"1\" Body=\"&lt;p&gt;{body}&lt;/p&gt;\" OwnerUserId=\"{by}\" />"
    );
}
