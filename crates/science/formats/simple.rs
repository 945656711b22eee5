//! Lines of simple Markdown, as comment fields have it: emphasis, code and links count, everything
//! else is text. What full Markdown would read as a block, a tag or a picture gets a backslash.

use crate::work::tick;

/// Such a line as Markdown for everybody.
pub(crate) fn inline_markdown(text: &str) -> String {
    let mut lines = Vec::new();
    let mut in_code = false;
    for line in text.split('\n') {
        // Space at a line's start would be a code block, at its end a break.
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        lines.push(guard(&inline(line, &mut in_code)));
    }
    lines.join("\n")
}

/// Backslashes before `<` and `&` where they would vanish, outside code.
fn inline(line: &str, in_code: &mut bool) -> String {
    let mut done = String::with_capacity(line.len());
    let mut rest = line.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        tick(1);
        let after = &line[at + c.len_utf8()..];
        match c {
            '`' if *in_code => *in_code = false,
            '`' => {
                let end = after.find('`');
                tick(end.unwrap_or(after.len()));
                *in_code = end.is_some();
            }
            '\\' if !*in_code => {
                // What is escaped already stays so.
                done.push(c);
                if let Some((_, next)) = rest.next() {
                    done.push(next);
                }
                continue;
            }
            '<' if !*in_code && tag_like(after) => done.push('\\'),
            '&' if !*in_code && reference_like(after) => done.push('\\'),
            '!' if !*in_code && after.starts_with('[') => done.push('\\'),
            _ => {}
        }
        done.push(c);
    }
    done
}

/// Whether what follows `<` would be a tag. An address in angle brackets is a link and stays.
fn tag_like(after: &str) -> bool {
    after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
        && !after.starts_with("http://")
        && !after.starts_with("https://")
}

fn reference_like(after: &str) -> bool {
    let name = after.strip_prefix('#').unwrap_or(after);
    let length = name.bytes().take(40).take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && name.as_bytes().get(length) == Some(&b';')
}

/// A backslash where the line would begin a block.
fn guard(line: &str) -> String {
    if line.starts_with("```") || line.starts_with("~~~") {
        return format!("\\{line}");
    }
    if line.strip_prefix('*').is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) {
        return format!("\\{line}");
    }
    let rule = |sign: char| {
        line.chars().filter(|c| *c == sign).count() >= 3
            && line.chars().all(|c| c == sign || c == ' ')
    };
    if rule('*') || rule('_') {
        return format!("\\{line}");
    }
    crate::markdown::guard_line(line)
}
