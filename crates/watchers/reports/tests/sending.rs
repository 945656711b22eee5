use super::*;
use crate::send_due;
use database::testing::on_both;
use diesel::prelude::*;

fn outbox(trial: &Trial) -> Vec<(String, String, String, bool)> {
    trial
        .database
        .read(|conn| {
            use schema::outbox;
            let rows: Vec<(String, String, String, Option<Vec<u8>>)> = outbox::table
                .order(outbox::key)
                .select((outbox::key, outbox::recipient, outbox::body_text, outbox::file))
                .load(conn)?;
            Ok(rows
                .into_iter()
                .map(|(key, to, text, file)| {
                    (key, to, text, file.is_some_and(|bytes| bytes.starts_with(b"%PDF")))
                })
                .collect())
        })
        .unwrap()
}

fn plan(trial: &Trial, day: i32, attached: bool) {
    trial.database.write(|tx| store::set_plan(tx, MANAGER, day, attached)).unwrap();
}

fn sent(trial: &Trial) -> usize {
    send_due(&trial.database, "https://plein.example").unwrap()
}

#[test]
fn a_report_is_mailed_once_to_who_was_chosen() {
    on_both(|trial| {
        town(trial);
        trial
            .database
            .write(|tx| {
                assert!(store::add_recipient(tx, MANAGER, Some(PersonId(100)), None)?);
                assert!(!store::add_recipient(tx, MANAGER, Some(PersonId(100)), None)?);
                store::add_recipient(tx, MANAGER, Some(PersonId(101)), None)?;
                store::add_recipient(tx, MANAGER, None, Some("raad@stad.example"))
            })
            .unwrap();
        run(trial, "update people set email_verified = false where id = 101");
        assert_eq!(sent(trial), 0, "no plan");
        plan(trial, 6, false);
        let id = finished(trial, "2026-09");
        assert_eq!(sent(trial), 0, "the fifth is too early");
        trial.clock.advance(Moment::DAY);
        assert_eq!(sent(trial), 1);
        assert_eq!(sent(trial), 0);
        let mails = outbox(trial);
        assert_eq!(mails.len(), 1, "{mails:?}");
        let (key, to, text, pdf) = &mails[0];
        assert!(key.starts_with(&format!("report:{id}:")) && !pdf);
        assert!(to.contains("h100@dorp.example"));
        assert!(text.contains(&format!("https://plein.example/reports/{id}")), "{text}");
        // No figure in the mail.
        assert!(!text.contains('%') && !text.contains("110"), "{text}");
        // Who cannot sign in gets it when the PDF goes along; who had it gets no second.
        plan(trial, 6, true);
        assert_eq!(sent(trial), 1);
        let mails = outbox(trial);
        let other = mails.iter().find(|mail| mail.1.contains("raad@stad.example")).unwrap();
        assert!(other.3, "the PDF goes along");
        assert!(!other.2.contains("/reports/"), "a link would lead nowhere");
        assert_eq!(sent(trial), 0);
    });
}

#[test]
fn a_report_of_a_month_that_still_runs_waits_for_its_day() {
    on_both(|trial| {
        town(trial);
        trial
            .database
            .write(|tx| store::add_recipient(tx, MANAGER, Some(PersonId(100)), None))
            .unwrap();
        plan(trial, 3, false);
        // Its four weeks are over on 25 October; the day to send lies in November.
        trial.clock.advance(22 * Moment::DAY);
        finished(trial, "2026-10");
        assert_eq!(sent(trial), 0);
        trial.clock.advance(6 * Moment::DAY);
        assert_eq!(sent(trial), 0, "the second");
        trial.clock.advance(Moment::DAY);
        assert_eq!(sent(trial), 1);
    });
}

#[test]
fn nothing_is_mailed_before_the_report_is_finished() {
    on_both(|trial| {
        town(trial);
        trial
            .database
            .write(|tx| store::add_recipient(tx, MANAGER, Some(PersonId(100)), None))
            .unwrap();
        plan(trial, 1, false);
        let id = made(trial, "2026-09");
        assert_eq!(sent(trial), 0);
        trial.database.write(|tx| draft::finish(tx, &permit(), id)).unwrap();
        assert_eq!(sent(trial), 1);
        // A recipient may read it, others may not.
        let may = |person| {
            trial.database.read(|conn| store::is_recipient(conn, PersonId(person))).unwrap()
        };
        assert!(may(100) && !may(102));
        // A correction is news, and mailed again.
        let new = trial.database.write(|tx| draft::correct(tx, &permit(), id)).unwrap();
        assert_eq!(sent(trial), 0);
        trial.database.write(|tx| draft::finish(tx, &permit(), new)).unwrap();
        assert_eq!(sent(trial), 1);
    });
}
