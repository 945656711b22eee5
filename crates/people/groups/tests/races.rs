//! Several at once.

use super::Town;
use crate::look_after::Outcome;
use crate::{approve, expel, join, leave, request, set_moderator, withdraw};
use database::testing::on_both;
use language::{MembershipState, Result, Verb};
use std::sync::Barrier;

/// Runs `tries` at once and returns what came of them.
fn at_once<T: Send>(tries: Vec<Box<dyn Fn() -> Result<T> + Send + Sync + '_>>) -> Vec<Result<T>> {
    let start = Barrier::new(tries.len());
    std::thread::scope(|scope| {
        let running: Vec<_> = tries
            .iter()
            .map(|attempt| {
                scope.spawn(|| {
                    start.wait();
                    attempt()
                })
            })
            .collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

#[test]
fn twenty_clicks_are_one_membership() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let slug = town.makes(anna, "Fiets", "open").unwrap();
        let (town, slug) = (&town, &slug);
        let tries = (0..20)
            .map(|_| -> Box<dyn Fn() -> Result<()> + Send + Sync> {
                Box::new(move || town.own(bob, slug, join))
            })
            .collect();
        for result in at_once(tries) {
            result.unwrap();
        }
        assert_eq!(town.members(slug), 2);
        assert_eq!(town.facts(Verb::JoinGroup, slug), 2);
    });
}

#[test]
fn approving_and_withdrawing_at_once_end_consistent() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let slug = town.makes(anna, "Raad", "closed").unwrap();
        let (town, slug) = (&town, &slug);
        for _ in 0..15 {
            town.own(bob, slug, request).unwrap();
            let (came, went) =
                (town.facts(Verb::JoinGroup, slug), town.facts(Verb::LeaveGroup, slug));
            let results = at_once::<()>(vec![
                Box::new(move || town.care(anna, slug, |tx, permit| approve(tx, permit, bob))),
                Box::new(move || town.own(bob, slug, withdraw)),
            ]);
            let stored = town.stored(slug, bob).unwrap().0;
            match (results[0].is_ok(), results[1].is_ok()) {
                (true, false) => assert_eq!(stored, MembershipState::Active),
                (false, true) => assert_eq!(stored, MembershipState::Left),
                both => panic!("{both:?} {stored:?}"),
            }
            assert_eq!(
                town.facts(Verb::JoinGroup, slug) - came,
                i64::from(stored == MembershipState::Active)
            );
            assert_eq!(town.facts(Verb::LeaveGroup, slug), went);
            town.own(bob, slug, leave).unwrap();
        }
    });
}

#[test]
fn the_last_two_moderators_do_not_both_go() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let slug = town.makes(anna, "Fiets", "open").unwrap();
        let (town, slug) = (&town, &slug);
        for round in 0..10 {
            for person in [anna, bob] {
                town.own(person, slug, join).unwrap();
                town.puts(slug, person, MembershipState::Active, true);
            }
            let results = if round % 2 == 0 {
                at_once::<Outcome>(vec![
                    Box::new(move || town.own(anna, slug, leave)),
                    Box::new(move || town.own(bob, slug, leave)),
                ])
            } else {
                // Each sends the other away: who is gone has no say any more.
                at_once::<Outcome>(vec![
                    Box::new(move || town.care(anna, slug, |tx, p| expel(tx, p, bob))),
                    Box::new(move || {
                        town.care(bob, slug, |tx, p| set_moderator(tx, p, anna, false))
                    }),
                ])
            };
            let left = [anna, bob].into_iter().filter(|person| {
                town.stored(slug, *person) == Some((MembershipState::Active, true))
            });
            assert_eq!(left.count(), 1, "{results:?}");
            for person in [anna, bob] {
                town.puts(slug, person, MembershipState::Active, true);
            }
        }
    });
}

#[test]
fn of_several_groups_of_one_name_one_is_made() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let people: Vec<_> = (0..8).map(|at| town.person(&format!("maker-{at}"))).collect();
        let town = &town;
        let tries = people
            .iter()
            .map(|person| -> Box<dyn Fn() -> Result<String> + Send + Sync> {
                Box::new(move || town.makes(*person, "Koffiehoek", "open"))
            })
            .collect();
        let made = at_once(tries).into_iter().filter(Result::is_ok).count();
        assert_eq!(made, 1);
    });
}
