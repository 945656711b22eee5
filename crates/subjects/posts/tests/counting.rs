//! Counters are what there is, whatever happened and however many at once.

use super::{COMMONS, OPEN, Town, is_refused};
use crate::post::Kind;
use crate::publish::Published;
use database::testing::on_both;
use language::{CommentId, PostId, Randomness, Refusal, Role, SeededRandomness, Verb};
use reactions::Word;
use std::collections::HashSet;
use std::sync::Barrier;

#[test]
fn after_anything_at_random_the_counters_are_exact() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let people = ["anna", "bob", "carla"].map(|h| town.person(h, &[COMMONS, OPEN]));
        let random = SeededRandomness::new(17);
        let draw = |below: usize| usize::try_from(random.number() % 1_000_000).unwrap() % below;
        let mut posts = vec![town.post(people[0], COMMONS)];
        let mut comments: Vec<(PostId, CommentId)> = Vec::new();
        for _ in 0..260 {
            trial.clock.advance(i64::try_from(draw(3)).unwrap());
            let (by, at, word) = (people[draw(3)], draw(posts.len()), Word::ALL[draw(5)]);
            let post = posts[at];
            let below = (!comments.is_empty()).then(|| comments[draw(comments.len())]);
            match (draw(12), below) {
                (0, _) => posts.push(town.post(by, [COMMONS, OPEN][draw(2)])),
                (1..=3, _) => {
                    let said = town.answers(by, post, None, "").unwrap();
                    comments.push((post, said.id()));
                }
                // Now and then under the wrong post, or under what is gone.
                (4, Some((_, parent))) => {
                    if let Ok(said) = town.answers(by, post, Some(parent), "") {
                        comments.push((post, said.id()));
                    }
                }
                (5 | 6, _) => drop(town.reacts(by, post, word).unwrap()),
                (7, Some((post, comment))) => drop(town.reacts_below(by, post, comment, word)),
                (8 | 9, Some((post, comment))) => drop(town.accepts(by, post, comment)),
                (10, Some((post, comment))) => {
                    drop(town.takes_away_below(by, Role::Moderator, post, comment));
                }
                (11, _) if posts.len() > 3 && town.takes_away(by, Role::Member, post).is_ok() => {
                    posts.remove(at);
                }
                _ => {}
            }
        }
        let enough = comments.len() > 20
            && town.facts(Verb::AcceptAnswer) > 2
            && town.facts(Verb::Retract) > 20;
        assert!(enough, "too quiet to prove anything");
        town.recount();
    });
}

#[test]
fn one_form_is_one_post_and_one_answer() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[]), town.person("bob", &[]));
        let start = Barrier::new(10);
        let town = &town;
        let made: Vec<Published> = std::thread::scope(|scope| {
            let clicks: Vec<_> = (0..10)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        town.publishes(anna, COMMONS, Kind::Update, "Hoi", "een").unwrap()
                    })
                })
                .collect();
            clicks.into_iter().map(|click| click.join().unwrap()).collect()
        });
        let ids: HashSet<_> = made.iter().map(|made| made.id()).collect();
        assert_eq!(ids.len(), 1);
        assert_eq!(made.iter().filter(|made| matches!(made, Published::New(_))).count(), 1);
        assert_eq!(town.facts(Verb::Post), 1);
        let other = town.publishes(bob, COMMONS, Kind::Update, "Hoi", "een");
        is_refused(other, Refusal::Conflict);
        let post = made[0].id();
        std::thread::scope(|scope| {
            for _ in 0..10 {
                scope.spawn(|| town.answers(bob, post, None, "twee").unwrap());
            }
        });
        assert_eq!(town.facts(Verb::Reply), 1);
        town.recount();
    });
}

#[test]
fn twenty_clicks_on_one_word_end_consistent() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[]), town.person("bob", &[]));
        let post = town.post(anna, COMMONS);
        let comment = town.answers(bob, post, None, "").unwrap().id();
        let start = Barrier::new(20);
        std::thread::scope(|scope| {
            for at in 0..20 {
                let (town, start) = (&town, &start);
                scope.spawn(move || {
                    start.wait();
                    if at % 2 == 0 {
                        town.reacts(bob, post, Word::Agree).unwrap();
                    } else {
                        town.reacts_below(bob, post, comment, Word::Agree).unwrap();
                    }
                });
            }
        });
        town.recount();
    });
}

#[test]
fn withdrawing_at_once_counts_once() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[]), town.person("bob", &[]));
        let post = town.post(anna, COMMONS);
        let comment = town.answers(bob, post, None, "").unwrap().id();
        town.answers(anna, post, Some(comment), "").unwrap();
        let start = Barrier::new(9);
        let done: usize = std::thread::scope(|scope| {
            let tries: Vec<_> = (0..9)
                .map(|at| {
                    let (town, start) = (&town, &start);
                    scope.spawn(move || {
                        start.wait();
                        if at == 8 {
                            // May come before or after: what is gone is not accepted.
                            let _ = town.accepts(anna, post, comment);
                            return false;
                        }
                        town.takes_away_below(bob, Role::Member, post, comment).is_ok()
                    })
                })
                .collect();
            tries.into_iter().map(|t| usize::from(t.join().unwrap())).sum()
        });
        assert_eq!(done, 1);
        town.recount();
    });
}

#[test]
fn one_answer_is_accepted_and_the_log_says_which() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[]), town.person("bob", &[]));
        let post = town.post(anna, COMMONS);
        let [first, second] = [0, 1].map(|_| town.answers(bob, post, None, "").unwrap().id());
        let under = town.answers(anna, post, Some(first), "").unwrap().id();
        is_refused(town.accepts(bob, post, first), Refusal::NotAllowed);
        is_refused(town.accepts(anna, post, under), Refusal::NotAllowed);
        let accepted = || town.read(|conn| crate::find(conn, bob, post)).accepted;
        town.accepts(anna, post, first).unwrap();
        assert_eq!(accepted(), Some(first));
        town.accepts(anna, post, second).unwrap();
        assert_eq!(accepted(), Some(second));
        town.accepts(anna, post, second).unwrap();
        assert_eq!(accepted(), None);
        assert_eq!(town.facts(Verb::AcceptAnswer), 2);
        assert_eq!(town.facts(Verb::Retract), 2);
        town.accepts(anna, post, first).unwrap();
        town.takes_away_below(bob, Role::Member, post, first).unwrap();
        assert_eq!(accepted(), None);
        let update = town.publishes(anna, COMMONS, Kind::Update, "Nieuws", "").unwrap().id();
        let reply = town.answers(bob, update, None, "").unwrap().id();
        is_refused(town.accepts(anna, update, reply), Refusal::NotAllowed);
        town.recount();
    });
}
