//! Files that wait between look and publish.

use super::*;
use crate::MayImport;
use crate::uploads::Waiting;
use database::testing::on_both;
use language::{Audience, Failure, ImportId, PersonId, PersonState, Refusal, Role};
use schema::people;

fn manager(trial: &Trial, id: i64) -> MayImport {
    trial
        .database
        .write(|tx| {
            diesel::insert_into(people::table)
                .values((
                    people::id.eq(PersonId(id)),
                    people::name.eq("Manager"),
                    people::name_key.eq("manager"),
                    people::handle.eq(format!("manager-{id}")),
                    people::audience.eq(Audience::Employee),
                    people::role.eq(Role::Manager),
                    people::state.eq(PersonState::Active),
                    people::created_at.eq(BEGINNING),
                ))
                .execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
    MayImport::in_test(PersonId(id))
}

fn bring(trial: &Trial, permit: MayImport, name: &str) -> ImportId {
    let passing = file(trial, "upload-1", "wie,afdeling\nAnna,Zorg\n");
    let (database, folder) = (&trial.database, &trial.folder);
    Waiting::take(database, folder, permit, Kind::People, name, "naam=wie\n", &passing).unwrap()
}

fn is_gone(trial: &Trial, permit: MayImport, id: ImportId) -> bool {
    matches!(Waiting::of(&trial.database, permit, id), Err(Failure::Refusal(Refusal::NotFound)))
}

#[test]
fn a_file_waits_for_who_brought_it_and_is_published_as_shown() {
    on_both(|trial| {
        set_up(&trial.database);
        let (anna, bob) = (manager(trial, 10), manager(trial, 11));
        let id = bring(trial, anna, "../mensen van nu.csv");
        assert!(is_gone(trial, bob, id), "another's file is not there");
        let waiting = Waiting::of(&trial.database, anna, id).unwrap();
        assert_eq!(waiting.file, "mensen-van-nu.csv");
        let options = waiting.options(&trial.folder, Lang::Nl);
        let path = waiting.path(&trial.folder);
        let look = || stage(&trial.database, waiting.kind, &path, &options, &mut |_| {}).unwrap();
        let shown = look().report;
        assert_eq!((shown.created.members, shown.created.departments), (1, 1));
        let report = crate::publish(&trial.database, look(), &options, &mut |_| {}).unwrap();
        assert_eq!(Report { published: true, ..shown }, report);
        let runs = trial.database.read(|conn| crate::store::runs(conn, 5)).unwrap();
        assert_eq!(runs.len(), 1);
        assert_eq!(
            (runs[0].file.as_str(), runs[0].by.as_deref()),
            ("mensen-van-nu.csv", Some("Manager"))
        );
        waiting.drop_it(&trial.database, &trial.folder).unwrap();
        assert!(is_gone(trial, anna, id) && !path.exists());
    });
}

#[test]
fn a_file_is_forgotten_after_a_week() {
    on_both(|trial| {
        set_up(&trial.database);
        let anna = manager(trial, 10);
        let old = bring(trial, anna, "oud.csv");
        let path = Waiting::of(&trial.database, anna, old).unwrap().path(&trial.folder);
        trial.clock.advance(8 * Moment::DAY);
        let new = bring(trial, anna, "nieuw.csv");
        assert!(is_gone(trial, anna, old) && !path.exists());
        assert!(!is_gone(trial, anna, new));
    });
}
