//! The manager lets people in: by mail, or with a code on paper.

use crate::accounts::ClaimCode;
use crate::invitations::{self, Guest, Outcome};
use crate::permits::MayInvite;
use crate::{accounts, store, w};
use askama::Template;
use language::{DepartmentId, Failure, PersonId, Problems, Refusal, Result, Role};
use oversight::Purpose;
use web::{Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/invite.html")]
struct Invite<'a> {
    lang: Lang,
    administrator: bool,
    problems: &'a Problems,
    people: &'a str,
    departments: Vec<Choice>,
    /// How many were invited just now.
    sent: Option<i64>,
    /// How many of that list got nothing: they belong already, or were just invited.
    skipped: i64,
    /// Mails stay in a folder: nobody gets one by mail.
    no_server: bool,
}

struct Choice {
    id: i64,
    path: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "templates/invite_preview.html")]
struct Preview {
    lang: Lang,
    people: String,
    department: Option<i64>,
    department_path: Option<String>,
    rows: Vec<Row>,
    count: i64,
}

struct Row {
    name: String,
    email: String,
    outcome: Outcome,
}

#[derive(Template)]
#[template(path = "templates/code.html")]
struct Code {
    lang: Lang,
    person: i64,
    name: String,
    department: Option<String>,
    code: String,
    address: String,
}

#[derive(Template)]
#[template(path = "templates/codes.html")]
struct Codes {
    lang: Lang,
    codes: Vec<ClaimCode>,
    address: String,
    /// There may be more people without a code.
    more: bool,
}

fn page(
    request: &Request,
    problems: &Problems,
    people: &str,
    chosen: Option<DepartmentId>,
    sent: Option<i64>,
) -> Result<Reply> {
    let lang = request.lang;
    let departments = request.house.database.read(store::departments)?;
    let departments = departments
        .into_iter()
        .map(|(id, path)| Choice { id: id.0, path, chosen: chosen == Some(id) })
        .collect();
    let no_server = request.house.settings.mail_folder.is_some();
    let administrator = request.visitor()?.at_least(Role::Administrator);
    let skipped = request.query.parsed("skipped").unwrap_or(None).unwrap_or(0);
    let body =
        Invite { lang, administrator, problems, people, departments, sent, skipped, no_server };
    request.page(w::invite_title(lang), Place::Cockpit, &body)
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    MayInvite::of(request.visitor()?)?;
    let sent = request.query.parsed("sent").unwrap_or(None);
    page(request, &Problems::none(), "", None, sent)
}

/// What came of reading the form.
enum Read {
    /// Whom to invite, and to which department.
    List(Vec<Guest>, Option<DepartmentId>),
    /// The page with what is wrong.
    Mend(Reply),
}

/// The list and the department, or the page with what is wrong with them.
fn read(request: &Request) -> Result<Read> {
    let form = request.form.only(&["people", "department"])?;
    let department: Option<DepartmentId> = form.parsed("department")?;
    let people = form.raw("people");
    match invitations::read_list(people, request.lang) {
        Ok(guests) => Ok(Read::List(guests, department)),
        Err(Failure::Problems(problems)) => {
            Ok(Read::Mend(page(request, &problems, people, department, None)?.to_be_mended()))
        }
        Err(other) => Err(other),
    }
}

pub(super) fn preview(request: &Request) -> Result<Reply> {
    MayInvite::of(request.visitor()?)?;
    if request.form.has("back") {
        let form = request.form.only(&["people", "department", "back"])?;
        let people = form.raw("people");
        return page(request, &Problems::none(), people, form.parsed("department")?, None);
    }
    let (guests, department) = match read(request)? {
        Read::List(guests, department) => (guests, department),
        Read::Mend(reply) => return Ok(reply),
    };
    let (outcomes, department_path) = request.house.database.snapshot(|conn| {
        let outcomes = invitations::preview(conn, &guests, request.now)?;
        let path = match department {
            Some(id) => Some(store::department_path(conn, id)?.ok_or(Refusal::NotFound)?),
            None => None,
        };
        Ok((outcomes, path))
    })?;
    let count = outcomes.iter().filter(|o| matches!(o, Outcome::New | Outcome::Again)).count();
    // What is sent is what was shown: the list goes along as it was read.
    let list: Vec<String> =
        guests.iter().map(|g| format!("{} <{}>", calm(&g.name), g.email)).collect();
    let rows = guests
        .into_iter()
        .zip(outcomes)
        .map(|(guest, outcome)| Row { name: guest.name, email: guest.email.to_string(), outcome })
        .collect();
    let body = Preview {
        lang: request.lang,
        people: list.join("\n"),
        department: department.map(|id| id.0),
        department_path,
        rows,
        count: i64::try_from(count).unwrap_or(i64::MAX),
    };
    request.page(w::invite_title(request.lang), Place::Cockpit, &body)
}

/// A name without the signs that mean something in the list.
fn calm(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, ',' | '<' | '>' | ';')).collect()
}

pub(super) fn send(request: &Request) -> Result<Reply> {
    let permit = MayInvite::of(request.visitor()?)?;
    let (guests, department) = match read(request)? {
        Read::List(guests, department) => (guests, department),
        Read::Mend(reply) => return Ok(reply),
    };
    let base_url = &request.house.settings.base_url;
    let invite = || {
        request.house.database.write(|tx| {
            if let Some(id) = department {
                store::department_path(tx, id)?.ok_or(Refusal::NotFound)?;
            }
            invitations::send(tx, &permit, &guests, department, base_url)
        })
    };
    let sent = match invite() {
        // The same list came at the same moment: now they are known.
        Err(Failure::Refusal(Refusal::Conflict)) => invite()?,
        other => other?,
    };
    let skipped = guests.len() - sent;
    Ok(Reply::to(format!("/cockpit/invite?sent={sent}&skipped={skipped}")))
}

/// Makes a code and shows it once, on a page that can be printed.
pub(super) fn code(request: &Request) -> Result<Reply> {
    let permit = MayInvite::of(request.visitor()?)?;
    request.form.only(&[])?;
    let person: PersonId = request.param("id")?;
    let (known, department, code) = request.house.database.write(|tx| {
        let code = accounts::make_claim_code(tx, Some(permit.by()), person)?;
        let known = store::person(tx, person)?.ok_or(Refusal::NotFound)?;
        let department = match known.department {
            Some(id) => store::department_path(tx, id)?,
            None => None,
        };
        Ok((known, department, code))
    })?;
    oversight::looked(request, Purpose::Code, &[person]);
    let body = Code {
        lang: request.lang,
        person: person.0,
        name: known.name,
        department,
        code,
        address: format!("{}/claim", request.house.settings.base_url),
    };
    request.page(w::code_title(request.lang), Place::Cockpit, &body)
}

/// As many codes as fit on some sheets of paper, and in one transaction.
const MOST_CODES: i64 = 100;

/// Makes codes for many at once, on a page that can be printed and cut.
pub(super) fn codes(request: &Request) -> Result<Reply> {
    let permit = MayInvite::of(request.visitor()?)?;
    let form = request.form.only(&["department"])?;
    let department: Option<DepartmentId> = form.parsed("department")?;
    let codes = request.house.database.write(|tx| {
        let path = match department {
            Some(id) => Some(store::department_path(tx, id)?.ok_or(Refusal::NotFound)?),
            None => None,
        };
        accounts::make_claim_codes(tx, Some(permit.by()), path.as_deref(), MOST_CODES)
    })?;
    let seen: Vec<PersonId> = codes.iter().map(|code| code.person).collect();
    oversight::looked(request, Purpose::Code, &seen);
    let more = i64::try_from(codes.len()).is_ok_and(|count| count == MOST_CODES);
    let address = format!("{}/claim", request.house.settings.base_url);
    let body = Codes { lang: request.lang, codes, address, more };
    request.page(w::codes_title(request.lang), Place::Cockpit, &body)
}
