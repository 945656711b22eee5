//! How deep conversations go and whether people answer each other (SCIENCE.md 3.3 and 3.4).

use crate::metrics::TALK;
use crate::store::{self, Link};
use database::Database;
use insight::Share;
use insight::newcomer::{FirstPost as Measured, first_posts};
use insight::reciprocity::{Arc, reciprocity};
use insight::thread::shape;
use language::{Day, Failure, Moment, Result};
use rollups::{Bonds, FirstPost, Window};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// First posts of so many days: half a year, because they are few.
const FIRST_DAYS: i32 = 182;
/// At most so many answers are read: enough to know.
const MOST: i64 = 200_000;

/// What 28 days of conversation look like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Talk {
    /// Conversations with at least one answer.
    pub threads: u64,
    /// Of those: how deep they went, 1, 2, 3, and 4 or more steps.
    pub depths: [u64; 4],
    /// The median distance between two messages of a conversation.
    pub virality: Option<f64>,
    /// Pairs of people of whom both turned to the other, of all pairs.
    pub mutual: u64,
    pub pairs: u64,
    /// What was given back of all that was given.
    pub returned: Option<f64>,
    /// Against chance: 0 is chance.
    pub corrected: Option<f64>,
    /// People who turned to somebody, or to whom somebody turned.
    pub people: u64,
    /// What became of the first posts of half a year.
    #[serde(default)]
    pub first: First,
}

/// First posts: each pair is how many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct First {
    /// Answered within two days.
    pub answered: (u64, u64),
    /// Their authors posted again within four weeks: all, who was answered, who was not.
    pub again: (u64, u64),
    pub again_answered: (u64, u64),
    pub again_unanswered: (u64, u64),
}

impl First {
    /// Measures first posts at a moment.
    ///
    /// # Errors
    /// A fault when the times make no sense.
    pub fn of(posts: &[FirstPost], now: Moment) -> Result<Self> {
        let hours = |from: Moment, to: Moment| to.since(from).max(0) as f64 / Moment::HOUR as f64;
        let measured: Vec<Measured> = posts
            .iter()
            .map(|one| Measured {
                age: hours(one.opened_at, now),
                answered: one.first_reply_at.map(|at| hours(one.opened_at, at)),
                again: one.next_post_at.map(|at| hours(one.opened_at, at)),
            })
            .collect();
        let found = first_posts(&measured).map_err(|e| Failure::fault("measure first posts", e))?;
        let pair = |share: Share| (share.x(), share.n());
        Ok(Self {
            answered: pair(found.answered),
            again: pair(found.again),
            again_answered: pair(found.again_answered),
            again_unanswered: pair(found.again_unanswered),
        })
    }
}

/// Measures conversations from the answers in them and the ties they make.
pub(crate) fn measure(links: &[Link], bonds: &Bonds) -> Talk {
    let mut talk = Talk::default();
    let mut distances = Vec::new();
    for thread in links.chunk_by(|a, b| a.thread == b.thread) {
        let place: HashMap<i64, usize> = thread.iter().map(|one| one.id).zip(1..).collect();
        // An answer whose parent is gone answers the opener.
        let above = |one: &Link| one.parent.and_then(|id| place.get(&id)).copied().unwrap_or(0);
        let parents: Vec<Option<usize>> =
            std::iter::once(None).chain(thread.iter().map(|one| Some(above(one)))).collect();
        // Answers that go round in circles are no conversation.
        let Ok(shape) = shape(&parents) else { continue };
        talk.threads += 1;
        talk.depths[shape.depth.clamp(1, 4) - 1] += 1;
        distances.extend(shape.virality);
    }
    distances.sort_by(f64::total_cmp);
    talk.virality = distances.get(distances.len() / 2).copied();
    let arcs: Vec<Arc> = bonds
        .bonds
        .iter()
        .flat_map(|bond| {
            let (a, b) = (u64::from(bond.people.0), u64::from(bond.people.1));
            [(a, b, bond.weights.0), (b, a, bond.weights.1)]
        })
        .filter(|(.., weight)| *weight > 0)
        .map(|(from, to, weight)| Arc { from, to, weight: weight as f64 })
        .collect();
    talk.people = bonds.departments.len() as u64;
    if let Some(found) = reciprocity(&arcs, talk.people) {
        talk.mutual = found.pairs.x();
        talk.pairs = found.pairs.n();
        talk.returned = Some(found.weighted);
        talk.corrected = found.corrected;
    }
    talk
}

/// Works out the last 28 days, once; `today` is where figures look back from.
///
/// # Errors
/// A fault of the database.
pub(crate) fn keep(database: &Database, today: Day) -> Result<()> {
    let end = today.plus(-1);
    let window = Window::month_to(end);
    let found = database.snapshot(|conn| {
        if store::is_fresh(conn, TALK, end)? || rollups::beginning(conn)?.is_none() {
            return Ok(None);
        }
        let first = rollups::first_posts(conn, Window::last(FIRST_DAYS, end))?;
        Ok(Some((store::links(conn, window, MOST)?, rollups::bonds(conn, window)?, first)))
    })?;
    let Some((links, bonds, first)) = found else { return Ok(()) };
    let then = end.plus(1).start(&database.zone());
    let talk = Talk { first: First::of(&first, then)?, ..measure(&links, &bonds) };
    database.write(|tx| {
        store::keep_insight(tx, TALK, end, &talk)?;
        store::forget_insights(tx, TALK, end.plus(-7))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollups::Bond;

    #[test]
    fn depth_is_counted_in_steps_from_the_opener() {
        let link = |thread, id, parent| Link { thread, id, parent };
        let links = [
            link(1, 10, None),
            link(1, 11, Some(10)),
            link(1, 12, Some(11)),
            link(2, 20, None),
            link(2, 21, None),
            // Its parent was withdrawn.
            link(3, 30, Some(99)),
        ];
        let bonds = Bonds {
            departments: vec![1; 4],
            bonds: vec![
                Bond { people: (0, 1), weights: (3, 1) },
                Bond { people: (1, 2), weights: (0, 2) },
            ],
        };
        let talk = measure(&links, &bonds);
        assert_eq!((talk.threads, talk.depths), (3, [2, 0, 1, 0]));
        assert_eq!((talk.mutual, talk.pairs, talk.people), (1, 2, 4));
        // Of 3 + 1 + 2 that was given, 1 was given back for 1.
        assert!((talk.returned.unwrap() - 2.0 / 6.0).abs() < 1e-9);
        let nothing = measure(&[], &Bonds::default());
        assert_eq!(nothing, Talk::default());
        // A circle is no conversation.
        assert_eq!(measure(&[link(1, 1, Some(2)), link(1, 2, Some(1))], &bonds).threads, 0);
    }
}
