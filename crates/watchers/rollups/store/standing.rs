//! The day from which figures look back: today, or the end of a history that stopped.

use crate::window::monday_of;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable};
use language::{Day, Result};
use std::collections::BTreeMap;

/// Where the community stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The day from which figures look back: their months and weeks end before it or on it.
    pub day: Day,
    /// The last day on which anything counts.
    pub present: Option<Day>,
    /// The last day of a history that stopped, when the figures look back from there.
    pub past: Option<Day>,
}

impl Standing {
    /// A community that lives today.
    pub fn live(today: Day, present: Option<Day>) -> Self {
        Self { day: today, present, past: None }
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Nullable<Integer>)]
    present: Option<Day>,
    #[diesel(sql_type = BigInt)]
    floor: i64,
    #[diesel(sql_type = BigInt)]
    lately: i64,
}

/// A first or last day of members, and how many.
#[derive(QueryableByName)]
struct Turn {
    #[diesel(sql_type = Integer)]
    day: Day,
    #[diesel(sql_type = BigInt)]
    people: i64,
    #[diesel(sql_type = Bool)]
    last: bool,
}

/// Looks from today, unless so few members came by in the last 28 days that no figure about
/// them may be shown (the privacy floor) while once there were more: then from the Monday
/// after the last week in which at least half as many were around as at its height, so that
/// its week is the closed one. A history that was brought in and ended years ago is seen as it
/// was; what dripped after its end is not what it was. Half is our own choice.
///
/// # Errors
/// A fault of the database.
pub fn standing(conn: &mut Conn, today: Day) -> Result<Standing> {
    // Of a living community only the first few rows are read.
    let row: Row = database::sql(
        "select (select max(day) from member_blocks) as present,
            (select count(*) from (select 1 as one from member_states
                where last_day > $1 - 28 and actor_kind <> 2
                limit (select coalesce(max(floor), 5) from community)) lately) as lately,
            (select cast(coalesce(max(floor), 5) as bigint) from community) as floor",
    )
    .bind::<Integer, _>(today)
    .get_result(conn)?;
    if row.lately >= row.floor {
        return Ok(Standing::live(today, row.present));
    }
    let turns: Vec<Turn> = database::sql(
        "select first_day as day, count(*) as people, false as last from member_states
            where actor_kind <> 2 group by first_day
        union all select last_day as day, count(*) as people, true as last from member_states
            where actor_kind <> 2 group by last_day",
    )
    .load(conn)?;
    let past = last_lively(&turns, row.floor).filter(|past| monday_of(*past).plus(7) < today);
    Ok(past.map_or(Standing::live(today, row.present), |past| Standing {
        day: monday_of(past).plus(7),
        present: row.present,
        past: Some(past),
    }))
}

/// The last day on which at least half as many were around as at most, and no fewer than the
/// floor. Somebody is around from their first day to four weeks after their last; nobody is
/// after the last day of all.
fn last_lively(turns: &[Turn], floor: i64) -> Option<Day> {
    let end = turns.iter().filter(|turn| turn.last).map(|turn| turn.day).max()?;
    let mut steps: BTreeMap<Day, i64> = BTreeMap::new();
    for turn in turns {
        let (day, people) =
            if turn.last { (turn.day.plus(28), -turn.people) } else { (turn.day, turn.people) };
        *steps.entry(day).or_default() += people;
    }
    let mut around = 0;
    let levels: Vec<(Day, i64)> = steps
        .into_iter()
        .map(|(from, change)| {
            around += change;
            (from, around)
        })
        .collect();
    let most = levels.iter().map(|(_, around)| *around).max()?;
    let enough = floor.max(most.div_euclid(2));
    // A level holds until the day before the next one.
    let after = levels.iter().rposition(|(_, around)| *around >= enough)? + 1;
    Some(levels.get(after).map_or(end, |(from, _)| from.plus(-1)).min(end))
}
