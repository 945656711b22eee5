use super::*;
use crate::sessions;
use database::testing::on_both;

#[test]
fn who_belongs_comes_in_and_nobody_else() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let anna = member(database, "Anna", "Anna@plein.example");
        assert!(in_commons(database, anna));
        let enter = |address: &str, password: &str| {
            sessions::enter(database, address, password, "Firefox").unwrap()
        };
        let entered = enter("anna@plein.example", PASSWORD).expect("the right password");
        assert_eq!(entered.person, anna);
        assert_eq!(entered.secret.len(), 43);
        assert!(enter("anna@plein.example", "vijf droge eenden").is_none());
        assert!(enter("niemand@plein.example", PASSWORD).is_none());
        assert_eq!(sessions_of(database, anna), 1);
        set_state(database, anna, PersonState::Suspended);
        assert!(enter("anna@plein.example", PASSWORD).is_none(), "suspended");
        set_state(database, anna, PersonState::Placeholder);
        assert!(enter("anna@plein.example", PASSWORD).is_none(), "placeholder");
        is_refused(database.write(|tx| accounts::session_for(tx, anna)), Refusal::NotAllowed);
    });
}

#[test]
fn an_address_has_one_account_however_it_is_written() {
    on_both(|trial| {
        let database = &trial.database;
        member(database, "Anna", "anna@plein.example");
        let again = NewAccount::member("Anna", email("ANNA@Plein.Example"), hash());
        is_refused(database.write(|tx| accounts::create(tx, &again)), Refusal::Conflict);
    });
}

#[test]
fn everybody_of_one_name_has_a_handle_of_their_own() {
    on_both(|trial| {
        let database = &trial.database;
        // Composed and decomposed ü, capitals: one name.
        for name in ["Jos Müller", "Jos Mu\u{308}ller", "JOS MÜLLER", "\u{4e2d}"] {
            placeholder(database, name);
        }
        let (handles, keys): (Vec<String>, Vec<String>) = database
            .read(|conn| {
                let rows: Vec<(String, String)> = people::table
                    .order(people::id)
                    .select((people::handle, people::name_key))
                    .load(conn)?;
                Ok(rows.into_iter().unzip())
            })
            .unwrap();
        assert_eq!(handles, ["jos.muller", "jos.muller2", "jos.muller3", "lid"]);
        assert!(keys[..3].iter().all(|key| key == "jos müller"), "{keys:?}");
    });
}

#[test]
fn a_new_password_ends_every_session() {
    on_both(|trial| {
        let database = &trial.database;
        let anna = member(database, "Anna", "anna@plein.example");
        for _ in 0..3 {
            database.write(|tx| accounts::session_for(tx, anna)).unwrap();
        }
        let new = password::hash("zes droge ganzen", &SeededRandomness::new(9)).unwrap();
        database.write(|tx| accounts::set_password(tx, anna, &new)).unwrap();
        assert_eq!(sessions_of(database, anna), 0);
        let enter = |password| {
            sessions::enter(database, "anna@plein.example", password, "").unwrap().is_some()
        };
        assert!(!enter(PASSWORD));
        assert!(enter("zes droge ganzen"));
    });
}

#[test]
fn a_session_that_expired_is_cleared_when_its_person_returns() {
    on_both(|trial| {
        let database = &trial.database;
        let anna = member(database, "Anna", "anna@plein.example");
        database.write(|tx| accounts::session_for(tx, anna)).unwrap();
        trial.clock.advance((crate::SESSION_SECONDS + 1) * Moment::SECOND);
        database.write(|tx| accounts::session_for(tx, anna)).unwrap();
        assert_eq!(sessions_of(database, anna), 1);
    });
}
