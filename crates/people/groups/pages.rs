//! The groups, one group's members, and the forms to make and change one.

pub(crate) mod about;
mod acts;
mod form;
mod list;

use web::{Limit, Policy, Route};

/// The routes of this slice. A group's conversation, `/groups/{slug}`, is of `posts`.
pub fn routes() -> Vec<Route> {
    use Limit::{Change, Heavy};
    use Policy::SignedIn;
    vec![
        Route::get("/groups", SignedIn, list::show),
        Route::get("/groups/new", SignedIn, form::new),
        Route::post("/groups/new", SignedIn, Heavy, form::create),
        Route::get("/groups/{slug}/members", SignedIn, about::show),
        Route::get("/groups/{slug}/settings", SignedIn, form::settings),
        Route::post("/groups/{slug}/settings", SignedIn, Change, form::change),
        Route::post("/groups/{slug}/archive", SignedIn, Change, acts::archive),
        Route::post("/groups/{slug}/reopen", SignedIn, Change, acts::reopen),
        Route::post("/groups/{slug}/join", SignedIn, Change, acts::join),
        Route::post("/groups/{slug}/leave", SignedIn, Change, acts::leave),
        Route::post("/groups/{slug}/request", SignedIn, Change, acts::request),
        Route::post("/groups/{slug}/withdraw", SignedIn, Change, acts::withdraw),
        Route::post("/groups/{slug}/decline", SignedIn, Change, acts::decline),
        Route::post("/groups/{slug}/approve", SignedIn, Change, acts::approve),
        Route::post("/groups/{slug}/refuse", SignedIn, Change, acts::refuse),
        // It reaches people.
        Route::post("/groups/{slug}/invite", SignedIn, Heavy, acts::invite),
        Route::post("/groups/{slug}/uninvite", SignedIn, Change, acts::uninvite),
        Route::post("/groups/{slug}/expel", SignedIn, Change, acts::expel),
        Route::post("/groups/{slug}/moderators", SignedIn, Change, acts::moderators),
    ]
}
