//! A community of the size to measure, made by the verbs of the slices: what they
//! keep up to date (counters, facts, what was read) is as in daily use. Only the
//! clock is wound, so that the talk is spread over four months.

use crate::chatter::{Chatter, GROUPS};
use crate::store;
use database::{Database, Environment, Location, Tx};
use language::{
    Clock, Fact, Failure, FixedClock, GroupAccess, GroupId, Moment, ObjectKind, PersonId,
    PersonState, PostId, Result, Verb,
};
use noaber::outside::ComputerRandomness;
use organisation::set_up::{Manager, SetUp, set_up};
use posts::{MayPost, MayRead};
use reactions::Word;
use sign_in::accounts::{self, NewAccount};
use std::sync::Arc;
use words::Lang;

/// Members, the first manager included.
pub const MEMBERS: usize = 1_000;
/// Posts.
pub const THREADS: usize = 5_000;
/// Comments under all posts together.
pub const COMMENTS: usize = 50_000;
/// Comments of the threads that are measured: with the post itself twenty.
pub const BELOW: usize = 19;
/// One in so many threads is such a one.
const MEASURED_EACH: usize = 20;
/// So many comments for one reaction.
const COMMENTS_A_REACTION: usize = 5;
/// Over so many days.
const DAYS: i64 = 120;
/// So many posts or comments in one transaction.
const AT_ONCE: usize = 200;

/// Begins a community in an empty database: its first manager.
///
/// # Errors
/// A conflict when there is a community already.
pub fn begin(database: &Database) -> Result<PersonId> {
    let email = text::Email::parse("beheer@example.org")
        .map_err(|e| Failure::fault("make an address", e.to_string()))?;
    let password = database.environment().random().token();
    let password = sign_in::password::hash(&password, database.environment().random())?;
    let manager = database.write(|tx| {
        let manager = Manager { name: "Beheer", email, password };
        let new = SetUp {
            name: "Meetlint",
            language: Lang::Nl,
            zone: "Europe/Amsterdam",
            floor: 5,
            manager,
        };
        set_up(tx, new)
    })?;
    database.reload_zone()?;
    Ok(manager)
}

/// A group with who is in it.
struct Circle {
    id: GroupId,
    people: Vec<PersonId>,
}

/// A thread that still takes comments.
struct Thread {
    id: PostId,
    circle: usize,
    left: usize,
}

struct Filling {
    database: Database,
    clock: Arc<FixedClock>,
    chatter: Chatter,
    people: Vec<PersonId>,
    /// The group of everybody comes first.
    circles: Vec<Circle>,
    open: Vec<Thread>,
}

/// Fills an empty database up to `now` and returns a session of each member.
///
/// # Errors
/// A conflict when there is a community already; a fault of the database.
pub fn fill(location: &Location, now: Moment) -> Result<Vec<String>> {
    let clock = Arc::new(FixedClock::at(now.plus(-DAYS * Moment::DAY)));
    let environment = Environment::new(clock.clone(), Arc::new(ComputerRandomness));
    let database = Database::open(location, environment)?;
    let mut filling = Filling {
        people: vec![begin(&database)?],
        database,
        clock,
        chatter: Chatter::new(1),
        circles: Vec::new(),
        open: Vec::new(),
    };
    filling.make_people()?;
    filling.make_groups()?;
    filling.talk()?;
    filling.clock.advance(now.since(filling.clock.now()));
    noaber::running::settle(&filling.database)?;
    filling.sessions()
}

impl Filling {
    fn make_people(&mut self) -> Result<()> {
        let mut made = self.database.write(|tx| {
            (1..MEMBERS)
                .map(|number| {
                    let name = Chatter::name(number);
                    let state = PersonState::Active;
                    accounts::create(tx, &NewAccount { state, ..NewAccount::placeholder(&name) })
                })
                .collect::<Result<Vec<PersonId>>>()
        })?;
        self.people.append(&mut made);
        Ok(())
    }

    /// Twenty groups; each member is in four of them, and in that of everybody.
    fn make_groups(&mut self) -> Result<()> {
        let commons = self.database.read(store::commons)?;
        self.circles.push(Circle { id: commons, people: self.people.clone() });
        let (people, chatter) = (&self.people, &mut self.chatter);
        let mut made = self.database.write(|tx| {
            let mut circles = Vec::new();
            for (number, name) in GROUPS.iter().enumerate() {
                let id = GroupId(tx.new_id());
                let access = if number % 5 == 4 { GroupAccess::Closed } else { GroupAccess::Open };
                store::insert_group(tx, id, name, &format!("groep-{}", number + 1), access)?;
                circles.push(Circle { id, people: Vec::new() });
            }
            for person in people {
                let mut at = chatter.below(circles.len());
                for _ in 0..4 {
                    join(tx, circles[at].id, *person)?;
                    circles[at].people.push(*person);
                    at = (at + 3) % circles.len();
                }
            }
            Ok(circles)
        })?;
        self.circles.append(&mut made);
        Ok(())
    }

    /// Posts, with comments under those of the last weeks between them.
    fn talk(&mut self) -> Result<()> {
        let ordinary = THREADS - THREADS / MEASURED_EACH;
        let (mut rest, mut threads) = (COMMENTS - THREADS / MEASURED_EACH * BELOW, ordinary);
        let rounds = THREADS / AT_ONCE;
        let step = DAYS * Moment::DAY / i64::try_from(rounds + 2).unwrap_or(i64::MAX);
        for round in 0..rounds {
            self.clock.advance(step / 2);
            let first = round * AT_ONCE;
            let mut batch = Vec::new();
            for number in first..first + AT_ONCE {
                let left = if number % MEASURED_EACH == 0 {
                    BELOW
                } else {
                    // What is left is shared evenly by those to come.
                    let share = rest.div_ceil(threads);
                    rest -= share;
                    threads -= 1;
                    share
                };
                batch.push(self.draft(number, left)?);
            }
            let circles = &self.circles;
            let mut posted = self.database.write(|tx| {
                batch
                    .iter()
                    .map(|(circle, left, by, draft)| {
                        let permit = MayPost::of(tx, *by, circles[*circle].id)?;
                        let id = posts::publish(tx, &permit, draft)?.id();
                        Ok(Thread { id, circle: *circle, left: *left })
                    })
                    .collect::<Result<Vec<Thread>>>()
            })?;
            self.open.append(&mut posted);
            self.clock.advance(step / 2);
            self.comment(COMMENTS / rounds)?;
        }
        while !self.open.is_empty() {
            self.comment(AT_ONCE)?;
        }
        Ok(())
    }

    /// A post to be: the circle, how many comments it will get, the author, the text.
    fn draft(
        &mut self,
        number: usize,
        left: usize,
    ) -> Result<(usize, usize, PersonId, posts::Draft)> {
        // Half stand in the group of everybody, the measured ones too.
        let circle =
            if number.is_multiple_of(2) { 0 } else { 1 + self.chatter.below(GROUPS.len()) };
        let by = self.chatter.one(&self.circles[circle].people);
        let kind =
            if number.is_multiple_of(3) { posts::Kind::Question } else { posts::Kind::Update };
        let (title, body) = (self.chatter.title(), self.chatter.text(2, 7));
        Ok((circle, left, by, posts::Draft::new(Lang::Nl, kind, &title, &body, "")?))
    }

    /// Says at most `most` things, under threads of the last while.
    fn comment(&mut self, most: usize) -> Result<()> {
        let mut said = 0;
        while said < most && !self.open.is_empty() {
            let mut batch = Vec::new();
            while batch.len() < AT_ONCE && said < most && !self.open.is_empty() {
                let at = self.chatter.below(self.open.len().min(600));
                let thread = &mut self.open[at];
                thread.left -= 1;
                let (id, circle) = (thread.id, thread.circle);
                if thread.left == 0 {
                    self.open.remove(at);
                }
                let by = self.chatter.one(&self.circles[circle].people);
                let body = self.chatter.text(1, 4);
                let reacts = self.chatter.below(COMMENTS_A_REACTION) == 0;
                let word = self.chatter.one(&[Word::Thanks, Word::Agree, Word::Impressed]);
                batch.push((id, by, body, reacts.then_some(word)));
                said += 1;
            }
            self.database.write(|tx| {
                for (id, by, body, word) in &batch {
                    let permit = MayRead::of(tx, *by, *id)?;
                    let draft = comments::Draft::new(Lang::Nl, body, None, "")?;
                    posts::answer(tx, &permit, &draft)?;
                    if let Some(word) = word {
                        posts::react_to_post(tx, &permit, *word)?;
                    }
                }
                Ok(())
            })?;
            self.clock.advance(Moment::SECOND);
        }
        Ok(())
    }

    fn sessions(&self) -> Result<Vec<String>> {
        self.database.write(|tx| {
            self.people.iter().map(|person| accounts::session_for(tx, *person)).collect()
        })
    }
}

fn join(tx: &mut Tx<'_>, group: GroupId, person: PersonId) -> Result<()> {
    store::insert_membership(tx, group, person)?;
    let mut fact = Fact::new(Verb::JoinGroup, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Group;
    fact.object_id = group.0;
    fact.group_id = Some(group);
    let fact = facts::who(tx, person)?.did(fact);
    facts::record(tx, &fact)?;
    Ok(())
}
