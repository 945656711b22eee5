//! What asks for the manager today, most pressing first.

use crate::store::{ActionRow, Live, Thread};
use crate::w;
use language::{Day, Moment};
use oversight::Consent;
use rollups::Waiting;
use web::Face;
use words::Lang;

/// At most so many things are asked of somebody in a day.
pub(crate) const MOST: usize = 7;
/// An action that closes within this time asks for attention.
const SOON: i64 = 3 * Moment::DAY;
/// The outcome of an action is news for this long.
const NEWS: i64 = 7 * Moment::DAY;
/// The outcome of an action that closed longer ago is history.
const HISTORY: i64 = 60 * Moment::DAY;
/// At most so many outcomes: people who wait go first.
const OUTCOMES: usize = 2;
/// At most so many actions that run are named.
const RUNNING: usize = 3;
/// The longest piece of a post that a line quotes, in characters.
const QUOTED: usize = 60;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Task {
    /// Who it is about; none shows a sign.
    pub face: Option<Face>,
    /// The icon when there is no face.
    pub icon: &'static str,
    /// Who, in bold.
    pub who: String,
    /// What happened.
    pub what: String,
    /// How long it waits.
    pub wait: String,
    /// Where to go.
    pub href: String,
    /// What the button says.
    pub button: &'static str,
}

/// The first words of a text, on one line.
pub(crate) fn quoted(title: &str, body: &str) -> String {
    let text = if title.trim().is_empty() { body } else { title };
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    if line.chars().count() <= QUOTED {
        return line;
    }
    let cut: String = line.chars().take(QUOTED).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// Threads that wait for an answer, with who opened them only where lists with names are
/// on (SCIENCE.md §0, privacy rule 5).
pub(crate) fn waiting(
    lang: Lang,
    found: &[Waiting],
    threads: &[Thread],
    now: Moment,
    named: Option<&Consent>,
) -> Vec<Task> {
    found
        .iter()
        .filter_map(|one| {
            let thread = threads.iter().find(|thread| thread.id == one.thread.0)?;
            let (face, who) = match named {
                Some(_) => signed(lang, thread),
                None => (None, w::unnamed(lang).to_owned()),
            };
            let text = quoted(&thread.title, &thread.body);
            let hours = now.since(one.opened_at) as f64 / Moment::HOUR as f64;
            let (what, button) = match (one.first, one.question) {
                (true, true) => (w::first_question(lang, text), w::welcome(lang)),
                (true, false) => (w::first_post(lang, text), w::welcome(lang)),
                (false, _) => (w::open_question(lang, text), w::give_answer(lang)),
            };
            Some(Task {
                face,
                icon: "question",
                who,
                what,
                wait: w::waits(lang, words::duration(lang, hours)),
                href: format!("/posts/{}", thread.id),
                button,
            })
        })
        .collect()
}

/// Who opened a thread, with their face.
fn signed(lang: Lang, thread: &Thread) -> (Option<Face>, String) {
    let who = thread
        .name
        .clone()
        .or_else(|| thread.guest.clone())
        .unwrap_or_else(|| w::somebody(lang).to_owned());
    let face = match thread.author {
        Some(id) => Face::of(id, &who, thread.picture),
        None => Face::unknown(&who),
    };
    (Some(face), who)
}

/// The list of a day: what ends soon, who waits, what is new; people before outcomes.
pub(crate) fn today(
    lang: Lang,
    rows: &[ActionRow],
    found: &[Waiting],
    threads: &[Thread],
    now: Moment,
    named: Option<&Consent>,
) -> Vec<Task> {
    let (ending, outcomes): (Vec<Task>, Vec<Task>) =
        actions(lang, rows, now).into_iter().partition(|task| task.icon == "action");
    let outcomes: Vec<Task> = outcomes.into_iter().take(OUTCOMES).collect();
    let mut all = ending;
    all.extend(waiting(lang, found, threads, now, named));
    all.truncate(MOST - outcomes.len());
    all.extend(outcomes);
    all
}

/// Signals that nobody judged yet: one line, the newest first, however many went off.
pub(crate) fn alarms(lang: Lang, live: &[Live], today: Day) -> Vec<Task> {
    let Some(first) = live.first() else { return Vec::new() };
    let day = words::day(lang, first.day.date(), today.date());
    vec![Task {
        face: None,
        icon: "mind",
        who: first.series.say(lang).to_owned(),
        what: w::alarm_instead(
            lang,
            words::decimal(lang, first.usual, 0),
            words::number(lang, first.value),
        ),
        wait: match live.len() - 1 {
            0 => day,
            others => w::and_more_alarms(lang, day, others),
        },
        href: "/cockpit/alarms".to_owned(),
        button: w::alarm_task_look(lang),
    }]
}

/// An action that asks nothing of the manager now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Running {
    /// What it is called.
    pub title: String,
    /// How long it runs still, and how many answered.
    pub note: String,
    /// Where to go.
    pub href: String,
}

/// What runs by itself: actions that are not about to end, the first to end first.
pub(crate) fn running(lang: Lang, rows: &[ActionRow], now: Moment) -> Vec<Running> {
    let mut open: Vec<&ActionRow> =
        rows.iter().filter(|row| row.state == "open" && row.closes_at.since(now) >= SOON).collect();
    open.sort_by_key(|row| row.closes_at);
    open.into_iter()
        .take(RUNNING)
        .map(|row| {
            let hours = row.closes_at.since(now) as f64 / Moment::HOUR as f64;
            let answers = usize::try_from(row.answers).unwrap_or(0);
            Running {
                title: row.title.clone(),
                note: w::runs_still(lang, answers, words::duration(lang, hours)),
                href: format!("/cockpit/actions/{}", row.id),
            }
        })
        .collect()
}

/// Actions that end soon, and outcomes that are new.
fn actions(lang: Lang, rows: &[ActionRow], now: Moment) -> Vec<Task> {
    let duration = |micros: i64| words::duration(lang, micros as f64 / Moment::HOUR as f64);
    rows.iter()
        .filter_map(|row| {
            let left = row.closes_at.since(now);
            let judged = row
                .judged_at
                .map(|at| now.since(at))
                .filter(|ago| (0..NEWS).contains(ago) && -left < HISTORY);
            let (what, wait, button, icon) = if let Some(ago) = judged {
                (
                    w::outcome_known(lang),
                    w::since(lang, duration(ago)),
                    w::read_outcome(lang),
                    "result",
                )
            } else if row.state == "open" && (0..SOON).contains(&left) {
                (w::action_ends(lang), w::still(lang, duration(left)), w::look(lang), "action")
            } else {
                return None;
            };
            Some(Task {
                face: None,
                icon,
                who: row.title.clone(),
                what: what.to_owned(),
                wait,
                href: format!("/cockpit/actions/{}", row.id),
                button,
            })
        })
        .collect()
}
