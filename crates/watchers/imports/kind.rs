use language::{ImportId, PersonId};
use std::path::PathBuf;
use words::Lang;

/// What is read, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A table of people: name, e-mail address, department, role.
    People,
    /// A table of departments and how many people each has.
    Headcount,
    /// A folder with the tables of a Stack Exchange data dump.
    StackExchange,
    /// A zip or folder that Slack's export made.
    Slack,
    /// A table of contacts: when, from whom, to whom.
    Interactions,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::People, Self::Headcount, Self::StackExchange, Self::Slack, Self::Interactions];

    /// The name on the command line and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Headcount => "headcount",
            Self::StackExchange => "stackexchange",
            Self::Slack => "slack",
            Self::Interactions => "interactions",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether columns can be named by hand.
    pub fn has_columns(self) -> bool {
        matches!(self, Self::People | Self::Headcount | Self::Interactions)
    }
}

/// How a run goes.
#[derive(Debug, Clone)]
pub struct Options {
    /// Columns named by hand, as `email=Work mail`: the field, then the column's heading.
    pub map: Vec<String>,
    /// Only show what would happen.
    pub dry_run: bool,
    /// Who asked for it; none on the command line.
    pub by: Option<PersonId>,
    /// The file that waited under this id and is published now: the run gets the id, so that
    /// nobody publishes it a second time. None on the command line.
    pub upload: Option<ImportId>,
    /// A folder with room for the texts of the import until it is published.
    pub scratch: PathBuf,
    /// Tells two sources of one kind apart (two Slack workspaces): part of every key. At most 40
    /// small letters, digits and hyphens. None asks the file: a Slack export names its workspace, a
    /// Stack Exchange dump when its site began; tables say nothing and are one source of their kind.
    pub source: Option<String>,
    /// How much a run may keep in memory, in pieces of about a hundred bytes; what has more is
    /// refused whole. By default [`ROOM`].
    pub room: u64,
    /// The language of the reasons in the report.
    pub lang: Lang,
}

/// Room for half a million people, over a million posts and comments, or four million contacts.
pub const ROOM: u64 = 4_000_000;

impl Options {
    /// Publishes, for nobody in particular, in Dutch, with texts in `scratch` meanwhile.
    pub fn new(scratch: impl Into<PathBuf>) -> Self {
        Self {
            map: Vec::new(),
            dry_run: false,
            by: None,
            upload: None,
            scratch: scratch.into(),
            source: None,
            room: ROOM,
            lang: Lang::Nl,
        }
    }

    /// The same, only to look.
    #[must_use]
    pub fn dry(self) -> Self {
        Self { dry_run: true, ..self }
    }
}

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Bytes of the source that were read, of how many.
    Reading {
        /// Read.
        done: u64,
        /// In all.
        total: u64,
    },
    /// Rows that were written, of how many; nobody sees any before the last.
    Publishing {
        /// Written.
        done: u64,
        /// In all.
        total: u64,
    },
}
