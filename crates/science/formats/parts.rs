//! Parts of rendering that need no place to stand: links, code, text, lines with a prefix.

use crate::html::{Element, Node};
use crate::pieces::Piece;
use crate::work::tick;

/// Where an address leads.
pub(crate) enum Target {
    Link(String),
    /// Within a site that is not known.
    Path(String),
}

impl Target {
    pub(crate) fn link(self) -> Option<String> {
        match self {
            Self::Link(to) => Some(to),
            Self::Path(_) => None,
        }
    }
}

/// A link; where its text is nothing or the address itself, the address alone.
pub(crate) fn link(text: Vec<Piece>, to: String, title: Option<&str>, pieces: &mut Vec<Piece>) {
    let visible: String = text
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) | Piece::Code(text) => text.as_str(),
            _ => "",
        })
        .collect();
    let visible = visible.trim();
    let can_stand_alone = to.split_once("://").is_some_and(|(_, rest)| !rest.is_empty())
        && !to.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '\\'));
    if can_stand_alone && (visible.is_empty() || visible == to) {
        pieces.push(Piece::Address(to));
        return;
    }
    pieces.push(Piece::LinkOpen);
    if visible.is_empty() {
        pieces.push(Piece::Text(to.clone()));
    } else {
        pieces.extend(text);
    }
    pieces.push(Piece::LinkClose(to, title.filter(|t| !t.trim().is_empty()).map(str::to_owned)));
}

/// Whether an inline element holds something that stands on lines of its own.
pub(crate) fn holds_block(element: &Element) -> bool {
    tick(1 + element.children.len());
    element
        .children
        .iter()
        .any(|node| matches!(node, Node::Element(e) if e.is_block() || holds_block(e)))
}

pub(crate) fn is_white(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.trim().is_empty())
}

/// Each line with a prefix, the first with its own; empty lines without space at their end.
pub(crate) fn prefixed(text: &str, first: &str, next: &str) -> String {
    tick(text.len());
    let mut done = String::with_capacity(text.len());
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            done.push('\n');
        }
        let prefix = if i == 0 { first } else { next };
        done.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        done.push_str(line);
    }
    done
}

/// Raised or lowered text with a sign when it is short and hangs on what is before it.
pub(crate) fn raised(
    sign: char,
    element: &Element,
    children: &dyn Fn(&mut Vec<Piece>),
    pieces: &mut Vec<Piece>,
) {
    let text = text_of(&element.children);
    let hangs = matches!(pieces.last(), Some(Piece::Text(before)) if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '\u{27e9}')));
    if hangs
        && !text.is_empty()
        && text.chars().count() <= 12
        && !text.contains(char::is_whitespace)
    {
        pieces.push(Piece::Text(sign.to_string()));
    }
    children(pieces);
}

pub(crate) fn pictures(element: &Element) -> Vec<&str> {
    tick(element.children.len());
    let mut found = Vec::new();
    for node in &element.children {
        if let Node::Element(inner) = node {
            if inner.name == "img" {
                found.extend(inner.attribute("src"));
            }
            found.extend(pictures(inner));
        }
    }
    found
}

/// The text of nodes without any tags; a `br` is a new line.
pub(crate) fn text_of(nodes: &[Node]) -> String {
    let mut text = String::new();
    collect_text(nodes, &mut text);
    text
}

fn collect_text(nodes: &[Node], text: &mut String) {
    tick(nodes.len());
    for node in nodes {
        match node {
            Node::Text(part) => text.push_str(part),
            Node::Element(e) if e.name == "br" => text.push('\n'),
            Node::Element(e) => collect_text(&e.children, text),
        }
    }
}

/// Code without the line break that HTML ignores at its start and the last one.
pub(crate) fn code_of(element: &Element) -> String {
    let code = text_of(&element.children).replace("\r\n", "\n").replace('\r', "\n");
    if element.name != "pre" {
        return code;
    }
    let code = code.strip_prefix('\n').unwrap_or(&code);
    code.trim_end_matches('\n').to_owned()
}

/// The language in a class such as `lang-py` or `language-rust`.
pub(crate) fn language(pre: &Element) -> &str {
    let inner = pre.children.iter().find_map(|node| match node {
        Node::Element(e) if e.name == "code" => e.attribute("class"),
        _ => None,
    });
    let classes = [pre.attribute("class"), inner];
    classes
        .into_iter()
        .flatten()
        .flat_map(str::split_whitespace)
        .find_map(|class| class.strip_prefix("lang-").or_else(|| class.strip_prefix("language-")))
        .filter(|language| *language != "none")
        .unwrap_or("")
}
