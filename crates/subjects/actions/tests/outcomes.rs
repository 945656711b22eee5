//! What people did, and what may be said of it.

use super::town::*;
use crate::action::Outcome;
use crate::judge::{Judgement, Outcomes, Verdict, judge};
use crate::show;
use crate::store::Reached;
use database::testing::on_both;
use language::{Arm, Moment, PersonId};
use words::Lang;

fn effect(shown: (u64, u64), held: (u64, u64), percent: i32) -> insight::effect::Effect {
    let outcomes = Outcomes::counted(shown, held);
    match judge(&outcomes, Outcome::Contributed, percent).unwrap() {
        Judgement::Shares(effect) => effect,
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn the_worked_value_of_the_metrics_document() {
    // SCIENCE.md 7.3: 84/600 v 54/600.
    let effect = effect((84, 600), (54, 600), 50);
    assert!((effect.points.unwrap() - 5.0).abs() < 1e-9);
    let interval = effect.interval.unwrap();
    assert!((interval.low - 1.389).abs() < 1e-3 && (interval.high - 8.631).abs() < 1e-3);
    assert_eq!(effect.verdict, Verdict::Better);
    assert_eq!(super::outcomes::effect((54, 600), (84, 600), 50).verdict, Verdict::Worse);
    assert_eq!(super::outcomes::effect((60, 600), (54, 600), 50).verdict, Verdict::CannotTell);
    assert_eq!(super::outcomes::effect((9, 19), (1, 19), 50).verdict, Verdict::TooFewPeople);
}

#[test]
fn without_people_held_back_there_is_no_verdict() {
    let judgement = judge(&Outcomes::counted((54, 412), (0, 0)), Outcome::Contributed, 0).unwrap();
    assert_eq!(judgement, Judgement::NothingToCompare { did: (54, 412) });
    assert_eq!(judgement.verdict(), None);
}

#[test]
fn outcomes_are_what_people_did_in_the_window() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 100);
        let mut typed = typed(database);
        typed.held = "50".to_owned();
        let id = open(database, &typed);
        let opened = find(database, id).opens_at;
        let (shown, held) = (arm(database, id, Arm::Shown), arm(database, id, Arm::HeldBack));
        let day = |n: i64| opened.plus(n * Moment::DAY + Moment::HOUR);
        let mut next = 50_000;
        let mut post = |who: PersonId, at| {
            next += 1;
            posts(database, who, at, next);
            next
        };
        // Six of those asked, two of those held back.
        for who in &shown[..6] {
            post(*who, day(3));
            post(*who, day(4));
        }
        for who in &held[..2] {
            post(*who, day(13));
        }
        // A seventh asked: reacts. An eighth: takes the reaction back. A ninth: withdraws.
        reacts(database, shown[6], day(1), 9);
        let reaction = reacts(database, shown[7], day(1), 9);
        unreacts(database, shown[7], day(2), 9, reaction);
        let gone = post(shown[8], day(1));
        withdraws(database, shown[8], day(20), gone);
        // Before and after the window, and somebody who was never drawn.
        post(held[5], day(-2));
        post(held[6], day(15));
        post(MANAGER, day(2));
        let outcomes = database.read(|conn| crate::outcomes(conn, &find(database, id))).unwrap();
        assert_eq!(outcomes.shown_did(), (7, shown.len() as u64));
        assert_eq!(outcomes.held_did(), (2, held.len() as u64));
        assert!((outcomes.held.x - 1.0).abs() < 1e-9, "one of them posted before");
        assert!(outcomes.shown.x.abs() < 1e-9);
        let expected = effect((7, shown.len() as u64), (2, held.len() as u64), 50);
        let judged = judge(&outcomes, Outcome::Contributed, 50).unwrap();
        assert_eq!(judged, Judgement::Shares(expected));
        assert_eq!(judged.verdict(), Some(Verdict::CannotTell));
    });
}

#[test]
fn days_are_counted_once_each() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 80);
        let mut typed = typed(database);
        typed.held = "50".to_owned();
        typed.measure = "active_days-28".to_owned();
        let id = open(database, &typed);
        let opened = find(database, id).opens_at;
        let (shown, held) = (arm(database, id, Arm::Shown), arm(database, id, Arm::HeldBack));
        let day = |n: i64| opened.plus(n * Moment::DAY + Moment::HOUR);
        for (nth, who) in shown.iter().enumerate() {
            for n in 0..3 + nth as i64 % 2 {
                visits(database, *who, day(n));
                visits(database, *who, day(n).plus(Moment::HOUR));
            }
        }
        for (nth, who) in held.iter().enumerate() {
            (0..=nth as i64 % 2).for_each(|n| visits(database, *who, day(n)));
        }
        let outcomes = database.read(|conn| crate::outcomes(conn, &find(database, id))).unwrap();
        let average = outcomes.shown.y / outcomes.shown.n as f64;
        assert!((3.4..=3.6).contains(&average), "{average}");
        let judged = judge(&outcomes, Outcome::ActiveDays, 50).unwrap();
        assert_eq!(judged.verdict(), Some(Verdict::Better));
        let action = find(database, id);
        let said = show::sentence(Lang::Nl, &action, &judged);
        assert!(said.starts_with("Het werkte: mensen kwamen op 2,0 dagen meer langs"), "{said}");
    });
}

#[test]
fn a_verdict_stands_once_it_was_given() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 100);
        let mut typed = typed(database);
        typed.held = "50".to_owned();
        let id = open(database, &typed);
        let opened = find(database, id).opens_at;
        let shown = arm(database, id, Arm::Shown);
        let at = opened.plus(2 * Moment::DAY);
        for (nth, who) in shown.iter().take(30).enumerate() {
            posts(database, *who, at, 60_000 + nth as i64);
        }
        let judge_due = || database.write(crate::judge_due).unwrap();
        assert_eq!(judge_due(), 0, "not before its time");
        trial.clock.advance(15 * Moment::DAY);
        assert_eq!(judge_due(), 1);
        assert_eq!(judge_due(), 0);
        // A day late, and still dated at the end of its window.
        let judged: Option<Moment> = database
            .read(|conn| {
                use diesel::prelude::*;
                use schema::actions;
                let row = actions::table.filter(actions::id.eq(id));
                Ok(row.select(actions::judged_at).first(conn)?)
            })
            .unwrap();
        assert_eq!(judged, Some(opened.plus(14 * Moment::DAY)));
        // What becomes known later changes nothing.
        posts(database, arm(database, id, Arm::HeldBack)[0], at, 70_000);
        let (counted, held) = find(database, id).counted.unwrap();
        assert_eq!(counted, (30, shown.len() as u64));
        assert_eq!(held.0, 0);
        let trials = database.read(crate::trials).unwrap();
        assert_eq!(trials[&10].len(), 1);
        assert!(trials[&10][0].difference > 0.4);
        let due = database.read(|conn| crate::due(conn, database.now(), 14 * Moment::DAY)).unwrap();
        assert_eq!(due.iter().map(|running| running.id).collect::<Vec<_>>(), [id]);
    });
}

#[test]
fn what_ends_soon_is_on_the_list() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 10);
        let id = open(database, &typed(database));
        let soon = || {
            database.read(|conn| crate::ending_soon(conn, database.now(), 2 * Moment::DAY)).unwrap()
        };
        assert!(soon().is_empty());
        trial.clock.advance(12 * Moment::DAY);
        assert_eq!(soon().iter().map(|running| running.id).collect::<Vec<_>>(), [id]);
    });
}

#[test]
fn the_sentence_says_no_more_than_is_known() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 3);
        let action = find(database, open(database, &typed(database)));
        let say = |shown, held| {
            let judgement = Judgement::Shares(effect(shown, held, 50));
            show::sentence(Lang::Nl, &action, &judgement)
        };
        assert_eq!(
            say((84, 600), (54, 600)),
            "Het werkte: van elke 100 mensen deden er 5 extra mee (het kunnen er ook 1 of 9 zijn)."
        );
        assert_eq!(
            say((54, 600), (84, 600)),
            "Het werkte averechts: van elke 100 mensen deden er 5 minder mee \
             (het kunnen er ook 1 of 9 zijn)."
        );
        assert_eq!(
            say((60, 600), (54, 600)),
            "We kunnen het niet zeggen: het effect ligt ergens tussen 2 minder en 4 meer van elke 100."
        );
        assert_eq!(
            say((5, 12), (1, 12)),
            "We kunnen het niet zeggen: het waren te weinig mensen om verschil te zien."
        );
        // A low end that rounds to nothing is not told as nothing.
        let close = say((3_180, 30_000), (3_000, 30_000));
        assert!(close.contains("0,1"), "{close}");
        // After a broken split nothing is claimed.
        assert!(say((300, 700), (100, 500)).starts_with("We kunnen het niet zeggen: de twee"));
    });
}

#[test]
fn small_departments_are_not_told_and_cannot_be_worked_out() {
    let row =
        |path: &str, asked, answered| Reached { path: Some(path.to_owned()), asked, answered };
    let rows = [row("Zorg", 60, 30), row("ICT", 4, 2), row("Keuken", 30, 12), row("Wijk", 40, 20)];
    let lines = show::departments(Lang::Nl, &rows, 5).unwrap();
    assert_eq!(lines[0].counts, Some((60, 30)));
    let hidden: Vec<&str> =
        lines.iter().filter(|line| line.counts.is_none()).map(|line| line.name.as_str()).collect();
    assert!(hidden.contains(&"ICT"), "{hidden:?}");
    // Alone it could be had by subtracting from the total.
    assert!(hidden.len() >= 2, "{hidden:?}");
    // What lies below counts with what is above it.
    let deep = [
        row("Zorg / Nacht", 20, 10),
        row("Zorg / Dag", 30, 10),
        row("ICT", 40, 9),
        row("Keuken", 30, 12),
    ];
    let lines = show::departments(Lang::Nl, &deep, 5).unwrap();
    assert_eq!((lines[0].name.as_str(), lines[0].counts), ("Zorg", Some((50, 20))));
    assert!(show::departments(Lang::Nl, &[row("Zorg", 3, 1)], 5).is_none(), "nothing to tell");
}
