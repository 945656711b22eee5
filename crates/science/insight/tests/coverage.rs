//! Whether ranges hold the truth as often as they promise, on communities whose truth is known. Fifty
//! seeds, or a thousand with NOABER_LONG=1.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::Share;
use crate::bass::{self, Bass};
use crate::competing::{Ending, Watched, incidence};
use crate::distributions::{gamma_quantile, normal_quantile};
use crate::forecast::choice::forecast;
use crate::interval::garwood;
use crate::restricted_mean;
use crate::shrink::fit_prior;
use crate::survival::{Observed, kaplan_meier};

/// How many seeds.
pub(super) fn seeds() -> u64 {
    #[allow(clippy::disallowed_methods, reason = "a test asks whether the long run is wanted")]
    let long = std::env::var("NOABER_LONG").is_ok_and(|long| long == "1");
    if long { 1_000 } else { 50 }
}

/// Counts over the seeds how often something is so.
pub(super) fn times(first: u64, mut is: impl FnMut(&mut ChaCha8Rng) -> bool) -> u64 {
    (0..seeds()).filter(|seed| is(&mut ChaCha8Rng::seed_from_u64(first + seed))).count() as u64
}

/// Asserts a share of seeds that is at least `promised`, but for chance (three standard errors), and
/// prints it for the note.
#[track_caller]
fn at_least(what: &str, hits: u64, promised: f64) {
    let n = seeds() as f64;
    let share = hits as f64 / n;
    println!("{what}: {hits} of {n}, promised at least {promised}");
    let chance = 3.0 * (promised * (1.0 - promised) / n).sqrt();
    assert!(share >= promised - chance, "{what}: {share}, promised {promised}");
}

/// Asserts a share of seeds that is at most `allowed`: 6.7% in a thousand (5% and its chance), more
/// in fifty because chance is larger there.
#[track_caller]
pub(super) fn at_most(what: &str, hits: u64, allowed: f64) {
    let n = seeds() as f64;
    println!("{what}: {hits} of {n}, allowed at most {allowed} and chance");
    let limit = allowed + 2.5 * (allowed * (1.0 - allowed) / n).sqrt();
    assert!(hits as f64 / n <= limit, "{what}: {hits} of {n}");
}

pub(super) fn happens(rng: &mut ChaCha8Rng, n: u64, p: f64) -> u64 {
    (0..n).filter(|_| rng.random::<f64>() < p).count() as u64
}

pub(super) fn normal(rng: &mut ChaCha8Rng) -> f64 {
    normal_quantile(rng.random::<f64>().clamp(1e-12, 1.0 - 1e-12))
}

pub(super) fn exponential(rng: &mut ChaCha8Rng, mean: f64) -> f64 {
    -mean * (1.0 - rng.random::<f64>()).ln()
}

/// Lives of an exponential length, watched until a day between 20 and 60.
pub(super) fn lives(rng: &mut ChaCha8Rng, n: usize, mean: f64) -> Vec<Observed> {
    (0..n)
        .map(|_| {
            let (life, until) = (exponential(rng, mean), 20.0 + 40.0 * rng.random::<f64>());
            // In whole days, so that there are ties.
            Observed { time: life.min(until).ceil(), happened: life <= until }
        })
        .collect()
}

#[test]
fn survival_ranges_cover() {
    let hits = times(100_000, |rng| {
        let curve = kaplan_meier(&lives(rng, 60, 30.0)).unwrap();
        // In whole days it has happened by day 15 when the life is at most 15.
        curve.step_at(15.0).is_some_and(|s| s.interval.contains((-15.0_f64 / 30.0).exp()))
    });
    at_least("Kaplan-Meier log-log, n = 60", hits, 0.95);
}

#[test]
fn median_ranges_cover() {
    // The smallest whole day at which at most half are left: ceil(30 ln 2) = 21.
    let hits = times(110_000, |rng| {
        let (low, high) = kaplan_meier(&lives(rng, 80, 30.0)).unwrap().median_range();
        low.is_some_and(|l| l <= 21.0) && high.is_none_or(|h| 21.0 <= h)
    });
    at_least("median of a curve, n = 80", hits, 0.95);
}

#[test]
fn restricted_means_cover() {
    let limit = 20.0;
    // Days 1 to 20, each with the chance of still being there before it.
    let truth: f64 = (0..20).map(|day| (-f64::from(day) / 30.0).exp()).sum();
    let hits = times(120_000, |rng| {
        let curve = kaplan_meier(&lives(rng, 80, 30.0)).unwrap();
        let mean = restricted_mean::restricted_mean(&curve, limit).unwrap();
        mean.interval.contains(truth)
    });
    at_least("restricted mean, n = 80", hits, 0.93);
    let hits = times(130_000, |rng| {
        let (a, b) = (lives(rng, 70, 30.0), lives(rng, 90, 30.0));
        let (a, b) = (kaplan_meier(&a).unwrap(), kaplan_meier(&b).unwrap());
        restricted_mean::compare(&a, &b, limit).unwrap().interval.contains(0.0)
    });
    at_least("difference of restricted means", hits, 0.94);
}

#[test]
fn incidences_cover() {
    // Falling asleep once in 40 days, leaving once in 80: by day 20 the chance of the first is
    // 2/3·(1 − e^(−20·(1/40 + 1/80))).
    let truth = 2.0 / 3.0 * (1.0 - (-20.0_f64 * (1.0 / 40.0 + 1.0 / 80.0)).exp());
    let hits = times(140_000, |rng| {
        let people: Vec<Watched> = (0..80)
            .map(|_| {
                let (sleep, leave) = (exponential(rng, 40.0), exponential(rng, 80.0));
                let until = 20.0 + 40.0 * rng.random::<f64>();
                let time = sleep.min(leave).min(until);
                let ending = if until <= time {
                    Ending::Censored
                } else if sleep <= leave {
                    Ending::Happened
                } else {
                    Ending::Other
                };
                Watched { time, ending }
            })
            .collect();
        let found = incidence(&people).unwrap();
        let step = found.steps.iter().take_while(|s| s.time <= 20.0).last();
        step.is_some_and(|s| s.interval.contains(truth))
    });
    at_least("Aalen-Johansen, n = 80", hits, 0.95);
}

#[test]
fn rates_cover() {
    let hits = times(150_000, |rng| {
        let reports = (0..4_200).filter(|_| rng.random::<f64>() < 0.0014).count() as u64;
        garwood(reports, 4.2).unwrap().1.contains(1.4)
    });
    at_least("Garwood, six reports expected", hits, 0.95);
}

#[test]
fn shrunken_shares_cover() {
    let (mut hits, mut all) = (0_u32, 0_u32);
    for seed in 0..seeds() {
        let mut rng = ChaCha8Rng::seed_from_u64(160_000 + seed);
        let mut gamma =
            |shape: f64| gamma_quantile(rng.random::<f64>().clamp(1e-9, 1.0 - 1e-9), shape);
        let truths: Vec<f64> = (0..30)
            .map(|_| {
                let (a, b) = (gamma(4.0), gamma(6.0));
                a / (a + b)
            })
            .collect();
        let shares: Vec<Share> = truths
            .iter()
            .map(|&p| {
                let n = 5 + (rng.random::<f64>() * 60.0) as u64;
                Share::estimate(happens(&mut rng, n, p), n).unwrap()
            })
            .collect();
        let prior = fit_prior(&shares).unwrap();
        for (share, truth) in shares.iter().zip(truths) {
            hits += u32::from(prior.shrink(*share).interval.contains(truth));
            all += 1;
        }
    }
    let share = f64::from(hits) / f64::from(all);
    println!("shrunken shares of 30 departments: {share:.4} of the ranges cover");
    // Empirical Bayes takes the prior for known, which costs a little.
    assert!((0.925..=0.975).contains(&share), "{share}");
}

/// How often the 80% ranges of made-up courses hold what came, one and four steps ahead. A test for
/// each course, so that none takes long.
#[track_caller]
fn forecasts_cover(what: &str, season: usize, course: impl Fn(&mut ChaCha8Rng) -> Vec<f64>) {
    let mut hits = [0_u64; 2];
    times(170_000, |rng| {
        let values = course(rng);
        let (known, future) = values.split_at(values.len() - 4);
        let found = forecast(known, season, 4).unwrap().unwrap();
        for (hits, step) in hits.iter_mut().zip([0, 3]) {
            *hits += u64::from(found.ahead[step].interval.contains(future[step]));
        }
        true
    });
    at_least(&format!("80% forecast of a {what}, 1 ahead"), hits[0], 0.80);
    at_least(&format!("80% forecast of a {what}, 4 ahead"), hits[1], 0.80);
}

#[test]
fn forecasts_of_a_walk_cover() {
    forecasts_cover("walk", 1, |rng| {
        let mut at = 200.0;
        let mut step = || {
            at += 5.0 * normal(rng);
            at
        };
        (0..34).map(|_| step()).collect()
    });
}

#[test]
fn forecasts_of_growth_cover() {
    forecasts_cover("growth", 1, |rng| {
        (0..34).map(|w| 100.0 + 2.0 * f64::from(w) + 6.0 * normal(rng)).collect()
    });
}

#[test]
fn forecasts_of_a_level_cover() {
    forecasts_cover("level", 1, |rng| (0..34).map(|_| 80.0 + 6.0 * normal(rng)).collect());
}

#[test]
fn forecasts_of_a_week_cover() {
    let shape = [0.0, 3.0, 1.0, 4.0, 0.0, -40.0, -45.0];
    forecasts_cover("week", 7, |rng| {
        (0..46).map(|d: usize| 90.0 + shape[d % 7] + 5.0 * normal(rng)).collect()
    });
}

#[test]
fn the_final_number_of_a_campaign_is_covered() {
    let curve = Bass { p: 0.03, q: 0.38, m: 1000.0 };
    let (mut shown, mut hits) = (0_u64, 0_u64);
    for seed in 0..seeds() {
        let mut rng = ChaCha8Rng::seed_from_u64(180_000 + seed);
        // Every one of a thousand people has a week of their own, or none within 14 weeks.
        let mut weekly = vec![0_u64; 14];
        for _ in 0..1000 {
            let u = rng.random::<f64>();
            if let Some(week) = (0..14).find(|&w| u < curve.share(f64::from(w) + 1.0)) {
                weekly[week as usize] += 1;
            }
        }
        let Some(fit) = bass::fit(&weekly, None).unwrap() else { continue };
        if fit.forecast() == bass::Forecast::Shown {
            shown += 1;
            hits += u64::from(fit.final_range(None).contains(1000.0));
        }
    }
    println!("final number of a campaign: shown {shown}, covered {hits}");
    assert!(shown as f64 >= 0.95 * seeds() as f64);
    assert!(hits as f64 >= 0.88 * shown as f64, "{hits} of {shown}");
}
