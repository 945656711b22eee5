//! Posts and what happens under them, on both engines.

mod board;
mod counting;
mod feeding;
mod pictures;
mod rights;

use crate::answer as below;
use crate::permits::{MayAccept, MayEdit, MayPost, MayRead};
use crate::post::{Draft, Kind};
use crate::publish::Published;
use database::{Conn, Database};
use diesel::prelude::*;
use language::{
    CommentId, Failure, GroupAccess, GroupId, PersonId, PostId, Refusal, Result, Role, Verb,
};
use reactions::{Change, Word};
use schema::{
    comments as said, facts as log, groups, memberships, people, posts, reactions as given,
};
use words::Lang;

const COMMONS: GroupId = GroupId(1);
const OPEN: GroupId = GroupId(2);
const CLOSED: GroupId = GroupId(3);
const SECRET: GroupId = GroupId(4);
const ALL: [GroupId; 4] = [COMMONS, OPEN, CLOSED, SECRET];

/// A town with four groups.
struct Town<'a> {
    database: &'a Database,
}

impl<'a> Town<'a> {
    fn new(database: &'a Database) -> Self {
        let town = Self { database };
        for (id, access) in [
            (COMMONS, GroupAccess::Open),
            (OPEN, GroupAccess::Open),
            (CLOSED, GroupAccess::Closed),
            (SECRET, GroupAccess::Secret),
        ] {
            database
                .write(|tx| {
                    let name = format!("groep-{id}");
                    diesel::insert_into(groups::table)
                        .values((
                            groups::id.eq(id.0),
                            groups::name.eq(&name),
                            groups::name_key.eq(&name),
                            groups::slug.eq(&name),
                            groups::access.eq(access),
                            groups::commons.eq(id == COMMONS),
                            groups::created_at.eq(tx.now().0),
                        ))
                        .execute(&mut **tx)?;
                    Ok(())
                })
                .unwrap();
        }
        town
    }

    /// A person who is in these groups.
    fn person(&self, handle: &str, inside: &[GroupId]) -> PersonId {
        let person = self
            .database
            .write(|tx| {
                let id = tx.new_id();
                diesel::insert_into(people::table)
                    .values((
                        people::id.eq(id),
                        people::name.eq(handle),
                        people::name_key.eq(handle),
                        people::handle.eq(handle),
                        people::audience.eq("employee"),
                        people::role.eq("member"),
                        people::state.eq("active"),
                        people::created_at.eq(tx.now().0),
                    ))
                    .execute(&mut **tx)?;
                Ok(PersonId(id))
            })
            .unwrap();
        for group in inside {
            self.puts(person, *group, "active");
        }
        person
    }

    fn puts(&self, person: PersonId, group: GroupId, state: &str) {
        self.database
            .write(|tx| {
                diesel::delete(
                    memberships::table
                        .filter(memberships::group_id.eq(group.0))
                        .filter(memberships::person_id.eq(person.0)),
                )
                .execute(&mut **tx)?;
                diesel::insert_into(memberships::table)
                    .values((
                        memberships::group_id.eq(group.0),
                        memberships::person_id.eq(person.0),
                        memberships::state.eq(state),
                        memberships::since.eq(tx.now().0),
                    ))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
    }

    fn archives(&self, group: GroupId) {
        self.database
            .write(|tx| {
                let now = tx.now();
                diesel::update(groups::table.filter(groups::id.eq(group.0)))
                    .set(groups::archived_at.eq(Some(now.0)))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
    }

    fn read<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> T {
        self.database.read(f).unwrap()
    }

    fn publishes(
        &self,
        by: PersonId,
        group: GroupId,
        kind: Kind,
        body: &str,
        key: &str,
    ) -> Result<Published> {
        let draft = Draft::new(Lang::Nl, kind, "", body, key)?;
        self.database.write(|tx| {
            let permit = MayPost::of(tx, by, group)?;
            crate::publish(tx, &permit, &draft)
        })
    }

    fn post(&self, by: PersonId, group: GroupId) -> PostId {
        self.publishes(by, group, Kind::Question, "Wie weet dit?", "").unwrap().id()
    }

    fn answers(
        &self,
        by: PersonId,
        post: PostId,
        parent: Option<CommentId>,
        key: &str,
    ) -> Result<comments::Said> {
        let draft = comments::Draft::new(Lang::Nl, "Ik.", parent, key)?;
        self.database.write(|tx| {
            let permit = MayRead::of(tx, by, post)?;
            below::answer(tx, &permit, &draft)
        })
    }

    fn reacts(&self, by: PersonId, post: PostId, word: Word) -> Result<Change> {
        self.database.write(|tx| {
            let permit = MayRead::of(tx, by, post)?;
            below::react_to_post(tx, &permit, word)
        })
    }

    fn reacts_below(
        &self,
        by: PersonId,
        post: PostId,
        comment: CommentId,
        word: Word,
    ) -> Result<Change> {
        self.database.write(|tx| {
            let permit = MayRead::of(tx, by, post)?;
            below::react_to_comment(tx, &permit, comment, word)
        })
    }

    fn accepts(&self, by: PersonId, post: PostId, comment: CommentId) -> Result<()> {
        self.database.write(|tx| {
            let permit = MayAccept::of(MayRead::of(tx, by, post)?, Role::Member)?;
            below::accept(tx, &permit, comment)
        })
    }

    fn takes_away(&self, by: PersonId, role: Role, post: PostId) -> Result<()> {
        self.database.write(|tx| {
            let permit = MayEdit::of(MayRead::of(tx, by, post)?, role)?;
            crate::withdraw(tx, &permit)
        })
    }

    fn takes_away_below(
        &self,
        by: PersonId,
        role: Role,
        post: PostId,
        comment: CommentId,
    ) -> Result<()> {
        self.database.write(|tx| {
            let permit = MayRead::of(tx, by, post)?;
            let found = comments::find(tx, post.into(), comment)?;
            let may = comments::MayEdit::of(&found, &permit, by, role)?;
            below::withdraw_comment(tx, &permit, &may, comment)
        })
    }

    fn facts(&self, verb: Verb) -> i64 {
        self.read(|conn| Ok(log::table.filter(log::verb.eq(verb)).count().get_result(conn)?))
    }

    /// Compares every stored counter with what there is, and every accepted answer
    /// with where it stands.
    fn recount(&self) {
        type Row = (i64, i32, i32, Option<i64>);
        let all: Vec<Row> = self.read(|conn| {
            Ok(posts::table
                .select((posts::id, posts::comments, posts::reactions, posts::accepted_comment_id))
                .load(conn)?)
        });
        let below: Vec<(i64, i64, String, i32)> = self.read(|conn| {
            Ok(said::table
                .select((said::id, said::subject_id, said::state, said::reactions))
                .load(conn)?)
        });
        let words: Vec<(i16, i64)> = self.read(|conn| {
            Ok(given::table.select((given::subject_kind, given::subject_id)).load(conn)?)
        });
        let words_of = |kind: i16, id: i64| words.iter().filter(|w| **w == (kind, id)).count();
        let standing = |id: i64| below.iter().filter(move |c| c.1 == id && c.2 == "published");
        for (id, comments, reactions, accepted) in all {
            assert_eq!(
                usize::try_from(comments).unwrap(),
                standing(id).count(),
                "comments of {id}"
            );
            assert_eq!(usize::try_from(reactions).unwrap(), words_of(1, id), "words for {id}");
            assert!(accepted.is_none_or(|a| standing(id).any(|c| c.0 == a)), "accepted of {id}");
        }
        for (id, _, _, reactions) in &below {
            assert_eq!(usize::try_from(*reactions).unwrap(), words_of(2, *id), "words for {id}");
        }
    }
}

fn is_refused<T: std::fmt::Debug>(result: Result<T>, refusal: Refusal) {
    match result {
        Err(Failure::Refusal(is)) => assert_eq!(is, refusal),
        other => panic!("{other:?} instead of {refusal:?}"),
    }
}

#[test]
fn page_starts_are_read_as_they_were_written() {
    use language::Moment;
    assert_eq!(crate::show::page_start("12-34"), Some((Moment(12), PostId(34))));
    for wrong in ["", "12", "a-b", "12-", "-5"] {
        assert_eq!(crate::show::page_start(wrong), None, "{wrong}");
    }
}
