//! Verdicts and figures in words: one honest sentence, two bars, a list of departments.

use crate::action::{Action, Outcome};
use crate::judge::{Judgement, Verdict, judge};
use crate::store::Reached;
use crate::w;
use insight::Interval;
use insight::advise::Evidence;
use insight::effect::Effect;
use insight::proportion::Share;
use insight::suppress::{Bases, GroupMinimum, Sensitivity, ShareNode, protect_shares};
use jiff::tz::TimeZone;
use language::{Moment, Result};
use words::Lang;

/// A row of the chart of a result.
pub(crate) struct Bar {
    pub(crate) label: &'static str,
    pub(crate) detail: String,
    pub(crate) value: String,
    pub(crate) range: String,
    /// Lengths on a scale of 100, as SVG attributes.
    pub(crate) fill: String,
    pub(crate) range_from: String,
    pub(crate) range_width: String,
    pub(crate) quiet: bool,
}

/// A department in the list of answers.
pub(crate) struct Line {
    pub(crate) name: String,
    /// People asked and answered; none is too few to show.
    pub(crate) counts: Option<(u64, u64)>,
    /// Lengths on a scale of 100: everybody asked, and those who answered.
    pub(crate) track: String,
    pub(crate) fill: String,
}

/// A number of points as people say it: whole, unless one of those beside it would then
/// be nothing while it is something.
fn points(lang: Lang, value: f64, digits: usize) -> String {
    words::decimal(lang, value.abs(), digits)
}

/// Digits that keep each of these from looking like zero.
fn digits(values: &[f64]) -> usize {
    let small = values.iter().any(|v| v.abs() < 0.5 && v.abs() > 0.0);
    usize::from(small)
}

/// How many did it, of how many, within how many days.
pub(crate) fn did_it(lang: Lang, outcome: Outcome, days: i32, (did, of): (u64, u64)) -> String {
    match outcome {
        Outcome::Contributed => w::did_contributed(lang, days, did, of),
        Outcome::Posted => w::did_posted(lang, days, did, of),
        Outcome::ActiveDays => w::people_count(lang, of),
    }
}

/// The verdict in one honest sentence.
pub(crate) fn sentence(lang: Lang, action: &Action, judgement: &Judgement) -> String {
    match judgement {
        Judgement::NothingToCompare { did } if action.outcome != Outcome::ActiveDays => {
            let did = did_it(lang, action.outcome, action.window_days, *did);
            w::verdict_nothing_to_compare(lang, did)
        }
        Judgement::NothingToCompare { .. } => w::verdict_nobody_held(lang).to_owned(),
        Judgement::Shares(effect) => share_sentence(lang, action.outcome, effect),
        Judgement::Days { difference, verdict, .. } => {
            let Some(difference) = difference else {
                return w::verdict_too_few(lang).to_owned();
            };
            let say = |value: f64| words::decimal(lang, value.abs(), 1);
            let (low, high) = ends(difference.interval);
            match verdict {
                Verdict::Better => {
                    w::verdict_more_days(lang, say(difference.difference), say(high), say(low))
                }
                Verdict::Worse => {
                    w::verdict_fewer_days(lang, say(difference.difference), say(high), say(low))
                }
                Verdict::CannotTell => w::verdict_cannot_tell(lang).to_owned(),
                Verdict::TooFewPeople => w::verdict_too_few(lang).to_owned(),
            }
        }
    }
}

/// The ends of a range that lies on one side of zero, the smaller first.
fn ends(interval: Interval) -> (f64, f64) {
    let (a, b) = (interval.low.abs(), interval.high.abs());
    (a.min(b), a.max(b))
}

fn share_sentence(lang: Lang, outcome: Outcome, effect: &Effect) -> String {
    let (Some(difference), Some(interval)) = (effect.points, effect.interval) else {
        return w::verdict_too_few(lang).to_owned();
    };
    let (low, high) = ends(interval);
    let places = digits(&[difference, low, high]);
    let say = |value: f64| points(lang, value, places);
    match (effect.verdict, outcome) {
        (Verdict::Better, Outcome::Posted) => {
            w::verdict_better_posted(lang, say(difference), say(high), say(low))
        }
        (Verdict::Better, _) => w::verdict_better(lang, say(difference), say(high), say(low)),
        (Verdict::Worse, Outcome::Posted) => {
            w::verdict_worse_posted(lang, say(difference), say(high), say(low))
        }
        (Verdict::Worse, _) => w::verdict_worse(lang, say(difference), say(high), say(low)),
        (Verdict::CannotTell, _) if effect.ratio.alarm => w::verdict_ratio(lang).to_owned(),
        (Verdict::CannotTell, _) => {
            w::verdict_cannot_tell_range(lang, side(lang, interval.high), side(lang, interval.low))
        }
        (Verdict::TooFewPeople, _) => w::verdict_too_few(lang).to_owned(),
    }
}

/// "9 more" or "3 fewer".
fn side(lang: Lang, value: f64) -> String {
    let amount = words::decimal(lang, value.abs(), 0);
    if value < 0.0 { w::fewer(lang, amount) } else { w::more(lang, amount) }
}

/// The end of the scale of a chart, of 100.
pub(crate) fn top_of(judgement: &Judgement) -> f64 {
    let Judgement::Shares(effect) = judgement else { return 100.0 };
    let highest = [effect.treated, effect.held]
        .iter()
        .filter_map(|share| share.range())
        .fold(0.0_f64, |most, range| most.max(100.0 * range.high));
    [10.0, 20.0, 50.0].into_iter().find(|top| highest <= *top).unwrap_or(100.0)
}

/// The two groups as two bars with their ranges; nothing where there are no shares.
pub(crate) fn result_bars(lang: Lang, action: &Action, judgement: &Judgement) -> Vec<Bar> {
    let Judgement::Shares(effect) = judgement else { return Vec::new() };
    let top = top_of(judgement);
    [(effect.treated, w::those_asked(lang), false), (effect.held, w::those_held(lang), true)]
        .into_iter()
        .map(|(share, label, quiet)| bar(lang, action, share, label, quiet, top))
        .collect()
}

fn bar(
    lang: Lang,
    action: &Action,
    share: Share,
    label: &'static str,
    quiet: bool,
    top: f64,
) -> Bar {
    let on_scale = |fraction: f64| format!("{:.1}", (10_000.0 * fraction / top).min(100.0));
    let whole = |fraction: f64| words::decimal(lang, 100.0 * fraction, 0);
    let value = share.value();
    let range = share.range();
    Bar {
        label,
        detail: did_it(lang, action.outcome, action.window_days, (share.x(), share.n())),
        value: value.map_or_else(|| "–".to_owned(), |v| w::of_hundred(lang, whole(v))),
        range: range.map_or_else(String::new, |r| w::between(lang, whole(r.high), whole(r.low))),
        fill: on_scale(value.unwrap_or(0.0)),
        range_from: on_scale(range.map_or(0.0, |r| r.low)),
        range_width: on_scale(range.map_or(0.0, |r| r.high - r.low)),
        quiet,
    }
}

/// The departments at the top with all below them, where there are at least three: the
/// lowest ones of a small organisation are nearly all too small to show. Else as they are.
/// It looks at the tree alone, never at the counts, so that an action always has one table.
fn grouped(rows: &[Reached]) -> Vec<Reached> {
    let top = |path: &str| path.split(" / ").next().unwrap_or(path).to_owned();
    let mut tops: Vec<Reached> = Vec::new();
    for row in rows {
        let path = row.path.as_deref().map(top);
        match tops.iter_mut().find(|t| t.path == path) {
            Some(t) => {
                t.asked += row.asked;
                t.answered += row.answered;
            }
            None => tops.push(Reached { path, ..row.clone() }),
        }
    }
    if tops.len() >= 3 { tops } else { rows.to_vec() }
}

/// Answers by department, with whatever could single somebody out left blank (SCIENCE.md
/// §0). The total is shown anyway. None when nothing by department may be shown.
pub(crate) fn departments(lang: Lang, rows: &[Reached], floor: i32) -> Option<Vec<Line>> {
    let minimum = u64::try_from(floor).ok().and_then(|k| GroupMinimum::new(k).ok());
    let count = |n: i64| u64::try_from(n).unwrap_or(0);
    let rows = &grouped(rows);
    let mut nodes = vec![ShareNode { parent: None, direct: Share::census(0, 0).ok()? }];
    for row in rows {
        let direct = Share::census(count(row.answered), count(row.asked)).ok()?;
        nodes.push(ShareNode { parent: Some(0), direct });
    }
    let shares =
        protect_shares(&nodes, Bases::Protected, Sensitivity::Plain, minimum.unwrap_or_default())
            .ok()?;
    let most = rows.iter().map(|row| row.asked).max().unwrap_or(1).max(1) as f64;
    let lines = rows.iter().zip(shares.nodes.iter().skip(1)).map(|(row, share)| {
        let counts = share.n.zip(share.x);
        let length = |people: u64| format!("{:.1}", 100.0 * people as f64 / most);
        Line {
            name: row.path.clone().unwrap_or_else(|| w::no_department(lang).to_owned()),
            track: length(counts.map_or(0, |(asked, _)| asked)),
            fill: length(counts.map_or(0, |(_, answered)| answered)),
            counts,
        }
    });
    let lines: Vec<Line> = lines.collect();
    lines.iter().any(|line| line.counts.is_some()).then_some(lines)
}

/// How well an action is known to work.
pub(crate) fn grade(lang: Lang, evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::A => w::grade_a(lang),
        Evidence::B => w::grade_b(lang),
        Evidence::C => w::grade_c(lang),
        Evidence::D => w::grade_d(lang),
    }
}

/// What an earlier round here found, from what its verdict rests on.
pub(crate) fn own_result(lang: Lang, action: &Action) -> Result<Option<String>> {
    let Some((shown, held)) = action.counted else { return Ok(None) };
    let outcomes = crate::judge::Outcomes::counted(shown, held);
    let judgement = judge(&outcomes, action.outcome, action.held_percent)?;
    let Judgement::Shares(effect) = judgement else { return Ok(None) };
    let (Some(difference), Some(interval)) = (effect.points, effect.interval) else {
        return Ok(None);
    };
    let (low, high) = ends(interval);
    let places = digits(&[difference, low, high]);
    let say = |value: f64| points(lang, value, places);
    Ok(Some(match effect.verdict {
        Verdict::Better => w::own_better(lang, say(difference), say(high), say(low)),
        Verdict::Worse => w::own_worse(lang, say(difference), say(high), say(low)),
        Verdict::CannotTell | Verdict::TooFewPeople => w::own_unsure(lang).to_owned(),
    }))
}

/// A share as points of 100, for a sentence.
pub(crate) fn detectable_points(lang: Lang, share: f64) -> String {
    // Rounded up: less than this cannot be promised.
    words::decimal(lang, (100.0 * share).ceil(), 0)
}

/// The days of an action.
pub(crate) fn period(lang: Lang, action: &Action, now: Moment, zone: &TimeZone) -> String {
    let day = |at: Moment| at.day(zone).date();
    words::period(lang, day(action.opens_at), day(action.closes_at.plus(-1)), day(now))
}
