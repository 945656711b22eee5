//! The page of who leads a department: its shares, and their own promises.

use super::drawn::draw;
use crate::leader::{Led, Week};
use crate::month::Month;
use crate::permits::MayLead;
use crate::promises::{self, Kind, MOST_AMOUNT, MOST_WORDS};
use crate::{store, w};
use askama::Template;
use documents::{Bar, Line, Picture, Point, Shape};
use language::{Failure, Problems, Result};
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// So many months of history are shown.
const MONTHS: usize = 12;

struct Department {
    id: String,
    finding: String,
    bars: Option<Rendered>,
    line: Option<Rendered>,
    line_text: String,
}

struct Mine {
    id: i64,
    text: String,
    progress: String,
    kept: bool,
    hours: bool,
    done: i32,
}

struct Before {
    month: String,
    text: String,
    progress: String,
    kept: bool,
}

#[derive(Template)]
#[template(path = "templates/leader.html")]
struct Page {
    lang: Lang,
    month: String,
    departments: Vec<Department>,
    mine: Vec<Mine>,
    before: Vec<Before>,
    problems: Problems,
    typed: Typed,
    floor: i32,
    most_words: usize,
    most_amount: i32,
}

#[derive(Default)]
struct Typed {
    text: String,
    kind: String,
    amount: String,
}

fn percent(lang: Lang, (x, n): (u64, u64)) -> String {
    words::percent(lang, x as f64 / n.max(1) as f64)
}

fn department(lang: Lang, id: String, name: &str, led: &Led) -> Result<Department> {
    let Some((end, now)) = led.reach.last().copied() else {
        return Ok(Department {
            id,
            finding: w::department_hidden(lang, name),
            bars: None,
            line: None,
            line_text: String::new(),
        });
    };
    let names = [w::did_start(lang), w::did_answer(lang), w::did_read(lang)];
    let mut bars = vec![bar(lang, w::came_by(lang), now)];
    // Of the same week as reach, or the two would not go together.
    let same = |weeks: &[Week]| weeks.last().filter(|week| week.0 == end).map(|week| week.1);
    for (name, weeks) in names.iter().zip(&led.did) {
        bars.extend(same(weeks).map(|part| bar(lang, name, part)));
    }
    let picture = Picture { says: String::new(), shape: Shape::Bars(bars) };
    let line_text = match (led.reach.first(), led.reach.last()) {
        (Some((_, first)), Some((_, last))) if led.reach.len() > 1 => {
            w::share_from_to(lang, percent(lang, *first), percent(lang, *last))
        }
        _ => String::new(),
    };
    Ok(Department {
        id,
        finding: w::department_reach(lang, name, now.1, now.0),
        bars: Some(draw(lang, name, &picture)?),
        line: (led.reach.len() > 1).then(|| line(lang, led, &line_text)).transpose()?,
        line_text,
    })
}

fn bar(lang: Lang, label: &str, part: (u64, u64)) -> Bar {
    let share = part.0 as f64 / part.1.max(1) as f64;
    Bar {
        label: label.to_owned(),
        strong: percent(lang, part),
        rest: w::x_of_n(lang, part.1, part.0),
        track: 100.0,
        fill: share * 100.0,
        ..Bar::default()
    }
}

fn line(lang: Lang, led: &Led, says: &str) -> Result<Rendered> {
    let last = led.reach.len().saturating_sub(1);
    let today = led.reach.last().map_or(language::Day(0), |week| week.0).date();
    let points = led
        .reach
        .iter()
        .enumerate()
        .map(|(at, (day, (x, n)))| {
            let share = *x as f64 / (*n).max(1) as f64;
            // A count of everybody: no range.
            Point {
                label: if at == 0 || at == last {
                    words::day(lang, day.date(), today)
                } else {
                    String::new()
                },
                value: Some((share, share, share)),
            }
        })
        .collect();
    let shape = Shape::Line(Line { points, axis: (0.0, 1.0), ..Line::default() });
    draw(lang, w::came_by(lang), &Picture { says: says.to_owned(), shape })
}

fn page(request: &Request, problems: Problems, typed: Typed) -> Result<Reply> {
    let lang = request.lang;
    let by = request.visitor()?.id;
    let today = request.now.day(&request.zone);
    let month = Month::of(today);
    let mut since = month;
    for _ in 0..MONTHS {
        since = since.before();
    }
    let (departments, promised, kept) = request.house.database.snapshot(|conn| {
        let permit = MayLead::of(conn, by)?;
        let mut departments = Vec::new();
        for (at, (id, name)) in permit.departments().iter().take(6).enumerate() {
            let led = Led::read(conn, *id, today)?;
            departments.push(department(lang, format!("department-{at}"), name, &led)?);
        }
        Ok((departments, store::promises_of(conn, by)?, store::kept_by(conn, by, since)?))
    })?;
    let mine = promised
        .iter()
        .map(|one| {
            let now = kept.iter().find(|k| k.promise == one.id && k.month == month);
            let (done, amount) = now.map_or((0, one.amount), |k| (k.done, k.amount));
            Mine {
                id: one.id,
                text: one.text.clone(),
                progress: promises::amount(lang, one.kind, done, amount),
                kept: done >= amount,
                hours: one.kind == Kind::Hours,
                done,
            }
        })
        .collect();
    let before = kept
        .iter()
        .filter(|one| one.month < month)
        .map(|one| Before {
            month: words::month(lang, one.month.date()),
            text: one.text.clone(),
            progress: promises::amount(lang, one.kind, one.done, one.amount),
            kept: one.is_kept(),
        })
        .collect();
    let wrong = !problems.is_empty();
    let body = Page {
        lang,
        month: words::month(lang, month.date()),
        departments,
        mine,
        before,
        problems,
        typed,
        floor: request.community()?.floor,
        most_words: MOST_WORDS,
        most_amount: MOST_AMOUNT,
    };
    let reply = request.page(w::my_department(lang), Place::Elsewhere, &body)?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    page(request, Problems::none(), Typed::default())
}

pub(super) fn promise(request: &Request) -> Result<Reply> {
    let by = request.visitor()?.id;
    let form = request.form.only(&["text", "kind", "amount"])?;
    let (text, kind, amount) = (form.text("text"), form.text("kind"), form.text("amount"));
    let done = request.house.database.write(|tx| {
        let permit = MayLead::of(tx, by)?;
        promises::promise(tx, &permit, request.lang, text, kind, amount)
    });
    match done {
        Ok(()) => Ok(Reply::to("/my-department#promises")),
        Err(Failure::Problems(problems)) => {
            let typed =
                Typed { text: text.to_owned(), kind: kind.to_owned(), amount: amount.to_owned() };
            page(request, problems, typed)
        }
        Err(other) => Err(other),
    }
}

pub(super) fn tick(request: &Request) -> Result<Reply> {
    let by = request.visitor()?.id;
    let id: i64 = request.param("promise")?;
    let form = request.form.only(&["more"])?;
    let more = form.text("more").parse::<i32>().unwrap_or(1);
    request.house.database.write(|tx| {
        let permit = MayLead::of(tx, by)?;
        promises::tick(tx, &permit, id, more)
    })?;
    Ok(Reply::to("/my-department#promises"))
}

pub(super) fn end(request: &Request) -> Result<Reply> {
    let by = request.visitor()?.id;
    let id: i64 = request.param("promise")?;
    request.form.only(&[])?;
    request.house.database.write(|tx| {
        let permit = MayLead::of(tx, by)?;
        promises::end(tx, &permit, id)
    })?;
    Ok(Reply::to("/my-department#promises"))
}

#[derive(Template)]
#[template(path = "templates/leader_card.html")]
struct Card {
    lang: Lang,
    names: String,
}

/// The way to the own department, above the feed of who leads one.
///
/// # Errors
/// A fault of the database.
pub fn home_card(request: &Request) -> Result<Option<Rendered>> {
    let Some(visitor) = &request.visitor else { return Ok(None) };
    let led = request.house.database.read(|conn| store::led_by(conn, visitor.id))?;
    if led.is_empty() {
        return Ok(None);
    }
    let names: Vec<String> = led.into_iter().take(3).map(|(_, name)| name).collect();
    let names = words::list(request.lang, &names);
    Rendered::of(&Card { lang: request.lang, names }).map(Some)
}
