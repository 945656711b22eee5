//! Groups, and what was said in them.

use super::{Fate, Stage, cut};
use crate::names::{first, group, slug, storable};
use crate::plan::{Accept, Comment, Ix, Membership, Place, Post, Reaction, Subject, last};
use crate::render::Text;
use crate::signs::word;
use crate::store::{GroupRow, TopicRow};
use formats::{Author, Field, Key, Reason, ThreadKind};
use language::{CommentId, GroupAccess, GroupId, Moment, PostId, TopicId};

/// The longest name of a group, in characters.
const GROUP: usize = 120;
/// The longest purpose of a group, in characters; what is longer is cut.
const PURPOSE: usize = 2_000;
/// The longest name of a topic, in characters; what is longer is cut.
const TOPIC: usize = 60;

impl Stage<'_> {
    /// Who is meant by a key: somebody of this run, or of one before.
    fn who(&self, key: &Key) -> Result<Ix, Reason> {
        let found =
            self.people_here.get(key.as_str()).or_else(|| self.known.people.get(key.as_str()));
        found.copied().ok_or_else(|| Reason::UnknownPerson { key: cut(key.as_str()) })
    }

    /// Who wrote something, and the name that is left of somebody without an account.
    fn author(&self, author: &Author) -> Result<(Option<Ix>, String), Reason> {
        match author {
            Author::Known(key) => {
                let at = self.who(key)?;
                // Who asked to be forgotten does not come back with an old file.
                let author = (!self.plan.person(at).erased).then_some(at);
                Ok((author, String::new()))
            }
            Author::Gone(name) => Ok((None, storable(name.clone().unwrap_or_default()))),
        }
    }

    fn where_(&self, key: Option<&Key>) -> Result<Ix, Reason> {
        match key {
            // The commons was seen when the run began.
            None => Ok(self.known.commons.unwrap_or_default()),
            Some(key) => self
                .known
                .groups
                .get(key.as_str())
                .copied()
                .ok_or_else(|| Reason::UnknownGroup { key: cut(key.as_str()) }),
        }
    }

    pub(super) fn group(&mut self, found: formats::Group) -> Result<Fate, Reason> {
        let key = found.key.0;
        if !self.groups_here.insert(key.clone()) {
            return Err(Reason::DuplicateKey { key: cut(&key) });
        }
        if self.known.groups.contains_key(&key) {
            return Ok(Fate::Unchanged);
        }
        let name = storable(found.name);
        if name.chars().count() > GROUP {
            return Err(Reason::TooLong { field: Field::Name, max: GROUP as u64 });
        }
        if text::normal_key(&name).is_empty() {
            return Err(Reason::MissingField { field: Field::Name });
        }
        let access = if found.private { GroupAccess::Secret } else { GroupAccess::Open };
        let id = GroupId(self.new_id());
        let (name, name_key) = group(&name, &mut self.known.group_names);
        let source_key = Some(self.kept(&key));
        self.plan.new_groups.push(GroupRow {
            id,
            slug: slug(&name, &mut self.known.slugs),
            name,
            name_key,
            purpose: first(&storable(found.purpose.unwrap_or_default()), PURPOSE).to_owned(),
            access,
            commons: false,
            source_key,
            created_at: Moment(found.created),
            // When it was closed the source does not say.
            archived_at: found.archived.then_some(self.now),
        });
        self.plan.groups.push(Place::new(id, access));
        self.known.groups.insert(key, last(&self.plan.groups));
        self.report.created.groups += 1;
        Ok(Fate::Planned)
    }

    pub(super) fn membership(&mut self, found: &formats::Membership) -> Result<Fate, Reason> {
        let group = self.where_(Some(&found.group))?;
        let person = self.who(&found.person)?;
        let at = Moment(found.at);
        if self.plan.person(person).erased || !self.known.members.insert((group, person)) {
            return Ok(Fate::Unchanged);
        }
        self.plan.memberships.push(Membership { group, person, at });
        self.plan.acted(person, at);
        self.report.created.memberships += 1;
        Ok(Fate::Planned)
    }

    pub(super) fn thread(&mut self, found: formats::Thread) -> Result<Fate, Reason> {
        let key = found.key.0;
        match self.known.subjects.get(&key) {
            Some(Subject::Post(at)) if !self.plan.posts[*at as usize].seen => {
                self.plan.posts[*at as usize].seen = true;
                return Ok(Fate::Unchanged);
            }
            Some(_) => return Err(Reason::DuplicateKey { key: cut(&key) }),
            None => {}
        }
        let group = self.where_(found.group.as_ref())?;
        let (author, author_name) = self.author(&found.author)?;
        let at = Moment(found.at);
        self.plan.posts.push(Post {
            id: PostId(self.new_id()),
            group,
            author,
            question: found.kind == ThreadKind::Question,
            at,
            edited: found.edited.map(Moment),
            closed: found.closed.map(Moment),
            activity: at,
            score: found.score,
            comments: 0,
            reactions: 0,
            accepted: None,
            known: false,
            seen: true,
        });
        let post = last(&self.plan.posts);
        for topic in found.topics {
            self.topic(post, &topic);
        }
        if let Some(author) = author {
            self.plan.acted(author, at);
        }
        let kept = self.kept(&key);
        self.spill(kept, author_name, Some(found.title.unwrap_or_default()), found.body);
        self.known.subjects.insert(key, Subject::Post(post));
        self.report.created.threads += 1;
        Ok(Fate::Planned)
    }

    fn topic(&mut self, post: Ix, name: &str) {
        let name = first(name, TOPIC).replace('\0', "");
        let key = first(&text::normal_key(&name), 120).to_owned();
        if key.is_empty() {
            return;
        }
        let topic = match self.known.topics.get(&key) {
            Some(topic) => *topic,
            None => {
                let id = TopicId(self.new_id());
                self.plan.new_topics.push(TopicRow { id, name, name_key: key.clone() });
                self.plan.topics.push(id);
                let topic = last(&self.plan.topics);
                self.known.topics.insert(key, topic);
                topic
            }
        };
        // The topics of one post stand together at the end of the list.
        let again = self
            .plan
            .post_topics
            .iter()
            .rev()
            .take_while(|(p, _)| *p == post)
            .any(|(_, t)| *t == topic);
        if !again {
            self.plan.post_topics.push((post, topic));
        }
    }

    pub(super) fn comment(&mut self, found: formats::Comment) -> Result<Fate, Reason> {
        let key = found.key.0;
        match self.known.subjects.get(&key) {
            Some(Subject::Comment(at)) if !self.plan.comments[*at as usize].seen => {
                self.plan.comments[*at as usize].seen = true;
                return Ok(Fate::Unchanged);
            }
            Some(_) => return Err(Reason::DuplicateKey { key: cut(&key) }),
            None => {}
        }
        let unknown = |key: &Key| Reason::UnknownThread { key: cut(key.as_str()) };
        let Some(Subject::Post(post)) = self.known.subjects.get(found.thread.as_str()).copied()
        else {
            return Err(unknown(&found.thread));
        };
        let parent = match &found.parent {
            Some(parent) if *parent != found.thread => {
                match self.known.subjects.get(parent.as_str()) {
                    Some(Subject::Comment(at)) if self.plan.comments[*at as usize].post == post => {
                        Some(*at)
                    }
                    _ => return Err(unknown(parent)),
                }
            }
            _ => None,
        };
        let (author, author_name) = self.author(&found.author)?;
        let at = Moment(found.at);
        self.plan.comments.push(Comment {
            id: CommentId(self.new_id()),
            post,
            parent,
            author,
            at,
            edited: found.edited.map(Moment),
            score: found.score,
            reactions: 0,
            known: false,
            seen: true,
        });
        let thread = &mut self.plan.posts[post as usize];
        thread.comments += 1;
        thread.activity = thread.activity.max(at);
        if let Some(author) = author {
            self.plan.acted(author, at);
        }
        let kept = self.kept(&key);
        self.spill(kept, author_name, None, found.body);
        self.known.subjects.insert(key, Subject::Comment(last(&self.plan.comments)));
        self.report.created.comments += 1;
        Ok(Fate::Planned)
    }

    fn spill(&mut self, key: String, author_name: String, title: Option<String>, body: String) {
        let text = Text { key, author_name, title: title.map(storable), body: storable(body) };
        if let Err(trouble) = self.renderer.put(text, &mut self.spills) {
            self.trouble = Some(trouble);
        }
    }

    pub(super) fn accept(&mut self, found: &formats::Accept) -> Result<Fate, Reason> {
        let subject = |key: &Key| self.known.subjects.get(key.as_str()).copied();
        let unknown = |key: &Key| Reason::UnknownThread { key: cut(key.as_str()) };
        let Some(Subject::Post(post)) = subject(&found.thread) else {
            return Err(unknown(&found.thread));
        };
        let Some(Subject::Comment(comment)) = subject(&found.comment) else {
            return Err(unknown(&found.comment));
        };
        let id = self.plan.comments[comment as usize].id;
        if self.plan.comments[comment as usize].post != post
            || !self.plan.posts[post as usize].question
        {
            return Err(unknown(&found.comment));
        }
        let thread = &mut self.plan.posts[post as usize];
        if thread.accepted.is_some() {
            // One answer is taken; whoever took another one here has the last word.
            return Ok(Fate::Unchanged);
        }
        thread.accepted = Some(id);
        let at = Moment(found.at);
        if let Some(asker) = thread.author {
            self.plan.acted(asker, at);
        }
        self.plan.accepts.push(Accept { post, comment, at });
        self.report.created.accepted += 1;
        Ok(Fate::Planned)
    }

    pub(super) fn reaction(&mut self, found: &formats::Reaction) -> Result<Fate, Reason> {
        let Some(subject) = self.known.subjects.get(found.subject.as_str()).copied() else {
            return Err(Reason::UnknownThread { key: cut(found.subject.as_str()) });
        };
        let person = self.who(&found.person)?;
        let Some(word) = word(&found.sign) else {
            return Err(Reason::NotSupported { what: format!("sign {}", cut(&found.sign)) });
        };
        if self.plan.person(person).erased {
            return Ok(Fate::Unchanged);
        }
        match self.known.reactions.get(&(subject, person, word)) {
            Some(true) => return Ok(Fate::Unchanged),
            Some(false) => return Ok(Fate::Folded),
            None => {}
        }
        self.known.reactions.insert((subject, person, word), false);
        match subject {
            Subject::Post(at) => self.plan.posts[at as usize].reactions += 1,
            Subject::Comment(at) => self.plan.comments[at as usize].reactions += 1,
        }
        let at = Moment(found.at);
        self.plan.reactions.push(Reaction { subject, person, word, at });
        self.plan.acted(person, at);
        self.report.created.reactions += 1;
        Ok(Fate::Planned)
    }
}
