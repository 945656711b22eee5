//! A report to read, to print, and as files.

use super::drawn::draw;
use super::{Shown, telling};
use crate::permits::MayReport;
use crate::sections::{Named, Section};
use crate::{files, store, tell, w};
use askama::Template;
use documents::Table;
use language::{Refusal, Result};
use text::SafeHtml;
use web::{Place, Rendered, Reply, Request};
use words::Lang;

struct Picture {
    title: String,
    drawn: Rendered,
    slug: &'static str,
    id: String,
    /// The table, where it says more than the picture.
    table: Option<Table>,
}

struct Subject {
    key: &'static str,
    kicker: &'static str,
    figure: String,
    label: String,
    finding: String,
    beside: String,
    more: Vec<String>,
    pictures: Vec<Picture>,
    table: Option<Named>,
    notes: Vec<String>,
    definition: String,
}

#[derive(Template)]
#[template(path = "templates/report.html")]
struct Page {
    lang: Lang,
    id: i64,
    title: String,
    period: String,
    colophon: String,
    notice: &'static str,
    /// Whether who looks may change it, or only reads it.
    manages: bool,
    finished: bool,
    whole: bool,
    few: Option<u64>,
    successes: SafeHtml,
    explanation: SafeHtml,
    decisions: Option<Table>,
    subjects: Vec<Subject>,
    definition: String,
    ranges: &'static str,
    /// Departments with a hand-out: their number and name.
    departments: Vec<(i64, String)>,
    /// Where its files are.
    at: String,
}

fn subject(lang: Lang, section: Section) -> Result<Subject> {
    let key = section.key;
    let pictures = section
        .pictures
        .into_iter()
        .enumerate()
        .map(|(at, one)| {
            Ok(Picture {
                drawn: draw(lang, &one.title, &one.picture)?,
                slug: one.values.slug,
                id: format!("{key}-{at}"),
                table: one.is_list().then(|| one.values.table.clone()),
                title: one.title,
            })
        })
        .collect::<Result<Vec<Picture>>>()?;
    let (number, version, text) = section.definition;
    Ok(Subject {
        key,
        kicker: section.kicker,
        figure: section.figure,
        label: section.label,
        finding: section.finding,
        beside: section.beside,
        more: section.more,
        pictures,
        table: section.table,
        notes: section.notes,
        definition: format!("{text} {}", w::defined(lang, number, version)),
    })
}

fn page(request: &Request, shown: &Shown, manages: bool) -> Result<Reply> {
    let lang = request.lang;
    let community = request.community()?;
    let report = &shown.report;
    let markdown = |source: &str| text::render(source, &text::Options::post());
    let figures = report.snapshot.figures.as_ref();
    let departments =
        figures.filter(|_| manages && report.is_finished()).map_or_else(Vec::new, |figures| {
            let all = figures.departments.all.iter();
            all.filter(|one| one.shown.is_some() && one.id != 0)
                .map(|one| (one.id, one.name.clone()))
                .collect()
        });
    let title = tell::title(lang, report);
    let body = Page {
        lang,
        id: report.id,
        title: title.clone(),
        period: tell::period(lang, report),
        colophon: tell::colophon(&telling(request, &community.name), report),
        notice: if request.query.has("finished") { w::now_finished(lang) } else { "" },
        manages,
        finished: report.is_finished(),
        whole: shown.is_whole()?,
        few: figures.is_none().then_some(report.snapshot.floor),
        successes: markdown(&report.texts.successes),
        explanation: markdown(&report.texts.explanation),
        decisions: tell::decisions(lang, report),
        subjects: shown
            .sections(lang)
            .into_iter()
            .map(|one| subject(lang, one))
            .collect::<Result<Vec<Subject>>>()?,
        definition: w::define_all(lang, report.snapshot.floor),
        ranges: w::define_ranges(lang),
        departments,
        at: if manages {
            format!("/cockpit/reports/{}", report.id)
        } else {
            format!("/reports/{}", report.id)
        },
    };
    let place = if manages { Place::Cockpit } else { Place::Elsewhere };
    request.page(&title, place, &body)
}

/// The report, for who makes reports.
fn to_manager(request: &Request) -> Result<Shown> {
    MayReport::of(request.visitor()?)?;
    let id: i64 = request.param("report")?;
    request.house.database.snapshot(|conn| Shown::read(conn, id))
}

/// The report, for who gets it: only when it is finished.
fn to_reader(request: &Request) -> Result<Shown> {
    let visitor = request.visitor()?;
    let id: i64 = request.param("report")?;
    let manages = MayReport::of(visitor).is_ok();
    request.house.database.snapshot(|conn| {
        if !manages && !store::is_recipient(conn, visitor.id)? {
            return Err(Refusal::NotFound.into());
        }
        let shown = Shown::read(conn, id)?;
        if shown.report.is_finished() { Ok(shown) } else { Err(Refusal::NotFound.into()) }
    })
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    page(request, &to_manager(request)?, true)
}

pub(super) fn show_to_reader(request: &Request) -> Result<Reply> {
    page(request, &to_reader(request)?, false)
}

fn file(media_type: &'static str, bytes: Vec<u8>, name: String) -> Reply {
    Reply::File { media_type, bytes, save_as: Some(name) }
}

fn as_pdf(request: &Request, shown: &Shown) -> Result<Reply> {
    let community = request.community()?;
    let telling = telling(request, &community.name);
    let bytes = files::pdf(&telling, &shown.report, &shown.sections(request.lang))?;
    let name = format!("{}.pdf", files::name(&telling, &shown.report));
    Ok(file("application/pdf", bytes, name))
}

pub(super) fn pdf(request: &Request) -> Result<Reply> {
    as_pdf(request, &to_manager(request)?)
}

pub(super) fn pdf_to_reader(request: &Request) -> Result<Reply> {
    as_pdf(request, &to_reader(request)?)
}

pub(super) fn xlsx(request: &Request) -> Result<Reply> {
    let shown = to_manager(request)?;
    let community = request.community()?;
    let telling = telling(request, &community.name);
    let bytes = files::workbook(&telling, &shown.report, &shown.sections(request.lang))?;
    let name = format!("{}.xlsx", files::name(&telling, &shown.report));
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(media, bytes, name))
}

pub(super) fn zip(request: &Request) -> Result<Reply> {
    let shown = to_manager(request)?;
    let community = request.community()?;
    let name = files::name(&telling(request, &community.name), &shown.report);
    let bytes = files::zip(&shown.sections(request.lang))?;
    Ok(file("application/zip", bytes, format!("{name}.zip")))
}

pub(super) fn values(request: &Request) -> Result<Reply> {
    let shown = to_manager(request)?;
    let slug: String = request.param("name")?;
    let bytes = files::values(&shown.sections(request.lang), &slug)?;
    let slug = slug.strip_suffix(".csv").unwrap_or(&slug);
    let name = format!("{slug}-{}.csv", shown.report.month);
    Ok(file("text/csv; charset=utf-8", bytes, name))
}
