"""The people's figures: survival, shares, trends, forecasts, who comes back."""

import itertools
import math

import mpmath
import numpy as np
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.statistics import multivariate_logrank_test
from lifelines.utils import restricted_mean_survival_time
from near import CLOSED, ITERATIVE, near
from scipy import integrate, optimize, stats
import statsmodels.api as sm
from statsmodels.duration.survfunc import CumIncidenceRight
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_confint,
    proportions_ztest,
)
from statsmodels.tsa.holtwinters import ExponentialSmoothing, SimpleExpSmoothing
from statsmodels.tsa.seasonal import MSTL, STL


def kaplan_meier(case):
    if not case["in"]:
        assert case["steps"] == [] and case["median"] is None and case["limit"] is None
        return
    times, events = zip(*case["in"])
    kmf = KaplanMeierFitter().fit(times, events)
    curve = kmf.survival_function_["KM_estimate"]
    table = kmf.event_table
    stepped = [t for t in table.index if t in curve.index and table.loc[t, "observed"] > 0]
    near([s[0] for s in case["steps"]], stepped, what="times")
    near([s[1] for s in case["steps"]], [curve.loc[t] for t in stepped], what="survival")
    bounds = kmf.confidence_interval_
    for time, survival, low, high in case["steps"]:
        if survival > 1e-12:
            near([low, high], bounds.loc[time].tolist(), what=f"range at {time}")
    below = [t for t in stepped if curve.loc[t] <= 0.5 + 1e-9]
    assert case["median"] == (below[0] if below else None), "median"
    near(case["mean"], restricted_mean_survival_time(kmf, t=case["limit"]), what="restricted mean")


def log_rank(case):
    rows = [(t, e, g) for g, group in enumerate(case["in"]) for t, e in group]
    if case["out"] is None:
        # Nothing happened while two groups were at risk.
        at = {t for t, e, _ in rows if e}
        for time in at:
            groups = {g for t, _, g in rows if t >= time}
            everybody = [1 for t, _, _ in rows if t >= time]
            dead = [1 for t, e, _ in rows if t == time and e]
            assert len(groups) < 2 or len(everybody) == len(dead), f"something to compare at {time}"
        return
    times, events, groups = zip(*rows)
    theirs = multivariate_logrank_test(times, groups, events)
    chi_squared, freedom, p = case["out"]
    near(chi_squared, theirs.test_statistic, what="chi-squared")
    # They count groups that were gone before anything happened.
    if freedom == theirs.degrees_of_freedom:
        near(p, theirs.p_value, what="p")
    else:
        near(p, stats.chi2.sf(chi_squared, freedom), what="p")


def competing(case):
    rows = case["in"]
    if not any(ending for _, ending in rows):
        assert case["steps"] == []
        return
    times, endings = (np.array(v) for v in zip(*rows))
    ours = {t: (f, se) for t, f, se in case["steps"]}
    if (endings == 1).any():
        theirs = CumIncidenceRight(times, endings)
        for time, value in zip(theirs.times, theirs.cinc[0]):
            if time in ours:
                near(ours[time][0], value, what=f"statsmodels, incidence at {time}")
    if len(set(times)) == len(times) and (endings == 1).any():
        ajf = AalenJohansenFitter(calculate_variance=True).fit(times, endings, event_of_interest=1)
        density = ajf.cumulative_density_.iloc[:, 0]
        for time, (value, error) in ours.items():
            near(value, density.loc[time], what=f"lifelines, incidence at {time}")
            variance = float(ajf.variance_.loc[time]) if time in ajf.variance_.index else None
            if variance is not None and not math.isnan(variance) and value > 0:
                near(error**2, variance, what=f"lifelines, variance at {time}")
    # And with ties, straight from the definition.
    f, s, past = 0.0, 1.0, []
    for time in sorted(set(times[endings > 0])):
        n = (times >= time).sum()
        d1 = ((times == time) & (endings == 1)).sum()
        d = ((times == time) & (endings > 0)).sum()
        f += s * d1 / n
        past.append((f, s, n, d1, d))
        s *= 1 - d / n
        variance = 0.0
        for g, before, m, e1, e in past:
            if m > e:
                variance += (f - g) ** 2 * e / (m * (m - e))
            variance += before**2 * e1 * (m - e1) / m**3 - 2 * (f - g) * before * e1 / m**2
        near(ours[time][0], f, what=f"incidence at {time}")
        near(ours[time][1] ** 2, max(variance, 0), what=f"variance at {time}")


def shares(case):
    (x, n), (y, m) = case["in"]
    if n == 0:
        assert case["wilson"] is None
    else:
        near(case["wilson"], proportion_confint(x, n, method="wilson"), what="Wilson")
    if n == 0 or m == 0:
        assert case["newcombe"] is None and case["fisher"] is None
        return
    low, high = confint_proportions_2indep(x, n, y, m, method="newcomb", compare="diff")
    near(case["newcombe"], [x / n - y / m, low, high], what="Newcombe")
    near(case["fisher"], stats.fisher_exact([[x, n - x], [y, m - y]])[1], what="Fisher")
    if 0 < x + y < n + m:
        z, p = proportions_ztest([x, y], [n, m])
        near([case["z"], case["p"]], [z, p], what="z")
    held = case["ratio_at"]
    expected = [(n + m) * (1 - held), (n + m) * held]
    near(case["ratio"], stats.chisquare([n, m], expected).pvalue, what="sample ratio")


def garwood(case):
    events, exposure = case["in"]
    low = stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0
    high = stats.chi2.ppf(0.975, 2 * events + 2) / 2
    near([case["rate"], *case["range"]], [v / exposure for v in (events, low, high)])


def student(case):
    values = case["in"]
    if not values:
        assert case["mean"] is None
        return
    near(case["mean"], np.mean(values), what="mean")
    if len(values) == 1:
        assert case["range"] is None
    elif np.std(values) > 0:
        theirs = stats.t.interval(0.95, len(values) - 1, np.mean(values), stats.sem(values))
        near(case["range"], theirs, what="range")


def benjamini_hochberg(case):
    if case["in"]:
        near(case["out"], multipletests(case["in"], method="fdr_bh")[1])
    else:
        assert case["out"] == []


def concentration(case):
    counts = np.array(case["in"], dtype=float)
    if counts.sum() == 0:
        assert case["gini"] is None and case["b50"] is None
        return
    gaps = np.abs(counts[:, None] - counts[None, :]).mean()
    near(case["gini"], gaps / (2 * counts.mean()), what="Gini")
    made = np.cumsum(np.sort(counts)[::-1])
    assert case["b50"] == int(np.argmax(made >= counts.sum() / 2)) + 1
    if len(counts) >= 10:
        parts = counts / counts.sum()
        near(case["hhi"], (parts**2).sum(), what="HHI")
        near(case["n1"], math.exp(stats.entropy(parts)), what="N1")
    if case["range"] is None:
        return

    def gini(x):
        return np.abs(x[:, None] - x[None, :]).mean() / (2 * x.mean())

    left = np.array([gini(np.delete(counts, i)) for i in range(len(counts))])
    n = len(counts)
    reach = stats.norm.ppf(0.975) * math.sqrt((n - 1) / n * ((left - left.mean()) ** 2).sum())
    whole = gini(counts)
    near(case["range"], [max(whole - reach, 0), min(whole + reach, 1)], what="range of Gini")


def trend(case):
    values = np.array(case["in"])
    n = len(values)
    if n < 3:
        assert case["s"] is None and case["slope"] is None
        return
    s = sum(int(np.sign(values[j] - values[i])) for i, j in itertools.combinations(range(n), 2))
    assert case["s"] == s
    ties = np.unique(values, return_counts=True)[1]
    if len(ties) == 1:
        assert case["p"] == 1
        return
    near(case["tau"], stats.kendalltau(range(n), values).statistic, what="tau")
    variance = (n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    z = (s - np.sign(s)) / math.sqrt(variance)
    near(case["p"], 2 * stats.norm.sf(abs(z)), what="p")
    theirs = stats.theilslopes(values, range(n))
    near(case["slope"], [theirs.slope, theirs.low_slope, theirs.high_slope], what="Theil-Sen")


def segmented(case):
    before, after = case["before"], case["after"]
    b, n = len(before), len(before) + len(after)
    time = np.arange(n) - b
    step = (time >= 0).astype(float)
    design = np.column_stack([np.ones(n), time, step, step * time])
    model = sm.OLS(before + after, design)
    lags = int(4 * (n / 100) ** (2 / 9))
    plain = model.fit()
    robust = model.fit(cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True})
    for name, place in [("level", 2), ("slope", 3)]:
        near(case[name], [plain.params[place], plain.bse[place], robust.bse[place]], what=name)


def cuped(case):
    t, h = np.array(case["treated"]), np.array(case["held"])
    both = np.vstack([t, h])
    spread = np.cov(both.T)
    theta = spread[0, 1] / spread[0, 0] if spread[0, 0] > 0 else 0
    near(case["theta"], theta, what="theta")
    for name, weight in [("raw", 0), ("adjusted", theta)]:
        a, b = (arm[:, 1] - weight * arm[:, 0] for arm in (t, h))
        error = math.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
        near(case[name], [a.mean() - b.mean(), error], what=name)


def bgnbd(case):
    r, alpha, a, b = (mpmath.mpf(v) for v in case["model"])
    x, seen, age = case["in"]
    span = mpmath.mpf(case["span"])
    gone = 0
    if x > 0:
        gone = a / (b + x - 1) * ((alpha + age) / (alpha + mpmath.mpf(seen))) ** (r + x)
    near(case["alive"], float(1 / (1 + gone)), what="alive")
    c = a + b + x - 1
    series = mpmath.hyp2f1(r + x, b + x, c, span / (alpha + age + span))
    shrink = ((alpha + age) / (alpha + age + span)) ** (r + x)
    near(case["expected"], float(c / (a - 1) * (1 - shrink * series) / (1 + gone)), what="expected")
    rate = mpmath.gamma(r + x) / mpmath.gamma(r) * alpha**r
    likelihood = mpmath.beta(a, b + x) / mpmath.beta(a, b) * rate / (alpha + age) ** (r + x)
    if x > 0:
        dropped = mpmath.beta(a + 1, b + x - 1) / mpmath.beta(a, b)
        likelihood += dropped * rate / (alpha + mpmath.mpf(seen)) ** (r + x)
    near(case["likelihood"], float(mpmath.log(likelihood)), what="likelihood")


def bursts(case):
    periods = case["in"]
    relevant, total = (sum(p[i] for p in periods) for i in (0, 1))
    if relevant == 0 or relevant == total:
        assert case["out"] is None
        return
    calm = relevant / total
    busy = min(case["ratio"] * calm, 1 - 1e-9)
    costs = [[-stats.binom.logpmf(r, d, p) for p in (calm, busy)] for r, d in periods]
    up = case["reluctance"] * math.log(len(periods))

    def cost(path):
        ups = sum(1 for before, now in zip((0, *path), path) if now > before)
        return ups * up + sum(c[state] for c, state in zip(costs, path))

    # Every path there is.
    least = min(cost(path) for path in itertools.product((0, 1), repeat=len(periods)))
    ours = [0] * len(periods)
    for first, last, weight in case["out"]:
        ours[first : last + 1] = [1] * (last - first + 1)
        gain = sum(costs[i][0] - costs[i][1] for i in range(first, last + 1))
        near(weight, gain, what="weight")
    near(cost(ours), least, what="cost of the path")


def forecast(case):
    values, alpha = np.array(case["in"]), case["alpha"]
    ses = SimpleExpSmoothing(values, initialization_method="known", initial_level=values[0])
    near(case["ses"], ses.fit(smoothing_level=alpha, optimized=False).forecast(1)[0], what="SES")
    holt = ExponentialSmoothing(
        values, trend="add", damped_trend=True, initialization_method="known",
        initial_level=values[0], initial_trend=values[1] - values[0],
    ).fit(smoothing_level=alpha, smoothing_trend=case["beta"], damping_trend=case["phi"], optimized=False)
    near(case["damped"], holt.forecast(3), what="damped trend")
    slope, start = np.polyfit(range(len(values)), values, 1)
    line = start + slope * np.arange(len(values) + 3)
    doubled = 2 * values - line[: len(values)]
    level = SimpleExpSmoothing(doubled, initialization_method="known", initial_level=doubled[0])
    level = level.fit(smoothing_level=alpha, optimized=False).forecast(1)[0]
    near(case["theta"], (level + line[len(values) :]) / 2, what="Theta")


def stl(case):
    values, period = np.array(case["in"]), case["period"]
    one = STL(values, period=period, seasonal=case["window"]).fit()
    near(case["trend"], one.trend, what="trend")
    near(case["season"], one.seasonal, what="season")
    # The library leaves out a period of exactly half the series, which we do not.
    if len(values) <= 2 * max(case["periods"]):
        return
    many = MSTL(values, periods=tuple(case["periods"])).fit()
    near(list(np.ravel(case["seasons"])), list(np.ravel(many.seasonal.T)), what="seasons")
    near(case["rest"], many.resid, what="rest")


def alarm(case):
    values = np.array(case["in"])
    near(case["median"], np.median(values), what="median")
    near(case["mad"], stats.median_abs_deviation(values), what="MAD")
    left = values.copy()
    for distance, limit in case["steps"]:
        n = len(left)
        off = np.abs(left - left.mean())
        furthest = left[np.isclose(off, off.max(), rtol=1e-12, atol=1e-12)]
        if len(set(furthest)) > 1:
            return  # one above and one below, equally far: either may go, and the rest differs
        near(distance, off.max() / left.std(ddof=1), what="R")
        t = stats.t.ppf(1 - 0.05 / (2 * n), n - 2)
        near(limit, (n - 1) * t / math.sqrt((n - 2 + t * t) * n), what="lambda")
        left = np.delete(left, off.argmax())


def beta(case):
    a, b = case["prior"]
    (x, n), (y, m) = case["in"]
    first, second = stats.beta(a + x, b + n - x), stats.beta(a + y, b + m - y)
    near(case["mean"], first.mean(), what="mean")
    near(case["range"], [first.ppf(0.025), first.ppf(0.975)], what="range")
    # P(second > first) = ∫ F₁(Q₂(u)) du, in pieces, because it may be steep.
    grid = np.concatenate([[0], np.logspace(-12, -1, 12), np.linspace(0.2, 0.9, 8)])
    grid = np.concatenate([grid, 1 - np.logspace(-1.3, -12, 12), [1]])
    better = sum(
        integrate.quad(lambda u: first.cdf(second.ppf(u)), lo, hi, limit=200)[0]
        for lo, hi in zip(grid, grid[1:])
    )
    near(case["better"], better, 1e-5, what="P(better)")


def bass(case):
    weekly = np.array(case["in"], dtype=float)

    def share(t, p, q):
        left = np.exp(-(p + q) * t)
        return (1 - left) / (1 + q / p * left)

    def per_week(week, p, q, m):
        return m * (share(week, p, q) - share(week - 1, p, q))

    weeks = np.arange(1, len(weekly) + 1)
    start = [0.02, 0.4, weekly.sum() * 1.1]
    found, spread = optimize.curve_fit(per_week, weeks, weekly, p0=start, maxfev=20_000)
    near(case["fit"], found, ITERATIVE, what="fit")
    near(case["errors"], np.sqrt(np.diag(spread)), 5 * ITERATIVE, what="errors")
    near(case["squares"], ((weekly - per_week(weeks, *found)) ** 2).sum(), ITERATIVE, what="SSE")


CHECKS = {
    check.__name__: check
    for check in [
        kaplan_meier, log_rank, competing, shares, garwood, student, benjamini_hochberg,
        concentration, trend, segmented, cuped, bgnbd, bursts, forecast, stl, alarm, beta, bass,
    ]
}
assert CLOSED < ITERATIVE
