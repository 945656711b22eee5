use super::*;
use crate::address::{self, Change};
use crate::invitations::{self, Acceptance, Outcome};
use crate::permits::MayInvite;
use crate::reset;
use database::testing::on_both;
use std::sync::Barrier;
use words::Lang;

fn acceptance<'a>(hash: &'a Hash, email: Option<&'a Email>) -> Acceptance<'a> {
    Acceptance {
        name: "Ayşe Yıldırım",
        email,
        password: hash,
        language: Lang::Nl,
        device: "Firefox",
        base_url: BASE,
    }
}

#[test]
fn an_invitation_makes_a_member_once() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let boss = manager(database);
        let permit = MayInvite::in_test(boss);
        let list = "ayse.yildirim@plein.example\nMarijke <marijke@plein.example>";
        let guests = invitations::read_list(list, Lang::Nl).unwrap();
        assert_eq!(guests[0].name, "Ayse Yildirim");
        let preview =
            database.read(|conn| invitations::preview(conn, &guests, database.now())).unwrap();
        assert_eq!(preview, [Outcome::New, Outcome::Member]);
        let sent =
            database.write(|tx| invitations::send(tx, &permit, &guests, None, BASE)).unwrap();
        assert_eq!(sent, 1);
        assert_eq!(count_of(database, Verb::Invited), 1);
        let (to, subject, _) = mails(database).pop().unwrap();
        assert_eq!(to, "Ayse Yildirim <ayse.yildirim@plein.example>");
        assert_eq!(subject, "Marijke ten Brinke nodigt je uit op Het Plein");
        let secret = secret_in_last(database, "invitation");
        // A scanner looks, twice: nothing is spent.
        for _ in 0..2 {
            let now = database.now();
            let open = database.read(|conn| invitations::look(conn, &secret, now)).unwrap();
            assert!(open.mailed);
        }
        let hash = hash();
        let entered = database
            .write(|tx| invitations::accept(tx, &secret, &acceptance(&hash, None)))
            .unwrap();
        assert_eq!(state_of(database, entered.person), PersonState::Active);
        assert!(in_commons(database, entered.person));
        assert_eq!(count_of(database, Verb::Joined), 2, "the manager and Ayşe");
        is_refused(
            database.write(|tx| invitations::accept(tx, &secret, &acceptance(&hash, None))),
            Refusal::Gone,
        );
    });
}

#[test]
fn a_second_invitation_ends_the_first() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let permit = MayInvite::in_test(manager(database));
        let guests = invitations::read_list("bob@plein.example", Lang::Nl).unwrap();
        let send = || database.write(|tx| invitations::send(tx, &permit, &guests, None, BASE));
        assert_eq!(send().unwrap(), 1);
        let first = secret_in_last(database, "invitation");
        trial.clock.advance(invitations::JUST_NOW);
        assert_eq!(send().unwrap(), 1);
        let second = secret_in_last(database, "invitation");
        let now = database.now();
        let look = |secret: &str| database.read(|conn| invitations::look(conn, secret, now));
        is_refused(look(&first), Refusal::Gone);
        assert!(look(&second).is_ok());
        trial.clock.advance(31 * Moment::DAY);
        let now = database.now();
        is_refused(database.read(|conn| invitations::look(conn, &second, now)), Refusal::Gone);
    });
}

#[test]
fn a_list_that_is_sent_again_and_again_reaches_everybody_once() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let permit = MayInvite::in_test(manager(database));
        // One of them is known by name and address already.
        let known = NewAccount {
            email: Some(email("cas@plein.example")),
            ..NewAccount::placeholder("Cas")
        };
        database.write(|tx| accounts::create(tx, &known)).unwrap();
        let guests = invitations::read_list("cas@plein.example, dot@plein.example", Lang::Nl);
        let guests = guests.unwrap();
        let start = Barrier::new(8);
        let sent: usize = std::thread::scope(|scope| {
            let tries: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        let send = || {
                            database.write(|tx| invitations::send(tx, &permit, &guests, None, BASE))
                        };
                        // As the page does: whoever came second looks once more.
                        send().or_else(|_| send()).unwrap()
                    })
                })
                .collect();
            tries.into_iter().map(|t| t.join().unwrap()).sum()
        });
        assert_eq!(sent, 2);
        assert_eq!(mails(database).len(), 2);
        let preview = |now| database.read(|conn| invitations::preview(conn, &guests, now)).unwrap();
        assert_eq!(preview(database.now()), [Outcome::JustNow, Outcome::JustNow]);
        let later = database.now().plus(invitations::JUST_NOW);
        assert_eq!(preview(later), [Outcome::Again, Outcome::Again]);
    });
}

#[test]
fn an_invited_name_fits_whatever_it_is_made_of() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let permit = MayInvite::in_test(manager(database));
        let phrase = "\u{FDFA}".repeat(150);
        let list = format!(
            "{phrase} <a@plein.example>\n\u{202E}\u{200B} <bo.b@plein.example>\n\
             _@{}.example\nEv\u{202E}il <c@plein.example>",
            "x".repeat(60)
        );
        let guests = invitations::read_list(&list, Lang::Nl).unwrap();
        let sent = database.write(|tx| invitations::send(tx, &permit, &guests, None, BASE));
        assert_eq!(sent.unwrap(), 4);
        assert_eq!(guests[1].name, "Bo B", "a name that cannot be seen is none");
        assert_eq!(guests[3].name, "Evil");
        let secret = secret_in_last(database, "invitation");
        let hash = hash();
        let long = Acceptance { name: &phrase, ..acceptance(&hash, None) };
        let came = database.write(|tx| invitations::accept(tx, &secret, &long));
        assert!(matches!(came, Err(Failure::Problems(_))), "{came:?}");
    });
}

#[test]
fn of_twenty_at_once_one_comes_in() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let person = placeholder(database, "Dilan Kaya");
        let code = database.write(|tx| accounts::make_claim_code(tx, None, person)).unwrap();
        let start = Barrier::new(20);
        let hash = hash();
        let outcomes: Vec<bool> = std::thread::scope(|scope| {
            let tries: Vec<_> = (0..20)
                .map(|n| {
                    let (start, code, hash) = (&start, &code, &hash);
                    scope.spawn(move || {
                        let mine = email(&format!("dilan{n}@plein.example"));
                        start.wait();
                        database
                            .write(|tx| {
                                invitations::accept(tx, code, &acceptance(hash, Some(&mine)))
                            })
                            .is_ok()
                    })
                })
                .collect();
            tries.into_iter().map(|t| t.join().unwrap()).collect()
        });
        assert_eq!(outcomes.iter().filter(|came| **came).count(), 1);
        assert_eq!(sessions_of(database, person), 1);
        assert_eq!(count_of(database, Verb::Joined), 1);
    });
}

#[test]
fn a_code_takes_a_place_and_its_address_is_to_be_proven() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let anna = member(database, "Anna", "anna@plein.example");
        let person = placeholder(database, "Tomasz Wójcik");
        let code = database.write(|tx| accounts::make_claim_code(tx, None, person)).unwrap();
        let hash = hash();
        let taken = email("anna@plein.example");
        is_refused(
            database.write(|tx| invitations::accept(tx, &code, &acceptance(&hash, Some(&taken)))),
            Refusal::Conflict,
        );
        // Nothing of the refused try stays: the code still works, typed in small letters.
        let typed = code.to_lowercase();
        let mine = email("Tomasz@plein.example");
        let entered = database
            .write(|tx| invitations::accept(tx, &typed, &acceptance(&hash, Some(&mine))))
            .unwrap();
        assert_eq!(entered.person, person);
        assert_ne!(person, anna);
        let verified = || {
            database
                .read(|conn| {
                    let verified: bool = people::table
                        .filter(people::id.eq(person.0))
                        .select(people::email_verified)
                        .first(conn)?;
                    Ok(verified)
                })
                .unwrap()
        };
        assert!(!verified());
        let proof = secret_in_last(database, "verify");
        is_refused(database.write(|tx| reset::finish(tx, &proof, &hash, "")), Refusal::Gone);
        database.write(|tx| address::prove(tx, &proof)).unwrap();
        assert!(verified());
        is_refused(database.write(|tx| address::prove(tx, &proof)), Refusal::Gone);
        is_refused(
            database.write(|tx| accounts::make_claim_code(tx, None, person)),
            Refusal::Conflict,
        );
    });
}

#[test]
fn a_forgotten_password_is_chosen_anew_within_an_hour_once() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let anna = member(database, "Anna", "anna@plein.example");
        database.write(|tx| accounts::session_for(tx, anna)).unwrap();
        let ask = |address: &str| database.write(|tx| reset::ask(tx, address, BASE)).unwrap();
        ask("niemand@plein.example");
        assert!(mails(database).is_empty());
        ask("anna@plein.example");
        let late = secret_in_last(database, "reset");
        trial.clock.advance(Moment::HOUR);
        let hash = hash();
        is_refused(database.write(|tx| reset::finish(tx, &late, &hash, "")), Refusal::Gone);
        for _ in 0..9 {
            ask("anna@plein.example");
        }
        assert_eq!(mails(database).len(), 4, "three an hour are enough");
        let secret = secret_in_last(database, "reset");
        database.write(|tx| reset::finish(tx, &secret, &hash, "")).unwrap();
        assert_eq!(sessions_of(database, anna), 1, "the old one ended, a new one began");
        assert!(mails(database).pop().unwrap().1.contains("is veranderd"));
        is_refused(database.write(|tx| reset::finish(tx, &secret, &hash, "")), Refusal::Gone);
        set_state(database, anna, PersonState::Suspended);
        trial.clock.advance(2 * Moment::HOUR);
        ask("anna@plein.example");
        assert_eq!(mails(database).len(), 5, "who is suspended gets no link");
    });
}

#[test]
fn the_old_address_agrees_with_the_new_one() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let anna = member(database, "Anna", "anna@plein.example");
        member(database, "Bob", "bob@plein.example");
        let wish = |new: &str| {
            let new = email(new);
            database.write(|tx| address::ask_change(tx, anna, &new, BASE))
        };
        is_refused(wish("BOB@plein.example"), Refusal::Conflict);
        assert_eq!(wish("anna@nieuw.example").unwrap(), Change::Asked);
        let (to, ..) = mails(database).pop().unwrap();
        assert_eq!(to, "Anna <anna@plein.example>");
        let find = |address: &str| database.read(|conn| accounts::find(conn, address)).unwrap();
        assert_eq!(find("anna@nieuw.example"), None, "nothing changed yet");
        let secret = secret_in_last(database, "address");
        database.write(|tx| address::finish_change(tx, &secret, BASE)).unwrap();
        assert_eq!(find("anna@nieuw.example"), Some(anna));
        assert_eq!(find("anna@plein.example"), None);
        let (to, ..) = mails(database).pop().unwrap();
        assert_eq!(to, "Anna <anna@nieuw.example>");
        is_refused(database.write(|tx| address::finish_change(tx, &secret, BASE)), Refusal::Gone);
        let proof = secret_in_last(database, "verify");
        database.write(|tx| address::prove(tx, &proof)).unwrap();
    });
}

#[test]
fn a_list_is_read_as_people_write_it() {
    let list = "Anna de Vries <anna@a.example>, bob@b.example\r\n\"Ten Brinke\" <m@c.example>;\n\
        Kees; kees@d.example\nANNA@A.example\n\n";
    let guests = invitations::read_list(list, Lang::Nl).unwrap();
    let read: Vec<(&str, &str)> =
        guests.iter().map(|g| (g.name.as_str(), g.email.as_str())).collect();
    assert_eq!(
        read,
        [
            ("Anna de Vries", "anna@a.example"),
            ("Bob", "bob@b.example"),
            ("Ten Brinke", "m@c.example"),
            ("Kees", "kees@d.example"),
        ]
    );
    // As mail programs write it.
    let list = "Anna <a@x.example>; Bram <b@x.example>; c@x.example d@x.example\n\
        \"Bakker, Eva\" <e@x.example>, f@x.example;g@x.example\tHans\th@x.example";
    let guests = invitations::read_list(list, Lang::Nl).unwrap();
    let read: Vec<(&str, &str)> =
        guests.iter().map(|g| (g.name.as_str(), g.email.as_str())).collect();
    assert_eq!(
        read,
        [
            ("Anna", "a@x.example"),
            ("Bram", "b@x.example"),
            ("C", "c@x.example"),
            ("D", "d@x.example"),
            ("Eva Bakker", "e@x.example"),
            ("F", "f@x.example"),
            ("G", "g@x.example"),
            ("Hans", "h@x.example"),
        ]
    );
    for wrong in ["", "anna", "anna@", "a b c", "a@x.example en Bram"] {
        assert!(matches!(invitations::read_list(wrong, Lang::Nl), Err(Failure::Problems(_))));
    }
}

#[test]
fn codes_for_a_department_go_to_those_below_it_once() {
    on_both(|trial| {
        let database = &trial.database;
        set_up(trial);
        let boss = manager(database);
        let people: Vec<PersonId> = ["Zorg", "Zorg / Nacht", "Zorgverzekering"]
            .iter()
            .map(|path| {
                database
                    .write(|tx| {
                        let id = language::DepartmentId(tx.new_id());
                        diesel::insert_into(schema::departments::table)
                            .values((
                                schema::departments::id.eq(id),
                                schema::departments::name.eq(*path),
                                schema::departments::name_key.eq(*path),
                                schema::departments::path.eq(*path),
                                schema::departments::created_at.eq(Moment(0)),
                            ))
                            .execute(&mut **tx)?;
                        let new =
                            NewAccount { department: Some(id), ..NewAccount::placeholder(path) };
                        accounts::create(tx, &new)
                    })
                    .unwrap()
            })
            .collect();
        let make = |department: Option<&str>| {
            let made = database
                .write(|tx| accounts::make_claim_codes(tx, Some(boss), department, 100))
                .unwrap();
            made.into_iter().map(|code| code.person).collect::<Vec<_>>()
        };
        assert_eq!(make(Some("Zorg")), people[..2]);
        assert!(make(Some("Zorg")).is_empty(), "they have one that works");
        assert_eq!(make(None), people[2..]);
        trial.clock.advance(91 * Moment::DAY);
        assert_eq!(make(None).len(), 3, "the first ones expired");
    });
}

#[test]
fn nobody_makes_a_code_for_somebody_ranked_above() {
    on_both(|trial| {
        let database = &trial.database;
        let boss = manager(database);
        let above =
            NewAccount { role: Role::Administrator, ..NewAccount::placeholder("Directeur") };
        let above = database.write(|tx| accounts::create(tx, &above)).unwrap();
        is_refused(
            database.write(|tx| accounts::make_claim_code(tx, Some(boss), above)),
            Refusal::NotAllowed,
        );
        assert!(database.write(|tx| accounts::make_claim_code(tx, None, above)).is_ok());
    });
}
