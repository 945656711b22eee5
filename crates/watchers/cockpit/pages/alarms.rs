//! What is out of the ordinary, how often that is chance, and what comes (SCIENCE.md §11).

use crate::alarms::{self, BACK, Days, KeptDays, LIVE, Looked, SERIES, Series, Verdict};
use crate::charts::{self, Line, Point};
use crate::metrics::{ALARM_DAYS, ALARMS};
use crate::permits::MayManage;
use crate::store::{self, Alarm};
use crate::{csv, w};
use askama::Template;
use insight::GroupMinimum;
use insight::alarm::{Alarm as Sign, CountReading, FEWEST_WEEKS};
use insight::forecast::Ahead;
use insight::forecast::choice::{Forecast, forecast};
use language::{Day, Failure, Problems, Result};
use rollups::{DayFigures, Standing, closed_week_end};
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// So many signals are read, and so many stand open on the page.
const LISTED: i64 = 200;
const OPEN: usize = 10;
/// So many weeks ahead.
const AHEAD: usize = 4;
/// Weeks that a forecast rests on: two years, for a season of one.
const WEEKS: i32 = 104;
/// Weeks drawn before the forecast.
const BEFORE: usize = 26;

/// A series as it stands.
pub(crate) struct Row {
    pub name: &'static str,
    pub value: String,
    pub usual: String,
    pub bounds: String,
    pub words: &'static str,
    pub off: bool,
}

/// A signal as it is listed.
struct Entry {
    id: i64,
    day: String,
    name: &'static str,
    what: String,
    /// Whether nobody judged it.
    open: bool,
    verdict: String,
    note: String,
}

#[derive(Template)]
#[template(path = "templates/alarms.html")]
struct Page {
    lang: Lang,
    past: String,
    day: String,
    finding: String,
    lead: String,
    early: bool,
    line: Option<Rendered>,
    line_text: String,
    advice: &'static str,
    ahead: Option<Rendered>,
    ahead_text: String,
    rows: Vec<Row>,
    rows_note: String,
    entries: Vec<Entry>,
    older: Vec<Entry>,
    tally: String,
    problem: String,
    most: usize,
    version: String,
}

struct Found {
    days: Option<Days>,
    weeks: Vec<DayFigures>,
    all: Vec<Alarm>,
    looks: Vec<Looked>,
    standing: Standing,
}

fn found(request: &Request) -> Result<Found> {
    MayManage::of(request.visitor()?)?;
    let standing = super::standing(request)?;
    let yesterday = standing.day.plus(-1);
    let last = closed_week_end(standing.day);
    request.house.database.snapshot(|conn| {
        let looks =
            store::insights::<Looked>(conn, ALARMS.name, yesterday.plus(1 - BACK), yesterday)?;
        Ok(Found {
            days: store::newest_insight::<KeptDays>(conn, ALARM_DAYS, yesterday)?
                .map(|kept| kept.found.value.days()),
            weeks: rollups::week_ends(conn, last.plus(-7 * (WEEKS - 1)), last)?,
            all: store::alarms_since(conn, yesterday.plus(1 - BACK), LISTED)?,
            looks: looks.into_iter().map(|kept| kept.found.value).collect(),
            standing,
        })
    })
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    page(request, &Problems::none())
}

fn page(request: &Request, problems: &Problems) -> Result<Reply> {
    let lang = request.lang;
    let found = found(request)?;
    let real = request.now.day(&request.zone);
    let yesterday = found.standing.day.plus(-1);
    let days = found.days.unwrap_or_else(|| Days::none(yesterday));
    let readings = readings(&days, yesterday)?;
    // Of so few people every figure is about somebody.
    let floor = super::floor(&*request.community()?);
    let few = found.weeks.last().is_none_or(|week| too_few(week, floor));
    let live: Vec<&Alarm> =
        found.all.iter().filter(|one| !few && is_live(one, found.standing.day)).collect();
    let early = few
        || readings
            .iter()
            .all(|(_, reading)| reading.is_none_or(|reading| reading.alarm == Sign::TooEarly));
    let drawn = live.first().map_or(Series::Came, |one| one.series);
    let (line, line_text) = line(lang, &days, drawn, yesterday, real)?;
    let (ahead, ahead_text) = ahead(lang, &found.weeks, real)?;
    let body = Page {
        lang,
        past: super::past(lang, &found.standing, real),
        day: words::day(lang, yesterday.date(), real.date()),
        finding: finding(lang, &live, early, real),
        lead: w::alarms_chance(lang, SERIES, alarms::quiet_weeks().floor() as u64),
        early,
        line: line.filter(|_| !early),
        line_text,
        advice: if live.is_empty() {
            w::alarms_advice_quiet(lang)
        } else {
            w::alarms_advice_live(lang)
        },
        ahead,
        ahead_text,
        rows: rows(lang, &days, &readings, yesterday),
        rows_note: if days.ordinary(yesterday) || early {
            String::new()
        } else {
            w::alarms_left_out(lang).to_owned()
        },
        entries: found.all.iter().take(OPEN).map(|one| entry(lang, one, real)).collect(),
        older: found.all.iter().skip(OPEN).map(|one| entry(lang, one, real)).collect(),
        tally: tally(lang, &found.looks, &found.all),
        problem: problems.of("verdict").or(problems.of("note")).unwrap_or_default().to_owned(),
        most: crate::judgement::MOST_NOTE,
        version: ALARMS.version.to_string(),
    };
    let reply = request.page(w::alarms(lang), Place::Cockpit, &body)?;
    Ok(if problems.is_empty() { reply } else { reply.to_be_mended() })
}

/// Whether fewer came in the last four weeks than a figure may be about.
fn too_few(week: &DayFigures, floor: GroupMinimum) -> bool {
    u64::try_from(week.month).unwrap_or(0) < floor.get()
}

/// Whether a signal still asks for somebody; `today` is where figures look back from.
pub(crate) fn is_live(one: &Alarm, today: Day) -> bool {
    one.verdict.is_none() && today.0 - one.day.0 <= LIVE
}

type Readings = Vec<(Series, Option<CountReading>)>;

fn readings(days: &Days, day: Day) -> Result<Readings> {
    Series::ALL.iter().map(|series| Ok((*series, days.reading(*series, day)?))).collect()
}

/// The sentence on top.
pub(crate) fn finding(lang: Lang, live: &[&Alarm], early: bool, today: Day) -> String {
    match live {
        [] if early => w::alarms_finding_early(lang, FEWEST_WEEKS as u64),
        [] => w::alarms_finding_quiet(lang).to_owned(),
        [one, ..] => what(lang, one, today),
    }
}

/// A signal in a sentence.
pub(crate) fn what(lang: Lang, one: &Alarm, today: Day) -> String {
    let day = words::day(lang, one.day.date(), today.date());
    let usual = words::decimal(lang, one.usual, 0);
    let (name, value) = (one.series.say(lang), words::number(lang, one.value));
    if one.distance > 0.0 {
        w::alarm_high(lang, day, name, usual, value)
    } else {
        w::alarm_low(lang, day, name, usual, value)
    }
}

fn rows(lang: Lang, days: &Days, readings: &Readings, day: Day) -> Vec<Row> {
    let dash = || "–".to_owned();
    readings
        .iter()
        .map(|(series, reading)| {
            let known = reading.filter(|one| one.alarm != Sign::TooEarly);
            let off = known.filter(|one| one.alarm != Sign::Ordinary && days.ordinary(day));
            Row {
                name: series.say(lang),
                value: words::number(lang, days.count(*series, day)),
                usual: reading.map_or_else(dash, |one| words::decimal(lang, one.median, 0)),
                bounds: known.map_or_else(dash, |one| bounds(lang, &one)),
                words: match (known, off) {
                    (None, _) => w::alarm_too_early(lang),
                    (_, None) => w::alarm_ordinary(lang),
                    (_, Some(one)) if one.alarm == Sign::High => w::alarm_is_high(lang),
                    _ => w::alarm_is_low(lang),
                },
                off: off.is_some(),
            }
        })
        .collect()
}

/// Below and above which counts a signal goes off.
fn bounds(lang: Lang, one: &CountReading) -> String {
    let high = words::decimal(lang, one.high.floor(), 0);
    // Nobody comes less than not at all.
    if one.low <= 0.0 {
        w::alarm_above(lang, high)
    } else {
        w::alarm_outside(lang, high, words::decimal(lang, one.low.ceil(), 0))
    }
}

fn entry(lang: Lang, one: &Alarm, today: Day) -> Entry {
    let by = one.by.clone().unwrap_or_else(|| w::somebody(lang).to_owned());
    Entry {
        id: one.id,
        day: words::day(lang, one.day.date(), today.date()),
        name: one.series.say(lang),
        what: w::alarm_instead(
            lang,
            words::decimal(lang, one.usual, 0),
            words::number(lang, one.value),
        ),
        open: one.verdict.is_none(),
        verdict: match one.verdict {
            None => String::new(),
            Some(Verdict::Right) => w::verdict_right_by(lang, by),
            Some(Verdict::False) => w::verdict_false_by(lang, by),
        },
        note: one.note.clone(),
    }
}

/// How often was looked, what chance would give, and what came.
pub(crate) fn tally(lang: Lang, looks: &[Looked], all: &[Alarm]) -> String {
    let (count, expected) = alarms::by_chance(looks);
    if count == 0 {
        return w::alarms_no_looks(lang).to_owned();
    }
    let verdicts = alarms::verdicts(all);
    let of = |verdict| verdicts.get(&verdict).copied().unwrap_or(0);
    let said = w::alarms_tally(lang, all.len(), words::decimal(lang, expected, 1), count);
    let (right, wrong) = (of(Some(Verdict::Right)), of(Some(Verdict::False)));
    if right + wrong == 0 {
        return said;
    }
    format!("{said} {}", w::alarms_judged(lang, right, wrong))
}

/// A series of the last thirteen weeks with what is usual on each day.
fn line(
    lang: Lang,
    days: &Days,
    series: Series,
    until: Day,
    today: Day,
) -> Result<(Option<Rendered>, String)> {
    let mut points = Vec::new();
    for day in (until.0 - alarms::DRAWN + 1..=until.0).map(Day) {
        let reading = days.reading(series, day)?.filter(|one| one.weeks >= 4);
        let count = days.count(series, day) as f64;
        let at = day.0 - until.0 + alarms::DRAWN - 1;
        points.push(Point {
            label: if at % 28 == 0 || day == until {
                words::day(lang, day.date(), today.date())
            } else {
                String::new()
            },
            value: reading.map(|one| (count, one.low.max(0.0), one.high)),
        });
    }
    if points.iter().filter(|point| point.value.is_some()).count() < 7 {
        return Ok((None, String::new()));
    }
    let most = points.iter().filter_map(|p| p.value).map(|v| v.0.max(v.2)).fold(0.0, f64::max);
    let text = w::alarms_line(lang, series.say(lang));
    let chart = charts::line(&Line {
        title: series.say(lang),
        summary: &text,
        points: &points,
        mark: None,
        axis: (0.0, charts::roof(most)),
        write: &|value| words::decimal(lang, value, 0),
    })?;
    Ok((Some(chart), text))
}

/// People per week, and where that goes.
fn ahead(lang: Lang, weeks: &[DayFigures], today: Day) -> Result<(Option<Rendered>, String)> {
    let began = weeks.iter().position(|one| one.week > 0).unwrap_or(weeks.len());
    let weeks = &weeks[began..];
    let values: Vec<f64> = weeks.iter().map(|one| one.week as f64).collect();
    let found: Option<Forecast> =
        forecast(&values, 52, AHEAD).map_err(|e| Failure::fault("look ahead", e))?;
    let (Some(found), Some(last)) = (found, weeks.last()) else {
        return Ok((None, w::ahead_early(lang).to_owned()));
    };
    let skip = values.len().saturating_sub(BEFORE);
    let mut points: Vec<Point> = values[skip..]
        .iter()
        .enumerate()
        .map(|(at, value)| Point {
            label: if at == 0 || at + skip + 1 == values.len() {
                words::day(lang, weeks[at + skip].day.date(), today.date())
            } else {
                String::new()
            },
            value: Some((*value, *value, *value)),
        })
        .collect();
    let floor = |value: f64| value.max(0.0);
    points.extend(found.ahead.iter().map(|one| Point {
        label: String::new(),
        value: Some((floor(one.mean), floor(one.interval.low), floor(one.interval.high))),
    }));
    let most = points.iter().filter_map(|p| p.value).map(|v| v.2).fold(0.0, f64::max);
    let text = ahead_text(lang, found.ahead.last(), last.week, found.n);
    let chart = charts::line(&Line {
        title: w::ahead_title(lang),
        summary: &text,
        points: &points,
        mark: None,
        axis: (0.0, charts::roof(most)),
        write: &|value| words::decimal(lang, value, 0),
    })?;
    Ok((Some(chart), text))
}

/// What is expected, with its range and the chance that it is more than now.
pub(crate) fn ahead_text(lang: Lang, last: Option<&Ahead>, now: i64, weeks: usize) -> String {
    let Some(last) = last else { return String::new() };
    let people = |value: f64| words::decimal(lang, value.max(0.0), 0);
    let chance = last.chance_of(now as f64 + 0.5).clamp(0.01, 0.99);
    w::ahead_expected(
        lang,
        words::percent(lang, chance),
        people(last.interval.high),
        people(last.interval.low),
        words::number(lang, now),
        last.steps,
        weeks,
    )
}

pub(super) fn judge(request: &Request) -> Result<Reply> {
    let permit = MayManage::of(request.visitor()?)?;
    let id: i64 = request.param("alarm")?;
    let form = request.form.only(&["verdict", "note"])?;
    let (lang, verdict, note) = (request.lang, form.text("verdict"), form.raw("note"));
    match request.house.database.write(|tx| alarms::judge(tx, &permit, lang, id, verdict, note)) {
        Ok(()) => Ok(Reply::to("/cockpit/alarms")),
        Err(Failure::Problems(problems)) => page(request, &problems),
        Err(other) => Err(other),
    }
}

pub(super) fn csv(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let found = found(request)?;
    let yesterday = found.standing.day.plus(-1);
    let days = found.days.unwrap_or_else(|| Days::none(yesterday));
    let readings = readings(&days, yesterday)?;
    let mut lines = vec![
        [
            w::column_series(lang),
            w::column_yesterday(lang),
            w::column_usual_day(lang),
            w::column_signal(lang),
            w::column_stands(lang),
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    let floor = super::floor(&*request.community()?);
    if found.weeks.last().is_none_or(|week| too_few(week, floor)) {
        return file(lang, yesterday, &lines);
    }
    lines.extend(rows(lang, &days, &readings, yesterday).into_iter().map(|row| {
        vec![row.name.to_owned(), row.value, row.usual, row.bounds, row.words.to_owned()]
    }));
    file(lang, yesterday, &lines)
}

fn file(lang: Lang, day: Day, lines: &[Vec<String>]) -> Result<Reply> {
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv::file(lines),
        save_as: Some(format!("{}-{}.csv", w::alarms_file(lang), day.date())),
    })
}
