//! What is measured, and who sees it: for everybody, also before they come in.

use crate::permits::MayEditSelf;
use crate::{profile, store, w};
use askama::Template;
use language::Result;
use web::{Place, Reply, Request};
use words::Lang;

/// A measure of the register, in short.
struct Line {
    title: &'static str,
    purpose: &'static str,
    who: &'static str,
    /// What needs consent first and has none.
    off: bool,
}

/// The privacy floor before there is a community.
const FLOOR: i64 = 5;

#[derive(Template)]
#[template(path = "templates/measuring.html")]
struct Measuring<'a> {
    lang: Lang,
    floor: i64,
    /// Whether the visitor objects; none when nobody is signed in.
    objects: Option<bool>,
    lines: Vec<Line>,
    notice: &'a str,
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let today = request.now.day(&request.zone);
    let (objects, on) = request.house.database.read(|conn| {
        let person = match &request.visitor {
            Some(visitor) => store::by_id(conn, visitor.id)?,
            None => None,
        };
        Ok((person.map(|person| person.objected), oversight::scopes_on(conn, today)?))
    })?;
    let register = request.house.shelf.of::<oversight::Register>();
    let lines = register.measures().iter().map(|measure| Line {
        title: (measure.title)(lang),
        purpose: (measure.purpose)(lang),
        who: measure.level.say(lang),
        off: measure.scope.is_some_and(|scope| !on.contains(&scope)),
    });
    let body = Measuring {
        lang,
        floor: request.house.community().map_or(FLOOR, |c| i64::from(c.floor)),
        objects,
        lines: lines.collect(),
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
