//! What somebody says of themselves, and in which language.

use crate::permits::MayEditSelf;
use crate::profile::{self, LONGEST_ABOUT, LONGEST_NAME, Profile};
use crate::{pictures, store, w};
use askama::Template;
use language::{Problems, Refusal, Result};
use web::{Face, Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/settings.html")]
struct Settings<'a> {
    lang: Lang,
    problems: &'a Problems,
    notice: &'a str,
    face: Face,
    name: &'a str,
    about: &'a str,
    language: Lang,
    longest_about: usize,
}

fn page(request: &Request, problems: &Problems, notice: &str, profile: &Profile) -> Result<Reply> {
    let lang = request.lang;
    let visitor = request.visitor()?;
    let body = Settings {
        lang,
        problems,
        notice,
        face: super::large_face(visitor.id, &visitor.name, visitor.picture),
        name: &profile.name,
        about: &profile.about,
        language: profile.language,
        longest_about: LONGEST_ABOUT,
    };
    request.page(w::settings_title(lang), Place::Elsewhere, &body)
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let visitor = request.visitor()?;
    let person = request
        .house
        .database
        .read(|conn| store::by_id(conn, visitor.id))?
        .ok_or(Refusal::NotFound)?;
    let profile = Profile {
        name: person.name,
        about: person.about,
        language: person.language.as_deref().and_then(Lang::from_code).unwrap_or(request.lang),
    };
    let notice = if request.query.has("saved") { w::saved(request.lang) } else { "" };
    page(request, &Problems::none(), notice, &profile)
}

pub(super) fn save(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let visitor = request.visitor()?;
    let permit = MayEditSelf::of(visitor);
    let form = request.form.only(&["name", "about", "language", "picture", "no_picture"])?;
    let mut problems = Problems::none();
    let name = form.name("name", LONGEST_NAME, lang, &mut problems);
    let profile = Profile {
        name,
        about: form.at_most("about", LONGEST_ABOUT, lang, &mut problems),
        language: Lang::from_code(form.text("language")).unwrap_or(lang),
    };
    let house = &request.house;
    // The picture first: when it is refused, nothing was saved and all can be mended.
    if problems.is_empty() {
        if let Some(upload) = form.uploads("picture").next() {
            if let Err(problem) =
                pictures::set(&house.database, &house.blobs, &permit, &upload.bytes)?
            {
                problems.add("picture", problem.say(lang));
            }
        } else if form.has("no_picture") {
            pictures::remove(&house.database, &house.blobs, &permit)?;
        }
    }
    if !problems.is_empty() {
        return Ok(page(request, &problems, "", &profile)?.to_be_mended());
    }
    house.database.write(|tx| profile::save(tx, &permit, &profile))?;
    Ok(Reply::to("/settings?saved"))
}
