//! Markdown out of pieces: marks, links, code and text in which nothing is special by accident.
//!
//! Written for CommonMark with strikethrough, tables and autolinks of GitHub: what is escaped is what
//! one of these would read as more than text.

use crate::marks::{edges, join_marks, plan_marks};
use crate::pieces::{Piece, addresses, tidy};
use crate::work::tick;

/// Pieces as one paragraph: lines without space at their ends; empty when there is nothing to see.
pub(crate) fn paragraph(pieces: Vec<Piece>) -> String {
    let mut pieces = addresses(tidy(pieces));
    join_marks(&mut pieces);
    let plan = plan_marks(&pieces);
    let text = write(&pieces, &plan);
    text.split('\n').map(guard_line).collect::<Vec<_>>().join("\n")
}

/// Pieces as one line, for a heading.
pub(crate) fn line(pieces: Vec<Piece>) -> String {
    let flat = pieces
        .into_iter()
        .map(|p| if p == Piece::Break { Piece::Text(" ".into()) } else { p })
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
    let pad = if code.starts_with('`') || code.ends_with('`') || spaced { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
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
                        title.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
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
    if done.is_empty() || done.contains(['(', ')']) { format!("<{done}>") } else { done }
}

/// Whether what follows an ampersand makes it a character reference.
fn is_reference(after: &str) -> bool {
    let name = after.strip_prefix('#').unwrap_or(after);
    let length = name.bytes().take(40).take_while(u8::is_ascii_alphanumeric).count();
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
            && line.chars().all(|c| matches!(c, '-' | '=' | '|' | ':' | ' ' | '\t'))
            && line.contains(['-', '=']));
    if begins {
        return format!("\\{line}");
    }
    if (1..=9).contains(&digits) && line[digits..].strip_prefix(['.', ')']).is_some_and(ends) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    line.to_owned()
}
