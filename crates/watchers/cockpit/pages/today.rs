//! The first page: how is it, what needs me today, what can I do now.

use crate::answers::{self, Questions};
use crate::charts::{self, Bar};
use crate::departments::{self, ByDepartment};
use crate::permits::MayManage;
use crate::phase::{self, Standing};
use crate::say::{self, TwoMonths};
use crate::tasks::{self, Task};
use crate::{store, w};
use askama::Template;
use database::Conn;
use insight::phase::{Phase, Verdict};
use language::{Day, Moment, Result};
use rollups::{DayFigures, Reach, Window, closed_week_end};
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// So many departments stand on the first page; the others are one tap away.
const DEPARTMENTS: usize = 8;
/// How far back questions may wait before they are history, in days.
const WAITING: i64 = 28;

/// A small trend.
struct Trend {
    name: &'static str,
    value: String,
    icon: &'static str,
    words: String,
    note: String,
    spark: String,
    href: &'static str,
}

/// A first step of a fresh community.
struct Step {
    done: bool,
    icon: &'static str,
    title: &'static str,
    text: &'static str,
    href: &'static str,
    button: &'static str,
}

#[derive(Template)]
#[template(path = "templates/today.html")]
struct Today {
    lang: Lang,
    greeting: String,
    date: String,
    steps: Vec<Step>,
    sentence: String,
    departments: Rendered,
    has_departments: bool,
    more_departments: usize,
    tiers: String,
    trends: Vec<Trend>,
    tasks: Vec<Task>,
    phase: Option<&'static str>,
    phase_note: String,
    team_marked: bool,
    stages: Vec<(&'static str, bool)>,
}

/// What the page is made from, read at one moment.
struct Figures {
    reach: Reach,
    days: Vec<DayFigures>,
    questions: Questions,
    phase: Standing,
    contributors: Vec<f64>,
    tasks: Vec<Task>,
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let visitor = request.visitor()?;
    let permit = MayManage::of(visitor)?;
    let community = request.community()?;
    let (lang, today) = (request.lang, request.now.day(&request.zone));
    let by_department =
        departments::by_department(&request.house.database, lang, today, super::floor(&community))?;
    let figures = request
        .house
        .database
        .snapshot(|conn| read(conn, request, &permit, today, community.team_marked))?;
    let steps = steps(lang, &figures, community.team_marked);
    let (phase, phase_note) = say::phase_line(lang, &figures.phase);
    let months = two_months(&figures, today);
    let hidden = by_department.departments.len().saturating_sub(DEPARTMENTS);
    let first = visitor.name.split_whitespace().next().unwrap_or(&visitor.name);
    let body = Today {
        lang,
        greeting: greeting(lang, request, first),
        date: date(lang, today),
        steps,
        sentence: say::headline(lang, months, &by_department.hardly()),
        has_departments: !by_department.departments.is_empty(),
        more_departments: hidden,
        departments: bars(lang, &by_department)?,
        tiers: tiers(lang, &figures.reach),
        trends: trends(lang, &figures, months, today),
        tasks: figures.tasks,
        phase,
        phase_note,
        team_marked: figures.phase.assessment.verdict != Verdict::TeamNotMarked,
        stages: stages(lang, figures.phase.phase()),
    };
    request.page(w::cockpit(lang), Place::Cockpit, &body)
}

fn read(
    conn: &mut Conn,
    request: &Request,
    permit: &MayManage,
    today: Day,
    team_marked: bool,
) -> Result<Figures> {
    let (lang, now) = (request.lang, request.now);
    let reach = rollups::reach(conn, Window::month_to(today))?;
    let first = closed_week_end(today).plus(-7 * (phase::WEEKS - 1));
    let days = rollups::days(conn, Window { from: first, to: today })?;
    let openers = rollups::openers(conn, answers::needed(today))?;
    let questions = answers::questions(&openers, true, today, now, &request.zone)?;
    let weeks = rollups::phase_weeks(conn, today, phase::WEEKS)?;
    let latest = store::latest_judgement(conn)?;
    let phase = phase::standing(&weeks, &days, team_marked, latest, today)?;
    let trend = usize::try_from(answers::TREND_WEEKS).unwrap_or(0);
    let contributors = weeks
        .iter()
        .rev()
        .take(trend)
        .rev()
        .map(|week| week.contributors.iter().filter(|share| share.by_member > 0).count() as f64)
        .collect();
    let since = now.plus(-WAITING * Moment::DAY);
    let most = i64::try_from(tasks::MOST).unwrap_or(7);
    let waiting = rollups::waiting(conn, permit.by(), since, now, most)?;
    let ids: Vec<_> = waiting.iter().map(|one| one.thread).collect();
    let threads = store::threads(conn, &ids)?;
    let actions = store::actions(conn)?;
    let mut tasks = tasks::actions(lang, &actions, now);
    tasks.extend(tasks::waiting(lang, &waiting, &threads, now));
    tasks.truncate(tasks::MOST);
    Ok(Figures { reach, days, questions, phase, contributors, tasks })
}

fn greeting(lang: Lang, request: &Request, name: &str) -> String {
    match request.now.timestamp().to_zoned(request.zone.clone()).hour() {
        6..12 => w::good_morning(lang, name),
        12..18 => w::good_afternoon(lang, name),
        _ => w::good_evening(lang, name),
    }
}

fn date(lang: Lang, today: Day) -> String {
    let date = today.date();
    let name = words::weekday(lang, date.weekday());
    let day = words::day(lang, date, date);
    // The short weekday makes room for the long one.
    format!("{name} {}", day.split_once(' ').map_or(day.as_str(), |(_, rest)| rest))
}

/// The steps of a community in which nothing happens yet; none when there is life.
fn steps(lang: Lang, figures: &Figures, team_marked: bool) -> Vec<Step> {
    let reach = &figures.reach;
    let asked = figures.questions.now.count + figures.questions.before.count;
    if reach.active > 1 || asked > 0 || !figures.tasks.is_empty() {
        return Vec::new();
    }
    let people = reach.eligible + reach.team;
    vec![
        Step {
            done: people > 1,
            icon: "people",
            title: w::step_people(lang),
            text: w::step_people_text(lang),
            href: "/cockpit/imports",
            button: w::step_people_button(lang),
        },
        Step {
            done: reach.connected > 1,
            icon: "mail",
            title: w::step_invite(lang),
            text: w::step_invite_text(lang),
            href: "/cockpit/invite",
            button: w::step_invite_button(lang),
        },
        Step {
            done: team_marked,
            icon: "team",
            title: w::step_team(lang),
            text: w::step_team_text(lang),
            href: "/cockpit/team",
            button: w::step_team_button(lang),
        },
    ]
}

fn month_of(days: &[DayFigures], day: Day) -> i64 {
    days.iter().find(|one| one.day == day).map_or(0, |one| one.month)
}

fn two_months(figures: &Figures, today: Day) -> Option<TwoMonths> {
    let (now, before) =
        (month_of(&figures.days, today), month_of(&figures.days, today.plus(-28)));
    TwoMonths::new(now, before, figures.reach.eligible).filter(|months| months.now.n() > 0)
}

fn bars(lang: Lang, figures: &ByDepartment) -> Result<Rendered> {
    let mut all: Vec<Bar> = super::reach_bars(lang, figures, false)
        .into_iter()
        .filter(|bar| !bar.hatched)
        .take(DEPARTMENTS)
        .collect();
    let hidden = figures.hidden();
    if hidden > 0 {
        all.push(Bar {
            label: w::small_departments(lang, hidden),
            rest: w::too_small(lang).to_owned(),
            hatched: true,
            ..Bar::default()
        });
    }
    charts::bars("bars", &all)
}

fn tiers(lang: Lang, reach: &Reach) -> String {
    if reach.eligible == 0 {
        return String::new();
    }
    w::tiers(lang, reach.absent(), reach.contributors, reach.creators, reach.eligible, reach.readers)
}

fn trends(lang: Lang, figures: &Figures, months: Option<TwoMonths>, today: Day) -> Vec<Trend> {
    let last = closed_week_end(today);
    let ends = (0..answers::TREND_WEEKS).rev().map(|back| last.plus(-7 * back));
    let came: Vec<f64> = ends.map(|end| month_of(&figures.days, end) as f64).collect();
    let difference = months.and_then(|m| m.difference()).map(|d| d.comparison);
    let (icon, words) = say::direction(lang, difference);
    let mut all = vec![Trend {
        name: w::came_by(lang),
        value: months.map_or_else(|| "–".to_owned(), |m| say::of(lang, m.now)),
        icon,
        words: months.map_or_else(String::new, |m| w::was(lang, m.before.x(), words)),
        note: String::new(),
        spark: charts::spark(&came),
        href: "/cockpit/participation",
    }];
    if let [.., now] = figures.contributors.as_slice() {
        let at = figures.contributors.len().saturating_sub(5);
        let before = figures.contributors.get(at).copied().unwrap_or(0.0);
        let pair = TwoMonths::new(*now as i64, before as i64, figures.reach.eligible);
        let found = pair.and_then(|m| m.difference()).map(|d| d.comparison);
        let (icon, words) = say::direction(lang, found);
        all.push(Trend {
            name: w::took_part(lang),
            value: pair.map_or_else(|| "–".to_owned(), |m| say::of(lang, m.now)),
            icon,
            words: w::was(lang, before as i64, words),
            note: String::new(),
            spark: charts::spark(&figures.contributors),
            href: "/cockpit/participation",
        });
    }
    let questions = &figures.questions;
    let (icon, words) = say::direction(lang, questions.difference.map(|d| d.comparison));
    let answered: Vec<f64> =
        questions.weeks.iter().filter_map(|(_, share)| share.value()).collect();
    all.push(Trend {
        name: w::answered_in_a_day(lang),
        value: say::of(lang, questions.now.quick.within),
        icon,
        words: words.to_owned(),
        note: say::median(lang, &questions.now, &questions.now.quick),
        spark: charts::spark(&answered),
        href: "/cockpit/answers",
    });
    all
}

/// The steps of the phase, with the present one.
fn stages(lang: Lang, now: Option<Phase>) -> Vec<(&'static str, bool)> {
    [Phase::Inception, Phase::Establishment, Phase::Maturity, Phase::Mitosis]
        .into_iter()
        .map(|phase| (say::phase(lang, phase), now == Some(phase)))
        .collect()
}
