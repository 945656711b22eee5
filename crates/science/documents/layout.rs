//! Where everything stands: pages of marks, and the tree of what they are.

use crate::colour::{Colour, INK, INK_2, LINE, WATER};
use crate::fonts::{Faces, Piece, Voice};
use crate::wrap::{Row, wrap};
use crate::{Block, Document, Part, Picture, Run, Shape};

/// What an element of the tree is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Part,
    Title(String),
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    Mark,
    Words,
    Quote,
    Table,
    Head,
    Body,
    Row,
    /// Whether it names a column, or else a row.
    Named(bool),
    Cell,
    /// A picture, with what it says.
    Figure(String),
}

/// An element of the tree.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub kind: Kind,
    pub within: Option<usize>,
}

/// A mark on a page.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    Text {
        x: f32,
        y: f32,
        size: f32,
        colour: Colour,
        piece: Piece,
    },
    Box {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        colour: Colour,
    },
    /// A shape from point to point, filled.
    Fill {
        points: Vec<(f32, f32)>,
        colour: Colour,
    },
    /// A line from point to point.
    Stroke {
        points: Vec<(f32, f32)>,
        width: f32,
        colour: Colour,
    },
}

/// A mark with the element that it belongs to; none is decoration.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub mark: Mark,
    pub of: Option<usize>,
}

/// How text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub voice: Voice,
    pub size: f32,
    pub lead: f32,
    pub colour: Colour,
}

impl Style {
    pub(crate) fn new(voice: Voice, size: f32, colour: Colour) -> Self {
        // Headings stand closer.
        let lead = if voice == Voice::Heading { 1.2 } else { 1.42 };
        Self { voice, size, lead: size * lead, colour }
    }
}

/// The page and its margins, in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Format {
    pub width: f32,
    pub height: f32,
    pub side: f32,
    pub top: f32,
    pub bottom: f32,
    /// How much larger everything is than on paper to read.
    pub scale: f32,
}

/// A4, upright.
pub(crate) const PAPER: Format =
    Format { width: 595.28, height: 841.89, side: 58.0, top: 62.0, bottom: 66.0, scale: 1.0 };
/// A4, sideways, to be read from a chair.
pub(crate) const SLIDE: Format =
    Format { width: 841.89, height: 595.28, side: 64.0, top: 58.0, bottom: 60.0, scale: 1.85 };

/// So much text below a heading is enough.
const ALONE: f32 = 60.0;

/// Pages that are being filled.
pub(crate) struct Layout<'a> {
    pub faces: &'a Faces,
    pub format: Format,
    pub pages: Vec<Vec<Placed>>,
    pub tree: Vec<Element>,
    /// Headings with their page and height, for the outline.
    pub outline: Vec<(String, usize, f32)>,
    /// How far down the page is filled.
    pub y: f32,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(faces: &'a Faces, format: Format) -> Self {
        let (pages, tree, outline) = (vec![Vec::new()], Vec::new(), Vec::new());
        Self { faces, format, pages, tree, outline, y: format.top }
    }

    pub(crate) fn left(&self) -> f32 {
        self.format.side
    }

    pub(crate) fn width(&self) -> f32 {
        self.format.width - 2.0 * self.format.side
    }

    pub(crate) fn scaled(&self, size: f32) -> f32 {
        size * self.format.scale
    }

    pub(crate) fn style(&self, voice: Voice, size: f32, colour: Colour) -> Style {
        Style::new(voice, self.scaled(size), colour)
    }

    fn floor(&self) -> f32 {
        self.format.height - self.format.bottom
    }

    pub(crate) fn room(&self) -> f32 {
        self.floor() - self.y
    }

    pub(crate) fn next_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = self.format.top;
    }

    /// Goes to the next page when there is no room for `height`.
    pub(crate) fn ensure(&mut self, height: f32) {
        let whole = self.floor() - self.format.top;
        if self.room() < height.min(whole) && self.y > self.format.top {
            self.next_page();
        }
    }

    pub(crate) fn element(&mut self, kind: Kind, within: Option<usize>) -> usize {
        self.tree.push(Element { kind, within });
        self.tree.len() - 1
    }

    pub(crate) fn put(&mut self, mark: Mark, of: Option<usize>) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Placed { mark, of });
        }
    }

    pub(crate) fn line(&mut self, x: f32, y: f32, width: f32, colour: Colour) {
        self.put(Mark::Box { x, y, width, height: 0.6, colour }, None);
    }

    /// Puts one line of text; returns how wide it is.
    pub(crate) fn row(
        &mut self,
        row: &Row,
        x: f32,
        base: f32,
        style: Style,
        of: Option<usize>,
    ) -> f32 {
        let mut at = x;
        for words in row {
            for piece in self.faces.shape(words.voice, &words.text) {
                let wide = piece.width * style.size;
                let (size, colour) = (style.size, style.colour);
                self.put(Mark::Text { x: at, y: base, size, colour, piece }, of);
                at += wide;
            }
        }
        at - x
    }

    /// Puts words on one line, to the left or the right of `x`.
    pub(crate) fn words(
        &mut self,
        text: &str,
        (x, base): (f32, f32),
        to_right: bool,
        style: Style,
        of: Option<usize>,
    ) {
        let row = vec![crate::wrap::Words { voice: style.voice, text: text.to_owned() }];
        let wide = self.faces.width(style.voice, text, style.size);
        let x = if to_right { x - wide } else { x };
        self.row(&row, x, base, style, of);
    }

    pub(crate) fn rows(&self, runs: &[Run], style: Style, width: f32) -> Vec<Row> {
        wrap(self.faces, runs, style.voice, style.size, width)
    }

    /// A flowing text at `x`, over pages where it must.
    pub(crate) fn flow(
        &mut self,
        runs: &[Run],
        x: f32,
        width: f32,
        style: Style,
        of: Option<usize>,
    ) {
        for row in self.rows(runs, style, width) {
            self.ensure(style.lead);
            let base = self.y + style.lead * 0.5 + style.size * 0.34;
            // Words on following lines are still apart.
            self.row(&row, x, base, style, of);
            self.y += style.lead;
        }
    }

    fn heading(&mut self, level: u16, text: &str, size: f32, within: Option<usize>) {
        let style = self.style(Voice::Heading, size, INK);
        let element = self.element(Kind::Heading(level, text.to_owned()), within);
        if level == 2 {
            self.outline.push((text.to_owned(), self.pages.len() - 1, self.y));
        }
        let (left, width) = (self.left(), self.width());
        self.flow(&[Run::plain(text)], left, width, style, Some(element));
    }

    fn part(&mut self, part: &Part, slides: bool) {
        if self.y > self.format.top {
            if part.new_page || slides {
                self.next_page();
            } else {
                self.y += 26.0;
            }
        }
        // A heading is not left alone at the foot of a page, nor without its picture.
        self.ensure(self.scaled(58.0) + self.opening(&part.blocks));
        let section = self.element(Kind::Part, None);
        if !part.kicker.is_empty() {
            let style = self.style(Voice::Strong, 9.5, WATER);
            let element = self.element(Kind::Paragraph, Some(section));
            let (left, width) = (self.left(), self.width());
            self.flow(&[Run::plain(&part.kicker)], left, width, style, Some(element));
            self.y += self.scaled(2.0);
        }
        if !part.title.is_empty() {
            self.heading(2, &part.title, 17.0, Some(section));
            self.y += self.scaled(8.0);
        }
        self.blocks(&part.blocks, section);
    }

    /// How high the first blocks are, up to the first that says something by itself.
    fn opening(&self, blocks: &[Block]) -> f32 {
        let mut height = 0.0;
        for block in blocks {
            match block {
                Block::Picture(picture) => return height + self.picture_height(picture),
                Block::Table(_) => return height + self.scaled(70.0),
                Block::Heading(_) => height += self.scaled(26.0),
                Block::Paragraph(runs) => {
                    let style = self.style(Voice::Text, 10.5, INK);
                    let rows = self.rows(runs, style, self.width()).len();
                    height += style.lead * rows as f32 + self.scaled(7.0);
                }
                Block::Item { .. } | Block::Quote(_) | Block::Note(_) => {
                    return (height + self.scaled(20.0)).min(self.scaled(ALONE));
                }
            }
        }
        // Text alone may go on on the next page.
        height.min(self.scaled(ALONE))
    }

    fn blocks(&mut self, blocks: &[Block], section: usize) {
        let (left, width) = (self.left(), self.width());
        let text = self.style(Voice::Text, 10.5, INK);
        let mut list: Option<usize> = None;
        for (at, block) in blocks.iter().enumerate() {
            if !matches!(block, Block::Item { .. }) && list.take().is_some() {
                self.y += self.scaled(4.0);
            }
            match block {
                Block::Heading(heading) => {
                    let next = blocks.get(at + 1..).unwrap_or_default();
                    self.ensure(self.scaled(30.0) + self.opening(next));
                    self.y += self.scaled(4.0);
                    self.heading(3, heading, 12.5, Some(section));
                    self.y += self.scaled(3.0);
                }
                Block::Paragraph(runs) => {
                    let of = self.element(Kind::Paragraph, Some(section));
                    self.flow(runs, left, width, text, Some(of));
                    self.y += self.scaled(7.0);
                }
                Block::Item { depth, mark, runs } => {
                    let within = match list {
                        Some(list) => list,
                        None => self.element(Kind::List, Some(section)),
                    };
                    list = Some(within);
                    self.item((*depth).min(4), mark, runs, within, text);
                }
                Block::Quote(runs) => {
                    let of = self.element(Kind::Quote, Some(section));
                    let style = self.style(Voice::Text, 10.5, INK_2);
                    let start = self.y;
                    let page = self.pages.len();
                    self.flow(runs, left + 14.0, width - 14.0, style, Some(of));
                    if page == self.pages.len() {
                        let (height, colour) = (self.y - start, WATER);
                        let bar = Mark::Box { x: left, y: start, width: 2.0, height, colour };
                        self.put(bar, None);
                    }
                    self.y += self.scaled(7.0);
                }
                Block::Note(note) => {
                    let of = self.element(Kind::Paragraph, Some(section));
                    let style = self.style(Voice::Text, 9.0, INK_2);
                    self.flow(&[Run::plain(note)], left, width, style, Some(of));
                    self.y += self.scaled(9.0);
                }
                Block::Picture(picture) => self.picture(picture, section),
                Block::Table(table) => {
                    self.table(table, section);
                    self.y += self.scaled(10.0);
                }
            }
        }
    }

    fn item(&mut self, depth: usize, mark: &str, runs: &[Run], list: usize, style: Style) {
        let item = self.element(Kind::Item, Some(list));
        let label = self.element(Kind::Mark, Some(item));
        let body = self.element(Kind::Words, Some(item));
        let indent = self.scaled(16.0);
        let x = self.left() + indent * depth as f32;
        self.ensure(style.lead);
        let base = self.y + style.lead * 0.5 + style.size * 0.34;
        self.words(mark, (x, base), false, style, Some(label));
        let width = self.width() - indent * (depth + 1) as f32;
        if runs.iter().all(|run| run.text.trim().is_empty()) {
            self.y += style.lead;
        }
        self.flow(runs, x + indent, width, style, Some(body));
        self.y += self.scaled(3.0);
    }

    fn picture(&mut self, picture: &Picture, section: usize) {
        let height = self.picture_height(picture);
        self.ensure(height);
        let of = self.element(Kind::Figure(picture.says.clone()), Some(section));
        match &picture.shape {
            Shape::Bars(bars) => self.bars(bars, of),
            Shape::Line(line) => self.chart(line, of),
        }
        self.y += self.scaled(9.0);
    }

    /// The part after the first page.
    pub(crate) fn parts(&mut self, document: &Document) {
        for part in &document.parts {
            self.part(part, document.slides);
        }
    }

    /// What stands at the foot of every page, when all are known.
    pub(crate) fn feet(&mut self, document: &Document) {
        let count = self.pages.len();
        let style = Style::new(Voice::Text, 9.0, INK_2);
        let base = self.format.height - 30.0;
        let left = format!("{} · {}", document.owner, document.title);
        let right = self.format.width - self.format.side;
        let pages = std::mem::take(&mut self.pages);
        for (at, page) in pages.into_iter().enumerate() {
            self.pages.push(page);
            self.line(self.left(), base - 16.0, self.width(), LINE);
            let number = format!("{} {} {count}", at + 1, document.of);
            self.words(&number, (right, base), true, style, None);
            let room = self.width() - 80.0;
            let rows = self.rows(&[Run::plain(&left)], style, room);
            if let Some(row) = rows.first() {
                self.row(row, self.left(), base, style, None);
            }
        }
    }
}
