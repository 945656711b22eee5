//! Markdown out of pieces: marks, links, code and text in which nothing is special by accident.
//!
//! Written for CommonMark with strikethrough, tables and autolinks of GitHub: what is escaped is what
//! one of these would read as more than text.

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

/// Pieces as one paragraph: lines without space at their ends; empty when there is nothing to see.
pub(crate) fn paragraph(pieces: Vec<Piece>) -> String {
    let mut pieces = addresses(tidy(pieces));
    join_marks(&mut pieces);
    let plan = plan_marks(&pieces);
    let text = write(&pieces, &plan);
    text.split('\n')
        .map(guard_line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Pieces as one line, for a heading.
pub(crate) fn line(pieces: Vec<Piece>) -> String {
    let flat = pieces
        .into_iter()
        .map(|p| {
            if p == Piece::Break {
                Piece::Text(" ".into())
            } else {
                p
            }
        })
        .collect();
    let text = paragraph(flat);
    // A heading may end in number signs that mean nothing.
    match text.strip_suffix('#') {
        Some(rest) if backslashes(rest).is_multiple_of(2) => format!("{rest}\\#"),
        _ => text,
    }
}

/// Backslashes at the end of a text; after an even number of them a sign is not escaped.
fn backslashes(text: &str) -> usize {
    text.len() - text.trim_end_matches('\\').len()
}

/// Code on lines of its own, fenced so that nothing in it ends the fence.
pub(crate) fn fenced(code: &str, language: &str) -> String {
    let fence = "`".repeat(longest_run(code).max(2) + 1);
    let language: String = language
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '-' | '+' | '#' | '.'))
        .collect();
    format!("{fence}{language}\n{code}\n{fence}")
}

fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Code within a line.
fn code_span(code: &str) -> String {
    let code = code.replace(['\n', '\r'], " ");
    tick(code.len());
    let mut fence = 1;
    // The shortest fence that does not occur inside; runs are few.
    let runs: std::collections::HashSet<usize> = code.split(|c| c != '`').map(str::len).collect();
    while runs.contains(&fence) {
        fence += 1;
    }
    let fence = "`".repeat(fence);
    let spaced = code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty();
    let pad = if code.starts_with('`') || code.ends_with('`') || spaced {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{code}{pad}{fence}")
}

fn space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// One space between words and none at the start, the end, around breaks or inside marks.
fn tidy(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut tidy = Tidy::default();
    for piece in pieces {
        tick(1);
        match piece {
            Piece::Text(text) => tidy.text(&text),
            Piece::Break => {
                tidy.gap = Gap::Breaks(if let Gap::Breaks(n) = tidy.gap {
                    n + 1
                } else {
                    1
                })
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
        let begun = self
            .done
            .iter()
            .inspect(|_| tick(1))
            .any(|p| !matches!(p, Piece::Open(_)));
        match std::mem::take(&mut self.gap) {
            Gap::Space if begun => self.space(),
            // More than two breaks are only more white.
            Gap::Breaks(n) if begun => self
                .done
                .extend(std::iter::repeat_n(Piece::Break, n.min(2))),
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
fn addresses(pieces: Vec<Piece>) -> Vec<Piece> {
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
        let start = ["https://", "http://"]
            .iter()
            .filter_map(|scheme| word.find(scheme))
            .min();
        let clean = |before: &str| before.chars().last().is_none_or(|c| !c.is_alphanumeric());
        match start {
            Some(at) if clean(&word[..at]) => {
                let end = word[at..]
                    .find(['<', '>', '"', '\\', '`', '|'])
                    .map_or(word.len(), |n| at + n);
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

/// A mark that ends where the same begins again goes on.
fn join_marks(pieces: &mut Vec<Piece>) {
    let mut done: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces.drain(..) {
        match (&piece, done.last()) {
            (Piece::Open(a), Some(Piece::Close(b))) if a == b => {
                done.pop();
            }
            _ => done.push(piece),
        }
    }
    *pieces = done;
}

/// How each mark is written; an empty text where it cannot be written so that it is read as meant.
fn plan_marks(pieces: &[Piece]) -> Vec<&'static str> {
    let mut plan: Vec<&'static str> = vec![""; pieces.len()];
    let pairs = pairs(pieces);
    for &(open, close) in &pairs {
        let sign = match pieces.get(open) {
            Some(Piece::Open(Mark::Strong)) => "**",
            Some(Piece::Open(Mark::Strike)) => "~~",
            _ => "_",
        };
        plan[open] = sign;
        plan[close] = sign;
    }
    // A change at one mark changes its neighbours' surroundings; a few rounds settle it.
    for _ in 0..4 {
        let edges = edges(pieces, &plan, false);
        // Renderers with strikethrough look through its signs at what is behind them; others do not.
        let through = self::edges(pieces, &plan, true);
        let mut changed = false;
        for &(open, close) in &pairs {
            let sign = plan[open];
            let read = |e: &[(char, char)]| opens(sign, e[open]) && closes(sign, e[close]);
            if sign.is_empty() || (read(&edges) && read(&through)) {
                continue;
            }
            // Inside a word only the asterisk is emphasis, and only away from other asterisks.
            let alone = [edges[open], edges[close]]
                .iter()
                .all(|(before, after)| *before != '*' && *after != '*');
            let next = if sign == "_" && alone { "*" } else { "" };
            plan[open] = next;
            plan[close] = next;
            changed = true;
        }
        if !changed {
            return plan;
        }
    }
    vec![""; pieces.len()]
}

/// Which mark ends which; what has no other half is left out, and so is what crosses a link or another mark.
fn pairs(pieces: &[Piece]) -> Vec<(usize, usize)> {
    let mut open: Vec<(Option<Mark>, usize)> = Vec::new();
    let mut pairs = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open(mark) => open.push((Some(*mark), i)),
            Piece::LinkOpen => open.push((None, i)),
            Piece::Close(mark) => {
                if open.last().is_some_and(|(m, _)| *m == Some(*mark))
                    && let Some((_, start)) = open.pop()
                {
                    pairs.push((start, i));
                }
            }
            Piece::LinkClose(..) => while open.pop().is_some_and(|(mark, _)| mark.is_some()) {},
            _ => {}
        }
    }
    pairs
}

/// The characters before and after each piece as it will be written; a line's end counts as space.
/// With `through`, marks of strikethrough are as if they were not there.
fn edges(pieces: &[Piece], plan: &[&str], through: bool) -> Vec<(char, char)> {
    tick(pieces.len() * 3);
    let ends: Vec<Option<(char, char)>> = pieces
        .iter()
        .zip(plan)
        .map(|(piece, sign)| match piece {
            Piece::Text(text) => text.chars().next().zip(text.chars().last()),
            Piece::Code(_) => Some(('`', '`')),
            Piece::Break => Some(('\\', '\n')),
            Piece::LinkOpen => Some(('[', '[')),
            Piece::LinkClose(..) => Some((']', ')')),
            Piece::Address(_) => Some(('<', '>')),
            Piece::Open(Mark::Strike) | Piece::Close(Mark::Strike) if through => None,
            Piece::Open(_) | Piece::Close(_) => sign.chars().next().zip(sign.chars().last()),
        })
        .collect();
    let mut edges = vec![('\n', '\n'); pieces.len()];
    let mut before = '\n';
    for (edge, end) in edges.iter_mut().zip(&ends) {
        edge.0 = before;
        if let Some((_, last)) = end {
            before = *last;
        }
    }
    let mut after = '\n';
    for (edge, end) in edges.iter_mut().zip(&ends).rev() {
        edge.1 = after;
        if let Some((first, _)) = end {
            after = *first;
        }
    }
    edges
}

/// CommonMark's punctuation: what is neither letter, number, space nor a mark on a letter. Symbols count.
fn punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

/// Left-flanking and, for the underscore, not inside a word (CommonMark 6.2).
fn opens(sign: &str, (before, after): (char, char)) -> bool {
    let free = before.is_whitespace() || punctuation(before);
    let left = !after.is_whitespace() && (!punctuation(after) || free);
    if sign == "_" { left && free } else { left }
}

/// Right-flanking and, for the underscore, not inside a word (CommonMark 6.2).
fn closes(sign: &str, (before, after): (char, char)) -> bool {
    let free = after.is_whitespace() || punctuation(after);
    let right = !before.is_whitespace() && (!punctuation(before) || free);
    if sign == "_" { right && free } else { right }
}

fn write(pieces: &[Piece], plan: &[&str]) -> String {
    let edges = edges(pieces, plan, false);
    let mut text = String::new();
    let mut in_link = false;
    // Two spans of code side by side would be read as one, backticks and all: they are written as one.
    let mut code = String::new();
    for (i, piece) in pieces.iter().enumerate() {
        let nothing = matches!(piece, Piece::Open(_) | Piece::Close(_))
            && plan.get(i).is_none_or(|sign| sign.is_empty());
        match piece {
            Piece::Code(more) => {
                code.push_str(more);
                continue;
            }
            _ if nothing => continue,
            _ if !code.is_empty() => text.push_str(&code_span(&std::mem::take(&mut code))),
            _ => {}
        }
        match piece {
            Piece::Text(plain) => escape(plain, edges[i], in_link, &mut text),
            Piece::Code(_) => {}
            Piece::Break => text.push_str("\\\n"),
            Piece::Open(_) | Piece::Close(_) => text.push_str(plan[i]),
            Piece::LinkOpen => {
                in_link = true;
                text.push('[');
            }
            Piece::LinkClose(to, title) => {
                in_link = false;
                text.push_str("](");
                text.push_str(&destination(to));
                if let Some(title) = title {
                    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
                    text.push_str(&format!(
                        " \"{}\"",
                        title
                            .replace('\\', "\\\\")
                            .replace('"', "\\\"")
                            .replace('&', "&amp;")
                    ));
                }
                text.push(')');
            }
            Piece::Address(to) => text.push_str(&format!("<{to}>")),
        }
    }
    if !code.is_empty() {
        text.push_str(&code_span(&code));
    }
    text
}

/// Where a link leads, so written that it ends where it ends.
fn destination(to: &str) -> String {
    let reference = to.split('&').skip(1).any(is_reference);
    let mut done = String::with_capacity(to.len());
    for c in to.chars() {
        match c {
            '<' => done.push_str("%3C"),
            '>' => done.push_str("%3E"),
            '\\' => done.push_str("%5C"),
            c if c.is_control() => {}
            c if c.is_whitespace() => done.push_str("%20"),
            // `&copy;` in an address is no copyright sign.
            '&' if reference => done.push_str("\\&"),
            c => done.push(c),
        }
    }
    if done.is_empty() || done.contains(['(', ')']) {
        format!("<{done}>")
    } else {
        done
    }
}

/// Whether what follows an ampersand makes it a character reference.
fn is_reference(after: &str) -> bool {
    let name = after.strip_prefix('#').unwrap_or(after);
    let length = name
        .bytes()
        .take(40)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    length > 0 && name.as_bytes().get(length) == Some(&b';')
}

/// Text with a backslash before each sign that would mean something.
fn escape(
    plain: &str,
    (outer_before, outer_after): (char, char),
    in_link: bool,
    text: &mut String,
) {
    let mut before = outer_before;
    let mut rest = plain.chars();
    while let Some(c) = rest.next() {
        tick(1);
        let after = rest.clone().next().unwrap_or(outer_after);
        let special = match c {
            '\\' => after.is_ascii_punctuation() || after == '\n',
            '`' | '*' | '[' | '~' => true,
            ']' => in_link,
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '<' => after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?'),
            '&' => is_reference(rest.as_str()),
            '!' => after == '[' && rest.as_str().is_empty(),
            _ => false,
        };
        if special {
            text.push('\\');
        }
        text.push(c);
        before = c;
    }
}

/// A line that begins like a heading, list, quote, rule or table gets a backslash where it begins.
pub(crate) fn guard_line(line: &str) -> String {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']) || rest == "\\";
    let hashes = line.len() - line.trim_start_matches('#').len();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let begins = line.starts_with('>')
        || (hashes > 0 && hashes <= 6 && ends(&line[hashes..]))
        || line.strip_prefix(['-', '+']).is_some_and(ends)
        || (!line.is_empty()
            && line
                .chars()
                .all(|c| matches!(c, '-' | '=' | '|' | ':' | ' ' | '\t'))
            && line.contains(['-', '=']));
    if begins {
        return format!("\\{line}");
    }
    if (1..=9).contains(&digits) && line[digits..].strip_prefix(['.', ')']).is_some_and(ends) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    line.to_owned()
}
