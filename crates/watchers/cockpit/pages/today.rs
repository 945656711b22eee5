//! The first page: how is it, what needs me today, what can I do now.

use crate::advice::{self, Card, Signs};
use crate::alarms;
use crate::answers::{self, Questions};
use crate::charts::{self, Bar};
use crate::departments::{self, ByDepartment};
use crate::permits::MayManage;
use crate::phase::{self, Standing};
use crate::say::{self, TwoMonths};
use crate::tasks::{self, Running, Task};
use crate::{library, store, w};
use askama::Template;
use database::{Conn, Database};
use insight::GroupMinimum;
use jiff::tz::TimeZone;
use language::{Day, Failure, Moment, PersonId, Refusal, Result};
use oversight::Purpose;
use rollups::{DayFigures, PhaseWeek, Reach, Window, closed_week_end};
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
    /// The first that is not done.
    next: bool,
    icon: &'static str,
    title: &'static str,
    text: &'static str,
    href: &'static str,
    button: &'static str,
}

#[derive(Template)]
#[template(path = "templates/today.html")]
pub(crate) struct Today {
    lang: Lang,
    past: String,
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
    running: Vec<Running>,
    phase: Option<&'static str>,
    phase_note: String,
    team_marked: bool,
    stages: Vec<(&'static str, bool)>,
    cards: Vec<Card>,
    /// Whose names stand in the list.
    seen: Vec<PersonId>,
}

/// What the page is made from, read at one moment.
struct Figures {
    reach: Reach,
    before: Reach,
    days: Vec<DayFigures>,
    questions: Questions,
    phase: Standing,
    contributors: Vec<f64>,
    tasks: Vec<Task>,
    actions: Vec<store::ActionRow>,
    refused: Vec<store::Refused>,
    newcomers: usize,
    /// Whose names stand in the list.
    seen: Vec<PersonId>,
}

/// Who asks, when, and in which language.
pub(crate) struct Asked<'a> {
    pub lang: Lang,
    pub now: Moment,
    pub zone: &'a TimeZone,
    pub name: &'a str,
    pub permit: MayManage,
    pub team_marked: bool,
}

impl Asked<'_> {
    fn today(&self) -> Day {
        self.now.day(self.zone)
    }
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let visitor = request.visitor()?;
    let community = request.community()?;
    let asked = Asked {
        lang: request.lang,
        now: request.now,
        zone: &request.zone,
        name: &visitor.name,
        permit: MayManage::of(visitor)?,
        team_marked: community.team_marked,
    };
    let page = page(&request.house.database, &asked, super::floor(&community))?;
    oversight::looked(request, Purpose::Today, &page.seen);
    request.page(w::cockpit(request.lang), Place::Cockpit, &page)
}

/// The page: ten queries, more only when a week has to be closed or nothing is kept yet.
pub(crate) fn page(database: &Database, asked: &Asked<'_>, floor: GroupMinimum) -> Result<Today> {
    let (lang, real) = (asked.lang, asked.today());
    let since = database.read(|conn| rollups::standing(conn, real))?;
    let today = since.day;
    let by_department = departments::by_department(database, lang, today, floor)?;
    let figures = database.snapshot(|conn| read(conn, asked, &since))?;
    let (phase, phase_note) = say::phase_line(lang, &figures.phase);
    // Of so few people every figure is about somebody.
    let too_few = floor.too_few(u64::try_from(figures.reach.eligible).unwrap_or(0));
    let months = two_months(&figures, |reach| reach.active).filter(|_| !too_few);
    let shown = by_department.shown().count();
    let first = asked.name.split_whitespace().next().unwrap_or(asked.name);
    Ok(Today {
        lang,
        past: super::past(lang, &since, real),
        greeting: greeting(asked, first),
        date: date(lang, real),
        steps: steps(lang, &figures, asked.team_marked),
        sentence: if too_few {
            w::so_few(lang).to_owned()
        } else {
            say::headline(
                lang,
                months,
                &by_department.hardly(),
                by_department.behind().map(|one| one.name.as_str()),
            )
        },
        has_departments: !by_department.departments.is_empty(),
        more_departments: shown.saturating_sub(DEPARTMENTS),
        departments: bars(lang, &by_department)?,
        tiers: if too_few { String::new() } else { tiers(lang, &figures.reach) },
        trends: if too_few { Vec::new() } else { trends(lang, &figures, months, today) },
        phase,
        phase_note,
        team_marked: asked.team_marked,
        stages: super::phase::stages(lang, figures.phase.phase()),
        cards: cards(lang, &figures, &by_department, asked.now, real),
        running: tasks::running(lang, &figures.actions, asked.now),
        tasks: figures.tasks,
        seen: figures.seen,
    })
}

fn read(conn: &mut Conn, asked: &Asked<'_>, since: &rollups::Standing) -> Result<Figures> {
    let (lang, now, today, present) = (asked.lang, asked.now, since.day, since.present);
    // Of a history that stopped, who waits is counted at its end.
    let then = if since.past.is_some() { today.start(asked.zone) } else { now };
    let reach = rollups::reach_at(conn, Window::month_to(today), present)?;
    let rollups::Front { days, weeks, before } =
        rollups::front(conn, today, phase::WEEKS, present)?;
    let openers = rollups::openers(conn, answers::needed(today))?;
    let questions = answers::questions(&openers, true, today, then, asked.zone)?;
    let lately = store::lately(conn, now.plus(-advice::RESTS), today.plus(-alarms::LIVE))?;
    let (latest, refused, live) = (lately.chosen, lately.refused, lately.alarms);
    let phase = phase::standing(&weeks, &days, asked.team_marked, latest, today)?;
    let since = now.plus(-WAITING * Moment::DAY);
    let most = i64::try_from(tasks::MOST).unwrap_or(7);
    let (waiting, threads) = store::waiting(conn, asked.permit.by(), since, now, most)?;
    let actions = store::actions(conn)?;
    let mut tasks = tasks::alarms(lang, &live, asked.today());
    let named = super::named(conn, &threads, asked.today())?;
    tasks.extend(tasks::today(lang, &actions, &waiting, &threads, now, named.as_ref()));
    tasks.truncate(tasks::MOST);
    Ok(Figures {
        reach,
        before,
        days,
        questions,
        phase,
        contributors: contributors(&weeks),
        tasks,
        actions,
        refused,
        newcomers: waiting.iter().filter(|one| one.first).count(),
        seen: super::seen(named.as_ref(), &threads),
    })
}

/// Members who contributed, in each of the last closed weeks.
fn contributors(weeks: &[PhaseWeek]) -> Vec<f64> {
    let trend = usize::try_from(answers::TREND_WEEKS).unwrap_or(0);
    weeks[weeks.len().saturating_sub(trend)..]
        .iter()
        .map(|week| week.contributors.iter().filter(|share| share.by_member > 0).count() as f64)
        .collect()
}

/// Three actions, with the figures of these weeks as reasons.
fn cards(
    lang: Lang,
    figures: &Figures,
    departments: &ByDepartment,
    now: Moment,
    today: Day,
) -> Vec<Card> {
    let late = figures.questions.now.quick.unanswered;
    let signs = Signs {
        late: (late.x(), late.n()),
        hardly: departments.hardly(),
        newcomers: figures.newcomers,
        readers: (figures.reach.readers, figures.reach.active),
    };
    let ideas = library::ideas(lang);
    let phase = figures.phase.phase();
    let candidates = advice::candidates(&ideas, phase, &figures.actions, &figures.refused, now);
    advice::cards(lang, &ideas, &candidates, &signs, today)
}

/// Puts a proposal aside.
pub(super) fn refuse(request: &Request) -> Result<Reply> {
    let permit = MayManage::of(request.visitor()?)?;
    let form = request.form.only(&["catalogue", "note"])?;
    let number = form
        .parsed::<i32>("catalogue")?
        .filter(|number| actions::catalogue::find(*number).is_some())
        .ok_or(Failure::Refusal(Refusal::NotFound))?;
    let (lang, note) = (request.lang, form.text("note"));
    request.house.database.write(|tx| crate::refuse(tx, &permit, lang, number, note))?;
    Ok(Reply::to("/cockpit"))
}

fn greeting(asked: &Asked<'_>, name: &str) -> String {
    let lang = asked.lang;
    match asked.now.timestamp().to_zoned(asked.zone.clone()).hour() {
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
    let mut steps = vec![
        Step {
            done: people > 1,
            next: false,
            icon: "people",
            title: w::step_people(lang),
            text: w::step_people_text(lang),
            href: "/cockpit/imports",
            button: w::step_people_button(lang),
        },
        Step {
            done: reach.connected > 1,
            next: false,
            icon: "mail",
            title: w::step_invite(lang),
            text: w::step_invite_text(lang),
            href: "/cockpit/invite",
            button: w::step_invite_button(lang),
        },
        Step {
            done: team_marked,
            next: false,
            icon: "team",
            title: w::step_team(lang),
            text: w::step_team_text(lang),
            href: "/cockpit/team",
            button: w::step_team_button(lang),
        },
    ];
    if let Some(next) = steps.iter_mut().find(|step| !step.done) {
        next.next = true;
    }
    steps
}

fn month_of(days: &[DayFigures], day: Day) -> i64 {
    days.iter().find(|one| one.day == day).map_or(0, |one| one.month)
}

/// A count of these 28 days and of the 28 before, of the people who may take part now.
fn two_months(figures: &Figures, of: fn(&Reach) -> i64) -> Option<TwoMonths> {
    let (now, before) = (of(&figures.reach), of(&figures.before));
    TwoMonths::new(now, before, figures.reach.eligible).filter(|months| months.now.n() > 0)
}

/// A trend of people over two months.
fn people(lang: Lang, name: &'static str, months: Option<TwoMonths>, weeks: &[f64]) -> Trend {
    let found = months.and_then(|m| m.difference()).map(|d| d.comparison);
    let (icon, words) = say::direction(lang, found);
    Trend {
        name,
        value: months.map_or_else(|| "–".to_owned(), |m| say::of(lang, m.now)),
        icon,
        words: months.map_or_else(String::new, |m| w::was(lang, m.before.x(), words)),
        note: String::new(),
        spark: charts::spark(weeks),
        href: "/cockpit/participation",
    }
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
    w::tiers(
        lang,
        reach.absent(),
        reach.contributors,
        reach.creators,
        reach.eligible,
        reach.readers,
    )
}

fn trends(lang: Lang, figures: &Figures, months: Option<TwoMonths>, today: Day) -> Vec<Trend> {
    let last = closed_week_end(today);
    let ends = (0..answers::TREND_WEEKS).rev().map(|back| last.plus(-7 * back));
    let came: Vec<f64> = ends.map(|end| month_of(&figures.days, end) as f64).collect();
    let took_part = two_months(figures, |reach| reach.creators + reach.contributors);
    let mut all = vec![
        people(lang, w::came_by(lang), months, &came),
        people(lang, w::took_part(lang), took_part, &figures.contributors),
    ];
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
