//! The buttons: a form with at most one field, then back to a page.

use super::about;
use crate::look_after::Outcome;
use crate::permits::{MayLookAfter, MayTakePart};
use crate::{look_after as care, settings, take_part, w};
use database::Tx;
use language::{PersonId, Problems, Refusal, Result};
use text::Handle;
use web::{Fields, Reply, Request};

fn slug(request: &Request) -> Result<String> {
    request.param("slug")
}

fn members(slug: &str) -> Reply {
    Reply::to(format!("/groups/{slug}/members"))
}

/// Does `act` with somebody's own membership.
fn own<T>(
    request: &Request,
    act: impl FnOnce(&mut Tx<'_>, &MayTakePart) -> Result<T>,
) -> Result<T> {
    request.form.only(&[])?;
    let (me, slug) = (request.visitor()?.id, slug(request)?);
    request.house.database.write(|tx| {
        let permit = MayTakePart::of(tx, me, &slug)?;
        act(tx, &permit)
    })
}

/// Does `act` as one who looks after the group.
fn caring<T>(
    request: &Request,
    act: impl FnOnce(&mut Tx<'_>, &MayLookAfter) -> Result<T>,
) -> Result<T> {
    let (me, slug) = (request.visitor()?.id, slug(request)?);
    request.house.database.write(|tx| {
        let permit = MayLookAfter::of(tx, me, &slug)?;
        act(tx, &permit)
    })
}

fn person(form: &Fields) -> Result<PersonId> {
    Ok(form.parsed("person")?.ok_or(Refusal::NotFound)?)
}

fn about_person(
    request: &Request,
    act: impl FnOnce(&mut Tx<'_>, &MayLookAfter, PersonId) -> Result<()>,
) -> Result<Reply> {
    let person = person(request.form.only(&["person"])?)?;
    caring(request, |tx, permit| act(tx, permit, person))?;
    Ok(members(&slug(request)?))
}

/// Back to the members, or why not.
fn told(request: &Request, outcome: Outcome) -> Result<Reply> {
    match outcome {
        Outcome::Done => Ok(members(&slug(request)?)),
        Outcome::LastModerator => Err(Problems::one("", w::last_moderator(request.lang))),
        Outcome::Nobody => Err(Problems::one("handle", w::nobody_of_that_name(request.lang))),
    }
}

pub(super) fn join(request: &Request) -> Result<Reply> {
    own(request, take_part::join)?;
    Ok(Reply::to(format!("/groups/{}", slug(request)?)))
}

pub(super) fn leave(request: &Request) -> Result<Reply> {
    match own(request, take_part::leave)? {
        // Of a secret group there is no page any more.
        Outcome::Done => Ok(Reply::to("/groups")),
        other => told(request, other),
    }
}

pub(super) fn request(request: &Request) -> Result<Reply> {
    own(request, take_part::request)?;
    Ok(members(&slug(request)?))
}

pub(super) fn withdraw(request: &Request) -> Result<Reply> {
    own(request, take_part::withdraw)?;
    Ok(members(&slug(request)?))
}

pub(super) fn decline(request: &Request) -> Result<Reply> {
    own(request, take_part::decline)?;
    Ok(Reply::to("/groups"))
}

pub(super) fn approve(request: &Request) -> Result<Reply> {
    about_person(request, care::approve)
}

pub(super) fn refuse(request: &Request) -> Result<Reply> {
    about_person(request, care::refuse)
}

pub(super) fn uninvite(request: &Request) -> Result<Reply> {
    about_person(request, care::uninvite)
}

pub(super) fn invite(request: &Request) -> Result<Reply> {
    let typed = request.form.only(&["handle"])?.text("handle").to_owned();
    let outcome = match Handle::parse(typed.trim_start_matches('@')) {
        Ok(handle) => caring(request, |tx, permit| care::invite(tx, permit, &handle))?,
        Err(_) => Outcome::Nobody,
    };
    if outcome == Outcome::Nobody {
        let mut problems = Problems::none();
        problems.add("handle", w::nobody_of_that_name(request.lang));
        return about::page(request, typed, problems);
    }
    told(request, outcome)
}

pub(super) fn expel(request: &Request) -> Result<Reply> {
    let person = person(request.form.only(&["person"])?)?;
    let outcome = caring(request, |tx, permit| care::expel(tx, permit, person))?;
    told(request, outcome)
}

pub(super) fn moderators(request: &Request) -> Result<Reply> {
    let form = request.form.only(&["person", "moderates"])?;
    let (person, moderates) = (person(form)?, form.text("moderates") == "yes");
    let outcome = caring(request, |tx, permit| care::set_moderator(tx, permit, person, moderates))?;
    told(request, outcome)
}

pub(super) fn archive(request: &Request) -> Result<Reply> {
    request.form.only(&[])?;
    caring(request, settings::archive)?;
    Ok(members(&slug(request)?))
}

pub(super) fn reopen(request: &Request) -> Result<Reply> {
    request.form.only(&[])?;
    caring(request, settings::reopen)?;
    Ok(members(&slug(request)?))
}
