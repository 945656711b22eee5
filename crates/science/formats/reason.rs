//! Why something in a source is refused: an enum with data. The words for people come from
//! elsewhere, looked up by `Reason::code`.

use crate::staged::Place;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A thing that a source may tell: a column, an attribute, a member of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The source's own id.
    Key,
    /// A full name.
    Name,
    /// A given name.
    FirstName,
    /// What stands between given name and surname in Dutch.
    Infix,
    /// A surname.
    LastName,
    /// An e-mail address.
    Email,
    /// A department path.
    Department,
    /// A role.
    Audience,
    /// Since when.
    Started,
    /// A number of people.
    Count,
    /// When.
    At,
    /// When it was changed.
    Edited,
    /// When it was closed.
    Closed,
    /// Who turned to somebody.
    From,
    /// To whom.
    To,
    /// What binds rows together.
    Thread,
    /// The thing above it.
    Parent,
    /// The group.
    Group,
    /// Who wrote it.
    Author,
    /// A title.
    Title,
    /// A text.
    Body,
    /// A description of a person or group.
    About,
    /// A topic.
    Topic,
    /// Votes.
    Score,
    /// The sign of a reaction.
    Sign,
    /// The kind of an entry.
    Kind,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 26] = [
        Self::Key,
        Self::Name,
        Self::FirstName,
        Self::Infix,
        Self::LastName,
        Self::Email,
        Self::Department,
        Self::Audience,
        Self::Started,
        Self::Count,
        Self::At,
        Self::Edited,
        Self::Closed,
        Self::From,
        Self::To,
        Self::Thread,
        Self::Parent,
        Self::Group,
        Self::Author,
        Self::Title,
        Self::Body,
        Self::About,
        Self::Topic,
        Self::Score,
        Self::Sign,
        Self::Kind,
    ];

    /// The stable machine name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Name => "name",
            Self::FirstName => "first_name",
            Self::Infix => "infix",
            Self::LastName => "last_name",
            Self::Email => "email",
            Self::Department => "department",
            Self::Audience => "audience",
            Self::Started => "started",
            Self::Count => "count",
            Self::At => "at",
            Self::Edited => "edited",
            Self::Closed => "closed",
            Self::From => "from",
            Self::To => "to",
            Self::Thread => "thread",
            Self::Parent => "parent",
            Self::Group => "group",
            Self::Author => "author",
            Self::Title => "title",
            Self::Body => "body",
            Self::About => "about",
            Self::Topic => "topic",
            Self::Score => "score",
            Self::Sign => "sign",
            Self::Kind => "kind",
        }
    }
}

/// Which limit a file passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// One line or field, in bytes.
    Line,
    /// One row, element or entry, in bytes.
    Entry,
    /// One file once unpacked, in bytes.
    File,
    /// All files of an archive together once unpacked, in bytes.
    Archive,
    /// Unpacked bytes per packed byte.
    Ratio,
    /// Files in an archive.
    Files,
    /// Elements or lists inside each other.
    Depth,
    /// Columns in a table.
    Columns,
    /// Everything that is kept of a source while it is read.
    Rows,
}

impl Limit {
    /// The stable machine name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Entry => "entry",
            Self::File => "file",
            Self::Archive => "archive",
            Self::Ratio => "ratio",
            Self::Files => "files",
            Self::Depth => "depth",
            Self::Columns => "columns",
            Self::Rows => "rows",
        }
    }
}

/// Why something is refused. Texts out of the source are cut to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A field that is needed is absent or empty.
    MissingField {
        /// Which.
        field: Field,
    },
    /// The table lacks columns that are needed.
    MissingColumns {
        /// The columns that the file has.
        found: Vec<String>,
        /// The fields for which none was found.
        needed: Vec<Field>,
    },
    /// Two columns of the table mean the same field.
    DoubleColumn {
        /// The field.
        field: Field,
        /// The columns.
        columns: Vec<String>,
    },
    /// A column named by hand is not in the table.
    NoSuchColumn {
        /// The name given.
        column: String,
        /// The columns that the file has.
        found: Vec<String>,
    },
    /// The text is no date or time that is known.
    NotADate {
        /// In which field.
        field: Field,
        /// What stands there.
        text: String,
    },
    /// The text is no e-mail address.
    NotAnAddress {
        /// What stands there.
        text: String,
    },
    /// The text is no audience that is known.
    NotAnAudience {
        /// What stands there.
        text: String,
    },
    /// The text is no whole number that fits.
    NotANumber {
        /// In which field.
        field: Field,
        /// What stands there.
        text: String,
    },
    /// A number below zero where none can be.
    NegativeNumber {
        /// In which field.
        field: Field,
        /// What stands there.
        text: String,
    },
    /// Nobody in this import has the key.
    UnknownPerson {
        /// The key.
        key: String,
    },
    /// Several people have the name, so it points at nobody.
    AmbiguousPerson {
        /// The name.
        text: String,
    },
    /// No thread or comment in this import has the key.
    UnknownThread {
        /// The key.
        key: String,
    },
    /// No group in this import has the key.
    UnknownGroup {
        /// The key.
        key: String,
    },
    /// The key was there before.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// Sender and recipient are one.
    SamePerson {
        /// Who.
        key: String,
    },
    /// The text is longer than fits.
    TooLong {
        /// In which field.
        field: Field,
        /// The limit in characters (for a department path also its depth).
        max: u64,
    },
    /// The row has another number of fields than the header.
    WrongNumberOfFields {
        /// Fields in the header.
        expected: u64,
        /// Fields in the row.
        found: u64,
    },
    /// The file does not follow its format.
    Malformed {
        /// What the parser says, for who must find out.
        detail: String,
    },
    /// The format allows it, this reader does not.
    NotSupported {
        /// A stable machine name of what it is.
        what: String,
    },
    /// The file ends before its end.
    Truncated,
    /// The file passes a limit.
    TooBig {
        /// Which.
        limit: Limit,
        /// How much it is.
        max: u64,
    },
    /// The bytes are no text in the encoding that they promise.
    WrongEncoding,
    /// The file is empty.
    Empty,
    /// A file that must be there is absent.
    MissingFile {
        /// Its name.
        name: String,
    },
    /// The operating system could not read it.
    Unreadable {
        /// What it says, for who must find out.
        detail: String,
    },
}

impl Reason {
    /// The stable machine name, the key under which the words for people stand.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingField { .. } => "missing_field",
            Self::MissingColumns { .. } => "missing_columns",
            Self::DoubleColumn { .. } => "double_column",
            Self::NoSuchColumn { .. } => "no_such_column",
            Self::NotADate { .. } => "not_a_date",
            Self::NotAnAddress { .. } => "not_an_address",
            Self::NotAnAudience { .. } => "not_an_audience",
            Self::NotANumber { .. } => "not_a_number",
            Self::NegativeNumber { .. } => "negative_number",
            Self::UnknownPerson { .. } => "unknown_person",
            Self::AmbiguousPerson { .. } => "ambiguous_person",
            Self::UnknownThread { .. } => "unknown_thread",
            Self::UnknownGroup { .. } => "unknown_group",
            Self::DuplicateKey { .. } => "duplicate_key",
            Self::SamePerson { .. } => "same_person",
            Self::TooLong { .. } => "too_long",
            Self::WrongNumberOfFields { .. } => "wrong_number_of_fields",
            Self::Malformed { .. } => "malformed",
            Self::NotSupported { .. } => "not_supported",
            Self::Truncated => "truncated",
            Self::TooBig { .. } => "too_big",
            Self::WrongEncoding => "wrong_encoding",
            Self::Empty => "empty",
            Self::MissingFile { .. } => "missing_file",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}

/// One thing in the source that cannot be used. The rest goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Where it stands.
    pub place: Place,
    /// Why.
    pub reason: Reason,
}

/// The file as a whole cannot be read; what was given before it counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fatal {
    /// Where it went wrong.
    pub place: Place,
    /// Why.
    pub reason: Reason,
}

impl Fatal {
    /// A file as a whole, or a row of it, that ends the reading.
    pub fn new(place: Place, reason: Reason) -> Self {
        Self { place, reason }
    }
}

impl fmt::Display for Fatal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.place.file, self.place.row, self.reason.code())
    }
}

impl std::error::Error for Fatal {}

/// Cuts a text of the source so that a refusal can never be big.
pub(crate) fn cut(text: &str) -> String {
    text.chars().take(200).collect()
}
