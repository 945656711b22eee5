use crate::picture::{Files, NewPicture};
use blobs::picture::{Limits, POST, PictureProblem, reencode};
use blobs::{BlobId, Blobs};
use language::{Failure, Randomness, Result};

/// Makes a picture safe and keeps its two forms. Takes up to a second of one
/// processor: do it outside a transaction.
///
/// # Errors
/// The inner one says why the picture is not accepted, the outer one that it could
/// not be written; nothing is kept then.
pub fn keep(
    blobs: &Blobs,
    random: &dyn Randomness,
    bytes: &[u8],
) -> Result<std::result::Result<NewPicture, PictureProblem>> {
    let made = match reencode(bytes, &Limits::default(), POST) {
        Ok(made) => made,
        Err(problem) => return Ok(Err(problem)),
    };
    let [large, small] = made.forms.as_slice() else {
        return Err(Failure::fault("keep a picture", "not the forms that were asked for"));
    };
    let put = |bytes: &[u8]| blobs.put(bytes, random).map(|stored| stored.id);
    let large_id = put(&large.bytes).map_err(|e| Failure::fault("keep a picture", e))?;
    let small_id = put(&small.bytes).map_err(|e| {
        drop_file(blobs, large_id);
        Failure::fault("keep a picture", e)
    })?;
    Ok(Ok(NewPicture {
        large: large_id,
        small: small_id,
        media_type: large.media_type,
        width: large.width,
        height: large.height,
    }))
}

/// Keeps several pictures, or none of them.
///
/// # Errors
/// As [`keep`], for the first that is not accepted.
pub fn keep_all<'a>(
    blobs: &Blobs,
    random: &dyn Randomness,
    files: impl IntoIterator<Item = &'a [u8]>,
) -> Result<std::result::Result<Vec<NewPicture>, PictureProblem>> {
    let mut kept = Vec::new();
    for bytes in files {
        match keep(blobs, random, bytes) {
            Ok(Ok(picture)) => kept.push(picture),
            Ok(Err(problem)) => {
                forget(blobs, &kept);
                return Ok(Err(problem));
            }
            Err(failure) => {
                forget(blobs, &kept);
                return Err(failure);
            }
        }
    }
    Ok(Ok(kept))
}

/// Removes the files of pictures whose subject was not saved.
pub fn forget(blobs: &Blobs, pictures: &[NewPicture]) {
    for picture in pictures {
        drop_file(blobs, picture.large);
        drop_file(blobs, picture.small);
    }
}

/// Removes the files of pictures that were taken off their subject, once that is
/// committed.
pub fn delete(blobs: &Blobs, files: &[Files]) {
    for file in files {
        drop_file(blobs, file.large);
        drop_file(blobs, file.small);
    }
}

fn drop_file(blobs: &Blobs, id: BlobId) {
    // One that stays behind shows nothing to anybody; the check of the house
    // names files that no row knows.
    let _ = blobs.delete(id);
}
