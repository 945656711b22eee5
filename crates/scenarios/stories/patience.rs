//! Who comes too often, too slowly or with too much.

use crate::town::{Person, Town, story};
use axum::body::Body;
use database::testing::on_both;
use http::{Request, header};

const PASSWORD: &str = "honderd fietsen op rij";

fn signs_in(person: &Person<'_>, password: &str) -> crate::town::Answer {
    let fields = [("email", "mia@voorbeeld.nl"), ("password", password), ("to", "/")];
    person.submits("/sign-in", &fields)
}

#[test]
fn a_stranger_who_guesses_does_not_shut_the_owner_out() {
    story(|town| {
        let mia = town.nobody();
        let entered = signs_in(&mia, PASSWORD).is(303);
        let known = entered.cookie("__Host-known");
        assert!(!known.contains(&town.mia().id.to_string()), "it names nobody: {known}");
        // It opens nothing by itself.
        assert_eq!(town.nobody().with_cookie(&known).get("/").leads(), "/sign-in");
        let stranger = town.nobody();
        let mut refused = 0;
        for _ in 0..40 {
            if signs_in(&stranger, "een gok van niemand").is(422).says("te vaak") {
                refused += 1;
            }
        }
        assert!(refused > 20, "{refused} of 40 guesses were not looked at");
        // Even when it is right: the stranger learns nothing more.
        signs_in(&stranger, PASSWORD).is(422);
        // The owner, at the browser they used before.
        signs_in(&town.nobody().with_cookie(&known), PASSWORD).is(303);
        // A sign that is made up helps nobody.
        let made_up = format!("__Host-known={}", "0".repeat(64));
        signs_in(&town.nobody().with_cookie(&made_up), PASSWORD).is(422);
    });
}

#[test]
fn a_form_that_never_ends_is_let_go() {
    story(|town| {
        let anna = town.member("Anna");
        let endless = |path: &str, kind: &str, start: &'static [u8]| {
            let first = futures_util::stream::iter([Ok::<_, std::io::Error>(start)]);
            let chained = futures_util::StreamExt::chain(first, futures_util::stream::pending());
            let request = anna
                .asking("POST", path)
                .header("sec-fetch-site", "same-origin")
                .header(header::CONTENT_TYPE, kind)
                .body(Body::from_stream(chained))
                .unwrap();
            town.send_without_end(request).status.as_u16()
        };
        anna.token();
        assert_eq!(endless("/posts", "application/x-www-form-urlencoded", b"body=Hoi"), 413);
        let part =
            b"--x\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n";
        assert_eq!(endless("/settings", "multipart/form-data; boundary=x", part), 413);
        let mia = town.mia();
        let request = mia
            .asking("POST", "/cockpit/imports")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .body(Body::from_stream(futures_util::StreamExt::chain(
                futures_util::stream::iter([Ok::<_, std::io::Error>(&part[..])]),
                futures_util::stream::pending(),
            )))
            .unwrap();
        assert_eq!(town.send_without_end(request).status.as_u16(), 413);
        let left = std::fs::read_dir(town.trial.folder.join("passing")).unwrap().count();
        assert_eq!(left, 0, "nothing of it stays behind");
    });
}

fn report(town: &Town<'_>, body: String) -> u16 {
    let request = Request::builder()
        .method("POST")
        .uri("/csp-report")
        .header(header::CONTENT_TYPE, "application/csp-report")
        .body(Body::from(body))
        .unwrap();
    town.send(request).status.as_u16()
}

#[test]
fn reports_of_browsers_are_few_and_short() {
    on_both(|trial| {
        let town = Town::on(trial);
        assert_eq!(report(&town, "{}".to_owned()), 204);
        assert_eq!(report(&town, "x".repeat(16 * 1024)), 204);
        assert_eq!(report(&town, "x".repeat(16 * 1024 + 1)), 413);
        trial.clock.advance(-60 * language::Moment::SECOND * 60);
        let allowed = (0..100).filter(|_| {
            // Within one second.
            trial.clock.advance(-7 * language::Moment::SECOND);
            report(&town, "{}".to_owned()) == 204
        });
        assert!(allowed.count() <= 30);
    });
}

#[test]
fn a_search_of_any_length_is_answered() {
    story(|town| {
        let mia = town.mia();
        for path in ["/people", "/groups", "/cockpit/people"] {
            for search in ["x".repeat(6_000), "%EF%B7%BA".repeat(600), "%25_".repeat(1_500)] {
                let page = mia.sees(&format!("{path}?q={search}"));
                // What comes back is the beginning of what was asked.
                assert!(page.body.len() < 60_000, "{path}: {}", page.body.len());
            }
        }
    });
}
