//! The network below departments: islands, what holds it together, what if some leave
//! (SCIENCE.md 4.1 to 4.4). Only with consent, and only as counts.

use insight::GroupMinimum;
use insight::concentration::{Contribution, concentration};
use insight::graph::communities::{SEEDS, communities};
use insight::graph::components::components;
use insight::graph::cores::{core_numbers, core_sizes};
use insight::graph::ei::{Chance, PERMUTATIONS, Permutation, external_internal};
use insight::graph::fragility::{CORE, RANDOM_ORDERS, bonds_at_risk, fragility};
use insight::graph::leiden::Settings;
use insight::graph::{DirectedGraph, Edge, UndirectedGraph, Workers, large_enough};
use insight::multiple::benjamini_hochberg;
use language::Pseudonym;
use oversight::Consent;
use rollups::{Rhythm, Tie};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// The curve of fragility goes so far.
pub(crate) const LEAVERS: usize = 20;
/// Each random order is a walk over all ties: together about so many steps.
const WALKS: usize = 500_000_000;
/// At least so many random orders.
const FEWEST_ORDERS: usize = 100;
/// The same figures come from the same ties.
const SEED: u64 = 4;
/// At most so many islands and communities are listed.
const LISTED: usize = 12;

/// Who is in the network, and the ties between them.
#[derive(Debug, Clone)]
pub(crate) struct People {
    pub graph: UndirectedGraph,
    /// The highest department of everybody; none without one.
    pub departments: Vec<Option<u32>>,
    /// The department behind each number.
    pub ids: Vec<i64>,
}

/// Members who came by in the 28 days up to `end`, whoever objected and the team left out
/// (`rhythms` leaves them out), with the ties between them. `highest` names the highest
/// department above one, 0 for none.
pub(crate) fn people(
    rhythms: &[Rhythm],
    ties: &[Tie],
    end: language::Day,
    highest: impl Fn(i64) -> i64,
) -> Option<People> {
    let active: Vec<&Rhythm> =
        rhythms.iter().filter(|one| one.first_day <= end && one.last_day > end.plus(-28)).collect();
    let place: HashMap<Pseudonym, u32> =
        active.iter().zip(0..).map(|(one, at)| (one.pseudonym, at)).collect();
    let edges: Vec<Edge> = ties
        .iter()
        .filter_map(|tie| {
            let (from, to) = (*place.get(&tie.source)?, *place.get(&tie.target)?);
            Some(Edge { from, to, weight: tie.weight })
        })
        .collect();
    let mut numbers: BTreeMap<i64, u32> = BTreeMap::new();
    let departments: Vec<Option<u32>> = active
        .iter()
        .map(|one| {
            let id = highest(one.department);
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            (id != 0).then(|| *numbers.entry(id).or_insert(next))
        })
        .collect();
    let mut ids = vec![0; numbers.len()];
    for (id, number) in numbers {
        if let Some(there) = ids.get_mut(number as usize) {
            *there = id;
        }
    }
    let nodes = u32::try_from(active.len()).ok()?;
    let graph = DirectedGraph::new(nodes, &edges).ok()?.undirected();
    Some(People { graph, departments, ids })
}

/// What is kept of a week's network: counts of the whole community, and of groups only
/// those of at least k people.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Network {
    /// Members who came by.
    pub people: u64,
    /// Pairs who turned to each other in a year.
    pub ties: u64,
    /// Whether there are enough of both; else all that follows is empty.
    pub enough: bool,
    /// Members without any tie.
    pub alone: u64,
    /// The pieces of at least k people, the largest first.
    pub pieces: Vec<u64>,
    /// Members in pieces of two to k − 1 people.
    pub in_small: u64,
    /// Ties across departments, of all between people with a department.
    pub across: (u64, u64),
    /// The E-I index and what it would be at random mixing.
    pub index: Option<(f64, f64)>,
    /// How often chance alone keeps ties as much inside departments.
    pub by_chance: Option<f64>,
    /// Departments that keep to themselves more than chance explains, as ids.
    pub inward: Vec<i64>,
    /// Departments that turn to others more than chance explains.
    pub outward: Vec<i64>,
    /// The tightest core of at least k people: each tied to so many others of it, and how
    /// many they are.
    pub core: Option<(u64, u64)>,
    /// Communities of at least k people, the largest first, when they are stable.
    pub communities: Vec<u64>,
    /// Their modularity and how alike the divisions are.
    pub modularity: Option<(f64, f64)>,
    /// Fewest people who carry half of the ties across departments, of how many who have any.
    pub bridges: Option<(u64, u64)>,
    /// After so many have left: the share in the largest piece, and if chance chose them.
    pub leaving: Vec<(u64, f64, f64)>,
    /// The share of all ties that the three most tied have.
    pub lost: Option<f64>,
    /// Pairs of departments that lean most on them, as ids, the most leaning first.
    pub leaning: Vec<(i64, i64)>,
}

/// Works the network out. The consent is the right to do so: there is no other way in.
pub(crate) fn analyse(
    _consent: &Consent,
    people: &People,
    floor: GroupMinimum,
    workers: Workers,
) -> Network {
    let graph = &people.graph;
    let mut found = Network {
        people: u64::from(graph.nodes()),
        ties: graph.ties() as u64,
        enough: large_enough(graph),
        ..Network::default()
    };
    if !found.enough {
        return found;
    }
    islands(&mut found, graph, floor);
    borders(&mut found, people, floor, workers);
    together(&mut found, graph, floor, workers);
    bridges(&mut found, people);
    what_if(&mut found, people, workers);
    found
}

/// Groups of at least k people; how many there are is no secret of anybody.
fn large(sizes: &[u32], floor: GroupMinimum) -> Vec<u64> {
    let large = sizes.iter().map(|&size| u64::from(size)).filter(|size| *size >= floor.get());
    large.take(LISTED).collect()
}

fn islands(found: &mut Network, graph: &UndirectedGraph, floor: GroupMinimum) {
    let pieces = components(graph);
    found.alone = pieces.isolates() as u64;
    found.pieces = large(&pieces.sizes, floor);
    found.in_small = pieces
        .sizes
        .iter()
        .map(|&size| u64::from(size))
        .filter(|size| *size > 1 && *size < floor.get())
        .sum();
}

/// The family of tests is corrected to this share of false discoveries.
const SURE: f64 = 0.05;

/// Ties across borders against chance, of everybody and of each department. Of a department
/// only the verdict is kept, and only where at least 2k people of it are in the network.
fn borders(found: &mut Network, people: &People, floor: GroupMinimum, workers: Workers) {
    let permutation = Permutation { rounds: PERMUTATIONS, seed: SEED, workers };
    let Ok(measured) = external_internal(&people.graph, &people.departments, permutation) else {
        return;
    };
    let whole = measured.whole;
    found.across = (whole.external, whole.external + whole.internal);
    found.index = whole.value.zip(whole.expected);
    found.by_chance = whole.chance.map(|chance| chance.as_internal);
    let tested: Vec<(i64, Chance)> = measured
        .departments
        .iter()
        .filter(|one| one.people >= 2 * floor.get())
        .filter_map(|one| Some((*people.ids.get(one.department as usize)?, one.index.chance?)))
        .collect();
    let p: Vec<f64> = tested.iter().map(|(_, chance)| chance.p).collect();
    let adjusted = benjamini_hochberg(&p).unwrap_or_default();
    for ((id, chance), p) in tested.iter().zip(adjusted) {
        if p <= SURE {
            let inward = chance.as_internal < chance.as_external;
            (if inward { &mut found.inward } else { &mut found.outward }).push(*id);
        }
    }
}

fn together(found: &mut Network, graph: &UndirectedGraph, floor: GroupMinimum, workers: Workers) {
    let sizes = core_sizes(&core_numbers(graph));
    // From the tightest core outwards until there are k people in it.
    let mut people = 0_u64;
    for (least, size) in sizes.iter().enumerate().rev() {
        people += *size as u64;
        if least > 0 && people >= floor.get() {
            found.core = Some((least as u64, people));
            break;
        }
    }
    let divided = communities(graph, Settings::default(), (SEEDS, SEED), workers);
    if divided.stable() {
        found.communities = large(&divided.best.sizes, floor);
        found.modularity = divided.best.modularity.map(|quality| (quality, divided.agreement));
    }
}

fn bridges(found: &mut Network, people: &People) {
    let department = |node: u32| people.departments.get(node as usize).copied().flatten();
    let mut across = vec![0_u64; people.graph.nodes() as usize];
    for (one, other, _) in people.graph.all() {
        if let (Some(a), Some(b)) = (department(one), department(other))
            && a != b
        {
            across[one as usize] += 1;
            across[other as usize] += 1;
        }
    }
    let members: Vec<Contribution> = across
        .iter()
        .zip(0..)
        .filter(|(count, _)| **count > 0)
        .map(|(count, member)| Contribution { member, count: *count })
        .collect();
    found.bridges =
        concentration(&members).map(|found| (found.bus_factor_50 as u64, members.len() as u64));
}

fn what_if(found: &mut Network, people: &People, workers: Workers) {
    let graph = &people.graph;
    let orders = (WALKS / graph.ties().max(1)).clamp(FEWEST_ORDERS, RANDOM_ORDERS);
    let measured = fragility(graph, (LEAVERS, orders), SEED, workers);
    found.lost = measured.ties_lost;
    found.leaving = [CORE, 5, 10, LEAVERS]
        .into_iter()
        // Of few people a fifth is not some.
        .filter(|leavers| leavers * 5 <= graph.nodes() as usize)
        .filter_map(|leavers| {
            let (now, chance) =
                (measured.curve.get(leavers - 1)?, measured.random.get(leavers - 1)?);
            Some((leavers as u64, *now, *chance))
        })
        .collect();
    let core = measured.order.get(..CORE).unwrap_or_default();
    let bonds = bonds_at_risk(graph, &people.departments, core).unwrap_or_default();
    let id = |number: u32| people.ids.get(number as usize).copied();
    found.leaning = bonds
        .iter()
        .filter_map(|bond| Some((id(bond.one)?, id(bond.other)?)))
        .take(LISTED)
        .collect();
}
