//! The figures of a network.

use insight::graph::assortativity::assortativity;
use insight::graph::bands::{Band, bands};
use insight::graph::betweenness::{EXACT_UP_TO, PIVOTS, betweenness, sampled};
use insight::graph::brokerage::brokerage;
use insight::graph::clustering::clustering;
use insight::graph::communities::{SEEDS, communities};
use insight::graph::components::{articulation_points, components};
use insight::graph::constraint::constraint;
use insight::graph::cores::{core_numbers, core_sizes};
use insight::graph::degree::degrees;
use insight::graph::distance::distance;
use insight::graph::ei::{self, Permutation, external_internal, external_internal_of_arcs};
use insight::graph::eigenvector::eigenvector;
use insight::graph::fragility::{self, RANDOM_ORDERS};
use insight::graph::leiden::Settings;
use insight::graph::mixing::mixing;
use insight::graph::pagerank::{DAMPING, pagerank};
use insight::graph::reciprocal::reciprocity;
use insight::graph::{DirectedGraph, Edge, UndirectedGraph, Workers, large_enough};
use insight::multiple::benjamini_hochberg;

use crate::Options;
use crate::graph::read::{Attribute as Known, Input};
use crate::graph::{
    Attribute, Brokerage, Clustering, Communities, Components, Distance, Fragility, Group, Index,
    Network, Pair, Person, Reciprocity,
};
use crate::problem::Problem;

/// How far the curve of fragility goes.
const LEAVERS: usize = 20;
/// Random orders in a large network.
const FEW_ORDERS: usize = 100;

pub(super) fn network(
    input: &Input,
    options: &Options,
    permutations: usize,
) -> Result<Network, Problem> {
    let workers = Workers::new(options.workers);
    let people = input.ids.len() as u32;
    let given = DirectedGraph::new(people, &input.edges)?;
    let graph = given.undirected();
    let left_out = given.left_out();
    // Without direction each tie goes both ways.
    let directed = if options.undirected { both_ways(&graph)? } else { given };
    let pieces = components(&graph);
    let cores = core_numbers(&graph);
    let found = communities(&graph, Settings::default(), (SEEDS, options.seed), workers);
    let permutation = Permutation { rounds: permutations, seed: options.seed, workers };
    let near = if people <= EXACT_UP_TO { distance(&graph, workers) } else { None };
    let cuts = articulation_points(&graph).into_iter();
    let numbers = Numbers { piece: &pieces.of, core: &cores, community: &found.best.community };
    Ok(Network {
        people,
        arcs: (!options.undirected).then(|| directed.arcs()),
        ties: graph.ties(),
        left_out,
        density: graph.density(),
        density_of_arcs: directed.density().filter(|_| !options.undirected),
        reciprocity: if options.undirected { None } else { mutual(&directed) },
        components: Components {
            count: pieces.sizes.len(),
            largest: pieces.largest(),
            isolates: pieces.isolates(),
        },
        articulation_points: cuts.map(|node| input.ids[node as usize].clone()).collect(),
        cores: core_sizes(&cores),
        clustering: close_knit(&graph, workers),
        distance: near.map(|d| Distance { mean: d.mean, longest: d.longest }),
        external_internal: input
            .attributes
            .iter()
            .map(|known| attribute(&directed, &graph, known, permutation))
            .collect::<Result<_, _>>()?,
        fragility: fragile(&graph, options),
        may_be_shown: large_enough(&graph),
        persons: persons(input, &directed, &graph, numbers, options)?,
        communities: Communities {
            modularity: found.best.modularity,
            count: found.best.sizes.len(),
            agreement: found.agreement,
            stable: found.stable(),
            sizes: found.best.sizes,
        },
    })
}

fn mutual(graph: &DirectedGraph) -> Option<Reciprocity> {
    reciprocity(graph).map(|r| Reciprocity {
        arcs: r.arcs.value(),
        pairs: r.pairs.value(),
        weighted: r.weighted,
        corrected: r.corrected,
    })
}

fn close_knit(graph: &UndirectedGraph, workers: Workers) -> Clustering {
    let found = clustering(graph, workers);
    Clustering {
        average: found.average_local,
        transitivity: found.transitivity,
        triangles: found.triangles,
    }
}

fn fragile(graph: &UndirectedGraph, options: &Options) -> Fragility {
    let orders = if graph.nodes() <= EXACT_UP_TO { RANDOM_ORDERS } else { FEW_ORDERS };
    let workers = Workers::new(options.workers);
    let found = fragility::fragility(graph, (LEAVERS, orders), options.seed, workers);
    Fragility {
        curve: found.curve.into_iter().take(LEAVERS).collect(),
        random: found.random,
        robustness: found.robustness,
        random_robustness: found.random_robustness,
        ties_lost: found.ties_lost,
    }
}

fn both_ways(graph: &UndirectedGraph) -> Result<DirectedGraph, Problem> {
    let edges: Vec<Edge> = graph
        .all()
        .flat_map(|(from, to, weight)| {
            [Edge { from, to, weight }, Edge { from: to, to: from, weight }]
        })
        .collect();
    Ok(DirectedGraph::new(graph.nodes(), &edges)?)
}

/// What was numbered for the whole network already.
#[derive(Clone, Copy)]
struct Numbers<'a> {
    piece: &'a [u32],
    core: &'a [u32],
    community: &'a [u32],
}

fn persons(
    input: &Input,
    directed: &DirectedGraph,
    graph: &UndirectedGraph,
    numbers: Numbers<'_>,
    options: &Options,
) -> Result<Vec<Person>, Problem> {
    let workers = Workers::new(options.workers);
    let (between, errors) = if graph.nodes() <= EXACT_UP_TO {
        (betweenness(graph, workers), None)
    } else {
        let found = sampled(graph, PIVOTS, options.seed, workers);
        (found.values, Some(found.errors))
    };
    let constraints = constraint(graph, workers);
    let eigen = eigenvector(graph);
    let ranks = pagerank(directed, DAMPING);
    let roles = match input.attributes.first() {
        Some(known) if known.of.iter().all(Option::is_some) => {
            let labels: Vec<u32> = known.of.iter().flatten().copied().collect();
            Some(brokerage(directed, &labels, workers)?)
        }
        _ => None,
    };
    let degree = degrees(directed, graph);
    let band = bands(&between);
    let persons = input.ids.iter().enumerate().map(|(at, id)| Person {
        id: id.clone(),
        incoming: degree[at].incoming,
        outgoing: degree[at].outgoing,
        partners: degree[at].partners,
        strength: degree[at].strength,
        component: numbers.piece[at],
        betweenness: between[at],
        band: match band[at] {
            Band::Top5 => "top 5%",
            Band::Top20 => "top 20%",
            Band::Rest => "rest",
        },
        betweenness_error: errors.as_ref().map(|errors| errors[at]),
        constraint: constraints[at],
        core: numbers.core[at],
        eigenvector: eigen.as_ref().map(|values| values[at]),
        pagerank: ranks[at],
        community: numbers.community[at],
        brokerage: roles.as_ref().map(|roles| Brokerage {
            coordinator: roles[at].coordinator,
            consultant: roles[at].consultant,
            gatekeeper: roles[at].gatekeeper,
            representative: roles[at].representative,
            liaison: roles[at].liaison,
        }),
    });
    Ok(persons.collect())
}

fn attribute(
    directed: &DirectedGraph,
    graph: &UndirectedGraph,
    known: &Known,
    permutation: Permutation,
) -> Result<Attribute, Problem> {
    let found = external_internal(graph, &known.of, permutation)?;
    let name = |value: u32| known.values[value as usize].clone();
    let index = |index: ei::Index| Index {
        external: index.external,
        internal: index.internal,
        index: index.value,
        expected: index.expected,
        by_chance: index.chance.map(|chance| chance.mean),
        p: index.chance.map(|chance| chance.p),
    };
    let groups = found
        .departments
        .iter()
        .map(|d| Group { group: name(d.department), people: d.people, index: index(d.index) })
        .collect();
    Ok(Attribute {
        attribute: known.name.clone(),
        unknown: found.unknown,
        whole: index(found.whole),
        weighted: found.weighted,
        over_arcs: external_internal_of_arcs(directed, &known.of)?,
        assortativity: assortativity(directed, &known.of)?,
        groups: adjusted(groups)?,
        pairs: mixing(graph, &known.of)?
            .into_iter()
            .map(|pair| Pair {
                one: name(pair.one),
                other: name(pair.other),
                ties: pair.ties.x(),
                possible: pair.ties.n(),
            })
            .collect(),
    })
}

/// The p-values of all groups, adjusted for their number.
fn adjusted(mut groups: Vec<Group>) -> Result<Vec<Group>, Problem> {
    let known: Vec<f64> = groups.iter().filter_map(|group| group.index.p).collect();
    let mut adjusted = benjamini_hochberg(&known)?.into_iter();
    for group in groups.iter_mut().filter(|group| group.index.p.is_some()) {
        group.index.p = adjusted.next();
    }
    Ok(groups)
}
