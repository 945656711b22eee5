//! Who is asked and who is held back.

use super::town::*;
use crate::{MayManage, Standing};
use database::testing::on_both;
use diesel::prelude::*;
use insight::assign;
use language::{Arm, Fact, Moment, PersonId, Role, Verb};
use schema::{facts as log, people, pseudonyms};

type Assigned = (Option<i64>, Option<Arm>, Option<f64>, Option<i64>);

#[test]
fn the_lot_can_be_drawn_again_from_the_log() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 500);
        let id = open(database, &typed(database));
        let action = find(database, id);
        assert_eq!(action.shown + action.held, 500);
        // 100 expected; four standard deviations of a fair lot are 36.
        assert!((64..=136).contains(&action.held), "{} held back", action.held);
        let rows: Vec<Assigned> = database
            .read(|conn| {
                Ok(log::table
                    .filter(log::verb.eq(Verb::Assign))
                    .filter(log::action_id.eq(id.0))
                    .select((log::target, log::arm.nullable(), log::propensity, log::dept_at))
                    .load::<(Option<i64>, Option<i16>, Option<f64>, Option<i64>)>(conn)?
                    .into_iter()
                    .map(|(target, arm, chance, dept)| {
                        (target, arm.and_then(Arm::from_code), chance, dept)
                    })
                    .collect())
            })
            .unwrap();
        assert_eq!(rows.len(), 500, "a fact for everybody");
        for (target, arm, chance, _) in &rows {
            let key = u64::from_le_bytes(target.unwrap().to_le_bytes());
            let again = assign::arm(key, id.0 as u64, 4711, 0.2);
            let (expected, probability) = match again {
                assign::Arm::Treated => (Arm::Shown, 0.8),
                assign::Arm::Held => (Arm::HeldBack, 0.2),
            };
            assert_eq!(*arm, Some(expected));
            assert!((chance.unwrap() - probability).abs() < 1e-12);
        }
        assert_eq!(arm(database, id, Arm::HeldBack).len(), action.held as usize);
        // Another action is another lot.
        let other = open(database, &typed(database));
        assert_ne!(arm(database, id, Arm::HeldBack), arm(database, other, Arm::HeldBack));
    });
}

#[test]
fn whoever_is_held_back_sees_nothing_until_all_is_over() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 60);
        let mut typed = typed(database);
        typed.held = "50".to_owned();
        // Four days of asking, fourteen of measuring.
        typed.to = database.now().day(&database.zone()).plus(3).date().to_string();
        let id = open(database, &typed);
        let held = arm(database, id, Arm::HeldBack);
        assert!(held.len() > 10);
        let home = |person: PersonId| {
            let now = database.now();
            database.read(|conn| crate::store::home(conn, person, now)).unwrap()
        };
        let listed = |person: PersonId| {
            let now = database.now();
            database.read(|conn| crate::store::visible(conn, person, now)).unwrap().len()
        };
        for person in &held {
            assert!(may_read(database, *person, id).is_none());
            assert!(home(*person).is_none());
            assert_eq!(listed(*person), 0);
        }
        for person in arm(database, id, Arm::Shown) {
            assert!(may_answer(database, person, id).is_some());
            assert_eq!(home(person).unwrap().0.id, id);
            assert_eq!(listed(person), 1);
        }
        // Asking is over, measuring is not.
        trial.clock.advance(10 * Moment::DAY);
        assert_eq!(find(database, id).standing(database.now()), Standing::Over);
        assert!(held.iter().all(|person| may_read(database, *person, id).is_none()));
        // Now they may read what others said, but answer no more than anybody.
        trial.clock.advance(4 * Moment::DAY);
        for person in &held {
            assert!(may_read(database, *person, id).is_some());
            assert!(may_answer(database, *person, id).is_none());
            assert!(home(*person).is_none());
        }
    });
}

#[test]
fn closing_early_shows_nothing_earlier_to_those_held_back() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 40);
        let mut typed = typed(database);
        typed.held = "50".to_owned();
        let id = open(database, &typed);
        let (shown, held) = (arm(database, id, Arm::Shown)[0], arm(database, id, Arm::HeldBack)[0]);
        trial.clock.advance(Moment::DAY);
        database.write(|tx| crate::close(tx, &manager(), id)).unwrap();
        assert!(may_read(database, shown, id).is_some());
        assert!(may_answer(database, shown, id).is_none());
        assert!(may_read(database, held, id).is_none());
        assert!(database.write(|tx| crate::close(tx, &manager(), id)).is_err(), "once");
        // Withdrawn: nobody but who runs the community.
        database.write(|tx| crate::withdraw(tx, &manager(), id)).unwrap();
        assert!(may_read(database, shown, id).is_none());
        assert!(may_read(database, MANAGER, id).is_some());
    });
}

#[test]
fn the_team_bots_and_managers_are_not_drawn_and_latecomers_may_join() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 20);
        database
            .write(|tx| {
                diesel::update(people::table.filter(people::id.eq(100)))
                    .set(people::team.eq(true))
                    .execute(&mut **tx)?;
                diesel::update(people::table.filter(people::id.eq(101)))
                    .set(people::bot.eq(true))
                    .execute(&mut **tx)?;
                diesel::update(people::table.filter(people::id.eq(102)))
                    .set(people::state.eq("suspended"))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        let mut typed = typed(database);
        typed.held = "50".to_owned();
        let id = open(database, &typed);
        let action = find(database, id);
        assert_eq!(action.shown + action.held, 17);
        person(database, 900, Role::Member, Some(12));
        for person in [MANAGER, PersonId(100), PersonId(900)] {
            assert!(may_answer(database, person, id).is_some(), "{person}");
        }
        assert!(may_read(database, PersonId(102), id).is_none());
        assert!(MayManage::of(PersonId(900), Role::Moderator).is_err());
    });
}

#[test]
fn a_department_comes_with_all_below_it() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 40);
        person(database, 901, Role::Member, Some(12));
        let mut typed = typed(database);
        typed.held = "0".to_owned();
        typed.some = true;
        typed.departments = departments_of(&[10]);
        let all = open(database, &typed);
        assert_eq!(find(database, all).shown, 40);
        typed.departments = departments_of(&[11]);
        let night = open(database, &typed);
        assert_eq!(find(database, night).shown, 20);
        assert!(may_read(database, PersonId(100), night).is_none(), "of the department above");
        assert!(may_answer(database, PersonId(101), night).is_some());
        assert!(may_read(database, PersonId(901), all).is_none(), "of another department");
        // The manager reads it, and is not asked: it is not for that department.
        assert!(may_read(database, MANAGER, all).is_some());
        assert!(may_answer(database, MANAGER, all).is_none());
        // A department that is not there does not become everybody.
        typed.departments = departments_of(&[99]);
        let draft = draft(database, &typed);
        assert!(database.write(|tx| crate::open(tx, &manager(), &draft)).is_err());
    });
}

#[test]
fn an_idea_is_seen_by_nobody_and_goes_when_it_is_set_out() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 20);
        let mut typed = typed(database);
        let idea = database
            .write(|tx| crate::keep_idea(tx, &manager(), &draft(database, &typed)))
            .unwrap();
        assert!(may_read(database, PersonId(100), idea).is_none());
        assert!(may_read(database, MANAGER, idea).is_some());
        typed.replaces = Some(idea);
        let id = open(database, &typed);
        assert_eq!(find(database, idea).standing(database.now()), Standing::Withdrawn);
        assert_eq!(find(database, id).standing(database.now()), Standing::Running);
    });
}

#[test]
fn a_planned_action_waits_for_its_day() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 20);
        let mut typed = typed(database);
        typed.held = "0".to_owned();
        typed.from = database.now().day(&database.zone()).plus(1).date().to_string();
        let id = open(database, &typed);
        assert!(may_read(database, PersonId(100), id).is_none());
        trial.clock.advance(Moment::DAY);
        assert!(may_answer(database, PersonId(100), id).is_some());
    });
}

#[test]
fn what_it_can_show_is_said_beforehand() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 200);
        let now = database.now();
        for n in 0..20 {
            posts(database, PersonId(100 + n), now.plus(-3 * Moment::DAY), 7_000 + n);
        }
        // Longer ago than a window: not in the base rate.
        posts(database, PersonId(150), now.plus(-20 * Moment::DAY), 8_000);
        let measure = (crate::Outcome::Contributed, 14);
        let forecast = database.read(|conn| crate::forecast(conn, &[], 50, measure, now)).unwrap();
        assert_eq!((forecast.people, forecast.shown, forecast.held), (200, 100, 100));
        assert_eq!(forecast.base, (20, 200));
        // SCIENCE.md 7.3: from 10% with 100 in each group 15.0 points.
        assert!((forecast.detectable.unwrap() - 0.150).abs() < 0.003);
        let some = database
            .read(|conn| crate::forecast(conn, &departments_of(&[11]), 50, measure, now))
            .unwrap();
        assert_eq!((some.people, some.base), (100, (20, 200)));
        let all = database.read(|conn| crate::forecast(conn, &[], 0, measure, now)).unwrap();
        assert_eq!(all.detectable, None, "nothing to compare with");
        let mut typed = typed(database);
        typed.held = "50".to_owned();
        let action = find(database, open(database, &typed));
        assert_eq!(action.base_rate, Some(0.1));
        assert!(action.detectable.unwrap() > 0.13);
    });
}

#[test]
fn nobody_in_the_log_is_drawn_under_a_name() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 10);
        let id = open(database, &typed(database));
        let facts: Vec<Fact> = database
            .read(|conn| facts::after(conn, 0, 100))
            .unwrap()
            .into_iter()
            .map(|recorded| recorded.fact)
            .collect();
        // On PostgreSQL a position is given later; there is nothing to read before.
        for fact in facts.iter().filter(|fact| fact.verb == Verb::Assign) {
            assert_eq!(fact.action_id, Some(id));
            assert_eq!(fact.actor, None, "the lot did it");
            assert!(fact.target_dept_at.is_some());
        }
        let named: i64 = database
            .read(|conn| {
                Ok(pseudonyms::table
                    .inner_join(people::table)
                    .filter(people::role.eq("member"))
                    .count()
                    .get_result(conn)?)
            })
            .unwrap();
        assert_eq!(named, 10);
    });
}
