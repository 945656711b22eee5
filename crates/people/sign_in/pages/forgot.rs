//! A forgotten password, and what links in mails ask to confirm.

use super::{before_set_up, check_password};
use crate::{accounts, address, password, reset, w};
use askama::Template;
use language::{Problems, Result};
use text::Email;
use web::{LocalPath, Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/forgot.html")]
struct Forgot<'a> {
    lang: Lang,
    problems: &'a Problems,
    email: &'a str,
}

#[derive(Template)]
#[template(path = "templates/mailed.html")]
struct Mailed {
    lang: Lang,
}

#[derive(Template)]
#[template(path = "templates/reset.html")]
struct Reset<'a> {
    lang: Lang,
    problems: &'a Problems,
    token: &'a str,
    name: &'a str,
    email: &'a str,
}

/// One question with one button; asked after a link in a mail, because programs
/// that look at mails follow links but press no buttons.
#[derive(Template)]
#[template(path = "templates/confirm.html")]
struct Confirm<'a> {
    title: &'a str,
    text: String,
    action: String,
    button: &'a str,
}

#[derive(Template)]
#[template(path = "templates/done.html")]
struct Done<'a> {
    title: &'a str,
    text: &'a str,
    button: &'a str,
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    if let Some(reply) = before_set_up(request) {
        return Ok(reply);
    }
    forgot_page(request, &Problems::none(), "")
}

fn forgot_page(request: &Request, problems: &Problems, email: &str) -> Result<Reply> {
    let lang = request.lang;
    request.page(w::forgot_title(lang), Place::Door, &Forgot { lang, problems, email })
}

pub(super) fn ask(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let form = request.form.only(&["email"])?;
    let typed = form.text("email");
    match Email::parse(typed) {
        Ok(email) => {
            let base_url = request.house.settings.base_url.clone();
            // Apart from the request: its answer and its time tell nothing.
            request.house.later.soon(move |tx| reset::ask(tx, email.key(), &base_url));
            request.page(w::mailed_title(lang), Place::Door, &Mailed { lang })
        }
        Err(problem) => {
            let mut problems = Problems::none();
            problems.add("email", problem.say(lang));
            Ok(forgot_page(request, &problems, typed)?.to_be_mended())
        }
    }
}

pub(super) fn choose(request: &Request) -> Result<Reply> {
    let token: String = request.param("token")?;
    reset_page(request, &Problems::none(), &token)
}

fn reset_page(request: &Request, problems: &Problems, token: &str) -> Result<Reply> {
    let lang = request.lang;
    let known = request.house.database.read(|conn| reset::look(conn, token, request.now))?;
    let email = known.email.as_deref().unwrap_or("");
    let body = Reset { lang, problems, token, name: accounts::first_name(&known.name), email };
    request.page(w::reset_title(lang), Place::Door, &body)
}

pub(super) fn finish(request: &Request) -> Result<Reply> {
    let token: String = request.param("token")?;
    let form = request.form.only(&["email", "password"])?;
    let database = &request.house.database;
    let known = database.read(|conn| reset::look(conn, &token, request.now))?;
    let chosen = form.raw("password");
    let mut problems = Problems::none();
    let address = known.email.as_deref().unwrap_or("");
    check_password(request, chosen, &[&known.name, address], &mut problems)?;
    if !problems.is_empty() {
        return Ok(reset_page(request, &problems, &token)?.to_be_mended());
    }
    let hash = password::hash(chosen, database.environment().random())?;
    let entered = database.write(|tx| reset::finish(tx, &token, &hash, &request.device))?;
    Ok(entered.leads(LocalPath::to("/")))
}

pub(super) fn show_proof(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let token: String = request.param("token")?;
    let email =
        request.house.database.read(|conn| address::look_proof(conn, &token, request.now))?;
    let body = Confirm {
        title: w::verify_title(lang),
        text: w::verify_text(lang, &email),
        action: format!("/verify/{token}"),
        button: w::verify_mail_button(lang),
    };
    request.page(w::verify_title(lang), Place::Door, &body)
}

pub(super) fn prove(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    request.form.only(&[])?;
    let token: String = request.param("token")?;
    request.house.database.write(|tx| address::prove(tx, &token))?;
    let body = Done {
        title: w::verified_title(lang),
        text: w::verified_text(lang),
        button: w::go_on(lang),
    };
    request.page(w::verified_title(lang), Place::Door, &body)
}

pub(super) fn show_change(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let token: String = request.param("token")?;
    let (known, new) =
        request.house.database.read(|conn| address::look(conn, &token, request.now))?;
    let body = Confirm {
        title: w::address_title(lang),
        text: w::address_text(lang, &new, known.email.as_deref().unwrap_or("")),
        action: format!("/address/{token}"),
        button: w::address_mail_button(lang),
    };
    request.page(w::address_title(lang), Place::Door, &body)
}

pub(super) fn change(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    request.form.only(&[])?;
    let token: String = request.param("token")?;
    let base_url = &request.house.settings.base_url;
    request.house.database.write(|tx| address::finish_change(tx, &token, base_url))?;
    let body = Done {
        title: w::address_done_title(lang),
        text: w::address_done_text(lang),
        button: w::go_on(lang),
    };
    request.page(w::address_done_title(lang), Place::Door, &body)
}
