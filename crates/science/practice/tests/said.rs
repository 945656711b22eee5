//! The texts, names and days.

use crate::calendar::{DAY, Day, HOUR};
use crate::chance::Dice;
use crate::corpus::{Aside, By, Corpus, From};
use crate::departments::{Crowd, DEPARTMENTS, ORDINARY_PEOPLE, by_word};
use crate::names::{NameGiver, Names};
use crate::template::{Lists, Scene, Template};
use crate::{Happening, What, sheet};
use formats::Record;
use std::collections::HashSet;

fn corpus() -> Corpus {
    Corpus::read().expect("the corpus reads")
}

fn scene(seed: u64) -> Scene<'static> {
    Scene {
        seed,
        day: Day::from_date(2025, 11, 27),
        woman: true,
        home: None,
        author: "Anja",
        previous: "Bilal",
        colleagues: ["Coby", "Durk"],
        department: DEPARTMENTS[0].called,
        author_department: DEPARTMENTS[7].called,
    }
}

fn every_text(corpus: &Corpus) -> Vec<&Template> {
    let mut texts: Vec<&Template> = Vec::new();
    for opener in &corpus.openers {
        texts.extend(&opener.title);
        texts.push(&opener.body);
        texts.extend(opener.lines.iter().map(|line| &line.text));
    }
    texts.extend(corpus.asides.iter().flatten());
    texts.extend(corpus.abouts.iter().map(|(_, text)| text));
    texts.extend(
        corpus.actions.iter().flat_map(|action| action.answers.iter().map(|(_, text)| text)),
    );
    texts
}

#[test]
fn every_text_fills_for_many_scenes() {
    let corpus = corpus();
    let texts = every_text(&corpus);
    assert!(texts.len() > 1_000, "{} texts", texts.len());
    for seed in 0..40 {
        for text in &texts {
            let filled = text.fill(&scene(seed), &corpus.lists);
            assert!(!filled.trim().is_empty());
            assert!(!filled.contains(['{', '}', '|']), "{filled}");
            assert!(
                [" bij bij ", " op op ", " bij op ", " in in "]
                    .iter()
                    .all(|twice| !filled.contains(twice)),
                "{filled}"
            );
        }
    }
}

#[test]
fn there_is_enough_to_say() {
    let corpus = corpus();
    let lines: usize = corpus.openers.iter().map(|opener| opener.lines.len()).sum();
    assert!(corpus.openers.len() >= 150, "{} openers", corpus.openers.len());
    assert!(lines > 500, "{lines} comments");
    for opener in &corpus.openers {
        let words = opener
            .title
            .as_ref()
            .map(|title| title.fill(&scene(1), &corpus.lists))
            .unwrap_or_default();
        assert!((2..=8).contains(&opener.lines.len()), "{words}: {} comments", opener.lines.len());
        assert!(opener.crowd != Crowd(0) && opener.months != 0, "{words}");
        assert!(words.chars().count() < 90, "{words}");
        assert!(opener.lines[0].by != By::Author, "{words}: the starter answers first");
    }
    for from in [From::Staff, From::Newcomer, From::Leader] {
        assert!(
            corpus.openers.iter().filter(|opener| opener.from == from).count() >= 7,
            "{from:?}"
        );
    }
    assert!(
        corpus.asides.iter().all(|list| list.len() >= 8)
            && Aside::Serious as usize + 1 == corpus.asides.len()
    );
    assert!(corpus.actions.len() >= 6);
    for action in &corpus.actions {
        let mut different: Vec<String> =
            action.answers.iter().map(|(_, text)| text.fill(&scene(1), &corpus.lists)).collect();
        different.sort();
        different.dedup();
        assert!(different.len() >= 25, "{}: {}", action.word, different.len());
        assert!(different.len() == action.answers.len(), "{}: an answer twice", action.word);
    }
    assert!((10..=14).contains(&corpus.groups.len()));
}

#[test]
fn no_two_texts_are_the_same() {
    let corpus = corpus();
    let mut seen = HashSet::new();
    for opener in &corpus.openers {
        for text in std::iter::once(&opener.body).chain(opener.lines.iter().map(|line| &line.text))
        {
            let filled = text.fill(&scene(3), &corpus.lists);
            assert!(filled.chars().count() < 25 || seen.insert(filled.clone()), "twice: {filled}");
        }
    }
}

#[test]
fn a_long_text_and_short_ones_are_among_them() {
    let corpus = corpus();
    let words: Vec<usize> = corpus
        .openers
        .iter()
        .map(|opener| opener.body.fill(&scene(1), &corpus.lists).split_whitespace().count())
        .collect();
    assert!(words.iter().any(|count| *count > 180));
    assert!(words.iter().filter(|count| **count < 25).count() >= 10);
}

#[test]
fn mistakes_in_a_text_are_found() {
    let lists = Lists::default();
    let place = sheet::read("x.txt", "=== a\n\nb").expect("reads")[0].place;
    for wrong in ["{onbekend}", "{auteur", "auteur}", "{getal:9-3}", "{?een}", "{datum+x}"] {
        assert!(Template::parse(wrong, place, &lists).is_err(), "{wrong}");
    }
    let nested =
        Template::parse("{=a {auteur}|b {=c|d}}, {?zij|hij}", place, &lists).expect("reads");
    let filled: HashSet<String> = (0..50).map(|seed| nested.fill(&scene(seed), &lists)).collect();
    assert!(filled.contains("a Anja, zij") && filled.iter().any(|text| text.starts_with("b ")));
    for wrong in ["tekst", "===\n", "=== a\nkop zonder dubbele punt\n\nb", "=== a\n\nb\n---\n"] {
        assert!(sheet::read("x.txt", wrong).is_err(), "{wrong:?}");
    }
    let error = sheet::read("x.txt", "=== a\n\nb\n---\n").expect_err("refused");
    assert_eq!(error.to_string(), "x.txt:1: an empty line of talk");
}

#[test]
fn departments_add_up() {
    assert_eq!(DEPARTMENTS.iter().map(|department| department.heads).sum::<u32>(), 420);
    assert_eq!(
        DEPARTMENTS.iter().map(|department| department.people).sum::<u32>(),
        ORDINARY_PEOPLE
    );
    let top: HashSet<&str> = DEPARTMENTS.iter().map(|department| department.path[0]).collect();
    assert_eq!(top.len(), 9);
    assert_eq!(by_word("wijk").map(|crowd| crowd.0.count_ones()), Some(2));
    assert_eq!(by_word("onbekend"), None);
}

#[test]
fn names_and_addresses_are_unique() {
    for count in [350, 20_000] {
        let mut giver = NameGiver::new(Names::read().expect("reads"), Dice::new(9, 1));
        let mut names = HashSet::new();
        let mut addresses = HashSet::new();
        for _ in 0..count {
            let named = giver.next();
            assert!(
                named
                    .email
                    .bytes()
                    .all(|letter| letter.is_ascii_lowercase() || b".@0123456789".contains(&letter))
            );
            assert!(
                named.email.ends_with("@example.org") && !named.email.contains(".."),
                "{}",
                named.email
            );
            assert!(names.insert(named.full) && addresses.insert(named.email));
        }
    }
}

#[test]
fn names_stay_unique_among_twenty_thousand_people() {
    let settings = crate::Settings { people: 20_000, ..crate::Settings::new(5, super::NOW) };
    let mut names = HashSet::new();
    let mut addresses = HashSet::new();
    let mut giver = NameGiver::new(Names::read().expect("reads"), Dice::new(5, 1));
    let town = crate::town::Town::build(&settings, &mut giver).expect("builds");
    for member in &town.members {
        assert!(names.insert(&member.full) && addresses.insert(&member.email));
    }
    assert_eq!(names.len(), 20_000);
}

#[test]
fn days_are_the_dutch_calendar() {
    assert_eq!(Day::from_date(1970, 1, 1), Day(0));
    for (year, month, day) in [(2024, 2, 29), (2025, 12, 31), (2000, 1, 1), (1999, 3, 1)] {
        assert_eq!(Day::from_date(year, month, day).date(), (year, month, day));
    }
    assert_eq!(Day::from_date(2025, 11, 30).weekday(), 6);
    // Easter Monday, Ascension, Whit Monday, King's Day; not a plain Monday.
    for (year, month, day) in
        [(2024, 4, 1), (2025, 5, 29), (2026, 5, 25), (2026, 4, 27), (2025, 4, 20)]
    {
        assert!(Day::from_date(year, month, day).is_holiday(), "{year}-{month}-{day}");
    }
    assert!(!Day::from_date(2025, 11, 24).is_holiday());
    // Summer time: two hours ahead in July, one in January; both ways around the change.
    assert_eq!(Day::from_date(2025, 7, 1).at(720), Day::from_date(2025, 7, 1).0 * DAY + 10 * HOUR);
    assert_eq!(Day::from_date(2025, 1, 1).at(720), Day::from_date(2025, 1, 1).0 * DAY + 11 * HOUR);
    for day in (0..800).map(|number| Day::from_date(2024, 1, 1).plus(number)) {
        for minute in [0, 90, 240, 721, 1_439] {
            assert_eq!(Day::of(day.at(minute)), (day, minute), "{:?}", day.date());
        }
    }
}

#[test]
fn nobody_is_thanked_by_themselves() {
    let (happenings, _) = super::all(&super::small(8));
    let mut first = std::collections::HashMap::new();
    for Happening { what, .. } in &happenings {
        let What::Record(record) = what else { continue };
        match &**record {
            Record::Person(person) => {
                let name = person.name.split(' ').next().unwrap_or_default().to_owned();
                first.insert(person.key.clone(), name);
            }
            Record::Comment(comment) => {
                let formats::Author::Known(author) = &comment.author else { panic!("known") };
                for thanks in ["Dank", "Dank je", "bedankt", "Bedankt"] {
                    assert!(
                        !comment.body.contains(&format!("{thanks} {}!", first[author])),
                        "{}",
                        comment.body
                    );
                }
            }
            _ => {}
        }
    }
}
