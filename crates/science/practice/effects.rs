//! Community actions, and why their effect is exactly what the truth says.
//!
//! When an action opens, a latent lot is drawn for every member who is called upon *and* for
//! everyone held back: would this person contribute in the coming fourteen days anyway?
//! Whoever would, is seen to (a promise that is kept unless they speak by themselves);
//! whoever would not, stays quiet. Then the arm is drawn by an independent lot. Of those
//! called who would have stayed quiet, each is won over with the chance that makes the sum of
//! chances equal to the declared uplift. So, over the lots, the difference between the arms
//! *is* the declared uplift, and a recount of the records finds it within its error.

use crate::Micros;
use crate::calendar::{DAY, Day, HOUR, MINUTE};
use crate::chance::Dice;
use crate::corpus::Corpus;
use crate::departments::DEPARTMENTS;
use crate::happening::{Action, Answer, Settings, TrueEffect, WINDOW, What};
use crate::town::{Task, Tier};
use crate::world::{Why, World, person_key};
use formats::Key;

/// Days between the openings of two finished actions, so that their windows lie apart.
const APART: f64 = 46.0;

/// An action with its place in time.
pub(crate) struct Experiment {
    /// Place in the corpus.
    action: usize,
    /// When it opens.
    opens: Micros,
    /// When it closes.
    closes: Micros,
}

/// Somebody for whom a lot is drawn.
struct Lot {
    person: u32,
    would: bool,
    held: bool,
    /// Chance of being won over if they would not contribute and are called.
    won: f64,
}

impl Experiment {
    /// The last action of the corpus runs now; the others lie before it, as many as fit.
    pub(crate) fn plan(settings: &Settings, corpus: &Corpus, start: Micros) -> Vec<Self> {
        let today = Day::of(settings.now).0;
        let days = ((settings.now - start) / DAY) as f64;
        let mut plans = Vec::new();
        let mut back = 5;
        let apart = APART.min((days - 30.0) / corpus.actions.len() as f64).max(19.0);
        for (nth, action) in (0..corpus.actions.len()).rev().enumerate() {
            if nth > 0 {
                back = 22 + (apart * (nth as f64 - 1.0)) as i64;
            }
            let mut day = today.plus(-back);
            if day.weekday() >= 5 || day.is_holiday() {
                day = day.plus(-3);
            }
            let opens = day.at(9 * 60 + 30);
            // The window after the opening must fit for a finished one, and people must be there.
            if nth > 0 && (opens < start + 25 * DAY || opens + WINDOW > settings.now) {
                break;
            }
            let closes = day.plus(corpus.actions[action].open_days).at(17 * 60);
            plans.push(Self { action, opens, closes });
        }
        plans.reverse();
        plans
    }
}

impl World {
    /// Opens the actions of today.
    pub(crate) fn open_actions(&mut self, day: Day) {
        for place in 0..self.experiments.len() {
            if Day::of(self.experiments[place].opens).0 == day {
                let Experiment { action, opens, closes } = self.experiments[place];
                self.open_action(action, opens, closes);
            }
        }
    }

    fn open_action(&mut self, action: usize, opens: Micros, closes: Micros) {
        let Some(&owner) = self.staff.first() else {
            return;
        };
        let record = self.record_of(action, owner, opens, closes);
        let key = record.key.clone();
        let (held_share, declared) = (record.held_back_share, self.corpus.actions[action].uplift);
        let mut dice = Dice::new(self.settings.seed, 1_000 + action as u64);
        let lots = self.draw(action, opens, declared, &mut dice);
        self.act(opens, owner, None, What::Action(Box::new(record)));
        let mut called = Vec::new();
        for lot in &lots {
            let propensity = if lot.held { held_share } else { 1.0 - held_share };
            let person = person_key(lot.person);
            self.tell(opens, What::Arm { action: key.clone(), person, held: lot.held, propensity });
            let won = !lot.would && !lot.held && dice.chance(lot.won);
            let member = &mut self.town.members[lot.person as usize];
            if !lot.would {
                member.quiet_until = opens + WINDOW;
            }
            if lot.would || won {
                let at = self.within(lot.person, opens, won, &mut dice);
                self.promise(lot.person, at, Why::Window(opens, opens + WINDOW));
            }
            if !lot.held {
                called.push((lot.person, won));
            }
        }
        self.plan_answers(action, &key, opens, closes, &called, &mut dice);
        let people = lots.len() as u32;
        let share = |sum: f64| {
            if people == 0 { 0.0 } else { sum / f64::from(people) }
        };
        self.remember(TrueEffect {
            action: key,
            declared,
            uplift: share(lots.iter().filter(|lot| !lot.would).map(|lot| lot.won).sum()),
            people,
            base: share(lots.iter().filter(|lot| lot.would).count() as f64),
            finished: opens + WINDOW <= self.settings.now,
        });
    }

    /// What is given out about an action.
    fn record_of(&self, action: usize, owner: u32, opens: Micros, closes: Micros) -> Action {
        let text = &self.corpus.actions[action];
        let named = (0..DEPARTMENTS.len()).filter(|place| text.crowd.has(*place));
        Action {
            key: Key::new(text.word),
            catalogue: text.catalogue,
            question: text.question.clone(),
            purpose: text.purpose.clone(),
            owner: person_key(owner),
            opens,
            closes,
            audience: if text.audience.is_empty() {
                Vec::new()
            } else {
                named.map(|place| DEPARTMENTS[place].path()).collect()
            },
            held_back_share: text.held,
        }
    }

    /// The lots: who would contribute, who is held back, who can be won over.
    fn draw(&self, action: usize, opens: Micros, declared: f64, dice: &mut Dice) -> Vec<Lot> {
        let text = &self.corpus.actions[action];
        let mut lots = Vec::new();
        let mut room = 0.0;
        for &person in &self.active {
            let member = &self.town.members[person as usize];
            let stays = member.leaves.is_none_or(|leaves| leaves > opens + WINDOW);
            if member.task == Task::Staff || !text.crowd.has(member.department) || !stays {
                continue;
            }
            let rate = if member.awake(opens) { member.weight * self.pace } else { 0.0 };
            let would = member.planned > opens || dice.chance(1.0 - (-rate * 13.0).exp());
            // People who read are won over more easily than people who stopped coming.
            let ease = match member.tier {
                _ if !member.awake(opens) => 0.15,
                Tier::Absent => 0.1,
                Tier::Reader => 1.0,
                Tier::Creator | Tier::Contributor => 1.3,
            };
            if !would {
                room += ease;
            }
            lots.push(Lot { person, would, held: dice.chance(text.held), won: ease });
        }
        // Chances that add up to the declared uplift over everybody.
        let factor = if room > 0.0 { declared * lots.len() as f64 / room } else { 0.0 };
        for lot in &mut lots {
            lot.won = (lot.won * factor).min(1.0);
        }
        lots
    }

    /// A moment within the window at which somebody would speak.
    fn within(&mut self, person: u32, opens: Micros, won: bool, dice: &mut Dice) -> Micros {
        let days = if won { dice.exponential(3.0).min(9.0) + 0.8 } else { dice.between(0.8, 10.0) };
        let from = opens + (days * DAY as f64) as i64;
        // Not today any more: today's promises are about to be kept.
        let tomorrow = Day::of(opens).0.plus(1).at(7 * 60);
        let at = self.moment(person, from.max(tomorrow));
        // Somebody who is off for long looks in at home.
        at.min(opens + WINDOW - 3 * HOUR)
    }

    fn plan_answers(
        &mut self,
        action: usize,
        key: &Key,
        opens: Micros,
        closes: Micros,
        called: &[(u32, bool)],
        dice: &mut Dice,
    ) {
        let mut unused: Vec<usize> = (0..self.corpus.actions[action].answers.len()).collect();
        dice.shuffle(&mut unused);
        for &(person, won) in called {
            let member = &self.town.members[person as usize];
            let chance = match member.tier {
                _ if won => 0.85,
                _ if !member.awake(opens) => 0.01,
                Tier::Creator => 0.62,
                Tier::Contributor => 0.45,
                Tier::Reader => 0.18,
                Tier::Absent => 0.01,
            };
            if !dice.chance(chance) {
                continue;
            }
            let wait = (dice.exponential(2.6) * DAY as f64) as i64 + 20 * MINUTE;
            let at = self.moment(person, opens + wait);
            if at >= closes {
                continue;
            }
            let department = self.town.members[person as usize].department;
            let text = &self.corpus.actions[action];
            // An answer that nobody gave yet if there is one, else one again with other words.
            let fits = |answer: usize| text.answers[answer].0.has(department);
            let place = match unused.iter().position(|answer| fits(*answer)) {
                Some(place) => unused.remove(place),
                None => dice.below(text.answers.len()),
            };
            if !fits(place) {
                continue;
            }
            let scene = self.scene_of(person, dice.bits(), Day::of(opens).0);
            let answer = Answer {
                key: Key(format!("{key}-{}", person + 1)),
                action: key.clone(),
                person: person_key(person),
                text: text.answers[place].1.fill(&scene, &self.corpus.lists),
                picture: dice.chance(text.pictures),
            };
            self.act(at, person, None, What::Answer(Box::new(answer)));
        }
    }
}
