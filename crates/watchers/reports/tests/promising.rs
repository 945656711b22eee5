use super::*;
use crate::leader::Led;
use crate::permits::MayLead;
use crate::promises::{Leader, Together, commitment, end, open_months, promise, tick};
use database::testing::on_both;
use language::Failure;
use words::Lang::Nl;

fn leads(trial: &Trial, department: i64, person: i64) {
    run(
        trial,
        &format!(
            "insert into department_leaders (department_id, person_id, since)
            values ({department}, {person}, 1)"
        ),
    );
}

fn lead(trial: &Trial, person: i64) -> MayLead {
    trial.database.read(|conn| MayLead::of(conn, PersonId(person))).unwrap()
}

#[test]
fn only_who_leads_has_the_page_and_only_the_own_promises() {
    on_both(|trial| {
        town(trial);
        leads(trial, 1, 100);
        leads(trial, 2, 200);
        let nobody = trial.database.read(|conn| MayLead::of(conn, PersonId(101)));
        assert!(matches!(nobody, Err(Failure::Refusal(language::Refusal::NotFound))));
        let (anna, bob) = (lead(trial, 100), lead(trial, 200));
        trial
            .database
            .write(|tx| {
                assert!(promise(tx, &anna, Nl, "", "times", "2").is_err());
                assert!(promise(tx, &anna, Nl, "Reageren", "times", "0").is_err());
                promise(tx, &anna, Nl, "Reageren", "times", "2")
            })
            .unwrap();
        let of = |person| {
            trial.database.read(|conn| store::promises_of(conn, PersonId(person))).unwrap()
        };
        let id = of(100)[0].id;
        assert!(of(200).is_empty());
        // Not somebody else's.
        assert!(trial.database.write(|tx| tick(tx, &bob, id, 1)).is_err());
        assert!(trial.database.write(|tx| end(tx, &bob, id)).is_err());
        for more in [1, 1, 1, -1, -1, -1, -1] {
            trial.database.write(|tx| tick(tx, &anna, id, more)).unwrap();
        }
        trial.database.write(|tx| tick(tx, &anna, id, 2)).unwrap();
        let october = month("2026-10");
        let kept =
            |since| trial.database.read(|conn| store::kept_by(conn, PersonId(100), since)).unwrap();
        assert_eq!((kept(october)[0].done, kept(october)[0].is_kept()), (2, true));
        // A new month begins at nothing, also when nothing is done.
        trial.clock.advance(31 * Moment::DAY);
        open_months(&trial.database).unwrap();
        open_months(&trial.database).unwrap();
        let all = kept(october);
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].done, all[1].done), (0, 2));
        trial.database.write(|tx| end(tx, &anna, id)).unwrap();
        assert!(of(100).is_empty());
        assert_eq!(kept(october).len(), 2, "what was done stays");
    });
}

#[test]
fn a_department_is_seen_by_its_leader_only_where_it_was_released() {
    on_both(|trial| {
        town(trial);
        cockpit::keep_week(&trial.database).unwrap();
        let led =
            |id| trial.database.read(|conn| Led::read(conn, DepartmentId(id), MONDAY)).unwrap();
        assert_eq!(led(1).reach.last().map(|week| week.1), Some((20, 40)));
        for hidden in [3, 4] {
            assert!(led(hidden).reach.is_empty(), "{hidden}");
            assert!(led(hidden).did.iter().all(Vec::is_empty), "{hidden}");
        }
        for week in led(1).did.iter().flatten() {
            let (did, of) = week.1;
            assert!(!GroupMinimum::FIVE.too_few(did) && !GroupMinimum::FIVE.too_few(of - did));
        }
    });
}

#[test]
fn commitment_is_told_of_enough_leaders_and_never_of_a_few() {
    let floor = GroupMinimum::FIVE;
    let leaders = |top: bool, each: &[(i64, i64)]| -> Vec<Leader> {
        each.iter()
            .map(|(kept, promises)| Leader { top, kept: *kept, promises: *promises })
            .collect()
    };
    let said = |each: &[(i64, i64)]| commitment(&leaders(true, each), floor).map(|told| told.all);
    // Four leaders are too few, whatever they promised.
    assert_eq!(said(&[(5, 9), (5, 9), (5, 9), (5, 9)]), None);
    // All kept, of few leaders: then everybody's is known.
    assert_eq!(said(&[(2, 2); 5]), None);
    // One promise not kept is somebody's.
    assert_eq!(said(&[(2, 2), (2, 2), (2, 2), (2, 2), (1, 2)]), None);
    assert_eq!(said(&[(1, 2); 5]), Some(Together { kept: 5, promises: 10, leaders: 5 }));
    assert_eq!(said(&[(1, 1); 10]), Some(Together { kept: 10, promises: 10, leaders: 10 }));
    assert_eq!(said(&[]), None);
    // A layer is told when the other is too.
    let both = |top: &[(i64, i64)], below: &[(i64, i64)]| {
        let all = [leaders(true, top), leaders(false, below)].concat();
        commitment(&all, floor).unwrap().layers
    };
    assert_eq!(both(&[(1, 2); 5], &[(1, 2); 3]), None);
    let layers = both(&[(1, 2); 5], &[(1, 2); 6]).unwrap();
    assert_eq!((layers[0].leaders, layers[1].kept), (5, 6));
}
