//! Pictures on posts: kept once, in order, and for whoever may read the post.

use super::{CLOSED, COMMONS, Town, is_refused};
use crate::permits::{MayEdit, MayPost, MayRead};
use crate::post::{Draft, Kind};
use crate::publish::Published;
use blobs::Blobs;
use database::testing::{Trial, on_both};
use language::{
    Failure, GroupId, PersonId, PictureId, PostId, Refusal, Result, Role, SubjectKind, Verb,
};
use members::pictures::Size;
use pictures::{PictureProblem, Shown};
use std::io::Cursor;
use words::Lang;

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

/// Publishes as the form does: files first, forgotten when they are not needed.
fn publishes(
    trial: &Trial,
    (by, group): (PersonId, GroupId),
    body: &str,
    alts: &[&str],
    key: &str,
    files: &[Vec<u8>],
) -> Result<std::result::Result<Published, PictureProblem>> {
    let blobs = blobs(trial);
    let draft = Draft::beside_pictures(Lang::Nl, Kind::Update, "", body, key, alts)?;
    let random = trial.database.environment().random();
    let kept = match pictures::keep_all(&blobs, random, files.iter().map(|file| &**file))? {
        Ok(kept) => kept,
        Err(problem) => return Ok(Err(problem)),
    };
    let draft = draft.with(kept);
    let published = trial.database.write(|tx| {
        let permit = MayPost::of(tx, by, group)?;
        crate::publish(tx, &permit, &draft)
    });
    if !matches!(published, Ok(Published::New(_))) {
        pictures::forget(&blobs, draft.pictures());
    }
    published.map(Ok)
}

fn of(trial: &Trial, post: PostId) -> Vec<Shown> {
    trial.database.read(|conn| pictures::of(conn, SubjectKind::Post, &[post.0])).unwrap()
}

fn sees(trial: &Trial, viewer: PersonId, id: PictureId, size: Size) -> Result<Vec<u8>> {
    let now = trial.database.now();
    let file = |conn: &mut _| members::pictures::get(conn, &blobs(trial), viewer, id, size, now);
    trial.database.read(file).map(|(_, bytes)| bytes)
}

#[test]
fn a_post_shows_its_pictures_in_order() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let anna = town.person("anna", &[]);
        let files = [png(60, 20), png(20, 60)];
        let post =
            publishes(trial, (anna, COMMONS), "", &["Twee bruggen", "Een toren"], "", &files)
                .unwrap()
                .unwrap()
                .id();
        let shown: Vec<_> =
            of(trial, post).into_iter().map(|p| (p.width, p.height, p.alt)).collect();
        assert_eq!(shown, [(60, 20, "Twee bruggen".to_owned()), (20, 60, "Een toren".to_owned())]);
        assert_eq!(town.facts(Verb::Post), 1);
        assert!(town.read(|conn| crate::find(conn, anna, post)).body.is_empty());

        // A change of the text leaves them.
        let draft =
            Draft::beside_pictures(Lang::Nl, Kind::Update, "", "Toch tekst", "", &[]).unwrap();
        trial
            .database
            .write(|tx| {
                let permit = MayEdit::of(MayRead::of(tx, anna, post)?, Role::Member)?;
                crate::edit(tx, &permit, &draft)
            })
            .unwrap();
        assert_eq!(of(trial, post).len(), 2);
        assert_eq!(blobs(trial).list().unwrap().len(), 4);
    });
}

#[test]
fn a_picture_is_for_whoever_may_read_its_post() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[CLOSED]), town.person("bob", &[CLOSED]));
        let outside = town.person("buiten", &[]);
        let post = publishes(trial, (anna, CLOSED), "Kijk", &[], "", &[png(30, 30)])
            .unwrap()
            .unwrap()
            .id();
        let id = of(trial, post)[0].id;
        for size in [Size::Large, Size::Small] {
            for reader in [anna, bob] {
                assert!(sees(trial, reader, id, size).unwrap().starts_with(b"\xff\xd8"));
            }
            is_refused(sees(trial, outside, id, size), Refusal::NotFound);
        }
        town.puts(bob, CLOSED, "left");
        is_refused(sees(trial, bob, id, Size::Large), Refusal::NotFound);
        town.takes_away(anna, Role::Member, post).unwrap();
        // Not even its owner: what was taken away is seen by nobody.
        is_refused(sees(trial, anna, id, Size::Large), Refusal::NotFound);
    });
}

#[test]
fn what_is_refused_or_sent_twice_leaves_no_file() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[]), town.person("bob", &[]));
        let good = png(30, 30);
        let send = |by, group, key: &str, files: &[Vec<u8>]| {
            publishes(trial, (by, group), "Kijk", &[], key, files)
        };
        let files = || blobs(trial).list().unwrap().len();
        let broken = good[..50].to_vec();
        let refused = send(anna, COMMONS, "", &[good.clone(), broken]).unwrap();
        assert_eq!(refused, Err(PictureProblem::Broken));
        is_refused(send(bob, CLOSED, "", std::slice::from_ref(&good)), Refusal::NotFound);
        assert_eq!((files(), town.facts(Verb::Post)), (0, 0));

        let pair = [good.clone(), good.clone()];
        let first = send(anna, COMMONS, "sleutel", &pair).unwrap().unwrap();
        let second = send(anna, COMMONS, "sleutel", &pair).unwrap().unwrap();
        assert_eq!(second, Published::Before(first.id()));
        assert_eq!((of(trial, first.id()).len(), files()), (2, 4));
        assert_eq!(town.facts(Verb::Post), 1);
    });
}

#[test]
fn pictures_may_do_without_a_text_and_questions_may_not() {
    let check = |kind, title: &str, alt: &str| {
        Draft::beside_pictures(Lang::Nl, kind, title, " ", "", &[alt]).map(|_| ())
    };
    let field = |result: Result<()>| match result {
        Err(Failure::Problems(problems)) => problems.0.first().map(|p| p.field),
        _ => None,
    };
    assert!(check(Kind::Update, "", "").is_ok());
    assert!(check(Kind::Question, "Welke bloem is dit?", "").is_ok());
    assert_eq!(field(check(Kind::Question, "", "")), Some("body"));
    assert_eq!(field(check(Kind::Update, "", &"x".repeat(501))), Some("alt"));
    assert_eq!(field(Draft::new(Lang::Nl, Kind::Update, "", "", "").map(|_| ())), Some("body"));
}

#[test]
fn pictures_come_and_go_with_a_change() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna", &[]), town.person("bob", &[]));
        let files = [png(60, 20), png(20, 60)];
        let post = publishes(trial, (anna, COMMONS), "", &["Brug"], "", &files).unwrap().unwrap();
        let post = post.id();
        let ids: Vec<PictureId> = of(trial, post).iter().map(|shown| shown.id).collect();
        let random = trial.database.environment().random();
        let change = |by, new: &[Vec<u8>], change: &crate::Repictured| {
            let (new, blobs) = (new.iter().map(|file| &**file), blobs(trial));
            let kept = pictures::keep_all(&blobs, random, new).unwrap().unwrap();
            let draft = Draft::beside_pictures(Lang::Nl, Kind::Update, "", "", "", &["Nieuw"])?;
            let draft = draft.with(kept);
            let done = trial.database.write(|tx| {
                let permit = MayEdit::of(MayRead::of(tx, by, post)?, Role::Member)?;
                let gone = crate::repicture(tx, &permit, &draft, change)?;
                crate::edit(tx, &permit, &draft)?;
                Ok(gone)
            });
            match &done {
                Ok(gone) => pictures::delete(&blobs, gone),
                Err(_) => pictures::forget(&blobs, draft.pictures()),
            }
            done.map(|_| ())
        };
        let first = crate::Repictured {
            removed: vec![ids[0]],
            described: vec![(ids[1], "Toren".to_owned())],
        };
        // Nobody else changes them.
        assert!(change(bob, &[], &first).is_err());
        assert_eq!(of(trial, post).len(), 2);
        change(anna, &[png(30, 30)], &first).unwrap();
        let alts: Vec<String> = of(trial, post).into_iter().map(|shown| shown.alt).collect();
        assert_eq!(alts, ["Toren", "Nieuw"]);
        assert_eq!(blobs(trial).list().unwrap().len(), 4, "the files of the first are gone");
        // Five do not fit, and leave nothing behind.
        let many = [png(9, 9), png(9, 9), png(9, 9)];
        is_refused(change(anna, &many, &crate::Repictured::default()), Refusal::Conflict);
        assert_eq!((of(trial, post).len(), blobs(trial).list().unwrap().len()), (2, 4));
        assert_eq!(town.facts(Verb::Edit), 1);
    });
}
