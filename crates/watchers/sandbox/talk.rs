//! What people say: posts, comments, answers that helped, reactions.

use crate::store::{Accepted, CommentRow, PostRow, PostTopicRow, ReactionRow, TopicRow};
use crate::town::{Item, Town, number, put, small};
use formats::{Accept, Comment, Key, Reaction, Thread, ThreadKind};
use language::{
    CommentId, Fact, Failure, Moment, PostId, Result, Subject, SubjectKind, TopicId, Verb,
};

/// The word of a sign: the simulator speaks in our own.
fn word(sign: &str) -> Result<&'static str> {
    match sign {
        "thanks" => Ok("thanks"),
        "agree" => Ok("agree"),
        "impressed" => Ok("impressed"),
        "help" => Ok("help"),
        "helped_me" => Ok("helped_me"),
        other => Err(Failure::fault("follow the simulator", format!("no word is called {other}"))),
    }
}

impl Town {
    /// Notes that somebody contributed.
    fn contributed(&mut self, person: u32, at: Moment, said: u32) -> Result<()> {
        let person = self.person_mut(person)?;
        person.contributed = Some(at);
        person.said += said;
        Ok(())
    }

    /// The fact under a post.
    fn under(&self, item: Item, fact: Fact) -> Result<Fact> {
        let thread = self.items.get(item.thread as usize).copied().flatten();
        let fact = Fact { thread_id: thread.map(|thread| thread.id), ..fact };
        self.within(item.group as usize, fact)
    }

    pub(crate) fn thread(&mut self, thread: Thread, at: Moment) -> Result<()> {
        let (place, author) = (number(&thread.key)?, self.author(&thread.author)?);
        let group = thread.group.as_ref().map_or(Ok(0), number)?;
        let id = PostId(self.new_id());
        let item = Item { id: id.0, author, thread: small(place), group: small(group) };
        put(&mut self.items, place, item);
        for topic in &thread.topics {
            let topic_id = self.topic(topic);
            self.chunk.post_topics.push(PostTopicRow { post_id: id, topic_id });
        }
        let kind = match thread.kind {
            ThreadKind::Question => "question",
            ThreadKind::Update => "update",
        };
        let row = PostRow {
            title: thread.title.unwrap_or_default(),
            body: thread.body,
            ..self.new_post(id, group, author, kind, at)?
        };
        self.chunk.posts.push(row);
        self.made.posts += 1;
        self.contributed(author, at, 1)?;
        let fact = self.fact(Verb::Post, at).about(id);
        let fact = self.by(author, self.under(item, fact)?)?;
        self.record(fact);
        Ok(())
    }

    /// A post without words yet, to which nobody answered or reacted: its counts are set
    /// at the end, with the others.
    pub(crate) fn new_post(
        &self,
        id: PostId,
        group: usize,
        author: u32,
        kind: &'static str,
        at: Moment,
    ) -> Result<PostRow> {
        Ok(PostRow {
            id,
            group_id: self.group(group)?.id,
            author_id: Some(self.person(author)?.id),
            author_name: None,
            kind,
            title: String::new(),
            body: String::new(),
            body_html: String::new(),
            sanitizer: text::SANITIZER_VERSION,
            state: "published",
            published_at: at,
            edited_at: None,
            activity_at: at,
            comments: 0,
            reactions: 0,
            accepted_comment_id: None,
            accepted_by: None,
            score: None,
            closed_at: None,
            source_key: None,
        })
    }

    fn topic(&mut self, name: &str) -> TopicId {
        let key = text::normal_key(name);
        if let Some(id) = self.topics.get(&key) {
            return *id;
        }
        let id = TopicId(self.new_id());
        let name = name.to_owned();
        self.chunk.topics.push(TopicRow { id, name, name_key: key.clone() });
        self.topics.insert(key, id);
        id
    }

    pub(crate) fn comment(&mut self, comment: Comment, at: Moment) -> Result<()> {
        let (place, author) = (number(&comment.key)?, self.author(&comment.author)?);
        let thread = self.item(&comment.thread)?;
        let parent = comment.parent.as_ref().map(|key| self.item(key)).transpose()?;
        let id = CommentId(self.new_id());
        let item = Item { id: id.0, author, ..thread };
        put(&mut self.items, place, item);
        let row = CommentRow {
            id,
            subject_kind: SubjectKind::Post,
            subject_id: thread.id,
            parent_id: parent.map(|parent| CommentId(parent.id)),
            author_id: Some(self.person(author)?.id),
            author_name: None,
            body: comment.body,
            body_html: String::new(),
            sanitizer: text::SANITIZER_VERSION,
            state: "published",
            published_at: at,
            edited_at: None,
            reactions: 0,
            score: None,
            source_key: None,
        };
        self.chunk.comments.push(row);
        self.made.comments += 1;
        self.contributed(author, at, 1)?;
        let fact = self.fact(Verb::Reply, at).about(id);
        let fact = self.by(author, self.under(item, fact)?)?;
        let fact = self.unless_self(author, parent.unwrap_or(thread).author, fact)?;
        self.record(fact);
        Ok(())
    }

    /// The fact done to somebody, unless they did it themselves.
    fn unless_self(&self, by: u32, to: u32, fact: Fact) -> Result<Fact> {
        if by == to { Ok(fact) } else { self.to(to, fact) }
    }

    pub(crate) fn accept(&mut self, accept: &Accept, at: Moment) -> Result<()> {
        let (thread, comment) = (self.item(&accept.thread)?, self.item(&accept.comment)?);
        let row = Accepted {
            post: PostId(thread.id),
            comment: CommentId(comment.id),
            by: self.person(thread.author)?.id,
        };
        let fact = self.fact(Verb::AcceptAnswer, at).about(row.comment);
        self.chunk.accepted.push(row);
        let fact = self.by(thread.author, self.under(thread, fact)?)?;
        let fact = self.to(comment.author, fact)?;
        self.record(fact);
        Ok(())
    }

    fn subject(key: &Key, item: Item) -> Subject {
        if key.as_str().starts_with('t') {
            PostId(item.id).into()
        } else {
            CommentId(item.id).into()
        }
    }

    pub(crate) fn reaction(&mut self, reaction: &Reaction, at: Moment) -> Result<()> {
        let (item, person) = (self.item(&reaction.subject)?, self.place(&reaction.person)?);
        let subject = Self::subject(&reaction.subject, item);
        let row = ReactionRow {
            subject_kind: subject.kind,
            subject_id: subject.id,
            person_id: self.person(person)?.id,
            word: word(&reaction.sign)?,
            created_at: at,
        };
        self.chunk.reactions.push(row);
        self.made.reactions += 1;
        self.contributed(person, at, 0)?;
        let fact = self.fact(Verb::React, at).about(subject);
        let fact = self.by(person, self.under(item, fact)?)?;
        let fact = self.unless_self(person, item.author, fact)?;
        self.record(fact);
        Ok(())
    }
}
