use super::*;
use crate::permits::MayRank;
use crate::standing;
use database::testing::on_both;
use language::Audience;

#[test]
fn nobody_grants_more_than_they_hold_or_acts_on_somebody_above() {
    on_both(|trial| {
        let database = &trial.database;
        // Two that no case touches, so that there is always another administrator.
        person(database, "Reserve", Role::Administrator);
        for actor_role in Role::ALL {
            let actor = person(database, "Actor", *actor_role);
            let permit = MayRank::in_test(actor);
            for target_role in Role::ALL {
                for new_role in Role::ALL {
                    let target = person(database, "Target", *target_role);
                    let done =
                        database.write(|tx| standing::set_role(tx, &permit, target, *new_role));
                    let may = *actor_role >= Role::Manager
                        && target_role <= actor_role
                        && new_role <= actor_role;
                    assert_eq!(done.is_ok(), may, "{actor_role:?} {target_role:?} {new_role:?}");
                    let expected = if may { *new_role } else { *target_role };
                    assert_eq!(role_of(database, target).0, expected);
                }
                let target = person(database, "Target", *target_role);
                let done = database.write(|tx| standing::suspend(tx, &permit, target));
                let may = *actor_role >= Role::Manager && target_role <= actor_role;
                assert_eq!(done.is_ok(), may, "{actor_role:?} suspends {target_role:?}");
            }
        }
    });
}

#[test]
fn a_right_that_was_taken_away_is_gone_at_once() {
    on_both(|trial| {
        let database = &trial.database;
        let boss = person(database, "Boss", Role::Administrator);
        let manager = person(database, "Manager", Role::Manager);
        let member = person(database, "Member", Role::Member);
        let held = MayRank::in_test(manager);
        let by_boss = MayRank::in_test(boss);
        database.write(|tx| standing::set_role(tx, &by_boss, manager, Role::Member)).unwrap();
        is_refused(
            database.write(|tx| standing::set_role(tx, &held, member, Role::Moderator)),
            Refusal::NotAllowed,
        );
        database.write(|tx| standing::set_role(tx, &by_boss, manager, Role::Manager)).unwrap();
        database.write(|tx| standing::suspend(tx, &by_boss, manager)).unwrap();
        is_refused(
            database.write(|tx| standing::set_audience(tx, &held, member, Audience::Alumnus)),
            Refusal::NotAllowed,
        );
        assert_eq!(audited(database), ["role", "role", "suspended"]);
        assert_eq!(count_of(database, Verb::PersonChange), 3);
    });
}

#[test]
fn the_last_administrator_stays() {
    on_both(|trial| {
        let database = &trial.database;
        let boss = person(database, "Boss", Role::Administrator);
        let permit = MayRank::in_test(boss);
        is_refused(
            database.write(|tx| standing::set_role(tx, &permit, boss, Role::Member)),
            Refusal::Conflict,
        );
        let second = person(database, "Second", Role::Administrator);
        database.write(|tx| standing::suspend(tx, &permit, second)).unwrap();
        is_refused(
            database.write(|tx| standing::set_role(tx, &permit, boss, Role::Member)),
            Refusal::Conflict,
        );
        database.write(|tx| standing::restore(tx, &permit, second)).unwrap();
        database.write(|tx| standing::set_role(tx, &permit, boss, Role::Member)).unwrap();
    });
}

#[test]
fn of_two_who_step_down_at_once_one_stays() {
    on_both(|trial| {
        let database = &trial.database;
        let both = [
            person(database, "Een", Role::Administrator),
            person(database, "Twee", Role::Administrator),
        ];
        let start = std::sync::Barrier::new(2);
        std::thread::scope(|scope| {
            for who in both {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    let permit = MayRank::in_test(who);
                    let _ = database.write(|tx| standing::set_role(tx, &permit, who, Role::Member));
                });
            }
        });
        let left =
            both.iter().filter(|who| role_of(database, **who).0 == Role::Administrator).count();
        assert_eq!(left, 1);
    });
}

#[test]
fn who_is_suspended_is_out_everywhere() {
    on_both(|trial| {
        let database = &trial.database;
        let boss = person(database, "Boss", Role::Administrator);
        let anna = person(database, "Anna", Role::Member);
        database.write(|tx| accounts::session_for(tx, anna)).unwrap();
        let before = role_of(database, anna).2;
        let permit = MayRank::in_test(boss);
        database.write(|tx| standing::suspend(tx, &permit, anna)).unwrap();
        let (_, state, epoch) = role_of(database, anna);
        assert_eq!((state, epoch), (PersonState::Suspended, before + 1));
        let sessions: i64 =
            database.read(|conn| Ok(schema::sessions::table.count().get_result(conn)?)).unwrap();
        assert_eq!(sessions, 0);
        is_refused(database.write(|tx| standing::suspend(tx, &permit, anna)), Refusal::Conflict);
        is_refused(database.write(|tx| standing::suspend(tx, &permit, boss)), Refusal::NotAllowed);
    });
}
