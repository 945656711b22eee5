//! Pictures that are described anew, or taken off.

use crate::picture::Files;
use database::Tx;
use diesel::prelude::*;
use language::{Failure, PictureId, Result, Subject};
use schema::pictures;

/// Says anew what can be seen on a picture of this subject (at most
/// [`crate::MOST_ALT`] characters). Answers how many changed: none when it is not there.
///
/// # Errors
/// A fault of the database.
pub fn describe(tx: &mut Tx<'_>, subject: Subject, id: PictureId, alt: &str) -> Result<usize> {
    let one = pictures::table
        .filter(pictures::id.eq(id.0))
        .filter(pictures::subject_kind.eq(subject.kind))
        .filter(pictures::subject_id.eq(subject.id));
    Ok(diesel::update(one).set(pictures::alt.eq(alt)).execute(&mut **tx)?)
}

/// Takes a picture off this subject; none when it is not there. Its files are to be
/// removed with [`crate::delete`] after the commit: before it, the row still names them.
///
/// # Errors
/// A fault of the database.
pub fn detach(tx: &mut Tx<'_>, subject: Subject, id: PictureId) -> Result<Option<Files>> {
    let one = || {
        pictures::table
            .filter(pictures::id.eq(id.0))
            .filter(pictures::subject_kind.eq(subject.kind))
            .filter(pictures::subject_id.eq(subject.id))
    };
    let named: Option<(String, String)> =
        one().select((pictures::large_blob, pictures::small_blob)).first(&mut **tx).optional()?;
    let Some((large, small)) = named else { return Ok(None) };
    diesel::delete(one()).execute(&mut **tx)?;
    let file = |name: &str| {
        name.parse().map_err(|e| Failure::fault("read the name of a picture's file", e))
    };
    Ok(Some(Files { large: file(&large)?, small: file(&small)? }))
}
