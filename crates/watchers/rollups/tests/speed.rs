//! Rebuild and dashboard at the size that Noaber is made for. Not run by default:
//! `cargo test -p rollups --release -- --ignored --nocapture`.

use super::town::*;
use crate::*;
use database::testing::sqlite;
use database::{Conn, Database};
use diesel::prelude::*;
use language::{
    ActionId, ActorKind, Arm, Day, DepartmentId, Fact, ObjectKind, Pseudonym, Randomness,
    SeededRandomness, Verb,
};
use std::time::Instant;

const PEOPLE: i64 = 100_000;
const DAYS: i32 = 365;
const FACTS: i64 = 5_000_000;

struct Dice(SeededRandomness);

impl Dice {
    fn below(&self, limit: i64) -> i64 {
        i64::try_from(self.0.number() >> 33).unwrap() % limit
    }

    /// Most of the talk comes from few.
    fn somebody(&self) -> Someone {
        let (a, b) = (self.below(PEOPLE), self.below(PEOPLE));
        let who = a * b / PEOPLE;
        let kind = if who % 1_000 == 7 { ActorKind::Staff } else { ActorKind::Member };
        // Pseudonyms are random numbers, not a row from 1.
        Someone(pseudonym(who), kind, 1 + who % 60)
    }
}

fn pseudonym(who: i64) -> i64 {
    (who + 1).wrapping_mul(0x5851_F42D_4C95_7F2D) & i64::MAX
}

fn fill(database: &Database) {
    let dice = Dice(SeededRandomness::new(3));
    let mut next = 1_000;
    let mut threads = vec![(1_000, dice.somebody())];
    for day in 0..DAYS {
        let mut facts: Vec<Fact> = Vec::new();
        for minute in 0..FACTS / i64::from(DAYS) {
            let who = dice.somebody();
            next += 1;
            let recent = threads.len()
                - 1
                - usize::try_from(dice.below(300)).unwrap().min(threads.len() - 1);
            let (thread, author) = threads[recent];
            facts.push(match dice.below(100) {
                0..=3 => {
                    threads.push((next, who));
                    who.posts(next, day)
                }
                4..=19 => who.replies(next, thread, author, day, minute % 600),
                20..=54 => who.reacts(thread, author, day),
                55..=58 => {
                    let mut fact = who.reacts(thread, author, day);
                    fact.verb = Verb::Mention;
                    fact
                }
                _ => who.does(Verb::Session, day),
            });
        }
        database.write(|tx| facts::record_all(tx, &facts)).unwrap();
    }
    let assigned: Vec<Fact> = (0..20_000)
        .map(|who| {
            let mut fact = Fact::new(Verb::Assign, noon(300), Day(MONDAY + 300));
            fact.object_kind = ObjectKind::Action;
            fact.object_id = 70;
            fact.target = Some(Pseudonym(pseudonym(who * 5)));
            fact.target_dept_at = Some(DepartmentId(1));
            fact.action_id = Some(ActionId(70));
            fact.arm = Some(if who % 5 == 0 { Arm::HeldBack } else { Arm::Shown });
            fact
        })
        .collect();
    database.write(|tx| facts::record_all(tx, &assigned)).unwrap();
    people(database);
}

fn people(database: &Database) {
    database
        .write(|tx| {
            for department in 1..=60 {
                database::sql(format!(
                    "insert into departments (id, name, name_key, path, headcount, created_at)
                    values ({department}, 'D', 'd{department}', 'D', 2000, 1)"
                ))
                .execute(&mut **tx)?;
            }
            for who in 0..PEOPLE {
                let team = who % 1_000 == 7;
                database::sql(format!(
                    "insert into people (id, name, name_key, handle, department_id, audience, role,
                        state, team, joined_at, created_at)
                    values ({who}, 'P', 'p', 'handle{who}', {}, 'employee', 'member', 'active',
                        {team}, 1, 1)",
                    1 + who % 60
                ))
                .execute(&mut **tx)?;
                database::sql(format!(
                    "insert into pseudonyms (person_id, pseudonym) values ({who}, {})",
                    pseudonym(who)
                ))
                .execute(&mut **tx)?;
            }
            Ok(())
        })
        .unwrap();
}

/// Seconds of processor time that this thread has had: others may use the machine.
/// (The follower and the queries work in the thread that calls them.)
fn clock() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

fn timed<T>(database: &Database, name: &str, read: impl Fn(&mut Conn) -> language::Result<T>) {
    let mut best = f64::MAX;
    for _ in 0..3 {
        let start = clock();
        database.read(&read).unwrap();
        best = best.min(clock() - start);
    }
    println!("{name}: {:.1} ms", best * 1e3);
}

#[test]
#[ignore = "minutes, and only telling in release"]
fn rebuild_and_dashboard() {
    let trial = sqlite();
    let database = &trial.database;
    fill(database);
    facts::rebuild(database, &Rollups).unwrap();
    let start = Instant::now();
    let mut taken = 0;
    facts::catch_up(database, &Rollups, |count| taken += count).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    println!("rebuilt from {taken} facts in {seconds:.1} s, {:.0} facts/s", taken as f64 / seconds);
    let today = Day(MONDAY + DAYS - 1);
    let month = Window::month_to(today);
    timed(database, "reach of the past, live", |c| reach(c, Window::month_to(today.plus(-1))));
    timed(database, "reach up to now", |c| reach(c, month));
    timed(database, "days, 28, live", |c| days(c, month));
    timed(database, "settled, live", |c| settled(c, today));
    timed(database, "contributors, live", |c| contributors(c, month));
    timed(database, "phase_weeks, 26, live", |c| phase_weeks(c, today.plus(1), 26));
    let start = clock();
    let count = keep(database, today.plus(1)).unwrap();
    println!("keep: {count} figures in {:.1} s", clock() - start);
    let start = clock();
    keep(database, today.plus(1)).unwrap();
    println!("keep, nothing new: {:.1} ms", (clock() - start) * 1e3);
    timed(database, "pulse", |c| pulse(c, today));
    timed(database, "reach_by_department", |c| reach_by_department(c, today.plus(1)));
    timed(database, "days, 365", |c| days(c, Window::last(365, today)));
    timed(database, "settled", |c| settled(c, today));
    timed(database, "contributors", |c| contributors(c, month));
    timed(database, "phase_weeks, 26", |c| phase_weeks(c, today.plus(1), 26));
    timed(database, "openers", |c| openers(c, month));
    timed(database, "first_posts", |c| first_posts(c, month));
    timed(database, "accepted_answers", |c| accepted_answers(c, month));
    timed(database, "waiting", |c| {
        waiting(c, language::PersonId(1), noon(DAYS - 28), noon(DAYS), 50)
    });
    timed(database, "rhythms", rhythms);
    timed(database, "first_days", |c| first_days(c, month));
    timed(database, "outcomes", |c| {
        outcomes(c, ActionId(70), Outcome::Contributed, Day(MONDAY + 300), 28)
    });
    timed(database, "department_ties", |c| department_ties(c, month));
    timed(database, "the present day", |c| days(c, Window::last(1, today)));
    timed(database, "ties", |c| ties(c, today));
    // What a member does now must be quick too, a retraction included.
    let (_, author) = (0, Someone(pseudonym(3), ActorKind::Member, 1));
    for (name, fact) in [
        ("one post", author.posts(77, DAYS)),
        ("one retraction", author.withdraws(ObjectKind::Post, 77, DAYS)),
    ] {
        record(database, &[fact]);
        let start = clock();
        settle(database);
        println!("{name}: {:.1} ms", (clock() - start) * 1e3);
    }
    let start = clock();
    let differences = database.read(recount).unwrap();
    println!("recount: {:.1} s", clock() - start);
    assert_eq!(differences, []);
    if let database::Location::Sqlite(path) = &trial.location {
        println!("{} bytes", std::fs::metadata(path).unwrap().len());
    }
}
