//! The people: who they are, when they come in, how much they read and talk.

use crate::calendar::{DAY, Day, HOUR, MINUTE};
use crate::chance::Dice;
use crate::departments::{DEPARTMENTS, ORDINARY_PEOPLE, Shift};
use crate::happening::Settings;
use crate::names::{NameGiver, Named};
use crate::{BrokenCorpus, Micros};

/// How somebody takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tier {
    /// Starts conversations.
    Creator,
    /// Answers and reacts.
    Contributor,
    /// Reads.
    Reader,
    /// Looked once.
    Absent,
}

/// What somebody has to do with the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// The work itself.
    Colleague,
    /// Leads a team or the whole.
    Leader,
    /// Community team.
    Staff,
}

/// Somebody of the organisation.
pub(crate) struct Member {
    /// First name.
    pub first: String,
    /// A woman's first name.
    pub woman: bool,
    /// Full name.
    pub full: String,
    /// Address.
    pub email: String,
    /// Place in [`DEPARTMENTS`].
    pub department: usize,
    /// Task.
    pub task: Task,
    /// Way of taking part.
    pub tier: Tier,
    /// How much they talk, relative to others.
    pub weight: f64,
    /// Chance of opening the platform on a working day.
    pub opens: f64,
    /// Working days in even and odd weeks.
    pub weeks: [u8; 2],
    /// First day in service; in the future of the start for who was hired later.
    pub started: Micros,
    /// Hired within the simulated time.
    pub hired: bool,
    /// When the invitation came.
    pub invited: Option<Micros>,
    /// When they signed in first.
    pub joined: Option<Micros>,
    /// When they left the organisation.
    pub leaves: Option<Micros>,
    /// When they fell asleep, and woke up.
    pub asleep: Option<(Micros, Micros)>,
    /// Groups they are in, a bit each.
    pub groups: u32,
    /// Says nothing by themselves before this moment (see `effects`).
    pub quiet_until: Micros,
    /// The latest moment at which something of theirs is planned.
    pub planned: Micros,
    /// The local day of the latest session given.
    pub session: i64,
}

impl Member {
    /// When they work.
    pub(crate) fn shift(&self) -> Shift {
        DEPARTMENTS[self.department].shift
    }

    /// Whether they work on a day; offices are closed on holidays.
    pub(crate) fn works(&self, day: Day) -> bool {
        let week = (day.0 + 3).div_euclid(7);
        let on = self.weeks[week.rem_euclid(2) as usize] >> day.weekday() & 1 == 1;
        on && !(self.shift() == Shift::Office && day.is_holiday())
    }

    /// Signed in, not gone and not asleep.
    pub(crate) fn awake(&self, at: Micros) -> bool {
        self.joined.is_some_and(|joined| joined < at)
            && self.leaves.is_none_or(|leaves| at < leaves)
            && self.asleep.is_none_or(|(from, to)| at < from || at >= to)
    }
}

/// All people, and the headcount that goes with them.
pub(crate) struct Town {
    /// The people.
    pub members: Vec<Member>,
    /// People by department.
    pub by_department: Vec<Vec<u32>>,
    /// Headcount by department.
    pub heads: Vec<u32>,
    /// The first moment.
    pub start: Micros,
    /// Days until now.
    pub days: f64,
}

/// How many people make up the community team: three up to a thousand people, then with the
/// square root, as teams do.
fn staff_size(people: u32) -> usize {
    (3.0 * (f64::from(people) / 1_000.0).max(1.0).sqrt()).round() as usize
}

impl Town {
    /// Makes the people.
    pub(crate) fn build(settings: &Settings, givers: &mut NameGiver) -> Result<Self, BrokenCorpus> {
        let mut dice = Dice::new(settings.seed, 2);
        let start = settings.start();
        let people = settings.people.max(Settings::FEWEST_PEOPLE);
        let scale = f64::from(people) / f64::from(ORDINARY_PEOPLE);
        let mut town = Self {
            members: Vec::with_capacity(people as usize),
            by_department: vec![Vec::new(); DEPARTMENTS.len()],
            heads: Vec::new(),
            start,
            days: ((settings.now - start) as f64 / DAY as f64).max(1.0),
        };
        let mut left = people;
        let mut staff_left = staff_size(people);
        for (place, department) in DEPARTMENTS.iter().enumerate() {
            let wanted = (f64::from(department.people) * scale).round() as u32;
            let last = place + 1 == DEPARTMENTS.len();
            let count = if last {
                left
            } else {
                wanted.clamp(1, left.saturating_sub((DEPARTMENTS.len() - place) as u32))
            };
            left -= count;
            town.heads
                .push((f64::from(department.heads) * scale).round().max(f64::from(count)) as u32);
            for nth in 0..count {
                let task = match department.word {
                    "communicatie" if staff_left > 0 && (nth > 0 || count == 1) => {
                        staff_left -= 1;
                        Task::Staff
                    }
                    "bestuur" => Task::Leader,
                    _ if nth % 40 == 0 => Task::Leader,
                    _ => Task::Colleague,
                };
                let member = town.member(place, task, givers.next(), &mut dice);
                town.by_department[place].push(town.members.len() as u32);
                town.members.push(member);
            }
        }
        Ok(town)
    }

    fn member(&self, place: usize, task: Task, named: Named, dice: &mut Dice) -> Member {
        let department = &DEPARTMENTS[place];
        let day = DAY as f64;
        let now = self.start + (self.days * day) as i64;
        let hired = task == Task::Colleague && dice.chance(0.12);
        let started = if hired {
            // New people begin on a working morning.
            let mut first =
                Day::of(self.start + (self.days * dice.between(0.04, 0.97) * day) as i64).0;
            while first.weekday() >= 5 {
                first = first.plus(1);
            }
            first.at(8 * 60)
        } else {
            Day::of(self.start - (day * 365.0 * dice.exponential(6.5).min(38.0)) as i64 - 40 * DAY)
                .0
                .at(0)
        };
        let leaves = (task == Task::Colleague && !hired && dice.chance(0.07 * self.days / 365.0))
            .then(|| self.start + (self.days * dice.between(0.1, 1.0) * day) as i64);
        let tier = tier(task, department.talk, dice);
        let (weight, opens) = match tier {
            Tier::Creator => (dice.lognormal(14.0, 0.5).min(50.0), dice.between(0.65, 0.95)),
            Tier::Contributor => (dice.lognormal(4.0, 0.6).min(25.0), dice.between(0.25, 0.75)),
            Tier::Reader => (dice.lognormal(0.3, 0.5).min(1.5), dice.between(0.06, 0.4)),
            Tier::Absent => (0.01, 0.004),
        };
        let mut member = Member {
            first: named.first,
            woman: named.woman,
            full: named.full,
            email: named.email,
            department: place,
            task,
            tier,
            weight: weight * department.talk,
            opens: if task == Task::Staff { 0.97 } else { opens },
            weeks: if task == Task::Staff { [0b1_1111; 2] } else { department.shift.pattern(dice) },
            started,
            hired,
            invited: None,
            joined: None,
            leaves,
            asleep: None,
            groups: 0,
            quiet_until: 0,
            planned: 0,
            session: i64::MIN,
        };
        self.come_in(&mut member, now, dice);
        member
    }

    /// Invitation, first sign-in and falling asleep.
    fn come_in(&self, member: &mut Member, now: Micros, dice: &mut Dice) {
        let department = &DEPARTMENTS[member.department];
        let day = DAY as f64;
        let early =
            member.task != Task::Colleague || (member.tier == Tier::Creator && dice.chance(0.6));
        let wave = if early {
            dice.between(0.003, 0.03)
        } else {
            department.wave + dice.between(0.02, 0.05)
        };
        let base = self.start + (self.days * wave * day) as i64;
        let base = if member.task == Task::Staff {
            self.start + dice.below(90) as i64 * MINUTE
        } else {
            base
        };
        let mut invited_day = Day::of(base.max(member.started)).0;
        while invited_day.weekday() >= 5 {
            invited_day = invited_day.plus(1);
        }
        let invited = if member.task == Task::Staff {
            base
        } else {
            invited_day.at(9 * 60 + 10).max(member.started + 30 * MINUTE)
                + dice.below(HOUR as usize) as i64
        };
        if invited > now || member.leaves.is_some_and(|leaves| leaves <= invited) {
            return;
        }
        member.invited = Some(invited);
        let certain = member.task != Task::Colleague;
        if !certain && !dice.chance(department.joins) {
            return;
        }
        // Half comes within three days, others after a reminder or when colleagues talk about it.
        let wait = match (member.task, dice.chance(0.6)) {
            (Task::Staff, _) => 0.01,
            (_, true) => dice.exponential(1.6),
            (_, false) => dice.exponential(24.0),
        };
        let from = invited + (wait * day) as i64 + 5 * MINUTE;
        let joined = if member.task == Task::Staff {
            from
        } else {
            crate::departments::next_moment(department.shift, from, |day| member.works(day), dice)
        };
        if joined >= now || member.leaves.is_some_and(|leaves| leaves <= joined) {
            return;
        }
        member.joined = Some(joined);
        if member.task == Task::Colleague && member.tier != Tier::Creator {
            let stays = if member.tier == Tier::Absent {
                dice.exponential(6.0)
            } else {
                45.0 + dice.exponential(620.0)
            };
            let from = joined + ((1.0 + stays) * day) as i64;
            if from < now {
                let long =
                    if dice.chance(0.45) { 40.0 + dice.exponential(70.0) } else { 100_000.0 };
                member.asleep = Some((from, from + (long * day) as i64));
            }
        }
    }

    /// How far a moment is on the way from the start to now, 0 to 1.
    pub(crate) fn progress(&self, at: Micros) -> f64 {
        ((at - self.start) as f64 / (self.days * DAY as f64)).clamp(0.0, 1.0)
    }
}

fn tier(task: Task, talk: f64, dice: &mut Dice) -> Tier {
    if task == Task::Staff {
        return Tier::Creator;
    }
    let throw = dice.unit();
    let (creator, contributor) = match task {
        Task::Leader => (0.08, 0.55),
        _ => (0.035 * talk, 0.035 * talk + 0.21 * talk.sqrt()),
    };
    if throw < creator {
        Tier::Creator
    } else if throw < contributor {
        Tier::Contributor
    } else if throw < 0.8 || task == Task::Leader {
        Tier::Reader
    } else {
        Tier::Absent
    }
}
