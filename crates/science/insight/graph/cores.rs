//! Who belongs to the core: k-cores (SCIENCE 4.2).

use crate::graph::undirected::UndirectedGraph;

/// The core number of everybody: the largest k for which somebody belongs to a group in which
/// everyone is tied to at least k others of the group (Seidman 1983), by peeling off the least
/// tied with bucket sort (Batagelj & Zaveršnik 2003), in linear time. 0 without a tie.
#[must_use]
pub fn core_numbers(graph: &UndirectedGraph) -> Vec<u32> {
    let nodes = graph.nodes() as usize;
    let mut degree: Vec<usize> = (0..graph.nodes()).map(|node| graph.degree(node)).collect();
    let highest = degree.iter().copied().max().unwrap_or(0);
    // Where the people of each degree begin in `order`.
    let mut begins = vec![0; highest + 2];
    for &d in &degree {
        begins[d + 1] += 1;
    }
    for d in 0..=highest {
        begins[d + 1] += begins[d];
    }
    let mut place = vec![0; nodes];
    let mut order = vec![0_u32; nodes];
    let mut free = begins.clone();
    for node in 0..nodes {
        place[node] = free[degree[node]];
        order[place[node]] = node as u32;
        free[degree[node]] += 1;
    }
    for turn in 0..nodes {
        let node = order[turn];
        for &other in graph.neighbours(node) {
            let other = other as usize;
            let d = degree[other];
            if d <= degree[node as usize] {
                continue;
            }
            // The other moves one bucket down: it changes places with the first of its bucket.
            let first = begins[d].max(turn + 1);
            let displaced = order[first] as usize;
            order.swap(place[other], first);
            place[displaced] = place[other];
            place[other] = first;
            begins[d] = first + 1;
            degree[other] = d - 1;
        }
    }
    degree.into_iter().map(|d| d as u32).collect()
}

/// How many people have each core number, from 0 to the highest. Empty for an empty network.
#[must_use]
pub fn core_sizes(numbers: &[u32]) -> Vec<usize> {
    let highest = numbers.iter().copied().max();
    let mut sizes = vec![0; highest.map_or(0, |k| k as usize + 1)];
    for &number in numbers {
        sizes[number as usize] += 1;
    }
    sizes
}
