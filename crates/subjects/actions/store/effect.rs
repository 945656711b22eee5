//! What people did, read from the log.

use super::drawn_from;
use crate::action::{Action, Outcome};
use crate::judge::Outcomes;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
use language::{ActionId, Arm, Day, DepartmentId, Moment, Result};

/// The codes of the verbs that reach an outcome.
fn verbs(outcome: Outcome) -> &'static str {
    match outcome {
        // Post, Reply, React, Contact.
        Outcome::Contributed => "7, 8, 9, 25",
        Outcome::Posted => "7",
        // Every act of a human but answering and taking back: those come with being asked.
        Outcome::ActiveDays => "2, 4, 7, 8, 9, 10, 11, 14, 15, 18, 19, 22, 23, 24, 25",
    }
}

/// The condition on `facts f` for acts of humans that reach an outcome and were not taken
/// back. Takes four binds from `$first` on: first day, last day, from, until. SQLite
/// numbers binds by where they first appear, so nothing here may change its place.
fn acts(outcome: Outcome, first: usize) -> String {
    let [from_day, to_day, from, until] = [first, first + 1, first + 2, first + 3];
    let verbs = verbs(outcome);
    format!(
        "f.day between ${from_day} and ${to_day} and f.at >= ${from} and f.at < ${until}
         and f.actor is not null and f.actor_kind <> 3 and f.verb in ({verbs})
         and f.id not in (select b.corrects from facts b
            where b.verb = 21 and b.corrects is not null and b.day >= ${from_day})
         and (f.object_id = 0 or f.verb not in (7, 8, 25) or not exists (
            select 1 from facts g where g.object_id = f.object_id and g.verb = 21
            and g.object_kind = f.object_kind and g.corrects is null))"
    )
}

/// A day near a moment: the index of the log is by local day, the moment itself decides.
fn near(at: Moment, margin: i32) -> Day {
    Day(i32::try_from(at.0.div_euclid(Moment::DAY)).unwrap_or(0)).plus(margin)
}

/// How long before the opening the past of everybody is measured, in days.
const PAST: i64 = 28;

#[derive(QueryableByName)]
struct Drawn {
    #[diesel(sql_type = SmallInt)]
    arm: Arm,
    #[diesel(sql_type = BigInt)]
    after: i64,
    #[diesel(sql_type = BigInt)]
    before: i64,
}

/// What everybody who was drawn for an action did in its window, and in the 28 days
/// before. The arms come from the log too, so that people who were erased since still
/// count, without a name.
///
/// # Errors
/// A fault of the database.
pub fn outcomes(conn: &mut Conn, action: &Action) -> Result<Outcomes> {
    let (from, until) = (action.opens_at.plus(-PAST * Moment::DAY), action.window_ends());
    let sql = format!(
        "with acts as (
            select t.person, t.day, t.late from (
                select f.actor as person, f.day as day,
                       case when f.at < $1 then 0 else 1 end as late
                from facts f where {}) t
            group by t.person, t.day, t.late),
        drawn as (
            select f.target as person, min(f.arm) as arm from facts f
            where f.action_id = $6 and f.verb = 17
              and f.target is not null and f.arm is not null
            group by f.target)
        select cast(d.arm as smallint) as arm,
               count(case when a.late = 1 then 1 end) as after,
               count(case when a.late = 0 then 1 end) as before
        from drawn d left join acts a on a.person = d.person
        group by d.person, d.arm",
        acts(action.outcome, 2)
    );
    let rows: Vec<Drawn> = database::sql(sql)
        .bind::<BigInt, _>(action.opens_at)
        .bind::<Integer, _>(near(from, -1))
        .bind::<Integer, _>(near(until, 1))
        .bind::<BigInt, _>(from)
        .bind::<BigInt, _>(until)
        .bind::<BigInt, _>(action.id)
        .load(conn)?;
    let value = |days: i64| match action.outcome {
        Outcome::ActiveDays => days as f64,
        Outcome::Contributed | Outcome::Posted => f64::from(u8::from(days > 0)),
    };
    let mut outcomes = Outcomes::default();
    for row in rows {
        let arm = match row.arm {
            Arm::Shown => &mut outcomes.shown,
            Arm::HeldBack => &mut outcomes.held,
        };
        arm.add(value(row.before), value(row.after));
    }
    Ok(outcomes)
}

#[derive(QueryableByName)]
struct Base {
    #[diesel(sql_type = BigInt)]
    people: i64,
    #[diesel(sql_type = BigInt)]
    before: i64,
}

/// How many people of the whole community reached the outcome in the `days` before `now`,
/// of all who could be drawn.
pub(crate) fn base(
    conn: &mut Conn,
    outcome: Outcome,
    days: i32,
    now: Moment,
) -> Result<(u64, u64)> {
    let from = now.plus(-i64::from(days) * Moment::DAY);
    let sql = format!(
        "with acts as (select distinct f.actor as person from facts f where {})
        select count(*) as people, count(a.person) as before
        from people p
        left join pseudonyms s on s.person_id = p.id
        left join acts a on a.person = s.pseudonym
        where {}",
        acts(outcome, 1),
        drawn_from(&[])
    );
    let row: Base = database::sql(sql)
        .bind::<Integer, _>(near(from, -1))
        .bind::<Integer, _>(near(now, 1))
        .bind::<BigInt, _>(from)
        .bind::<BigInt, _>(now)
        .get_result(conn)?;
    let count = |n: i64| u64::try_from(n).unwrap_or(0);
    Ok((count(row.before), count(row.people)))
}

/// How many people an action for these departments (none is everybody) would draw.
pub(crate) fn count(conn: &mut Conn, below: &[DepartmentId]) -> Result<u64> {
    let row: Base = database::sql(format!(
        "select count(*) as people, cast(0 as bigint) as before from people p where {}",
        drawn_from(below)
    ))
    .get_result(conn)?;
    Ok(u64::try_from(row.people).unwrap_or(0))
}

/// A department with how many of its people were asked and answered.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub(crate) struct Reached {
    /// Its path; none for people without a department.
    #[diesel(sql_type = Nullable<Text>)]
    pub(crate) path: Option<String>,
    #[diesel(sql_type = BigInt)]
    pub(crate) asked: i64,
    #[diesel(sql_type = BigInt)]
    pub(crate) answered: i64,
}

/// Of those drawn to be asked: how many answered, by the department they were in when
/// they were drawn.
pub(crate) fn by_department(conn: &mut Conn, action: ActionId) -> Result<Vec<Reached>> {
    Ok(database::sql(
        "with drawn as (
            select f.target as person, min(f.arm) as arm,
                   min(coalesce(f.target_dept_at, 0)) as department
            from facts f
            where f.action_id = $1 and f.verb = 17
              and f.target is not null and f.arm is not null
            group by f.target),
        said as (
            select distinct f.actor as person from facts f
            where f.action_id = $1 and f.verb = 20 and not exists (
                select 1 from facts g where g.object_id = f.object_id and g.verb = 21
                and g.object_kind = f.object_kind and g.corrects is null))
        select o.path as path, count(*) as asked, count(s.person) as answered
        from drawn d
        left join said s on s.person = d.person
        left join departments o on o.id = d.department
        where d.arm = 1
        group by o.path
        order by case when o.path is null then 1 else 0 end, o.path",
    )
    .bind::<BigInt, _>(action)
    .load(conn)?)
}
