//! The library is whole, in both languages.

use crate::catalogue::{self, Evidence, Phase};
use crate::draft::{Draft, Typed};
use jiff::tz::TimeZone;
use language::{Day, Moment, PersonId};
use std::collections::HashSet;
use words::Lang;

const NOW: Moment = Moment(1_791_187_200_000_000);

#[test]
fn thirty_three_actions_each_with_all_its_words() {
    let numbers: Vec<i32> = catalogue::all().iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, (1..=33).collect::<Vec<_>>());
    for lang in [Lang::Nl, Lang::En] {
        let mut titles = HashSet::new();
        for entry in catalogue::all() {
            assert!(titles.insert((entry.title)(lang)), "{} twice", entry.number);
            let words = [
                entry.say_title(lang),
                entry.say_purpose(lang),
                entry.say_effect(lang),
                entry.say_measure(lang),
            ];
            assert!(words.iter().all(|text| text.len() > 5), "{}", entry.number);
            assert_eq!(entry.say_steps(lang).len(), 3, "{}", entry.number);
            assert!(!entry.phases.is_empty());
        }
    }
    assert_ne!(
        catalogue::find(1).unwrap().say_title(Lang::Nl),
        catalogue::find(1).unwrap().say_title(Lang::En)
    );
}

#[test]
fn what_is_known_says_from_whom() {
    for entry in catalogue::all() {
        if entry.evidence != Evidence::D {
            assert!(!entry.source.is_empty(), "{}", entry.number);
        }
    }
    // As in SCIENCE.md 7.1.
    let fits = |phase| catalogue::all().iter().filter(|entry| entry.fits(phase)).count();
    assert!(catalogue::find(3).unwrap().fits(Phase::Inception));
    assert!(!catalogue::find(3).unwrap().fits(Phase::Maturity));
    assert!(fits(Phase::Inception) >= 10 && fits(Phase::Maturity) >= 15);
}

#[test]
fn every_proposal_can_be_set_out_as_it_is() {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap();
    let mut ready = 0;
    for entry in catalogue::all() {
        let Some(_) = entry.proposal else { continue };
        ready += 1;
        for lang in [Lang::Nl, Lang::En] {
            let typed = Typed::starting(lang, Some(entry), NOW.day(&zone), PersonId(1));
            let draft = Draft::new(lang, &typed, NOW, &zone);
            assert!(draft.is_ok(), "{} {lang:?}: {:?}", entry.number, draft.err());
        }
    }
    assert!(ready >= 20, "{ready} with a question");
}

#[test]
fn an_own_action_starts_empty() {
    let typed = Typed::starting(Lang::Nl, None, Day(20_000), PersonId(1));
    assert!(typed.question.is_empty() && typed.catalogue.is_none());
    assert_eq!(typed.owner, Some(PersonId(1)));
}
