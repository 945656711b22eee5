//! Files with known answers.

use super::{near, shared, try_it, written};
use crate::{Answer, Kind, Options, Report, Unit, measure};

fn survival(report: &Report) -> &crate::survival::Survival {
    match &report.result {
        Answer::Survival(found) => found,
        other => panic!("{other:?}"),
    }
}

fn comeback(report: &Report) -> &crate::bgnbd::Comeback {
    match &report.result {
        Answer::Bgnbd(found) => found,
        other => panic!("{other:?}"),
    }
}

fn themes(report: &Report) -> &[crate::bursts::Theme] {
    match &report.result {
        Answer::Bursts(found) => &found.themes,
        other => panic!("{other:?}"),
    }
}

fn proportions(report: &Report) -> &crate::proportions::Proportions {
    match &report.result {
        Answer::Proportions(found) => found,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_leukaemia_trial_without_a_header() {
    let columns = ["group", "time", "event"].map(str::to_owned).to_vec();
    let options = Options { columns: Some(columns), limit: Some(20.0), ..Options::default() };
    let report = measure(Kind::Survival, vec![shared("survival/gehan.dat")], &options).unwrap();
    let found = survival(&report);
    assert_eq!((report.kind, report.rows, found.groups.len()), ("survival", 42, 2));
    assert_eq!((found.groups[0].median, found.groups[1].median), (Some(8.0), Some(23.0)));
    near(found.log_rank.as_ref().unwrap().chi_squared, 16.7929, 5e-5);
    near(found.groups[1].restricted_mean.unwrap().mean, 16.1165, 5e-5);
    near(found.restricted_mean_differences[0].difference, 16.1165 - 8.4286, 1e-4);
    assert_eq!(found.groups[0].incidence, None);
}

#[test]
fn the_flies_of_walton_by_their_header() {
    let report =
        measure(Kind::Survival, vec![shared("survival/waltons_dataset.csv")], &Options::default())
            .unwrap();
    let found = survival(&report);
    assert_eq!(report.rows, 163);
    assert_eq!((found.groups[0].median, found.groups[1].median), (Some(58.0), Some(26.0)));
    near(found.log_rank.as_ref().unwrap().chi_squared, 122.249, 1e-3);
}

#[test]
fn several_files_are_several_groups() {
    let one = || written("tijd;gebeurd\n1,5;ja\n2;nee\n3;ja\n");
    let two = crate::Source::new("b.csv", std::io::Cursor::new(b"time,event\n4,1\n9,2\n".to_vec()));
    let report = measure(Kind::Survival, vec![one(), two], &Options::default()).unwrap();
    let found = survival(&report);
    assert_eq!(
        (found.groups[0].group.as_str(), found.groups[1].group.as_str()),
        ("b.csv", "table.csv")
    );
    assert_eq!((found.groups[0].n, found.groups[0].other, found.groups[1].events), (2, 1, 2));
    near(found.groups[0].incidence.as_ref().unwrap()[0].incidence, 0.5, 1e-12);
    assert_eq!(found.groups[1].survival[0].time, 1.5);
    let alone = measure(Kind::Survival, vec![one()], &Options::default()).unwrap();
    assert_eq!((survival(&alone).groups.len(), &survival(&alone).log_rank), (1, &None));
}

#[test]
fn one_person_is_a_table_too() {
    let report = try_it(Kind::Survival, "time,event\n3,0\n").unwrap();
    let found = survival(&report);
    assert_eq!((found.groups[0].n, found.groups[0].median), (1, None));
    let report = try_it(Kind::Bgnbd, "frequency,recency,age\n0,0,5\n").unwrap();
    assert_eq!(comeback(&report).model, None);
    let report = try_it(Kind::Proportions, "did,of\n0,0\n").unwrap();
    assert_eq!((proportions(&report).all.share, proportions(&report).groups.len()), (None, 1));
    let report = try_it(Kind::Bursts, "relevant,all\n1,5\n").unwrap();
    assert!(!themes(&report)[0].may_be_shown);
}

#[test]
fn the_cdnow_customers_from_their_summary() {
    let options = Options { unit: Unit::Weeks, ahead: Some(39.0), ..Options::default() };
    let report =
        measure(Kind::Bgnbd, vec![shared("cdnow/cdnow_customers_summary.csv")], &options).unwrap();
    let found = comeback(&report);
    let model = found.model.unwrap();
    assert_eq!((found.n, found.returned, model.may_be_shown), (2357, 946, true));
    near(model.r, 0.2426, 3e-4);
    near(model.alpha, 4.4135, 5e-3);
    near(model.a, 0.7929, 1e-3);
    near(model.b, 2.4258, 3e-3);
    near(model.log_likelihood, -9582.43, 5e-3);
}

/// The tenth of the customers, from their purchases: the same histories as in the summary, and what
/// they bought in the 39 weeks after it was about what the model says.
#[test]
fn the_cdnow_customers_from_their_purchases() {
    let columns = ["whole", "member", "date", "discs", "dollars"].map(str::to_owned).to_vec();
    let read = |until: &str| {
        let options = Options {
            columns: Some(columns.clone()),
            unit: Unit::Weeks,
            ahead: Some(39.0),
            until: Some(until.parse().unwrap()),
            ..Options::default()
        };
        measure(Kind::Bgnbd, vec![shared("cdnow/CDNOW_sample.txt.gz")], &options).unwrap()
    };
    let first = read("1997-09-30");
    let found = comeback(&first);
    let model = found.model.unwrap();
    assert_eq!((found.n, found.returned), (2357, 946));
    near(model.r, 0.2426, 1e-3);
    near(model.alpha, 4.4135, 2e-2);
    near(model.log_likelihood, -9582.43, 1.0);
    let sums = |report: &Report| comeback(report).returned;
    assert!(sums(&read("1998-06-30")) > 946);
    // 1,882 repeat purchases came in those 39 weeks (counted in the file by other means).
    near(model.expected / 1882.0, 1.0, 0.15);
}

#[test]
fn bursts_by_theme_with_their_periods() {
    let mut text = "week,theme,relevant,all\n".to_owned();
    let relevant = [3, 2, 4, 3, 2, 9, 12, 11, 3, 2, 4, 3];
    let all = [100, 90, 110, 100, 95, 105, 120, 110, 100, 95, 105, 100];
    for (week, (r, d)) in (1..).zip(relevant.iter().zip(all)) {
        text.push_str(&format!(
            "2026-W{week:02},verhuizing,{r},{d}\n2026-W{week:02},fiets,5,100\n"
        ));
    }
    let report = try_it(Kind::Bursts, &text).unwrap();
    let found = themes(&report);
    assert_eq!(found.len(), 2);
    let burst = &found[0].bursts[0];
    assert_eq!((burst.first, burst.last, burst.from.as_deref()), (6, 8, Some("2026-W06")));
    near(burst.weight, 6.802_081, 5e-7);
    assert!(found[1].bursts.is_empty() && found[0].may_be_shown);
}

#[test]
fn proportions_by_department() {
    let text = "afdeling;deden;van\nICT;64;80\nZorg;42;60\nHR;9;30\nKlein;3;4\nBuiten;110;260\n";
    let report = try_it(Kind::Proportions, text).unwrap();
    let found = proportions(&report);
    near(found.prior.unwrap().a, 4.0941, 5e-3);
    near(found.groups[0].shrunk.unwrap().value, 0.7819, 5e-5);
    assert!(found.groups[3].fewer_than_five && !found.groups[2].fewer_than_five);
    let says: Vec<&str> = found.groups.iter().map(|g| g.against_others.unwrap().says).collect();
    assert_eq!(says, ["higher", "higher", "lower", "none shown", "lower"]);
    assert_eq!((found.all.did, found.all.of), (228, 434));
    let two = try_it(Kind::Proportions, "did,of\n14,18\n5,12\n").unwrap();
    let difference = proportions(&two).groups[0].against_others.unwrap();
    near(difference.range.low, 0.0112, 5e-5);
    near(difference.range.high, 0.6207, 5e-5);
}

#[test]
fn answers_name_their_definitions() {
    let report = try_it(Kind::Proportions, "did,of\n7,12\n").unwrap();
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["kind"], "proportions");
    assert_eq!(json["result"]["groups"][0]["did"], 7);
    let figures = json["definitions"].as_array().unwrap();
    assert!(figures.iter().any(|d| d["source"] == "Wilson 1927"));
    for kind in Kind::ALL {
        assert_eq!(Kind::from_name(kind.name()), Some(kind));
    }
    assert_eq!(Kind::from_name("weer"), None);
}
