//! Section 1.3: the adoption curve, and when it may look ahead.

use super::{close, prints};
use crate::Invalid;
use crate::bass::{Bass, Fit, Forecast, fit};

#[test]
fn curve_worked_values() {
    let curve = Bass { p: 0.03, q: 0.38, m: 1000.0 };
    for (week, connected) in [(1.0, 35.76), (4.0, 233.15), (8.0, 651.74), (12.0, 908.69)] {
        prints(curve.connected(week), connected, 2);
    }
    prints(curve.peak().unwrap(), 6.192_619, 6);
    prints(curve.peak_rate().unwrap(), 110.5921, 4);
    prints(curve.share(curve.peak().unwrap()), 0.460_526, 6);
    assert_eq!((curve.share(0.0), curve.share(-3.0)), (0.0, 0.0));
    let falling = Bass { p: 0.4, q: 0.1, m: 50.0 };
    assert_eq!((falling.peak(), falling.peak_rate()), (None, None));
}

const WEEKS: [u64; 16] = [24, 38, 41, 60, 79, 88, 101, 112, 96, 99, 84, 66, 57, 38, 34, 21];

fn fitted(weeks: usize) -> Fit {
    fit(&WEEKS[..weeks], None).unwrap().unwrap()
}

#[test]
fn fit_worked_values() {
    let all = fitted(16);
    close(all.curve.m, 1090.04, 1e-3);
    close(all.curve.p, 0.019_667, 1e-3);
    close(all.curve.q, 0.351_034, 1e-3);
    prints(all.errors.m, 19.1, 1);
    prints(all.curve.peak().unwrap(), 7.774, 3);
    close(all.squares, 213.04, 1e-3);
    assert_eq!((all.forecast(), all.at_limit), (Forecast::Shown, false));
    let range = all.final_range(Some(1100));
    assert!(range.low > 1050.0 && range.high <= 1100.0);
}

#[test]
fn a_young_campaign_gets_no_forecast() {
    let five = fitted(5);
    assert!(five.curve.m > 1e5);
    assert_ne!(five.forecast(), Forecast::Shown);
    let six = fitted(6);
    close(six.curve.m, 943.0, 1e-3);
    close(six.errors.m, 384.0, 2e-3);
    assert_ne!(six.forecast(), Forecast::Shown);
    // The second condition by itself: a peak behind us is not enough.
    let vague = Fit { curve: Bass { p: 0.3, q: 0.2, m: 943.0 }, ..six };
    assert_eq!(vague.forecast(), Forecast::TooUncertain);
    let eight = fitted(8);
    close(eight.curve.m, 1204.0, 1e-3);
    close(eight.errors.m, 158.0, 4e-3);
    prints(eight.curve.peak().unwrap(), 8.24, 2);
    assert_eq!(eight.forecast(), Forecast::PeakAhead);
    let ten = fitted(10);
    close(ten.curve.m, 1071.0, 1e-3);
    close(ten.errors.m, 56.0, 1e-2);
    prints(ten.curve.peak().unwrap(), 7.70, 2);
    assert_eq!(ten.forecast(), Forecast::Shown);
}

#[test]
fn the_market_is_never_larger_than_the_organisation() {
    let bounded = fit(&WEEKS[..8], Some(700)).unwrap().unwrap();
    assert_eq!((bounded.curve.m, bounded.at_limit), (700.0, true));
    assert!(bounded.squares >= fitted(8).squares);
    assert_eq!(fit(&WEEKS, Some(100)), Err(Invalid::PartAboveWhole));
}

#[test]
fn nothing_to_fit() {
    assert_eq!(fit(&[], None), Ok(None));
    assert_eq!(fit(&[5, 6, 7], None), Ok(None));
    assert_eq!(fit(&[0; 12], None), Ok(None));
    // A single wave on the first day is no curve with a peak ahead.
    let wave = fit(&[100, 0, 0, 0, 0, 0], None).unwrap().unwrap();
    close(wave.curve.m, 100.0, 1e-2);
}
