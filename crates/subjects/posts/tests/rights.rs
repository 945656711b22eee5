//! Who may not, may not anywhere.

use super::{ALL, CLOSED, COMMONS, OPEN, SECRET, Town, is_refused};
use crate::permits::{MayEdit, MayPost, MayRead};
use crate::post::{Draft, Kind};
use crate::store;
use database::testing::on_both;
use language::{Moment, Refusal, Role, Verb};
use reactions::Word;
use words::Lang;

#[test]
fn without_the_right_to_read_nothing_is_found() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let anna = town.person("anna", &ALL);
        for group in [CLOSED, SECRET] {
            let post = town.post(anna, group);
            let comment = town.answers(anna, post, None, "").unwrap().id();
            for state in ["", "requested", "invited", "left", "expelled"] {
                let bob = town.person(&format!("bob{group}{state}"), &[]);
                if !state.is_empty() {
                    town.puts(bob, group, state);
                }
                let conn = |f: &dyn Fn(&mut database::Conn) -> language::Result<()>| {
                    is_refused(trial.database.read(f), Refusal::NotFound);
                };
                conn(&|c| crate::find(c, bob, post).map(|_| ()));
                conn(&|c| MayRead::of(c, bob, post).map(|_| ()));
                conn(&|c| MayPost::of(c, bob, group).map(|_| ()));
                conn(&|c| store::place_by_slug(c, bob, &format!("groep-{group}")).map(|_| ()));
                conn(&|c| store::group_for(c, bob, group).map(|_| ()));
                let feed = town.read(|c| store::feed(c, bob, Some(group), None, 10));
                let home = town.read(|c| store::feed(c, bob, None, None, 10));
                let places = town.read(|c| store::places(c, bob));
                let waits = town.read(|c| store::waiting(c, bob, Moment(0), 10));
                assert!(feed.is_empty() && home.is_empty() && waits.is_empty());
                assert!(places.iter().all(|place| place.id == COMMONS));
                is_refused(town.answers(bob, post, None, ""), Refusal::NotFound);
                is_refused(town.reacts(bob, post, Word::Agree), Refusal::NotFound);
                is_refused(town.reacts_below(bob, post, comment, Word::Agree), Refusal::NotFound);
                is_refused(town.accepts(bob, post, comment), Refusal::NotFound);
                let moderator = Role::Administrator;
                is_refused(town.takes_away(bob, moderator, post), Refusal::NotFound);
                is_refused(town.takes_away_below(bob, moderator, post, comment), Refusal::NotFound);
                is_refused(town.publishes(bob, group, Kind::Update, "Hoi", ""), Refusal::NotFound);
            }
        }
    });
}

#[test]
fn members_post_and_everybody_does_in_the_commons() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[OPEN]), town.person("bob", &[]));
        let post = town.post(anna, OPEN);
        town.post(bob, COMMONS);
        is_refused(town.publishes(bob, OPEN, Kind::Update, "Hoi", ""), Refusal::NotAllowed);
        // Reading along and answering is for everybody who reads,
        town.answers(bob, post, None, "").unwrap();
        // but not for who was sent away.
        town.puts(bob, OPEN, "expelled");
        let seen = town.read(|conn| crate::find(conn, bob, post));
        assert!(!seen.open);
        is_refused(town.answers(bob, post, None, ""), Refusal::NotAllowed);
        is_refused(town.reacts(bob, post, Word::Thanks), Refusal::NotAllowed);
        is_refused(town.publishes(bob, OPEN, Kind::Update, "Hoi", ""), Refusal::NotAllowed);
        town.archives(OPEN);
        is_refused(town.publishes(anna, OPEN, Kind::Update, "Hoi", ""), Refusal::Gone);
        is_refused(town.answers(anna, post, None, ""), Refusal::NotAllowed);
        town.recount();
    });
}

#[test]
fn authors_change_and_moderators_only_take_away() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[]), town.person("bob", &[]));
        let post = town.post(anna, COMMONS);
        let permit =
            |by, role| town.database.read(|conn| MayEdit::of(MayRead::of(conn, by, post)?, role));
        is_refused(permit(bob, Role::Member), Refusal::NotAllowed);
        let new = Draft::new(Lang::Nl, Kind::Question, "Titel", "**Anders**", "").unwrap();
        let moderator = permit(bob, Role::Moderator).unwrap();
        is_refused(
            trial.database.write(|tx| crate::edit(tx, &moderator, &new)),
            Refusal::NotAllowed,
        );
        let own = permit(anna, Role::Member).unwrap();
        trial.database.write(|tx| crate::edit(tx, &own, &new)).unwrap();
        let changed = town.read(|conn| crate::find(conn, bob, post));
        assert!(changed.edited.is_some() && changed.html.as_str().contains("<strong>"));
        trial.database.write(|tx| crate::withdraw(tx, &moderator)).unwrap();
        is_refused(trial.database.write(|tx| crate::withdraw(tx, &own)), Refusal::Gone);
        is_refused(town.answers(bob, post, None, ""), Refusal::NotFound);
        assert_eq!(town.facts(Verb::Retract), 1);
    });
}

#[test]
fn only_who_can_read_is_mentioned() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let anna = town.person("anna", &[SECRET]);
        town.person("binnen", &[SECRET]);
        town.person("buiten", &[]);
        let body = "Dag @binnen, @buiten, @anna en @niemand";
        let post = town.publishes(anna, SECRET, Kind::Update, body, "").unwrap().id();
        let html = town.read(|conn| crate::find(conn, anna, post)).html.to_string();
        assert!(html.contains("/people/binnen") && !html.contains("/people/buiten"), "{html}");
        assert_eq!(town.facts(Verb::Mention), 1);
    });
}
