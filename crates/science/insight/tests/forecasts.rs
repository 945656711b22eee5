//! Section 11: looking ahead, and days that stand out.

use super::{close, prints};
use crate::Invalid;
use crate::alarm::{Day, expected_by_chance, same_weekday};
use crate::forecast::choice::forecast;
use crate::forecast::damped::Damped;
use crate::forecast::stl::mstl;
use crate::forecast::{Method, naive, season, smoothing, theta};

const PASSENGERS: [f64; 24] = [
    112.0, 118.0, 132.0, 129.0, 121.0, 135.0, 148.0, 148.0, 136.0, 119.0, 104.0, 118.0, 115.0,
    126.0, 141.0, 135.0, 125.0, 149.0, 170.0, 170.0, 158.0, 133.0, 114.0, 140.0,
];
const GROWING: [f64; 10] = [30.0, 34.0, 33.0, 38.0, 41.0, 40.0, 45.0, 47.0, 46.0, 52.0];

#[test]
fn smoothing_worked_value() {
    close(*smoothing::levels(&PASSENGERS, 0.3, 112.0).last().unwrap(), 138.388_468, 1e-6);
}

#[test]
fn damped_trend_worked_values() {
    let start = Damped { alpha: 0.5, beta: 0.2, phi: 0.9, level: 30.0, trend: 2.0 };
    let ahead = start.run(&GROWING).0.ahead(4);
    for (value, expected) in ahead.iter().zip([51.404_353, 52.717_010, 53.898_401, 54.961_653]) {
        prints(*value, expected, 6);
    }
}

#[test]
fn theta_worked_values() {
    let ahead = theta::ahead(&GROWING, 0.5, 3);
    for (value, expected) in ahead.iter().zip([50.881_250, 52.008_523, 53.135_795]) {
        prints(*value, expected, 6);
    }
}

#[test]
fn naive_repeats_the_last_season() {
    let week: Vec<f64> = (0..14).map(f64::from).collect();
    let fitted = naive::fit(&week, 7, 9).unwrap();
    assert_eq!(fitted.ahead, [7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 7.0, 8.0]);
    assert_eq!((fitted.widths[6], fitted.widths[7]), (1.0, 2.0));
    assert_eq!((fitted.squares, fitted.errors), (7.0 * 49.0, 7));
    assert_eq!(naive::scale(&week, 7), Some(7.0));
    assert_eq!((naive::fit(&week[..7], 7, 1), naive::scale(&[3.0; 9], 1)), (None, None));
}

#[test]
fn seasons_are_found_and_taken_out() {
    let shape = [0.0, 0.0, 0.0, 0.0, 0.0, -30.0, -34.0];
    let days: Vec<f64> =
        (0..42).map(|d| 100.0 + 0.5 * f64::from(d) + shape[d as usize % 7]).collect();
    assert!(season::present(&days, 7));
    let found = mstl(&days, &[7]).unwrap().unwrap();
    let level = -64.0 / 7.0;
    for (weekday, off) in shape.iter().enumerate() {
        close(found.seasons[0].values[35 + weekday], off - level, 1e-2);
    }
    close(found.trend[41] - found.trend[34], 3.5, 1e-2);
    let trend: Vec<f64> = (0..40).map(f64::from).collect();
    assert!(!season::present(&trend, 7) && !season::present(&days[..13], 7));
}

#[test]
fn the_method_that_did_best_is_chosen() {
    let found = forecast(&GROWING, 52, 4).unwrap().unwrap();
    assert_eq!((found.season, found.n, found.ahead.len(), found.scores.len()), (1, 10, 4, 4));
    let best = found.scores.iter().map(|s| s.mase).fold(f64::INFINITY, f64::min);
    assert!(found.scores.iter().any(|s| s.method == found.method && s.mase <= best));
    for (before, after) in found.ahead.iter().zip(&found.ahead[1..]) {
        assert!(after.error >= before.error);
    }
    let next = found.ahead[0];
    assert!(next.interval.contains(next.mean));
    // The ends of an 80% range are exceeded with 10% each.
    prints(next.chance_of(next.interval.low), 0.90, 6);
    prints(next.chance_of(next.interval.high), 0.10, 6);
    prints(next.chance_of(next.mean), 0.50, 6);
    let weekly: Vec<f64> =
        (0..70_u32).map(|d| [50.0, 52.0, 49.0, 51.0, 48.0, 9.0, 5.0][d as usize % 7]).collect();
    let seasonal = forecast(&weekly, 7, 7).unwrap().unwrap();
    assert_eq!((seasonal.season, seasonal.method), (7, Method::SeasonalNaive));
    assert_eq!(seasonal.ahead[5].mean, 9.0);
}

#[test]
fn forecasts_at_the_edges() {
    assert_eq!(forecast(&GROWING[..9], 1, 3), Ok(None));
    assert_eq!(forecast(&GROWING, 1, 0), Ok(None));
    assert_eq!(forecast(&[f64::NAN; 12], 1, 1), Err(Invalid::NotFinite));
    let flat = forecast(&[7.0; 20], 1, 2).unwrap().unwrap();
    assert_eq!(
        (flat.method, flat.ahead[1].mean, flat.scores.len()),
        (Method::SeasonalNaive, 7.0, 0)
    );
    assert_eq!((flat.ahead[0].chance_of(7.0), flat.ahead[0].chance_of(7.1)), (1.0, 0.0));
    let jump =
        forecast(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 9.0], 0, 1).unwrap().unwrap();
    assert!(jump.ahead[0].mean.is_finite() && jump.ahead[0].error > 0.0);
}

#[test]
fn the_reference_is_the_same_weekday() {
    let day = |value| Day { value: f64::from(value), left_out: false };
    let mut days: Vec<Day> = (0..29).map(day).collect();
    assert_eq!(same_weekday(&days), [0.0, 7.0, 14.0, 21.0]);
    days[14].left_out = true;
    assert_eq!(same_weekday(&days), [0.0, 7.0, 21.0]);
    assert!(same_weekday(&days[..7]).is_empty() && same_weekday(&[]).is_empty());
    // Forty series for a month: about one by chance.
    close(expected_by_chance(40, 30), 1.2, 1e-9);
}
