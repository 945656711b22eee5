//! The feed, a group's page, a thread, and the forms on them.

mod compose;
mod edit;

use crate::permits::{MayAccept, MayEdit, MayRead};
use crate::post::{MOST_BODY, Post};
use crate::show::{self, Card, CardPiece, Letters};
use crate::{answer as answers, store, w};
use askama::Template;
use language::{
    Carries, CommentId, Failure, GroupAccess, GroupId, Moment, PostId, Problems, Refusal, Result,
    SubjectKind,
};
use reactions::Word;
use web::{Body, Limit, Place, Policy, Rendered, Reply, Request, Route, Visitor, topic};
use words::Lang;

/// How many posts a page of a feed has.
const PAGE: i64 = 20;

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    use Limit::Change;
    use Policy::SignedIn;
    vec![
        Route::get("/", SignedIn, home),
        Route::get("/groups/{slug}", SignedIn, group),
        Route::post("/posts", SignedIn, Change, compose::publish).body(Body::Pictures),
        Route::get("/posts/{post}", SignedIn, thread),
        Route::get("/posts/{post}/card", SignedIn, card),
        Route::get("/posts/{post}/letters", SignedIn, letters),
        Route::get("/posts/{post}/edit", SignedIn, edit::show),
        Route::post("/posts/{post}/edit", SignedIn, Change, edit::save).body(Body::Pictures),
        Route::post("/posts/{post}/withdraw", SignedIn, Change, withdraw),
        Route::post("/posts/{post}/reactions", SignedIn, Change, react),
        Route::post("/posts/{post}/comments", SignedIn, Change, say),
        Route::post("/posts/{post}/comments/{comment}/reactions", SignedIn, Change, react_below),
        Route::post("/posts/{post}/comments/{comment}/accept", SignedIn, Change, accept),
        Route::get("/posts/{post}/comments/{comment}/edit", SignedIn, comment_form),
        Route::post("/posts/{post}/comments/{comment}/edit", SignedIn, Change, comment_edit),
        Route::post(
            "/posts/{post}/comments/{comment}/withdraw",
            SignedIn,
            Change,
            comment_withdraw,
        ),
    ]
}

/// What was typed in a composer, kept when it comes back.
#[derive(Default)]
struct Typed {
    kind: String,
    title: String,
    body: String,
    alt: String,
    group: Option<GroupId>,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "feed.html")]
struct Feed<'a> {
    lang: Lang,
    me: &'a Visitor,
    /// The group that this is the page of; none on the home page.
    here: Option<store::Place>,
    places: Vec<store::Place>,
    waiting: Vec<Asked>,
    above: Vec<Rendered>,
    cards: Vec<Card>,
    next: Option<String>,
    first_page: bool,
    base: String,
    typed: Typed,
    key: String,
    most: usize,
}

/// A question that waits, as it is printed beside the feed.
struct Asked {
    id: PostId,
    words: String,
    who: String,
}

/// How far back the questions beside the feed go.
const WAITING_DAYS: i64 = 60;

fn asked(request: &Request, waiting: store::Waiting) -> Asked {
    let text = if waiting.title.is_empty() { &waiting.body } else { &waiting.title };
    let name = show::name_or_gone(request.lang, &waiting.name);
    Asked {
        id: waiting.id,
        words: text::excerpt(text, 120),
        who: w::asked_this(request.lang, name, request.moment(waiting.published_at)),
    }
}

#[derive(Template)]
#[template(path = "list.html")]
struct FeedPiece<'a> {
    lang: Lang,
    me: &'a Visitor,
    cards: &'a [Card],
    first_page: bool,
    base: &'a str,
}

impl Feed<'_> {
    fn is_here(&self, place: &store::Place) -> bool {
        match self.typed.group {
            Some(group) => group == place.id,
            None => self.here.as_ref().is_some_and(|here| here.id == place.id),
        }
    }
}

fn feed_page(request: &Request, slug: Option<&str>, typed: Typed) -> Result<Reply> {
    let me = request.visitor()?;
    let before = show::page_start(request.query.text("before"));
    let stamp = request.house.database.stamp()?;
    let (here, places, waiting, cards, next) = request.house.database.snapshot(|conn| {
        let here = match slug {
            Some(slug) => Some(store::place_by_slug(conn, me.id, slug)?),
            None => None,
        };
        let posts = store::chosen(conn, me.id, here.as_ref().map(|h| h.id), before, PAGE)?;
        let next = show::next_page(&posts, usize::try_from(PAGE).unwrap_or(usize::MAX));
        let cards = show::cards(conn, request, &stamp, &posts)?;
        let waiting = if here.is_none() && !request.wants_piece {
            let since = request.now.plus(-WAITING_DAYS * Moment::DAY);
            store::waiting(conn, me.id, since, 3)?
        } else {
            Vec::new()
        };
        Ok((here, show::places(conn, me)?, waiting, cards, next))
    })?;
    let base = here.as_ref().map_or_else(|| "/".to_owned(), |h| format!("/groups/{}", h.slug));
    if request.wants_piece && typed.problems.is_empty() {
        let first_page = before.is_none();
        let lang = request.lang;
        return request.piece(&FeedPiece { lang, me, cards: &cards, first_page, base: &base });
    }
    let mut above = Vec::new();
    if here.is_none() && before.is_none() {
        for slot in &request.house.home {
            above.extend(slot(request)?);
        }
    }
    let (title, place) = match &here {
        Some(here) => (here.name.clone(), Place::Groups),
        None => (w::home(request.lang).to_owned(), Place::Home),
    };
    let wrong = !typed.problems.is_empty();
    let body = Feed {
        lang: request.lang,
        me,
        here,
        places,
        waiting: waiting.into_iter().map(|question| asked(request, question)).collect(),
        above,
        cards,
        next,
        first_page: before.is_none(),
        base,
        typed,
        key: request.new_key(),
        most: MOST_BODY,
    };
    let reply = request.page(&title, place, &body)?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

fn home(request: &Request) -> Result<Reply> {
    feed_page(request, None, Typed::default())
}

fn group(request: &Request) -> Result<Reply> {
    let slug: String = request.param("slug")?;
    match feed_page(request, Some(&slug), Typed::default()) {
        // Who may know of it may ask to come in.
        Err(Failure::Refusal(Refusal::NotFound)) if known(request, &slug)? => {
            Ok(Reply::to(format!("/groups/{slug}/members")))
        }
        done => done,
    }
}

fn known(request: &Request, slug: &str) -> Result<bool> {
    let me = request.visitor()?;
    request.house.database.read(|conn| store::is_known(conn, me.id, slug))
}

fn read_post(request: &Request) -> Result<MayRead> {
    let me = request.visitor()?;
    let id: PostId = request.param("post")?;
    request.house.database.read(|conn| MayRead::of(conn, me.id, id))
}

fn one_card(request: &Request, id: PostId) -> Result<Reply> {
    let me = request.visitor()?;
    let stamp = request.house.database.stamp()?;
    let cards = request.house.database.snapshot(|conn| {
        let post = store::chosen_one(conn, me.id, id)?;
        show::cards(conn, request, &stamp, &[post])
    })?;
    let card = cards.first().ok_or(Failure::Refusal(Refusal::NotFound))?;
    request.piece(&CardPiece { lang: request.lang, card, me })
}

fn card(request: &Request) -> Result<Reply> {
    one_card(request, request.param("post")?)
}

#[derive(Template)]
#[template(path = "thread.html")]
struct Thread<'a> {
    lang: Lang,
    me: &'a Visitor,
    letters: Letters,
    may_accept: bool,
    topic: String,
    typed: String,
    problems: Problems,
}

fn thread_view<'a>(
    request: &'a Request,
    me: &'a Visitor,
    typed: String,
    problems: Problems,
) -> Result<Thread<'a>> {
    let skip = request.query.parsed::<i64>("from")?.unwrap_or(0).max(0);
    let id: PostId = request.param("post")?;
    let (letters, may_accept) = request.house.database.snapshot(|conn| {
        let permit = MayRead::of(conn, me.id, id)?;
        let may_accept = MayAccept::of(permit.clone(), me.role).is_ok();
        let post = permit.post().clone();
        Ok((show::letters(conn, request, post, skip)?, may_accept))
    })?;
    let post = &letters.card.post;
    if post.is_unread() {
        let (reader, now) = (me.id, request.now);
        request.house.later.soon(move |tx| store::mark_read(tx, reader, id, now));
    }
    let topic = topic(SubjectKind::Post, id.0);
    Ok(Thread { lang: request.lang, me, letters, may_accept, topic, typed, problems })
}

fn thread_title(lang: Lang, post: &Post) -> String {
    if post.title.is_empty() {
        w::post_by(lang, show::name_or_gone(lang, &post.author_name))
    } else {
        post.title.clone()
    }
}

fn thread_page(request: &Request, typed: String, problems: Problems) -> Result<Reply> {
    let me = request.visitor()?;
    let view = thread_view(request, me, typed, problems)?;
    let title = thread_title(request.lang, &view.letters.card.post);
    let place = if view.letters.card.post.to_everyone { Place::Home } else { Place::Groups };
    request.page(&title, place, &view)
}

fn thread(request: &Request) -> Result<Reply> {
    thread_page(request, String::new(), Problems::none())
}

#[derive(Template)]
#[template(path = "letters.html")]
struct LettersPiece<'a> {
    lang: Lang,
    letters: &'a Letters,
    may_accept: bool,
    topic: &'a str,
}

fn letters(request: &Request) -> Result<Reply> {
    let me = request.visitor()?;
    let view = thread_view(request, me, String::new(), Problems::none())?;
    request.piece(&LettersPiece {
        lang: request.lang,
        letters: &view.letters,
        may_accept: view.may_accept,
        topic: &view.topic,
    })
}

#[derive(Template)]
#[template(path = "edit.html")]
struct EditForm<'a> {
    lang: Lang,
    heading: &'a str,
    action: String,
    back: String,
    body: String,
    problems: Problems,
    most: usize,
}

fn edit_page(request: &Request, form: &EditForm<'_>) -> Result<Reply> {
    let reply = request.page(form.heading, Place::Elsewhere, form)?;
    Ok(if form.problems.is_empty() { reply } else { reply.to_be_mended() })
}

fn withdraw(request: &Request) -> Result<Reply> {
    request.form.only(&[])?;
    let permit = MayEdit::of(read_post(request)?, request.visitor()?.role)?;
    request.house.database.write(|tx| crate::withdraw(tx, &permit))?;
    Ok(Reply::to("/"))
}

/// After a change: the piece that asked for it, or the thread.
fn after(request: &Request, id: PostId, anchor: &str) -> Result<Reply> {
    if !request.wants_piece {
        return Ok(Reply::to(format!("/posts/{id}{anchor}")));
    }
    if request.form.text("view") == "thread" { letters(request) } else { one_card(request, id) }
}

fn word(request: &Request) -> Result<Word> {
    let form = request.form.only(&["word", "view"])?;
    Word::from_name(form.text("word")).ok_or(Failure::Refusal(Refusal::NotFound))
}

fn react(request: &Request) -> Result<Reply> {
    let word = word(request)?;
    let permit = read_post(request)?;
    request.house.database.write(|tx| answers::react_to_post(tx, &permit, word))?;
    after(request, permit.post().id, "")
}

fn say(request: &Request) -> Result<Reply> {
    let form = request.form.only(&["body", "parent", "key", "view"])?;
    form.key()?;
    let permit = read_post(request)?;
    let parent = form.parsed::<CommentId>("parent")?;
    let id = permit.post().id;
    match comments::Draft::new(request.lang, form.text("body"), parent, form.text("key")) {
        Ok(draft) => {
            let said = request.house.database.write(|tx| answers::answer(tx, &permit, &draft))?;
            after(request, id, &format!("#comment-{}", said.id()))
        }
        Err(Failure::Problems(problems)) => {
            Ok(thread_page(request, form.raw("body").to_owned(), problems)?.to_be_mended())
        }
        Err(other) => Err(other),
    }
}

fn react_below(request: &Request) -> Result<Reply> {
    let word = word(request)?;
    let permit = read_post(request)?;
    let comment: CommentId = request.param("comment")?;
    request.house.database.write(|tx| answers::react_to_comment(tx, &permit, comment, word))?;
    after(request, permit.post().id, &format!("#comment-{comment}"))
}

fn accept(request: &Request) -> Result<Reply> {
    request.form.only(&["view"])?;
    let permit = MayAccept::of(read_post(request)?, request.visitor()?.role)?;
    let comment: CommentId = request.param("comment")?;
    request.house.database.write(|tx| answers::accept(tx, &permit, comment))?;
    after(request, permit.read().post().id, "")
}

fn own_comment(request: &Request) -> Result<(MayRead, comments::Comment, comments::MayEdit)> {
    let me = request.visitor()?;
    let permit = read_post(request)?;
    let id: CommentId = request.param("comment")?;
    let comment = request.house.database.read(|conn| comments::find(conn, permit.subject(), id))?;
    let may = comments::MayEdit::of(&comment, &permit, me.id, me.role)?;
    Ok((permit, comment, may))
}

fn below_form<'a>(
    lang: Lang,
    id: PostId,
    comment: CommentId,
    body: &str,
    problems: Problems,
) -> EditForm<'a> {
    EditForm {
        lang,
        heading: w::edit_comment(lang),
        action: format!("/posts/{id}/comments/{comment}/edit"),
        back: format!("/posts/{id}#comment-{comment}"),
        body: body.to_owned(),
        problems,
        most: comments::MOST_CHARACTERS,
    }
}

fn comment_form(request: &Request) -> Result<Reply> {
    let (permit, comment, _) = own_comment(request)?;
    if comment.author != Some(permit.reader()) {
        return Err(Refusal::NotAllowed.into());
    }
    let id = permit.post().id;
    edit_page(request, &below_form(request.lang, id, comment.id, &comment.body, Problems::none()))
}

fn comment_edit(request: &Request) -> Result<Reply> {
    let form = request.form.only(&["body"])?;
    let (permit, comment, may) = own_comment(request)?;
    let id = permit.post().id;
    match comments::Draft::new(request.lang, form.text("body"), None, "") {
        Ok(draft) => {
            request.house.database.write(|tx| comments::edit(tx, &permit, &may, &draft))?;
            Ok(Reply::to(format!("/posts/{id}#comment-{}", comment.id)))
        }
        Err(Failure::Problems(problems)) => edit_page(
            request,
            &below_form(request.lang, id, comment.id, form.raw("body"), problems),
        ),
        Err(other) => Err(other),
    }
}

fn comment_withdraw(request: &Request) -> Result<Reply> {
    request.form.only(&["view"])?;
    let (permit, comment, may) = own_comment(request)?;
    request.house.database.write(|tx| answers::withdraw_comment(tx, &permit, &may, comment.id))?;
    after(request, permit.post().id, "")
}
