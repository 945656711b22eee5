use crate::town::{Town, story};
use diesel::prelude::*;
use language::PostId;
use schema::{posts, thread_reads};

fn number(post: &str) -> PostId {
    post.rsplit('/').next().unwrap().parse().unwrap()
}

fn counts(town: &Town<'_>, post: &str) -> (i32, i32) {
    let id = number(post);
    town.look(|conn| {
        posts::table
            .filter(posts::id.eq(id))
            .select((posts::comments, posts::reactions))
            .first(conn)
    })
}

#[test]
fn a_question_is_answered() {
    story(|town| {
        let (anna, bob, carla) = (town.member("Anna"), town.member("Bob"), town.member("Carla"));
        let post = anna.asks("Wie weet raad?", "Mijn band is lek.").for_everyone();
        assert!(bob.sees("/").says("Mijn band is lek."));
        bob.sees(&post);
        let said = bob.says(&post, "Ik plak hem wel.");
        let again = bob.says(&post, "Ik plak hem wel.");
        assert_eq!(said, again, "the same key twice says it once");
        assert_eq!(counts(town, &post), (1, 0));

        let react = format!("{post}/reactions");
        bob.submits(&react, &[("word", "thanks")]).is(303);
        carla.submits(&react, &[("word", "thanks")]).is(303);
        assert_eq!(counts(town, &post), (1, 2));
        bob.submits(&react, &[("word", "no such word")]).is(404);
        let below = format!("{post}/comments/{said}");
        anna.submits(&format!("{below}/reactions"), &[("word", "agree")]).is(303);

        bob.submits(&format!("{below}/accept"), &[]).is(403);
        anna.submits(&format!("{below}/accept"), &[]).is(303);
        assert!(carla.sees(&post).says("class=\"accepted\""));

        anna.submits(&format!("{below}/edit"), &[("body", "Ik niet.")]).is(403);
        bob.submits(&format!("{below}/edit"), &[("body", "Ik plak hem morgen.")]).is(303);
        assert!(carla.sees(&post).says("Ik plak hem morgen."));
        anna.submits(&format!("{below}/withdraw"), &[]).is(403);
        bob.submits(&format!("{below}/withdraw"), &[]).is(303);
        assert_eq!(counts(town, &post).0, 0);
        assert!(!carla.sees(&post).says("Ik plak hem morgen."));
    });
}

#[test]
fn a_post_is_read_changed_and_withdrawn() {
    story(|town| {
        let (anna, bob) = (town.member("Anna"), town.member("Bob"));
        let page = anna.begins("Koffie", "Bij de automaat", "open");
        bob.submits(&format!("{page}/join"), &[]).is(303);
        let post = anna.posts("De bonen zijn op.").in_group("Koffie");
        let read = |town: &Town<'_>| -> i64 {
            town.settles();
            town.look(|conn| {
                thread_reads::table
                    .filter(thread_reads::person_id.eq(bob.id))
                    .filter(thread_reads::subject_id.eq(number(&post).0))
                    .count()
                    .get_result(conn)
            })
        };
        assert_eq!(read(town), 0, "unread until it is looked at");
        bob.sees(&post);
        assert_eq!(read(town), 1);

        bob.get(&format!("{post}/edit")).is(403);
        bob.submits(&format!("{post}/edit"), &[("body", "Niet waar.")]).is(403);
        let edit = format!("{post}/edit");
        anna.fills(&edit, &edit, &[("body", "De bonen zijn er weer.")]).is(303);
        assert!(bob.sees(&post).says("De bonen zijn er weer."));
        bob.submits(&format!("{post}/withdraw"), &[]).is(403);
        anna.submits(&format!("{post}/withdraw"), &[]).is(303);
        bob.get(&post).is(404);
        bob.submits(&format!("{post}/reactions"), &[("word", "thanks")]).is(404);
        assert!(!bob.sees(&page).says("De bonen zijn er weer."));
    });
}

#[test]
fn a_form_sent_twice_posts_once() {
    story(|town| {
        let anna = town.member("Anna");
        let fields =
            [("body", "Een keer is genoeg."), ("kind", "update"), ("key", "0123456789abcdef")];
        let first = anna.submits("/posts", &fields).leads();
        let second = anna.submits("/posts", &fields).leads();
        assert_eq!(first, second);
        let all: i64 = town.look(|conn| posts::table.count().get_result(conn));
        assert_eq!(all, 1);
        // Somebody else's form with the same key does not lead to Anna's post.
        let bob = town.member("Bob");
        assert_ne!(bob.submits("/posts", &fields).header("location"), first);
    });
}

#[test]
fn what_is_of_a_group_that_one_is_not_in_is_not_there() {
    story(|town| {
        let (anna, bob) = (town.member("Anna"), town.member("Bob"));
        for access in ["secret", "closed"] {
            let name = format!("Kring {access}");
            anna.begins(&name, "", access);
            let post = anna.posts("Onder ons.").in_group(&name);
            let said = anna.says(&post, "Zeker.");
            for path in ["", "/card", "/letters", "/edit"] {
                bob.get(&format!("{post}{path}")).is(404);
            }
            let below = format!("{post}/comments/{said}");
            bob.submits(&format!("{post}/comments"), &[("body", "Hoi"), ("key", "k1k1k1k1k1")])
                .is(404);
            bob.submits(&format!("{post}/reactions"), &[("word", "thanks")]).is(404);
            bob.submits(&format!("{post}/edit"), &[("body", "Hoi")]).is(404);
            bob.submits(&format!("{post}/withdraw"), &[]).is(404);
            bob.submits(&format!("{below}/reactions"), &[("word", "thanks")]).is(404);
            bob.submits(&format!("{below}/accept"), &[]).is(404);
            bob.submits(&format!("{below}/edit"), &[("body", "Hoi")]).is(404);
            bob.submits(&format!("{below}/withdraw"), &[]).is(404);
            // A comment of that group under a post of one's own.
            let own = bob.asks("Van mij?", "Van wie?").for_everyone();
            bob.submits(&format!("{own}/comments/{said}/accept"), &[]).is(404);
            bob.submits(&format!("{own}/comments/{said}/reactions"), &[("word", "thanks")]).is(404);
            let (group, _) = town.group(&name);
            let fields = [("body", "Hoi"), ("key", "k2k2k2k2k2"), ("group", &*group.to_string())];
            let refused = bob.submits("/posts", &fields).status.as_u16();
            assert_eq!(refused, if access == "secret" { 404 } else { refused });
            assert!(matches!(refused, 403 | 404), "{access}: {refused}");
        }
    });
}
