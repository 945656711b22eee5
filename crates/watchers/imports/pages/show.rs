//! An import on its way: how far it is, what it would change, and on to publishing.

use super::{address, past, preview, whole};
use crate::desk::{Doing, Outcome, Running, topic};
use crate::jobs::{self, desk};
use crate::permits::MayImport;
use crate::report::Report;
use crate::uploads::Waiting;
use crate::{Progress, w};
use askama::Template;
use formats::Field;
use language::{Failure, ImportId, Problems, Refusal, Result};
use std::sync::Arc;
use std::time::Duration;
use web::{Place, Reply, Request};
use words::Lang;

/// What is done within this time needs no page that says how far it is.
pub(super) const PATIENCE: Duration = Duration::from_millis(800);
/// The longest list of columns by hand, in characters.
const COLUMNS: usize = 2_000;

/// One step of the way.
struct Step {
    name: &'static str,
    done: bool,
    here: bool,
}

#[derive(Template)]
#[template(path = "progress.html")]
struct Way<'a> {
    lang: Lang,
    heading: &'a str,
    /// Beside the heading: that it may be left alone.
    lead: &'a str,
    file: &'a str,
    topic: String,
    base: String,
    steps: Vec<Step>,
    value: String,
    most: String,
    percent: String,
    said: String,
}

#[derive(Template)]
#[template(path = "failed.html")]
struct Failed<'a> {
    lang: Lang,
    file: &'a str,
    said: String,
    base: String,
}

/// A page, or its `<main>` alone for a page that is open.
pub(super) fn main_of(request: &Request, template: &impl Template) -> Result<Reply> {
    if request.wants_piece {
        request.piece(template)
    } else {
        request.page(w::imports(request.lang), Place::Cockpit, template)
    }
}

/// The page of an import, whatever state it is in.
pub(super) fn show(request: &Request) -> Result<Reply> {
    let visitor = request.visitor()?;
    let permit = MayImport::of(visitor)?;
    let id: ImportId = request.param("import")?;
    let desk = desk(&request.house);
    let running = desk.running().filter(|running| running.id == id);
    if let Some(running) = running
        && (running.by == visitor.id || running.doing == Doing::Undo)
    {
        return on_its_way(request, &running);
    }
    let waiting = match Waiting::of(&request.house.database, permit, id) {
        Ok(waiting) => waiting,
        Err(Failure::Refusal(Refusal::NotFound)) => return past::show(request, id),
        Err(other) => return Err(other),
    };
    match desk.outcome(id) {
        // What it says is in the language in which it was read.
        Some(Outcome::Shown { report, lang, moved }) if lang == request.lang => {
            preview::page(request, &waiting, &report, moved)
        }
        Some(Outcome::Failed(said)) => failed(request, &waiting, said),
        _ => begin(request, &waiting),
    }
}

fn begin(request: &Request, waiting: &Waiting) -> Result<Reply> {
    let visitor = request.visitor()?;
    let desk = desk(&request.house);
    if !jobs::check(&request.house, waiting, visitor.id, request.lang)? {
        desk.wait_for_turn(visitor.id, waiting.id);
        // It may have ended before the name stood in the list.
        return match desk.running() {
            Some(other) if other.id != waiting.id => in_line(request, waiting, &other),
            Some(running) => on_its_way(request, &running),
            None => begin(request, waiting),
        };
    }
    desk.wait(waiting.id, PATIENCE);
    match desk.outcome(waiting.id) {
        Some(Outcome::Shown { report, moved, .. }) => {
            preview::page(request, waiting, &report, moved)
        }
        Some(Outcome::Failed(said)) => failed(request, waiting, said),
        _ => match desk.running().filter(|running| running.id == waiting.id) {
            Some(running) => on_its_way(request, &running),
            None => Ok(Reply::to(address(waiting.id))),
        },
    }
}

fn failed(request: &Request, waiting: &Waiting, said: String) -> Result<Reply> {
    // Loading the page again begins anew.
    desk(&request.house).forget(waiting.id);
    let base = address(waiting.id);
    let page = Failed { lang: request.lang, file: &waiting.file, said, base };
    main_of(request, &page)
}

/// Somebody else's import is under way.
fn in_line(request: &Request, waiting: &Waiting, other: &Running) -> Result<Reply> {
    let lang = request.lang;
    let page = Way {
        lang,
        heading: w::in_line_heading(lang),
        lead: w::in_line_lead(lang),
        file: &waiting.file,
        topic: topic(waiting.id),
        base: address(waiting.id),
        steps: steps(lang, Doing::Check, None),
        value: String::new(),
        most: String::new(),
        percent: String::new(),
        said: w::in_line_for(lang, &other.file),
    };
    main_of(request, &page)
}

fn on_its_way(request: &Request, running: &Running) -> Result<Reply> {
    let lang = request.lang;
    let (heading, lead) = match running.doing {
        Doing::Check => (w::checking_heading(lang), w::checking_lead(lang)),
        Doing::Publish => (w::publishing_heading(lang), w::publishing_lead(lang)),
        Doing::Undo => (w::undoing_heading(lang), w::undoing_lead(lang)),
    };
    let (value, most) = match running.progress {
        Some(Progress::Reading { done, total } | Progress::Publishing { done, total }) => {
            (done.min(total), total)
        }
        None => (0, 0),
    };
    let percent = whole(value.saturating_mul(100).checked_div(most).unwrap_or(0));
    let said = match running.progress {
        None => String::new(),
        Some(Progress::Reading { .. }) => w::percent_read(lang, percent),
        Some(Progress::Publishing { .. }) => w::rows_written(
            lang,
            words::number(lang, whole(value)),
            words::number(lang, whole(most)),
        ),
    };
    let page = Way {
        lang,
        heading,
        lead,
        file: &running.file,
        topic: topic(running.id),
        base: address(running.id),
        steps: steps(lang, running.doing, running.progress),
        value: value.to_string(),
        most: if most == 0 { String::new() } else { most.to_string() },
        percent: percent.to_string(),
        said,
    };
    main_of(request, &page)
}

fn steps(lang: Lang, doing: Doing, progress: Option<Progress>) -> Vec<Step> {
    let names: &[&'static str] = match doing {
        Doing::Check => &[w::step_received(lang), w::step_check(lang), w::step_show(lang)],
        Doing::Publish => &[w::step_shown(lang), w::step_check_again(lang), w::step_publish(lang)],
        Doing::Undo => &[w::step_undo(lang)],
    };
    let here = match (doing, progress) {
        (Doing::Undo, _) => 0,
        (Doing::Publish, Some(Progress::Publishing { .. })) => 2,
        _ => 1,
    };
    let step =
        |(at, name): (usize, &&'static str)| Step { name, done: at < here, here: at == here };
    names.iter().enumerate().map(step).collect()
}

/// The report of what was read last, in any language.
fn report_of(request: &Request, id: ImportId) -> Result<Arc<Report>> {
    match desk(&request.house).outcome(id) {
        Some(Outcome::Shown { report, .. } | Outcome::Published(report)) => Ok(report),
        _ => Err(Failure::Refusal(Refusal::Gone)),
    }
}

/// What cannot come in, as a table to save.
pub(super) fn refused(request: &Request) -> Result<Reply> {
    let permit = MayImport::of(request.visitor()?)?;
    let id: ImportId = request.param("import")?;
    let database = &request.house.database;
    // A file that waits is for who brought it; what was published is for all who run the community.
    let waits = Waiting::of(database, permit, id).is_ok();
    if !waits && database.read(|conn| crate::store::past(conn, id))?.is_none() {
        return Err(Failure::Refusal(Refusal::NotFound));
    }
    let report = report_of(request, id)?;
    let lang = request.lang;
    let mut csv = format!(
        "\u{feff}{};{};{}\r\n",
        w::column_place(lang),
        w::column_reason(lang),
        w::column_why(lang)
    );
    for refused in &report.refused {
        let cells = [refused.place.as_str(), refused.reason, refused.explanation.as_str()];
        let cells = cells.map(text::csv_cell);
        csv.push_str(&cells.join(";"));
        csv.push_str("\r\n");
    }
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv.into_bytes(),
        save_as: Some(format!("{}.csv", w::refused_file(lang))),
    })
}

fn waiting(request: &Request) -> Result<Waiting> {
    let permit = MayImport::of(request.visitor()?)?;
    Waiting::of(&request.house.database, permit, request.param("import")?)
}

/// Which column is what, by hand.
pub(super) fn columns(request: &Request) -> Result<Reply> {
    let form = request.form.only(&["column[]"])?;
    let waiting = waiting(request)?;
    let Some(seen) = preview::look(request, &waiting) else {
        return Err(Failure::Refusal(Refusal::Gone));
    };
    let lang = request.lang;
    let chosen: Vec<Option<Field>> =
        form.all("column").map(|code| Field::ALL.into_iter().find(|f| f.code() == code)).collect();
    let mut lines = Vec::new();
    for field in preview::sheet(waiting.kind).into_iter().flat_map(formats::Sheet::fields) {
        let mut columns = seen.columns.iter().zip(&chosen).filter(|(_, of)| **of == Some(field));
        let column = columns.next().map(|(column, _)| column.heading.as_str());
        if columns.next().is_some() {
            let twice = w::column_twice(lang, crate::reasons::name(field, lang));
            return preview::with_problem(request, &waiting, &seen, &chosen, &twice);
        }
        // A field without a column is left out, also where a heading would fit.
        lines.push(format!("{}={}", field.code(), column.unwrap_or_default()));
    }
    let columns = lines.join("\n");
    if columns.chars().count() > COLUMNS {
        return Err(Problems::one("", w::columns_too_long(lang)));
    }
    let house = &request.house;
    house.database.write(|tx| crate::store::set_columns(tx, waiting.id, &columns))?;
    desk(house).forget(waiting.id);
    Ok(Reply::to(address(waiting.id)))
}

/// Publishes what was shown.
pub(super) fn publish(request: &Request) -> Result<Reply> {
    let form = request.form.only(&["shown"])?;
    let by = request.visitor()?.id;
    let permit = MayImport::of(request.visitor()?)?;
    let id: ImportId = request.param("import")?;
    let house = &request.house;
    let waiting = match Waiting::of(&house.database, permit, id) {
        Ok(waiting) => waiting,
        // Sent a second time: the page says that it is in.
        Err(Failure::Refusal(Refusal::NotFound)) => {
            return match house.database.read(|conn| crate::store::past(conn, id))? {
                Some(_) => Ok(Reply::to(address(id))),
                None => Err(Failure::Refusal(Refusal::NotFound)),
            };
        }
        Err(other) => return Err(other),
    };
    let shown = form.text("shown").to_owned();
    let desk = desk(house);
    if jobs::publish_shown(house, &waiting, by, request.lang, shown)? {
        desk.wait(id, PATIENCE);
        return Ok(Reply::to(address(id)));
    }
    match desk.running() {
        Some(other) if other.id != id => {
            let lang = request.lang;
            Err(Problems::one("", w::another_runs(lang, &other.file)))
        }
        _ => Ok(Reply::to(address(id))),
    }
}

/// Leaves it.
pub(super) fn discard(request: &Request) -> Result<Reply> {
    request.form.only(&["shown"])?;
    let waiting = waiting(request)?;
    let house = &request.house;
    desk(house).forget(waiting.id);
    waiting.drop_it(&house.database, &house.settings.scratch)?;
    Ok(Reply::to("/cockpit/imports"))
}
