//! Random networks, tables and series for the second implementation: see [`super::agreement`].
//! Networks with nobody, one person, no ties, ties to oneself, double lines and several pieces come
//! often.

use std::io::Write;
use std::path::Path;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use crate::graph::agreement::adjusted_rand;
use crate::graph::assortativity::assortativity;
use crate::graph::betweenness::betweenness;
use crate::graph::brokerage::brokerage;
use crate::graph::clustering::clustering;
use crate::graph::communities::communities;
use crate::graph::components::{articulation_points, components};
use crate::graph::constraint::constraint;
use crate::graph::cores::core_numbers;
use crate::graph::degree::degrees;
use crate::graph::distance::distance;
use crate::graph::ei::{Permutation, external_internal};
use crate::graph::eigenvector::eigenvector;
use crate::graph::fragility::fragility;
use crate::graph::leiden::Settings;
use crate::graph::mixing::mixing;
use crate::graph::pagerank::{DAMPING, pagerank};
use crate::graph::reciprocal::reciprocity;
use crate::graph::{DirectedGraph, Edge, Workers};
use crate::impact::mixture::Mixture;
use crate::impact::posterior::{Noise, Weighted};
use crate::local_level::{Series, Variances, filter};
use crate::roles::percentiles;
use crate::tasks::assign;

/// Cases of each kind.
const CASES: u64 = 80;

fn network(rng: &mut ChaCha8Rng) -> Value {
    let people = match rng.random_range(0..8) {
        small @ 0..3 => small,
        3 => rng.random_range(40..80),
        _ => rng.random_range(3..15_u32),
    };
    let lines = if people == 0 { 0 } else { rng.random_range(0..=4 * people) };
    let edges: Vec<Edge> = (0..lines)
        .map(|_| Edge {
            from: rng.random_range(0..people),
            to: rng.random_range(0..people),
            weight: f64::from(rng.random_range(1..9_u32)) / 2.0,
        })
        .collect();
    let labels: Vec<u32> = (0..people).map(|_| rng.random_range(0..4)).collect();
    let groups: Vec<Option<u32>> = labels.iter().copied().map(Some).collect();
    let graph = DirectedGraph::new(people, &edges).unwrap();
    let ties = graph.undirected();
    let pieces = components(&ties);
    let found = communities(&ties, Settings::default(), (20, rng.random()), Workers::ONE);
    let permutation = Permutation { rounds: 0, seed: 0, workers: Workers::ONE };
    let index = external_internal(&ties, &groups, permutation).unwrap();
    let close_knit = clustering(&ties, Workers::ONE);
    let roles = brokerage(&graph, &labels, Workers::ONE).unwrap();
    let fragile = fragility(&ties, (0, 0), 0, Workers::ONE);
    let in_two = |node: u32| node % 2;
    let halves: Vec<u32> = (0..people).map(in_two).collect();
    json!({
        "kind": "network",
        "people": people,
        "lines": edges.iter().map(|e| (e.from, e.to, e.weight)).collect::<Vec<_>>(),
        "labels": labels,
        "arcs": graph.arcs(),
        "ties": ties.ties(),
        "density": ties.density(),
        "degrees": degrees(&graph, &ties).iter()
            .map(|d| json!([d.incoming, d.outgoing, d.partners, d.strength])).collect::<Vec<_>>(),
        "reciprocity": reciprocity(&graph).map(|r| json!([r.arcs.value(), r.weighted])),
        "sizes": pieces.sizes,
        "cuts": articulation_points(&ties),
        "cores": core_numbers(&ties),
        "betweenness": betweenness(&ties, Workers::new(2)),
        "constraint": constraint(&ties, Workers::ONE),
        "eigenvector": eigenvector(&ties),
        "pagerank": pagerank(&graph, DAMPING),
        "clustering": [json!(close_knit.average_local), json!(close_knit.transitivity)],
        "triangles": close_knit.triangles,
        "distance": distance(&ties, Workers::ONE).map(|d| json!([d.mean, d.longest])),
        "index": index.whole.value,
        "weighted_index": index.weighted,
        "groups": index.departments.iter()
            .map(|d| json!([d.department, d.index.external, d.index.internal])).collect::<Vec<_>>(),
        "pairs": mixing(&ties, &groups).unwrap().iter()
            .map(|p| json!([p.one, p.other, p.ties.x(), p.ties.n(), p.people_of_one,
                p.people_of_other])).collect::<Vec<_>>(),
        "assortativity": assortativity(&graph, &groups).unwrap(),
        "community": found.best.community,
        "modularity": found.best.modularity,
        "rand": adjusted_rand(&found.best.community, &halves).unwrap(),
        "brokerage": roles.iter().map(|r| json!([r.coordinator, r.consultant, r.gatekeeper,
            r.representative, r.liaison])).collect::<Vec<_>>(),
        "order": fragile.order,
        "curve": fragile.curve,
    })
}

fn tasks(rng: &mut ChaCha8Rng) -> Value {
    let (people, tasks) = (rng.random_range(1..9_usize), rng.random_range(1..9_usize));
    let fit: Vec<Vec<Option<f64>>> = (0..people)
        .map(|_| {
            let cell = |rng: &mut ChaCha8Rng| Some(f64::from(rng.random_range(0..100_u32)) / 100.0);
            (0..tasks).map(|_| cell(rng)).collect()
        })
        .collect();
    json!({"kind": "tasks", "in": fit, "total": assign(&fit).unwrap().total})
}

fn ranks(rng: &mut ChaCha8Rng) -> Value {
    let values: Vec<f64> =
        (0..rng.random_range(0..30)).map(|_| f64::from(rng.random_range(0..9_u32))).collect();
    json!({"kind": "ranks", "in": values, "out": percentiles(&values).unwrap()})
}

fn wander(rng: &mut ChaCha8Rng, length: usize) -> Vec<f64> {
    let mut level = 50.0;
    (0..length)
        .map(|_| {
            level += rng.random_range(-2.0..2.0);
            level + rng.random_range(-5.0..5.0)
        })
        .collect()
}

fn level(rng: &mut ChaCha8Rng) -> Value {
    let length = rng.random_range(2..60);
    let values = wander(rng, length);
    let step: f64 = if rng.random_bool(0.2) { 0.0 } else { rng.random_range(0.1..9.0) };
    let variances = Variances { noise: rng.random_range(0.5..20.0), level: step };
    let found = filter(&values, variances).unwrap().unwrap();
    json!({"kind": "local_level", "in": values, "noise": variances.noise, "step": step,
        "likelihood": found.log_likelihood, "level": found.level, "variance": found.variance})
}

/// What a series with controls would do, given its variances.
fn beyond(rng: &mut ChaCha8Rng) -> Value {
    let (before, after) = (rng.random_range(12..50_usize), rng.random_range(1..12_usize));
    let values = wander(rng, before + after);
    let controls: Vec<Vec<f64>> =
        (0..rng.random_range(0..4)).map(|_| wander(rng, before + after)).collect();
    let series = Series::new(&values, before, &controls).unwrap();
    let noise: f64 = rng.random_range(0.05..2.0);
    let ratio: f64 = rng.random_range(0.0..2.0);
    let fits = vec![series.at(ratio).unwrap()];
    let one = vec![Weighted { fit: 0, noise: Noise::Known(noise), weight: 1.0 }];
    let models = (fits, one);
    let half = |mixture: &Mixture| 0.5 * (mixture.quantile(0.975) - mixture.quantile(0.025));
    let each: Vec<Value> = (0..after)
        .map(|at| {
            let mixture = Mixture::of(&series, &models, at, at + 1);
            json!([mixture.mean(), half(&mixture)])
        })
        .collect();
    let whole = Mixture::of(&series, &models, 0, after);
    json!({"kind": "forecast_with_controls", "in": values, "controls": controls,
        "before": before, "scale": series.scale, "noise": noise, "ratio": ratio, "each": each,
        "sum": [whole.mean(), half(&whole)]})
}

#[test]
fn networks_as_cases_for_the_second_implementation() {
    #[allow(clippy::disallowed_methods, reason = "script/agree asks for the file this way")]
    let Ok(path) = std::env::var("NOABER_AGREE") else {
        return;
    };
    let kinds: [fn(&mut ChaCha8Rng) -> Value; 5] = [network, tasks, ranks, level, beyond];
    let path = Path::new(&path).with_file_name("networks.jsonl");
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    for (place, kind) in kinds.iter().enumerate() {
        for case in 0..CASES {
            let mut rng = ChaCha8Rng::seed_from_u64(1_000_000 + 1_000 * place as u64 + case);
            writeln!(file, "{}", kind(&mut rng)).unwrap();
        }
    }
    file.flush().unwrap();
}
