//! What people write is text, wherever it is shown.

use super::pages::visits;
use crate::markup::tags;
use crate::town::{Answer, Town, story};
use language::Role;

const SCRIPT: &str = "<script>alert(1)</script>";
const BREAKOUT: &str = "\"'><img src=x onerror=alert(1)>";
const BODY: &str = "<script>alert(1)</script> <img src=x onerror=alert(1)> \
    [klik](javascript:alert(1)) ![beeld](javascript:alert(1)) <a href=\"data:text/html,x\">x</a> \
    <form method=\"post\" action=\"/sign-out\"><button>Uit</button></form> \
    <iframe src=\"//evil.example\"></iframe> <svg onload=alert(1)> <b style=\"color:red\">b</b>";

/// Everything of a page that could run, or look like a part of ours.
fn what_runs(answer: &Answer) -> Vec<String> {
    let mut found = Vec::new();
    let tags = tags(&answer.body);
    let out =
        tags.iter().filter(|tag| tag.name == "form" && tag.get("action") == Some("/sign-out"));
    if out.count() > 1 {
        found.push("a form of ours that somebody else wrote".to_owned());
    }
    for tag in &tags {
        let src = tag.get("src").unwrap_or("");
        let ours = src.starts_with('/') && !src.starts_with("//");
        let runs = match tag.name.as_str() {
            "script" => !src.starts_with("/assets/"),
            "img" => !ours && !src.starts_with("data:image/"),
            "iframe" | "object" | "embed" | "base" | "style" => true,
            _ => false,
        };
        if runs {
            found.push(format!("<{}> from {src:?}", tag.name));
        }
        for (name, value) in tag.attributes() {
            let value = value.trim().to_lowercase();
            let handler = name.starts_with("on") || name == "style";
            if handler || value.starts_with("javascript:") || value.starts_with("data:text") {
                found.push(format!("<{}> with {name}={value:?}", tag.name));
            }
        }
    }
    found
}

fn written_by_the_hostile(town: &Town<'_>) {
    let hostile = town.member(&format!("Eva {SCRIPT}"));
    let about = [("about", BREAKOUT)];
    hostile.fills("/settings", "/settings", &about).is(303);
    let name = format!("Groep {BREAKOUT}");
    let page = hostile.begins(&name, SCRIPT, "open");
    for group in [name.as_str(), "Iedereen"] {
        let post = hostile.asks(BREAKOUT, BODY).in_group(group);
        let said = hostile.says(&post, BODY);
        hostile.submits(&format!("{post}/comments/{said}/accept"), &[]).is(303);
    }
    town.settles();
    assert!(hostile.sees(&page).says("alert(1)"), "the text itself is shown");
}

#[test]
fn nothing_that_people_write_runs() {
    story(|town| {
        written_by_the_hostile(town);
        // Names of departments come from files.
        let mia = town.mia();
        let department = [("name", BREAKOUT), ("headcount", "12")];
        mia.fills("/cockpit/departments", "/cockpit/departments", &department).is(303);
        let manager = town.person("Robin", Role::Manager);
        for (person, start) in [(&mia, "/"), (&manager, "/cockpit"), (&town.member("Bob"), "/")] {
            let wrong = visits(person, start, what_runs);
            assert!(wrong.is_empty(), "{wrong:#?}");
        }
        let typed = mia.submits("/groups/new", &[("name", ""), ("purpose", BREAKOUT)]);
        assert_eq!(what_runs(&typed.is(422)), Vec::<String>::new());
        for path in ["/groups", "/people", "/cockpit/people"] {
            let path = format!("{path}?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
            assert_eq!(what_runs(&mia.sees(&path)), Vec::<String>::new(), "{path}");
        }
    });
}
