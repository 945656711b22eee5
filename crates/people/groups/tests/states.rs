//! The table of states, whole.

use super::{Town, is_refused};
use crate::membership::{Door, Next, Step, next};
use database::testing::on_both;
use language::{GroupAccess, MembershipState, Refusal};
use std::collections::HashSet;

fn doors() -> impl Iterator<Item = Door> {
    GroupAccess::ALL.iter().flat_map(|access| {
        [(false, false), (false, true), (true, false), (true, true)]
            .map(|(commons, archived)| Door { access: *access, commons, archived })
    })
}

fn states() -> impl Iterator<Item = Option<MembershipState>> {
    std::iter::once(None).chain(MembershipState::ALL.iter().copied().map(Some))
}

/// Every state that can be reached from `from` with these steps.
fn reached(
    from: Option<MembershipState>,
    steps: &[Step],
    door: Door,
) -> HashSet<Option<MembershipState>> {
    let mut seen = HashSet::from([from]);
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        for step in steps {
            if let Next::To(to) = next(at, *step, door)
                && seen.insert(Some(to))
            {
                open.push(Some(to));
            }
        }
    }
    seen
}

const OWN: [Step; 5] = [Step::Join, Step::Request, Step::Withdraw, Step::Decline, Step::Leave];

#[test]
fn every_step_from_every_state_keeps_the_rules() {
    for door in doors() {
        for from in states() {
            for step in Step::ALL {
                let goes = next(from, step, door);
                let case = format!("{from:?} {step:?} {door:?} {goes:?}");
                if door.commons {
                    assert_eq!(goes, Next::Not(Refusal::NotAllowed), "{case}");
                }
                let Next::To(to) = goes else { continue };
                assert_ne!(Some(to), from, "{case}");
                // Done twice is done once.
                assert_eq!(next(Some(to), step, door), Next::Same, "{case}");
                let inside = matches!(
                    to,
                    MembershipState::Active | MembershipState::Requested | MembershipState::Invited
                );
                assert!(!(door.archived && inside), "{case}");
                assert!(!inside || step.lets_in(), "{case}");
                assert_eq!(to == MembershipState::Expelled, step == Step::Expel, "{case}");
            }
        }
    }
}

#[test]
fn nobody_lets_themselves_into_a_closed_group() {
    for door in doors().filter(|d| d.access != GroupAccess::Open) {
        for from in [None, Some(MembershipState::Left), Some(MembershipState::Requested)] {
            assert!(
                !reached(from, &OWN, door).contains(&Some(MembershipState::Active)),
                "{door:?}"
            );
        }
    }
}

#[test]
fn who_was_sent_away_comes_back_only_when_a_moderator_says_so() {
    for door in doors() {
        let from = Some(MembershipState::Expelled);
        assert_eq!(reached(from, &OWN, door), HashSet::from([from]), "{door:?}");
    }
    let open = Door { access: GroupAccess::Open, commons: false, archived: false };
    let back = reached(Some(MembershipState::Expelled), &Step::ALL, open);
    assert!(back.contains(&Some(MembershipState::Active)));
}

#[test]
fn nobody_asks_for_a_secret_group() {
    let secret = Door { access: GroupAccess::Secret, commons: false, archived: false };
    assert_eq!(reached(None, &OWN, secret), HashSet::from([None]));
}

#[test]
fn everybody_can_always_get_out() {
    for door in doors().filter(|d| !d.commons) {
        for from in [MembershipState::Active, MembershipState::Invited, MembershipState::Requested]
        {
            assert!(
                reached(Some(from), &OWN, door).contains(&Some(MembershipState::Left)),
                "{from:?} {door:?}"
            );
        }
    }
}

#[test]
fn rights_come_from_active_alone() {
    on_both(|trial| {
        let town = Town::new(&trial.database);
        let (maker, other) = (town.person("maker"), town.person("other"));
        for (access, slug) in [
            ("open", town.makes(maker, "Open", "open").unwrap()),
            ("closed", town.makes(maker, "Dicht", "closed").unwrap()),
            ("secret", town.makes(maker, "Stil", "secret").unwrap()),
        ] {
            for state in MembershipState::ALL {
                // Even where an old mark was left behind.
                town.puts(&slug, other, *state, true);
                let active = *state == MembershipState::Active;
                let known = access != "secret" || active || *state == MembershipState::Invited;
                match town.see(other, &slug) {
                    Ok(see) => {
                        assert!(known, "{access} {state:?}");
                        assert_eq!(see.moderates(), active, "{access} {state:?}");
                        assert_eq!(see.looks_after(), active, "{access} {state:?}");
                        assert_eq!(see.reads(), active || access == "open", "{access} {state:?}");
                    }
                    refused => {
                        assert!(!known, "{access} {state:?}");
                        is_refused(refused, Refusal::NotFound);
                    }
                }
                let act = town.care(other, &slug, |_, _| Ok(()));
                assert_eq!(act.is_ok(), active, "{access} {state:?}");
            }
        }
    });
}
