//! What happens under a post: counters, the accepted answer, what was read.

use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, SmallInt};
use language::{
    CommentId, FactId, Moment, ObjectKind, PersonId, PostId, Result, SubjectKind, Verb,
};
use schema::{facts, posts};

pub(crate) fn count_comments(tx: &mut Tx<'_>, id: PostId, change: i32) -> Result<()> {
    let now = tx.now();
    let post = posts::table.filter(posts::id.eq(id));
    if change > 0 {
        diesel::update(post)
            .set((posts::comments.eq(posts::comments + change), posts::activity_at.eq(now)))
            .execute(&mut **tx)?;
    } else {
        diesel::update(post)
            .set(posts::comments.eq(posts::comments + change))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(crate) fn count_reactions(tx: &mut Tx<'_>, id: PostId, change: i32) -> Result<()> {
    diesel::update(posts::table.filter(posts::id.eq(id)))
        .set(posts::reactions.eq(posts::reactions + change))
        .execute(&mut **tx)?;
    Ok(())
}

/// The accepted answer of a post, which is held until the transaction ends.
pub(crate) fn hold_accepted(tx: &mut Tx<'_>, id: PostId) -> Result<Option<CommentId>> {
    database::sql("update posts set accepted_by = accepted_by where id = $1")
        .bind::<BigInt, _>(id)
        .execute(&mut **tx)?;
    Ok(posts::table
        .filter(posts::id.eq(id))
        .select(posts::accepted_comment_id)
        .get_result::<Option<CommentId>>(&mut **tx)?)
}

/// The fact that last said of a comment that it helped.
pub(crate) fn last_accept(conn: &mut Conn, comment: CommentId) -> Result<Option<FactId>> {
    Ok(facts::table
        .filter(facts::object_id.eq(comment.0))
        .filter(facts::verb.eq(Verb::AcceptAnswer))
        .filter(facts::object_kind.eq(ObjectKind::Comment))
        .order((facts::at.desc(), facts::id.desc()))
        .select(facts::id)
        .first(conn)
        .optional()?)
}

pub(crate) fn accept(tx: &mut Tx<'_>, id: PostId, comment: CommentId, by: PersonId) -> Result<()> {
    diesel::update(posts::table.filter(posts::id.eq(id)))
        .set((posts::accepted_comment_id.eq(Some(comment.0)), posts::accepted_by.eq(Some(by.0))))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn unaccept(tx: &mut Tx<'_>, id: PostId, comment: CommentId) -> Result<()> {
    diesel::update(
        posts::table
            .filter(posts::id.eq(id))
            .filter(posts::accepted_comment_id.eq(Some(comment.0))),
    )
    .set((posts::accepted_comment_id.eq(None::<i64>), posts::accepted_by.eq(None::<i64>)))
    .execute(&mut **tx)?;
    Ok(())
}

/// Notes that somebody has read a thread up to a moment.
pub(crate) fn mark_read(tx: &mut Tx<'_>, person: PersonId, post: PostId, at: Moment) -> Result<()> {
    database::sql(
        "insert into thread_reads (person_id, subject_kind, subject_id, read_at)
         values ($1, $2, $3, $4)
         on conflict (person_id, subject_kind, subject_id)
         do update set read_at = excluded.read_at
         where thread_reads.read_at < excluded.read_at",
    )
    .bind::<BigInt, _>(person)
    .bind::<SmallInt, _>(SubjectKind::Post)
    .bind::<BigInt, _>(post)
    .bind::<BigInt, _>(at)
    .execute(&mut **tx)?;
    Ok(())
}
