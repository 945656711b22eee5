//! Bringing a community in.
//!
//! A file of another system is read as a stream (crate `formats`), each record is checked
//! against those before it and against what the community has ([`stage`]), and what passes is
//! published in one transaction ([`publish()`]). Nothing is written before, so there is nothing
//! half done to see and nothing to clean up after a crash: a program that dies leaves either
//! the community as it was or all that was shown. What cannot be used is refused with its place
//! and its reason, and holds up nothing else; a file that cannot be read to its end is refused
//! whole.
//!
//! **How long the writer is held.** Reading, checking and turning Markdown into HTML happen
//! before the transaction; keys and numbers wait in memory (about 200 bytes a record), texts in
//! an unlinked file. The transaction itself only inserts finished rows. PostgreSQL lets others
//! write meanwhile. SQLite has one writer, who is then busy for as long as the rows take: on two
//! cores about a third of a second for 9,000 records of a Stack Exchange dump and a second for
//! 83,000 contacts (`tests/speed.rs` measures it). A source of more than some 150,000 records
//! holds it longer than two seconds: others wait, and nothing fails.
//!
//! **A second run changes nothing.** People, groups, posts and comments keep the source's key in
//! `source_key`, as `KIND:KEY` or `KIND/SOURCE:KEY`: a Slack export names its workspace and a dump says
//! when its site began, so that two of one kind do not mix. Contacts have no row of their own: a hash of what each says
//! stands in `import_keys`. A grown file adds what is new. Texts that were edited in the source
//! since are left as they are here.
//!
//! **History.** Each fact has the time at which it happened and `Source::Import`: followers that
//! notify skip it. A department is the present one, since a source knows no other. A contact is
//! a fact `contact` with nothing behind it, whose `thread_id` is a hash of the conversation.
//!
//! **People** without an account become placeholders who can claim their place. Somebody who has
//! an account is met by the key, else by an address that was verified. Who asked to be forgotten
//! does not come back with an old file.
//!
//! **The page** ([`routes`]) leaves what takes long to one thread of its own (`desk`), one import at a
//! time, and hears of progress over the browser's stream; who comes back finds it as far as it is.
//! A file that waits has the id that its run will have, and the row that waits goes in the transaction
//! that publishes: sent twice, it is published once.
//!
//! **Taking back.** A run notes what it made and changed (`import_traces`, `import_befores`) and can be
//! taken back for a week, the last one first, as long as nobody built on it ([`obstacles`]). What it
//! made goes, what it changed becomes what it was unless somebody changed it since, and each of its
//! facts gets a retraction: the log keeps both.
//!
//! **Memory** is bounded by [`Options::room`]: what has more is refused whole.
//!
//! **What it writes.** A slice writes its own tables; imports are the declared exception. Besides
//! `import_runs`, `import_keys`, `import_people` and `import_uploads` they write `departments`, `people`,
//! `import_traces`, `import_befores`, `pseudonyms`, `groups`, `memberships`, `posts`, `topics`, `post_topics`, `comments`,
//! `reactions`, `facts` (through crate `facts`) and `audit`.
//!
//! Neighbours: `formats` reads, `text` renders; knows no other slice. Records `joined`,
//! `join_group`, `post`, `reply`, `react`, `accept_answer`, `contact`, `person_change`, `settings`.

mod acts;
mod desk;
mod jobs;
mod kind;
mod names;
mod pages;
mod permits;
mod plan;
mod publish;
mod reasons;
mod render;
mod report;
mod run;
mod signs;
mod spill;
mod stage;
mod store;
#[cfg(test)]
mod tests;
mod traces;
mod trail;
mod undo;
mod uploads;

pub use kind::{Kind, Options, Progress, ROOM};
pub use pages::routes;
pub use permits::MayImport;
pub use publish::publish;
pub use report::{Change, Created, MOST_CHANGES, MOST_REFUSALS, Refused, Report};
pub use run::{run, stage};
pub use stage::Staged;
pub use undo::{Obstacle, obstacles, undo};

/// The sentences of this crate.
pub mod w {
    words::load!();
}
