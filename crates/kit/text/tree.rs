//! Changes to the tree of a text before it is shown. Every walk uses a stack of its own: a text
//! that is nested a hundred thousand deep must not end the program.

use crate::clean::{MENTION_CLASS, leads_somewhere_safe};
use crate::handle::{Handle, longest_handle};
use crate::safe_html::SafeHtml;
use comrak::nodes::{AstNode, NodeLink, NodeList, NodeValue};
use comrak::{Arena, Node};

/// Blocks and spans inside one another, at most.
const DEEPEST: usize = 60;

/// Cells that a table may have; short rows are filled up, so that a few characters could ask for
/// half a million.
const MOST_CELLS: usize = 20_000;

/// Replaces what is nested too deep, and tables that are too large, by their text.
pub fn flatten<'a>(arena: &'a Arena<'a>, root: Node<'a>) {
    let mut waiting = vec![(root, 0_usize)];
    while let Some((node, depth)) = waiting.pop() {
        let collapse = match &node.data().value {
            // Rows and cells only make sense together; what is in a cell is looked at.
            NodeValue::TableRow(_) | NodeValue::TableCell => false,
            NodeValue::Table(table) => {
                depth >= DEEPEST || table.num_columns.saturating_mul(table.num_rows) > MOST_CELLS
            }
            NodeValue::Document => false,
            _ => depth >= DEEPEST && node.first_child().is_some(),
        };
        if collapse {
            become_text(arena, node);
        } else {
            waiting.extend(node.children().map(|child| (child, depth + 1)));
        }
    }
}

/// Makes a node a paragraph, item or span that holds nothing but its text.
fn become_text<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    let mut text = String::new();
    for part in node.descendants() {
        match &part.data().value {
            NodeValue::Text(piece) => text.push_str(piece),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::CodeBlock(code) => text.push_str(&code.literal),
            NodeValue::HtmlInline(html) => text.push_str(html),
            NodeValue::HtmlBlock(html) => text.push_str(&html.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            value if value.block() && !text.is_empty() => text.push(' '),
            _ => {}
        }
    }
    remove_children(node);
    let text = new(arena, NodeValue::Text(text.into()));
    let value = node.data().value.clone();
    match value {
        NodeValue::Item(_) | NodeValue::TaskItem(_) => {
            let paragraph = new(arena, NodeValue::Paragraph);
            paragraph.append(text);
            node.append(paragraph);
        }
        value if value.block() => {
            node.data_mut().value = NodeValue::Paragraph;
            node.append(text);
        }
        _ => {
            node.insert_before(text);
            node.detach();
        }
    }
}

/// Turns raw HTML into text, pictures into links, boxes of tasks into signs, and takes links out of
/// links and links that lead nowhere safe.
pub fn simplify<'a>(arena: &'a Arena<'a>, root: Node<'a>) {
    let mut waiting = vec![(root, false)];
    while let Some((node, in_link)) = waiting.pop() {
        let value = node.data().value.clone();
        match value {
            NodeValue::HtmlInline(html) => node.data_mut().value = NodeValue::Text(html.into()),
            NodeValue::HtmlBlock(html) => {
                node.data_mut().value = NodeValue::Paragraph;
                let text = html.literal.trim_end().to_owned();
                node.append(new(arena, NodeValue::Text(text.into())));
            }
            NodeValue::TaskItem(task) => {
                node.data_mut().value = NodeValue::Item(NodeList::default());
                let sign = if task.symbol.is_some() { "☑ " } else { "☐ " };
                let sign = new(arena, NodeValue::Text(sign.into()));
                match node.first_child() {
                    Some(first) if matches!(first.data().value, NodeValue::Paragraph) => {
                        first.prepend(sign);
                    }
                    _ => {
                        let paragraph = new(arena, NodeValue::Paragraph);
                        paragraph.append(sign);
                        node.prepend(paragraph);
                    }
                }
            }
            NodeValue::Link(link) | NodeValue::Image(link) => {
                if node.first_child().is_none() {
                    node.append(new(arena, NodeValue::Text(link.url.clone().into())));
                }
                waiting.extend(node.children().map(|child| (child, true)));
                if in_link || !leads_somewhere_safe(&link.url) {
                    unwrap(node);
                } else {
                    node.data_mut().value = NodeValue::Link(link);
                }
                continue;
            }
            _ => {}
        }
        waiting.extend(node.children().map(|child| (child, in_link)));
    }
}

/// Puts what is in a node in its place.
fn unwrap<'a>(node: Node<'a>) {
    while let Some(child) = node.first_child() {
        node.insert_before(child);
    }
    node.detach();
}

/// Lowers the headings of a text: its highest becomes h2 for `by` 1, h3 for 2, and
/// the others follow without leaving a level out, however they were numbered.
pub fn lower_headings(root: Node<'_>, by: u8) {
    let mut levels: Vec<u8> = Vec::new();
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &mut node.data_mut().value {
            // Levels above this one that are still open: its place is below them.
            levels.retain(|level| *level < heading.level);
            levels.push(heading.level);
            let depth = u8::try_from(levels.len()).unwrap_or(6);
            heading.level = depth.saturating_add(by).clamp(2, 6);
        }
    }
}

/// Every piece of text that stands in no link and is no code, with its node.
pub fn texts_outside_links<'a>(root: Node<'a>) -> Vec<(String, Node<'a>)> {
    let mut found = Vec::new();
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        match &node.data().value {
            NodeValue::Text(text) => found.push((text.to_string(), node)),
            NodeValue::Link(_) | NodeValue::Image(_) => {}
            // The last is looked at first: this keeps the order of the text.
            _ => waiting.extend(node.reverse_children()),
        }
    }
    found
}

/// Turns mentions of those who are known into links to their pages.
pub fn link_mentions<'a>(arena: &'a Arena<'a>, root: Node<'a>, known: &dyn Fn(&Handle) -> bool) {
    for (text, node) in texts_outside_links(root) {
        let mut rest = 0;
        for (at, handle) in handles_in(&text) {
            if !known(&handle) {
                continue;
            }
            // One for the sign @, then the handle, which is as long in the text as it is.
            let end = at + 1 + handle.as_str().len();
            let (Some(before), Some(shown)) = (text.get(rest..at), text.get(at..end)) else {
                continue;
            };
            node.insert_before(new(arena, NodeValue::Text(before.to_owned().into())));
            // Written here as HTML, because Markdown has no links with a class; the sanitizer sees
            // it like everything else.
            let html = format!(
                "<a class=\"{MENTION_CLASS}\" href=\"/people/{handle}\">{}</a>",
                SafeHtml::escape(shown)
            );
            node.insert_before(new(arena, NodeValue::Raw(html)));
            rest = end;
        }
        if rest > 0 {
            let after = text.get(rest..).unwrap_or_default().to_owned();
            node.data_mut().value = NodeValue::Text(after.into());
        }
    }
}

/// The handles that a piece of text mentions, with the place of their sign @. The sign stands at
/// the start or after something that is neither a letter, a digit nor part of an address, and what
/// follows the handle is no second @ (an address on another server).
pub fn handles_in(text: &str) -> Vec<(usize, Handle)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || "._-@/".contains(c)) {
            continue;
        }
        let after = text.get(at + 1..).unwrap_or_default();
        if let Some((handle, rest)) = longest_handle(after)
            && !rest.starts_with('@')
        {
            found.push((at, handle));
        }
    }
    found
}

/// A new node.
fn new<'a>(arena: &'a Arena<'a>, value: NodeValue) -> Node<'a> {
    arena.alloc(AstNode::from(value))
}

/// Takes everything out of a node.
fn remove_children(node: Node<'_>) {
    while let Some(child) = node.first_child() {
        child.detach();
    }
}

/// The address of a link, for those who show it as text.
pub fn address(link: &NodeLink) -> &str {
    link.url.strip_prefix("mailto:").unwrap_or(&link.url)
}
