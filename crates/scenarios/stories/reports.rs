//! A report from its month to the board, and who may see what of it.

use crate::town::{Person, Town, story};
use language::{Moment, Role};

/// A month of talk in a community that is large enough, and the report of it.
fn reported(town: &Town<'_>, manager: &Person<'_>) -> String {
    let people: Vec<Person<'_>> =
        ["Anna", "Bob", "Carla", "Dirk", "Els", "Fatma", "Gijs"].map(|n| town.member(n)).into();
    let question = people[0].asks("Wie weet raad?", "Mijn band is lek.").for_everyone();
    for person in &people[1..] {
        person.says(&question, "Ik plak hem wel.");
    }
    town.settles();
    // From Monday 5 October to the Monday after its last Sunday.
    town.trial.clock.advance(21 * Moment::DAY);
    town.settles();
    let manager = town.enters(manager.id);
    let edit =
        manager.fills("/cockpit/reports", "/cockpit/reports", &[("month", "2026-10")]).leads();
    edit.strip_suffix("/edit").expect("a draft").to_owned()
}

#[test]
fn a_report_from_its_month_to_the_board() {
    story(|town| {
        let manager = town.person("Robin", Role::Manager);
        let at = reported(town, &manager);
        let manager = town.enters(manager.id);
        let edit = format!("{at}/edit");
        let typed = [
            ("successes", "Anna reed weer. **Met dank** aan <b>zes</b> buren."),
            ("decision", "Een plakset in de kantine"),
            ("owner", "Els"),
            ("due", "2026-12-01"),
        ];
        // A proposal without a day comes back with what was typed.
        let back = manager.submits(&edit, &typed[..3]).is(422);
        assert!(back.says("Een plakset in de kantine"));
        manager.submits(&edit, &typed).is(303);
        // Nobody but who manages sees a draft.
        let board = town.member("Ans");
        let read = at.replace("/cockpit", "");
        board.get(&read).is(404);
        board.get(&at).is(403);
        manager.submits(&format!("{at}/finish"), &[]).is(303);
        manager.submits(&format!("{at}/finish"), &[]).is(409);
        manager.submits(&edit, &typed).is(409);
        let page = manager.sees(&at);
        assert!(page.says("<strong>Met dank</strong>") && !page.says("<b>zes</b>"));
        assert!(page.says("Een plakset in de kantine") && page.says("Controlegetal"));
        for (file, kind) in [
            ("report.pdf", "application/pdf"),
            ("report.xlsx", "spreadsheetml.sheet"),
            ("figures.zip", "application/zip"),
            ("figures/answers.csv", "text/csv"),
        ] {
            let answer = manager.sees(&format!("{at}/{file}"));
            assert!(answer.header("content-type").contains(kind), "{file}");
        }
        manager.get(&format!("{at}/figures/nothing.csv")).is(404);
        // Who is on the list reads it, and nothing else of the cockpit.
        board.get(&read).is(404);
        let who = [("who", board.handle.as_str())];
        manager.submits("/cockpit/reports/mailing/add", &who).is(303);
        assert!(board.sees(&read).says("Een plakset in de kantine"));
        board.sees(&format!("{read}/report.pdf"));
        board.get(&format!("{at}/report.xlsx")).is(403);
        // An address of somebody outside is for an administrator.
        let outside = [("who", "raad@stad.example")];
        manager.submits("/cockpit/reports/mailing/add", &outside).is(422);
        town.mia().submits("/cockpit/reports/mailing/add", &outside).is(303);
        // It begins only when the number of mails was seen.
        let plan = [("day", "1"), ("attached", "1")];
        assert!(manager.submits("/cockpit/reports/mailing", &plan).is(200).says("2 adressen"));
        let sure = [("day", "1"), ("attached", "1"), ("sure", "2")];
        manager.submits("/cockpit/reports/mailing", &sure).is(303);
    });
}

#[test]
fn who_leads_sees_the_own_department_and_nobody_elses_promise() {
    story(|town| {
        let manager = town.person("Robin", Role::Manager);
        let (anna, bob) = (town.member("Anna"), town.member("Bob"));
        let add = [("name", "Verkoop"), ("parent", ""), ("headcount", "")];
        manager.submits("/cockpit/departments", &add).is(303);
        anna.get("/my-department").is(404);
        let page = manager.sees("/cockpit/departments");
        let (_, rest) = page.body.split_once("action=\"/cockpit/departments/").expect("a form");
        let id = rest.split('"').next().expect("an id").to_owned();
        let form = format!("/cockpit/departments/{id}");
        let wrong = [("name", "Verkoop"), ("headcount", ""), ("leader", "niemand-zo")];
        manager.submits(&form, &wrong).is(422);
        let leads = [("name", "Verkoop"), ("headcount", ""), ("leader", anna.handle.as_str())];
        manager.submits(&form, &leads).is(303);
        assert!(manager.sees("/cockpit/departments").says("geleid door Anna"));
        assert!(anna.sees("/").says("/my-department"));
        assert!(!bob.sees("/").says("/my-department"));
        // Too small to show, and no name.
        let mine = anna.sees("/my-department");
        assert!(mine.says("tonen we niet apart"));
        let promise = [("text", "Reageren zilvervos"), ("kind", "times"), ("amount", "2")];
        bob.submits("/my-department/promises", &promise).is(404);
        anna.submits("/my-department/promises", &promise).is(303);
        assert!(anna.sees("/my-department").says("Reageren zilvervos"));
        // Whoever manages sees that it is too few to say anything of.
        let list = manager.sees("/cockpit/reports");
        assert!(!list.says("zilvervos") && list.says("minstens 5 leidinggevenden"));
        town.mia().get("/my-department").is(404);
    });
}
