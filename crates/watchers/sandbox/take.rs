//! What happens with people and groups.

use crate::names;
use crate::store::{ActiveDayRow, DepartmentRow, GroupRow, MembershipRow, PersonRow, PseudonymRow};
use crate::town::{Group, Somebody, Town, number, put};
use formats::{Headcount, Key, Membership, Person, Record};
use language::{
    ActorKind, Audience, DepartmentId, GroupAccess, GroupId, MembershipState, Moment, ObjectKind,
    PersonId, PersonState, Pseudonym, Result, Role, Verb, Visibility,
};
use practice::{Access, Happening, What};

impl Town {
    /// Makes the group of everybody.
    pub(crate) fn make_commons(&mut self, at: Moment) {
        let row = self.group_row("Iedereen", "", at);
        self.open_group(0, GroupRow { commons: true, ..row });
    }

    /// Makes rows and facts of a happening.
    pub(crate) fn take(&mut self, happening: Happening) -> Result<()> {
        let at = Moment(happening.at);
        self.close_actions(at)?;
        match happening.what {
            What::Record(record) => self.record_of(*record, at),
            What::Access { group, access } => self.access(&group, access),
            What::Invited { person } => self.invited(&person, at),
            What::Joined { person } => self.joined(&person, at),
            What::Left { person } => self.left(&person, at),
            What::StaffMarked { person } => self.staff(&person, at),
            What::Role { person, role } => self.role(&person, role, at),
            What::Session { person } => self.session(&person, at),
            What::Action(action) => self.action(&action, at),
            What::Arm { action, person, held, propensity } => {
                self.arm((&action, &person), held, propensity, at)
            }
            What::Answer(answer) => self.answer(*answer, at),
        }
    }

    fn record_of(&mut self, record: Record, at: Moment) -> Result<()> {
        match record {
            Record::Headcount(headcount) => {
                self.headcount(&headcount, at);
                Ok(())
            }
            Record::Person(person) => self.somebody(person, at),
            Record::Group(group) => {
                self.finish_group(GroupAccess::Open);
                let row = self.group_row(&group.name, group.purpose.as_deref().unwrap_or(""), at);
                self.unfinished_group = Some((number(&group.key)?, row));
                Ok(())
            }
            Record::Membership(membership) => self.enters(&membership, at),
            Record::Thread(thread) => self.thread(thread, at),
            Record::Comment(comment) => self.comment(comment, at),
            Record::Accept(accept) => self.accept(&accept, at),
            Record::Reaction(reaction) => self.reaction(&reaction, at),
            // The simulator gives none.
            Record::Interaction(_) => Ok(()),
        }
    }

    /// The department of a path, made with those above it where it is new.
    pub(crate) fn department(&mut self, path: &[String], at: Moment) -> Option<DepartmentId> {
        let mut above = None;
        let mut whole = String::new();
        for name in path {
            if !whole.is_empty() {
                whole.push_str(" / ");
            }
            whole.push_str(name);
            let id = match self.departments.get(&whole) {
                Some(id) => *id,
                None => {
                    let id = DepartmentId(self.new_id());
                    self.departments.insert(whole.clone(), id);
                    self.chunk.departments.push(DepartmentRow {
                        id,
                        parent_id: above,
                        name: name.clone(),
                        name_key: text::normal_key(name),
                        path: whole.clone(),
                        headcount: None,
                        created_at: at,
                    });
                    id
                }
            };
            above = Some(id);
        }
        above
    }

    /// The simulator counts the lowest departments, so that those above add up. It tells
    /// before anything else: all rows still wait.
    fn headcount(&mut self, headcount: &Headcount, at: Moment) {
        let mut next = self.department(&headcount.department, at);
        let count = i32::try_from(headcount.count).unwrap_or(i32::MAX);
        while let Some(id) = next {
            let Some(row) = self.chunk.departments.iter_mut().find(|row| row.id == id) else {
                return;
            };
            row.headcount = Some(row.headcount.unwrap_or(0).saturating_add(count));
            next = row.parent_id;
        }
    }

    fn somebody(&mut self, person: Person, at: Moment) -> Result<()> {
        let place = number(&person.key)?;
        let id = PersonId(self.new_id());
        let drawn = self.environment.random().number();
        let pseudonym = Pseudonym(i64::from_le_bytes(drawn.to_le_bytes()) & i64::MAX);
        let department = self.department(&person.department, at);
        let email = person.email.as_deref().and_then(|email| text::Email::parse(email).ok());
        let audience = person
            .audience
            .and_then(|audience| Audience::from_name(audience.code()))
            .unwrap_or(Audience::Employee);
        let somebody = Somebody {
            id,
            pseudonym,
            department,
            audience,
            kind: ActorKind::Member,
            role: Role::Member,
            state: PersonState::Placeholder,
            joined: None,
            contributed: None,
            said: 0,
            asked: false,
        };
        self.chunk.people.push(PersonRow {
            id,
            name_key: text::normal_key(&person.name),
            handle: names::handle(&person.name, &mut self.handles),
            email: email.as_ref().map(|email| email.as_str().to_owned()),
            email_key: email.as_ref().map(|email| email.key().to_owned()),
            department_id: department,
            audience,
            role: somebody.role,
            state: somebody.state,
            bot: person.bot,
            about: person.about.unwrap_or_default(),
            started_at: person.started.map(Moment),
            joined_at: None,
            source_key: None,
            created_at: at,
            name: person.name,
        });
        self.chunk.pseudonyms.push(PseudonymRow { person_id: id, pseudonym });
        put(&mut self.people, place, somebody);
        self.made.people += 1;
        Ok(())
    }

    fn group_row(&mut self, name: &str, purpose: &str, at: Moment) -> GroupRow {
        GroupRow {
            id: GroupId(self.new_id()),
            name: name.to_owned(),
            name_key: text::normal_key(name),
            slug: names::slug(name, &mut self.slugs),
            purpose: purpose.to_owned(),
            access: GroupAccess::Open,
            commons: false,
            source_key: None,
            created_at: at,
            archived_at: None,
        }
    }

    fn access(&mut self, group: &Key, access: Access) -> Result<()> {
        let access = match access {
            Access::Open => GroupAccess::Open,
            Access::Closed => GroupAccess::Closed,
            Access::Secret => GroupAccess::Secret,
        };
        let waiting = self.unfinished_group.as_ref().map(|(place, _)| *place);
        if waiting == Some(number(group)?) {
            self.finish_group(access);
            return Ok(());
        }
        Err(crate::town::unknown(group))
    }

    fn finish_group(&mut self, access: GroupAccess) {
        if let Some((place, row)) = self.unfinished_group.take() {
            self.open_group(place, GroupRow { access, ..row });
        }
    }

    fn open_group(&mut self, place: usize, row: GroupRow) {
        let visibility = match row.access {
            GroupAccess::Open => Visibility::Everyone,
            GroupAccess::Closed => Visibility::Group,
            GroupAccess::Secret => Visibility::Secret,
        };
        put(&mut self.groups, place, Group { id: row.id, visibility });
        self.chunk.groups.push(row);
        self.made.groups += 1;
    }

    fn member(&mut self, group: usize, person: u32, since: Moment) -> Result<()> {
        let (group_id, person) = (self.group(group)?.id, self.person(person)?);
        let row = MembershipRow {
            group_id,
            person_id: person.id,
            state: MembershipState::Active,
            moderates: person.kind == ActorKind::Staff,
            since,
        };
        self.chunk.memberships.push(row);
        Ok(())
    }

    fn enters(&mut self, membership: &Membership, at: Moment) -> Result<()> {
        let (group, person) = (number(&membership.group)?, self.place(&membership.person)?);
        self.member(group, person, at)?;
        let mut fact = self.fact(Verb::JoinGroup, at);
        fact.object_kind = ObjectKind::Group;
        fact.object_id = self.group(group)?.id.0;
        let fact = self.by(person, self.within(group, fact)?)?;
        self.record(fact);
        Ok(())
    }

    /// A fact about somebody, by the manager as soon as there is one.
    fn done_to(&mut self, person: u32, verb: Verb, at: Moment) -> Result<()> {
        let mut fact = self.fact(verb, at);
        fact.object_kind = ObjectKind::Person;
        if let Some(manager) = self.manager {
            fact = self.by(manager, fact)?;
        }
        let fact = self.to(person, fact)?;
        self.record(fact);
        Ok(())
    }

    fn invited(&mut self, person: &Key, at: Moment) -> Result<()> {
        let place = self.place(person)?;
        let person = self.person_mut(place)?;
        if person.state == PersonState::Placeholder {
            person.state = PersonState::Invited;
        }
        self.done_to(place, Verb::Invited, at)
    }

    fn joined(&mut self, person: &Key, at: Moment) -> Result<()> {
        let place = self.place(person)?;
        let person = self.person_mut(place)?;
        person.state = PersonState::Active;
        person.joined = Some(at);
        self.member(0, place, at)?;
        self.community_fact(place, Verb::Joined, at)
    }

    /// Who left may not enter any more; what they said stays.
    fn left(&mut self, person: &Key, at: Moment) -> Result<()> {
        let place = self.place(person)?;
        let person = self.person_mut(place)?;
        person.state = PersonState::Suspended;
        person.audience = Audience::Alumnus;
        self.community_fact(place, Verb::Left, at)
    }

    fn community_fact(&mut self, person: u32, verb: Verb, at: Moment) -> Result<()> {
        let mut fact = self.fact(verb, at);
        fact.object_kind = ObjectKind::Community;
        let fact = self.by(person, fact)?;
        self.record(fact);
        Ok(())
    }

    fn staff(&mut self, person: &Key, at: Moment) -> Result<()> {
        let place = self.place(person)?;
        self.person_mut(place)?.kind = ActorKind::Staff;
        self.done_to(place, Verb::PersonChange, at)
    }

    fn role(&mut self, person: &Key, role: practice::Role, at: Moment) -> Result<()> {
        let place = self.place(person)?;
        self.person_mut(place)?.role = match role {
            practice::Role::Moderator => Role::Moderator,
            // Whoever begins a community also runs the program.
            practice::Role::Manager if self.manager.is_none() => Role::Administrator,
            practice::Role::Manager => Role::Manager,
        };
        if role == practice::Role::Manager {
            self.manager.get_or_insert(place);
        }
        self.done_to(place, Verb::PersonChange, at)
    }

    fn session(&mut self, person: &Key, at: Moment) -> Result<()> {
        let place = self.place(person)?;
        let fact = self.fact(Verb::Session, at);
        let fact = self.by(place, fact)?;
        let person_id = self.person(place)?.id;
        self.chunk.active_days.push(ActiveDayRow { person_id, day: fact.day });
        self.record(fact);
        Ok(())
    }
}
