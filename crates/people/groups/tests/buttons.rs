//! A page offers what its reader can do, and nothing else.

use super::Town;
use crate::pages::about::shown;
use crate::{join, request};
use database::testing::on_both;
use language::{MembershipState, PersonId, Role};
use words::Lang;

/// What the forms of a page do, in order.
fn acts(html: &str) -> Vec<String> {
    html.split("<form method=\"post\" action=\"/groups/")
        .skip(1)
        .filter_map(|form| form.split('"').next()?.split('/').nth(1).map(str::to_owned))
        .collect()
}

#[test]
fn buttons_fit_who_looks() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let anna = town.person("anna");
        let [bob, carla, dirk] = ["bob", "carla", "dirk"].map(|h| town.person(h));
        let boss = town.person_with("boss", Role::Manager, "active");
        let page = |by: PersonId, slug: &str, lang| {
            trial.database.read(|conn| shown(conn, by, slug, lang)).unwrap()
        };
        let does = |by, slug: &str| acts(&page(by, slug, Lang::Nl));
        let open = town.makes(anna, "Fiets & <b>zo</b>", "open").unwrap();
        town.own(bob, &open, join).unwrap();
        assert_eq!(does(bob, &open), ["leave"]);
        assert_eq!(does(carla, &open), ["join"]);
        assert_eq!(does(anna, &open), ["leave", "invite", "moderators", "moderators", "expel"]);
        assert_eq!(
            does(boss, &open),
            ["join", "invite", "moderators", "expel", "moderators", "expel"]
        );
        town.puts(&open, dirk, MembershipState::Expelled, false);
        assert!(does(dirk, &open).is_empty());
        assert!(does(bob, "iedereen").is_empty() && does(boss, "iedereen").is_empty());

        let closed = town.makes(anna, "Raad", "closed").unwrap();
        assert_eq!(does(bob, &closed), ["request"]);
        town.own(bob, &closed, request).unwrap();
        assert_eq!(does(bob, &closed), ["withdraw"]);
        town.puts(&closed, carla, MembershipState::Invited, false);
        assert_eq!(does(carla, &closed), ["join", "decline"]);
        assert_eq!(
            does(anna, &closed),
            ["leave", "approve", "refuse", "invite", "uninvite", "moderators"]
        );
        // Who is in a closed group only its members see.
        town.puts(&closed, dirk, MembershipState::Active, false);
        assert!(!page(carla, &closed, Lang::En).contains("/people/dirk"));
        assert!(page(carla, &closed, Lang::En).contains("/people/anna"));
        let html = page(anna, &open, Lang::Nl);
        assert!(!html.contains("<b>") && html.contains("</span></p>"));
    });
}
