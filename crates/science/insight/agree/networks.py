"""Networks, tasks, ranks and series with controls."""

import math
from itertools import combinations

import networkx as nx
import numpy as np
import statsmodels.api as sm
from near import CLOSED, ITERATIVE, near
from scipy import optimize, stats


def graphs(case):
    """The arcs and the ties, with weights added up and ties to oneself left out."""
    arcs, ties = nx.DiGraph(), nx.Graph()
    for graph in (arcs, ties):
        graph.add_nodes_from(range(case["people"]))
        for a, b, weight in case["lines"]:
            if a != b:
                before = graph.get_edge_data(a, b, {"weight": 0.0})["weight"]
                graph.add_edge(a, b, weight=before + weight)
    nx.set_node_attributes(arcs, dict(enumerate(case["labels"])), "label")
    return arcs, ties


def network(case):
    arcs, ties = graphs(case)
    people = range(case["people"])
    assert case["arcs"] == arcs.number_of_edges() and case["ties"] == ties.number_of_edges()
    if case["people"] > 1:
        near(case["density"], nx.density(ties), what="density")
    theirs = [
        [arcs.in_degree(v), arcs.out_degree(v), ties.degree(v), ties.degree(v, weight="weight")]
        for v in people
    ]
    for ours, others in zip(case["degrees"], theirs, strict=True):
        near(ours, others, what="degrees")
    pieces = sorted((len(c) for c in nx.connected_components(ties)), reverse=True)
    assert case["sizes"] == pieces, "components"
    assert case["cuts"] == sorted(nx.articulation_points(ties)), "articulation points"
    assert case["cores"] == [nx.core_number(ties)[v] for v in people], "cores"
    between = nx.betweenness_centrality(ties, normalized=False) if people else {}
    near(case["betweenness"], [between[v] for v in people], what="betweenness")
    burt = nx.constraint(ties, weight="weight") if case["ties"] else {}
    for v in people:
        if ties.degree(v) == 0:
            assert case["constraint"][v] is None, "constraint of an isolate"
        else:
            near(case["constraint"][v], burt[v], what=f"constraint of {v}")
    centrality(case, arcs, ties)
    closeness(case, ties)
    departments(case, arcs, ties)
    divided(case, ties)
    falls_apart(case, ties)


def centrality(case, arcs, ties):
    people = range(case["people"])
    if case["ties"] == 0:
        assert case["eigenvector"] is None and case["reciprocity"] is None
    else:
        matrix = nx.to_numpy_array(ties, nodelist=list(people), weight="weight")
        values, vectors = np.linalg.eigh(matrix)
        # Two pieces with the same largest eigenvalue have no single answer.
        if case["eigenvector"] is not None and values[-1] - (values[-2] if len(values) > 1 else 0) > 1e-3:
            near(case["eigenvector"], list(np.abs(vectors[:, -1])), ITERATIVE, "eigenvector")
        mutual = nx.overall_reciprocity(arcs)
        weights = nx.get_edge_attributes(arcs, "weight")
        returned = sum(min(w, weights.get((b, a), 0.0)) for (a, b), w in weights.items())
        near(case["reciprocity"], [mutual, returned / sum(weights.values())], what="reciprocity")
    if people:
        ranks = nx.pagerank(arcs, 0.85, max_iter=10_000, tol=1e-14, weight="weight")
        near(case["pagerank"], [ranks[v] for v in people], what="pagerank")


def closeness(case, ties):
    average, transitivity = case["clustering"]
    if case["people"]:
        near(average, nx.average_clustering(ties), what="clustering")
    if transitivity is not None:
        near(transitivity, nx.transitivity(ties), what="transitivity")
    assert case["triangles"] == sum(nx.triangles(ties).values()) // 3, "triangles"
    lengths = [
        length
        for start, reached in nx.all_pairs_shortest_path_length(ties)
        for end, length in reached.items()
        if start != end
    ]
    if lengths:
        near(case["distance"], [sum(lengths) / len(lengths), max(lengths)], what="distance")
    else:
        assert case["distance"] is None


def index(outside, inside):
    return (outside - inside) / (outside + inside) if outside + inside else None


def departments(case, arcs, ties):
    label = case["labels"]
    outside = [(a, b) for a, b in ties.edges if label[a] != label[b]]
    inside = [(a, b) for a, b in ties.edges if label[a] == label[b]]
    weight = lambda pairs: sum(ties.edges[pair]["weight"] for pair in pairs)
    same(case["index"], index(len(outside), len(inside)), "E-I")
    same(case["weighted_index"], index(weight(outside), weight(inside)), "weighted E-I")
    for department, external, internal in case["groups"]:
        assert external == sum(department in (label[a], label[b]) for a, b in outside)
        assert internal == sum(department == label[a] for a, b in inside)
    for one, other, tied, possible, of_one, of_other in case["pairs"]:
        here = [v for v in ties if label[v] == one]
        there = [v for v in ties if label[v] == other]
        between = [
            (a, b) for a, b in ties.edges if sorted((label[a], label[b])) == [one, other]
        ]
        assert tied == len(between), "ties of a pair"
        n = len(here)
        assert possible == (n * (n - 1) // 2 if one == other else n * len(there)), "possible ties"
        ends = {v for pair in between for v in pair}
        assert of_one == sum(v in ends for v in here), "people of one"
        assert of_other == sum(v in ends for v in there), "people of the other"
    if case["assortativity"] is not None:
        theirs = nx.attribute_assortativity_coefficient(arcs, "label")
        near(case["assortativity"], theirs, what="assortativity")
    roles = [[0] * 5 for _ in label]
    for broker in arcs:
        for a in arcs.predecessors(broker):
            for c in arcs.successors(broker):
                if a != c and not arcs.has_edge(a, c):
                    roles[broker][role(label[a], label[broker], label[c])] += 1
    assert case["brokerage"] == roles, "brokerage"


def role(a, b, c):
    if a == b == c:
        return 0
    if a == c:
        return 1
    if b == c:
        return 2
    return 3 if a == b else 4


def same(ours, theirs, what):
    if theirs is None:
        assert ours is None, what
    else:
        near(ours, theirs, what=what)


def divided(case, ties):
    if case["ties"] == 0:
        assert case["modularity"] is None
        return
    groups = {}
    for v, c in enumerate(case["community"]):
        groups.setdefault(c, set()).add(v)
    near(case["modularity"], nx.community.modularity(ties, groups.values()), what="modularity")
    for members in groups.values():
        assert nx.is_connected(ties.subgraph(members)), "a community in pieces"
    best = max(
        nx.community.modularity(ties, nx.community.louvain_communities(ties, seed=s))
        for s in range(5)
    )
    assert case["modularity"] >= best - 1e-9, f"Louvain found {best}, we {case['modularity']}"
    # The adjusted Rand index by counting pairs.
    one, other = case["community"], [v % 2 for v in range(case["people"])]
    pairs = list(combinations(range(case["people"]), 2))
    both = sum(one[a] == one[b] and other[a] == other[b] for a, b in pairs)
    first, second = (sum(x[a] == x[b] for a, b in pairs) for x in (one, other))
    expected = first * second / len(pairs)
    most = (first + second) / 2
    near(case["rand"], (both - expected) / (most - expected) if most != expected else 1.0, what="rand")


def falls_apart(case, ties):
    order = sorted(ties, key=lambda v: (-ties.degree(v), v))
    assert case["order"] == order, "order of leaving"
    left, curve = ties.copy(), []
    for v in order:
        left.remove_node(v)
        largest = max((len(c) for c in nx.connected_components(left)), default=0)
        curve.append(largest / case["people"])
    near(case["curve"], curve, what="curve")


def tasks(case):
    fit = np.array(case["in"])
    rows, columns = optimize.linear_sum_assignment(fit, maximize=True)
    near(case["total"], float(fit[rows, columns].sum()), what="total")


def ranks(case):
    values = case["in"]
    near(case["out"], [(r - 0.5) / len(values) for r in stats.rankdata(values)], what="percentiles")


def local_level(case):
    model = sm.tsa.UnobservedComponents(np.array(case["in"]), "llevel", use_exact_diffuse=True)
    found = model.smooth([case["noise"], case["step"]])
    near(case["likelihood"], likelihood(case), what="likelihood")
    near(case["level"], found.filtered_state[0, -1], what="level")
    near(case["variance"], found.filtered_state_cov[0, 0, -1], what="variance")


def likelihood(case):
    """That of the differences from the first value: a normal with all its covariances."""
    values = np.array(case["in"])
    count = len(values) - 1
    later = np.arange(1, count + 1)
    covariance = case["step"] * np.minimum.outer(later, later) + case["noise"] * (np.eye(count) + 1)
    return stats.multivariate_normal.logpdf(values[1:] - values[0], cov=covariance)


def forecast_with_controls(case):
    """Least squares with all covariances instead of a filter; the first level is one unknown more."""
    values, before = np.array(case["in"]), case["before"]
    after = len(values) - before
    noise = case["noise"] * case["scale"] ** 2
    step = case["ratio"] * noise
    times = np.arange(len(values))
    covariance = step * np.minimum.outer(times, times) + noise * np.eye(len(values))
    design = np.column_stack([np.ones(len(values)), *map(np.array, case["controls"])])
    known, ahead = slice(0, before), slice(before, None)
    inverse = np.linalg.inv(covariance[known, known])
    spread = np.linalg.inv(design[known].T @ inverse @ design[known])
    weights = spread @ design[known].T @ inverse @ values[known]
    gain = covariance[ahead, known] @ inverse
    mean = design[ahead] @ weights + gain @ (values[known] - design[known] @ weights)
    rest = design[ahead] - gain @ design[known]
    of_all = covariance[ahead, ahead] - gain @ covariance[known, ahead] + rest @ spread @ rest.T
    z = stats.norm.ppf(0.975)
    for place in range(after):
        near(case["each"][place], [mean[place], z * math.sqrt(of_all[place, place])], what="period")
    near(case["sum"], [mean.sum(), z * math.sqrt(of_all.sum())], what="sum")


CHECKS = {
    check.__name__: check
    for check in (network, tasks, ranks, local_level, forecast_with_controls)
}
