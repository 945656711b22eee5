//! The register, the consents and the file of them, for who runs the community.

use crate::consent::{
    self, Draft, LONGEST_GIVER, LONGEST_REFERENCE, Record, Scope, record, withdraw,
};
use crate::dossier::{self, Dossier};
use crate::measure::{Measure, Register, say_sensitivity};
use crate::permits::{MayConsent, MayOversee};
use crate::w;
use askama::Template;
use insight::suppress::Sensitivity;
use jiff::civil::Date;
use language::{Day, Problems, Refusal, Result, Role};
use web::{Limit, Place, Policy, Reply, Request, Route};
use words::Lang;

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    let manager = Policy::AtLeast(Role::Manager);
    let administrator = Policy::AtLeast(Role::Administrator);
    vec![
        Route::get("/cockpit/oversight", manager, show),
        Route::get("/cockpit/oversight/file", manager, file),
        Route::post("/cockpit/oversight/consents", administrator, Limit::Change, consents),
        Route::post("/cockpit/oversight/withdraw", administrator, Limit::Change, take_back),
    ]
}

/// What can be on or off, as the page shows it.
struct Part {
    name: &'static str,
    chosen: bool,
    title: &'static str,
    explained: &'static str,
    /// Until when it is on, by whom and on what paper; none when it is off.
    on: Option<String>,
    /// It ends within two months.
    soon: bool,
}

/// A measure in the table.
struct Line {
    title: &'static str,
    page: &'static str,
    purpose: &'static str,
    data: &'static str,
    who: String,
    kept: String,
    basis: &'static str,
    /// What needs consent first and has none.
    off: bool,
    small: String,
}

/// A consent in the list of all.
struct Earlier {
    scope: &'static str,
    given: String,
    state: String,
    recorded: String,
}

/// What was typed into the form.
struct Typed {
    scope: Option<Scope>,
    given_by: String,
    given_on: String,
    expires_on: String,
    reference: String,
}

#[derive(Template)]
#[template(path = "templates/oversight.html")]
struct Page<'a> {
    lang: Lang,
    finding: String,
    notice: &'a str,
    problems: &'a Problems,
    typed: &'a Typed,
    parts: Vec<Part>,
    may: bool,
    earlier: Vec<Earlier>,
    lines: Vec<Line>,
    floor: i64,
}

/// Consents that end within so many days are named.
const SOON: i32 = 60;

fn measures(request: &Request) -> Vec<Measure> {
    request.house.shelf.of::<Register>().measures().to_vec()
}

fn said_day(lang: Lang, day: Day, today: Day) -> String {
    words::day(lang, day.date(), today.date())
}

/// The record by which a scope is on, the one that holds longest.
fn holding(records: &[Record], scope: Scope, today: Day) -> Option<&Record> {
    records
        .iter()
        .filter(|record| record.scope == scope && record.holds(today))
        .max_by_key(|record| record.expires_on)
}

fn part(lang: Lang, records: &[Record], scope: Scope, typed: &Typed, today: Day) -> Part {
    let on = holding(records, scope, today);
    Part {
        name: scope.name(),
        chosen: typed.scope == Some(scope),
        title: scope.title(lang),
        explained: scope.explained(lang),
        on: on.map(|record| {
            let until = said_day(lang, record.expires_on, today);
            let said = w::on_until(lang, &record.given_by, until);
            if record.reference.is_empty() {
                said
            } else {
                format!("{said} {}", w::by_paper(lang, &record.reference))
            }
        }),
        soon: on.is_some_and(|record| record.expires_on.0 - today.0 <= SOON),
    }
}

fn line(lang: Lang, measure: &Measure, records: &[Record], today: Day) -> Line {
    let off = measure.scope.is_some_and(|scope| holding(records, scope, today).is_none());
    let small = match measure.sensitivity {
        Sensitivity::Plain => String::new(),
        Sensitivity::Sensitive => format!("({})", say_sensitivity(measure.sensitivity, lang)),
    };
    Line {
        title: (measure.title)(lang),
        page: measure.page,
        purpose: (measure.purpose)(lang),
        data: (measure.data)(lang),
        who: format!("{} ({})", measure.level.say(lang), measure.level.code()),
        kept: measure.retention.say(lang),
        basis: measure.basis.say(lang),
        off,
        small,
    }
}

fn earlier(request: &Request, record: &Record, today: Day) -> Earlier {
    let lang = request.lang;
    let given = w::given_by_on(lang, said_day(lang, record.given_on, today), &record.given_by);
    let given = if record.reference.is_empty() {
        given
    } else {
        format!("{given}. {}", w::by_paper(lang, &record.reference))
    };
    let until = said_day(lang, record.expires_on, today);
    let state = match record.withdrawn_at {
        Some(at) => w::withdrawn_at(lang, request.moment(at)),
        None if record.expires_on < today => w::expired_on(lang, until),
        None if record.given_on > today => w::starts_later(lang).to_owned(),
        None => w::holds_until(lang, until),
    };
    let recorded = w::recorded_at(lang, request.moment(record.recorded_at), &record.recorded_by);
    Earlier { scope: record.scope.title(lang), given, state, recorded }
}

fn page(request: &Request, problems: &Problems, typed: &Typed) -> Result<Reply> {
    let visitor = request.visitor()?;
    MayOversee::of(visitor)?;
    let (lang, today) = (request.lang, request.now.day(&request.zone));
    let records = request.house.database.read(consent::records)?;
    let parts: Vec<Part> =
        Scope::ALL.iter().map(|scope| part(lang, &records, *scope, typed, today)).collect();
    let on: Vec<&str> =
        parts.iter().filter(|part| part.on.is_some()).map(|part| part.title).collect();
    let body = Page {
        lang,
        finding: if on.is_empty() {
            w::all_off(lang).to_owned()
        } else {
            w::some_on(lang, words::list(lang, &on))
        },
        notice: match request.query.text("done") {
            "recorded" => w::was_recorded(lang),
            "withdrawn" => w::was_withdrawn(lang),
            _ => "",
        },
        problems,
        typed,
        parts,
        may: visitor.at_least(Role::Administrator),
        earlier: records.iter().map(|record| earlier(request, record, today)).collect(),
        lines: measures(request).iter().map(|m| line(lang, m, &records, today)).collect(),
        floor: i64::from(request.community()?.floor),
    };
    request.page(w::title(lang), Place::Cockpit, &body)
}

fn show(request: &Request) -> Result<Reply> {
    let today = request.now.day(&request.zone);
    let typed = Typed {
        scope: None,
        given_by: String::new(),
        given_on: today.date().to_string(),
        expires_on: String::new(),
        reference: String::new(),
    };
    page(request, &Problems::none(), &typed)
}

fn day(text: &str) -> Option<Day> {
    // A year of two or five digits is a slip, and no day of the calendar.
    text.parse::<Date>().ok().filter(|date| (2000..3000).contains(&date.year())).map(Day::of)
}

fn consents(request: &Request) -> Result<Reply> {
    let permit = MayConsent::of(request.visitor()?)?;
    let (lang, today) = (request.lang, request.now.day(&request.zone));
    let form = request.form.only(&["scope", "given_by", "given_on", "expires_on", "reference"])?;
    let scope = Scope::from_name(form.text("scope")).ok_or(Refusal::NotFound)?;
    let mut problems = Problems::none();
    let given_by = form.name("given_by", LONGEST_GIVER, lang, &mut problems);
    let reference = form.at_most("reference", LONGEST_REFERENCE, lang, &mut problems);
    let mut typed_day = |field: &'static str| {
        let found = day(form.text(field));
        if found.is_none() {
            problems.add(field, w::choose_a_day(lang));
        }
        found
    };
    let days = (typed_day("given_on"), typed_day("expires_on"));
    if let (Some(given_on), Some(expires_on)) = days {
        let (given_by, reference) = (given_by.clone(), reference.clone());
        let draft = Draft { scope, given_by, given_on, expires_on, reference };
        problems.0.extend(draft.problems(today, lang).0);
        if problems.is_empty() {
            request.house.database.write(|tx| record(tx, &permit, &draft))?;
            return Ok(Reply::to("/cockpit/oversight?done=recorded"));
        }
    }
    let typed = Typed {
        scope: Some(scope),
        given_by,
        given_on: form.text("given_on").to_owned(),
        expires_on: form.text("expires_on").to_owned(),
        reference,
    };
    Ok(page(request, &problems, &typed)?.to_be_mended())
}

fn take_back(request: &Request) -> Result<Reply> {
    let permit = MayConsent::of(request.visitor()?)?;
    let form = request.form.only(&["scope"])?;
    let scope = Scope::from_name(form.text("scope")).ok_or(Refusal::NotFound)?;
    request.house.database.write(|tx| withdraw(tx, &permit, scope))?;
    Ok(Reply::to("/cockpit/oversight?done=withdrawn"))
}

fn file(request: &Request) -> Result<Reply> {
    MayOversee::of(request.visitor()?)?;
    let (lang, today) = (request.lang, request.now.day(&request.zone));
    let community = request.community()?;
    let records = request.house.database.read(consent::records)?;
    let text = dossier::write(
        lang,
        &Dossier {
            community: &community.name,
            address: &request.house.settings.base_url,
            zone: community.zone.iana_name().unwrap_or("UTC"),
            floor: i64::from(community.floor),
            team_marked: community.team_marked,
            today,
            records: &records,
            measures: &measures(request),
        },
    );
    Ok(Reply::File {
        media_type: "text/markdown; charset=utf-8",
        bytes: text.into_bytes(),
        save_as: Some(format!("{}-{}.md", w::file_name(lang), today.date())),
    })
}
