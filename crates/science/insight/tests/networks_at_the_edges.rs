//! Networks with nobody, one person, no ties, ties to oneself, and the same tie twice.

use crate::Invalid;
use crate::graph::agreement::adjusted_rand;
use crate::graph::assortativity::assortativity;
use crate::graph::betweenness::{betweenness, sampled};
use crate::graph::brokerage::brokerage;
use crate::graph::clustering::clustering;
use crate::graph::communities::communities;
use crate::graph::components::{articulation_points, components};
use crate::graph::constraint::constraint;
use crate::graph::cores::{core_numbers, core_sizes};
use crate::graph::degree::degrees;
use crate::graph::distance::distance;
use crate::graph::ei::{Permutation, external_internal};
use crate::graph::eigenvector::eigenvector;
use crate::graph::fragility::{bonds_at_risk, fragility};
use crate::graph::leiden::Settings;
use crate::graph::mixing::mixing;
use crate::graph::modularity::modularity;
use crate::graph::pagerank::pagerank;
use crate::graph::reciprocal::reciprocity;
use crate::graph::{DirectedGraph, Edge, UndirectedGraph, Workers, large_enough};
use proptest::prelude::*;

const CHANCE: Permutation = Permutation { rounds: 50, seed: 1, workers: Workers::ONE };

fn edge(from: u32, to: u32, weight: f64) -> Edge {
    Edge { from, to, weight }
}

#[test]
fn without_ties_there_are_no_figures() {
    for people in [0, 1, 3] {
        let directed = DirectedGraph::new(people, &[]).unwrap();
        let graph = directed.undirected();
        let size = people as usize;
        let labels = vec![Some(1); size];
        assert_eq!((directed.arcs(), graph.ties(), graph.total()), (0, 0, 0.0));
        assert_eq!(graph.density().is_some(), people >= 2);
        assert!(!large_enough(&graph));
        assert_eq!(reciprocity(&directed), None);
        assert_eq!(components(&graph).sizes, vec![1; size]);
        assert!(articulation_points(&graph).is_empty());
        assert_eq!(core_numbers(&graph), vec![0; size]);
        assert_eq!(core_sizes(&vec![0; size]), if people == 0 { vec![] } else { vec![size] });
        assert_eq!(betweenness(&graph, Workers::ONE), vec![0.0; size]);
        assert_eq!(sampled(&graph, 2, 1, Workers::ONE).values, vec![0.0; size]);
        assert_eq!(constraint(&graph, Workers::new(2)), vec![None; size]);
        assert_eq!(eigenvector(&graph), None);
        assert_eq!(distance(&graph, Workers::ONE), None);
        assert_eq!(clustering(&graph, Workers::ONE).transitivity, None);
        assert_eq!(clustering(&graph, Workers::ONE).average_local.is_some(), people > 0);
        assert_eq!(pagerank(&directed, 0.85).len(), size);
        assert_eq!(modularity(&graph, &vec![0; size], 1.0), Ok(None));
        let found = communities(&graph, Settings::default(), (3, 1), Workers::ONE);
        assert_eq!((found.best.sizes, found.best.modularity), (vec![1; size], None));
        assert_eq!(found.agreement, 1.0);
        let whole = external_internal(&graph, &labels, CHANCE).unwrap().whole;
        assert_eq!((whole.value, whole.chance), (None, None));
        assert_eq!(mixing(&graph, &labels).unwrap().len(), usize::from(people > 0));
        assert_eq!(assortativity(&directed, &labels), Ok(None));
        let found = fragility(&graph, (6, 5), 1, Workers::ONE);
        assert_eq!((found.curve.len(), found.ties_lost), (size, None));
        assert_eq!(degrees(&directed, &graph).len(), size);
        assert!(brokerage(&directed, &vec![0; size], Workers::ONE).is_ok());
    }
}

#[test]
fn lines_that_are_no_ties_are_counted() {
    let lines = [
        edge(0, 0, 1.0),
        edge(0, 1, 2.0),
        edge(0, 1, 0.5),
        edge(1, 0, 1.0),
        edge(1, 2, 0.0),
        edge(1, 2, f64::NAN),
        edge(2, 1, -1.0),
    ];
    let directed = DirectedGraph::new(4, &lines).unwrap();
    assert_eq!((directed.arcs(), directed.left_out()), (2, 4));
    assert_eq!(directed.all().collect::<Vec<_>>(), [(0, 1, 2.5), (1, 0, 1.0)]);
    let graph = directed.undirected();
    assert_eq!(graph.all().collect::<Vec<_>>(), [(0, 1, 3.5)]);
    assert!(graph.tied(1, 0) && !graph.tied(1, 2));
    assert_eq!(directed.reversed().reversed().all().count(), 2);
    // One tie: constraint 1 for both.
    let found = constraint(&graph, Workers::ONE);
    assert_eq!(found, [Some(1.0), Some(1.0), None, None]);
}

#[test]
fn what_does_not_fit_is_refused() {
    assert_eq!(DirectedGraph::new(2, &[edge(0, 2, 1.0)]), Err(Invalid::UnknownNode));
    let directed = DirectedGraph::new(2, &[edge(0, 1, 1.0)]).unwrap();
    let graph = directed.undirected();
    assert_eq!(modularity(&graph, &[0], 1.0), Err(Invalid::LengthsDiffer));
    assert_eq!(modularity(&graph, &[0, 2], 1.0), Err(Invalid::UnknownNode));
    assert_eq!(adjusted_rand(&[0], &[]), Err(Invalid::LengthsDiffer));
    assert_eq!(mixing(&graph, &[None]), Err(Invalid::LengthsDiffer));
    assert_eq!(external_internal(&graph, &[], CHANCE), Err(Invalid::LengthsDiffer));
    assert_eq!(assortativity(&directed, &[]), Err(Invalid::LengthsDiffer));
    assert_eq!(bonds_at_risk(&graph, &[None, None], &[7]), Err(Invalid::UnknownNode));
    assert!(brokerage(&directed, &[0], Workers::ONE).is_err());
}

#[test]
fn a_long_line_of_people() {
    // Of a line of n, the one at place i has i·(n − 1 − i) pairs on either side.
    for people in [3_u32, 8, 9, 14, 30] {
        let lines: Vec<Edge> = (1..people).map(|to| edge(to - 1, to, 1.0)).collect();
        let graph = UndirectedGraph::new(people, &lines).unwrap();
        for (place, found) in (0..people).zip(betweenness(&graph, Workers::new(2))) {
            super::close(found, f64::from(place * (people - 1 - place)), 1e-12);
        }
    }
}

#[test]
fn divisions_agree() {
    assert_eq!(adjusted_rand(&[0, 0, 1, 1], &[5, 5, 2, 2]), Ok(1.0));
    assert_eq!(adjusted_rand(&[0, 0, 0], &[1, 1, 1]), Ok(1.0));
    assert_eq!(adjusted_rand(&[], &[]), Ok(1.0));
    // Hubert & Arabie's correction: two crossing halves agree less than chance.
    super::close(adjusted_rand(&[0, 0, 1, 1], &[0, 1, 0, 1]).unwrap(), -0.5, 1e-12);
    super::close(adjusted_rand(&[0, 0, 1, 2], &[0, 0, 1, 1]).unwrap(), 0.571_428_571, 1e-8);
}

/// A network as a plain table, to check the quick algorithms against slow ones.
fn networks() -> impl Strategy<Value = (u32, Vec<Edge>)> {
    (1_u32..12).prop_flat_map(|people| {
        let line = (0..people, 0..people, 1_u32..4);
        let line = line.prop_map(|(from, to, weight)| edge(from, to, f64::from(weight)));
        (Just(people), proptest::collection::vec(line, 0..30))
    })
}

fn tied(graph: &UndirectedGraph, a: u32, b: u32) -> f64 {
    graph.row(a).find(|(other, _)| *other == b).map_or(0.0, |(_, weight)| weight)
}

proptest! {
    #[test]
    fn rows_hold_the_list((people, lines) in networks()) {
        let graph = UndirectedGraph::new(people, &lines).unwrap();
        for a in 0..people {
            prop_assert!(graph.neighbours(a).is_sorted());
            for b in 0..people {
                let between = |l: &&Edge| (l.from == a && l.to == b) || (l.from == b && l.to == a);
                let listed: f64 = lines.iter().filter(between).map(|l| l.weight).sum();
                prop_assert_eq!(tied(&graph, a, b), if a == b { 0.0 } else { listed });
            }
        }
    }

    #[test]
    fn a_cut_takes_a_piece_apart((people, lines) in networks()) {
        let graph = UndirectedGraph::new(people, &lines).unwrap();
        let pieces = components(&graph).sizes.len();
        let cuts = articulation_points(&graph);
        for node in 0..people {
            let without = components(&graph.among(|other| other != node).0).sizes.len();
            // Without an isolate there is a piece less; without a cut there are more.
            prop_assert_eq!(without > pieces, cuts.contains(&node));
        }
    }

    #[test]
    fn constraint_is_its_formula((people, lines) in networks()) {
        let graph = UndirectedGraph::new(people, &lines).unwrap();
        let p = |i: u32, j: u32| tied(&graph, i, j) / graph.strength(i);
        for (i, found) in (0..people).zip(constraint(&graph, Workers::new(2))) {
            let sum: f64 = graph.neighbours(i).iter().map(|&j| {
                let through: f64 = (0..people)
                    .filter(|&q| q != i && q != j && graph.degree(q) > 0)
                    .map(|q| p(i, q) * p(q, j))
                    .sum();
                (p(i, j) + through).powi(2)
            }).sum();
            prop_assert_eq!(found.is_some(), graph.degree(i) > 0);
            prop_assert!((found.unwrap_or(0.0) - sum).abs() < 1e-9);
        }
    }

    #[test]
    fn a_core_is_as_closely_tied_as_it_says((people, lines) in networks()) {
        let graph = UndirectedGraph::new(people, &lines).unwrap();
        let numbers = core_numbers(&graph);
        for k in 1..=numbers.iter().copied().max().unwrap_or(0) {
            let inside = |node: u32| numbers[node as usize] >= k;
            for node in (0..people).filter(|&node| inside(node)) {
                let ties = graph.neighbours(node).iter().filter(|&&o| inside(o)).count();
                prop_assert!(ties >= k as usize);
            }
        }
    }

    #[test]
    fn communities_are_in_one_piece((people, lines) in networks(), seed in 0_u64..50) {
        let graph = UndirectedGraph::new(people, &lines).unwrap();
        let found = crate::graph::leiden::leiden(&graph, Settings::default(), seed);
        for community in 0..found.sizes.len() as u32 {
            let part = graph.among(|node| found.community[node as usize] == community).0;
            prop_assert_eq!(components(&part).sizes.len(), 1);
        }
        // Nobody alone gains by moving elsewhere.
        let quality = found.modularity.unwrap_or(0.0);
        for node in 0..people as usize {
            for to in 0..found.sizes.len() as u32 {
                let mut moved = found.community.clone();
                moved[node] = to;
                let other = modularity(&graph, &moved, 1.0).unwrap().unwrap_or(0.0);
                prop_assert!(other <= quality + 1e-9);
            }
        }
    }
}
