//! Do people answer each other (SCIENCE 3.3).

use std::collections::BTreeMap;

use crate::proportion::{Basis, Share};

/// One directed tie: how often the first addressed the second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arc {
    /// Who.
    pub from: u64,
    /// To whom.
    pub to: u64,
    /// How often or how strongly; above zero.
    pub weight: f64,
}

/// Reciprocity in its usual forms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reciprocity {
    /// People.
    pub people: u64,
    /// Arcs that go both ways, of all arcs.
    pub arcs: Share,
    /// Pairs tied both ways, of all tied pairs.
    pub pairs: Share,
    /// The part of all weight that is returned: Σmin(w_ij, w_ji)/Σw.
    pub weighted: f64,
    /// Corrected for density ā: (r − ā)/(1 − ā), zero at random, negative when people answer
    /// each other less than chance would have it (Garlaschelli & Loffredo 2004). `None` when
    /// everybody is tied to everybody.
    pub corrected: Option<f64>,
}

/// Measures reciprocity among `people` (those without a tie included, at least as many as occur
/// in the arcs). Arcs between the same two in the same direction are added up; arcs to oneself
/// and without positive weight are left out. `None` without any arc: the page prints "–".
#[must_use]
pub fn reciprocity(arcs: &[Arc], people: u64) -> Option<Reciprocity> {
    let mut weights: BTreeMap<(u64, u64), f64> = BTreeMap::new();
    let usable = arcs.iter().filter(|a| a.from != a.to && a.weight > 0.0 && a.weight.is_finite());
    for arc in usable {
        *weights.entry((arc.from, arc.to)).or_default() += arc.weight;
    }
    if weights.is_empty() {
        return None;
    }
    let mut seen: Vec<u64> = weights.keys().flat_map(|&(a, b)| [a, b]).collect();
    seen.sort_unstable();
    seen.dedup();
    let people = people.max(seen.len() as u64);
    let back = |&(a, b): &(u64, u64)| weights.get(&(b, a)).copied();
    let all = weights.len() as u64;
    let mutual = weights.keys().filter(|arc| back(arc).is_some()).count() as u64;
    let returned: f64 = weights.iter().filter_map(|(arc, w)| back(arc).map(|b| b.min(*w))).sum();
    let share = mutual as f64 / all as f64;
    let possible = people as f64 * (people as f64 - 1.0);
    let density = all as f64 / possible;
    Some(Reciprocity {
        people,
        arcs: Share::counted(mutual, all, Basis::Census),
        pairs: Share::counted(mutual / 2, all - mutual / 2, Basis::Census),
        weighted: returned / weights.values().sum::<f64>(),
        corrected: (density < 1.0).then(|| (share - density) / (1.0 - density)),
    })
}
