//! What is measured, and who sees it: for everybody, also before they come in.

use crate::permits::MayEditSelf;
use crate::{profile, store, w};
use askama::Template;
use language::Result;
use web::{Place, Reply, Request};
use words::Lang;

/// The privacy floor before there is a community.
const FLOOR: i64 = 5;

#[derive(Template)]
#[template(path = "templates/measuring.html")]
struct Measuring<'a> {
    lang: Lang,
    floor: i64,
    /// Whether the visitor objects; none when nobody is signed in.
    objects: Option<bool>,
    notice: &'a str,
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let objects = match &request.visitor {
        Some(visitor) => request
            .house
            .database
            .read(|conn| store::by_id(conn, visitor.id))?
            .map(|person| person.objected),
        None => None,
    };
    let body = Measuring {
        lang,
        floor: request.house.community().map_or(FLOOR, |c| i64::from(c.floor)),
        objects,
        notice: if request.query.has("saved") { w::saved(lang) } else { "" },
    };
    request.page(w::measuring_title(lang), Place::Elsewhere, &body)
}

pub(super) fn object(request: &Request) -> Result<Reply> {
    let permit = MayEditSelf::of(request.visitor()?);
    let form = request.form.only(&["objects"])?;
    let objects = form.text("objects") == "yes";
    request.house.database.write(|tx| profile::object(tx, &permit, objects))?;
    Ok(Reply::to("/what-we-measure?saved#objection"))
}
