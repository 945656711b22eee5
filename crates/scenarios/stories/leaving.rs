//! Who goes out is out at once, and who loses a role has lost it.

use crate::town::story;
use language::{Moment, Role};

#[test]
fn a_sign_in_ends_when_it_is_ended() {
    story(|town| {
        let here = town.member("Anna");
        let there = town.enters(here.id);
        let third = town.enters(here.id);
        here.submits("/sign-out", &[]).is(303);
        assert_eq!(here.get("/groups").leads(), "/sign-in?to=/groups");
        there.sees("/groups");
        there.submits("/sign-out-everywhere", &[]).is(303);
        assert!(third.get("/").leads().starts_with("/sign-in"));
    });
}

#[test]
fn a_role_that_is_taken_is_gone_at_once() {
    story(|town| {
        let (mia, robin) = (town.mia(), town.person("Robin", Role::Manager));
        robin.sees("/cockpit");
        let path = format!("/cockpit/people/{}", robin.id);
        // Nobody gives more than they hold.
        let anna = town.member("Anna");
        let lower = [("role", "member"), ("audience", "employee"), ("department", "")];
        robin.submits(&format!("/cockpit/people/{}", mia.id), &lower).is(403);
        let higher = [("role", "administrator"), ("audience", "employee"), ("department", "")];
        let refused = robin.submits(&format!("/cockpit/people/{}", anna.id), &higher);
        assert!(matches!(refused.status.as_u16(), 403 | 422), "{}", refused.status);
        town.enters(anna.id).get("/cockpit").is(403);

        mia.fills(&path, &path, &[("role", "member")]).is(303);
        let later = robin.get("/cockpit");
        assert!(matches!(later.status.as_u16(), 303 | 403), "{}", later.status);
        town.enters(robin.id).get("/cockpit").is(403);
    });
}

#[test]
fn a_form_from_before_does_not_give_a_role_back() {
    story(|town| {
        let (mia, robin) = (town.mia(), town.person("Robin", Role::Manager));
        let path = format!("/cockpit/people/{}", robin.id);
        // What a browser sends that opened the page before the role was taken.
        let stale = [
            ("role", "manager"),
            ("was_role", "manager"),
            ("audience", "supplier"),
            ("was_audience", "employee"),
            ("department", ""),
            ("was_department", ""),
        ];
        mia.fills(&path, &path, &[("role", "member")]).is(303);
        mia.submits(&path, &stale).is(303);
        let page = mia.sees(&path);
        assert!(page.says("value=\"member\" selected"), "{}", page.body);
        assert!(page.says("value=\"supplier\" selected"), "{}", page.body);
    });
}

#[test]
fn a_form_of_an_ended_session_leads_back_to_its_page() {
    story(|town| {
        let (anna, bob) = (town.member("Anna"), town.member("Bob"));
        let post = anna.posts("Wie weet dit?").for_everyone();
        bob.submits("/sign-out-everywhere", &[]).is(303);
        let request = bob
            .asking("POST", &format!("{post}/comments"))
            .header("sec-fetch-site", "same-origin")
            .header("referer", format!("http://127.0.0.1:8420{post}"));
        let answer = town.send(request.body(axum::body::Body::from("body=Ik")).unwrap());
        assert_eq!(answer.is(303).leads(), format!("/sign-in?to={post}&ended=1"));
        assert!(town.nobody().get("/sign-in?ended=1").says("uitgelogd"));
    });
}

#[test]
fn a_sign_in_is_for_this_site_and_no_script() {
    story(|town| {
        let anna = town.member("Anna");
        let stranger = town.nobody();
        // Wrong: no cookie, and a page that does not say which of the two it was.
        let typed = [("email", "mia@voorbeeld.nl"), ("password", "een ander woord hier")];
        let unknown = [("email", "niemand@voorbeeld.nl"), ("password", "een ander woord hier")];
        let one = stranger.fills("/sign-in", "/sign-in", &typed).is(422);
        let other = stranger.fills("/sign-in", "/sign-in", &unknown).is(422);
        assert!(!one.header("set-cookie").contains("__Host-noaber"));
        let without = |answer: &crate::town::Answer, email: &str| answer.body.replace(email, "");
        assert_eq!(without(&one, "mia@voorbeeld.nl"), without(&other, "niemand@voorbeeld.nl"));

        let right = [("email", "mia@voorbeeld.nl"), ("password", "honderd fietsen op rij")];
        let entered = stranger.fills("/sign-in", "/sign-in", &right);
        let cookie = entered.header("set-cookie").to_owned();
        for part in ["__Host-noaber=", "Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        town.signed_in_by(&entered).sees("/cockpit");
        // A way back that leads elsewhere is not taken.
        let away = [("to", "//evil.example/"), right[0], right[1]];
        let there = town.nobody().submits("/sign-in", &away).leads();
        assert!(there.starts_with('/') && !there.starts_with("//"), "{there}");
        anna.sees("/");
    });
}

#[test]
fn a_stream_of_a_sign_in_that_ended_tells_nothing_more() {
    story(|town| {
        let (anna, bob) = (town.member("Anna"), town.member("Bob"));
        let mut listening = town.listens(&anna);
        assert_eq!(listening.status, 200);
        bob.posts("Een").for_everyone();
        town.settles();
        while !listening.hears().expect("it is open").contains("data: feed") {}
        // Signed out on another device: no right of Anna changed, and no fact tells of it.
        town.trial.database.write(|tx| sign_in::end_all(tx, anna.id)).unwrap();
        town.trial.clock.advance(6 * Moment::SECOND);
        let post = bob.posts("Twee").for_everyone();
        town.settles();
        let topic = post.replace("/posts/", "post-");
        let mut heard = Vec::new();
        while let Some(told) = listening.hears() {
            heard.push(told);
        }
        assert!(!heard.iter().any(|told| told.contains(&topic)), "{heard:?}");
    });
}

#[test]
fn nobody_takes_all_streams() {
    story(|town| {
        let (anna, bob) = (town.member("Anna"), town.member("Bob"));
        let mut open: Vec<_> = (0..20).map(|_| town.listens(&anna)).collect();
        assert!(open.iter().all(|stream| stream.status == 200));
        assert_eq!(town.listens(&anna).status, 429);
        assert_eq!(town.listens(&bob).status, 200);
        open.pop();
        assert_eq!(town.listens(&anna).status, 200);
    });
}
