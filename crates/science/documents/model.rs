//! What a document is made of.

/// Some text in one voice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether it is said with more weight.
    pub strong: bool,
}

impl Run {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: false }
    }

    /// Words with weight.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: true }
    }
}

/// One bar of a list; lengths are parts of a hundred.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// The figure with weight.
    pub strong: String,
    /// What stands behind it.
    pub rest: String,
    /// A line below it.
    pub note: String,
    /// How long the track is.
    pub track: f64,
    /// How long the fill is.
    pub fill: f64,
    /// Where the range begins and ends.
    pub range: Option<(f64, f64)>,
    /// Deserves attention.
    pub attention: bool,
    /// Rests on little.
    pub quiet: bool,
    /// Not known or not to be shown.
    pub hatched: bool,
}

/// One point of a line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Point {
    /// What stands below it, when it does.
    pub label: String,
    /// Its value and range; none leaves a hole.
    pub value: Option<(f64, f64, f64)>,
}

/// A line with its band.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// The points, oldest first.
    pub points: Vec<Point>,
    /// The lowest and highest value of the axis.
    pub axis: (f64, f64),
    /// Values of the axis with how they are written.
    pub grid: Vec<(f64, String)>,
    /// A value that is drawn as a line across, with its name.
    pub mark: Option<(f64, String)>,
    /// How the last value is written.
    pub end: String,
}

/// A picture with what it says for who does not see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What it says, in a sentence or two.
    pub says: String,
    /// What is drawn.
    pub shape: Shape,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A list of bars.
    Bars(Vec<Bar>),
    /// A line with its band.
    Line(Line),
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number, and how it is written.
    Number(i64, String),
    /// A part of one, and how it is written.
    Share(f64, String),
}

impl Cell {
    /// How it is written.
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(shown) | Self::Number(_, shown) | Self::Share(_, shown) => shown,
        }
    }

    /// Whether it is a number, which stands to the right.
    pub fn is_number(&self) -> bool {
        !matches!(self, Self::Text(_))
    }
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub name: String,
    /// Whether it holds numbers, which stand to the right.
    pub number: bool,
}

/// A table; the first cell of a row names the row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A part of the flow.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading below that of the part.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// An item of a list: how deep, its mark, its words.
    Item {
        /// 0 for an item of the outermost list.
        depth: usize,
        /// What stands before it: a dot or a number.
        mark: String,
        /// The words.
        runs: Vec<Run>,
    },
    /// Somebody's words.
    Quote(Vec<Run>),
    /// A remark below a picture or a table.
    Note(String),
    /// A picture.
    Picture(Picture),
    /// A table.
    Table(Table),
}

/// A finding of the first page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headline {
    /// The figure, short: "39%".
    pub figure: String,
    /// What it is of.
    pub label: String,
    /// The finding.
    pub sentence: String,
    /// How it compares.
    pub note: String,
}

/// A part of the document with its heading; a slide where the document is slides.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Part {
    /// What it is about, in a word or two.
    pub kicker: String,
    /// The finding.
    pub title: String,
    /// The rest.
    pub blocks: Vec<Block>,
    /// Whether it begins on a new page.
    pub new_page: bool,
}

/// A document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The code of its language, as in HTML.
    pub lang: String,
    /// Whose document it is.
    pub owner: String,
    /// Its title.
    pub title: String,
    /// What stands below the title.
    pub lead: String,
    /// What stands above the findings of the first page.
    pub headlines_title: String,
    /// The findings of the first page.
    pub headlines: Vec<Headline>,
    /// What stands small at the end of the first page.
    pub colophon: String,
    /// The parts.
    pub parts: Vec<Part>,
    /// The word between the number of a page and how many there are.
    pub of: String,
    /// Whether each part is a slide on a sheet of its own, sideways.
    pub slides: bool,
}
