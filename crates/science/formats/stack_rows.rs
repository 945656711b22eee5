//! The rows of a Stack Exchange dump as records, with what must be remembered between them.

use crate::dates;
use crate::emit::{Go, Out};
use crate::reason::{Field, Reason, cut};
use crate::render::html_to_markdown;
use crate::simple::inline_markdown;
use crate::staged::*;
use crate::xml::Row;
use jiff::tz::TimeZone;
use std::collections::{HashMap, HashSet};

/// HTML longer than this is not converted: its text cannot fit. Tags take less than three quarters.
const HTML_MAX: usize = BODY_MAX * 4;

/// What must be remembered between rows.
#[derive(Default)]
pub(crate) struct Dump<'a> {
    site: Option<&'a str>,
    people: HashSet<i64>,
    /// Questions that were given.
    questions: HashSet<i64>,
    /// All posts seen, to find one that comes twice.
    posts: HashSet<i64>,
    /// Answers that were given, with their question and time.
    answers: HashMap<i64, (i64, Micros)>,
    comments: HashSet<i64>,
    /// Accepted answers: question, answer, where it was said.
    accepted: Vec<(i64, i64, Place)>,
    /// Accepted answers as a set, to keep only the votes that matter.
    wanted: HashSet<i64>,
    /// The day of each accepting vote.
    accepted_on: HashMap<i64, Micros>,
}

fn user_key(id: i64) -> Key {
    Key(format!("user-{id}"))
}

fn post_key(id: i64) -> Key {
    Key(format!("post-{id}"))
}

impl<'a> Dump<'a> {
    /// Nothing read yet; `site` completes links within the site itself.
    pub(crate) fn new(site: Option<&'a str>) -> Self {
        Self { site, ..Self::default() }
    }
}

impl Dump<'_> {
    pub(crate) fn user(&mut self, out: &mut Out<'_>, row: &Row) -> Go {
        match self.person(row) {
            Ok((id, person)) => {
                if out.record(row.place.clone(), Record::Person(person))? {
                    self.people.insert(id);
                }
                Ok(())
            }
            Err(reason) => out.refuse(row.place.clone(), reason),
        }
    }

    fn person(&self, row: &Row) -> Result<(i64, Person), Reason> {
        let id = id(row, "Id", Field::Key)?;
        if self.people.contains(&id) {
            return Err(Reason::DuplicateKey { key: id.to_string() });
        }
        let name =
            row.get("DisplayName").ok_or(Reason::MissingField { field: Field::Name })?.to_owned();
        let about = match row.get("AboutMe") {
            Some(html) => Some(self.markdown(html, Field::About)?).filter(|text| !text.is_empty()),
            None => None,
        };
        let started = optional_time(row, "CreationDate", Field::Started)?;
        let person = Person {
            key: user_key(id),
            name,
            email: None,
            department: Vec::new(),
            audience: None,
            started,
            about,
            // -1 is the site's own background process.
            bot: id == -1,
        };
        Ok((id, person))
    }

    pub(crate) fn question(&mut self, out: &mut Out<'_>, row: &Row) -> Go {
        let place = row.place.clone();
        let id = match id(row, "Id", Field::Key) {
            Ok(id) => id,
            Err(reason) => return out.refuse(place, reason),
        };
        if !self.posts.insert(id) {
            return out.refuse(place, Reason::DuplicateKey { key: id.to_string() });
        }
        match row.get("PostTypeId") {
            Some("1") => {}
            // Answers come in the second reading.
            Some("2") => return Ok(()),
            Some("4" | "5") => {
                out.skip(Skip::TopicText);
                return Ok(());
            }
            Some(kind) if kind.bytes().all(|b| b.is_ascii_digit()) => {
                out.skip(Skip::OtherPost);
                return Ok(());
            }
            Some(other) => {
                return out
                    .refuse(place, Reason::NotANumber { field: Field::Kind, text: cut(other) });
            }
            None => return out.refuse(place, Reason::MissingField { field: Field::Kind }),
        }
        match self.thread(row, id) {
            Ok(thread) => {
                if out.record(place.clone(), Record::Thread(thread))? {
                    self.questions.insert(id);
                    self.accepted_answer(out, row, id)?;
                }
                Ok(())
            }
            Err(reason) => out.refuse(place, reason),
        }
    }

    fn accepted_answer(&mut self, out: &mut Out<'_>, row: &Row, question: i64) -> Go {
        if row.get("AcceptedAnswerId").is_none() {
            return Ok(());
        }
        match id(row, "AcceptedAnswerId", Field::Key) {
            Ok(answer) => {
                self.accepted.push((question, answer, row.place.clone()));
                self.wanted.insert(answer);
                Ok(())
            }
            Err(reason) => out.refuse(row.place.clone(), reason),
        }
    }

    fn thread(&self, row: &Row, id: i64) -> Result<Thread, Reason> {
        Ok(Thread {
            key: post_key(id),
            group: None,
            author: self.author(row, "OwnerUserId", "OwnerDisplayName")?,
            kind: ThreadKind::Question,
            title: row.get("Title").map(str::to_owned),
            body: self.body(row)?,
            at: time(row, "CreationDate", Field::At)?,
            edited: optional_time(row, "LastEditDate", Field::Edited)?,
            topics: row.get("Tags").map(topics).unwrap_or_default(),
            score: score(row)?,
            closed: optional_time(row, "ClosedDate", Field::Closed)?,
        })
    }

    pub(crate) fn answer(&mut self, out: &mut Out<'_>, row: &Row) -> Go {
        if row.get("PostTypeId") != Some("2") {
            return Ok(());
        }
        // A number that is wrong or comes twice was refused in the first reading.
        let Ok(id) = id(row, "Id", Field::Key) else {
            return Ok(());
        };
        if self.answers.contains_key(&id) {
            return Ok(());
        }
        match self.reply(row, id) {
            Ok((question, comment)) => {
                let at = comment.at;
                if out.record(row.place.clone(), Record::Comment(comment))? {
                    self.answers.insert(id, (question, at));
                }
                Ok(())
            }
            Err(reason) => out.refuse(row.place.clone(), reason),
        }
    }

    fn reply(&self, row: &Row, id: i64) -> Result<(i64, Comment), Reason> {
        let question = self::id(row, "ParentId", Field::Thread)?;
        if !self.questions.contains(&question) {
            return Err(Reason::UnknownThread { key: question.to_string() });
        }
        let comment = Comment {
            key: post_key(id),
            thread: post_key(question),
            parent: None,
            author: self.author(row, "OwnerUserId", "OwnerDisplayName")?,
            body: self.body(row)?,
            at: time(row, "CreationDate", Field::At)?,
            edited: optional_time(row, "LastEditDate", Field::Edited)?,
            score: score(row)?,
        };
        Ok((question, comment))
    }

    pub(crate) fn comment(&mut self, out: &mut Out<'_>, row: &Row) -> Go {
        match self.remark(row) {
            Ok((id, comment)) => {
                if out.record(row.place.clone(), Record::Comment(comment))? {
                    self.comments.insert(id);
                }
                Ok(())
            }
            Err(reason) => out.refuse(row.place.clone(), reason),
        }
    }

    fn remark(&self, row: &Row) -> Result<(i64, Comment), Reason> {
        let id = id(row, "Id", Field::Key)?;
        if self.comments.contains(&id) {
            return Err(Reason::DuplicateKey { key: id.to_string() });
        }
        let post = self::id(row, "PostId", Field::Thread)?;
        let (question, parent) = match self.answers.get(&post) {
            Some((question, _)) => (*question, Some(post_key(post))),
            None if self.questions.contains(&post) => (post, None),
            None => {
                return Err(Reason::UnknownThread { key: post.to_string() });
            }
        };
        let text = row.get("Text").ok_or(Reason::MissingField { field: Field::Body })?;
        let comment = Comment {
            key: Key(format!("comment-{id}")),
            thread: post_key(question),
            parent,
            author: self.author(row, "UserId", "UserDisplayName")?,
            body: inline_markdown(text),
            at: time(row, "CreationDate", Field::At)?,
            edited: None,
            score: score(row)?,
        };
        Ok((id, comment))
    }

    pub(crate) fn vote(&mut self, out: &mut Out<'_>, row: &Row) -> Go {
        let (kind, post) = (row.get("VoteTypeId"), id(row, "PostId", Field::Thread));
        let post = match post {
            Ok(post) => post,
            Err(reason) => return out.refuse(row.place.clone(), reason),
        };
        if kind == Some("1") && self.wanted.contains(&post) {
            match time(row, "CreationDate", Field::At) {
                Ok(day) => {
                    self.accepted_on.insert(post, day);
                }
                Err(reason) => return out.refuse(row.place.clone(), reason),
            }
        }
        // Bounties and bookmarks name somebody, but say nothing to the author.
        out.skip(if row.get("UserId").is_some() { Skip::OtherVote } else { Skip::AnonymousVote });
        Ok(())
    }

    pub(crate) fn accepts(&mut self, out: &mut Out<'_>) -> Go {
        for (question, answer, place) in std::mem::take(&mut self.accepted) {
            match self.answers.get(&answer) {
                Some((of, written)) if *of == question => {
                    // Votes have only a day; an answer is not accepted before it is written.
                    let at =
                        self.accepted_on.get(&answer).copied().unwrap_or(*written).max(*written);
                    let accept =
                        Accept { thread: post_key(question), comment: post_key(answer), at };
                    out.record(place, Record::Accept(accept))?;
                }
                _ => out.refuse(place, Reason::UnknownThread { key: answer.to_string() })?,
            }
        }
        Ok(())
    }

    /// The owner; without an account, or with one that the dump does not have, the name that is left.
    fn author(&self, row: &Row, account: &str, name: &str) -> Result<Author, Reason> {
        let gone = || Author::Gone(row.get(name).map(str::to_owned));
        if row.get(account).is_none() {
            return Ok(gone());
        }
        let id = id(row, account, Field::Author)?;
        Ok(if self.people.contains(&id) { Author::Known(user_key(id)) } else { gone() })
    }

    fn body(&self, row: &Row) -> Result<String, Reason> {
        let html = row.get("Body").ok_or(Reason::MissingField { field: Field::Body })?;
        let text = self.markdown(html, Field::Body)?;
        if text.is_empty() { Err(Reason::MissingField { field: Field::Body }) } else { Ok(text) }
    }

    fn markdown(&self, html: &str, field: Field) -> Result<String, Reason> {
        if html.len() > HTML_MAX {
            return Err(Reason::TooLong { field, max: BODY_MAX as u64 });
        }
        Ok(html_to_markdown(html, self.site))
    }
}

/// `<qubit><quantum-gate>` or, in newer dumps, `|qubit|quantum-gate|`.
fn topics(tags: &str) -> Vec<String> {
    tags.split(['<', '>', '|'])
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
        .map(str::to_owned)
        .collect()
}

fn id(row: &Row, attribute: &str, field: Field) -> Result<i64, Reason> {
    let text = row.get(attribute).ok_or(Reason::MissingField { field })?;
    text.parse().map_err(|_| Reason::NotANumber { field, text: cut(text) })
}

fn score(row: &Row) -> Result<Option<i32>, Reason> {
    let parse = |text: &str| {
        text.parse().map_err(|_| Reason::NotANumber { field: Field::Score, text: cut(text) })
    };
    row.get("Score").map(parse).transpose()
}

fn time(row: &Row, attribute: &str, field: Field) -> Result<Micros, Reason> {
    optional_time(row, attribute, field)?.ok_or(Reason::MissingField { field })
}

fn optional_time(row: &Row, attribute: &str, field: Field) -> Result<Option<Micros>, Reason> {
    let parse = |text: &str| {
        dates::moment(text, &TimeZone::UTC)
            .ok_or_else(|| Reason::NotADate { field, text: cut(text) })
    };
    row.get(attribute).map(parse).transpose()
}
