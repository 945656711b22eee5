//! Whether an action worked, for managers: the verdict, answers by department, the end.

use super::manage::{judge_later, standing_word};
use crate::action::{Action, Standing};
use crate::judge::{Judgement, Outcomes, Verdict, judge};
use crate::permits::MayManage;
use crate::show::{self, Bar, Line, Said};
use crate::{store, w};
use askama::Template;
use language::{ActionId, Result};
use web::{Place, Reply, Request};
use words::Lang;

/// How many answers the page of a result shows.
const SHOWN: i64 = 12;

#[derive(Template)]
#[template(path = "result.html")]
struct ResultPage {
    lang: Lang,
    action: Action,
    state: &'static str,
    period: String,
    sentence: String,
    bars: Vec<Bar>,
    scale: String,
    note: String,
    advice: &'static str,
    again: Option<String>,
    how: Vec<String>,
    reach: String,
    /// Departments that are large enough to show.
    lines: Vec<Line>,
    /// How many are not.
    hidden: usize,
    others: String,
    gallery: Vec<Said>,
    answers: String,
    may_close: bool,
    may_withdraw: bool,
}

/// The verdict, once there is one.
fn judgement(request: &Request, action: &Action) -> Result<Option<Judgement>> {
    let seen = matches!(action.standing(request.now), Standing::Running | Standing::Over);
    if !seen || request.now < action.window_ends() {
        return Ok(None);
    }
    // What was judged stands, whatever happens to the log later.
    let outcomes = match action.counted {
        Some((shown, held)) => Outcomes::counted(shown, held),
        None => request.house.database.read(|conn| store::outcomes(conn, action))?,
    };
    judge(&outcomes, action.outcome, action.held_percent).map(Some)
}

fn beforehand(lang: Lang, action: &Action) -> String {
    let people = action.shown + action.held;
    match action.detectable {
        Some(share) => w::said_beforehand(lang, people, show::detectable_points(lang, share)),
        None if action.held_percent == 0 => w::said_beforehand_all(lang, people),
        None => w::said_beforehand_none(lang, people),
    }
}

fn advice(lang: Lang, action: &Action, judgement: Option<&Judgement>) -> &'static str {
    match judgement.map(Judgement::verdict) {
        None if action.held_percent == 0 => w::advice_nothing_to_compare(lang),
        None => w::advice_wait(lang),
        Some(None) => w::advice_nothing_to_compare(lang),
        Some(Some(Verdict::Better)) => w::advice_better(lang),
        Some(Some(Verdict::Worse)) => w::advice_worse(lang),
        Some(Some(Verdict::CannotTell | Verdict::TooFewPeople)) => w::advice_unsure(lang),
    }
}

/// How the verdict came about, in a few sentences.
fn how(request: &Request, action: &Action, judgement: Option<&Judgement>) -> Vec<String> {
    let lang = request.lang;
    let fixed = match action.outcome {
        crate::Outcome::Contributed => w::measure_contributed(lang, action.window_days),
        crate::Outcome::Posted => w::measure_posted(lang, action.window_days),
        crate::Outcome::ActiveDays => w::measure_active_days(lang, action.window_days),
    };
    let mut lines = vec![w::how_fixed(lang, fixed)];
    if action.held_percent > 0 {
        lines.push(w::how_lot(lang, action.held, action.held_percent, action.shown));
    }
    lines.push(beforehand(lang, action));
    if let Some(Judgement::Shares(effect)) = judgement {
        if let (Some(points), Some(range)) = (effect.points, effect.interval) {
            let say = |value| words::decimal(lang, value, 1);
            lines.push(w::how_range(lang, say(range.high), say(range.low), say(points)));
        }
        let chance = effect.fisher.unwrap_or(effect.p);
        lines.push(if chance < 0.001 {
            w::how_chance_tiny(lang).to_owned()
        } else {
            w::how_chance(lang, (1_000.0 * chance).round() as i64)
        });
    }
    if let Some(Judgement::Days { difference: Some(difference), averages, .. }) = judgement {
        let say = |value: f64| words::decimal(lang, value, 1);
        let average = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), say);
        lines.push(w::how_days(
            lang,
            average(averages.0),
            say(difference.interval.high),
            average(averages.1),
            say(difference.interval.low),
        ));
    }
    lines.push(w::how_answers(lang).to_owned());
    lines
}

fn headline(request: &Request, action: &Action, judgement: Option<&Judgement>) -> String {
    let lang = request.lang;
    if let Some(judgement) = judgement {
        return show::sentence(lang, action, judgement);
    }
    match action.standing(request.now) {
        Standing::Idea => w::result_idea(lang).to_owned(),
        Standing::Planned => w::result_planned(lang, request.moment(action.opens_at)),
        Standing::Withdrawn => w::result_withdrawn(lang).to_owned(),
        Standing::Running | Standing::Over => {
            let day = |at: language::Moment| at.day(&request.zone).date();
            let ends = words::day(lang, day(action.window_ends()), day(request.now));
            w::result_not_yet(lang, ends)
        }
    }
}

/// People asked and how many of them answered, over all departments.
fn totals(rows: &[store::Reached]) -> (i64, i64) {
    rows.iter().fold((0, 0), |(asked, did), row| (asked + row.asked, did + row.answered))
}

fn find(request: &Request) -> Result<Action> {
    let id: ActionId = request.param("action")?;
    request.house.database.read(|conn| store::find(conn, id))
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let (me, lang) = (request.visitor()?, request.lang);
    let action = find(request)?;
    judge_later(request, std::slice::from_ref(&action));
    let judgement = judgement(request, &action)?;
    let verdict = judgement.as_ref();
    let (rows, answers) = request.house.database.read(|conn| {
        Ok((store::by_department(conn, action.id)?, store::answers(conn, action.id, None, SHOWN)?))
    })?;
    let standing = action.standing(request.now);
    let (asked, answered) = totals(&rows);
    let others = i64::from(action.answers) - answered;
    let bars = verdict.map_or_else(Vec::new, |j| show::result_bars(lang, &action, j));
    let title = action.title.clone();
    let all = show::departments(lang, &rows, request.community()?.floor).unwrap_or_default();
    let (lines, small): (Vec<Line>, Vec<Line>) =
        all.into_iter().partition(|line| line.counts.is_some());
    let body = ResultPage {
        lang,
        state: standing_word(lang, standing),
        period: show::period(lang, &action, request.now, &request.zone),
        sentence: headline(request, &action, verdict),
        scale: verdict.map_or_else(String::new, |j| words::decimal(lang, show::top_of(j), 0)),
        bars,
        note: beforehand(lang, &action),
        advice: advice(lang, &action, verdict),
        again: (standing != Standing::Running && standing != Standing::Planned)
            .then(|| format!("/cockpit/actions/new?like={}", action.id)),
        how: how(request, &action, verdict),
        reach: w::reach(lang, answered, asked),
        hidden: small.len(),
        lines,
        others: if others > 0 { w::others_answered(lang, others) } else { String::new() },
        gallery: show::said(request, me, &action, answers),
        answers: w::answer_count(lang, action.answers),
        may_close: matches!(standing, Standing::Running | Standing::Planned),
        may_withdraw: standing != Standing::Withdrawn,
        action,
    };
    request.page(&w::result_title(lang, title), Place::Cockpit, &body)
}

pub(super) fn csv(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let action = find(request)?;
    let rows = request.house.database.read(|conn| store::by_department(conn, action.id))?;
    let (asked, answered) = totals(&rows);
    let lines = show::departments(lang, &rows, request.community()?.floor).unwrap_or_default();
    let mut file = format!(
        "{};{};{}\r\n",
        text::csv_cell(w::csv_department(lang)),
        text::csv_cell(w::csv_asked(lang)),
        text::csv_cell(w::csv_answered(lang))
    );
    for line in &lines {
        let (asked, answered) = match line.counts {
            Some((asked, answered)) => (asked.to_string(), answered.to_string()),
            None => (w::too_small(lang).to_owned(), w::too_small(lang).to_owned()),
        };
        let fields =
            [text::csv_cell(&line.name), text::csv_cell(&asked), text::csv_cell(&answered)];
        file.push_str(&fields.join(";"));
        file.push_str("\r\n");
    }
    file.push_str(&format!(
        "{};\"{asked}\";\"{answered}\"\r\n",
        text::csv_cell(w::csv_total(lang))
    ));
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        // The mark tells spreadsheets that this is UTF-8.
        bytes: format!("\u{feff}{file}").into_bytes(),
        save_as: Some(format!("{}-{}.csv", w::csv_name(lang), action.id)),
    })
}

fn change(
    request: &Request,
    verb: fn(&mut database::Tx<'_>, &MayManage, ActionId) -> Result<()>,
) -> Result<ActionId> {
    let me = request.visitor()?;
    request.form.only(&[])?;
    let id: ActionId = request.param("action")?;
    let permit = MayManage::of(me.id, me.role)?;
    request.house.database.write(|tx| verb(tx, &permit, id))?;
    Ok(id)
}

pub(super) fn close(request: &Request) -> Result<Reply> {
    let id = change(request, crate::close)?;
    Ok(Reply::to(format!("/cockpit/actions/{id}")))
}

pub(super) fn withdraw(request: &Request) -> Result<Reply> {
    change(request, crate::withdraw)?;
    Ok(Reply::to("/cockpit/actions"))
}
