//! Breaking text into lines.

use crate::Run;
use crate::fonts::{Faces, Voice};

/// A part of a line in one voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    pub voice: Voice,
    pub text: String,
}

/// One line.
pub(crate) type Row = Vec<Words>;

/// A space that does not break is a letter of its word.
fn breaks(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}')
}

/// Words, each in one voice or more: "**half**bold" is one word.
fn words(runs: &[Run], plain: Voice) -> Vec<Row> {
    let mut all: Vec<Row> = Vec::new();
    let mut open = false;
    for run in runs {
        let voice = if run.strong && plain == Voice::Text { Voice::Strong } else { plain };
        for letter in run.text.chars() {
            if breaks(letter) {
                open = false;
                continue;
            }
            match all.last_mut().filter(|_| open) {
                Some(word) => add(word, voice, &letter.to_string()),
                None => all.push(vec![Words { voice, text: letter.to_string() }]),
            }
            open = true;
        }
    }
    all
}

/// Puts text at the end of a row.
fn add(row: &mut Row, voice: Voice, text: &str) {
    match row.last_mut() {
        Some(last) if last.voice == voice => last.text.push_str(text),
        _ => row.push(Words { voice, text: text.to_owned() }),
    }
}

fn wide(faces: &Faces, row: &[Words], size: f32) -> f32 {
    row.iter().map(|part| faces.width(part.voice, &part.text, size)).sum()
}

/// The lines of a text that are at most `width` wide; a word that is wider by itself is cut.
pub(crate) fn wrap(faces: &Faces, runs: &[Run], plain: Voice, size: f32, width: f32) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut at = 0.0;
    for word in words(runs, plain) {
        let long = wide(faces, &word, size);
        let voice = word.first().map_or(plain, |part| part.voice);
        let space = faces.width(voice, " ", size);
        match rows.last_mut() {
            Some(row) if at + space + long <= width => {
                // The space belongs to what stands before it.
                let before = row.last().map_or(voice, |part| part.voice);
                add(row, before, " ");
                for part in &word {
                    add(row, part.voice, &part.text);
                }
                at += space + long;
            }
            _ if long <= width => {
                rows.push(word);
                at = long;
            }
            _ => {
                let mut pieces = cut(faces, &word, size, width);
                at = pieces.last().map_or(0.0, |last| wide(faces, last, size));
                rows.append(&mut pieces);
            }
        }
    }
    rows
}

/// A word in pieces that fit.
fn cut(faces: &Faces, word: &[Words], size: f32, width: f32) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![Vec::new()];
    let mut at = 0.0;
    for part in word {
        for letter in part.text.chars() {
            let text = letter.to_string();
            let long = faces.width(part.voice, &text, size);
            if at + long > width && at > 0.0 {
                rows.push(Vec::new());
                at = 0.0;
            }
            if let Some(row) = rows.last_mut() {
                add(row, part.voice, &text);
            }
            at += long;
        }
    }
    rows
}
