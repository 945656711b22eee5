//! Worked values of roles, ambassadors and tasks.

use super::{close, prints};
use crate::Invalid;
use crate::ambassador::{Candidate, coverage, scores};
use crate::roles::{Acts, Role, percentiles, roles};
use crate::tasks::assign;
use crate::waves::{PERMUTATIONS, Team, compare_waves};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn percentiles_worked_values() {
    let found = percentiles(&[9.0, 1.0, 0.0, 2.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]).unwrap();
    let expected = [0.95, 0.70, 0.30, 0.85, 0.30, 0.30, 0.70, 0.30, 0.30, 0.30];
    found.iter().zip(expected).for_each(|(a, b)| close(*a, b, 1e-12));
    assert_eq!(percentiles(&[]), Ok(vec![]));
    assert_eq!(percentiles(&[4.0]), Ok(vec![0.5]));
    assert_eq!(percentiles(&[f64::NAN]), Err(Invalid::NotFinite));
}

#[test]
fn a_role_needs_a_place_and_acts() {
    let here = Acts { tenure_days: 400, ..Acts::default() };
    let mut people: Vec<Acts> =
        [9, 1, 0, 2, 0, 0, 1, 0, 0, 0].map(|threads| Acts { threads, ..here }).to_vec();
    let found = roles(&people);
    assert_eq!(found[0], [Role::Starter]);
    // In the place for it, but two starts are not enough.
    assert!(found[1..].iter().all(Vec::is_empty));
    people[3].threads = 3;
    people[3].support = 5;
    people[4].active = true;
    people[5].tenure_days = 89;
    let found = roles(&people);
    assert_eq!(found[3], [Role::Starter, Role::Supporter]);
    assert_eq!(
        (found[4].as_slice(), found[5].as_slice()),
        ([Role::Reader].as_slice(), [Role::Newcomer].as_slice())
    );
    people[3].declined = true;
    assert!(roles(&people)[3].is_empty());
    // Where everybody does the same, nobody stands out.
    assert!(roles(&[Acts { answers: 9, ..here }; 12]).iter().all(Vec::is_empty));
    assert!(roles(&[]).is_empty());
}

fn six() -> Vec<Candidate> {
    [(7, 5, 12, 12), (2, 9, 30, 10), (5, 3, 2, 11), (0, 1, 40, 12), (1, 0, 0, 3), (3, 6, 8, 9)]
        .map(|(nominations, partners, answers, weeks)| Candidate {
            opted_in: true,
            tenure_days: 90,
            asleep: false,
            nominations,
            partners,
            answers,
            weeks,
        })
        .to_vec()
}

#[test]
fn ambassadors_worked_values() {
    let expected = [0.7375, 0.6250, 0.51667, 0.44583, 0.14167, 0.53333];
    for (score, value) in scores(&six()).into_iter().zip(expected) {
        prints(score.unwrap(), value, 5);
    }
}

#[test]
fn only_who_may_be_asked_has_a_score() {
    let mut people = six();
    let mut more = people.clone();
    more.push(Candidate { opted_in: false, nominations: 99, ..people[0] });
    more.push(Candidate { asleep: true, ..people[0] });
    more.push(Candidate { tenure_days: 89, ..people[0] });
    let found = scores(&more);
    assert_eq!(found[6..], [None, None, None]);
    // Nor do they change the score of others.
    assert_eq!(found[..6], scores(&people));
    people.clear();
    assert!(scores(&people).is_empty());
}

#[test]
fn coverage_worked_values() {
    let reach: Vec<BTreeSet<u64>> =
        [vec![1, 2, 3, 4, 5, 6], vec![4, 5, 6, 7, 8, 9], vec![7, 8, 9, 10, 11], vec![1, 2, 12]]
            .into_iter()
            .map(|list| list.into_iter().collect())
            .collect();
    let all = [Some(0.5); 4];
    let chosen = coverage(&reach, &all, 2).unwrap();
    assert_eq!(chosen, [0, 2]);
    let covered: BTreeSet<u64> = chosen.iter().flat_map(|&i| reach[i].iter().copied()).collect();
    assert_eq!(covered.len(), 11);
    // Three more are enough for all; nobody is chosen who adds nothing.
    assert_eq!(coverage(&reach, &all, 9).unwrap(), [0, 2, 3]);
    // Without the first the second leads, by score if two add as many.
    assert_eq!(coverage(&reach, &[None, Some(0.1), Some(0.2), None], 1).unwrap(), [1]);
    assert_eq!(coverage(&reach, &[Some(0.1), Some(0.9), None, None], 1).unwrap(), [1]);
    assert_eq!(coverage(&reach, &[], 1), Err(Invalid::LengthsDiffer));
}

fn table(rows: &[&[f64]]) -> Vec<Vec<Option<f64>>> {
    rows.iter().map(|row| row.iter().map(|&f| Some(f)).collect()).collect()
}

#[test]
fn tasks_worked_values() {
    let found = assign(&table(&[
        &[0.90, 0.75, 0.60, 0.20],
        &[0.85, 0.55, 0.30, 0.40],
        &[0.70, 0.65, 0.80, 0.50],
        &[0.60, 0.50, 0.45, 0.35],
    ]))
    .unwrap();
    close(found.total, 2.75, 1e-12);
    assert_eq!(found.task, [Some(1), Some(0), Some(2), Some(3)]);
    let five = table(&[
        &[0.9, 0.2, 0.4],
        &[0.8, 0.7, 0.1],
        &[0.3, 0.6, 0.9],
        &[0.5, 0.5, 0.5],
        &[0.2, 0.9, 0.3],
    ]);
    let found = assign(&five).unwrap();
    close(found.total, 2.70, 1e-12);
    assert_eq!(found.task, [Some(0), None, Some(2), None, Some(1)]);
}

#[test]
fn tasks_at_the_edges() {
    assert_eq!(assign(&[]).unwrap().total, 0.0);
    assert_eq!(assign(&[vec![], vec![]]).unwrap().task, [None, None]);
    assert_eq!(assign(&[vec![None, None], vec![None, Some(0.5)]]).unwrap().task, [None, Some(1)]);
    assert_eq!(assign(&[vec![None], vec![]]), Err(Invalid::LengthsDiffer));
    assert_eq!(assign(&[vec![Some(f64::NAN)]]), Err(Invalid::NotFinite));
    assert_eq!(assign(&[vec![Some(-1.0)]]), Err(Invalid::NotPositive));
}

/// The best by trying everything: first the most tasks, then the most fit.
fn best(fit: &[Vec<Option<f64>>], person: usize, free: &mut Vec<bool>) -> (usize, f64) {
    if person == fit.len() {
        return (0, 0.0);
    }
    let mut most = best(fit, person + 1, free);
    for task in 0..free.len() {
        if let (true, Some(f)) = (free[task], fit[person][task]) {
            free[task] = false;
            let (count, sum) = best(fit, person + 1, free);
            free[task] = true;
            if (count + 1, sum + f) > most {
                most = (count + 1, sum + f);
            }
        }
    }
    most
}

fn teams(first: &[(u64, u64)], second: &[(u64, u64)]) -> Vec<Team> {
    let team = |first| move |&(did, of): &(u64, u64)| Team { first, did, of };
    first.iter().map(team(true)).chain(second.iter().map(team(false))).collect()
}

#[test]
fn waves_are_compared_by_team() {
    let first = [(4, 8), (6, 10), (3, 4), (5, 10), (9, 12)];
    let second = [(1, 10), (3, 12), (2, 5), (0, 0), (3, 10)];
    let found = compare_waves(&teams(&first, &second), PERMUTATIONS, 1).unwrap().unwrap();
    assert_eq!((found.teams, found.indication), ((5, 4), true));
    // scipy: ttest_ind(equal_var=False).confidence_interval(), and all 126 ways.
    close(found.difference, 0.357500000, 1e-9);
    let interval = found.interval.unwrap();
    close(interval.low, 0.156269199, 1e-6);
    close(interval.high, 0.558730801, 1e-6);
    close(found.p, 1.0 / 126.0, 1e-9);
}

#[test]
fn waves_at_the_edges() {
    let compare = |teams: &[Team]| compare_waves(teams, 500, 1);
    assert_eq!(compare(&[]), Ok(None));
    assert_eq!(compare(&teams(&[(1, 2), (1, 2)], &[(1, 2), (0, 0)])), Ok(None));
    assert_eq!(compare(&teams(&[(3, 2)], &[])), Err(Invalid::PartAboveWhole));
    let same = compare(&teams(&[(1, 2); 8], &[(1, 2); 8])).unwrap().unwrap();
    assert_eq!((same.interval, same.p, same.indication), (None, 1.0, false));
    // Sixteen teams: by seed, and the same for the same seed.
    let apart = teams(
        &[(8, 10), (9, 10), (7, 10), (9, 10), (8, 10), (6, 10), (9, 10), (7, 10)],
        &[(2, 10), (1, 10), (3, 10), (2, 10), (4, 10), (1, 10), (2, 10), (3, 10)],
    );
    let found = compare(&apart).unwrap().unwrap();
    assert!(found.p < 0.005 && found.p >= 1.0 / 501.0);
    assert_eq!(compare(&apart), Ok(Some(found)));
}

proptest! {
    #[test]
    fn nothing_fits_better(
        (people, tasks, cells) in (1_usize..5, 1_usize..5).prop_flat_map(|(p, t)| {
            let cell = proptest::option::weighted(0.8, (0_u32..20).prop_map(|v| f64::from(v) / 4.0));
            (Just(p), Just(t), proptest::collection::vec(cell, p * t))
        })
    ) {
        let fit: Vec<Vec<Option<f64>>> = cells.chunks(tasks).map(<[_]>::to_vec).collect();
        prop_assert_eq!(fit.len(), people);
        let found = assign(&fit).unwrap();
        let filled = found.task.iter().flatten().count();
        let (count, sum) = best(&fit, 0, &mut vec![true; tasks]);
        prop_assert_eq!(filled, count);
        prop_assert!((found.total - sum).abs() < 1e-9);
    }
}
