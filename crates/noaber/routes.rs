//! Every route of the site, in one table.

use web::{Route, Slot};

/// All routes. The authorization matrix is generated from this table.
pub fn all() -> Vec<Route> {
    [
        web::routes(),
        organisation::routes(),
        sign_in::routes(),
        members::routes(),
        groups::routes(),
        posts::routes(),
        actions::routes(),
        cockpit::routes(),
        imports::routes(),
        mailroom::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What stands above the feed on the home page.
pub fn home() -> Vec<Slot> {
    vec![actions::home_card]
}
