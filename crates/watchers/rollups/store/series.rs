//! Activity and contributions over time (SCIENCE.md 1.1, 1.2, 2.3, 3.6 and 6).

use super::kept::{self, Figure, Numbers};
use super::{reach, team};
use crate::event::Counts;
use crate::window::{Window, closed_week_end};
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable};
use language::{Day, Pseudonym, Result};
use std::collections::{BTreeMap, HashMap};

/// One day of the community.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayFigures {
    /// The day.
    pub day: Day,
    /// Members active that day, the team left out.
    pub active: i64,
    /// Members active in the seven days up to it.
    pub week: i64,
    /// Members active in the 28 days up to it.
    pub month: i64,
    /// What members did that day.
    pub counts: Counts,
}

#[derive(QueryableByName)]
struct Gap {
    #[diesel(sql_type = Integer)]
    day: i32,
    #[diesel(sql_type = Nullable<Integer>)]
    gap: Option<i32>,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

#[derive(QueryableByName)]
struct DayCounts {
    #[diesel(sql_type = Integer)]
    day: i32,
    #[diesel(sql_type = BigInt)]
    acts: i64,
    #[diesel(sql_type = BigInt)]
    posts: i64,
    #[diesel(sql_type = BigInt)]
    replies: i64,
    #[diesel(sql_type = BigInt)]
    reactions: i64,
    #[diesel(sql_type = BigInt)]
    answers: i64,
    #[diesel(sql_type = BigInt)]
    contacts: i64,
}

impl DayCounts {
    fn counts(&self) -> Counts {
        Counts {
            acts: self.acts,
            posts: self.posts,
            replies: self.replies,
            reactions: self.reactions,
            answers: self.answers,
            contacts: self.contacts,
        }
    }
}

/// The names of the figures that are kept.
pub(crate) const DAYS: &str = "days";
pub(crate) const SETTLED: &str = "settled";
pub(crate) const CONTRIBUTORS: &str = "contributors";
const PHASE: &str = "phase";

impl DayFigures {
    fn numbers(&self) -> Numbers {
        let mut numbers = vec![self.active, self.week, self.month];
        numbers.extend(self.counts.columns());
        numbers
    }

    fn from_numbers(day: Day, numbers: &[i64]) -> Option<Self> {
        let &[active, week, month, ref counts @ ..] = numbers else { return None };
        Some(Self { day, active, week, month, counts: Counts::from_columns(counts)? })
    }
}

/// Every day of a window: distinct members active that day and in the 7 and 28 days
/// up to it, and what they did. Days that are over are [kept](crate::keep) ready, and
/// the present day is had from everybody's last day.
///
/// # Errors
/// A fault of the database.
pub fn days(conn: &mut Conn, window: Window) -> Result<Vec<DayFigures>> {
    let kept = kept::range(conn, DAYS, window.from, window.to)?;
    let mut known: BTreeMap<Day, DayFigures> = kept
        .iter()
        .filter_map(|(day, numbers)| Some((*day, DayFigures::from_numbers(*day, numbers)?)))
        .collect();
    let missing =
        || (window.from.0..=window.to.0).map(Day).filter(|day| !known.contains_key(day));
    if let (Some(from), Some(to)) = (missing().next(), missing().next_back()) {
        let counted = match kept::present(conn)? {
            Some(present) if from == to && present <= to => vec![count_present(conn, to)?],
            _ => count_days(conn, Window { from, to })?,
        };
        known.extend(counted.into_iter().map(|figures| (figures.day, figures)));
    }
    Ok(known.into_values().collect())
}

/// The same, to be kept.
pub(crate) fn day_figures(conn: &mut Conn, window: Window) -> Result<Vec<Figure>> {
    let days = count_days(conn, window)?;
    Ok(days
        .iter()
        .map(|one| Figure { end: one.day, name: DAYS, numbers: one.numbers() })
        .collect())
}

/// Somebody active on day d and next on day d + g is counted in the 28 days up to
/// each of d … d + min(g, 28) − 1, and once: so the gaps between active days give
/// every rolling count without keeping sets of people.
fn count_days(conn: &mut Conn, window: Window) -> Result<Vec<DayFigures>> {
    let team = team("pseudonym");
    let from = window.from.0 - 27;
    let gaps: Vec<Gap> = database::sql(format!(
        "select day, gap, count(*) as people from (
            select day, lead(day) over (partition by pseudonym order by day) - day as gap
            from (select day, pseudonym from member_days
                where day between $1 and $2 and actor_kind <> 2 and not {team}
                group by day, pseudonym) d) g
        group by day, gap"
    ))
    .bind::<Integer, _>(from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    let counts = counts_of(conn, window)?;
    let [active, week, month] = [1, 7, 28].map(|length| rolling(&gaps, from, window.to.0, length));
    Ok((window.from.0..=window.to.0)
        .map(|day| {
            let at = usize::try_from(day - from).unwrap_or(0);
            DayFigures {
                day: Day(day),
                active: active[at],
                week: week[at],
                month: month[at],
                counts: counts.get(&day).copied().unwrap_or_default(),
            }
        })
        .collect())
}

/// The last day with facts, from everybody's last day: what [`count_days`] would say,
/// but for somebody who changed between member and team.
fn count_present(conn: &mut Conn, day: Day) -> Result<DayFigures> {
    let pulse = reach::pulse(conn, day)?;
    let counts = counts_of(conn, Window { from: day, to: day })?;
    Ok(DayFigures {
        day,
        active: pulse.day,
        week: pulse.week,
        month: pulse.month,
        counts: counts.get(&day.0).copied().unwrap_or_default(),
    })
}

/// What members did, by day.
fn counts_of(conn: &mut Conn, window: Window) -> Result<HashMap<i32, Counts>> {
    let team = team("pseudonym");
    let counts: Vec<DayCounts> = database::sql(format!(
        "select day, sum(acts) as acts, sum(posts) as posts, sum(replies) as replies,
            sum(reactions) as reactions, sum(answers) as answers, sum(contacts) as contacts
        from member_days where day between $1 and $2 and actor_kind <> 2 and not {team}
        group by day"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(counts.iter().map(|c| (c.day, c.counts())).collect())
}

/// How many people have an active day in the `length` days up to each day.
fn rolling(gaps: &[Gap], from: i32, to: i32, length: i32) -> Vec<i64> {
    let size = usize::try_from(to - from + 1).unwrap_or(0);
    let mut change = vec![0_i64; size + 1];
    for one in gaps {
        let start = usize::try_from(one.day - from).unwrap_or(size);
        let covered = usize::try_from(one.gap.unwrap_or(length).min(length)).unwrap_or(0);
        if let Some(entry) = change.get_mut(start) {
            *entry += one.people;
        }
        change[(start + covered).min(size)] -= one.people;
    }
    let mut running = 0;
    change
        .iter()
        .take(size)
        .map(|step| {
            running += step;
            running
        })
        .collect()
}

/// What stickiness is made of: members who were there at least 28 days ago.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Active settled members of each of the 28 days, oldest first.
    pub daily: Vec<(Day, i64)>,
    /// Settled members active at least once in these 28 days.
    pub month: i64,
}

#[derive(QueryableByName)]
struct DayPeople {
    #[diesel(sql_type = Integer)]
    day: i32,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

/// The inputs of stickiness over the 28 days up to `end`. Members whose first active
/// day lies within them are left out: they could not have been there every day.
///
/// # Errors
/// A fault of the database.
pub fn settled(conn: &mut Conn, end: Day) -> Result<Settled> {
    if let Some(kept) = kept::find(conn, SETTLED, end)?
        && let Some((month, daily)) = kept.split_first()
    {
        let days = (Window::month_to(end).from.0..).map(Day);
        return Ok(Settled { daily: days.zip(daily.iter().copied()).collect(), month: *month });
    }
    count_settled(conn, end)
}

fn count_settled(conn: &mut Conn, end: Day) -> Result<Settled> {
    let window = Window::month_to(end);
    let team = team("d.pseudonym");
    let rows: Vec<DayPeople> = database::sql(format!(
        "select d.day, count(distinct d.pseudonym) as people
        from member_days d join member_states s on s.pseudonym = d.pseudonym
        where d.day between $1 and $2 and d.actor_kind <> 2 and not {team}
            and s.first_day <= $1
        group by d.day"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    let month: Vec<DayPeople> = database::sql(format!(
        "select 0 as day, count(distinct d.pseudonym) as people
        from member_days d join member_states s on s.pseudonym = d.pseudonym
        where d.day between $1 and $2 and d.actor_kind <> 2 and not {team}
            and s.first_day <= $1"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    let known: HashMap<i32, i64> = rows.iter().map(|row| (row.day, row.people)).collect();
    Ok(Settled {
        daily: (window.from.0..=window.to.0)
            .map(|day| (Day(day), known.get(&day).copied().unwrap_or(0)))
            .collect(),
        month: month.first().map_or(0, |row| row.people),
    })
}

/// What one person made in a window. The pseudonym only settles ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contributor {
    /// Who, for nobody to see.
    pub pseudonym: Pseudonym,
    /// Belongs to the community team, then or now.
    pub staff: bool,
    /// What they did.
    pub counts: Counts,
}

#[derive(QueryableByName)]
struct PersonCounts {
    #[diesel(sql_type = BigInt)]
    pseudonym: i64,
    #[diesel(sql_type = Bool)]
    staff: bool,
    #[diesel(embed)]
    counts: Sums,
}

#[derive(QueryableByName)]
struct Sums {
    #[diesel(sql_type = BigInt)]
    acts: i64,
    #[diesel(sql_type = BigInt)]
    posts: i64,
    #[diesel(sql_type = BigInt)]
    replies: i64,
    #[diesel(sql_type = BigInt)]
    reactions: i64,
    #[diesel(sql_type = BigInt)]
    answers: i64,
    #[diesel(sql_type = BigInt)]
    contacts: i64,
}

/// Everybody who contributed in a window, for Gini, top shares and the bus factor.
/// Who was connected and contributed nothing is not in it: see [`super::reach`].
///
/// # Errors
/// A fault of the database.
pub fn contributors(conn: &mut Conn, window: Window) -> Result<Vec<Contributor>> {
    if window == Window::month_to(window.to)
        && let Some(kept) = kept::find(conn, CONTRIBUTORS, window.to)?
    {
        return Ok(kept.chunks(8).filter_map(Contributor::from_numbers).collect());
    }
    count_contributors(conn, window)
}

/// The figures of the 28 days up to `end` that are not kept yet.
pub(crate) fn month_figures(conn: &mut Conn, end: Day) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    if kept::ends(conn, SETTLED, end, end)?.is_empty() {
        let settled = count_settled(conn, end)?;
        let mut numbers = vec![settled.month];
        numbers.extend(settled.daily.iter().map(|(_, people)| people));
        figures.push(Figure { end, name: SETTLED, numbers });
    }
    if kept::ends(conn, CONTRIBUTORS, end, end)?.is_empty() {
        let numbers = count_contributors(conn, Window::month_to(end))?
            .iter()
            .flat_map(Contributor::numbers)
            .collect();
        figures.push(Figure { end, name: CONTRIBUTORS, numbers });
    }
    Ok(figures)
}

impl Contributor {
    fn numbers(&self) -> Numbers {
        let mut numbers = vec![self.pseudonym.0, self.staff.into()];
        numbers.extend(self.counts.columns());
        numbers
    }

    fn from_numbers(numbers: &[i64]) -> Option<Self> {
        let &[pseudonym, staff, ref counts @ ..] = numbers else { return None };
        let counts = Counts::from_columns(counts)?;
        Some(Self { pseudonym: Pseudonym(pseudonym), staff: staff == 1, counts })
    }
}

fn count_contributors(conn: &mut Conn, window: Window) -> Result<Vec<Contributor>> {
    let team = team("pseudonym");
    let rows: Vec<PersonCounts> = database::sql(format!(
        "select pseudonym, (max(actor_kind) = 2 or {team}) as staff,
            sum(acts) as acts, sum(posts) as posts, sum(replies) as replies,
            sum(reactions) as reactions, sum(answers) as answers, sum(contacts) as contacts
        from member_days where day between $1 and $2
            and posts + replies + reactions + answers + contacts > 0
        group by pseudonym order by pseudonym"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| Contributor {
            pseudonym: Pseudonym(row.pseudonym),
            staff: row.staff,
            counts: Counts {
                acts: row.counts.acts,
                posts: row.counts.posts,
                replies: row.counts.replies,
                reactions: row.counts.reactions,
                answers: row.counts.answers,
                contacts: row.counts.contacts,
            },
        })
        .collect())
}

/// The contributions of the 28 days up to the end of one week, per contributor: what
/// the phase is judged on (SCIENCE.md §6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseWeek {
    /// The Sunday that ends it.
    pub end: Day,
    /// One entry per contributor, in no order that tells who.
    pub contributors: Vec<Share>,
}

/// What one contributor made, by the capacity in which they made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Share {
    /// Contributions as a member or guest.
    pub by_member: i64,
    /// Contributions as the community team.
    pub by_staff: i64,
}

#[derive(QueryableByName)]
struct PersonWeek {
    #[diesel(sql_type = BigInt)]
    pseudonym: i64,
    #[diesel(sql_type = Integer)]
    week: i32,
    #[diesel(sql_type = BigInt)]
    by_member: i64,
    #[diesel(sql_type = BigInt)]
    by_staff: i64,
}

/// The last `weeks` closed weeks before `today`, oldest first, each with the
/// contributions of its 28 days. Whoever is in the team now counts as team in all of
/// them: imported history does not know it yet.
///
/// # Errors
/// A fault of the database.
pub fn phase_weeks(conn: &mut Conn, today: Day, weeks: i32) -> Result<Vec<PhaseWeek>> {
    let last = closed_week_end(today);
    let from = last.plus((1 - weeks.max(1)) * 7);
    let kept = kept::range(conn, PHASE, from, last)?;
    let mut known: BTreeMap<Day, PhaseWeek> = kept
        .into_iter()
        .map(|(end, numbers)| (end, PhaseWeek::from_numbers(end, &numbers)))
        .collect();
    let wanted = || (0..weeks.max(1)).map(|week| from.plus(week * 7));
    if let Some(missing) = wanted().find(|end| !known.contains_key(end)) {
        let count = (last.0 - missing.0) / 7 + 1;
        let counted = count_phase_weeks(conn, last, count)?;
        known.extend(counted.into_iter().map(|week| (week.end, week)));
    }
    Ok(known.into_values().collect())
}

/// Those of the last `weeks` closed weeks that are not kept yet.
pub(crate) fn phase_figures(conn: &mut Conn, today: Day, weeks: i32) -> Result<Vec<Figure>> {
    let last = closed_week_end(today);
    let from = last.plus((1 - weeks) * 7);
    let known = kept::ends(conn, PHASE, from, last)?;
    let wanted = (0..weeks).map(|week| from.plus(week * 7));
    let Some(missing) = wanted.into_iter().find(|end| !known.contains(end)) else {
        return Ok(Vec::new());
    };
    let counted = count_phase_weeks(conn, last, (last.0 - missing.0) / 7 + 1)?;
    Ok(counted
        .iter()
        .map(|week| Figure { end: week.end, name: PHASE, numbers: week.numbers() })
        .collect())
}

impl PhaseWeek {
    /// How many contributors made how much: many made the same.
    fn numbers(&self) -> Numbers {
        let mut counts: BTreeMap<Share, i64> = BTreeMap::new();
        for share in &self.contributors {
            *counts.entry(*share).or_default() += 1;
        }
        counts
            .into_iter()
            .flat_map(|(share, people)| [share.by_member, share.by_staff, people])
            .collect()
    }

    fn from_numbers(end: Day, numbers: &[i64]) -> Self {
        let contributors = numbers
            .as_chunks::<3>()
            .0
            .iter()
            .flat_map(|&[by_member, by_staff, people]| {
                let people = usize::try_from(people).unwrap_or(0);
                std::iter::repeat_n(Share { by_member, by_staff }, people)
            })
            .collect();
        Self { end, contributors }
    }
}

/// The `weeks` weeks that end with `last`.
fn count_phase_weeks(conn: &mut Conn, last: Day, weeks: i32) -> Result<Vec<PhaseWeek>> {
    // The first of them needs the three weeks before it.
    let window = Window::last((weeks + 3) * 7, last);
    let team = team("pseudonym");
    let rows: Vec<PersonWeek> = database::sql(format!(
        "select pseudonym, (day - $1) / 7 as week,
            sum(case when staff then 0 else made end) as by_member,
            sum(case when staff then made else 0 end) as by_staff
        from (select pseudonym, day, (actor_kind = 2 or {team}) as staff,
                posts + replies + reactions + answers + contacts as made
            from member_days where day between $1 and $2) d
        where made > 0 group by pseudonym, (day - $1) / 7 order by pseudonym"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    let size = usize::try_from(weeks).unwrap_or(1);
    let mut shares: Vec<HashMap<i64, Share>> = vec![HashMap::new(); size];
    for row in rows {
        // Week w of the window counts in the months that end 0 to 3 weeks later.
        for end in row.week..=row.week + 3 {
            let Some(month) = usize::try_from(end - 3).ok().and_then(|at| shares.get_mut(at))
            else {
                continue;
            };
            let share = month.entry(row.pseudonym).or_default();
            share.by_member += row.by_member;
            share.by_staff += row.by_staff;
        }
    }
    Ok((0..)
        .zip(shares)
        .map(|(number, month)| {
            let mut contributors: Vec<Share> = month.into_values().collect();
            contributors.sort_unstable();
            PhaseWeek { end: last.plus((number + 1 - weeks) * 7), contributors }
        })
        .collect())
}

/// How often somebody comes: the inputs of "dormant by their own rhythm" (SCIENCE.md
/// 2.3). Shown only as counts by group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Rhythm {
    /// Who.
    #[diesel(sql_type = BigInt)]
    pub pseudonym: Pseudonym,
    /// Their department at their last act; 0 for none.
    #[diesel(sql_type = BigInt)]
    pub department: i64,
    /// Their first active day.
    #[diesel(sql_type = Integer)]
    pub first_day: Day,
    /// Their last one.
    #[diesel(sql_type = Integer)]
    pub last_day: Day,
    /// How many active days, the first included.
    #[diesel(sql_type = Integer)]
    pub active_days: i32,
}

/// The rhythm of every member. Left out: the team, and whoever objected to models
/// about persons.
///
/// # Errors
/// A fault of the database.
pub fn rhythms(conn: &mut Conn) -> Result<Vec<Rhythm>> {
    Ok(database::sql(
        "select pseudonym, department_id as department, first_day, last_day, active_days
        from member_states m
        where actor_kind <> 2 and not exists (
            select 1 from pseudonyms s join people p on p.id = s.person_id
            where s.pseudonym = m.pseudonym and (p.team or p.objected))
        order by pseudonym",
    )
    .load(conn)?)
}

/// How many members had their first active day on each day that had any: the
/// adoption curve (SCIENCE.md 1.3) and the sizes of cohorts (2.1).
///
/// # Errors
/// A fault of the database.
pub fn first_days(conn: &mut Conn, window: Window) -> Result<Vec<(Day, i64)>> {
    let team = team("pseudonym");
    let rows: Vec<DayPeople> = database::sql(format!(
        "select first_day as day, count(*) as people from member_states
        where first_day between $1 and $2 and actor_kind <> 2 and not {team}
        group by first_day order by first_day"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (Day(row.day), row.people)).collect())
}
