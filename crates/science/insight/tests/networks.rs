//! Worked values of networks: the test graphs ORG and KAR of the metrics document.

use super::{close, prints};
use crate::graph::assortativity::assortativity;
use crate::graph::bands::{Band, bands};
use crate::graph::betweenness::{betweenness, sampled};
use crate::graph::brokerage::{Brokerage, brokerage};
use crate::graph::clustering::clustering;
use crate::graph::communities::communities;
use crate::graph::components::{articulation_points, components};
use crate::graph::constraint::constraint;
use crate::graph::cores::{core_numbers, core_sizes};
use crate::graph::degree::degrees;
use crate::graph::distance::distance;
use crate::graph::ei::{ExternalInternal, PERMUTATIONS, Permutation, external_internal};
use crate::graph::eigenvector::eigenvector;
use crate::graph::fragility::{Bond, RANDOM_ORDERS, bonds_at_risk, fragility, ties_lost};
use crate::graph::leiden::{Settings, leiden};
use crate::graph::mixing::mixing;
use crate::graph::modularity::modularity;
use crate::graph::pagerank::{DAMPING, pagerank};
use crate::graph::reciprocal;
use crate::graph::tie::Tie;
use crate::graph::{DirectedGraph, Edge, UndirectedGraph, Workers, large_enough};
use crate::reciprocity::{Arc, reciprocity};
use crate::suppress::GroupMinimum;

const TWO: fn() -> Workers = || Workers::new(2);
const NAMES: [&str; 12] = ["i1", "i2", "i3", "i4", "z1", "z2", "z3", "z4", "z5", "h1", "h2", "h3"];
const ICT: u32 = 0;
const ZORG: u32 = 1;
const HR: u32 = 2;

fn number(name: &str) -> u32 {
    NAMES.iter().position(|n| *n == name).unwrap() as u32
}

/// The organisation of the document.
pub(super) fn org() -> DirectedGraph {
    let arcs = "i1i2 5, i2i1 3, i1i3 2, i3i4 1, z1z2 4, z2z1 4, z2z3 2, z3z4 1, z4z1 1, \
                h1h2 6, h2h1 2, h1i1 3, i1h1 1, h1z1 2, z1h1 2, z2i2 1";
    let edge = |text: &str| {
        let (pair, weight) = text.trim().split_once(' ').unwrap();
        let weight = weight.parse().unwrap();
        Edge { from: number(&pair[..2]), to: number(&pair[2..]), weight }
    };
    let edges: Vec<Edge> = arcs.split(',').map(edge).collect();
    DirectedGraph::new(12, &edges).unwrap()
}

fn departments() -> Vec<Option<u32>> {
    [[Some(ICT); 4].as_slice(), &[Some(ZORG); 5], &[Some(HR); 3]].concat()
}

/// Zachary's karate club; member 1 is number 0.
pub(super) fn karate() -> UndirectedGraph {
    const TIES: &str = "1 2,1 3,2 3,1 4,2 4,3 4,1 5,1 6,1 7,5 7,6 7,1 8,2 8,3 8,4 8,1 9,3 9,3 10,\
        1 11,5 11,6 11,1 12,1 13,4 13,1 14,2 14,3 14,4 14,6 17,7 17,1 18,2 18,1 20,2 20,1 22,2 22,\
        24 26,25 26,3 28,24 28,25 28,3 29,24 30,27 30,2 31,9 31,1 32,25 32,26 32,29 32,3 33,9 33,\
        15 33,16 33,19 33,21 33,23 33,24 33,30 33,31 33,32 33,9 34,10 34,14 34,15 34,16 34,19 34,\
        20 34,21 34,23 34,24 34,27 34,28 34,29 34,30 34,31 34,32 34,33 34";
    let edge = |text: &str| {
        let (a, b) = text.split_once(' ').unwrap();
        let number = |text: &str| text.parse::<u32>().unwrap() - 1;
        Edge { from: number(a), to: number(b), weight: 1.0 }
    };
    let edges: Vec<Edge> = TIES.split(',').map(edge).collect();
    assert_eq!(edges.len(), 78);
    UndirectedGraph::new(34, &edges).unwrap()
}

/// The side each member of the club chose (Zachary 1977).
fn factions() -> Vec<Option<u32>> {
    let hi = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22];
    (1..=34).map(|member| Some(u32::from(!hi.contains(&member)))).collect()
}

fn ei(graph: &UndirectedGraph, departments: &[Option<u32>]) -> ExternalInternal {
    let permutation = Permutation { rounds: PERMUTATIONS, seed: 7, workers: TWO() };
    external_internal(graph, departments, permutation).unwrap()
}

#[test]
fn a_tie_fades() {
    let tie = Tie::new(1.0, 0.0).and(2.0, 150.0).and(3.0, 180.0);
    prints(tie.at(180.0), 4.837_401, 6);
    // A late exchange counts as it would have counted in time.
    let late = Tie::new(3.0, 180.0).and(1.0, 0.0).and(2.0, 150.0);
    close(late.at(180.0), tie.at(180.0), 1e-12);
    assert_eq!(late.last, 180.0);
    close(tie.at(270.0), tie.at(180.0) / 2.0, 1e-12);
}

#[test]
fn islands_of_the_organisation() {
    let graph = org().undirected();
    let found = ei(&graph, &departments());
    assert_eq!((found.whole.external, found.whole.internal), (3, 8));
    prints(found.whole.value.unwrap(), -0.454_545, 6);
    prints(found.weighted.unwrap(), -0.55, 6);
    prints(found.whole.expected.unwrap(), 0.424_242, 6);
    assert!(found.whole.chance.unwrap().p < 0.002, "{:?}", found.whole.chance);
    let of = |department: u32| found.departments[department as usize].index.value.unwrap();
    prints(of(HR), 0.333_333, 6);
    prints(of(ICT), -0.2, 6);
    prints(of(ZORG), -0.333_333, 6);
    let people: Vec<u64> = found.departments.iter().map(|d| d.people).collect();
    assert_eq!((people, found.unknown), (vec![4, 5, 3], 0));
}

#[test]
fn islands_of_the_club() {
    let found = ei(&karate(), &factions());
    assert_eq!((found.whole.external, found.whole.internal), (11, 67));
    prints(found.whole.value.unwrap(), -0.717_949, 6);
    prints(found.whole.expected.unwrap(), 0.030_303, 6);
    let chance = found.whole.chance.unwrap();
    assert!(chance.as_internal < 0.001 && chance.as_external > 0.999, "{chance:?}");
    // Dealt at random, the index is on average what random mixing gives.
    close(chance.mean, 0.030_303, 0.1);
    // The number of workers changes nothing, nor does it matter that somebody is unknown.
    let alone = Permutation { rounds: 100, seed: 7, workers: Workers::ONE };
    let two = Permutation { workers: TWO(), ..alone };
    let with = |permutation| external_internal(&karate(), &factions(), permutation).unwrap();
    assert_eq!(with(alone), with(two));
    let mut some = factions();
    some[11] = None;
    let without = external_internal(&karate(), &some, alone).unwrap();
    assert_eq!((without.unknown, without.whole.internal), (1, 66));
}

#[test]
fn density_between_departments() {
    let pairs = mixing(&org().undirected(), &departments()).unwrap();
    let ties: Vec<(u32, u32, u64, u64)> =
        pairs.iter().map(|p| (p.one, p.other, p.ties.x(), p.ties.n())).collect();
    let expected = [
        (ICT, ICT, 3, 6),
        (ICT, ZORG, 1, 20),
        (ICT, HR, 1, 12),
        (ZORG, ZORG, 4, 10),
        (ZORG, HR, 1, 15),
        (HR, HR, 1, 3),
    ];
    assert_eq!(ties, expected);
    let hr_ict = &pairs[2];
    assert_eq!((hr_ict.people_of_one, hr_ict.people_of_other, hr_ict.weight), (1, 1, 4.0));
    assert!(pairs.iter().all(|pair| !pair.may_appear(GroupMinimum::FIVE)));
    let club = mixing(&karate(), &factions()).unwrap();
    assert!(club.iter().all(|pair| pair.may_appear(GroupMinimum::FIVE)));
}

#[test]
fn brokers_of_the_club() {
    let graph = karate();
    let found = betweenness(&graph, TWO());
    prints(found[0], 231.0714, 4);
    prints(found[0] / (33.0 * 32.0 / 2.0), 0.437_635, 6);
    prints(found[33], 160.5516, 4);
    prints(found[32], 76.6905, 4);
    assert_eq!(found, betweenness(&graph, Workers::ONE));
    // With everybody as pivot the estimate is exact.
    let all = sampled(&graph, 99, 1, TWO());
    assert_eq!(all.pivots, 34);
    found.iter().zip(&all.values).for_each(|(a, b)| close(*a, *b, 1e-12));
    assert!(all.errors.iter().all(|&error| error == 0.0));
    let eigen = eigenvector(&graph).unwrap();
    prints(eigen[33], 0.373_363, 6);
    prints(eigen[0], 0.355_491, 6);
    let constraint = constraint(&graph, TWO());
    prints(constraint[0].unwrap(), 0.155_423, 6);
    prints(constraint[33].unwrap(), 0.156_419, 6);
    prints(constraint[11].unwrap(), 1.0, 6);
    assert_eq!(core_sizes(&core_numbers(&graph)), [0, 1, 11, 12, 10]);
    assert_eq!(articulation_points(&graph), [0]);
    assert!(large_enough(&graph));
}

#[test]
fn pivots_are_right_on_average_and_say_how_sure_they_are() {
    let graph = karate();
    let exact = betweenness(&graph, Workers::ONE);
    let (mut sum, mut covered) = (0.0, 0);
    for seed in 0..400 {
        let found = sampled(&graph, 12, seed, Workers::ONE);
        sum += found.values[0];
        covered += usize::from(found.interval(0).contains(exact[0]));
    }
    close(sum / 400.0, exact[0], 0.02);
    // Nominally 380; a range from twelve pivots is a little too narrow.
    assert!(covered >= 340, "{covered}");
}

#[test]
fn brokers_of_the_organisation() {
    let directed = org();
    let graph = directed.undirected();
    let between = betweenness(&graph, Workers::ONE);
    for (name, value) in
        [("i1", 16.0), ("h1", 14.0), ("z1", 10.0), ("i3", 8.0), ("z2", 7.5), ("i2", 6.0)]
    {
        close(between[number(name) as usize], value, 1e-12);
    }
    let h1 = number("h1") as usize;
    let simple = constraint(&graph.unweighted(), Workers::ONE);
    prints(simple[h1].unwrap(), 0.333_333, 6);
    let weighted = constraint(&graph, Workers::ONE);
    prints(weighted[h1].unwrap(), 0.375, 6);
    let pieces = components(&graph);
    assert_eq!((pieces.sizes.as_slice(), pieces.isolates()), ([10, 1, 1].as_slice(), 2));
    assert_eq!((pieces.of[number("z5") as usize], pieces.of[number("h3") as usize]), (1, 2));
    assert_eq!((weighted[number("z5") as usize], between[number("z5") as usize]), (None, 0.0));
    let cuts: Vec<&str> =
        articulation_points(&graph).into_iter().map(|n| NAMES[n as usize]).collect();
    assert_eq!(cuts, ["i1", "i3", "h1"]);
    let labels: Vec<u32> = departments().into_iter().flatten().collect();
    let roles = brokerage(&directed, &labels, TWO()).unwrap();
    let none = Brokerage::default();
    assert_eq!(roles[h1], Brokerage { gatekeeper: 2, representative: 2, liaison: 2, ..none });
    let i1 = Brokerage { coordinator: 1, gatekeeper: 2, representative: 1, ..none };
    assert_eq!(roles[number("i1") as usize], i1);
    let degree = degrees(&directed, &graph)[h1];
    assert_eq!((degree.incoming, degree.outgoing, degree.partners), (3, 3, 3));
    assert_eq!(degree.strength, 16.0);
}

#[test]
fn communities_of_the_club() {
    let graph = karate();
    let found = communities(&graph, Settings::default(), (20, 1), TWO());
    prints(found.best.modularity.unwrap(), 0.419_790, 6);
    assert_eq!(found.best.sizes.len(), 4);
    assert!(found.modularities.iter().all(|q| (q - 0.419_790).abs() < 1e-6), "{found:?}");
    assert!(found.stable() && found.agreement > 0.999);
    let sides: Vec<u32> = factions().into_iter().flatten().collect();
    prints(modularity(&graph, &sides, 1.0).unwrap().unwrap(), 0.358_235, 6);
    assert_eq!(leiden(&graph, Settings::default(), 3), leiden(&graph, Settings::default(), 3));
}

#[test]
fn the_club_falls_apart() {
    let graph = karate();
    let found = fragility(&graph, (6, RANDOM_ORDERS), 5, TWO());
    for (share, value) in found.curve.iter().zip([0.9706, 0.7647, 0.5882, 0.2941, 0.2353, 0.2353]) {
        prints(*share, value, 4);
    }
    for (share, value) in found.random.iter().zip([0.966, 0.931, 0.896, 0.860, 0.825, 0.789]) {
        close(*share, value, 0.006);
    }
    prints(found.robustness, 0.141_869, 6);
    prints(found.ties_lost.unwrap(), 0.5641, 4);
    assert!(found.random_robustness.unwrap() > 2.0 * found.robustness);
}

#[test]
fn what_to_strengthen_is_a_tie_between_departments() {
    let graph = org().undirected();
    let without = graph.among(|node| node != number("i1")).0;
    assert_eq!(components(&graph).largest(), 10);
    assert_eq!(components(&without).largest(), 7);
    let bonds = bonds_at_risk(&graph, &departments(), &[number("i1")]).unwrap();
    // One of the three ties between departments is gone.
    assert_eq!(bonds, [Bond { one: ICT, other: HR, now: 1, without: 0 }]);
    close(ties_lost(&graph, &[number("i1")]).unwrap(), 3.0 / 11.0, 1e-12);
}

#[test]
fn figures_of_the_club_published_elsewhere() {
    let graph = karate();
    prints(graph.density().unwrap(), 0.13904, 5);
    let close_knit = clustering(&graph, TWO());
    prints(close_knit.average_local.unwrap(), 0.57064, 5);
    prints(close_knit.transitivity.unwrap(), 0.25568, 5);
    assert_eq!(close_knit.triangles, 45);
    let far = distance(&graph, TWO()).unwrap();
    prints(far.mean, 2.4082, 4);
    assert_eq!((far.longest, far.connected), (5, 34 * 33 / 2));
    let both: Vec<Edge> = graph
        .all()
        .flat_map(|(from, to, weight)| {
            [Edge { from, to, weight }, Edge { from: to, to: from, weight }]
        })
        .collect();
    let ranks = pagerank(&DirectedGraph::new(34, &both).unwrap(), DAMPING);
    for (rank, value) in ranks.iter().zip([0.09700, 0.05288, 0.05708]) {
        prints(*rank, value, 5);
    }
    close(ranks.iter().sum(), 1.0, 1e-9);
}

#[test]
fn reciprocity_of_rows_is_that_of_lists() {
    let graph = org();
    let list: Vec<Arc> = graph
        .all()
        .map(|(from, to, weight)| Arc { from: u64::from(from), to: u64::from(to), weight })
        .collect();
    assert_eq!(reciprocal::reciprocity(&graph), reciprocity(&list, 12));
}

#[test]
fn bands_hold_at_most_their_share() {
    let values: Vec<f64> = (0..100).map(f64::from).collect();
    let found = bands(&values);
    let count = |band| found.iter().filter(|&&b| b == band).count();
    assert_eq!((count(Band::Top5), count(Band::Top20)), (5, 15));
    // Six equal ones do not fit among five.
    let equal: Vec<f64> = (0..100).map(|i| if i < 6 { 9.0 } else { 1.0 }).collect();
    let found = bands(&equal);
    assert_eq!(found[..7], [[Band::Top20; 6].as_slice(), &[Band::Rest]].concat());
    assert_eq!(bands(&[0.0; 40]), [Band::Rest; 40]);
    assert_eq!(bands(&[]), []);
}

#[test]
fn own_kind() {
    let labels = departments();
    let found = assortativity(&org(), &labels).unwrap().unwrap();
    // 11 of 16 arcs stay inside; expected by the margins (5·5 + 6·7 + 5·4)/256.
    let expected = (4.0 * 6.0 + 6.0 * 6.0 + 4.0 * 4.0) / 256.0;
    assert!(found > 0.0 && found < 1.0, "{found} {expected}");
    assert_eq!(assortativity(&org(), &[Some(1); 12]), Ok(None));
}

#[test]
fn the_share_of_outward_ties_has_a_range() {
    use crate::graph::outward::outward;
    let ties: Vec<(u32, u32)> = org().undirected().all().map(|(a, b, _)| (a, b)).collect();
    let of: Vec<u32> = departments().into_iter().flatten().collect();
    let found = outward(&ties, &of).unwrap().unwrap();
    assert_eq!((found.external, found.ties, found.people), (3, 11, 12));
    prints(found.index(), -0.454_545, 6);
    prints(found.expected_index().unwrap(), 0.424_242, 6);
    let (value, range) = found.connection().unwrap();
    // SCIENCE 15: ORG gives .382979.
    prints(value, 0.382_979, 6);
    // Of so few ties that know each other the variance of independent ones is the larger.
    close(found.error * found.error, 0.018_031_555_221_637_866, 1e-9);
    assert!(range.low < 0.05 && range.high > 0.7, "{range:?}");
    assert!(!found.enough());
    assert_eq!(outward(&[], &of), Ok(None));
    assert_eq!(outward(&[(1, 1)], &of), Ok(None));
    assert!(outward(&[(0, 99)], &of).is_err());
    // One department knows no outside, and nothing is expected of it.
    let alone = outward(&[(0, 1)], &[3, 3]).unwrap().unwrap();
    assert_eq!((alone.share, alone.expected, alone.connection()), (0.0, None, None));
    // A star whose every tie leaves the department: the ties of the hub go together.
    let star: Vec<(u32, u32)> = (1..=40).map(|other| (0, other)).collect();
    let of: Vec<u32> = (0..=40).map(|node| u32::from(node > 20)).collect();
    let found = outward(&star, &of).unwrap().unwrap();
    assert!(found.error > 0.0);
}
