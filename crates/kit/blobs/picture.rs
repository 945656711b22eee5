//! Pictures that people send: read, turned upright, made smaller, and written anew.
//!
//! Nothing of the file that came is kept but its pixels: no place and camera, no colour profile (a
//! photo with wide colours becomes a little paler), no second file behind the first. How large a
//! picture is, is read and judged before a single pixel is.

use crate::w;
use fast_image_resize::{ResizeOptions, Resizer};
use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{error, fmt};
use words::Lang;

/// The quality of the JPEG that comes out, of 100: the eye sees no difference, the file is a fifth.
const JPEG_QUALITY: u8 = 84;

/// Memory that a decoder may use beside the pixels, in bytes.
const WORKING_ROOM: u64 = 64 * 1024 * 1024;

/// What is accepted.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The largest file, in bytes.
    pub most_bytes: usize,
    /// The most pixels: width times height.
    pub most_pixels: u64,
    /// The longest side, in pixels.
    pub longest_side: u32,
}

impl Default for Limits {
    /// 12 MB and 40 megapixels: what a telephone makes.
    fn default() -> Limits {
        Limits { most_bytes: 12_000_000, most_pixels: 40_000_000, longest_side: 20_000 }
    }
}

/// A form in which a picture is wanted. A picture that is smaller is not made larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The whole picture, its longest side at most this many pixels.
    Within(u32),
    /// The largest square in the middle, its sides at most this many pixels.
    Square(u32),
}

/// The forms of a picture in a post: large, and in a list.
pub const POST: &[Shape] = &[Shape::Within(1600), Shape::Within(480)];

/// The forms of a picture of a person: on their page, and beside what they say.
pub const AVATAR: &[Shape] = &[Shape::Square(256), Shape::Square(64)];

/// A picture in all forms that were asked for, in that order.
#[derive(Debug, Clone)]
pub struct Pictures {
    /// The width that came, in pixels, upright.
    pub width: u32,
    /// The height that came, in pixels, upright.
    pub height: u32,
    /// What is to be kept.
    pub forms: Vec<Picture>,
}

/// One file that is safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The form that was asked for.
    pub shape: Shape,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it is: `image/jpeg`, or `image/png` when one can look through it somewhere.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why a picture is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureProblem {
    /// The file is larger than the limit.
    TooManyBytes,
    /// The picture has more pixels, or a longer side, than the limit.
    TooManyPixels,
    /// An SVG: a drawing that can hold scripts.
    Svg,
    /// A HEIC, HEIF or AVIF, as some telephones make them.
    Heic,
    /// Not a PNG, JPEG, WebP or GIF.
    UnknownKind,
    /// It begins like a picture but cannot be read.
    Broken,
    /// Too many pictures are being worked on.
    Busy,
}

impl PictureProblem {
    /// The sentence for the form.
    #[must_use]
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            PictureProblem::TooManyBytes => w::picture_too_many_bytes(lang),
            PictureProblem::TooManyPixels => w::picture_too_many_pixels(lang),
            PictureProblem::Svg => w::picture_svg(lang),
            PictureProblem::Heic => w::picture_heic(lang),
            PictureProblem::UnknownKind => w::picture_unknown_kind(lang),
            PictureProblem::Broken => w::picture_broken(lang),
            PictureProblem::Busy => w::picture_busy(lang),
        }
    }
}

impl fmt::Display for PictureProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.say(Lang::En))
    }
}

impl error::Error for PictureProblem {}

/// So many may wait for their turn; each waits on a thread.
const MOST_WAITING: usize = 12;

static WAITING: AtomicUsize = AtomicUsize::new(0);
static AT_WORK: Mutex<()> = Mutex::new(());

/// One picture at a time: a small file can hold forty million pixels.
struct Turn(#[expect(dead_code, reason = "held until the work is done")] MutexGuard<'static, ()>);

impl Turn {
    fn take() -> Result<Self, PictureProblem> {
        let before = WAITING.fetch_add(1, Ordering::SeqCst);
        if before >= MOST_WAITING {
            WAITING.fetch_sub(1, Ordering::SeqCst);
            return Err(PictureProblem::Busy);
        }
        #[cfg(test)]
        testing::waits(before + 1);
        let turn = AT_WORK.lock().unwrap_or_else(PoisonError::into_inner);
        WAITING.fetch_sub(1, Ordering::SeqCst);
        Ok(Self(turn))
    }
}

/// What tests see of the turns.
#[cfg(test)]
pub(crate) mod testing {
    use std::sync::atomic::{AtomicUsize, Ordering};

    static NOW: AtomicUsize = AtomicUsize::new(0);
    static MOST: AtomicUsize = AtomicUsize::new(0);
    static MOST_WAITING: AtomicUsize = AtomicUsize::new(0);

    /// Counts a decoder while it lives.
    pub(super) struct Working;

    impl Working {
        pub(super) fn begins() -> Self {
            let now = NOW.fetch_add(1, Ordering::SeqCst) + 1;
            MOST.fetch_max(now, Ordering::SeqCst);
            Self
        }
    }

    impl Drop for Working {
        fn drop(&mut self) {
            NOW.fetch_sub(1, Ordering::SeqCst);
        }
    }

    pub(super) fn waits(count: usize) {
        MOST_WAITING.fetch_max(count, Ordering::SeqCst);
    }

    pub(crate) fn most_at_work() -> usize {
        MOST.load(Ordering::SeqCst)
    }

    pub(crate) fn most_waiting() -> usize {
        MOST_WAITING.load(Ordering::SeqCst)
    }
}

/// Makes the forms of a picture. Takes up to a second of one processor and four bytes of memory a
/// pixel for the largest that is accepted: call it where that may be. Of a moving picture the first
/// frame is taken.
///
/// # Errors
/// Why the picture is not accepted; nothing in a file can do worse.
pub fn reencode(
    bytes: &[u8],
    limits: &Limits,
    shapes: &[Shape],
) -> Result<Pictures, PictureProblem> {
    if bytes.len() > limits.most_bytes {
        return Err(PictureProblem::TooManyBytes);
    }
    let kind = Kind::of(bytes)?;
    let _turn = Turn::take()?;
    // Decoders are large; one that stumbles over a strange file must not take the request with it.
    catch_unwind(AssertUnwindSafe(|| {
        let (picture, orientation) = decode(kind, bytes, limits)?;
        forms(&picture, orientation, shapes)
    }))
    .unwrap_or(Err(PictureProblem::Broken))
}

/// What a file is, by its first bytes; its name and what the sender says of it do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Png,
    Jpeg,
    Gif,
    WebP,
}

impl Kind {
    fn of(bytes: &[u8]) -> Result<Kind, PictureProblem> {
        let brand = bytes.get(8..12).unwrap_or_default();
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Ok(Kind::Png)
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            Ok(Kind::Jpeg)
        } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
            Ok(Kind::Gif)
        } else if bytes.starts_with(b"RIFF") && brand == b"WEBP" {
            Ok(Kind::WebP)
        } else if bytes.get(4..8) == Some(b"ftyp") {
            Err(PictureProblem::Heic)
        } else if looks_like_svg(bytes) {
            Err(PictureProblem::Svg)
        } else {
            Err(PictureProblem::UnknownKind)
        }
    }
}

/// Whether a file is a drawing in XML. Only for the message: it is refused either way.
fn looks_like_svg(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    start.windows(4).any(|four| four.eq_ignore_ascii_case(b"<svg"))
}

/// Reads the size, then the pixels.
fn decode(
    kind: Kind,
    bytes: &[u8],
    limits: &Limits,
) -> Result<(DynamicImage, Orientation), PictureProblem> {
    let reader = Cursor::new(bytes);
    match kind {
        Kind::Png => pixels(PngDecoder::new(reader).map_err(unreadable)?, limits),
        Kind::Jpeg => pixels(JpegDecoder::new(reader).map_err(unreadable)?, limits),
        Kind::Gif => pixels(GifDecoder::new(reader).map_err(unreadable)?, limits),
        Kind::WebP => pixels(WebPDecoder::new(reader).map_err(unreadable)?, limits),
    }
}

/// What an error of a decoder means to the person: too large for memory, or not readable.
fn unreadable(error: ImageError) -> PictureProblem {
    match error {
        ImageError::Limits(_) => PictureProblem::TooManyPixels,
        _ => PictureProblem::Broken,
    }
}

/// The pixels of a picture whose size is accepted, and how it lies.
fn pixels(
    mut decoder: impl ImageDecoder,
    limits: &Limits,
) -> Result<(DynamicImage, Orientation), PictureProblem> {
    #[cfg(test)]
    let _working = testing::Working::begins();
    let (width, height) = decoder.dimensions();
    let count = u64::from(width) * u64::from(height);
    if width.max(height) > limits.longest_side || count > limits.most_pixels {
        return Err(PictureProblem::TooManyPixels);
    }
    if count == 0 {
        return Err(PictureProblem::Broken);
    }
    let mut room = image::Limits::no_limits();
    // Eight bytes a pixel: the widest there is has four values of sixteen bits.
    room.max_alloc = Some(limits.most_pixels.saturating_mul(8).saturating_add(WORKING_ROOM));
    decoder.set_limits(room).map_err(unreadable)?;
    // A picture whose notes cannot be read lies as it lies.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    Ok((picture, orientation))
}

/// All forms of a picture.
fn forms(
    picture: &DynamicImage,
    orientation: Orientation,
    shapes: &[Shape],
) -> Result<Pictures, PictureProblem> {
    let see_through =
        picture.color().has_alpha() && picture.to_rgba8().pixels().any(|p| p.0[3] < 255);
    let plain = if see_through {
        DynamicImage::ImageRgba8(picture.to_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.to_rgb8())
    };
    let mut forms = Vec::with_capacity(shapes.len());
    for &shape in shapes {
        // Made small before it is turned: turning copies every pixel.
        let mut form = resize(&plain, shape)?;
        form.apply_orientation(orientation);
        let (media_type, bytes) = encode(&form)?;
        forms.push(Picture {
            shape,
            width: form.width(),
            height: form.height(),
            media_type,
            bytes,
        });
    }
    let (width, height) = match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (plain.height(), plain.width()),
        _ => (plain.width(), plain.height()),
    };
    Ok(Pictures { width, height, forms })
}

/// A picture in the size of a form.
fn resize(picture: &DynamicImage, shape: Shape) -> Result<DynamicImage, PictureProblem> {
    let (width, height) = (picture.width(), picture.height());
    let (to_width, to_height) = target(width, height, shape);
    if (to_width, to_height) == (width, height) {
        return Ok(picture.clone());
    }
    let options = match shape {
        Shape::Within(_) => ResizeOptions::new(),
        Shape::Square(_) => ResizeOptions::new().fit_into_destination(None),
    };
    let mut form = DynamicImage::new(to_width, to_height, picture.color());
    Resizer::new().resize(picture, &mut form, &options).map_err(|_| PictureProblem::Broken)?;
    Ok(form)
}

/// The width and height of a form, at least one pixel.
fn target(width: u32, height: u32, shape: Shape) -> (u32, u32) {
    match shape {
        Shape::Square(side) => {
            let side = side.min(width).min(height).max(1);
            (side, side)
        }
        Shape::Within(side) => {
            let longest = width.max(height);
            if longest <= side {
                return (width, height);
            }
            let scaled = |length: u32| {
                let rounded = (u64::from(length) * u64::from(side) + u64::from(longest) / 2)
                    / u64::from(longest);
                // Not more than `side`, so that it fits.
                u32::try_from(rounded).unwrap_or(side).max(1)
            };
            (scaled(width), scaled(height))
        }
    }
}

/// Writes a picture: as PNG when one can look through it, as JPEG otherwise.
fn encode(picture: &DynamicImage) -> Result<(&'static str, Vec<u8>), PictureProblem> {
    let mut bytes = Vec::new();
    let (media_type, written) = if picture.color().has_alpha() {
        let encoder = PngEncoder::new_with_quality(
            &mut bytes,
            CompressionType::Default,
            FilterType::Adaptive,
        );
        ("image/png", picture.write_with_encoder(encoder))
    } else {
        let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
        ("image/jpeg", picture.write_with_encoder(encoder))
    };
    written.map_err(|_| PictureProblem::Broken)?;
    Ok((media_type, bytes))
}
