//! Who is connected, active and takes part (SCIENCE.md 1.1 and 1.2).

use super::{blocks, kept, numbers};
use crate::packed::Acts;
use crate::window::{Window, closed_week_end};
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use language::{Day, DepartmentId, Result};
use schema::closed_weeks;
use std::collections::{BTreeMap, HashMap};

/// How far people are reached in a window. Everybody is counted once, under the
/// department that they are in now, so that each number is a part of `eligible`.
/// The community team is left out of all but `team`; bots are nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// People who may take part: known here, not suspended, not forgotten.
    pub eligible: i64,
    /// Of those: signed in once, or seen acting in the window.
    pub connected: i64,
    /// Of those: at least one active day in the window.
    pub active: i64,
    /// Active, and opened a thread.
    pub creators: i64,
    /// Active, opened none, but replied, reacted, answered an action or made contact.
    pub contributors: i64,
    /// Active and nothing more.
    pub readers: i64,
    /// Members of the community team, active or not.
    pub team: i64,
}

impl Reach {
    /// Eligible and not seen in the window.
    pub fn absent(&self) -> i64 {
        self.eligible - self.active
    }

    pub(crate) fn numbers(&self) -> Vec<i64> {
        let Self { eligible, connected, active, creators, contributors, readers, team } = *self;
        vec![eligible, connected, active, creators, contributors, readers, team]
    }

    pub(crate) fn from_numbers(numbers: &[i64]) -> Option<Self> {
        let &[eligible, connected, active, creators, contributors, readers, team] = numbers else {
            return None;
        };
        Some(Self { eligible, connected, active, creators, contributors, readers, team })
    }
}

/// The reach of one department, without those below it: the rows of all departments
/// add up to the community. Small numbers are not hidden here; whoever shows them
/// must (SCIENCE.md §0).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DepartmentReach {
    /// The department; none for people without one.
    pub department: Option<DepartmentId>,
    /// The department that it is part of.
    pub parent: Option<DepartmentId>,
    /// People on the payroll there **and below**, when somebody told.
    pub headcount: Option<i32>,
    /// Its people.
    pub reach: Reach,
}

#[derive(Default, QueryableByName)]
pub(crate) struct Row {
    #[diesel(sql_type = BigInt)]
    department_id: i64,
    #[diesel(sql_type = BigInt)]
    eligible: i64,
    #[diesel(sql_type = BigInt)]
    connected: i64,
    #[diesel(sql_type = BigInt)]
    active: i64,
    #[diesel(sql_type = BigInt)]
    creators: i64,
    #[diesel(sql_type = BigInt)]
    contributors: i64,
    #[diesel(sql_type = BigInt)]
    readers: i64,
    #[diesel(sql_type = BigInt)]
    team: i64,
}

/// What people did up to the last day with facts: from everybody's last days, which is
/// less to read than the days.
const SEEN: &str = "select pseudonym,
        case when last_post_day >= $1 then 1 else 0 end as posts,
        case when last_contribution_day >= $1 then 1 else 0 end as others
    from member_states where last_day >= $1";

const COUNT: &str = "
        count(*) filter (where not p.team) as eligible,
        count(*) filter (where not p.team and (p.joined_at is not null or a.pseudonym is not null))
            as connected,
        count(*) filter (where not p.team and a.pseudonym is not null) as active,
        count(*) filter (where not p.team and a.posts > 0) as creators,
        count(*) filter (where not p.team and a.posts = 0 and a.others > 0) as contributors,
        count(*) filter (where not p.team and a.posts = 0 and a.others = 0) as readers,
        count(*) filter (where p.team) as team
    from people p
    left join pseudonyms s on s.person_id = p.id
    left join seen a on a.pseudonym = s.pseudonym
    where not p.bot and p.state in ('placeholder', 'invited', 'active')";

/// By department, or one row with department 0 for all.
fn counted(conn: &mut Conn, window: Window, by_department: bool) -> Result<Vec<Row>> {
    let present = kept::present(conn)?;
    counted_at(conn, window, by_department, present)
}

/// The same where the last day with facts is known.
fn counted_at(
    conn: &mut Conn,
    window: Window,
    by_department: bool,
    present: Option<Day>,
) -> Result<Vec<Row>> {
    if present.is_some_and(|present| present > window.to) {
        return counted_then(conn, window, by_department);
    }
    let (department, group) = if by_department {
        ("coalesce(p.department_id, 0)", "group by coalesce(p.department_id, 0)")
    } else {
        ("cast(0 as bigint)", "")
    };
    Ok(database::sql(format!(
        "with seen as ({SEEN}) select {department} as department_id, {COUNT} {group}"
    ))
    .bind::<Integer, _>(window.from)
    .load(conn)?)
}

/// The same for a window of the past, from its days.
fn counted_then(conn: &mut Conn, window: Window, by_department: bool) -> Result<Vec<Row>> {
    let mut seen: HashMap<u32, (bool, bool)> = HashMap::new();
    blocks::read(conn, window, |_, acts: &Acts| {
        let (posted, others) = seen.entry(acts.member).or_default();
        *posted |= acts.counts.posts > 0;
        *others |= acts.counts.contributions() > acts.counts.posts;
    })?;
    let mut rows: BTreeMap<i64, Row> = BTreeMap::new();
    if !by_department {
        rows.insert(0, Row::default());
    }
    for person in numbers::eligible(conn)? {
        let department = if by_department { person.department } else { 0 };
        let row = rows.entry(department).or_default();
        row.department_id = department;
        if person.team {
            row.team += 1;
            continue;
        }
        let did = person.number.and_then(|number| seen.get(&number));
        row.eligible += 1;
        row.connected += i64::from(person.joined || did.is_some());
        let Some((posted, others)) = did else { continue };
        row.active += 1;
        match (posted, others) {
            (true, _) => row.creators += 1,
            (false, true) => row.contributors += 1,
            (false, false) => row.readers += 1,
        }
    }
    Ok(rows.into_values().collect())
}

impl From<&Row> for Reach {
    fn from(row: &Row) -> Self {
        Self {
            eligible: row.eligible,
            connected: row.connected,
            active: row.active,
            creators: row.creators,
            contributors: row.contributors,
            readers: row.readers,
            team: row.team,
        }
    }
}

/// The reach of the whole community in a window, as it is now.
///
/// # Errors
/// A fault of the database.
pub fn reach(conn: &mut Conn, window: Window) -> Result<Reach> {
    Ok(counted(conn, window, false)?.first().map(Reach::from).unwrap_or_default())
}

/// The same where the last day with facts ([`crate::Standing::present`]) is known, for a page that
/// asks for several windows.
///
/// # Errors
/// A fault of the database.
pub fn reach_at(conn: &mut Conn, window: Window, present: Option<Day>) -> Result<Reach> {
    Ok(counted_at(conn, window, false, present)?.first().map(Reach::from).unwrap_or_default())
}

/// The reach of every department in a window of the past, from its days.
pub(crate) fn departments_then(conn: &mut Conn, window: Window) -> Result<Vec<(i64, Reach)>> {
    let rows = counted_then(conn, window, true)?;
    Ok(rows.iter().map(|row| (row.department_id, Reach::from(row))).collect())
}

/// Takes the figures by department of the last closed week down, once: from then
/// they stand still until the next week closes or history is imported. Returns
/// whether it did. [`crate::keep`] does it too, without holding the writer.
///
/// # Errors
/// A fault of the database.
pub fn close_week(tx: &mut Tx<'_>, today: Day) -> Result<bool> {
    match week_to_close(tx, today)? {
        Some(figures) => close_with(tx, today, &figures),
        None => Ok(false),
    }
}

/// The figures of the last closed week, if it is not closed yet.
pub(crate) fn week_to_close(conn: &mut Conn, today: Day) -> Result<Option<Vec<Row>>> {
    let end = closed_week_end(today);
    let known: i64 =
        closed_weeks::table.filter(closed_weeks::end_day.eq(end)).count().get_result(conn)?;
    if known > 0 {
        return Ok(None);
    }
    Ok(Some(counted(conn, Window::month_to(end), true)?))
}

/// Closes the last week with these figures; whoever comes first closes it.
pub(crate) fn close_with(tx: &mut Tx<'_>, today: Day, rows: &[Row]) -> Result<bool> {
    let end = closed_week_end(today);
    super::rows::write(
        tx,
        "insert into closed_weeks (end_day, department_id, eligible, connected, active,
            creators, contributors, readers, team)",
        "on conflict (end_day, department_id) do nothing",
        rows,
        |one, row| {
            row.int(end.0)
                .int(one.department_id)
                .int(one.eligible)
                .int(one.connected)
                .int(one.active)
                .int(one.creators)
                .int(one.contributors)
                .int(one.readers)
                .int(one.team);
        },
    )?;
    Ok(!rows.is_empty())
}

/// Forgets the newest closed week, so that it is taken down anew: history came in, which
/// changes it by far more than one person. So with the last week of a history that stopped.
pub(crate) fn reopen_week(tx: &mut Tx<'_>) -> Result<()> {
    database::sql(
        "delete from closed_weeks where end_day + 7 not in (select end_day from closed_weeks)",
    )
    .execute(&mut **tx)?;
    Ok(())
}

type Closed = (DepartmentId, i32, i32, i32, i32, i32, i32, i32);

/// The reach of every department over the 28 days that end with the last closed
/// week, as it was taken down by [`close_week`]; empty before that.
///
/// # Errors
/// A fault of the database.
pub fn reach_by_department(conn: &mut Conn, today: Day) -> Result<Vec<DepartmentReach>> {
    use schema::departments;
    let rows: Vec<Closed> = closed_weeks::table
        .filter(closed_weeks::end_day.eq(closed_week_end(today)))
        .order(closed_weeks::department_id)
        .select((
            closed_weeks::department_id,
            closed_weeks::eligible,
            closed_weeks::connected,
            closed_weeks::active,
            closed_weeks::creators,
            closed_weeks::contributors,
            closed_weeks::readers,
            closed_weeks::team,
        ))
        .load(conn)?;
    type Known = (i64, Option<DepartmentId>, Option<i32>);
    let known: Vec<Known> = departments::table
        .select((departments::id, departments::parent_id, departments::headcount))
        .load(conn)?;
    let known: HashMap<i64, (Option<DepartmentId>, Option<i32>)> =
        known.into_iter().map(|(id, parent, headcount)| (id, (parent, headcount))).collect();
    Ok(rows
        .into_iter()
        .map(|(id, eligible, connected, active, creators, contributors, readers, team)| {
            let (parent, headcount) = known.get(&id.0).copied().unwrap_or((None, None));
            DepartmentReach {
                department: Some(id).filter(|id| id.0 != 0),
                parent,
                headcount,
                reach: Reach {
                    eligible: eligible.into(),
                    connected: connected.into(),
                    active: active.into(),
                    creators: creators.into(),
                    contributors: contributors.into(),
                    readers: readers.into(),
                    team: team.into(),
                },
            }
        })
        .collect())
}

/// The community today, for the first line of the cockpit. Members only: the team
/// counts apart, bots nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Pulse {
    /// Active today.
    #[diesel(sql_type = BigInt)]
    pub day: i64,
    /// Active in the seven days up to today.
    #[diesel(sql_type = BigInt)]
    pub week: i64,
    /// Active in the 28 days up to today.
    #[diesel(sql_type = BigInt)]
    pub month: i64,
    /// Of those: opened a thread in these 28 days.
    #[diesel(sql_type = BigInt)]
    pub creators: i64,
    /// Of those: contributed otherwise.
    #[diesel(sql_type = BigInt)]
    pub contributors: i64,
    /// Active members of the community team in these 28 days.
    #[diesel(sql_type = BigInt)]
    pub team: i64,
}

/// How many are active today, this week and this month, from everybody's last day:
/// right only when `today` is the last day with facts.
///
/// # Errors
/// A fault of the database.
pub fn pulse(conn: &mut Conn, today: Day) -> Result<Pulse> {
    // Asking of everybody whether they are in the team takes longer than all else: the
    // team is counted apart and taken off.
    let all = pulse_of("member_states");
    let team = pulse_of(
        "(select m.* from people p join pseudonyms s on s.person_id = p.id
            join member_states m on m.pseudonym = s.pseudonym where p.team) m",
    );
    let parts: Vec<Part> =
        database::sql(format!("select 1 as sign, {all} union all select -1 as sign, {team}"))
            .bind::<Integer, _>(today)
            .load(conn)?;
    let sum = |of: fn(&Pulse) -> i64| -> i64 {
        parts.iter().map(|part| i64::from(part.sign) * of(&part.pulse)).sum()
    };
    // Who is in the team now counts as team, in whatever capacity they acted.
    let team = parts.iter().map(|part| {
        part.pulse.team * i64::from(part.sign > 0) + part.pulse.month * i64::from(part.sign < 0)
    });
    Ok(Pulse {
        day: sum(|pulse| pulse.day),
        week: sum(|pulse| pulse.week),
        month: sum(|pulse| pulse.month),
        creators: sum(|pulse| pulse.creators),
        contributors: sum(|pulse| pulse.contributors),
        team: team.sum(),
    })
}

/// The people of one part of [`pulse`], to be added or taken off.
#[derive(QueryableByName)]
struct Part {
    #[diesel(sql_type = Integer)]
    sign: i32,
    #[diesel(embed)]
    pulse: Pulse,
}

fn pulse_of(people: &str) -> String {
    format!(
        "count(*) filter (where actor_kind <> 2 and last_day >= $1) as day,
            count(*) filter (where actor_kind <> 2 and last_day > $1 - 7) as week,
            count(*) filter (where actor_kind <> 2) as month,
            count(*) filter (where actor_kind <> 2 and last_post_day > $1 - 28) as creators,
            count(*) filter (where actor_kind <> 2 and last_contribution_day > $1 - 28
                and coalesce(last_post_day, $1 - 28) <= $1 - 28) as contributors,
            count(*) filter (where actor_kind = 2) as team
        from {people} where last_day > $1 - 28"
    )
}
