//! Of a secret group nobody outside learns anything, wherever they look.

use super::{filled, routes};
use crate::town::{Person, Town, story};
use std::collections::{BTreeSet, VecDeque};
use web::Method;

/// Stands in everything that the secret group has.
const CANARY: &str = "zilvervos7342";

/// The most pages that are looked at.
const MOST: usize = 500;

struct Group {
    slug: String,
    post: String,
    comment: String,
}

/// Looks at everything that leads somewhere; returns where the canary stood.
fn crawl(person: &Person<'_>, group: &Group) -> Vec<String> {
    let mut waiting: VecDeque<String> = VecDeque::new();
    for route in routes(Method::Get) {
        for fill in [true, false] {
            waiting.push_back(filled(route.path, |name| match name {
                "slug" if fill => group.slug.clone(),
                "post" if fill => group.post.clone(),
                "comment" if fill => group.comment.clone(),
                "handle" if fill => "anna".to_owned(),
                _ => "1".to_owned(),
            }));
        }
        // What is looked for must not be what is typed: pages repeat that.
        for question in ["q=zilver", "q=vos7342", "q=", "before=9999999999999999"] {
            if !route.path.contains('{') {
                waiting.push_back(format!("{}?{question}", route.path));
            }
        }
    }
    let mut met: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(path) = waiting.pop_front() {
        if met.len() >= MOST || !met.insert(path.clone()) {
            continue;
        }
        let answer = person.get(&path);
        assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
        let told = format!("{:?}{}", answer.headers, answer.body).to_lowercase();
        if told.contains(CANARY) {
            found.push(path.clone());
        }
        waiting.extend(answer.links());
    }
    assert!(met.len() > 60, "only {} pages were found", met.len());
    found
}

fn secret_group(town: &Town<'_>, anna: &Person<'_>) -> Group {
    let name = format!("Kring {CANARY}");
    let page = anna.begins(&name, &format!("Voor wie {CANARY} kent"), "secret");
    talk(town, anna, &name, &page)
}

/// A question, an answer, a topic and a reaction, all with the canary.
fn talk(town: &Town<'_>, anna: &Person<'_>, name: &str, page: &str) -> Group {
    let title = format!("Over {CANARY}");
    let body = format!("Wie heeft {CANARY} gezien? #{CANARY}");
    let post = anna.asks(&title, &body).in_group(name);
    let comment = anna.says(&post, &format!("Ik zag {CANARY} gisteren."));
    anna.submits(&format!("{post}/reactions"), &[("word", "thanks")]).is(303);
    anna.submits(&format!("{post}/comments/{comment}/accept"), &[]).is(303);
    town.settles();
    let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    Group { slug: last(page), post: last(&post), comment }
}

#[test]
fn the_canary_is_heard_inside_alone() {
    story(|town| {
        let (anna, bob) = (town.member("Anna"), town.member("Bob"));
        anna.begins("Koffie", "Bij de automaat", "open");
        anna.posts("De bonen zijn op. #koffie").in_group("Koffie");
        anna.posts("Hoi allemaal.").for_everyone();
        let group = secret_group(town, &anna);
        let slug = &group.slug;
        assert!(!slug.contains(CANARY), "an address is seen by many");
        assert_eq!(crawl(&bob, &group), Vec::<String>::new(), "outside");
        assert_eq!(crawl(&town.mia(), &group), Vec::<String>::new(), "who manages");
        assert_eq!(crawl(&town.nobody(), &group), Vec::<String>::new(), "a stranger");

        anna.submits(&format!("/groups/{slug}/invite"), &[("handle", &bob.handle)]).is(303);
        bob.submits(&format!("/groups/{slug}/join"), &[]).is(303);
        town.settles();
        let heard = crawl(&bob, &group);
        for path in ["/".to_owned(), "/groups".to_owned(), format!("/posts/{}", group.post)] {
            assert!(heard.contains(&path), "{path} is silent inside: {heard:?}");
        }

        let person = bob.id.to_string();
        anna.submits(&format!("/groups/{slug}/expel"), &[("person", &person)]).is(303);
        town.settles();
        assert_eq!(crawl(&bob, &group), Vec::<String>::new(), "sent away");
    });
}

#[test]
fn of_a_closed_group_only_the_name_is_known() {
    story(|town| {
        let (anna, bob) = (town.member("Anna"), town.member("Bob"));
        let page = anna.begins("Bestuur", "Wie er over gaat", "closed");
        let group = talk(town, &anna, "Bestuur", &page);
        assert!(bob.sees("/groups").says("Bestuur"));
        assert_eq!(crawl(&bob, &group), Vec::<String>::new(), "outside");
        // Its address leads to where one asks to come in.
        assert_eq!(bob.get(&page).is(303).leads(), format!("{page}/members"));
        // Who asked is not in.
        bob.submits(&format!("{page}/request"), &[]).is(303);
        assert_eq!(crawl(&bob, &group), Vec::<String>::new(), "asked");
        anna.submits(&format!("{page}/approve"), &[("person", &bob.id.to_string())]).is(303);
        assert!(bob.sees(&page).body.contains(CANARY));
        bob.submits(&format!("{page}/leave"), &[]).is(303);
        town.settles();
        assert_eq!(crawl(&bob, &group), Vec::<String>::new(), "left");
    });
}

#[test]
fn what_was_withdrawn_is_nowhere() {
    story(|town| {
        let (anna, bob) = (town.member("Anna"), town.member("Bob"));
        let group = talk(town, &anna, "Iedereen", "/groups/iedereen");
        assert!(!crawl(&bob, &group).is_empty());
        let post = format!("/posts/{}", group.post);
        anna.submits(&format!("{post}/withdraw"), &[]).is(303);
        town.settles();
        assert_eq!(crawl(&bob, &group), Vec::<String>::new(), "a reader");
        assert_eq!(crawl(&town.mia(), &group), Vec::<String>::new(), "who manages");
        assert_eq!(crawl(&anna, &group), Vec::<String>::new(), "who wrote it");
    });
}
