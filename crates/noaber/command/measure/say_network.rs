//! A network as sentences.

use super::say::chance;
use crate::w;
use measure::graph::{Attribute, Index, Network};
use words::{Lang, decimal, percent};

/// Most people who are named.
const NAMED: usize = 50;

/// The lines of an answer.
pub fn network(lang: Lang, found: &Network) -> Vec<String> {
    let share = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| percent(lang, v));
    let mut lines = vec![w::measure_network(lang, u64::from(found.people), found.ties as u64)];
    if !found.may_be_shown {
        lines.push(w::measure_small_network(lang).to_owned());
    }
    if found.left_out > 0 {
        lines.push(w::measure_left_out(lang, found.left_out as u64));
    }
    if let Some(mutual) = &found.reciprocity {
        lines.push(w::measure_reciprocity(lang, share(mutual.pairs)));
    }
    let pieces = &found.components;
    lines.push(w::measure_pieces(
        lang,
        pieces.count as u64,
        pieces.isolates as u64,
        u64::from(pieces.largest),
    ));
    if !found.articulation_points.is_empty() {
        lines.push(w::measure_cut_points(lang, found.articulation_points.len() as u64));
    }
    let deepest = found.cores.len().saturating_sub(1);
    let people = found.cores.last().copied().unwrap_or(0);
    lines.push(w::measure_core(lang, deepest as u64, people as u64));
    for attribute in &found.external_internal {
        lines.extend(islands(lang, attribute));
    }
    let groups = &found.communities;
    let agreement = decimal(lang, groups.agreement, 2);
    lines.push(match groups.modularity {
        Some(quality) if groups.stable => {
            w::measure_communities(lang, agreement, groups.count as u64, decimal(lang, quality, 3))
        }
        _ => w::measure_no_communities(lang, agreement),
    });
    let fragile = &found.fragility;
    if let (Some(lost), Some(left), Some(random)) =
        (fragile.ties_lost, fragile.curve.get(2), fragile.random.get(2))
    {
        let (left, lost) = (percent(lang, *left), percent(lang, lost));
        lines.push(w::measure_fragility(lang, left, lost, percent(lang, *random)));
    }
    lines.extend(linkers(lang, found));
    lines
}

fn index(lang: Lang, value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |v| decimal(lang, v, 2))
}

/// What an index says: only against what chance would do.
fn against(lang: Lang, found: &Index) -> String {
    let (Some(value), Some(by_chance), Some(p)) = (found.index, found.by_chance, found.p) else {
        return w::measure_no_ties(lang).to_owned();
    };
    let text = chance(lang, p);
    if p >= 0.05 {
        w::measure_as_chance(lang, text)
    } else if value < by_chance {
        w::measure_island(lang, text)
    } else {
        w::measure_outward(lang, text)
    }
}

fn islands(lang: Lang, attribute: &Attribute) -> Vec<String> {
    let line = |name: &str, of: &Index| {
        let (value, usual) = (index(lang, of.index), index(lang, of.by_chance));
        w::measure_external_internal(lang, name, against(lang, of), usual, value)
    };
    let mut lines = vec![line(&attribute.attribute, &attribute.whole)];
    lines.extend(attribute.groups.iter().map(|g| format!("  {}", line(&g.group, &g.index))));
    lines
}

/// The people in the highest band of betweenness, in order of id: a band, not a ranking.
fn linkers(lang: Lang, found: &Network) -> Option<String> {
    let highest = found.persons.iter().filter(|person| person.band == "top 5%");
    let named: Vec<&str> = highest.map(|person| person.id.as_str()).take(NAMED).collect();
    (!named.is_empty()).then(|| w::measure_linkers(lang, named.join(", ")))
}
