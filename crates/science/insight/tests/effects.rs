//! Section 7.3.

use proptest::prelude::*;

use super::{close, prints, prints_range};
use crate::Invalid;
use crate::cuped::{ArmSums, cuped};
use crate::effect::{Verdict, effect, fisher_exact, sample_ratio};
use crate::power::{needed_per_arm, smallest_detectable};
use crate::segmented::segmented;
use crate::sequence::{EXPECTED_SPREAD, confidence_sequence};

#[test]
fn holdout_worked_values() {
    let found = effect((84, 600), (54, 600), 0.5).unwrap();
    close(found.points.unwrap(), 5.0, 1e-9);
    prints_range(found.interval.unwrap(), 1.389, 8.631, 3);
    prints(found.z, 2.71463, 5);
    prints(found.p, 0.006_635, 6);
    assert_eq!((found.fisher, found.verdict), (None, Verdict::Better));
    assert_eq!((found.treated.x(), found.held.n()), (84, 600));
    let turned = effect((54, 600), (84, 600), 0.5).unwrap();
    assert_eq!(turned.verdict, Verdict::Worse);
}

#[test]
fn sample_ratio_worked_values() {
    let first = sample_ratio(600, 540, 0.5).unwrap();
    prints(first.p, 0.0756, 4);
    let second = sample_ratio(620, 520, 0.5).unwrap();
    prints(second.p, 0.0031, 4);
    assert!(!first.alarm && !second.alarm);
    assert!(sample_ratio(700, 500, 0.5).unwrap().alarm);
    assert!(!sample_ratio(800, 200, 0.2).unwrap().alarm);
    assert_eq!(sample_ratio(0, 0, 0.5).unwrap().p, 1.0);
    assert_eq!(sample_ratio(1, 1, 0.0), Err(Invalid::NotAProbability));
    // After an alarm nothing is said, however large the difference.
    let skewed = effect((350, 700), (100, 500), 0.5).unwrap();
    assert_eq!(skewed.verdict, Verdict::CannotTell);
}

#[test]
fn verdicts_at_the_edges() {
    let verdict = |t, h| effect(t, h, 0.5).unwrap().verdict;
    assert_eq!(verdict((0, 0), (0, 0)), Verdict::TooFewPeople);
    assert_eq!(verdict((19, 19), (0, 19)), Verdict::TooFewPeople);
    assert_eq!(verdict((0, 50), (0, 50)), Verdict::CannotTell);
    assert_eq!(verdict((50, 50), (50, 50)), Verdict::CannotTell);
    assert_eq!(verdict((50, 50), (0, 50)), Verdict::Better);
    // Few people: the exact test decides, p = .0648, although the range excludes zero.
    assert_eq!(verdict((8, 20), (2, 20)), Verdict::CannotTell);
    let empty = effect((0, 0), (3, 9), 0.5).unwrap();
    assert_eq!((empty.points, empty.interval, empty.p), (None, None, 1.0));
    assert_eq!(effect((3, 2), (1, 2), 0.5), Err(Invalid::PartAboveWhole));
}

#[test]
fn fisher_worked_value() {
    prints(fisher_exact((8, 20), (2, 20)).unwrap(), 0.0648, 4);
    close(fisher_exact((8, 20), (2, 20)).unwrap(), 0.064_833_161_607_355, 1e-6);
    prints(fisher_exact((12, 40), (30, 60)).unwrap(), 0.0629, 4);
    close(fisher_exact((0, 5), (0, 5)).unwrap(), 1.0, 1e-9);
    assert_eq!(fisher_exact((0, 0), (1, 5)), None);
}

#[test]
fn peeking_worked_values() {
    let found = confidence_sequence((84, 600), (54, 600), EXPECTED_SPREAD).unwrap().unwrap();
    prints_range(found.interval, -0.575, 10.575, 3);
    prints(found.p, 0.1106, 4);
    assert!(!found.proven);
    assert_eq!(confidence_sequence((0, 0), (1, 2), 0.05), Ok(None));
    assert_eq!(confidence_sequence((0, 9), (0, 9), 0.05), Ok(None));
    assert_eq!(confidence_sequence((1, 9), (2, 9), 0.0), Err(Invalid::NotPositive));
    // The range excludes zero exactly when the p-value is below 5%.
    let sure = confidence_sequence((400, 1000), (200, 1000), 0.05).unwrap().unwrap();
    assert!(sure.proven && sure.p < 0.05);
}

#[test]
fn power_worked_values() {
    assert_eq!(needed_per_arm(0.10, 0.15), Ok(Some(686)));
    assert_eq!(needed_per_arm(0.10, 0.12), Ok(Some(3841)));
    assert_eq!(needed_per_arm(0.44, 0.56), Ok(Some(272)));
    assert_eq!(needed_per_arm(0.2, 0.2), Ok(None));
    assert_eq!(needed_per_arm(0.2, 1.2), Err(Invalid::NotAProbability));
    for (n, points) in [(50, 22.7), (100, 15.0), (250, 8.8), (600, 5.4)] {
        prints(smallest_detectable(n, n, 0.10).unwrap().rise.unwrap(), points, 1);
    }
    let few = smallest_detectable(2, 2, 0.5).unwrap();
    assert_eq!((few.rise, few.fall), (None, None));
    assert_eq!(smallest_detectable(0, 5, 0.5), None);
    let sure = smallest_detectable(100, 100, 1.0).unwrap();
    assert!(sure.rise.is_none() && sure.fall.is_some());
    // Holding back fewer people costs power.
    let uneven = smallest_detectable(1080, 120, 0.10).unwrap().rise.unwrap();
    assert!(uneven > smallest_detectable(600, 600, 0.10).unwrap().rise.unwrap());
}

#[test]
fn cuped_worked_values() {
    let before = [2.0, 0.0, 5.0, 1.0, 3.0, 0.0, 4.0, 1.0, 6.0, 2.0, 0.0, 3.0];
    let outcome = [4.0, 1.0, 8.0, 2.0, 5.0, 0.0, 5.0, 1.0, 7.0, 3.0, 0.0, 3.0];
    let (mut treated, mut held) = (ArmSums::default(), ArmSums::default());
    for (place, (x, y)) in before.into_iter().zip(outcome).enumerate() {
        if place < 6 { treated.add(x, y) } else { held.add(x, y) }
    }
    let found = cuped(treated, held).unwrap();
    close(found.theta, 1.248_587_57, 1e-6);
    prints(found.variance_removed, 0.9047, 4);
    prints(found.raw.difference, 0.1667, 4);
    prints(found.raw.standard_error, 1.593, 3);
    prints(found.adjusted.difference, 1.2072, 4);
    prints(found.adjusted.standard_error, 0.3106, 4);
    assert!(found.indicative);
    assert_eq!(cuped(ArmSums::default(), held), None);
    let mut flat = ArmSums::default();
    flat.add(1.0, 2.0);
    flat.add(1.0, 2.0);
    assert_eq!(cuped(flat, flat).unwrap().theta, 0.0);
}

#[test]
fn before_and_after_worked_values() {
    let before = [50.0, 52.0, 49.0, 53.0, 55.0, 54.0, 56.0, 55.0, 57.0, 58.0];
    let after = [66.0, 68.0, 67.0, 70.0, 71.0, 70.0, 73.0, 74.0];
    let found = segmented(&before, &after).unwrap().unwrap();
    prints(found.level.value, 7.35, 6);
    prints(found.level.ordinary_error, 1.088, 3);
    prints(found.level.robust_error, 0.405, 3);
    prints(found.slope.value, 0.2045, 4);
    prints(found.total.value, 64.53, 2);
    // The larger error counts: t(14) = 2.1448.
    prints(found.level.interval.half_width(), 2.1448 * 1.08829, 3);
    assert!(found.too_short);
    assert_eq!(segmented(&before[..1], &after), Ok(None));
    assert_eq!(segmented(&[1.0, f64::NAN], &after), Err(Invalid::NotFinite));
    let flat = segmented(&[3.0; 12], &[3.0; 6]).unwrap().unwrap();
    close(flat.level.value, 0.0, 1e-9);
    assert!(!flat.too_short);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn swapping_the_arms_swaps_the_verdict(
        n in 20u64..300, m in 20u64..300, p in 0.0f64..=1.0, q in 0.0f64..=1.0
    ) {
        let (x, y) = ((p * n as f64) as u64, (q * m as f64) as u64);
        let held = m as f64 / (n + m) as f64;
        let one = effect((x, n), (y, m), held).unwrap();
        let other = effect((y, m), (x, n), 1.0 - held).unwrap();
        let swapped = match one.verdict {
            Verdict::Better => Verdict::Worse,
            Verdict::Worse => Verdict::Better,
            same => same,
        };
        prop_assert_eq!(other.verdict, swapped);
        prop_assert!((one.z + other.z).abs() < 1e-9);
    }

    #[test]
    fn needed_and_detectable_agree(base in 0.02f64..0.6, change in 0.03f64..0.3) {
        let n = needed_per_arm(base, base + change).unwrap().unwrap();
        let rise = smallest_detectable(n, n, base).unwrap().rise.unwrap() / 100.0;
        prop_assert!(rise <= change + 1e-9);
        prop_assert!(rise > change * 0.9 || n < 30);
    }
}
