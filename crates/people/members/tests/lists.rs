use super::*;
use crate::permits::MayEditSelf;
use crate::pictures::{self, Size};
use crate::profile::{self, Profile};
use crate::store::{self, Filter, Turn};
use blobs::Blobs;
use database::testing::on_both;
use words::Lang;

/// A red square of four by four.
const PNG: [u8; 73] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x04, 0x00, 0x00, 0x00, 0x04, 0x08, 0x02, 0x00, 0x00, 0x00, 0x26, 0x93, 0x09,
    0x29, 0x00, 0x00, 0x00, 0x10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x38, 0x21, 0x67, 0x03,
    0x47, 0x0c, 0xc4, 0x71, 0x00, 0xe0, 0x43, 0x12, 0x21, 0xd0, 0x90, 0xf7, 0xea, 0x00, 0x00, 0x00,
    0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

fn everybody() -> Filter {
    Filter { states: vec![PersonState::Active], ..Filter::default() }
}

#[test]
fn a_list_is_turned_page_by_page_and_back() {
    on_both(|trial| {
        let database = &trial.database;
        for n in 0..120 {
            // Three of each name: the id decides between them.
            person(database, &format!("Naam {:03}", n / 3), Role::Member);
        }
        let page = |turn| database.read(|conn| store::list(conn, &everybody(), turn)).unwrap();
        let (first, more) = page(Turn::First);
        assert!((first.len(), more) == (50, true));
        let (second, more) = page(Turn::After(first[49].id));
        assert!((second.len(), more) == (50, true));
        let (third, more) = page(Turn::After(second[49].id));
        assert!((third.len(), more) == (20, false));
        let (back, more) = page(Turn::Before(third[0].id));
        assert!(more);
        let ids = |rows: &[store::Row]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(ids(&back), ids(&second));
        let (start, more) = page(Turn::Before(second[0].id));
        assert!(!more);
        assert_eq!(ids(&start), ids(&first));
        let mut all: Vec<_> = [ids(&first), ids(&second), ids(&third)].concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 120);
        assert_eq!(database.read(|conn| store::count(conn, &everybody())).unwrap(), 120);
    });
}

#[test]
fn a_name_is_found_however_it_is_written() {
    on_both(|trial| {
        let database = &trial.database;
        person(database, "Jos Müller", Role::Member);
        person(database, "Ayşe 100%_", Role::Moderator);
        let find = |typed: &str| {
            let filter = Filter { name_key: text::normal_key(typed), ..everybody() };
            let (rows, _) = database.read(|conn| store::list(conn, &filter, Turn::First)).unwrap();
            rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
        };
        assert_eq!(find("MU\u{308}LL"), ["Jos Müller"]);
        assert_eq!(find("0%_"), ["Ayşe 100%_"]);
        assert!(find("J_s").is_empty(), "a sign of the pattern is a sign");
        let moderators = Filter { role: Some(Role::Moderator), ..everybody() };
        assert_eq!(database.read(|conn| store::count(conn, &moderators)).unwrap(), 1);
    });
}

#[test]
fn a_profile_is_what_its_owner_says() {
    on_both(|trial| {
        let database = &trial.database;
        let anna = person(database, "Anna", Role::Member);
        let permit = MayEditSelf::in_test(anna);
        let new = Profile {
            name: "Anna de Vries".to_owned(),
            about: "Ik repareer **alles**.".to_owned(),
            language: Lang::En,
        };
        database.write(|tx| profile::save(tx, &permit, &new)).unwrap();
        let kept = database.read(|conn| store::by_id(conn, anna)).unwrap().unwrap();
        assert_eq!(
            (kept.name.as_str(), kept.about.as_str()),
            ("Anna de Vries", "Ik repareer **alles**.")
        );
        assert_eq!(kept.language.as_deref(), Some("en"));
        for objects in [true, true, false] {
            database.write(|tx| profile::object(tx, &permit, objects)).unwrap();
        }
        assert_eq!(count_of(database, Verb::OptOut), 1);
        assert_eq!(count_of(database, Verb::OptIn), 1);
        assert_eq!(count_of(database, Verb::PersonChange), 1);
    });
}

#[test]
fn a_picture_of_a_person_is_made_anew_and_replaced() {
    on_both(|trial| {
        let database = &trial.database;
        let blobs = Blobs::open(trial.folder.join("blobs")).unwrap();
        let anna = person(database, "Anna", Role::Member);
        let bob = person(database, "Bob", Role::Member);
        let permit = MayEditSelf::in_test(anna);
        pictures::set(database, &blobs, &permit, &PNG).unwrap().unwrap();
        let picture = || {
            let kept = database.read(|conn| store::by_id(conn, anna)).unwrap().unwrap();
            kept.picture.map(language::PictureId)
        };
        let first = picture().expect("a picture");
        let now = database.now();
        let see = |id, size| database.read(|conn| pictures::get(conn, &blobs, bob, id, size, now));
        let (media_type, bytes) = see(first, Size::Small).unwrap();
        assert!(media_type == "image/jpeg" && bytes.starts_with(b"\xff\xd8"));
        pictures::set(database, &blobs, &permit, &PNG).unwrap().unwrap();
        is_refused(see(first, Size::Large), Refusal::NotFound);
        assert_eq!(blobs.list().unwrap().len(), 2, "the old files are gone");
        assert!(pictures::set(database, &blobs, &permit, b"<svg onload=x>").unwrap().is_err());
        pictures::remove(database, &blobs, &permit).unwrap();
        assert_eq!(picture(), None);
        assert!(blobs.list().unwrap().is_empty());
    });
}
