//! Section 6, and the trend tests of section 12.

use super::{close, prints};
use crate::Invalid;
use crate::phase::{Circle, Contributor, Phase, Signals, Verdict, Week, assess};
use crate::trend::{mann_kendall, theil_sen};

fn plain(x: u64, n: u64) -> Week {
    Week::from_totals(x, n, 25, 1.0).unwrap()
}

#[test]
fn chances_worked_values() {
    close(plain(520, 1000).chance_above(0.5), 0.897_059_715, 1e-6);
    close(plain(31, 60).chance_above(0.5), 0.601_740_842, 1e-6);
    close(plain(905, 1000).chance_above(0.9), 0.697_356_321, 1e-6);
    close(plain(46, 50).chance_above(0.9), 0.662_354_952, 1e-6);
}

#[test]
fn design_effect_worked_values() {
    let members = [1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 16];
    let mut people: Vec<Contributor> =
        members.map(|contributions| Contributor { contributions, staff: false }).to_vec();
    people.extend([30, 18].map(|contributions| Contributor { contributions, staff: true }));
    people.push(Contributor { contributions: 0, staff: false });
    let week = Week::from_contributors(&people);
    assert_eq!((week.by_members, week.contributions, week.contributors), (52, 100, 14));
    prints(week.design_effect, 18.5148, 4);
    prints(week.effective(), 5.40, 2);
    prints(week.chance_above(0.5), 0.5363, 4);
    prints(plain(52, 100).chance_above(0.5), 0.6553, 4);
    let judged = assess(&[week], true, &Signals::default()).unwrap();
    assert_eq!(judged.verdict, Verdict::TooEarly);
}

const SERIES: [(u64, u64); 13] = [
    (40, 120),
    (62, 130),
    (70, 131),
    (85, 140),
    (92, 150),
    (99, 158),
    (104, 160),
    (108, 166),
    (88, 160),
    (80, 158),
    (79, 160),
    (98, 162),
    (101, 165),
];

#[test]
fn establishment_comes_in_week_seven_and_stays() {
    let weeks: Vec<Week> = SERIES.map(|(x, n)| plain(x, n)).to_vec();
    for until in 1..=13 {
        let judged = assess(&weeks[..until], true, &Signals::default()).unwrap();
        let expected = if until < 7 { Phase::Inception } else { Phase::Establishment };
        assert_eq!(judged.verdict, Verdict::Is(expected), "week {until}");
    }
    let judged = assess(&weeks, true, &Signals::default()).unwrap();
    assert_eq!(judged.since, Some(6));
    let growth = |week: usize| 1.0 - judged.weeks[week - 1].chance_inception;
    prints(growth(9), 0.8971, 4);
    prints(growth(10), 0.5632, 4);
    prints(growth(11), 0.4372, 4);
    let last = judged.weeks[12];
    let all = last.chance_inception + last.chance_establishment + last.chance_maturity;
    close(all, 1.0, 1e-12);
}

#[test]
fn four_weeks_below_lead_back() {
    let mut weeks = vec![plain(80, 100); 4];
    weeks.extend(vec![plain(20, 100); 3]);
    let judge = |weeks: &[Week]| assess(weeks, true, &Signals::default()).unwrap();
    assert_eq!(judge(&weeks).stage, Phase::Establishment);
    weeks.push(plain(20, 100));
    assert_eq!(judge(&weeks).stage, Phase::Inception);
    assert_eq!(judge(&weeks).since, Some(7));
    // A week that is too early breaks the row, and keeps the stage without saying it.
    let mut holiday = vec![plain(80, 100); 4];
    holiday.extend(vec![plain(20, 100); 3]);
    holiday.push(Week::from_totals(2, 9, 3, 1.0).unwrap());
    holiday.push(plain(20, 100));
    assert_eq!(judge(&holiday).stage, Phase::Establishment);
    assert_eq!(judge(&holiday[..8]).verdict, Verdict::TooEarly);
}

#[test]
fn no_phase_without_knowing_the_team() {
    let weeks = vec![plain(100, 100); 8];
    let judged = assess(&weeks, false, &Signals::default()).unwrap();
    assert_eq!(judged.verdict, Verdict::TeamNotMarked);
    assert_eq!(assess(&[], true, &Signals::default()).unwrap().verdict, Verdict::TooEarly);
    assert_eq!(Week::from_totals(3, 2, 1, 1.0), Err(Invalid::PartAboveWhole));
}

#[test]
fn one_side_only_counts_people_not_posts() {
    let people = vec![Contributor { contributions: 10, staff: false }; 12];
    let week = Week::from_contributors(&people);
    close(week.design_effect, 10.0, 1e-12);
    close(week.effective(), 12.0, 1e-12);
    assert_eq!(Week::from_contributors(&[]).contributions, 0);
    let one = Week::from_contributors(&[Contributor { contributions: 7, staff: false }]);
    close(one.effective(), 1.0, 1e-12);
}

#[test]
fn mitosis_and_decline() {
    let mature = vec![plain(980, 1000); 5];
    let circle = |members| Circle { members, stable: true };
    let steady = Signals {
        monthly_active: (0..26).map(|w| 400.0 + f64::from(w % 3)).collect(),
        contributors: (0..26).map(|w| 90.0 + f64::from(w % 4)).collect(),
        circles: vec![circle(60), circle(45), circle(39), Circle { members: 80, stable: false }],
    };
    let judged = assess(&mature, true, &steady).unwrap();
    assert_eq!((judged.steady, judged.declining, judged.circles), (Some(true), Some(false), 2));
    assert_eq!(judged.verdict, Verdict::Is(Phase::Mitosis));
    assert_eq!(judged.stage, Phase::Maturity);
    let falling = Signals {
        monthly_active: (0..26).map(|w| 400.0 - 5.0 * f64::from(w)).collect(),
        contributors: (0..26).map(|w| 90.0 - f64::from(w)).collect(),
        circles: Vec::new(),
    };
    assert_eq!(assess(&mature, true, &falling).unwrap().verdict, Verdict::Is(Phase::Decline));
    let short = Signals { monthly_active: vec![1.0; 25], ..falling };
    assert_eq!(assess(&mature, true, &short).unwrap().declining, None);
}

#[test]
fn trend_worked_values() {
    let values = [0.10, 0.05, 0.08, -0.02, -0.05, 0.0, -0.10, -0.12];
    let test = mann_kendall(&values).unwrap().unwrap();
    assert_eq!((test.s, test.n), (-22, 8));
    prints(test.tau, -0.785_714, 6);
    prints(test.z, -2.5981, 4);
    prints(test.p, 0.0094, 4);
    assert!(test.falls() && !test.rises());
    let slope = theil_sen(&values).unwrap().unwrap();
    prints(slope.slope, -0.03, 9);
    prints(slope.interval.low, -0.045, 9);
    prints(slope.interval.high, -0.02, 9);
    let flat = mann_kendall(&[3.0; 9]).unwrap().unwrap();
    assert_eq!((flat.s, flat.p), (0, 1.0));
    assert_eq!(mann_kendall(&[1.0, 2.0]), Ok(None));
    assert_eq!(mann_kendall(&[1.0, f64::NAN, 2.0]), Err(Invalid::NotFinite));
    assert_eq!(theil_sen(&[3.0; 4]).unwrap().unwrap().slope, 0.0);
}

#[test]
fn what_members_carry_besides_is_a_share_with_its_range() {
    use crate::phase::{By, supporting};
    let found = supporting(&[By::Team; 5], &[By::Member, By::Member, By::Team]);
    assert_eq!((found.member_invited.x(), found.member_invited.n()), (0, 5));
    assert_eq!((found.first_replies.x(), found.first_replies.n()), (2, 3));
    assert!(found.first_replies.range().is_some());
    assert_eq!(supporting(&[], &[]).member_invited.value(), None, "nobody gives no share");
}
