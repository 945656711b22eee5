//! Who goes out is out at once, and who loses a role has lost it.

use crate::town::story;
use language::Role;

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
