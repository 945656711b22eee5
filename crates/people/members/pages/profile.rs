//! Somebody's own page.

use crate::store::{self, Written};
use crate::w;
use askama::Template;
use language::{PersonState, Refusal, Result, Role};
use text::SafeHtml;
use web::{Face, Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/profile.html")]
struct Profile<'a> {
    lang: Lang,
    id: i64,
    face: Face,
    name: &'a str,
    first_name: &'a str,
    lead: String,
    about: SafeHtml,
    department: Option<&'a str>,
    role: Option<&'static str>,
    team: bool,
    groups: Vec<(String, String)>,
    posts: Vec<Line>,
    mine: bool,
    manages: bool,
    not_here: bool,
}

struct Line {
    id: i64,
    text: String,
    group: String,
    at: String,
    datetime: String,
}

/// The name of a role, of those who have one.
pub(super) fn role_name(role: Role, lang: Lang) -> Option<&'static str> {
    match role {
        Role::Member => None,
        Role::Moderator => Some(w::role_moderator(lang)),
        Role::Manager => Some(w::role_manager(lang)),
        Role::Administrator => Some(w::role_administrator(lang)),
    }
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let visitor = request.visitor()?;
    let handle: String = request.param("handle")?;
    let (person, groups, posts) = request.house.database.snapshot(|conn| {
        let person = store::by_handle(conn, &handle)?.ok_or(Refusal::NotFound)?;
        let shown = match person.state {
            PersonState::Active | PersonState::Suspended | PersonState::Placeholder => true,
            PersonState::Invited => visitor.manages(),
            PersonState::Erased => false,
        };
        if !shown {
            return Err(Refusal::NotFound.into());
        }
        let groups = store::groups_of(conn, person.id, visitor.id)?;
        let posts = store::posts_of(conn, person.id, visitor.id)?;
        Ok((person, groups, posts))
    })?;
    let since =
        person.joined_at.map(|at| words::month(lang, words::local_day(at.0, &request.zone)));
    let lead = match (&person.department, since) {
        (Some(department), Some(month)) => w::department_since(lang, department, &month),
        (Some(department), None) => department.clone(),
        (None, Some(month)) => w::here_since(lang, &month),
        (None, None) => String::new(),
    };
    let body = Profile {
        lang,
        id: person.id.0,
        face: super::large_face(person.id, &person.name, person.picture),
        name: &person.name,
        first_name: person.name.split_whitespace().next().unwrap_or(&person.name),
        lead,
        about: text::render(&person.about, &text::Options::post()),
        department: person.department.as_deref(),
        role: role_name(person.role, lang),
        team: person.team,
        groups,
        posts: posts.into_iter().map(|post| line(request, post)).collect(),
        mine: person.id == visitor.id,
        manages: visitor.manages(),
        not_here: matches!(person.state, PersonState::Placeholder | PersonState::Invited),
    };
    request.page(&person.name, Place::People, &body)
}

fn line(request: &Request, post: Written) -> Line {
    let text = if post.title.is_empty() { text::excerpt(&post.body, 120) } else { post.title };
    Line {
        id: post.id.0,
        text,
        group: post.group,
        at: request.moment(post.published_at),
        datetime: request.datetime(post.published_at),
    }
}
