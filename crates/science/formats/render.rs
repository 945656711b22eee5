//! HTML to Markdown.
//!
//! Kept: paragraphs, headings, lists, quotes, code, rules, emphasis, links, pictures as links, line
//! breaks, tables as lines of text, raised and lowered text as `^` and `_`. Elements without a
//! counterpart lose their tags and keep their text. Scripts and styles are dropped. A link that leads
//! to something else than a web page, an address or a file keeps only its text.

use crate::html::{Element, Node, parse};
use crate::markdown::{fenced, line, paragraph};
use crate::parts::{
    Target, code_of, holds_block, is_white, language, link, pictures, prefixed, raised,
};
use crate::pieces::{Mark, Piece};
use crate::work::tick;

/// Lists and quotes inside each other; what is deeper stands at this depth.
const NESTING: usize = 10;

/// HTML as Markdown. Links within the source's own site are completed with `site`
/// (`https://example.org`); without it their path stands behind their text.
pub fn html_to_markdown(html: &str, site: Option<&str>) -> String {
    let render = Render { site: site.map(|s| s.trim_end_matches('/')) };
    join(&render.blocks(&parse(html), 0), "\n\n")
}

struct Render<'a> {
    site: Option<&'a str>,
}

/// A block of lines.
struct Block {
    text: String,
    /// For a list: how its items begin, so that the next list begins otherwise and stays apart.
    list: Option<char>,
}

impl From<String> for Block {
    fn from(text: String) -> Self {
        Self { text, list: None }
    }
}

fn join(blocks: &[Block], between: &str) -> String {
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(between)
}

impl Render<'_> {
    fn blocks(&self, nodes: &[Node], nesting: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut pieces = Vec::new();
        tick(nodes.len());
        for node in nodes {
            match node {
                Node::Element(element) if element.is_block() || holds_block(element) => {
                    flush(&mut pieces, &mut blocks);
                    self.block(element, nesting, &mut blocks);
                }
                inline => self.inline(inline, false, &mut pieces),
            }
        }
        flush(&mut pieces, &mut blocks);
        blocks
    }

    fn block(&self, element: &Element, nesting: usize, blocks: &mut Vec<Block>) {
        match element.name.as_str() {
            "hr" => blocks.push("___".to_owned().into()),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(element, nesting, blocks),
            "pre" => {
                let code = code_of(element);
                if !code.trim().is_empty() {
                    blocks.push(fenced(&code, language(element)).into());
                }
            }
            "blockquote" if nesting < NESTING => {
                let inner = join(&self.blocks(&element.children, nesting + 1), "\n\n");
                if !inner.is_empty() {
                    blocks.push(prefixed(&inner, "> ", "> ").into());
                }
            }
            "ul" | "ol" | "menu" | "dir" if nesting < NESTING => {
                self.list(element, nesting, blocks)
            }
            "table" => {
                let mut pieces = Vec::new();
                self.rows(element, &mut pieces);
                flush(&mut pieces, blocks);
            }
            _ => {
                blocks.extend(self.blocks(&element.children, nesting));
                // A link around whole blocks cannot be written: where it leads follows them.
                if element.name == "a"
                    && let Some(to) = element
                        .attribute("href")
                        .and_then(|href| self.target(href))
                        .and_then(Target::link)
                {
                    let mut pieces = Vec::new();
                    link(Vec::new(), to, None, &mut pieces);
                    flush(&mut pieces, blocks);
                }
            }
        }
    }

    fn heading(&self, element: &Element, nesting: usize, blocks: &mut Vec<Block>) {
        if element
            .children
            .iter()
            .any(|n| matches!(n, Node::Element(e) if e.is_block() || holds_block(e)))
        {
            blocks.extend(self.blocks(&element.children, nesting));
            return;
        }
        let text = line(self.inlines(&element.children));
        if !text.is_empty() {
            let level =
                element.name.as_bytes().get(1).map_or(1, |b| usize::from(b.saturating_sub(b'0')));
            blocks.push(format!("{} {text}", "#".repeat(level)).into());
        }
    }

    fn list(&self, element: &Element, nesting: usize, blocks: &mut Vec<Block>) {
        let ordered = element.name == "ol";
        let before = blocks.last().and_then(|block| block.list);
        let sign = match (ordered, before) {
            (false, Some('-')) => '*',
            (false, _) => '-',
            (true, Some('.')) => ')',
            (true, _) => '.',
        };
        let mut number: u32 =
            element.attribute("start").and_then(|s| s.trim().parse().ok()).unwrap_or(1);
        let mut items = Vec::new();
        let mut stray = Vec::new();
        for node in &element.children {
            match node {
                Node::Element(item) if item.name == "li" => {
                    self.stray(&mut stray, nesting, &mut items);
                    items.push(self.blocks(&item.children, nesting + 1));
                }
                other => stray.push(other),
            }
        }
        self.stray(&mut stray, nesting, &mut items);
        let items: Vec<Vec<Block>> = items.into_iter().filter(|item| !item.is_empty()).collect();
        if items.is_empty() {
            return;
        }
        // A list is tight when no item holds more than a line of text and lists under it.
        let tight = items.iter().all(|item| item.iter().skip(1).all(|block| block.list.is_some()));
        let between = if tight { "\n" } else { "\n\n" };
        let mut lines = Vec::new();
        for item in &items {
            let marker = if ordered {
                format!("{}{sign} ", number.min(999_999_999))
            } else {
                format!("{sign} ")
            };
            number = number.saturating_add(1);
            lines.push(prefixed(&join(item, between), &marker, &" ".repeat(marker.len())));
        }
        blocks.push(Block { text: lines.join(between), list: Some(sign) });
    }

    /// What stands in a list outside its items: lists belong to the item before, text is an item.
    fn stray(&self, stray: &mut Vec<&Node>, nesting: usize, items: &mut Vec<Vec<Block>>) {
        for node in stray.drain(..) {
            let blocks = self.blocks(std::slice::from_ref(node), nesting + 1);
            match items.last_mut() {
                Some(item) if blocks.iter().all(|b| b.list.is_some()) => item.extend(blocks),
                _ => items.push(blocks),
            }
        }
    }

    /// The rows of a table as lines, cells parted by a bar.
    fn rows(&self, element: &Element, pieces: &mut Vec<Piece>) {
        for node in &element.children {
            match node {
                Node::Element(row) if matches!(row.name.as_str(), "tr" | "caption") => {
                    pieces.push(Piece::Break);
                    for (i, cell) in row.children.iter().filter(|n| !is_white(n)).enumerate() {
                        if i > 0 {
                            pieces.push(Piece::Text(" | ".into()));
                        }
                        self.inline(cell, false, pieces);
                    }
                }
                Node::Element(part)
                    if matches!(part.name.as_str(), "thead" | "tbody" | "tfoot") =>
                {
                    self.rows(part, pieces)
                }
                other => self.inline(other, false, pieces),
            }
        }
    }

    fn inlines(&self, nodes: &[Node]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for node in nodes {
            self.inline(node, false, &mut pieces);
        }
        pieces
    }

    fn inline(&self, node: &Node, in_link: bool, pieces: &mut Vec<Piece>) {
        let element = match node {
            Node::Text(text) => {
                pieces.push(Piece::Text(text.clone()));
                return;
            }
            Node::Element(element) => element,
        };
        let children = |pieces: &mut Vec<Piece>| {
            for child in &element.children {
                self.inline(child, in_link, pieces);
            }
        };
        let mark = match element.name.as_str() {
            "strong" | "b" => Some(Mark::Strong),
            "em" | "i" | "cite" | "dfn" | "var" => Some(Mark::Em),
            "s" | "strike" | "del" => Some(Mark::Strike),
            _ => None,
        };
        if let Some(mark) = mark {
            pieces.push(Piece::Open(mark));
            children(pieces);
            pieces.push(Piece::Close(mark));
            return;
        }
        match element.name.as_str() {
            "br" | "hr" => pieces.push(Piece::Break),
            "code" | "kbd" | "tt" | "samp" | "pre" => pieces.push(Piece::Code(code_of(element))),
            "sup" => raised('^', element, &children, pieces),
            "sub" => raised('_', element, &children, pieces),
            "a" if !in_link => self.anchor(element, pieces),
            "img" => self.image(element, in_link, pieces),
            "iframe" | "video" | "audio" | "embed" | "source" | "object" => {
                let to = element
                    .attribute("src")
                    .or(element.attribute("data"))
                    .and_then(|src| self.target(src));
                if let Some(to) = to.and_then(Target::link).filter(|_| !in_link) {
                    link(Vec::new(), to, None, pieces);
                }
                children(pieces);
            }
            "input" | "wbr" => {}
            _ if element.is_block() => {
                pieces.push(Piece::Text(" ".into()));
                children(pieces);
                pieces.push(Piece::Text(" ".into()));
            }
            _ => children(pieces),
        }
    }

    fn anchor(&self, element: &Element, pieces: &mut Vec<Piece>) {
        let mut inner = Vec::new();
        for child in &element.children {
            self.inline(child, true, &mut inner);
        }
        match element.attribute("href").and_then(|href| self.target(href)) {
            Some(Target::Link(to)) => {
                link(inner, to.clone(), element.attribute("title"), pieces);
                for picture in pictures(element) {
                    // A picture that leads elsewhere than to itself is worth two links.
                    if let Some(src) =
                        self.target(picture).and_then(Target::link).filter(|src| *src != to)
                    {
                        pieces.push(Piece::Text(" ".into()));
                        link(Vec::new(), src, None, pieces);
                    }
                }
            }
            Some(Target::Path(path)) => {
                pieces.extend(inner);
                pieces.push(Piece::Text(format!(" ({path})")));
            }
            None => pieces.extend(inner),
        }
    }

    fn image(&self, element: &Element, in_link: bool, pieces: &mut Vec<Piece>) {
        let alt = element.attribute("alt").unwrap_or_default();
        if in_link {
            pieces.push(Piece::Text(alt.to_owned()));
            return;
        }
        match element.attribute("src").and_then(|src| self.target(src)) {
            Some(Target::Link(to)) => {
                link(vec![Piece::Text(alt.to_owned())], to, element.attribute("title"), pieces)
            }
            Some(Target::Path(path)) => pieces.push(Piece::Text(format!("{alt} ({path})"))),
            None => pieces.push(Piece::Text(alt.to_owned())),
        }
    }

    /// Where an address leads; none when it is none that a member should follow.
    fn target(&self, href: &str) -> Option<Target> {
        let href: String = href.trim().chars().filter(|c| !c.is_control()).collect();
        if href.is_empty() || href.starts_with('#') {
            return None;
        }
        if let Some(rest) = href.strip_prefix("//") {
            return Some(Target::Link(format!("https://{rest}")));
        }
        let before_colon = href.split_once(':').map(|(scheme, _)| scheme);
        match before_colon.filter(|scheme| !scheme.contains(['/', '?', '#'])) {
            Some(scheme) => {
                let scheme = scheme.to_ascii_lowercase();
                matches!(scheme.as_str(), "http" | "https" | "mailto" | "ftp" | "tel")
                    .then_some(Target::Link(href))
            }
            None => Some(match self.site {
                Some(site) if href.starts_with('/') => Target::Link(format!("{site}{href}")),
                Some(site) => Target::Link(format!("{site}/{href}")),
                None => Target::Path(href),
            }),
        }
    }
}

fn flush(pieces: &mut Vec<Piece>, blocks: &mut Vec<Block>) {
    let text = paragraph(std::mem::take(pieces));
    if !text.is_empty() {
        blocks.push(text.into());
    }
}
