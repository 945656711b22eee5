//! Learning what the community has.

use super::{Department, Stage};
use crate::plan::{Comment, Place, Post, Somebody, Subject, WORDS, last};
use crate::{Kind, store};
use database::Conn;
use language::{ActorKind, Moment, PersonId, PersonState, Problems, Result, Role};
use std::collections::HashMap;

impl Stage<'_> {
    /// Reads everything that this kind of import can meet, from one state of the data.
    pub(super) fn learn(&mut self, conn: &mut Conn) -> Result<()> {
        if !store::has_community(conn)? {
            return Err(Problems::one("", crate::w::no_community(self.options.lang)));
        }
        let people = self.learn_people(conn)?;
        self.learn_departments(conn)?;
        match self.kind {
            Kind::Slack | Kind::StackExchange => {
                self.learn_groups(conn, &people)?;
                self.learn_talk(conn, &people)
            }
            Kind::Interactions => {
                let keys = store::keys(conn)?;
                self.known.contacts.learn_keys(keys);
                Ok(())
            }
            Kind::People | Kind::Headcount => Ok(()),
        }
    }

    fn learn_people(&mut self, conn: &mut Conn) -> Result<HashMap<PersonId, u32>> {
        let mut places = HashMap::new();
        for person in store::people(conn)? {
            self.plan.people.push(Somebody {
                id: person.id,
                pseudonym: person.pseudonym,
                kind: match (person.bot, person.team) {
                    (true, _) => ActorKind::Bot,
                    (false, true) => ActorKind::Staff,
                    (false, false) => ActorKind::Member,
                },
                department: person.department,
                joined: person.joined,
                first_act: None,
                erased: person.state == PersonState::Erased,
            });
            let at = last(&self.plan.people);
            places.insert(person.id, at);
            self.known.handles.insert(person.handle.clone());
            if let Some(address) = &person.email_key {
                self.known.addresses_taken.insert(address.clone());
                if proves_identity(&person) {
                    self.known.addresses.insert(address.clone(), at);
                }
            }
            self.learn_key(person.source_key.as_deref(), at);
            if self.kind == Kind::Interactions {
                self.known.contacts.learn_person(&person, at);
            }
            self.known.details.push(person);
        }
        for (key, id) in store::aliases(conn)? {
            if let Some(at) = places.get(&id) {
                self.learn_key(Some(&key), *at);
                if self.kind == Kind::Interactions {
                    self.known.contacts.learn_key(&key, *at);
                }
            }
        }
        Ok(places)
    }

    fn learn_key(&mut self, kept: Option<&str>, at: u32) {
        if let Some(key) = kept.and_then(|kept| kept.strip_prefix(&self.prefix)) {
            self.known.people.insert(key.to_owned(), at);
        }
    }

    fn learn_departments(&mut self, conn: &mut Conn) -> Result<()> {
        for known in store::departments(conn)? {
            let parent = known.parent.map_or(0, |parent| parent.0);
            let department =
                Department { id: known.id, path: known.path, headcount: known.headcount };
            self.known.departments.insert((parent, known.name_key), department);
        }
        Ok(())
    }

    fn learn_groups(&mut self, conn: &mut Conn, people: &HashMap<PersonId, u32>) -> Result<()> {
        let mut places = HashMap::new();
        for group in store::groups(conn)? {
            self.plan.groups.push(Place::new(group.id, group.access));
            let at = last(&self.plan.groups);
            places.insert(group.id, at);
            self.known.group_names.insert(group.name_key);
            self.known.slugs.insert(group.slug);
            if group.commons {
                self.known.commons = Some(at);
            }
            if let Some(key) =
                group.source_key.as_deref().and_then(|k| k.strip_prefix(&self.prefix))
            {
                self.known.groups.insert(key.to_owned(), at);
            }
        }
        if self.known.commons.is_none() {
            return Err(Problems::one("", crate::w::no_community(self.options.lang)));
        }
        for (group, person) in store::memberships(conn, &self.prefix)? {
            if let (Some(group), Some(person)) = (places.get(&group), people.get(&person)) {
                self.known.members.insert((*group, *person));
            }
        }
        Ok(())
    }

    fn learn_talk(&mut self, conn: &mut Conn, people: &HashMap<PersonId, u32>) -> Result<()> {
        let groups: HashMap<_, _> =
            self.plan.groups.iter().zip(0_u32..).map(|(g, at)| (g.id, at)).collect();
        for (topic, key) in store::topics(conn)? {
            self.plan.topics.push(topic);
            self.known.topics.insert(key, last(&self.plan.topics));
        }
        let mut posts = HashMap::new();
        for known in store::posts(conn, &self.prefix)? {
            let Some(group) = groups.get(&known.group) else { continue };
            self.plan.posts.push(Post {
                id: known.id,
                group: *group,
                author: known.author.and_then(|a| people.get(&a)).copied(),
                question: known.kind == "question",
                at: Moment(0),
                edited: None,
                closed: None,
                activity: Moment(0),
                score: None,
                comments: 0,
                reactions: 0,
                accepted: known.accepted,
                known: true,
                seen: false,
            });
            let at = last(&self.plan.posts);
            posts.insert(known.id.0, at);
            self.learn_subject(known.source_key, Subject::Post(at));
        }
        let mut comments = HashMap::new();
        for known in store::comments(conn, &self.prefix)? {
            let Some(post) = posts.get(&known.subject) else { continue };
            self.plan.comments.push(Comment {
                id: known.id,
                post: *post,
                parent: None,
                author: known.author.and_then(|a| people.get(&a)).copied(),
                at: Moment(0),
                edited: None,
                score: None,
                reactions: 0,
                known: true,
                seen: false,
            });
            let at = last(&self.plan.comments);
            comments.insert(known.id.0, at);
            self.learn_subject(known.source_key, Subject::Comment(at));
        }
        let (on_posts, on_comments) = store::reactions(conn, &self.prefix)?;
        let on_posts =
            on_posts.into_iter().map(|r| (posts.get(&r.subject).map(|at| Subject::Post(*at)), r));
        let on_comments = on_comments
            .into_iter()
            .map(|r| (comments.get(&r.subject).map(|at| Subject::Comment(*at)), r));
        for (subject, reaction) in on_posts.chain(on_comments) {
            let word = WORDS.into_iter().find(|word| *word == reaction.word);
            if let (Some(subject), Some(word), Some(person)) =
                (subject, word, people.get(&reaction.person))
            {
                self.known.reactions.insert((subject, *person, word), true);
            }
        }
        Ok(())
    }

    fn learn_subject(&mut self, kept: Option<String>, subject: Subject) {
        if let Some(key) = kept.as_deref().and_then(|kept| kept.strip_prefix(&self.prefix)) {
            self.known.subjects.insert(key.to_owned(), subject);
        }
    }
}

/// Whether a person's address tells who they are. An account that was made under an
/// address that nobody checked could be anybody's: it gets no history by mail address.
fn proves_identity(person: &store::KnownPerson) -> bool {
    person.email_verified
        || person.role == Role::Administrator
        || matches!(person.state, PersonState::Placeholder | PersonState::Invited)
}
