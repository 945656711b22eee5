//! Conversations: who starts one, what is said under it and who says it.

use crate::Micros;
use crate::calendar::{DAY, Day};
use crate::chance::Dice;
use crate::corpus::{Corpus, From};
use crate::departments::{DEPARTMENTS, by_word};
use crate::happening::{Access, What};
use crate::react::Mood;
use crate::template::Scene;
use crate::world::{World, person_key};
use formats::{Author, Key, Record, Thread, ThreadKind};
use std::collections::VecDeque;

/// The openers, in the order in which they will be used next: none comes back before the
/// others that fit were used, nor within weeks. Beside them when each was used last.
pub(crate) struct Bags([VecDeque<u16>; 4], Vec<Micros>);

impl Bags {
    /// Every opener once, shuffled.
    pub(crate) fn new(corpus: &Corpus, dice: &mut Dice) -> Self {
        Self(
            [From::Member, From::Staff, From::Newcomer, From::Leader].map(|from| {
                let mut list: Vec<u16> = (0..corpus.openers.len())
                    .filter(|place| corpus.openers[*place].from == from)
                    .map(|place| place as u16)
                    .collect();
                dice.shuffle(&mut list);
                // What belongs to the beginning comes first.
                list.sort_by_key(|place| corpus.openers[usize::from(*place)].when[1] > 0.2);
                list.into()
            }),
            vec![Micros::MIN / 2; corpus.openers.len()],
        )
    }
}

/// A conversation of the last days that somebody may still join.
pub(crate) struct Recent {
    /// The conversation.
    pub talk: Talk,
    /// When it began.
    pub at: Micros,
    /// The first written line that nobody said yet.
    pub next_line: usize,
    /// Remarks so far whose words fit anywhere.
    pub asides: usize,
}

/// One conversation.
#[derive(Clone)]
pub(crate) struct Talk {
    /// Its key.
    pub key: Key,
    /// Place of its opener in the corpus.
    pub opener: usize,
    /// Who began it.
    pub author: u32,
    /// Where it stands.
    pub group: Option<usize>,
    /// What makes its slots the same in all its texts.
    pub seed: u64,
    /// The day on which it began.
    pub day: Day,
    /// Colleagues who may be mentioned in it.
    pub colleagues: [u32; 2],
}

impl World {
    pub(crate) fn new_key(&mut self, letter: char) -> Key {
        self.keys += 1;
        Key(format!("{letter}{}", self.keys))
    }

    /// The surroundings for a text about or by one person.
    pub(crate) fn scene_of(&self, person: u32, seed: u64, day: Day) -> Scene<'_> {
        let member = &self.town.members[person as usize];
        let called = DEPARTMENTS[member.department].called;
        let first = member.first.as_str();
        Scene {
            seed,
            day,
            woman: member.woman,
            home: home(member.department),
            author: first,
            previous: first,
            colleagues: [first; 2],
            department: called,
            author_department: called,
        }
    }

    /// Somebody starts a conversation. False when no opener fits.
    pub(crate) fn thread(&mut self, author: u32, at: Micros, from: From) -> bool {
        if at > self.settings.now || self.gone(author, at) {
            return false;
        }
        let Some((opener, group)) = self.opener_for(author, at, from) else {
            return false;
        };
        let talk = Talk {
            key: self.new_key('t'),
            opener,
            author,
            group,
            seed: self.dice.bits(),
            day: Day::of(at).0,
            colleagues: self.colleagues_of(author),
        };
        let text = &self.corpus.openers[opener];
        let scene = self.scene(&talk, author, author);
        let record = Thread {
            key: talk.key.clone(),
            group: group.map(crate::world::group_key),
            author: Author::Known(person_key(author)),
            kind: if text.question { ThreadKind::Question } else { ThreadKind::Update },
            title: text.title.as_ref().map(|title| title.fill(&scene, &self.corpus.lists)),
            body: text.body.fill(&scene, &self.corpus.lists),
            at,
            edited: None,
            topics: text.topics.clone(),
            score: None,
            closed: None,
        };
        self.act(at, author, group, What::Record(Box::new(Record::Thread(record))));
        self.note(author, at);
        let mood = if self.corpus.openers[opener].question { Mood::Question } else { Mood::Update };
        let liveliness = self.liveliness(&talk, at);
        self.react(&talk.key.clone(), author, at, group, 4.0 * liveliness, mood);
        self.converse(talk, at, liveliness, from);
        true
    }

    /// How much a conversation draws: its subject, the size of the community, the season and luck.
    fn liveliness(&mut self, talk: &Talk, at: Micros) -> f64 {
        let size = (self.active.len() as f64 / 250.0).max(0.02).powf(0.4);
        let luck = self.dice.lognormal(0.85, 0.55);
        self.corpus.openers[talk.opener].warmth * size * luck * Day::of(at).0.season().sqrt()
    }

    /// The next opener that this author could write now, and where.
    fn opener_for(
        &mut self,
        author: u32,
        at: Micros,
        from: From,
    ) -> Option<(usize, Option<usize>)> {
        let month = Day::of(at).0.date().1 - 1;
        let member = &self.town.members[author as usize];
        let progress = self.town.progress(at);
        // In a large town the same things are said more often, by other people.
        let size = (self.town.members.len() as i64).max(350);
        let usual = if from == From::Staff { 130 } else { 110 };
        let rest = |own: i64| if own > 0 { own } else { usual } * DAY * 350 / size;
        let bag = &mut self.bags.0[from as usize];
        let mut found = None;
        for (place, &opener) in bag.iter().enumerate() {
            let text = &self.corpus.openers[opener as usize];
            let now =
                text.months >> month & 1 == 1 && (text.when[0]..=text.when[1]).contains(&progress);
            if !now
                || !text.crowd.has(member.department)
                || at - self.bags.1[usize::from(opener)] < rest(text.rest)
            {
                continue;
            }
            let group = text.groups.iter().find(|group| match group {
                None => true,
                Some(group) => {
                    let open = self.corpus.groups[*group].access == Access::Open;
                    self.group_from[*group] < at && (open || member.groups >> group & 1 == 1)
                }
            });
            if let Some(group) = group {
                found = Some((place, opener as usize, *group));
                break;
            }
        }
        let (place, opener, group) = found?;
        let used = bag.remove(place)?;
        // Back in the last third, so that the next round has another order.
        let back = bag.len() - self.dice.below(bag.len() / 3 + 1);
        bag.insert(back, used);
        self.bags.1[opener] = at;
        Some((opener, group))
    }

    fn colleagues_of(&mut self, author: u32) -> [u32; 2] {
        let team = &self.town.by_department[self.town.members[author as usize].department];
        let mut pair = [author; 2];
        for which in 0..2 {
            for _ in 0..6 {
                let Some(&other) = self.dice.pick(team) else {
                    break;
                };
                let member = &self.town.members[other as usize];
                if other != author && other != pair[0] && member.started <= self.town.start {
                    pair[which] = other;
                    break;
                }
            }
        }
        pair
    }

    pub(crate) fn scene(&self, talk: &Talk, speaker: u32, previous: u32) -> Scene<'_> {
        let members = &self.town.members;
        let first = |person: u32| members[person as usize].first.as_str();
        Scene {
            seed: talk.seed,
            day: talk.day,
            woman: members[speaker as usize].woman,
            home: home(members[talk.author as usize].department),
            author: first(talk.author),
            previous: first(previous),
            colleagues: talk.colleagues.map(first),
            department: DEPARTMENTS[members[speaker as usize].department].called,
            author_department: DEPARTMENTS[members[talk.author as usize].department].called,
        }
    }
}

/// The house that a department is, as a place in the list of locations.
fn home(department: usize) -> Option<u64> {
    let houses = by_word("huizen")?;
    houses.has(department).then_some(department as u64)
}
