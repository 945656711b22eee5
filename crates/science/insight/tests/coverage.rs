//! Whether ranges hold the truth as often as they promise, and silence is kept when there is nothing,
//! on communities whose truth is known. Fifty seeds, or a thousand with NOABER_LONG=1.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::Share;
use crate::alarm::{Alarm, expected_by_chance, reading};
use crate::bass::{self, Bass};
use crate::burst::{Period, USUAL_RATIO, USUAL_RELUCTANCE, bursts};
use crate::competing::{Ending, Watched, incidence};
use crate::distributions::{gamma_quantile, normal_quantile};
use crate::dormancy::{ASLEEP_BELOW, History, Rhythm};
use crate::forecast::choice::forecast;
use crate::interval::garwood;
use crate::log_rank::log_rank;
use crate::outliers::outliers;
use crate::proportion::{Comparison, compare};
use crate::resonance;
use crate::restricted_mean;
use crate::shrink::fit_prior;
use crate::survival::{Observed, kaplan_meier};
use crate::terms::{Sizes, Term, rises};
use crate::timing::{Posted, best_time};
use crate::trend::mann_kendall;

/// How many seeds.
fn seeds() -> u64 {
    #[allow(clippy::disallowed_methods, reason = "a test asks whether the long run is wanted")]
    let long = std::env::var("NOABER_LONG").is_ok_and(|long| long == "1");
    if long { 1_000 } else { 50 }
}

/// Counts over the seeds how often something is so.
fn times(first: u64, mut is: impl FnMut(&mut ChaCha8Rng) -> bool) -> u64 {
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
fn at_most(what: &str, hits: u64, allowed: f64) {
    let n = seeds() as f64;
    println!("{what}: {hits} of {n}, allowed at most {allowed} and chance");
    let limit = allowed + 2.5 * (allowed * (1.0 - allowed) / n).sqrt();
    assert!(hits as f64 / n <= limit, "{what}: {hits} of {n}");
}

fn happens(rng: &mut ChaCha8Rng, n: u64, p: f64) -> u64 {
    (0..n).filter(|_| rng.random::<f64>() < p).count() as u64
}

fn normal(rng: &mut ChaCha8Rng) -> f64 {
    normal_quantile(rng.random::<f64>().clamp(1e-12, 1.0 - 1e-12))
}

fn exponential(rng: &mut ChaCha8Rng, mean: f64) -> f64 {
    -mean * (1.0 - rng.random::<f64>()).ln()
}

/// Lives of an exponential length, watched until a day between 20 and 60.
fn lives(rng: &mut ChaCha8Rng, n: usize, mean: f64) -> Vec<Observed> {
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

#[test]
fn forecasts_cover() {
    type Course = fn(&mut ChaCha8Rng) -> Vec<f64>;
    let walk: Course = |rng| {
        let mut at = 200.0;
        let mut step = || {
            at += 5.0 * normal(rng);
            at
        };
        (0..34).map(|_| step()).collect()
    };
    let growth: Course =
        |rng| (0..34).map(|w| 100.0 + 2.0 * f64::from(w) + 6.0 * normal(rng)).collect();
    let level: Course = |rng| (0..34).map(|_| 80.0 + 6.0 * normal(rng)).collect();
    let week: Course = |rng| {
        let shape = [0.0, 3.0, 1.0, 4.0, 0.0, -40.0, -45.0];
        (0..46).map(|d: usize| 90.0 + shape[d % 7] + 5.0 * normal(rng)).collect()
    };
    for (what, course, season) in
        [("walk", walk, 1), ("growth", growth, 1), ("level", level, 1), ("week", week, 7)]
    {
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

#[test]
fn without_a_difference_none_is_said() {
    let hits = times(200_000, |rng| {
        let share =
            |n: u64, rng: &mut ChaCha8Rng| Share::estimate(happens(rng, n, 0.35), n).unwrap();
        let (a, b) = (share(80, rng), share(50, rng));
        compare(a, b).unwrap().comparison != Comparison::NoneShown
    });
    at_most("two groups of members", hits, 0.05);
    let hits = times(210_000, |rng| {
        let (a, b) = (lives(rng, 50, 30.0), lives(rng, 60, 30.0));
        log_rank(&a, &b).unwrap().unwrap().p < 0.05
    });
    at_most("log-rank of two cohorts", hits, 0.05);
    let hits = times(220_000, |rng| {
        let values: Vec<f64> = (0..10).map(|_| normal(rng)).collect();
        mann_kendall(&values).unwrap().unwrap().p < 0.05
    });
    at_most("trend of ten months", hits, 0.05);
}

#[test]
fn without_a_best_time_none_is_said() {
    let hits = times(230_000, |rng| {
        let items: Vec<Posted> = (0..120_u64)
            .map(|i| {
                let n = 30 + (rng.random::<f64>() * 100.0) as u64;
                // Posts differ by themselves, authors too, the times do not.
                let p = [0.05, 0.08, 0.12][(i % 3) as usize] * (0.5 + rng.random::<f64>());
                let slot = (rng.random::<f64>() * 8.0) as u32;
                Posted {
                    author: i % 3,
                    slot,
                    share: Share::estimate(happens(rng, n, p), n).unwrap(),
                }
            })
            .collect();
        let shares: Vec<Share> = items.iter().map(|i| i.share).collect();
        best_time(&items, resonance::prior(&shares)).claim.is_some()
    });
    at_most("best time", hits, 0.05);
}

#[test]
fn without_a_rise_no_word_is_said_to_rise() {
    let (mut said, mut words) = (0_u32, 0_u32);
    for seed in 0..seeds() {
        let mut rng = ChaCha8Rng::seed_from_u64(240_000 + seed);
        for rate in [0.001, 0.003, 0.01] {
            let now = happens(&mut rng, 4_000, rate);
            let before = happens(&mut rng, 16_000, rate);
            let background = now + before + happens(&mut rng, 30_000, rate);
            let term = Term { now, before, background, authors: 9 };
            let sizes = Sizes { now: 4_000, before: 16_000, background: 50_000 };
            said += u32::from(rises(&[term], sizes)[0].shown);
            words += 1;
        }
    }
    println!("rising words without a rise: {said} of {words}");
    // z > 3 one-sided is one in 740.
    assert!(f64::from(said) <= 0.005 * f64::from(words) + 2.0, "{said} of {words}");
}

#[test]
fn alarms_come_as_often_as_announced() {
    let count = |weeks: usize, deviation: f64| {
        let mut alarms = 0_u32;
        for seed in 0..50 {
            let mut rng = ChaCha8Rng::seed_from_u64(250_000 + seed);
            for _ in 0..1_200 {
                let mut day = || 400.0 + deviation * normal(&mut rng);
                let reference: Vec<f64> = (0..weeks).map(|_| day()).collect();
                let read = reading(day(), &reference).unwrap().unwrap();
                alarms += u32::from(matches!(read.alarm, Alarm::High | Alarm::Low));
            }
        }
        f64::from(alarms)
    };
    let announced = expected_by_chance(50, 1_200);
    for weeks in [12, 26, 52] {
        // Days that vary far more than counts do by themselves: the floor plays no part.
        let (wild, calm) = (count(weeks, 900.0), count(weeks, 20.0));
        println!(
            "alarms with {weeks} weeks: {wild}, counts {calm}; announced {announced} of 60000"
        );
        // Chance, and the limits themselves are known to 5%.
        assert!((wild - announced).abs() <= 5.0 * announced.sqrt(), "{wild}");
        // Days that vary as counts do: never more.
        assert!(calm <= announced + 3.0 * announced.sqrt(), "{calm}");
    }
}

#[test]
fn an_ordinary_series_has_no_outliers() {
    let hits = times(260_000, |rng| {
        let values: Vec<f64> = (0..40).map(|_| normal(rng)).collect();
        outliers(&values, 5).unwrap().unwrap().count > 0
    });
    at_most("outliers of forty ordinary days", hits, 0.05);
}

#[test]
fn silence_is_judged_by_each_ones_own_rhythm() {
    // Members who are all still active: the chance of their next silence is uniform, so that one in
    // twenty is called asleep, whoever they are.
    let rhythm = Rhythm { shape: 0.8, days: 5.0 };
    let (mut asleep, mut all) = (0_u32, 0_u32);
    for seed in 0..seeds() {
        let mut rng = ChaCha8Rng::seed_from_u64(270_000 + seed);
        for _ in 0..40 {
            let rate = gamma_quantile(rng.random::<f64>().clamp(1e-6, 1.0 - 1e-6), 0.8) / 5.0;
            let returns = 2 + (rng.random::<f64>() * 20.0) as u32;
            let span = (0..returns).map(|_| exponential(&mut rng, 1.0 / rate)).sum();
            let silence = exponential(&mut rng, 1.0 / rate);
            let chance = rhythm.silence_chance(History { returns, span, silence });
            asleep += u32::from(chance < ASLEEP_BELOW);
            all += 1;
        }
    }
    let share = f64::from(asleep) / f64::from(all);
    println!("called asleep while active: {share:.4}, promised .05");
    assert!((share - 0.05).abs() <= 4.0 * (0.05 * 0.95 / f64::from(all)).sqrt(), "{share}");
}

#[test]
fn a_theme_without_bursts_has_few() {
    let hits = times(280_000, |rng| {
        let periods: Vec<Period> =
            (0..26).map(|_| Period { relevant: happens(rng, 100, 0.05), all: 100 }).collect();
        let found = bursts(&periods, USUAL_RATIO, USUAL_RELUCTANCE).unwrap();
        found.is_some_and(|f| !f.bursts.is_empty())
    });
    println!("a burst in half a year of an even theme: {hits} of {}", seeds());
    assert!(hits as f64 <= 0.25 * seeds() as f64, "{hits}");
}
