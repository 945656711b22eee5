//! Every page in every language.

use super::{filled, routes};
use crate::markup;
use crate::town::story;
use language::Role;
use web::Method;
use words::Lang;

/// Words that give the other language away.
fn foreign(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Nl => &["the", "and", "your", "with", "people"],
        Lang::En => &["het", "een", "niet", "jouw", "mensen", "naar"],
    }
}

#[test]
fn every_page_in_both_languages() {
    story(|town| {
        let anna = town.member("Anna");
        // What people write is in no language here, so that only our words count.
        let post = anna.asks("Zilver", "Zilver 12").for_everyone();
        let comment = anna.says(&post, "Goud 13");
        let post = post.rsplit('/').next().unwrap().to_owned();
        town.settles();
        let mut wrong = Vec::new();
        for lang in Lang::ALL {
            let boss = town.person("Robin", Role::Administrator);
            boss.fills("/settings", "/settings", &[("language", lang.code())]).is(303);
            let stranger = town.nobody();
            for route in routes(Method::Get) {
                let path = filled(route.path, |name| match name {
                    "post" => post.clone(),
                    "comment" => comment.clone(),
                    "slug" => "iedereen".to_owned(),
                    "handle" => anna.handle.clone(),
                    "id" => anna.id.to_string(),
                    _ => "1".to_owned(),
                });
                let outside = format!("{path}?lang={}", lang.code());
                for answer in [boss.get(&path), stranger.get(&outside)] {
                    if !answer.header("content-type").starts_with("text/html") {
                        continue;
                    }
                    let tags = markup::tags(&answer.body);
                    let said =
                        tags.iter().find(|tag| tag.name == "html").map(|tag| tag.get("lang"));
                    if said.is_some_and(|said| said != Some(lang.code())) {
                        wrong.push(format!("{path} says it is in {said:?}, not {}", lang.code()));
                    }
                    for key in ["{$", "{ $", "{{", "}}", "{%"] {
                        if answer.says(key) {
                            wrong.push(format!("{path} in {} holds {key}", lang.code()));
                        }
                    }
                    let seen = markup::seen(&answer.body).to_lowercase();
                    let words: Vec<&str> = seen
                        .split(|c: char| !c.is_alphanumeric())
                        .filter(|w| !w.is_empty())
                        .collect();
                    for word in foreign(lang) {
                        if let Some(at) = words.iter().position(|w| w == word) {
                            let around = &words[at.saturating_sub(4)..(at + 5).min(words.len())];
                            wrong.push(format!("{path} in {}: {}", lang.code(), around.join(" ")));
                        }
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}
