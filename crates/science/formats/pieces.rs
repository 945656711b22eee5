//! The pieces of a paragraph, and how they are tidied: one space between words, none inside marks,
//! addresses apart from the text around them.

use crate::work::tick;

/// A kind of emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Strong,
    Em,
    Strike,
}

/// A piece of a paragraph, as the source has it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    /// Text; space in it means one space.
    Text(String),
    /// Code, as it is.
    Code(String),
    /// A mark begins.
    Open(Mark),
    /// A mark ends.
    Close(Mark),
    /// A new line.
    Break,
    /// The text of a link begins.
    LinkOpen,
    /// The text of a link ends; where it leads and its title.
    LinkClose(String, Option<String>),
    /// An address that is its own text.
    Address(String),
}

fn space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// One space between words and none at the start, the end, around breaks or inside marks.
pub(crate) fn tidy(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut tidy = Tidy::default();
    for piece in pieces {
        tick(1);
        match piece {
            Piece::Text(text) => tidy.text(&text),
            Piece::Break => {
                tidy.gap = Gap::Breaks(if let Gap::Breaks(n) = tidy.gap { n + 1 } else { 1 })
            }
            Piece::Open(mark) => tidy.open(mark),
            Piece::Close(mark) => tidy.close(mark),
            Piece::Code(code) if code.chars().all(char::is_whitespace) => tidy.text(" "),
            Piece::LinkClose(..) => tidy.done.push(piece),
            other => {
                tidy.before_content();
                tidy.done.push(other);
            }
        }
    }
    tidy.done
}

#[derive(Clone, Copy, Default)]
enum Gap {
    #[default]
    None,
    Space,
    Breaks(usize),
}

#[derive(Default)]
struct Tidy {
    done: Vec<Piece>,
    gap: Gap,
    /// Marks that begin before the next content.
    waiting: Vec<Mark>,
    /// Marks that are open, with how often; inside itself a mark means nothing.
    open: Vec<Mark>,
}

impl Tidy {
    fn text(&mut self, text: &str) {
        tick(text.len());
        let mut word = String::new();
        for c in text.chars() {
            if space(c) {
                if !word.is_empty() {
                    self.push(std::mem::take(&mut word));
                }
                if matches!(self.gap, Gap::None) {
                    self.gap = Gap::Space;
                }
            } else if c != '\0' {
                word.push(c);
            }
        }
        if !word.is_empty() {
            self.push(word);
        }
    }

    fn push(&mut self, word: String) {
        self.before_content();
        match self.done.last_mut() {
            Some(Piece::Text(before)) => before.push_str(&word),
            _ => self.done.push(Piece::Text(word)),
        }
    }

    /// Writes the gap and the marks that wait for content.
    fn before_content(&mut self) {
        let begun = self.done.iter().inspect(|_| tick(1)).any(|p| !matches!(p, Piece::Open(_)));
        match std::mem::take(&mut self.gap) {
            Gap::Space if begun => self.space(),
            // More than two breaks are only more white.
            Gap::Breaks(n) if begun => {
                self.done.extend(std::iter::repeat_n(Piece::Break, n.min(2)))
            }
            _ => {}
        }
        for mark in std::mem::take(&mut self.waiting) {
            self.done.push(Piece::Open(mark));
        }
    }

    /// One space; before a link rather than in it.
    fn space(&mut self) {
        let link = matches!(self.done.last(), Some(Piece::LinkOpen));
        if link {
            self.done.pop();
        }
        match self.done.last_mut() {
            Some(Piece::Text(before)) => before.push(' '),
            Some(_) => self.done.push(Piece::Text(" ".into())),
            None => {}
        }
        if link {
            self.done.push(Piece::LinkOpen);
        }
    }

    fn open(&mut self, mark: Mark) {
        tick(self.open.len());
        if !self.open.contains(&mark) {
            self.waiting.push(mark);
        }
        self.open.push(mark);
    }

    fn close(&mut self, mark: Mark) {
        tick(self.open.len());
        let Some(at) = self.open.iter().rposition(|m| *m == mark) else {
            return;
        };
        self.open.remove(at);
        if self.open.contains(&mark) {
            return;
        }
        match self.waiting.iter().rposition(|m| *m == mark) {
            Some(at) => {
                self.waiting.remove(at);
            }
            None => self.done.push(Piece::Close(mark)),
        }
    }
}

/// Parts addresses (`https://...`) from the text around them, so that their signs are not escaped.
pub(crate) fn addresses(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut done = Vec::with_capacity(pieces.len());
    let mut in_link = false;
    for piece in pieces {
        match piece {
            Piece::Text(text) if !in_link && text.contains("://") => {
                part_addresses(&text, &mut done)
            }
            other => {
                in_link = match other {
                    Piece::LinkOpen => true,
                    Piece::LinkClose(..) => false,
                    _ => in_link,
                };
                done.push(other);
            }
        }
    }
    done
}

fn part_addresses(text: &str, done: &mut Vec<Piece>) {
    tick(text.len());
    let mut plain = String::new();
    for token in text.split_inclusive(' ') {
        let word = token.trim_end_matches(' ');
        let start = ["https://", "http://"].iter().filter_map(|scheme| word.find(scheme)).min();
        let clean = |before: &str| before.chars().last().is_none_or(|c| !c.is_alphanumeric());
        match start {
            Some(at) if clean(&word[..at]) => {
                let end =
                    word[at..].find(['<', '>', '"', '\\', '`', '|']).map_or(word.len(), |n| at + n);
                let address = word[at..end].trim_end_matches([
                    '.', ',', ';', ':', '!', '?', ')', '\'', '*', '_', '~', ']',
                ]);
                if address.len() <= "https://".len() {
                    plain.push_str(token);
                    continue;
                }
                plain.push_str(&word[..at]);
                if !plain.is_empty() {
                    done.push(Piece::Text(std::mem::take(&mut plain)));
                }
                done.push(Piece::Address(address.to_owned()));
                plain.push_str(&token[at + address.len()..]);
            }
            _ => plain.push_str(token),
        }
    }
    if !plain.is_empty() {
        done.push(Piece::Text(plain));
    }
}
