//! Every page that a visitor comes to is whole: its links lead somewhere, its forms
//! go to a route, what names an element finds one.

use super::routes;
use crate::markup::{Tag, tags};
use crate::town::{Answer, Person, Town, story};
use language::Role;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use web::Method;

/// The most pages that one visitor looks at.
const MOST: usize = 300;

/// Attributes whose words are ids of the same page.
const NAMING: &[&str] = &["for", "aria-labelledby", "aria-describedby", "aria-controls"];

/// Whether a path is of this route.
fn matches(route: &str, path: &str) -> bool {
    let (mut parts, mut given) = (route.split('/'), path.split('/'));
    loop {
        match (parts.next(), given.next()) {
            (None, None) => return true,
            (Some(part), Some(one)) if part == one || part.starts_with('{') => {}
            _ => return false,
        }
    }
}

fn wrong_with(answer: &Answer) -> Vec<String> {
    let tags = tags(&answer.body);
    let mut wrong = Vec::new();
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        if !ids.insert(id) {
            wrong.push(format!("the id {id} stands there twice"));
        }
    }
    let count = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
    let whole = count("html") == 1;
    if whole {
        for name in ["h1", "main", "body"] {
            if count(name) != 1 {
                wrong.push(format!("{} of <{name}>", count(name)));
            }
        }
    }
    for tag in &tags {
        for name in NAMING {
            for id in tag.get(name).unwrap_or("").split_whitespace() {
                if !ids.contains(id) {
                    wrong.push(format!("{name} names {id}, which is not there"));
                }
            }
        }
        if !is_named(tag, &tags) {
            wrong.push(format!("a field {:?} without a label", tag.get("name")));
        }
        wrong.extend(form_to_nowhere(tag));
    }
    wrong
}

/// Whether a field that people fill in has a name for those who do not see it.
fn is_named(tag: &Tag, tags: &[Tag]) -> bool {
    let kind = tag.get("type").unwrap_or("text");
    let filled_in = match tag.name.as_str() {
        // Boxes and buttons stand within their label.
        "input" => !["hidden", "radio", "checkbox", "submit"].contains(&kind),
        "select" | "textarea" => true,
        _ => false,
    };
    let labelled = |id: &str| tags.iter().any(|t| t.name == "label" && t.get("for") == Some(id));
    !filled_in
        || tag.get("aria-label").is_some()
        || tag.get("aria-labelledby").is_some()
        || tag.get("id").is_some_and(labelled)
}

fn form_to_nowhere(tag: &Tag) -> Option<String> {
    let posted = (tag.name == "form" && tag.get("method") == Some("post"))
        .then(|| tag.get("action"))
        .flatten();
    let target = posted.or(tag.get("hx-post"))?.split('?').next()?;
    let found = routes(Method::Post).iter().any(|route| matches(route.path, target));
    (!found).then(|| format!("a form goes to {target}, which is no route"))
}

/// What is wrong with the pages that `person` comes to from `start`.
pub(super) fn visits(
    person: &Person<'_>,
    start: &str,
    wrong_with: fn(&Answer) -> Vec<String>,
) -> BTreeMap<String, Vec<String>> {
    let mut waiting = VecDeque::from([(start.to_owned(), "the start".to_owned())]);
    let mut met = BTreeSet::new();
    let mut wrong = BTreeMap::new();
    while let Some((path, from)) = waiting.pop_front() {
        if met.len() >= MOST || !met.insert(path.clone()) {
            continue;
        }
        let answer = person.get(&path);
        if !matches!(answer.status.as_u16(), 200 | 303) {
            wrong.insert(path, vec![format!("{}, linked from {from}", answer.status)]);
            continue;
        }
        if answer.header("content-type").starts_with("text/html") {
            let found = wrong_with(&answer);
            if !found.is_empty() {
                wrong.insert(path.clone(), found);
            }
        }
        waiting.extend(answer.links().into_iter().map(|link| (link, path.clone())));
    }
    assert!(met.len() > 3, "only {met:?} were found");
    wrong
}

/// Some talk, so that pages have something to show.
fn lively(town: &Town<'_>) {
    let (anna, bob) = (town.member("Anna"), town.member("Bob"));
    for access in ["open", "closed", "secret"] {
        let name = format!("Groep {access}");
        let page = anna.begins(&name, "Wie wil", access);
        let verb = if access == "closed" { "request" } else { "join" };
        bob.submits(&format!("{page}/{verb}"), &[]);
        let post = anna.asks("Wie weet raad?", "Mijn band is lek. @bob #fiets").in_group(&name);
        let said = anna.says(&post, "Niemand?");
        anna.submits(&format!("{post}/comments/{said}/accept"), &[]).is(303);
        anna.submits(&format!("{post}/reactions"), &[("word", "thanks")]).is(303);
    }
    town.settles();
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_whole() {
    story(|town| {
        lively(town);
        let manager = town.person("Robin", Role::Manager);
        let member = town.member("Carla");
        let mut wrong = Vec::new();
        for (who, person, start) in [
            ("administrator", &town.mia(), "/"),
            ("manager", &manager, "/cockpit"),
            ("member", &member, "/"),
            ("stranger", &town.nobody(), "/sign-in"),
        ] {
            let found = visits(person, start, wrong_with);
            wrong.extend(found.into_iter().map(|(path, what)| (who, path, what)));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}
