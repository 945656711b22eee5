//! The form of a group: to make one, and to change one.

use crate::group::{Draft, MOST_NAME, MOST_PURPOSE};
use crate::permits::{MayCreate, MayLookAfter, MaySee};
use crate::{create as verb, settings as verbs, w};
use askama::Template;
use language::{Failure, Problems, Refusal, Result};
use web::{Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/form.html")]
struct Form<'a> {
    lang: Lang,
    /// The group that is changed; none for a new one.
    see: Option<&'a MaySee>,
    action: String,
    back: String,
    name: &'a str,
    purpose: &'a str,
    access: &'a str,
    community: &'a str,
    problems: Problems,
    most_name: usize,
    most_purpose: usize,
}

impl Form<'_> {
    fn is_commons(&self) -> bool {
        self.see.is_some_and(|see| see.group().commons)
    }

    fn is_archived(&self) -> bool {
        self.see.is_some_and(|see| see.group().archived.is_some())
    }
}

fn form(
    request: &Request,
    see: Option<&MaySee>,
    typed: [&str; 3],
    problems: Problems,
) -> Result<Reply> {
    let lang = request.lang;
    let [name, purpose, access] = typed;
    let (action, back, title) = match see {
        Some(see) => {
            let slug = &see.group().slug;
            let back = format!("/groups/{slug}/members");
            (format!("/groups/{slug}/settings"), back, w::settings(lang))
        }
        None => ("/groups/new".to_owned(), "/groups".to_owned(), w::new_group(lang)),
    };
    let wrong = !problems.is_empty();
    let community = request.community()?;
    let body = Form {
        lang,
        see,
        action,
        back,
        name,
        purpose,
        access,
        community: &community.name,
        problems,
        most_name: MOST_NAME,
        most_purpose: MOST_PURPOSE,
    };
    let reply = request.page(title, Place::Groups, &body)?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

/// The form again with what was typed, when that can be mended.
fn again(request: &Request, see: Option<&MaySee>, failure: Failure) -> Result<Reply> {
    match failure {
        Failure::Problems(problems) => {
            let typed = ["name", "purpose", "access"].map(|field| request.form.raw(field));
            form(request, see, typed, problems)
        }
        other => Err(other),
    }
}

fn typed(request: &Request) -> Result<Draft> {
    let form = &request.form;
    Draft::new(request.lang, form.text("name"), form.text("purpose"), form.text("access"))
}

pub(super) fn new(request: &Request) -> Result<Reply> {
    form(request, None, ["", "", "open"], Problems::none())
}

pub(super) fn create(request: &Request) -> Result<Reply> {
    request.form.only(&["name", "purpose", "access"])?;
    let permit = MayCreate::of(request.visitor()?);
    let made = typed(request).and_then(|draft| {
        request.house.database.write(|tx| verb::create(tx, permit, &draft, request.lang))
    });
    match made {
        Ok(slug) => Ok(Reply::to(format!("/groups/{slug}"))),
        Err(failure) => again(request, None, failure),
    }
}

fn seen(request: &Request) -> Result<MaySee> {
    let me = request.visitor()?.id;
    let slug: String = request.param("slug")?;
    let see = request.house.database.read(|conn| MaySee::of(conn, me, &slug))?;
    if see.looks_after() { Ok(see) } else { Err(Refusal::NotAllowed.into()) }
}

pub(super) fn settings(request: &Request) -> Result<Reply> {
    let see = seen(request)?;
    let group = see.group();
    let typed = [group.name.as_str(), group.purpose.as_str(), group.access.name()];
    form(request, Some(&see), typed, Problems::none())
}

pub(super) fn change(request: &Request) -> Result<Reply> {
    request.form.only(&["name", "purpose", "access"])?;
    let see = seen(request)?;
    let (me, slug) = (see.by(), see.group().slug.clone());
    let changed = typed(request).and_then(|draft| {
        request.house.database.write(|tx| {
            let permit = MayLookAfter::of(tx, me, &slug)?;
            verbs::change(tx, &permit, &draft, request.lang)
        })
    });
    if let Err(failure) = changed {
        return again(request, Some(&see), failure);
    }
    if see.group().commons {
        request.house.reload()?;
    }
    Ok(Reply::to(format!("/groups/{slug}/members")))
}
