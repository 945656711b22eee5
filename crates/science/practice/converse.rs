//! What is said under a conversation, by whom and when.

use crate::Micros;
use crate::calendar::{DAY, MINUTE};
use crate::chance::mix;
use crate::corpus::{Aside, By, From};
use crate::departments::{Crowd, DEPARTMENTS};
use crate::happening::{Access, What};
use crate::react::Mood;
use crate::talk::{Recent, Talk};
use crate::template::Scene;
use crate::town::Task;
use crate::world::{Why, World, person_key};
use formats::{Accept, Author, Comment, Key, Record};

/// What was said last in a conversation.
struct Said {
    key: Option<Key>,
    by: u32,
    at: Micros,
    /// Which of the written lines it was.
    line: Option<usize>,
    /// The community team said something.
    staff: bool,
    /// The accepted answer was given.
    solved: bool,
    /// Remarks so far whose words fit anywhere.
    asides: usize,
    /// Everybody who spoke.
    spoke: Vec<u32>,
}

impl Said {
    /// Somebody said something.
    fn heard(&mut self, key: Key, by: u32, at: Micros) {
        self.key = Some(key);
        self.by = by;
        self.at = at;
        self.spoke.push(by);
    }
}

impl World {
    /// Plans what is said under a conversation.
    pub(crate) fn converse(&mut self, talk: Talk, at: Micros, liveliness: f64, from: From) {
        let progress = self.town.progress(at);
        let opener = &self.corpus.openers[talk.opener];
        let open_door =
            talk.group.is_none_or(|group| self.corpus.groups[group].access == Access::Open);
        let lines = opener.lines.len();
        let mut keep = self.how_many(&talk, from, lines, progress);
        // Early on the community team answers where members do not yet.
        let staff_share = 0.16 + 0.76 * (1.0 - progress).powf(1.7);
        let first_median = 150.0 - 60.0 * progress;
        let mut said = Said {
            key: None,
            by: talk.author,
            at,
            line: None,
            staff: false,
            solved: false,
            asides: 0,
            spoke: Vec::new(),
        };
        let mut done = 0;
        for line in 0..lines {
            if keep == 0 {
                break;
            }
            // Now and then a remark in the middle is left out; what the starter answers is not.
            let answered = self.corpus.openers[talk.opener]
                .lines
                .get(line + 1)
                .is_some_and(|next| next.by == By::Author);
            let this = &self.corpus.openers[talk.opener].lines[line];
            let plain = this.by == By::Anyone && !this.accepted;
            let skip = plain && !answered && line > 0 && self.dice.chance(0.12);
            let median = if line == 0 { first_median } else { 55.0 };
            let wait = (self.dice.lognormal(median, 1.25).min(4_000.0) * MINUTE as f64) as i64;
            // The team encourages once, where nothing was solved, and itself only in silence.
            let room =
                !said.staff && !said.solved && (from != From::Staff || said.spoke.is_empty());
            if !skip && plain && room && self.dice.chance(staff_share) {
                self.say_aside(&talk, wait, true, &mut said);
            } else if !skip {
                self.say_line(&talk, line, wait, &mut said);
            }
            keep -= 1;
            done = line + 1;
        }
        if done > 0 {
            self.asides_after(&talk, from, liveliness, &mut said);
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
            self.recent.push_back(Recent { talk, at, next_line: done, asides: said.asides });
        }
    }

    /// Remarks after the written lines.
    fn asides_after(&mut self, talk: &Talk, from: From, liveliness: f64, said: &mut Said) {
        let more = match from {
            // After the answer there is nothing left to wonder about.
            _ if said.solved => 0.0,
            From::Staff => 0.0,
            From::Newcomer => 0.4,
            From::Member | From::Leader => 0.12,
        };
        for _ in 0..self.dice.poisson(more * liveliness) {
            let wait = (self.dice.lognormal(240.0, 1.2).min(7_000.0) * MINUTE as f64) as i64;
            self.say_aside(talk, wait, false, said);
        }
    }

    /// How many of the written lines are used; 0 is a conversation without an answer.
    fn how_many(&mut self, talk: &Talk, from: From, lines: usize, progress: f64) -> usize {
        let opener = &self.corpus.openers[talk.opener];
        let far = matches!(
            DEPARTMENTS[self.town.members[talk.author as usize].department].word,
            "nacht" | "magazijn"
        );
        let silent = match from {
            From::Newcomer => 0.4 - 0.22 * progress,
            From::Staff => 0.42 - 0.32 * progress,
            From::Leader => 0.15,
            From::Member if opener.question => 0.14,
            From::Member => 0.17,
        };
        let silent = silent * if far { 1.7 } else { 1.0 } * (2.0 - talk.day.season()).max(0.8);
        if self.dice.chance(silent) {
            return 0;
        }
        if self.dice.chance(0.08 + 0.6 * progress) {
            return lines;
        }
        let least = lines.min(if progress < 0.3 { 1 } else { 2 });
        least + self.dice.below(lines - least + 1)
    }

    fn say_line(&mut self, talk: &Talk, line: usize, wait: Micros, said: &mut Said) {
        let this = &self.corpus.openers[talk.opener].lines[line];
        let (by, accepted) = (this.by, this.accepted);
        let earliest = said.at + wait.max(2 * MINUTE);
        let except = [talk.author, said.by, talk.colleagues[0], talk.colleagues[1]];
        let speaker = match by {
            // What answers the line before makes no sense when that was not said.
            _ if this.follows && said.line != line.checked_sub(1) => None,
            By::Author => Some(talk.author).filter(|author| {
                let member = &self.town.members[*author as usize];
                member.leaves.is_none_or(|leaves| leaves > earliest)
                    && member.quiet_until <= earliest
            }),
            By::Staff => self.staff_member(earliest, &except),
            By::Leader => self.dice.pick(&self.leaders).copied().filter(|who| {
                self.free(*who, earliest)
                    && !except.contains(who)
                    && self.may_enter(*who, talk.group)
            }),
            By::Crowd(crowd) => self.choose(earliest, crowd, talk.group, &except),
            By::Anyone => {
                // Somebody who did not speak yet.
                let mut others = said.spoke.clone();
                others.extend(except);
                self.anyone(talk, earliest, &others)
            }
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
                self.act(
                    then,
                    talk.author,
                    talk.group,
                    What::Record(Box::new(Record::Accept(accept))),
                );
            }
        }
        let size = (self.active.len() as f64 / 250.0).max(0.02).powf(0.4);
        let mean = if accepted { 2.6 } else { 1.0 } * size * talk.day.season();
        self.react(
            &key.clone(),
            speaker,
            at,
            talk.group,
            mean,
            if accepted { Mood::Solved } else { Mood::Remark },
        );
        said.heard(key, speaker, at);
        said.line = Some(line);
        said.solved |= accepted;
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
            (self.town.members[staff as usize].awake(at) && !except.contains(&staff))
                .then_some(staff)
        })
    }

    fn may_enter(&self, person: u32, group: Option<usize>) -> bool {
        group.is_none_or(|group| {
            self.corpus.groups[group].access == Access::Open
                || self.town.members[person as usize].groups >> group & 1 == 1
        })
    }

    fn say_aside(&mut self, talk: &Talk, wait: Micros, by_staff: bool, said: &mut Said) {
        let mut except = said.spoke.clone();
        except.push(talk.author);
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
        let body = self.aside(talk, speaker, said.by, said.asides);
        let key = self.comment(talk, speaker, at, body, None);
        said.heard(key, speaker, at);
        said.staff |= by_staff;
        said.asides += 1;
    }

    /// A remark in words that fit anywhere.
    fn aside(&self, talk: &Talk, speaker: u32, previous: u32, nth: usize) -> String {
        let staff = |person: u32| self.town.members[person as usize].task == Task::Staff;
        let opener = &self.corpus.openers[talk.opener];
        let list = match (staff(speaker), staff(talk.author), opener.question) {
            _ if opener.serious => Aside::Serious,
            (true, true, _) => Aside::OwnThread,
            (true, _, true) => Aside::StaffUnderQuestion,
            (true, _, false) => Aside::StaffUnderUpdate,
            (false, _, true) => Aside::UnderQuestion,
            (false, _, false) => Aside::UnderUpdate,
        };
        let texts = &self.corpus.asides[list as usize];
        // The next one of the list each time, so that nothing is said twice in one conversation.
        let place = (mix(talk.seed, 7) as usize % texts.len().max(1) + nth) % texts.len().max(1);
        let scene = Scene {
            seed: mix(talk.seed, u64::from(speaker)),
            ..self.scene(talk, speaker, previous)
        };
        texts.get(place).map_or_else(String::new, |text| text.fill(&scene, &self.corpus.lists))
    }

    fn comment(
        &mut self,
        talk: &Talk,
        speaker: u32,
        at: Micros,
        body: String,
        parent: Option<Key>,
    ) -> Key {
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
            let Some(recent) = self.recent.get(place) else {
                return false;
            };
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
            if opener.from == From::Member && !opener.question {
                spare = Some(place);
            }
        }
        let Some(recent) = spare.and_then(|place| self.recent.get_mut(place)) else {
            return false;
        };
        let (talk, asides) = (recent.talk.clone(), recent.asides);
        recent.asides += 1;
        let body = self.aside(&talk, speaker, talk.author, asides);
        self.comment(&talk, speaker, at, body, None);
        true
    }
}
