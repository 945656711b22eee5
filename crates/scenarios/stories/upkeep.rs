//! What time itself brings, when nobody looks.

use crate::town::story;
use diesel::prelude::*;
use language::Moment;
use schema::{actions, closed_weeks};

#[test]
fn a_verdict_is_dated_at_the_end_of_its_window_and_weeks_are_kept() {
    story(|town| {
        let people: Vec<_> = (0..8).map(|n| town.member(&format!("Buur {n}"))).collect();
        let mia = town.mia();
        let department = [("name", "Zorg"), ("headcount", "12")];
        mia.fills("/cockpit/departments", "/cockpit/departments", &department).is(303);
        let id: i64 = town
            .look(|conn| schema::departments::table.select(schema::departments::id).first(conn));
        town.trial
            .database
            .write(|tx| {
                use schema::people;
                let all: Vec<i64> = people.iter().map(|person| person.id.0).collect();
                diesel::update(people::table.filter(people::id.eq_any(all)))
                    .set(people::department_id.eq(Some(id)))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        let chosen = [("held", "50"), ("kind", "text"), ("outcome", "contributed-14")];
        mia.fills("/cockpit/actions/new?catalogue=10", "/cockpit/actions", &chosen).is(303);
        let verdict = || -> (Moment, i32, Option<Moment>) {
            town.look(|conn| {
                let columns = (actions::opens_at, actions::window_days, actions::judged_at);
                actions::table.select(columns).first(conn)
            })
        };
        let (opened, days, judged) = verdict();
        assert_eq!((days, judged), (14, None));
        for person in &people {
            person.sees("/");
        }
        town.settles();
        let weeks = || -> Vec<i32> {
            town.look(|conn| {
                closed_weeks::table
                    .select(closed_weeks::end_day)
                    .distinct()
                    .order(closed_weeks::end_day)
                    .load(conn)
            })
        };
        // Four weeks in which nobody opens the cockpit, a round of upkeep each day.
        let before = weeks().len();
        for day in 1..=28 {
            town.trial.clock.advance(Moment::DAY);
            town.settles();
            let (_, _, judged) = verdict();
            let due = opened.plus(14 * Moment::DAY);
            if town.trial.database.now() < due {
                assert_eq!(judged, None, "day {day}");
            } else {
                assert_eq!(judged, Some(due), "day {day}: not when somebody counted");
            }
        }
        let kept = weeks();
        assert_eq!(kept.len(), before + 4, "{kept:?}");
        assert!(kept.windows(2).all(|pair| pair[1] - pair[0] == 7), "{kept:?}");
    });
}
