//! Who stays, who is asleep by their own rhythm, and which weeks' newcomers came back
//! (SCIENCE.md 2.1 to 2.3).

use crate::departments::{ByDepartment, highest};
use crate::release::{Group, Measure};
use crate::store::Branch;
use insight::GroupMinimum;
use insight::dormancy::{Class, Dormancy, History, Rhythm as Usual, fit_rhythm};
use insight::suppress::Sensitivity;
use insight::survival::{Curve, Observed, kaplan_meier};
use language::{Day, Pseudonym};
use rollups::{Came, Rhythm};
use std::collections::{BTreeMap, HashMap};

/// Members asleep, by department.
pub(crate) const ASLEEP: Measure =
    Measure { name: "asleep", version: 1, sensitivity: Sensitivity::Sensitive };

/// The community's usual rhythm is fitted on at most so many members, spread evenly: more
/// change nothing in the second digit and take long.
const FITTED: usize = 2_000;

/// A member with their class.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    /// Their department at their last act; 0 for none.
    pub department: i64,
    /// From their first to their last active day.
    pub span: i32,
    /// From their first active day until now.
    pub known: i32,
    /// What their silence means.
    pub class: Class,
}

/// Judges everybody's silence at the end of the day before `today`: today is not over.
pub(crate) fn judge(rhythms: &[Rhythm], today: Day) -> Vec<Member> {
    let histories: Vec<History> = rhythms.iter().map(|one| history(one, today)).collect();
    let step = histories.len().div_ceil(FITTED).max(1);
    let some: Vec<History> = histories.iter().copied().step_by(step).collect();
    let usual = fit_rhythm(&some).unwrap_or(Usual::USUAL);
    rhythms
        .iter()
        .zip(&histories)
        .map(|(one, history)| {
            let Dormancy { class, .. } = usual.classify(*history);
            Member {
                department: one.department,
                span: one.last_day.0 - one.first_day.0,
                known: (today.0 - 1 - one.first_day.0).max(0),
                class,
            }
        })
        .collect()
}

/// The same at the end of the closed week that ended on `end`: for figures by department,
/// which stand still until the next week closes. Who came by since was not silent then;
/// that the days since are among their active days shifts nobody's class to asleep.
pub(crate) fn judge_then(rhythms: &[Rhythm], end: Day) -> Vec<Member> {
    let known: Vec<Rhythm> = rhythms.iter().filter(|one| one.first_day <= end).copied().collect();
    judge(&known, end.plus(1))
}

/// The same from what was known at the end of a week.
pub(crate) fn judge_came(came: &[Came], today: Day) -> Vec<Member> {
    let rhythms: Vec<Rhythm> = (0..)
        .zip(came)
        .map(|(number, one)| Rhythm {
            pseudonym: Pseudonym(number),
            department: one.department,
            first_day: one.first_day,
            last_day: one.last_day,
            active_days: one.active_days,
        })
        .collect();
    judge(&rhythms, today)
}

fn history(one: &Rhythm, today: Day) -> History {
    History {
        returns: u32::try_from(one.active_days - 1).unwrap_or(0),
        span: f64::from(one.last_day.0 - one.first_day.0),
        silence: f64::from((today.0 - 1 - one.last_day.0).max(0)),
    }
}

/// How long people stay: from their first active day to their last one, for who is asleep
/// or never got going; everybody else is still there.
pub(crate) fn staying(members: &[Member]) -> Option<Curve> {
    let observed: Vec<Observed> = members
        .iter()
        .map(|member| match member.class {
            Class::Asleep | Class::NeverGotGoing => Observed::happened(f64::from(member.span)),
            Class::TooEarly | Class::Active | Class::Slowing => {
                Observed::censored(f64::from(member.known))
            }
        })
        .collect();
    // Only negative times are refused, and there are none.
    kaplan_meier(&observed).ok().filter(|curve| curve.n > 0)
}

/// How many are in each class.
pub(crate) fn classes(members: &[Member]) -> BTreeMap<Class, i64> {
    let mut counts = BTreeMap::new();
    for member in members {
        *counts.entry(member.class).or_default() += 1;
    }
    counts
}

/// Asleep, of those whose rhythm is known, by highest department.
pub(crate) fn groups(members: &[Member], tree: &[Branch]) -> Vec<Group> {
    let parents: HashMap<i64, Option<i64>> =
        tree.iter().map(|(id, parent, _)| (*id, *parent)).collect();
    let mut sums: BTreeMap<i64, (u64, u64)> = BTreeMap::new();
    for member in members {
        let asleep = match member.class {
            Class::Asleep => 1,
            Class::Active | Class::Slowing => 0,
            Class::TooEarly | Class::NeverGotGoing => continue,
        };
        // A department that is gone has nobody to be named after.
        let known = parents.contains_key(&member.department);
        let department = if known { highest(&parents, member.department) } else { 0 };
        let sum = sums.entry(department).or_default();
        sum.0 += asleep;
        sum.1 += 1;
    }
    sums.into_iter().map(|(id, (did, people))| Group { id, did, people, payroll: false }).collect()
}

/// Without the departments whose number of people, beside the number that is shown of their
/// reach, would tell of 1 to k − 1 people that they are new, never came back or objected
/// (SCIENCE.md §0, rule 3).
pub(crate) fn beside(
    groups: Vec<Group>,
    reached: &ByDepartment,
    floor: GroupMinimum,
) -> Vec<Group> {
    let apart = |group: &Group| {
        let shown = reached.shown().find(|one| one.id == group.id).and_then(|one| one.shown);
        shown.is_some_and(|(_, people)| floor.too_few(people.abs_diff(group.people)))
    };
    groups.into_iter().filter(|group| !apart(group)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::departments::Department;

    fn rhythm(department: i64, first: i32, last: i32, days: i32) -> Rhythm {
        Rhythm {
            pseudonym: Pseudonym(1),
            department,
            first_day: Day(first),
            last_day: Day(last),
            active_days: days,
        }
    }

    #[test]
    fn a_silence_is_judged_by_the_own_rhythm() {
        // Daily for twelve weeks and silent for ten days; weekly and silent for ten days;
        // once, long ago; once, last week. The values of SCIENCE.md 2.3, below 200 members.
        let all = [
            rhythm(1, 0, 84, 61),
            rhythm(1, 0, 84, 13),
            rhythm(2, 10, 10, 1),
            rhythm(2, 88, 88, 1),
        ];
        let members = judge(&all, Day(95));
        let classes: Vec<Class> = members.iter().map(|m| m.class).collect();
        assert_eq!(classes, [Class::Asleep, Class::Active, Class::NeverGotGoing, Class::TooEarly]);
        let curve = staying(&members).unwrap();
        assert_eq!((curve.n, curve.events), (4, 2));
        assert_eq!(curve.at(0.0), Some(0.75), "one went no further than the first day");
        assert_eq!(staying(&[]), None);
    }

    #[test]
    fn a_closed_week_knows_nothing_of_the_days_since() {
        // Silent for seven days now, which is sleep for who came daily; two days then.
        let all = [rhythm(1, 0, 84, 61), rhythm(1, 89, 89, 1)];
        let class = |members: Vec<Member>| members.iter().map(|m| m.class).collect::<Vec<_>>();
        assert_eq!(class(judge(&all, Day(92))), [Class::Asleep, Class::TooEarly]);
        assert_eq!(class(judge_then(&all, Day(86))), [Class::Active]);
        // Who came by since is awake.
        assert_eq!(class(judge_then(&[rhythm(1, 0, 90, 61)], Day(86))), [Class::Active]);
    }

    #[test]
    fn a_base_that_lies_close_to_the_one_of_reach_is_not_shown() {
        let reached = |people| ByDepartment {
            end: Day(90),
            departments: vec![Department {
                id: 1,
                name: "A".into(),
                shown: Some((30, people)),
                payroll: false,
                before: None,
            }],
        };
        let group = Group { id: 1, did: 12, people: 37, payroll: false };
        let kept = |people| beside(vec![group], &reached(people), GroupMinimum::FIVE).len();
        assert_eq!([kept(36), kept(37), kept(40), kept(42)], [0, 1, 0, 1]);
    }

    #[test]
    fn departments_are_summed_to_the_highest_and_beginners_left_out() {
        let tree = [(1, None, "A".into()), (2, Some(1), "B".into()), (3, None, "C".into())];
        let member = |department, class| Member { department, span: 1, known: 9, class };
        let members = [
            member(1, Class::Asleep),
            member(2, Class::Active),
            member(3, Class::Slowing),
            member(3, Class::TooEarly),
            member(77, Class::Asleep),
            member(0, Class::Active),
        ];
        let found: Vec<(i64, u64, u64)> =
            groups(&members, &tree).iter().map(|g| (g.id, g.did, g.people)).collect();
        assert_eq!(found, [(0, 1, 2), (1, 1, 2), (3, 0, 1)]);
    }
}
