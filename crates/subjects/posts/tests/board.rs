//! What is kept of posts: never older than the last commit, and never for whoever may
//! not read it.

use super::{ALL, CLOSED, COMMONS, Town};
use crate::board::{Board, Common};
use crate::store;
use database::testing::{on_both, sqlite};
use language::{PersonId, PostId, Role};
use reactions::Word;
use std::sync::Arc;

fn seen(town: &Town<'_>, board: &Board, post: PostId) -> Arc<Common> {
    let stamp = town.database.stamp().unwrap();
    let mut found = town.database.snapshot(|conn| board.posts(conn, &stamp, &[post])).unwrap();
    found.remove(&post).unwrap()
}

#[test]
fn what_was_committed_is_seen_at_once_whoever_committed_it() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let writer = town.person("schrijver", &ALL);
        let post = town.post(writer, COMMONS);
        let board = Board::default();
        assert!(seen(&town, &board, post).last.is_empty());
        town.answers(writer, post, None, "").unwrap();
        assert_eq!(seen(&town, &board, post).last.len(), 1);
        town.reacts(writer, post, Word::Agree).unwrap();
        assert_eq!(seen(&town, &board, post).counts.len(), 1);
        // As an import of the command line does, beside the running program.
        let other = trial.opened_again(99);
        let elsewhere = Town { database: &other };
        elsewhere.answers(writer, post, None, "").unwrap();
        assert_eq!(seen(&town, &board, post).last.len(), 2);
        elsewhere.reacts(writer, post, Word::Agree).unwrap();
        assert!(seen(&town, &board, post).counts.is_empty());
    });
}

#[test]
fn as_long_as_nothing_is_committed_nothing_is_read_again() {
    let trial = sqlite();
    let town = Town::new(&trial.database);
    let writer = town.person("schrijver", &ALL);
    let post = town.post(writer, COMMONS);
    let board = Board::default();
    let first = seen(&town, &board, post);
    assert!(Arc::ptr_eq(&first, &seen(&town, &board, post)));
    town.answers(writer, post, None, "").unwrap();
    assert!(!Arc::ptr_eq(&first, &seen(&town, &board, post)));
}

#[test]
fn a_feed_asks_each_time_who_may_read() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let writer = town.person("schrijver", &ALL);
        let post = town.post(writer, CLOSED);
        let reads = |reader: PersonId| {
            let chosen = town.read(|conn| store::chosen(conn, reader, None, None, 10));
            let one = town.database.read(|conn| store::chosen_one(conn, reader, post));
            assert_eq!(chosen.len() == 1, one.is_ok());
            one.ok().map(|one| one.expelled)
        };
        let other = town.person("ander", &[]);
        assert_eq!((reads(writer), reads(other)), (Some(false), None));
        town.puts(other, CLOSED, "active");
        assert_eq!(reads(other), Some(false));
        town.takes_away(writer, Role::Member, post).unwrap();
        assert_eq!((reads(writer), reads(other)), (None, None));
    });
}
