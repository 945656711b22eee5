//! Section 0, privacy rules 3 and 4.

use roaring::RoaringBitmap;

use crate::GroupMinimum;
use crate::release::{Combination, Refused, ReleaseLog, keep_previous_groups};

const K: GroupMinimum = GroupMinimum::FIVE;

fn people(range: std::ops::Range<u32>) -> RoaringBitmap {
    range.collect()
}

#[test]
fn one_joiner_cannot_be_found() {
    let mut log = ReleaseLog::new(K);
    log.release(("reach", 30), people(0..40)).unwrap();
    assert_eq!(log.check(&("reach", 30), &people(0..40)), Ok(()));
    let refused = Refused { with: Combination::One(0), people: 1 };
    assert_eq!(log.check(&("reach", 30), &people(0..41)), Err(refused));
    assert!(log.check(&("reach", 30), &people(0..44)).is_err());
    assert_eq!(log.check(&("reach", 30), &people(0..45)), Ok(()));
    // One joiner and one leaver: the same number, but two people differ.
    let refused = Refused { with: Combination::One(0), people: 2 };
    assert_eq!(log.check(&("reach", 30), &people(1..41)), Err(refused));
    // Another week or measure cannot be subtracted.
    assert_eq!(log.check(&("reach", 31), &people(0..41)), Ok(()));
    assert_eq!(log.check(&("posts", 30), &people(0..41)), Ok(()));
}

#[test]
fn small_populations_and_combinations_of_two() {
    let mut log = ReleaseLog::new(K);
    let refused = Refused { with: Combination::Alone, people: 3 };
    assert_eq!(log.release("w", people(0..3)), Err(refused));
    assert!(log.released().is_empty());
    log.release("w", people(0..20)).unwrap();
    log.release("w", people(20..40)).unwrap();
    // Both teams and three others.
    let refused = Refused { with: Combination::Sum(0, 1), people: 3 };
    assert_eq!(log.check(&"w", &people(0..43)), Err(refused));
    log.release("w", people(0..100)).unwrap();
    // Everybody outside the first team, but for two.
    let refused = Refused { with: Combination::Rest(2, 0), people: 2 };
    assert_eq!(log.check(&"w", &people(22..100)), Err(refused));
    assert_eq!(log.check(&"w", &people(40..100)), Ok(()));
    let stored = ReleaseLog::stored(K, log.released().to_vec());
    assert_eq!(stored, log);
}

#[test]
fn any_two_allowed_releases_differ_by_none_or_enough() {
    // Every range of a small town is asked for; whatever is let through cannot be subtracted.
    let mut log = ReleaseLog::new(K);
    for low in 0..12 {
        for high in low..24 {
            let _ = log.release((), people(low..high));
        }
    }
    let all = log.released();
    assert!(all.len() > 3);
    for (_, a) in all {
        for (_, b) in all {
            assert!(!K.too_few((a ^ b).len()));
        }
    }
}

#[test]
fn survey_groups_stay_when_a_few_moved() {
    let before = [people(0..20), people(20..50)];
    assert!(!keep_previous_groups(&before, &before, K));
    assert!(keep_previous_groups(&before, &[people(0..21), people(21..50)], K));
    assert!(!keep_previous_groups(&before, &[people(0..10), people(10..50)], K));
    assert!(keep_previous_groups(&before, &[people(0..20), people(20..50), people(60..62)], K));
}
