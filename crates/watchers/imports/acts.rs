//! The facts of imported history, at their own times and in the order of time.

use crate::plan::{Accept, Contact, Ix, Plan, Reaction, Subject};
use jiff::tz::TimeZone;
use language::{ActorKind, Fact, Moment, ObjectKind, Source, Verb, Visibility};

/// Something that somebody did: small, because there are as many as records.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Act {
    Joined(Ix),
    JoinGroup(Ix),
    Post(Ix),
    Reply(Ix),
    React(Ix),
    Accept(Ix),
    Contact(Ix),
}

/// Every act of the plan with its time, in the order in which the log gets them.
pub(crate) fn acts(plan: &Plan) -> Vec<(Moment, Act)> {
    let mut acts = Vec::new();
    for (person, at) in plan.people.iter().zip(0..) {
        if let (None, Some(first)) = (person.joined, person.first_act) {
            acts.push((first, Act::Joined(at)));
        }
    }
    acts.extend(plan.memberships.iter().zip(0..).map(|(m, at)| (m.at, Act::JoinGroup(at))));
    let posts = plan.posts.iter().zip(0..).filter(|(p, _)| !p.known);
    acts.extend(posts.map(|(p, at)| (p.at, Act::Post(at))));
    let comments = plan.comments.iter().zip(0..).filter(|(c, _)| !c.known);
    acts.extend(comments.map(|(c, at)| (c.at, Act::Reply(at))));
    acts.extend(plan.reactions.iter().zip(0..).map(|(r, at)| (r.at, Act::React(at))));
    acts.extend(plan.accepts.iter().zip(0..).map(|(a, at)| (a.at, Act::Accept(at))));
    acts.extend(plan.contacts.iter().zip(0..).map(|(c, at)| (c.at, Act::Contact(at))));
    // The kinds stand in the order in which one makes the next possible: a tie in
    // time keeps joining before posting before replying.
    acts.sort_unstable();
    acts
}

/// Makes facts of acts.
pub(crate) struct Facts<'a> {
    pub plan: &'a Plan,
    pub zone: &'a TimeZone,
}

impl Facts<'_> {
    /// The fact of an act.
    pub(crate) fn fact(&self, at: Moment, act: Act) -> Fact {
        let plan = self.plan;
        match act {
            Act::Joined(person) => self.by(Some(person), self.fact_of(Verb::Joined, at)),
            Act::JoinGroup(i) => {
                let membership = &plan.memberships[i as usize];
                let fact = self.inside(membership.group, self.fact_of(Verb::JoinGroup, at));
                self.by(Some(membership.person), fact)
            }
            Act::Post(i) => {
                let post = &plan.posts[i as usize];
                let fact = self.inside(post.group, self.fact_of(Verb::Post, at)).about(post.id);
                self.by(post.author, Fact { thread_id: Some(post.id.0), ..fact })
            }
            Act::Reply(i) => {
                let comment = &plan.comments[i as usize];
                let answered = match comment.parent {
                    Some(parent) => plan.comments[parent as usize].author,
                    None => plan.posts[comment.post as usize].author,
                };
                let fact =
                    self.under(comment.post, self.fact_of(Verb::Reply, at)).about(comment.id);
                self.by(comment.author, self.to(answered, fact))
            }
            Act::React(i) => self.reacted(&plan.reactions[i as usize]),
            Act::Accept(i) => self.accepted(&plan.accepts[i as usize]),
            Act::Contact(i) => self.contact(&plan.contacts[i as usize]),
        }
    }

    fn reacted(&self, reaction: &Reaction) -> Fact {
        let fact = self.fact_of(Verb::React, reaction.at);
        let (post, author, fact) = match reaction.subject {
            Subject::Post(at) => {
                let post = &self.plan.posts[at as usize];
                (at, post.author, fact.about(post.id))
            }
            Subject::Comment(at) => {
                let comment = &self.plan.comments[at as usize];
                (comment.post, comment.author, fact.about(comment.id))
            }
        };
        self.by(Some(reaction.person), self.to(author, self.under(post, fact)))
    }

    fn accepted(&self, accept: &Accept) -> Fact {
        let comment = &self.plan.comments[accept.comment as usize];
        let fact =
            self.under(accept.post, self.fact_of(Verb::AcceptAnswer, accept.at)).about(comment.id);
        self.by(self.plan.posts[accept.post as usize].author, self.to(comment.author, fact))
    }

    fn contact(&self, contact: &Contact) -> Fact {
        let fact = Fact {
            object_kind: ObjectKind::Interaction,
            object_id: contact.key,
            thread_id: contact.thread,
            visibility: Visibility::Private,
            ..self.fact_of(Verb::Contact, contact.at)
        };
        self.by(Some(contact.from), self.to(Some(contact.to), fact))
    }

    fn fact_of(&self, verb: Verb, at: Moment) -> Fact {
        Fact { source: Source::Import, ..Fact::new(verb, at, at.day(self.zone)) }
    }

    /// The fact in a group.
    fn inside(&self, group: Ix, fact: Fact) -> Fact {
        let group = &self.plan.groups[group as usize];
        Fact {
            object_kind: ObjectKind::Group,
            object_id: group.id.0,
            group_id: Some(group.id),
            visibility: group.visibility,
            ..fact
        }
    }

    /// The fact in a thread.
    fn under(&self, post: Ix, fact: Fact) -> Fact {
        let post = &self.plan.posts[post as usize];
        let group = &self.plan.groups[post.group as usize];
        Fact {
            thread_id: Some(post.id.0),
            group_id: Some(group.id),
            visibility: group.visibility,
            ..fact
        }
    }

    /// The fact done by somebody; none had an account once, and is counted as nobody in particular.
    fn by(&self, person: Option<Ix>, fact: Fact) -> Fact {
        let Some(person) = person else { return Fact { actor_kind: ActorKind::Guest, ..fact } };
        let person = self.plan.person(person);
        let joined = person.joined.or(person.first_act).filter(|joined| *joined <= fact.at);
        Fact {
            actor: person.pseudonym,
            actor_kind: person.kind,
            dept_at: person.department,
            tenure_days: joined
                .map(|j| i32::try_from(fact.at.since(j) / Moment::DAY).unwrap_or(i32::MAX)),
            ..fact
        }
    }

    /// The fact done to somebody.
    fn to(&self, person: Option<Ix>, fact: Fact) -> Fact {
        let Some(person) = person else { return fact };
        let person = self.plan.person(person);
        Fact { target: person.pseudonym, target_dept_at: person.department, ..fact }
    }
}
