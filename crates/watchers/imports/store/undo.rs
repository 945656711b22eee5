//! Taking away what a run made, and putting back what it changed.

use super::back::{AT_ONCE, standing};
use crate::traces::Before;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use language::{CommentId, DepartmentId, GroupId, Moment, PersonId, Result, SubjectKind, TopicId};
use schema::{
    comments, departments, groups, import_befores, import_keys, import_people, memberships, people,
    post_topics, posts, pseudonyms, reactions, thread_reads, topics,
};

/// Takes reactions on posts and comments away.
pub(crate) fn drop_reactions(tx: &mut Tx<'_>, kind: SubjectKind, ids: &[i64]) -> Result<()> {
    for ids in ids.chunks(AT_ONCE) {
        diesel::delete(
            reactions::table
                .filter(reactions::subject_kind.eq(kind))
                .filter(reactions::subject_id.eq_any(ids)),
        )
        .execute(&mut **tx)?;
    }
    Ok(())
}

/// Takes one reaction away.
pub(crate) fn drop_reaction(
    tx: &mut Tx<'_>,
    kind: i16,
    subject: i64,
    person: i64,
    word: &str,
) -> Result<()> {
    database::sql(
        "delete from reactions where subject_kind = $1 and subject_id = $2 and person_id = $3
         and word = $4",
    )
    .bind::<BigInt, _>(i64::from(kind))
    .bind::<BigInt, _>(subject)
    .bind::<BigInt, _>(person)
    .bind::<Text, _>(word)
    .execute(&mut **tx)?;
    Ok(())
}

/// The posts that comments stand under.
pub(crate) fn posts_of(conn: &mut Conn, comments_: &[i64]) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for ids in comments_.chunks(AT_ONCE) {
        let some: Vec<i64> = comments::table
            .filter(comments::id.eq_any(ids))
            .select(comments::subject_id)
            .distinct()
            .load(conn)?;
        found.extend(some);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Takes comments away; children come last in `ids`.
pub(crate) fn drop_comments(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    for ids in ids.rchunks(AT_ONCE) {
        diesel::update(posts::table.filter(posts::accepted_comment_id.eq_any(ids)))
            .set((
                posts::accepted_comment_id.eq(None::<CommentId>),
                posts::accepted_by.eq(None::<PersonId>),
            ))
            .execute(&mut **tx)?;
        diesel::delete(comments::table.filter(comments::id.eq_any(ids))).execute(&mut **tx)?;
    }
    Ok(())
}

/// Takes posts away, with their topics and with who read them until where.
pub(crate) fn drop_posts(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    for ids in ids.chunks(AT_ONCE) {
        diesel::delete(post_topics::table.filter(post_topics::post_id.eq_any(ids)))
            .execute(&mut **tx)?;
        diesel::delete(
            thread_reads::table
                .filter(thread_reads::subject_kind.eq(SubjectKind::Post))
                .filter(thread_reads::subject_id.eq_any(ids)),
        )
        .execute(&mut **tx)?;
        diesel::delete(posts::table.filter(posts::id.eq_any(ids))).execute(&mut **tx)?;
    }
    Ok(())
}

/// Takes topics away that no post has any more.
pub(crate) fn drop_topics(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    for ids in ids.chunks(AT_ONCE) {
        let used: Vec<TopicId> = post_topics::table
            .filter(post_topics::topic_id.eq_any(ids))
            .select(post_topics::topic_id)
            .distinct()
            .load(&mut **tx)?;
        diesel::delete(
            topics::table.filter(topics::id.eq_any(ids)).filter(topics::id.ne_all(used)),
        )
        .execute(&mut **tx)?;
    }
    Ok(())
}

/// Takes one membership away.
pub(crate) fn drop_membership(tx: &mut Tx<'_>, group: i64, person: i64) -> Result<()> {
    let (group, person) = (GroupId(group), PersonId(person));
    diesel::delete(
        memberships::table
            .filter(memberships::group_id.eq(group))
            .filter(memberships::person_id.eq(person)),
    )
    .execute(&mut **tx)?;
    Ok(())
}

/// Takes groups away.
pub(crate) fn drop_groups(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    for ids in ids.chunks(AT_ONCE) {
        diesel::delete(memberships::table.filter(memberships::group_id.eq_any(ids)))
            .execute(&mut **tx)?;
        diesel::delete(groups::table.filter(groups::id.eq_any(ids))).execute(&mut **tx)?;
    }
    Ok(())
}

/// Takes people away who never were more than a name, and what the log calls them.
pub(crate) fn drop_people(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    for ids in ids.chunks(AT_ONCE) {
        diesel::delete(memberships::table.filter(memberships::person_id.eq_any(ids)))
            .execute(&mut **tx)?;
        diesel::delete(import_people::table.filter(import_people::person_id.eq_any(ids)))
            .execute(&mut **tx)?;
        diesel::delete(import_befores::table.filter(import_befores::person_id.eq_any(ids)))
            .execute(&mut **tx)?;
        diesel::delete(pseudonyms::table.filter(pseudonyms::person_id.eq_any(ids)))
            .execute(&mut **tx)?;
        diesel::delete(people::table.filter(people::id.eq_any(ids))).execute(&mut **tx)?;
    }
    Ok(())
}

/// Takes departments away; those below others come last in `ids`.
pub(crate) fn drop_departments(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    for id in ids.iter().rev() {
        let this = departments::table.filter(departments::id.eq(DepartmentId(*id)));
        diesel::delete(this).execute(&mut **tx)?;
    }
    Ok(())
}

/// Forgets keys of contacts.
pub(crate) fn drop_keys(tx: &mut Tx<'_>, keys: &[i64]) -> Result<()> {
    for keys in keys.chunks(AT_ONCE) {
        diesel::delete(import_keys::table.filter(import_keys::key.eq_any(keys)))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Counts anew what posts have, from their comments and reactions.
pub(crate) fn count_posts(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    for id in ids {
        database::sql(
            "update posts set
                comments = (select count(*) from comments c where c.subject_kind = 1
                    and c.subject_id = posts.id and c.state = 'published'),
                reactions = (select count(*) from reactions r where r.subject_kind = 1
                    and r.subject_id = posts.id),
                activity_at = coalesce((select max(c.published_at) from comments c
                    where c.subject_kind = 1 and c.subject_id = posts.id
                    and c.published_at > posts.published_at), published_at)
             where id = $1",
        )
        .bind::<BigInt, _>(*id)
        .execute(&mut **tx)?;
    }
    Ok(())
}

/// Counts anew what comments have, from their reactions.
pub(crate) fn count_comments(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    for id in ids {
        database::sql(
            "update comments set reactions = (select count(*) from reactions r
                where r.subject_kind = 2 and r.subject_id = comments.id)
             where id = $1",
        )
        .bind::<BigInt, _>(*id)
        .execute(&mut **tx)?;
    }
    Ok(())
}

/// Puts back what somebody was, where they still are what the run made of them. Gives their
/// department when it was put back.
pub(crate) fn restore_person(
    tx: &mut Tx<'_>,
    id: PersonId,
    before: &Before,
) -> Result<Option<Option<DepartmentId>>> {
    let now = standing(tx, id)?;
    let this = people::table.filter(people::id.eq(id));
    if let Some((was, is)) = &before.name
        && now.name == *is
    {
        let key = crate::names::first(&text::normal_key(was), 400).to_owned();
        diesel::update(this)
            .set((people::name.eq(was), people::name_key.eq(key)))
            .execute(&mut **tx)?;
    }
    if let Some((was, is)) = &before.email
        && now.email.as_ref() == Some(is)
    {
        restore_address(tx, id, was.as_deref())?;
    }
    if let Some((was, is)) = &before.audience
        && now.audience.name() == is
        && let Some(was) = language::Audience::from_name(was)
    {
        diesel::update(this).set(people::audience.eq(was)).execute(&mut **tx)?;
    }
    if let Some((was, is)) = before.started
        && now.started == Some(Moment(is))
    {
        diesel::update(this).set(people::started_at.eq(was.map(Moment))).execute(&mut **tx)?;
    }
    if before.key.is_some() && now.source_key == before.key {
        diesel::update(this).set(people::source_key.eq(None::<String>)).execute(&mut **tx)?;
    }
    if let Some(alias) = &before.alias {
        diesel::delete(
            import_people::table
                .filter(import_people::person_id.eq(id))
                .filter(import_people::source_key.eq(alias)),
        )
        .execute(&mut **tx)?;
    }
    let department = before.department.filter(|(_, is)| now.department == Some(DepartmentId(*is)));
    let Some((was, _)) = department else { return Ok(None) };
    let was = was.map(DepartmentId);
    diesel::update(this).set(people::department_id.eq(was)).execute(&mut **tx)?;
    Ok(Some(was))
}

/// Puts an address back unless somebody else has it by now.
fn restore_address(tx: &mut Tx<'_>, id: PersonId, was: Option<&str>) -> Result<()> {
    let key = was.and_then(|was| text::Email::parse(was).ok()).map(|e| e.key().to_owned());
    database::sql(
        "update people set email = $1, email_key = $2 where id = $3
         and not exists (select 1 from people o where o.email_key = $2 and o.id <> $3)",
    )
    .bind::<Nullable<Text>, _>(was)
    .bind::<Nullable<Text>, _>(key)
    .bind::<BigInt, _>(id)
    .execute(&mut **tx)?;
    Ok(())
}

/// Puts a headcount back, where it still is what the run made of it.
pub(crate) fn restore_headcount(
    tx: &mut Tx<'_>,
    id: DepartmentId,
    (was, is): (Option<i32>, i32),
) -> Result<()> {
    diesel::update(
        departments::table.filter(departments::id.eq(id)).filter(departments::headcount.eq(is)),
    )
    .set(departments::headcount.eq(was))
    .execute(&mut **tx)?;
    Ok(())
}

/// Somebody has not joined after all, unless they came in since.
pub(crate) fn unjoin(tx: &mut Tx<'_>, id: PersonId, at: Moment) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(id)).filter(people::joined_at.eq(at)))
        .set(people::joined_at.eq(None::<Moment>))
        .execute(&mut **tx)?;
    Ok(())
}
