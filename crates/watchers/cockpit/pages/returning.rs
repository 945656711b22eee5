//! Do people come back: how long they stay, who is asleep, and what became of each week's
//! newcomers (SCIENCE.md 2.1 to 2.3).

use crate::charts::{self, Bar, Line, Point};
use crate::departments;
use crate::permits::MayManage;
use crate::release::{self, Cell as Released};
use crate::returning::{self, ASLEEP, Member};
use crate::store::Branch;
use crate::{csv, say, store, w};
use askama::Template;
use insight::cohort::{Cell, Cohort, CohortTable, cohort_table};
use insight::dormancy::Class;
use insight::suppress::Sensitivity;
use insight::survival::Curve;
use insight::{GroupMinimum, Interval, Share};
use language::{Day, Result};
use rollups::{Standing, closed_week_end, monday_of};
use std::collections::BTreeMap;
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// Cohorts of so many weeks are shown.
const WEEKS: i32 = 26;
/// So many own weeks stand beside each other.
const COLUMNS: usize = 8;
/// The curve runs to half a year.
const LAST_WEEK: u32 = 26;
/// Below so many people no curve is drawn.
const FEWEST: usize = 30;
/// What the headline looks at, the longest known first, in days.
pub(crate) const HORIZONS: [u32; 2] = [90, 28];
/// More than this share lost in the first four weeks is lost at the door. Own choice.
const LOST_AT_THE_DOOR: f64 = 0.25;

/// One week's newcomers in the table.
struct Row {
    name: String,
    size: String,
    cells: Vec<String>,
}

/// A department in the table.
struct Department {
    name: String,
    asleep: String,
    people: String,
    share: String,
}

#[derive(Template)]
#[template(path = "templates/returning.html")]
struct Page {
    lang: Lang,
    past: String,
    finding: String,
    range: String,
    too_few: bool,
    curve: Option<Rendered>,
    curve_text: String,
    advice: &'static str,
    action: i32,
    action_word: &'static str,
    classes: Rendered,
    departments: Vec<Department>,
    hidden: String,
    columns: Vec<String>,
    pooled: Option<Row>,
    cohorts: Vec<Row>,
    floor: u64,
}

/// What the page and the file rest on.
struct Figures {
    members: Vec<Member>,
    tree: Vec<Branch>,
    asleep: Vec<Released>,
    cohorts: Option<CohortTable>,
    floor: GroupMinimum,
    standing: Standing,
}

fn figures(request: &Request) -> Result<Figures> {
    MayManage::of(request.visitor()?)?;
    let floor = super::floor(&*request.community()?);
    let standing = super::standing(request)?;
    let today = standing.day;
    let end = closed_week_end(today);
    let database = &request.house.database;
    let (rhythms, cohorts, tree, logged) = database.snapshot(|conn| {
        Ok((
            rollups::rhythms(conn)?,
            rollups::cohorts(conn, today, WEEKS)?,
            store::tree(conn)?,
            store::logged(conn, ASLEEP, end)?,
        ))
    })?;
    let members = returning::judge(&rhythms, today);
    let reached = departments::by_department(database, request.lang, today, floor)?;
    let groups = returning::groups(&returning::judge_then(&rhythms, end), &tree);
    let groups = returning::beside(groups, &reached, floor);
    let asleep = release::settle(database, ASLEEP, end, &groups, logged, floor)?;
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    let cohorts: Vec<Cohort> = cohorts
        .into_iter()
        .map(|one| Cohort {
            week: i64::from(one.monday.0.div_euclid(7)),
            size: whole(one.size),
            active: one.active.into_iter().take(COLUMNS).map(whole).collect(),
        })
        .collect();
    let cohorts = cohort_table(&cohorts, Sensitivity::Plain, floor).ok();
    Ok(Figures { members, tree, asleep, cohorts, floor, standing })
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let today = request.now.day(&request.zone);
    let figures = figures(request)?;
    let curve = returning::staying(&figures.members).filter(|curve| curve.n >= FEWEST);
    let (finding, range) = finding(lang, curve.as_ref());
    let started = u64::try_from(figures.members.len()).unwrap_or(u64::MAX);
    let at_the_door = curve
        .as_ref()
        .and_then(|curve| curve.at(28.0))
        .is_none_or(|staying| 1.0 - staying > LOST_AT_THE_DOOR);
    let (columns, pooled, cohorts) = table(lang, figures.cohorts.as_ref(), today);
    let (departments, hidden) = departments(lang, &figures.tree, &figures.asleep);
    let body = Page {
        lang,
        past: super::past(lang, &figures.standing, today),
        finding,
        range,
        too_few: started < figures.floor.get(),
        curve: curve.as_ref().map(|curve| draw(lang, curve)).transpose()?,
        curve_text: curve
            .as_ref()
            .map_or_else(String::new, |curve| w::returning_curve_text(lang, curve.events, curve.n)),
        advice: if at_the_door {
            w::returning_advice_door(lang)
        } else {
            w::returning_advice_asleep(lang)
        },
        // Personal welcome, or a personal letter to who is asleep (SCIENCE.md 7.1).
        action: if at_the_door { 5 } else { 25 },
        action_word: if at_the_door {
            w::returning_action_door(lang)
        } else {
            w::returning_action_asleep(lang)
        },
        classes: charts::bars("bars bars--wide", &classes(lang, &figures.members))?,
        departments,
        hidden: if hidden == 0 { String::new() } else { w::reach_hidden_count(lang, hidden) },
        columns,
        pooled,
        cohorts,
        floor: figures.floor.get(),
    };
    request.page(w::returning(lang), Place::Cockpit, &body)
}

/// The sentence on top, and its range.
pub(crate) fn finding(lang: Lang, curve: Option<&Curve>) -> (String, String) {
    let found = curve.and_then(|curve| {
        HORIZONS.iter().find_map(|days| {
            let share = curve.at(f64::from(*days))?;
            Some((*days, share, curve.step_at(f64::from(*days))))
        })
    });
    let Some((days, share, step)) = found else {
        return (w::returning_early(lang).to_owned(), String::new());
    };
    let range = step.map_or_else(String::new, |step| say::range(lang, step.interval));
    (w::returning_finding(lang, days, words::percent(lang, share)), range)
}

fn draw(lang: Lang, curve: &Curve) -> Result<Rendered> {
    let points: Vec<Point> = (0..=LAST_WEEK)
        .map(|week| {
            let day = f64::from(week * 7);
            let step = curve.step_at(day);
            // What rests on few is not drawn: a line that long would be believed.
            let known = curve.at(day).filter(|_| step.is_none_or(|step| !step.thin()));
            let range = step.map_or(Interval { low: 1.0, high: 1.0 }, |step| step.interval);
            Point {
                label: if week % 13 == 0 { w::returning_after(lang, week) } else { String::new() },
                value: known.map(|v| (v * 100.0, range.low * 100.0, range.high * 100.0)),
            }
        })
        .collect();
    charts::line(&Line {
        title: w::returning_curve(lang),
        summary: &w::returning_curve_text(lang, curve.events, curve.n),
        points: &points,
        mark: None,
        axis: (0.0, 100.0),
        write: &|value| words::percent(lang, value / 100.0),
    })
}

fn classes(lang: Lang, members: &[Member]) -> Vec<Bar> {
    let counts: BTreeMap<Class, i64> = returning::classes(members);
    let all = i64::try_from(members.len()).unwrap_or(i64::MAX);
    [
        (Class::Active, w::class_active(lang), w::class_active_note(lang)),
        (Class::Slowing, w::class_slowing(lang), w::class_slowing_note(lang)),
        (Class::Asleep, w::class_asleep(lang), w::class_asleep_note(lang)),
        (Class::NeverGotGoing, w::class_never(lang), w::class_never_note(lang)),
        (Class::TooEarly, w::class_early(lang), w::class_early_note(lang)),
    ]
    .into_iter()
    .map(|(class, name, note)| {
        let count = counts.get(&class).copied().unwrap_or(0);
        let share = count as f64 / all.max(1) as f64;
        Bar {
            label: name.to_owned(),
            strong: words::number(lang, count),
            rest: w::of_n_percent(lang, all, words::percent(lang, share)),
            note: note.to_owned(),
            track: 100.0,
            fill: share * 100.0,
            attention: class == Class::Asleep,
            ..Bar::default()
        }
    })
    .collect()
}

/// The departments that may be shown, by name, and how many are not.
fn departments(lang: Lang, tree: &[Branch], cells: &[Released]) -> (Vec<Department>, usize) {
    let number = |n: u64| words::number(lang, i64::try_from(n).unwrap_or(i64::MAX));
    let mut rows: Vec<Department> = cells
        .iter()
        .filter_map(|cell| {
            let (asleep, people) = cell.shown?;
            let name = tree.iter().find(|(id, ..)| *id == cell.id);
            Some(Department {
                name: name
                    .map_or_else(|| w::no_department(lang).to_owned(), |(_, _, name)| name.clone()),
                asleep: number(asleep),
                people: number(people),
                share: Share::census(asleep, people)
                    .ok()
                    .and_then(Share::value)
                    .map_or_else(|| "–".to_owned(), |share| words::percent(lang, share)),
            })
        })
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    let hidden = cells.len() - rows.len();
    (rows, hidden)
}

/// The table of cohorts: its columns, all together, and each.
fn table(
    lang: Lang,
    found: Option<&CohortTable>,
    today: Day,
) -> (Vec<String>, Option<Row>, Vec<Row>) {
    let Some(found) = found.filter(|table| !table.pooled.is_empty()) else {
        return (Vec::new(), None, Vec::new());
    };
    let columns =
        (1..=found.pooled.len()).map(|week| w::returning_column_week(lang, week)).collect();
    let hidden = || "–".to_owned();
    let percent =
        |share: Share| share.value().map_or_else(hidden, |value| words::percent(lang, value));
    let all: u64 = found.cohorts.iter().map(|cohort| cohort.size).sum();
    let number = |n: u64| words::number(lang, i64::try_from(n).unwrap_or(i64::MAX));
    let pooled = Row {
        name: w::returning_pooled(lang).to_owned(),
        size: number(all),
        cells: found.pooled.iter().map(|share| share.map_or_else(hidden, percent)).collect(),
    };
    let cohorts = found
        .cohorts
        .iter()
        .rev()
        .map(|cohort| Row {
            name: weeks(lang, &cohort.weeks, today),
            size: number(cohort.size),
            cells: cohort
                .cells
                .iter()
                .map(|cell| match cell {
                    Cell::Shown(share) => percent(*share),
                    Cell::Hidden => hidden(),
                    Cell::Future => String::new(),
                })
                .collect(),
        })
        .collect();
    // One row needs no sum.
    (columns, Some(pooled).filter(|_| found.cohorts.len() > 1), cohorts)
}

/// The days of the weeks of a cohort.
fn weeks(lang: Lang, weeks: &[i64], today: Day) -> String {
    // Weeks are numbered by their Monday: day numbers begin on a Thursday.
    let monday = |week: Option<&i64>| {
        let day = week.and_then(|week| i32::try_from(week * 7 + 6).ok()).unwrap_or(0);
        monday_of(Day(day))
    };
    let (first, last) = (monday(weeks.first()), monday(weeks.last()).plus(6));
    words::period(lang, first.date(), last.date(), today.date())
}

pub(super) fn csv(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let today = request.now.day(&request.zone);
    let (columns, pooled, cohorts) = table(lang, figures(request)?.cohorts.as_ref(), today);
    let mut heading =
        vec![w::returning_column_came(lang).to_owned(), w::column_people(lang).to_owned()];
    heading.extend(columns);
    let line = |row: Row| {
        let mut cells = vec![row.name, row.size];
        cells.extend(row.cells);
        cells
    };
    let mut lines = vec![heading];
    lines.extend(pooled.into_iter().chain(cohorts).map(line));
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv::file(&lines),
        save_as: Some(format!("{}-{}.csv", w::returning_file(lang), today.date())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cohort_is_named_by_its_days() {
        // Monday 5 October 2026 is day 20,731.
        let monday = 20_731_i32;
        let week = i64::from(monday.div_euclid(7));
        let today = Day(monday + 60);
        assert_eq!(weeks(Lang::Nl, &[week], today), "5 t/m 11 oktober");
        assert_eq!(weeks(Lang::Nl, &[week, week + 1], today), "5 t/m 18 oktober");
    }
}
