//! Who of staff looked at one's own data, and what for.

use super::profile::role_name;
use crate::w;
use askama::Template;
use language::Result;
use oversight::{Look, Purpose};
use web::{Place, Reply, Request};
use words::Lang;

/// At most so many looks stand on the page; a year holds more only of who runs things.
const MOST: i64 = 200;

/// A look, as the page says it.
struct Line {
    at: String,
    datetime: String,
    often: String,
    who: String,
    role: &'static str,
    purpose: &'static str,
}

#[derive(Template)]
#[template(path = "templates/looks.html")]
struct Looks {
    lang: Lang,
    lines: Vec<Line>,
    more: bool,
}

fn line(request: &Request, look: Look) -> Line {
    let lang = request.lang;
    Line {
        at: request.moment(look.last_at),
        datetime: request.datetime(look.last_at),
        often: if look.times > 1 {
            w::looks_often(lang, i64::from(look.times))
        } else {
            String::new()
        },
        who: look.by,
        role: role_name(look.role, lang).unwrap_or_else(|| w::role_member(lang)),
        purpose: look.purpose.map_or("", |purpose: Purpose| purpose.say(lang)),
    }
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let visitor = request.visitor()?;
    let found =
        request.house.database.read(|conn| oversight::looks_of(conn, visitor.id, MOST + 1))?;
    let more = i64::try_from(found.len()).is_ok_and(|count| count > MOST);
    let shown = usize::try_from(MOST).unwrap_or(usize::MAX);
    let lines = found.into_iter().take(shown).map(|look| line(request, look)).collect();
    let body = Looks { lang: request.lang, lines, more };
    request.page(w::looks_title(request.lang), Place::Elsewhere, &body)
}
