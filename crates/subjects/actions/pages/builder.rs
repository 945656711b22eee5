//! The builder: what is asked, of whom, and what it will be able to show.

use crate::action::{AnswerKind, Outcome};
use crate::catalogue::{self, Entry, Goal};
use crate::draft::{Draft, HELD, MEASURES, MOST_QUESTION, Typed, measure_name};
use crate::open::Forecast;
use crate::permits::MayManage;
use crate::show;
use crate::{store, w};
use askama::Template;
use language::{ActionId, DepartmentId, Failure, PersonId, Problems, Refusal, Result};
use web::{Fields, Place, Rendered, Reply, Request};
use words::Lang;

/// From how many people on setting out asks once more.
const MANY: u64 = 500;

/// Something that can be chosen.
struct Choice {
    value: String,
    label: String,
    hint: &'static str,
    chosen: bool,
}

/// What can be said beforehand, in words.
#[derive(Template)]
#[template(path = "power.html")]
struct Power {
    /// The icon.
    sign: &'static str,
    class: &'static str,
    head: String,
    text: String,
}

#[derive(Template)]
#[template(path = "new.html")]
struct Builder<'a> {
    lang: Lang,
    entry: Option<&'static Entry>,
    grade: &'static str,
    typed: &'a Typed,
    kinds: Vec<Choice>,
    goals: Vec<Choice>,
    measures: Vec<Choice>,
    shares: Vec<Choice>,
    departments: Vec<Choice>,
    owners: Vec<Choice>,
    power: Rendered,
    problems: Problems,
    most: usize,
}

#[derive(Template)]
#[template(path = "confirm.html")]
struct Confirm<'a> {
    lang: Lang,
    typed: &'a Typed,
    reaches: String,
    power: Rendered,
    departments: Vec<String>,
    owner: String,
}

fn starting(request: &Request) -> Result<Typed> {
    let me = request.visitor()?;
    let today = request.now.day(&request.zone);
    if let Some(like) = request.query.parsed::<ActionId>("like")? {
        let action = request.house.database.read(|conn| store::find(conn, like))?;
        return Ok(Typed::like(&action, today, &request.zone));
    }
    let entry = request.query.parsed::<i32>("catalogue")?.and_then(catalogue::find);
    Ok(Typed::starting(request.lang, entry, today, me.id))
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let typed = Typed { key: request.new_key(), ..starting(request)? };
    builder(request, &typed, Problems::none())
}

fn look_ahead(request: &Request, typed: &Typed) -> Result<Forecast> {
    let measure = typed.outcome().unwrap_or(MEASURES[0]);
    let held = typed.held_percent().unwrap_or(0);
    request
        .house
        .database
        .read(|conn| crate::forecast(conn, typed.audience(), held, measure, request.now))
}

/// Says beforehand what an action can show: SCIENCE.md 7.3.
fn power_of(request: &Request, typed: &Typed, forecast: &Forecast) -> Result<Power> {
    let lang = request.lang;
    let people = forecast.people;
    let floor = u64::try_from(request.community()?.floor).unwrap_or(5);
    let days = typed.outcome().is_some_and(|(outcome, _)| outcome == Outcome::ActiveDays);
    let say = |sign, head: String, text: String| Power {
        class: match sign {
            "mind" => "notice--mind",
            "wrong" => "notice--wrong",
            _ => "",
        },
        sign,
        head,
        text,
    };
    if people < floor {
        let head = w::power_nobody(lang, request.community()?.floor);
        return Ok(say("wrong", head, w::power_nobody_text(lang).to_owned()));
    }
    if typed.held_percent().unwrap_or(0) == 0 {
        return Ok(say("mind", w::power_all(lang, people), w::power_all_text(lang).to_owned()));
    }
    if days {
        let text = w::power_days_text(lang).to_owned();
        return Ok(say("info", w::power_split(lang, forecast.held, people), text));
    }
    let Some(share) = forecast.detectable else {
        return Ok(say("mind", w::power_none(lang, people), w::power_none_text(lang).to_owned()));
    };
    let head = match share {
        s if s > 0.15 => w::power_large(lang, people),
        s if s > 0.06 => w::power_middle(lang, people),
        _ => w::power_small(lang, people),
    };
    let base = forecast
        .base_rate()
        .map_or_else(|| "–".to_owned(), |rate| words::decimal(lang, 100.0 * rate, 0));
    let text = w::power_text(lang, base, show::detectable_points(lang, share));
    Ok(say(if share > 0.06 { "mind" } else { "info" }, head, text))
}

fn choice(value: &str, label: String, hint: &'static str, chosen: bool) -> Choice {
    Choice { value: value.to_owned(), label, hint, chosen }
}

fn kinds(lang: Lang, typed: &Typed) -> Vec<Choice> {
    [
        (AnswerKind::Text, w::kind_text(lang), ""),
        (AnswerKind::Picture, w::kind_picture(lang), w::kind_picture_hint(lang)),
        (AnswerKind::Choice, w::kind_choice(lang), w::kind_choice_hint(lang)),
        (AnswerKind::Tap, w::kind_tap(lang), w::kind_tap_hint(lang)),
    ]
    .into_iter()
    .map(|(kind, label, hint)| {
        choice(kind.name(), label.to_owned(), hint, typed.kind == kind.name())
    })
    .collect()
}

fn measures(lang: Lang, typed: &Typed) -> Vec<Choice> {
    MEASURES
        .iter()
        .map(|(outcome, days)| {
            let label = match outcome {
                Outcome::Contributed => w::measure_contributed(lang, *days),
                Outcome::Posted => w::measure_posted(lang, *days),
                Outcome::ActiveDays => w::measure_active_days(lang, *days),
            };
            let name = measure_name(*outcome, *days);
            let chosen = typed.measure == name;
            choice(&name, label, "", chosen)
        })
        .collect()
}

fn shares(lang: Lang, typed: &Typed) -> Vec<Choice> {
    HELD.iter()
        .map(|held| {
            let (label, hint) = match held {
                0 => (w::held_none(lang).to_owned(), w::held_none_hint(lang)),
                50 => (w::held_half(lang).to_owned(), w::held_half_hint(lang)),
                _ => (w::held_some(lang, *held), w::held_some_hint(lang)),
            };
            let value = held.to_string();
            let chosen = typed.held == value;
            choice(&value, label, hint, chosen)
        })
        .collect()
}

fn departments(request: &Request, typed: &Typed) -> Result<Vec<Choice>> {
    let all = request.house.database.read(store::departments)?;
    Ok(all
        .into_iter()
        .map(|department| {
            let chosen = typed.departments.contains(&department.id);
            choice(&department.id.to_string(), department.path, "", chosen)
        })
        .collect())
}

fn owners(request: &Request, typed: &Typed) -> Result<Vec<Choice>> {
    let me = request.visitor()?;
    let people = request.house.database.read(store::owners)?;
    Ok(people
        .into_iter()
        .map(|(id, name)| {
            let label = if id == me.id { w::owner_you(request.lang, &name) } else { name };
            choice(&id.to_string(), label, "", typed.owner == Some(id))
        })
        .collect())
}

fn builder(request: &Request, typed: &Typed, problems: Problems) -> Result<Reply> {
    let lang = request.lang;
    let entry = typed.catalogue.and_then(catalogue::find);
    let forecast = look_ahead(request, typed)?;
    let body = Builder {
        lang,
        entry,
        grade: entry.map_or("", |entry| show::grade(lang, entry.evidence)),
        kinds: kinds(lang, typed),
        goals: Goal::ALL
            .iter()
            .map(|g| choice(g.name(), g.say(lang).to_owned(), "", typed.goal == g.name()))
            .collect(),
        measures: measures(lang, typed),
        shares: shares(lang, typed),
        departments: departments(request, typed)?,
        owners: owners(request, typed)?,
        power: Rendered::of(&power_of(request, typed, &forecast)?)?,
        typed,
        problems,
        most: MOST_QUESTION,
    };
    let reply = request.page(w::new_action(lang), Place::Cockpit, &body)?;
    Ok(if body.problems.is_empty() { reply } else { reply.to_be_mended() })
}

/// What stands in the fields of a form or behind a question mark.
fn typed(fields: &Fields) -> Result<Typed> {
    let departments: Vec<DepartmentId> =
        fields.all("departments").filter_map(|id| id.parse().ok()).collect();
    Ok(Typed {
        catalogue: fields.parsed::<i32>("catalogue")?,
        title: fields.raw("title").to_owned(),
        question: fields.raw("question").to_owned(),
        explanation: fields.raw("explanation").to_owned(),
        goal: fields.text("goal").to_owned(),
        kind: fields.text("kind").to_owned(),
        choices: fields.raw("choices").to_owned(),
        measure: fields.text("outcome").to_owned(),
        some: fields.text("audience") == "departments",
        departments,
        from: fields.text("from").to_owned(),
        to: fields.text("to").to_owned(),
        held: fields.text("held").to_owned(),
        owner: fields.parsed::<PersonId>("owner")?,
        replaces: fields.parsed::<ActionId>("replaces")?,
        key: fields.text("key").to_owned(),
    })
}

/// The notice of what can be found, anew for what is chosen now.
pub(super) fn power(request: &Request) -> Result<Reply> {
    let typed = typed(&request.query)?;
    let forecast = look_ahead(request, &typed)?;
    request.piece(&power_of(request, &typed, &forecast)?)
}

const FIELDS: &[&str] = &[
    "catalogue",
    "title",
    "question",
    "explanation",
    "goal",
    "kind",
    "choices",
    "audience",
    "departments[]",
    "from",
    "to",
    "outcome",
    "held",
    "owner",
    "replaces",
    "key",
    "idea",
    "confirmed",
];

/// What cannot be set out although the form is filled in: fewer people than the privacy
/// floor, or an owner who is none.
fn unfit(request: &Request, typed: &Typed, forecast: &Forecast) -> Result<Problems> {
    let mut problems = Problems::none();
    let floor = request.community()?.floor;
    if forecast.people < u64::try_from(floor).unwrap_or(5) {
        problems.add("audience", w::power_nobody(request.lang, floor));
    }
    let owners = request.house.database.read(store::owners)?;
    if !owners.iter().any(|(id, _)| typed.owner == Some(*id)) {
        problems.add("owner", w::problem_choose(request.lang));
    }
    Ok(problems)
}

/// When the same form came at the same moment, what it made is there now.
fn once_more(make: impl Fn() -> Result<ActionId>) -> Result<ActionId> {
    match make() {
        Err(Failure::Refusal(Refusal::Conflict)) => make(),
        other => other,
    }
}

pub(super) fn set_out(request: &Request) -> Result<Reply> {
    let me = request.visitor()?;
    let form = request.form.only(FIELDS)?;
    form.key()?;
    let typed = typed(form)?;
    let permit = MayManage::of(me.id, me.role)?;
    let draft = match Draft::new(request.lang, &typed, request.now, &request.zone) {
        Ok(draft) => draft,
        Err(Failure::Problems(problems)) => return builder(request, &typed, problems),
        Err(other) => return Err(other),
    };
    if form.has("idea") {
        once_more(|| request.house.database.write(|tx| crate::keep_idea(tx, &permit, &draft)))?;
        return Ok(Reply::to("/cockpit/actions"));
    }
    let forecast = look_ahead(request, &typed)?;
    let problems = unfit(request, &typed, &forecast)?;
    if !problems.is_empty() {
        return builder(request, &typed, problems);
    }
    if forecast.people > MANY && !form.has("confirmed") {
        return confirm(request, &typed, &forecast);
    }
    let id = once_more(|| request.house.database.write(|tx| crate::open(tx, &permit, &draft)))?;
    Ok(Reply::to(format!("/cockpit/actions/{id}")))
}

fn confirm(request: &Request, typed: &Typed, forecast: &Forecast) -> Result<Reply> {
    let lang = request.lang;
    let body = Confirm {
        lang,
        reaches: w::reaches(lang, forecast.shown),
        power: Rendered::of(&power_of(request, typed, forecast)?)?,
        departments: typed.departments.iter().map(ToString::to_string).collect(),
        owner: typed.owner.map_or_else(String::new, |id| id.to_string()),
        typed,
    };
    request.page(w::new_action(lang), Place::Cockpit, &body)
}
