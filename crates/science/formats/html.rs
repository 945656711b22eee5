//! HTML as other systems store it, as a small tree.
//!
//! Not the full tree construction of the HTML standard: that reorders misnested elements and takes
//! quadratic time on texts made for it. Here every step is bounded: the stack of open elements is at
//! most [`DEPTH`] high, a tag keeps at most 32 attributes. Elements that the standard closes
//! by themselves (`p`, `li`, `td` and the like) are closed here too. Text is never dropped, except in
//! `script` and `style`. The table of named characters is that of html5ever.

use crate::tags::{Scanned, characters};
use crate::work::tick;

/// The most elements inside each other; deeper ones lose their tags, not their text.
const DEPTH: usize = 64;
/// Tags that never end before the rest is taken as text.
const ENDLESS: usize = 16;

/// A piece of the tree.
#[derive(Debug, PartialEq)]
pub(crate) enum Node {
    Text(String),
    Element(Element),
}

/// An element with what is in it.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Element {
    /// In small letters.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it stands on lines of its own.
    pub(crate) fn is_block(&self) -> bool {
        is_block(&self.name)
    }
}

/// Elements that stand on lines of their own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Elements without an end.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// The tree of a text.
pub(crate) fn parse(html: &str) -> Vec<Node> {
    let mut tree = Tree { stack: vec![Element::default()], raw: None, endless: 0 };
    let mut rest = html;
    while !rest.is_empty() {
        let end = rest.find('<').unwrap_or(rest.len());
        tick(end + 1);
        let (text, tag) = rest.split_at(end);
        tree.text(text);
        rest = if tag.is_empty() { tag } else { tree.markup(tag) };
    }
    tree.finish()
}

struct Tree {
    /// Open elements; the first is the root.
    stack: Vec<Element>,
    /// Inside `script` or `style`: which.
    raw: Option<&'static str>,
    /// Tags so far that never ended; each costs a look at the whole rest.
    endless: usize,
}

impl Tree {
    fn append(&mut self, node: Node) {
        tick(1);
        if let Some(open) = self.stack.last_mut() {
            open.children.push(node);
        }
    }

    fn text(&mut self, raw: &str) {
        if self.raw.is_some() || raw.is_empty() {
            return;
        }
        let text = characters(raw, false);
        match self.stack.last_mut().and_then(|open| open.children.last_mut()) {
            Some(Node::Text(before)) => before.push_str(&text),
            _ => self.append(Node::Text(text)),
        }
    }

    /// Takes what begins with `<` and gives what comes after it.
    fn markup<'a>(&mut self, tag: &'a str) -> &'a str {
        let after = &tag[1..];
        if let Some(raw) = self.raw {
            let ends = after.strip_prefix('/').is_some_and(|name| begins_with_name(name, raw));
            if !ends {
                return after;
            }
            self.raw = None;
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        if let Some(comment) = after.strip_prefix("!--") {
            let rest = end_of_comment(comment);
            tick(after.len() - rest.len());
            return rest;
        }
        if after.starts_with(['!', '?']) {
            let rest = after.split_once('>').map_or("", |(_, rest)| rest);
            tick(after.len() - rest.len());
            return rest;
        }
        let (closing, name_on) =
            after.strip_prefix('/').map_or((false, after), |rest| (true, rest));
        if !name_on.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.text("<");
            return after;
        }
        let Some(scanned) = Scanned::new(name_on) else {
            // The tag never ends: the standard drops it, here it stays as text. After a few of them all is text.
            tick(name_on.len());
            self.endless += 1;
            self.text("<");
            if self.endless < ENDLESS {
                return after;
            }
            self.text(after);
            return "";
        };
        tick(tag.len() - scanned.rest.len());
        if closing {
            self.close(&scanned.name)
        } else {
            self.open(scanned.name, scanned.attributes)
        }
        scanned.rest
    }

    fn open(&mut self, name: String, attributes: Vec<(String, String)>) {
        self.close_implied(&name);
        let element = Element { name, attributes, children: Vec::new() };
        self.raw = match element.name.as_str() {
            "script" => Some("script"),
            "style" => Some("style"),
            _ => None,
        };
        if self.raw.is_some() {
            return;
        }
        if is_void(&element.name) {
            self.append(Node::Element(element));
        } else if self.stack.len() < DEPTH {
            self.stack.push(element);
        }
    }

    /// Closes what the standard closes when an element of this name begins.
    fn close_implied(&mut self, name: &str) {
        match name {
            "li" => self.close_up_to(&["li"], &["ul", "ol", "menu", "dir"]),
            "dt" | "dd" => self.close_up_to(&["dt", "dd"], &["dl"]),
            "td" | "th" => self.close_up_to(&["td", "th"], &["tr", "table"]),
            "tr" => self.close_up_to(&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => {
                self.close_up_to(&["tbody", "thead", "tfoot"], &["table"])
            }
            "a" => self.close_up_to(&["a"], &["table", "td", "th", "li"]),
            _ => {}
        }
        if is_block(name) {
            self.close_up_to(&["p"], &["table", "td", "th", "caption", "li", "blockquote"]);
        }
        if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
            let on_top = self.stack.last().is_some_and(|open| {
                matches!(open.name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
            });
            if on_top {
                self.pop();
            }
        }
    }

    /// Closes the nearest open element of one of the names, unless a fence stands before it.
    fn close_up_to(&mut self, names: &[&str], fences: &[&str]) {
        tick(self.stack.len());
        let found = self
            .stack
            .iter()
            .enumerate()
            .skip(1)
            .rev()
            .take_while(|(_, open)| !fences.contains(&open.name.as_str()))
            .find(|(_, open)| names.contains(&open.name.as_str()))
            .map(|(i, _)| i);
        if let Some(i) = found {
            while self.stack.len() > i {
                self.pop();
            }
        }
    }

    fn close(&mut self, name: &str) {
        if name == "br" {
            self.append(Node::Element(Element { name: name.to_owned(), ..Element::default() }));
            return;
        }
        tick(self.stack.len());
        let block = is_block(name);
        // The end of something inline does not close the block that it stands in.
        let found = (1..self.stack.len())
            .rev()
            .take_while(|i| block || !is_block(&self.stack[*i].name))
            .find(|i| self.stack[*i].name == name);
        if let Some(i) = found {
            while self.stack.len() > i {
                self.pop();
            }
        }
    }

    fn pop(&mut self) {
        if self.stack.len() > 1
            && let Some(done) = self.stack.pop()
        {
            self.append(Node::Element(done));
        }
    }

    fn finish(mut self) -> Vec<Node> {
        while self.stack.len() > 1 {
            self.pop();
        }
        self.stack.pop().map(|root| root.children).unwrap_or_default()
    }
}

fn begins_with_name(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// What comes after a comment whose start is taken.
fn end_of_comment(comment: &str) -> &str {
    for short in [">", "->"] {
        if let Some(rest) = comment.strip_prefix(short) {
            return rest;
        }
    }
    comment.split_once("-->").map_or("", |(_, rest)| rest)
}
