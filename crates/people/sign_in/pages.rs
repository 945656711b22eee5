//! What is seen at the door, and under Settings what belongs to it.

mod account;
mod door;
mod forgot;
mod invitation;
mod invite;

use language::{Problems, Result, Role};
use web::{Body, Limit, LocalPath, Policy, Reply, Request, Route};

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    use Policy::{Anyone, SignedIn};
    let manager = Policy::AtLeast(Role::Manager);
    vec![
        Route::get("/sign-in", Anyone, door::show),
        Route::post("/sign-in", Anyone, Limit::Door, door::enter),
        Route::post("/sign-out", SignedIn, Limit::Change, door::leave),
        Route::post("/sign-out-everywhere", SignedIn, Limit::Change, door::leave_everywhere),
        Route::get("/claim", Anyone, invitation::ask_code).limit(Limit::Door),
        Route::post("/claim", Anyone, Limit::Door, invitation::take_code),
        Route::get("/invitation/{token}", Anyone, invitation::show).limit(Limit::Door),
        Route::post("/invitation/{token}", Anyone, Limit::Door, invitation::accept),
        Route::get("/forgot", Anyone, forgot::show),
        Route::post("/forgot", Anyone, Limit::Door, forgot::ask),
        Route::get("/reset/{token}", Anyone, forgot::choose).limit(Limit::Door),
        Route::post("/reset/{token}", Anyone, Limit::Door, forgot::finish),
        Route::get("/verify/{token}", Anyone, forgot::show_proof).limit(Limit::Door),
        Route::post("/verify/{token}", Anyone, Limit::Door, forgot::prove),
        Route::get("/address/{token}", Anyone, forgot::show_change).limit(Limit::Door),
        Route::post("/address/{token}", Anyone, Limit::Door, forgot::change),
        Route::get("/settings/sign-in", SignedIn, account::show),
        Route::post("/settings/password", SignedIn, Limit::Change, account::password),
        Route::post("/settings/address", SignedIn, Limit::Heavy, account::address),
        Route::post("/settings/address/prove", SignedIn, Limit::Heavy, account::prove_again),
        Route::post("/settings/sessions/{id}/end", SignedIn, Limit::Change, account::end_one),
        Route::get("/cockpit/invite", manager, invite::show),
        Route::post("/cockpit/invite", manager, Limit::Heavy, invite::preview).body(Body::Form),
        Route::post("/cockpit/invite/send", manager, Limit::Heavy, invite::send),
        Route::post("/cockpit/invite/codes", manager, Limit::Heavy, invite::codes),
        Route::post("/cockpit/people/{id}/code", manager, Limit::Change, invite::code),
    ]
}

/// Where somebody wanted to go before they had to sign in.
fn wanted(text: &str) -> LocalPath {
    LocalPath::parse(text).unwrap_or_else(|| LocalPath::to("/"))
}

/// Checks a password that is being chosen, with what others know of its owner.
fn check_password(
    request: &Request,
    password: &str,
    own: &[&str],
    problems: &mut Problems,
) -> Result<()> {
    let community = request.house.community();
    let mut own = own.to_vec();
    if let Some(community) = &community {
        own.push(&community.name);
    }
    if let Err(weak) = crate::password::check(password, &own) {
        problems.add("password", weak.say(request.lang));
    }
    Ok(())
}

/// The name of the community, for a sentence.
fn community(request: &Request) -> String {
    request.house.community().map_or_else(|| "Noaber".to_owned(), |c| c.name.clone())
}

/// Before there is a community there is only one page.
fn before_set_up(request: &Request) -> Option<Reply> {
    request.house.community().is_none().then(|| Reply::to("/set-up"))
}
