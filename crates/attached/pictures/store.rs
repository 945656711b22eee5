mod change;

pub use change::{describe, detach};

use crate::picture::{NewPicture, Shown};
use database::{Conn, Tx};
use diesel::prelude::*;
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

type Row = (i64, i64, i32, i32, String);

/// The pictures of these subjects, each subject's in the order in which they were
/// attached. Whoever asks has checked that the reader may read the subjects.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, kind: SubjectKind, subjects: &[i64]) -> Result<Vec<Shown>> {
    let mut shown = Vec::new();
    for ids in subjects.chunks(CHUNK) {
        let rows: Vec<Row> = pictures::table
            .filter(pictures::subject_kind.eq(kind))
            .filter(pictures::subject_id.eq_any(ids.to_vec()))
            // Ids grow: the order of attaching.
            .order(pictures::id)
            .select((
                pictures::subject_id.assume_not_null(),
                pictures::id,
                pictures::width,
                pictures::height,
                pictures::alt,
            ))
            .load(conn)?;
        shown.extend(rows.into_iter().map(|(subject_id, id, width, height, alt)| Shown {
            subject_id,
            id: PictureId(id),
            width,
            height,
            alt,
        }));
    }
    Ok(shown)
}
