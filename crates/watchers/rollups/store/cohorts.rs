//! Who came in which week, and in which weeks after that they came back (SCIENCE.md 2.1).

use super::{blocks, team};
use crate::event::STAFF;
use crate::packed::Acts;
use crate::window::{Window, monday_of};
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::Integer;
use language::{Day, Result};
use std::collections::{BTreeMap, HashMap};

/// Members whose first active day lies in one ISO week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    /// The Monday of that week.
    pub monday: Day,
    /// How many they are.
    pub size: i64,
    /// How many were active in their own week 1, 2, …: the days 7 to 13 after their first
    /// one, and so on. Only weeks that are over for all of them.
    pub active: Vec<i64>,
}

#[derive(QueryableByName)]
struct Member {
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Integer)]
    first_day: i32,
}

/// The most own weeks that are followed: as many as fit in a set of bits.
const MOST: i32 = 63;

/// The cohorts of the last `weeks` closed weeks before `today` that had newcomers, oldest
/// first. The team is left out.
///
/// # Errors
/// A fault of the database.
pub fn cohorts(conn: &mut Conn, today: Day, weeks: i32) -> Result<Vec<Cohort>> {
    let window =
        Window { from: monday_of(today).plus(-7 * weeks.clamp(1, MOST)), to: today.plus(-1) };
    let last = monday_of(today).plus(-1);
    let not_team = team("s.pseudonym");
    let members: Vec<Member> = database::sql(format!(
        "select n.number, s.first_day from member_states s
            join member_numbers n on n.pseudonym = s.pseudonym
        where s.first_day between $1 and $2 and s.actor_kind <> 2 and not {not_team}"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(last)
    .load(conn)?;
    let mut seen: HashMap<u32, (i32, u64)> = members
        .iter()
        .filter_map(|one| Some((u32::try_from(one.number).ok()?, (one.first_day, 0))))
        .collect();
    blocks::read(conn, window, |day, acts: &Acts| {
        if acts.kind != STAFF
            && let Some((first, weeks)) = seen.get_mut(&acts.member)
        {
            *weeks |= 1_u64.checked_shl(((day - *first) / 7).unsigned_abs()).unwrap_or(0);
        }
    })?;
    let mut cohorts: BTreeMap<Day, Cohort> = BTreeMap::new();
    for (first, weeks) in seen.into_values() {
        let monday = monday_of(Day(first));
        let cohort = cohorts.entry(monday).or_insert_with(|| Cohort {
            monday,
            size: 0,
            active: vec![0; closed_weeks_of(monday, today)],
        });
        cohort.size += 1;
        for (week, active) in (1..).zip(&mut cohort.active) {
            *active += i64::from(weeks >> week & 1 == 1);
        }
    }
    Ok(cohorts.into_values().collect())
}

/// How many own weeks are over for everybody who came in the week of `monday`, also for
/// who came on its Sunday.
fn closed_weeks_of(monday: Day, today: Day) -> usize {
    usize::try_from((today.0 - monday.0 - 6) / 7 - 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_counts_when_it_is_over_for_the_last_who_came() {
        let monday = Day(20_731);
        // Who came on Sunday, day 6, has their week 1 on the days 13 to 19.
        assert_eq!(closed_weeks_of(monday, monday.plus(19)), 0);
        assert_eq!(closed_weeks_of(monday, monday.plus(20)), 1);
        assert_eq!(closed_weeks_of(monday, monday.plus(27)), 2);
        assert_eq!(closed_weeks_of(monday, monday), 0);
    }
}
