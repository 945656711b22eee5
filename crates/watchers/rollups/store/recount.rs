//! The slow way to the same tables: straight from the facts, in SQL, sharing nothing
//! with the follower. What it finds different is a fault in one of the two.

use super::{blocks, numbers};
use crate::Rollups;
use crate::packed::{Acts, Cell, Turned};
use crate::window::Window;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::Text;
use language::{Day, Result};
use schema::{facts, followers};
use std::collections::{BTreeSet, HashMap};

/// A row that stands in one place and not in the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: &'static str,
    /// Its columns, in their order, with spaces between them.
    pub row: String,
    /// Whether it is in the table and does not follow from the facts; otherwise it
    /// follows from the facts and is not in the table.
    pub kept: bool,
}

/// At most so many differences are listed per table and direction.
const LISTED: usize = 50;

/// `{position}` is where the follower stands: later facts are not its business yet.
/// The numbers of verbs and kinds are those of `language::Verb` and `ObjectKind`.
const EFFECTIVE: &str = "with taken (id) as (
        select f.id from facts r join facts f on f.id = r.corrects
        where r.corrects is not null and (r.verb = 21 or r.verb = f.verb)
            and f.position < r.position and r.position <= {position}
        union
        select f.id from facts r join facts f
            on f.object_id = r.object_id and f.object_kind = r.object_kind
        where r.verb = 21 and r.corrects is null and r.object_id <> 0 and f.object_id <> 0
            and f.verb in (7, 8, 10, 11, 20, 25)
            and f.position < r.position and r.position <= {position}),
    effective as (
        select * from facts
        where position <= {position} and id not in (select id from taken)),
    acts as (
        select * from effective where actor is not null and actor_kind <> 3
            and verb in (2, 4, 7, 8, 9, 10, 11, 14, 15, 18, 19, 20, 21, 22, 23, 24, 25))";

/// A table, what the facts say, and what it holds: one column of text each.
struct Check {
    table: &'static str,
    counted: &'static str,
    kept: &'static str,
}

const CHECKS: &[Check] = &[
    Check {
        table: "retracted_facts",
        counted: ", counted (line) as (select cast(id as text) from taken)",
        kept: "select cast(fact_id as text) from retracted_facts",
    },
    Check {
        table: "member_states",
        counted: ", active as (
            select actor, day, max(actor_kind) as kind, max(coalesce(dept_at, 0)) as dept,
                max(case when verb = 7 then day end) as posted,
                max(case when verb in (7, 8, 9, 20, 25) then day end) as contributed
            from acts group by actor, day),
        spans as (
            select actor, min(day) as first_day, max(day) as last_day, count(*) as days,
                max(posted) as posted, max(contributed) as contributed
            from active group by actor),
        counted (line) as (
            select s.actor || ' ' || a.kind || ' ' || a.dept || ' ' || s.first_day
                || ' ' || s.last_day || ' ' || s.days
                || ' ' || coalesce(cast(s.posted as text), '-')
                || ' ' || coalesce(cast(s.contributed as text), '-')
            from spans s join active a on a.actor = s.actor and a.day = s.last_day)",
        kept: "select pseudonym || ' ' || actor_kind || ' ' || department_id || ' ' || first_day
                || ' ' || last_day || ' ' || active_days
                || ' ' || coalesce(cast(last_post_day as text), '-')
                || ' ' || coalesce(cast(last_contribution_day as text), '-')
            from member_states",
    },
    Check {
        table: "thread_states",
        counted: ", posted as (
            select f.*, case when f.id in (select id from taken) then 1 else 0 end as gone
            from facts f where f.verb = 7 and f.object_kind = 1 and f.position <= {position}),
        ranked as (
            select p.*, row_number() over (partition by object_id order by gone,
                case when gone = 0 then position else -position end) as place
            from posted p),
        opened as (select * from ranked where place = 1),
        replied as (
            select * from effective
            where verb = 8 and actor_kind <> 3 and thread_id is not null),
        answered as (
            select r.thread_id, r.at, r.actor, r.actor_kind,
                row_number() over (partition by r.thread_id order by r.at, r.position) as place
            from replied r join opened o on o.object_id = r.thread_id
            where r.actor is distinct from o.actor),
        accepted as (
            select thread_id, at, target,
                row_number() over (partition by thread_id order by at, position) as place
            from effective where verb = 11 and actor_kind <> 3 and thread_id is not null),
        threads (id) as (
            select object_id from opened union select thread_id from replied
            union select thread_id from accepted),
        sizes as (select thread_id, count(*) as n from replied group by thread_id),
        firsts as (
            select thread_id, min(case when actor_kind <> 2 then at end) as by_member,
                min(case when actor_kind = 2 then at end) as by_staff
            from answered group by thread_id),
        counted (line) as (
            select t.id || ' ' || coalesce(cast(o.at as text), '-')
                || ' ' || coalesce(cast(o.day as text), '-')
                || ' ' || coalesce(cast(o.actor as text), '-')
                || ' ' || coalesce(cast(o.actor_kind as text), '-')
                || ' ' || coalesce(cast(o.group_id as text), '-')
                || ' ' || coalesce(o.dept_at, 0) || ' ' || coalesce(s.n, 0)
                || ' ' || coalesce(cast(f.at as text), '-')
                || ' ' || coalesce(cast(f.actor as text), '-')
                || ' ' || coalesce(cast(b.by_member as text), '-')
                || ' ' || coalesce(cast(b.by_staff as text), '-')
                || ' ' || coalesce(cast(a.at as text), '-')
                || ' ' || coalesce(cast(a.target as text), '-')
                || ' ' || coalesce(o.gone, 0)
            from threads t left join opened o on o.object_id = t.id
            left join sizes s on s.thread_id = t.id
            left join answered f on f.thread_id = t.id and f.place = 1
            left join firsts b on b.thread_id = t.id
            left join accepted a on a.thread_id = t.id and a.place = 1)",
        kept: "select thread_id || ' ' || coalesce(cast(opened_at as text), '-')
                || ' ' || coalesce(cast(opened_day as text), '-')
                || ' ' || coalesce(cast(author as text), '-')
                || ' ' || coalesce(cast(author_kind as text), '-')
                || ' ' || coalesce(cast(group_id as text), '-')
                || ' ' || department_id || ' ' || replies
                || ' ' || coalesce(cast(first_reply_at as text), '-')
                || ' ' || coalesce(cast(first_reply_by as text), '-')
                || ' ' || coalesce(cast(first_member_reply_at as text), '-')
                || ' ' || coalesce(cast(first_staff_reply_at as text), '-')
                || ' ' || coalesce(cast(accepted_at as text), '-')
                || ' ' || coalesce(cast(answerer as text), '-')
                || ' ' || case when withdrawn then 1 else 0 end
            from thread_states",
    },
    Check {
        table: "assignments",
        counted: ", ranked as (
            select *, row_number() over (partition by action_id, target order by position)
                as place
            from effective where verb = 17 and arm is not null and action_id is not null
                and target is not null),
        counted (line) as (
            select action_id || ' ' || target || ' ' || arm || ' ' || coalesce(target_dept_at, 0)
                || ' ' || at || ' ' || coalesce(cast(propensity as text), '-')
            from ranked where place = 1)",
        kept: "select action_id || ' ' || pseudonym || ' ' || arm || ' ' || department_id
                || ' ' || at || ' ' || coalesce(cast(propensity as text), '-')
            from assignments",
    },
];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// What the facts say that packed rows hold, for the days from `{from}` to `{to}`.
const ACTS: &str = "
    select day || ' ' || actor || ' ' || actor_kind || ' ' || coalesce(dept_at, 0)
        || ' ' || count(*)
        || ' ' || sum(case when verb = 7 then 1 else 0 end)
        || ' ' || sum(case when verb = 8 then 1 else 0 end)
        || ' ' || sum(case when verb = 9 then 1 else 0 end)
        || ' ' || sum(case when verb = 20 then 1 else 0 end)
        || ' ' || sum(case when verb = 25 then 1 else 0 end) as line
    from acts where day between {from} and {to}
    group by day, actor, actor_kind, coalesce(dept_at, 0)";

const TIES: &str = "
    select day || ' ' || actor || ' ' || target || ' ' || coalesce(dept_at, 0)
        || ' ' || coalesce(target_dept_at, 0)
        || ' ' || sum(case verb when 9 then 1 when 10 then 2 else 3 end) as line
    from effective
    where day between {from} and {to}
        and verb in (8, 9, 10, 25) and actor is not null and actor_kind <> 3
        and target is not null and target <> actor
        and (visibility in (1, 2) or verb = 25)
    group by day, actor, target, coalesce(dept_at, 0), coalesce(target_dept_at, 0)";

/// So many days of packed rows are compared at a time.
const STRETCH: i32 = 31;

/// The days that the facts or the packed rows speak of.
fn days(conn: &mut Conn) -> Result<Option<(i32, i32)>> {
    let first: Option<Day> = facts::table.select(diesel::dsl::min(facts::day)).first(conn)?;
    let last: Option<Day> = facts::table.select(diesel::dsl::max(facts::day)).first(conn)?;
    let spans = [
        first.map(|day| day.0).zip(last.map(|day| day.0)),
        blocks::span::<Acts>(conn)?,
        blocks::span::<Turned>(conn)?,
    ];
    let spans = || spans.iter().flatten();
    Ok(spans().map(|(from, _)| *from).min().zip(spans().map(|(_, to)| *to).max()))
}

/// Compares packed rows of the table of `C` with the facts, a month at a time.
fn compare<C: Cell>(
    conn: &mut Conn,
    position: i64,
    counted: &str,
    line: impl Fn(i32, &C, &HashMap<u32, i64>) -> String,
) -> Result<Vec<Difference>> {
    let Some((first, last)) = days(conn)? else { return Ok(Vec::new()) };
    let names = numbers::names(conn)?;
    let (mut missing, mut extra) = (Vec::new(), Vec::new());
    let mut from = first;
    while from <= last {
        let to = last.min(from.saturating_add(STRETCH - 1));
        let sql = format!("{EFFECTIVE}{counted}")
            .replace("{position}", &position.to_string())
            .replace("{from}", &from.to_string())
            .replace("{to}", &to.to_string());
        let lines: Vec<Line> = database::sql(sql).load(conn)?;
        let facts: BTreeSet<String> = lines.into_iter().map(|line| line.line).collect();
        let mut kept = BTreeSet::new();
        let mut twice = Vec::new();
        blocks::read(conn, Window { from: Day(from), to: Day(to) }, |day, cell: &C| {
            let line = line(day, cell, &names);
            if !kept.insert(line.clone()) {
                twice.push(line);
            }
        })?;
        missing.extend(facts.difference(&kept).cloned());
        extra.extend(kept.difference(&facts).cloned().chain(twice));
        from = to.saturating_add(1);
    }
    let told = |rows: Vec<String>, kept: bool| {
        rows.into_iter().take(LISTED).map(move |row| Difference { table: C::TABLE, row, kept })
    };
    Ok(told(missing, false).chain(told(extra, true)).collect())
}

/// The packed rows that do not follow from the facts, and what is missing in them.
fn compare_packed(conn: &mut Conn, position: i64) -> Result<Vec<Difference>> {
    let name = |number: u32, names: &HashMap<u32, i64>| {
        names.get(&number).map_or_else(|| format!("#{number}"), i64::to_string)
    };
    let mut differences = compare(conn, position, ACTS, |day, cell: &Acts, names| {
        let counts = cell.counts.columns().map(|count| count.to_string()).join(" ");
        let who = name(cell.member, names);
        format!("{day} {who} {} {} {counts}", cell.kind, cell.department)
    })?;
    differences.extend(compare(conn, position, TIES, |day, tie: &Turned, names| {
        let (source, target) = (name(tie.source, names), name(tie.target, names));
        let (from, to) = (tie.source_department, tie.target_department);
        format!("{day} {source} {target} {from} {to} {}", tie.weight)
    })?);
    Ok(differences)
}

/// Counts every table anew from the facts that [`Rollups`] has taken and compares.
/// Nothing is changed. It reads the whole log several times: minutes for millions of
/// facts.
///
/// # Errors
/// A fault of the database.
pub fn recount(conn: &mut Conn) -> Result<Vec<Difference>> {
    let position: i64 = followers::table
        .filter(followers::name.eq(Rollups::NAME))
        .select(followers::position)
        .first(conn)
        .optional()?
        .unwrap_or(0);
    let mut differences = compare_packed(conn, position)?;
    for check in CHECKS {
        for kept in [false, true] {
            let with = format!("{EFFECTIVE}{}", check.counted)
                .replace("{position}", &position.to_string());
            let (one, other) = ("select line from counted", check.kept);
            let (one, other) = if kept { (other, one) } else { (one, other) };
            let sql = format!(
                "{with}, one (line) as ({one}), other (line) as ({other})
                 select line from (select line from one except select line from other) d
                 order by line limit {LISTED}"
            );
            let lines: Vec<Line> = database::sql(sql).load(conn)?;
            differences.extend(lines.into_iter().map(|line| Difference {
                table: check.table,
                row: line.line,
                kept,
            }));
        }
    }
    Ok(differences)
}
