//! The honest health score: five bars first, the number second (SCIENCE.md §15).

use crate::charts::{self, Bar, Line, Point};
use crate::health::{self, BACK, Week};
use crate::metrics::{HEALTH, Versioned, breaks};
use crate::permits::MayManage;
use crate::store::{self, Kept};
use crate::{csv, w};
use askama::Template;
use insight::Interval;
use insight::health::{COMPONENTS, Health};
use language::{Day, Result};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rollups::{Standing, closed_week_end};
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// So many weeks stand in the chart and the table: half a year.
const WEEKS: i32 = 26;
/// So many weights are drawn: the same ones each time.
const DRAWS: usize = 2_000;

/// A week in the table.
pub(crate) struct Row {
    pub name: String,
    pub cells: Vec<String>,
    pub score: String,
}

#[derive(Template)]
#[template(path = "templates/health.html")]
struct Page {
    lang: Lang,
    past: String,
    until: String,
    finding: String,
    alike: String,
    known: bool,
    bars: Rendered,
    number: String,
    number_note: String,
    change: String,
    advice: &'static str,
    action: i32,
    has_action: bool,
    line: Option<Rendered>,
    line_text: String,
    columns: Vec<&'static str>,
    rows: Vec<Row>,
    afterwards: bool,
    anchors: Vec<(&'static str, String)>,
    version: String,
}

fn found(request: &Request) -> Result<(Vec<Kept<Week>>, Standing)> {
    MayManage::of(request.visitor()?)?;
    let standing = super::standing(request)?;
    let last = closed_week_end(standing.day);
    let weeks = request.house.database.read(|conn| {
        store::insights::<Week>(conn, HEALTH.name, last.plus(-7 * (WEEKS - 1)), last)
    })?;
    Ok((weeks, standing))
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let (weeks, standing) = found(request)?;
    let real = request.now.day(&request.zone);
    let last = closed_week_end(standing.day);
    let kept = weeks.last().filter(|kept| kept.end == last);
    let week = kept.map_or_else(Week::default, |kept| kept.found.value);
    let (line, line_text) = line(lang, &weeks, real)?;
    let weakest = week.weakest();
    let remedy = weakest.map(|weakest| health::remedy(lang, weakest));
    let body = Page {
        lang,
        past: super::past(lang, &standing, real),
        until: w::until_day(lang, words::day(lang, last.date(), real.date())),
        finding: finding(lang, &week),
        alike: alike(lang, &week),
        known: week.measured.iter().any(Option::is_some),
        bars: charts::bars("bars bars--large bars--wide", &bars(lang, &week))?,
        number: number(lang, &week),
        number_note: number_note(lang, &week),
        change: change(lang, &weeks, &week, last),
        advice: remedy.map_or("", |(_, why)| why),
        action: remedy.map_or(0, |(number, _)| number),
        has_action: remedy.is_some(),
        line,
        line_text,
        columns: COMPONENTS.iter().map(|one| health::say(lang, *one)).collect(),
        rows: rows(lang, &weeks, real),
        afterwards: weeks.iter().any(|kept| was_afterwards(kept, request)),
        anchors: anchors(lang),
        version: HEALTH.version.to_string(),
    };
    request.page(w::health(lang), Place::Cockpit, &body)
}

/// Whether a week was worked out more than a week after it closed.
fn was_afterwards(kept: &Kept<Week>, request: &Request) -> bool {
    kept.at.day(&request.zone).0 - kept.end.0 > 8
}

/// A score as it is said: of a hundred.
fn hundred(lang: Lang, score: f64) -> String {
    words::decimal(lang, score * 100.0, 0)
}

/// The sentence on top: the weakest bar, named.
pub(crate) fn finding(lang: Lang, week: &Week) -> String {
    match week.weakest() {
        None => w::health_finding_none(lang).to_owned(),
        Some(weakest) => w::health_finding(lang, health::say(lang, weakest)),
    }
}

/// Bars whose range reaches into that of the weakest: those may as well be it.
pub(crate) fn alike(lang: Lang, week: &Week) -> String {
    let bars = week.bars();
    let of = |component| COMPONENTS.iter().position(|one| *one == component);
    let Some((weakest, range)) =
        week.weakest().and_then(|weakest| Some((weakest, bars[of(weakest)?]?.interval)))
    else {
        return String::new();
    };
    let others: Vec<String> = COMPONENTS
        .iter()
        .zip(bars)
        .filter(|(one, bar)| **one != weakest && bar.is_some_and(|b| b.interval.overlaps(range)))
        .map(|(one, _)| health::say(lang, *one))
        .map(str::to_owned)
        .collect();
    if others.is_empty() {
        return String::new();
    }
    w::health_alike(lang, others.len(), words::list(lang, &others))
}

fn bars(lang: Lang, week: &Week) -> Vec<Bar> {
    let weakest = week.weakest();
    COMPONENTS
        .iter()
        .zip(week.measured.iter().zip(week.bars()))
        .map(|(component, (measured, bar))| {
            let label = health::say(lang, *component).to_owned();
            let note = health::note(lang, *component).to_owned();
            match bar.zip(*measured) {
                None => Bar {
                    label,
                    rest: w::health_missing(lang).to_owned(),
                    note,
                    hatched: true,
                    ..Bar::default()
                },
                Some((bar, _)) => Bar {
                    label,
                    strong: hundred(lang, bar.value),
                    rest: w::health_between(
                        lang,
                        hundred(lang, bar.interval.high),
                        hundred(lang, bar.interval.low),
                    ),
                    note,
                    track: 100.0,
                    fill: bar.value * 100.0,
                    range: Some((bar.interval.low * 100.0, bar.interval.high * 100.0)),
                    attention: weakest == Some(*component),
                    ..Bar::default()
                },
            }
        })
        .collect()
}

/// The number, or why there is none.
pub(crate) fn number(lang: Lang, week: &Week) -> String {
    match week.health() {
        Some(found) => w::health_number(
            lang,
            hundred(lang, found.interval.high),
            hundred(lang, found.interval.low),
            hundred(lang, found.score),
        ),
        None => {
            let missing: Vec<String> = COMPONENTS
                .iter()
                .zip(week.bars())
                .filter(|(_, bar)| bar.is_none())
                .map(|(one, _)| health::say(lang, *one).to_lowercase())
                .collect();
            w::health_no_number(lang, words::list(lang, &missing))
        }
    }
}

/// How much the equal weights matter.
fn number_note(lang: Lang, week: &Week) -> String {
    let mut chance = ChaCha8Rng::seed_from_u64(15);
    let over = week.health().and_then(|found: Health| found.over_weights(&mut chance, DRAWS));
    over.map_or_else(String::new, |range| {
        w::health_weights(lang, hundred(lang, range.high), hundred(lang, range.low))
    })
}

/// What became of it in four weeks, when both are under one definition.
pub(crate) fn change(lang: Lang, weeks: &[Kept<Week>], week: &Week, last: Day) -> String {
    let before = weeks
        .iter()
        .find(|kept| kept.end == last.plus(-28) && kept.found.version == HEALTH.version)
        .and_then(|kept| kept.found.value.health());
    let Some((now, before)) = week.health().zip(before) else { return String::new() };
    let was = hundred(lang, before.score);
    if !now.changed(before.score) || !before.changed(now.score) {
        w::health_same(lang, was)
    } else if now.score > before.score {
        w::health_better(lang, was)
    } else {
        w::health_worse(lang, was)
    }
}

/// The number week by week; another definition starts a new line.
fn line(lang: Lang, weeks: &[Kept<Week>], today: Day) -> Result<(Option<Rendered>, String)> {
    let scores: Vec<(Day, Versioned<Option<Health>>)> = weeks
        .iter()
        .map(|kept| {
            let Versioned { version, value } = kept.found;
            (kept.end, Versioned { version, value: value.health() })
        })
        .collect();
    if scores.iter().filter(|(_, one)| one.value.is_some()).count() < 2 {
        return Ok((None, String::new()));
    }
    let last = scores.len() - 1;
    let points: Vec<Point> = scores
        .iter()
        .enumerate()
        .map(|(at, (end, one))| Point {
            label: if at == 0 || at == last || at == last / 2 {
                words::day(lang, end.date(), today.date())
            } else {
                String::new()
            },
            value: one.value.map(|h| {
                let Interval { low, high } = h.interval;
                (h.score * 100.0, low * 100.0, high * 100.0)
            }),
        })
        .collect();
    let versions: Vec<Versioned<()>> =
        scores.iter().map(|(_, one)| Versioned { version: one.version, value: () }).collect();
    let known: Vec<f64> = scores.iter().filter_map(|(_, one)| Some(one.value?.score)).collect();
    let text = match (known.first(), known.last()) {
        (Some(first), Some(now)) => {
            w::health_line(lang, known.len(), hundred(lang, *first), hundred(lang, *now))
        }
        _ => String::new(),
    };
    let chart = charts::line(&Line {
        title: w::health(lang),
        summary: &text,
        points: &charts::broken(points, &breaks(&versions)),
        mark: None,
        axis: (0.0, 100.0),
        write: &|value| words::decimal(lang, value, 0),
    })?;
    Ok((Some(chart), text))
}

/// The weeks, newest first.
pub(crate) fn rows(lang: Lang, weeks: &[Kept<Week>], today: Day) -> Vec<Row> {
    let dash = || "–".to_owned();
    weeks
        .iter()
        .rev()
        .take(usize::try_from(BACK).unwrap_or(13))
        .map(|kept| {
            let week = kept.found.value;
            Row {
                name: words::day(lang, kept.end.date(), today.date()),
                cells: week
                    .bars()
                    .iter()
                    .map(|bar| bar.map_or_else(dash, |bar| hundred(lang, bar.value)))
                    .collect(),
                score: week.health().map_or_else(dash, |h| hundred(lang, h.score)),
            }
        })
        .collect()
}

/// What counts as 0 and as 100, for who wants to know.
fn anchors(lang: Lang) -> Vec<(&'static str, String)> {
    COMPONENTS
        .iter()
        .zip(health::ANCHORS)
        .map(|(one, anchors)| {
            let percent = |value: f64| words::percent(lang, value);
            let text = w::health_anchors(lang, percent(anchors.one), percent(anchors.zero));
            (health::say(lang, *one), text)
        })
        .collect()
}

pub(super) fn csv(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let (weeks, standing) = found(request)?;
    let mut heading = vec![w::column_week_until(lang).to_owned()];
    heading.extend(COMPONENTS.iter().map(|one| health::say(lang, *one).to_owned()));
    heading.push(w::health_together(lang).to_owned());
    heading.push(w::column_range(lang).to_owned());
    heading.push(w::column_version(lang).to_owned());
    let mut lines = vec![heading];
    lines.extend(weeks.iter().rev().map(|kept| {
        let week = kept.found.value;
        let mut cells = vec![kept.end.date().to_string()];
        cells.extend(week.bars().iter().map(|bar| {
            bar.map_or_else(|| "–".to_owned(), |bar| words::decimal(lang, bar.value * 100.0, 1))
        }));
        let health = week.health();
        let one = |value: f64| words::decimal(lang, value * 100.0, 1);
        cells.push(health.map_or_else(|| "–".to_owned(), |h| one(h.score)));
        cells.push(health.map_or_else(
            || "–".to_owned(),
            |h| format!("{}–{}", one(h.interval.low), one(h.interval.high)),
        ));
        cells.push(kept.found.version.to_string());
        cells
    }));
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv::file(&lines),
        save_as: Some(format!(
            "{}-{}.csv",
            w::health_file(lang),
            closed_week_end(standing.day).date()
        )),
    })
}
