//! The card of an action, and an answer in the gallery.

use crate::action::{Action, Answer, AnswerKind, Standing};
use crate::answer::MOST_ANSWER;
use crate::w;
use askama::Template;
use language::{Problems, Role};
use web::{Face, Request, Visitor};
use words::Lang;

/// The card of an action.
pub(crate) struct Ask {
    pub(crate) id: i64,
    pub(crate) kicker: &'static str,
    pub(crate) left: String,
    pub(crate) question: String,
    pub(crate) note: String,
    pub(crate) choices: Vec<(i32, String)>,
    kind: AnswerKind,
    running: bool,
    /// Whether the reader may answer now.
    pub(crate) open: bool,
    /// What the reader answered; empty for a picture without words.
    pub(crate) mine: Option<String>,
    pub(crate) faces: Vec<Face>,
    pub(crate) who: String,
    /// Where the form goes back to.
    pub(crate) from: &'static str,
    pub(crate) typed: String,
    pub(crate) problems: Problems,
    pub(crate) most: usize,
}

impl Ask {
    pub(crate) fn has_buttons(&self) -> bool {
        matches!(self.kind, AnswerKind::Tap | AnswerKind::Choice)
    }

    pub(crate) fn wants_picture(&self) -> bool {
        self.kind == AnswerKind::Picture
    }

    /// Whether it is over.
    pub(crate) fn is_over(&self) -> bool {
        !self.running
    }

    /// What is wrong with the answer, whatever its field.
    pub(crate) fn problem(&self) -> Option<&str> {
        self.problems.0.first().map(|problem| problem.message.as_str())
    }
}

/// The card alone.
#[derive(Template)]
#[template(path = "ask.html")]
pub(crate) struct AskPiece<'a> {
    pub(crate) lang: Lang,
    pub(crate) ask: &'a Ask,
}

fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

fn who(lang: Lang, count: i32, latest: &[Answer]) -> String {
    match (count, latest) {
        (1, [a, ..]) => w::who_one(lang, first_name(&a.name)),
        (2, [a, b, ..]) => w::who_two(lang, first_name(&a.name), first_name(&b.name)),
        (n, [a, b, ..]) => w::who_more(lang, first_name(&a.name), first_name(&b.name), n - 2),
        _ => w::who_none(lang).to_owned(),
    }
}

fn left(request: &Request, action: &Action) -> String {
    let lang = request.lang;
    match action.standing(request.now) {
        Standing::Running => {
            let last = action.closes_at.plus(-1).day(&request.zone);
            match last.0 - request.now.day(&request.zone).0 {
                0 => w::last_day(lang).to_owned(),
                days => w::days_left(lang, days),
            }
        }
        Standing::Planned => w::opens_on(lang, request.moment(action.opens_at)),
        Standing::Over => w::closed_on(lang, request.moment(action.closes_at)),
        Standing::Idea => w::standing_idea(lang).to_owned(),
        Standing::Withdrawn => w::standing_withdrawn(lang).to_owned(),
    }
}

/// The card of an action for its reader. `latest` are the newest answers, for the faces;
/// `mine` is the reader's own.
pub(crate) fn ask(
    request: &Request,
    action: &Action,
    mine: Option<&Answer>,
    latest: &[Answer],
    asked: bool,
    from: &'static str,
) -> Ask {
    let lang = request.lang;
    let running = action.standing(request.now) == Standing::Running;
    let told = |answer: &Answer| {
        let label = answer.choice.and_then(|number| action.label(number));
        label.map_or_else(|| answer.body.clone(), str::to_owned)
    };
    Ask {
        id: action.id.0,
        kicker: if action.audience.is_empty() {
            w::ask_everybody(lang)
        } else {
            w::ask_departments(lang)
        },
        left: left(request, action),
        question: action.question.clone(),
        note: action.explanation.clone(),
        choices: action.choices.clone(),
        kind: action.kind,
        running,
        open: running && asked && mine.is_none(),
        mine: mine.map(told),
        faces: latest
            .iter()
            .take(4)
            .map(|answer| Face::of(answer.person, &answer.name, answer.face))
            .collect(),
        who: who(lang, action.answers, latest),
        from,
        typed: String::new(),
        problems: Problems::none(),
        most: MOST_ANSWER,
    }
}

/// A picture in the gallery.
pub(crate) struct Photo {
    pub(crate) src: String,
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) alt: String,
}

/// An answer in the gallery.
pub(crate) struct Said {
    pub(crate) id: i64,
    pub(crate) face: Face,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) department: String,
    pub(crate) at: String,
    pub(crate) datetime: String,
    pub(crate) text: String,
    pub(crate) photo: Option<Photo>,
    pub(crate) own: bool,
    pub(crate) may_remove: bool,
}

/// Answers as the gallery prints them for this visitor.
pub(crate) fn said(
    request: &Request,
    me: &Visitor,
    action: &Action,
    answers: Vec<Answer>,
) -> Vec<Said> {
    answers
        .into_iter()
        .map(|answer| {
            let own = answer.person == me.id;
            let photo = answer.picture.as_ref().map(|(width, height, alt)| Photo {
                src: format!("/actions/{}/answers/{}/picture/large", action.id, answer.id),
                width: *width,
                height: *height,
                // What they wrote stands below the picture: it is not read out twice.
                alt: if alt.is_empty() || *alt == answer.body {
                    w::photo_by(request.lang, &answer.name)
                } else {
                    alt.clone()
                },
            });
            Said {
                id: answer.id.0,
                face: Face::of(answer.person, &answer.name, answer.face),
                href: format!("/people/{}", answer.handle),
                department: answer.department.unwrap_or_default(),
                at: request.moment(answer.at),
                datetime: request.datetime(answer.at),
                text: answer.body,
                photo,
                own,
                may_remove: own || me.at_least(Role::Moderator),
                name: answer.name,
            }
        })
        .collect()
}
