//! People and departments.

use super::{Department, Fate, Stage, cut};
use crate::names::{first, handle, storable};
use crate::plan::{Ix, Somebody, last};
use crate::store::{AliasRow, DepartmentRow, PersonChange, PersonRow};
use crate::{Kind, w};
use formats::{Field, Person, Reason};
use language::{ActorKind, Audience, DepartmentId, Moment, PersonId, PersonState, Pseudonym, Role};
use text::Email;

/// The longest name of a department, in characters.
const DEPARTMENT: usize = 120;
/// The longest path of a department, in characters.
const PATH: usize = 1_000;
/// The longest text about somebody, in characters; what is longer is cut.
const ABOUT: usize = 4_000;

impl Stage<'_> {
    pub(super) fn person(&mut self, mut person: Person) -> Result<Fate, Reason> {
        let key = person.key.0.clone();
        person.name = storable(person.name);
        if text::normal_key(&person.name).is_empty() {
            return Err(Reason::MissingField { field: Field::Name });
        }
        let email = self.address(&person)?;
        if self.people_here.contains_key(&key) {
            return Err(Reason::DuplicateKey { key: cut(&key) });
        }
        if let Some(email) = &email
            && self.addresses_here.contains(email.key())
        {
            return Err(Reason::DuplicateKey { key: cut(email.key()) });
        }
        let by_key = self.known.people.get(&key).copied();
        let by_address = email.as_ref().and_then(|e| self.known.addresses.get(e.key())).copied();
        let found = by_key.or(by_address);
        if let Some(at) = found
            && self.people_touched.contains(&at)
        {
            // Two rows that are one person here.
            return Err(Reason::DuplicateKey { key: cut(&key) });
        }
        let department = self.department(&person.department)?;
        if let Some(email) = &email {
            self.addresses_here.insert(email.key().to_owned());
        }
        match found {
            Some(at) => {
                self.people_touched.insert(at);
                self.people_here.insert(key.clone(), at);
                Ok(self.meet(at, &person, &key, email, department))
            }
            None => {
                let at = self.add(person, email, department);
                self.people_here.insert(key, at);
                Ok(Fate::Planned)
            }
        }
    }

    /// The address, when it is one. In a table of people a wrong one refuses the row; in
    /// other sources somebody's words count for more than their address.
    fn address(&self, person: &Person) -> Result<Option<Email>, Reason> {
        match person.email.as_deref().map(Email::parse) {
            None => Ok(None),
            Some(Ok(email)) => Ok(Some(email)),
            Some(Err(_)) if self.kind != Kind::People => Ok(None),
            Some(Err(_)) => {
                Err(Reason::NotAnAddress { text: cut(person.email.as_deref().unwrap_or_default()) })
            }
        }
    }

    /// Makes somebody new, and gives their place.
    fn add(
        &mut self,
        person: Person,
        email: Option<Email>,
        department: Option<DepartmentId>,
    ) -> Ix {
        // An address that an unproven account holds stays there.
        let email = email.filter(|e| self.known.addresses_taken.insert(e.key().to_owned()));
        let id = PersonId(self.new_id());
        let kept = self.kept(person.key.as_str());
        let name = person.name;
        self.plan.people.push(Somebody {
            id,
            pseudonym: Some(self.pseudonym()),
            kind: if person.bot { ActorKind::Bot } else { ActorKind::Member },
            department,
            joined: None,
            first_act: None,
            erased: false,
        });
        self.plan.new_people.push(PersonRow {
            id,
            name_key: first(&text::normal_key(&name), 400).to_owned(),
            handle: handle(&name, &mut self.known.handles),
            name,
            email: email.as_ref().map(|e| e.as_str().to_owned()),
            email_key: email.as_ref().map(|e| e.key().to_owned()),
            department_id: department,
            audience: person.audience.map_or(Audience::Employee, audience),
            role: Role::Member,
            state: PersonState::Placeholder,
            bot: person.bot,
            about: first(&storable(person.about.unwrap_or_default()), ABOUT).to_owned(),
            started_at: person.started.map(Moment),
            joined_at: None,
            source_key: Some(kept),
            created_at: self.now,
        });
        self.report.created.members += 1;
        last(&self.plan.people)
    }

    /// Makes a member of somebody of whom only a key or address is known.
    pub(super) fn add_unknown(&mut self, text: &str) -> Ix {
        let email = Email::parse(text).ok();
        let name = storable(first(text, formats::NAME_MAX).to_owned());
        let key = formats::Key::new(first(text, formats::KEY_MAX));
        let person = Person {
            key,
            name,
            email: None,
            department: Vec::new(),
            audience: None,
            started: None,
            about: None,
            bot: false,
        };
        self.add(person, email, None)
    }

    /// Not derived from the person: erasing the link leaves nothing.
    fn pseudonym(&self) -> Pseudonym {
        let number = self.database.environment().random().number();
        Pseudonym(i64::from_le_bytes(number.to_le_bytes()) & i64::MAX)
    }

    /// Compares somebody who is known with what the source says.
    fn meet(
        &mut self,
        at: Ix,
        person: &Person,
        key: &str,
        email: Option<Email>,
        department: Option<DepartmentId>,
    ) -> Fate {
        let Some(known) = self.known.details.get(at as usize) else { return Fate::Unchanged };
        if known.state == PersonState::Erased {
            return Fate::Unchanged;
        }
        let mut change = PersonChange::default();
        let mut linked = false;
        if !self.known.people.contains_key(key) {
            linked = true;
            let kept = self.kept(key);
            if known.source_key.is_none() {
                change.source_key = Some(kept);
            } else {
                self.plan.new_aliases.push(AliasRow { source_key: kept, person_id: known.id });
            }
        }
        // Only a table of people is the organisation's own word on who is what.
        if self.kind == Kind::People {
            let claimed = !matches!(known.state, PersonState::Placeholder | PersonState::Invited);
            change.department_id = department.filter(|d| known.department != Some(*d));
            change.audience = person.audience.map(audience).filter(|a| *a != known.audience);
            change.started_at = person.started.map(Moment).filter(|s| known.started != Some(*s));
            // Who has an account chose name and address there.
            if !claimed && person.name != known.name {
                let name = person.name.clone();
                change.name_key = Some(first(&text::normal_key(&name), 400).to_owned());
                change.name = Some(name);
            }
            let other = email.filter(|e| !claimed && known.email_key.as_deref() != Some(e.key()));
            if let Some(email) =
                other.filter(|e| self.known.addresses_taken.insert(e.key().to_owned()))
            {
                change.email = Some(email.as_str().to_owned());
                change.email_key = Some(email.key().to_owned());
            }
        }
        let was = (known.name.clone(), known.email_key.clone(), known.audience, known.department);
        self.show_change(was, &change);
        if let Some(department) = change.department_id
            && let Some(somebody) = self.plan.people.get_mut(at as usize)
        {
            somebody.department = Some(department);
        }
        if change.is_some() {
            self.plan.person_changes.push((at, change));
            Fate::Updated
        } else if linked {
            Fate::Updated
        } else {
            Fate::Unchanged
        }
    }

    /// Lists what changes of somebody, for who looks before publishing.
    fn show_change(
        &mut self,
        was: (String, Option<String>, Audience, Option<DepartmentId>),
        change: &PersonChange,
    ) {
        let lang = self.options.lang;
        let (who, email, old_audience, old_department) = was;
        if self.report.changes.len() >= crate::MOST_CHANGES {
            return;
        }
        if let Some(name) = &change.name {
            self.report.change(&who, w::field_name(lang), who.clone(), name.clone());
        }
        if let Some(new) = &change.email {
            self.report.change(&who, w::field_email(lang), email.unwrap_or_default(), new.clone());
        }
        if let Some(new) = change.department_id {
            let was = old_department.map_or_else(String::new, |old| self.path(old));
            let becomes = self.path(new);
            self.report.change(&who, w::field_department(lang), was, becomes);
        }
        if let Some(new) = change.audience {
            let (was, becomes) = (audience_name(old_audience, lang), audience_name(new, lang));
            self.report.change(&who, w::field_audience(lang), was.to_owned(), becomes.to_owned());
        }
    }

    fn path(&self, id: DepartmentId) -> String {
        self.known
            .departments
            .values()
            .find(|d| d.id == id)
            .map_or_else(String::new, |d| d.path.clone())
    }

    /// The department of a path, made where it is new; none for an empty path.
    fn department(&mut self, path: &[String]) -> Result<Option<DepartmentId>, Reason> {
        let steps: Vec<String> = path.iter().map(|step| storable(step.trim().to_owned())).collect();
        let length: usize = steps.iter().map(|step| step.chars().count() + 3).sum();
        let too_long =
            |max: usize| Err(Reason::TooLong { field: Field::Department, max: max as u64 });
        if steps.iter().any(|step| step.chars().count() > DEPARTMENT) {
            return too_long(DEPARTMENT);
        }
        if length > PATH {
            return too_long(PATH);
        }
        let mut found: Option<Department> = None;
        for name in steps {
            let name_key = first(&text::normal_key(&name), 240).to_owned();
            if name_key.is_empty() {
                continue;
            }
            let parent = found.as_ref().map(|d| d.id);
            let place = (parent.map_or(0, |p| p.0), name_key);
            if let Some(known) = self.known.departments.get(&place) {
                found = Some(known.clone());
                continue;
            }
            let path =
                found.map_or_else(|| name.clone(), |above| format!("{} / {name}", above.path));
            let new =
                Department { id: DepartmentId(self.new_id()), path: path.clone(), headcount: None };
            self.plan.new_departments.push(DepartmentRow {
                id: new.id,
                parent_id: parent,
                name,
                name_key: place.1.clone(),
                path,
                headcount: None,
                created_at: self.now,
            });
            self.report.created.departments += 1;
            self.known.departments.insert(place, new.clone());
            found = Some(new);
        }
        Ok(found.map(|d| d.id))
    }

    pub(super) fn headcount(&mut self, headcount: &formats::Headcount) -> Result<Fate, Reason> {
        let count = i32::try_from(headcount.count).map_err(|_| Reason::NotANumber {
            field: Field::Count,
            text: headcount.count.to_string(),
        })?;
        let before = self.report.created.departments;
        let Some(id) = self.department(&headcount.department)? else {
            return Err(Reason::MissingField { field: Field::Department });
        };
        let is_new = self.report.created.departments > before;
        let Some(department) = self.known.departments.values_mut().find(|d| d.id == id) else {
            return Ok(Fate::Unchanged);
        };
        if department.headcount == Some(count) {
            return Ok(Fate::Unchanged);
        }
        let (path, was) = (department.path.clone(), department.headcount);
        department.headcount = Some(count);
        if !is_new {
            let was =
                was.map_or_else(String::new, |was| words::number(self.options.lang, was.into()));
            let becomes = words::number(self.options.lang, count.into());
            self.report.change(&path, w::field_count(self.options.lang), was, becomes);
        }
        self.plan.headcounts.push((id, count));
        Ok(if is_new { Fate::Planned } else { Fate::Updated })
    }
}

impl PersonChange {
    fn is_some(&self) -> bool {
        self.name.is_some()
            || self.email.is_some()
            || self.department_id.is_some()
            || self.audience.is_some()
            || self.started_at.is_some()
            || self.source_key.is_some()
    }
}

fn audience(audience: formats::Audience) -> Audience {
    // Both sides use the same names.
    Audience::from_name(audience.code()).unwrap_or(Audience::Employee)
}

/// What people call an audience.
fn audience_name(audience: Audience, lang: words::Lang) -> &'static str {
    match audience {
        Audience::Employee => w::audience_employee(lang),
        Audience::Customer => w::audience_customer(lang),
        Audience::Alumnus => w::audience_alumnus(lang),
        Audience::Candidate => w::audience_candidate(lang),
        Audience::Supplier => w::audience_supplier(lang),
        Audience::Neighbour => w::audience_neighbour(lang),
    }
}
