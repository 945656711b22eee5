//! From posts, comments and reactions to what templates print.

use crate::board::Board;
use crate::post::{Kind, Post};
use crate::store::Chosen;
use crate::{store, w};
use askama::Template;
use comments::Comment;
use database::{Conn, Stamp};
use language::{PersonId, PostId, Result, Role, Subject, SubjectKind};
use pictures::Shown;
use reactions::{Count, Word};
use std::collections::HashMap;
use std::sync::Arc;
use web::{Face, Request, Visitor};
use words::Lang;

/// The text of a post above which a card folds it, in characters.
const FOLDED_FROM: usize = 700;

/// A reaction word with how many gave it.
pub(crate) struct Tally {
    pub(crate) word: Word,
    pub(crate) people: i64,
    pub(crate) mine: bool,
}

/// A comment as it is printed.
pub(crate) struct Line {
    pub(crate) id: i64,
    pub(crate) face: Face,
    pub(crate) name: String,
    pub(crate) href: Option<String>,
    pub(crate) at: String,
    pub(crate) datetime: String,
    pub(crate) comment: Arc<Comment>,
    pub(crate) tallies: Vec<Tally>,
    pub(crate) accepted: bool,
    pub(crate) may_edit: bool,
    pub(crate) may_withdraw: bool,
    /// Comments on this comment.
    pub(crate) below: Vec<Line>,
}

/// A picture as it is printed.
pub(crate) struct Picture {
    pub(crate) shown: Shown,
    /// What can be seen, or whose it is when nobody said so.
    pub(crate) alt: String,
}

/// A post as it is printed.
pub(crate) struct Card {
    pub(crate) post: Arc<Post>,
    pub(crate) face: Face,
    pub(crate) name: String,
    pub(crate) href: Option<String>,
    pub(crate) at: String,
    pub(crate) datetime: String,
    pub(crate) tallies: Vec<Tally>,
    pub(crate) pictures: Vec<Picture>,
    pub(crate) last: Vec<Line>,
    pub(crate) folded: bool,
    pub(crate) may_edit: bool,
    pub(crate) may_withdraw: bool,
    pub(crate) open: bool,
    pub(crate) key: String,
    pub(crate) first_name: String,
}

impl Card {
    pub(crate) fn is_question(&self) -> bool {
        self.post.kind == Kind::Question
    }

    /// How wide a picture is shown, for the browser to choose a file by.
    pub(crate) fn picture_width(&self) -> &'static str {
        if self.pictures.len() > 1 {
            "(min-width: 40rem) 21rem, 50vw"
        } else {
            "(min-width: 44rem) 42rem, 100vw"
        }
    }

    /// Whether there are more comments than the card shows.
    pub(crate) fn has_more(&self) -> bool {
        usize::try_from(self.post.comments).is_ok_and(|all| all > self.last.len())
    }
}

#[derive(Template)]
#[template(path = "card.html")]
pub(crate) struct CardPiece<'a> {
    pub(crate) lang: Lang,
    pub(crate) card: &'a Card,
    pub(crate) me: &'a Visitor,
}

pub(crate) fn name_or_gone(lang: Lang, name: &str) -> String {
    if name.is_empty() { w::gone_author(lang).to_owned() } else { name.to_owned() }
}

fn face(lang: Lang, author: Option<PersonId>, name: &str, picture: Option<i64>) -> Face {
    match author {
        Some(id) => Face::of(id, name, picture),
        None => Face::unknown(&name_or_gone(lang, name)),
    }
}

/// Gives every picture words: its own, or its place among the others.
fn described(lang: Lang, name: &str, shown: &[Shown]) -> Vec<Picture> {
    let all = shown.len();
    let alt = |at: usize, shown: &Shown| match (shown.alt.is_empty(), all) {
        (false, _) => shown.alt.clone(),
        (true, 1) => w::picture_of(lang, name),
        (true, _) => w::picture_nth(lang, all, name, at + 1),
    };
    let with_alt =
        |(at, shown): (usize, &Shown)| Picture { alt: alt(at, shown), shown: shown.clone() };
    shown.iter().enumerate().map(with_alt).collect()
}

/// Cards of these posts in their order: one query for what the reader gave to them,
/// and a few for those that [`Board`] does not keep under `stamp`.
pub(crate) fn cards(
    conn: &mut Conn,
    request: &Request,
    stamp: &Stamp,
    chosen: &[Chosen],
) -> Result<Vec<Card>> {
    let me = request.visitor()?;
    let board = request.house.shelf.of::<Board>();
    let ids: Vec<PostId> = chosen.iter().map(|post| post.id).collect();
    let posts = board.posts(conn, stamp, &ids)?;
    let felt: Vec<i64> =
        posts.values().filter(|post| !post.counts.is_empty()).map(|post| post.post.id.0).collect();
    let mine = reactions::given(conn, me.id, SubjectKind::Post, &felt)?;
    // One number for all: with its place, each form has its own.
    let key = request.new_key();
    let show = |(at, chosen): (usize, &Chosen)| {
        let common = posts.get(&chosen.id)?;
        let given = |count: &Count| Tally {
            word: count.word,
            people: count.people,
            mine: mine.contains(&(count.subject_id, count.word)),
        };
        let mut card = card(
            request,
            me,
            Arc::clone(&common.post),
            common.counts.iter().map(given).collect(),
            &common.pictures,
            format!("{key}-{at}"),
        );
        card.open &= !chosen.expelled;
        let last = common.last.iter().map(Arc::clone);
        card.last = last.map(|c| line(request, me, c, Vec::new(), false)).collect();
        Some(card)
    };
    Ok(chosen.iter().enumerate().filter_map(show).collect())
}

fn card(
    request: &Request,
    me: &Visitor,
    post: Arc<Post>,
    tallies: Vec<Tally>,
    pictures: &[Shown],
    key: String,
) -> Card {
    let own = post.author == Some(me.id);
    let name = name_or_gone(request.lang, &post.author_name);
    Card {
        face: face(request.lang, post.author, &post.author_name, post.author_picture),
        href: post.author_handle.as_ref().map(|handle| format!("/people/{handle}")),
        at: request.moment(post.at),
        datetime: request.datetime(post.at),
        tallies,
        pictures: described(request.lang, &name, pictures),
        last: Vec::new(),
        folded: post.body.chars().nth(FOLDED_FROM).is_some(),
        may_edit: own,
        may_withdraw: own || me.at_least(Role::Moderator),
        open: post.open,
        key,
        first_name: name.split_whitespace().next().unwrap_or("").to_owned(),
        name,
        post,
    }
}

fn line(
    request: &Request,
    me: &Visitor,
    comment: Arc<Comment>,
    tallies: Vec<Tally>,
    accepted: bool,
) -> Line {
    let own = comment.author == Some(me.id);
    Line {
        id: comment.id.0,
        face: face(request.lang, comment.author, &comment.author_name, comment.author_picture),
        name: name_or_gone(request.lang, &comment.author_name),
        href: comment.author_handle.as_ref().map(|handle| format!("/people/{handle}")),
        at: request.moment(comment.at),
        datetime: request.datetime(comment.at),
        tallies,
        accepted,
        may_edit: own,
        may_withdraw: own || me.at_least(Role::Moderator),
        below: Vec::new(),
        comment,
    }
}

fn tallied(counts: Vec<Count>) -> HashMap<i64, Vec<Tally>> {
    let mut all: HashMap<i64, Vec<Tally>> = HashMap::new();
    for count in counts {
        all.entry(count.subject_id).or_default().push(Tally {
            word: count.word,
            people: count.people,
            mine: count.is_mine(),
        });
    }
    all
}

/// How many comments a thread shows at once.
pub(crate) const COMMENTS_A_PAGE: i64 = 200;

/// A thread as it is printed.
pub(crate) struct Letters {
    pub(crate) card: Card,
    pub(crate) accepted: Option<Line>,
    pub(crate) lines: Vec<Line>,
    pub(crate) next: Option<i64>,
}

/// The post with a page of its comments, comments on comments below theirs.
pub(crate) fn letters(
    conn: &mut Conn,
    request: &Request,
    post: Post,
    skip: i64,
) -> Result<Letters> {
    let me = request.visitor()?;
    let subject = Subject::from(post.id);
    let mut found = comments::of(conn, subject, skip, COMMENTS_A_PAGE + 1)?;
    let page = usize::try_from(COMMENTS_A_PAGE).unwrap_or(usize::MAX);
    let next = (found.len() > page).then_some(skip + COMMENTS_A_PAGE);
    found.truncate(page);
    let mut accepted = match post.accepted {
        Some(id) if found.iter().all(|c| c.id != id) => comments::find(conn, subject, id).ok(),
        Some(id) => found.iter().find(|c| c.id == id).cloned(),
        None => None,
    };
    let felt = found.iter().chain(&accepted).filter(|c| c.reactions > 0);
    let ids: Vec<i64> = felt.map(|c| c.id.0).collect();
    let counts = reactions::counts(conn, SubjectKind::Comment, &ids, Some(me.id))?;
    let top = accepted.take().map(|comment| {
        let of_top: Vec<Count> =
            counts.iter().filter(|c| c.subject_id == comment.id.0).cloned().collect();
        let tallies = tallied(of_top).into_values().next().unwrap_or_default();
        line(request, me, Arc::new(comment), tallies, true)
    });
    let mut by_comment = tallied(counts);
    let lines: Vec<Line> = found
        .into_iter()
        .map(|comment| {
            let tallies = by_comment.remove(&comment.id.0).unwrap_or_default();
            let is_top = post.accepted == Some(comment.id);
            line(request, me, Arc::new(comment), tallies, is_top)
        })
        .collect();
    let felt: &[i64] = if post.reactions > 0 { &[post.id.0] } else { &[] };
    let own = reactions::counts(conn, SubjectKind::Post, felt, Some(me.id))?;
    let tallies = tallied(own).into_values().next().unwrap_or_default();
    let pictures = pictures::of(conn, SubjectKind::Post, &[post.id.0])?;
    let card = card(request, me, Arc::new(post), tallies, &pictures, request.new_key());
    Ok(Letters { card, accepted: top, lines: nested(lines), next })
}

/// Puts comments on comments below theirs, one level deep: deeper ones join that level.
fn nested(lines: Vec<Line>) -> Vec<Line> {
    let mut top: Vec<Line> = Vec::new();
    let mut home: HashMap<i64, usize> = HashMap::new();
    for line in lines {
        match line.comment.parent.and_then(|parent| home.get(&parent.0).copied()) {
            Some(at) => {
                home.insert(line.id, at);
                top[at].below.push(line);
            }
            None => {
                home.insert(line.id, top.len());
                top.push(line);
            }
        }
    }
    top
}

/// The moment and id after which the next page of a feed begins, for its link.
pub(crate) fn next_page(posts: &[Chosen], page: usize) -> Option<String> {
    (posts.len() == page).then(|| posts.last().map(|p| format!("{}-{}", p.activity.0, p.id.0)))?
}

/// Reads what [`next_page`] wrote.
pub(crate) fn page_start(text: &str) -> Option<(language::Moment, language::PostId)> {
    let (moment, id) = text.split_once('-')?;
    Some((language::Moment(moment.parse().ok()?), language::PostId(id.parse().ok()?)))
}

/// Groups to choose from in a composer.
pub(crate) fn places(conn: &mut Conn, me: &Visitor) -> Result<Vec<store::Place>> {
    store::places(conn, me.id)
}
