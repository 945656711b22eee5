//! Files that cannot be measured: what is said, and where.

use std::io::{Cursor, Read};

use proptest::prelude::*;

use super::{try_it, written};
use crate::{Kind, Options, Source, Why, measure};

#[track_caller]
fn wrong(kind: Kind, text: &str, line: Option<u64>, column: Option<&str>, why: Why) {
    let problem = try_it(kind, text).unwrap_err();
    assert_eq!(problem.why, why);
    assert_eq!(problem.place.line, line);
    assert_eq!(problem.place.column.as_deref(), column);
}

#[test]
fn values_that_are_none() {
    let n = |text: &str| text.to_owned();
    let s = Kind::Survival;
    wrong(s, "time,event\n1,1\nx,1\n", Some(3), Some("time"), Why::NotANumber(n("x")));
    wrong(s, "time,event\n1,1\n,1\n", Some(3), Some("time"), Why::Missing);
    wrong(s, "time,event\n-1,1\n", Some(2), Some("time"), Why::Negative(n("-1")));
    wrong(s, "time,event\ninf,1\n", Some(2), Some("time"), Why::NotANumber(n("inf")));
    wrong(s, "time,event\n1,maybe\n", Some(2), Some("event"), Why::NotAnEvent(n("maybe")));
    wrong(s, "time,event,group\n1,1,\n", Some(2), Some("group"), Why::Missing);
    let b = Kind::Bgnbd;
    wrong(b, "x,t_x,T\n1.5,2,3\n", Some(2), Some("frequency"), Why::NotACount(n("1.5")));
    wrong(b, "x,t_x,T\n1,9,3\n", Some(2), Some("recency"), Why::RecencyAboveAge);
    wrong(b, "id,date\n1,2026-02-30\n", Some(2), Some("date"), Why::NotADate(n("2026-02-30")));
    let p = Kind::Proportions;
    wrong(p, "did,of\n3,2\n", Some(2), Some("did"), Why::PartAboveWhole(n("3"), n("2")));
    wrong(p, "group,did,of\na,1,2\na,1,2\n", Some(3), Some("group"), Why::Twice(n("a")));
    wrong(
        Kind::Bursts,
        "relevant,all\n3,2\n",
        Some(2),
        Some("relevant"),
        Why::PartAboveWhole(n("3"), n("2")),
    );
}

#[test]
fn tables_that_are_none() {
    let missing = |needed: &str, found: &[&str]| {
        Why::MissingColumns(
            vec![needed.to_owned()],
            found.iter().map(|f| (*f).to_owned()).collect(),
        )
    };
    let s = Kind::Survival;
    wrong(s, "", None, None, Why::Empty);
    wrong(s, "\n \n", None, None, Why::Empty);
    wrong(s, "time,event\n", None, None, Why::Empty);
    wrong(s, "time,what\n1,2\n", Some(1), None, missing("event", &["time", "what"]));
    wrong(s, "time,event,time\n1,1,1\n", Some(1), None, Why::DoubleColumn("time".to_owned()));
    wrong(s, "time,event\n1,1\n1,1,1\n", Some(3), None, Why::Uneven(3, 2));
    let open = Source::new("x", Cursor::new(b"time,event\n\xff,1\n".to_vec()));
    let problem = measure(s, vec![open], &Options::default()).unwrap_err();
    assert_eq!((problem.why, problem.place.file.as_deref()), (Why::NotText, Some("x")));
    assert_eq!(measure(s, Vec::new(), &Options::default()).unwrap_err().why, Why::NoFile);
    // A packed file that stops halfway.
    let torn = Source::new("x.gz", Cursor::new(vec![0x1f, 0x8b, 8, 0]));
    let problem = measure(s, vec![torn], &Options::default()).unwrap_err();
    assert!(matches!(problem.why, Why::Unreadable(_)), "{problem:?}");
    // A bare log with the columns by name.
    let log = "id,date\n1,20260101\n1,20260105T10:00\n2,20260103\n";
    assert!(try_it(Kind::Bgnbd, log).is_ok());
}

#[test]
fn options_that_do_not_fit() {
    let table = || vec![written("time,event\n1,1\n")];
    let none = Options { limit: Some(0.0), ..Options::default() };
    assert_eq!(measure(Kind::Survival, table(), &none).unwrap_err().why, Why::Option("limit"));
    let none = Options { ahead: Some(f64::NAN), ..Options::default() };
    assert_eq!(measure(Kind::Bgnbd, table(), &none).unwrap_err().why, Why::Option("ahead"));
    let none = Options { ratio: Some(1.0), ..Options::default() };
    assert_eq!(measure(Kind::Bursts, table(), &none).unwrap_err().why, Why::Option("ratio"));
    let none = Options { reluctance: Some(-1.0), ..Options::default() };
    assert_eq!(measure(Kind::Bursts, table(), &none).unwrap_err().why, Why::Option("reluctance"));
}

#[test]
fn a_reader_that_fails_is_a_problem() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let problem = measure(Kind::Survival, vec![Source::new("x", Broken)], &Options::default());
    assert!(matches!(problem.unwrap_err().why, Why::Unreadable(why) if why.contains("gone")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn anything_gives_an_answer_or_a_problem(
        head in "(time,event|x;t_x;T|id,date|did,of,group|relevant\tall|)",
        rows in proptest::collection::vec("[-0-9.,;\t a-z\"é]{0,20}", 0..8),
        kind in 0usize..4
    ) {
        let text = format!("{head}\n{}", rows.join("\n"));
        if let Ok(report) = try_it(Kind::ALL[kind], &text) {
            prop_assert!(serde_json::to_string(&report).is_ok());
        }
    }

    #[test]
    fn any_histories_give_finite_figures(
        rows in proptest::collection::vec((0u32..40, 0.0f64..1.0, 0.0f64..100.0), 1..20)
    ) {
        let mut text = "frequency,recency,age\n".to_owned();
        for (x, part, age) in rows {
            let recency = if x == 0 { 0.0 } else { part * age };
            text.push_str(&format!("{x},{recency},{age}\n"));
        }
        let report = try_it(Kind::Bgnbd, &text).unwrap();
        let crate::Answer::Bgnbd(found) = report.result else { panic!() };
        if let Some(model) = found.model {
            prop_assert!(model.log_likelihood.is_finite());
            prop_assert!(model.expected.is_finite() && model.expected >= 0.0, "{model:?}");
        }
    }
}
