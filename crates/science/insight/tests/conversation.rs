//! Sections 2.4, 3.2, 3.4 and 3.5.

use super::{close, prints, prints_range};
use crate::dormancy::{History, Rhythm};
use crate::effect::effect;
use crate::newcomer::{FirstPost, first_posts};
use crate::reactivation::{Advice, advise, returned, split};
use crate::reports::{Report, reports};
use crate::thread::shape;
use crate::{Comparison, Invalid};

#[test]
fn thread_worked_values() {
    let chain = shape(&[None, Some(0), Some(0), Some(1), Some(3), Some(4)]).unwrap();
    assert_eq!((chain.messages, chain.depth), (6, 4));
    prints(chain.virality.unwrap(), 2.333_333, 6);
    let mut star = vec![None];
    star.extend([Some(0); 5]);
    let star = shape(&star).unwrap();
    assert_eq!(star.depth, 1);
    prints(star.virality.unwrap(), 1.666_667, 6);
}

#[test]
fn threads_at_the_edges() {
    let alone = shape(&[None]).unwrap();
    assert_eq!((alone.depth, alone.virality), (0, None));
    assert_eq!(shape(&[None, Some(0)]).unwrap().virality, Some(1.0));
    for broken in [vec![], vec![None, None], vec![Some(7)], vec![None, Some(2), Some(1)]] {
        assert_eq!(shape(&broken), Err(Invalid::BrokenTable));
    }
    // A row of ten thousand answers is no recursion. The mean distance on a path is (n+1)/3.
    let long: Vec<Option<usize>> = (0..10_000_usize).map(|i| i.checked_sub(1)).collect();
    let long = shape(&long).unwrap();
    assert_eq!(long.depth, 9_999);
    close(long.virality.unwrap(), 10_001.0 / 3.0, 1e-9);
}

fn first(age: f64, answered: Option<f64>, again: Option<f64>) -> FirstPost {
    FirstPost { age, answered, again }
}

#[test]
fn first_posts_worked_values() {
    let old = 900.0;
    let mut posts = vec![first(old, Some(2.0), Some(100.0)); 14];
    posts.extend([first(old, Some(2.0), None); 4]);
    posts.extend([first(old, None, Some(100.0)); 5]);
    // An answer after three days comes too late to count.
    posts.extend([first(old, Some(72.0), Some(700.0)); 7]);
    // Young posts: known for answers, not yet for posting again; and known for neither.
    posts.extend([first(60.0, Some(1.0), Some(50.0)), first(10.0, Some(1.0), Some(5.0))]);
    let found = first_posts(&posts).unwrap();
    assert_eq!((found.answered.x(), found.answered.n()), (19, 31));
    assert_eq!((found.again.x(), found.again.n()), (19, 30));
    assert_eq!((found.again_answered.x(), found.again_answered.n()), (14, 18));
    assert_eq!((found.again_unanswered.x(), found.again_unanswered.n()), (5, 12));
    let difference = found.difference.unwrap();
    prints(difference.difference, 0.361_111, 6);
    prints_range(difference.interval, 0.0112, 0.6207, 4);
    assert_eq!(difference.comparison, Comparison::Higher);
    let none = first_posts(&[]).unwrap();
    assert_eq!((none.answered.value(), none.difference), (None, None));
    assert_eq!(first_posts(&[first(-1.0, None, None)]), Err(Invalid::NotFinite));
}

#[test]
fn reports_of_a_period() {
    let decided = |hours, upheld| Report { hours, upheld: Some(upheld) };
    let six = [
        decided(2.0, true),
        decided(3.0, false),
        decided(5.0, true),
        decided(20.0, true),
        Report { hours: 30.0, upheld: None },
        Report { hours: 1.0, upheld: None },
    ];
    let found = reports(&six, 4200).unwrap();
    let (rate, range) = found.per_thousand.unwrap();
    prints(rate, 1.4286, 4);
    prints_range(range, 0.5243, 3.1094, 4);
    assert_eq!((found.upheld.x(), found.upheld.n()), (3, 4));
    assert_eq!(found.deciding.median(), Some(5.0));
    let quiet = reports(&[], 4200).unwrap();
    prints(quiet.per_thousand.unwrap().1.high, 0.8783, 4);
    assert_eq!((quiet.upheld.value(), quiet.deciding.median()), (None, None));
    assert_eq!(reports(&[], 0).unwrap().per_thousand, None);
    assert_eq!(reports(&[decided(f64::NAN, true)], 9), Err(Invalid::NotFinite));
}

#[test]
fn two_different_days_are_a_return() {
    assert!(returned(&[3.2, 9.0]));
    assert!(!returned(&[3.2, 3.9]));
    assert!(!returned(&[9.0]));
    assert!(!returned(&[]));
    // The day of sending itself and what comes after four weeks do not count.
    assert!(!returned(&[0.0, 5.0]));
    assert!(!returned(&[5.0, 28.5]));
    assert!(returned(&[27.5, 0.5]));
}

#[test]
fn sleepers_are_split_by_what_may_help() {
    let member =
        |returns, span, silence| Rhythm::USUAL.classify(History { returns, span, silence });
    let people = [
        (member(0, 0.0, 40.0), false),
        (member(30, 60.0, 80.0), false),
        (member(30, 60.0, 80.0), true),
        (member(30, 60.0, 1.0), false),
        (member(1, 2.0, 3.0), false),
    ];
    let found = split(&people);
    assert_eq!((found.never_started, found.asleep, found.left, found.others), (1, 1, 1, 2));
}

#[test]
fn three_waves_without_uplift_are_enough() {
    let wave = |treated: u64, held: u64| effect((treated, 800), (held, 200), 0.2).unwrap();
    let nothing = wave(40, 10);
    let (uplift, harm) = (wave(120, 8), wave(20, 30));
    let few = effect((2, 9), (0, 3), 0.25).unwrap();
    assert_eq!(advise(&[]), Advice::GoOn);
    assert_eq!(advise(&[nothing, nothing]), Advice::GoOn);
    assert_eq!(advise(&[nothing, nothing, few, nothing]), Advice::ChangeTheOffer);
    assert_eq!(advise(&[nothing, nothing, uplift, nothing]), Advice::GoOn);
    assert_eq!(advise(&[uplift, harm]), Advice::Stop);
}
