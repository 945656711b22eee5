//! What a file would change, what cannot come in and why, and which column is what.

use super::show::main_of;
use super::{address, outcome, whole};
use crate::jobs::mark;
use crate::report::{Refused, Report};
use crate::uploads::Waiting;
use crate::{Change, Kind, reasons, w};
use askama::Template;
use formats::{Field, Input, Mapping, Peek, Sheet, peek};
use language::Result;
use web::{Reply, Request};
use words::Lang;

/// So many refusals stand on the page; the others are in the file.
const SHOWN: usize = 50;
/// So many rows stand beside the columns.
const ROWS: usize = 3;

/// A number with what it counts.
pub(super) struct Count {
    pub number: String,
    pub what: String,
}

/// Something that cannot come in.
struct Cannot<'a> {
    place: String,
    explanation: &'a str,
}

/// What a column can be.
struct Choice {
    code: &'static str,
    name: &'static str,
    chosen: bool,
}

/// A column of the file.
struct Pick {
    heading: String,
    /// What stands in it in the first rows.
    cells: String,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "preview.html")]
struct Preview<'a> {
    lang: Lang,
    file: &'a str,
    read: String,
    heading: String,
    counts: Vec<Count>,
    refused: Vec<Cannot<'a>>,
    refused_heading: String,
    refused_hint: &'static str,
    unreadable: bool,
    changes: &'a [Change],
    changes_heading: String,
    picks: Vec<Pick>,
    /// The columns are what is wrong.
    picks_open: bool,
    picks_problem: &'a str,
    /// Whether there is anything to publish.
    anything: bool,
    /// The outcome was another one when it was to be published.
    moved: bool,
    shown: String,
    base: String,
}

/// Of which table the columns can be told.
pub(super) fn sheet(kind: Kind) -> Option<Sheet> {
    match kind {
        Kind::People => Some(Sheet::People),
        Kind::Headcount => Some(Sheet::Headcount),
        Kind::Interactions => Some(Sheet::Interactions),
        Kind::StackExchange | Kind::Slack => None,
    }
}

/// The columns and first rows of a waiting table, if it is one.
pub(super) fn look(request: &Request, waiting: &Waiting) -> Option<Peek> {
    let path = waiting.path(&request.house.settings.scratch);
    let lines = waiting.columns.lines().map(str::trim).filter(|line| !line.is_empty());
    let mapping = Mapping::parse(lines).unwrap_or_default();
    peek(&Input::file(path), sheet(waiting.kind)?, &mapping, ROWS).ok()
}

/// The page.
pub(super) fn page(
    request: &Request,
    waiting: &Waiting,
    report: &Report,
    moved: bool,
) -> Result<Reply> {
    let seen = look(request, waiting);
    let picks = seen.map(|seen| picks(&seen, None, waiting.kind, request.lang)).unwrap_or_default();
    whole_page(request, waiting, report, moved, picks, "")
}

/// The page again, with what is wrong with the columns.
pub(super) fn with_problem(
    request: &Request,
    waiting: &Waiting,
    seen: &Peek,
    chosen: &[Option<Field>],
    problem: &str,
) -> Result<Reply> {
    let mut report = Report::new(waiting.kind);
    report.unreadable = true;
    let picks = picks(seen, Some(chosen), waiting.kind, request.lang);
    Ok(whole_page(request, waiting, &report, false, picks, problem)?.to_be_mended())
}

fn picks(seen: &Peek, chosen: Option<&[Option<Field>]>, kind: Kind, lang: Lang) -> Vec<Pick> {
    let fields: Vec<Field> = sheet(kind).into_iter().flat_map(Sheet::fields).collect();
    let pick = |(at, column): (usize, &formats::Column)| {
        let field = chosen.map_or(column.field, |chosen| chosen.get(at).copied().flatten());
        let choice = |of: &Field| Choice {
            code: of.code(),
            name: reasons::name(*of, lang),
            chosen: field == Some(*of),
        };
        let cells = seen.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim());
        let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).map(short).collect();
        Pick {
            heading: short(&column.heading),
            cells: cells.join(" · "),
            choices: fields.iter().map(choice).collect(),
        }
    };
    seen.columns.iter().enumerate().map(pick).collect()
}

/// The beginning of a text, on one line.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// What it comes down to, in a few words.
fn heading(report: &Report, lang: Lang) -> String {
    let made = serde_json::to_value(&report.created).unwrap_or_default();
    let number = |name: &str| made[name].as_i64().unwrap_or(0);
    let parts = outcome(lang, number, whole(report.updated));
    let refused = whole(report.refused_count);
    if report.unreadable {
        return w::heading_unreadable(lang).to_owned();
    }
    match (parts.is_empty(), report.unchanged, refused) {
        (true, 0, 0) => w::heading_no_rows(lang).to_owned(),
        (true, 0, _) => w::heading_all_refused(lang).to_owned(),
        (true, _, 0) => w::heading_nothing(lang).to_owned(),
        (true, _, _) => w::heading_nothing_new(lang, refused),
        (false, _, _) => {
            let mut said = parts.get(..3).unwrap_or(&parts).to_vec();
            if refused > 0 {
                said.push(w::and_refused(lang, refused));
            }
            said.join(", ")
        }
    }
}

/// What would come, change, stay and not come, as numbers.
pub(super) fn counts(report: &Report, lang: Lang) -> Vec<Count> {
    let made = &report.created;
    let counts = [
        (made.members, w::count_members as fn(Lang, i64) -> String),
        (made.departments, w::count_departments),
        (made.groups, w::count_groups),
        (made.memberships, w::count_memberships),
        (made.threads, w::count_threads),
        (made.comments, w::count_comments),
        (made.accepted, w::count_accepted),
        (made.reactions, w::count_reactions),
        (made.interactions, w::count_interactions),
        (report.updated, w::count_updated),
        (report.unchanged, w::count_unchanged),
        (report.refused_count, w::count_refused),
    ];
    let count = |(number, say): (u64, fn(Lang, i64) -> String)| Count {
        number: words::number(lang, whole(number)),
        what: say(lang, whole(number)),
    };
    counts.into_iter().filter(|(number, _)| *number > 0).map(count).collect()
}

/// Where something stands, as people say it.
fn place(refused: &Refused, kind: Kind, lang: Lang) -> String {
    let row = refused.place.rsplit_once(':');
    match row.and_then(|(file, row)| Some((file, row.parse::<i64>().ok()?))) {
        Some((file, row)) if kind.has_columns() => w::place_line(lang, file, row),
        Some((file, row)) => w::place_item(lang, file, row),
        None => refused.place.clone(),
    }
}

fn whole_page(
    request: &Request,
    waiting: &Waiting,
    report: &Report,
    moved: bool,
    picks: Vec<Pick>,
    picks_problem: &str,
) -> Result<Reply> {
    let lang = request.lang;
    let anything = !report.created.is_empty() || report.updated > 0;
    let listed = report.refused.get(..SHOWN).unwrap_or(&report.refused);
    let cannot = |refused| Cannot {
        place: place(refused, waiting.kind, lang),
        explanation: &refused.explanation,
    };
    let about_columns = ["missing_columns", "double_column", "no_such_column"];
    let page = Preview {
        lang,
        file: &waiting.file,
        read: w::rows_read(lang, whole(report.read)),
        heading: heading(report, lang),
        counts: counts(report, lang),
        refused_heading: w::refused_heading(lang, whole(report.refused_count)),
        refused_hint: match (report.unreadable, anything) {
            (true, _) => w::unreadable_hint(lang),
            (false, true) => w::refused_hint(lang),
            (false, false) => w::all_refused_hint(lang),
        },
        unreadable: report.unreadable,
        changes: &report.changes,
        changes_heading: if report.changes.len() < crate::MOST_CHANGES {
            w::all_changes(lang).to_owned()
        } else {
            w::first_changes(lang, whole(crate::MOST_CHANGES as u64))
        },
        picks,
        picks_open: !picks_problem.is_empty()
            || listed.iter().any(|refused| about_columns.contains(&refused.reason)),
        picks_problem,
        refused: listed.iter().map(cannot).collect(),
        anything,
        moved,
        shown: mark(report),
        base: address(waiting.id),
    };
    main_of(request, &page)
}
