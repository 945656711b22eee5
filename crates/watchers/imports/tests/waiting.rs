//! Files that wait between look and publish.

use super::*;
use crate::MayImport;
use crate::publish;
use crate::uploads::{Arrived, Waiting, Wish};
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
    let wish = Wish { kind: Kind::People, columns: "naam=wie\n".into(), source: String::new() };
    let arrived = Arrived { name, path: &passing };
    Waiting::take(database, folder, permit, &wish, &[arrived]).unwrap()
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
        let report = publish(&trial.database, look(), &options, &mut |_| {}).unwrap();
        assert_eq!(Report { published: true, ..shown }, report);
        let runs = trial.database.read(|conn| crate::store::runs(conn, 5)).unwrap();
        assert_eq!(runs.len(), 1);
        assert_eq!(
            (runs[0].file.as_str(), runs[0].by.as_deref()),
            ("mensen-van-nu.csv", Some("Manager"))
        );
        assert_eq!(runs[0].id, id, "a run has the id of its file");
        assert!(is_gone(trial, anna, id), "what is in waits no more");
        // Whoever comes second with the same file finds it gone, and writes nothing.
        let before = sizes(&trial.database);
        let other = Options { source: Some("weer".into()), ..options.clone() };
        let again = stage(&trial.database, waiting.kind, &path, &other, &mut |_| {}).unwrap();
        assert_eq!(again.report.created.members, 1);
        let refused = publish(&trial.database, again, &other, &mut |_| {});
        assert!(matches!(refused, Err(Failure::Refusal(Refusal::Gone))), "{refused:?}");
        assert_eq!(sizes(&trial.database), before);
        waiting.drop_it(&trial.database, &trial.folder).unwrap();
        assert!(!path.exists());
    });
}

#[test]
fn tables_of_a_dump_wait_together() {
    on_both(|trial| {
        set_up(&trial.database);
        let anna = manager(trial, 10);
        let names = ["Users.xml.gz", "Posts.xml.gz", "Comments.xml.gz", "Badges.xml.gz"];
        let paths: Vec<PathBuf> = names
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let to = trial.folder.join(format!("upload-{at}"));
                std::fs::copy(shared("se-bicycles-meta").join(name), &to).unwrap();
                to
            })
            .collect();
        let files: Vec<Arrived<'_>> =
            names.iter().zip(&paths).map(|(name, path)| Arrived { name, path }).collect();
        let wish =
            Wish { kind: Kind::StackExchange, columns: String::new(), source: String::new() };
        let id = Waiting::take(&trial.database, &trial.folder, anna, &wish, &files).unwrap();
        let waiting = Waiting::of(&trial.database, anna, id).unwrap();
        assert_eq!(waiting.file, "stack-exchange-4-xml");
        let path = waiting.path(&trial.folder);
        assert!(!path.join("Badges.xml.gz").exists(), "what is not read takes no room");
        let options = waiting.options(&trial.folder, Lang::Nl);
        let staged = stage(&trial.database, waiting.kind, &path, &options, &mut |_| {}).unwrap();
        assert_eq!((staged.report.created.threads, staged.report.unreadable), (453, false));
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
