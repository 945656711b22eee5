//! The organisation's books, and people who come in: who is known, which groups are made,
//! who signs in and enters them.

use crate::Micros;
use crate::calendar::{DAY, Day, MINUTE};
use crate::chance::Dice;
use crate::departments::DEPARTMENTS;
use crate::diary::Item;
use crate::happening::{Access, Role, What};
use crate::town::{Task, Tier, Town};
use crate::world::{Why, World, group_key, person_key};
use formats::{Audience, Group, Headcount, Person, Record};

impl World {
    /// The moment at which a group is made: a working morning.
    pub(crate) fn made(town: &Town, share: f64) -> Micros {
        if share <= 0.0 {
            return town.start + 20 * MINUTE;
        }
        let mut day = Day::of(town.start + (share * town.days * DAY as f64) as i64).0;
        while day.weekday() >= 5 {
            day = day.plus(1);
        }
        day.at(10 * 60 + 5)
    }

    /// What is known from the personnel books: headcount, people, invitations, hires, leavers.
    pub(crate) fn books(&mut self) {
        let start = self.town.start;
        for (place, department) in DEPARTMENTS.iter().enumerate() {
            let record = Headcount { department: department.path(), count: self.town.heads[place] };
            self.tell(start, What::Record(Box::new(Record::Headcount(record))));
        }
        let mut dice = Dice::new(self.settings.seed, 4);
        let mut used = vec![0; self.corpus.abouts.len()];
        for index in 0..self.town.members.len() as u32 {
            let about = self.about(index, &mut used, &mut dice);
            let member = &self.town.members[index as usize];
            let (started, hired, invited) = (member.started, member.hired, member.invited);
            let (joined, leaves, task) = (member.joined, member.leaves, member.task);
            let record = Person {
                key: person_key(index),
                name: member.full.clone(),
                email: Some(member.email.clone()),
                department: DEPARTMENTS[member.department].path(),
                audience: Some(Audience::Employee),
                started: Some(started),
                about,
                bot: false,
            };
            let known = if hired { started } else { start };
            self.tell(known, What::Record(Box::new(Record::Person(record))));
            if task == Task::Staff {
                self.tell(start, What::StaffMarked { person: person_key(index) });
                let role = if self.staff.is_empty() { Role::Manager } else { Role::Moderator };
                self.tell(start, What::Role { person: person_key(index), role });
                self.staff.push(index);
            }
            if let Some(invited) = invited {
                self.tell(invited, What::Invited { person: person_key(index) });
            }
            if let Some(joined) = joined {
                self.diary.plan(joined, Item::Join(index));
            }
            if let Some(leaves) = leaves {
                self.diary.plan(leaves, Item::Leave(index));
            }
        }
    }

    fn about(&self, index: u32, used: &mut [u32], dice: &mut Dice) -> Option<String> {
        let member = &self.town.members[index as usize];
        if member.joined.is_none()
            || !dice.chance(if member.tier == Tier::Creator { 0.8 } else { 0.3 })
        {
            return None;
        }
        // Of the texts that fit the department the one that was used least.
        let fits = |place: &usize| self.corpus.abouts[*place].0.has(member.department);
        let first = dice.below(self.corpus.abouts.len());
        let around = (first..self.corpus.abouts.len()).chain(0..first);
        let place = around.filter(fits).min_by_key(|place| used[*place])?;
        used[place] += 1;
        let scene = self.scene_of(index, u64::from(index), Day::of(self.town.start).0);
        Some(self.corpus.abouts[place].1.fill(&scene, &self.corpus.lists))
    }

    pub(crate) fn open_groups(&mut self, day: Day) {
        for group in 0..self.group_from.len() {
            let from = self.group_from[group];
            if Day::of(from).0 != day {
                continue;
            }
            let text = &self.corpus.groups[group];
            let record = Group {
                key: group_key(group),
                name: text.name.to_owned(),
                purpose: Some(text.purpose.clone()),
                created: from,
                archived: false,
                private: text.access != Access::Open,
            };
            let access = text.access;
            self.tell(from, What::Record(Box::new(Record::Group(record))));
            self.tell(from, What::Access { group: group_key(group), access });
            for staff in self.staff.clone() {
                if let Some(joined) = self.town.members[staff as usize].joined {
                    self.diary
                        .plan((from + MINUTE).max(joined + MINUTE), Item::Enter(staff, group));
                }
            }
            for person in self.active.clone() {
                self.perhaps_enter(person, group, from);
            }
        }
    }

    fn perhaps_enter(&mut self, person: u32, group: usize, from: Micros) {
        let text = &self.corpus.groups[group];
        let member = &self.town.members[person as usize];
        if !text.crowd.has(member.department)
            || member.tier == Tier::Absent
            || !self.dice.chance(text.draw)
        {
            return;
        }
        let from = from + 2 * MINUTE + (self.dice.exponential(9.0) * DAY as f64) as i64;
        let at = self.moment(person, from);
        if self.town.members[person as usize].awake(at) {
            self.diary.plan(at, Item::Enter(person, group));
        }
    }

    /// Somebody signed in: from tomorrow on they take part.
    pub(crate) fn come_in(&mut self, person: u32, at: Micros) {
        let member = &self.town.members[person as usize];
        let (task, tier, hired) = (member.task, member.tier, member.hired);
        self.here[member.department].push(person);
        self.active.push(person);
        match task {
            Task::Staff => {}
            Task::Leader => {
                self.leaders.push(person);
                self.talkers.push(person);
            }
            Task::Colleague if matches!(tier, Tier::Creator | Tier::Contributor) => {
                self.talkers.push(person)
            }
            Task::Colleague => {}
        }
        for group in 0..self.group_from.len() {
            if task != Task::Staff && self.group_from[group] <= at {
                self.perhaps_enter(person, group, at + DAY);
            }
        }
        if hired && tier != Tier::Absent && self.dice.chance(0.62) {
            let wait = (self.dice.lognormal(1.6, 0.8) * DAY as f64) as i64 + DAY;
            let from = self.moment(person, at + wait);
            self.promise(person, from, Why::First);
        }
    }
}
