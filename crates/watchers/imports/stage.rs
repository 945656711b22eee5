//! Staging: each record of a source is checked against those before it and against
//! what the community has, and becomes part of the plan, or is refused.

mod contacts;
mod known;
mod people;
mod talk;

use crate::names::storable;
use crate::plan::{Ix, Plan, Spills, Subject};
use crate::render::Renderer;
use crate::report::Report;
use crate::spill::Spill;
use crate::{Kind, Options, Progress};
use database::Database;
use formats::{Limit, Reason, Record, Refusal, Sink};
use language::{DepartmentId, Moment, Problems, Result};
use std::collections::{HashMap, HashSet};
use std::io;
use std::ops::ControlFlow;

/// An import that was read and checked, and that nobody sees yet.
pub struct Staged {
    pub(crate) kind: Kind,
    pub(crate) file: String,
    pub(crate) plan: Plan,
    pub(crate) spills: Spills,
    /// What publishing will do.
    pub report: Report,
}

/// What the community has, as far as this kind of import can meet it.
#[derive(Default)]
struct Known {
    /// Keys of the source, without its prefix.
    people: HashMap<String, Ix>,
    /// Addresses that prove who somebody is.
    addresses: HashMap<String, Ix>,
    /// Addresses that nobody else can get.
    addresses_taken: HashSet<String>,
    handles: HashSet<String>,
    details: Vec<crate::store::KnownPerson>,
    departments: HashMap<(i64, String), Department>,
    groups: HashMap<String, Ix>,
    group_names: HashSet<String>,
    slugs: HashSet<String>,
    commons: Option<Ix>,
    members: HashSet<(Ix, Ix)>,
    /// Posts and comments by the source's key.
    subjects: HashMap<String, Subject>,
    /// Reactions; true when they were there before this run.
    reactions: HashMap<(Subject, Ix, &'static str), bool>,
    topics: HashMap<String, Ix>,
    contacts: contacts::Contacts,
}

#[derive(Clone)]
struct Department {
    id: DepartmentId,
    path: String,
    headcount: Option<i32>,
}

/// The sink that plans.
pub(crate) struct Stage<'a> {
    database: &'a Database,
    kind: Kind,
    options: &'a Options,
    /// `KIND:` or `KIND/SOURCE:`, before every key that is kept.
    prefix: String,
    now: Moment,
    known: Known,
    /// The people and addresses that this run has shown.
    people_here: HashMap<String, Ix>,
    addresses_here: HashSet<String>,
    people_touched: HashSet<Ix>,
    groups_here: HashSet<String>,
    plan: Plan,
    spills: Spills,
    renderer: Renderer,
    report: Report,
    progress: &'a mut dyn FnMut(Progress),
    /// Why the sink asked to stop.
    trouble: Option<io::Error>,
    /// How much of the room is taken, in pieces.
    kept: u64,
}

/// How many pieces of [`Options::room`] a record takes.
fn pieces(record: &Record) -> u64 {
    match record {
        Record::Person(_) | Record::Group(_) => 8,
        Record::Thread(_) | Record::Comment(_) => 3,
        Record::Headcount(_) => 2,
        Record::Membership(_)
        | Record::Accept(_)
        | Record::Reaction(_)
        | Record::Interaction(_) => 1,
    }
}

/// What becomes of a record that is not refused.
enum Fate {
    Planned,
    Unchanged,
    Updated,
    Folded,
}

impl<'a> Stage<'a> {
    /// Looks at what the community has.
    pub(crate) fn new(
        database: &'a Database,
        kind: Kind,
        options: &'a Options,
        progress: &'a mut dyn FnMut(Progress),
    ) -> Result<Self> {
        let prefix = prefix(kind, options)?;
        let run = database.environment().new_id();
        let spills = Spills {
            posts: Spill::new(&options.scratch, &format!("{run}-posts"))?,
            comments: Spill::new(&options.scratch, &format!("{run}-comments"))?,
        };
        let mut stage = Self {
            database,
            kind,
            options,
            prefix,
            now: database.now(),
            known: Known::default(),
            people_here: HashMap::new(),
            addresses_here: HashSet::new(),
            people_touched: HashSet::new(),
            groups_here: HashSet::new(),
            plan: Plan::default(),
            spills,
            renderer: Renderer::default(),
            report: Report::new(kind),
            progress,
            trouble: None,
            kept: 0,
        };
        database.snapshot(|conn| stage.learn(conn))?;
        Ok(stage)
    }

    /// Ends the reading.
    pub(crate) fn finish(
        mut self,
        file: String,
        summary: std::result::Result<formats::Summary, formats::Fatal>,
    ) -> Result<Staged> {
        let rendered = self.renderer.finish(&mut self.spills);
        if let Some(trouble) = self.trouble.take().or(rendered.err()) {
            return Err(language::Failure::fault("keep the texts of an import", trouble));
        }
        let summary = if self.kept > self.options.room {
            let reason = Reason::TooBig { limit: Limit::Rows, max: self.options.room };
            Err(formats::Fatal::new(formats::Place::new(&file, 0), reason))
        } else {
            summary
        };
        match summary {
            Ok(summary) => {
                self.report.read = summary.read;
                self.report.skipped = summary.skipped;
            }
            Err(fatal) => {
                // Half a file is no file: what came before its end counts for nothing.
                let mut report = Report::new(self.kind);
                report.unreadable = true;
                report.refuse(
                    &Refusal { place: fatal.place, reason: fatal.reason },
                    self.options.lang,
                );
                self.report = report;
            }
        }
        Ok(Staged {
            kind: self.kind,
            file,
            plan: self.plan,
            spills: self.spills,
            report: self.report,
        })
    }

    fn new_id(&self) -> i64 {
        self.database.environment().new_id()
    }

    /// The key under which a thing of the source is kept.
    fn kept(&self, key: &str) -> String {
        storable(format!("{}{key}", self.prefix))
    }

    fn take(&mut self, record: Record) -> Result<Fate, Reason> {
        match record {
            Record::Person(person) => self.person(person),
            Record::Headcount(headcount) => self.headcount(&headcount),
            Record::Group(group) => self.group(group),
            Record::Membership(membership) => self.membership(&membership),
            Record::Thread(thread) => self.thread(thread),
            Record::Comment(comment) => self.comment(comment),
            Record::Accept(accept) => self.accept(&accept),
            Record::Reaction(reaction) => self.reaction(&reaction),
            Record::Interaction(interaction) => self.interaction(&interaction),
        }
    }

    fn flow(&self) -> ControlFlow<()> {
        if self.trouble.is_some() || self.kept > self.options.room {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

impl Sink for Stage<'_> {
    fn record(&mut self, place: formats::Place, record: Record) -> ControlFlow<()> {
        let pieces = pieces(&record);
        match self.take(record) {
            Ok(Fate::Planned) => self.kept += pieces,
            Ok(Fate::Unchanged) => self.report.unchanged += 1,
            Ok(Fate::Updated) => self.report.updated += 1,
            Ok(Fate::Folded) => self.report.folded += 1,
            Err(reason) => self.report.refuse(&Refusal { place, reason }, self.options.lang),
        }
        self.flow()
    }

    fn refuse(&mut self, refusal: Refusal) -> ControlFlow<()> {
        self.report.refuse(&refusal, self.options.lang);
        self.flow()
    }

    fn progress(&mut self, done: u64, total: u64) {
        (self.progress)(Progress::Reading { done, total });
    }
}

/// What stands before every key of the source.
fn prefix(kind: Kind, options: &Options) -> Result<String> {
    let Some(source) = &options.source else { return Ok(format!("{}:", kind.name())) };
    if is_source(source) {
        Ok(format!("{}/{source}:", kind.name()))
    } else {
        Err(Problems::one("source", crate::w::source_name(options.lang)))
    }
}

/// Whether a text can be the name of a source.
pub(crate) fn is_source(name: &str) -> bool {
    (1..=40).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The first 200 characters of a text of the source, for a refusal.
fn cut(text: &str) -> String {
    text.chars().take(200).collect()
}
