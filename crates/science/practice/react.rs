//! Reactions: who gives one, when, and which.

use crate::Micros;
use crate::calendar::MINUTE;
use crate::happening::{Access, What};
use crate::town::Task;
use crate::world::{World, person_key};
use formats::{Key, Reaction, Record};

/// The signs of reactions: thank you, agree, impressed, I will help, this helped me.
pub(crate) const SIGNS: [&str; 5] = ["thanks", "agree", "impressed", "help", "helped_me"];

/// What a reaction is to.
#[derive(Clone, Copy)]
pub(crate) enum Mood {
    Question,
    Update,
    Remark,
    Solved,
}

impl World {
    /// Plans reactions to a thread or comment, each person at most once.
    pub(crate) fn react(
        &mut self,
        subject: &Key,
        author: u32,
        at: Micros,
        group: Option<usize>,
        mean: f64,
        mood: Mood,
    ) {
        let count = self.dice.poisson(mean);
        let mut reacted = vec![author];
        for _ in 0..count {
            let wait = (self.dice.lognormal(260.0, 1.4).min(9_000.0) * MINUTE as f64) as i64;
            let Some(person) = self.reactor(at + wait, group, &reacted) else {
                continue;
            };
            reacted.push(person);
            let then = self.moment(person, at + wait.max(MINUTE));
            if self.gone(person, then) {
                continue;
            }
            let weights: [f64; 5] = match mood {
                Mood::Solved => [4.0, 1.0, 1.0, 0.0, 5.0],
                Mood::Question => [0.5, 3.0, 0.0, 3.0, 0.3],
                Mood::Update => [3.0, 4.0, 2.5, 0.5, 0.8],
                Mood::Remark => [3.0, 3.5, 0.8, 0.2, 1.0],
            };
            let sign = SIGNS[self.dice.weighted(weights.iter().copied())];
            let reaction = Reaction {
                subject: subject.clone(),
                person: person_key(person),
                sign: sign.to_owned(),
                at: then,
            };
            self.act(then, person, group, What::Record(Box::new(Record::Reaction(reaction))));
        }
    }

    fn reactor(&mut self, at: Micros, group: Option<usize>, reacted: &[u32]) -> Option<u32> {
        let closed = group.filter(|group| self.corpus.groups[*group].access != Access::Open);
        for _ in 0..8 {
            let pool = match closed {
                Some(group) => &self.in_group[group],
                None if self.dice.chance(0.6) => &self.talkers,
                None => &self.active,
            };
            let &person = self.dice.pick(pool)?;
            let member = &self.town.members[person as usize];
            let keen = if member.task == Task::Staff { 0.5 } else { member.opens.sqrt() };
            if member.awake(at) && !reacted.contains(&person) && self.dice.chance(keen) {
                return Some(person);
            }
        }
        None
    }
}
