//! A text as pieces for paper: paragraphs, headings, items, quotes.

use crate::markdown::parse;
use crate::tree::address;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{ListType, NodeValue};
use comrak::{Arena, Node};

/// Words with or without weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they are said with weight.
    pub strong: bool,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PieceKind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list, how deep, and its mark; a further paragraph of it has none.
    Item(usize, String),
    /// Somebody's words.
    Quote,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its words.
    pub spans: Vec<Span>,
}

/// The pieces of Markdown, in order; links with their address behind them.
#[must_use]
pub fn pieces(source: &str) -> Vec<Piece> {
    let arena = Arena::new();
    let root = parse(&arena, source);
    let mut writer = Writer::default();
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => writer.start(node),
            NodeEdge::End(node) => writer.end(node),
        }
    }
    writer.out.retain(|piece| piece.spans.iter().any(|span| !span.text.trim().is_empty()));
    writer.out
}

#[derive(Default)]
struct Writer {
    out: Vec<Piece>,
    spans: Vec<Span>,
    /// The numbers of the lists around, 0 for those without.
    numbers: Vec<usize>,
    /// The mark of an item that has no text yet.
    mark: String,
    quotes: usize,
    strong: usize,
    /// What each open link shows so far.
    links: Vec<String>,
}

impl Writer {
    fn text(&mut self, text: &str) {
        let strong = self.strong > 0;
        for link in &mut self.links {
            link.push_str(text);
        }
        match self.spans.last_mut() {
            Some(span) if span.strong == strong => span.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), strong }),
        }
    }

    fn close(&mut self, heading: bool) {
        let spans = std::mem::take(&mut self.spans);
        let kind = if heading {
            PieceKind::Heading
        } else if !self.numbers.is_empty() {
            PieceKind::Item(self.numbers.len() - 1, std::mem::take(&mut self.mark))
        } else if self.quotes > 0 {
            PieceKind::Quote
        } else {
            PieceKind::Paragraph
        };
        self.out.push(Piece { kind, spans });
    }

    fn start(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Text(text) => self.text(text),
            NodeValue::Code(code) => self.text(&code.literal),
            NodeValue::CodeBlock(code) => {
                for line in code.literal.lines() {
                    self.text(line);
                    self.close(false);
                }
            }
            NodeValue::SoftBreak | NodeValue::LineBreak => self.text(" "),
            NodeValue::Strong => self.strong += 1,
            NodeValue::BlockQuote => self.quotes += 1,
            NodeValue::List(list) => {
                let numbered = list.list_type == ListType::Ordered;
                self.numbers.push(if numbered { list.start.max(1) } else { 0 });
            }
            NodeValue::Item(_) => {
                self.mark = match self.numbers.last_mut() {
                    Some(number) if *number > 0 => {
                        *number = number.saturating_add(1);
                        format!("{}.", *number - 1)
                    }
                    _ => "•".to_owned(),
                };
            }
            NodeValue::TableCell if node.previous_sibling().is_some() => self.text(" · "),
            NodeValue::Link(_) => self.links.push(String::new()),
            _ => {}
        }
    }

    fn end(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Paragraph | NodeValue::TableRow(_) => self.close(false),
            NodeValue::Heading(_) => self.close(true),
            NodeValue::Strong => self.strong = self.strong.saturating_sub(1),
            NodeValue::BlockQuote => self.quotes = self.quotes.saturating_sub(1),
            NodeValue::List(_) => {
                self.numbers.pop();
            }
            NodeValue::Link(link) => {
                let shown = self.links.pop().unwrap_or_default();
                let address = address(link).to_owned();
                if !shown.contains(&address) {
                    self.text(&format!(" ({address})"));
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_pieces() {
        let all = pieces(
            "# Kop\n\nEen **sterk** woord\nen [hier](https://a.example).\n\n- een\n- twee\n  1. diep\n\n> gezegd\n\n| a | b |\n|--|--|\n| 1 | 2 |\n",
        );
        let said: Vec<(PieceKind, String)> = all
            .iter()
            .map(|p| (p.kind.clone(), p.spans.iter().map(|s| s.text.as_str()).collect()))
            .collect();
        let item = |depth, mark: &str| PieceKind::Item(depth, mark.to_owned());
        let expected = [
            (PieceKind::Heading, "Kop"),
            (PieceKind::Paragraph, "Een sterk woord en hier (https://a.example)."),
            (item(0, "•"), "een"),
            (item(0, "•"), "twee"),
            (item(1, "1."), "diep"),
            (PieceKind::Quote, "gezegd"),
            (PieceKind::Paragraph, "a · b"),
            (PieceKind::Paragraph, "1 · 2"),
        ];
        let expected: Vec<(PieceKind, String)> =
            expected.into_iter().map(|(kind, text)| (kind, text.to_owned())).collect();
        assert_eq!(said, expected);
        assert!(all[1].spans.iter().any(|span| span.strong && span.text == "sterk"));
        assert!(pieces(" \n\n").is_empty());
    }
}
