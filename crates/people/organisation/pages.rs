//! Set-up, and in the cockpit: departments, team, settings.

mod cockpit;
mod first;
mod team;

use language::Role;
use web::{Limit, Policy, Route};

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    let manager = Policy::AtLeast(Role::Manager);
    vec![
        Route::get("/set-up", Policy::BeforeSetUp, first::show),
        Route::post("/set-up", Policy::BeforeSetUp, Limit::Door, first::begin),
        Route::get("/cockpit/departments", manager, cockpit::departments),
        Route::post("/cockpit/departments", manager, Limit::Change, cockpit::add_department),
        Route::post(
            "/cockpit/departments/{id}",
            manager,
            Limit::Change,
            cockpit::change_department,
        ),
        Route::get("/cockpit/team", manager, team::show),
        Route::post("/cockpit/team", manager, Limit::Change, team::mark),
        Route::get("/cockpit/settings", manager, cockpit::settings),
        Route::post("/cockpit/settings", manager, Limit::Change, cockpit::change_settings),
    ]
}
