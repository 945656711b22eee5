//! Reach by department: picture, what to do with it, table, and the same as a file.

use crate::adoption::{self, Adoption};
use crate::charts;
use crate::departments::{self, ByDepartment, Department, REACH};
use crate::permits::MayManage;
use crate::{csv, say, w};
use askama::Template;
use insight::Share;
use language::{Day, Result};
use rollups::{Standing, Window, closed_week_end};
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub name: String,
    pub did: String,
    pub people: String,
    pub share: String,
    pub source: &'static str,
    pub words: &'static str,
}

#[derive(Template)]
#[template(path = "templates/reach.html")]
struct Reach {
    lang: Lang,
    period: String,
    past: String,
    finding: String,
    bars: Rendered,
    note: String,
    hidden: String,
    advice: String,
    lines: Vec<Line>,
    version: String,
    floor: u64,
    never: String,
    curve: Option<Rendered>,
    curve_text: String,
}

fn figures(request: &Request) -> Result<(ByDepartment, Standing)> {
    MayManage::of(request.visitor()?)?;
    let floor = super::floor(&*request.community()?);
    let standing = super::standing(request)?;
    let found =
        departments::by_department(&request.house.database, request.lang, standing.day, floor)?;
    Ok((found, standing))
}

/// How the figures compare with those of four weeks earlier, where both are shown.
fn compared(lang: Lang, departments: &[Department]) -> Vec<&'static str> {
    let share =
        |pair: Option<(u64, u64)>| pair.and_then(|(did, people)| Share::estimate(did, people).ok());
    let pairs: Vec<Option<(Share, Share)>> =
        departments.iter().map(|one| share(one.shown).zip(share(one.before))).collect();
    say::family(&pairs)
        .into_iter()
        .zip(departments)
        .map(|(found, one)| match one.shown {
            None => w::too_small(lang),
            Some(_) => say::direction(lang, found).1,
        })
        .collect()
}

/// The table of the page and of the file: what may be shown, and nothing else.
pub(crate) fn lines(lang: Lang, figures: &ByDepartment) -> Vec<Line> {
    let number = |n: u64| words::number(lang, i64::try_from(n).unwrap_or(i64::MAX));
    figures
        .departments
        .iter()
        .zip(compared(lang, &figures.departments))
        .map(|(one, words)| {
            let dash = || "–".to_owned();
            Line {
                name: one.name.clone(),
                did: one.shown.map_or_else(dash, |(did, _)| number(did)),
                people: one.shown.map_or_else(dash, |(_, people)| number(people)),
                share: one.share().map_or_else(dash, |share| words::percent(lang, share)),
                source: match one.shown {
                    None => "–",
                    Some(_) if one.payroll => w::from_payroll(lang),
                    Some(_) => w::from_known(lang),
                },
                words,
            }
        })
        .collect()
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let (figures, standing) = figures(request)?;
    let today = request.now.day(&request.zone);
    let window = figures.window();
    let hardly = figures.hardly();
    let never = departments::never_reached(
        &request.house.database,
        &figures,
        super::floor(&*request.community()?),
    )?;
    let Adoption { picture, text, .. } = curve(request, &standing, today)?;
    let by_known = figures.shown().any(|one| !one.payroll);
    let body = Reach {
        lang,
        period: words::period(lang, window.from.date(), window.to.date(), today.date()),
        past: super::past(lang, &standing, today),
        finding: say::reach_finding(lang, &figures),
        bars: charts::bars(
            "bars bars--large bars--wide",
            &super::reach_bars(lang, &figures, true),
        )?,
        note: if by_known { w::reach_note_known(lang) } else { w::reach_note(lang) }.to_owned(),
        hidden: match figures.hidden() {
            0 => String::new(),
            count => w::reach_hidden_count(lang, count),
        },
        advice: if hardly.is_empty() {
            w::reach_advice(lang).to_owned()
        } else {
            w::reach_advice_hardly(lang, say::named(lang, &hardly))
        },
        lines: lines(lang, &figures),
        version: REACH.version.to_string(),
        floor: super::floor(&*request.community()?).get(),
        never: if never.is_empty() {
            String::new()
        } else {
            w::reach_never(lang, say::named(lang, &never))
        },
        curve: picture,
        curve_text: text,
    };
    request.page(w::reach_by_department(lang), Place::Cockpit, &body)
}

/// Everybody's first day, week by week.
fn curve(request: &Request, standing: &Standing, real: Day) -> Result<Adoption> {
    let (first_days, people) = request.house.database.snapshot(|conn| {
        let from = rollups::beginning(conn)?.unwrap_or(standing.day);
        let first_days = rollups::first_days(conn, Window { from, to: standing.day })?;
        let tiers = rollups::departments_at(conn, closed_week_end(standing.day))?;
        Ok((first_days, tiers.iter().map(|one| one.eligible).sum()))
    })?;
    adoption::adoption(request.lang, &first_days, people, standing.day, real)
}

/// The weeks of the adoption curve, as a file.
pub(super) fn adoption_csv(request: &Request) -> Result<Reply> {
    MayManage::of(request.visitor()?)?;
    let lang = request.lang;
    let standing = super::standing(request)?;
    let found = curve(request, &standing, standing.day)?;
    let heading =
        [w::column_week_until(lang), w::column_new_people(lang), w::column_until_then(lang)];
    let mut lines = vec![heading.map(str::to_owned).to_vec()];
    lines.extend(found.weeks.iter().map(|(monday, new, all)| {
        vec![monday.plus(6).date().to_string(), new.to_string(), all.to_string()]
    }));
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv::file(&lines),
        save_as: Some(format!("{}-{}.csv", w::adoption_file(lang), standing.day.date())),
    })
}

/// The lines of the file, its heading included.
pub(crate) fn file(lang: Lang, figures: &ByDepartment) -> Vec<Vec<String>> {
    let heading = [
        w::column_department(lang),
        w::column_came(lang),
        w::column_works(lang),
        w::column_share(lang),
        w::column_source(lang),
        w::column_before(lang),
    ];
    let mut all = vec![heading.map(str::to_owned).to_vec()];
    all.extend(lines(lang, figures).into_iter().map(|line| {
        let (source, words) = (line.source.to_owned(), line.words.to_owned());
        vec![line.name, line.did, line.people, line.share, source, words]
    }));
    all
}

pub(super) fn csv(request: &Request) -> Result<Reply> {
    let (figures, _) = figures(request)?;
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv::file(&file(request.lang, &figures)),
        save_as: Some(format!("{}-{}.csv", w::reach_file(request.lang), figures.end.date())),
    })
}
