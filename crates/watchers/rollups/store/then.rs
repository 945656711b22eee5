//! What was known at the end of weeks that are over, for figures that stay as they were.

use super::{blocks, numbers, reach};
use crate::event::STAFF;
use crate::packed::{Acts, Turned};
use crate::window::Window;
use database::Conn;
use diesel::prelude::*;
use language::{Day, DepartmentId, Result};
use schema::closed_weeks;
use std::collections::{BTreeMap, HashMap};

/// Somebody's active days up to the end of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Came {
    /// Their department at their last act until then; 0 for none.
    pub department: i64,
    /// Their first active day.
    pub first_day: Day,
    /// Their last one until then.
    pub last_day: Day,
    /// How many, the first included.
    pub active_days: i32,
}

/// How often everybody had come by the end of each of these days, oldest first: what
/// [`crate::rhythms`] said then. Left out: the team of now, and whoever objected to models
/// about persons.
///
/// # Errors
/// A fault of the database.
pub fn rhythms_then(conn: &mut Conn, ends: &[Day]) -> Result<Vec<Vec<Came>>> {
    let Some(last) = ends.last().copied() else { return Ok(Vec::new()) };
    let Some((first, _)) = blocks::span::<Acts>(conn)? else {
        return Ok(vec![Vec::new(); ends.len()]);
    };
    let left_out = numbers::left_out(conn)?;
    let mut came: BTreeMap<u32, Came> = BTreeMap::new();
    let mut all = Vec::with_capacity(ends.len());
    let all_of = |came: &BTreeMap<u32, Came>| came.values().copied().collect::<Vec<Came>>();
    let mut next = ends.iter().copied().peekable();
    blocks::read(conn, Window { from: Day(first), to: last }, |day, acts: &Acts| {
        while next.next_if(|end| end.0 < day).is_some() {
            all.push(all_of(&came));
        }
        if acts.kind == STAFF || left_out.contains(&acts.member) {
            return;
        }
        let one = came.entry(acts.member).or_insert(Came {
            department: 0,
            first_day: Day(day),
            last_day: Day(day),
            active_days: 1,
        });
        one.department = acts.department;
        if one.last_day.0 < day {
            one.last_day = Day(day);
            one.active_days += 1;
        }
    })?;
    all.extend(next.map(|_| all_of(&came)));
    Ok(all)
}

/// Two people of whom at least one turned to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bond {
    /// Their places among the people of the network, the lower first.
    pub people: (u32, u32),
    /// What went from the first to the second, and back: reply 3, mention 2, reaction 1.
    pub weights: (i64, i64),
}

/// Who is tied to whom in a window, without saying who anybody is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bonds {
    /// The department of each person at the last time; 0 for none.
    pub departments: Vec<i64>,
    /// The ties, each pair once.
    pub bonds: Vec<Bond>,
}

/// The ties of a window, the team left out: its answers are work, and would tie
/// everything to everything.
///
/// # Errors
/// A fault of the database.
pub fn bonds(conn: &mut Conn, window: Window) -> Result<Bonds> {
    let team = numbers::team(conn)?;
    let mut sums: HashMap<(u32, u32), (i64, i64)> = HashMap::new();
    let mut of: BTreeMap<u32, i64> = BTreeMap::new();
    blocks::read(conn, window, |_, tie: &Turned| {
        if team.contains(&tie.source) || team.contains(&tie.target) || tie.weight == 0 {
            return;
        }
        of.insert(tie.source, tie.source_department);
        of.insert(tie.target, tie.target_department);
        let forth = tie.source < tie.target;
        let pair = if forth { (tie.source, tie.target) } else { (tie.target, tie.source) };
        let sum = sums.entry(pair).or_default();
        *(if forth { &mut sum.0 } else { &mut sum.1 }) += tie.weight;
    })?;
    let place: HashMap<u32, u32> = of.keys().copied().zip(0..).collect();
    let mut bonds: Vec<Bond> = sums
        .into_iter()
        .filter_map(|((one, other), weights)| {
            Some(Bond { people: (*place.get(&one)?, *place.get(&other)?), weights })
        })
        .collect();
    bonds.sort_unstable_by_key(|bond| bond.people);
    Ok(Bonds { departments: of.into_values().collect(), bonds })
}

/// What the people of one department did in the 28 days of a week, without those below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DepartmentTiers {
    /// The department; none for people without one.
    pub department: Option<DepartmentId>,
    /// Opened a thread.
    pub creators: i64,
    /// Opened none, but contributed otherwise.
    pub contributors: i64,
    /// Came by and nothing more.
    pub readers: i64,
    /// Signed in once, or came by in these 28 days.
    pub connected: i64,
    /// May take part.
    pub eligible: i64,
}

/// What every department did in the 28 days up to the Sunday `end`: as it was taken down
/// when that week closed, else counted now over the people of now.
///
/// # Errors
/// A fault of the database.
pub fn departments_at(conn: &mut Conn, end: Day) -> Result<Vec<DepartmentTiers>> {
    type Closed = (i64, i32, i32, i32, i32, i32);
    let closed: Vec<Closed> = closed_weeks::table
        .filter(closed_weeks::end_day.eq(end))
        .order(closed_weeks::department_id)
        .select((
            closed_weeks::department_id,
            closed_weeks::creators,
            closed_weeks::contributors,
            closed_weeks::readers,
            closed_weeks::connected,
            closed_weeks::eligible,
        ))
        .load(conn)?;
    let department = |id: i64| Some(DepartmentId(id)).filter(|id| id.0 != 0);
    if !closed.is_empty() {
        return Ok(closed
            .into_iter()
            .map(|(id, creators, contributors, readers, connected, eligible)| DepartmentTiers {
                department: department(id),
                creators: creators.into(),
                contributors: contributors.into(),
                readers: readers.into(),
                connected: connected.into(),
                eligible: eligible.into(),
            })
            .collect());
    }
    let counted = reach::departments_then(conn, Window::month_to(end))?;
    Ok(counted
        .into_iter()
        .map(|(id, reach)| DepartmentTiers {
            department: department(id),
            creators: reach.creators,
            contributors: reach.contributors,
            readers: reach.readers,
            connected: reach.connected,
            eligible: reach.eligible,
        })
        .collect())
}
