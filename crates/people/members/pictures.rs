//! Pictures of people, and giving out every picture to who may see it.

use crate::permits::MayEditSelf;
use crate::{profile, store};
use blobs::picture::{self, Limits, PictureProblem};
use blobs::{BlobId, Blobs};
use database::{Conn, Database};
use language::{Failure, Moment, PersonId, PictureId, Refusal, Result};

/// The two forms of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// On the page of what it belongs to.
    Large,
    /// In lists and beside names.
    Small,
}

impl std::str::FromStr for Size {
    type Err = ();

    fn from_str(text: &str) -> std::result::Result<Self, ()> {
        match text {
            "large" => Ok(Self::Large),
            "small" => Ok(Self::Small),
            _ => Err(()),
        }
    }
}

/// Gives somebody a new picture, made anew from the pixels of what they sent.
///
/// # Errors
/// The inner one says why the picture is not accepted.
pub fn set(
    database: &Database,
    blobs: &Blobs,
    permit: &MayEditSelf,
    bytes: &[u8],
) -> Result<std::result::Result<(), PictureProblem>> {
    let made = match picture::reencode(bytes, &Limits::default(), picture::AVATAR) {
        Ok(made) => made,
        Err(problem) => return Ok(Err(problem)),
    };
    let [large, small] = made.forms.as_slice() else {
        return Err(Failure::fault("make a picture small", "not two forms"));
    };
    let random = database.environment().random();
    let put =
        |bytes: &[u8]| blobs.put(bytes, random).map_err(|e| Failure::fault("keep a picture", e));
    // First the files, then the row: a row never points at nothing.
    let (large_blob, small_blob) = (put(&large.bytes)?, put(&small.bytes)?);
    let kept = database.write(|tx| {
        let new = store::NewPicture {
            id: PictureId(tx.new_id()),
            owner_id: permit.person(),
            large_blob: large_blob.id.to_string(),
            small_blob: small_blob.id.to_string(),
            media_type: large.media_type,
            width: i32::try_from(large.width).unwrap_or(i32::MAX),
            height: i32::try_from(large.height).unwrap_or(i32::MAX),
            alt: "",
            created_at: tx.now(),
        };
        let old = store::replace_picture(tx, permit.person(), Some(&new))?;
        profile::changed(tx, permit.person(), permit.person())?;
        Ok(old)
    });
    match kept {
        Ok(old) => forget(blobs, &old),
        Err(failure) => {
            forget(blobs, &[large_blob.id.to_string(), small_blob.id.to_string()]);
            return Err(failure);
        }
    }
    Ok(Ok(()))
}

/// Takes somebody's picture away; their initials are shown again.
///
/// # Errors
/// A fault of the database.
pub fn remove(database: &Database, blobs: &Blobs, permit: &MayEditSelf) -> Result<()> {
    let old = database.write(|tx| {
        let old = store::replace_picture(tx, permit.person(), None)?;
        profile::changed(tx, permit.person(), permit.person())?;
        Ok(old)
    })?;
    forget(blobs, &old);
    Ok(())
}

/// Removes files that no row knows any more. One that stays behind shows nothing
/// to anybody and is found by the clean-up of backups.
fn forget(blobs: &Blobs, names: &[String]) {
    for id in names.iter().filter_map(|name| name.parse::<BlobId>().ok()) {
        let _ = blobs.delete(id);
    }
}

/// A picture's media type and file, if `viewer` may see what it belongs to: a
/// person's picture everybody, one in a text who may read the text, one that is
/// not placed yet its owner.
///
/// # Errors
/// [`Refusal::NotFound`] when it is not there or not for them.
pub fn get(
    conn: &mut Conn,
    blobs: &Blobs,
    viewer: PersonId,
    id: PictureId,
    size: Size,
    now: Moment,
) -> Result<(&'static str, Vec<u8>)> {
    let kept = store::picture_for(conn, viewer, id, now)?.ok_or(Refusal::NotFound)?;
    let name = match size {
        Size::Large => kept.large_blob,
        Size::Small => kept.small_blob,
    };
    let blob: BlobId = name.parse().map_err(|e| Failure::fault("find a picture", e))?;
    let bytes = blobs.get(blob).map_err(|e| Failure::fault("read a picture", e))?;
    // The browser is told what we made of it, never what somebody said it was.
    let media_type = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
    Ok((media_type, bytes))
}
