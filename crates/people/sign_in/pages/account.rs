//! Settings: password, address, where somebody is signed in.

use super::check_password;
use crate::address::{self, Change};
use crate::attempts::{ATTEMPTS, Who};
use crate::store::{self, Session};
use crate::{accounts, password, reset, sessions, w};
use askama::Template;
use language::{Failure, Problems, Refusal, Result};
use text::Email;
use web::{LocalPath, Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/account.html")]
struct Account<'a> {
    lang: Lang,
    problems: &'a Problems,
    /// What just happened, in a word; empty when nothing did.
    notice: &'a str,
    email: Option<String>,
    verified: bool,
    typed: &'a str,
    sessions: Vec<Row>,
}

struct Row {
    id: i64,
    device: String,
    since: String,
    datetime: String,
    here: bool,
}

fn page(request: &Request, problems: &Problems, notice: &str, typed: &str) -> Result<Reply> {
    let lang = request.lang;
    let visitor = request.visitor()?;
    let (known, sessions) = request.house.database.snapshot(|conn| {
        let known = store::person(conn, visitor.id)?.ok_or(Refusal::NotFound)?;
        Ok((known, store::sessions_of(conn, visitor.id, request.now)?))
    })?;
    let row = |session: Session| Row {
        id: session.id.0,
        device: device_name(&session.device, lang),
        since: request.moment(session.created_at),
        datetime: request.datetime(session.created_at),
        here: session.id == visitor.session,
    };
    let body = Account {
        lang,
        problems,
        notice,
        email: known.email,
        verified: known.email_verified,
        typed,
        sessions: sessions.into_iter().map(row).collect(),
    };
    request.page(w::account_title(lang), Place::Elsewhere, &body)
}

/// A browser and a system that people recognise, from what the browser says.
fn device_name(agent: &str, lang: Lang) -> String {
    let find = |names: &[(&str, &'static str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    // The order matters: Edge also says Chrome, and Chrome also says Safari.
    let browser = find(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => w::device_on(lang, browser, system),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => w::device_unknown(lang).to_owned(),
    }
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let notice = match request.query.text("done") {
        "password" => w::password_changed(request.lang),
        "asked" => w::address_asked(request.lang),
        "set" | "prove" => w::address_proof_sent(request.lang),
        _ => "",
    };
    page(request, &Problems::none(), notice, "")
}

/// Whether the visitor typed their present password; counts as a try to get in.
fn knows_password(request: &Request, typed: &str) -> Result<bool> {
    let visitor = request.visitor()?;
    let database = &request.house.database;
    let account = format!("{:?} {}", database.location(), visitor.id);
    if !ATTEMPTS.allow(&account, Who::Known, request.now) {
        return Err(Refusal::TooMany.into());
    }
    let hash = database.read(|conn| store::password_of(conn, visitor.id))?;
    let right = password::matches(typed, hash.as_deref());
    if !matches!(right, Ok(false)) {
        ATTEMPTS.forget(&account, Who::Known, request.now);
    }
    right
}

pub(super) fn password(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let visitor = request.visitor()?;
    let form = request.form.only(&["current", "password"])?;
    let chosen = form.raw("password");
    let database = &request.house.database;
    let known = database.read(|conn| store::person(conn, visitor.id))?.ok_or(Refusal::NotFound)?;
    let mut problems = Problems::none();
    let address = known.email.as_deref().unwrap_or("");
    check_password(request, chosen, &[&known.name, address], &mut problems)?;
    if problems.is_empty() && !knows_password(request, form.raw("current"))? {
        problems.add("current", w::current_wrong(lang));
    }
    if !problems.is_empty() {
        return Ok(page(request, &problems, "", "")?.to_be_mended());
    }
    let hash = password::hash(chosen, database.environment().random())?;
    // All devices are signed out, and this one goes on with a new session.
    let entered = database.write(|tx| {
        accounts::set_password(tx, visitor.id, &hash)?;
        reset::tell_changed(tx, &known)?;
        sessions::open(tx, visitor.id, &request.device)
    })?;
    Ok(entered.leads(LocalPath::to("/settings/sign-in?done=password")))
}

pub(super) fn address(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let visitor = request.visitor()?;
    let form = request.form.only(&["email", "check"])?;
    let typed = form.text("email");
    let mut problems = Problems::none();
    let email = match Email::parse(typed) {
        Ok(email) => Some(email),
        Err(problem) => {
            problems.add("email", problem.say(lang));
            None
        }
    };
    if problems.is_empty() && !knows_password(request, form.raw("check"))? {
        problems.add("check", w::current_wrong(lang));
    }
    let Some(email) = email.filter(|_| problems.is_empty()) else {
        return Ok(page(request, &problems, "", typed)?.to_be_mended());
    };
    let base_url = &request.house.settings.base_url;
    let asked =
        request.house.database.write(|tx| address::ask_change(tx, visitor.id, &email, base_url));
    match asked {
        Ok(Change::Asked) => Ok(Reply::to("/settings/sign-in?done=asked")),
        Ok(Change::Set) => Ok(Reply::to("/settings/sign-in?done=set")),
        Err(Failure::Refusal(Refusal::Conflict)) => {
            problems.add("email", w::address_taken(lang));
            Ok(page(request, &problems, "", typed)?.to_be_mended())
        }
        Err(other) => Err(other),
    }
}

pub(super) fn prove_again(request: &Request) -> Result<Reply> {
    request.form.only(&[])?;
    let visitor = request.visitor()?;
    let base_url = &request.house.settings.base_url;
    request.house.database.write(|tx| address::send_proof(tx, visitor.id, base_url))?;
    Ok(Reply::to("/settings/sign-in?done=prove"))
}

pub(super) fn end_one(request: &Request) -> Result<Reply> {
    request.form.only(&[])?;
    let visitor = request.visitor()?;
    let session = request.param("id")?;
    request.house.database.write(|tx| store::end_session(tx, visitor.id, session))?;
    Ok(Reply::to("/settings/sign-in"))
}
