//! The feed: its order, its pages, what is new in it.

use super::{ALL, COMMONS, OPEN, SECRET, Town};
use crate::post::Post;
use crate::store;
use database::testing::on_both;
use language::{GroupId, Moment, PersonId, PostId, Randomness, Role, SeededRandomness};

/// Every post that the feed has for a reader, page by page.
fn walked(town: &Town<'_>, reader: PersonId, group: Option<GroupId>, page: i64) -> Vec<Post> {
    let mut all: Vec<Post> = Vec::new();
    loop {
        let before = all.last().map(|post| (post.activity, post.id));
        let posts = town.read(|conn| store::feed(conn, reader, group, before, page));
        if posts.is_empty() {
            return all;
        }
        assert!(i64::try_from(posts.len()).unwrap() <= page);
        all.extend(posts);
    }
}

#[test]
fn pages_have_every_post_once_and_in_order() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let writer = town.person("schrijver", &ALL);
        let outsider = town.person("buiten", &[]);
        let random = SeededRandomness::new(5);
        let mut made: Vec<(PostId, GroupId)> = Vec::new();
        for at in 0_usize..40 {
            // Several at the same moment: then the id decides.
            trial.clock.advance(i64::from(random.number().is_multiple_of(3)));
            let group = ALL[at % 4];
            made.push((town.post(writer, group), group));
            if at % 5 == 0 {
                town.answers(writer, made[at / 2].0, None, "").unwrap();
            }
        }
        town.takes_away(writer, Role::Member, made[7].0).unwrap();
        let gone = made.remove(7).0;
        for (reader, groups) in [(writer, &ALL[..]), (outsider, &[COMMONS, OPEN][..])] {
            for page in [1, 3, 100] {
                let feed = walked(&town, reader, None, page);
                let mut places: Vec<(Moment, PostId)> =
                    feed.iter().map(|post| (post.activity, post.id)).collect();
                assert!(places.is_sorted_by(|a, b| a > b), "page of {page}");
                let mut expected: Vec<PostId> =
                    made.iter().filter(|(_, g)| groups.contains(g)).map(|(id, _)| *id).collect();
                expected.sort();
                places.sort_by_key(|(_, id)| *id);
                let found: Vec<PostId> = places.into_iter().map(|(_, id)| id).collect();
                assert_eq!(found, expected);
                assert!(!found.contains(&gone));
            }
            let one = walked(&town, reader, Some(SECRET), 3);
            assert_eq!(one.is_empty(), reader == outsider);
            assert!(one.iter().all(|post| post.group == SECRET));
        }
    });
}

#[test]
fn what_moved_since_it_was_read_is_new() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[OPEN]), town.person("bob", &[]));
        let post = town.post(anna, COMMONS);
        let is_new = |reader| town.read(|conn| crate::find(conn, reader, post)).is_unread();
        let reads = |reader, at| {
            trial.database.write(|tx| store::mark_read(tx, reader, post, at)).unwrap();
        };
        assert!(!is_new(anna) && is_new(bob));
        reads(bob, trial.database.now());
        assert!(!is_new(bob));
        trial.clock.advance(Moment::SECOND);
        town.answers(bob, post, None, "").unwrap();
        assert!(is_new(anna) && !is_new(bob));
        reads(anna, trial.database.now());
        // A mark that comes late does not undo a later one.
        reads(anna, Moment(1));
        assert!(!is_new(anna));
        // The last touched stands first.
        let newer = town.post(anna, OPEN);
        trial.clock.advance(Moment::SECOND);
        town.answers(anna, post, None, "").unwrap();
        let order: Vec<PostId> = walked(&town, bob, None, 10).iter().map(|p| p.id).collect();
        assert_eq!(order, [post, newer]);
    });
}
