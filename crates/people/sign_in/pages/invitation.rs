//! Coming in for the first time, with a mailed link or a printed code.

use super::{before_set_up, check_password, community};
use crate::invitations::{self, Acceptance, Open};
use crate::{accounts, password, tokens, w};
use askama::Template;
use language::{Failure, Problems, Refusal, Result};
use text::Email;
use web::{LocalPath, Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/claim.html")]
struct Claim<'a> {
    lang: Lang,
    problems: &'a Problems,
    code: &'a str,
}

#[derive(Template)]
#[template(path = "templates/invitation.html")]
struct Invitation<'a> {
    lang: Lang,
    problems: &'a Problems,
    community: String,
    token: &'a str,
    first_name: &'a str,
    name: &'a str,
    email: &'a str,
    /// The form asks for an address: it did not come with the link.
    asks_address: bool,
    department: Option<&'a str>,
}

pub(super) fn ask_code(request: &Request) -> Result<Reply> {
    if let Some(reply) = before_set_up(request) {
        return Ok(reply);
    }
    claim_page(request, &Problems::none(), "")
}

fn claim_page(request: &Request, problems: &Problems, code: &str) -> Result<Reply> {
    let lang = request.lang;
    request.page(w::claim_title(lang), Place::Door, &Claim { lang, problems, code })
}

pub(super) fn take_code(request: &Request) -> Result<Reply> {
    let form = request.form.only(&["code"])?;
    let typed = form.text("code");
    let open = match tokens::read_code(typed) {
        Some(code) => request
            .house
            .database
            .read(|conn| invitations::look(conn, &code, request.now))
            .map(|_| code),
        None => Err(Refusal::Gone.into()),
    };
    match open {
        Ok(code) => Ok(Reply::to(format!("/invitation/{code}"))),
        Err(Failure::Refusal(_)) => {
            let mut problems = Problems::none();
            problems.add("code", w::claim_wrong(request.lang));
            Ok(claim_page(request, &problems, typed)?.to_be_mended())
        }
        Err(other) => Err(other),
    }
}

fn page(
    request: &Request,
    open: &Open,
    problems: &Problems,
    token: &str,
    name: &str,
    email: &str,
) -> Result<Reply> {
    let lang = request.lang;
    let body = Invitation {
        lang,
        problems,
        community: community(request),
        token,
        first_name: accounts::first_name(&open.known.name),
        name,
        email,
        asks_address: !open.mailed,
        department: open.department.as_deref(),
    };
    request.page(w::invitation_title(lang), Place::Door, &body)
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let token: String = request.param("token")?;
    let open = request.house.database.read(|conn| invitations::look(conn, &token, request.now))?;
    page(request, &open, &Problems::none(), &token, &open.known.name, "")
}

pub(super) fn accept(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let token: String = request.param("token")?;
    let database = &request.house.database;
    let open = database.read(|conn| invitations::look(conn, &token, request.now))?;
    let form = request.form.only(&["name", "email", "password"])?;
    let mut problems = Problems::none();
    let name = form.name("name", 80, lang, &mut problems);
    let typed = form.text("email");
    let mut email = None;
    if !open.mailed {
        match Email::parse(typed) {
            Ok(read) => email = Some(read),
            Err(problem) => problems.add("email", problem.say(lang)),
        }
    }
    let chosen = form.raw("password");
    let address = open.known.email.as_deref().unwrap_or(typed);
    check_password(request, chosen, &[&name, address], &mut problems)?;
    if !problems.is_empty() {
        return Ok(page(request, &open, &problems, &token, &name, typed)?.to_be_mended());
    }
    // Before the transaction: hashing takes long, and others wait to write.
    let hash = password::hash(chosen, database.environment().random())?;
    let acceptance = Acceptance {
        name: &name,
        email: email.as_ref(),
        password: &hash,
        language: lang,
        device: &request.device,
        base_url: &request.house.settings.base_url,
    };
    match database.write(|tx| invitations::accept(tx, &token, &acceptance)) {
        Ok(entered) => Ok(entered.leads(LocalPath::to("/"))),
        Err(Failure::Refusal(Refusal::Conflict)) => {
            problems.add("email", w::address_taken(lang));
            Ok(page(request, &open, &problems, &token, &name, typed)?.to_be_mended())
        }
        Err(other) => Err(other),
    }
}
