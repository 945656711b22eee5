//! How many statements a page takes.

use crate::town::{Person, THREADS, Town};
use database::testing::on_both;
use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use language::{Moment, Role};
use std::sync::Mutex;

/// The most statements of a page.
const MOST: usize = 12;

/// The statements of the threads that answer requests. The test runner gives each
/// test a process of its own; other threads (read marks) are not a page's.
static STATEMENTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn note(event: InstrumentationEvent<'_>) {
    let InstrumentationEvent::StartQuery { query, .. } = event else { return };
    let text = query.to_string();
    let start = text.trim_start().to_lowercase();
    // Around a reading, or whether the connection still stands: cheap, and not of the page.
    let around = ["begin", "commit", "rollback", "select 1"].iter().any(|s| start.starts_with(s));
    if !around && std::thread::current().name() == Some(THREADS) {
        STATEMENTS.lock().unwrap().push(text);
    }
}

fn instrumentation() -> Option<Box<dyn Instrumentation>> {
    Some(Box::new(note))
}

#[test]
fn a_page_takes_few_statements() {
    set_default_instrumentation(instrumentation).unwrap();
    on_both(|trial| {
        let town = Town::on(trial);
        let manager = town.person("Robin", Role::Manager);
        let people: Vec<_> = ["Anna", "Bob", "Carla", "Dirk", "Els", "Fatma", "Gijs"]
            .iter()
            .map(|name| town.member(name))
            .collect();
        people[0].begins("Koffie", "Bij de automaat", "open");
        let mut posts = Vec::new();
        for person in &people {
            let post = person.asks("Wie weet raad?", "Mijn band is lek.").for_everyone();
            for other in &people[..4] {
                let said = other.says(&post, "Ik plak hem wel.");
                let below = format!("{post}/comments/{said}/reactions");
                manager.submits(&below, &[("word", "thanks")]).is(303);
            }
            posts.push(post);
        }
        town.settles();
        let mut wrong = Vec::new();
        let paths = [
            "/",
            "/groups",
            "/people",
            &posts[0],
            "/cockpit",
            "/cockpit/reach",
            "/cockpit/participation",
            "/cockpit/returning",
            "/cockpit/answers",
            "/cockpit/content",
            "/cockpit/phase",
            "/cockpit/health",
            "/cockpit/alarms",
        ];
        for path in paths {
            wrong.extend(too_many(&town, &manager, path));
        }
        trial.clock.advance(200 * Moment::DAY);
        let manager = town.enters(manager.id);
        // Figures of half a year are kept by now.
        for path in paths {
            wrong.extend(too_many(&town, &manager, path));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        town.must_hold();
    });
}

/// The statements of a page, when it takes too many.
fn too_many(town: &Town<'_>, person: &Person<'_>, path: &str) -> Vec<String> {
    // The first visit of a day is noted, once; a week is closed once.
    person.sees(path);
    town.settles();
    person.sees(path);
    STATEMENTS.lock().unwrap().clear();
    person.sees(path);
    let statements = std::mem::take(&mut *STATEMENTS.lock().unwrap());
    assert!(!statements.is_empty(), "nothing was counted");
    if statements.len() <= MOST {
        return Vec::new();
    }
    let short = |text: &String| text.chars().take(160).collect();
    let heading = format!("{path} takes {} statements", statements.len());
    std::iter::once(heading).chain(statements.iter().map(short)).collect()
}
