//! Random cases for the second implementation: inputs and what this crate makes of them, one JSON
//! object a line, for `agree.py` to compute again with lifelines, statsmodels and scipy.
//!
//! Runs only when `script/agree` asks for it: it sets NOABER_AGREE to the file to write. The inputs
//! hold ties, empty lists and lists of one on purpose.

use std::io::Write;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use crate::alarm::reading;
use crate::bgnbd::{BgNbd, Visits};
use crate::burst::{Period, bursts};
use crate::competing::{Ending, Watched, incidence};
use crate::concentration::{Contribution, concentration, gini, gini_range};
use crate::cuped::{ArmSums, cuped};
use crate::effect::{effect, fisher_exact, sample_ratio};
use crate::forecast::stl::{Parts, mstl, stl};
use crate::forecast::{damped::Damped, smoothing, theta};
use crate::interval::{garwood, newcombe, student, wilson};
use crate::log_rank::log_rank_of;
use crate::multiple::benjamini_hochberg;
use crate::outliers::outliers;
use crate::segmented::segmented;
use crate::shrink::BetaPrior;
use crate::survival::{Observed, kaplan_meier};
use crate::trend::{mann_kendall, theil_sen};
use crate::{Interval, Share, bass, timing};

/// Cases of each kind.
const CASES: u64 = 60;

fn range(interval: Interval) -> Value {
    json!([interval.low, interval.high])
}

/// 0, 1, 2 or up to `most` things: the small numbers come often.
fn size(rng: &mut ChaCha8Rng, most: u64) -> u64 {
    match rng.random_range(0..6) {
        small @ 0..3 => small,
        _ => rng.random_range(3..=most),
    }
}

fn watched(rng: &mut ChaCha8Rng) -> Vec<Watched> {
    let kinds = [Ending::Happened, Ending::Other, Ending::Censored];
    let tied: bool = rng.random();
    (0..size(rng, 60))
        .map(|place| Watched {
            // Few different times, so that most are tied; or no ties at all.
            time: if tied {
                f64::from(rng.random_range(1..25_u32))
            } else {
                place as f64 + rng.random_range(0.1..0.9)
            },
            ending: kinds[rng.random_range(0..3)],
        })
        .collect()
}

fn observed(rng: &mut ChaCha8Rng) -> Vec<Observed> {
    watched(rng)
        .into_iter()
        .map(|w| Observed { time: w.time, happened: w.ending != Ending::Censored })
        .collect()
}

fn pairs(observed: &[Observed]) -> Value {
    json!(observed.iter().map(|o| (o.time, o.happened)).collect::<Vec<_>>())
}

fn curve(rng: &mut ChaCha8Rng) -> Value {
    let people = observed(rng);
    let found = kaplan_meier(&people).unwrap();
    let steps: Vec<Value> = found
        .steps
        .iter()
        .map(|s| json!([s.time, s.survival, s.interval.low, s.interval.high]))
        .collect();
    let limit = found.last;
    json!({"kind": "kaplan_meier", "in": pairs(&people), "steps": steps, "median": found.median(),
        "limit": limit, "mean": limit.and_then(|l| found.restricted_mean(l))})
}

fn log_rank(rng: &mut ChaCha8Rng) -> Value {
    let groups: Vec<Vec<Observed>> = (0..rng.random_range(2..5)).map(|_| observed(rng)).collect();
    let slices: Vec<&[Observed]> = groups.iter().map(Vec::as_slice).collect();
    let found = log_rank_of(&slices).unwrap();
    json!({"kind": "log_rank", "in": groups.iter().map(|g| pairs(g)).collect::<Vec<_>>(),
        "out": found.map(|t| json!([t.chi_squared, t.freedom, t.p]))})
}

fn competing(rng: &mut ChaCha8Rng) -> Value {
    let people = watched(rng);
    let code = |w: &Watched| match w.ending {
        Ending::Censored => 0,
        Ending::Happened => 1,
        Ending::Other => 2,
    };
    let found = incidence(&people).unwrap();
    let steps: Vec<Value> =
        found.steps.iter().map(|s| json!([s.time, s.incidence, s.standard_error])).collect();
    let people: Vec<(f64, i32)> = people.iter().map(|w| (w.time, code(w))).collect();
    json!({"kind": "competing", "in": people, "steps": steps})
}

fn shares(rng: &mut ChaCha8Rng) -> Value {
    let part = |rng: &mut ChaCha8Rng| {
        let n = size(rng, 400);
        (rng.random_range(0..=n), n)
    };
    let (a, b) = (part(rng), part(rng));
    let p = [0.02, 0.3, 0.7][rng.random_range(0..3)];
    json!({"kind": "shares", "in": [a, b],
        "wilson": wilson(a.0, a.1).unwrap().map(range),
        "newcombe": newcombe(a, b).unwrap().map(|(d, i)| json!([d, i.low, i.high])),
        "fisher": fisher_exact(a, b),
        "z": effect(a, b, 0.5).unwrap().z, "p": effect(a, b, 0.5).unwrap().p,
        "ratio_at": p, "ratio": sample_ratio(a.1, b.1, p).unwrap().p})
}

fn rates(rng: &mut ChaCha8Rng) -> Value {
    let (events, exposure) = (size(rng, 300), rng.random_range(0.1..9.0));
    let (rate, interval) = garwood(events, exposure).unwrap();
    json!({"kind": "garwood", "in": [events, exposure], "rate": rate, "range": range(interval)})
}

fn means(rng: &mut ChaCha8Rng) -> Value {
    let values: Vec<f64> =
        (0..size(rng, 30)).map(|_| f64::from(rng.random_range(0..10_u32))).collect();
    let found = student(&values, None).unwrap();
    json!({"kind": "student", "in": values, "mean": found.map(|m| m.mean),
        "range": found.and_then(|m| m.interval).map(range)})
}

fn families(rng: &mut ChaCha8Rng) -> Value {
    let p: Vec<f64> = (0..size(rng, 20)).map(|_| rng.random_range(0..=20) as f64 / 20.0).collect();
    json!({"kind": "benjamini_hochberg", "in": p, "out": benjamini_hochberg(&p).unwrap()})
}

fn spread(rng: &mut ChaCha8Rng) -> Value {
    let counts: Vec<u64> = (0..size(rng, 40)).map(|_| rng.random_range(0..9)).collect();
    let members: Vec<Contribution> =
        (0..).zip(&counts).map(|(member, &count)| Contribution { member, count }).collect();
    let found = concentration(&members);
    let spread = found.as_ref().and_then(|f| f.spread);
    json!({"kind": "concentration", "in": counts, "gini": gini(&counts),
        "b50": found.map(|f| f.bus_factor_50), "hhi": spread.map(|s| s.herfindahl),
        "n1": spread.map(|s| s.effective_entropy), "range": gini_range(&counts).map(range)})
}

fn seasons(rng: &mut ChaCha8Rng) -> Value {
    let period = rng.random_range(2..13_usize);
    let window = 7 + 2 * rng.random_range(0..5_usize);
    let count = rng.random_range(2 * period..9 * period);
    let values: Vec<f64> = (0..count)
        .map(|at| 50.0 + 0.2 * at as f64 + f64::from(rng.random_range(0..30_u32)))
        .map(|value| value + (count % period) as f64)
        .collect();
    let found = stl(&values, period, window).unwrap().unwrap();
    let many = mstl(&values, &[period, 2 * period]).unwrap().unwrap();
    let of = |parts: &Parts| parts.seasons.iter().map(|s| s.values.clone()).collect::<Vec<_>>();
    json!({"kind": "stl", "in": values, "period": period, "window": window,
        "trend": found.trend, "season": of(&found)[0], "seasons": of(&many),
        "periods": many.seasons.iter().map(|s| s.period).collect::<Vec<_>>(),
        "rest": many.rest})
}

fn trends(rng: &mut ChaCha8Rng) -> Value {
    let values: Vec<f64> =
        (0..size(rng, 30)).map(|_| f64::from(rng.random_range(-4..5_i32))).collect();
    let (test, slope) = (mann_kendall(&values).unwrap(), theil_sen(&values).unwrap());
    json!({"kind": "trend", "in": values, "s": test.map(|t| t.s), "tau": test.map(|t| t.tau),
        "p": test.map(|t| t.p), "slope": slope.map(|s| [s.slope, s.interval.low, s.interval.high])})
}

fn before_after(rng: &mut ChaCha8Rng) -> Value {
    let mut row = |n: u64, base: f64| -> Vec<f64> {
        (0..n).map(|w| base + 0.5 * w as f64 + 6.0 * rng.random::<f64>()).collect()
    };
    let (before, after) = (row(14, 40.0), row(8, 50.0));
    let found = segmented(&before, &after).unwrap().unwrap();
    json!({"kind": "segmented", "before": before, "after": after,
        "level": [found.level.value, found.level.ordinary_error, found.level.robust_error],
        "slope": [found.slope.value, found.slope.ordinary_error, found.slope.robust_error]})
}

fn adjusted(rng: &mut ChaCha8Rng) -> Value {
    let arm = |rng: &mut ChaCha8Rng| -> Vec<(f64, f64)> {
        (0..rng.random_range(2..20))
            .map(|_| {
                let x = f64::from(rng.random_range(0..8_u32));
                (x, x + f64::from(rng.random_range(0..4_u32)))
            })
            .collect()
    };
    let (treated, held) = (arm(rng), arm(rng));
    let sums = |arm: &[(f64, f64)]| {
        let mut sums = ArmSums::default();
        arm.iter().for_each(|&(x, y)| sums.add(x, y));
        sums
    };
    let found = cuped(sums(&treated), sums(&held)).unwrap();
    json!({"kind": "cuped", "treated": treated, "held": held, "theta": found.theta,
        "raw": [found.raw.difference, found.raw.standard_error],
        "adjusted": [found.adjusted.difference, found.adjusted.standard_error]})
}

fn returning(rng: &mut ChaCha8Rng) -> Value {
    let mut between = |low: f64, high: f64| rng.random_range(low..high);
    let model = BgNbd {
        r: between(0.1, 3.0),
        alpha: between(0.5, 20.0),
        a: between(0.1, 3.0),
        b: between(0.2, 5.0),
    };
    let (age, span) = (between(1.0, 80.0), between(1.0, 100.0));
    let returns = rng.random_range(0..30_u32);
    let recency = if returns == 0 { 0.0 } else { rng.random_range(0.0..=1.0) * age };
    let visits = Visits { returns, recency, age };
    json!({"kind": "bgnbd", "model": [model.r, model.alpha, model.a, model.b],
        "in": [f64::from(returns), recency, age], "span": span, "alive": model.alive(visits),
        "expected": model.expected(visits, span), "likelihood": model.log_likelihood(&[visits])})
}

fn busy(rng: &mut ChaCha8Rng) -> Value {
    let periods: Vec<Period> = (0..size(rng, 12))
        .map(|_| {
            let all = rng.random_range(0..60);
            Period { relevant: rng.random_range(0..=all.min(20)), all }
        })
        .collect();
    let (ratio, reluctance) = (rng.random_range(1.2..3.0), rng.random_range(0.0..2.0));
    let found = bursts(&periods, ratio, reluctance).unwrap();
    let shown = |f: crate::burst::Bursts| -> Vec<Value> {
        f.bursts.iter().map(|b| json!([b.first, b.last, b.weight])).collect()
    };
    json!({"kind": "bursts", "in": periods.iter().map(|p| [p.relevant, p.all]).collect::<Vec<_>>(),
        "ratio": ratio, "reluctance": reluctance, "out": found.map(shown)})
}

fn ahead(rng: &mut ChaCha8Rng) -> Value {
    let values: Vec<f64> = (0..rng.random_range(5..30))
        .map(|w| 30.0 + f64::from(w) + f64::from(rng.random_range(0..9_u32)))
        .collect();
    let (alpha, beta, phi) =
        (rng.random_range(0.05..0.95), rng.random_range(0.05..0.95), rng.random_range(0.8..0.98));
    let level = smoothing::levels(&values, alpha, values[0]).pop().unwrap();
    let start = Damped { alpha, beta, phi, level: values[0], trend: values[1] - values[0] };
    json!({"kind": "forecast", "in": values, "alpha": alpha, "beta": beta, "phi": phi, "ses": level,
        "damped": start.run(&values).0.ahead(3), "theta": theta::ahead(&values, alpha, 3)})
}

fn odd_days(rng: &mut ChaCha8Rng) -> Value {
    let values: Vec<f64> =
        (0..rng.random_range(12..40)).map(|_| f64::from(rng.random_range(300..420_u32))).collect();
    let found = reading(500.0, &values).unwrap().unwrap();
    let tested = outliers(&values, 5).unwrap().unwrap();
    json!({"kind": "alarm", "in": values, "median": found.median, "mad": found.deviation,
        "steps": tested.steps.iter().map(|s| [s.distance, s.limit]).collect::<Vec<_>>()})
}

fn beliefs(rng: &mut ChaCha8Rng) -> Value {
    let part = |rng: &mut ChaCha8Rng| {
        let n = size(rng, 300);
        Share::estimate(rng.random_range(0..=n), n).unwrap()
    };
    let prior = BetaPrior { a: rng.random_range(0.3..15.0), b: rng.random_range(0.3..150.0) };
    let (a, b) = (part(rng), part(rng));
    let shrunk = prior.shrink(a);
    json!({"kind": "beta", "prior": [prior.a, prior.b], "in": [[a.x(), a.n()], [b.x(), b.n()]],
        "mean": shrunk.value, "range": range(shrunk.interval),
        "better": timing::compare(a, b, prior).second_better})
}

fn campaign(rng: &mut ChaCha8Rng) -> Value {
    let curve = bass::Bass {
        p: rng.random_range(0.01..0.06),
        q: rng.random_range(0.2..0.6),
        m: rng.random_range(300.0..3000.0),
    };
    let weekly: Vec<u64> = (0..18)
        .map(|w| {
            let part = curve.connected(f64::from(w) + 1.0) - curve.connected(f64::from(w));
            (part * rng.random_range(0.9..1.1)).round() as u64
        })
        .collect();
    let fit = bass::fit(&weekly, None).unwrap().unwrap();
    json!({"kind": "bass", "in": weekly, "fit": [fit.curve.p, fit.curve.q, fit.curve.m],
        "errors": [fit.errors.p, fit.errors.q, fit.errors.m], "squares": fit.squares})
}

#[test]
fn cases_for_the_second_implementation() {
    #[allow(clippy::disallowed_methods, reason = "script/agree says where to write")]
    let Ok(path) = std::env::var("NOABER_AGREE") else {
        return;
    };
    let kinds: [fn(&mut ChaCha8Rng) -> Value; 18] = [
        curve,
        log_rank,
        competing,
        shares,
        rates,
        means,
        families,
        spread,
        seasons,
        trends,
        before_after,
        adjusted,
        returning,
        busy,
        ahead,
        odd_days,
        beliefs,
        campaign,
    ];
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    for (place, kind) in kinds.iter().enumerate() {
        for case in 0..CASES {
            let mut rng = ChaCha8Rng::seed_from_u64(1_000 * place as u64 + case);
            writeln!(file, "{}", kind(&mut rng)).unwrap();
        }
    }
    file.flush().unwrap();
}
