//! What is measured stands in the register, what needs consent is off without it, and who
//! looked at somebody is known to them.

use super::routes;
use crate::house::sources;
use crate::town::{Town, story};
use language::{Moment, Role};
use std::collections::BTreeSet;
use web::Method;

/// Pages of the cockpit that show no figures of people, each with why.
const NO_FIGURES: &[(&str, &str)] = &[
    ("/cockpit/adoption", "the file of the curve on the page of reach"),
    ("/cockpit/actions", "what was set out; its figures are the measure of effects"),
    ("/cockpit/departments", "the tree and its headcounts, as they were typed"),
    ("/cockpit/imports", "what comes in"),
    ("/cockpit/invite", "who is invited"),
    ("/cockpit/mail", "the mail that left"),
    ("/cockpit/oversight", "the register itself"),
    ("/cockpit/people", "accounts; each look at them is kept"),
    ("/cockpit/reports", "repeats figures of other pages, frozen"),
    ("/cockpit/settings", "the settings"),
    ("/cockpit/team", "who belongs to the team"),
];

/// Whether `path` is this page or lies below it.
fn lies_at(path: &str, page: &str) -> bool {
    path == page || path.strip_prefix(page).is_some_and(|rest| rest.starts_with(['/', '.', '-']))
}

#[test]
fn every_page_of_figures_stands_in_the_register() {
    let measures = noaber::routes::measures();
    let pages: BTreeSet<&str> = measures.iter().map(|measure| measure.page).collect();
    let mut wrong = Vec::new();
    for route in routes(Method::Get) {
        if !route.path.starts_with("/cockpit") {
            continue;
        }
        let measured = pages.iter().any(|page| {
            if *page == "/cockpit" { route.path == *page } else { lies_at(route.path, page) }
        });
        let excused = NO_FIGURES.iter().any(|(page, _)| lies_at(route.path, page));
        if !measured && !excused {
            wrong.push(format!("{} shows figures that no slice exports as a measure", route.path));
        }
    }
    for measure in &measures {
        let there = routes(Method::Get).iter().any(|route| route.path == measure.page);
        if !there {
            wrong.push(format!("{} stands on {}, which is no page", measure.name, measure.page));
        }
    }
    let names: BTreeSet<&str> = measures.iter().map(|measure| measure.name).collect();
    assert_eq!(names.len(), measures.len(), "a measure stands there twice");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The release log names its measures in constants; each stands in the register under the
/// same name and version.
#[test]
fn every_released_measure_stands_in_the_register() {
    let known: BTreeSet<(String, i32)> = noaber::routes::measures()
        .iter()
        .map(|measure| (measure.name.to_owned(), measure.version))
        .collect();
    let mut found = 0;
    let mut wrong = Vec::new();
    for (path, text) in sources("watchers") {
        let dense: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in dense.split(": Measure = Measure { name: \"").skip(1) {
            let (name, rest) = part.split_once('"').expect("a name");
            let version = rest.split_once("version: ").expect("a version").1;
            let version: String = version.chars().take_while(char::is_ascii_digit).collect();
            found += 1;
            if !known.contains(&(name.to_owned(), version.parse().unwrap())) {
                wrong.push(format!("{path}: {name}, version {version}"));
            }
        }
    }
    assert!(found >= 2, "only {found} measures of the release log were found");
    assert!(wrong.is_empty(), "not in the register: {wrong:#?}");
}

/// Anna waits for an answer.
fn waiting(town: &Town<'_>) {
    town.member("Anna Visser").asks("Waar zijn de karren?", "Ik zoek ze.").for_everyone();
    town.settles();
    town.trial.clock.advance(30 * Moment::HOUR);
    town.settles();
}

#[test]
fn names_and_the_network_are_off_until_somebody_consents() {
    story(|town| {
        waiting(town);
        let (mia, robin) = (town.mia(), town.person("Robin", Role::Manager));
        let listed = robin.sees("/cockpit");
        assert!(listed.says("Waar zijn de karren?") && !listed.says("Anna Visser"));
        assert!(!robin.sees("/cockpit/answers").says("Anna Visser"));
        assert!(robin.sees("/cockpit/ties").says("/cockpit/oversight"), "the page says how");

        // A manager sees the register, and consents to nothing.
        let page = robin.sees("/cockpit/oversight");
        assert!(page.says("Alles waar toestemming voor nodig is, staat uit."));
        assert!(!page.says("action=\"/cockpit/oversight/consents\""));
        let typed = [
            ("scope", "named_lists"),
            ("given_by", "Ondernemingsraad"),
            ("given_on", "2026-10-01"),
            ("expires_on", "2027-10-01"),
            ("reference", "OR 2026-14"),
        ];
        robin.submits("/cockpit/oversight/consents", &typed).is(403);
        // What cannot be comes back with what was typed.
        let past = [("expires_on", "2026-10-02"), ("given_by", "Ondernemingsraad")];
        let back = mia.fills("/cockpit/oversight", "/cockpit/oversight/consents", &past).is(422);
        assert!(back.says("value=\"Ondernemingsraad\"") && back.says("Kies een dag na vandaag"));
        mia.submits("/cockpit/oversight/consents", &typed).is(303);
        let page = robin.sees("/cockpit/oversight");
        assert!(page.says("OR 2026-14") && page.says("Ondernemingsraad"));
        assert!(robin.sees("/cockpit").says("Anna Visser"));
        assert!(robin.sees("/cockpit/answers").says("Anna Visser"));
        let file = robin.sees("/cockpit/oversight/file");
        assert!(file.header("content-disposition").contains(".md"));
        assert!(file.says("### Lijsten met namen: Aan") && file.says("### Netwerk: Uit"));
        assert!(file.says("Verbindingen tussen afdelingen"), "the register is in it");

        // Withdrawn: off at the next page.
        mia.submits("/cockpit/oversight/withdraw", &[("scope", "named_lists")]).is(303);
        assert!(!robin.sees("/cockpit").says("Anna Visser"));
        // A consent that ends is off without anybody doing anything.
        mia.submits("/cockpit/oversight/consents", &typed).is(303);
        assert!(robin.sees("/cockpit").says("Anna Visser"));
        town.trial.clock.advance(400 * Moment::DAY);
        let robin = town.enters(robin.id);
        assert!(robin.sees("/cockpit/oversight").says("Verlopen op"));
        assert!(robin.sees("/what-we-measure").says("Verbindingen tussen afdelingen"));
    });
}

#[test]
fn everybody_reads_who_looked_at_them() {
    story(|town| {
        let anna = town.member("Anna Visser");
        let robin = town.person("Robin Jansen", Role::Manager);
        let mine = anna.sees("/settings/looks");
        assert!(mine.says("keek niemand van het team"));
        // Reading a profile is for everybody.
        robin.sees(&format!("/people/{}", anna.handle));
        town.settles();
        assert!(anna.sees("/settings/looks").says("keek niemand van het team"));

        robin.sees("/cockpit/people");
        for _ in 0..3 {
            robin.sees(&format!("/cockpit/people/{}", anna.id));
        }
        town.settles();
        let mine = anna.sees("/settings/looks");
        for said in ["Robin Jansen", "De ledenlijst met mailadressen", "Je rol, afdeling", "3 keer"]
        {
            assert!(mine.says(said), "{said} is missing");
        }
        // Of Robin's own looks at Robin nothing is said; Mia was in the list.
        assert!(robin.sees("/settings/looks").says("keek niemand van het team"));
        assert!(town.mia().sees("/settings/looks").says("Robin Jansen"));
        // A year later it is forgotten.
        town.trial.clock.advance(370 * Moment::DAY);
        town.settles();
        assert!(town.enters(anna.id).sees("/settings/looks").says("keek niemand van het team"));
    });
}
