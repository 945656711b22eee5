//! The simulated world: it lives day by day and gives out what happened.

use crate::calendar::{Day, MINUTE};
use crate::chance::Dice;
use crate::corpus::Corpus;
use crate::departments::{Crowd, DEPARTMENTS, next_moment};
use crate::diary::{Diary, Item};
use crate::effects::Experiment;
use crate::happening::{Access, Happening, Settings, Truth, What};
use crate::names::{NameGiver, Names};
use crate::talk::{Bags, Recent};
use crate::town::{Task, Tier, Town};
use crate::{BrokenCorpus, Micros};
use formats::{Key, Membership, Record};
use std::collections::{BTreeMap, VecDeque};

/// The heaviest talker, for choosing by rejection.
const HEAVIEST: f64 = 50.0;

/// Something that a person will do by themselves on a later day, unless they did already.
pub(crate) struct Due {
    /// Who.
    pub person: u32,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: Why,
}

/// Why somebody will say something.
#[derive(Clone, Copy)]
pub(crate) enum Why {
    /// A newcomer's first post.
    First,
    /// The second, after the first.
    Again,
    /// Would have contributed in this window, or was won over by the action.
    Window(Micros, Micros),
}

/// Everything that changes while the days pass.
pub(crate) struct World {
    pub(crate) settings: Settings,
    pub(crate) corpus: Corpus,
    pub(crate) town: Town,
    pub(crate) diary: Diary,
    pub(crate) dice: Dice,
    pub(crate) dues: BTreeMap<i64, Vec<Due>>,
    /// Everyone who signed in before today.
    pub(crate) active: Vec<u32>,
    /// Those of them that talk, without the community team.
    pub(crate) talkers: Vec<u32>,
    /// The community team.
    pub(crate) staff: Vec<u32>,
    /// Team leaders and directors that signed in.
    pub(crate) leaders: Vec<u32>,
    /// Who signed in, by department.
    pub(crate) here: Vec<Vec<u32>>,
    /// Who is in a group.
    pub(crate) in_group: Vec<Vec<u32>>,
    /// When a group is made.
    pub(crate) group_from: Vec<Micros>,
    pub(crate) bags: Bags,
    pub(crate) recent: VecDeque<Recent>,
    pub(crate) experiments: Vec<Experiment>,
    /// Member contributions a day, smoothed, and their weight: what a weight of 1 does a day.
    pub(crate) pace: f64,
    pub(crate) planned_today: u32,
    pub(crate) awake_weight: f64,
    pub(crate) keys: u64,
    truth: Truth,
}

/// The key of a person.
pub(crate) fn person_key(person: u32) -> Key {
    Key(format!("p{}", person + 1))
}

/// The key of a group.
pub(crate) fn group_key(group: usize) -> Key {
    Key(format!("g{}", group + 1))
}

impl World {
    pub(crate) fn new(settings: &Settings) -> Result<Self, BrokenCorpus> {
        let corpus = Corpus::read()?;
        let mut givers = NameGiver::new(Names::read()?, Dice::new(settings.seed, 1));
        let town = Town::build(settings, &mut givers)?;
        let today = Day::of(town.start).0;
        let group_from =
            corpus.groups.iter().map(|group| Self::made(&town, group.from)).collect::<Vec<_>>();
        let mut dice = Dice::new(settings.seed, 3);
        Ok(Self {
            settings: settings.clone(),
            diary: Diary::new(today, settings.now),
            dues: BTreeMap::new(),
            active: Vec::new(),
            talkers: Vec::new(),
            staff: Vec::new(),
            leaders: Vec::new(),
            here: vec![Vec::new(); DEPARTMENTS.len()],
            in_group: vec![Vec::new(); corpus.groups.len()],
            group_from,
            bags: Bags::new(&corpus, &mut dice),
            recent: VecDeque::new(),
            experiments: Experiment::plan(settings, &corpus, town.start),
            pace: 0.02,
            planned_today: 0,
            awake_weight: 0.0,
            keys: 0,
            truth: Truth::default(),
            dice,
            corpus,
            town,
        })
    }

    /// Lives from the first day to now.
    pub(crate) fn live(mut self, sink: &mut dyn FnMut(Happening)) -> Truth {
        self.books();
        let mut day = Day::of(self.town.start).0;
        let last = Day::of(self.settings.now).0;
        while day <= last {
            self.open_groups(day);
            self.open_actions(day);
            self.keep_promises(day);
            self.sessions(day);
            self.start_talk(day);
            self.close(sink);
            self.pace =
                0.9 * self.pace + 0.1 * f64::from(self.planned_today) / self.awake_weight.max(20.0);
            self.planned_today = 0;
            day = day.plus(1);
        }
        self.truth
    }

    /// Plans something that nobody does.
    pub(crate) fn tell(&mut self, at: Micros, what: What) {
        self.diary.plan(at, Item::Tell(Box::new(what)));
    }

    /// Plans an act of a person.
    pub(crate) fn act(&mut self, at: Micros, person: u32, group: Option<usize>, what: What) {
        self.diary.plan(at, Item::Act { person, group, what: Box::new(what) });
    }

    /// Notes that a person writes a thread or comment then.
    pub(crate) fn note(&mut self, person: u32, at: Micros) {
        let member = &mut self.town.members[person as usize];
        member.planned = member.planned.max(at);
        if member.task != Task::Staff {
            self.planned_today += 1;
        }
    }

    /// Sessions of people who only come to look; acts make their own.
    fn sessions(&mut self, day: Day) {
        let season = day.season().sqrt();
        let noon = day.at(12 * 60);
        self.awake_weight = 0.0;
        for &person in &self.active {
            let member = &self.town.members[person as usize];
            if !member.awake(noon) {
                continue;
            }
            if member.task != Task::Staff {
                self.awake_weight += member.weight;
            }
            let chance =
                if member.works(day) { member.opens * season } else { member.opens * 0.07 };
            if self.dice.chance(chance) {
                let at = day.at(member.shift().minute(&mut self.dice))
                    + self.dice.below(MINUTE as usize) as i64;
                self.diary.plan(at, Item::Session(person));
            }
        }
    }

    /// The first moment from `from` on at which a person would do something.
    pub(crate) fn moment(&mut self, person: u32, from: Micros) -> Micros {
        let member = &self.town.members[person as usize];
        next_moment(member.shift(), from, |day| member.works(day), &mut self.dice)
    }

    /// Somebody who may speak: of a crowd, in a closed group only its members, not one of
    /// `except`; heavier talkers more often.
    pub(crate) fn choose(
        &mut self,
        at: Micros,
        crowd: Crowd,
        group: Option<usize>,
        except: &[u32],
    ) -> Option<u32> {
        let closed = group.filter(|group| self.corpus.groups[*group].access != Access::Open);
        let narrow = crowd.0.count_ones() <= 3;
        let pool = match closed {
            Some(group) => &self.in_group[group],
            None if narrow => {
                let mut rest = crowd.0;
                for _ in 0..self.dice.below(crowd.0.count_ones() as usize) {
                    rest &= rest - 1;
                }
                &self.here[(rest.trailing_zeros() as usize).min(DEPARTMENTS.len() - 1)]
            }
            None if self.dice.chance(0.07) => &self.active,
            None => &self.talkers,
        };
        let mut spare = None;
        for _ in 0..60 {
            let &person = self.dice.pick(pool)?;
            let member = &self.town.members[person as usize];
            if member.task == Task::Staff
                || member.quiet_until > at
                || except.contains(&person)
                || !crowd.has(member.department)
                || !member.awake(at)
            {
                continue;
            }
            if self.dice.unit() * HEAVIEST < member.weight {
                return Some(person);
            }
            if member.tier != Tier::Absent {
                spare = Some(person);
            }
        }
        // In a small circle somebody answers, however quiet they are.
        spare.filter(|_| narrow || closed.is_some())
    }

    /// Gives out today.
    fn close(&mut self, sink: &mut dyn FnMut(Happening)) {
        let mut given = 0;
        let mut give = |at, what| {
            given += 1;
            sink(Happening { at, what });
        };
        for entry in self.diary.close() {
            let at = entry.at;
            match entry.item {
                Item::Tell(what) => give(at, *what),
                Item::Session(person) | Item::Enter(person, _) if self.gone(person, at) => {}
                Item::Session(person) => self.mark_session(person, at, &mut give),
                Item::Act { person, group, what } => {
                    self.mark_session(person, at, &mut give);
                    if let Some(group) = group {
                        self.enter(person, group, at, &mut give);
                    }
                    give(at, *what);
                }
                Item::Enter(person, group) => {
                    self.mark_session(person, at, &mut give);
                    self.enter(person, group, at, &mut give);
                }
                Item::Leave(person) => give(at, What::Left { person: person_key(person) }),
                Item::Join(person) => {
                    give(at, What::Joined { person: person_key(person) });
                    self.mark_session(person, at, &mut give);
                    self.come_in(person, at);
                }
            }
        }
        self.truth.happenings += given;
    }

    fn mark_session(&mut self, person: u32, at: Micros, give: &mut impl FnMut(Micros, What)) {
        let day = Day::of(at).0.0;
        let member = &mut self.town.members[person as usize];
        if member.session < day {
            member.session = day;
            give(at, What::Session { person: person_key(person) });
        }
    }

    fn enter(
        &mut self,
        person: u32,
        group: usize,
        at: Micros,
        give: &mut impl FnMut(Micros, What),
    ) {
        let member = &mut self.town.members[person as usize];
        if member.groups >> group & 1 == 1 {
            return;
        }
        member.groups |= 1 << group;
        self.in_group[group].push(person);
        let record = Membership { group: group_key(group), person: person_key(person), at };
        give(at, What::Record(Box::new(Record::Membership(record))));
    }

    /// Whether somebody has left the organisation by then.
    pub(crate) fn gone(&self, person: u32, at: Micros) -> bool {
        self.town.members[person as usize].leaves.is_some_and(|leaves| leaves <= at)
    }

    pub(crate) fn free(&self, person: u32, at: Micros) -> bool {
        let member = &self.town.members[person as usize];
        member.awake(at) && member.quiet_until <= at
    }

    pub(crate) fn remember(&mut self, effect: crate::TrueEffect) {
        self.truth.actions.push(effect);
    }
}
