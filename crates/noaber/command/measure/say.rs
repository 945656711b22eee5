//! The figures as sentences.

use crate::w;
use measure::bgnbd::Comeback;
use measure::bursts::Themes;
use measure::proportions::Proportions;
use measure::survival::Survival;
use measure::{Answer, Range, Report, Unit};
use words::{Lang, decimal, percent};

/// The lines of an answer, with the definitions last.
pub fn report(lang: Lang, report: &Report) -> Vec<String> {
    let mut lines = match &report.result {
        Answer::Survival(found) => survival(lang, found),
        Answer::Bgnbd(found) => comeback(lang, found),
        Answer::Bursts(found) => bursts(lang, found),
        Answer::Proportions(found) => proportions(lang, found),
        Answer::Graph(found) => super::say_network::network(lang, found),
        Answer::Effect(found) => super::say_impact::impact(lang, found),
    };
    lines.push(String::new());
    lines.push(w::measure_definitions(lang).to_owned());
    let line = |d: &measure::Definition| format!("  {}: {} ({})", d.figure, d.definition, d.source);
    lines.extend(report.definitions.iter().map(line));
    lines
}

/// A figure with two digits, none when it is large or whole.
pub(super) fn figure(lang: Lang, value: f64) -> String {
    let whole = value.abs() >= 100.0 || value.fract() == 0.0;
    decimal(lang, value, if whole { 0 } else { 2 })
}

pub(super) fn between(lang: Lang, range: Range) -> String {
    w::measure_between(lang, figure(lang, range.high), figure(lang, range.low))
}

fn end(lang: Lang, value: Option<f64>) -> String {
    value.map_or_else(|| "?".to_owned(), |v| figure(lang, v))
}

pub(super) fn chance(lang: Lang, p: f64) -> String {
    if p < 0.001 {
        format!("< {}", decimal(lang, 0.001, 3))
    } else {
        format!("= {}", decimal(lang, p, 3))
    }
}

fn survival(lang: Lang, found: &Survival) -> Vec<String> {
    let mut lines = Vec::new();
    for group in &found.groups {
        let name = if group.group.is_empty() { w::measure_all(lang) } else { &group.group };
        lines.push(w::measure_survival(lang, group.events, name, group.n));
        lines.push(match (group.median, group.last) {
            (Some(median), _) => {
                let (low, high) = group.median_range;
                w::measure_median(lang, end(lang, high), end(lang, low), figure(lang, median))
            }
            (None, last) => w::measure_no_median(lang, end(lang, last)),
        });
        if let Some(mean) = group.restricted_mean {
            let range = between(lang, mean.range);
            let (limit, mean) = (figure(lang, mean.limit), figure(lang, mean.mean));
            lines.push(w::measure_mean(lang, limit, mean, range));
        }
        if let Some(last) = group.incidence.as_ref().and_then(|steps| steps.last()) {
            let range = w::measure_between(
                lang,
                percent(lang, last.range.high),
                percent(lang, last.range.low),
            );
            let (share, time) = (percent(lang, last.incidence), figure(lang, last.time));
            lines.push(w::measure_incidence(lang, group.other, range, share, time));
        }
    }
    if let Some(test) = &found.log_rank {
        let (chi, p) = (figure(lang, test.chi_squared), chance(lang, test.p));
        lines.push(if test.p < 0.05 {
            w::measure_log_rank_differs(lang, chi, p)
        } else {
            w::measure_log_rank_none(lang, chi, p)
        });
    }
    lines
}

fn comeback(lang: Lang, found: &Comeback) -> Vec<String> {
    let mut lines = vec![w::measure_members(lang, found.n, found.returned)];
    let Some(model) = found.model else {
        lines.push(w::measure_no_model(lang).to_owned());
        return lines;
    };
    let number = |v: f64| decimal(lang, v, 4);
    lines.push(w::measure_model(
        lang,
        number(model.a),
        number(model.alpha),
        number(model.b),
        decimal(lang, model.log_likelihood, 2),
        number(model.r),
    ));
    let ahead = decimal(lang, model.ahead, 0);
    let visits = decimal(lang, model.expected, 0);
    lines.push(match found.unit {
        Unit::Days => w::measure_ahead_days(lang, ahead, visits),
        Unit::Weeks => w::measure_ahead_weeks(lang, ahead, visits),
    });
    let there = decimal(lang, model.still_there, 0);
    lines.push(w::measure_still_there(lang, found.returned, there));
    if !model.may_be_shown {
        lines.push(w::measure_too_few_members(lang).to_owned());
    }
    lines
}

fn bursts(lang: Lang, found: &Themes) -> Vec<String> {
    let mut lines = Vec::new();
    for theme in &found.themes {
        let name = if theme.theme.is_empty() { w::measure_all(lang) } else { &theme.theme };
        for burst in &theme.bursts {
            let label = |text: &Option<String>, number: usize| {
                text.clone().unwrap_or_else(|| number.to_string())
            };
            let (from, to) = (label(&burst.from, burst.first), label(&burst.to, burst.last));
            lines.push(w::measure_burst(lang, from, name, to, figure(lang, burst.weight)));
        }
        if theme.bursts.is_empty() {
            lines.push(w::measure_no_burst(lang, name));
        }
        if !theme.may_be_shown {
            lines.push(w::measure_few_periods(lang, theme.periods));
        }
    }
    lines
}

fn proportions(lang: Lang, found: &Proportions) -> Vec<String> {
    let mut lines = Vec::new();
    let all = std::iter::once(&found.all).filter(|_| found.groups.len() != 1);
    for group in found.groups.iter().chain(all) {
        let name = if group.group.is_empty() { w::measure_all(lang) } else { &group.group };
        lines.push(match group.range {
            None => w::measure_nobody(lang, name),
            Some(range) => {
                let (low, high) = (percent(lang, range.low), percent(lang, range.high));
                w::measure_share(lang, group.did, high, low, name, group.of)
            }
        });
        if group.indicative {
            lines.push(w::measure_indicative(lang).to_owned());
        }
        if group.fewer_than_five {
            lines.push(w::measure_fewer_than_five(lang).to_owned());
        }
        if let Some(difference) = group.against_others {
            let points = |v: f64| decimal(lang, 100.0 * v, 0);
            let (low, high) = (points(difference.range.low), points(difference.range.high));
            lines.push(match difference.says {
                "higher" => w::measure_higher(lang, high, low),
                // "6 to 38 lower" rather than "−38 to −6".
                "lower" => w::measure_lower(
                    lang,
                    points(-difference.range.low),
                    points(-difference.range.high),
                ),
                _ => w::measure_none_shown(lang, high, low),
            });
        }
    }
    lines
}
