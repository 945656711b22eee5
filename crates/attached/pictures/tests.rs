//! Pictures on subjects, on both engines.

use crate::{
    NewPicture, PictureProblem, Shown, attach, delete, describe, detach, forget, keep, keep_all, of,
};
use blobs::Blobs;
use database::Database;
use database::testing::{Trial, on_both};
use diesel::prelude::*;
use language::{Failure, PersonId, PictureId, PostId, Refusal, Result, SubjectKind};
use schema::people;
use std::io::Cursor;

/// A PNG of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([40, 90, 160]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

fn blobs(trial: &Trial) -> Blobs {
    Blobs::open(trial.folder.join("blobs")).unwrap()
}

fn person(database: &Database) -> PersonId {
    database
        .write(|tx| {
            let id = tx.new_id();
            diesel::insert_into(people::table)
                .values((
                    people::id.eq(id),
                    people::name.eq("Anna"),
                    people::name_key.eq("anna"),
                    people::handle.eq("anna"),
                    people::audience.eq("employee"),
                    people::role.eq("member"),
                    people::state.eq("active"),
                    people::created_at.eq(tx.now().0),
                ))
                .execute(&mut **tx)?;
            Ok(PersonId(id))
        })
        .unwrap()
}

fn kept(trial: &Trial, width: u32, height: u32) -> NewPicture {
    let random = trial.database.environment().random();
    keep(&blobs(trial), random, &png(width, height)).unwrap().unwrap()
}

#[test]
fn pictures_stand_with_their_subject_in_order() {
    on_both(|trial| {
        let database = &trial.database;
        let owner = person(database);
        let (wide, tall) = (kept(trial, 1_000, 500), kept(trial, 30, 60));
        database
            .write(|tx| {
                attach(tx, PostId(8).into(), owner, &tall, "")?;
                attach(tx, PostId(7).into(), owner, &wide, "Een brug")?;
                attach(tx, PostId(7).into(), owner, &tall, "")?;
                Ok(())
            })
            .unwrap();
        let found = database.read(|conn| of(conn, SubjectKind::Post, &[7, 8, 9])).unwrap();
        let of_7: Vec<_> = found
            .iter()
            .filter(|picture| picture.subject_id == 7)
            .map(|picture| (picture.width, picture.height, picture.alt.as_str()))
            .collect();
        assert_eq!(of_7, [(1_000, 500, "Een brug"), (30, 60, "")]);
        assert_eq!(found.len(), 3);
        assert!(database.read(|conn| of(conn, SubjectKind::Answer, &[7])).unwrap().is_empty());
        assert!(database.read(|conn| of(conn, SubjectKind::Post, &[])).unwrap().is_empty());
    });
}

#[test]
fn the_small_form_is_as_wide_as_it_says() {
    on_both(|trial| {
        let blobs = blobs(trial);
        for (width, height) in [(1_000, 500), (500, 1_000), (30, 60), (481, 3), (1_333, 777)] {
            let new = kept(trial, width, height);
            let small = image::load_from_memory(&blobs.get(new.small).unwrap()).unwrap();
            let shown = Shown {
                subject_id: 1,
                id: PictureId(2),
                width: i32::try_from(new.width).unwrap(),
                height: i32::try_from(new.height).unwrap(),
                alt: String::new(),
            };
            assert_eq!(shown.small_width(), i64::from(small.width()), "{width} x {height}");
            assert_eq!(shown.large(), "/pictures/2/large");
        }
    });
}

#[test]
fn what_is_not_saved_leaves_no_file() {
    on_both(|trial| {
        let (database, blobs) = (&trial.database, blobs(trial));
        let random = database.environment().random();
        let (good, broken) = (png(20, 20), &png(20, 20)[..40]);
        assert_eq!(
            keep(&blobs, random, b"<svg onload=alert(1)>").unwrap(),
            Err(PictureProblem::Svg)
        );
        let some = keep_all(&blobs, random, [&good[..], &good[..], broken]).unwrap();
        assert_eq!(some, Err(PictureProblem::Broken));
        assert!(blobs.list().unwrap().is_empty());

        let owner = person(database);
        let new = keep_all(&blobs, random, [&good[..], &good[..]]).unwrap().unwrap();
        assert_eq!(blobs.list().unwrap().len(), 4);
        let failed: Result<()> = database.write(|tx| {
            attach(tx, PostId(7).into(), owner, &new[0], "")?;
            Err(Refusal::Conflict.into())
        });
        assert!(matches!(failed, Err(Failure::Refusal(Refusal::Conflict))));
        forget(&blobs, &new);
        assert!(blobs.list().unwrap().is_empty());
        assert!(database.read(|conn| of(conn, SubjectKind::Post, &[7])).unwrap().is_empty());
    });
}

#[test]
fn a_picture_is_described_anew_and_taken_off_only_by_its_own_subject() {
    on_both(|trial| {
        let (database, blobs) = (&trial.database, blobs(trial));
        let owner = person(database);
        let new = kept(trial, 30, 60);
        let (mine, other) = (PostId(7), PostId(8));
        let id = database.write(|tx| attach(tx, mine.into(), owner, &new, "")).unwrap();
        database
            .write(|tx| {
                assert_eq!(describe(tx, other.into(), id, "Gekaapt")?, 0);
                assert_eq!(describe(tx, mine.into(), id, "Een brug")?, 1);
                assert_eq!(detach(tx, other.into(), id)?, None);
                Ok(())
            })
            .unwrap();
        let shown = || database.read(|conn| of(conn, SubjectKind::Post, &[7])).unwrap();
        assert_eq!(shown()[0].alt, "Een brug");
        let files = database.write(|tx| detach(tx, mine.into(), id)).unwrap().unwrap();
        assert!(shown().is_empty());
        delete(&blobs, &[files]);
        assert!(blobs.list().unwrap().is_empty());
    });
}
