//! Every route of the site, in one table.

use oversight::Measure;
use web::{Route, Slot};

/// All routes. The authorization matrix is generated from this table.
pub fn all() -> Vec<Route> {
    [
        web::routes(),
        organisation::routes(),
        oversight::routes(),
        sign_in::routes(),
        members::routes(),
        groups::routes(),
        posts::routes(),
        actions::routes(),
        cockpit::routes(),
        ties::routes(),
        imports::routes(),
        mailroom::routes(),
        reports::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What stands above the feed on the home page.
pub fn home() -> Vec<Slot> {
    vec![reports::home_card, actions::home_card]
}

/// Every measure of every slice that shows figures: the register.
pub fn measures() -> Vec<Measure> {
    [
        cockpit::measures(),
        ties::measures(),
        reports::measures(),
        actions::measures(),
        posts::measures(),
        oversight::measures(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
