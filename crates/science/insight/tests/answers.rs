//! Section 3.1 and the survival curves of 2.2.

use proptest::prelude::*;

use super::{close, prints, prints_range};
use crate::Invalid;
use crate::answer::{By, Opener, answers, service_hours};
use crate::log_rank::log_rank;
use crate::survival::{Observed, kaplan_meier};

const AGE: f64 = 100.0;

fn answered(hours: f64) -> Opener {
    Opener { age: AGE, member: Some(hours), staff: None, closed: None }
}

fn waiting(age: f64) -> Opener {
    Opener { age, member: None, staff: None, closed: None }
}

fn worked() -> Vec<Opener> {
    let mut openers = [0.4, 0.9, 1.5, 2.0, 3.2, 6.0, 9.0, 26.0, 50.0].map(answered).to_vec();
    openers.extend([72.0, 20.0, 5.0].map(waiting));
    openers
}

#[test]
fn time_to_first_answer_worked_values() {
    let found = answers(&worked(), By::Anyone, 24.0).unwrap();
    assert_eq!(found.median(), Some(6.0));
    close(found.chance_within(24.0).unwrap(), 0.611_111_111, 1e-6);
    assert_eq!((found.within.x(), found.within.n()), (7, 10));
    prints_range(found.within.range().unwrap(), 0.3968, 0.8922, 4);
    assert_eq!((found.unanswered.x(), found.unanswered.n()), (3, 10));
    assert_eq!((found.answered.x(), found.answered.n()), (9, 12));
}

#[test]
fn members_and_staff_are_apart() {
    let both = Opener { age: 48.0, member: Some(9.0), staff: Some(2.0), closed: None };
    assert_eq!(both.observed(By::Anyone), Observed::happened(2.0));
    assert_eq!(both.observed(By::Members), Observed::happened(9.0));
    assert_eq!(both.observed(By::Staff), Observed::happened(2.0));
    let closed = Opener { age: 48.0, member: None, staff: None, closed: Some(30.0) };
    assert_eq!(closed.observed(By::Anyone), Observed::censored(30.0));
    let future = Opener { age: 5.0, member: Some(9.0), staff: None, closed: None };
    assert_eq!(future.observed(By::Anyone), Observed::censored(5.0));
}

#[test]
fn no_openers_and_no_answers() {
    let none = answers(&[], By::Anyone, 24.0).unwrap();
    assert_eq!((none.median(), none.chance_within(24.0), none.within.value()), (None, None, None));
    let silent = answers(&[waiting(80.0), waiting(30.0)], By::Anyone, 24.0).unwrap();
    assert_eq!(silent.median(), None);
    assert_eq!(silent.chance_within(24.0), Some(0.0));
    assert_eq!(silent.unanswered.value(), Some(1.0));
    assert_eq!(answers(&[waiting(-1.0)], By::Anyone, 24.0), Err(Invalid::NotFinite));
}

#[test]
fn service_hours_skip_nights_weekends_and_holidays() {
    let none = |_| false;
    assert_eq!(service_hours(9.0, 12.0, none), 3.0);
    // Monday 17:00 to Tuesday 09:00.
    assert_eq!(service_hours(17.0, 33.0, none), 2.0);
    // Friday 16:00 to Monday 10:00.
    assert_eq!(service_hours(4.0 * 24.0 + 16.0, 7.0 * 24.0 + 10.0, none), 4.0);
    assert_eq!(service_hours(0.0, 7.0 * 24.0, none), 50.0);
    assert_eq!(service_hours(0.0, 7.0 * 24.0, |day| day == 1), 40.0);
    assert_eq!(service_hours(-24.0, 0.0, none), 0.0);
    assert_eq!(service_hours(5.0, 4.0, none), 0.0);
    assert_eq!(service_hours(f64::NAN, 4.0, none), 0.0);
}

fn parse(text: &str) -> Vec<Observed> {
    text.split(',')
        .map(|item| match item.strip_suffix('+') {
            Some(time) => Observed::censored(time.parse().unwrap()),
            None => Observed::happened(item.parse().unwrap()),
        })
        .collect()
}

const TREATED: &str = "6,6,6,6+,7,9+,10,10+,11+,13,16,17+,19+,20+,22,23,25+,32+,32+,34+,35+";
const PLACEBO: &str = "1,1,2,2,3,4,4,5,5,8,8,8,8,11,11,12,12,15,17,22,23";

#[test]
fn freireich_worked_values() {
    let curve = kaplan_meier(&parse(TREATED)).unwrap();
    let expected = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    assert_eq!(curve.steps.len(), 7);
    for (step, value) in curve.steps.iter().zip(expected) {
        prints(step.survival, value, 4);
    }
    prints_range(curve.step_at(10.0).unwrap().interval, 0.5032, 0.8894, 4);
    assert_eq!(curve.median(), Some(23.0));
    assert!(curve.steps[6].thin() && !curve.steps[0].thin());
    let placebo = kaplan_meier(&parse(PLACEBO)).unwrap();
    prints(curve.restricted_mean(20.0).unwrap(), 16.1165, 4);
    prints(placebo.restricted_mean(20.0).unwrap(), 8.4286, 4);
    let test = log_rank(&parse(TREATED), &parse(PLACEBO)).unwrap().unwrap();
    prints(test.chi_squared, 16.7929, 4);
    assert!(test.p < 0.001);
}

#[test]
fn median_at_exactly_one_half() {
    let curve = kaplan_meier(&parse("1,2,2,3,5,8+,10,14+")).unwrap();
    prints(curve.at(3.0).unwrap(), 0.5, 9);
    assert_eq!(curve.median(), Some(3.0));
    let issues = kaplan_meier(&parse("1,2,2,3,5,8+,10,14+")).unwrap();
    close(1.0 - issues.at(5.0).unwrap(), 0.625, 1e-9);
}

#[test]
fn curves_at_the_edges() {
    let empty = kaplan_meier(&[]).unwrap();
    assert_eq!((empty.at(0.0), empty.median(), empty.last), (None, None, None));
    let one = kaplan_meier(&[Observed::happened(4.0)]).unwrap();
    assert_eq!((one.median(), one.at(3.9), one.at(9.0)), (Some(4.0), Some(1.0), Some(0.0)));
    let censored = kaplan_meier(&[Observed::censored(4.0)]).unwrap();
    assert_eq!((censored.median(), censored.at(4.0), censored.at(5.0)), (None, Some(1.0), None));
    assert_eq!(log_rank(&[], &parse("1,2")), Ok(None));
    assert_eq!(kaplan_meier(&[Observed::happened(f64::NAN)]), Err(Invalid::NotFinite));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn survival_falls_and_keeps_its_range(
        items in proptest::collection::vec((0.0f64..50.0, any::<bool>()), 1..40)
    ) {
        let observed: Vec<Observed> =
            items.iter().map(|&(time, happened)| Observed { time, happened }).collect();
        let curve = kaplan_meier(&observed).unwrap();
        let mut before = 1.0;
        for step in &curve.steps {
            prop_assert!(step.survival <= before && step.survival >= -1e-12);
            prop_assert!(step.interval.low <= step.survival + 1e-9);
            prop_assert!(step.interval.high >= step.survival - 1e-9);
            before = step.survival;
        }
    }
}
