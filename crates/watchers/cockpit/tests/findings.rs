//! The sentences of the pages of figures, in both languages.

use crate::alarms::Series;
use crate::content::{Best, Content, Gap, Rising, Top};
use crate::health::{Measured, Week};
use crate::metrics::{HEALTH, Versioned};
use crate::pages::{alarms, content, health, phase};
use crate::phase::{Step, Then};
use crate::store::{Alarm, Kept, Titled};
use insight::forecast::Ahead;
use language::{Day, Moment};
use words::Lang::{En, Nl};

/// Monday 5 October 2026.
const MONDAY: Day = Day(20_731);

fn top(post: i64, above: bool) -> Top {
    Top {
        post,
        question: false,
        reactors: 31,
        came: 120,
        share: 0.24,
        low: 0.17,
        high: 0.32,
        above,
    }
}

fn titled(id: i64) -> Titled {
    Titled { id, title: "Waar is de kar?".to_owned(), body: String::new() }
}

#[test]
fn content_says_what_stands_out_and_nothing_else() {
    let nothing = Content::default();
    assert_eq!(
        content::finding(Nl, &nothing, &[]),
        "Er is nog te weinig geplaatst om te zeggen wat raakt"
    );
    let mut found = Content { posts: 40, top: vec![top(1, true)], ..Content::default() };
    let lines = content::lines(Nl, &found, &[titled(1)]);
    assert_eq!(
        content::finding(Nl, &found, &lines),
        "“Waar is de kar?” raakte de meeste mensen: 31 van 120 reageerden"
    );
    assert_eq!(
        content::finding(En, &found, &content::lines(En, &found, &[titled(1)])),
        "“Waar is de kar?” touched most people: 31 of 120 reacted"
    );
    // A post that is gone is not named.
    assert!(content::lines(Nl, &found, &[titled(7)]).is_empty());
    assert_eq!(
        content::finding(Nl, &found, &[]),
        "Geen bericht springt eruit boven wat hier gewoon is"
    );
    found.top = vec![top(1, false)];
    let lines = content::lines(Nl, &found, &[titled(1)]);
    assert_eq!(
        content::finding(Nl, &found, &lines),
        "Geen bericht springt eruit boven wat hier gewoon is"
    );
    found.rising = vec![Rising {
        word: "verhuizing".to_owned(),
        people: 12,
        now: 20,
        before: 3,
        z: 4.2,
        weeks: 1,
    }];
    assert_eq!(
        content::lead(Nl, &found),
        "Deze week in opkomst: ‘verhuizing’. 12 mensen schreven erover."
    );
    assert_eq!(content::lead(En, &nothing), "");
    let words = content::words_of(En, &found.rising);
    assert_eq!((words[0].people.as_str(), words[0].busy.as_str()), ("12", "1 week"));
    found.gaps =
        vec![Gap { name: "x".to_owned(), silent: 70, usual: 7.0, posts: 30, chance: 0.01 }];
    assert_eq!(found.gaps.len(), 1);
}

#[test]
fn there_is_a_best_time_only_when_it_is_sure() {
    let of = |best| Content { best, ..Content::default() };
    let none = of(Best { slot: None, tried: 60, needed: 0.9992, nearest: 0.89 });
    assert_eq!(
        content::best(Nl, &none),
        (
            "Er is geen beste tijd om gezien te worden".to_owned(),
            "We vergeleken 60 uren van de week, en hielden rekening met wie er plaatste. Het beste \
             uur is met 89% zekerheid beter; bij zoveel uren is 99,92% nodig. Plaats dus wanneer \
             het jou uitkomt."
                .to_owned()
        )
    );
    assert_eq!(content::best(En, &none).0, "There is no best time to be seen");
    // Tuesday at ten.
    let sure = of(Best { slot: Some(34), tried: 20, needed: 0.9975, nearest: 0.9991 });
    assert_eq!(
        content::best(Nl, &sure).0,
        "Wat op dinsdag tussen 10 en 11 uur wordt geplaatst, krijgt hier meer reacties"
    );
    assert_eq!(
        content::best(Nl, &of(Best::default())).0,
        "Of er een beste tijd is om te plaatsen, weten we nog niet"
    );
}

fn week(values: [Option<f64>; 5], wide: f64) -> Week {
    Week {
        measured: values.map(|value| {
            value.map(|value| Measured { value, low: value - wide, high: value + wide, n: 90 })
        }),
    }
}

#[test]
fn health_names_the_weakest_and_says_when_it_cannot() {
    let all = [0.62, 0.71, 0.48, 0.55, 0.40].map(Some);
    let good = week(all, 0.03);
    assert_eq!(health::finding(Nl, &good), "Verbinding is nu het zwakste punt");
    assert_eq!(health::finding(En, &good), "Connection is the weakest point now");
    assert_eq!(health::alike(Nl, &good), "");
    assert_eq!(health::alike(Nl, &week(all, 0.06)), "Respons ligt daar niet aantoonbaar boven.");
    assert_eq!(
        health::alike(Nl, &week(all, 0.08)),
        "Respons en Spreiding liggen daar niet aantoonbaar boven."
    );
    assert!(health::number(Nl, &good).starts_with("54 van de 100, tussen 53 en 56."));
    let mut four = all;
    four[2] = None;
    assert_eq!(
        health::number(Nl, &week(four, 0.03)),
        "Nog geen getal: respons is nog niet te meten. Vier van de vijf is niet het geheel."
    );
    assert_eq!(health::finding(Nl, &Week::default()), "Er is nog te weinig om te meten");
}

#[test]
fn a_change_of_health_is_real_outside_both_ranges_and_within_one_definition() {
    let last = Day(MONDAY.0 - 1);
    let kept =
        |end: Day, version, value| Kept { end, at: Moment(0), found: Versioned { version, value } };
    let at = |score: f64| week([Some(score); 5], 0.02);
    let said = |before: Kept<Week>, now| health::change(Nl, &[before], &now, last);
    let before = |version, score| kept(last.plus(-28), version, at(score));
    assert_eq!(
        said(before(HEALTH.version, 0.40), at(0.60)),
        "Vier weken eerder was het 40. Die stijging is echt."
    );
    assert_eq!(
        said(before(HEALTH.version, 0.60), at(0.40)),
        "Vier weken eerder was het 60. Die daling is echt."
    );
    assert_eq!(
        said(before(HEALTH.version, 0.60), at(0.605)),
        "Vier weken eerder was het 60. Dat verschil kan toeval zijn."
    );
    assert_eq!(said(before(HEALTH.version + 1, 0.40), at(0.60)), "", "another definition");
    assert_eq!(said(before(HEALTH.version, 0.40), Week::default()), "");
    let rows = health::rows(Nl, &[before(1, 0.4), kept(last, 1, Week::default())], MONDAY);
    assert_eq!((rows[0].score.as_str(), rows[1].score.as_str()), ("–", "40"));
}

#[test]
fn a_signal_says_what_came_and_what_is_usual() {
    let alarm = |value, distance| Alarm {
        id: 1,
        series: Series::Reactions,
        day: MONDAY.plus(-1),
        value,
        usual: 41.0,
        weeks: 30,
        distance,
        verdict: None,
        note: String::new(),
        by: None,
    };
    let (high, low) = (alarm(210, 9.0), alarm(0, -9.0));
    assert_eq!(
        alarms::finding(Nl, &[&high], false, MONDAY),
        "Reacties op zo 4 oktober: 210, en 41 is dan gewoon"
    );
    assert_eq!(
        alarms::finding(En, &[&low], false, MONDAY),
        "Reactions on Sun 4 October: only 0, where 41 is usual"
    );
    assert_eq!(alarms::finding(Nl, &[], false, MONDAY), "Niets bijzonders in de laatste week");
    assert_eq!(
        alarms::finding(Nl, &[], true, MONDAY),
        "Signalen komen na 12 weken, als we weten wat hier gewoon is"
    );
    assert!(alarms::is_live(&high, MONDAY) && !alarms::is_live(&high, MONDAY.plus(9)));
    assert_eq!(
        alarms::tally(Nl, &[], &[]),
        "Er is nog niet gekeken: daarvoor zijn twaalf weken nodig."
    );
}

#[test]
fn looking_ahead_has_its_range_and_its_chance() {
    let interval = insight::Interval { low: 106.4, high: 153.6 };
    let last = Ahead { steps: 4, mean: 130.0, interval, error: 18.0, freedom: 40.0 };
    assert_eq!(
        alarms::ahead_text(Nl, Some(&last), 130, 52),
        "Over 4 weken verwachten we 106 tot 154 mensen per week (nu 130); zo’n bereik klopt 4 van \
         de 5 keer. De kans dat het er dan meer zijn dan nu is 49%. Gerekend met 52 weken."
    );
    assert_eq!(alarms::ahead_text(Nl, None, 130, 52), "");
}

#[test]
fn a_week_of_the_phase_is_told_as_it_was_known() {
    let then = Then {
        phase: Some(Step::Establishment),
        team_marked: true,
        chances: [0.12, 0.88, 0.0],
        contributions: 1_400,
        by_members: 900,
        contributors: 80,
        effective: 33.7,
        active: 140,
        declining: None,
        invited: Some((2, 9)),
    };
    assert_eq!(phase::then_sentence(Nl, &then), "Toen: Groei");
    let facts: Vec<String> = phase::then_facts(Nl, &then).into_iter().map(|(_, v)| v).collect();
    assert_eq!(facts, ["140", "80", "900 van 1.400", "33", "groei 88%, opstart 12%"]);
    let early = Then { phase: None, ..then };
    assert_eq!(phase::then_sentence(En, &early), "Then it was too early to name a phase");
    let unmarked = Then { team_marked: false, ..then };
    assert_eq!(
        phase::then_sentence(Nl, &unmarked),
        "Toen was nog niet bekend wie bij het communityteam hoort"
    );
    assert_eq!(phase::then_facts(Nl, &unmarked).len(), 4);
    let text = serde_json::to_string(&then).unwrap();
    assert!(text.contains("\"establishment\""), "{text}");
}
