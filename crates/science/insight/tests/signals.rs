//! Sections 2.1, 3.3 and 11.

use super::{close, prints, prints_range, share};
use crate::alarm::{Alarm, chance_beyond, count_reading, expected_false_alarms, limit, reading};
use crate::cohort::{Cell, Cohort, cohort_table};
use crate::outliers::outliers;
use crate::reciprocity::{Arc, reciprocity};
use crate::suppress::{NotShown, Sensitivity};
use crate::{GroupMinimum, Invalid};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const K: GroupMinimum = GroupMinimum::FIVE;

fn cohort(week: i64, size: u64, active: &[u64]) -> Cohort {
    Cohort { week, size, active: active.to_vec() }
}

#[test]
fn cohort_worked_values() {
    let cohorts = [cohort(1, 50, &[31, 24, 22]), cohort(2, 40, &[22, 18]), cohort(3, 4, &[3])];
    let table = cohort_table(&cohorts, Sensitivity::Plain, K).unwrap();
    assert_eq!(table.cohorts.len(), 2);
    let first = &table.cohorts[0];
    assert_eq!(first.weeks, [1]);
    assert_eq!(
        first.cells,
        [Cell::Shown(share(31, 50)), Cell::Shown(share(24, 50)), Cell::Shown(share(22, 50))]
    );
    prints_range(share(31, 50).range().unwrap(), 0.482, 0.741, 3);
    // The small week is published with its neighbour, and has not reached week 2.
    let merged = &table.cohorts[1];
    assert_eq!((merged.weeks.clone(), merged.size), (vec![2, 3], 44));
    assert_eq!(merged.cells, [Cell::Shown(share(25, 44)), Cell::Future, Cell::Future]);
    assert_eq!(table.pooled[0], Some(share(56, 94)));
    prints(share(56, 94).value().unwrap(), 0.595_745, 6);
    prints_range(share(56, 94).range().unwrap(), 0.494_673, 0.689_298, 6);
    assert_eq!(table.pooled[1], Some(share(24, 50)));
}

#[test]
fn cohorts_at_the_edges() {
    let judge = |cohorts: &[Cohort]| cohort_table(cohorts, Sensitivity::Plain, K);
    assert!(judge(&[]).unwrap().cohorts.is_empty());
    assert_eq!(judge(&[cohort(1, 4, &[2])]), Err(NotShown::Withheld));
    assert_eq!(judge(&[cohort(1, 9, &[10])]), Err(NotShown::Invalid(Invalid::PartAboveWhole)));
    // A small first week goes with the next one.
    let table = judge(&[cohort(1, 2, &[1, 1]), cohort(2, 30, &[15])]).unwrap();
    assert_eq!(table.cohorts[0].weeks, [1, 2]);
    assert_eq!(table.cohorts[0].cells, [Cell::Shown(share(16, 32))]);
    // Two of thirty active would be found from the pooled figure: the other cell goes too.
    let table = judge(&[cohort(1, 30, &[2]), cohort(2, 30, &[15]), cohort(3, 40, &[20])]).unwrap();
    let hidden = table.cohorts.iter().filter(|c| c.cells[0] == Cell::Hidden).count();
    assert_eq!((hidden, table.pooled[0]), (2, Some(share(37, 100))));
    // In week 2 the pooled figure is that of a single cohort, and as small.
    let table = judge(&[cohort(1, 30, &[9, 2]), cohort(2, 30, &[15])]).unwrap();
    assert_eq!((table.cohorts[0].cells[1], table.pooled[1]), (Cell::Hidden, None));
}

fn arcs(text: &str) -> Vec<Arc> {
    let arc = |item: &str| {
        let bytes = item.as_bytes();
        let weight = f64::from(bytes[2] - b'0');
        Arc { from: u64::from(bytes[0]), to: u64::from(bytes[1]), weight }
    };
    text.split(' ').map(arc).collect()
}

#[test]
fn reciprocity_worked_values() {
    let found = reciprocity(&arcs("ab3 ba1 ac2 cd4 dc4 ea1 be2"), 5).unwrap();
    prints(found.arcs.value().unwrap(), 0.571_429, 6);
    prints(found.weighted, 0.588_235, 6);
    prints(found.corrected.unwrap(), 0.340_659, 6);
    assert_eq!((found.pairs.x(), found.pairs.n()), (2, 5));
}

#[test]
fn reciprocity_at_the_edges() {
    assert_eq!(reciprocity(&[], 9), None);
    assert_eq!(reciprocity(&arcs("aa3"), 9), None);
    let everyone = reciprocity(&arcs("ab1 ba1"), 2).unwrap();
    assert_eq!((everyone.weighted, everyone.corrected), (1.0, None));
    let one_way = reciprocity(&arcs("ab1 ab2"), 0).unwrap();
    assert_eq!((one_way.people, one_way.arcs.x(), one_way.arcs.n()), (2, 0, 1));
    assert_eq!((one_way.weighted, one_way.corrected), (0.0, Some(-1.0)));
}

const EIGHT: [f64; 8] = [402.0, 398.0, 415.0, 391.0, 407.0, 420.0, 399.0, 405.0];

#[test]
fn alarm_worked_values() {
    let read = |value| reading(value, &EIGHT).unwrap().unwrap();
    assert_eq!((read(380.0).median, read(380.0).deviation), (403.5, 5.0));
    for (value, bare, floored) in
        [(380.0, -3.170, -1.17), (352.0, -6.947, -2.56), (450.0, 6.273, 2.31)]
    {
        prints(read(value).z_without_floor.unwrap(), bare, 3);
        prints(read(value).z, floored, 2);
        assert_eq!(read(value).alarm, Alarm::TooEarly);
    }
    let year: Vec<f64> = EIGHT.iter().copied().cycle().take(52).collect();
    let judge = |value| reading(value, &year).unwrap().unwrap().alarm;
    assert_eq!(judge(450.0), Alarm::Ordinary);
    assert_eq!(judge(500.0), Alarm::High);
    assert_eq!(judge(300.0), Alarm::Low);
}

#[test]
fn alarm_limits_and_what_to_expect() {
    for (weeks, expected) in [(8, 11.7), (12, 7.5), (26, 4.66), (52, 3.96)] {
        close(limit(weeks), expected, 1e-9);
    }
    // Between and beyond the given points: simulated apart, three million draws each.
    for (weeks, simulated) in [(16, 5.97), (20, 5.27), (36, 4.24), (104, 3.59)] {
        close(limit(weeks), simulated, 0.05);
    }
    close(limit(0), 11.7, 1e-9);
    prints(expected_false_alarms(40, 30, chance_beyond(3.0)), 3.24, 2);
}

#[test]
fn alarms_at_the_edges() {
    assert_eq!(reading(3.0, &[]), Ok(None));
    assert_eq!(reading(f64::NAN, &[1.0]), Err(Invalid::NotFinite));
    let quiet = reading(2.0, &[0.0; 20]).unwrap().unwrap();
    assert_eq!((quiet.z, quiet.z_without_floor, quiet.alarm), (2.0, None, Alarm::Ordinary));
}

const ROSNER: [f64; 54] = [
    -0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58,
    1.65, 1.69, 1.70, 1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15, 2.23,
    2.24, 2.26, 2.35, 2.37, 2.40, 2.47, 2.54, 2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21, 3.26, 3.30,
    3.59, 3.68, 4.30, 4.64, 5.34, 5.42, 6.01,
];

#[test]
fn outlier_worked_values() {
    let found = outliers(&ROSNER, 10).unwrap().unwrap();
    assert_eq!((found.n, found.count, found.steps.len()), (54, 3, 10));
    for (place, (distance, limit)) in
        [(3.119, 3.159), (2.943, 3.151), (3.179, 3.144)].into_iter().enumerate()
    {
        prints(found.steps[place].distance, distance, 3);
        prints(found.steps[place].limit, limit, 3);
    }
    assert_eq!(found.steps[0].place, 53);
    assert_eq!(outliers(&ROSNER[..5], 4), Ok(None));
    assert_eq!(outliers(&[2.0; 30], 3).unwrap().unwrap().count, 0);
    assert_eq!(outliers(&[f64::INFINITY; 30], 3), Err(Invalid::NotFinite));
}

/// A count of clustered events: a sum of `parts` geometric ones with this mean together. That is
/// negative binomial with a dispersion of `parts`.
fn clustered(chance: &mut ChaCha8Rng, mean: f64, parts: u32) -> f64 {
    let each = mean / f64::from(parts);
    let stays = (each / (1.0 + each)).ln();
    (0..parts).map(|_| ((1.0 - chance.random::<f64>()).ln() / stays).floor()).sum()
}

#[test]
fn clustered_counts_go_off_once_in_a_thousand_at_most() {
    let mut chance = ChaCha8Rng::seed_from_u64(11);
    for (weeks, mean, parts) in
        [(12, 4.0, 1), (12, 60.0, 3), (26, 15.0, 1), (26, 1.0, 1), (52, 4.0, 1), (52, 30.0, 3)]
    {
        let (mut by_root, mut by_count) = (0, 0);
        for _ in 0..6_000 {
            let days: Vec<f64> = (0..=weeks).map(|_| clustered(&mut chance, mean, parts)).collect();
            let (value, reference) = (days[0], &days[1..]);
            let off = |alarm| i32::from(matches!(alarm, Alarm::High | Alarm::Low));
            by_root += off(count_reading(value, reference).unwrap().unwrap().alarm);
            by_count += off(reading(value, reference).unwrap().unwrap().alarm);
        }
        assert!(by_root <= 10, "{weeks} weeks of {mean}: {by_root} of 6,000");
        assert!(by_count > 2 * by_root, "{weeks} weeks of {mean}: {by_count} by count");
    }
    // What is really something is seen: five times as many, or nobody at all.
    let mut seen = [0, 0];
    for _ in 0..500 {
        let year: Vec<f64> = (0..52).map(|_| clustered(&mut chance, 40.0, 8)).collect();
        let high = count_reading(200.0, &year).unwrap().unwrap();
        let low = count_reading(0.0, &year).unwrap().unwrap();
        seen[0] += i32::from(high.alarm == Alarm::High);
        seen[1] += i32::from(low.alarm == Alarm::Low);
    }
    assert!(seen[0] > 490 && seen[1] > 490, "{seen:?}");
}

#[test]
fn a_count_knows_its_own_limits() {
    let year: Vec<f64> = (0..52).map(|week| f64::from(30 + week % 9)).collect();
    let found = count_reading(34.0, &year).unwrap().unwrap();
    assert_eq!((found.median, found.weeks, found.alarm), (34.0, 52, Alarm::Ordinary));
    let at = |value: f64| count_reading(value, &year).unwrap().unwrap().alarm;
    assert_eq!(at(found.high.ceil() + 1.0), Alarm::High);
    assert_eq!(at(found.high.floor()), Alarm::Ordinary);
    assert_eq!(at((found.low.floor() - 1.0).max(0.0)), Alarm::Low);
    assert_eq!(at(found.low.ceil()), Alarm::Ordinary);
    assert_eq!(count_reading(3.0, &year[..11]).unwrap().unwrap().alarm, Alarm::TooEarly);
    assert_eq!(count_reading(3.0, &[]), Ok(None));
    assert_eq!(count_reading(-1.0, &year), Err(Invalid::NotFinite));
    // Where nothing ever happens one thing is no alarm.
    assert_eq!(count_reading(1.0, &[0.0; 52]).unwrap().unwrap().alarm, Alarm::Ordinary);
}
