//! An import that is in: what it brought, and taking it back.

use super::show::main_of;
use super::{address, outcome};
use crate::desk::Outcome;
use crate::jobs::{self, desk};
use crate::permits::MayImport;
use crate::store::{self, Past};
use crate::trail::UNDO;
use crate::{Obstacle, obstacles, w};
use askama::Template;
use language::{Failure, ImportId, Problems, Refusal, Result};
use web::{Place, Reply, Request};
use words::Lang;

/// What an import made and changed, from the report that was kept.
pub(super) fn parts(report: &str, lang: Lang) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(report).unwrap_or_default();
    let made = |name: &str| report["created"][name].as_i64().unwrap_or(0);
    outcome(lang, made, report["updated"].as_i64().unwrap_or(0))
}

#[derive(Template)]
#[template(path = "outcome.html")]
struct In<'a> {
    lang: Lang,
    file: &'a str,
    by: String,
    at: String,
    datetime: String,
    heading: &'a str,
    parts: Vec<String>,
    refused: String,
    /// What could not come in can still be saved.
    has_list: bool,
    undone: bool,
    /// Until when it can be taken back; empty when that is over.
    until: String,
    until_datetime: String,
    base: String,
}

/// The page of an import that is in, or was.
pub(super) fn show(request: &Request, id: ImportId) -> Result<Reply> {
    let past = request.house.database.read(|conn| store::past(conn, id))?;
    let past = past.ok_or(Failure::Refusal(Refusal::NotFound))?;
    let lang = request.lang;
    let report: serde_json::Value = serde_json::from_str(&past.report).unwrap_or_default();
    let refused = report["refused_count"].as_i64().unwrap_or(0);
    let listed = matches!(
        desk(&request.house).outcome(id),
        Some(Outcome::Published(report)) if !report.refused.is_empty()
    );
    let end = past.at.plus(UNDO);
    let open = past.undone_at.is_none() && request.now <= end;
    let page = In {
        lang,
        file: &past.file,
        at: request.moment(past.at),
        datetime: request.datetime(past.at),
        heading: if past.undone_at.is_some() {
            w::undone_heading(lang)
        } else {
            w::in_heading(lang)
        },
        parts: parts(&past.report, lang),
        refused: if refused > 0 { w::were_refused(lang, refused) } else { String::new() },
        has_list: listed,
        undone: past.undone_at.is_some(),
        until: if open { request.moment(end) } else { String::new() },
        until_datetime: request.datetime(end),
        base: address(id),
        by: past.by.unwrap_or_else(|| w::command_line(lang).to_owned()),
    };
    main_of(request, &page)
}

#[derive(Template)]
#[template(path = "undo.html")]
struct Ask<'a> {
    lang: Lang,
    file: &'a str,
    parts: Vec<String>,
    obstacles: Vec<String>,
    base: String,
}

fn found(request: &Request) -> Result<(ImportId, Past, Vec<Obstacle>)> {
    MayImport::of(request.visitor()?)?;
    let id: ImportId = request.param("import")?;
    let now = request.now;
    let (past, found) = request.house.database.snapshot(|conn| {
        let past = store::past(conn, id)?.ok_or(Failure::Refusal(Refusal::NotFound))?;
        let found = obstacles(conn, id, now)?;
        Ok((past, found))
    })?;
    Ok((id, past, found))
}

/// Asks before it is taken back, or says what stands in the way.
pub(super) fn ask(request: &Request) -> Result<Reply> {
    let (id, past, found) = found(request)?;
    let lang = request.lang;
    let page = Ask {
        lang,
        file: &past.file,
        parts: parts(&past.report, lang),
        obstacles: found.iter().map(|obstacle| say(obstacle, lang)).collect(),
        base: address(id),
    };
    request.page(w::undo_title(lang), Place::Cockpit, &page)
}

/// Takes it back.
pub(super) fn take_back(request: &Request) -> Result<Reply> {
    request.form.only(&[])?;
    let (id, past, found) = found(request)?;
    if !found.is_empty() {
        // The page says why.
        return Ok(Reply::to(format!("{}/undo", address(id))));
    }
    let by = request.visitor()?.id;
    let desk = desk(&request.house);
    if jobs::take_back(&request.house, id, &past.file, by)? {
        desk.wait(id, super::show::PATIENCE);
        return Ok(Reply::to(address(id)));
    }
    match desk.running() {
        Some(other) if other.id != id => {
            Err(Problems::one("", w::another_runs(request.lang, &other.file)))
        }
        _ => Ok(Reply::to(address(id))),
    }
}

/// Why not, in a sentence.
fn say(obstacle: &Obstacle, lang: Lang) -> String {
    match obstacle {
        Obstacle::Done => w::obstacle_done(lang).to_owned(),
        Obstacle::Over(days) => w::obstacle_over(lang, *days),
        Obstacle::Later(file) => w::obstacle_later(lang, file),
        Obstacle::Claimed(n) => w::obstacle_claimed(lang, *n),
        Obstacle::Invited(n) => w::obstacle_invited(lang, *n),
        Obstacle::Team(n) => w::obstacle_team(lang, *n),
        Obstacle::Assigned(n) => w::obstacle_assigned(lang, *n),
        Obstacle::Comments(n) => w::obstacle_comments(lang, *n),
        Obstacle::Reactions(n) => w::obstacle_reactions(lang, *n),
        Obstacle::Posts(n) => w::obstacle_posts(lang, *n),
        Obstacle::Members(n) => w::obstacle_members(lang, *n),
        Obstacle::Departments(n) => w::obstacle_departments(lang, *n),
    }
}
