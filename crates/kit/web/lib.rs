//! Forms, pages, pieces, sessions, layout: the only crate that knows HTTP.
//!
//! A slice declares its routes as data ([`Route`]): path, policy, rate limit,
//! cache rule, handler. A handler is a plain function from a [`Request`] to a
//! [`Reply`]: it asks for a permit, calls a verb, renders. What every answer
//! needs (session, form token, headers, error pages, compression) happens here,
//! once, for all routes.

mod answer;
mod assets;
mod face;
mod fields;
mod house;
mod later;
mod limits;
mod live;
mod menu;
mod page;
mod path;
mod rendered;
mod reply;
mod request;
mod route;
mod secret;
mod serve;
mod shelf;
mod squeeze;
mod store;
mod visitor;

/// The sentences of this crate.
pub mod w {
    words::load!();
}

pub use assets::{asset, icons_href};
pub use face::{Face, initials};
pub use fields::{Fields, Upload};
pub use house::{Community, House, Settings, Slot};
pub use later::Later;
pub use live::topic;
pub use page::Place;
pub use path::LocalPath;
pub use rendered::Rendered;
pub use reply::Reply;
pub use request::Request;
pub use route::{Body, Cache, Handler, Limit, Method, Policy, Route};
pub use secret::{hash_token, token_matches};
pub use serve::{Doors, routes, site, start};
pub use shelf::Shelf;
pub use visitor::Visitor;
