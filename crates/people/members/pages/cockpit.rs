//! People, for who runs the community.

use super::directory::{Choice, choices, named, neighbours, turn, with_all_below};
use super::escaped;
use super::profile::role_name;
use crate::permits::MayRank;
use crate::standing::{self, may_act_on, may_give};
use crate::store::{self, Filter, Person, Row};
use crate::w;
use askama::Template;
use language::{
    Audience, DepartmentId, Failure, PersonId, PersonState, Problems, Refusal, Result, Role,
};
use oversight::Purpose;
use web::{Face, Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/cockpit_people.html")]
struct List<'a> {
    lang: Lang,
    count: i64,
    query: &'a str,
    departments: Vec<Choice>,
    states: Vec<Named>,
    roles: Vec<Named>,
    people: Vec<Line>,
    earlier: Option<String>,
    later: Option<String>,
}

/// A choice with a stored name.
struct Named {
    name: &'static str,
    label: &'static str,
    chosen: bool,
}

struct Line {
    id: i64,
    face: Face,
    name: String,
    about: String,
    role: Option<&'static str>,
    team: bool,
    state: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "templates/cockpit_person.html")]
struct Page<'a> {
    lang: Lang,
    problems: &'a Problems,
    notice: &'a str,
    person: &'a Person,
    face: Face,
    state: &'static str,
    departments: Vec<Choice>,
    roles: Vec<Named>,
    audiences: Vec<Named>,
    /// Whether the visitor may act on this person at all.
    may: bool,
    may_suspend: bool,
    suspended: bool,
    may_code: bool,
}

/// What a state is called.
fn state_name(state: PersonState, lang: Lang) -> &'static str {
    match state {
        PersonState::Placeholder => w::state_placeholder(lang),
        PersonState::Invited => w::state_invited(lang),
        PersonState::Active => w::state_active(lang),
        PersonState::Suspended => w::state_suspended(lang),
        PersonState::Erased => w::state_erased(lang),
    }
}

fn audience_name(audience: Audience, lang: Lang) -> &'static str {
    match audience {
        Audience::Employee => w::audience_employee(lang),
        Audience::Customer => w::audience_customer(lang),
        Audience::Alumnus => w::audience_alumnus(lang),
        Audience::Candidate => w::audience_candidate(lang),
        Audience::Supplier => w::audience_supplier(lang),
        Audience::Neighbour => w::audience_neighbour(lang),
    }
}

fn any_role_name(role: Role, lang: Lang) -> &'static str {
    role_name(role, lang).unwrap_or_else(|| w::role_member(lang))
}

/// The states that a list can be asked for: whoever was erased is in none.
const STATES: &[PersonState] =
    &[PersonState::Active, PersonState::Invited, PersonState::Placeholder, PersonState::Suspended];

pub(super) fn list(request: &Request) -> Result<Reply> {
    MayRank::of(request.visitor()?)?;
    let lang = request.lang;
    let asked = &request.query;
    let query: String = asked.text("q").chars().take(100).collect();
    let query = query.as_str();
    let key = text::normal_key(query);
    let department: Option<DepartmentId> = asked.parsed("department")?;
    let state = PersonState::from_name(asked.text("state")).filter(|s| STATES.contains(s));
    let role = Role::from_name(asked.text("role"));
    let turn = turn(request)?;
    let (departments, count, people, more) = request.house.database.snapshot(|conn| {
        let departments = store::departments(conn)?;
        let filter = Filter {
            named_departments: named(&departments, &key),
            name_key: key.clone(),
            departments: department.map(|id| with_all_below(&departments, id)),
            states: state.map_or_else(|| STATES.to_vec(), |state| vec![state]),
            role,
        };
        let count = store::count(conn, &filter)?;
        let (people, more) = store::list(conn, &filter, turn)?;
        Ok((departments, count, people, more))
    })?;
    let seen: Vec<PersonId> = people.iter().map(|row| row.id).collect();
    oversight::looked(request, Purpose::People, &seen);
    let mut rest = String::new();
    for (name, value) in [
        ("q", escaped(query)),
        ("department", department.map_or(String::new(), |id| id.to_string())),
        ("state", state.map_or("", PersonState::name).to_owned()),
        ("role", role.map_or("", Role::name).to_owned()),
    ] {
        if !value.is_empty() {
            rest.push_str(&format!("{name}={value}&"));
        }
    }
    let (earlier, later) = neighbours(&people, more, turn, "/cockpit/people", &rest);
    let body = List {
        lang,
        count,
        query,
        departments: choices(&departments, department),
        states: STATES
            .iter()
            .map(|s| Named {
                name: s.name(),
                label: state_name(*s, lang),
                chosen: state == Some(*s),
            })
            .collect(),
        roles: Role::ALL
            .iter()
            .map(|r| Named {
                name: r.name(),
                label: any_role_name(*r, lang),
                chosen: role == Some(*r),
            })
            .collect(),
        people: people.into_iter().map(|row| line(row, lang)).collect(),
        earlier,
        later,
    };
    request.page(w::cockpit_people_title(lang), Place::Cockpit, &body)
}

fn line(row: Row, lang: Lang) -> Line {
    let about: Vec<String> = [row.department, row.email].into_iter().flatten().collect();
    Line {
        id: row.id.0,
        face: Face::of(row.id, &row.name, row.picture),
        name: row.name,
        about: about.join(" · "),
        role: role_name(row.role, lang),
        team: row.team,
        state: (row.state != PersonState::Active).then(|| state_name(row.state, lang)),
    }
}

fn page(request: &Request, problems: &Problems) -> Result<Reply> {
    let lang = request.lang;
    let visitor = request.visitor()?;
    MayRank::of(visitor)?;
    let id: PersonId = request.param("id")?;
    let (person, departments) = request.house.database.snapshot(|conn| {
        let person = store::by_id(conn, id)?
            .filter(|person| person.state != PersonState::Erased)
            .ok_or(Refusal::NotFound)?;
        Ok((person, store::departments(conn)?))
    })?;
    oversight::looked(request, Purpose::Account, &[person.id]);
    let may = may_act_on(visitor.role, person.role);
    let roles = Role::ALL
        .iter()
        .filter(|role| may_give(visitor.role, person.role, **role) || **role == person.role)
        .map(|r| Named {
            name: r.name(),
            label: any_role_name(*r, lang),
            chosen: person.role == *r,
        })
        .collect();
    let audiences = Audience::ALL
        .iter()
        .map(|a| Named {
            name: a.name(),
            label: audience_name(*a, lang),
            chosen: person.audience == *a,
        })
        .collect();
    let without_account = matches!(person.state, PersonState::Placeholder | PersonState::Invited);
    let body = Page {
        lang,
        problems,
        notice: if request.query.has("saved") { w::saved(lang) } else { "" },
        face: Face::of(person.id, &person.name, person.picture),
        state: state_name(person.state, lang),
        departments: choices(&departments, person.department_id),
        roles,
        audiences,
        may,
        may_suspend: may && person.state == PersonState::Active && person.id != visitor.id,
        suspended: may && person.state == PersonState::Suspended,
        may_code: may && without_account,
        person: &person,
    };
    request.page(&person.name, Place::Cockpit, &body)
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    page(request, &Problems::none())
}

/// Back to the person, or the page with why it was not done.
fn after(request: &Request, done: Result<()>, id: PersonId) -> Result<Reply> {
    match done {
        Ok(()) => Ok(Reply::to(format!("/cockpit/people/{id}?saved"))),
        Err(Failure::Refusal(Refusal::Conflict)) => {
            let mut problems = Problems::none();
            problems.add("role", w::last_administrator(request.lang));
            Ok(page(request, &problems)?.to_be_mended())
        }
        Err(other) => Err(other),
    }
}

pub(super) fn change(request: &Request) -> Result<Reply> {
    let permit = MayRank::of(request.visitor()?)?;
    let id: PersonId = request.param("id")?;
    let form = request.form.only(&[
        "role",
        "department",
        "audience",
        "was_role",
        "was_department",
        "was_audience",
    ])?;
    // What was left as it stood is not set again: somebody else may have changed it since.
    let touched = |field: &str, was: &str| !form.has(was) || form.raw(field) != form.raw(was);
    let role = Role::from_name(form.text("role")).ok_or(Refusal::NotFound)?;
    let audience = Audience::from_name(form.text("audience")).ok_or(Refusal::NotFound)?;
    let department: Option<DepartmentId> = form.parsed("department")?;
    let done = request.house.database.write(|tx| {
        // The role last: who gives away their own rank has no say after that.
        if touched("department", "was_department") {
            standing::set_department(tx, &permit, id, department)?;
        }
        if touched("audience", "was_audience") {
            standing::set_audience(tx, &permit, id, audience)?;
        }
        if touched("role", "was_role") {
            standing::set_role(tx, &permit, id, role)?;
        }
        Ok(())
    });
    after(request, done, id)
}

pub(super) fn suspend(request: &Request) -> Result<Reply> {
    let permit = MayRank::of(request.visitor()?)?;
    request.form.only(&[])?;
    let id: PersonId = request.param("id")?;
    let done = request.house.database.write(|tx| standing::suspend(tx, &permit, id));
    after(request, done, id)
}

pub(super) fn restore(request: &Request) -> Result<Reply> {
    let permit = MayRank::of(request.visitor()?)?;
    request.form.only(&[])?;
    let id: PersonId = request.param("id")?;
    let done = request.house.database.write(|tx| standing::restore(tx, &permit, id));
    after(request, done, id)
}
