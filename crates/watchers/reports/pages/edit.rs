//! A draft: its figures to look at, its text to write.

use super::{Shown, month_of};
use crate::draft::{
    self, MOST_DECISION, MOST_DECISIONS, MOST_OWNER, MOST_TEXT, Texts, TypedDecision, Written,
};
use crate::permits::MayReport;
use crate::{store, tell, w};
use askama::Template;
use language::{Failure, Problems, Refusal, Result};
use web::{Place, Reply, Request};
use words::Lang;

/// So many empty decisions stand below those that are there.
const EMPTY: usize = 2;

struct Finding {
    kicker: &'static str,
    sentence: String,
    beside: String,
}

#[derive(Template)]
#[template(path = "templates/edit.html")]
struct Page {
    lang: Lang,
    id: i64,
    title: String,
    period: String,
    notice: &'static str,
    problems: Problems,
    findings: Vec<Finding>,
    texts: Texts,
    decisions: Vec<TypedDecision>,
    most_text: usize,
    most_decision: usize,
    most_owner: usize,
}

fn page(
    request: &Request,
    shown: &Shown,
    texts: Texts,
    mut decisions: Vec<TypedDecision>,
    problems: Problems,
) -> Result<Reply> {
    let lang = request.lang;
    let wrong = !problems.is_empty();
    let room = MOST_DECISIONS.saturating_sub(decisions.len()).min(EMPTY);
    decisions.extend(std::iter::repeat_n(TypedDecision::default(), room));
    let notice = if request.query.has("saved") {
        w::saved(lang)
    } else if request.query.has("retaken") {
        w::retaken(lang)
    } else {
        ""
    };
    let body = Page {
        lang,
        id: shown.report.id,
        title: tell::title(lang, &shown.report),
        period: tell::period(lang, &shown.report),
        notice,
        problems,
        findings: shown
            .sections(lang)
            .into_iter()
            .map(|one| Finding { kicker: one.kicker, sentence: one.finding, beside: one.beside })
            .collect(),
        texts,
        decisions,
        most_text: MOST_TEXT,
        most_decision: MOST_DECISION,
        most_owner: MOST_OWNER,
    };
    let reply = request.page(&tell::title(lang, &shown.report), Place::Cockpit, &body)?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    MayReport::of(request.visitor()?)?;
    let id: i64 = request.param("report")?;
    let shown = request.house.database.snapshot(|conn| Shown::read(conn, id))?;
    if shown.report.is_finished() {
        return Ok(Reply::to(format!("/cockpit/reports/{id}")));
    }
    let decisions = shown
        .report
        .decisions
        .iter()
        .map(|one| TypedDecision {
            text: one.text.clone(),
            owner: one.owner.clone(),
            due: one.due.date().to_string(),
        })
        .collect();
    let texts = shown.report.texts.clone();
    page(request, &shown, texts, decisions, Problems::none())
}

pub(super) fn save(request: &Request) -> Result<Reply> {
    let permit = MayReport::of(request.visitor()?)?;
    let id: i64 = request.param("report")?;
    let known = ["successes", "explanation", "decision[]", "owner[]", "due[]", "then"];
    let form = request.form.only(&known)?;
    let texts = Texts {
        successes: form.raw("successes").trim().replace("\r\n", "\n"),
        explanation: form.raw("explanation").trim().replace("\r\n", "\n"),
    };
    let owners: Vec<&str> = form.all("owner").collect();
    let dues: Vec<&str> = form.all("due").collect();
    let typed: Vec<TypedDecision> = form
        .all("decision")
        .take(MOST_DECISIONS)
        .enumerate()
        .map(|(at, text)| TypedDecision {
            text: text.to_owned(),
            owner: owners.get(at).copied().unwrap_or_default().to_owned(),
            due: dues.get(at).copied().unwrap_or_default().to_owned(),
        })
        .collect();
    match Written::new(request.lang, texts.clone(), &typed) {
        Ok(written) => {
            request.house.database.write(|tx| draft::save(tx, &permit, id, &written))?;
            let to = match form.text("then") {
                "look" => format!("/cockpit/reports/{id}"),
                _ => format!("/cockpit/reports/{id}/edit?saved"),
            };
            Ok(Reply::to(to))
        }
        Err(Failure::Problems(problems)) => {
            let shown = request.house.database.snapshot(|conn| Shown::read(conn, id))?;
            page(request, &shown, texts, typed, problems)
        }
        Err(other) => Err(other),
    }
}

pub(super) fn retake(request: &Request) -> Result<Reply> {
    let permit = MayReport::of(request.visitor()?)?;
    let id: i64 = request.param("report")?;
    request.form.only(&[])?;
    let report = request.house.database.snapshot(|conn| store::report(conn, id))?;
    if report.is_finished() {
        return Err(Refusal::Conflict.into());
    }
    let of = month_of(request, report.month)?;
    draft::retake(&request.house.database, &permit, &report, of)?;
    Ok(Reply::to(format!("/cockpit/reports/{id}/edit?retaken")))
}

pub(super) fn finish(request: &Request) -> Result<Reply> {
    let permit = MayReport::of(request.visitor()?)?;
    let id: i64 = request.param("report")?;
    request.form.only(&[])?;
    request.house.database.write(|tx| draft::finish(tx, &permit, id))?;
    Ok(Reply::to(format!("/cockpit/reports/{id}?finished")))
}

pub(super) fn correct(request: &Request) -> Result<Reply> {
    let permit = MayReport::of(request.visitor()?)?;
    let id: i64 = request.param("report")?;
    request.form.only(&[])?;
    let new = request.house.database.write(|tx| draft::correct(tx, &permit, id))?;
    Ok(Reply::to(format!("/cockpit/reports/{new}/edit")))
}

pub(super) fn discard(request: &Request) -> Result<Reply> {
    let permit = MayReport::of(request.visitor()?)?;
    let id: i64 = request.param("report")?;
    request.form.only(&[])?;
    request.house.database.write(|tx| draft::discard(tx, &permit, id))?;
    Ok(Reply::to("/cockpit/reports"))
}
