//! Changing a post: its words, and its pictures.

use super::read_post;
use crate::edit::Repictured;
use crate::permits::MayEdit;
use crate::post::{Draft, MOST_BODY, MOST_PICTURES, description};
use crate::w;
use askama::Template;
use database::Conn;
use language::{Failure, PictureId, PostId, Problems, Refusal, Result, SubjectKind};
use pictures::Shown;
use web::{Place, Reply, Request};
use words::Lang;

/// A picture that stands with the post.
struct Picked {
    id: PictureId,
    nth: usize,
    src: String,
    alt: String,
    removed: bool,
}

#[derive(Template)]
#[template(path = "edit_post.html")]
struct EditPost {
    lang: Lang,
    id: PostId,
    title: String,
    body: String,
    pictures: Vec<Picked>,
    /// How many more pictures fit.
    room: usize,
    alt: String,
    problems: Problems,
    most: usize,
}

fn own_post(request: &Request) -> Result<MayEdit> {
    let permit = MayEdit::of(read_post(request)?, request.visitor()?.role)?;
    if permit.is_own() { Ok(permit) } else { Err(Refusal::NotAllowed.into()) }
}

fn standing(request: &Request, post: PostId) -> Result<Vec<Shown>> {
    let found = |conn: &mut Conn| pictures::of(conn, SubjectKind::Post, &[post.0]);
    request.house.database.read(found)
}

/// The name of the field that describes a picture.
fn field_of(id: PictureId) -> String {
    format!("alt-{id}")
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let permit = own_post(request)?;
    let post = permit.read().post();
    let shown = standing(request, post.id)?;
    let page = EditPost {
        lang: request.lang,
        id: post.id,
        title: post.title.clone(),
        body: post.body.clone(),
        room: MOST_PICTURES.saturating_sub(shown.len()),
        pictures: picked(shown, |shown| (shown.alt.clone(), false)),
        alt: String::new(),
        problems: Problems::none(),
        most: MOST_BODY,
    };
    request.page(w::edit_post(request.lang), Place::Elsewhere, &page)
}

fn picked(shown: Vec<Shown>, typed: impl Fn(&Shown) -> (String, bool)) -> Vec<Picked> {
    shown
        .into_iter()
        .enumerate()
        .map(|(at, shown)| {
            let (alt, removed) = typed(&shown);
            Picked { id: shown.id, nth: at + 1, src: shown.small(), alt, removed }
        })
        .collect()
}

/// What was typed about the pictures that stand: their names were ours to give.
fn changes(request: &Request, shown: &[Shown]) -> Result<Repictured> {
    let fields: Vec<String> = shown.iter().map(|one| field_of(one.id)).collect();
    let mut known = vec!["title", "body", "alt[]", "picture", "remove[]"];
    known.extend(fields.iter().map(String::as_str));
    let form = request.form.only(&known)?;
    let removed: Vec<PictureId> = shown
        .iter()
        .map(|one| one.id)
        .filter(|id| form.all("remove").any(|typed| typed == id.to_string()))
        .collect();
    let described = shown
        .iter()
        .map(|one| (one, description(form.text(&field_of(one.id)))))
        .filter(|(one, alt)| one.alt != *alt && form.has(&field_of(one.id)))
        .map(|(one, alt)| (one.id, alt))
        .collect();
    Ok(Repictured { removed, described })
}

/// Checks the form and, when all of it is in order, keeps the pictures that are added.
fn checked(request: &Request, permit: &MayEdit, left: usize, change: &Repictured) -> Result<Draft> {
    let (form, lang, post) = (&request.form, request.lang, permit.read().post());
    let (title, body) = (form.text("title"), form.text("body"));
    let files: Vec<&[u8]> = form.uploads("picture").map(|file| &*file.bytes).collect();
    let mut alts: Vec<&str> = form.all("alt").collect();
    let added = alts.len();
    // What is described anew is measured with what is added.
    alts.extend(change.described.iter().map(|(_, alt)| alt.as_str()));
    let draft = if left + files.len() == 0 {
        Draft::new(lang, post.kind, title, body, "")?
    } else {
        Draft::beside_pictures(lang, post.kind, title, body, "", &alts)?
    };
    if left + files.len() > MOST_PICTURES {
        return Err(Problems::one("picture", w::too_many_pictures(lang, MOST_PICTURES)));
    }
    if files.is_empty() {
        return Ok(draft);
    }
    let random = request.house.database.environment().random();
    match pictures::keep_all(&request.house.blobs, random, files)? {
        Ok(kept) => Ok(draft.first_described(added).with(kept)),
        Err(problem) => Err(Problems::one("picture", problem.say(lang))),
    }
}

pub(super) fn save(request: &Request) -> Result<Reply> {
    let permit = own_post(request)?;
    let post = permit.read().post();
    let shown = standing(request, post.id)?;
    let change = changes(request, &shown)?;
    let left = shown.len() - change.removed.len();
    let draft = match checked(request, &permit, left, &change) {
        Ok(draft) => draft,
        Err(Failure::Problems(problems)) => return back(request, post.id, shown, problems),
        Err(other) => return Err(other),
    };
    let done = request.house.database.write(|tx| {
        let gone = crate::repicture(tx, &permit, &draft, &change)?;
        crate::edit(tx, &permit, &draft)?;
        Ok(gone)
    });
    match done {
        Ok(gone) => pictures::delete(&request.house.blobs, &gone),
        Err(failure) => {
            pictures::forget(&request.house.blobs, draft.pictures());
            return Err(failure);
        }
    }
    Ok(Reply::to(format!("/posts/{}", post.id)))
}

/// The form again, with what was typed.
fn back(request: &Request, id: PostId, shown: Vec<Shown>, mut problems: Problems) -> Result<Reply> {
    let form = &request.form;
    if form.uploads("picture").next().is_some() && problems.of("picture").is_none() {
        problems.add("picture", w::choose_again(request.lang));
    }
    let room = MOST_PICTURES.saturating_sub(shown.len());
    let page = EditPost {
        lang: request.lang,
        id,
        title: form.raw("title").to_owned(),
        body: form.raw("body").to_owned(),
        pictures: picked(shown, |shown| {
            let removed = form.all("remove").any(|typed| typed == shown.id.to_string());
            (form.raw(&field_of(shown.id)).to_owned(), removed)
        }),
        room,
        alt: form.raw("alt").to_owned(),
        problems,
        most: MOST_BODY,
    };
    let reply = request.page(w::edit_post(request.lang), Place::Elsewhere, &page)?;
    Ok(reply.to_be_mended())
}
