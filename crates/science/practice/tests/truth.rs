//! Whether a recount of the records finds the declared effects.

use super::NOW;
use crate::{Happening, Micros, Settings, TrueEffect, WINDOW, What, simulate};
use formats::{Author, Key, Record};
use std::collections::HashMap;

/// For one action: people and contributors, called and held back.
#[derive(Default, Debug)]
struct Count {
    people: [f64; 2],
    contributed: [f64; 2],
}

impl Count {
    fn difference(&self) -> f64 {
        self.contributed[0] / self.people[0] - self.contributed[1] / self.people[1]
    }
}

/// Counts as an analyst would: from the arms and from what people wrote afterwards.
fn recount(settings: &Settings) -> Vec<(TrueEffect, Count)> {
    let mut opens: HashMap<Key, Micros> = HashMap::new();
    let mut arms: Vec<(Key, Key, bool)> = Vec::new();
    let mut wrote: HashMap<Key, Vec<Micros>> = HashMap::new();
    let truth = simulate(settings, &mut |Happening { at, what }| match what {
        What::Action(action) => {
            opens.insert(action.key.clone(), action.opens);
        }
        What::Arm { action, person, held, .. } => arms.push((action, person, held)),
        What::Record(record) => {
            let author = match *record {
                Record::Thread(thread) => thread.author,
                Record::Comment(comment) => comment.author,
                _ => return,
            };
            if let Author::Known(key) = author {
                wrote.entry(key).or_default().push(at);
            }
        }
        _ => {}
    })
    .expect("the corpus reads");
    let mut found = Vec::new();
    for effect in truth.actions {
        let mut count = Count::default();
        let from = opens[&effect.action];
        for (_, person, held) in arms.iter().filter(|(action, _, _)| *action == effect.action) {
            let arm = usize::from(*held);
            let hits = wrote
                .get(person)
                .is_some_and(|all| all.iter().any(|at| *at > from && *at <= from + WINDOW));
            count.people[arm] += 1.0;
            count.contributed[arm] += f64::from(u8::from(hits));
        }
        found.push((effect, count));
    }
    found
}

#[test]
fn the_declared_effect_is_found_back() {
    let mut sums: HashMap<String, (f64, f64, f64)> = HashMap::new();
    let (mut outside, mut all) = (0, 0);
    for seed in 0..40 {
        let settings = Settings { people: 500, days: 200, ..Settings::new(seed, NOW) };
        let found = recount(&settings);
        assert!(
            found.len() >= 4
                && found.iter().filter(|(effect, _)| effect.finished).count() + 1 == found.len()
        );
        for (effect, count) in found.into_iter().filter(|(effect, _)| effect.finished) {
            assert!((effect.uplift - effect.declared).abs() < 1e-9, "{effect:?}");
            let error = effect.standard_error(count.people[0], count.people[1]);
            let miss = count.difference() - effect.declared;
            outside += u32::from(miss.abs() > 1.96 * error);
            all += 1;
            let sum = sums.entry(effect.action.0).or_default();
            *sum = (sum.0 + miss, sum.1 + error * error, sum.2 + 1.0);
        }
    }
    for (action, (miss, variance, runs)) in &sums {
        let z = miss / variance.sqrt();
        assert!(z.abs() < 3.0, "{action}: off by {} on average, z {z}", miss / runs);
    }
    let total = sums.values().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    assert!((total.0 / total.1.sqrt()).abs() < 2.5, "all together z {}", total.0 / total.1.sqrt());
    // About one in twenty lies outside a 95% range.
    let share = f64::from(outside) / f64::from(all);
    assert!((0.0..0.11).contains(&share), "{outside} of {all}");
}

#[test]
fn without_the_action_people_would_do_as_the_base_says() {
    let (mut base, mut held, mut people) = (0.0, 0.0, 0.0);
    for seed in 100..130 {
        for (effect, count) in
            recount(&Settings { people: 350, days: 200, ..Settings::new(seed, NOW) })
        {
            if effect.finished {
                base += effect.base * count.people[1];
                held += count.contributed[1];
                people += count.people[1];
            }
        }
    }
    let (expected, observed) = (base / people, held / people);
    let error = (expected * (1.0 - expected) / people).sqrt();
    assert!((observed - expected).abs() < 3.5 * error, "{observed} instead of {expected}");
    assert!((0.05..0.3).contains(&observed));
}

#[test]
fn the_arms_are_drawn_as_declared() {
    let mut counts: HashMap<Key, (f64, f64, f64)> = HashMap::new();
    for seed in 0..10 {
        let settings = Settings { people: 500, days: 150, ..Settings::new(seed, NOW) };
        let mut share: HashMap<Key, f64> = HashMap::new();
        simulate(&settings, &mut |happening| match happening.what {
            What::Action(action) => {
                share.insert(action.key, action.held_back_share);
            }
            What::Arm { action, held, propensity, .. } => {
                let expected = if held { share[&action] } else { 1.0 - share[&action] };
                assert!((propensity - expected).abs() < 1e-12);
                let sum = counts.entry(action.clone()).or_default();
                *sum = (sum.0 + f64::from(u8::from(held)), sum.1 + 1.0, share[&action]);
            }
            _ => {}
        })
        .expect("the corpus reads");
    }
    for (action, (held, people, share)) in counts {
        let error = (share * (1.0 - share) / people).sqrt();
        assert!((held / people - share).abs() < 4.0 * error, "{action}: {held} of {people}");
    }
}
