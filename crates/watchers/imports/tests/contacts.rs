//! Tables of contacts.

use super::*;
use database::testing::on_both;

const CONTACTS: &str = "tijd,van,aan\n\
    2026-01-05 10:00,1,2\n\
    2026-01-05 10:00,1,2\n\
    2026-01-05 11:00,2,1\n\
    2026-01-06 10:00,1,1\n\
    gisteren,1,2\n";

#[test]
fn without_a_list_whoever_is_named_becomes_a_member() {
    on_both(|trial| {
        set_up(&trial.database);
        let path = file(trial, "mail.csv", CONTACTS);
        let report = bring_in(trial, Kind::Interactions, &path);
        assert_eq!((report.read, report.created.members, report.created.interactions), (5, 2, 3));
        let reasons: Vec<&str> = report.refused.iter().map(|r| r.reason).collect();
        assert_eq!(reasons, ["same_person", "not_a_date"]);
        a_second_run_changes_nothing(trial, Kind::Interactions, &path, &report);
        // Under another name, in another order, with one more.
        let grown = "tijd,van,aan\n2026-01-05 11:00,2,1\n2026-01-05 10:00,1,2\n2026-01-05 10:00,1,2\n\
            2026-01-05 10:00,1,2\n2026-02-01 10:00,3,2\n";
        let report = bring_in(trial, Kind::Interactions, &file(trial, "anders.csv", grown));
        assert_eq!(
            (report.created.members, report.created.interactions, report.unchanged),
            (1, 2, 3)
        );
        let facts = "select count(*) as n from facts where verb = 25 and object_kind = 9 and visibility = 4";
        assert_eq!(number(&trial.database, facts), 5);
    });
}

#[test]
fn with_a_list_a_stranger_is_refused() {
    on_both(|trial| {
        set_up(&trial.database);
        let people = "id,naam,email,afdeling\n1,Anna,anna@voorbeeld.nl,Zorg\n2,Bob,,ICT\n3,Eva,,ICT\n4,Eva,,Zorg\n";
        bring_in(trial, Kind::People, &file(trial, "mensen.csv", people));
        let contacts = "tijd,van,aan\n2026-01-05 10:00,1,bob\n2026-01-05 10:00,Anna@voorbeeld.nl,2\n\
            2026-01-05 10:00,1,Eva\n2026-01-05 10:00,1,9\n";
        let report = bring_in(trial, Kind::Interactions, &file(trial, "mail.csv", contacts));
        assert_eq!((report.created.members, report.created.interactions), (0, 2));
        let reasons: Vec<&str> = report.refused.iter().map(|r| r.reason).collect();
        assert_eq!(reasons, ["ambiguous_person", "unknown_person"]);
        let across =
            "select count(*) as n from facts where verb = 25 and dept_at <> target_dept_at";
        assert_eq!(number(&trial.database, across), 2);
    });
}
