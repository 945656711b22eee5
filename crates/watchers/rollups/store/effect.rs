//! What an action did, for those it was shown to and those it was held back from
//! (SCIENCE.md 7.3).

use crate::window::Window;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, SmallInt};
use language::{ActionId, Arm, Day, DepartmentId, Result, text_enum};
use schema::assignments;

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
    #[diesel(sql_type = BigInt)]
    after: i64,
    #[diesel(sql_type = BigInt)]
    before: i64,
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
    let counted = match outcome {
        Outcome::Contributed => "d.posts + d.replies + d.reactions + d.contacts > 0",
        Outcome::Posted => "d.posts > 0",
        Outcome::ActiveDays => "d.acts > 0",
    };
    let before = Window::last(28, opened.plus(-1));
    let rows: Vec<Row> = database::sql(format!(
        "with seen as materialized (
            select pseudonym, count(distinct case when day >= $1 then day end) as after,
                count(distinct case when day < $1 then day end) as before
            from member_days d
            where day between $2 and $3 and {counted}
                and pseudonym in (select pseudonym from assignments where action_id = $4)
            group by pseudonym)
        select a.arm, a.department_id, coalesce(s.after, 0) as after,
            coalesce(s.before, 0) as before
        from assignments a left join seen s on s.pseudonym = a.pseudonym
        where a.action_id = $4 order by a.arm, a.pseudonym"
    ))
    .bind::<Integer, _>(opened)
    .bind::<Integer, _>(before.from)
    .bind::<Integer, _>(opened.plus(days.max(1) - 1))
    .bind::<BigInt, _>(action)
    .load(conn)?;
    let value = |days: i64| match outcome {
        Outcome::ActiveDays => f64::from(i32::try_from(days).unwrap_or(i32::MAX)),
        Outcome::Contributed | Outcome::Posted => f64::from(u8::from(days > 0)),
    };
    Ok(rows
        .into_iter()
        .map(|row| Measured {
            arm: row.arm,
            department: Some(DepartmentId(row.department_id)).filter(|d| d.0 != 0),
            y: value(row.after),
            x: value(row.before),
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
