//! Tables of people and of headcounts.

use super::*;
use database::testing::on_both;
use language::{Audience, DepartmentId, PersonId, PersonState, Role};
use schema::{departments, people};

const FIRST: &str = "id;naam;e-mail;afdeling;doelgroep\n\
    1;Anna de Vries;Anna@Voorbeeld.nl;Zorg > Wijk Noord;medewerker\n\
    2;Bob Öztürk;bob@voorbeeld.nl;Zorg > Wijk Zuid;medewerker\n\
    3;Bob Öztürk;;ICT;klant\n\
    4;;leeg@voorbeeld.nl;ICT;medewerker\n\
    5;Carla;geen adres;ICT;medewerker\n";

fn department_of(trial: &Trial, key: &str) -> String {
    look(trial, |conn| {
        people::table
            .inner_join(departments::table)
            .filter(people::source_key.eq(key))
            .select(departments::path)
            .first(conn)
    })
}

#[test]
fn a_table_of_people_makes_members_and_departments_once() {
    on_both(|trial| {
        set_up(&trial.database);
        let path = file(trial, "mensen.csv", FIRST);
        let report = bring_in(trial, Kind::People, &path);
        assert_eq!((report.read, report.created.members, report.created.departments), (5, 3, 4));
        assert_eq!(report.refused_count, 2);
        assert_eq!(report.refused[0].place, "mensen.csv:5");
        assert_eq!(report.refused[0].reason, "missing_field");
        assert_eq!(report.refused[1].reason, "not_an_address");
        assert_eq!(department_of(trial, "people:1"), "Zorg / Wijk Noord");
        let handles: Vec<String> =
            look(trial, |conn| people::table.order(people::id).select(people::handle).load(conn));
        assert_eq!(handles, ["anna.de-vries", "bob.ozturk", "bob.ozturk-2"]);
        a_second_run_changes_nothing(trial, Kind::People, &path, &report);
        // Nothing happened in the community: the log only says that departments came.
        assert_eq!(number(&trial.database, "select count(*) as n from facts where verb <> 33"), 0);
    });
}

#[test]
fn a_changed_table_changes_the_people_and_adds_the_new() {
    on_both(|trial| {
        set_up(&trial.database);
        bring_in(trial, Kind::People, &file(trial, "mensen.csv", FIRST));
        let grown = FIRST.replace(
            "2;Bob Öztürk;bob@voorbeeld.nl;Zorg > Wijk Zuid",
            "2;Bob Öz;bob@voorbeeld.nl;ICT",
        ) + "6;Dirk;dirk@voorbeeld.nl;Zorg > Wijk Noord;buurtbewoner\n";
        let report = bring_in(trial, Kind::People, &file(trial, "mensen.csv", &grown));
        assert_eq!((report.created.members, report.updated, report.unchanged), (1, 1, 2));
        assert_eq!(report.created.departments, 0);
        assert_eq!(department_of(trial, "people:2"), "ICT");
        assert_eq!(
            number(
                &trial.database,
                "select count(*) as n from facts where verb = 32 and target is not null"
            ),
            1
        );
    });
}

/// An account under an address; returns its id.
fn account(trial: &Trial, id: i64, email: &str, verified: bool, state: PersonState) -> PersonId {
    trial
        .database
        .write(|tx| {
            diesel::insert_into(people::table)
                .values((
                    people::id.eq(PersonId(id)),
                    people::name.eq("Zelf Gekozen"),
                    people::name_key.eq("zelf gekozen"),
                    people::handle.eq(format!("zelf-{id}")),
                    people::email.eq(Some(email)),
                    people::email_key.eq(Some(email)),
                    people::email_verified.eq(verified),
                    people::audience.eq(Audience::Employee),
                    people::role.eq(Role::Member),
                    people::state.eq(state),
                    people::created_at.eq(BEGINNING),
                ))
                .execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
    PersonId(id)
}

#[test]
fn somebody_with_a_verified_address_is_met_and_not_doubled() {
    on_both(|trial| {
        set_up(&trial.database);
        let anna = account(trial, 10, "anna@voorbeeld.nl", true, PersonState::Active);
        // Anybody could have typed this address.
        account(trial, 11, "bob@voorbeeld.nl", false, PersonState::Active);
        let path = file(trial, "mensen.csv", FIRST);
        let report = bring_in(trial, Kind::People, &path);
        assert_eq!((report.created.members, report.updated), (2, 1));
        let (name, key, department): (String, Option<String>, Option<DepartmentId>) =
            look(trial, |conn| {
                people::table
                    .filter(people::id.eq(anna))
                    .select((people::name, people::source_key, people::department_id))
                    .first(conn)
            });
        assert_eq!(name, "Zelf Gekozen", "who has an account chose a name");
        assert_eq!(key.as_deref(), Some("people:1"));
        assert!(department.is_some());
        let bob: (Option<String>, PersonState) = look(trial, |conn| {
            people::table
                .filter(people::source_key.eq("people:2"))
                .select((people::email_key, people::state))
                .first(conn)
        });
        assert_eq!(bob, (None, PersonState::Placeholder));
        a_second_run_changes_nothing(trial, Kind::People, &path, &report);
    });
}

#[test]
fn who_asked_to_be_forgotten_does_not_come_back() {
    on_both(|trial| {
        set_up(&trial.database);
        let path = file(trial, "mensen.csv", FIRST);
        bring_in(trial, Kind::People, &path);
        trial
            .database
            .write(|tx| {
                diesel::update(people::table.filter(people::source_key.eq("people:1")))
                    .set((
                        people::name.eq("-"),
                        people::state.eq(PersonState::Erased),
                        people::email.eq(None::<String>),
                        people::email_key.eq(None::<String>),
                        people::department_id.eq(None::<DepartmentId>),
                    ))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        let before = sizes(&trial.database);
        let report = bring_in(trial, Kind::People, &path);
        assert_eq!((report.created.members, report.updated, report.unchanged), (0, 0, 3));
        assert_eq!(sizes(&trial.database), before);
    });
}

#[test]
fn headcounts_make_and_fill_departments() {
    on_both(|trial| {
        set_up(&trial.database);
        let path = file(
            trial,
            "bezetting.csv",
            "Afdeling,Aantal\nZorg,1.250\nZorg > Nacht,40\nZorg,3\nICT,x\n",
        );
        let report = bring_in(trial, Kind::Headcount, &path);
        assert_eq!((report.read, report.created.departments, report.refused_count), (4, 2, 2));
        assert_eq!(number(&trial.database, "select sum(headcount) as n from departments"), 1_290);
        a_second_run_changes_nothing(trial, Kind::Headcount, &path, &report);
        let path = file(trial, "bezetting.csv", "Afdeling,Aantal\nZorg,1.251\nZorg > Nacht,40\n");
        let report = bring_in(trial, Kind::Headcount, &path);
        assert_eq!((report.updated, report.unchanged), (1, 1));
    });
}

#[test]
fn columns_can_be_named_by_hand() {
    on_both(|trial| {
        set_up(&trial.database);
        let path = file(trial, "x.csv", "wie,waar\nAnna,Zorg\n");
        let nothing = bring_in(trial, Kind::People, &path);
        assert!(nothing.unreadable && !nothing.published);
        assert_eq!(nothing.refused[0].reason, "missing_columns");
        let mapped =
            Options { map: vec!["naam=wie".into(), "afdeling=waar".into()], ..options(trial) };
        let report = run(&trial.database, Kind::People, &path, &mapped, &mut |_| {}).unwrap();
        assert_eq!((report.created.members, report.created.departments), (1, 1));
        let wrong = Options { map: vec!["naam".into()], ..options(trial) };
        assert!(run(&trial.database, Kind::People, &path, &wrong, &mut |_| {}).is_err());
    });
}
