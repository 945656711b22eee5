//! The first page of all.

use crate::set_up::{Manager, SetUp, set_up};
use crate::settings::{ZONES, zone};
use crate::w;
use askama::Template;
use language::{Problems, Result};
use sign_in::password;
use text::Email;
use web::{LocalPath, Place, Reply, Request};
use words::Lang;

/// The privacy floor a community begins with (SCIENCE.md §0).
const FLOOR: i32 = 5;

#[derive(Template)]
#[template(path = "templates/set_up.html")]
struct Page<'a> {
    lang: Lang,
    problems: &'a Problems,
    community: &'a str,
    language: Lang,
    zone: &'a str,
    zones: &'a [&'a str],
    name: &'a str,
    email: &'a str,
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let body = Page {
        lang,
        problems: &Problems::none(),
        community: "",
        language: lang,
        zone: ZONES[0],
        zones: ZONES,
        name: "",
        email: "",
    };
    request.page(w::set_up_title(lang), Place::Door, &body)
}

pub(super) fn begin(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let form =
        request.form.only(&["community", "language", "zone", "name", "email", "password"])?;
    let mut problems = Problems::none();
    let community = form.name("community", 120, lang, &mut problems);
    let language = Lang::from_code(form.text("language")).unwrap_or(lang);
    let typed_zone = form.text("zone");
    let found_zone = zone(typed_zone);
    if found_zone.is_none() {
        problems.add("zone", w::zone_unknown(lang));
    }
    let name = form.name("name", 80, lang, &mut problems);
    let email = Email::parse(form.text("email"));
    if let Err(problem) = &email {
        problems.add("email", problem.say(lang));
    }
    let chosen = form.raw("password");
    if let Err(weak) = password::check(chosen, &[&name, &community, form.text("email")]) {
        problems.add("password", weak.say(lang));
    }
    let (Some(zone), Ok(email), true) = (&found_zone, &email, problems.is_empty()) else {
        let body = Page {
            lang,
            problems: &problems,
            community: &community,
            language,
            zone: typed_zone,
            zones: ZONES,
            name: &name,
            email: form.text("email"),
        };
        return Ok(request.page(w::set_up_title(lang), Place::Door, &body)?.to_be_mended());
    };
    let database = &request.house.database;
    let hash = password::hash(chosen, database.environment().random())?;
    let entered = database.write(|tx| {
        let manager = Manager { name: &name, email: email.clone(), password: hash };
        let new = SetUp { name: &community, language, zone, floor: FLOOR, manager };
        let person = set_up(tx, new)?;
        sign_in::accounts::enter_as(tx, person)
    })?;
    request.house.reload()?;
    Ok(entered.leads(LocalPath::to("/")))
}
