//! The same form twice, one after the other and at the same moment.

use crate::town::story;
use diesel::prelude::*;
use language::Role;
use schema::{actions, comments, outbox, people, posts};

#[test]
fn a_post_or_answer_without_the_forms_key_is_refused() {
    story(|town| {
        let anna = town.member("Anna");
        let post = anna.posts("Hoi").for_everyone();
        let long = "a".repeat(65);
        for key in ["", "   ", "kort", "een sleutel met spaties", &long] {
            let fields = [("kind", "update"), ("body", "Nog eens"), ("key", key)];
            anna.submits("/posts", &fields).is(403);
            let fields = [("body", "Nog eens"), ("key", key)];
            anna.submits(&format!("{post}/comments"), &fields).is(403);
        }
        anna.submits("/posts", &[("kind", "update"), ("body", "Nog eens")]).is(403);
        let (posts, comments): (i64, i64) = town.look(|conn| {
            Ok((posts::table.count().get_result(conn)?, comments::table.count().get_result(conn)?))
        });
        assert_eq!((posts, comments), (1, 0));
    });
}

#[test]
fn an_action_that_is_set_out_twice_is_one() {
    story(|town| {
        for n in 0..8 {
            town.member(&format!("Buur {n}"));
        }
        let robin = town.person("Robin", Role::Manager);
        let page = robin.sees("/cockpit/actions/new?catalogue=10");
        let fields = crate::markup::form(&page.body, "/cockpit/actions").expect("the form");
        let all: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let body = crate::markup::encoded(&all);
        let first = robin.sends("same-origin", "/cockpit/actions", body.clone()).leads();
        let second = robin.sends("same-origin", "/cockpit/actions", body).leads();
        assert_eq!(first, second);
        let idea: Vec<(&str, &str)> = all.iter().copied().chain([("idea", "1")]).collect();
        robin.sends("same-origin", "/cockpit/actions", crate::markup::encoded(&idea)).is(303);
        let count: i64 = town.look(|conn| actions::table.count().get_result(conn));
        assert_eq!(count, 1);
        let keyless: Vec<(&str, &str)> =
            all.iter().copied().filter(|(name, _)| *name != "key").collect();
        robin.sends("same-origin", "/cockpit/actions", crate::markup::encoded(&keyless)).is(403);
    });
}

#[test]
fn people_who_were_just_invited_are_skipped_and_it_says_so() {
    story(|town| {
        let robin = town.person("Robin", Role::Manager);
        let list = [("people", "a@voorbeeld.nl\nb@voorbeeld.nl"), ("department", "")];
        let mails = || -> i64 { town.look(|conn| outbox::table.count().get_result(conn)) };
        let first = robin.submits("/cockpit/invite/send", &list).leads();
        assert!(first.contains("sent=2&skipped=0"), "{first}");
        let second = robin.submits("/cockpit/invite/send", &list).leads();
        assert!(second.contains("sent=0&skipped=2"), "{second}");
        assert_eq!(mails(), 2);
        assert!(robin.sees(&second).says("2 adressen kregen niets"));
        assert!(robin.submits("/cockpit/invite", &list).is(200).says("Kreeg net al"));
        let invited: i64 = town.look(|conn| {
            people::table.filter(people::state.eq("invited")).count().get_result(conn)
        });
        assert_eq!(invited, 2);
        // Later it is a new invitation.
        town.trial.clock.advance(10 * 60 * language::Moment::SECOND);
        let third = robin.submits("/cockpit/invite/send", &list).leads();
        assert!(third.contains("sent=2"), "{third}");
    });
}

#[test]
fn a_form_after_a_lost_sign_in_leads_to_the_door_with_nothing_lost() {
    story(|town| {
        let anna = town.member("Anna");
        anna.token();
        town.trial.database.write(|tx| sign_in::end_all(tx, anna.id)).unwrap();
        let fields = [("kind", "update"), ("body", "Lang nagedacht"), ("key", "0123456789abcdef")];
        // Not back to where only forms are sent.
        assert_eq!(anna.submits("/posts", &fields).leads(), "/sign-in?ended=1");
        // By these the browser knows that nothing was kept, and keeps the draft.
        assert!(town.nobody().sees("/sign-in").says("<body class=\"door\">"));
        let expired = town.member("Bob").submits_from("cross-site", "/posts", &fields).is(403);
        assert!(expired.says("door__card\" id=\"main\""));
    });
}

#[test]
fn a_name_of_strange_signs_is_a_problem_and_no_failure() {
    story(|town| {
        let phrase = "\u{FDFA}".repeat(80);
        let anna = town.member("Anna");
        let named = |name: &str| {
            let fields = [("name", name), ("language", "nl"), ("about", "")];
            anna.submits("/settings", &fields)
        };
        named(&phrase).is(422);
        named("\u{200B}\u{202E}").is(422);
        named("Anna\u{202E}\u{200B} Bos").is(303);
        let kept: String =
            town.look(|conn| people::table.find(anna.id.0).select(people::name).first(conn));
        assert_eq!(kept, "Anna Bos");
        let mia = town.mia();
        let group = |name: &str| {
            [("name", name.to_owned()), ("purpose", String::new()), ("access", "open".to_owned())]
        };
        for name in [&phrase, "\u{3164}"] {
            let fields = group(name);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            anna.submits("/groups/new", &fields).is(422);
        }
        let settings = [
            ("community", &*phrase),
            ("language", "nl"),
            ("zone", "Europe/Amsterdam"),
            ("floor", "5"),
        ];
        mia.submits("/cockpit/settings", &settings).is(422);
        let settings = [("name", "\u{2066}\u{2069}"), ("headcount", "3")];
        mia.submits("/cockpit/departments", &settings).is(422);
        let list = format!("{phrase} <c@voorbeeld.nl>");
        mia.submits("/cockpit/invite/send", &[("people", &list), ("department", "")]).is(303);
    });
}
