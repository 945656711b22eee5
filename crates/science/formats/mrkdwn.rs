//! Slack's own marks (mrkdwn) as Markdown.
//!
//! `*strong*`, `_em_`, `~struck~`, `` `code` ``, three backticks around code, `>` before quotes,
//! `<@U1>` people, `<#C1|name>` channels, `<!here>` calls, `<url|label>` links, and `&lt;` `&gt;`
//! `&amp;` for themselves. A new line is a new line.

use crate::markdown::{fenced, paragraph};
use crate::parts::{link, prefixed};
use crate::pieces::{Mark, Piece};
use crate::work::tick;
use std::collections::HashMap;

/// The names that marks refer to.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Of people, by id.
    pub(crate) people: HashMap<String, String>,
    /// Of channels, by id.
    pub(crate) channels: HashMap<String, String>,
}

/// A text as Markdown.
pub(crate) fn to_markdown(text: &str, names: &Names) -> String {
    let text = text.replace("\r\n", "\n");
    let mut blocks = Vec::new();
    let mut parts = text.split("```").peekable();
    let mut code = false;
    while let Some(part) = parts.next() {
        tick(part.len() + 1);
        // Three backticks without an end are text.
        if code && parts.peek().is_some() {
            let plain = plain(part);
            let plain = plain.trim_matches('\n');
            if !plain.trim().is_empty() {
                blocks.push(fenced(plain, ""));
            }
        } else if code {
            prose(&format!("```{part}"), names, &mut blocks);
        } else {
            prose(part, names, &mut blocks);
        }
        code = !code;
    }
    blocks.join("\n\n")
}

/// Lines of text: paragraphs and quotes.
fn prose(text: &str, names: &Names, blocks: &mut Vec<String>) {
    let mut quote_on = false;
    let mut lines: Vec<(bool, &str)> = Vec::new();
    for line in text.split('\n') {
        if let Some(rest) = line.strip_prefix("&gt;&gt;&gt;").or_else(|| line.strip_prefix(">>>")) {
            // Three signs quote everything to the end.
            quote_on = true;
            lines.push((true, rest));
        } else if let Some(rest) = line.strip_prefix("&gt;").or_else(|| line.strip_prefix('>')) {
            lines.push((true, rest));
        } else {
            lines.push((quote_on, line));
        }
    }
    for part in lines.chunk_by(|a, b| a.0 == b.0) {
        let quoted = part.first().is_some_and(|(quoted, _)| *quoted);
        let mut paragraphs = Vec::new();
        for group in part.split(|(_, line)| line.trim().is_empty()) {
            let mut pieces = Vec::new();
            for (_, line) in group {
                pieces.push(Piece::Break);
                pieces.extend(inline(line, names));
            }
            let text = paragraph(pieces);
            if !text.is_empty() {
                paragraphs.push(text);
            }
        }
        let text = paragraphs.join("\n\n");
        match (text.is_empty(), quoted) {
            (true, _) => {}
            (false, true) => blocks.push(prefixed(&text, "> ", "> ")),
            (false, false) => blocks.push(text),
        }
    }
}

/// A unit of a line: a character, or what stands between signs that belong together.
enum Unit {
    Char(char),
    Code(String),
    /// What stands between `<` and `>`.
    Token(String),
}

fn units(line: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut rest = line;
    // Without an end somewhere the sign is a character; looked for once, so that many signs cost no more.
    let (mut tokens_end, mut codes_end) = (true, true);
    while let Some(c) = rest.chars().next() {
        tick(1);
        let after = &rest[c.len_utf8()..];
        let (end, sign) = match c {
            '<' if tokens_end => ('>', true),
            '`' if codes_end => ('`', true),
            _ => (c, false),
        };
        match sign.then(|| after.split_once(end)) {
            Some(Some((inside, behind))) if !inside.is_empty() => {
                tick(inside.len());
                units.push(if end == '`' {
                    Unit::Code(plain(inside))
                } else {
                    Unit::Token(inside.to_owned())
                });
                rest = behind;
                continue;
            }
            Some(None) => {
                tick(after.len());
                *(if end == '`' { &mut codes_end } else { &mut tokens_end }) = false;
            }
            _ => {}
        }
        units.push(Unit::Char(c));
        rest = after;
    }
    units
}

fn mark(c: char) -> Option<Mark> {
    match c {
        '*' => Some(Mark::Strong),
        '_' => Some(Mark::Em),
        '~' => Some(Mark::Strike),
        _ => None,
    }
}

fn inline(line: &str, names: &Names) -> Vec<Piece> {
    let units = units(line);
    let closes = closes(&units);
    let mut pieces = Vec::new();
    // The ends of marks that are open, outermost first.
    let mut open: Vec<(usize, Mark)> = Vec::new();
    let mut text = String::new();
    for (i, unit) in units.iter().enumerate() {
        tick(1 + open.len());
        match unit {
            Unit::Char(c) => {
                if open.last().is_some_and(|(end, _)| *end == i)
                    && let Some((_, kind)) = open.pop()
                {
                    flush(&mut text, &mut pieces);
                    pieces.push(Piece::Close(kind));
                    continue;
                }
                let end = mark(*c).zip(closes[i]).filter(|(kind, end)| {
                    // Marks lie within each other, and not within the same.
                    opens(&units, i) && open.iter().all(|(outer, m)| end < outer && m != kind)
                });
                match end {
                    Some((kind, end)) => {
                        flush(&mut text, &mut pieces);
                        pieces.push(Piece::Open(kind));
                        open.push((end, kind));
                    }
                    None => text.push(*c),
                }
            }
            Unit::Code(code) => {
                flush(&mut text, &mut pieces);
                pieces.push(Piece::Code(code.clone()));
            }
            Unit::Token(token) => {
                flush(&mut text, &mut pieces);
                self::token(token, names, &mut pieces);
            }
        }
    }
    flush(&mut text, &mut pieces);
    pieces
}

fn flush(text: &mut String, pieces: &mut Vec<Piece>) {
    if !text.is_empty() {
        pieces.push(Piece::Text(plain(text)));
        text.clear();
    }
}

/// Whether a mark may begin here: not after a letter, not before space.
fn opens(units: &[Unit], i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|b| units.get(b));
    let after = units.get(i + 1);
    !matches!(before, Some(Unit::Char(c)) if c.is_alphanumeric())
        && !matches!(after, None | Some(Unit::Char(' ' | '\t')))
}

/// For each sign where the next sign of its kind ends a mark: not after space, not before a letter.
fn closes(units: &[Unit]) -> Vec<Option<usize>> {
    let mut next: HashMap<char, usize> = HashMap::new();
    let mut found = vec![None; units.len()];
    for i in (0..units.len()).rev() {
        let Some(Unit::Char(c)) = units.get(i) else {
            continue;
        };
        if mark(*c).is_none() {
            continue;
        }
        // An end right behind the start marks nothing.
        found[i] = next.get(c).copied().filter(|end| *end > i + 1);
        let before = i.checked_sub(1).and_then(|b| units.get(b));
        let ends = !matches!(before, None | Some(Unit::Char(' ' | '\t')))
            && !matches!(units.get(i + 1), Some(Unit::Char(a)) if a.is_alphanumeric());
        if ends {
            next.insert(*c, i);
        }
    }
    found
}

/// What stands between `<` and `>`.
fn token(token: &str, names: &Names, pieces: &mut Vec<Piece>) {
    let (target, label) = match token.split_once('|') {
        Some((target, label)) => (target, Some(label).filter(|l| !l.trim().is_empty())),
        None => (token, None),
    };
    let called = |sign: char, id: &str, known: &HashMap<String, String>| {
        let name = known.get(id).map(String::as_str).or(label).unwrap_or(id);
        Piece::Text(format!("{sign}{}", plain(name.trim_start_matches(sign))))
    };
    if let Some(id) = target.strip_prefix('@') {
        pieces.push(called('@', id, &names.people));
    } else if let Some(id) = target.strip_prefix('#') {
        pieces.push(called('#', id, &names.channels));
    } else if let Some(call) = target.strip_prefix('!') {
        let text = match call.split('^').next().unwrap_or(call) {
            word @ ("here" | "channel" | "everyone" | "group") => format!("@{word}"),
            word => label.map_or_else(|| word.to_owned(), plain),
        };
        pieces.push(Piece::Text(text));
    } else {
        let to = plain(target);
        let known = ["http://", "https://", "mailto:", "tel:", "ftp://"]
            .iter()
            .any(|scheme| to.starts_with(scheme));
        let text = label.map(plain);
        match (known, text) {
            (true, Some(text)) => link(vec![Piece::Text(text)], to, None, pieces),
            (true, None) if to.contains("://") => link(Vec::new(), to, None, pieces),
            (true, None) => {
                let shown = to.split_once(':').map_or(to.as_str(), |(_, rest)| rest).to_owned();
                link(vec![Piece::Text(shown)], to, None, pieces);
            }
            // Not one of Slack's tokens: then somebody typed it.
            (false, Some(text)) => pieces.push(Piece::Text(format!("{text} ({to})"))),
            (false, None) => pieces.push(Piece::Text(format!("<{to}>"))),
        }
    }
}

/// Slack writes three signs as references, and no others.
fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
