//! The stream: order, references, repeatability and believable numbers.

use super::{NOW, all, small};
use crate::calendar::Day;
use crate::react::SIGNS;
use crate::{Access, Happening, Micros, Role, Settings, What};
use formats::{Author, Key, Record};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap, HashSet};

fn hash(settings: &Settings) -> String {
    let mut hasher = Sha256::new();
    crate::simulate(settings, &mut |happening| hasher.update(format!("{happening:?}\n")))
        .expect("the corpus reads");
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(hash(&small(1)), hash(&small(1)));
    assert_ne!(hash(&small(1)), hash(&small(2)));
    assert_ne!(hash(&small(1)), hash(&Settings { people: 121, ..small(1) }));
}

/// Who wrote a record, if somebody did.
fn author(author: &Author) -> &Key {
    match author {
        Author::Known(key) => key,
        Author::Gone(_) => panic!("everybody is known"),
    }
}

/// What is known so far while reading the stream.
#[derive(Default)]
struct Known {
    people: HashSet<Key>,
    joined: HashSet<Key>,
    left: HashSet<Key>,
    groups: HashMap<Key, Option<Access>>,
    members: HashSet<(Key, Key)>,
    threads: HashMap<Key, (Key, bool, Option<Key>)>,
    comments: HashMap<Key, (Key, Key)>,
    reactions: HashSet<(Key, Key)>,
    accepted: HashSet<Key>,
    sessions: HashSet<(Key, i64)>,
    actions: HashMap<Key, (Micros, Micros)>,
    arms: HashMap<(Key, Key), bool>,
    answers: HashSet<(Key, Key)>,
}

impl Known {
    /// Somebody acts: they are in, not gone, and it is an active day.
    fn acts(&self, person: &Key, at: Micros, group: Option<&Key>) {
        assert!(
            self.joined.contains(person) && !self.left.contains(person),
            "{person} is not here"
        );
        assert!(
            self.sessions.contains(&(person.clone(), Day::of(at).0.0)),
            "{person} has no active day"
        );
        if let Some(group) = group {
            assert!(self.groups[group].is_some());
            assert!(
                self.members.contains(&(group.clone(), person.clone())),
                "{person} is not in {group}"
            );
        }
    }

    fn record(&mut self, at: Micros, record: &Record) {
        match record {
            Record::Person(person) => assert!(self.people.insert(person.key.clone())),
            Record::Headcount(headcount) => assert!(headcount.count > 0),
            Record::Group(group) => {
                assert_eq!(group.created, at);
                assert!(self.groups.insert(group.key.clone(), None).is_none());
            }
            Record::Membership(membership) => {
                assert!(self.members.insert((membership.group.clone(), membership.person.clone())));
                assert!(self.joined.contains(&membership.person) && membership.at == at);
            }
            Record::Thread(thread) => {
                let by = author(&thread.author);
                self.acts(by, at, thread.group.as_ref());
                let question = thread.kind == formats::ThreadKind::Question;
                let value = (by.clone(), question, thread.group.clone());
                assert!(
                    thread.at == at && self.threads.insert(thread.key.clone(), value).is_none()
                );
            }
            Record::Comment(comment) => {
                let by = author(&comment.author);
                self.acts(by, at, self.threads[&comment.thread].2.as_ref());
                if let Some(parent) = &comment.parent {
                    assert_eq!(self.comments[parent].0, comment.thread);
                }
                let value = (comment.thread.clone(), by.clone());
                assert!(
                    comment.at == at && self.comments.insert(comment.key.clone(), value).is_none()
                );
            }
            Record::Accept(accept) => {
                let (asker, question, group) = &self.threads[&accept.thread];
                assert!(*question && self.comments[&accept.comment].0 == accept.thread);
                assert_ne!(self.comments[&accept.comment].1, *asker);
                self.acts(asker, at, group.as_ref());
                assert!(self.accepted.insert(accept.thread.clone()));
            }
            Record::Reaction(reaction) => {
                let thread = self
                    .comments
                    .get(&reaction.subject)
                    .map_or(&reaction.subject, |(thread, _)| thread);
                self.acts(&reaction.person, at, self.threads[thread].2.as_ref());
                assert!(SIGNS.contains(&reaction.sign.as_str()));
                assert!(self.reactions.insert((reaction.subject.clone(), reaction.person.clone())));
            }
            Record::Interaction(_) => panic!("nobody interacts without a text"),
        }
    }

    fn happens(&mut self, happening: &Happening) {
        let at = happening.at;
        match &happening.what {
            What::Record(record) => self.record(at, record),
            What::Access { group, access } => {
                assert_eq!(self.groups.insert(group.clone(), Some(*access)), Some(None));
            }
            What::Invited { person } => assert!(self.people.contains(person)),
            What::Joined { person } => {
                assert!(self.people.contains(person) && self.joined.insert(person.clone()))
            }
            What::Left { person } => {
                assert!(self.people.contains(person) && self.left.insert(person.clone()))
            }
            What::StaffMarked { person } | What::Role { person, .. } => {
                assert!(self.people.contains(person))
            }
            What::Session { person } => {
                assert!(self.joined.contains(person) && !self.left.contains(person));
                assert!(self.sessions.insert((person.clone(), Day::of(at).0.0)));
            }
            What::Action(action) => {
                assert!(
                    action.opens == at && action.closes > at && self.people.contains(&action.owner)
                );
                assert!((1..=33).contains(&action.catalogue));
                assert!(
                    self.actions
                        .insert(action.key.clone(), (action.opens, action.closes))
                        .is_none()
                );
            }
            What::Arm { action, person, held, propensity } => {
                assert!(self.actions[action].0 == at && self.joined.contains(person));
                assert!(*propensity > 0.0 && *propensity < 1.0);
                assert!(self.arms.insert((action.clone(), person.clone()), *held).is_none());
            }
            What::Answer(answer) => {
                self.acts(&answer.person, at, None);
                assert!(
                    !self.arms[&(answer.action.clone(), answer.person.clone())],
                    "the held back see nothing"
                );
                assert!(at < self.actions[&answer.action].1 && !answer.text.is_empty());
                assert!(self.answers.insert((answer.action.clone(), answer.person.clone())));
            }
        }
    }
}

#[test]
fn everything_is_in_order_and_known_before_it_is_used() {
    for settings in
        [small(1), small(2), Settings::new(3, NOW), Settings { people: 60, days: 60, ..small(4) }]
    {
        let (happenings, truth) = all(&settings);
        assert_eq!(truth.happenings as usize, happenings.len());
        let mut known = Known::default();
        let mut last = settings.start();
        for happening in &happenings {
            assert!(happening.at >= last && happening.at <= settings.now);
            last = happening.at;
            known.happens(happening);
        }
        assert!(known.groups.values().all(Option::is_some));
        assert_eq!(known.people.len(), settings.people as usize);
    }
}

#[test]
fn the_numbers_of_an_ordinary_year_are_believable() {
    for seed in 1..=3 {
        let settings = Settings::new(seed, NOW);
        let (happenings, _) = all(&settings);
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        let mut heads = 0;
        let mut reached: HashMap<String, (u32, u32)> = HashMap::new();
        let mut department = HashMap::new();
        let mut access = Vec::new();
        let mut answered = HashSet::new();
        let (mut members, mut managers) = (0, 0);
        for Happening { what, .. } in &happenings {
            match what {
                What::Record(record) => {
                    *count.entry(record.kind()).or_default() += 1;
                    match &**record {
                        Record::Headcount(headcount) => {
                            heads += headcount.count;
                            reached.entry(headcount.department[0].clone()).or_default().0 +=
                                headcount.count;
                        }
                        Record::Person(person) => {
                            department.insert(person.key.clone(), person.department[0].clone());
                        }
                        Record::Comment(comment) => {
                            answered.insert(comment.thread.clone());
                        }
                        _ => {}
                    }
                }
                What::Joined { person } => {
                    members += 1;
                    reached.entry(department[person].clone()).or_default().1 += 1;
                }
                What::Access { access: door, .. } => access.push(*door),
                What::Session { .. } => *count.entry("session").or_default() += 1,
                What::Answer(_) => *count.entry("answer").or_default() += 1,
                What::Role { role: Role::Manager, .. } => managers += 1,
                _ => {}
            }
        }
        assert_eq!((heads, managers), (420, 1));
        assert!((230..=290).contains(&members), "{members} members");
        assert!((280..=600).contains(&count["thread"]), "{count:?}");
        assert!((800..=2_400).contains(&count["comment"]), "{count:?}");
        assert!((1_200..=5_000).contains(&count["reaction"]), "{count:?}");
        assert!((9_000..=20_000).contains(&count["session"]), "{count:?}");
        assert!((100..=400).contains(&count["answer"]) && count["accept"] > 20, "{count:?}");
        let silent = 1.0 - answered.len() as f64 / count["thread"] as f64;
        assert!((0.05..0.35).contains(&silent), "{silent} of the threads have no answer");
        assert_eq!(reached.len(), 9);
        for far in ["Magazijn", "Nachtdienst"] {
            let (heads, joined) = reached[far];
            assert!(f64::from(joined) < 0.3 * f64::from(heads), "{far}: {joined} of {heads}");
        }
        let doors = |door| access.iter().filter(|other| **other == door).count();
        assert_eq!((doors(Access::Secret), doors(Access::Closed)), (1, 3));
    }
}

#[test]
fn weekends_summer_and_christmas_are_quieter() {
    let (happenings, _) = all(&Settings::new(4, NOW));
    let mut by_day: BTreeMap<Day, u32> = BTreeMap::new();
    for Happening { at, what } in &happenings {
        if let What::Record(record) = what
            && matches!(**record, Record::Thread(_) | Record::Comment(_))
        {
            *by_day.entry(Day::of(*at).0).or_default() += 1;
        }
    }
    let mean = |days: &dyn Fn(Day) -> bool| {
        let first = Day::from_date(2025, 4, 1);
        let chosen: Vec<Day> = (0..240).map(|n| first.plus(n)).filter(|day| days(*day)).collect();
        chosen.iter().map(|day| f64::from(by_day.get(day).copied().unwrap_or(0))).sum::<f64>()
            / chosen.len() as f64
    };
    let work = mean(&|day| day.weekday() < 5);
    assert!(mean(&|day| day.weekday() >= 5) < 0.7 * work);
    let summer =
        mean(&|day| (Day::from_date(2025, 7, 20)..Day::from_date(2025, 8, 18)).contains(&day));
    let autumn =
        mean(&|day| (Day::from_date(2025, 9, 1)..Day::from_date(2025, 9, 29)).contains(&day));
    assert!(summer < 0.75 * autumn, "summer {summer}, autumn {autumn}");
}

#[test]
fn members_take_over_from_the_community_team() {
    for seed in 1..=4 {
        let settings = Settings::new(seed, NOW);
        let (happenings, _) = all(&settings);
        let mut staff = HashSet::new();
        let mut months = [(0u32, 0u32); 14];
        for Happening { at, what } in &happenings {
            match what {
                What::StaffMarked { person } => {
                    staff.insert(person.clone());
                }
                What::Record(record) => {
                    let by = match &**record {
                        Record::Thread(thread) => author(&thread.author),
                        Record::Comment(comment) => author(&comment.author),
                        _ => continue,
                    };
                    let month = &mut months
                        [((at - settings.start()) / (28 * crate::calendar::DAY)) as usize];
                    month.0 += u32::from(!staff.contains(by));
                    month.1 += 1;
                }
                _ => {}
            }
        }
        let share: Vec<f64> = months.iter().map(|(x, n)| f64::from(*x) / f64::from(*n)).collect();
        assert!(share[0] < 0.45, "{share:?}");
        assert!(share[1] < 0.62, "{share:?}");
        assert!(share[6..13].iter().all(|share| *share > 0.55), "{share:?}");
        assert!((0.7..0.95).contains(&share[12]), "{share:?}");
    }
}

#[test]
fn a_newcomers_first_post_may_stay_without_answer() {
    let (mut posts, mut answered) = (0, 0);
    for seed in 1..=6 {
        let (happenings, _) = all(&Settings::new(seed, NOW));
        let mut first: HashMap<Key, bool> = HashMap::new();
        let mut group = None;
        for Happening { what, .. } in &happenings {
            let What::Record(record) = what else { continue };
            match &**record {
                Record::Group(record) if record.name == "Nieuw bij Twijnveld" => {
                    group = Some(record.key.clone())
                }
                Record::Thread(thread) if thread.group == group && group.is_some() => {
                    first.insert(thread.key.clone(), false);
                }
                Record::Comment(comment) => {
                    first.entry(comment.thread.clone()).and_modify(|answered| *answered = true);
                }
                _ => {}
            }
        }
        posts += first.len();
        answered += first.values().filter(|answered| **answered).count();
    }
    assert!(posts > 40, "{posts} first posts");
    assert!(answered < posts && answered * 2 > posts, "{answered} of {posts}");
}
