//! What people do by themselves on a day: start conversations, and keep what they meant to do.

use crate::Micros;
use crate::calendar::{Day, HOUR, MINUTE};
use crate::corpus::From;
use crate::departments::Crowd;
use crate::happening::{Role, What};
use crate::town::Tier;
use crate::world::{Due, Why, World, person_key};

impl World {
    /// Notes that somebody will do something on a later day.
    pub(crate) fn promise(&mut self, person: u32, at: Micros, why: Why) {
        self.dues.entry(Day::of(at).0.0).or_default().push(Due { person, at, why });
    }

    /// What people meant to do today.
    pub(crate) fn keep_promises(&mut self, day: Day) {
        for due in self.dues.remove(&day.0).unwrap_or_default() {
            self.keep(&due);
        }
    }

    fn keep(&mut self, due: &Due) {
        let member = &self.town.members[due.person as usize];
        if member.leaves.is_some_and(|leaves| leaves <= due.at) {
            return;
        }
        match due.why {
            Why::Window(from, to) => {
                if member.planned > from && member.planned <= to {
                    return;
                }
                self.town.members[due.person as usize].quiet_until = 0;
                let starts = if member_starts(self.town.members[due.person as usize].tier) {
                    0.35
                } else {
                    0.2
                };
                let done =
                    self.dice.chance(starts) && self.thread(due.person, due.at, From::Member);
                if !done && !self.remark(due.person, due.at) {
                    self.thread(due.person, due.at, From::Member);
                }
            }
            _ if member.quiet_until > due.at || !member.awake(due.at) => {}
            Why::First => {
                self.thread(due.person, due.at, From::Newcomer);
            }
            Why::Again => {
                self.remark(due.person, due.at);
            }
        }
    }

    /// Threads that begin today.
    pub(crate) fn start_talk(&mut self, day: Day) {
        let weekday = [1.1, 1.15, 0.95, 1.1, 0.8, 0.3, 0.25][day.weekday()];
        let progress = self.town.progress(day.at(720));
        let office = day.weekday() < 5 && !day.is_holiday();
        if office {
            let each = 0.33 - 0.15 * progress.powf(0.7);
            for _ in 0..self.dice.poisson(self.staff.len() as f64 * each * day.season().sqrt()) {
                self.staff_thread(day);
            }
        }
        let mean =
            self.awake_weight * 0.0036 * weekday * day.season() * (0.1 + 0.95 * progress.powf(1.2));
        for _ in 0..self.dice.poisson(mean) {
            let at = day.at(720);
            let leader = self.dice.chance(0.05);
            let person = if leader { self.dice.pick(&self.leaders).copied() } else { None };
            let person = match person.filter(|person| self.free(*person, at)) {
                Some(person) => Some((person, From::Leader)),
                None => (0..4).find_map(|_| {
                    let person = self.choose(at, Crowd::EVERYONE, None, &[])?;
                    self.town.members[person as usize].works(day).then_some((person, From::Member))
                }),
            };
            let Some((person, from)) = person else {
                continue;
            };
            let minute = self.town.members[person as usize].shift().minute(&mut self.dice);
            let at = day.at(minute) + self.dice.below(MINUTE as usize) as i64;
            self.thread(person, at, from);
        }
        if (progress * self.town.days) as i64 == (self.town.days * 0.25) as i64 {
            self.appoint(day);
        }
    }

    fn staff_thread(&mut self, day: Day) {
        let Some(&person) = self.dice.pick(&self.staff) else {
            return;
        };
        let at = day.at(0) + (self.dice.between(8.3, 16.8) * HOUR as f64) as i64;
        if self.town.members[person as usize].joined.is_some_and(|joined| joined < at) {
            self.thread(person, at, From::Staff);
        }
    }

    /// Four members become moderators.
    fn appoint(&mut self, day: Day) {
        let mut chosen = Vec::new();
        for _ in 0..4 {
            if let Some(person) = self.choose(day.at(720), Crowd::EVERYONE, None, &chosen) {
                chosen.push(person);
                self.tell(
                    day.at(15 * 60),
                    What::Role { person: person_key(person), role: Role::Moderator },
                );
            }
        }
    }
}

fn member_starts(tier: Tier) -> bool {
    matches!(tier, Tier::Creator | Tier::Contributor)
}
