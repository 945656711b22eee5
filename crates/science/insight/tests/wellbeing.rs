//! Sections 12 and 15, and the sketches of 0.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::{close, prints, prints_range};
use crate::health::{Anchors, Bar, Component, connection, health};
use crate::salience::{Salience, salience};
use crate::sentiment::course;
use crate::sketch::{hyper_log_log_error, theta_error};
use crate::{Interval, Invalid};

fn bar(value: f64, low: f64, high: f64) -> Option<Bar> {
    Some(Bar { value, interval: Interval { low, high } })
}

fn bars() -> [Option<Bar>; 5] {
    [
        bar(0.62, 0.58, 0.66),
        bar(0.71, 0.66, 0.76),
        bar(0.48, 0.41, 0.55),
        bar(0.55, 0.50, 0.60),
        bar(0.40, 0.33, 0.47),
    ]
}

#[test]
fn health_worked_values() {
    let found = health(bars()).unwrap();
    close(found.score, 0.541_331, 1e-6);
    prints(found.arithmetic, 0.552, 9);
    prints(found.standard_error, 0.014_539, 6);
    prints_range(found.interval, 0.5128, 0.5698, 4);
    assert_eq!(found.weakest, Component::Connection);
    assert!(found.changed(0.50) && !found.changed(0.55));
    let mut rng = ChaCha8Rng::seed_from_u64(15);
    let range = found.over_weights(&mut rng, 100_000).unwrap();
    // Monte Carlo: ±.002.
    assert!((range.low - 0.472).abs() < 0.002 && (range.high - 0.617).abs() < 0.002, "{range:?}");
}

#[test]
fn health_at_the_edges() {
    let mut missing = bars();
    missing[2] = None;
    assert_eq!(health(missing), None);
    let mut hole = bars();
    hole[0] = bar(0.0, 0.0, 0.1);
    let found = health(hole).unwrap();
    assert_eq!((found.score, found.standard_error, found.weakest), (0.0, 0.0, Component::Reach));
    assert_eq!(found.over_weights(&mut ChaCha8Rng::seed_from_u64(1), 0), None);
    close(connection(-0.454_545_454_545, 0.424_242_424_242), 0.382_979, 1e-5);
    assert_eq!(
        (connection(0.9, 0.1), connection(-1.0, 0.5), connection(0.0, -1.0)),
        (1.0, 0.0, 1.0)
    );
}

#[test]
fn anchors_place_a_measure() {
    let hours = Anchors { zero: 72.0, one: 2.0 };
    let quick = hours.bar(9.0, Interval { low: 2.0, high: 30.0 }).unwrap();
    prints(quick.value, 0.9, 9);
    prints_range(quick.interval, 0.6, 1.0, 9);
    assert_eq!((hours.place(200.0), hours.place(0.0), Anchors::PLAIN.place(0.3)), (0.0, 1.0, 0.3));
    let same = Anchors { zero: 1.0, one: 1.0 };
    let range = Interval { low: 0.0, high: 1.0 };
    assert_eq!(same.bar(0.5, range), Err(Invalid::NotFinite));
    assert_eq!(Anchors::PLAIN.bar(f64::NAN, range), Err(Invalid::NotFinite));
}

#[test]
fn the_course_of_contacts() {
    // Means of .10, .05, .08, −.02, −.05, 0, −.10 and −.12 over a hundred contacts each.
    let month = |sum: i32| -> Vec<i8> {
        let step: i8 = if sum < 0 { -1 } else { 1 };
        (0..100).map(|i| if i < sum.abs() { step } else { 0 }).collect()
    };
    let months: Vec<Vec<i8>> = [10, 5, 8, -2, -5, 0, -10, -12].map(month).to_vec();
    let found = course(&months).unwrap();
    let test = found.test.unwrap();
    assert_eq!(test.s, -22);
    prints(test.p, 0.0094, 4);
    assert!(test.falls());
    prints(found.slope.unwrap().slope, -0.03, 9);
    // A month with too few contacts cuts the row.
    let mut thin = months.clone();
    thin[3].truncate(9);
    let cut = course(&thin).unwrap();
    assert_eq!((cut.test, cut.slope, cut.contacts[3]), (None, None, 9));
    assert_eq!(course(&months[..7]).unwrap().test, None);
    assert_eq!(course(&[Vec::new()]).unwrap().means, [None]);
    assert_eq!(course(&[vec![3]]), Err(Invalid::NotFinite));
}

#[test]
fn salience_worked_values() {
    for (who, expected) in [
        ((false, false, false), Salience::NonStakeholder),
        ((true, false, false), Salience::Dormant),
        ((false, true, false), Salience::Discretionary),
        ((false, false, true), Salience::Demanding),
        ((true, true, false), Salience::Dominant),
        ((true, false, true), Salience::Dangerous),
        ((false, true, true), Salience::Dependent),
        ((true, true, true), Salience::Definitive),
    ] {
        assert_eq!(salience(who.0, who.1, who.2), expected);
    }
}

#[test]
fn sketch_worked_values() {
    prints(hyper_log_log_error(14), 0.008_125, 6);
    prints(theta_error(4096), 0.0156, 4);
}
