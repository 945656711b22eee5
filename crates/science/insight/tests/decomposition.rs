//! Trend and seasons, beside what statsmodels 0.15 gives for the same series.

use super::close;
use crate::Invalid;
use crate::forecast::stl::{mstl, stl};

/// Monthly passengers of an airline, 1949–1952 (Box & Jenkins 1976).
const PASSENGERS: [u16; 48] = [
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170,
    170, 158, 133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180,
    193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
];

fn passengers() -> Vec<f64> {
    PASSENGERS.iter().map(|&v| f64::from(v)).collect()
}

#[test]
fn a_series_falls_apart_as_elsewhere() {
    let found = stl(&passengers(), 12, 7).unwrap().unwrap();
    for (place, trend) in [(0, 122.933_17), (1, 123.596_659), (23, 154.260_92), (47, 211.047_386)] {
        close(found.trend[place], trend, 1e-6);
    }
    let season = &found.seasons[0].values;
    for (place, value) in [(0, -12.149_931), (6, 22.905_17), (23, -13.746_451), (47, -17.195_259)] {
        close(season[place], value, 1e-6);
    }
    close(found.rest[0], 1.216_761, 1e-6);
    let slow = stl(&passengers(), 12, 13).unwrap().unwrap();
    close(slow.trend[47], 211.515_033, 1e-6);
    close(slow.seasons[0].values[0], -12.470_866, 1e-6);
    // Two seasons are just enough.
    let short = stl(&passengers()[..24], 12, 7).unwrap().unwrap();
    close(short.trend[0], 119.305_556, 1e-6);
    close(short.seasons[0].values[23], -4.222_222, 1e-6);
}

#[test]
fn two_seasons_are_found_from_each_other() {
    let values: Vec<f64> = (0..84)
        .map(|t: u32| {
            let turn = f64::from(t) * std::f64::consts::TAU;
            let noise = f64::from((t * 37) % 11);
            100.0
                + 0.3 * f64::from(t)
                + 10.0 * (turn / 7.0).sin()
                + 4.0 * (turn / 28.0).cos()
                + noise
        })
        .collect();
    let found = mstl(&values, &[28, 7]).unwrap().unwrap();
    let periods: Vec<usize> = found.seasons.iter().map(|season| season.period).collect();
    assert_eq!(periods, [7, 28]);
    close(found.trend[0], 104.909_23, 1e-6);
    close(found.trend[83], 129.948_793, 1e-6);
    for (place, weekly, monthly) in
        [(0, -2.206_377, 1.135_026), (40, -10.297_563, -3.309_507), (83, -9.694_391, 0.898_703)]
    {
        close(found.seasons[0].values[place], weekly, 1e-6);
        close(found.seasons[1].values[place], monthly, 1e-6);
    }
    close(found.rest[83], 1.828_292, 1e-6);
    // The parts are the whole, and the season goes on as it was.
    for (place, value) in values.iter().enumerate() {
        let parts: f64 = found.seasons.iter().map(|season| season.values[place]).sum();
        close(found.trend[place] + parts + found.rest[place], *value, 1e-9);
    }
    let last = &found.seasons[0];
    assert_eq!((last.ahead(1), last.ahead(8)), (last.values[77], last.values[77]));
}

#[test]
fn what_is_too_short_falls_not_apart() {
    let values = passengers();
    assert_eq!(stl(&values[..23], 12, 7), Ok(None));
    assert_eq!(stl(&values, 1, 7), Ok(None));
    assert_eq!(stl(&values, 12, 8), Err(Invalid::NotPositive));
    assert_eq!(stl(&[f64::NAN; 30], 7, 7), Err(Invalid::NotFinite));
    assert_eq!(mstl(&values, &[]), Ok(None));
    assert_eq!(mstl(&values, &[30]), Ok(None));
    let one = mstl(&values, &[12, 30]).unwrap().unwrap();
    assert_eq!(one.seasons.len(), 1, "of thirty there are not two");
    let flat = stl(&[5.0; 30], 7, 7).unwrap().unwrap();
    assert!(flat.rest.iter().all(|rest| rest.abs() < 1e-9));
}
