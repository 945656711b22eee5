use database::{Conn, Tx};
use diesel::prelude::*;
use language::{
    ActionId, ActorKind, Arm, Day, DepartmentId, Fact, FactId, GroupId, Moment, ObjectKind,
    Pseudonym, Result, Source, Verb, Visibility,
};
use schema::facts;

/// A fact that stands in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// Its place in the log: dense, from 1.
    pub position: i64,
    /// Its id.
    pub id: FactId,
    /// What happened.
    pub fact: Fact,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = facts)]
// None is written as null: then all rows have one form, and one prepared statement.
#[diesel(treat_none_as_default_value = false)]
struct Row {
    position: Option<i64>,
    id: FactId,
    at: Moment,
    day: Day,
    actor: Option<Pseudonym>,
    actor_kind: ActorKind,
    verb: Verb,
    object_kind: ObjectKind,
    object_id: i64,
    thread_id: Option<i64>,
    target: Option<Pseudonym>,
    group_id: Option<GroupId>,
    dept_at: Option<DepartmentId>,
    target_dept_at: Option<DepartmentId>,
    tenure_days: Option<i32>,
    action_id: Option<ActionId>,
    arm: Option<Arm>,
    propensity: Option<f64>,
    visibility: Visibility,
    corrects: Option<FactId>,
    source: Source,
}

impl Row {
    fn new(id: FactId, f: &Fact) -> Self {
        Self {
            position: None,
            id,
            at: f.at,
            day: f.day,
            actor: f.actor,
            actor_kind: f.actor_kind,
            verb: f.verb,
            object_kind: f.object_kind,
            object_id: f.object_id,
            thread_id: f.thread_id,
            target: f.target,
            group_id: f.group_id,
            dept_at: f.dept_at,
            target_dept_at: f.target_dept_at,
            tenure_days: f.tenure_days,
            action_id: f.action_id,
            arm: f.arm,
            propensity: f.propensity,
            visibility: f.visibility,
            corrects: f.corrects,
            source: f.source,
        }
    }

    fn recorded(self) -> Recorded {
        Recorded {
            position: self.position.unwrap_or(0),
            id: self.id,
            fact: Fact {
                at: self.at,
                day: self.day,
                actor: self.actor,
                actor_kind: self.actor_kind,
                verb: self.verb,
                object_kind: self.object_kind,
                object_id: self.object_id,
                thread_id: self.thread_id,
                target: self.target,
                group_id: self.group_id,
                dept_at: self.dept_at,
                target_dept_at: self.target_dept_at,
                tenure_days: self.tenure_days,
                action_id: self.action_id,
                arm: self.arm,
                propensity: self.propensity,
                visibility: self.visibility,
                corrects: self.corrects,
                source: self.source,
            },
        }
    }
}

/// Records that something happened, in the transaction that made it true.
///
/// # Errors
/// A fault of the database.
pub fn record(tx: &mut Tx<'_>, fact: &Fact) -> Result<FactId> {
    let id = FactId(tx.new_id());
    diesel::insert_into(facts::table).values(Row::new(id, fact)).execute(&mut **tx)?;
    tx.mark_recorded();
    Ok(id)
}

/// Records many facts in order: for imports.
///
/// # Errors
/// A fault of the database.
pub fn record_all(tx: &mut Tx<'_>, facts: &[Fact]) -> Result<()> {
    record_each(tx, facts).map(|_| ())
}

/// The same, with the ids of the facts: for who may have to take them back.
///
/// # Errors
/// A fault of the database.
pub fn record_each(tx: &mut Tx<'_>, facts: &[Fact]) -> Result<Vec<FactId>> {
    let mut ids = Vec::with_capacity(facts.len());
    for chunk in facts.chunks(1_000) {
        let rows: Vec<Row> = chunk.iter().map(|f| Row::new(FactId(tx.new_id()), f)).collect();
        database::insert_all!(tx, facts::table, &rows);
        ids.extend(rows.iter().map(|row| row.id));
    }
    tx.mark_recorded();
    Ok(ids)
}

/// At most `limit` facts after `position`, in order.
///
/// # Errors
/// A fault of the database.
pub fn after(conn: &mut Conn, position: i64, limit: i64) -> Result<Vec<Recorded>> {
    let rows: Vec<Row> = facts::table
        .filter(facts::position.gt(position))
        .order(facts::position.asc())
        .limit(limit)
        .load(conn)?;
    Ok(rows.into_iter().map(Row::recorded).collect())
}

/// The facts after `position` up to and including `last`, in order.
pub(crate) fn between(conn: &mut Conn, position: i64, last: i64) -> Result<Vec<Recorded>> {
    let rows: Vec<Row> = facts::table
        .filter(facts::position.gt(position))
        .filter(facts::position.le(last))
        .order(facts::position.asc())
        .load(conn)?;
    Ok(rows.into_iter().map(Row::recorded).collect())
}

/// The highest position given so far; 0 when the log is empty.
///
/// # Errors
/// A fault of the database.
pub fn head(conn: &mut Conn) -> Result<i64> {
    let highest: Option<i64> = facts::table
        .filter(facts::position.is_not_null())
        .order(facts::position.desc())
        .select(facts::position)
        .first::<Option<i64>>(conn)
        .optional()?
        .flatten();
    Ok(highest.unwrap_or(0))
}
