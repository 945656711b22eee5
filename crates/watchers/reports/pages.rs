//! The pages of reports.

mod drawn;
mod edit;
mod handout;
mod leader;
mod list;
mod mailing;
mod read;

use crate::compare::Beside;
use crate::draft::Report;
use crate::sections::{Section, sections};
use crate::tell::Telling;
use crate::{Month, store};
use cockpit::MonthOf;
use database::Conn;
use insight::GroupMinimum;
use language::{Result, Role};
use web::{Limit, Policy, Request, Route};
use words::Lang;

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    let manager = Policy::AtLeast(Role::Manager);
    let member = Policy::SignedIn;
    let (look, change, heavy) = (Limit::Heavy, Limit::Change, Limit::Heavy);
    vec![
        Route::get("/cockpit/reports", manager, list::show),
        Route::post("/cockpit/reports", manager, heavy, list::make),
        Route::get("/cockpit/reports/mailing", manager, mailing::show),
        Route::post("/cockpit/reports/mailing", manager, change, mailing::plan),
        Route::post("/cockpit/reports/mailing/add", manager, change, mailing::add),
        Route::post("/cockpit/reports/mailing/remove", manager, change, mailing::remove),
        Route::post("/cockpit/reports/mailing/stop", manager, change, mailing::stop),
        Route::get("/cockpit/reports/{report}", manager, read::show),
        Route::get("/cockpit/reports/{report}/edit", manager, edit::show),
        Route::post("/cockpit/reports/{report}/edit", manager, change, edit::save),
        Route::post("/cockpit/reports/{report}/retake", manager, heavy, edit::retake),
        Route::post("/cockpit/reports/{report}/finish", manager, change, edit::finish),
        Route::post("/cockpit/reports/{report}/correct", manager, change, edit::correct),
        Route::post("/cockpit/reports/{report}/discard", manager, change, edit::discard),
        Route::get("/cockpit/reports/{report}/report.pdf", manager, read::pdf).limit(look),
        Route::get("/cockpit/reports/{report}/report.xlsx", manager, read::xlsx).limit(look),
        Route::get("/cockpit/reports/{report}/figures.zip", manager, read::zip).limit(look),
        Route::get("/cockpit/reports/{report}/figures/{name}", manager, read::values),
        Route::get("/cockpit/reports/{report}/departments/{department}", manager, handout::show),
        Route::get(
            "/cockpit/reports/{report}/departments/{department}/slides.pdf",
            manager,
            handout::pdf,
        )
        .limit(look),
        Route::get("/reports/{report}", member, read::show_to_reader),
        Route::get("/reports/{report}/report.pdf", member, read::pdf_to_reader).limit(look),
        Route::get("/my-department", member, leader::show),
        Route::post("/my-department/promises", member, change, leader::promise),
        Route::post("/my-department/promises/{promise}/tick", member, change, leader::tick),
        Route::post("/my-department/promises/{promise}/end", member, change, leader::end),
    ]
}

pub use leader::home_card;

/// The privacy floor of the community.
fn floor(community: &web::Community) -> GroupMinimum {
    u64::try_from(community.floor)
        .ok()
        .and_then(|people| GroupMinimum::new(people).ok())
        .unwrap_or_default()
}

/// A month to take figures of.
fn month_of<'a>(request: &'a Request, month: Month) -> Result<MonthOf<'a>> {
    let community = request.community()?;
    Ok(MonthOf {
        end: month.end(),
        zone: &request.zone,
        floor: floor(&community),
        team_marked: community.team_marked,
    })
}

/// A report with the one that it stands beside: a finished one for ever beside the same, a
/// draft beside the newest.
struct Shown {
    report: Report,
    beside: Option<Report>,
}

impl Shown {
    fn read(conn: &mut Conn, id: i64) -> Result<Self> {
        let report = store::report(conn, id)?;
        let beside = if report.is_finished() {
            report.beside.map(|id| store::report(conn, id)).transpose()?
        } else {
            store::before(conn, report.month)?
        };
        Ok(Self { report, beside })
    }

    fn beside(&self) -> Option<Beside<'_>> {
        let report = self.beside.as_ref()?;
        Some(Beside { month: report.month, figures: report.snapshot.figures.as_ref()? })
    }

    fn sections(&self, lang: Lang) -> Vec<Section> {
        sections(lang, &self.report.snapshot, self.beside())
    }

    /// Whether it still says what it said when it was finished.
    fn is_whole(&self) -> Result<bool> {
        let Some(sum) = &self.report.checksum else { return Ok(true) };
        let beside = self.beside.as_ref().and_then(|one| one.checksum.as_deref());
        Ok(*sum == self.report.sum(beside)?)
    }
}

fn telling<'a>(request: &'a Request, community: &'a str) -> Telling<'a> {
    Telling { lang: request.lang, community, zone: &request.zone }
}
