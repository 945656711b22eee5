//! The frame around every page.

use crate::{Request, Visitor, asset, menu, w};
use askama::Template;
use language::{Failure, Result};
use words::Lang;

/// Which item of the main menu a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The feed.
    Home,
    /// Groups.
    Groups,
    /// People.
    People,
    /// The cockpit.
    Cockpit,
    /// None of them.
    Elsewhere,
    /// A page outside: no menu, a small card.
    Door,
}

#[derive(Template)]
#[template(path = "templates/frame.html")]
struct Frame<'a> {
    lang: Lang,
    title: &'a str,
    community: &'a str,
    visitor: &'a Visitor,
    face: crate::Face,
    place: Place,
    menu: Vec<menu::Part>,
    css: String,
    js: String,
    font: String,
}

#[derive(Template)]
#[template(path = "templates/door.html")]
struct Door<'a> {
    lang: Lang,
    title: &'a str,
    community: &'a str,
    css: String,
    js: String,
    font: String,
    other_language: String,
}

/// Where the body goes in a rendered frame; cannot come from a person's text,
/// because templates escape `<`.
const BODY: &str = "<!--body-->";

/// A whole page.
pub(crate) fn whole(request: &Request, title: &str, place: Place, body: &str) -> Result<String> {
    let community = request.house.community();
    let community = community.as_ref().map_or("Noaber", |c| c.name.as_str());
    let (css, js, font) = (asset("app.css"), asset("app.js"), asset("text.woff2"));
    let lang = request.lang;
    let frame = match (&request.visitor, place) {
        (Some(visitor), place) if place != Place::Door => {
            let inside = place == Place::Cockpit && visitor.manages();
            let menu =
                if inside { menu::cockpit(lang, visitor, &request.path) } else { Vec::new() };
            let face = visitor.face();
            Frame { lang, title, community, face, visitor, place, menu, css, js, font }.render()
        }
        _ => {
            let other = if lang == Lang::Nl { Lang::En } else { Lang::Nl };
            Door {
                lang,
                title,
                community,
                css,
                js,
                font,
                other_language: format!("?lang={}", other.code()),
            }
            .render()
        }
    }
    .map_err(|e| Failure::fault("render the frame", e))?;
    let (before, after) = frame.split_once(BODY).unwrap_or((frame.as_str(), ""));
    Ok(with_token(&[before, body, after], &request.form_token))
}

/// Puts the form token into every form that changes something. Done here for all
/// pages at once, so that no form can be without it. What people write is
/// sanitized before and has no forms.
pub(crate) fn with_token(parts: &[&str], token: &str) -> String {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    // A form gets about a hundred bytes, and is seldom shorter than five hundred.
    let mut out = String::with_capacity(length + length / 4 + 1_024);
    for part in parts {
        let mut written = 0;
        for at in memchr::memmem::find_iter(part.as_bytes(), "<form method=\"post\"") {
            let Some(end) = part[at..].find('>') else { break };
            out.push_str(&part[written..=at + end]);
            out.push_str("<input type=\"hidden\" name=\"token\" value=\"");
            out.push_str(token);
            out.push_str("\">");
            written = at + end + 1;
        }
        out.push_str(&part[written..]);
    }
    out
}

#[derive(Template)]
#[template(path = "templates/trouble.html")]
struct Trouble<'a> {
    lang: Lang,
    title: &'a str,
    text: &'a str,
    number: &'a str,
}

/// A page that says why it did not happen.
pub(crate) fn trouble(request: &Request, title: &str, text: &str, number: &str) -> Result<String> {
    let lang = request.lang;
    let body = Trouble { lang, title, text, number }
        .render()
        .map_err(|e| Failure::fault("render a trouble page", e))?;
    whole(request, title, Place::Elsewhere, &body)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_changing_form_carries_the_token() {
        let html = "<form method=\"post\" action=\"/a\"><p></form><form method=\"get\"><form method=\"post\">";
        let with = super::with_token(&[html], "T");
        assert_eq!(with.matches("name=\"token\" value=\"T\"").count(), 2);
        assert!(with.ends_with("value=\"T\">"));
    }
}
