//! Who may come in: the table of routes says it, everybody tries it.

use super::{filled, routes};
use crate::town::{Answer, Person, Town, story};
use language::{PersonId, Role};
use web::{Method, Policy, Route};

/// What an identifier in a path is replaced by.
struct Secret {
    slug: String,
    post: String,
    comment: String,
    person: String,
    handle: String,
}

impl Secret {
    /// A secret group with a talk in it, and somebody whom nobody minds being changed.
    fn in_town(town: &Town<'_>) -> Self {
        let anna = town.member("Anna");
        let page = anna.begins("Nachtploeg", "Wie wakker is", "secret");
        let post = anna.posts("Slaapt er al iemand?").in_group("Nachtploeg");
        let comment = anna.says(&post, "Ik niet.");
        let (slug, post) = (after(&page), after(&post));
        let other = town.member("Wim");
        Self { slug, post, comment, person: other.id.to_string(), handle: other.handle.clone() }
    }

    fn fill(&self, name: &str) -> String {
        match name {
            "slug" => self.slug.clone(),
            "post" => self.post.clone(),
            "comment" => self.comment.clone(),
            "id" => self.person.clone(),
            "handle" => self.handle.clone(),
            "size" => "small".to_owned(),
            _ => "1".to_owned(),
        }
    }
}

fn after(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

fn random(name: &str) -> String {
    if name == "size" { "small".to_owned() } else { "73501824657".to_owned() }
}

fn asks(person: &Person<'_>, route: &Route, path: &str) -> Answer {
    match route.method {
        Method::Get => person.get(path),
        Method::Post => person.submits(path, &[]),
    }
}

/// What is wrong with the answer that somebody of this role got, if anything.
fn judge(role: Option<Role>, route: &Route, answer: &Answer) -> Option<&'static str> {
    let status = answer.status.as_u16();
    if status >= 500 {
        return Some("fails");
    }
    let to_door = status == 303 && answer.header("location").starts_with("/sign-in");
    match (route.policy, role) {
        (Policy::BeforeSetUp, _) => (status != 404).then_some("is there after set-up"),
        (Policy::Anyone, _) => None,
        (Policy::SignedIn | Policy::AtLeast(_), None) => (!to_door).then_some("lets a stranger in"),
        (Policy::AtLeast(least), Some(role)) if role < least => {
            (status != 403).then_some("lets too low a role in")
        }
        (_, Some(_)) => (to_door && !route.path.starts_with("/sign-out"))
            .then_some("sends somebody away who is signed in"),
    }
}

/// Whether the route is about one group or what was said in it.
fn is_of_a_group(route: &Route) -> bool {
    route.path.starts_with("/groups/{slug}") || route.path.starts_with("/posts/{post}")
}

#[test]
fn everybody_tries_every_door() {
    story(|town| {
        let secret = Secret::in_town(town);
        let suspended = town.member("Stan");
        let path = format!("/cockpit/people/{}/suspend", suspended.id);
        // Their token is fetched while it can be.
        suspended.token();
        town.mia().submits(&path, &[]).is(303);
        let roles = [Role::Member, Role::Moderator, Role::Manager, Role::Administrator];
        let people: Vec<(Role, PersonId)> =
            roles.iter().map(|role| (*role, town.person(role.name(), *role).id)).collect();
        let stranger = town.nobody();
        // The live stream never ends for who may have it.
        for person in [&stranger, &suspended] {
            assert_eq!(person.get("/live").leads(), "/sign-in?to=/live");
        }
        let mut wrong = Vec::new();
        let all = routes(Method::Get).into_iter().chain(routes(Method::Post));
        for route in all {
            let paths = [filled(route.path, random), filled(route.path, |name| secret.fill(name))];
            for path in &paths {
                let mut note = |who: &str, answer: &Answer, what: Option<&str>| {
                    let status = answer.status.as_u16();
                    let tells = is_of_a_group(&route) && !matches!(status, 303 | 403 | 404);
                    let what = what.or(tells.then_some("tells of a secret group"));
                    if let Some(what) = what {
                        wrong.push(format!("{who}: {:?} {path} {what} ({status})", route.method));
                    }
                };
                for (who, person) in [("stranger", &stranger), ("suspended", &suspended)] {
                    let answer = asks(person, &route, path);
                    note(who, &answer, judge(None, &route, &answer));
                }
                for (role, id) in &people {
                    // A new sign-in each time: some doors lead out.
                    let answer = asks(&town.enters(*id), &route, path);
                    note(role.name(), &answer, judge(Some(*role), &route, &answer));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

#[test]
fn nonsense_never_breaks_the_site() {
    story(|town| {
        let mia = town.mia();
        let mut wrong = Vec::new();
        let nonsense = [
            "0",
            "-1",
            "9223372036854775807",
            "99999999999999999999",
            "%00",
            "a%2Fb",
            "..%2F..",
            "%C3%A9",
            "%27%3B--",
        ];
        let fields = [
            "q",
            "before",
            "after",
            "from",
            "to",
            "department",
            "state",
            "role",
            "like",
            "catalogue",
            "audience",
            "departments",
            "owner",
            "days",
            "page",
            "group",
            "kind",
        ];
        for route in routes(Method::Get).into_iter().chain(routes(Method::Post)) {
            if route.path.contains('{') {
                for value in nonsense {
                    let path = filled(route.path, |_| value.to_owned());
                    let status = asks(&mia, &route, &path).status.as_u16();
                    if status >= 500 {
                        wrong.push(format!("{:?} {path}: {status}", route.method));
                    }
                }
            }
            if route.method == Method::Get {
                for value in nonsense {
                    for field in fields {
                        let path = filled(route.path, |_| "1".to_owned());
                        let path = format!("{path}?{field}={value}");
                        if route.path.contains('{') && field != "before" && field != "from" {
                            continue;
                        }
                        let status = mia.get(&path).status.as_u16();
                        if status >= 500 {
                            wrong.push(format!("{path}: {status}"));
                        }
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}
