//! When reports are mailed, and to whom.

use crate::permits::MayReport;
use crate::store::{self, Plan, Recipient};
use crate::w;
use askama::Template;
use language::{Problems, Refusal, Result, Role};
use text::Email;
use web::{Place, Reply, Request};
use words::Lang;

/// The most people who get reports.
const MOST: usize = 50;
/// The day that is proposed.
const USUAL_DAY: i32 = 3;

struct Row {
    id: i64,
    name: String,
    /// Why it does not go there; empty when it does.
    trouble: &'static str,
}

#[derive(Template)]
#[template(path = "templates/mailing.html")]
struct Page {
    lang: Lang,
    rows: Vec<Row>,
    plan: Option<Plan>,
    said: String,
    day: i32,
    attached: bool,
    reachable: usize,
    problems: Problems,
    typed: String,
    /// Who may enter addresses of people without an account.
    administrator: bool,
    /// What is asked before it begins; empty when nothing is.
    question: String,
}

/// Why a mail does not go to somebody.
fn trouble(lang: Lang, one: &Recipient, attached: bool) -> &'static str {
    match (&one.email, one.person) {
        (None, _) => w::not_reachable(lang),
        (Some(_), None) if !attached => w::needs_attachment(lang),
        _ => "",
    }
}

struct Asked {
    day: i32,
    attached: bool,
}

fn page(request: &Request, problems: Problems, typed: &str, asked: Option<Asked>) -> Result<Reply> {
    let lang = request.lang;
    let visitor = request.visitor()?;
    MayReport::of(visitor)?;
    let (plan, to) = request
        .house
        .database
        .snapshot(|conn| Ok((store::plan(conn)?, store::recipients(conn)?)))?;
    let (day, attached) = match (&asked, &plan) {
        (Some(asked), _) => (asked.day, asked.attached),
        (None, Some(plan)) => (plan.day, plan.attached),
        (None, None) => (USUAL_DAY, false),
    };
    let rows: Vec<Row> = to
        .iter()
        .map(|one| Row {
            id: one.id,
            name: match &one.email {
                Some(email) if one.person.is_none() => email.clone(),
                _ => one.name.clone(),
            },
            trouble: trouble(lang, one, attached),
        })
        .collect();
    let reachable = rows.iter().filter(|row| row.trouble.is_empty()).count();
    let wrong = !problems.is_empty();
    let body = Page {
        lang,
        said: match &plan {
            Some(plan) => w::mailing_runs(lang, reachable, plan.day),
            None => w::mailing_off(lang).to_owned(),
        },
        plan,
        day,
        attached,
        reachable,
        problems,
        typed: typed.to_owned(),
        administrator: visitor.at_least(Role::Administrator),
        question: match asked {
            Some(asked) if asked.attached => w::sure_attached(lang, reachable, asked.day),
            Some(asked) => w::sure_link(lang, reachable, asked.day),
            None => String::new(),
        },
        rows,
    };
    let reply = request.page(w::mailing(lang), Place::Cockpit, &body)?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    page(request, Problems::none(), "", None)
}

/// Asks first, with how many mails that are; begins only when that number was seen.
pub(super) fn plan(request: &Request) -> Result<Reply> {
    let permit = MayReport::of(request.visitor()?)?;
    let form = request.form.only(&["day", "attached", "sure"])?;
    let lang = request.lang;
    let attached = form.has("attached");
    let day = form.text("day").parse::<i32>().ok().filter(|day| (1..=28).contains(day));
    let Some(day) = day else {
        let mut problems = Problems::none();
        problems.add("day", w::day_wrong(lang));
        return page(request, problems, "", None);
    };
    let to = request.house.database.read(store::recipients)?;
    let reachable = to.iter().filter(|one| trouble(lang, one, attached).is_empty()).count();
    if reachable == 0 {
        let mut problems = Problems::none();
        problems.add("who", w::nobody_to_mail(lang));
        return page(request, problems, "", None);
    }
    if form.text("sure") != reachable.to_string() {
        return page(request, Problems::none(), "", Some(Asked { day, attached }));
    }
    request.house.database.write(|tx| {
        store::set_plan(tx, permit.by(), day, attached)?;
        sign_in::audit(
            tx,
            Some(permit.by()),
            "report mailing",
            None,
            &format!("{day} {attached} {reachable}"),
        )
    })?;
    Ok(Reply::to("/cockpit/reports/mailing"))
}

pub(super) fn stop(request: &Request) -> Result<Reply> {
    let permit = MayReport::of(request.visitor()?)?;
    request.form.only(&[])?;
    request.house.database.write(|tx| {
        store::stop(tx)?;
        sign_in::audit(tx, Some(permit.by()), "report mailing", None, "off")
    })?;
    Ok(Reply::to("/cockpit/reports/mailing"))
}

pub(super) fn add(request: &Request) -> Result<Reply> {
    let visitor = request.visitor()?;
    let permit = MayReport::of(visitor)?;
    let form = request.form.only(&["who"])?;
    let lang = request.lang;
    let typed = form.text("who");
    let mut problems = Problems::none();
    let email = Email::parse(typed).ok();
    let key = email.as_ref().map_or("", |email| email.key()).to_owned();
    let handle = typed.trim_start_matches('@').to_lowercase();
    let (member, many) = request.house.database.snapshot(|conn| {
        Ok((store::member(conn, &handle, &key)?, store::recipients(conn)?.len()))
    })?;
    if many >= MOST {
        problems.add("who", w::recipients_enough(lang, MOST));
    } else if member.is_none() {
        match &email {
            None => problems.add("who", w::nobody_called(lang)),
            Some(_) if !visitor.at_least(Role::Administrator) => {
                problems.add("who", w::only_administrator(lang));
            }
            Some(_) => {}
        }
    }
    if !problems.is_empty() {
        return page(request, problems, typed, None);
    }
    let address = email.as_ref().map(|email| email.as_str().to_owned());
    request.house.database.write(|tx| {
        let address = address.as_deref().filter(|_| member.is_none());
        store::add_recipient(tx, permit.by(), member, address)?;
        sign_in::audit(tx, Some(permit.by()), "report recipient", None, "added")
    })?;
    Ok(Reply::to("/cockpit/reports/mailing"))
}

pub(super) fn remove(request: &Request) -> Result<Reply> {
    let permit = MayReport::of(request.visitor()?)?;
    let form = request.form.only(&["recipient"])?;
    let id: i64 = form.parsed("recipient")?.ok_or(Refusal::NotFound)?;
    request.house.database.write(|tx| {
        store::remove_recipient(tx, id)?;
        sign_in::audit(tx, Some(permit.by()), "report recipient", None, "removed")
    })?;
    Ok(Reply::to("/cockpit/reports/mailing"))
}
