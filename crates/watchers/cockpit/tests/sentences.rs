use crate::answers::month;
use crate::charts::{self, Bar, Line, Point};
use crate::departments::{ByDepartment, Department};
use crate::pages::{answers, participation, reach};
use crate::say::{self, TwoMonths};
use crate::tasks::{self, quoted};
use language::{Day, Moment, PostId};
use oversight::{Consent, Scope};
use rollups::{Contributor, Counts, Opener, Reach, Waiting};
use words::Lang::{En, Nl};

fn months(now: i64, before: i64, people: i64) -> Option<TwoMonths> {
    TwoMonths::new(now, before, people)
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn the_sentence_on_top_says_only_what_the_test_carries() {
    let none: &[String] = &[];
    assert_eq!(
        say::headline(Nl, months(400, 200, 800), &names(&["Magazijn", "Nachtdienst"]), None),
        "Er komen meer mensen langs: 400 van de 800 in vier weken, 200 daarvoor. \
         Magazijn en Nachtdienst bereiken we nauwelijks."
    );
    assert_eq!(
        say::headline(Nl, months(100, 300, 800), none, None),
        "Er komen minder mensen langs: 100 van de 800 in vier weken, 300 daarvoor."
    );
    // Whoever is hardly reached goes before who is reached least.
    assert_eq!(
        say::headline(Nl, months(22, 20, 800), none, Some("Nachtdienst")),
        "In vier weken kwamen 22 van de 800 mensen langs, niet duidelijk meer of minder \
         dan daarvoor. Nachtdienst bereiken we het minst."
    );
    for nobody in [months(0, 0, 800), months(0, 0, 0), None] {
        assert_eq!(
            say::headline(Nl, nobody, none, Some("Nachtdienst")),
            "De laatste acht weken kwam er nog niemand langs."
        );
    }
    assert_eq!(say::named(Nl, &names(&["A", "B", "C"])), "A, B en nog 1 afdeling");
    assert_eq!(say::named(En, &names(&["A", "B", "C", "D"])), "A, B and 2 other departments");
}

fn department(id: i64, name: &str, shown: Option<(u64, u64)>) -> Department {
    Department { id, name: name.to_owned(), shown, payroll: true, before: None }
}

fn figures(departments: Vec<Department>) -> ByDepartment {
    ByDepartment { end: Day(20_730), departments }
}

#[test]
fn the_title_of_reach_is_the_finding_and_names_no_hidden_department() {
    let hidden = department(9, "Directie", None);
    for (all, expected) in [
        (vec![], "Er zijn nog geen afdelingen met mensen"),
        (vec![hidden.clone()], "Per afdeling gaat het om te weinig mensen om iets te tonen"),
        (
            vec![department(1, "Verkoop", Some((40, 60))), hidden.clone()],
            "In elke afdeling die we tonen kwam minstens de helft langs",
        ),
        (
            vec![department(1, "Verkoop", Some((40, 60))), department(2, "Zorg", Some((20, 60)))],
            "Zorg bereiken we het minst: 20 van 60 mensen kwamen langs",
        ),
        (
            vec![
                department(1, "Verkoop", Some((40, 60))),
                department(2, "Nacht", Some((7, 94))),
                department(3, "Magazijn", Some((19, 212))),
                hidden.clone(),
            ],
            "In Magazijn en Nacht kwam minder dan 1 op de 10 mensen langs",
        ),
        (
            // A share that lies close to the others is not ranked.
            vec![department(1, "Verkoop", Some((29, 71))), department(2, "Zorg", Some((24, 60)))],
            "53 van 131 mensen kwamen langs; geen afdeling blijft aantoonbaar achter",
        ),
        (
            // People without a department are no department.
            vec![department(0, "Zonder afdeling", Some((0, 90)))],
            "Per afdeling gaat het om te weinig mensen om iets te tonen",
        ),
    ] {
        assert_eq!(say::reach_finding(Nl, &figures(all)), expected);
    }
}

#[test]
fn the_file_holds_what_the_page_shows() {
    let all = figures(vec![
        Department { before: Some((300, 1_400)), ..department(1, "=Verkoop", Some((700, 1_400))) },
        department(2, "Directie", None),
    ]);
    let lines = reach::lines(Nl, &all);
    let file = reach::file(Nl, &all);
    assert_eq!(file.len(), lines.len() + 1);
    for (line, cells) in lines.iter().zip(&file[1..]) {
        let page = [&*line.name, &line.did, &line.people, &line.share, line.source, line.words];
        assert_eq!(page.to_vec(), *cells);
    }
    let text = String::from_utf8(crate::csv::file(&file)).unwrap();
    assert!(text.contains("\"'=Verkoop\";\"700\";\"1.400\";\"50%\";\"personeelslijst\";\"hoger dan vier weken eerder\""));
    let hidden = "\"Directie\";\"–\";\"–\";\"–\";\"–\";\"te klein om te tonen\"";
    assert!(text.contains(hidden), "{text}");
}

fn opener(number: i64, hours_ago: i64, member: Option<i64>, staff: Option<i64>) -> Opener {
    let opened_at = NOW.plus(-hours_ago * Moment::HOUR);
    let after = |hours: Option<i64>| hours.map(|h| opened_at.plus(h * Moment::HOUR));
    Opener {
        thread: PostId(number),
        question: true,
        opened_at,
        by_staff: false,
        group: None,
        department: None,
        first_member_reply_at: after(member),
        first_staff_reply_at: after(staff),
        accepted_at: None,
        closed_at: None,
        replies: 0,
    }
}

const NOW: Moment = database::testing::BEGINNING;

#[test]
fn waiting_is_told_with_its_range_or_not_at_all() {
    let few = [opener(1, 100, Some(2), None)];
    let month_of = |all: &[Opener]| month(all.iter(), NOW).unwrap();
    let one = month_of(&few);
    assert_eq!(
        say::median(Nl, &one, &one.quick),
        "Er was 1 vraag: te weinig om een wachttijd te noemen."
    );
    assert_eq!(answers::finding(Nl, &one), "De ene vraag kreeg binnen een dag antwoord");
    let none = month_of(&[]);
    assert_eq!(say::median(Nl, &none, &none.quick), "Er was geen vraag.");
    assert_eq!(answers::finding(Nl, &none), "In deze vier weken stelde niemand een vraag");
    let young = month_of(&[opener(1, 3, None, None)]);
    assert_eq!(answers::finding(Nl, &young), "De ene vraag is nog geen dag oud");
    // SCIENCE.md 3.1: nine answered, one of three days, two of 20 and 5 hours wait.
    let hours = [1, 1, 2, 2, 3, 6, 9, 26, 50];
    let mut all: Vec<Opener> = (0..)
        .zip(hours)
        .map(|(at, h)| {
            if at % 2 == 0 {
                opener(at, 200, Some(h), None)
            } else {
                opener(at, 200, None, Some(h))
            }
        })
        .collect();
    all.extend([opener(20, 72, None, None), opener(21, 20, None, None), opener(22, 5, None, None)]);
    let month = month_of(&all);
    assert_eq!(month.quick.median(), Some(6.0));
    assert_eq!((month.quick.within.x(), month.quick.within.n()), (7, 10));
    assert!(
        say::median(Nl, &month, &month.quick).starts_with("De helft kreeg antwoord binnen 6 uur")
    );
    assert_eq!(say::median(Nl, &month, &month.members), "Minder dan de helft kreeg antwoord.");
    assert_eq!(answers::finding(Nl, &month), "7 van de 10 vragen kregen binnen een dag antwoord");
}

#[test]
fn taking_part_is_compared_before_it_is_praised() {
    let reach = |creators, contributors| Reach {
        eligible: 800,
        creators,
        contributors,
        ..Reach::default()
    };
    for (now, then, expected) in [
        (reach(60, 140), reach(20, 80), "Er doen 100 mensen meer mee dan vier weken eerder"),
        (reach(20, 80), reach(60, 140), "Er doen 100 mensen minder mee dan vier weken eerder"),
        (
            reach(20, 82),
            reach(20, 80),
            "102 van 800 mensen deden mee; geen duidelijk verschil met vier weken eerder",
        ),
        (reach(0, 0), reach(0, 0), "Nog niemand schreef of reageerde in deze acht weken"),
    ] {
        assert_eq!(participation::finding(Nl, &now, &then), expected);
    }
    assert_eq!(
        participation::finding(Nl, &Reach::default(), &Reach::default()),
        "Nog niemand schreef of reageerde in deze acht weken"
    );
}

#[test]
fn leaning_counts_people_and_leaves_the_team_out() {
    let made = |pseudonym, posts, staff| Contributor {
        pseudonym: language::Pseudonym(pseudonym),
        staff,
        counts: Counts { posts, ..Counts::default() },
    };
    assert_eq!(
        participation::lean(Nl, &[made(1, 9, true)]),
        ["Leden leverden deze vier weken nog niets."]
    );
    let lines = participation::lean(Nl, &[made(1, 9, false), made(2, 3, false), made(3, 99, true)]);
    assert_eq!(
        lines,
        ["De helft van alle 12 bijdragen van leden komt van 1 mens, van de 2 die iets deden."]
    );
}

#[test]
fn a_task_says_who_waits_how_long_and_for_what() {
    assert_eq!(quoted("", "Hoe  werkt\nde scanner?"), "Hoe werkt de scanner?");
    let long = quoted("Waar", &"x".repeat(500));
    assert_eq!(long, "Waar");
    let cut = quoted(&"woord ".repeat(40), "");
    assert!(cut.ends_with("woord…") && cut.chars().count() <= 61, "{cut}");
    let waiting = Waiting {
        thread: PostId(1),
        opened_at: NOW.plus(-48 * Moment::HOUR),
        first: false,
        question: true,
    };
    let thread = crate::store::Thread {
        id: 1,
        title: "Waar zijn de karren?".to_owned(),
        body: String::new(),
        guest: Some("Dilan Kaya".to_owned()),
        author: None,
        name: None,
        picture: None,
    };
    let consent = Consent::in_test(Scope::NamedLists);
    let unnamed = tasks::waiting(Nl, &[waiting], std::slice::from_ref(&thread), NOW, None);
    assert_eq!((unnamed[0].who.as_str(), &unnamed[0].face), ("Iemand", &None));
    let found = tasks::waiting(Nl, &[waiting], &[thread], NOW, Some(&consent));
    assert_eq!(found[0].who, "Dilan Kaya");
    assert_eq!(found[0].what, "vroeg “Waar zijn de karren?” en kreeg nog geen antwoord");
    assert_eq!((found[0].wait.as_str(), found[0].href.as_str()), ("wacht 2 dagen", "/posts/1"));
}

#[test]
fn charts_are_attributes_with_words_beside_them() {
    let bar = Bar {
        label: "Zorg & <Welzijn>".to_owned(),
        strong: "7".to_owned(),
        rest: "van 12".to_owned(),
        track: 100.0,
        fill: 58.3,
        range: Some((32.0, 80.7)),
        ..Bar::default()
    };
    let html = charts::bars("bars", &[bar]).unwrap().to_string();
    assert!(html.contains("<b>7</b> van 12"), "{html}");
    assert!(html.contains("width=\"58.3\"") && html.contains("x=\"32.0\" width=\"48.7\""));
    assert!(!html.contains("<Welzijn>") && !html.contains("style="));
    let point = |value: Option<f64>| Point {
        label: "ma".to_owned(),
        value: value.map(|v| (v, v - 1.0, v + 1.0)),
    };
    let points = [point(Some(2.0)), point(None), point(Some(4.0)), point(Some(5.0))];
    let line = charts::line(&Line {
        title: "Kwamen langs",
        summary: "Van 2 naar 5",
        points: &points,
        mark: None,
        axis: (0.0, 10.0),
        write: &|value| format!("{value:.0}"),
    });
    let html = line.unwrap().to_string();
    assert!(html.contains("<title>Kwamen langs</title><desc>Van 2 naar 5</desc>"), "{html}");
    assert_eq!(html.matches("chart__line").count(), 2, "a hole breaks the line");
    assert!(!html.contains("style="));
    assert_eq!(charts::spark(&[1.0]), "");
    assert_eq!(charts::spark(&[0.0, 1.0]), "M0.0 30.0L100.0 4.0");
    let ends = [3.0, 14.0, 40.0, 99.0, 218.0].map(charts::roof);
    assert_eq!(ends, [12.0, 15.0, 45.0, 120.0, 240.0]);
}

fn action(id: i64, state: &str, closes_in: i64, judged: bool) -> crate::store::ActionRow {
    crate::store::ActionRow {
        id,
        catalogue: Some(1),
        title: format!("Actie {id}"),
        state: state.to_owned(),
        closes_at: NOW.plus(closes_in * Moment::DAY),
        judged_at: judged.then(|| NOW.plus(-Moment::DAY)),
        shown_people: Some(100),
        shown_did: Some(60),
        held_people: Some(100),
        held_did: Some(20),
        answers: 4,
    }
}

#[test]
fn people_who_wait_go_before_outcomes() {
    let rows = [
        action(1, "open", 2, false),
        action(2, "open", 9, false),
        action(3, "closed", -20, true),
        action(4, "closed", -30, true),
        action(5, "closed", -30, true),
        action(6, "closed", -400, true),
    ];
    let waiting: Vec<Waiting> = (1..=7)
        .map(|number| Waiting {
            thread: PostId(number),
            opened_at: NOW.plus(-Moment::DAY),
            first: number == 1,
            question: number > 1,
        })
        .collect();
    let threads: Vec<crate::store::Thread> = (1..=7)
        .map(|id| crate::store::Thread {
            id,
            title: String::new(),
            body: "Tekst".to_owned(),
            guest: None,
            author: None,
            name: None,
            picture: None,
        })
        .collect();
    let list = tasks::today(Nl, &rows, &waiting, &threads, NOW, None);
    let running = tasks::running(Nl, &rows, NOW);
    assert_eq!(running.len(), 1, "what ends soon is a task already");
    assert_eq!(running[0].title, "Actie 2");
    assert_eq!(running[0].note, "nog 9 dagen · 4 antwoorden");
    assert_eq!(list.len(), tasks::MOST);
    assert_eq!((list[0].who.as_str(), list[0].wait.as_str()), ("Actie 1", "nog 2 dagen"));
    assert_eq!(list[1].who, "Iemand");
    assert_eq!(list[1].button, "Heet welkom");
    let last: Vec<&str> = list[5..].iter().map(|task| task.who.as_str()).collect();
    assert_eq!(last, ["Actie 3", "Actie 4"]);
}

#[test]
fn proposals_fit_the_phase_and_give_a_figure_as_reason() {
    use crate::advice::{self, Signs};
    use crate::store::Refused;
    use insight::phase::Phase;
    let ideas = crate::library::ideas(Nl);
    assert_eq!(ideas.len(), 32, "all but the one for the neighbourhood");
    let signs =
        Signs { late: (13, 44), hardly: names(&["Magazijn"]), newcomers: 1, readers: (50, 200) };
    let propose = |phase, rows: &[crate::store::ActionRow], refused: &[Refused]| {
        let candidates = advice::candidates(&ideas, phase, rows, refused, NOW);
        advice::cards(Nl, &ideas, &candidates, &signs, Day(20_731))
    };
    let fits = |phase, number| {
        ideas.iter().any(|idea| idea.number == number && idea.phases.contains(&phase))
    };
    for phase in [Phase::Inception, Phase::Establishment, Phase::Maturity] {
        let cards = propose(Some(phase), &[], &[]);
        assert_eq!(cards.len(), 3);
        assert!(cards.iter().all(|card| fits(phase, card.number)), "{cards:?}");
        assert!(cards.iter().all(|card| !card.why.is_empty() && !card.known.is_empty()));
    }
    // Without a phase: only what fits every phase.
    let always = propose(None, &[], &[]);
    assert!(always.iter().all(|card| fits(Phase::Mitosis, card.number)), "{always:?}");
    // Putting one aside moves no other.
    let first = propose(Some(Phase::Maturity), &[], &[]);
    let aside = [Refused { catalogue: first[0].number }];
    let next = propose(Some(Phase::Maturity), &[], &aside);
    assert_eq!((next[0].number, next[1].number), (first[1].number, first[2].number));
    // What worked here comes on top and says so.
    let worked = propose(Some(Phase::Establishment), &[action(9, "closed", -30, true)], &[]);
    let photo = worked.iter().find(|card| card.number == 1).unwrap();
    assert!(photo.known.ends_with("en 1 keer bij ons"), "{photo:?}");
    assert!(photo.why.starts_with("50 van de 200 mensen die langskwamen, lazen alleen mee."));
    // What runs now is not proposed again.
    let running = propose(Some(Phase::Establishment), &[action(9, "open", 5, false)], &[]);
    assert!(running.iter().all(|card| card.number != 1));
}

#[test]
fn many_comparisons_find_less_than_one_alone() {
    use insight::Share;
    use insight::proportion::{Comparison, compare};
    let pair = |now: u64, before: u64| {
        Some((Share::estimate(now, 100).unwrap(), Share::estimate(before, 100).unwrap()))
    };
    let (now, before) = pair(50, 35).unwrap();
    assert_eq!(compare(now, before).unwrap().comparison, Comparison::Higher);
    assert_eq!(say::family(&[pair(50, 35)]), [Some(Comparison::Higher)]);
    let mut many = vec![pair(40, 40); 9];
    many.extend([pair(50, 35), None, pair(20, 70)]);
    let found = say::family(&many);
    assert_eq!(found[9], Some(Comparison::NoneShown), "one of ten by chance");
    assert_eq!(&found[10..], [None, Some(Comparison::Lower)]);
    assert_eq!(say::family(&[]), []);
}
