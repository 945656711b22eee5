//! Coming, going, looking after.

use super::{Town, is_problem, is_refused};
use crate::look_after::Outcome;
use crate::{
    approve, archive, decline, expel, invite, join, leave, refuse, reopen, request, set_moderator,
    store, uninvite, withdraw,
};
use database::testing::on_both;
use language::{
    GroupId, MembershipState, PersonId, Randomness, Refusal, Role, SeededRandomness, Verb,
};
use text::Handle;

const ACTIVE: Option<(MembershipState, bool)> = Some((MembershipState::Active, false));
const LOOKS_AFTER: Option<(MembershipState, bool)> = Some((MembershipState::Active, true));
const LEFT: Option<(MembershipState, bool)> = Some((MembershipState::Left, false));

fn handle(text: &str) -> Handle {
    Handle::parse(text).unwrap()
}

#[test]
fn who_makes_a_group_looks_after_it() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let anna = town.person("anna");
        let slug = town.makes(anna, " Café  de Zon ", "open").unwrap();
        assert_eq!(slug, "cafe-de-zon");
        assert_eq!(town.see(anna, &slug).unwrap().group().name, "Café de Zon");
        assert_eq!(town.stored(&slug, anna), LOOKS_AFTER);
        assert_eq!(town.facts(Verb::Settings, &slug), 1);
        assert_eq!(town.facts(Verb::JoinGroup, &slug), 1);
    });
}

#[test]
fn a_name_is_there_once_however_it_is_written() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        town.makes(anna, "Café de Zon", "closed").unwrap();
        is_problem(town.makes(bob, "cafe\u{301} DE  zon", "open"), "name");
        is_problem(town.makes(bob, "Iedereen", "secret"), "name");
        is_problem(town.makes(bob, " \u{200b} ", "open"), "name");
        is_problem(town.makes(bob, &"x".repeat(121), "open"), "name");
        // Few signs that stand for many letters (NFKC): too long for its key.
        is_problem(town.makes(bob, &"\u{FDFA}".repeat(40), "open"), "name");
        is_problem(town.makes(bob, &"\u{FDFA}".repeat(12), "secret"), "name");
        let turned = town.makes(bob, "Ploeg\u{202E}neter", "open").unwrap();
        assert_eq!(turned, "ploegneter");
        is_problem(town.makes(bob, "Iets", "wild"), "access");
        // Other names, the same address.
        assert_eq!(town.makes(bob, "Café de Zon!", "open").unwrap(), "cafe-de-zon-2");
        assert_eq!(town.makes(bob, "New", "open").unwrap(), "new-1");
        let other = town.makes(bob, "Fiets", "open").unwrap();
        is_problem(town.changes(bob, &other, "café de zon", "open"), "name");
        town.changes(bob, &other, "FIETS", "open").unwrap();
        assert_eq!(town.see(bob, &other).unwrap().group().name, "FIETS");
    });
}

#[test]
fn an_open_group_is_entered_and_left() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let slug = town.makes(anna, "Fiets", "open").unwrap();
        for _ in 0..2 {
            town.own(bob, &slug, join).unwrap();
        }
        assert_eq!(town.stored(&slug, bob), ACTIVE);
        assert_eq!(town.facts(Verb::JoinGroup, &slug), 2);
        is_refused(town.care(bob, &slug, |_, _| Ok(())), Refusal::NotAllowed);
        for _ in 0..2 {
            assert_eq!(town.own(bob, &slug, leave).unwrap(), Outcome::Done);
        }
        assert_eq!(town.stored(&slug, bob), LEFT);
        assert_eq!(town.facts(Verb::LeaveGroup, &slug), 1);
    });
}

#[test]
fn a_closed_group_lets_in() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let slug = town.makes(anna, "Raad", "closed").unwrap();
        is_refused(town.own(bob, &slug, join), Refusal::NotAllowed);
        town.own(bob, &slug, request).unwrap();
        let waiting = |by: PersonId| {
            let see = town.see(by, &slug).unwrap();
            trial.database.read(|conn| store::waiting(conn, &see)).unwrap().len()
        };
        assert_eq!((waiting(anna), waiting(bob)), (1, 0));
        town.care(anna, &slug, |tx, permit| refuse(tx, permit, bob)).unwrap();
        is_refused(
            town.care(anna, &slug, |tx, permit| approve(tx, permit, bob)),
            Refusal::Conflict,
        );
        town.own(bob, &slug, request).unwrap();
        is_refused(
            town.care(bob, &slug, |tx, permit| approve(tx, permit, bob)),
            Refusal::NotAllowed,
        );
        town.care(anna, &slug, |tx, permit| approve(tx, permit, bob)).unwrap();
        assert_eq!(town.stored(&slug, bob), ACTIVE);
        is_refused(town.own(bob, &slug, withdraw), Refusal::Conflict);
        let see = town.see(town.person("outside"), &slug).unwrap();
        let listed = trial.database.read(|conn| store::members(conn, &see, None, 10)).unwrap();
        assert!(listed.is_empty() && !see.reads());
    });
}

#[test]
fn a_secret_group_is_entered_by_invitation() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let slug = town.makes(anna, "Verrassing", "secret").unwrap();
        is_refused(town.own(bob, &slug, join), Refusal::NotFound);
        let nobody = town.care(anna, &slug, |tx, p| invite(tx, p, &handle("niemand")));
        assert_eq!(nobody.unwrap(), Outcome::Nobody);
        let ask = || town.care(anna, &slug, |tx, p| invite(tx, p, &handle("bob")));
        ask().unwrap();
        let see = town.see(bob, &slug).unwrap();
        assert!(!see.reads());
        town.own(bob, &slug, decline).unwrap();
        is_refused(town.see(bob, &slug), Refusal::NotFound);
        ask().unwrap();
        town.care(anna, &slug, |tx, p| uninvite(tx, p, bob)).unwrap();
        is_refused(town.own(bob, &slug, join), Refusal::NotFound);
        ask().unwrap();
        town.own(bob, &slug, join).unwrap();
        assert!(town.see(bob, &slug).unwrap().reads());
    });
}

#[test]
fn somebody_always_looks_after_a_group() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let asleep = town.person_with("asleep", Role::Member, "suspended");
        let boss = town.person_with("boss", Role::Manager, "active");
        let slug = town.makes(anna, "Fiets", "open").unwrap();
        town.own(bob, &slug, join).unwrap();
        // A moderator who cannot sign in is none.
        town.puts(&slug, asleep, MembershipState::Active, true);
        assert_eq!(town.own(anna, &slug, leave).unwrap(), Outcome::LastModerator);
        let expelled = town.care(boss, &slug, |tx, p| expel(tx, p, anna)).unwrap();
        assert_eq!(expelled, Outcome::LastModerator);
        let down = town.care(anna, &slug, |tx, p| set_moderator(tx, p, anna, false)).unwrap();
        assert_eq!(down, Outcome::LastModerator);
        is_refused(
            town.care(anna, &slug, |tx, p| set_moderator(tx, p, boss, true)),
            Refusal::Conflict,
        );
        town.care(anna, &slug, |tx, p| set_moderator(tx, p, bob, true)).unwrap();
        assert_eq!(town.own(anna, &slug, leave).unwrap(), Outcome::Done);
        assert_eq!(town.stored(&slug, bob), LOOKS_AFTER);
        // Who comes back is a plain member.
        town.own(anna, &slug, join).unwrap();
        assert_eq!(town.stored(&slug, anna), ACTIVE);
    });
}

#[test]
fn nobody_sends_away_who_ranks_higher_or_themselves() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let anna = town.person("anna");
        let boss = town.person_with("boss", Role::Manager, "active");
        let bob = town.person("bob");
        let slug = town.makes(anna, "Fiets", "open").unwrap();
        for person in [boss, bob] {
            town.own(person, &slug, join).unwrap();
        }
        let send = |by, who| town.care(by, &slug, |tx, p| expel(tx, p, who));
        is_refused(send(anna, boss), Refusal::NotAllowed);
        is_refused(send(anna, anna), Refusal::NotAllowed);
        send(anna, bob).unwrap();
        is_refused(town.own(bob, &slug, join), Refusal::NotAllowed);
        town.care(anna, &slug, |tx, p| invite(tx, p, &handle("bob"))).unwrap();
        town.own(bob, &slug, join).unwrap();
        assert_eq!(town.stored(&slug, bob), ACTIVE);
        // Who runs the community looks after every group they can see.
        town.changes(boss, &slug, "Op de fiets", "closed").unwrap();
        is_refused(town.changes(bob, &slug, "Van bob", "open"), Refusal::NotAllowed);
    });
}

#[test]
fn the_commons_stays_as_it_is() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let bob = town.person("bob");
        let boss = town.person_with("boss", Role::Manager, "active");
        is_refused(town.own(bob, "iedereen", leave), Refusal::NotAllowed);
        is_refused(town.care(boss, "iedereen", archive), Refusal::NotAllowed);
        is_refused(town.care(boss, "iedereen", |tx, p| expel(tx, p, bob)), Refusal::NotAllowed);
        for access in ["closed", "secret"] {
            is_refused(town.changes(boss, "iedereen", "Allen", access), Refusal::NotAllowed);
        }
        town.changes(boss, "iedereen", "Allemaal", "open").unwrap();
        assert_eq!(town.see(bob, "iedereen").unwrap().group().name, "Allemaal");
        assert_eq!(town.stored("iedereen", bob), ACTIVE);
    });
}

#[test]
fn an_archived_group_is_read_and_left() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob, carla) = (town.person("anna"), town.person("bob"), town.person("carla"));
        let slug = town.makes(anna, "Raad", "closed").unwrap();
        town.own(bob, &slug, request).unwrap();
        town.care(anna, &slug, |tx, p| invite(tx, p, &handle("carla"))).unwrap();
        town.care(anna, &slug, archive).unwrap();
        assert_eq!(town.stored(&slug, bob), LEFT);
        assert_eq!(town.stored(&slug, carla), LEFT);
        is_refused(town.own(bob, &slug, request), Refusal::Gone);
        is_refused(town.care(anna, &slug, |tx, p| invite(tx, p, &handle("bob"))), Refusal::Gone);
        assert!(town.see(anna, &slug).unwrap().reads());
        let found = trial.database.read(|conn| store::others(conn, bob, None, "", 10)).unwrap();
        assert!(found.is_empty());
        town.care(anna, &slug, reopen).unwrap();
        town.own(bob, &slug, request).unwrap();
    });
}

#[test]
fn the_lists_have_every_group_and_member_once() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (anna, bob) = (town.person("anna"), town.person("bob"));
        let names = ["Bloemen", "aarde", "Één", "Zon", "10 kilometer", "Café", "cafe 2"];
        for name in names {
            let slug = town.makes(anna, name, "open").unwrap();
            for at in 0..5 {
                let handle = format!("{slug}-{at}").replace('.', "-");
                let person = town.person(&handle);
                town.own(person, &slug, join).unwrap();
            }
            let see = town.see(bob, &slug).unwrap();
            let mut found: Vec<PersonId> = Vec::new();
            loop {
                let after = found.last().copied();
                let page =
                    trial.database.read(|conn| store::members(conn, &see, after, 2)).unwrap();
                if page.is_empty() {
                    break;
                }
                found.extend(page.into_iter().map(|member| member.id));
            }
            let count = trial.database.read(|conn| store::count_members(conn, &see)).unwrap();
            assert_eq!((found.len(), count), (6, 6));
            found.sort();
            found.dedup();
            assert_eq!(found.len(), 6);
        }
        let mut found: Vec<(GroupId, String)> = Vec::new();
        loop {
            let after = found.last().map(|(id, _)| *id);
            let page = trial.database.read(|conn| store::others(conn, bob, after, "", 2)).unwrap();
            if page.is_empty() {
                break;
            }
            found.extend(page.into_iter().map(|seen| (seen.group.id, seen.group.name)));
        }
        assert_eq!(found.len(), names.len());
        let searched =
            trial.database.read(|conn| store::others(conn, bob, None, "caf", 10)).unwrap();
        assert_eq!(searched.len(), 2);
        let all = trial.database.read(|conn| store::others(conn, bob, None, "%", 10)).unwrap();
        assert!(all.is_empty());
        let own = trial.database.read(|conn| store::mine(conn, anna)).unwrap();
        assert_eq!(own.len(), names.len() + 1);
        assert!(own[0].group.commons);
    });
}

#[test]
fn whatever_people_do_a_group_keeps_its_rules() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let random = SeededRandomness::new(11);
        let draw = |below: u64| random.number() % below;
        let names: Vec<String> = (0..6).map(|at| format!("lid-{at}")).collect();
        let people: Vec<PersonId> = names.iter().map(|name| town.person(name)).collect();
        let slug = town.makes(people[0], "Groep", "open").unwrap();
        let pick = || usize::try_from(draw(6)).unwrap();
        for _ in 0..300 {
            let (by, who) = (people[pick()], pick());
            let (target, name) = (people[who], handle(&names[who]));
            let slug = &slug;
            // What is refused is refused; what is checked is what is left.
            let _ = match draw(18) {
                0 | 1 | 13 | 14 | 15 => town.own(by, slug, join),
                2 => town.own(by, slug, request),
                3 => town.own(by, slug, withdraw),
                4 => town.own(by, slug, decline),
                5 => town.own(by, slug, leave).map(|_| ()),
                6 => town.care(by, slug, |tx, p| approve(tx, p, target)),
                7 => town.care(by, slug, |tx, p| refuse(tx, p, target)),
                8 | 16 | 17 => town.care(by, slug, |tx, p| invite(tx, p, &name)).map(|_| ()),
                9 => town.care(by, slug, |tx, p| uninvite(tx, p, target)),
                10 => town.care(by, slug, |tx, p| expel(tx, p, target)).map(|_| ()),
                11 => {
                    let yes = draw(2) == 0;
                    town.care(by, slug, |tx, p| set_moderator(tx, p, target, yes)).map(|_| ())
                }
                _ => {
                    let kinds = ["open", "open", "closed", "secret"];
                    let access = kinds[usize::try_from(draw(4)).unwrap()];
                    town.changes(by, slug, "Groep", access)
                }
            };
            let stored: Vec<_> = people.iter().filter_map(|p| town.stored(slug, *p)).collect();
            let moderators = stored.iter().filter(|(_, moderates)| *moderates);
            assert!(moderators.clone().count() > 0);
            assert!(moderators.clone().all(|(state, _)| *state == MembershipState::Active));
        }
        let (came, went) =
            (town.facts(Verb::JoinGroup, &slug), town.facts(Verb::LeaveGroup, &slug));
        assert_eq!(came - went, town.members(&slug));
        assert!(went > 3, "{came} came and {went} went: too quiet to prove anything");
    });
}
