//! Networks and series from files, with known answers.

use super::{near, shared, try_it, written};
use crate::effect::Impact;
use crate::graph::Network;
use crate::problem::Why;
use crate::{Answer, Kind, Options, Problem, Report, measure};

fn network(report: &Report) -> &Network {
    match &report.result {
        Answer::Graph(found) => found,
        other => panic!("{other:?}"),
    }
}

fn effect(report: &Report) -> &Impact {
    match &report.result {
        Answer::Effect(found) => found,
        other => panic!("{other:?}"),
    }
}

fn options() -> Options {
    Options { seed: 1, workers: 2, ..Options::default() }
}

#[test]
fn the_karate_club() {
    let options = Options { undirected: true, ..options() };
    let report = measure(Kind::Graph, vec![shared("networks/karate_edges.csv")], &options).unwrap();
    let found = network(&report);
    assert_eq!((report.rows, found.people, found.ties, found.arcs), (78, 34, 78, None));
    assert!(found.reciprocity.is_none() && found.may_be_shown);
    near(found.communities.modularity.unwrap(), 0.41979, 1e-5);
    assert_eq!((found.communities.count, found.communities.stable), (4, true));
    assert_eq!(
        (found.cores.as_slice(), found.articulation_points.as_slice()),
        ([0, 1, 11, 12, 10].as_slice(), ["1".to_owned()].as_slice())
    );
    near(found.clustering.average.unwrap(), 0.57064, 1e-5);
    near(found.fragility.robustness, 0.141_869, 1e-6);
    let of = |id: &str| found.persons.iter().find(|person| person.id == id).unwrap();
    near(of("1").betweenness, 231.0714, 1e-4);
    near(of("1").constraint.unwrap(), 0.155_423, 1e-6);
    assert_eq!((of("1").band, of("34").band, of("12").band), ("top 5%", "top 20%", "rest"));
    near(of("2").pagerank, 0.05288, 1e-5);
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["kind"], "graph");
    assert_eq!(json["result"]["persons"][0]["betweenness_error"], serde_json::Value::Null);
}

#[test]
fn managers_with_their_departments() {
    let files = || {
        vec![
            shared("networks/krackhardt_hightech_edges.csv"),
            shared("networks/krackhardt_hightech_nodes.csv"),
        ]
    };
    for (kind, arcs, mutual, index) in [
        ("advice", 190, 0.4737, 0.5158),
        ("friends", 102, 0.4510, 0.2549),
        ("reports", 20, 0.0, -0.6),
    ] {
        let options = Options { only: Some(kind.to_owned()), ..options() };
        let report = measure(Kind::Graph, files(), &options).unwrap();
        let found = network(&report);
        assert_eq!(found.arcs, Some(arcs));
        near(found.reciprocity.as_ref().unwrap().arcs.unwrap(), mutual, 1e-4);
        // Ages and years of service part nobody; departments and levels do.
        let names: Vec<&str> =
            found.external_internal.iter().map(|a| a.attribute.as_str()).collect();
        assert_eq!(names, ["level", "dept"]);
        let departments = &found.external_internal[1];
        near(departments.over_arcs.unwrap(), index, 1e-4);
        assert_eq!(departments.groups.len(), 5);
        assert!(found.persons.iter().all(|person| person.brokerage.is_some()));
    }
}

#[test]
fn times_fade_and_lines_that_are_no_tie_are_told() {
    let text = "from,to,time,weight\na,b,2026-01-01,1\na,b,2026-05-31,2\nb,a,2026-06-30 00:00:00,3\nc,c,2026-06-30,1\n";
    let report = try_it(Kind::Graph, text).unwrap();
    let found = network(&report);
    assert_eq!((found.people, found.ties, found.left_out), (3, 1, 1));
    // The document's tie: 1 at 180 days, 2 at 30 days, 3 today.
    near(found.persons[0].strength, 4.837_401, 1e-6);
    let plain = Options { half_life: Some(0.0), ..options() };
    let report = measure(Kind::Graph, vec![written(text)], &plain).unwrap();
    near(network(&report).persons[0].strength, 6.0, 1e-12);
    // The same in seconds, without a header.
    let columns = Some(["from", "to", "time"].map(str::to_owned).to_vec());
    let seconds = Options { columns, ..options() };
    let report = measure(Kind::Graph, vec![written("1;2;1577836800\n2;1;1585612800\n")], &seconds);
    near(network(&report.unwrap()).persons[0].strength, 1.5, 1e-12);
}

#[test]
fn files_of_a_network_that_are_wrong() {
    let why = |files: Vec<&str>, options: &Options| -> Problem {
        measure(Kind::Graph, files.into_iter().map(written).collect(), options).unwrap_err()
    };
    let edges = "from,to\na,b\n";
    assert_eq!(why(vec![edges, "id,x\na,1\n", edges], &options()).why, Why::TooManyFiles);
    assert_eq!(why(vec![edges, "id,x\na,1\na,2\n"], &options()).why, Why::Twice("a".to_owned()));
    assert_eq!(why(vec![edges, "id,x\n,1\n"], &options()).why, Why::Missing);
    assert_eq!(why(vec!["from,to\na,\n"], &options()).why, Why::Missing);
    let only = Options { only: Some("x".to_owned()), ..options() };
    assert_eq!(why(vec![edges], &only).why, Why::Empty);
    let fading = Options { half_life: Some(-1.0), ..options() };
    assert_eq!(why(vec![edges], &fading).why, Why::Option("half-life"));
    let times = why(vec!["from,to,time\na,b,soon\n"], &options());
    assert_eq!(times.why, Why::NotADate("soon".to_owned()));
    assert_eq!(times.place.line, Some(2));
}

#[test]
fn an_effect_that_was_published_and_one_that_was_not() {
    let from = |start: &str| Options { start: Some(start.to_owned()), ..options() };
    let google = || vec![shared("causalimpact/google_data.csv")];
    let report = measure(Kind::Effect, google(), &from("2020-03-02")).unwrap();
    let found = effect(&report);
    assert_eq!((found.before, found.after, found.start.as_str()), (61, 30, "2020-03-02"));
    assert_eq!((found.series.as_str(), found.controls.len()), ("y", 2));
    assert_eq!((found.steady.verdict, found.agreed), ("higher", "none shown"));
    near(found.steady.relative.unwrap().value, 0.21, 0.01);
    near(found.steady.total.value, 804.0, 40.0);
    // The same by number.
    let by_number = measure(Kind::Effect, google(), &from("62")).unwrap();
    assert_eq!(effect(&by_number).steady, found.steady);
    let comparison = Options { series: Some("changed".to_owned()), ..from("2019-07-15") };
    let report =
        measure(Kind::Effect, vec![shared("causalimpact/comparison_data.csv")], &comparison)
            .unwrap();
    let found = effect(&report);
    assert_eq!((found.before, found.after, found.controls.len()), (90, 18, 3));
    assert_eq!((found.steady.verdict, found.agreed), ("none shown", found.free.verdict));
    near(found.steady.relative.unwrap().value, -0.0083, 0.0005);
    assert_eq!(found.steady.periods.len(), 18);
}

#[test]
fn series_that_cannot_be_measured() {
    let why = |text: &str, options: Options| {
        measure(Kind::Effect, vec![written(text)], &options).unwrap_err().why
    };
    let from = |start: &str| Options { start: Some(start.to_owned()), ..options() };
    let series =
        "date,value\n2026-01-05,1\n2026-01-12,2\n2026-01-19,1\n2026-01-26,3\n2026-02-02,1\n";
    assert_eq!(why(series, options()), Why::Option("start"));
    for start in ["2027-01-01", "2026-01-05", "nothing", "0", "1", "6", "99", ""] {
        assert_eq!(why(series, from(start)), Why::NoSuchStart(start.to_owned()), "{start}");
    }
    let other = Options { series: Some("visits".to_owned()), ..from("5") };
    assert_eq!(why(series, other), Why::NoSuchColumn("visits".to_owned()));
    assert_eq!(why("date,note\n1,x\n2,y\n", from("2")), Why::NoSuchColumn("value".to_owned()));
    assert_eq!(why("value,x\n1\n", from("2")), Why::Uneven(1, 2));
    assert_eq!(why("value\n1\nx\n", from("2")), Why::NotANumber("x".to_owned()));
    // A day between two periods is the next one.
    let report = measure(Kind::Effect, vec![written(series)], &from("2026-01-30")).unwrap();
    assert_eq!(effect(&report).start, "2026-02-02");
    assert!(!effect(&report).may_be_shown);
}
