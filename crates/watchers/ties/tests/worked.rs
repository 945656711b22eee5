//! The worked values of SCIENCE.md §4 as the page would keep them.

use crate::network::{Network, People, analyse};
use crate::say;
use insight::GroupMinimum;
use insight::graph::{Edge, UndirectedGraph, Workers};
use oversight::{Consent, Scope};
use words::Lang::{En, Nl};

/// Zachary's karate club, with the side that each member chose as department 7 or 9.
fn karate() -> People {
    const TIES: &str = "1 2,1 3,2 3,1 4,2 4,3 4,1 5,1 6,1 7,5 7,6 7,1 8,2 8,3 8,4 8,1 9,3 9,3 10,\
        1 11,5 11,6 11,1 12,1 13,4 13,1 14,2 14,3 14,4 14,6 17,7 17,1 18,2 18,1 20,2 20,1 22,2 22,\
        24 26,25 26,3 28,24 28,25 28,3 29,24 30,27 30,2 31,9 31,1 32,25 32,26 32,29 32,3 33,9 33,\
        15 33,16 33,19 33,21 33,23 33,24 33,30 33,31 33,32 33,9 34,10 34,14 34,15 34,16 34,19 34,\
        20 34,21 34,23 34,24 34,27 34,28 34,29 34,30 34,31 34,32 34,33 34";
    let number = |text: &str| text.parse::<u32>().unwrap() - 1;
    let edges: Vec<Edge> = TIES
        .split(',')
        .map(|pair| {
            let (from, to) = pair.split_once(' ').unwrap();
            Edge { from: number(from), to: number(to), weight: 1.0 }
        })
        .collect();
    let hi = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22];
    People {
        graph: UndirectedGraph::new(34, &edges).unwrap(),
        departments: (1..=34).map(|member| Some(u32::from(!hi.contains(&member)))).collect(),
        ids: vec![7, 9],
    }
}

fn consent() -> Consent {
    Consent::in_test(Scope::Network)
}

#[test]
fn the_karate_club_has_the_published_figures() {
    let found = analyse(&consent(), &karate(), GroupMinimum::FIVE, Workers::new(2));
    assert!(found.enough);
    assert_eq!((found.people, found.ties, found.alone), (34, 78, 0));
    assert_eq!((found.pieces.as_slice(), found.in_small), ([34].as_slice(), 0));
    assert_eq!(found.across, (11, 78));
    let (index, expected) = found.index.unwrap();
    assert!((index + 0.717_949).abs() < 1e-6 && (expected - 0.030_303).abs() < 1e-6);
    assert!(found.by_chance.unwrap() < 0.002);
    assert_eq!((found.inward.as_slice(), found.outward.len()), ([7, 9].as_slice(), 0));
    assert_eq!(found.core, Some((4, 10)), "SCIENCE.md 4.2: ten members in the 4-core");
    let (quality, agreement) = found.modularity.unwrap();
    assert!((quality - 0.419_790).abs() < 1e-6 && agreement >= 0.7, "{quality} {agreement}");
    assert_eq!(found.communities.iter().sum::<u64>(), 34, "all four have five members or more");
    assert_eq!(found.communities.len(), 4);
    // Of 34 people only the three and the five are less than a fifth.
    let steps: Vec<u64> = found.leaving.iter().map(|(leavers, ..)| *leavers).collect();
    assert_eq!(steps, [3, 5]);
    let (_, three, chance) = found.leaving[0];
    assert!((three - 0.588_235).abs() < 1e-6, "{three}");
    assert!((chance - 0.896).abs() < 0.01, "{chance}");
    assert!((found.lost.unwrap() - 0.564_103).abs() < 1e-6);
    assert_eq!(found.leaning, [(7, 9)]);
    let (half, carriers) = found.bridges.unwrap();
    assert!(half < carriers && half > 0, "{half} of {carriers}");
    // What is kept comes back the same.
    let text = serde_json::to_string(&found).unwrap();
    let read = serde_json::from_str::<Network>(&text).unwrap();
    assert_eq!((read.communities, read.core), (found.communities, found.core));
    assert!((read.modularity.unwrap().0 - quality).abs() < 1e-12);
    assert!(text.len() < 2_000, "{} bytes", text.len());
}

#[test]
fn the_sentences_are_whole_in_both_languages() {
    let found = analyse(&consent(), &karate(), GroupMinimum::FIVE, Workers::ONE);
    for lang in [Nl, En] {
        let mut all = say::islands(lang, &found, 5);
        all.extend(say::together(lang, &found, 5));
        all.extend(say::borders(lang, &found, &|id| format!("Afdeling {id}")));
        all.extend(say::leaning(lang, &found, &|id| format!("Afdeling {id}")));
        all.push(say::against_chance(lang, &found));
        for said in &all {
            assert!(said.ends_with('.') && !said.contains('{'), "{said}");
        }
        assert_eq!(say::leaving(lang, &found).len(), 2);
    }
}

#[test]
fn a_network_of_few_people_says_nothing() {
    // ORG of SCIENCE.md 4: twelve people.
    let edge = |from, to| Edge { from, to, weight: 1.0 };
    let graph = UndirectedGraph::new(12, &[edge(0, 1), edge(4, 5), edge(9, 0)]).unwrap();
    let people = People { graph, departments: vec![Some(0); 12], ids: vec![1] };
    let found = analyse(&consent(), &people, GroupMinimum::FIVE, Workers::ONE);
    let few = Network { people: 12, ties: 3, ..Network::default() };
    assert_eq!(found, few, "not enough for any figure");
}

#[test]
fn small_groups_are_not_told_apart() {
    // Six rings of eight, a group of three, a pair, and two alone: 55 people.
    let mut edges = Vec::new();
    for ring in 0..6_u32 {
        for at in 0..8 {
            for step in [1, 2] {
                let (from, to) = (ring * 8 + at, ring * 8 + (at + step) % 8);
                edges.push(Edge { from, to, weight: 1.0 });
            }
        }
    }
    for (from, to) in [(48, 49), (49, 50), (51, 52)] {
        edges.push(Edge { from, to, weight: 1.0 });
    }
    let graph = UndirectedGraph::new(55, &edges).unwrap();
    let people = People { graph, departments: vec![None; 55], ids: Vec::new() };
    let found = analyse(&consent(), &people, GroupMinimum::FIVE, Workers::ONE);
    assert_eq!((found.alone, found.in_small), (2, 5));
    assert_eq!(found.pieces, [8; 6]);
    assert!(found.communities.iter().all(|size| *size >= 5), "{:?}", found.communities);
    assert_eq!((found.index, found.bridges), (None, None), "nobody has a department");
    let said = say::islands(Nl, &found, 5).join(" ");
    assert!(said.contains("minder dan 5") && !said.contains(" 2 "), "{said}");
}
