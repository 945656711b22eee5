//! With nothing there nothing is said: no difference, no trend, no best time, no alarm beyond those
//! announced. Seeds as in [`super::coverage`].

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::coverage::{at_most, exponential, happens, lives, normal, seeds, times};
use crate::alarm::{Alarm, chance_beyond, expected_by_chance, reading};
use crate::burst::{Period, USUAL_RATIO, USUAL_RELUCTANCE, bursts};
use crate::distributions::gamma_quantile;
use crate::dormancy::{ASLEEP_BELOW, History, Rhythm};
use crate::log_rank::log_rank;
use crate::outliers::outliers;
use crate::proportion::{Comparison, compare};
use crate::terms::{Sizes, Term, rises};
use crate::timing::{Posted, best_time};
use crate::trend::mann_kendall;
use crate::{Share, resonance};

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

/// Why the limits lie so far out: the customary 3.5, one in two thousand on paper, cries wolf nearly
/// once in twenty when the deviation is known from eight weeks only.
#[test]
fn the_customary_limit_cries_wolf() {
    let (mut beyond, mut looks) = (0_u32, 0_u32);
    let mut rng = ChaCha8Rng::seed_from_u64(290_000);
    for _ in 0..20_000 {
        let reference: Vec<f64> = (0..8).map(|_| normal(&mut rng)).collect();
        let read = reading(normal(&mut rng), &reference).unwrap().unwrap();
        beyond += u32::from(read.z_without_floor.is_some_and(|z| z.abs() > 3.5));
        looks += 1;
    }
    let share = f64::from(beyond) / f64::from(looks);
    println!("beyond 3.5 with eight weeks: {share:.4}");
    assert!((share - 0.047).abs() < 0.005, "{share}");
    assert!((chance_beyond(3.5) - 0.000_47).abs() < 0.000_005);
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
