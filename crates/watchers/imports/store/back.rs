//! What a run made: kept while it can be taken back, looked up, and taken back.

use crate::traces::{Before, What, pack, unpack};
use database::{Conn, Tx};
use diesel::prelude::*;
use language::{
    CommentId, DepartmentId, GroupId, ImportId, MembershipState, Moment, PersonId, PersonState,
    PostId, Result, Role, SubjectKind,
};
use schema::{
    action_arms, action_departments, comments, departments, import_befores, import_runs,
    import_traces, memberships, people, posts, reactions, tokens,
};

/// So many ids stand in one statement.
pub(super) const AT_ONCE: usize = 500;

#[derive(Insertable)]
#[diesel(table_name = import_traces)]
struct TraceRow {
    run_id: ImportId,
    what: i16,
    part: i32,
    numbers: String,
}

/// Keeps what a run made.
pub(crate) fn add_traces(
    tx: &mut Tx<'_>,
    run: ImportId,
    what: What,
    numbers: &[i64],
) -> Result<()> {
    let row = |(part, numbers)| TraceRow { run_id: run, what: what as i16, part, numbers };
    let rows: Vec<TraceRow> = (0..).zip(pack(numbers)).map(row).collect();
    for rows in rows.chunks(100) {
        database::insert_all!(tx, import_traces::table, rows);
    }
    Ok(())
}

/// What a run made of one sort, in the order in which it was made.
pub(crate) fn traces(conn: &mut Conn, run: ImportId, what: What) -> Result<Vec<i64>> {
    let rows: Vec<String> = import_traces::table
        .filter(import_traces::run_id.eq(run))
        .filter(import_traces::what.eq(what as i16))
        .order(import_traces::part)
        .select(import_traces::numbers)
        .load(conn)?;
    let mut numbers = Vec::new();
    for row in rows {
        numbers.extend(unpack(&row)?);
    }
    Ok(numbers)
}

/// Something that a run changed.
pub(crate) struct Changed {
    pub person: Option<PersonId>,
    pub department: Option<DepartmentId>,
    pub before: Before,
}

#[derive(Insertable)]
#[diesel(table_name = import_befores, treat_none_as_default_value = false)]
struct BeforeRow {
    run_id: ImportId,
    number: i32,
    person_id: Option<PersonId>,
    department_id: Option<DepartmentId>,
    before: String,
}

/// Keeps what a run changed.
pub(crate) fn add_befores(tx: &mut Tx<'_>, run: ImportId, changed: &[Changed]) -> Result<()> {
    let row = |(number, changed): (i32, &Changed)| BeforeRow {
        run_id: run,
        number,
        person_id: changed.person,
        department_id: changed.department,
        // Only texts and numbers: it cannot fail.
        before: serde_json::to_string(&changed.before).unwrap_or_default(),
    };
    let rows: Vec<BeforeRow> = (0..).zip(changed).map(row).collect();
    for rows in rows.chunks(500) {
        database::insert_all!(tx, import_befores::table, rows);
    }
    Ok(())
}

/// What a run changed.
pub(crate) fn befores(conn: &mut Conn, run: ImportId) -> Result<Vec<Changed>> {
    let rows: Vec<(Option<PersonId>, Option<DepartmentId>, String)> = import_befores::table
        .filter(import_befores::run_id.eq(run))
        .order(import_befores::number)
        .select((import_befores::person_id, import_befores::department_id, import_befores::before))
        .load(conn)?;
    let change = |(person, department, before): (_, _, String)| Changed {
        person,
        department,
        before: serde_json::from_str(&before).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(change).collect())
}

/// Forgets what runs before a moment made: they can no longer be taken back.
pub(crate) fn forget_traces(tx: &mut Tx<'_>, before: Moment) -> Result<()> {
    let old: Vec<ImportId> = import_runs::table
        .filter(import_runs::at.lt(before))
        .select(import_runs::id)
        .load(&mut **tx)?;
    for run in old {
        forget_trace(tx, run)?;
    }
    Ok(())
}

/// Forgets what one run made.
pub(crate) fn forget_trace(tx: &mut Tx<'_>, run: ImportId) -> Result<()> {
    diesel::delete(import_traces::table.filter(import_traces::run_id.eq(run)))
        .execute(&mut **tx)?;
    diesel::delete(import_befores::table.filter(import_befores::run_id.eq(run)))
        .execute(&mut **tx)?;
    Ok(())
}

/// How somebody stands, as far as a run may change it.
#[derive(Queryable)]
pub(crate) struct Standing {
    pub name: String,
    pub email: Option<String>,
    pub department: Option<DepartmentId>,
    pub audience: language::Audience,
    pub started: Option<Moment>,
    pub source_key: Option<String>,
}

/// How somebody stands now.
pub(crate) fn standing(conn: &mut Conn, id: PersonId) -> Result<Standing> {
    Ok(people::table
        .filter(people::id.eq(id))
        .select((
            people::name,
            people::email,
            people::department_id,
            people::audience,
            people::started_at,
            people::source_key,
        ))
        .first(conn)?)
}

/// The headcount of a department.
pub(crate) fn headcount(conn: &mut Conn, id: DepartmentId) -> Result<Option<i32>> {
    Ok(departments::table
        .filter(departments::id.eq(id))
        .select(departments::headcount)
        .first(conn)?)
}

/// A run as the page of its outcome shows it.
#[derive(Queryable)]
pub(crate) struct Past {
    pub id: ImportId,
    pub kind: String,
    pub file: String,
    pub by: Option<String>,
    pub report: String,
    pub at: Moment,
    pub undone_at: Option<Moment>,
}

/// A run that was published; none where there is none of that id.
pub(crate) fn past(conn: &mut Conn, id: ImportId) -> Result<Option<Past>> {
    Ok(import_runs::table
        .left_join(people::table.on(import_runs::by_id.eq(people::id.nullable())))
        .filter(import_runs::id.eq(id))
        .select((
            import_runs::id,
            import_runs::kind,
            import_runs::file,
            people::name.nullable(),
            import_runs::report,
            import_runs::at,
            import_runs::undone_at,
        ))
        .first(conn)
        .optional()?)
}

/// The file of the last run after this one that stands.
pub(crate) fn later_run(conn: &mut Conn, run: &Past) -> Result<Option<String>> {
    Ok(import_runs::table
        .filter(import_runs::undone_at.is_null())
        .filter(
            import_runs::at
                .gt(run.at)
                .or(import_runs::at.eq(run.at).and(import_runs::id.gt(run.id))),
        )
        .order((import_runs::at.desc(), import_runs::id.desc()))
        .select(import_runs::file)
        .first(conn)
        .optional()?)
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Who of these people is more than a name that waits.
#[derive(Default)]
pub(crate) struct Grown {
    /// They came in.
    pub claimed: i64,
    /// They were sent an invitation or got a code.
    pub invited: i64,
    /// They belong to the community team, or got a role.
    pub team: i64,
    /// They were put in an arm of an action.
    pub assigned: i64,
}

/// What became of people since they were brought in.
pub(crate) fn grown(conn: &mut Conn, ids: &[i64]) -> Result<Grown> {
    let mut grown = Grown::default();
    for ids in ids.chunks(AT_ONCE) {
        let of = || people::table.filter(people::id.eq_any(ids)).count();
        grown.claimed += of()
            .filter(people::state.ne(PersonState::Placeholder))
            .filter(people::state.ne(PersonState::Invited))
            .get_result::<i64>(conn)?;
        let invited: i64 =
            of().filter(people::state.eq(PersonState::Invited)).get_result::<i64>(conn)?;
        let coded: Vec<PersonId> = tokens::table
            .inner_join(people::table.on(people::id.eq(tokens::person_id)))
            .filter(tokens::person_id.eq_any(ids))
            .filter(people::state.eq(PersonState::Placeholder))
            .select(tokens::person_id)
            .distinct()
            .load(conn)?;
        grown.invited += invited + whole(coded.len());
        grown.team +=
            of().filter(people::team.or(people::role.ne(Role::Member))).get_result::<i64>(conn)?;
        let assigned: Vec<PersonId> = action_arms::table
            .filter(action_arms::person_id.eq_any(ids))
            .select(action_arms::person_id)
            .distinct()
            .load(conn)?;
        grown.assigned += whole(assigned.len());
    }
    Ok(grown)
}

/// The comments on posts.
pub(crate) fn comments_on(conn: &mut Conn, posts: &[i64]) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for posts in posts.chunks(AT_ONCE) {
        let some: Vec<CommentId> = comments::table
            .filter(comments::subject_kind.eq(SubjectKind::Post))
            .filter(comments::subject_id.eq_any(posts))
            .select(comments::id)
            .load(conn)?;
        found.extend(some.iter().map(|id| id.0));
    }
    Ok(found)
}

/// The comments below comments.
pub(crate) fn comments_below(conn: &mut Conn, parents: &[i64]) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for parents in parents.chunks(AT_ONCE) {
        let some: Vec<CommentId> = comments::table
            .filter(comments::parent_id.eq_any(parents))
            .select(comments::id)
            .load(conn)?;
        found.extend(some.iter().map(|id| id.0));
    }
    Ok(found)
}

/// How many reactions on these were given after a moment.
pub(crate) fn reactions_after(
    conn: &mut Conn,
    kind: SubjectKind,
    subjects: &[i64],
    at: Moment,
) -> Result<i64> {
    let mut found = 0;
    for subjects in subjects.chunks(AT_ONCE) {
        found += reactions::table
            .filter(reactions::subject_kind.eq(kind))
            .filter(reactions::subject_id.eq_any(subjects))
            .filter(reactions::created_at.gt(at))
            .count()
            .get_result::<i64>(conn)?;
    }
    Ok(found)
}

/// The posts in groups.
pub(crate) fn posts_in(conn: &mut Conn, groups: &[i64]) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for groups in groups.chunks(AT_ONCE) {
        let some: Vec<PostId> =
            posts::table.filter(posts::group_id.eq_any(groups)).select(posts::id).load(conn)?;
        found.extend(some.iter().map(|id| id.0));
    }
    Ok(found)
}

/// The people who are in one of these groups, asked to be, or were asked.
pub(crate) fn members_of(conn: &mut Conn, groups: &[i64]) -> Result<Vec<(i64, i64)>> {
    let mut found = Vec::new();
    for groups in groups.chunks(AT_ONCE) {
        let some: Vec<(GroupId, PersonId)> = memberships::table
            .filter(memberships::group_id.eq_any(groups))
            .filter(memberships::state.ne(MembershipState::Left))
            .select((memberships::group_id, memberships::person_id))
            .load(conn)?;
        found.extend(some.iter().map(|(group, person)| (group.0, person.0)));
    }
    Ok(found)
}

/// The people in departments.
pub(crate) fn people_in(conn: &mut Conn, departments: &[i64]) -> Result<Vec<(i64, i64)>> {
    let mut found = Vec::new();
    for departments in departments.chunks(AT_ONCE) {
        let some: Vec<(PersonId, Option<DepartmentId>)> = people::table
            .filter(people::department_id.eq_any(departments))
            .select((people::id, people::department_id))
            .load(conn)?;
        found.extend(some.iter().map(|(person, at)| (person.0, at.map_or(0, |at| at.0))));
    }
    Ok(found)
}

/// The departments right below departments, and how many actions are for these.
pub(crate) fn departments_below(conn: &mut Conn, above: &[i64]) -> Result<(Vec<i64>, i64)> {
    let (mut found, mut actions) = (Vec::new(), 0);
    for above in above.chunks(AT_ONCE) {
        let some: Vec<DepartmentId> = departments::table
            .filter(departments::parent_id.eq_any(above))
            .select(departments::id)
            .load(conn)?;
        found.extend(some.iter().map(|id| id.0));
        actions += action_departments::table
            .filter(action_departments::department_id.eq_any(above))
            .count()
            .get_result::<i64>(conn)?;
    }
    Ok((found, actions))
}

/// Notes that a run was taken back; false when it was before.
pub(crate) fn set_undone(tx: &mut Tx<'_>, run: &Past, by: Option<PersonId>) -> Result<bool> {
    let now = tx.now();
    let this = import_runs::table
        .filter(import_runs::id.eq(run.id))
        .filter(import_runs::undone_at.is_null());
    let changed = diesel::update(this)
        .set((import_runs::undone_at.eq(Some(now)), import_runs::undone_by_id.eq(by)))
        .execute(&mut **tx)?;
    if changed == 1 {
        super::audit(tx, by, "import_undone", &format!("{}: {}", run.kind, run.file))?;
    }
    Ok(changed == 1)
}
