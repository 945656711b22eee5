//! Conversations: who starts one, what is said under it and who says it.

use crate::Micros;
use crate::calendar::{DAY, Day, MINUTE};
use crate::chance::Dice;
use crate::corpus::{Aside, By, Corpus, From};
use crate::departments::{Crowd, DEPARTMENTS};
use crate::happening::{Access, What};
use crate::template::Scene;
use crate::town::Task;
use crate::world::{Why, World, person_key};
use formats::{Accept, Author, Comment, Key, Reaction, Record, Thread, ThreadKind};
use std::collections::VecDeque;

/// The openers, in the order in which they will be used next: none comes back before the
/// others that fit were used, nor within weeks. Beside them when each was used last.
pub(crate) struct Bags([VecDeque<u16>; 4], Vec<Micros>);

impl Bags {
    /// Every opener once, shuffled.
    pub(crate) fn new(corpus: &Corpus, dice: &mut Dice) -> Self {
        Self([From::Member, From::Staff, From::Newcomer, From::Leader].map(|from| {
            let mut list: Vec<u16> = (0..corpus.openers.len())
                .filter(|place| corpus.openers[*place].from == from)
                .map(|place| place as u16)
                .collect();
            dice.shuffle(&mut list);
            // What belongs to the beginning comes first.
            list.sort_by_key(|place| corpus.openers[usize::from(*place)].when[1] > 0.2);
            list.into()
        }), vec![Micros::MIN / 2; corpus.openers.len()])
    }
}

/// A conversation of the last days that somebody may still join.
pub(crate) struct Recent {
    talk: Talk,
    at: Micros,
    next_line: usize,
}

/// One conversation.
#[derive(Clone)]
struct Talk {
    key: Key,
    opener: usize,
    author: u32,
    group: Option<usize>,
    seed: u64,
    day: Day,
    colleagues: [u32; 2],
}

/// What a reaction is to.
#[derive(Clone, Copy)]
enum Mood {
    Question,
    Update,
    Remark,
    Solved,
}

/// What was said last in a conversation.
struct Said {
    key: Option<Key>,
    by: u32,
    at: Micros,
    /// Which of the written lines it was.
    line: Option<usize>,
    /// The community team said something.
    staff: bool,
}

impl World {
    fn new_key(&mut self, letter: char) -> Key {
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
        let Some((opener, group)) = self.opener_for(author, at, from) else { return false };
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
    fn opener_for(&mut self, author: u32, at: Micros, from: From) -> Option<(usize, Option<usize>)> {
        let month = Day::of(at).0.date().1 - 1;
        let member = &self.town.members[author as usize];
        let progress = self.town.progress(at);
        // In a large town the same things are said more often, by other people.
        let rest = 50 * DAY * 350 / (self.town.members.len() as i64).max(350);
        let bag = &mut self.bags.0[from as usize];
        let mut found = None;
        for (place, &opener) in bag.iter().enumerate() {
            let text = &self.corpus.openers[opener as usize];
            let now = text.months >> month & 1 == 1 && (text.when[0]..=text.when[1]).contains(&progress);
            if !now || !text.crowd.has(member.department) || at - self.bags.1[usize::from(opener)] < rest {
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
                let Some(&other) = self.dice.pick(team) else { break };
                let member = &self.town.members[other as usize];
                if other != author && other != pair[0] && member.started <= self.town.start {
                    pair[which] = other;
                    break;
                }
            }
        }
        pair
    }

    fn scene(&self, talk: &Talk, speaker: u32, previous: u32) -> Scene<'_> {
        let members = &self.town.members;
        let first = |person: u32| members[person as usize].first.as_str();
        Scene {
            seed: talk.seed,
            day: talk.day,
            woman: members[speaker as usize].woman,
            author: first(talk.author),
            previous: first(previous),
            colleagues: talk.colleagues.map(first),
            department: DEPARTMENTS[members[speaker as usize].department].called,
            author_department: DEPARTMENTS[members[talk.author as usize].department].called,
        }
    }

    /// Plans what is said under a conversation.
    fn converse(&mut self, talk: Talk, at: Micros, liveliness: f64, from: From) {
        let progress = self.town.progress(at);
        let opener = &self.corpus.openers[talk.opener];
        let open_door = talk.group.is_none_or(|group| self.corpus.groups[group].access == Access::Open);
        let lines = opener.lines.len();
        let mut keep = self.how_many(&talk, from, lines, progress);
        // Early on the community team answers where members do not yet.
        let staff_share = 0.13 + 0.7 * (1.0 - progress).powf(1.7);
        let first_median = 150.0 - 60.0 * progress;
        let mut said = Said { key: None, by: talk.author, at, line: None, staff: false };
        let mut done = 0;
        for line in 0..lines {
            if keep == 0 {
                break;
            }
            // Now and then a remark in the middle is left out; what the starter answers is not.
            let answered = self.corpus.openers[talk.opener].lines.get(line + 1).is_some_and(|next| next.by == By::Author);
            let this = &self.corpus.openers[talk.opener].lines[line];
            let plain = this.by == By::Anyone && !this.accepted;
            let skip = plain && !answered && line > 0 && self.dice.chance(0.22);
            let median = if line == 0 { first_median } else { 55.0 };
            let wait = (self.dice.lognormal(median, 1.25).min(4_000.0) * MINUTE as f64) as i64;
            if !skip && plain && self.dice.chance(staff_share) {
                self.say_aside(&talk, wait, true, &mut said);
            } else if !skip {
                self.say_line(&talk, line, wait, &mut said);
            }
            keep -= 1;
            done = line + 1;
        }
        if done > 0 {
            let more = match from {
                From::Staff => 0.0,
                From::Newcomer => 0.4,
                From::Member | From::Leader => 0.12,
            };
            for _ in 0..self.dice.poisson(more * liveliness) {
                let wait = (self.dice.lognormal(240.0, 1.2).min(7_000.0) * MINUTE as f64) as i64;
                self.say_aside(&talk, wait, false, &mut said);
            }
        }
        if from == From::Newcomer {
            let again = if said.by == talk.author { 0.44 } else { 0.56 };
            if self.dice.chance(again) {
                let wait = (self.dice.between(1.5, 20.0) * DAY as f64) as i64;
                let then = self.moment(talk.author, said.at + wait);
                self.promise(talk.author, then, Why::Again);
            }
        }
        if open_door {
            let limit = 40 + self.active.len() / 10;
            if self.recent.len() >= limit.min(4_000) {
                self.recent.pop_front();
            }
            self.recent.push_back(Recent { talk, at, next_line: done });
        }
    }

    /// How many of the written lines are used; 0 is a conversation without an answer.
    fn how_many(&mut self, talk: &Talk, from: From, lines: usize, progress: f64) -> usize {
        let opener = &self.corpus.openers[talk.opener];
        let far = matches!(DEPARTMENTS[self.town.members[talk.author as usize].department].word, "nacht" | "magazijn");
        let silent = match from {
            From::Newcomer => 0.4 - 0.22 * progress,
            From::Staff => 0.3 - 0.2 * progress,
            From::Leader => 0.15,
            From::Member if opener.question => 0.14,
            From::Member => 0.17,
        };
        let silent = silent * if far { 1.7 } else { 1.0 } * (2.0 - talk.day.season()).max(0.8);
        if self.dice.chance(silent) {
            return 0;
        }
        if self.dice.chance(0.35 + 0.35 * progress) {
            return lines;
        }
        let least = lines.min(2);
        least + self.dice.below(lines - least + 1)
    }

    fn say_line(&mut self, talk: &Talk, line: usize, wait: Micros, said: &mut Said) {
        let this = &self.corpus.openers[talk.opener].lines[line];
        let (by, accepted) = (this.by, this.accepted);
        let earliest = said.at + wait.max(2 * MINUTE);
        let except = [talk.author, said.by, talk.colleagues[0], talk.colleagues[1]];
        let speaker = match by {
            // What the starter answers makes no sense when the line before was not said.
            By::Author if line > 0 && said.line != Some(line - 1) => None,
            By::Author => Some(talk.author).filter(|author| {
                let member = &self.town.members[*author as usize];
                member.leaves.is_none_or(|leaves| leaves > earliest) && member.quiet_until <= earliest
            }),
            By::Staff => self.staff_member(earliest, &except),
            By::Leader => self.dice.pick(&self.leaders).copied().filter(|who| {
                self.free(*who, earliest) && !except.contains(who) && self.may_enter(*who, talk.group)
            }),
            By::Crowd(crowd) => self.choose(earliest, crowd, talk.group, &except),
            By::Anyone => self.anyone(talk, earliest, &except),
        };
        let Some(speaker) = speaker else { return };
        let at = self.moment(speaker, earliest);
        if self.gone(speaker, at) {
            return;
        }
        let text = &self.corpus.openers[talk.opener].lines[line].text;
        let body = text.fill(&self.scene(talk, speaker, said.by), &self.corpus.lists);
        let parent = said.key.clone().filter(|_| by == By::Author || text.addresses_previous());
        let key = self.comment(talk, speaker, at, body, parent);
        if accepted && self.dice.chance(0.8) {
            let after = at + (self.dice.lognormal(150.0, 1.0).min(6_000.0) * MINUTE as f64) as i64;
            let then = self.moment(talk.author, after);
            let accept = Accept { thread: talk.key.clone(), comment: key.clone(), at: then };
            if !self.gone(talk.author, then) {
                self.act(then, talk.author, talk.group, What::Record(Box::new(Record::Accept(accept))));
            }
        }
        let size = (self.active.len() as f64 / 250.0).max(0.02).powf(0.4);
        let mean = if accepted { 2.6 } else { 1.0 } * size * talk.day.season();
        self.react(&key.clone(), speaker, at, talk.group, mean, if accepted { Mood::Solved } else { Mood::Remark });
        *said = Said { key: Some(key), by: speaker, at, line: Some(line), staff: said.staff };
    }

    /// Somebody for an ordinary remark, often of the same department.
    fn anyone(&mut self, talk: &Talk, at: Micros, except: &[u32]) -> Option<u32> {
        let circle = self.corpus.openers[talk.opener].circle;
        let near = self.town.members[talk.author as usize].department;
        if talk.group.is_none() && circle.has(near) && self.dice.chance(0.3) {
            let found = self.choose(at, Crowd(1 << near), talk.group, except);
            if found.is_some() {
                return found;
            }
        }
        self.choose(at, circle, talk.group, except)
    }

    fn staff_member(&mut self, at: Micros, except: &[u32]) -> Option<u32> {
        (0..4).find_map(|_| {
            let &staff = self.dice.pick(&self.staff)?;
            (self.town.members[staff as usize].awake(at) && !except.contains(&staff)).then_some(staff)
        })
    }

    fn may_enter(&self, person: u32, group: Option<usize>) -> bool {
        group.is_none_or(|group| {
            self.corpus.groups[group].access == Access::Open
                || self.town.members[person as usize].groups >> group & 1 == 1
        })
    }

    fn say_aside(&mut self, talk: &Talk, wait: Micros, by_staff: bool, said: &mut Said) {
        let except = [talk.author, said.by];
        let speaker = if by_staff {
            // Once is enough in one conversation.
            self.staff_member(said.at + wait, &except).filter(|_| !said.staff)
        } else {
            self.choose(said.at + wait, Crowd::EVERYONE, talk.group, &except)
        };
        let Some(speaker) = speaker else { return };
        let at = self.moment(speaker, said.at + wait.max(MINUTE));
        if self.gone(speaker, at) {
            return;
        }
        let body = self.aside(talk, speaker, said.by);
        let key = self.comment(talk, speaker, at, body, None);
        *said = Said { key: Some(key), by: speaker, at, line: said.line, staff: said.staff || by_staff };
    }

    /// A remark in words that fit anywhere.
    fn aside(&mut self, talk: &Talk, speaker: u32, previous: u32) -> String {
        let staff = |person: u32| self.town.members[person as usize].task == Task::Staff;
        let list = match (staff(speaker), staff(talk.author), self.corpus.openers[talk.opener].question) {
            (true, true, _) => Aside::OwnThread,
            (true, _, true) => Aside::StaffUnderQuestion,
            (true, _, false) => Aside::StaffUnderUpdate,
            (false, _, true) => Aside::UnderQuestion,
            (false, _, false) => Aside::UnderUpdate,
        };
        let texts = &self.corpus.asides[list as usize];
        let place = self.dice.below(texts.len());
        let scene = Scene { seed: self.dice.bits(), ..self.scene(talk, speaker, previous) };
        texts.get(place).map_or_else(String::new, |text| text.fill(&scene, &self.corpus.lists))
    }

    fn comment(&mut self, talk: &Talk, speaker: u32, at: Micros, body: String, parent: Option<Key>) -> Key {
        let key = self.new_key('c');
        let record = Comment {
            key: key.clone(),
            thread: talk.key.clone(),
            parent,
            author: Author::Known(person_key(speaker)),
            body,
            at,
            edited: None,
            score: None,
        };
        self.act(at, speaker, talk.group, What::Record(Box::new(Record::Comment(record))));
        self.note(speaker, at);
        key
    }

    /// Somebody joins a conversation of the last days by themselves. False when there is none.
    pub(crate) fn remark(&mut self, speaker: u32, at: Micros) -> bool {
        // A written line that nobody said yet is better than words that fit anywhere.
        let mut spare = None;
        for _ in 0..24 {
            let place = self.dice.below(self.recent.len());
            let Some(recent) = self.recent.get(place) else { return false };
            let age = at - recent.at;
            let opener = &self.corpus.openers[recent.talk.opener];
            if !(10 * MINUTE..=9 * DAY).contains(&age) || recent.talk.author == speaker {
                continue;
            }
            let fits = opener.lines.get(recent.next_line).is_some_and(|line| {
                line.by == By::Anyone && !line.accepted && !line.text.addresses_previous()
            });
            if fits && opener.circle.has(self.town.members[speaker as usize].department) {
                let talk = recent.talk.clone();
                let text = &opener.lines[recent.next_line].text;
                let body = text.fill(&self.scene(&talk, speaker, talk.author), &self.corpus.lists);
                self.recent[place].next_line += 1;
                self.comment(&talk, speaker, at, body, None);
                return true;
            }
            if opener.from == From::Member {
                spare = Some(recent.talk.clone());
            }
        }
        let Some(talk) = spare else { return false };
        let body = self.aside(&talk, speaker, talk.author);
        self.comment(&talk, speaker, at, body, None);
        true
    }

    /// Plans reactions to a thread or comment, each person at most once.
    fn react(&mut self, subject: &Key, author: u32, at: Micros, group: Option<usize>, mean: f64, mood: Mood) {
        let count = self.dice.poisson(mean);
        let mut reacted = vec![author];
        for _ in 0..count {
            let wait = (self.dice.lognormal(260.0, 1.4).min(9_000.0) * MINUTE as f64) as i64;
            let Some(person) = self.reactor(at + wait, group, &reacted) else { continue };
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
            let reaction = Reaction { subject: subject.clone(), person: person_key(person), sign: sign.to_owned(), at: then };
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

/// The signs of reactions: thank you, agree, impressed, I will help, this helped me.
pub(crate) const SIGNS: [&str; 5] = ["thanks", "agree", "impressed", "help", "helped_me"];
