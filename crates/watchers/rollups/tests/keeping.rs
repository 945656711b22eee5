//! Figures that are kept are those that would be worked out.

use super::town::*;
use crate::*;
use database::Database;
use database::testing::{Trial, on_both};
use diesel::prelude::*;
use language::{ActorKind, Day, Fact, Verb};
use schema::{kept_figures, people, pseudonyms};

const TODAY: Day = Day(MONDAY + 100);

type Everything = (Vec<DayFigures>, Settled, Vec<Contributor>, Vec<PhaseWeek>, Front);

fn everything(database: &Database) -> Everything {
    database
        .read(|conn| {
            let yesterday = TODAY.plus(-1);
            let present = crate::store::kept::present(conn)?;
            Ok((
                days(conn, Window { from: Day(MONDAY - 3), to: TODAY })?,
                settled(conn, yesterday)?,
                contributors(conn, Window::month_to(yesterday))?,
                phase_weeks(conn, TODAY, 9)?,
                front(conn, TODAY, 9, present)?,
            ))
        })
        .unwrap()
}

fn kept(database: &Database) -> i64 {
    database.read(|conn| Ok(kept_figures::table.count().get_result(conn)?)).unwrap()
}

fn forget(database: &Database) {
    database
        .write(|tx| {
            diesel::delete(kept_figures::table).execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
}

/// What is read is what is worked out without anything kept.
fn holds(trial: &Trial) {
    let with = everything(&trial.database);
    forget(&trial.database);
    assert_eq!(with, everything(&trial.database));
    keep(&trial.database, TODAY).unwrap();
    assert_eq!(with, everything(&trial.database));
}

fn history() -> Vec<Fact> {
    let mut facts = Vec::new();
    for day in 0..=100_i32 {
        for who in 0..6_i64 {
            let kind = if who == 0 { ActorKind::Staff } else { ActorKind::Member };
            let one = Someone(20 + who, kind, 1);
            if (i64::from(day) * (who + 2)) % 7 < 2 {
                facts.push(one.does(Verb::Session, day));
            }
            if (i64::from(day) + who * 3) % 11 == 0 {
                facts.push(one.posts(1_000 + i64::from(day) * 10 + who, day));
            }
        }
    }
    facts
}

#[test]
fn kept_figures_are_those_that_would_be_worked_out() {
    on_both(|trial| {
        let database = &trial.database;
        // Two months of three figures, two to compare with, and 26 weeks.
        assert_eq!(keep(database, TODAY).unwrap(), 34, "an empty community has figures too");
        record(database, &history());
        settles(trial);
        assert_eq!(kept(database), 12 + 1, "weeks before it all and the list of the team");
        assert!(keep(database, TODAY).unwrap() > 100);
        let before = kept(database);
        holds(trial);
        assert_eq!(keep(database, TODAY).unwrap(), 0, "all is kept");
        // What happens today leaves them alone.
        record(database, &[Someone::member(22, 1).posts(77, 100)]);
        settles(trial);
        assert_eq!(kept(database), before);
        holds(trial);
        // A late fact takes those of its day and after, and only those.
        record(database, &[Someone::member(40, 1).posts(78, 60)]);
        settles(trial);
        let left = kept(database);
        assert_eq!(left, 60 + 20 + 1, "60 days, 20 weeks, the team");
        holds(trial);
        // So does a retraction of something long ago.
        let undo = Someone::member(40, 1).withdraws(language::ObjectKind::Post, 78, 100);
        record(database, &[undo]);
        settles(trial);
        assert_eq!(kept(database), left);
        holds(trial);
    });
}

#[test]
fn who_is_marked_as_team_changes_the_figures_at_the_next_keeping() {
    on_both(|trial| {
        let database = &trial.database;
        record(database, &history());
        settles(trial);
        keep(database, TODAY).unwrap();
        let before = everything(database);
        database
            .write(|tx| {
                database::sql(
                    "insert into people (id, name, name_key, handle, audience, role, state, team,
                        created_at)
                    values (1, 'P', 'p', 'handle', 'employee', 'member', 'active', true, 1)",
                )
                .execute(&mut **tx)?;
                diesel::insert_into(pseudonyms::table)
                    .values((pseudonyms::person_id.eq(1_i64), pseudonyms::pseudonym.eq(23_i64)))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        keep(database, TODAY).unwrap();
        assert_ne!(everything(database), before);
        holds(trial);
        let team: i64 = database
            .read(|conn| Ok(people::table.filter(people::team).count().get_result(conn)?))
            .unwrap();
        assert_eq!(team, 1);
    });
}

#[test]
fn a_history_that_stopped_is_seen_from_its_end() {
    on_both(|trial| {
        let database = &trial.database;
        let standing = |day| database.read(|conn| standing(conn, day)).unwrap();
        let late = TODAY.plus(900);
        departments(database);
        person(database, 10, "1", "");
        assert_eq!(standing(late), Standing::live(late, None), "nothing happened yet");
        // Five members (the floor), the last one on the Thursday of the fifth week, and
        // somebody of the team who goes on.
        let there: Vec<Fact> = (0..5)
            .map(|who| {
                Someone::member(20 + who, 1)
                    .does(Verb::Session, 31 + i32::try_from(who % 2).unwrap())
            })
            .chain([CARLA.does(Verb::Session, 900)])
            .collect();
        record(database, &there[..4]);
        settle(database);
        assert_eq!(standing(late).day, late, "four were never a community");
        record(database, &there[4..]);
        settle(database);
        let found = standing(late);
        assert_eq!(found.past, Some(Day(MONDAY + 32)), "nobody is around after the last day");
        assert_eq!(found.day, Day(MONDAY + 35), "its week is the closed one");
        assert_eq!(found.present, Some(Day(MONDAY + 900)));
        // It is seen from today as long as it is recent.
        let soon = Day(MONDAY + 58);
        assert_eq!(standing(soon), Standing::live(soon, found.present));
        assert_ne!(standing(soon.plus(1)).day, soon.plus(1));
        // What is kept is of that time.
        keep(database, late).unwrap();
        let ends: Vec<Day> = database
            .read(|conn| {
                use schema::closed_weeks;
                Ok(closed_weeks::table
                    .select(closed_weeks::end_day)
                    .distinct()
                    .order(closed_weeks::end_day)
                    .load(conn)?)
            })
            .unwrap();
        assert_eq!(ends, [Day(MONDAY + 34), closed_week_end(late)]);
        // Of forty more, long before, half is twenty: what the five did later is a drip.
        let crowd: Vec<Fact> = (0..40)
            .map(|who| {
                let day = -200 + i32::try_from(who % 20).unwrap();
                Someone::member(50 + who, 1).does(Verb::Session, day)
            })
            .collect();
        record(database, &crowd);
        settle(database);
        // Two of them a day; ten days of them are around until 27 days after the first of the ten.
        assert_eq!(standing(late).past, Some(Day(MONDAY - 190 + 27)));
        // Members come: the community lives today.
        let back: Vec<Fact> =
            (0..5).map(|who| Someone::member(20 + who, 1).does(Verb::Session, 999)).collect();
        record(database, &back);
        settle(database);
        assert_eq!(standing(late).day, late);
    });
}
