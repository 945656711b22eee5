//! Section 2.2 and 2.3: competing endings, restricted means, several groups, and who comes back.

use proptest::prelude::*;

use super::{close, prints};
use crate::Invalid;
use crate::bgnbd::{BgNbd, Visits, fit, may_forecast};
use crate::competing::{Ending, Watched, incidence};
use crate::log_rank::{log_rank, log_rank_of};
use crate::restricted_mean::{compare, restricted_mean};
use crate::survival::{Observed, kaplan_meier};

fn watched(items: &[(f64, Ending)]) -> Vec<Watched> {
    items.iter().map(|&(time, ending)| Watched { time, ending }).collect()
}

#[test]
fn leaving_comes_before_falling_asleep() {
    use Ending::{Censored, Happened, Other};
    let people = watched(&[
        (1.0, Happened),
        (2.0, Other),
        (2.0, Happened),
        (3.0, Censored),
        (4.0, Happened),
    ]);
    let found = incidence(&people).unwrap();
    assert_eq!((found.n, found.happened, found.other), (5, 3, 1));
    let values: Vec<f64> = found.steps.iter().map(|s| s.incidence).collect();
    for (value, expected) in values.iter().zip([0.2, 0.4, 0.8]) {
        close(*value, expected, 1e-12);
    }
    assert_eq!(
        (found.at(0.5), found.at(2.5), found.at(9.0)),
        (Some(0.0), Some(values[1]), Some(0.8))
    );
    // Censoring the leaver instead would answer another question: 1 − 0.8·0.75·0.
    let censored: Vec<Observed> =
        people.iter().map(|w| Observed { time: w.time, happened: w.ending == Happened }).collect();
    assert_eq!(kaplan_meier(&censored).unwrap().at(4.0), Some(0.0));
    assert_eq!(incidence(&[]).unwrap().at(1.0), None);
    let nobody = incidence(&watched(&[(4.0, Censored)])).unwrap();
    assert_eq!((nobody.at(3.0), nobody.at(5.0), nobody.steps.len()), (Some(0.0), None, 0));
    assert_eq!(incidence(&watched(&[(-1.0, Other)])), Err(Invalid::NotFinite));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn without_other_endings_it_is_kaplan_meier_turned_over(
        items in proptest::collection::vec((0u8..12, any::<bool>()), 1..40)
    ) {
        let observed: Vec<Observed> = items
            .iter()
            .map(|&(time, happened)| Observed { time: f64::from(time), happened })
            .collect();
        let ending = |h| if h { Ending::Happened } else { Ending::Censored };
        let people: Vec<Watched> =
            observed.iter().map(|o| Watched { time: o.time, ending: ending(o.happened) }).collect();
        let (curve, turned) = (kaplan_meier(&observed).unwrap(), incidence(&people).unwrap());
        prop_assert_eq!(curve.steps.len(), turned.steps.len());
        for (a, b) in curve.steps.iter().zip(&turned.steps) {
            prop_assert!((a.survival + b.incidence - 1.0).abs() < 1e-9);
            if a.survival > 1e-9 {
                prop_assert!((a.interval.low + b.interval.high - 1.0).abs() < 1e-6);
                prop_assert!((a.interval.high + b.interval.low - 1.0).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn all_endings_together_are_everybody(
        items in proptest::collection::vec((0u8..9, 0u8..3), 1..40)
    ) {
        let swap = |e| match e { Ending::Happened => Ending::Other, Ending::Other => Ending::Happened, c => c };
        let people: Vec<Watched> = items
            .iter()
            .map(|&(t, e)| Watched {
                time: f64::from(t),
                ending: [Ending::Happened, Ending::Other, Ending::Censored][usize::from(e)],
            })
            .collect();
        let turned: Vec<Watched> =
            people.iter().map(|w| Watched { ending: swap(w.ending), ..*w }).collect();
        let (one, two) = (incidence(&people).unwrap(), incidence(&turned).unwrap());
        for (a, b) in one.steps.iter().zip(&two.steps) {
            prop_assert!((a.incidence + b.incidence + a.untouched - 1.0).abs() < 1e-9);
            prop_assert!(a.interval.low <= a.incidence + 1e-9);
            prop_assert!(a.interval.high >= a.incidence - 1e-9);
        }
    }
}

#[test]
fn three_groups_at_once() {
    let group = |times: &[f64]| -> Vec<Observed> {
        times.iter().map(|&t| Observed { time: t.abs(), happened: t > 0.0 }).collect()
    };
    // A negative time is a censored one. lifelines multivariate_logrank_test.
    let (a, b) = (group(&[6.0, 7.0, -10.0, 13.0, 16.0]), group(&[1.0, 2.0, 4.0, -5.0, 8.0]));
    let c = group(&[3.0, 3.0, 9.0, -12.0]);
    let all = log_rank_of(&[&a, &b, &c]).unwrap().unwrap();
    assert_eq!((all.freedom, all.n.clone()), (2, vec![5, 5, 4]));
    let sum = |v: &[f64]| v.iter().sum::<f64>();
    close(sum(&all.observed), sum(&all.expected), 1e-12);
    prints(all.chi_squared, THREE_GROUPS.0, 6);
    prints(all.p, THREE_GROUPS.1, 6);
    // An empty group changes nothing, nor does the order.
    let with_empty = log_rank_of(&[&a, &[], &b, &c]).unwrap().unwrap();
    close(with_empty.chi_squared, all.chi_squared, 1e-9);
    let turned = log_rank_of(&[&c, &b, &a]).unwrap().unwrap();
    close(turned.chi_squared, all.chi_squared, 1e-9);
    assert_eq!(log_rank_of(&[&a]), Ok(None));
    assert_eq!(log_rank_of(&[]), Ok(None));
    assert_eq!(log_rank(&group(&[-3.0]), &group(&[-4.0])), Ok(None));
}

const THREE_GROUPS: (f64, f64) = (3.973_992_76, 0.137_106_62);

#[test]
fn restricted_means_are_compared() {
    let times = |range: std::ops::Range<u32>| -> Vec<Observed> {
        range.map(|t| Observed::happened(f64::from(t))).collect()
    };
    let (early, late) =
        (kaplan_meier(&times(1..41)).unwrap(), kaplan_meier(&times(20..60)).unwrap());
    let mean = restricted_mean(&early, 40.0).unwrap();
    // Without censoring it is the plain mean with the plain error.
    close(mean.mean, 20.5, 1e-9);
    let variance: f64 = (1..41).map(|t| (f64::from(t) - 20.5).powi(2)).sum::<f64>() / 40.0 / 40.0;
    close(mean.standard_error, variance.sqrt(), 1e-9);
    let gap = compare(&late, &early, 40.0).unwrap();
    assert!(gap.interval.low > 0.0 && gap.interval.contains(gap.difference));
    assert_eq!(restricted_mean(&early, 41.0), None);
    let one = kaplan_meier(&[Observed::censored(9.0)]).unwrap();
    assert_eq!(restricted_mean(&one, 5.0).unwrap().interval.half_width(), 0.0);
}

const PUBLISHED: BgNbd = BgNbd { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

fn visits(returns: u32, recency: f64) -> Visits {
    Visits { returns, recency, age: 38.86 }
}

#[test]
fn alive_worked_values() {
    for (x, t, chance) in
        [(2, 30.43, 0.726_579), (10, 30.0, 0.579_634), (30, 30.0, 0.037_372), (30, 37.0, 0.913_006)]
    {
        prints(PUBLISHED.alive(visits(x, t)), chance, 6);
    }
    assert_eq!(PUBLISHED.alive(visits(0, 0.0)), 1.0);
    assert_eq!(PUBLISHED.shown_alive(visits(0, 0.0)), None);
    prints(PUBLISHED.expected(visits(2, 30.43), 39.0), 1.226_028, 6);
    assert_eq!(PUBLISHED.expected(visits(2, 30.43), 0.0), 0.0);
    // Rates that hardly differ; the values are those of the published form in sixty digits.
    let alike = BgNbd {
        r: 999_835.229_769_379_2,
        alpha: 994_273.866_362_424_9,
        a: 1.091_364_264_465_794_6,
        b: 8.797_962_684_952_644,
    };
    let span = 98.959_504_309_885_02;
    close(alike.expected_of_newcomer(span), 20.249_132_136_577_05, 1e-6);
    let history = Visits { returns: 2, recency: 12.0, age: 12.9 };
    close(alike.expected(history, span), 18.111_512_737_157_02, 1e-6);
    assert!(may_forecast(500, 90.0) && !may_forecast(499, 365.0) && !may_forecast(900, 89.0));
}

#[test]
fn expectations_are_smooth_and_grow() {
    // Around a = 1, where the formula itself is 0/0, and where a + b + x = 1.
    let near = |a: f64| BgNbd { a, ..PUBLISHED }.expected(visits(3, 20.0), 10.0);
    close(near(1.0), near(1.0 + 3e-5), 1e-4);
    close(near(1.0), near(1.0 - 3e-5), 1e-4);
    let edge = |b: f64| BgNbd { a: 0.4, b, ..PUBLISHED }.expected(visits(0, 0.0), 10.0);
    close(edge(0.6), edge(0.6001), 1e-3);
    let newcomer: Vec<f64> =
        [1.0, 5.0, 39.0, 200.0].map(|t| PUBLISHED.expected_of_newcomer(t)).to_vec();
    assert!(newcomer.windows(2).all(|w| w[0] < w[1]));
    // With almost no drop-out it is the plain gamma-Poisson mean r·t/α.
    let loyal = BgNbd { r: 2.0, alpha: 10.0, a: 0.001, b: 1_000.0 };
    close(loyal.expected_of_newcomer(50.0), 10.0, 1e-3);
}

#[test]
fn nothing_to_fit() {
    assert_eq!(fit(&[]), Ok(None));
    assert_eq!(fit(&[visits(0, 0.0); 30]), Ok(None));
    assert_eq!(fit(&[visits(1, 39.0)]), Err(Invalid::PartAboveWhole));
    assert_eq!(fit(&[visits(1, f64::NAN)]), Err(Invalid::NotFinite));
    // One member does fit something, and it must be finite.
    let one = fit(&[visits(3, 12.0)]).unwrap().unwrap();
    assert!(one.log_likelihood.is_finite() && one.model.alive(visits(3, 12.0)).is_finite());
}
