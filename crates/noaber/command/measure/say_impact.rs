//! The effect of an action on a series as sentences.

use super::say::{between, figure};
use crate::w;
use measure::effect::{Effect, Impact};
use words::{Lang, percent};

/// The lines of an answer.
pub fn impact(lang: Lang, found: &Impact) -> Vec<String> {
    let mut lines = vec![w::measure_series(
        lang,
        found.after as u64,
        found.before as u64,
        &found.series,
        &found.start,
    )];
    if !found.controls.is_empty() {
        lines.push(w::measure_controls(lang, found.controls.join(", ")));
    }
    lines.push(w::measure_steady(lang).to_owned());
    lines.extend(effect(lang, &found.steady));
    lines.push(w::measure_free(lang).to_owned());
    lines.extend(effect(lang, &found.free));
    lines.push(
        match found.agreed {
            "higher" => w::measure_agreed_higher(lang),
            "lower" => w::measure_agreed_lower(lang),
            _ => w::measure_agreed_none(lang),
        }
        .to_owned(),
    );
    lines.push(w::measure_no_proof(lang).to_owned());
    if !found.may_be_shown {
        lines.push(w::measure_few_before(lang).to_owned());
    }
    lines
}

fn effect(lang: Lang, found: &Effect) -> Vec<String> {
    let seen = w::measure_expected(
        lang,
        figure(lang, found.actual),
        figure(lang, found.expected.value),
        between(lang, found.expected.range),
    );
    let difference =
        w::measure_total(lang, between(lang, found.total.range), figure(lang, found.total.value));
    let mut lines = vec![seen, difference];
    if let Some(relative) = found.relative {
        let range = w::measure_between(
            lang,
            percent(lang, relative.range.high),
            percent(lang, relative.range.low),
        );
        lines.push(w::measure_relative(lang, range, percent(lang, relative.value)));
    }
    lines
}
