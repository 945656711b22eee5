//! Published figures of real people, reproduced from the shared data.

use std::io::Read;
use std::path::PathBuf;

use roaring::RoaringBitmap;

use super::{close, prints};
use crate::bgnbd::{Visits, fit};
use crate::log_rank::log_rank;
use crate::reach::distinct;
use crate::survival::{Observed, kaplan_meier};

fn shared(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data").join(name);
    let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    if !name.ends_with(".gz") {
        return String::from_utf8(bytes).unwrap();
    }
    let mut text = String::new();
    flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).unwrap();
    text
}

/// The values and the tolerance of one line of the published figures.
fn figures(set: &str, measure: &str) -> (Vec<f64>, f64) {
    let text = shared("published-figures/figures.tsv");
    let row = text
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .find(|row| row[0] == set && row[1].starts_with(measure))
        .unwrap_or_else(|| panic!("{set}: {measure}"));
    (row[2].split(';').map(|v| v.parse().unwrap()).collect(), row[3].parse().unwrap())
}

#[track_caller]
fn as_published(actual: &[f64], set: &str, measure: &str) {
    let (values, tolerance) = figures(set, measure);
    assert_eq!(actual.len(), values.len());
    for (found, published) in actual.iter().zip(values) {
        // The tolerance, and a rounding of the published digits.
        assert!((found - published).abs() <= tolerance + 1e-12, "{measure}: {found}, {published}");
    }
}

#[test]
fn the_cdnow_customers() {
    let text = shared("cdnow/cdnow_customers_summary.csv");
    let members: Vec<Visits> = text
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            Visits {
                returns: cells[1].parse().unwrap(),
                recency: cells[2].parse().unwrap(),
                age: cells[3].parse().unwrap(),
            }
        })
        .collect();
    assert_eq!(members.len(), 2357);
    let fitted = fit(&members).unwrap().unwrap();
    let m = fitted.model;
    as_published(&[m.r, m.alpha, m.a, m.b], "cdnow", "BG/NBD r;alpha");
    as_published(&[fitted.log_likelihood], "cdnow", "BG/NBD log");
    for (found, reference) in
        [m.r, m.alpha, m.a, m.b].into_iter().zip([0.2426, 4.4135, 0.7929, 2.4258])
    {
        close(found, reference, 1e-3);
    }
    prints(fitted.log_likelihood, -9582.43, 2);
    let one = Visits { returns: 2, recency: 30.43, age: 38.86 };
    as_published(&[m.expected(one, 39.0)], "cdnow", "BG/NBD expected purchases");
    // The unit of time does not matter.
    let in_days: Vec<Visits> = members
        .iter()
        .map(|v| Visits { recency: 7.0 * v.recency, age: 7.0 * v.age, ..*v })
        .collect();
    let days = fit(&in_days).unwrap().unwrap().model;
    close(days.alpha, 7.0 * m.alpha, 1e-3);
    close(days.b, m.b, 1e-3);
}

#[test]
fn the_leukaemia_trial() {
    let text = shared("survival/gehan.dat");
    let group = |wanted: &str| -> Vec<Observed> {
        text.lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>())
            .filter(|cells| cells[0] == wanted)
            .map(|cells| Observed { time: cells[1].parse().unwrap(), happened: cells[2] == "1" })
            .collect()
    };
    let (control, treated) = (group("1"), group("2"));
    assert_eq!((control.len(), treated.len()), (21, 21));
    let median = |g: &[Observed]| kaplan_meier(g).unwrap().median().unwrap();
    as_published(&[median(&control), median(&treated)], "survival/gehan", "median");
    let test = log_rank(&control, &treated).unwrap().unwrap();
    as_published(&[test.chi_squared, test.p], "survival/gehan", "log-rank");
    close(test.p, 4.17e-5, 1e-3);
}

#[test]
fn the_flies_of_walton() {
    let text = shared("survival/waltons_dataset.csv");
    let group = |wanted: &str| -> Vec<Observed> {
        text.lines()
            .skip(1)
            .map(|line| line.trim().split(',').collect::<Vec<_>>())
            .filter(|cells| cells[2] == wanted)
            .map(|cells| Observed { time: cells[0].parse().unwrap(), happened: cells[1] == "1" })
            .collect()
    };
    let (control, treated) = (group("control"), group("miR-137"));
    assert_eq!(control.len() + treated.len(), 163);
    let median = |g: &[Observed]| kaplan_meier(g).unwrap().median().unwrap();
    as_published(&[median(&control), median(&treated)], "survival/waltons", "median");
    let test = log_rank(&control, &treated).unwrap().unwrap();
    as_published(&[test.chi_squared], "survival/waltons", "log-rank");
}

/// Who answered, commented, or was answered, by day.
fn days_of(site: &str) -> Vec<RoaringBitmap> {
    let mut days = vec![RoaringBitmap::new(); 181];
    for kind in ["comments", "questions_answers"] {
        let text = shared(&format!(
            "se-communities-180d/interactions/{site}/{site}_interactions_{kind}.csv.gz"
        ));
        let head: Vec<&str> = text.lines().next().unwrap().split(',').collect();
        let column = |name: &str| head.iter().position(|h| *h == name).unwrap();
        let (from, to, day) = (column("RespondUserId"), column("PostUserId"), column("days"));
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let number = |cell: &str| cell.parse::<f64>().ok().map(|id| id as u32);
            let (Some(a), Some(b)) = (number(cells[from]), number(cells[to])) else { continue };
            let place: usize = cells[day].parse().unwrap();
            if a != b && place < days.len() {
                days[place].extend([a, b]);
            }
        }
    }
    days
}

#[test]
fn the_people_of_two_astronomy_sites() {
    for site in ["astronomy", "052012astronomy"] {
        let days = days_of(site);
        for window in [10, 30, 60] {
            let text = shared(&format!(
                "se-communities-180d/processed/network_properties_window/{site}_network_properties_window{window}.csv"
            ));
            for line in text.lines().skip(1) {
                let cells: Vec<&str> = line.split(',').collect();
                let first: usize = cells[0].parse().unwrap();
                let people: u64 = cells[1].parse().unwrap();
                assert_eq!(
                    distinct(&days[first..first + window]),
                    people,
                    "{site} from day {first}"
                );
            }
        }
    }
}
