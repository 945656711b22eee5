//! What members see: the card on the home page, an action with its answers.

use crate::action::{Answer, AnswerKind, Standing};
use crate::answer::Given;
use crate::permits::{MayAnswer, MayRead, MayTakeBack};
use crate::show::{self, Ask, AskPiece, Said};
use crate::{store, w};
use askama::Template;
use blobs::BlobId;
use language::{ActionId, AnswerId, Failure, Moment, Problems, Refusal, Result};
use pictures::NewPicture;
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// How many answers a page of the gallery has.
const PAGE: i64 = 24;
/// How many answers give their faces to the card.
const FACES: i64 = 4;

/// The card of the newest action that runs and that the visitor did not answer, or a word
/// of thanks when they did. Nothing for those who are held back.
///
/// # Errors
/// A fault of the database.
pub fn home_card(request: &Request) -> Result<Option<Rendered>> {
    let me = request.visitor()?;
    let found = request.house.database.read(|conn| {
        let Some((action, answered)) = store::home(conn, me.id, request.now)? else {
            return Ok(None);
        };
        let mine = if answered { store::mine(conn, action.id, me.id)? } else { None };
        let latest = store::answers(conn, action.id, None, FACES)?;
        Ok(Some((action, mine, latest)))
    })?;
    let Some((action, mine, latest)) = found else { return Ok(None) };
    let ask = show::ask(request, &action, mine.as_ref(), &latest, true, "home");
    Rendered::of(&AskPiece { lang: request.lang, ask: &ask }).map(Some)
}

struct Row {
    href: String,
    question: String,
    meta: String,
    answers: String,
    answered: bool,
}

#[derive(Template)]
#[template(path = "list.html")]
struct List {
    lang: Lang,
    running: Vec<Row>,
    over: Vec<Row>,
    manages: bool,
}

pub(super) fn list(request: &Request) -> Result<Reply> {
    let me = request.visitor()?;
    let lang = request.lang;
    let listed = request.house.database.read(|conn| store::visible(conn, me.id, request.now))?;
    let (mut running, mut over) = (Vec::new(), Vec::new());
    for (action, answered) in listed {
        let is_running = action.standing(request.now) == Standing::Running;
        let row = Row {
            href: format!("/actions/{}", action.id),
            meta: show::period(lang, &action, request.now, &request.zone),
            answers: w::answer_count(lang, action.answers),
            answered,
            question: action.question,
        };
        if is_running { running.push(row) } else { over.push(row) }
    }
    let manages = me.manages();
    request.page(w::actions(lang), Place::Home, &List { lang, running, over, manages })
}

/// How many chose a button, on a scale of 100.
struct Tally {
    label: String,
    people: i64,
    length: String,
    mine: bool,
}

#[derive(Template)]
#[template(path = "action.html")]
struct Page {
    lang: Lang,
    ask: Ask,
    tallies: Vec<Tally>,
    /// Those who tapped or chose: shown as people, not as what they chose.
    people: bool,
    gallery: Vec<Said>,
    answers: String,
    mine: Option<i64>,
    next: Option<String>,
    first_page: bool,
    manages: bool,
}

struct Loaded {
    permit: MayRead,
    asked: bool,
    mine: Option<Answer>,
    latest: Vec<Answer>,
    answers: Vec<Answer>,
    tallies: Vec<(i32, i64)>,
}

fn load(request: &Request, before: Option<(Moment, AnswerId)>) -> Result<Loaded> {
    let me = request.visitor()?;
    let id: ActionId = request.param("action")?;
    request.house.database.read(|conn| {
        let permit = MayRead::of(conn, me.id, id, request.now)?;
        let asked = MayAnswer::of(permit.clone(), request.now).is_ok();
        let mine = store::mine(conn, id, me.id)?;
        let answers = store::answers(conn, id, before, PAGE)?;
        let latest = if before.is_none() {
            answers.iter().take(4).cloned().collect()
        } else {
            store::answers(conn, id, None, FACES)?
        };
        let counts = if permit.action().kind == AnswerKind::Choice {
            store::tallies(conn, id)?
        } else {
            Default::default()
        };
        let choices = &permit.action().choices;
        let tallies =
            choices.iter().map(|(n, _)| (*n, counts.get(n).copied().unwrap_or(0))).collect();
        Ok(Loaded { permit, asked, mine, latest, answers, tallies })
    })
}

fn tallies(loaded: &Loaded) -> Vec<Tally> {
    let action = loaded.permit.action();
    if action.kind != AnswerKind::Choice {
        return Vec::new();
    }
    let most = loaded.tallies.iter().map(|(_, people)| *people).max().unwrap_or(0).max(1);
    let chosen = loaded.mine.as_ref().and_then(|answer| answer.choice);
    loaded
        .tallies
        .iter()
        .map(|(number, people)| Tally {
            label: action.label(*number).unwrap_or("").to_owned(),
            people: *people,
            length: format!("{:.1}", 100.0 * *people as f64 / most as f64),
            mine: chosen == Some(*number),
        })
        .collect()
}

/// Where a page of the gallery starts: `1790000000000000-12`.
fn page_start(text: &str) -> Option<(Moment, AnswerId)> {
    let (moment, id) = text.split_once('-')?;
    Some((moment.parse().ok()?, id.parse().ok()?))
}

fn page(request: &Request, typed: &str, problems: Problems) -> Result<Reply> {
    let me = request.visitor()?;
    let lang = request.lang;
    let before = page_start(request.query.text("before"));
    let loaded = load(request, before)?;
    let tallies = tallies(&loaded);
    let action = loaded.permit.action();
    let full = usize::try_from(PAGE).is_ok_and(|most| loaded.answers.len() == most);
    let next = loaded
        .answers
        .last()
        .filter(|_| full)
        .map(|last| format!("/actions/{}?before={}-{}", action.id, last.at, last.id));
    let mine = loaded.mine.as_ref();
    let mut ask = show::ask(request, action, mine, &loaded.latest, loaded.asked, "page");
    ask.typed = typed.to_owned();
    let wrong = !problems.is_empty();
    ask.problems = problems;
    let body = Page {
        lang,
        tallies,
        people: ask.has_buttons(),
        answers: w::answer_count(lang, action.answers),
        mine: mine.map(|answer| answer.id.0),
        next,
        first_page: before.is_none(),
        manages: me.manages(),
        ask,
        gallery: show::said(request, me, action, loaded.answers),
    };
    let reply = request.page(&action.question, Place::Home, &body)?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    page(request, "", Problems::none())
}

/// Makes a picture safe and keeps it; none when none was sent.
fn keep_picture(request: &Request) -> Result<Option<NewPicture>> {
    let Some(upload) = request.form.uploads("picture").next() else { return Ok(None) };
    let random = request.house.database.environment().random();
    match pictures::keep(&request.house.blobs, random, &upload.bytes)? {
        Ok(kept) => Ok(Some(kept)),
        Err(problem) => Err(Problems::one("picture", problem.say(request.lang))),
    }
}

fn keep_answer(request: &Request, permit: &MayAnswer) -> Result<()> {
    let me = request.visitor()?;
    let form = request.form.only(&["choice", "answer", "picture", "from", "key"])?;
    let action = permit.action();
    let wanted = action.kind == AnswerKind::Picture;
    let picture = if wanted { keep_picture(request)? } else { None };
    let choice = form.parsed::<i32>("choice")?;
    let done =
        Given::new(request.lang, action, choice, form.text("answer"), picture).and_then(|given| {
            request.house.database.write(|tx| {
                // Asked again: between looking and answering it may have closed.
                let now = tx.now();
                let read = MayRead::of(tx, me.id, action.id, now)?;
                let permit = MayAnswer::of(read, now)?;
                crate::answer(tx, &permit, &given)
            })
        });
    if !matches!(done, Ok(crate::Answered::New(_))) {
        pictures::forget(&request.house.blobs, picture.as_slice());
    }
    done.map(|_| ())
}

/// The card alone, after a script sent the answer.
fn piece(request: &Request, from: &'static str, typed: &str, problems: Problems) -> Result<Reply> {
    let loaded = load(request, None)?;
    let action = loaded.permit.action();
    let mine = loaded.mine.as_ref();
    let mut ask = show::ask(request, action, mine, &loaded.latest, loaded.asked, from);
    ask.typed = typed.to_owned();
    let wrong = !problems.is_empty();
    ask.problems = problems;
    let reply = request.piece(&AskPiece { lang: request.lang, ask: &ask })?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

pub(super) fn answer(request: &Request) -> Result<Reply> {
    let me = request.visitor()?;
    let id: ActionId = request.param("action")?;
    let permit = request
        .house
        .database
        .read(|conn| MayAnswer::of(MayRead::of(conn, me.id, id, request.now)?, request.now))?;
    let from = if request.form.text("from") == "home" { "home" } else { "page" };
    match keep_answer(request, &permit) {
        Ok(()) if request.wants_piece => piece(request, from, "", Problems::none()),
        Ok(()) if from == "home" => Ok(Reply::to("/")),
        Ok(()) => Ok(Reply::to(format!("/actions/{id}"))),
        Err(Failure::Problems(problems)) => {
            let typed = request.form.raw("answer").to_owned();
            if request.wants_piece {
                piece(request, from, &typed, problems)
            } else {
                page(request, &typed, problems)
            }
        }
        Err(other) => Err(other),
    }
}

pub(super) fn take_back(request: &Request) -> Result<Reply> {
    let me = request.visitor()?;
    request.form.only(&[])?;
    let id: ActionId = request.param("action")?;
    let answer: AnswerId = request.param("answer")?;
    request.house.database.write(|tx| {
        let now = tx.now();
        let read = MayRead::of(tx, me.id, id, now)?;
        let permit = MayTakeBack::of(tx, &read, answer, me.role)?;
        crate::take_back(tx, &permit)
    })?;
    Ok(Reply::to(format!("/actions/{id}")))
}

pub(super) fn picture(request: &Request) -> Result<Reply> {
    let me = request.visitor()?;
    let id: ActionId = request.param("action")?;
    let answer: AnswerId = request.param("answer")?;
    let size: String = request.param("size")?;
    let (large, small, media_type) = request.house.database.read(|conn| {
        MayRead::of(conn, me.id, id, request.now)?;
        store::picture(conn, id, answer)
    })?;
    let name = match size.as_str() {
        "large" => large,
        "small" => small,
        _ => return Err(Refusal::NotFound.into()),
    };
    let blob: BlobId = name.parse().map_err(|_| Failure::Refusal(Refusal::NotFound))?;
    let bytes = request.house.blobs.get(blob).map_err(|e| Failure::fault("show a picture", e))?;
    // Only what we made ourselves is stored, and its kind is one of these two.
    let media_type = if media_type == "image/png" { "image/png" } else { "image/jpeg" };
    Ok(Reply::File { media_type, bytes, save_as: None })
}
