use crate::picture::{AVATAR, Limits, POST, PictureProblem, Shape, reencode};
use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, Frame, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;
use words::Lang;

/// A picture with a red left half, a blue right half, and a white stripe on top.
fn flag(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        if y < height / 8 {
            Rgb([255, 255, 255])
        } else if x < width / 2 {
            Rgb([220, 20, 20])
        } else {
            Rgb([20, 20, 220])
        }
    }))
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG that says how it lies, and where it was taken.
fn jpeg_lying(picture: &DynamicImage, orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPS 52.37 4.89 SECRET");
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_exif_metadata(exif).unwrap();
    picture.write_with_encoder(encoder).unwrap();
    bytes
}

fn forms(bytes: &[u8], shapes: &[Shape]) -> Vec<(u32, u32, &'static str)> {
    let pictures = reencode(bytes, &Limits::default(), shapes).unwrap();
    pictures
        .forms
        .iter()
        .map(|form| {
            let read = image::load_from_memory(&form.bytes).unwrap();
            assert_eq!((read.width(), read.height()), (form.width, form.height));
            (form.width, form.height, form.media_type)
        })
        .collect()
}

fn problem(bytes: &[u8]) -> PictureProblem {
    reencode(bytes, &Limits::default(), POST).unwrap_err()
}

#[test]
fn every_kind_that_is_read_gets_its_forms() {
    let picture = flag(600, 300);
    let shapes = [Shape::Within(480), Shape::Within(120), Shape::Square(64)];
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let bytes = file(&picture, format);
        let jpeg = "image/jpeg";
        assert_eq!(
            forms(&bytes, &shapes),
            [(480, 240, jpeg), (120, 60, jpeg), (64, 64, jpeg)],
            "{format:?}"
        );
    }
    let mut gif = Vec::new();
    {
        let mut encoder = GifEncoder::new(&mut gif);
        encoder.encode_frame(Frame::new(flag(40, 20).to_rgba8())).unwrap();
        encoder.encode_frame(Frame::new(RgbaImage::new(40, 20))).unwrap();
    }
    assert_eq!(forms(&gif, POST), [(40, 20, "image/jpeg"), (40, 20, "image/jpeg")]);
    let first = reencode(&gif, &Limits::default(), POST).unwrap();
    let first = image::load_from_memory(&first.forms[0].bytes).unwrap().to_rgb8();
    assert!(first.get_pixel(5, 15)[0] > 150, "the first frame");
}

#[test]
fn nothing_is_made_larger_and_nothing_disappears() {
    assert_eq!(forms(&file(&flag(300, 200), ImageFormat::Png), POST)[0], (300, 200, "image/jpeg"));
    assert_eq!(forms(&file(&flag(50, 30), ImageFormat::Png), AVATAR)[0], (30, 30, "image/jpeg"));
    assert_eq!(
        forms(&file(&flag(1, 1), ImageFormat::Png), AVATAR),
        [(1, 1, "image/jpeg"), (1, 1, "image/jpeg")]
    );
    let upright = forms(&file(&flag(100, 1700), ImageFormat::Png), POST);
    assert_eq!(upright[0], (94, 1600, "image/jpeg"));
    assert_eq!(forms(&file(&flag(5000, 1), ImageFormat::Png), POST)[1], (480, 1, "image/jpeg"));
}

#[test]
fn what_can_be_looked_through_stays_so() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(600, 600, Rgba([10, 200, 10, 100])));
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let pictures = reencode(&file(&clear, format), &Limits::default(), POST).unwrap();
        assert_eq!(pictures.forms[1].media_type, "image/png");
        let read = image::load_from_memory(&pictures.forms[1].bytes).unwrap().to_rgba8();
        let [red, green, blue, alpha] = read.get_pixel(100, 100).0;
        assert_eq!((red, blue, alpha), (10, 10, 100));
        assert!(green.abs_diff(200) <= 1, "rounded: {green}");
    }
    let full = DynamicImage::ImageRgba8(RgbaImage::from_pixel(60, 60, Rgba([10, 200, 10, 255])));
    assert_eq!(forms(&file(&full, ImageFormat::Png), POST)[0].2, "image/jpeg");
}

#[test]
fn other_depths_of_colour_are_read() {
    let picture = flag(64, 48);
    for other in [
        DynamicImage::ImageRgb16(picture.to_rgb16()),
        DynamicImage::ImageRgba16(picture.to_rgba16()),
        DynamicImage::ImageLuma8(picture.to_luma8()),
        DynamicImage::ImageLumaA16(picture.to_luma_alpha16()),
    ] {
        assert_eq!(forms(&file(&other, ImageFormat::Png), POST)[0], (64, 48, "image/jpeg"));
    }
}

#[test]
fn photos_stand_upright() {
    let picture = flag(400, 200);
    for orientation in 1..=8 {
        let pictures =
            reencode(&jpeg_lying(&picture, orientation), &Limits::default(), POST).unwrap();
        let upright = if orientation < 5 { (400, 200) } else { (200, 400) };
        assert_eq!((pictures.width, pictures.height), upright, "{orientation}");
        let read = image::load_from_memory(&pictures.forms[0].bytes).unwrap().to_rgb8();
        assert_eq!((read.width(), read.height()), upright, "{orientation}");
        // Where the white stripe, which lies on top in the file, has to be.
        let (w, h) = upright;
        let white = match orientation {
            1 | 2 => (w / 4, 5),
            3 | 4 => (w / 4, h - 5),
            5 | 8 => (5, h / 4),
            _ => (w - 5, h / 4),
        };
        let pixel = read.get_pixel(white.0, white.1).0;
        assert!(pixel.iter().all(|value| *value > 200), "{orientation}: {pixel:?}");
    }
}

#[test]
fn nothing_but_the_pixels_comes_through() {
    let mut polyglot = jpeg_lying(&flag(100, 100), 6);
    polyglot.extend(b"<script>alert(1)</script>PK\x03\x04<?php SECRET");
    let mut png = file(&flag(100, 100), ImageFormat::Png);
    png.extend(b"<svg onload=alert(1)>SECRET");
    let mut gif = Vec::new();
    GifEncoder::new(&mut gif).encode_frame(Frame::new(flag(40, 20).to_rgba8())).unwrap();
    gif.extend(b"*/=1;SECRET<script>");
    for bytes in [polyglot, png, gif] {
        for form in reencode(&bytes, &Limits::default(), POST).unwrap().forms {
            for secret in [&b"SECRET"[..], b"<script", b"<svg", b"Exif", b"GPS", b"<?php"] {
                assert!(!form.bytes.windows(secret.len()).any(|part| part == secret));
            }
        }
    }
}

#[test]
fn what_is_no_picture_is_refused_with_a_reason() {
    let cases: [(&[u8], PictureProblem); 9] = [
        (b"", PictureProblem::UnknownKind),
        (b"hoi", PictureProblem::UnknownKind),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", PictureProblem::Svg),
        (b"<?xml version='1.0'?>\n<!-- x --><SVG></SVG>", PictureProblem::Svg),
        (b"<html><script>alert(1)</script>", PictureProblem::UnknownKind),
        (b"\0\0\0\x18ftypheic\0\0\0\0", PictureProblem::Heic),
        (b"%PDF-1.7", PictureProblem::UnknownKind),
        (b"BM\x3a\0\0\0", PictureProblem::UnknownKind),
        (b"\x89PNG\r\n\x1a\n<svg onload=alert(1)>", PictureProblem::Broken),
    ];
    for (bytes, expected) in cases {
        assert_eq!(problem(bytes), expected, "{}", String::from_utf8_lossy(bytes));
    }
    assert_ne!(PictureProblem::Svg.say(Lang::Nl), PictureProblem::Svg.say(Lang::En));
}

#[test]
fn truncated_and_changed_files_do_no_harm() {
    let picture = flag(48, 32);
    // A changed size must not make this test read millions of pixels.
    let small = Limits { most_pixels: 10_000, ..Limits::default() };
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let bytes = file(&picture, format);
        for length in (0..bytes.len()).step_by((bytes.len() / 40).max(1)) {
            let _ = reencode(&bytes[..length], &small, AVATAR);
        }
        for at in (0..bytes.len()).step_by((bytes.len() / 80).max(1)) {
            for value in [0, 0x7f, 0xff] {
                let mut changed = bytes.clone();
                changed[at] = value;
                let _ = reencode(&changed, &small, AVATAR);
            }
        }
        assert!(reencode(&bytes[..20], &small, AVATAR).is_err(), "{format:?}");
    }
}

/// The checksum of a PNG chunk (CRC-32 of ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

/// A PNG that says it is as large as this.
fn png_of_size(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = file(&flag(8, 8), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

#[test]
fn bombs_are_refused_before_they_are_read() {
    assert_eq!(problem(&png_of_size(50_000, 50_000)), PictureProblem::TooManyPixels);
    assert_eq!(problem(&png_of_size(0x7fff_ffff, 0x7fff_ffff)), PictureProblem::TooManyPixels);
    assert_eq!(problem(&png_of_size(30_000, 1)), PictureProblem::TooManyPixels);
    let mut gif = file(&flag(8, 8), ImageFormat::Gif);
    gif[6..10].fill(0xff);
    assert_eq!(problem(&gif), PictureProblem::TooManyPixels);
    let mut jpeg = file(&flag(8, 8), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].fill(0xff);
    assert_eq!(problem(&jpeg), PictureProblem::TooManyPixels);
    let mut webp = Vec::new();
    WebPEncoder::new_lossless(&mut webp)
        .write_image(flag(8, 8).as_bytes(), 8, 8, image::ExtendedColorType::Rgb8)
        .unwrap();
    // Width and height less one, in 14 bits each.
    let size = 16_000_u32 | (16_000 << 14);
    webp[21..25].copy_from_slice(&size.to_le_bytes());
    assert_eq!(problem(&webp), PictureProblem::TooManyPixels);
}

#[test]
fn limits_are_kept_to_the_pixel_and_the_byte() {
    let bytes = file(&flag(100, 50), ImageFormat::Png);
    let fine = Limits { most_bytes: bytes.len(), most_pixels: 5000, longest_side: 100 };
    assert!(reencode(&bytes, &fine, AVATAR).is_ok());
    let cases = [
        (Limits { most_bytes: bytes.len() - 1, ..fine }, PictureProblem::TooManyBytes),
        (Limits { most_pixels: 4999, ..fine }, PictureProblem::TooManyPixels),
        (Limits { longest_side: 99, ..fine }, PictureProblem::TooManyPixels),
    ];
    for (limits, expected) in cases {
        assert_eq!(reencode(&bytes, &limits, AVATAR).unwrap_err(), expected);
    }
}

/// How many of these run at the same moment, at most.
#[test]
fn many_large_pictures_are_read_one_at_a_time() {
    use crate::picture::testing;
    // Small files that hold many pixels, as somebody sends eight of to fill the memory.
    let bomb = file(&DynamicImage::new_rgb8(900, 700), ImageFormat::Png);
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    let sent = 24;
    let (done, busy) = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..sent)
            .map(|_| scope.spawn(|| reencode(&bomb, &Limits::default(), AVATAR)))
            .collect();
        let ends: Vec<_> = tries.into_iter().map(|t| t.join().unwrap()).collect();
        let busy = ends.iter().filter(|end| matches!(end, Err(PictureProblem::Busy))).count();
        (ends.iter().filter(|end| end.is_ok()).count(), busy)
    });
    assert_eq!(done + busy, sent);
    assert!(done >= 1);
    assert_eq!(testing::most_at_work(), 1, "one picture's pixels in memory, never two");
    // Who waits is counted: the rest is told to come back.
    assert!(testing::most_waiting() <= 12, "{}", testing::most_waiting());
    assert!(reencode(&bomb, &Limits::default(), AVATAR).is_ok(), "and then there is room");
}
