//! What an action did, for those it was shown to and those it was held back from
//! (SCIENCE.md 7.3).

use super::blocks;
use crate::packed::Acts;
use crate::window::Window;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt};
use language::{ActionId, Arm, Day, DepartmentId, Result, text_enum};
use schema::assignments;
use std::collections::HashMap;

text_enum!(
    /// The outcome that decides, fixed before the action opens; named as in `actions`.
    Outcome {
        /// Posted, replied, reacted or made contact: 0 or 1.
        Contributed = "contributed",
        /// Opened a thread: 0 or 1.
        Posted = "posted",
        /// The number of active days.
        ActiveDays = "active_days",
    }
);

/// One assigned person. Everybody assigned is in, whatever they did: leaving out who
/// did not look would spoil the comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Shown or held back.
    pub arm: Arm,
    /// Their department when they were assigned.
    pub department: Option<DepartmentId>,
    /// The outcome in the window.
    pub y: f64,
    /// The same in the 28 days before the opening (for CUPED).
    pub x: f64,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SmallInt)]
    arm: Arm,
    #[diesel(sql_type = BigInt)]
    department_id: i64,
    #[diesel(sql_type = Nullable<Integer>)]
    number: Option<i32>,
}

impl Row {
    fn number(&self) -> Option<u32> {
        self.number.and_then(|number| u32::try_from(number).ok())
    }
}

/// On how many days somebody reached the outcome, before the action opened and since.
#[derive(Debug, Clone, Copy, Default)]
struct Days {
    last: Option<i32>,
    before: i64,
    after: i64,
}

impl Days {
    /// Days come in order, and one may come twice.
    fn add(&mut self, day: i32, since: bool) {
        if self.last.replace(day) != Some(day) {
            *(if since { &mut self.after } else { &mut self.before }) += 1;
        }
    }
}

/// The outcome of every person assigned to an action. `opened` is the local day on
/// which it opened, `days` the length of its window, the opening day included.
///
/// An answer to an action is no outcome: only those who saw it could give one, so it
/// would be an effect by definition. What people do besides is.
///
/// # Errors
/// A fault of the database.
pub fn outcomes(
    conn: &mut Conn,
    action: ActionId,
    outcome: Outcome,
    opened: Day,
    days: i32,
) -> Result<Vec<Measured>> {
    let counts = |acts: &Acts| match outcome {
        Outcome::Contributed => acts.counts.contributions() > acts.counts.answers,
        Outcome::Posted => acts.counts.posts > 0,
        Outcome::ActiveDays => true,
    };
    let people: Vec<Row> = database::sql(
        "select a.arm, a.department_id, n.number
        from assignments a left join member_numbers n on n.pseudonym = a.pseudonym
        where a.action_id = $1 order by a.arm, a.pseudonym",
    )
    .bind::<BigInt, _>(action)
    .load(conn)?;
    let mut seen: HashMap<u32, Days> =
        people.iter().filter_map(Row::number).map(|number| (number, Days::default())).collect();
    let window = Window { from: opened.plus(-28), to: opened.plus(days.max(1) - 1) };
    blocks::read(conn, window, |day, acts: &Acts| {
        if counts(acts)
            && let Some(one) = seen.get_mut(&acts.member)
        {
            one.add(day, day >= opened.0);
        }
    })?;
    let value = |days: i64| match outcome {
        Outcome::ActiveDays => f64::from(i32::try_from(days).unwrap_or(i32::MAX)),
        Outcome::Contributed | Outcome::Posted => f64::from(u8::from(days > 0)),
    };
    Ok(people
        .iter()
        .map(|row| {
            let days = row.number().and_then(|number| seen.get(&number)).copied();
            let days = days.unwrap_or_default();
            Measured {
                arm: row.arm,
                department: Some(DepartmentId(row.department_id)).filter(|d| d.0 != 0),
                y: value(days.after),
                x: value(days.before),
            }
        })
        .collect())
}

/// How many people are in each arm: for the sample-ratio alarm.
///
/// # Errors
/// A fault of the database.
pub fn arms(conn: &mut Conn, action: ActionId) -> Result<Vec<(Arm, i64)>> {
    Ok(assignments::table
        .filter(assignments::action_id.eq(action.0))
        .group_by(assignments::arm)
        .order(assignments::arm)
        .select((assignments::arm, diesel::dsl::count_star()))
        .load(conn)?)
}
