//! What the keepers work out at night, on both engines.

use super::house::{MANAGER, MONDAY, run, town, visit};
use crate::alarms::{self, KeptDays, Looked, Series, Verdict};
use crate::content::Content;
use crate::health::Week;
use crate::metrics::{ALARM_DAYS, ALARMS, CONTENT, HEALTH, Metric, PHASE, TALK};
use crate::permits::MayManage;
use crate::phase::Then;
use crate::store::{self, WentOff};
use crate::talk::Talk;
use crate::{keep_week, tiers};
use database::testing::{BEGINNING, Trial, on_both};
use diesel::prelude::*;
use language::{Day, Failure, Moment, Problems, Refusal};
use serde::Serialize;
use serde::de::DeserializeOwned;
use words::Lang::Nl;

fn community(trial: &Trial) {
    run(
        trial,
        "insert into community (id, name, language, zone, seed, team_marked, created_at)
        values (1, 'Dorp', 'nl', 'Europe/Amsterdam', 1, true, 1)",
    );
    for (id, name, access, commons) in
        [(1, "Iedereen", "open", true), (2, "Raad", "secret", false), (3, "Kring", "closed", false)]
    {
        run(
            trial,
            &format!(
                "insert into groups (id, name, name_key, slug, access, commons, created_at)
                values ({id}, '{name}', '{name}', 'g{id}', '{access}', {commons}, 1)"
            ),
        );
    }
}

/// A post so many days ago, in a group.
fn post(trial: &Trial, id: i64, group: i64, author: i64, days: i64, body: &str) {
    let at = BEGINNING.plus(-days * Moment::DAY).0;
    run(
        trial,
        &format!(
            "insert into posts (id, group_id, author_id, kind, title, body, body_html, sanitizer,
                state, published_at, activity_at)
            values ({id}, {group}, {author}, 'update', 'Titel {id}', '{body}', '', 1, 'published',
                {at}, {at})"
        ),
    );
}

fn comment(trial: &Trial, id: i64, post: i64, author: i64, days: i64, body: &str) {
    let at = BEGINNING.plus(-days * Moment::DAY + Moment::HOUR).0;
    run(
        trial,
        &format!(
            "insert into comments (id, subject_kind, subject_id, author_id, body, body_html,
                sanitizer, state, published_at)
            values ({id}, 1, {post}, {author}, '{body}', '', 1, 'published', {at})"
        ),
    );
}

fn newest<T: DeserializeOwned>(trial: &Trial, metric: Metric, day: Day) -> Option<T> {
    let kept = trial.database.read(|conn| store::newest_insight::<T>(conn, metric, day)).unwrap();
    kept.map(|kept| kept.found.value)
}

#[test]
fn what_is_said_behind_doors_is_no_theme_and_touches_nobody() {
    on_both(|trial| {
        town(trial);
        community(trial);
        for day in [-60, -40, -20, -12, -5, -2] {
            visit(trial, 1, 100..130, day);
        }
        for number in 0..8_i64 {
            for day in 1..6 {
                let id = 1_000 * day + number;
                // Earlier, so that this week can rise above something.
                post(trial, id, 1, 100 + number, 10 + 5 * day, "fietsen vergaderen koken zingen");
                post(trial, id + 100, 1, 100 + number, day, "de verhuizing nadert");
                post(trial, id + 200, 2, 100 + number, day, "de ontslagronde nadert");
                post(trial, id + 300, 3, 100 + number, day, "het kringgesprek nadert");
            }
        }
        post(trial, 90, 2, 100, 20, "geheim");
        post(trial, 91, 1, 101, 20, "iedereen");
        for number in 0..9 {
            comment(trial, 200 + number, 90, 110 + number, 20, "geheim antwoord");
            comment(trial, 300 + number, 91, 110 + number, 20, "antwoord");
        }
        // Of the team and of the author is no reaction.
        comment(trial, 400, 91, MANAGER.0, 20, "wij ook");
        comment(trial, 401, 91, 101, 20, "dank");
        keep_week(&trial.database).unwrap();
        let found: Content = newest(trial, CONTENT, MONDAY).unwrap();
        let words: Vec<&str> = found.rising.iter().map(|one| one.word.as_str()).collect();
        assert!(words.contains(&"verhuizing"), "{found:?}");
        for hidden in ["ontslagronde", "kringgesprek", "geheim"] {
            assert!(!words.contains(&hidden), "{found:?}");
        }
        assert_eq!((found.top[0].post, found.top[0].reactors), (91, 9), "{found:?}");
        assert!(found.top.iter().all(|top| top.post % 1_000 < 100), "{found:?}");
        // What is withdrawn later is not named either, nor to whom may not read it.
        run(
            trial,
            "insert into memberships (group_id, person_id, state, since)
            values (2, 900, 'active', 1)",
        );
        let titles = |ids: &[i64]| {
            let found = trial.database.read(|conn| store::titles(conn, MANAGER, ids)).unwrap();
            found.into_iter().map(|one| one.id).collect::<Vec<i64>>()
        };
        assert_eq!(titles(&[91, 90]), [91], "of a secret group nothing, also for its members");
        run(trial, "update posts set state = 'withdrawn' where id = 91");
        assert!(titles(&[91, 90]).is_empty() && titles(&[]).is_empty());
    });
}

#[test]
fn a_week_of_which_nothing_may_be_shown_is_worked_out_once() {
    on_both(|trial| {
        town(trial);
        community(trial);
        // One person came, nine weeks ago.
        visit(trial, 1, 100..101, -60);
        let written = || -> Vec<(Day, i32)> {
            use schema::release_log;
            trial
                .database
                .read(|conn| {
                    Ok(release_log::table
                        .filter(release_log::measure.eq(tiers::MEASURES[0].name))
                        .select((release_log::end_day, release_log::round))
                        .order(release_log::end_day)
                        .load(conn)?)
                })
                .unwrap()
        };
        tiers::keep(&trial.database, MONDAY, insight::GroupMinimum::FIVE).unwrap();
        let once = written();
        assert!(once.len() > 7, "{once:?}");
        tiers::keep(&trial.database, MONDAY, insight::GroupMinimum::FIVE).unwrap();
        assert_eq!(written(), once);
    });
}

#[test]
fn every_closed_week_is_kept_once_and_stays_as_it_was() {
    on_both(|trial| {
        town(trial);
        community(trial);
        for week in 0..16 {
            visit(trial, 1, 100..125, -4 - 7 * week);
            visit(trial, 5, 400..420, -5 - 7 * week);
        }
        let ends = |metric: Metric| {
            let from = MONDAY.plus(-400);
            trial.database.read(|conn| store::kept_ends(conn, metric, from, MONDAY)).unwrap()
        };
        keep_week(&trial.database).unwrap();
        let sunday = MONDAY.plus(-1);
        assert_eq!(ends(HEALTH).last(), Some(&sunday));
        assert_eq!(ends(HEALTH).len(), 13);
        assert_eq!(ends(PHASE).len(), 16, "not before anything happened");
        assert_eq!((ends(CONTENT), ends(TALK)), (vec![sunday], vec![sunday]));
        let looks = ends(ALARMS);
        assert!(looks.len() > 20 && looks.last() == Some(&sunday), "{looks:?}");
        let days: KeptDays = newest(trial, ALARM_DAYS, MONDAY).unwrap();
        assert_eq!(days.days().count(Series::Came, MONDAY.plus(-4)), 25);
        let week: Week = newest(trial, HEALTH, MONDAY).unwrap();
        let reach = week.measured[0].unwrap();
        assert!(reach.value > 0.3 && reach.low < reach.value, "{week:?}");
        assert_eq!(week.health(), None, "without answers there is no number");
        let then: Then = newest(trial, PHASE, MONDAY).unwrap();
        assert_eq!((then.phase, then.contributions), (None, 0));
        assert_eq!(newest::<Talk>(trial, TALK, MONDAY), Some(Talk::default()));
        // Departments: with sales and care shown, the others together or not at all.
        let shown = |from| {
            trial
                .database
                .read(|conn| store::shown_of(conn, &tiers::MEASURES, from, sunday))
                .unwrap()
        };
        let lines = tiers::lines(&shown(sunday));
        assert!(lines.iter().any(|line| line.id == 1), "{lines:?}");
        assert!(lines.iter().all(|line| line.now.did.iter().all(|n| *n == 0 || *n >= 5)));
        // A second time nothing is worked out again.
        let at = |metric: Metric| {
            let kept = trial
                .database
                .read(|conn| store::newest_insight::<serde_json::Value>(conn, metric, MONDAY))
                .unwrap();
            kept.unwrap().at
        };
        let before = [HEALTH, PHASE, CONTENT, TALK, ALARM_DAYS].map(at);
        trial.clock.advance(Moment::HOUR);
        keep_week(&trial.database).unwrap();
        assert_eq!([HEALTH, PHASE, CONTENT, TALK, ALARM_DAYS].map(at), before);
        // History came in: the weeks are worked out anew, and say when.
        trial.clock.advance(Moment::HOUR);
        let now = trial.database.now().0;
        run(
            trial,
            &format!(
                "insert into import_runs (id, kind, file, report, at)
                values (1, 'slack', 'x.zip', '', {now})"
            ),
        );
        trial.clock.advance(Moment::HOUR);
        keep_week(&trial.database).unwrap();
        assert!(at(HEALTH) > before[0] && at(CONTENT) > before[2]);
    });
}

#[test]
fn another_version_of_a_definition_stands_beside_the_old_one() {
    on_both(|trial| {
        let old = Metric { version: 0, ..HEALTH };
        let (first, second) = (MONDAY.plus(-15), MONDAY.plus(-8));
        let keep = |metric: Metric, end: Day| {
            trial
                .database
                .write(|tx| store::keep_insight(tx, metric, end, &Week::default()))
                .unwrap();
        };
        keep(old, first);
        keep(old, second);
        keep(HEALTH, second);
        let found = trial
            .database
            .read(|conn| store::insights::<Week>(conn, HEALTH.name, first, MONDAY))
            .unwrap();
        let of: Vec<(Day, i32)> = found.iter().map(|kept| (kept.end, kept.found.version)).collect();
        assert_eq!(of, [(first, 0), (second, HEALTH.version)]);
        let series: Vec<_> = found.iter().map(|kept| kept.found).collect();
        assert_eq!(crate::metrics::breaks(&series), [1], "the line begins anew there");
        assert_eq!(newest::<Week>(trial, HEALTH, first), None, "an old figure is no present one");
    });
}

#[derive(Serialize)]
struct Other {
    something: i32,
}

#[test]
fn a_finding_of_another_program_is_passed_over() {
    on_both(|trial| {
        let other = Other { something: 1 };
        trial.database.write(|tx| store::keep_insight(tx, HEALTH, MONDAY, &other)).unwrap();
        let found = trial
            .database
            .read(|conn| store::insights::<Week>(conn, HEALTH.name, MONDAY, MONDAY))
            .unwrap();
        assert!(found.is_empty());
    });
}

#[test]
fn a_signal_is_judged_once_it_is_there() {
    on_both(|trial| {
        town(trial);
        let permit = MayManage::in_test(MANAGER);
        let found = WentOff {
            series: Series::Replies,
            day: MONDAY.plus(-2),
            value: 3,
            usual: 20.0,
            weeks: 30,
            distance: -6.0,
            bound: 4.5,
        };
        trial
            .database
            .write(|tx| {
                store::insert_alarm(tx, 1, &found)?;
                // The same day twice is one signal.
                store::insert_alarm(tx, 1, &found)
            })
            .unwrap();
        let all =
            || trial.database.read(|conn| store::alarms_since(conn, MONDAY.plus(-30), 9)).unwrap();
        let one = all();
        assert_eq!(one.len(), 1);
        let live = |since| {
            let lately = trial.database.read(|conn| store::lately(conn, BEGINNING, since)).unwrap();
            lately.alarms
        };
        assert_eq!(live(MONDAY.plus(-7)).len(), 1);
        assert!(live(MONDAY).is_empty(), "of another week");
        let task = &crate::tasks::alarms(Nl, &live(MONDAY.plus(-7)), MONDAY)[0];
        assert_eq!(
            (task.who.as_str(), task.what.as_str(), task.wait.as_str()),
            ("Antwoorden", "3, en 20 is dan gewoon", "za 3 oktober")
        );
        let judge = |id, verdict: &str, note: &str| {
            trial.database.write(|tx| alarms::judge(tx, &permit, Nl, id, verdict, note))
        };
        assert!(matches!(judge(1, "right", ""), Err(Failure::Refusal(Refusal::NotFound))));
        let wrong = judge(one[0].id, "misschien", "");
        assert!(matches!(wrong, Err(Failure::Problems(Problems(list))) if list.len() == 1));
        judge(one[0].id, "right", "De server lag eruit").unwrap();
        let judged = all();
        assert_eq!(
            (judged[0].verdict, judged[0].note.as_str()),
            (Some(Verdict::Right), "De server lag eruit")
        );
        assert_eq!(judged[0].by.as_deref(), Some("Lid 900"));
        assert!(live(MONDAY.plus(-7)).is_empty());
        let right = trial.database.read(|conn| store::right_days(conn, MONDAY.plus(-9))).unwrap();
        assert_eq!(right, [(Series::Replies, MONDAY.plus(-2))]);
        let text =
            crate::pages::alarms::tally(Nl, &[Looked { series: 7, left_out: false }; 100], &judged);
        assert_eq!(
            text,
            "In het laatste halfjaar vergeleken we 700 keer een dag. Door toeval verwacht je dan \
             hooguit 0,7 signalen; er kwam er 1. Terecht noemden jullie er 1, vals 0."
        );
    });
}
