//! The weekly network analysis of a large organisation, made up: seconds and memory of each
//! algorithm, beside igraph and NetworKit on the same ties in the same run.

mod made;
mod yardstick;

use crate::figures::{Figures, Target};
use clap::Args;
use insight::graph::betweenness::{PIVOTS, sampled};
use insight::graph::brokerage::brokerage;
use insight::graph::clustering::clustering;
use insight::graph::communities::{SEEDS, communities};
use insight::graph::components::{articulation_points, components};
use insight::graph::constraint::constraint;
use insight::graph::cores::core_numbers;
use insight::graph::ei::{PERMUTATIONS, Permutation, external_internal};
use insight::graph::eigenvector::eigenvector;
use insight::graph::fragility::fragility;
use insight::graph::leiden::Settings;
use insight::graph::mixing::mixing;
use insight::graph::pagerank::{DAMPING, pagerank};
use insight::graph::reciprocal::reciprocity;
use insight::graph::{DirectedGraph, UndirectedGraph, Workers};
use language::{Failure, Result};
use std::path::PathBuf;
use std::time::Instant;

/// What to measure.
#[derive(Debug, Args)]
pub struct Plan {
    /// People.
    #[arg(long, default_value_t = 100_000)]
    people: u32,
    /// Ties, at least.
    #[arg(long, default_value_t = 5_000_000)]
    ties: usize,
    /// Departments.
    #[arg(long, default_value_t = 60)]
    departments: u32,
    /// The network is the same for the same seed.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Threads.
    #[arg(long, default_value_t = 2)]
    workers: usize,
    /// Random orders to compare fragility with; each is a walk over all ties.
    #[arg(long, default_value_t = 100)]
    orders: usize,
    /// A program that reads the ties and measures others' algorithms, and the folder for the ties.
    #[arg(long, num_args = 2, value_names = ["PROGRAM", "FOLDER"])]
    yardstick: Option<Vec<PathBuf>>,
    /// A file for the figures: a line of JSON each.
    #[arg(long)]
    json: Option<PathBuf>,
}

/// Seconds that the whole may take.
const SECONDS: Target = Target::AtMost(600.0);
/// Memory that the whole may take, in MiB.
const MEMORY: Target = Target::AtMost(1_024.0);
/// How far the curve of fragility goes.
const LEAVERS: usize = 20;

/// Measures, prints, and writes the file. Returns how many targets were missed.
///
/// # Errors
/// A fault of the machine.
pub fn run(plan: &Plan) -> Result<usize> {
    let mut watch = Watch { figures: Figures::default(), seconds: 0.0, cpu: 0.0, peak: 0.0 };
    // With other work on the machine only CPU times can be compared.
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let busy = load.split(' ').next().and_then(|l| l.parse().ok()).unwrap_or(0.0);
    watch.figures.part("a network, made up");
    watch.figures.note("machine.load_before", busy, "processes", None);
    let edges = made::ties(plan.people, plan.ties, plan.departments, plan.seed);
    let departments = made::departments(plan.people, plan.departments);
    if let Some(folder) = plan.yardstick.as_ref().and_then(|y| y.get(1)) {
        yardstick::write_ties(folder, plan.people, &edges)?;
    }
    watch.figures.note("network.people", f64::from(plan.people), "people", None);
    watch.figures.note("network.lines", edges.len() as f64, "lines", None);
    watch.figures.part("the weekly analysis (seconds; most memory while it ran)");
    let directed = watch
        .over("build directed", || DirectedGraph::new(plan.people, &edges))
        .map_err(|e| Failure::fault("build the network", e))?;
    drop(edges);
    let graph = watch.over("build ties", || directed.undirected());
    watch.figures.note("network.arcs", directed.arcs() as f64, "arcs", None);
    watch.figures.note("network.ties", graph.ties() as f64, "ties", None);
    of_directed(&mut watch, plan, &directed, &departments);
    drop(directed);
    of_ties(&mut watch, plan, &graph, &departments);
    watch.figures.part("all of it");
    let (seconds, used, peak) = (watch.seconds, watch.cpu, watch.peak);
    watch.figures.note("network.seconds", seconds, "s", Some(SECONDS));
    watch.figures.note("network.cpu", used, "s", None);
    watch.figures.note("network.memory", peak, "MiB", Some(MEMORY));
    drop(graph);
    if let Some(line) = &plan.yardstick {
        yardstick::measure(&line[0], &line[1], &mut watch.figures)?;
    }
    if let Some(file) = &plan.json {
        watch.figures.write(file)?;
    }
    Ok(watch.figures.missed())
}

fn of_directed(watch: &mut Watch, plan: &Plan, graph: &DirectedGraph, departments: &[Option<u32>]) {
    let workers = Workers::new(plan.workers);
    watch.over("reciprocity", || reciprocity(graph));
    watch.over("pagerank", || pagerank(graph, DAMPING));
    let labels: Vec<u32> = departments.iter().map(|d| d.unwrap_or_default()).collect();
    let found = watch.over("brokerage roles", || brokerage(graph, &labels, workers));
    let total = found.map_or(0, |roles| roles.into_iter().map(|r| r.total()).sum::<u64>());
    watch.figures.note("network.open_triads", total as f64, "triads", None);
}

fn of_ties(watch: &mut Watch, plan: &Plan, graph: &UndirectedGraph, departments: &[Option<u32>]) {
    let workers = Workers::new(plan.workers);
    let seed = plan.seed;
    watch.over("components", || components(graph));
    watch.over("articulation points", || articulation_points(graph));
    watch.over("cores", || core_numbers(graph));
    watch.over("clustering", || clustering(graph, workers));
    watch.over("constraint", || constraint(graph, workers));
    watch.over("eigenvector", || eigenvector(graph));
    watch.over("department matrix", || mixing(graph, departments).is_ok());
    let permutation = Permutation { rounds: PERMUTATIONS, seed, workers };
    let found = watch
        .over("E-I, 10,000 permutations", || external_internal(graph, departments, permutation));
    let index = found.ok().and_then(|found| found.whole.value).unwrap_or(0.0);
    watch.figures.note("network.external_internal", index, "E-I", None);
    let found = watch.over("betweenness, 512 pivots", || sampled(graph, PIVOTS, seed, workers));
    // How sure: the middle relative error among the highest twentieth.
    let mut order: Vec<usize> = (0..found.values.len()).collect();
    order.sort_by(|&a, &b| found.values[b].total_cmp(&found.values[a]));
    order.truncate(order.len() / 20 + 1);
    let mut errors: Vec<f64> = order
        .iter()
        .filter(|&&i| found.values[i] > 0.0)
        .map(|&i| 100.0 * found.errors[i] / found.values[i])
        .collect();
    errors.sort_by(f64::total_cmp);
    let middle = errors.get(errors.len() / 2).copied().unwrap_or(0.0);
    watch.figures.note("network.betweenness_error_top5", middle, "%", None);
    let settings = Settings::default();
    let found =
        watch.over("Leiden, 20 seeds", || communities(graph, settings, (SEEDS, seed), workers));
    let quality = found.best.modularity.unwrap_or(0.0);
    watch.figures.note("network.modularity", quality, "Q", None);
    watch.figures.note("network.communities", found.best.sizes.len() as f64, "groups", None);
    watch.figures.note("network.agreement", found.agreement, "Rand", None);
    let found = watch.over("fragility", || fragility(graph, (LEAVERS, plan.orders), seed, workers));
    watch.figures.note("network.robustness", found.robustness, "R", None);
}

/// Time and memory of one thing after the other.
struct Watch {
    figures: Figures,
    seconds: f64,
    cpu: f64,
    peak: f64,
}

impl Watch {
    fn over<T>(&mut self, name: &str, work: impl FnOnce() -> T) -> T {
        forget_peak();
        let (start, used) = (Instant::now(), cpu());
        let result = work();
        let (seconds, used) = (start.elapsed().as_secs_f64(), cpu() - used);
        let peak = peak();
        self.seconds += seconds;
        self.cpu += used;
        self.peak = self.peak.max(peak);
        self.figures.note(&format!("noaber {name}"), seconds, "s", None);
        self.figures.note(&format!("noaber {name}, CPU"), used, "s", None);
        self.figures.note(&format!("noaber {name}, memory"), peak, "MiB", None);
        result
    }
}

/// Begins the mark of most memory anew. Where the system does not allow it the mark stands, and
/// what is printed is the most so far.
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// CPU seconds of all threads so far.
fn cpu() -> f64 {
    /// What the kernel counts in, on every Linux of today.
    const TICKS_A_SECOND: f64 = 100.0;
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name may hold spaces; after its bracket come the numbered fields, of which 14 and 15
    // are the time in the program and in the kernel.
    let fields = text.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|f| f.parse::<f64>().ok()).sum::<f64>() / TICKS_A_SECOND
}

/// The most memory in use since then, in MiB.
fn peak() -> f64 {
    std::fs::read_to_string("/proc/self/status")
        .unwrap_or_default()
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
        .map_or(0.0, |kib| kib / 1_024.0)
}
