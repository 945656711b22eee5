//! The phase: the verdict, what it rests on, and the manager's own judgement.

use crate::charts::{self, Bar, Line, Point};
use crate::judgement::{HOLDS, MOST_NOTE, Overrule, Stage};
use crate::metrics::PHASE;
use crate::permits::MayManage;
use crate::phase::{self, Standing, Then};
use crate::store::Kept;
use crate::{csv, say, store, w};
use askama::Template;
use insight::interval::wilson;
use insight::phase::{
    By, ENTER_AT, ESTABLISHED_ABOVE, Evidence, MATURE_ABOVE, Phase, Verdict, WEEKS_IN_A_ROW,
    supporting,
};
use insight::{Interval, Share};
use language::{Day, Failure, Problems, Result};
use rollups::{Opener, Window, closed_week_end};
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// So many choices are listed.
const EARLIER: i64 = 10;
/// One can turn back so many weeks: two years.
const MOST_WEEKS: i32 = 104;

/// A choice of a phase, as it is listed.
struct Earlier {
    phase: &'static str,
    by: String,
    note: String,
}

/// What was typed in the form.
struct Typed {
    phase: String,
    note: String,
    until: String,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "templates/phase.html")]
struct Page {
    lang: Lang,
    past: String,
    sentence: String,
    sure: String,
    stages: Vec<(&'static str, bool)>,
    team_marked: bool,
    bars: Rendered,
    row: String,
    signals: Vec<String>,
    line: Option<Rendered>,
    typed: Typed,
    choices: Vec<(&'static str, &'static str)>,
    most: usize,
    earlier: Vec<Earlier>,
    then: Option<Replay>,
}

/// A week of the past, as it was known.
struct Replay {
    week: String,
    sentence: String,
    /// What it rested on.
    facts: Vec<(&'static str, String)>,
    note: String,
    /// The weeks beside it, by the day that ends them.
    before: String,
    after: String,
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let until = request.now.day(&request.zone).plus(HOLDS).date().to_string();
    let typed =
        Typed { phase: String::new(), note: String::new(), until, problems: Problems::none() };
    page(request, typed)
}

fn page(request: &Request, typed: Typed) -> Result<Reply> {
    MayManage::of(request.visitor()?)?;
    let (lang, real) = (request.lang, request.now.day(&request.zone));
    let since = super::standing(request)?;
    let today = since.day;
    let team_marked = request.community()?.team_marked;
    let (standing, openers, judgements, kept) = request.house.database.snapshot(|conn| {
        let rollups::Front { days, weeks, .. } =
            rollups::front(conn, today, phase::WEEKS, since.present)?;
        let judgements = store::judgements(conn, EARLIER)?;
        let latest = judgements.first().cloned();
        let standing = phase::standing(&weeks, &days, team_marked, latest, today)?;
        let openers = rollups::openers(conn, Window::month_to(closed_week_end(today)))?;
        let last = closed_week_end(today);
        let kept = store::insights::<Then>(conn, PHASE.name, last.plus(-7 * MOST_WEEKS), last)?;
        Ok((standing, openers, judgements, kept))
    })?;
    let wrong = !typed.problems.is_empty();
    let body = Page {
        lang,
        past: super::past(lang, &since, real),
        sentence: sentence(lang, &standing),
        sure: sure(lang, &standing),
        stages: stages(lang, standing.phase()),
        team_marked,
        bars: charts::bars("bars", &evidence(lang, &standing, &openers, invited(&kept, today)))?,
        row: row(lang, &standing),
        signals: signals(lang, &standing),
        line: line(lang, &standing, real.date())?,
        typed,
        choices: Stage::ALL.iter().map(|stage| (stage.name(), stage.say(lang))).collect(),
        most: MOST_NOTE,
        then: replay(request, &kept, real),
        earlier: judgements
            .into_iter()
            .map(|one| Earlier {
                phase: one.phase.say(lang),
                by: w::chosen_when(
                    lang,
                    request.moment(one.at),
                    &one.by,
                    words::day(lang, one.until.date(), real.date()),
                ),
                note: one.note,
            })
            .collect(),
    };
    let reply = request.page(w::phase_title(lang), Place::Cockpit, &body)?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

/// Who invited the newcomers of the last closed week's month.
fn invited(kept: &[Kept<Then>], today: Day) -> Option<(u64, u64)> {
    let last = kept.last().filter(|one| one.end == closed_week_end(today))?;
    last.found.value.invited
}

/// The week that was asked for, or the one before the last; none without earlier weeks.
fn replay(request: &Request, kept: &[Kept<Then>], real: Day) -> Option<Replay> {
    let lang = request.lang;
    let asked = request.query.text("week").parse::<jiff::civil::Date>().ok().map(Day::of);
    let place = asked
        .and_then(|day| kept.iter().position(|one| one.end == day))
        .or_else(|| kept.len().checked_sub(2))?;
    let one = kept.get(place)?;
    let then = one.found.value;
    let href = |at: Option<usize>| {
        at.and_then(|at| kept.get(at))
            .map_or_else(String::new, |one| format!("/cockpit/phase?week={}#then", one.end.date()))
    };
    let afterwards = one.at.day(&request.zone).0 - one.end.0 > 8;
    let old = one.found.version != PHASE.version;
    let mut notes = Vec::new();
    if afterwards {
        notes.push(w::then_afterwards(lang).to_owned());
    }
    if old {
        notes.push(w::then_old(lang, i64::from(one.found.version)));
    }
    Some(Replay {
        week: words::day(lang, one.end.date(), real.date()),
        sentence: then_sentence(lang, &then),
        facts: then_facts(lang, &then),
        note: notes.join(" "),
        before: href(place.checked_sub(1)),
        after: href(Some(place + 1)),
    })
}

/// What was said of a week then.
pub(crate) fn then_sentence(lang: Lang, then: &Then) -> String {
    match then.phase {
        _ if !then.team_marked => w::then_team(lang).to_owned(),
        None => w::then_early(lang).to_owned(),
        Some(step) => w::then_phase(lang, say::phase(lang, step.phase())),
    }
}

/// What it rested on.
pub(crate) fn then_facts(lang: Lang, then: &Then) -> Vec<(&'static str, String)> {
    let number = |n: u64| words::number(lang, i64::try_from(n).unwrap_or(i64::MAX));
    let phases = [Phase::Inception, Phase::Establishment, Phase::Maturity];
    let mut chances: Vec<(f64, Phase)> = then.chances.into_iter().zip(phases).collect();
    chances.sort_by(|a, b| b.0.total_cmp(&a.0));
    let chances: Vec<String> = chances
        .into_iter()
        .filter(|(chance, _)| *chance >= 0.005)
        .map(|(chance, phase)| {
            let percent = words::percent(lang, chance.min(0.99));
            w::chance_of(lang, percent, say::phase(lang, phase).to_lowercase())
        })
        .collect();
    let mut facts = vec![
        (w::then_came(lang), words::number(lang, then.active)),
        (w::then_contributors(lang), number(then.contributors)),
        (w::then_by_members(lang), w::x_of_n(lang, then.contributions, then.by_members)),
        (w::then_effective(lang), words::decimal(lang, then.effective.floor(), 0)),
    ];
    if then.team_marked && !chances.is_empty() {
        facts.push((w::then_chances(lang), chances.join(", ")));
    }
    facts
}

/// The weeks as they were known, as a file.
pub(super) fn csv(request: &Request) -> Result<Reply> {
    MayManage::of(request.visitor()?)?;
    let lang = request.lang;
    let last = closed_week_end(super::standing(request)?.day);
    let kept = request
        .house
        .database
        .read(|conn| store::insights::<Then>(conn, PHASE.name, last.plus(-7 * MOST_WEEKS), last))?;
    let heading = [
        w::column_week_until(lang),
        w::phase_title(lang),
        w::then_came(lang),
        w::then_contributors(lang),
        w::then_contributions(lang),
        w::written_by_members(lang),
        w::then_effective(lang),
        w::column_version(lang),
    ];
    let mut lines = vec![heading.map(str::to_owned).to_vec()];
    lines.extend(kept.iter().rev().map(|one| {
        let then = one.found.value;
        vec![
            one.end.date().to_string(),
            then.phase.map_or("–", |step| say::phase(lang, step.phase())).to_owned(),
            then.active.to_string(),
            then.contributors.to_string(),
            then.contributions.to_string(),
            then.by_members.to_string(),
            words::decimal(lang, then.effective.floor(), 0),
            one.found.version.to_string(),
        ]
    }));
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv::file(&lines),
        save_as: Some(format!("{}-{}.csv", w::phase_file(lang), last.date())),
    })
}

/// The steps of the phase, with the present one.
pub(super) fn stages(lang: Lang, now: Option<Phase>) -> Vec<(&'static str, bool)> {
    [Phase::Inception, Phase::Establishment, Phase::Maturity, Phase::Mitosis]
        .into_iter()
        .map(|phase| (say::phase(lang, phase), now == Some(phase)))
        .collect()
}

fn sentence(lang: Lang, standing: &Standing) -> String {
    match (standing.phase(), standing.assessment.verdict) {
        (Some(phase), _) => say::phase_sentence(lang, phase).to_owned(),
        (None, Verdict::TeamNotMarked) => w::phase_team_question(lang).to_owned(),
        (None, _) => w::phase_too_early_is(lang).to_owned(),
    }
}

fn sure(lang: Lang, standing: &Standing) -> String {
    let weeks = &standing.assessment.weeks;
    let Some(last) = weeks.last().filter(|_| standing.assessment.verdict != Verdict::TeamNotMarked)
    else {
        return w::phase_team_first(lang).to_owned();
    };
    if last.too_early {
        return w::phase_needs(lang, last.week.contributors, effective(last));
    }
    let chances = say::chances(lang, last);
    let chances = match &standing.chosen {
        Some(chosen) => w::phase_chosen_but(lang, chances, &chosen.by),
        None => w::phase_chances(lang, chances),
    };
    // What is likelier than the phase above deserves a word.
    match standing.phase() {
        Some(now) if standing.chosen.is_none() && say::moves(last, now) => {
            format!("{chances} {}", w::phase_waits(lang))
        }
        _ => chances,
    }
}

/// Whole independent contributions.
fn effective(week: &Evidence) -> u64 {
    week.effective.floor().max(0.0) as u64
}

/// The range of the share of members, for as many contributions as are independent:
/// Wilson on the counts divided by the design effect, rounded.
fn range(week: &Evidence) -> Option<Interval> {
    let part = week.week.by_members as f64 / week.week.design_effect;
    let (x, n) = (part.round() as u64, week.effective.round() as u64);
    wilson(x.min(n), n).ok().flatten()
}

fn share_bar(lang: Lang, label: &str, share: Share, range: Option<Interval>) -> Bar {
    match share.value() {
        None => Bar {
            label: label.to_owned(),
            rest: w::nothing_yet(lang).to_owned(),
            hatched: true,
            ..Bar::default()
        },
        Some(value) => Bar {
            label: label.to_owned(),
            strong: words::percent(lang, value),
            rest: say::of(lang, share),
            note: range.map(|r| say::range(lang, r)).unwrap_or_default(),
            track: 100.0,
            fill: value * 100.0,
            range: range.map(|r| (r.low * 100.0, r.high * 100.0)),
            quiet: range.is_some_and(|r| r.half_width() > 0.10),
            ..Bar::default()
        },
    }
}

/// What the phase rests on.
fn evidence(
    lang: Lang,
    standing: &Standing,
    openers: &[Opener],
    invited: Option<(u64, u64)>,
) -> Vec<Bar> {
    let mut bars = Vec::new();
    if let Some(last) = standing.assessment.weeks.last() {
        let label = w::written_by_members(lang);
        bars.push(share_bar(lang, label, last.member_share, range(last)));
    }
    let repliers: Vec<By> = openers
        .iter()
        .filter(|one| one.first_reply_at().is_some())
        .map(|one| {
            let by_member = one.first_member_reply_at == one.first_reply_at();
            if by_member { By::Member } else { By::Team }
        })
        .collect();
    let share = supporting(&[], &repliers).first_replies;
    bars.push(share_bar(lang, w::first_replies(lang), share, share.range()));
    if let Some(share) = invited.and_then(|(x, n)| Share::estimate(x, n).ok()) {
        bars.push(share_bar(lang, w::member_invited(lang), share, share.range()));
    }
    bars.push(Bar {
        label: w::feels_close(lang).to_owned(),
        rest: w::not_asked(lang).to_owned(),
        hatched: true,
        ..Bar::default()
    });
    bars
}

/// How far the community is on its way to the next phase: weeks in a row.
fn row(lang: Lang, standing: &Standing) -> String {
    let assessment = &standing.assessment;
    let chance: fn(&Evidence) -> f64 = match assessment.stage {
        Phase::Inception => |week| week.chance_establishment + week.chance_maturity,
        Phase::Establishment => |week| week.chance_maturity,
        Phase::Maturity | Phase::Mitosis | Phase::Decline => return w::phase_rule(lang).to_owned(),
    };
    let weeks = assessment.weeks.iter().rev();
    let count = weeks.take_while(|week| !week.too_early && chance(week) >= ENTER_AT).count();
    format!("{} {}", w::phase_rule(lang), w::weeks_in_a_row(lang, count, WEEKS_IN_A_ROW))
}

fn signals(lang: Lang, standing: &Standing) -> Vec<String> {
    let assessment = &standing.assessment;
    let declining = match assessment.declining {
        None => w::trend_unknown(lang),
        Some(true) => w::trend_falls(lang),
        Some(false) => w::trend_holds(lang),
    };
    let mut all = vec![declining.to_owned()];
    if let Some(last) = assessment.weeks.last() {
        all.push(w::counted_lighter(
            lang,
            last.week.contributions,
            last.week.contributors,
            effective(last),
        ));
    }
    all
}

/// The share of members week by week; none when no week can be judged.
fn line(lang: Lang, standing: &Standing, today: jiff::civil::Date) -> Result<Option<Rendered>> {
    let weeks = &standing.assessment.weeks;
    if standing.assessment.verdict == Verdict::TeamNotMarked || weeks.iter().all(|w| w.too_early) {
        return Ok(None);
    }
    let last = weeks.len().saturating_sub(1);
    let points: Vec<Point> = weeks
        .iter()
        .zip(&standing.ends)
        .enumerate()
        .map(|(at, (week, end))| Point {
            label: if at == 0 || at == last || at == last / 2 {
                words::day(lang, end.date(), today)
            } else {
                String::new()
            },
            value: week.member_share.value().filter(|_| !week.too_early).and_then(|value| {
                let range = range(week)?;
                Some((value, range.low.min(value), range.high.max(value)))
            }),
        })
        .collect();
    let shown = points.iter().rev().find_map(|point| point.value);
    let summary = shown.map_or_else(String::new, |(value, low, high)| {
        w::share_summary(
            lang,
            words::percent(lang, high),
            words::percent(lang, low),
            words::percent(lang, value),
        )
    });
    charts::line(&Line {
        title: w::written_by_members(lang),
        summary: &summary,
        points: &points,
        mark: Some(match standing.assessment.stage {
            Phase::Inception => (ESTABLISHED_ABOVE, w::half(lang)),
            _ => (MATURE_ABOVE, w::nine_tenths(lang)),
        }),
        axis: (0.0, 1.0),
        write: &|value| words::percent(lang, value),
    })
    .map(Some)
}

pub(super) fn judge(request: &Request) -> Result<Reply> {
    let permit = MayManage::of(request.visitor()?)?;
    let form = request.form.only(&["phase", "note", "until"])?;
    let today = request.now.day(&request.zone);
    let (phase, note, until) = (form.text("phase"), form.raw("note"), form.text("until"));
    match Overrule::new(request.lang, phase, note, until, today) {
        Ok(choice) => {
            request.house.database.write(|tx| crate::overrule(tx, &permit, &choice))?;
            Ok(Reply::to("/cockpit/phase"))
        }
        Err(Failure::Problems(problems)) => page(
            request,
            Typed {
                phase: phase.to_owned(),
                note: note.to_owned(),
                until: until.to_owned(),
                problems,
            },
        ),
        Err(other) => Err(other),
    }
}
