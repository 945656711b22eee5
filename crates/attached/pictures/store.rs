mod change;

pub use change::{describe, detach};

use crate::picture::{NewPicture, Shown};
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, SmallInt, Text};
use language::{PersonId, PictureId, Result, Subject, SubjectKind};
use schema::pictures;

/// How many subjects go into one statement.
const CHUNK: usize = 500;

/// Attaches a kept picture to a subject that is made in this transaction; `alt`
/// says in words what can be seen (at most [`crate::MOST_ALT`] characters).
///
/// # Errors
/// A fault of the database.
pub fn attach(
    tx: &mut Tx<'_>,
    subject: Subject,
    owner: PersonId,
    picture: &NewPicture,
    alt: &str,
) -> Result<PictureId> {
    let id = PictureId(tx.new_id());
    let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
    diesel::insert_into(pictures::table)
        .values((
            pictures::id.eq(id.0),
            pictures::owner_id.eq(owner),
            pictures::subject_kind.eq(Some(subject.kind)),
            pictures::subject_id.eq(Some(subject.id)),
            pictures::large_blob.eq(picture.large.to_string()),
            pictures::small_blob.eq(picture.small.to_string()),
            pictures::media_type.eq(picture.media_type),
            pictures::width.eq(side(picture.width)),
            pictures::height.eq(side(picture.height)),
            pictures::alt.eq(alt),
            pictures::created_at.eq(tx.now()),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    subject_id: i64,
    #[diesel(sql_type = BigInt)]
    id: PictureId,
    #[diesel(sql_type = Integer)]
    width: i32,
    #[diesel(sql_type = Integer)]
    height: i32,
    #[diesel(sql_type = Text)]
    alt: String,
}

/// The pictures of these subjects, each subject's in the order in which they were
/// attached. Whoever asks has checked that the reader may read the subjects.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, kind: SubjectKind, subjects: &[i64]) -> Result<Vec<Shown>> {
    let mut shown = Vec::new();
    for ids in subjects.chunks(CHUNK) {
        let list = database::places(2, ids.len());
        // Ids grow: the order of attaching.
        let sql = format!(
            "select subject_id, id, width, height, alt from pictures
             where subject_kind = $1 and subject_id in ({list}) order by id"
        );
        let rows: Vec<Row> =
            database::sql(sql).bind::<SmallInt, _>(kind).bind_list(ids).load(conn)?;
        shown.extend(rows.into_iter().map(|row| Shown {
            subject_id: row.subject_id,
            id: row.id,
            width: row.width,
            height: row.height,
            alt: row.alt,
        }));
    }
    Ok(shown)
}
