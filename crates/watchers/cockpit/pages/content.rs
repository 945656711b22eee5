//! What resonates, what rises, where it fell silent, and whether there is a best time
//! (SCIENCE.md §9).

use crate::charts::{self, Bar};
use crate::content::{self, BEFORE, Content, Rising, Top};
use crate::metrics::CONTENT;
use crate::permits::MayManage;
use crate::store::{self, Branch, Titled};
use crate::tiers::{self, MEASURES};
use crate::{csv, say, tasks, w};
use askama::Template;
use insight::Interval;
use language::Result;
use rollups::closed_week_end;
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// The action that shares a post with everybody, and the one for a theme (SCIENCE.md 7.1).
const HIGHLIGHT: i32 = 19;
const THEME_WEEK: i32 = 28;
/// A word is in one of so many by chance (z above 3, to one side).
const BY_CHANCE: f64 = 0.001_35;

/// A post in the table.
pub(crate) struct Line {
    pub href: String,
    pub name: String,
    pub kind: &'static str,
    pub of: String,
    pub share: String,
    pub range: String,
    pub above: bool,
}

/// A word in the table.
pub(crate) struct Word {
    pub word: String,
    pub people: String,
    pub now: String,
    pub before: String,
    pub busy: String,
}

/// A topic in the table.
struct Silent {
    name: String,
    silent: String,
    usual: String,
    posts: String,
}

#[derive(Template)]
#[template(path = "templates/content.html")]
struct Page {
    lang: Lang,
    past: String,
    period: String,
    finding: String,
    lead: String,
    known: bool,
    bars: Rendered,
    usual: String,
    lines: Vec<Line>,
    highlight: bool,
    advice: String,
    action: i32,
    action_word: &'static str,
    words: Vec<Word>,
    words_note: String,
    gaps: Vec<Silent>,
    gaps_note: String,
    unheard: String,
    best: String,
    best_note: String,
    version: String,
}

/// What the page and the files rest on.
struct Found {
    content: Option<(language::Day, Content)>,
    titles: Vec<Titled>,
    tree: Vec<Branch>,
    shown: Vec<tiers::Shown>,
    standing: rollups::Standing,
}

fn found(request: &Request) -> Result<Found> {
    let permit = MayManage::of(request.visitor()?)?;
    let standing = super::standing(request)?;
    let end = standing.day.plus(-1);
    let week = closed_week_end(standing.day);
    request.house.database.snapshot(|conn| {
        let kept = store::newest_insight::<Content>(conn, CONTENT, end)?;
        let ids: Vec<i64> =
            kept.iter().flat_map(|kept| &kept.found.value.top).map(|top| top.post).collect();
        Ok(Found {
            titles: store::titles(conn, permit.by(), &ids)?,
            content: kept.map(|kept| (kept.end, kept.found.value)),
            tree: store::tree(conn)?,
            shown: store::shown_of(conn, &MEASURES, week, week)?,
            standing,
        })
    })
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let found = found(request)?;
    let today = request.now.day(&request.zone);
    let (end, content) = found.content.unwrap_or((found.standing.day.plus(-1), Content::default()));
    let known = content.posts > 0 || content.messages > 0;
    let from = end.plus(-6 + 1 - content::DAYS);
    let lines = lines(lang, &content, &found.titles);
    let theme = content.rising.first().map(|one| one.word.clone());
    let (advice, action, action_word) = advice(lang, &content, theme.as_deref());
    let (best, best_note) = best(lang, &content);
    let body = Page {
        lang,
        past: super::past(lang, &found.standing, today),
        period: words::period(lang, from.date(), end.date(), today.date()),
        finding: finding(lang, &content, &lines),
        lead: lead(lang, &content),
        known,
        bars: charts::bars("bars bars--large bars--wide", &bars(lang, &content, &found.titles))?,
        usual: words::percent(lang, content.usual),
        highlight: lines.first().is_some_and(|line| line.above),
        lines,
        advice,
        action,
        action_word,
        words_note: words_note(lang, &content),
        words: words_of(lang, &content.rising),
        gaps: gaps(lang, &content),
        gaps_note: w::content_gaps_note(lang, content.topics),
        unheard: unheard(lang, &found.shown, &found.tree),
        best,
        best_note,
        version: CONTENT.version.to_string(),
    };
    request.page(w::content(lang), Place::Cockpit, &body)
}

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A post with its title, where it may still be shown.
fn titled<'a>(
    content: &'a Content,
    titles: &'a [Titled],
) -> impl Iterator<Item = (&'a Top, String)> {
    content.top.iter().filter_map(|top| {
        let title = titles.iter().find(|title| title.id == top.post)?;
        Some((top, tasks::quoted(&title.title, &title.body)))
    })
}

/// The posts, most resonant first.
pub(crate) fn lines(lang: Lang, content: &Content, titles: &[Titled]) -> Vec<Line> {
    titled(content, titles)
        .map(|(top, name)| Line {
            href: format!("/posts/{}", top.post),
            name,
            kind: if top.question { w::kind_question(lang) } else { w::kind_update(lang) },
            of: w::x_of_n(lang, top.came, top.reactors),
            share: words::percent(lang, top.share),
            range: say::range(lang, Interval { low: top.low, high: top.high }),
            above: top.above,
        })
        .collect()
}

fn bars(lang: Lang, content: &Content, titles: &[Titled]) -> Vec<Bar> {
    let most = content.top.iter().map(|top| top.high).fold(0.01, f64::max);
    let at = |share: f64| share / most * 100.0;
    titled(content, titles)
        .take(5)
        .map(|(top, name)| Bar {
            label: name,
            strong: words::percent(lang, top.share),
            rest: w::content_counted(lang, top.came, top.reactors),
            track: 100.0,
            fill: at(top.share),
            range: Some((at(top.low), at(top.high))),
            quiet: !top.above,
            ..Bar::default()
        })
        .collect()
}

/// The sentence on top: what touched most people, when that is more than usual.
pub(crate) fn finding(lang: Lang, content: &Content, lines: &[Line]) -> String {
    match lines.first() {
        _ if content.posts == 0 => w::content_finding_few(lang).to_owned(),
        Some(first) if first.above => w::content_finding_top(lang, &first.of, &first.name),
        _ => w::content_finding_none(lang).to_owned(),
    }
}

/// What rises, in a sentence.
pub(crate) fn lead(lang: Lang, content: &Content) -> String {
    match content.rising.first() {
        Some(one) => w::content_lead_word(lang, one.people, &one.word),
        None => String::new(),
    }
}

fn advice(lang: Lang, content: &Content, theme: Option<&str>) -> (String, i32, &'static str) {
    if let Some(word) = theme {
        let text = w::content_advice_word(lang, word);
        return (text, THEME_WEEK, w::content_action_theme(lang));
    }
    if let Some(gap) = content.gaps.first() {
        let text = w::content_advice_gap(lang, &gap.name);
        return (text, THEME_WEEK, w::content_action_theme(lang));
    }
    (w::content_advice_top(lang).to_owned(), HIGHLIGHT, w::content_action_highlight(lang))
}

/// The words that rise.
pub(crate) fn words_of(lang: Lang, rising: &[Rising]) -> Vec<Word> {
    rising
        .iter()
        .map(|one| Word {
            word: one.word.clone(),
            people: words::number(lang, whole(one.people)),
            now: words::number(lang, whole(one.now)),
            before: words::number(lang, whole(one.before)),
            busy: w::content_busy(lang, one.weeks),
        })
        .collect()
}

fn words_note(lang: Lang, content: &Content) -> String {
    if content.compared == 0 {
        return w::content_words_few(lang).to_owned();
    }
    let chance = words::decimal(lang, content.compared as f64 * BY_CHANCE, 1);
    w::content_words_note(lang, chance, content.compared)
}

fn gaps(lang: Lang, content: &Content) -> Vec<Silent> {
    content
        .gaps
        .iter()
        .map(|gap| Silent {
            name: gap.name.clone(),
            silent: w::days_ago(lang, gap.silent),
            usual: w::every_days(lang, gap.usual.round().max(1.0) as u64),
            posts: words::number(lang, whole(gap.posts)),
        })
        .collect()
}

/// Departments of which it may be said that nobody started anything in four weeks.
fn unheard(lang: Lang, shown: &[tiers::Shown], tree: &[Branch]) -> String {
    let silent: Vec<String> = tiers::lines(shown)
        .iter()
        .filter(|line| line.id > 0 && line.now.did[0] == 0)
        .filter_map(|line| tree.iter().find(|(id, ..)| *id == line.id))
        .map(|(.., name)| name.clone())
        .collect();
    if silent.is_empty() {
        String::new()
    } else {
        w::content_unheard(lang, say::named(lang, &silent))
    }
}

/// Whether there is a best time, and what that rests on.
pub(crate) fn best(lang: Lang, content: &Content) -> (String, String) {
    let best = content.best;
    if best.tried == 0 {
        return (w::best_time_unknown(lang).to_owned(), String::new());
    }
    // A chance is never quite everything.
    let percent = |chance: f64| words::percent(lang, chance.min(0.999));
    match best.slot {
        Some(slot) => {
            let (weekday, hour) = content::slot(slot);
            let day = i8::try_from(weekday)
                .ok()
                .and_then(|day| jiff::civil::Weekday::from_monday_zero_offset(day).ok())
                .map_or("", |day| words::weekday(lang, day));
            let sure = w::best_time_sure(lang, percent(best.nearest), best.tried);
            (w::best_time_is(lang, day, hour, hour + 1), sure)
        }
        None => (
            w::best_time_none(lang).to_owned(),
            w::best_time_why(
                lang,
                percent(best.nearest),
                words::decimal(lang, best.needed * 100.0, 2),
                best.tried,
            ),
        ),
    }
}

pub(super) fn csv(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let found = found(request)?;
    let (end, content) = found.content.unwrap_or((found.standing.day, Content::default()));
    let mut lines_of = vec![
        [
            w::column_post(lang),
            w::column_kind(lang),
            w::column_reacted(lang),
            w::column_share(lang),
            w::column_range(lang),
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    lines_of.extend(
        lines(lang, &content, &found.titles)
            .into_iter()
            .map(|line| vec![line.name, line.kind.to_owned(), line.of, line.share, line.range]),
    );
    file(w::content_file(lang), end, &lines_of)
}

pub(super) fn words_csv(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let found = found(request)?;
    let (end, content) = found.content.unwrap_or((found.standing.day, Content::default()));
    let before = i64::from(BEFORE);
    let mut lines = vec![vec![
        w::column_word(lang).to_owned(),
        w::column_people(lang).to_owned(),
        w::column_this_week(lang).to_owned(),
        w::column_weeks_before(lang, before),
        w::column_busy(lang).to_owned(),
    ]];
    lines.extend(
        words_of(lang, &content.rising)
            .into_iter()
            .map(|one| vec![one.word, one.people, one.now, one.before, one.busy]),
    );
    file(w::content_words_file(lang), end, &lines)
}

fn file(name: &str, end: language::Day, lines: &[Vec<String>]) -> Result<Reply> {
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv::file(lines),
        save_as: Some(format!("{name}-{}.csv", end.date())),
    })
}
