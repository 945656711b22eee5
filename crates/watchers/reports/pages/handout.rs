//! The hand-out of a department: slides to show, to print, and as PDF.

use super::drawn::draw_large;
use super::{Shown, telling};
use crate::handout::{self, Handout};
use crate::permits::MayReport;
use crate::{files, tell, w};
use askama::Template;
use language::{Failure, Refusal, Result};
use web::{Place, Rendered, Reply, Request};
use words::Lang;

struct Slide {
    kicker: String,
    title: String,
    text: Vec<String>,
    drawn: Option<Rendered>,
    says: String,
    note: String,
}

#[derive(Template)]
#[template(path = "templates/handout.html")]
struct Page {
    lang: Lang,
    title: String,
    period: String,
    community: String,
    slides: Vec<Slide>,
    report: i64,
    department: i64,
}

fn made(request: &Request) -> Result<(Shown, Handout, i64)> {
    MayReport::of(request.visitor()?)?;
    let id: i64 = request.param("report")?;
    let department: i64 = request.param("department")?;
    let shown = request.house.database.snapshot(|conn| Shown::read(conn, id))?;
    if !shown.report.is_finished() {
        return Err(Refusal::NotFound.into());
    }
    let community = request.community()?;
    let telling = telling(request, &community.name);
    let sections = shown.sections(request.lang);
    let made = handout::handout(&telling, &shown.report, shown.beside(), &sections, department)?;
    Ok((shown, made, department))
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let (shown, handout, department) = made(request)?;
    let lang = request.lang;
    let slides = handout
        .slides
        .into_iter()
        .map(|slide| {
            let picture = slide.picture.as_ref();
            Ok(Slide {
                drawn: picture.map(|one| draw_large(lang, &slide.title, one)).transpose()?,
                says: picture.map(|one| one.says.clone()).unwrap_or_default(),
                kicker: slide.kicker,
                title: slide.title,
                text: slide.text,
                note: slide.note,
            })
        })
        .collect::<Result<Vec<Slide>>>()?;
    let body = Page {
        lang,
        title: handout.title.clone(),
        period: tell::period(lang, &shown.report),
        community: request.community()?.name.clone(),
        slides,
        report: shown.report.id,
        department,
    };
    request.page(&handout.title, Place::Cockpit, &body)
}

pub(super) fn pdf(request: &Request) -> Result<Reply> {
    let (shown, made, _) = made(request)?;
    let community = request.community()?;
    let telling = telling(request, &community.name);
    let document = handout::document(&telling, &shown.report, &made);
    let bytes = documents::pdf(&document).map_err(|e| Failure::fault("make a document", e))?;
    let name =
        text::ascii_fold(&made.department).replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let name = format!("{}-{name}.pdf", files::name(&telling, &shown.report));
    Ok(Reply::File { media_type: "application/pdf", bytes, save_as: Some(name) })
}
