//! What is refused changes nothing: every form of the route table, sent by those who
//! may not, about what is not there or is somebody else's.

use super::{filled, routes};
use crate::town::{Person, Town, story};
use diesel::prelude::*;
use language::{Moment, Role};
use schema::{action_answers, import_uploads, sessions};
use std::collections::BTreeMap;
use web::{Method, Policy, Route};

/// Ids of things that are somebody else's.
struct Others {
    slug: String,
    post: String,
    comment: String,
    action: String,
    answer: String,
    import: String,
    session: String,
    person: String,
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

impl Others {
    /// A secret group of Anna with a talk in it, an answer of hers to an action, a file
    /// that Mia is looking at, a sign-in of Anna's.
    fn in_town(town: &Town<'_>) -> Self {
        let anna = town.member("Anna");
        for n in 0..6 {
            town.member(&format!("Buur {n}"));
        }
        let page = anna.begins("Nachtploeg", "Wie wakker is", "secret");
        let post = anna.posts("Slaapt er al iemand?").in_group("Nachtploeg");
        let comment = anna.says(&post, "Ik niet.");
        let chosen = [("held", "0"), ("kind", "text")];
        let mia = town.mia();
        let action =
            mia.fills("/cockpit/actions/new?catalogue=10", "/cockpit/actions", &chosen).leads();
        let action = last(&action);
        let said = [("answer", "Een bankje in de zon")];
        anna.submits(&format!("/actions/{action}/answers"), &said).is(303);
        let answer: i64 =
            town.look(|conn| action_answers::table.select(action_answers::id).first(conn));
        town.trial
            .database
            .write(|tx| {
                diesel::insert_into(import_uploads::table)
                    .values((
                        import_uploads::id.eq(4_711_i64),
                        import_uploads::kind.eq("people"),
                        import_uploads::file.eq("mensen.csv"),
                        import_uploads::columns_by_hand.eq(""),
                        import_uploads::by_id.eq(mia.id),
                        import_uploads::at.eq(Moment(1)),
                    ))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        let session: i64 = town.look(|conn| {
            let own = sessions::table.filter(sessions::person_id.eq(anna.id));
            own.select(sessions::id).first(conn)
        });
        Self {
            slug: last(&page),
            post: last(&post),
            comment,
            action,
            answer: answer.to_string(),
            import: "4711".to_owned(),
            session: session.to_string(),
            person: anna.id.to_string(),
        }
    }

    fn fill(&self, route: &Route) -> String {
        filled(route.path, |name| match name {
            "slug" => self.slug.clone(),
            "post" => self.post.clone(),
            "comment" => self.comment.clone(),
            "action" => self.action.clone(),
            "answer" => self.answer.clone(),
            "import" => self.import.clone(),
            "id" if route.path.contains("sessions") => self.session.clone(),
            "id" => self.person.clone(),
            _ => "Zz9".to_owned(),
        })
    }
}

type Contents = BTreeMap<&'static str, Vec<String>>;

/// The tables in which something changed.
fn changed(before: &Contents, after: &Contents) -> Vec<String> {
    let differ = before.iter().filter(|(table, rows)| after[*table] != **rows);
    differ
        .map(|(table, rows)| format!("{table} {} -> {}", rows.len(), after[table].len()))
        .collect()
}

struct Watch<'t> {
    town: &'t Town<'t>,
    before: Contents,
    wrong: Vec<String>,
}

impl<'t> Watch<'t> {
    fn new(town: &'t Town<'t>) -> Self {
        Self { town, before: town.contents(), wrong: Vec::new() }
    }

    /// Sends a form and notes when its answer is none of `fine`, or anything changed.
    fn sends(
        &mut self,
        who: &str,
        person: &Person<'_>,
        path: &str,
        fields: &[(&str, &str)],
        fine: &[u16],
    ) {
        let answer = person.submits(path, fields);
        let status = answer.status.as_u16();
        let to = answer.header("location").to_owned();
        let after = self.town.contents();
        let changed = changed(&self.before, &after);
        let to_door = status != 303 || fine != [303] || to.starts_with("/sign-in");
        if !fine.contains(&status) || !changed.is_empty() || !to_door {
            self.wrong.push(format!("{who} {path} {fields:?}: {status} {to} {changed:?}"));
            self.before = after;
        }
    }
}

/// What a form of ours would hold, so that the refusal is not about the form.
const PLAUSIBLE: &[(&str, &[(&str, &str)])] = &[
    ("/posts/{post}/comments", &[("body", "Hoi"), ("key", "0123456789abcdef")]),
    ("/posts/{post}/edit", &[("body", "Anders")]),
    ("/posts/{post}/reactions", &[("word", "thanks")]),
    ("/posts/{post}/comments/{comment}/reactions", &[("word", "thanks")]),
    ("/posts/{post}/comments/{comment}/edit", &[("body", "Anders")]),
    ("/groups/{slug}/settings", &[("name", "Van mij"), ("purpose", ""), ("access", "open")]),
    ("/cockpit/departments/{id}", &[("name", "Nieuw"), ("headcount", "3")]),
    ("/cockpit/people/{id}", &[("role", "administrator")]),
    ("/cockpit/alarms/{alarm}", &[("verdict", "right"), ("note", "")]),
];

fn plausible(route: &Route) -> &'static [(&'static str, &'static str)] {
    PLAUSIBLE.iter().find(|(path, _)| *path == route.path).map_or(&[], |(_, fields)| fields)
}

#[test]
fn what_is_refused_changes_nothing() {
    story(|town| {
        let others = Others::in_town(town);
        let (stranger, bob) = (town.nobody(), town.member("Bob"));
        let rest: Vec<_> = [Role::Moderator, Role::Manager, Role::Administrator]
            .map(|role| (role, town.person(role.name(), role)))
            .into();
        // Tokens are fetched, and the day's visits counted, before it begins.
        stranger.token();
        for person in rest.iter().map(|(_, person)| person).chain([&bob]) {
            person.token();
            person.sees("/");
        }
        let mut watch = Watch::new(town);
        for route in routes(Method::Post) {
            let fields = plausible(&route);
            let (about, nothing) =
                (others.fill(&route), filled(route.path, |_| "73501824657".to_owned()));
            let varies = route.path.contains('{');
            // (a) Without a sign-in.
            match route.policy {
                Policy::BeforeSetUp => watch.sends("stranger", &stranger, &about, fields, &[404]),
                Policy::Anyone => {
                    watch.sends("stranger", &stranger, &about, fields, &[404, 410, 422]);
                }
                _ => watch.sends("stranger", &stranger, &about, fields, &[303]),
            }
            // (b) A member: what is for others, and what is somebody else's.
            match route.policy {
                Policy::AtLeast(_) => watch.sends("member", &bob, &about, fields, &[403]),
                Policy::SignedIn if route.path == "/settings/sessions/{id}/end" => {
                    // Ended twice is ended: it says so, and ends nobody else's.
                    watch.sends("member", &bob, &about, fields, &[303, 404]);
                }
                // An answer of one's own may be given; it is one's own.
                Policy::SignedIn if route.path == "/actions/{action}/answers" => {}
                Policy::SignedIn if varies => {
                    watch.sends("member", &bob, &about, fields, &[403, 404]);
                    watch.sends("member", &bob, &nothing, fields, &[403, 404]);
                }
                _ => {}
            }
            // (c) Everybody above them: what is not there.
            if varies && route.policy != Policy::Anyone {
                for (role, person) in &rest {
                    let low = matches!(route.policy, Policy::AtLeast(least) if *role < least);
                    let fine: &[u16] = match (low, route.path) {
                        (true, _) => &[403],
                        (_, "/settings/sessions/{id}/end") => &[303, 404],
                        _ => &[404],
                    };
                    watch.sends(role.name(), person, &nothing, fields, fine);
                    if route.path.starts_with("/cockpit/imports/") {
                        // A file that Mia is looking at.
                        watch.sends(
                            role.name(),
                            person,
                            &about,
                            fields,
                            if low { &[403] } else { &[403, 404] },
                        );
                    }
                }
            }
        }
        assert!(watch.wrong.is_empty(), "{:#?}", watch.wrong);
        // What is done is seen: the watch is not blind.
        bob.posts("Dit mag.").for_everyone();
        let done = changed(&watch.before, &town.contents());
        assert!(done.iter().any(|table| table.starts_with("posts 1 -> 2")), "{done:?}");
    });
}

#[test]
fn ids_of_others_in_a_form_change_nothing() {
    story(|town| {
        let others = Others::in_town(town);
        let bob = town.member("Bob");
        let robin = town.person("Robin", Role::Manager);
        let own = bob.asks("Van mij?", "Van wie?").for_everyone();
        let elsewhere = bob.asks("Nog een?", "Ja.").for_everyone();
        let said = bob.says(&elsewhere, "Hier niet.");
        let (group, _) = town.group("Nachtploeg");
        let group = group.to_string();
        for person in [&bob, &robin] {
            person.sees("/");
        }
        robin.token();
        let missing = "73501824657";
        let mut watch = Watch::new(town);
        let key = ("key", "0123456789abcdef");
        let comments = format!("{own}/comments");
        let posts = "/posts";
        for id in [&group, missing, "+1", "01", "-1", "1e3", " "] {
            let fields = [("kind", "update"), ("body", "Hoi"), ("group", id), key];
            if id != " " {
                watch.sends("member", &bob, posts, &fields, &[403, 404]);
            }
        }
        for parent in [&others.comment, &said, missing, "+1"] {
            let fields = [("body", "Hoi"), ("parent", parent), key];
            watch.sends("member", &bob, &comments, &fields, &[403, 404]);
        }
        for (path, fields) in [
            ("/cockpit/departments", &[("name", "Zorg"), ("parent", missing)][..]),
            ("/cockpit/invite/send", &[("people", "x@voorbeeld.nl"), ("department", missing)]),
            ("/cockpit/invite/codes", &[("department", missing)]),
        ] {
            watch.sends("manager", &robin, path, fields, &[403, 404]);
        }
        assert!(watch.wrong.is_empty(), "{:#?}", watch.wrong);
    });
}

#[test]
fn one_thing_has_one_address() {
    story(|town| {
        let anna = town.member("Anna");
        let post = anna.posts("Hoi").for_everyone();
        let said = anna.says(&post, "Dag.");
        let id = last(&post);
        anna.sees(&format!("/posts/{id}"));
        for alias in ["+", "0", "00", "%2B", "%20", "-"] {
            anna.get(&format!("/posts/{alias}{id}")).is(404);
            anna.get(&format!("/posts/{alias}{id}/card")).is(404);
            anna.submits(&format!("{post}/comments/{alias}{said}/withdraw"), &[]).is(404);
        }
        for alias in ["", "%20", ".0", "%0A"] {
            if !alias.is_empty() {
                anna.get(&format!("/posts/{id}{alias}")).is(404);
            }
        }
    });
}
