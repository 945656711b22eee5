//! Stories over the whole site.

mod budget;
mod canary;
mod first_hour;
mod forms;
mod headers;
mod hostile;
mod languages;
mod leaving;
mod oversight;
mod pages;
mod patience;
mod refused;
mod reports;
mod rights;
mod talk;
mod twice;
mod upkeep;

use web::{Method, Route};

/// The routes of one method but for the live stream, which never ends.
fn routes(method: Method) -> Vec<Route> {
    let all = noaber::routes::all();
    all.into_iter().filter(|route| route.method == method && route.path != "/live").collect()
}

/// A path with every `{name}` replaced.
fn filled(path: &str, value: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').expect("a closed brace");
        out.push_str(before);
        out.push_str(&value(name));
        rest = after;
    }
    out.push_str(rest);
    out
}
