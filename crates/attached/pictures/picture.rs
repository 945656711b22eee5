use blobs::BlobId;
use language::PictureId;

/// The longest description of a picture, in characters.
pub const MOST_ALT: usize = 500;

/// The longest side of the small form, in pixels.
pub(crate) const SMALL: u32 = 480;

/// A picture that was made safe and kept, for a subject that is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPicture {
    /// The file of the large form.
    pub large: BlobId,
    /// The file of the small form.
    pub small: BlobId,
    /// What both files are: `image/jpeg` or `image/png`.
    pub media_type: &'static str,
    /// The width of the large form, in pixels.
    pub width: u32,
    /// The height of the large form, in pixels.
    pub height: u32,
}

/// The files of a picture that no row names any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Files {
    pub(crate) large: BlobId,
    pub(crate) small: BlobId,
}

/// A picture to be shown with its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The id of the subject that it belongs to.
    pub subject_id: i64,
    /// Its own id.
    pub id: PictureId,
    /// The width of the large form, in pixels.
    pub width: i32,
    /// The height of the large form, in pixels.
    pub height: i32,
    /// What can be seen on it, in words; empty when nobody said so.
    pub alt: String,
}

impl Shown {
    /// The address of the large form.
    #[must_use]
    pub fn large(&self) -> String {
        format!("/pictures/{}/large", self.id)
    }

    /// The address of the small form.
    #[must_use]
    pub fn small(&self) -> String {
        format!("/pictures/{}/small", self.id)
    }

    /// The width of the small form, in pixels, as `srcset` wants it.
    #[must_use]
    pub fn small_width(&self) -> i64 {
        let (width, longest) = (i64::from(self.width), i64::from(self.width.max(self.height)));
        let side = i64::from(SMALL);
        if longest <= side { width } else { ((width * side + longest / 2) / longest).max(1) }
    }
}
