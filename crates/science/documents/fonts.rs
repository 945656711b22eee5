//! The faces and how text is shaped with them.

use crate::Failed;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::UnicodeBuffer;

/// A voice: which face speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    Text,
    Strong,
    Heading,
}

/// Each voice with its letters beyond those of Dutch and English.
const FILES: [&[u8]; 6] = [
    include_bytes!("fonts/text.ttf"),
    include_bytes!("fonts/text-extended.ttf"),
    include_bytes!("fonts/strong.ttf"),
    include_bytes!("fonts/strong-extended.ttf"),
    include_bytes!("fonts/heading.ttf"),
    include_bytes!("fonts/heading-extended.ttf"),
];

/// What stands for a letter that no face of ours has.
const UNKNOWN: char = '?';

/// Text that is shaped with one face; widths are in units of the size.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub font: usize,
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
}

/// The faces, read once for a document.
pub(crate) struct Faces {
    fonts: Vec<Font>,
    shapers: Vec<rustybuzz::Face<'static>>,
}

impl Faces {
    pub(crate) fn load() -> Result<Self, Failed> {
        let fonts: Option<Vec<Font>> =
            FILES.iter().map(|file| Font::new(file.to_vec().into(), 0)).collect();
        let shapers: Option<Vec<rustybuzz::Face<'static>>> =
            FILES.iter().map(|file| rustybuzz::Face::from_slice(file, 0)).collect();
        Ok(Self { fonts: fonts.ok_or(Failed::Font)?, shapers: shapers.ok_or(Failed::Font)? })
    }

    pub(crate) fn font(&self, at: usize) -> Option<Font> {
        self.fonts.get(at).cloned()
    }

    fn has(&self, font: usize, letter: char) -> bool {
        self.shapers.get(font).is_some_and(|face| face.glyph_index(letter).is_some())
    }

    /// Which face of a voice shows a letter, and as what; nothing for what takes no place.
    fn shown(&self, voice: Voice, letter: char) -> Option<(usize, char)> {
        let first = match voice {
            Voice::Text => 0,
            Voice::Strong => 2,
            Voice::Heading => 4,
        };
        if letter.is_whitespace() {
            return Some((first, ' '));
        }
        for font in [first, first + 1] {
            if self.has(font, letter) {
                return Some((font, letter));
            }
        }
        let silent = letter.is_control()
            || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
        // A small picture says little in print, and a question mark in its place less.
        let picture = matches!(letter, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
        (!silent && !picture).then_some((first, UNKNOWN))
    }

    /// Shapes one line of text, each part with the face that has its letters.
    pub(crate) fn shape(&self, voice: Voice, text: &str) -> Vec<Piece> {
        let mut parts: Vec<(usize, String)> = Vec::new();
        for letter in text.chars() {
            let Some((font, shown)) = self.shown(voice, letter) else { continue };
            match parts.last_mut() {
                Some((last, part)) if *last == font => part.push(shown),
                _ => parts.push((font, shown.to_string())),
            }
        }
        parts.into_iter().filter_map(|(font, text)| self.piece(font, text)).collect()
    }

    fn piece(&self, font: usize, text: String) -> Option<Piece> {
        let face = self.shapers.get(font)?;
        let em = face.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        let shaped = rustybuzz::shape(face, &[], buffer);
        let (infos, places) = (shaped.glyph_infos(), shaped.glyph_positions());
        let mut width = 0.0;
        let glyphs = infos
            .iter()
            .zip(places)
            .enumerate()
            .map(|(at, (info, place))| {
                let start = info.cluster as usize;
                let later = infos.iter().skip(at + 1).find(|next| next.cluster != info.cluster);
                let end = later.map_or(text.len(), |next| next.cluster as usize);
                width += place.x_advance as f32 / em;
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    place.x_advance as f32 / em,
                    place.x_offset as f32 / em,
                    place.y_offset as f32 / em,
                    0.0,
                    start..end,
                    None,
                )
            })
            .collect();
        Some(Piece { font, text, glyphs, width })
    }

    /// How wide a text is at a size.
    pub(crate) fn width(&self, voice: Voice, text: &str, size: f32) -> f32 {
        self.shape(voice, text).iter().map(|piece| piece.width).sum::<f32>() * size
    }
}
