//! Choosing a file, seeing what it would change, publishing it.
//!
//! What is published is what was shown: the file is read again, and when the outcome is
//! another one (somebody changed the community meanwhile) it is shown anew instead.

use crate::permits::MayImport;
use crate::report::{Refused, Report};
use crate::uploads::Waiting;
use crate::{Change, Kind, publish, stage, store, w};
use askama::Template;
use language::{Failure, Problems, Refusal, Result, Role};
use sha2::{Digest, Sha256};
use web::{Body, Limit, Place, Policy, Reply, Request, Route};
use words::Lang;

/// So many refusals stand on the page; the others are in the file.
const SHOWN: usize = 50;
/// So many earlier imports are listed.
const EARLIER: i64 = 20;

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    let manager = Policy::AtLeast(Role::Manager);
    vec![
        Route::get("/cockpit/imports", manager, choose),
        Route::post("/cockpit/imports", manager, Limit::Heavy, upload).body(Body::Archive),
        Route::get("/cockpit/imports/{upload}", manager, preview).limit(Limit::Change),
        Route::get("/cockpit/imports/{upload}/refused", manager, refused).limit(Limit::Change),
        Route::post("/cockpit/imports/{upload}/publish", manager, Limit::Change, publish_it),
        Route::post("/cockpit/imports/{upload}/discard", manager, Limit::Change, discard),
    ]
}

/// A kind of file as the form offers it.
struct Offer {
    kind: &'static str,
    name: &'static str,
    hint: &'static str,
    chosen: bool,
}

/// An import that was published.
struct Earlier {
    file: String,
    by: String,
    at: String,
    datetime: String,
    outcome: String,
}

#[derive(Template)]
#[template(path = "choose.html")]
struct Choose {
    lang: Lang,
    offers: Vec<Offer>,
    columns: String,
    problems: Problems,
    earlier: Vec<Earlier>,
}

fn choose(request: &Request) -> Result<Reply> {
    choose_page(request, Kind::People, "", Problems::none())
}

fn choose_page(
    request: &Request,
    chosen: Kind,
    columns: &str,
    problems: Problems,
) -> Result<Reply> {
    let lang = request.lang;
    let earlier = request.house.database.read(|conn| store::runs(conn, EARLIER))?;
    let wrong = !problems.is_empty();
    let page = Choose {
        lang,
        offers: Kind::ALL.into_iter().map(|kind| offer(kind, chosen, lang)).collect(),
        columns: columns.to_owned(),
        problems,
        earlier: earlier.into_iter().map(|run| earlier_run(request, run)).collect(),
    };
    let reply = request.page(w::imports(lang), Place::Cockpit, &page)?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

fn offer(kind: Kind, chosen: Kind, lang: Lang) -> Offer {
    let (name, hint) = match kind {
        Kind::People => (w::kind_people(lang), w::kind_people_hint(lang)),
        Kind::Headcount => (w::kind_headcount(lang), w::kind_headcount_hint(lang)),
        Kind::StackExchange => (w::kind_stackexchange(lang), w::kind_stackexchange_hint(lang)),
        Kind::Slack => (w::kind_slack(lang), w::kind_slack_hint(lang)),
        Kind::Interactions => (w::kind_interactions(lang), w::kind_interactions_hint(lang)),
    };
    Offer { kind: kind.name(), name, hint, chosen: kind == chosen }
}

fn earlier_run(request: &Request, run: store::Run) -> Earlier {
    let report: serde_json::Value = serde_json::from_str(&run.report).unwrap_or_default();
    let made = |name: &str| report["created"][name].as_i64().unwrap_or(0);
    let lang = request.lang;
    let updated = report["updated"].as_i64().unwrap_or(0);
    Earlier {
        file: run.file,
        by: run.by.unwrap_or_else(|| w::command_line(lang).to_owned()),
        at: request.moment(run.at),
        datetime: request.datetime(run.at),
        outcome: outcome(lang, made, updated).join(", "),
    }
}

/// What an import made and changed, each part in words.
fn outcome(lang: Lang, made: impl Fn(&str) -> i64, updated: i64) -> Vec<String> {
    let parts = [
        (made("members"), w::made_members as fn(Lang, i64) -> String),
        (made("threads"), w::made_threads),
        (made("comments"), w::made_comments),
        (made("interactions"), w::made_interactions),
        (made("groups"), w::made_groups),
        (made("departments"), w::made_departments),
        (made("memberships"), w::made_memberships),
        (made("reactions"), w::made_reactions),
        (made("accepted"), w::made_accepted),
        (updated, w::made_updates),
    ];
    parts.iter().filter(|(n, _)| *n > 0).map(|(n, say)| say(lang, *n)).collect()
}

fn upload(request: &Request) -> Result<Reply> {
    let permit = MayImport::of(request.visitor()?)?;
    let form = request.form.only(&["kind", "columns", "file"])?;
    let lang = request.lang;
    let kind = Kind::from_name(form.text("kind")).ok_or(Failure::Refusal(Refusal::NotFound))?;
    let mut problems = Problems::none();
    let columns = form.at_most("columns", 2_000, lang, &mut problems);
    let columns = if kind.has_columns() { columns } else { String::new() };
    let lines = columns.lines().map(str::trim).filter(|line| !line.is_empty());
    if let Err(text) = formats::Mapping::parse(lines) {
        problems.add("columns", w::not_a_mapping(lang, text));
    }
    let file =
        form.uploads("file").find_map(|upload| Some((upload.name.as_str(), upload.file.as_ref()?)));
    let Some((name, path)) = file else {
        problems.add("file", w::choose_a_file(lang));
        return choose_page(request, kind, &columns, problems);
    };
    if !problems.is_empty() {
        return choose_page(request, kind, &columns, problems);
    }
    let house = &request.house;
    let id = Waiting::take(
        &house.database,
        &house.settings.scratch,
        permit,
        kind,
        name,
        &columns,
        path,
    )?;
    Ok(Reply::to(format!("/cockpit/imports/{id}")))
}

/// A number with what it counts.
struct Count {
    number: String,
    what: String,
}

#[derive(Template)]
#[template(path = "preview.html")]
struct Preview<'a> {
    lang: Lang,
    file: &'a str,
    read: String,
    heading: String,
    counts: Vec<Count>,
    refused: &'a [Refused],
    refused_heading: String,
    unreadable: bool,
    changes: &'a [Change],
    changes_heading: String,
    /// Whether there is anything to publish.
    anything: bool,
    /// The outcome was another one when it was to be published.
    moved: bool,
    shown: String,
    base: String,
}

/// A mark of what was shown.
fn mark(report: &Report) -> String {
    Sha256::digest(report.to_json().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn waiting(request: &Request) -> Result<Waiting> {
    let permit = MayImport::of(request.visitor()?)?;
    Waiting::of(&request.house.database, permit, request.param("upload")?)
}

fn staged(request: &Request, waiting: &Waiting) -> Result<crate::Staged> {
    let house = &request.house;
    let scratch = &house.settings.scratch;
    let options = waiting.options(scratch, request.lang);
    stage(&house.database, waiting.kind, &waiting.path(scratch), &options, &mut |_| {})
}

fn preview(request: &Request) -> Result<Reply> {
    let waiting = waiting(request)?;
    let report = staged(request, &waiting)?.report;
    preview_page(request, &waiting, &report, false)
}

fn preview_page(
    request: &Request,
    waiting: &Waiting,
    report: &Report,
    moved: bool,
) -> Result<Reply> {
    let lang = request.lang;
    let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let made = &report.created;
    let counts = [
        (made.members, w::count_members as fn(Lang, i64) -> String),
        (made.departments, w::count_departments),
        (made.groups, w::count_groups),
        (made.memberships, w::count_memberships),
        (made.threads, w::count_threads),
        (made.comments, w::count_comments),
        (made.accepted, w::count_accepted),
        (made.reactions, w::count_reactions),
        (made.interactions, w::count_interactions),
        (report.updated, w::count_updated),
        (report.unchanged, w::count_unchanged),
        (report.refused_count, w::count_refused),
    ];
    let counts = counts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, say)| Count {
            number: words::number(lang, whole(number)),
            what: say(lang, whole(number)),
        })
        .collect();
    let anything = !made.is_empty() || report.updated > 0;
    let json = serde_json::to_value(made).unwrap_or_default();
    let parts = outcome(lang, |name| json[name].as_i64().unwrap_or(0), whole(report.updated));
    let heading = match (report.unreadable, anything) {
        (true, _) => w::heading_unreadable(lang).to_owned(),
        (false, false) => w::heading_nothing(lang).to_owned(),
        (false, true) => parts.get(..3).unwrap_or(&parts).join(", "),
    };
    let page = Preview {
        lang,
        file: &waiting.file,
        read: w::rows_read(lang, whole(report.read)),
        heading,
        counts,
        refused: report.refused.get(..SHOWN).unwrap_or(&report.refused),
        refused_heading: w::refused_heading(lang, whole(report.refused_count)),
        unreadable: report.unreadable,
        changes: &report.changes,
        changes_heading: if report.changes.len() < crate::MOST_CHANGES {
            w::all_changes(lang).to_owned()
        } else {
            w::first_changes(lang, whole(crate::MOST_CHANGES as u64))
        },
        anything,
        moved,
        shown: mark(report),
        base: format!("/cockpit/imports/{}", waiting.id),
    };
    request.page(w::preview(lang), Place::Cockpit, &page)
}

fn refused(request: &Request) -> Result<Reply> {
    let waiting = waiting(request)?;
    let report = staged(request, &waiting)?.report;
    let lang = request.lang;
    let mut csv = format!(
        "\u{feff}{};{};{}\r\n",
        w::column_place(lang),
        w::column_reason(lang),
        w::column_why(lang)
    );
    for refused in &report.refused {
        let cells = [cell(&refused.place), cell(refused.reason), cell(&refused.explanation)];
        csv.push_str(&cells.join(";"));
        csv.push_str("\r\n");
    }
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv.into_bytes(),
        save_as: Some(format!("{}.csv", w::refused_file(lang))),
    })
}

/// A cell of a table that a spreadsheet takes for text and never for a formula.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, text.replace('"', "\"\""))
}

fn publish_it(request: &Request) -> Result<Reply> {
    let form = request.form.only(&["shown"])?;
    let waiting = waiting(request)?;
    let house = &request.house;
    let scratch = &house.settings.scratch;
    let staged = staged(request, &waiting)?;
    if mark(&staged.report) != form.text("shown") {
        return preview_page(request, &waiting, &staged.report, true);
    }
    let options = waiting.options(scratch, request.lang);
    publish(&house.database, staged, &options, &mut |_| {})?;
    waiting.drop_it(&house.database, scratch)?;
    Ok(Reply::to("/cockpit/imports"))
}

fn discard(request: &Request) -> Result<Reply> {
    request.form.only(&["shown"])?;
    let waiting = waiting(request)?;
    waiting.drop_it(&request.house.database, &request.house.settings.scratch)?;
    Ok(Reply::to("/cockpit/imports"))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("a \"b\";c"), "\"a \"\"b\"\";c\"");
    }
}
