use crate::permits::MayReadMail;
use crate::shelf::{self, Line};
use crate::w;
use askama::Template;
use delivery::Queued;
use delivery::folder::{self, Letter};
use language::{Refusal, Result, Role};
use std::path::PathBuf;
use web::{Place, Policy, Reply, Request, Route};
use words::Lang;

/// So many failures are listed.
const FAILURES: i64 = 50;

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    let administrator = Policy::AtLeast(Role::Administrator);
    vec![
        Route::get("/cockpit/mail", administrator, list),
        Route::get("/cockpit/mail/{name}", administrator, letter),
        Route::get("/cockpit/mail/{name}/body", administrator, body),
    ]
}

struct Row {
    name: String,
    subject: String,
    to: String,
    at: Option<Time>,
}

struct Time {
    said: String,
    datetime: String,
}

#[derive(Template)]
#[template(path = "templates/mails.html")]
struct Mails {
    lang: Lang,
    rows: Vec<Row>,
    newer: Option<usize>,
    older: Option<usize>,
}

fn list(request: &Request) -> Result<Reply> {
    let permit = MayReadMail::of(request.visitor()?)?;
    let Some(path) = &request.house.settings.mail_folder else {
        return by_server(request, &permit);
    };
    let number = request.query.parsed::<usize>("page")?.unwrap_or(1);
    let page = shelf::page(path, number)?;
    permit.look(&request.house.database, &format!("list {}", page.number))?;
    oversight::looked_at_mails(request, page.letters.iter().map(|letter| letter.to.as_str()));
    let rows = page.letters.into_iter().map(|letter| row(request, letter)).collect();
    let body = Mails {
        lang: request.lang,
        rows,
        newer: (page.number > 1).then(|| page.number - 1),
        older: page.older.then_some(page.number + 1),
    };
    request.page(w::title(request.lang), Place::Cockpit, &body)
}

fn row(request: &Request, letter: Letter) -> Row {
    let at = time(request, &letter);
    let subject = subject(request.lang, letter.subject);
    Row { name: letter.name, subject, to: letter.to, at }
}

fn time(request: &Request, letter: &Letter) -> Option<Time> {
    letter.date.map(|at| Time { said: request.moment(at), datetime: request.datetime(at) })
}

fn subject(lang: Lang, subject: String) -> String {
    if subject.trim().is_empty() { w::no_subject(lang).to_owned() } else { subject }
}

#[derive(Template)]
#[template(path = "templates/server.html")]
struct Server {
    lang: Lang,
    waiting: String,
    since: Option<String>,
    sending: String,
    sent: String,
    failed: String,
    failures: Vec<Failed>,
}

struct Failed {
    subject: String,
    to: String,
    why: String,
    at: String,
    datetime: String,
}

/// With a server there is nothing to read here, only how it goes.
fn by_server(request: &Request, permit: &MayReadMail) -> Result<Reply> {
    let lang = request.lang;
    let (standing, failures) = request
        .house
        .database
        .snapshot(|conn| Ok((delivery::standing(conn)?, delivery::failures(conn, FAILURES)?)))?;
    permit.look(&request.house.database, "standing")?;
    let number = |count: i64| words::number(lang, count);
    let body = Server {
        lang,
        waiting: number(standing.waiting),
        since: standing.waiting_since.map(|at| w::since(lang, request.moment(at))),
        sending: number(standing.sending),
        sent: number(standing.sent),
        failed: number(standing.failed),
        failures: failures.into_iter().map(|mail| failed(request, mail)).collect(),
    };
    request.page(w::title(lang), Place::Cockpit, &body)
}

fn failed(request: &Request, mail: Queued) -> Failed {
    let lang = request.lang;
    let forgotten = mail.recipient.is_empty();
    Failed {
        subject: subject(lang, mail.subject),
        to: if forgotten { w::forgotten(lang).to_owned() } else { w::to(lang, &mail.recipient) },
        why: mail.trouble.unwrap_or_default(),
        at: request.moment(mail.created_at),
        datetime: request.datetime(mail.created_at),
    }
}

#[derive(Template)]
#[template(path = "templates/mail.html")]
struct Mail {
    lang: Lang,
    name: String,
    subject: String,
    from: String,
    to: String,
    at: Option<Time>,
    has_html: bool,
    paragraphs: Vec<Vec<Line>>,
}

/// The folder; not found when mails go through a server.
fn shelved(request: &Request) -> Result<&PathBuf> {
    request.house.settings.mail_folder.as_ref().ok_or_else(|| Refusal::NotFound.into())
}

fn letter(request: &Request) -> Result<Reply> {
    let permit = MayReadMail::of(request.visitor()?)?;
    let name: String = request.param("name")?;
    let letter = folder::read(shelved(request)?, &name)?;
    permit.look(&request.house.database, &letter.name)?;
    oversight::looked_at_mails(request, std::iter::once(letter.to.as_str()));
    let at = time(request, &letter);
    let subject = subject(request.lang, letter.subject);
    let body = Mail {
        lang: request.lang,
        paragraphs: shelf::paragraphs(&letter.text, &request.house.settings.base_url),
        has_html: !letter.html.is_empty(),
        name: letter.name,
        subject,
        from: letter.from,
        to: letter.to,
        at,
    };
    request.page(&body.subject, Place::Cockpit, &body)
}

fn body(request: &Request) -> Result<Reply> {
    let permit = MayReadMail::of(request.visitor()?)?;
    let name: String = request.param("name")?;
    let letter = folder::read(shelved(request)?, &name)?;
    if letter.html.is_empty() {
        return Err(Refusal::NotFound.into());
    }
    permit.look(&request.house.database, &format!("{} body", letter.name))?;
    Ok(Reply::Sandboxed(shelf::framed(&letter.html)))
}
