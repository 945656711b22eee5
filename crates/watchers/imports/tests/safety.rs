//! What goes wrong changes nothing.

use super::*;
use crate::publish;
use database::testing::{on_both, sqlite};
use language::{Failure, Refusal};

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing() {
    on_both(|trial| {
        set_up(&trial.database);
        let path = shared("slack-houstondatavis/slack-export.zip");
        let before = sizes(&trial.database);
        let dry =
            run(&trial.database, Kind::Slack, &path, &options(trial).dry(), &mut |_| {}).unwrap();
        assert_eq!(sizes(&trial.database), before);
        assert!(!dry.published);
        let real = bring_in(trial, Kind::Slack, &path);
        assert_eq!(Report { published: true, ..dry }, real);
    });
}

#[test]
fn a_broken_source_changes_nothing() {
    on_both(|trial| {
        set_up(&trial.database);
        let before = sizes(&trial.database);
        let whole = std::fs::read(shared("slack-houstondatavis/slack-export.zip")).unwrap();
        let half = trial.folder.join("half.zip");
        std::fs::write(&half, &whole[..whole.len() / 2]).unwrap();
        let contacts = std::fs::read(shared("manufacturing-email/communication.csv.gz")).unwrap();
        let cut = trial.folder.join("cut.csv.gz");
        std::fs::write(&cut, &contacts[..contacts.len() / 2]).unwrap();
        let nothing = file(trial, "leeg.csv", "");
        let dump = trial.folder.join("dump");
        std::fs::create_dir_all(&dump).unwrap();
        for name in ["Users.xml.gz", "Posts.xml.gz"] {
            let bytes = std::fs::read(shared("se-bicycles-meta").join(name)).unwrap();
            let most = if name.starts_with('P') { bytes.len() * 9 / 10 } else { bytes.len() };
            std::fs::write(dump.join(name), &bytes[..most]).unwrap();
        }
        for (kind, path) in [
            (Kind::Slack, &half),
            (Kind::Interactions, &cut),
            (Kind::People, &nothing),
            (Kind::StackExchange, &dump),
            (Kind::Slack, &trial.folder.join("absent.zip")),
        ] {
            let report = bring_in(trial, kind, path);
            assert!(report.unreadable && !report.published, "{path:?}");
            assert_eq!((report.refused.len(), report.created.is_empty()), (1, true), "{path:?}");
            assert_eq!(sizes(&trial.database), before, "{path:?}");
        }
    });
}

#[test]
fn a_community_that_changed_meanwhile_gets_all_or_nothing() {
    on_both(|trial| {
        set_up(&trial.database);
        let path = file(trial, "mensen.csv", "naam,afdeling\nAnna,Zorg\nBob,Zorg\n");
        let late =
            stage(&trial.database, Kind::People, &path, &options(trial), &mut |_| {}).unwrap();
        // Somebody else brings in the same file between look and publish.
        bring_in(trial, Kind::People, &path);
        let before = sizes(&trial.database);
        let result = publish(&trial.database, late, &options(trial), &mut |_| {});
        assert!(matches!(result, Err(Failure::Refusal(Refusal::Conflict))), "{result:?}");
        assert_eq!(sizes(&trial.database), before);
        let again = bring_in(trial, Kind::People, &path);
        assert_eq!(again.unchanged, 2);
    });
}

#[test]
fn the_community_must_be_set_up() {
    let trial = sqlite();
    let path = file(&trial, "mensen.csv", "naam\nAnna\n");
    let result = run(&trial.database, Kind::People, &path, &options(&trial), &mut |_| {});
    assert!(matches!(result, Err(Failure::Problems(_))), "{result:?}");
}

#[test]
fn two_sources_of_one_kind_do_not_mix() {
    let trial = sqlite();
    set_up(&trial.database);
    let path = file(&trial, "mensen.csv", "id,naam\n1,Anna\n");
    bring_in(&trial, Kind::People, &path);
    let other = Options { source: Some("tweede".into()), ..options(&trial) };
    let report = run(&trial.database, Kind::People, &path, &other, &mut |_| {}).unwrap();
    assert_eq!(report.created.members, 1);
    let wrong = Options { source: Some("x%".into()), ..options(&trial) };
    assert!(run(&trial.database, Kind::People, &path, &wrong, &mut |_| {}).is_err());
}

#[test]
fn the_report_is_one_object_of_json() {
    let trial = sqlite();
    set_up(&trial.database);
    let report =
        bring_in(&trial, Kind::People, &file(&trial, "mensen.csv", "naam,e-mail\nAnna,\nBob,x\n"));
    let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
    assert_eq!(json["kind"], "people");
    assert_eq!(json["read"], 2);
    assert_eq!(json["created"]["members"], 1);
    assert_eq!(json["unchanged"], 0);
    assert_eq!(json["refused"][0]["place"], "mensen.csv:3");
    assert_eq!(json["refused"][0]["reason"], "not_an_address");
}
