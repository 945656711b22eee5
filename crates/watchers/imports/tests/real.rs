//! Real sources: what their descriptions count is what comes in.

use super::*;
use database::testing::{on_both, postgres, sqlite};

fn dump_comes_in(trial: &Trial, folder: &str, questions: u64, answers: u64) {
    set_up(&trial.database);
    let path = shared(folder);
    let report = bring_in(trial, Kind::StackExchange, &path);
    assert_eq!(report.created.threads, questions);
    let answered = number(
        &trial.database,
        "select count(*) as n from comments where parent_id is null and source_key like 'stackexchange/%:post-%'",
    );
    assert_eq!(u64::try_from(answered).unwrap(), answers);
    counters_are_exact(&trial.database);
    a_second_run_changes_nothing(trial, Kind::StackExchange, &path, &report);
}

#[test]
fn quantum_computing_comes_in_on_sqlite() {
    dump_comes_in(&sqlite(), "se-quantumcomputing", 612, 1_060);
}

#[test]
fn quantum_computing_comes_in_on_postgres() {
    dump_comes_in(&postgres(), "se-quantumcomputing", 612, 1_060);
}

#[test]
fn bicycles_come_in() {
    on_both(|trial| dump_comes_in(trial, "se-bicycles-meta", 453, 971));
}

#[test]
fn a_slack_workspace_comes_in() {
    on_both(|trial| {
        set_up(&trial.database);
        let path = shared("slack-houstondatavis/slack-export.zip");
        let report = bring_in(trial, Kind::Slack, &path);
        let made = &report.created;
        assert_eq!((report.read, made.members, made.groups), (1_469, 71, 16));
        // 119 entries in 1,382 messages, some of several people.
        let to_notices = report.skipped[&formats::Skip::ReactionToNotice];
        assert_eq!(made.reactions + report.folded + report.refused_count + to_notices, 199);
        counters_are_exact(&trial.database);
        a_second_run_changes_nothing(trial, Kind::Slack, &path, &report);
        let joined = "select count(*) as n from facts where verb = 23";
        assert_eq!(
            u64::try_from(number(&trial.database, joined)).unwrap(),
            report.created.memberships
        );
    });
}

/// 82,927 contacts of 167 accounts, some of them with themselves.
fn mail_comes_in(trial: &Trial) {
    set_up(&trial.database);
    let path = shared("manufacturing-email/communication.csv.gz");
    let report = bring_in(trial, Kind::Interactions, &path);
    assert_eq!((report.read, report.created.members), (82_927, 167));
    assert_eq!(report.created.interactions + report.refused_count, 82_927);
    assert!(report.refused.iter().all(|r| r.reason == "same_person"));
    counters_are_exact(&trial.database);
    a_second_run_changes_nothing(trial, Kind::Interactions, &path, &report);
}

#[test]
fn a_factory_s_mail_comes_in_on_sqlite() {
    mail_comes_in(&sqlite());
}

#[test]
fn a_factory_s_mail_comes_in_on_postgres() {
    mail_comes_in(&postgres());
}

/// 156 people of 3 departments (with 16 below them), and 38,388 contacts.
fn enron_comes_in(trial: &Trial) {
    set_up(&trial.database);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../script/enron-csv");
    let made = std::process::Command::new("python3")
        .arg(script)
        .args([shared("enron-email"), trial.folder.join("enron")])
        .output()
        .expect("python3 runs script/enron-csv");
    assert!(made.status.success(), "{made:?}");
    let people = trial.folder.join("enron/people.csv");
    let report = bring_in(trial, Kind::People, &people);
    assert_eq!((report.read, report.created.members, report.refused_count), (156, 156, 0));
    a_second_run_changes_nothing(trial, Kind::People, &people, &report);
    let size_of = |name: &str| {
        number(
            &trial.database,
            &format!(
                "select count(*) as n from people p join departments d on d.id = p.department_id
                 where d.path = '{name}' or d.path like '{name} / %'"
            ),
        )
    };
    assert_eq!((size_of("Legal"), size_of("Trading"), size_of("Other")), (25, 60, 71));
    let contacts = trial.folder.join("enron/interactions.csv");
    let report = bring_in(trial, Kind::Interactions, &contacts);
    assert_eq!((report.read, report.created.members), (38_388, 0));
    assert_eq!(report.created.interactions + report.refused_count, 38_388);
    assert!(report.refused.iter().all(|r| r.reason == "same_person"));
    counters_are_exact(&trial.database);
    a_second_run_changes_nothing(trial, Kind::Interactions, &contacts, &report);
}

#[test]
fn enron_comes_in_on_sqlite() {
    enron_comes_in(&sqlite());
}

#[test]
fn enron_comes_in_on_postgres() {
    enron_comes_in(&postgres());
}
