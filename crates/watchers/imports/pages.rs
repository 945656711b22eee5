//! Choosing files, seeing what they would change, publishing that, and taking it back.
//!
//! All that takes long is done by the desk ([`crate::desk`]) while the page shows how far it is: it
//! hears of progress over the browser's one stream, and without scripts it is loaded again by hand.
//! What is published is what was shown: the file is read again, and when the outcome is
//! another one (somebody changed the community meanwhile) it is shown anew instead.

mod past;
mod preview;
mod show;

use crate::permits::MayImport;
use crate::uploads::{Arrived, Waiting, Wish, fitting};
use crate::{Kind, store, w};
use askama::Template;
use language::{Failure, ImportId, Problems, Refusal, Result, Role};
use web::{Body, Limit, Place, Policy, Reply, Request, Route};
use words::Lang;

/// So many earlier imports are listed.
const EARLIER: i64 = 20;
/// The longest name of a source.
const SOURCE: usize = 40;

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    let manager = Policy::AtLeast(Role::Manager);
    let change = |path, handler| Route::post(path, manager, Limit::Change, handler);
    vec![
        Route::get("/cockpit/imports", manager, choose),
        Route::post("/cockpit/imports", manager, Limit::Heavy, upload).body(Body::Archive),
        Route::get("/cockpit/imports/{import}", manager, show::show),
        Route::get("/cockpit/imports/{import}/refused", manager, show::refused),
        change("/cockpit/imports/{import}/columns", show::columns),
        change("/cockpit/imports/{import}/publish", show::publish),
        change("/cockpit/imports/{import}/discard", show::discard),
        Route::get("/cockpit/imports/{import}/undo", manager, past::ask),
        change("/cockpit/imports/{import}/undo", past::take_back),
    ]
}

/// The page of an import.
fn address(id: ImportId) -> String {
    format!("/cockpit/imports/{id}")
}

/// A whole number as words take it.
fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
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
    href: String,
    file: String,
    by: String,
    at: String,
    datetime: String,
    outcome: String,
    undone: bool,
}

#[derive(Template)]
#[template(path = "choose.html")]
struct Choose {
    lang: Lang,
    offers: Vec<Offer>,
    source: String,
    most: u64,
    problems: Problems,
    earlier: Vec<Earlier>,
}

fn choose(request: &Request) -> Result<Reply> {
    choose_page(request, Kind::People, "", Problems::none())
}

fn choose_page(request: &Request, chosen: Kind, source: &str, problems: Problems) -> Result<Reply> {
    let lang = request.lang;
    let earlier = request.house.database.read(|conn| store::runs(conn, EARLIER))?;
    let wrong = !problems.is_empty();
    let page = Choose {
        lang,
        offers: Kind::ALL.into_iter().map(|kind| offer(kind, chosen, lang)).collect(),
        source: source.to_owned(),
        most: Body::Archive.limit(),
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
    let lang = request.lang;
    Earlier {
        href: address(run.id),
        file: run.file,
        by: run.by.unwrap_or_else(|| w::command_line(lang).to_owned()),
        at: request.moment(run.at),
        datetime: request.datetime(run.at),
        outcome: past::parts(&run.report, lang).join(", "),
        undone: run.undone_at.is_some(),
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
    let form = request.form.only(&["kind", "source", "file"])?;
    let lang = request.lang;
    let kind = Kind::from_name(form.text("kind")).ok_or(Failure::Refusal(Refusal::NotFound))?;
    let mut problems = Problems::none();
    let source = form.at_most("source", SOURCE, lang, &mut problems);
    if !source.is_empty() && !crate::stage::is_source(&source) {
        problems.add("source", w::source_name(lang));
    }
    let files: Vec<Arrived<'_>> = form
        .uploads("file")
        .filter(|upload| !upload.name.is_empty())
        .filter_map(|upload| Some(Arrived { name: &upload.name, path: upload.file.as_ref()? }))
        .collect();
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    if let Some(problem) = fitting(kind, &names, lang) {
        problems.add("file", problem);
    }
    if !problems.is_empty() {
        return choose_page(request, kind, &source, problems);
    }
    let house = &request.house;
    let wish = Wish { kind, columns: String::new(), source };
    let id = Waiting::take(&house.database, &house.settings.scratch, permit, &wish, &files)?;
    Ok(Reply::to(address(id)))
}
