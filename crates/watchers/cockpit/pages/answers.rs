//! Does everybody get an answer, how fast, and from whom (SCIENCE.md 3.1)?

use crate::answers::{self, FEWEST, LONG, Month, Questions};
use crate::charts::{self, Bar, Line, Point};
use crate::conversation;
use crate::metrics::TALK;
use crate::permits::MayManage;
use crate::talk::Talk;
use crate::tasks::{self, Task};
use crate::{csv, say, store, w};
use askama::Template;
use insight::Share;
use jiff::civil::Date;
use language::{Moment, Result};
use oversight::Purpose;
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// So many waiting threads are listed.
const LISTED: i64 = 30;
/// How far back a thread may wait, in days.
const BACK: i64 = 90;

#[derive(Template)]
#[template(path = "templates/answers.html")]
struct Page {
    lang: Lang,
    finding: String,
    past: String,
    period: String,
    /// Whether there was a question at all.
    asked: bool,
    few: bool,
    bars: Rendered,
    times: Vec<(&'static str, String)>,
    line: Option<Rendered>,
    line_text: String,
    waiting: Vec<Task>,
    threads: String,
    curve: Option<Rendered>,
    first: String,
    first_rows: Vec<conversation::Row>,
    depths: Option<Rendered>,
    mutual: Vec<String>,
    version: String,
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let permit = MayManage::of(request.visitor()?)?;
    let (lang, now) = (request.lang, request.now);
    let real = now.day(&request.zone);
    let standing = super::standing(request)?;
    let today = standing.day;
    // Of a history that stopped, who waits is counted at its end.
    let then = if standing.past.is_some() { today.start(&request.zone) } else { now };
    let (openers, waiting, threads, named, talk) = request.house.database.snapshot(|conn| {
        let openers = rollups::openers(conn, answers::needed(today))?;
        let since = now.plus(-BACK * Moment::DAY);
        let (waiting, threads) = store::waiting(conn, permit.by(), since, now, LISTED)?;
        let named = super::named(conn, &threads, real)?;
        let talk = store::newest_insight::<Talk>(conn, TALK, today)?;
        Ok((openers, waiting, threads, named, talk))
    })?;
    let seen = super::seen(named.as_ref(), &threads);
    oversight::looked(request, Purpose::Waiting, &seen);
    let talk = talk.map_or_else(Talk::default, |kept| kept.found.value);
    let questions = answers::questions(&openers, true, today, then, &request.zone)?;
    let all = answers::questions(&openers, false, today, then, &request.zone)?;
    let (line, line_text) = trend(lang, &questions, real.date())?;
    let month = rollups::Window::month_to(today);
    let body = Page {
        lang,
        finding: finding(lang, &questions.now),
        past: super::past(lang, &standing, real),
        period: words::period(lang, month.from.date(), month.to.date(), real.date()),
        asked: questions.now.count > 0,
        few: questions.now.count < FEWEST,
        bars: charts::bars("bars bars--large bars--wide", &bars(lang, &questions.now))?,
        times: times(lang, &questions.now),
        line,
        line_text,
        waiting: tasks::waiting(lang, &waiting, &threads, now, named.as_ref()),
        threads: threads_line(lang, &all.now),
        curve: conversation::curve(lang, &questions.now)?,
        first: conversation::sentence(lang, &talk.first),
        first_rows: conversation::rows(lang, &talk.first),
        depths: if talk.threads == 0 {
            None
        } else {
            Some(charts::bars("bars bars--wide", &conversation::depths(lang, &talk))?)
        },
        mutual: conversation::mutual(lang, &talk),
        version: TALK.version.to_string(),
    };
    request.page(w::questions_of_members(lang), Place::Cockpit, &body)
}

/// The title: how many questions were answered within a day.
pub(crate) fn finding(lang: Lang, month: &Month) -> String {
    let share = month.quick.within;
    if month.count == 0 {
        w::no_questions(lang).to_owned()
    } else if share.n() == 0 {
        w::questions_too_young(lang, month.count)
    } else {
        w::questions_quick(lang, share.n(), share.x())
    }
}

fn bar(lang: Lang, label: &str, share: Share, attention: bool) -> Bar {
    let Some(value) = share.value() else {
        return Bar {
            label: label.to_owned(),
            rest: w::nothing_yet(lang).to_owned(),
            hatched: true,
            ..Bar::default()
        };
    };
    let range = share.range();
    Bar {
        label: label.to_owned(),
        strong: words::number(lang, i64::try_from(share.x()).unwrap_or(i64::MAX)),
        rest: w::of_n_percent(lang, share.n(), words::percent(lang, value)),
        note: range.map(|r| say::range(lang, r)).unwrap_or_default(),
        track: 100.0,
        fill: value * 100.0,
        range: range.map(|r| (r.low * 100.0, r.high * 100.0)),
        attention: attention && share.x() > 0,
        quiet: share.indicative(),
        hatched: false,
    }
}

fn bars(lang: Lang, month: &Month) -> Vec<Bar> {
    vec![
        bar(lang, w::answered_at_all(lang), month.quick.answered, false),
        bar(lang, w::answered_within(lang), month.quick.within, false),
        bar(lang, w::unanswered_day(lang), month.quick.unanswered, false),
        bar(lang, w::unanswered_long(lang, LONG as i64).as_str(), month.long.unanswered, true),
    ]
}

fn times(lang: Lang, month: &Month) -> Vec<(&'static str, String)> {
    vec![
        (w::by_anyone(lang), say::median(lang, month, &month.quick)),
        (w::by_members(lang), say::median(lang, month, &month.members)),
        (w::by_team(lang), say::median(lang, month, &month.staff)),
    ]
}

/// All threads that members opened, not only questions.
fn threads_line(lang: Lang, month: &Month) -> String {
    let share = month.quick.answered;
    if share.n() == 0 {
        return String::new();
    }
    w::all_threads(lang, share.n(), share.x())
}

fn trend(lang: Lang, questions: &Questions, today: Date) -> Result<(Option<Rendered>, String)> {
    if questions.weeks.iter().filter(|(_, share)| share.n() > 0).count() < 2 {
        return Ok((None, String::new()));
    }
    let last = questions.weeks.len().saturating_sub(1);
    let points: Vec<Point> = questions
        .weeks
        .iter()
        .enumerate()
        .map(|(at, (end, share))| Point {
            label: if at == 0 || at == last || at == last / 2 {
                words::day(lang, end.date(), today)
            } else {
                String::new()
            },
            value: share
                .value()
                .zip(share.range())
                .map(|(value, range)| (value, range.low, range.high)),
        })
        .collect();
    let text = questions
        .weeks
        .iter()
        .rev()
        .find_map(|(_, share)| Some((share, share.range()?)))
        .map_or_else(String::new, |(share, range)| {
            let found = questions.difference.map(|difference| difference.comparison);
            let words = say::direction(lang, found).1;
            w::answers_summary(lang, say::of(lang, *share), say::range(lang, range), words)
        });
    let chart = charts::line(&Line {
        title: w::answered_in_a_day(lang),
        summary: &text,
        points: &points,
        mark: None,
        axis: (0.0, 1.0),
        write: &|value| words::percent(lang, value),
    })?;
    Ok((Some(chart), text))
}

/// The weeks and the first posts of the page, as a file.
pub(super) fn csv(request: &Request) -> Result<Reply> {
    MayManage::of(request.visitor()?)?;
    let lang = request.lang;
    let standing = super::standing(request)?;
    let today = standing.day;
    let then = if standing.past.is_some() { today.start(&request.zone) } else { request.now };
    let (openers, talk) = request.house.database.snapshot(|conn| {
        let openers = rollups::openers(conn, answers::needed(today))?;
        Ok((openers, store::newest_insight::<Talk>(conn, TALK, today)?))
    })?;
    let questions = answers::questions(&openers, true, today, then, &request.zone)?;
    let first = talk.map_or_else(Talk::default, |kept| kept.found.value).first;
    let heading = [
        w::column_figure(lang),
        w::column_week_until(lang),
        w::column_now(lang),
        w::column_range(lang),
    ];
    let mut lines = vec![heading.map(str::to_owned).to_vec()];
    lines.extend(questions.weeks.iter().map(|(end, share)| {
        vec![
            w::answered_in_a_day(lang).to_owned(),
            end.date().to_string(),
            say::of(lang, *share),
            share.range().map_or_else(String::new, |range| say::range(lang, range)),
        ]
    }));
    lines.extend(
        conversation::rows(lang, &first)
            .into_iter()
            .map(|row| vec![row.name.to_owned(), today.date().to_string(), row.of, row.range]),
    );
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv::file(&lines),
        save_as: Some(format!("{}-{}.csv", w::answers_file(lang), today.date())),
    })
}
