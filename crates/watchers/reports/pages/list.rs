//! All reports, and the months that one can be made of.

use super::{floor, month_of};
use crate::month::Month;
use crate::permits::MayReport;
use crate::promises;
use crate::{draft, store, w};
use askama::Template;
use language::{Refusal, Result};
use std::collections::BTreeSet;
use web::{Place, Reply, Request};
use words::Lang;

/// So many months back a report can be begun.
const BACK: usize = 12;

struct Row {
    id: i64,
    title: String,
    draft: bool,
    version: i32,
    when: String,
    /// Whether a later version of the same month was finished.
    replaced: bool,
}

#[derive(Template)]
#[template(path = "templates/list.html")]
struct Page {
    lang: Lang,
    rows: Vec<Row>,
    /// Months by code and name, the newest first.
    months: Vec<(String, String)>,
    commitment: Vec<String>,
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    MayReport::of(request.visitor()?)?;
    let lang = request.lang;
    let today = request.now.day(&request.zone);
    let last = Month::last_over(today);
    let promised = Month::of(today).before();
    let (list, began, kept, leaders) = request.house.database.snapshot(|conn| {
        Ok((
            store::list(conn)?,
            rollups::beginning(conn)?,
            store::commitment(conn, promised)?,
            store::leaders(conn)?,
        ))
    })?;
    let has: BTreeSet<Month> = list.iter().map(|one| Month::of(one.month)).collect();
    let mut months = Vec::new();
    let mut month = last;
    for _ in 0..BACK {
        // Before the first day that counts there is nothing to tell.
        if began.is_none_or(|began| month.end() < began) {
            break;
        }
        if !has.contains(&month) {
            months.push((month.to_string(), words::month(lang, month.date())));
        }
        month = month.before();
    }
    let mut finished: BTreeSet<Month> = BTreeSet::new();
    let rows = list
        .iter()
        .map(|one| {
            let month = Month::of(one.month);
            let draft = one.finished_at.is_none();
            Row {
                id: one.id,
                title: w::report_title(lang, words::month(lang, month.date())),
                draft,
                version: one.version,
                when: match one.finished_at {
                    Some(at) => w::finished_when(lang, request.moment(at)),
                    None => w::begun_when(lang, request.moment(one.made_at)),
                },
                replaced: !draft && !finished.insert(month),
            }
        })
        .collect();
    let floor = floor(&*request.community()?);
    let month = words::month(lang, promised.date());
    let commitment = if leaders == 0 {
        Vec::new()
    } else {
        match promises::commitment(&kept, floor) {
            None => vec![w::commitment_too_few(lang, floor.get())],
            Some(told) => {
                let all = told.all;
                let mut lines =
                    vec![w::commitment_kept(lang, all.kept, all.leaders, month, all.promises)];
                if let Some([top, below]) = told.layers {
                    let (a, b) = ((top.kept, top.promises), (below.kept, below.promises));
                    lines.push(w::commitment_top(lang, a.0, top.leaders, a.1));
                    lines.push(w::commitment_below(lang, b.0, below.leaders, b.1));
                }
                lines
            }
        }
    };
    request.page(w::reports(lang), Place::Cockpit, &Page { lang, rows, months, commitment })
}

pub(super) fn make(request: &Request) -> Result<Reply> {
    let permit = MayReport::of(request.visitor()?)?;
    let form = request.form.only(&["month"])?;
    let month: Month = form.text("month").parse().map_err(|_| Refusal::NotFound)?;
    let today = request.now.day(&request.zone);
    let mut oldest = Month::last_over(today);
    for _ in 0..BACK {
        oldest = oldest.before();
    }
    if month <= oldest {
        return Err(Refusal::NotFound.into());
    }
    let of = month_of(request, month)?;
    let id = draft::make(&request.house.database, &permit, month, of)?;
    Ok(Reply::to(format!("/cockpit/reports/{id}/edit")))
}
