//! The pages of the cockpit.

pub(crate) mod alarms;
pub(crate) mod answers;
pub(crate) mod content;
pub(crate) mod health;
pub(crate) mod participation;
pub(crate) mod phase;
pub(crate) mod reach;
pub(crate) mod returning;
pub(crate) mod today;

use crate::charts::Bar;
use crate::departments::ByDepartment;
use crate::store::Thread;
use crate::w;
use database::Conn;
use insight::GroupMinimum;
use language::{Day, PersonId, Result, Role};
use oversight::{Consent, Scope};
use rollups::Standing;
use web::{Limit, Policy, Request, Route};
use words::Lang;

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    let manager = Policy::AtLeast(Role::Manager);
    vec![
        Route::get("/cockpit", manager, today::show),
        Route::post("/cockpit/advice/refuse", manager, Limit::Change, today::refuse),
        Route::get("/cockpit/reach", manager, reach::show),
        Route::get("/cockpit/reach.csv", manager, reach::csv),
        Route::get("/cockpit/adoption.csv", manager, reach::adoption_csv),
        Route::get("/cockpit/returning", manager, returning::show),
        Route::get("/cockpit/returning.csv", manager, returning::csv),
        Route::get("/cockpit/participation", manager, participation::show),
        Route::get("/cockpit/participation.csv", manager, participation::csv),
        Route::get("/cockpit/answers", manager, answers::show),
        Route::get("/cockpit/answers.csv", manager, answers::csv),
        Route::get("/cockpit/content", manager, content::show),
        Route::get("/cockpit/content.csv", manager, content::csv),
        Route::get("/cockpit/content-words.csv", manager, content::words_csv),
        Route::get("/cockpit/health", manager, health::show),
        Route::get("/cockpit/health.csv", manager, health::csv),
        Route::get("/cockpit/alarms", manager, alarms::show),
        Route::get("/cockpit/alarms.csv", manager, alarms::csv),
        Route::post("/cockpit/alarms/{alarm}", manager, Limit::Change, alarms::judge),
        Route::get("/cockpit/phase", manager, phase::show),
        Route::get("/cockpit/phase.csv", manager, phase::csv),
        Route::post("/cockpit/phase", manager, Limit::Change, phase::judge),
    ]
}

/// The consent for names in a list of who waits; not asked for when nobody does.
fn named(conn: &mut Conn, threads: &[Thread], today: Day) -> Result<Option<Consent>> {
    if threads.is_empty() {
        return Ok(None);
    }
    Consent::of(conn, Scope::NamedLists, today)
}

/// Whose names such a list shows.
fn seen(named: Option<&Consent>, threads: &[Thread]) -> Vec<PersonId> {
    named.map_or_else(Vec::new, |_| threads.iter().filter_map(|one| one.author).collect())
}

/// The privacy floor of the community.
fn floor(community: &web::Community) -> GroupMinimum {
    u64::try_from(community.floor)
        .ok()
        .and_then(|people| GroupMinimum::new(people).ok())
        .unwrap_or_default()
}

/// From which day the figures of this page look back.
fn standing(request: &Request) -> Result<Standing> {
    let today = request.now.day(&request.zone);
    request.house.database.read(|conn| rollups::standing(conn, today))
}

/// What stands above figures that look back from the end of a history that stopped; nothing
/// where they look back from today.
fn past(lang: Lang, standing: &Standing, today: language::Day) -> String {
    standing
        .past
        .map(|day| w::past_notice(lang, words::day(lang, day.date(), today.date())))
        .unwrap_or_default()
}

/// Reach by department as bars: the track is as long as the people who work there.
fn reach_bars(lang: Lang, figures: &ByDepartment, percent: bool) -> Vec<Bar> {
    let people = |shown: Option<(u64, u64)>| shown.map_or(0, |(_, people)| people);
    let most = figures.shown().map(|one| people(one.shown)).max().unwrap_or(1).max(1) as f64;
    // One thing stands out: who is hardly reached, or else who is reached least.
    let behind = if figures.shown().any(crate::departments::Department::hardly) {
        None
    } else {
        figures.behind().map(|one| one.id)
    };
    figures
        .departments
        .iter()
        .map(|one| match one.shown {
            None => Bar {
                label: one.name.clone(),
                rest: w::too_small(lang).to_owned(),
                hatched: true,
                ..Bar::default()
            },
            Some((did, people)) => Bar {
                label: one.name.clone(),
                strong: words::number(lang, i64::try_from(did).unwrap_or(i64::MAX)),
                rest: match one.share().filter(|_| percent) {
                    Some(share) => w::of_n_percent(lang, people, words::percent(lang, share)),
                    None => w::of_n(lang, people),
                },
                track: people as f64 / most * 100.0,
                fill: did as f64 / most * 100.0,
                attention: one.hardly() || behind == Some(one.id),
                ..Bar::default()
            },
        })
        .collect()
}
