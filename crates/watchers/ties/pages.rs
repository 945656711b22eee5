//! The page of ties, and its file.

use crate::between::Cell;
use crate::network::Network;
use crate::picture::{self, Dot, strength};
use crate::store::{self, Week};
use crate::{say, w};
use askama::Template;
use cockpit::MayManage;
use cockpit::charts;
use language::{Day, Result, Role};
use oversight::{Consent, Scope};
use rollups::{Window, closed_week_end};
use std::collections::HashMap;
use web::{Place, Policy, Rendered, Reply, Request, Route};
use words::Lang;

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    let manager = Policy::AtLeast(Role::Manager);
    vec![Route::get("/cockpit/ties", manager, show), Route::get("/cockpit/ties.csv", manager, csv)]
}

/// Coffee across departments and a gathering, in the catalogue (SCIENCE.md 7.1).
const COFFEE: i32 = 22;
const GATHERING: i32 = 23;

/// What the page and the file rest on.
struct Figures {
    floor: u64,
    /// The end of a history that stopped, when it looks back from there.
    past: Option<Day>,
    week: Option<Week>,
    names: HashMap<i64, String>,
    /// With the consent for it; none when it is off.
    network: Option<Network>,
    on: bool,
}

fn figures(request: &Request) -> Result<Figures> {
    MayManage::of(request.visitor()?)?;
    let today = request.now.day(&request.zone);
    let floor = u64::try_from(request.community()?.floor).unwrap_or(u64::MAX);
    request.house.database.snapshot(|conn| {
        let standing = rollups::standing(conn, today)?;
        let found = store::newest(conn, closed_week_end(standing.day))?;
        // A floor that rose hides at once what was made with a lower one.
        let found = found.filter(|(week, _)| week.floor >= floor);
        let consent = Consent::of(conn, Scope::Network, today)?;
        let (week, network) = found.map_or((None, None), |(week, text)| (Some(week), text));
        Ok(Figures {
            floor,
            past: standing.past,
            week,
            names: store::names(conn)?,
            network: consent.as_ref().and_then(|consent| read(consent, network.as_deref())),
            on: consent.is_some(),
        })
    })
}

/// The network as it was kept, for who holds the consent.
fn read(_consent: &Consent, text: Option<&str>) -> Option<Network> {
    serde_json::from_str(text?).ok()
}

impl Figures {
    fn name(&self, lang: Lang, id: i64) -> String {
        self.names.get(&id).cloned().unwrap_or_else(|| w::gone(lang).to_owned())
    }

    fn cells(&self) -> &[Cell] {
        self.week.as_ref().map_or(&[], |week| &week.cells)
    }

    /// The departments of the matrix, by name.
    fn departments(&self, lang: Lang) -> Vec<Dot> {
        let mut all: Vec<Dot> = self
            .cells()
            .iter()
            .filter(|cell| cell.source == cell.target)
            .map(|cell| Dot {
                id: cell.source,
                name: self.name(lang, cell.source),
                active: cell.active,
            })
            .collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        all
    }
}

/// A row of the matrix.
struct Row {
    name: String,
    active: String,
    cells: Vec<Option<String>>,
}

/// What lies below departments, in sentences.
struct Below {
    enough: bool,
    borders: Vec<String>,
    islands: Vec<String>,
    together: Vec<String>,
    leaving: Option<Rendered>,
    leaning: Vec<String>,
}

#[derive(Template)]
#[template(path = "templates/ties.html")]
struct Page {
    lang: Lang,
    finding: String,
    chance: String,
    period: String,
    past: String,
    /// Nothing was worked out yet.
    waits: bool,
    picture: Option<Rendered>,
    picture_text: String,
    advice: String,
    coffee: i32,
    gathering: i32,
    columns: Vec<String>,
    rows: Vec<Row>,
    hidden: String,
    below: Option<Below>,
    on: bool,
    floor: u64,
}

fn show(request: &Request) -> Result<Reply> {
    let (lang, today) = (request.lang, request.now.day(&request.zone));
    let figures = figures(request)?;
    let departments = figures.departments(lang);
    let cells = figures.cells();
    let thin = thinnest(&departments, cells);
    let summary = picture_text(lang, &departments, cells);
    let say_tie = |one: &str, other: &str, share: f64| {
        w::tie_title(lang, one, other, words::percent(lang, share))
    };
    let drawn =
        picture::draw((w::picture_title(lang), &summary), departments.clone(), cells, &say_tie)?;
    let rows = rows(lang, &departments, cells);
    let hidden = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.is_none()).count();
    let period = figures.week.as_ref().map(|week| {
        let month = Window::month_to(week.end);
        words::period(lang, month.from.date(), month.to.date(), today.date())
    });
    let body = Page {
        lang,
        finding: figures
            .week
            .as_ref()
            .map_or_else(|| w::waits(lang).to_owned(), |week| say::finding(lang, week.whole)),
        chance: figures
            .network
            .as_ref()
            .map_or_else(String::new, |network| say::against_chance(lang, network)),
        period: period.unwrap_or_default(),
        past: figures
            .past
            .map(|day| w::past(lang, words::day(lang, day.date(), today.date())))
            .unwrap_or_default(),
        waits: figures.week.is_none(),
        picture: drawn,
        picture_text: summary,
        advice: thin.map_or_else(
            || w::advice(lang).to_owned(),
            |(one, other)| w::advice_thin(lang, one, other),
        ),
        coffee: COFFEE,
        gathering: GATHERING,
        columns: departments.iter().map(|one| one.name.clone()).collect(),
        hidden: match hidden {
            0 => String::new(),
            count => w::hidden(lang, i64::try_from(count).unwrap_or(i64::MAX)),
        },
        rows,
        below: figures
            .network
            .as_ref()
            .map(|network| below(lang, &figures, network))
            .transpose()?,
        on: figures.on,
        floor: figures.floor,
    };
    request.page(w::title(lang), Place::Cockpit, &body)
}

fn below(lang: Lang, figures: &Figures, network: &Network) -> Result<Below> {
    let bars = say::leaving(lang, network);
    Ok(Below {
        enough: network.enough,
        borders: say::borders(lang, network, &|id| figures.name(lang, id)),
        islands: say::islands(lang, network, figures.floor),
        together: say::together(lang, network, figures.floor),
        leaving: if bars.is_empty() {
            None
        } else {
            Some(charts::bars("bars bars--large bars--wide", &bars)?)
        },
        leaning: say::leaning(lang, network, &|id| figures.name(lang, id)),
    })
}

fn cell(cells: &[Cell], source: i64, target: i64) -> Option<&Cell> {
    cells.iter().find(|cell| cell.source == source && cell.target == target)
}

fn rows(lang: Lang, departments: &[Dot], cells: &[Cell]) -> Vec<Row> {
    departments
        .iter()
        .map(|source| Row {
            name: source.name.clone(),
            active: say::number(lang, source.active),
            cells: departments
                .iter()
                .map(|target| {
                    let (turned, _) = cell(cells, source.id, target.id)?.shown?;
                    Some(say::number(lang, turned))
                })
                .collect(),
        })
        .collect()
}

/// Every two departments between which a tie is shown, the strongest first.
fn pairs<'a>(departments: &'a [Dot], cells: &[Cell]) -> Vec<(f64, &'a str, &'a str)> {
    let mut all = Vec::new();
    for (at, one) in departments.iter().enumerate() {
        for other in &departments[at + 1..] {
            if let Some(strength) = strength(cells, one.id, other.id) {
                all.push((strength, one.name.as_str(), other.name.as_str()));
            }
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all
}

/// The two departments with the thinnest tie that is shown; none when there is only one.
fn thinnest<'a>(departments: &'a [Dot], cells: &[Cell]) -> Option<(&'a str, &'a str)> {
    let pairs = pairs(departments, cells);
    pairs.last().filter(|_| pairs.len() > 1).map(|(_, one, other)| (*one, *other))
}

fn picture_text(lang: Lang, departments: &[Dot], cells: &[Cell]) -> String {
    match pairs(departments, cells).first() {
        Some((share, one, other)) => {
            w::picture_text(lang, one, other, words::percent(lang, *share))
        }
        None => w::picture_none(lang).to_owned(),
    }
}

fn csv(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let figures = figures(request)?;
    let departments = figures.departments(lang);
    let mut lines = vec![vec![
        w::column_from(lang).to_owned(),
        w::column_to(lang).to_owned(),
        w::column_turned(lang).to_owned(),
        w::column_met(lang).to_owned(),
        w::column_came(lang).to_owned(),
    ]];
    for source in &departments {
        for target in &departments {
            let Some(cell) = cell(figures.cells(), source.id, target.id) else { continue };
            let said = |count: Option<u64>| {
                count.map_or_else(|| w::hidden_cell(lang).to_owned(), |count| count.to_string())
            };
            lines.push(vec![
                source.name.clone(),
                target.name.clone(),
                said(cell.shown.map(|(turned, _)| turned)),
                said(cell.shown.map(|(_, met)| met)),
                source.active.to_string(),
            ]);
        }
    }
    // The mark by which spreadsheets know UTF-8; semicolons, as Dutch ones expect.
    let mut file = String::from('\u{feff}');
    for line in lines {
        let cells: Vec<String> = line.iter().map(|cell| text::csv_cell(cell)).collect();
        file.push_str(&format!("{}\r\n", cells.join(";")));
    }
    let day = figures.week.map_or(request.now.day(&request.zone), |week| week.end);
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: file.into_bytes(),
        save_as: Some(format!("{}-{}.csv", w::file_name(lang), day.date())),
    })
}
