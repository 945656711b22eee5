//! In and out.

use super::{before_set_up, wanted};
use crate::attempts::{ATTEMPTS, Who};
use crate::{sessions, store, w};
use askama::Template;
use language::{Problems, Result};
use text::Email;
use web::{Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/sign_in.html")]
struct SignIn<'a> {
    lang: Lang,
    problems: &'a Problems,
    email: &'a str,
    to: &'a str,
    /// Whether a session ended while something was written.
    ended: bool,
}

fn page(request: &Request, problems: &Problems, email: &str, to: &str) -> Result<Reply> {
    let lang = request.lang;
    let ended = request.query.has("ended");
    request.page(w::sign_in_title(lang), Place::Door, &SignIn { lang, problems, email, to, ended })
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    if let Some(reply) = before_set_up(request) {
        return Ok(reply);
    }
    let to = wanted(request.query.text("to"));
    if request.visitor.is_some() {
        return Ok(Reply::To(to));
    }
    page(request, &Problems::none(), "", to.as_str())
}

pub(super) fn enter(request: &Request) -> Result<Reply> {
    if let Some(reply) = before_set_up(request) {
        return Ok(reply);
    }
    let lang = request.lang;
    let form = request.form.only(&["email", "password", "to"])?;
    let (typed, password) = (form.text("email"), form.raw("password"));
    let to = wanted(form.text("to"));
    let mut problems = Problems::none();
    let email = Email::parse(typed);
    if let Err(problem) = &email {
        problems.add("email", problem.say(lang));
    }
    if password.is_empty() {
        problems.add("password", w::password_empty(lang));
    }
    let Some(email) = email.ok().filter(|_| problems.is_empty()) else {
        return Ok(page(request, &problems, typed, to.as_str())?.to_be_mended());
    };
    // Several houses may live in one process (tests do): each counts for itself.
    let database = &request.house.database;
    let account = format!("{:?} {}", database.location(), email.key());
    let who = if sessions::is_known(database, email.key(), &request.known)? {
        Who::Known
    } else {
        Who::Stranger(&request.household)
    };
    if !ATTEMPTS.allow(&account, who, request.now) {
        problems.add("email", w::too_often(lang));
        return Ok(page(request, &problems, typed, to.as_str())?.to_be_mended());
    }
    let entered = sessions::enter(database, email.key(), password, &request.device);
    if !matches!(entered, Ok(None)) {
        // Right, or too busy to look: no guess was answered.
        ATTEMPTS.forget(&account, who, request.now);
    }
    let Some(entered) = entered? else {
        ATTEMPTS.was_wrong(who, request.now);
        problems.add("email", w::wrong(lang));
        return Ok(page(request, &problems, typed, to.as_str())?.to_be_mended());
    };
    if let Some(old) = &request.visitor {
        database.write(|tx| store::end_session(tx, old.id, old.session))?;
    }
    Ok(entered.leads(to))
}

pub(super) fn leave(request: &Request) -> Result<Reply> {
    request.form.only(&[])?;
    let visitor = request.visitor()?;
    request.house.database.write(|tx| store::end_session(tx, visitor.id, visitor.session))?;
    Ok(Reply::SignOut(wanted("/sign-in")))
}

pub(super) fn leave_everywhere(request: &Request) -> Result<Reply> {
    request.form.only(&[])?;
    let visitor = request.visitor()?;
    request.house.database.write(|tx| sessions::end_all(tx, visitor.id))?;
    Ok(Reply::SignOut(wanted("/sign-in")))
}
