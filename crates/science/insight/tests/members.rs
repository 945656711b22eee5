//! Reach, tiers, concentration and dormancy.

use proptest::prelude::*;
use roaring::RoaringBitmap;

use super::{close, prints, prints_range};
use crate::concentration::{Contribution, concentration, gini, gini_range, top_share};
use crate::dormancy::{Class, History, Rhythm, fit_rhythm};
use crate::reach::{Acts, Tier, active, connected, distinct, stickiness, stickiness_of, tiers};
use crate::{Basis, Invalid};

const WORKWEEK: [bool; 7] = [true, true, true, true, true, false, false];

#[test]
fn stickiness_worked_values() {
    let daily = [40, 42, 39, 45, 44, 12, 9].repeat(4);
    let workdays = WORKWEEK.repeat(4);
    let found = stickiness(&daily, &workdays, 180).unwrap();
    close(found.mean_day, 33.0, 1e-12);
    close(found.value.unwrap(), 0.183_333_333, 1e-6);
    close(found.workday_value.unwrap(), 0.233_333_333, 1e-6);
    assert_eq!(stickiness(&[0; 28], &workdays, 0).unwrap().value, None);
    assert_eq!(stickiness(&daily, &[false; 28], 180).unwrap().workday_value, None);
    assert_eq!(stickiness(&daily[1..], &workdays, 180), Err(Invalid::LengthsDiffer));
}

fn day(members: &[u32]) -> RoaringBitmap {
    members.iter().copied().collect()
}

#[test]
fn windows_count_each_member_once() {
    let mut days = vec![day(&[]); 40];
    days[0] = day(&[1, 2]);
    days[5] = day(&[2, 3]);
    days[39] = day(&[9]);
    let seen = active(&days);
    assert_eq!((seen[5].day, seen[5].week, seen[5].month, seen[5].days), (2, 3, 3, 6));
    assert_eq!((seen[7].week, seen[7].month), (2, 3));
    assert_eq!((seen[27].week, seen[27].month), (0, 3));
    // Day 0 falls out of the month that ends on day 28.
    assert_eq!(seen[28].month, 2);
    assert_eq!((seen[39].day, seen[39].week, seen[39].month, seen[39].days), (1, 1, 1, 28));
    assert!(active(&[]).is_empty());
    assert_eq!(distinct(&[]), 0);
}

#[test]
fn newcomers_count_in_the_month_but_not_in_stickiness() {
    let days = vec![day(&[1, 2]); 28];
    let everyone = stickiness_of(&days, &WORKWEEK.repeat(4), &day(&[])).unwrap();
    assert_eq!(everyone.month, 2);
    let settled = stickiness_of(&days, &WORKWEEK.repeat(4), &day(&[2])).unwrap();
    assert_eq!((settled.month, settled.value), (1, Some(1.0)));
    assert_eq!(active(&days)[27].month, 2);
}

#[test]
fn connected_counts_everyone() {
    let found = connected(64, 80).unwrap();
    assert_eq!((found.x(), found.n(), found.basis(), found.range()), (64, 80, Basis::Census, None));
    assert_eq!(connected(81, 80), Err(Invalid::PartAboveWhole));
}

#[test]
fn participation_tiers() {
    let mut members = vec![Acts { active_days: 3, ..Acts::default() }; 150];
    members.extend([Acts { contributions: 2, active_days: 4, ..Acts::default() }; 40]);
    members.extend([Acts { posts: 1, contributions: 9, active_days: 9 }; 10]);
    let found = tiers(&members, Basis::Estimate);
    assert_eq!((found.readers.x(), found.contributors.x(), found.creators.x()), (150, 40, 10));
    assert_eq!(found.absent.x(), 0);
    prints_range(found.readers.range().unwrap(), 0.6857, 0.8049, 4);
    prints_range(found.contributors.range().unwrap(), 0.1505, 0.2609, 4);
    prints_range(found.creators.range().unwrap(), 0.0274, 0.0896, 4);
    assert_eq!(Acts::default().tier(), Tier::Absent);
    assert_eq!(tiers(&[], Basis::Census).readers.value(), None);
}

fn members(counts: &[u64]) -> Vec<Contribution> {
    (0..).zip(counts).map(|(member, &count)| Contribution { member, count }).collect()
}

fn worked_members() -> Vec<u64> {
    let mut counts = vec![0; 14];
    counts.extend([1; 7]);
    counts.extend([2, 2, 3, 3, 4, 5, 6, 9, 25]);
    counts
}

#[test]
fn concentration_worked_values() {
    let found = concentration(&members(&worked_members())).unwrap();
    let spread = found.spread.unwrap();
    close(spread.gini, 0.765_656_565_7, 1e-6);
    close(spread.gini_corrected, 0.792_058_516_2, 1e-6);
    assert_eq!((found.bus_factor_50, spread.bus_factor_80), (2, 7));
    prints(spread.herfindahl, 0.187_328, 6);
    prints(spread.effective_entropy, 8.6715, 4);
    prints(spread.effective_squares, 5.3382, 4);
    let contributors: Vec<u64> = worked_members().into_iter().filter(|c| *c > 0).collect();
    prints(gini(&contributors).unwrap(), 0.560_606, 6);
    let top = top_share(&members(&worked_members()), 0.10).unwrap();
    assert_eq!((top.members, top.of), (3, 30));
    prints(top.made.value().unwrap(), 0.606_061, 6);
    assert_eq!(top_share(&members(&worked_members()), 0.01).unwrap().members, 1);
}

#[test]
fn gini_of_few_and_of_nothing() {
    close(gini(&[1, 2, 3, 4]).unwrap(), 0.25, 1e-12);
    close(gini(&[0, 0, 0, 1]).unwrap(), 0.75, 1e-12);
    close(gini(&[5]).unwrap(), 0.0, 1e-12);
    assert_eq!(gini(&[0, 0]), None);
    assert_eq!(gini(&[]), None);
    assert_eq!(concentration(&members(&[0, 0])), None);
    assert_eq!(top_share(&[], 0.1), None);
    let few = concentration(&members(&[5, 5])).unwrap();
    assert_eq!((few.bus_factor_50, few.spread), (1, None));
}

fn history(returns: u32, span: f64, silence: f64) -> History {
    History { returns, span, silence }
}

#[test]
fn silence_worked_values() {
    let rhythm = Rhythm::USUAL;
    let chance = |x, t, s| rhythm.silence_chance(history(x, t, s));
    prints(chance(60, 84.0, 10.0), 0.001_822, 6);
    prints(chance(12, 84.0, 10.0), 0.271_644, 6);
    prints(chance(12, 84.0, 30.0), 0.028_392, 6);
    prints(chance(3, 84.0, 10.0), 0.694_257, 6);
    for (x, limit) in [(60, 4.619), (12, 24.644), (3, 123.173)] {
        prints(rhythm.limit(history(x, 84.0, 0.0), 0.05), limit, 3);
    }
}

#[test]
fn classes_follow_each_ones_own_rhythm() {
    let class = |x, t, s| Rhythm::USUAL.classify(history(x, t, s)).class;
    assert_eq!(class(60, 84.0, 10.0), Class::Asleep);
    assert_eq!(class(12, 84.0, 10.0), Class::Active);
    assert_eq!(class(12, 84.0, 20.0), Class::Slowing);
    assert_eq!(class(12, 84.0, 30.0), Class::Asleep);
    // Fewer than two returns.
    assert_eq!(class(0, 0.0, 5.0), Class::TooEarly);
    assert_eq!(class(1, 20.0, 7.9), Class::TooEarly);
    assert_eq!(class(1, 20.0, 8.0), Class::NeverGotGoing);
    assert_eq!(class(0, 0.0, 400.0), Class::NeverGotGoing);
    // A rare visitor: 95 days is likely enough, but longer than 90.
    assert_eq!(class(3, 84.0, 60.0), Class::Slowing);
    assert!(Rhythm::USUAL.silence_chance(history(3, 84.0, 95.0)) > 0.05);
    assert_eq!(class(3, 84.0, 95.0), Class::Asleep);
}

#[test]
fn rhythm_is_fitted_on_enough_members_only() {
    let few = vec![history(5, 30.0, 1.0); 199];
    assert_eq!(fit_rhythm(&few), Ok(Rhythm::USUAL));
    assert_eq!(fit_rhythm(&vec![history(0, 0.0, 1.0); 300]), Ok(Rhythm::USUAL));
    assert_eq!(fit_rhythm(&[history(1, f64::NAN, 1.0)]), Err(Invalid::NotFinite));
    // Rates that are gamma distributed by construction: quantiles of Gamma(2) over 10 days.
    let many: Vec<History> = (0..2_000)
        .map(|i| {
            let rate =
                crate::distributions::gamma_quantile((f64::from(i) + 0.5) / 2_000.0, 2.0) / 10.0;
            history((rate * 300.0).round() as u32, 300.0, 0.0)
        })
        .collect();
    let rhythm = fit_rhythm(&many).unwrap();
    close(rhythm.shape, 2.0, 0.06);
    close(rhythm.days, 10.0, 0.06);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn gini_lies_between_zero_and_one(counts in proptest::collection::vec(0u64..1000, 1..60)) {
        if let Some(value) = gini(&counts) {
            prop_assert!((-1e-12..1.0).contains(&value));
        }
    }

    #[test]
    fn a_longer_silence_is_never_likelier(x in 0u32..200, t in 0.0f64..400.0, s in 0.0f64..200.0) {
        let rhythm = Rhythm::USUAL;
        let chance = rhythm.silence_chance(history(x, t, s));
        prop_assert!((0.0..=1.0).contains(&chance));
        prop_assert!(rhythm.silence_chance(history(x, t, s + 1.0)) < chance + 1e-15);
    }
}

#[test]
fn the_spread_of_contributions_has_a_range() {
    // By leaving each out in turn, with numpy.
    let contributors = [1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 9, 25];
    let range = gini_range(&contributors).unwrap();
    close(range.low, 0.287_159_578_726_749_8, 1e-9);
    close(range.high, 0.834_052_542_485_371_3, 1e-9);
    let even = gini_range(&[4; 20]).unwrap();
    close(even.low, 0.0, 1e-9);
    close(even.high, 0.0, 1e-9);
    for none in [&[][..], &[3], &[3, 4], &[0, 0, 0], &[0, 0, 9]] {
        assert_eq!(gini_range(none), None);
    }
}
