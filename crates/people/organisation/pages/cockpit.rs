//! Departments and settings, for who runs the community.

use crate::departments::{self, Department};
use crate::permits::MayOrganise;
use crate::settings::{self, Settings, ZONES, zone};
use crate::{store, w};
use askama::Template;
use language::{DepartmentId, Failure, Problems, Refusal, Result};
use web::{Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/departments.html")]
struct Departments<'a> {
    lang: Lang,
    problems: &'a Problems,
    departments: Vec<Department>,
    name: &'a str,
    notice: &'a str,
}

#[derive(Template)]
#[template(path = "templates/settings.html")]
struct SettingsPage<'a> {
    lang: Lang,
    problems: &'a Problems,
    settings: &'a Settings,
    zones: &'a [&'a str],
    notice: &'a str,
}

fn departments_page(request: &Request, problems: &Problems, name: &str) -> Result<Reply> {
    let lang = request.lang;
    let departments = request.house.database.read(departments::all)?;
    let notice = if request.query.has("saved") { w::saved(lang) } else { "" };
    let body = Departments { lang, problems, departments, name, notice };
    request.page(w::departments_title(lang), Place::Cockpit, &body)
}

pub(super) fn departments(request: &Request) -> Result<Reply> {
    MayOrganise::of(request.visitor()?)?;
    departments_page(request, &Problems::none(), "")
}

/// A headcount as it was typed; empty is unknown.
fn headcount(request: &Request, problems: &mut Problems) -> Option<i32> {
    let typed = request.form.text("headcount");
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse().ok().filter(|n| (0..=10_000_000).contains(n));
    if number.is_none() {
        problems.add("headcount", w::headcount_wrong(request.lang));
    }
    number
}

/// The page again when the name is taken or too long, else where to go on.
fn after(request: &Request, done: Result<()>, mut problems: Problems, name: &str) -> Result<Reply> {
    match done {
        Ok(()) => return Ok(Reply::to("/cockpit/departments?saved")),
        Err(Failure::Refusal(Refusal::Conflict)) => {
            problems.add("name", w::department_taken(request.lang));
        }
        Err(Failure::Refusal(Refusal::TooLarge)) => {
            problems.add("name", w::department_too_long(request.lang));
        }
        Err(Failure::Refusal(Refusal::Gone)) => {
            problems.add("leader", w::leader_unknown(request.lang));
        }
        Err(Failure::Problems(more)) => problems.0.extend(more.0),
        Err(other) => return Err(other),
    }
    Ok(departments_page(request, &problems, name)?.to_be_mended())
}

pub(super) fn add_department(request: &Request) -> Result<Reply> {
    let permit = MayOrganise::of(request.visitor()?)?;
    let form = request.form.only(&["name", "parent", "headcount"])?;
    let mut problems = Problems::none();
    let name = form.name("name", 120, request.lang, &mut problems);
    let parent: Option<DepartmentId> = form.parsed("parent")?;
    let headcount = headcount(request, &mut problems);
    let done = problems.check().and_then(|()| {
        request
            .house
            .database
            .write(|tx| departments::add(tx, &permit, parent, &name, headcount).map(|_| ()))
    });
    after(request, done, Problems::none(), &name)
}

pub(super) fn change_department(request: &Request) -> Result<Reply> {
    let permit = MayOrganise::of(request.visitor()?)?;
    let id: DepartmentId = request.param("id")?;
    let form = request.form.only(&["name", "headcount", "leader"])?;
    let mut problems = Problems::none();
    let name = form.name("name", 120, request.lang, &mut problems);
    let headcount = headcount(request, &mut problems);
    let done = problems.check().and_then(|()| {
        request.house.database.write(|tx| {
            departments::change(tx, &permit, id, &name, headcount)?;
            if form.has("leader") {
                departments::set_leader(tx, &permit, id, form.text("leader"))?;
            }
            Ok(())
        })
    });
    after(request, done, Problems::none(), "")
}

fn settings_page(request: &Request, problems: &Problems, settings: &Settings) -> Result<Reply> {
    let lang = request.lang;
    let notice = if request.query.has("saved") { w::saved(lang) } else { "" };
    let body = SettingsPage { lang, problems, settings, zones: ZONES, notice };
    request.page(w::settings_title(lang), Place::Cockpit, &body)
}

pub(super) fn settings(request: &Request) -> Result<Reply> {
    MayOrganise::of(request.visitor()?)?;
    let settings = request.house.database.read(store::settings)?.ok_or(Refusal::NotFound)?;
    settings_page(request, &Problems::none(), &settings)
}

pub(super) fn change_settings(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let permit = MayOrganise::of(request.visitor()?)?;
    let old = request.house.database.read(store::settings)?.ok_or(Refusal::NotFound)?;
    let form = request.form.only(&["community", "language", "zone", "floor"])?;
    let mut problems = Problems::none();
    let name = form.name("community", 120, lang, &mut problems);
    let typed_zone = form.text("zone");
    let found_zone = zone(typed_zone);
    if found_zone.is_none() {
        problems.add("zone", w::zone_unknown(lang));
    }
    let floor = form.text("floor").parse::<i32>().ok().filter(|k| (old.floor..=100).contains(k));
    if floor.is_none() {
        problems.add("floor", w::floor_wrong(lang, i64::from(old.floor)));
    }
    let new = Settings {
        name,
        language: Lang::from_code(form.text("language")).unwrap_or(old.language),
        zone: found_zone.unwrap_or_else(|| typed_zone.to_owned()),
        floor: floor.unwrap_or(old.floor),
    };
    if !problems.is_empty() {
        return Ok(settings_page(request, &problems, &new)?.to_be_mended());
    }
    request.house.database.write(|tx| settings::change(tx, &permit, &new))?;
    request.house.reload()?;
    Ok(Reply::to("/cockpit/settings?saved"))
}
