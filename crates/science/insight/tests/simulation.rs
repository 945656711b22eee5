//! What ranges and verdicts promise, tried on made-up communities. Seeded, so they never flicker.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::effect::{Verdict, effect};
use crate::interval::{newcombe, wilson};
use crate::sequence::{EXPECTED_SPREAD, confidence_sequence};

/// How many of `n` people reach an outcome of this probability.
fn reach(rng: &mut ChaCha8Rng, n: u64, p: f64) -> u64 {
    (0..n).filter(|_| rng.random::<f64>() < p).count() as u64
}

/// Settings: people per arm, share without and with the action.
const SETTINGS: [(u64, u64, f64, f64); 6] = [
    (40, 40, 0.10, 0.10),
    (60, 60, 0.30, 0.45),
    (150, 40, 0.08, 0.15),
    (200, 200, 0.50, 0.50),
    (300, 75, 0.20, 0.28),
    (600, 600, 0.09, 0.14),
];

#[test]
fn newcombe_covers_the_truth() {
    let (mut covered, mut all) = (0_u32, 0_u32);
    for (n, m, base, with) in SETTINGS {
        let mut hits = 0;
        for seed in 0..400 {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let (x, y) = (reach(&mut rng, n, with), reach(&mut rng, m, base));
            let (_, range) = newcombe((x, n), (y, m)).unwrap().unwrap();
            hits += u32::from(range.contains(with - base));
        }
        assert!((368..=396).contains(&hits), "{hits} of 400 with {n}, {m}, {base}, {with}");
        covered += hits;
        all += 400;
    }
    let share = f64::from(covered) / f64::from(all);
    assert!((0.94..=0.965).contains(&share), "{share}");
}

#[test]
fn without_effect_a_verdict_is_rare() {
    for (n, m, base, _) in SETTINGS {
        let held = m as f64 / (n + m) as f64;
        let mut said = 0_u32;
        for seed in 0..1_000 {
            let mut rng = ChaCha8Rng::seed_from_u64(10_000 + seed);
            let (x, y) = (reach(&mut rng, n, base), reach(&mut rng, m, base));
            let verdict = effect((x, n), (y, m), held).unwrap().verdict;
            said += u32::from(matches!(verdict, Verdict::Better | Verdict::Worse));
        }
        assert!(said <= 67, "{said} of 1000 with {n}, {m}, {base}");
    }
}

#[test]
fn a_real_effect_is_found_as_often_as_promised() {
    // 686 per arm find 10 to 15% in four of five cases; never the wrong way round.
    let (mut better, mut worse) = (0_u32, 0_u32);
    for seed in 0..300 {
        let mut rng = ChaCha8Rng::seed_from_u64(20_000 + seed);
        let (x, y) = (reach(&mut rng, 686, 0.15), reach(&mut rng, 686, 0.10));
        match effect((x, 686), (y, 686), 0.5).unwrap().verdict {
            Verdict::Better => better += 1,
            Verdict::Worse => worse += 1,
            _ => {}
        }
    }
    assert!((222..=258).contains(&better), "{better} of 300");
    assert_eq!(worse, 0);
}

#[test]
fn who_looks_every_day_is_fooled_by_the_fixed_range_only() {
    let (mut fixed, mut always) = (0_u32, 0_u32);
    for seed in 0..200 {
        let mut rng = ChaCha8Rng::seed_from_u64(30_000 + seed);
        let (mut x, mut y) = (0, 0);
        let (mut fooled_fixed, mut fooled_always) = (false, false);
        for day in 1..=28_u64 {
            x += reach(&mut rng, 30, 0.2);
            y += reach(&mut rng, 30, 0.2);
            let n = 30 * day;
            let verdict = effect((x, n), (y, n), 0.5).unwrap().verdict;
            fooled_fixed |= matches!(verdict, Verdict::Better | Verdict::Worse);
            let found = confidence_sequence((x, n), (y, n), EXPECTED_SPREAD).unwrap();
            fooled_always |= found.is_some_and(|f| f.proven);
        }
        fixed += u32::from(fooled_fixed);
        always += u32::from(fooled_always);
    }
    assert!(fixed > 30, "{fixed} of 200");
    assert!(always <= 10, "{always} of 200");
}

#[test]
fn wilson_covers_the_truth_for_small_groups() {
    let mut hits = 0_u32;
    for seed in 0..1_000 {
        let mut rng = ChaCha8Rng::seed_from_u64(40_000 + seed);
        let x = reach(&mut rng, 12, 0.4);
        hits += u32::from(wilson(x, 12).unwrap().unwrap().contains(0.4));
    }
    assert!((925..=985).contains(&hits), "{hits} of 1000");
}
