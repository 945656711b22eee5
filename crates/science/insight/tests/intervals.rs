//! Section 0: ranges, wording, families of tests, shrinkage; 1.1 and 3.2.

use proptest::prelude::*;

use super::{close, prints, prints_range, share};
use crate::interval::{garwood, newcombe, student, wilson};
use crate::multiple::benjamini_hochberg;
use crate::proportion::compare;
use crate::shrink::{fit_prior, shrink_groups};
use crate::{Comparison, GroupMinimum, Invalid, Share};

#[test]
fn wilson_worked_values() {
    let range = |x, n| wilson(x, n).unwrap().unwrap();
    prints_range(range(7, 12), 0.319_511, 0.806_740, 6);
    prints_range(range(0, 12), 0.0, 0.242_494, 6);
    prints_range(range(12, 12), 0.757_506, 1.0, 6);
    prints_range(range(37, 420), 0.064_588, 0.119_069, 6);
    close(range(7, 12).low, 0.319_511_313, 1e-6);
    assert_eq!(range(0, 12).low, 0.0);
    assert_eq!(range(12, 12).high, 1.0);
    assert_eq!(wilson(0, 0), Ok(None));
    assert_eq!(wilson(2, 1), Err(Invalid::PartAboveWhole));
}

#[test]
fn a_census_has_no_range_and_nobody_gives_no_share() {
    let everyone = Share::census(7, 12).unwrap();
    prints(everyone.value().unwrap(), 0.583_333, 6);
    assert_eq!(everyone.range(), None);
    assert!(!everyone.indicative());
    assert_eq!(share(0, 0).value(), None);
    assert_eq!(share(0, 0).range(), None);
    assert_eq!(share(3, 8).complement(), share(5, 8));
}

#[test]
fn below_93_at_one_half_is_indicative() {
    assert!(share(46, 92).indicative());
    assert!(!share(47, 93).indicative());
    assert!(!share(47, 94).indicative());
}

#[test]
fn groups_with_overlapping_ranges_are_not_ranked() {
    assert!(!share(7, 12).may_rank(share(5, 12)));
    assert!(share(90, 100).may_rank(share(50, 100)));
    assert!(!share(0, 0).may_rank(share(50, 100)));
}

#[test]
fn newcomers_first_post() {
    let found = compare(share(14, 18), share(5, 12)).unwrap();
    prints(found.difference, 0.361_111, 6);
    prints_range(found.interval, 0.0112, 0.6207, 4);
    assert_eq!(found.comparison, Comparison::Higher);
    let turned = compare(share(5, 12), share(14, 18)).unwrap();
    assert_eq!(turned.comparison, Comparison::Lower);
    assert_eq!(compare(share(5, 12), share(6, 12)).unwrap().comparison, Comparison::NoneShown);
    assert_eq!(compare(share(0, 0), share(5, 12)), None);
}

#[test]
fn reports_per_thousand_posts() {
    let (rate, range) = garwood(6, 4.2).unwrap();
    prints(rate, 1.4286, 4);
    prints_range(range, 0.5243, 3.1094, 4);
    close(range.low, 0.524_260_536_545_440_7, 1e-6);
    let (rate, range) = garwood(0, 4.2).unwrap();
    assert_eq!((rate, range.low), (0.0, 0.0));
    prints(range.high, 0.8783, 4);
    assert_eq!(garwood(1, 0.0), Err(Invalid::NotPositive));
}

#[test]
fn mean_of_a_small_survey() {
    let people = [4.5, 4.25, 2.25, 3.25, 4.75, 1.5];
    let mean = student(&people, None).unwrap().unwrap();
    prints(mean.mean, 3.416_667, 6);
    prints_range(mean.interval.unwrap(), 2.032, 4.802, 3);
    let of_twenty = student(&people, Some(20)).unwrap().unwrap();
    prints_range(of_twenty.interval.unwrap(), 2.228, 4.606, 3);
    let everyone = student(&people, Some(6)).unwrap().unwrap();
    assert_eq!(everyone.standard_error, Some(0.0));
    assert_eq!(student(&[], None), Ok(None));
    assert_eq!(student(&[3.0], None).unwrap().unwrap().interval, None);
    assert_eq!(student(&[f64::NAN], None), Err(Invalid::NotFinite));
    assert_eq!(student(&people, Some(5)), Err(Invalid::PartAboveWhole));
}

#[test]
fn benjamini_hochberg_worked_values() {
    let adjusted = benjamini_hochberg(&[0.001, 0.008, 0.012, 0.03, 0.2, 0.6]).unwrap();
    for (actual, expected) in adjusted.iter().zip([0.006, 0.024, 0.024, 0.045, 0.24, 0.6]) {
        close(*actual, expected, 1e-9);
    }
    let shuffled = benjamini_hochberg(&[0.6, 0.012, 0.001, 0.2, 0.03, 0.008]).unwrap();
    close(shuffled[2], 0.006, 1e-9);
    close(shuffled[4], 0.045, 1e-9);
    assert_eq!(benjamini_hochberg(&[]), Ok(vec![]));
    assert_eq!(benjamini_hochberg(&[1.2]), Err(Invalid::NotAProbability));
    assert_eq!(benjamini_hochberg(&[f64::NAN]), Err(Invalid::NotAProbability));
}

#[test]
fn shrinkage_by_department() {
    let groups: Vec<Share> =
        [(64, 80), (42, 60), (9, 30), (3, 4), (110, 260)].map(|(x, n)| share(x, n)).to_vec();
    let prior = fit_prior(&groups).unwrap();
    close(prior.a, 4.094_112_884, 1e-3);
    close(prior.b, 2.993_946_718, 1e-3);
    assert!(prior.groups_differ());
    let shown = shrink_groups(&groups, GroupMinimum::FIVE).unwrap();
    for (place, expected) in [(0, 0.7819), (1, 0.6871), (2, 0.3531), (4, 0.4272)] {
        let shrunk = shown[place].unwrap();
        prints(shrunk.value, expected, 4);
        assert!(shrunk.interval.contains(shrunk.value));
    }
    assert_eq!(shown[3], None);
}

#[test]
fn shrinkage_by_content() {
    let items: Vec<Share> = [
        (3, 20),
        (12, 200),
        (45, 500),
        (1, 2),
        (30, 600),
        (8, 40),
        (90, 1500),
        (2, 60),
        (15, 150),
        (0, 15),
    ]
    .map(|(x, n)| share(x, n))
    .to_vec();
    let prior = fit_prior(&items).unwrap();
    close(prior.a, 12.9761, 1e-3);
    close(prior.b, 159.2464, 1e-3);
    let mut order: Vec<usize> = (1..=10).collect();
    let quantile = |i: usize| prior.quantile(items[i - 1], 0.05);
    order.sort_by(|&a, &b| quantile(b).total_cmp(&quantile(a)));
    assert_eq!(order, [3, 6, 9, 1, 7, 4, 2, 5, 10, 8]);
    prints(prior.shrink(items[5]).value, 0.0988, 4);
    prints(quantile(6), 0.0675, 4);
    prints(prior.shrink(items[3]).value, 0.0802, 4);
}

#[test]
fn no_prior_from_too_little() {
    assert_eq!(fit_prior(&[share(1, 2); 4]), None);
    assert_eq!(fit_prior(&[share(0, 9); 6]), None);
    assert_eq!(fit_prior(&[share(9, 9); 6]), None);
    assert_eq!(fit_prior(&[share(0, 0); 6]), None);
    // Groups that are all alike: chance explains everything, and all are shown at the mean.
    let alike = fit_prior(&[share(20, 50); 8]).unwrap();
    assert!(!alike.groups_differ());
    close(alike.mean(), 0.4, 1e-3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn wilson_holds_the_share_and_stays_inside(n in 1u64..5000, part in 0.0f64..=1.0) {
        let x = (part * n as f64) as u64;
        let range = wilson(x, n).unwrap().unwrap();
        prop_assert!(0.0 <= range.low && range.high <= 1.0);
        prop_assert!(range.contains(x as f64 / n as f64));
        let mirrored = wilson(n - x, n).unwrap().unwrap();
        prop_assert!((range.low + mirrored.high - 1.0).abs() < 1e-9);
    }

    #[test]
    fn newcombe_is_antisymmetric(n in 1u64..500, m in 1u64..500, p in 0.0f64..=1.0, q in 0.0f64..=1.0) {
        let (x, y) = ((p * n as f64) as u64, (q * m as f64) as u64);
        let (d, range) = newcombe((x, n), (y, m)).unwrap().unwrap();
        let (e, turned) = newcombe((y, m), (x, n)).unwrap().unwrap();
        prop_assert!((d + e).abs() < 1e-12);
        prop_assert!((range.low + turned.high).abs() < 1e-12);
        prop_assert!(range.contains(d) && range.low >= -1.0 && range.high <= 1.0);
    }

    #[test]
    fn adjusted_p_values_keep_their_order(p in proptest::collection::vec(0.0f64..=1.0, 0..30)) {
        let adjusted = benjamini_hochberg(&p).unwrap();
        for (i, &a) in p.iter().enumerate() {
            prop_assert!(adjusted[i] >= a - 1e-12 && adjusted[i] <= 1.0);
            for (j, &b) in p.iter().enumerate() {
                if a <= b { prop_assert!(adjusted[i] <= adjusted[j] + 1e-12); }
            }
        }
    }
}
