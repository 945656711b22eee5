//! Forms from elsewhere, and forms with what no form of ours has.

use super::{filled, routes};
use crate::markup;
use crate::town::story;
use diesel::prelude::*;
use schema::posts;
use web::Method;

#[test]
fn a_form_of_another_site_changes_nothing() {
    story(|town| {
        let mia = town.mia();
        let mut wrong = Vec::new();
        for route in routes(Method::Post) {
            let path = filled(route.path, |_| "1".to_owned());
            // Of what is closed for good, not even the origin is looked at.
            let expected = if route.path == "/set-up" { 404 } else { 403 };
            for site in ["cross-site", "same-site", "none", ""] {
                let status = mia.submits_from(site, &path, &[]).status.as_u16();
                if status != expected {
                    wrong.push(format!("{path} from {site:?}: {status}"));
                }
            }
            let status = mia.sends("same-origin", &path, "token=0123".to_owned()).status.as_u16();
            if status != expected {
                wrong.push(format!("{path} with a wrong token: {status}"));
            }
            let status = mia.sends("same-origin", &path, String::new()).status.as_u16();
            if status != expected {
                wrong.push(format!("{path} without a token: {status}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        // Nobody was signed out by it.
        mia.sees("/");
    });
}

#[test]
fn a_field_that_no_form_has_is_refused() {
    story(|town| {
        let mut wrong = Vec::new();
        for route in routes(Method::Post) {
            let mia = town.mia();
            let path = filled(route.path, |_| "1".to_owned());
            let status = mia.submits(&path, &[("administrator", "yes")]).status.as_u16();
            // What is not there is not there, whatever came with it.
            if status != 403 && status != 404 && !(status == 410 && path.ends_with("/1")) {
                wrong.push(format!("{path}: {status}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        let count: i64 = town.look(|conn| posts::table.count().get_result(conn));
        assert_eq!(count, 0);
    });
}

#[test]
fn a_field_that_comes_twice_is_refused() {
    story(|town| {
        let anna = town.member("Anna");
        let token = anna.token();
        let twice = [("token", token), ("body", "Een"), ("body", "Twee"), ("key", "0123456789")];
        anna.sends("same-origin", "/posts", markup::encoded(&twice)).is(403);
        let post = anna.posts("Hoi").for_everyone();
        let twice = [("token", token), ("word", "thanks"), ("word", "agree")];
        anna.sends("same-origin", &format!("{post}/reactions"), markup::encoded(&twice)).is(403);
        // Somebody else's token is no token.
        let bob = town.member("Bob");
        let stolen = [("token", bob.token()), ("word", "thanks")];
        anna.sends("same-origin", &format!("{post}/reactions"), markup::encoded(&stolen)).is(403);
    });
}
