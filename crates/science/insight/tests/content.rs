//! Sections 9 and 10, and the bandit of 7.3.

use super::{close, prints, share};
use crate::bandit::{chance_higher, judge, stop};
use crate::burst::{Period, USUAL_RATIO, USUAL_RELUCTANCE, bursts};
use crate::calendar_gap;
use crate::dormancy::{History, Rhythm};
use crate::highlight::{Candidate, Reactors, breadth, propose, score};
use crate::resonance::{USUAL, prior, rank};
use crate::shrink::{BetaPrior, fit_prior};
use crate::terms::{Sizes, Term, Use, rises, tally};
use crate::timing::{Posted, best_time, compare};
use crate::{GroupMinimum, Invalid, Share};

const FITTED: BetaPrior = BetaPrior { a: 12.9761, b: 159.2464 };
const K: GroupMinimum = GroupMinimum::FIVE;

fn items() -> Vec<Share> {
    let s = [3, 12, 45, 1, 30, 8, 90, 2, 15, 0];
    let n = [20, 200, 500, 2, 600, 40, 1500, 60, 150, 15];
    s.into_iter().zip(n).map(|(x, n)| share(x, n)).collect()
}

#[test]
fn resonance_worked_values() {
    let found = fit_prior(&items()).unwrap();
    close(found.a, 12.9761, 1e-3);
    close(found.b, 159.2464, 1e-3);
    let order: Vec<usize> = rank(&items(), found).iter().map(|r| r.item + 1).collect();
    assert_eq!(order, [3, 6, 9, 1, 7, 4, 2, 5, 10, 8]);
    let ranked = rank(&items(), FITTED);
    prints(ranked[1].shrunk.value, 0.0988, 4);
    prints(ranked[1].quantile, 0.0675, 4);
    // The raw order puts one of two on top.
    let mut raw: Vec<usize> = (1..=10).collect();
    raw.sort_by(|a, b| items()[b - 1].value().unwrap().total_cmp(&items()[a - 1].value().unwrap()));
    assert_eq!(raw, [4, 6, 1, 9, 3, 2, 7, 5, 8, 10]);
}

#[test]
fn few_items_take_the_usual_prior() {
    assert_eq!(prior(&items()), USUAL);
    let many: Vec<Share> = items().into_iter().chain(items()).collect();
    close(prior(&many).a, 12.9761, 1e-3);
    assert_eq!(prior(&[share(0, 9); 30]), USUAL);
    assert!(rank(&[share(0, 0)], USUAL).is_empty());
}

const SIZES: Sizes = Sizes { now: 4_000, before: 32_000, background: 100_000 };

#[test]
fn rising_words_worked_values() {
    let term = |now, before, background| Term { now, before, background, authors: 6 };
    let terms = [term(40, 120, 400), term(30, 190, 600), term(25, 6, 20), term(8, 60, 180)];
    let found = rises(&terms, SIZES);
    for (rise, z) in found.iter().zip([4.878_459, 1.068_467, 7.348_270, 0.132_727]) {
        prints(rise.z, z, 6);
    }
    prints(found[2].delta, 3.294_229, 6);
    assert!(found[0].shown && !found[1].shown && found[2].shown);
    let few = Term { authors: 4, ..terms[2] };
    assert!(!rises(&[few], SIZES)[0].shown);
}

#[test]
fn rising_words_at_the_edges() {
    // A word that nobody ever used before, in an empty month, and in a community without words.
    let new = Term { now: 9, before: 0, background: 0, authors: 9 };
    let rise = rises(&[new], SIZES)[0];
    assert!(rise.delta.is_finite() && rise.z > 0.0);
    let empty = Sizes { now: 0, before: 0, background: 100 };
    assert_eq!(rises(&[Term { now: 0, ..new }], empty)[0].delta, 0.0);
    assert!(!rises(&[new], Sizes { background: 0, ..SIZES })[0].shown);
    assert!(rises(&[Term { now: 9_999, ..new }], SIZES)[0].delta.is_finite());
    assert!(rises(&[], SIZES).is_empty());
}

#[test]
fn a_word_counts_once_per_author_per_day() {
    let used = |term, author, day| Use { term, author, day };
    let found = tally(&[
        used("rooster", 1, 1),
        used("rooster", 1, 1),
        used("rooster", 1, 2),
        used("rooster", 2, 1),
        used("fiets", 1, 1),
    ]);
    assert_eq!((found["rooster"].count, found["rooster"].authors), (3, 2));
    assert_eq!((found["fiets"].count, found["fiets"].authors), (1, 1));
    assert!(tally(&[]).is_empty());
}

fn periods() -> Vec<Period> {
    let relevant = [3, 2, 4, 3, 2, 9, 12, 11, 3, 2, 4, 3];
    let all = [100, 90, 110, 100, 95, 105, 120, 110, 100, 95, 105, 100];
    relevant.into_iter().zip(all).map(|(relevant, all)| Period { relevant, all }).collect()
}

#[test]
fn burst_worked_values() {
    let found = bursts(&periods(), USUAL_RATIO, USUAL_RELUCTANCE).unwrap().unwrap();
    prints(found.usual, 0.047_154, 6);
    assert_eq!(found.bursts.len(), 1);
    // Periods 6 to 8, counted from one.
    assert_eq!((found.bursts[0].first + 1, found.bursts[0].last + 1), (6, 8));
    prints(found.bursts[0].weight, 6.802_081, 6);
    assert!(bursts(&periods(), 2.0, 3.0).unwrap().unwrap().bursts.is_empty());
}

#[test]
fn bursts_at_the_edges() {
    assert_eq!(bursts(&[], 2.0, 1.0), Ok(None));
    assert_eq!(bursts(&[Period { relevant: 0, all: 9 }], 2.0, 1.0), Ok(None));
    assert_eq!(bursts(&[Period { relevant: 9, all: 9 }; 3], 2.0, 1.0), Ok(None));
    assert_eq!(bursts(&[Period { relevant: 2, all: 1 }], 2.0, 1.0), Err(Invalid::PartAboveWhole));
    assert_eq!(bursts(&periods(), 1.0, 1.0), Err(Invalid::NotPositive));
    assert_eq!(bursts(&periods(), 2.0, f64::NAN), Err(Invalid::NotPositive));
    // Empty periods in between cost nothing, and a burst may be at either end.
    let mut edge = vec![Period { relevant: 40, all: 50 }, Period { relevant: 30, all: 50 }];
    edge.extend([Period { relevant: 0, all: 0 }; 3]);
    edge.extend([Period { relevant: 1, all: 50 }; 8]);
    let found = bursts(&edge, 2.0, 1.0).unwrap().unwrap();
    assert_eq!((found.bursts[0].first, found.bursts.len()), (0, 1));
}

#[test]
fn gaps_in_the_calendar() {
    let theme = |posts, span, silence| {
        calendar_gap::theme(Rhythm::USUAL, History { returns: posts, span, silence })
    };
    assert!(!theme(12, 84.0, 10.0).1);
    assert!(theme(12, 84.0, 30.0).1);
    prints(theme(12, 84.0, 30.0).0, 0.028_392, 6);
    assert!(calendar_gap::slot(5, false) && calendar_gap::slot(0, false));
    assert!(!calendar_gap::slot(6, false) && !calendar_gap::slot(2, true));
    assert!(!calendar_gap::slot(-1, false));
    assert!(calendar_gap::department(5, None, K) && calendar_gap::department(9, Some(28.0), K));
    assert!(!calendar_gap::department(4, None, K) && !calendar_gap::department(9, Some(3.0), K));
}

#[test]
fn best_time_worked_values() {
    let found = compare(share(18, 240), share(4, 20), FITTED);
    prints(found.first, 0.075_144, 6);
    prints(found.second, 0.088_315, 6);
    prints(found.second_better, 0.70, 2);
}

fn posted(author: u64, slot: u32, x: u64, n: u64) -> Posted {
    Posted { author, slot, share: share(x, n) }
}

#[test]
fn a_best_time_is_said_only_when_it_can_be_shown() {
    let alike: Vec<Posted> = (0..12).map(|i| posted(1, i % 4, 15, 200)).collect();
    assert_eq!(best_time(&alike, FITTED).claim, None);
    let mut clear = alike.clone();
    clear.extend((0..6).map(|_| posted(1, 9, 60, 200)));
    let found = best_time(&clear, FITTED);
    assert_eq!(found.claim, Some(9));
    prints(found.needed, 0.99, 9);
    // The same figures, but everything at nine is by somebody whose posts always do that well.
    let mut famous = alike.clone();
    famous.extend((0..6).map(|_| posted(2, 9, 60, 200)));
    famous.extend((0..6).map(|i| posted(2, i % 4, 60, 200)));
    assert_eq!(best_time(&famous, FITTED).claim, None);
    assert_eq!(best_time(&[], FITTED).claim, None);
    assert_eq!(best_time(&[posted(1, 3, 9, 10)], FITTED).claim, None);
    assert_eq!(best_time(&[posted(1, 3, 0, 0)], FITTED).slots.len(), 0);
}

fn story(x: u64, n: u64, age: f64, counts: [u64; 4], department: u64) -> Candidate {
    Candidate {
        share: share(x, n),
        age,
        departments: counts.map(|count| Reactors { count, members: 50 }).to_vec(),
        department,
        department_last: None,
        allowed: true,
    }
}

fn stories() -> Vec<Candidate> {
    vec![
        story(30, 200, 1.0, [28, 1, 1, 0], 1),
        story(18, 150, 2.0, [6, 5, 4, 3], 2),
        story(2, 6, 0.5, [2, 0, 0, 0], 3),
        story(60, 500, 6.0, [20, 15, 15, 10], 4),
    ]
}

#[test]
fn highlight_worked_values() {
    for (story, expected) in stories().iter().zip([0.109_556, 0.127_369, 0.076_108, 0.065_237]) {
        close(score(story, FITTED, K).2, expected, 1e-5);
    }
    prints(score(&stories()[1], FITTED, K).1, 3.876_315, 6);
    let order: Vec<usize> = propose(&stories(), FITTED, K).iter().map(|s| s.candidate).collect();
    assert_eq!(order, [1, 0, 2, 3]);
}

#[test]
fn highlights_take_turns_and_protect_small_departments() {
    let mut some = stories();
    some[1].allowed = false;
    some[0].department = 3;
    some[3].department_last = Some(27.0);
    some.push(story(1, 2, 0.0, [1, 0, 0, 0], 9));
    let order: Vec<usize> = propose(&some, FITTED, K).iter().map(|s| s.candidate).collect();
    assert_eq!(order, [0]);
    // Two departments of four people count as one.
    let of = |members| [3, 3, 3].map(|count| Reactors { count, members }).to_vec();
    close(breadth(&of(4), K), 1.0, 1e-12);
    close(breadth(&of(5), K), 3.0, 1e-12);
    close(breadth(&[], K), 1.0, 1e-12);
}

#[test]
fn bandit_worked_values() {
    let arms = judge(&[share(12, 100), share(19, 100), share(3, 20)]);
    let printed = [(0.0443, 0.0990), (0.5603, 0.0303), (0.3954, 0.0446)];
    // The losses by scipy's adaptive quadrature; the printed ones were drawn.
    let exact = [0.098_938_307_5, 0.030_310_856_6, 0.044_571_106_1];
    for ((arm, (best, loss)), exact) in arms.iter().zip(printed).zip(exact) {
        prints(arm.best, best, 4);
        close(arm.loss, loss, 1e-3);
        close(arm.loss, exact, 1e-7);
    }
    close(arms.iter().map(|a| a.best).sum(), 1.0, 1e-9);
    close(arms.iter().map(|a| a.propensity).sum(), 1.0, 1e-9);
    assert!(arms.iter().all(|a| a.propensity >= 0.1 / 3.0));
    prints(chance_higher((13.0, 89.0), (20.0, 82.0)), 0.911_626, 6);
    assert_eq!(stop(&arms), None);
    let sure = judge(&[share(50, 1000), share(150, 1000)]);
    assert_eq!(stop(&sure), Some(1));
    assert!(judge(&[]).is_empty() && stop(&[]).is_none());
    let one = judge(&[share(0, 0)]);
    close(one[0].best, 1.0, 1e-9);
    assert!(one[0].loss < 1e-9);
}
