//! A text without its markup, for mails, lists and search.

use crate::markdown::{floor, parse};
use crate::tree::address;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{ListType, NodeValue};
use comrak::{Arena, Node};

/// The sign for what was left out.
const MORE: char = '…';

/// How far from the end of an excerpt a space is looked for, in characters: longer words are cut.
const LONGEST_WORD: usize = 25;

/// The text of Markdown for a plain mail: paragraphs apart, lists with a dash or number, quotes
/// with `> `, links with their address behind them.
#[must_use]
pub fn plain(source: &str) -> String {
    let arena = Arena::new();
    let root = parse(&arena, source);
    let mut writer = Writer { links: true, ..Writer::default() };
    writer.write(root);
    writer.out.trim_end().to_owned()
}

/// The start of a text on one line, of at most `chars` characters: whole words, and `…` when
/// something was left out (within the count).
#[must_use]
pub fn excerpt(source: &str, chars: usize) -> String {
    // Eight bytes a character is room for markup; what is far behind the end is not read.
    let enough = chars.saturating_mul(8).saturating_add(4096);
    let start = source.get(..floor(source, enough)).unwrap_or(source);
    let arena = Arena::new();
    let root = parse(&arena, start);
    let mut writer = Writer::default();
    writer.write(root);
    let line = writer.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = start.len() == source.len();
    shorten(&line, chars, whole)
}

/// Cuts a line behind a word.
fn shorten(line: &str, chars: usize, whole: bool) -> String {
    if line.chars().count() <= chars && whole {
        return line.to_owned();
    }
    let room = chars.saturating_sub(1);
    let mut kept: Vec<char> = line.chars().take(room).collect();
    let next = line.chars().nth(room);
    let space = kept.iter().rposition(|c| c.is_whitespace());
    match space {
        Some(space)
            if next.is_some_and(char::is_alphanumeric) && kept.len() - space <= LONGEST_WORD =>
        {
            kept.truncate(space);
        }
        _ => drop_half_character(&mut kept, next),
    }
    let mut line: String = kept.into_iter().collect();
    line.truncate(line.trim_end_matches([' ', ',', ';', ':', '-', '.']).len());
    if chars > 0 {
        line.push(MORE);
    }
    line
}

/// Takes off the start of a sign that is made of several characters (an accent, a family of emoji)
/// and would be cut through.
fn drop_half_character(kept: &mut Vec<char>, next: Option<char>) {
    let joins = |c: char| {
        matches!(c, '\u{0300}'..='\u{036F}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}'
            | '\u{1F3FB}'..='\u{1F3FF}' | '\u{20D0}'..='\u{20FF}')
    };
    let mut next = next;
    while let Some(last) = kept.last().copied()
        && (next.is_some_and(joins) || last == '\u{200D}')
    {
        next = kept.pop();
    }
}

/// Quotes and lists around a line that are shown.
const MOST_PREFIXES: usize = 6;

/// Writes the text of a tree.
#[derive(Default)]
struct Writer {
    out: String,
    /// Whether addresses of links are told.
    links: bool,
    /// What each line starts with: one entry for each list item and quote around it.
    prefixes: Vec<String>,
    /// The numbers of the lists around, 0 for those without numbers.
    numbers: Vec<usize>,
    /// The fewest prefixes since the last text: what the empty lines in between start with.
    fewest: usize,
    /// New lines that are owed before the next text.
    owed: usize,
    /// Where the text of each open link begins.
    links_open: Vec<usize>,
}

impl Writer {
    fn write(&mut self, root: Node<'_>) {
        for edge in root.traverse() {
            match edge {
                NodeEdge::Start(node) => self.start(node),
                NodeEdge::End(node) => self.end(node),
            }
        }
    }

    fn start(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Text(text) => self.text(text),
            NodeValue::Code(code) => self.text(&code.literal),
            NodeValue::CodeBlock(code) => {
                for line in code.literal.lines() {
                    self.text(line);
                    self.owe(1);
                }
            }
            NodeValue::SoftBreak | NodeValue::LineBreak => self.owe(1),
            NodeValue::ThematicBreak => self.text("* * *"),
            NodeValue::BlockQuote => self.prefixes.push("> ".to_owned()),
            NodeValue::List(list) => {
                let numbered = list.list_type == ListType::Ordered;
                self.numbers.push(if numbered { list.start.max(1) } else { 0 });
            }
            NodeValue::Item(_) => {
                let mark = match self.numbers.last_mut() {
                    Some(number) if *number > 0 => {
                        *number = number.saturating_add(1);
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.text(&mark);
                self.prefixes.push(" ".repeat(mark.len().min(4)));
            }
            NodeValue::TableCell if node.previous_sibling().is_some() => self.text(" | "),
            NodeValue::Link(_) => self.links_open.push(self.out.len()),
            _ => {}
        }
    }

    fn end(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Paragraph | NodeValue::Heading(_) => {
                let tight = node
                    .parent()
                    .is_some_and(|parent| matches!(parent.data().value, NodeValue::Item(_)));
                self.owe(if tight { 1 } else { 2 });
            }
            NodeValue::CodeBlock(_) | NodeValue::ThematicBreak | NodeValue::Table(_) => self.owe(2),
            NodeValue::BlockQuote => {
                self.outdent();
                self.owe(2);
            }
            NodeValue::Item(_) => {
                self.outdent();
                self.owe(1);
            }
            NodeValue::List(_) => {
                self.numbers.pop();
                self.owe(if self.numbers.is_empty() { 2 } else { 1 });
            }
            NodeValue::TableRow(_) => self.owe(1),
            NodeValue::Link(link) => {
                let from = self.links_open.pop().unwrap_or(self.out.len());
                let address = address(link);
                let shown = self.out.get(from..).unwrap_or_default();
                if self.links && !shown.contains(address) {
                    let address = format!(" ({address})");
                    self.text(&address);
                }
            }
            _ => {}
        }
    }

    /// Asks for new lines before whatever comes next.
    fn owe(&mut self, lines: usize) {
        self.owed = self.owed.max(lines);
    }

    /// Leaves a list item or a quote.
    fn outdent(&mut self) {
        self.prefixes.pop();
        self.fewest = self.fewest.min(self.prefixes.len());
    }

    /// Adds text, after the lines that are owed.
    fn text(&mut self, text: &str) {
        if self.out.is_empty() {
            self.begin_line(self.prefixes.len());
        } else if self.owed > 0 {
            for left in (0..self.owed).rev() {
                self.out.truncate(self.out.trim_end_matches(' ').len());
                self.out.push('\n');
                self.begin_line(if left > 0 { self.fewest } else { self.prefixes.len() });
            }
        }
        self.owed = 0;
        self.fewest = self.prefixes.len();
        self.out.push_str(text);
    }

    /// Starts a line with the first prefixes. Deeper than a few nobody sees a difference, and every
    /// line would repeat them.
    fn begin_line(&mut self, prefixes: usize) {
        for prefix in self.prefixes.iter().take(prefixes.min(MOST_PREFIXES)) {
            self.out.push_str(prefix);
        }
    }
}
