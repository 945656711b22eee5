//! What is seen of people.

mod cockpit;
mod directory;
mod looks;
mod measuring;
mod profile;
mod settings;

use crate::pictures::{self, Size};
use language::{PersonId, PictureId, Refusal, Result, Role};
use web::{Body, Cache, Face, Limit, Policy, Reply, Request, Route};

/// The routes of this slice.
pub fn routes() -> Vec<Route> {
    use Policy::{Anyone, SignedIn};
    let manager = Policy::AtLeast(Role::Manager);
    vec![
        Route::get("/people", SignedIn, directory::show),
        Route::get("/people/{handle}", SignedIn, profile::show),
        Route::get("/pictures/{id}/{size}", SignedIn, picture).cache(Cache::Own),
        Route::get("/settings", SignedIn, settings::show),
        Route::post("/settings", SignedIn, Limit::Change, settings::save).body(Body::Pictures),
        Route::get("/settings/looks", SignedIn, looks::show),
        Route::get("/what-we-measure", Anyone, measuring::show),
        Route::post("/what-we-measure/objection", SignedIn, Limit::Change, measuring::object),
        Route::get("/cockpit/people", manager, cockpit::list),
        Route::get("/cockpit/people/{id}", manager, cockpit::show),
        Route::post("/cockpit/people/{id}", manager, Limit::Change, cockpit::change),
        Route::post("/cockpit/people/{id}/suspend", manager, Limit::Change, cockpit::suspend),
        Route::post("/cockpit/people/{id}/restore", manager, Limit::Change, cockpit::restore),
    ]
}

fn picture(request: &Request) -> Result<Reply> {
    let visitor = request.visitor()?;
    let id: PictureId = request.param("id")?;
    let size: String = request.param("size")?;
    let size: Size = size.parse().map_err(|()| Refusal::NotFound)?;
    let house = &request.house;
    let (media_type, bytes) = house
        .database
        .read(|conn| pictures::get(conn, &house.blobs, visitor.id, id, size, request.now))?;
    Ok(Reply::File { media_type, bytes, save_as: None })
}

/// A face with the large form of its picture.
fn large_face(id: PersonId, name: &str, picture: Option<i64>) -> Face {
    let face = Face::of(id, name, picture);
    Face { picture: picture.map(|picture| format!("/pictures/{picture}/large")), ..face }
}

/// A text as a part of an address: what is no letter, digit or `-._~` is escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
