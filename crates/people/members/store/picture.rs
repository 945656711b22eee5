use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use language::{Moment, PersonId, PictureId, Result};
use schema::{people, pictures};

/// A row of `pictures` that belongs to a person.
#[derive(Insertable)]
#[diesel(table_name = pictures)]
pub(crate) struct NewPicture<'a> {
    pub(crate) id: PictureId,
    pub(crate) owner_id: PersonId,
    pub(crate) large_blob: String,
    pub(crate) small_blob: String,
    pub(crate) media_type: &'a str,
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) alt: &'a str,
    pub(crate) created_at: Moment,
}

/// Gives somebody this picture, or none; the names of the old one's files.
pub(crate) fn replace_picture(
    tx: &mut Tx<'_>,
    person: PersonId,
    new: Option<&NewPicture<'_>>,
) -> Result<Vec<String>> {
    let old: Option<i64> = people::table
        .filter(people::id.eq(person.0))
        .select(people::picture_id)
        .first(&mut **tx)?;
    if let Some(new) = new {
        diesel::insert_into(pictures::table).values(new).execute(&mut **tx)?;
    }
    diesel::update(people::table.filter(people::id.eq(person.0)))
        .set(people::picture_id.eq(new.map(|new| new.id.0)))
        .execute(&mut **tx)?;
    let Some(old) = old else { return Ok(Vec::new()) };
    let files: Option<(String, String)> = pictures::table
        .filter(pictures::id.eq(old))
        .filter(pictures::subject_kind.is_null())
        .select((pictures::large_blob, pictures::small_blob))
        .first(&mut **tx)
        .optional()?;
    let Some((large, small)) = files else { return Ok(Vec::new()) };
    diesel::delete(pictures::table.filter(pictures::id.eq(old))).execute(&mut **tx)?;
    Ok(vec![large, small])
}

/// The files of a picture.
#[derive(Debug, QueryableByName)]
pub(crate) struct Files {
    #[diesel(sql_type = Text)]
    pub(crate) large_blob: String,
    #[diesel(sql_type = Text)]
    pub(crate) small_blob: String,
}

/// A picture, if `viewer` may see what it belongs to (kinds: 1 post, 2 comment,
/// 3 action, 4 answer).
const FOR_VIEWER: &str = "
    select p.large_blob, p.small_blob from pictures p
    where p.id = $1 and (
      (p.subject_kind is null and (p.owner_id = $2 or exists (
        select 1 from people h where h.picture_id = p.id and h.state <> 'erased')))
      or (p.subject_kind = 1 and exists (
        select 1 from readable_posts r where r.person_id = $2 and r.post_id = p.subject_id))
      or (p.subject_kind = 2 and exists (
        select 1 from comments c where c.id = p.subject_id and c.state = 'published' and (
          (c.subject_kind = 1 and exists (
            select 1 from readable_posts r where r.person_id = $2 and r.post_id = c.subject_id))
          or (c.subject_kind = 3 and exists (
            select 1 from readable_actions a
            where a.person_id = $2 and a.action_id = c.subject_id and a.seen_from <= $3)))))
      or (p.subject_kind = 3 and exists (
        select 1 from readable_actions a
        where a.person_id = $2 and a.action_id = p.subject_id and a.seen_from <= $3))
      or (p.subject_kind = 4 and exists (
        select 1 from action_answers w
        join readable_actions a on a.action_id = w.action_id
        where w.id = p.subject_id and w.state = 'published'
          and a.person_id = $2 and a.seen_from <= $3)))";

pub(crate) fn picture_for(
    conn: &mut Conn,
    viewer: PersonId,
    id: PictureId,
    now: Moment,
) -> Result<Option<Files>> {
    Ok(database::sql(FOR_VIEWER)
        .bind::<BigInt, _>(id)
        .bind::<BigInt, _>(viewer)
        .bind::<BigInt, _>(now)
        .get_result(conn)
        .optional()?)
}
