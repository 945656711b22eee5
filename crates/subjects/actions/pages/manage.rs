//! What managers see: all actions, and the library.

use crate::action::{Action, Standing};
use crate::catalogue::{self, Effort, Entry, Goal, Phase};
use crate::show;
use crate::{store, w};
use askama::Template;
use language::{Refusal, Result};
use std::collections::HashMap;
use web::{Place, Reply, Request};
use words::Lang;

struct Row {
    href: String,
    title: String,
    meta: String,
    state: &'static str,
    badge: &'static str,
    icon: &'static str,
    finding: String,
}

struct Recipe {
    entry: &'static Entry,
    href: String,
    goal: &'static str,
    grade: &'static str,
    effort: &'static str,
    own: Option<String>,
}

/// One thing of a list to filter by.
struct Filter {
    value: &'static str,
    label: &'static str,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "manage.html")]
struct List {
    lang: Lang,
    now: Vec<Row>,
    past: Vec<Row>,
    goals: Vec<Filter>,
    phases: Vec<Filter>,
    efforts: Vec<Filter>,
    recipes: Vec<Recipe>,
    filtered: bool,
}

fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Inception => "inception",
        Phase::Establishment => "establishment",
        Phase::Maturity => "maturity",
        Phase::Mitosis => "mitosis",
        Phase::Decline => "decline",
    }
}

fn phase_word(lang: Lang, phase: Phase) -> &'static str {
    match phase {
        Phase::Inception => w::phase_inception(lang),
        Phase::Establishment => w::phase_establishment(lang),
        Phase::Maturity => w::phase_maturity(lang),
        Phase::Mitosis => w::phase_mitosis(lang),
        Phase::Decline => w::phase_decline(lang),
    }
}

fn effort_name(effort: Effort) -> &'static str {
    match effort {
        Effort::Small => "small",
        Effort::Medium => "medium",
        Effort::Large => "large",
    }
}

fn effort_word(lang: Lang, effort: Effort) -> &'static str {
    match effort {
        Effort::Small => w::effort_small(lang),
        Effort::Medium => w::effort_medium(lang),
        Effort::Large => w::effort_large(lang),
    }
}

const PHASES: &[Phase] = &[Phase::Inception, Phase::Establishment, Phase::Maturity, Phase::Mitosis];
const EFFORTS: &[Effort] = &[Effort::Small, Effort::Medium, Effort::Large];

/// Where an action stands, in a word.
pub(super) fn standing_word(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Idea => w::standing_idea(lang),
        Standing::Planned => w::standing_planned(lang),
        Standing::Running => w::standing_running(lang),
        Standing::Over => w::standing_over(lang),
        Standing::Withdrawn => w::standing_withdrawn(lang),
    }
}

fn row(request: &Request, action: &Action) -> Result<Row> {
    let lang = request.lang;
    let standing = action.standing(request.now);
    let (badge, icon) = match standing {
        Standing::Idea => ("", "edit"),
        Standing::Planned => ("", "clock"),
        Standing::Running => ("badge--water", "action"),
        Standing::Over => ("badge--fine", "check"),
        Standing::Withdrawn => ("", "close"),
    };
    let finding = match standing {
        Standing::Over => match show::own_result(lang, action)? {
            Some(result) => result,
            None if request.now < action.window_ends() => w::finding_later(lang).to_owned(),
            None => w::finding_none(lang).to_owned(),
        },
        _ => String::new(),
    };
    let period = show::period(lang, action, request.now, &request.zone);
    let meta = match standing {
        Standing::Idea => action.owner_name.clone(),
        _ => w::row_meta(lang, action.answers, period),
    };
    Ok(Row {
        href: format!("/cockpit/actions/{}", action.id),
        title: action.title.clone(),
        meta,
        state: standing_word(lang, standing),
        badge,
        icon,
        finding,
    })
}

fn recipes(request: &Request, all: &[Action]) -> Result<Vec<Recipe>> {
    let lang = request.lang;
    let query = &request.query;
    let goal = Goal::from_name(query.text("goal"));
    let phase = PHASES.iter().copied().find(|p| phase_name(*p) == query.text("phase"));
    let effort = EFFORTS.iter().copied().find(|e| effort_name(*e) == query.text("effort"));
    // The newest judged round of each, as the actions come newest first.
    let mut own: HashMap<i32, String> = HashMap::new();
    for action in all {
        if let Some(number) = action.catalogue
            && !own.contains_key(&number)
            && let Some(result) = show::own_result(lang, action)?
        {
            own.insert(number, result);
        }
    }
    let mut recipes: Vec<Recipe> = catalogue::all()
        .iter()
        .filter(|entry| goal.is_none_or(|goal| entry.goal == goal))
        .filter(|entry| phase.is_none_or(|phase| entry.fits(phase)))
        .filter(|entry| effort.is_none_or(|effort| entry.effort == effort))
        .map(|entry| Recipe {
            entry,
            href: match entry.proposal {
                Some(_) => format!("/cockpit/actions/new?catalogue={}", entry.number),
                None => format!("/cockpit/actions/library/{}", entry.number),
            },
            goal: entry.goal.say(lang),
            grade: show::grade(lang, entry.evidence),
            effort: effort_word(lang, entry.effort),
            own: own.remove(&entry.number),
        })
        .collect();
    // What was tried here stands in front.
    recipes.sort_by_key(|recipe| recipe.own.is_none());
    Ok(recipes)
}

/// Judges what is due, so that verdicts stand from the moment they can.
pub(super) fn judge_later(request: &Request, all: &[Action]) {
    let due = |a: &Action| {
        a.judged_at.is_none()
            && a.standing(request.now) != Standing::Idea
            && a.window_ends() <= request.now
    };
    if all.iter().any(due) {
        request.house.later.soon(|tx| crate::judge_due(tx).map(|_| ()));
    }
}

pub(super) fn list(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let all = request.house.database.read(store::all)?;
    judge_later(request, &all);
    let (mut now, mut past) = (Vec::new(), Vec::new());
    for action in &all {
        let is_past = action.standing(request.now) == Standing::Over;
        let list = if is_past { &mut past } else { &mut now };
        list.push(row(request, action)?);
    }
    let chosen = |name: &str, value: &str| request.query.text(name) == value;
    let body = List {
        lang,
        now,
        past,
        goals: Goal::ALL
            .iter()
            .map(|goal| Filter {
                value: goal.name(),
                label: goal.say(lang),
                chosen: chosen("goal", goal.name()),
            })
            .collect(),
        phases: PHASES
            .iter()
            .map(|phase| Filter {
                value: phase_name(*phase),
                label: phase_word(lang, *phase),
                chosen: chosen("phase", phase_name(*phase)),
            })
            .collect(),
        efforts: EFFORTS
            .iter()
            .map(|effort| Filter {
                value: effort_name(*effort),
                label: effort_word(lang, *effort),
                chosen: chosen("effort", effort_name(*effort)),
            })
            .collect(),
        recipes: recipes(request, &all)?,
        filtered: ["goal", "phase", "effort"].iter().any(|f| !request.query.text(f).is_empty()),
    };
    request.page(w::actions(lang), Place::Cockpit, &body)
}

#[derive(Template)]
#[template(path = "recipe.html")]
struct RecipePage {
    lang: Lang,
    entry: &'static Entry,
    goal: &'static str,
    grade: &'static str,
    effort: &'static str,
    phases: String,
}

pub(super) fn recipe(request: &Request) -> Result<Reply> {
    let lang = request.lang;
    let number: i32 = request.param("number")?;
    let entry = catalogue::find(number).ok_or(Refusal::NotFound)?;
    let phases: Vec<&str> = entry.phases.iter().map(|phase| phase_word(lang, *phase)).collect();
    let body = RecipePage {
        lang,
        entry,
        goal: entry.goal.say(lang),
        grade: show::grade(lang, entry.evidence),
        effort: effort_word(lang, entry.effort),
        phases: words::list(lang, &phases),
    };
    request.page((entry.title)(lang), Place::Cockpit, &body)
}
