//! The day from which figures look back: today, or the end of a history that stopped.

use crate::window::monday_of;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable};
use language::{Day, Result};

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
    #[diesel(sql_type = Nullable<Integer>)]
    last: Option<Day>,
}

/// Looks from today, unless so few members came by in the last 28 days that no figure about
/// them may be shown (the privacy floor) while once there were more: then from the Monday
/// after the last week in which a quarter were there of all who ever were, so that its week is
/// the closed one. A history that was brought in and ended years ago is seen as it was; what
/// dripped after its end is not what it was. A quarter is our own choice.
///
/// # Errors
/// A fault of the database.
pub fn standing(conn: &mut Conn, today: Day) -> Result<Standing> {
    // Of a living community only the first few rows are read.
    let row: Row = database::sql(
        "select (select max(day) from member_blocks) as present,
            case when (select count(*) from (select 1 as one from member_states
                    where last_day > $1 - 28 and actor_kind <> 2
                    limit (select coalesce(max(floor), 5) from community)) lately)
                < (select coalesce(max(floor), 5) from community)
            then (select last_day from member_states where actor_kind <> 2
                order by last_day desc limit 1
                offset (select case when ever.people / 4 > least.floor then ever.people / 4
                        else least.floor end - 1
                    from (select count(*) as people from member_states
                        where actor_kind <> 2) ever,
                    (select coalesce(max(floor), 5) as floor from community) least))
            end as last",
    )
    .bind::<Integer, _>(today)
    .get_result(conn)?;
    let looked = row.last.map(|last| monday_of(last).plus(7)).filter(|day| *day < today);
    Ok(match looked {
        Some(day) => Standing { day, present: row.present, past: row.last },
        None => Standing::live(today, row.present),
    })
}
