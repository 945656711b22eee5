//! What is seen of actions: the card, the answers, the builder, the verdict.

mod builder;
mod manage;
mod member;
mod result;

pub use member::home_card;

use language::Role;
use web::{Body, Cache, Limit, Policy, Route};

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    use Policy::SignedIn;
    let manager = Policy::AtLeast(Role::Manager);
    vec![
        Route::get("/actions", SignedIn, member::list),
        Route::get("/actions/{action}", SignedIn, member::show),
        Route::post("/actions/{action}/answers", SignedIn, Limit::Change, member::answer)
            .body(Body::Pictures),
        Route::post(
            "/actions/{action}/answers/{answer}/withdraw",
            SignedIn,
            Limit::Change,
            member::take_back,
        ),
        Route::get("/actions/{action}/answers/{answer}/picture/{size}", SignedIn, member::picture)
            .cache(Cache::Own),
        Route::get("/cockpit/actions", manager, manage::list),
        Route::get("/cockpit/actions/new", manager, builder::show),
        Route::get("/cockpit/actions/power", manager, builder::power),
        Route::get("/cockpit/actions/library/{number}", manager, manage::recipe),
        Route::post("/cockpit/actions", manager, Limit::Heavy, builder::set_out),
        Route::get("/cockpit/actions/{action}", manager, result::show),
        Route::get("/cockpit/actions/{action}/departments.csv", manager, result::csv),
        Route::post("/cockpit/actions/{action}/close", manager, Limit::Change, result::close),
        Route::post("/cockpit/actions/{action}/withdraw", manager, Limit::Change, result::withdraw),
    ]
}
