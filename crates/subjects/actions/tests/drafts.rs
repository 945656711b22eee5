//! What a manager fills in.

use super::town::*;
use crate::draft::Draft;
use database::testing::on_both;
use language::{Failure, Moment};
use words::Lang;

#[test]
fn what_is_wrong_is_told_by_field() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 3);
        let good = typed(database);
        let today = database.now().day(&database.zone());
        let fields = |change: &dyn Fn(&mut crate::Typed)| {
            let mut typed = good.clone();
            change(&mut typed);
            match Draft::new(Lang::Nl, &typed, database.now(), &database.zone()) {
                Ok(_) => Vec::new(),
                Err(Failure::Problems(problems)) => {
                    problems.0.iter().map(|problem| problem.field).collect()
                }
                Err(other) => unreachable!("{other}"),
            }
        };
        assert!(fields(&|_| {}).is_empty());
        assert_eq!(fields(&|t| t.question = " ".to_owned()), ["question"]);
        assert_eq!(fields(&|t| t.question = "x".repeat(141)), ["question"]);
        assert_eq!(fields(&|t| t.to = today.plus(-1).date().to_string()), ["to"]);
        assert_eq!(fields(&|t| t.to = "morgen".to_owned()), ["to"]);
        assert_eq!(fields(&|t| t.to = today.plus(200).date().to_string()), ["to"]);
        let past = today.plus(-1).date().to_string();
        assert_eq!(fields(&|t| t.from.clone_from(&past)), ["from"]);
        assert_eq!(fields(&|t| t.some = true), ["audience"]);
        assert_eq!(fields(&|t| t.held = "99".to_owned()), ["held"]);
        assert_eq!(fields(&|t| t.measure = "clicks-14".to_owned()), ["outcome"]);
        assert_eq!(fields(&|t| t.owner = None), ["owner"]);
        let choice = |lines: &'static str| {
            fields(&move |t: &mut crate::Typed| {
                (t.kind, t.choices) = ("choice".to_owned(), lines.to_owned());
            })
        };
        assert_eq!(choice("Ja"), ["choices"]);
        assert!(choice("Ja\n\n Nee \n").is_empty());
        assert_eq!(choice("1\n2\n3\n4\n5\n6"), ["choices"]);
    });
}

#[test]
fn a_form_that_is_sent_twice_sets_out_one_action() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 12);
        let made = |key: &str, idea: bool| {
            let typed = crate::Typed { key: key.to_owned(), ..typed(database) };
            let draft = draft(database, &typed);
            let make = || {
                database.write(|tx| {
                    if idea {
                        crate::keep_idea(tx, &manager(), &draft)
                    } else {
                        crate::open(tx, &manager(), &draft)
                    }
                })
            };
            // As the page does: whoever came second looks once more.
            make().or_else(|_| make()).unwrap()
        };
        let start = std::sync::Barrier::new(8);
        let all: std::collections::BTreeSet<i64> = std::thread::scope(|scope| {
            let tries: Vec<_> = (0..8)
                .map(|nth| {
                    let (start, made) = (&start, &made);
                    scope.spawn(move || {
                        start.wait();
                        made("k0123456789abcdef", nth % 2 == 0).0
                    })
                })
                .collect();
            tries.into_iter().map(|t| t.join().unwrap()).collect()
        });
        assert_eq!(all.len(), 1, "{all:?}");
        let count = || -> i64 {
            use diesel::prelude::*;
            database.read(|conn| Ok(schema::actions::table.count().get_result(conn)?)).unwrap()
        };
        assert_eq!(count(), 1);
        made("another form", false);
        assert_eq!(count(), 2);
    });
}

#[test]
fn today_opens_now_and_the_last_day_counts_whole() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 3);
        let draft = draft(database, &typed(database));
        assert_eq!(draft.opens_at, database.now());
        let zone = database.zone();
        let today = database.now().day(&zone);
        assert_eq!(draft.closes_at, today.plus(14).start(&zone));
        assert_eq!(draft.closes_at.plus(-1).day(&zone), today.plus(13));
        let mut later = typed(database);
        later.from = today.plus(3).date().to_string();
        assert_eq!(super::town::draft(database, &later).opens_at, today.plus(3).start(&zone));
        assert!(draft.closes_at.since(draft.opens_at) > 13 * Moment::DAY);
    });
}

#[test]
fn another_round_is_as_the_first() {
    on_both(|trial| {
        let database = &trial.database;
        town(database, 3);
        let mut first = typed(database);
        (first.kind, first.choices) = ("choice".to_owned(), "Ja\nNee".to_owned());
        let action = find(database, open(database, &first));
        let today = database.now().day(&database.zone()).plus(30);
        let again = crate::Typed::like(&action, today, &database.zone());
        assert_eq!(again.question, first.question);
        assert_eq!(again.choices, first.choices);
        assert_eq!(again.measure, first.measure);
        assert_eq!(again.from, today.date().to_string());
        assert_eq!(again.to, today.plus(13).date().to_string());
        assert_eq!(again.replaces, None, "it was no idea");
    });
}
