use super::{filled, routes};
use crate::town::{Answer, story};
use web::{Cache, Method};

fn wrong_with(answer: &Answer, cache: &str) -> Option<String> {
    let policy = answer.header("content-security-policy");
    let strict =
        ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"];
    let is_page = answer.header("content-type").starts_with("text/html");
    if policy.is_empty() || policy.contains("unsafe") || policy.contains('*') {
        return Some(format!("policy {policy:?}"));
    }
    if is_page && !strict.iter().all(|part| policy.contains(part)) {
        return Some(format!("weak policy {policy:?}"));
    }
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("cache-control", cache),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        if answer.header(name) != value {
            return Some(format!("{name}: {:?}", answer.header(name)));
        }
    }
    None
}

#[test]
fn every_answer_has_its_headers() {
    story(|town| {
        let anna = town.member("Anna");
        let post = anna.posts("Hoi").for_everyone();
        let last = post.rsplit('/').next().unwrap();
        let mut wrong = Vec::new();
        for person in [&town.mia(), &anna, &town.nobody()] {
            for route in routes(Method::Get) {
                let path = filled(route.path, |name| match name {
                    "post" => last.to_owned(),
                    "slug" => "iedereen".to_owned(),
                    "handle" => anna.handle.clone(),
                    "id" => anna.id.to_string(),
                    _ => "1".to_owned(),
                });
                let answer = person.get(&path);
                let own = route.cache == Cache::Own && answer.status.as_u16() == 200;
                let cache = if own { "private, max-age=86400" } else { "private, no-store" };
                wrong.extend(wrong_with(&answer, cache).map(|what| format!("{path}: {what}")));
            }
            for path in ["/no-such-page", "/posts", "/posts/%FF", "/assets/no-such-file.css"] {
                let what = wrong_with(&person.get(path), "private, no-store");
                wrong.extend(what.map(|what| format!("{path}: {what}")));
            }
            let refused = person.submits_from("cross-site", "/posts", &[]);
            let what = wrong_with(&refused, "private, no-store");
            wrong.extend(what.map(|what| format!("POST /posts: {what}")));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}
