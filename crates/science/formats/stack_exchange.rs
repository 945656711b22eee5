//! A Stack Exchange data dump: a folder or zip with `Users.xml`, `Posts.xml`, and if they are there
//! `Comments.xml` and `Votes.xml`, each perhaps with `.gz` behind it.
//!
//! - A question is a thread, an answer a comment on it, a comment a comment on either.
//! - Times are UTC. Bodies are HTML and become Markdown; comments are a line of simple Markdown.
//! - Votes name nobody: the score has them. The day of an accepting vote is when the answer was accepted.
//! - Tag texts, badges, links between posts and old versions give no records.
//!
//! Posts are read twice, questions first, so that no answer comes before its question. What is kept in
//! memory is the numbers of people, posts and comments, not their texts.

use crate::archive::Archive;
use crate::emit::{Go, Out};
use crate::input::Meter;
use crate::reason::{Fatal, Reason};
use crate::stack_rows::Dump;
use crate::staged::*;
use crate::xml::{self, Row};

/// After so many rows the sink hears how far it is.
const PROGRESS_ROWS: u64 = 1000;

/// Reads a Stack Exchange dump. `site` (`https://example.org`) completes links within the site itself.
///
/// # Errors
/// `Users.xml` or `Posts.xml` is missing, or a file is no such XML, cut off or too big.
pub fn stack_exchange(
    mut archive: Archive,
    site: Option<&str>,
    sink: &mut dyn Sink,
) -> Result<Summary, Fatal> {
    let mut out = Out::new(sink);
    let end = read(&mut archive, site, &mut out);
    out.finish(end)
}

fn read(archive: &mut Archive, site: Option<&str>, out: &mut Out<'_>) -> Go {
    let files = Files::find(archive)?;
    let mut dump = Dump::new(site);
    each(archive, &files.users, true, out, &mut |out, row| dump.user(out, &row))?;
    each(archive, &files.posts, true, out, &mut |out, row| dump.question(out, &row))?;
    each(archive, &files.posts, false, out, &mut |out, row| dump.answer(out, &row))?;
    if let Some(comments) = &files.comments {
        each(archive, comments, true, out, &mut |out, row| dump.comment(out, &row))?;
    }
    if let Some(votes) = &files.votes {
        each(archive, votes, true, out, &mut |out, row| dump.vote(out, &row))?;
    }
    dump.accepts(out)?;
    let (_, total) = archive.progress();
    out.progress(total, total);
    Ok(())
}

/// Reads a file of the dump row by row.
fn each(
    archive: &mut Archive,
    path: &str,
    counted: bool,
    out: &mut Out<'_>,
    row: &mut dyn FnMut(&mut Out<'_>, Row) -> Go,
) -> Go {
    let (before, total) = archive.progress();
    let stream = archive.stream(path)?;
    let mut rows = 0_u64;
    xml::rows(stream, path, counted, out, &mut |out: &mut Out<'_>, found, meter: &Meter| {
        rows += 1;
        if rows.is_multiple_of(PROGRESS_ROWS) {
            out.progress(before + meter.packed.get(), total);
        }
        row(out, found)
    })
}

/// The paths of the dump's files in the archive.
struct Files {
    users: String,
    posts: String,
    comments: Option<String>,
    votes: Option<String>,
}

/// Where the people of the dump stand, if they do.
pub(crate) fn users_file(archive: &Archive) -> Option<String> {
    find(&archive.paths(), "Users.xml")
}

fn find(paths: &[String], name: &str) -> Option<String> {
    let fits = |path: &&String| {
        let file = path.rsplit('/').next().unwrap_or(path);
        file.strip_suffix(".gz").unwrap_or(file).eq_ignore_ascii_case(name)
    };
    paths.iter().filter(fits).min_by_key(|path| path.matches('/').count()).cloned()
}

impl Files {
    fn find(archive: &Archive) -> Result<Self, Fatal> {
        let paths = archive.paths();
        let find = |name: &str| find(&paths, name);
        let need = |name: &str| {
            find(name).ok_or_else(|| {
                Fatal::new(archive.place(), Reason::MissingFile { name: name.to_owned() })
            })
        };
        Ok(Self {
            users: need("Users.xml")?,
            posts: need("Posts.xml")?,
            comments: find("Comments.xml"),
            votes: find("Votes.xml"),
        })
    }
}
