//! Publishing what was typed in a composer, with its pictures.

use super::{Typed, feed_page, one_card};
use crate::permits::MayPost;
use crate::post::{Draft, Kind, MOST_PICTURES};
use crate::publish::Published;
use crate::w;
use language::{Failure, GroupId, Problems, Refusal, Result};
use web::{Reply, Request};

/// Checks the form and, when all of it is in order, keeps its pictures.
fn checked(request: &Request, kind: Kind) -> Result<Draft> {
    let (form, lang) = (&request.form, request.lang);
    let (title, body, key) = (form.text("title"), form.text("body"), form.text("key"));
    let files: Vec<&[u8]> = form.uploads("picture").map(|file| &*file.bytes).collect();
    if files.is_empty() {
        return Draft::new(lang, kind, title, body, key);
    }
    if files.len() > MOST_PICTURES {
        return Err(Problems::one("picture", w::too_many_pictures(lang, MOST_PICTURES)));
    }
    let alts: Vec<&str> = form.all("alt").collect();
    let draft = Draft::beside_pictures(lang, kind, title, body, key, &alts)?;
    let (blobs, random) = (&request.house.blobs, request.house.database.environment().random());
    match pictures::keep_all(blobs, random, files)? {
        Ok(kept) => Ok(draft.with(kept)),
        Err(problem) => Err(Problems::one("picture", problem.say(lang))),
    }
}

/// The page with the form and what was typed in it. Files are the exception: no
/// browser lets a page choose one again.
fn back(request: &Request, kind: Kind, group: GroupId, mut problems: Problems) -> Result<Reply> {
    let form = &request.form;
    if form.uploads("picture").next().is_some() && problems.of("picture").is_none() {
        problems.add("picture", w::choose_again(request.lang));
    }
    let typed = Typed {
        kind: kind.name().to_owned(),
        title: form.raw("title").to_owned(),
        body: form.raw("body").to_owned(),
        alt: form.raw("alt").to_owned(),
        group: Some(group),
        problems,
    };
    let from = form.text("from");
    feed_page(request, (!from.is_empty()).then_some(from), typed)
}

pub(super) fn publish(request: &Request) -> Result<Reply> {
    let me = request.visitor()?;
    let known = ["kind", "title", "body", "alt[]", "picture", "group", "key", "from"];
    let form = request.form.only(&known)?;
    form.key()?;
    let kind = Kind::from_name(form.text("kind")).unwrap_or(Kind::Update);
    let group = match form.parsed::<GroupId>("group")? {
        Some(group) => group,
        None => request.community()?.commons,
    };
    let draft = match checked(request, kind) {
        Ok(draft) => draft,
        Err(Failure::Problems(problems)) => return back(request, kind, group, problems),
        Err(other) => return Err(other),
    };
    let published = request.house.database.write(|tx| {
        let permit = MayPost::of(tx, me.id, group)?;
        crate::publish(tx, &permit, &draft)
    });
    if !matches!(published, Ok(Published::New(_))) {
        pictures::forget(&request.house.blobs, draft.pictures());
    }
    // The group was closed while this was written: the text is still theirs.
    if matches!(published, Err(Failure::Refusal(Refusal::Gone))) {
        let mut problems = Problems::none();
        problems.add("body", w::group_archived(request.lang));
        return back(request, kind, group, problems);
    }
    let published = published?;
    if request.wants_piece {
        return one_card(request, published.id());
    }
    Ok(Reply::to(format!("/posts/{}", published.id())))
}
