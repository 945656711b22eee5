//! `thread_states`: a thread and its first answers.

use super::{rows, taken};
use crate::batch::{Batch, Turns};
use crate::event::{Event, Turn};
use crate::thread::Thread;
use database::{Conn, Tx};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use language::{ObjectKind, Result, Verb};
use schema::{facts, thread_states};
use std::collections::{BTreeSet, HashMap, HashSet};

const INSERT: &str = "insert into thread_states (thread_id, opened_at, opened_day, author,
    author_kind, group_id, department_id, replies, first_reply_at, first_reply_by,
    first_member_reply_at, first_staff_reply_at, accepted_at, answerer, withdrawn)";

const REPLACE: &str = "on conflict (thread_id) do update set
    opened_at = excluded.opened_at, opened_day = excluded.opened_day,
    author = excluded.author, author_kind = excluded.author_kind,
    group_id = excluded.group_id, department_id = excluded.department_id,
    replies = excluded.replies, first_reply_at = excluded.first_reply_at,
    first_reply_by = excluded.first_reply_by,
    first_member_reply_at = excluded.first_member_reply_at,
    first_staff_reply_at = excluded.first_staff_reply_at,
    accepted_at = excluded.accepted_at, answerer = excluded.answerer,
    withdrawn = excluded.withdrawn";

/// Brings every thread of the batch up to date; `last` is its last position.
pub(crate) fn settle(tx: &mut Tx<'_>, batch: &Batch, last: i64) -> Result<()> {
    let known = known(tx, batch)?;
    let mut recount = batch.recount_threads.clone();
    let mut changed = Vec::new();
    for (&id, turns) in &batch.threads {
        if recount.contains(&id) {
            continue;
        }
        let mut thread = known.get(&id).cloned().unwrap_or_else(|| Thread::unknown(id));
        match turns.opened.first() {
            // Replies that came before their post, or a post that came again.
            Some(_) if known.contains_key(&id) => {
                recount.insert(id);
                continue;
            }
            Some(opening) => thread.open(opening, false),
            None => {}
        }
        thread.add(turns);
        changed.push(thread);
    }
    changed.extend(count_anew(tx, &recount, last)?);
    changed.sort_unstable_by_key(|thread| thread.id);
    write(tx, &changed)
}

/// The threads of the batch that have a row.
fn known(conn: &mut Conn, batch: &Batch) -> Result<HashMap<i64, Thread>> {
    let mut ids: Vec<i64> = batch.threads.keys().copied().collect();
    ids.sort_unstable();
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(rows::AT_ONCE) {
        let threads: Vec<Thread> =
            thread_states::table.filter(thread_states::thread_id.eq_any(chunk)).load(conn)?;
        found.extend(threads.into_iter().map(|thread| (thread.id, thread)));
    }
    Ok(found)
}

/// Folds some threads anew from the log, up to and including `last`.
fn count_anew(tx: &mut Tx<'_>, ids: &BTreeSet<i64>, last: i64) -> Result<Vec<Thread>> {
    let ids: Vec<i64> = ids.iter().copied().collect();
    let mut threads = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(rows::AT_ONCE) {
        diesel::delete(thread_states::table.filter(thread_states::thread_id.eq_any(chunk)))
            .execute(&mut **tx)?;
        let events = events_of(tx, chunk, last)?;
        let taken = taken::taken_before(tx, events.iter().map(|e| e.id.0))?;
        let mut by_thread: HashMap<i64, Vec<Event>> = HashMap::new();
        for event in events {
            if let Some((id, _)) = event.turn() {
                by_thread.entry(id).or_default().push(event);
            }
        }
        threads.extend(by_thread.into_iter().filter_map(|(id, events)| fold(id, &events, &taken)));
    }
    Ok(threads)
}

/// Everything that ever happened in some threads, in the order of the log.
fn events_of(conn: &mut Conn, ids: &[i64], last: i64) -> Result<Vec<Event>> {
    let mut events: Vec<Event> = facts::table
        .filter(facts::object_id.eq_any(ids))
        .filter(facts::object_kind.eq(ObjectKind::Post))
        .filter(facts::verb.eq(Verb::Post))
        .filter(facts::position.le(last))
        .select(taken::EVENT)
        .load(conn)?;
    let later: Vec<Event> = facts::table
        .filter(facts::thread_id.eq_any(ids))
        // In these words, so that the partial index serves it.
        .filter(sql::<Bool>("verb in (8, 11)"))
        .filter(facts::position.le(last))
        .select(taken::EVENT)
        .load(conn)?;
    events.extend(later);
    events.sort_unstable_by_key(|e| e.position);
    Ok(events)
}

/// The state of one thread; none when nothing of it counts any more. A thread whose
/// post was taken back stays, marked, so that it is not taken for one that waits.
fn fold(id: i64, events: &[Event], taken: &HashSet<i64>) -> Option<Thread> {
    let mut turns = Turns::default();
    let mut withdrawn = None;
    for event in events {
        match event.turn() {
            Some((_, turn)) if !taken.contains(&event.id.0) => turns.add(&turn, *event),
            Some((_, Turn::Opened)) => withdrawn = Some(event),
            _ => {}
        }
    }
    let mut thread = Thread::unknown(id);
    match (turns.opened.first(), withdrawn) {
        (Some(opening), _) => thread.open(opening, false),
        (None, Some(opening)) => thread.open(opening, true),
        (None, None) if turns.replied.is_empty() && turns.accepted.is_empty() => return None,
        (None, None) => {}
    }
    thread.add(&turns);
    Some(thread)
}

fn write(tx: &mut Tx<'_>, threads: &[Thread]) -> Result<()> {
    rows::write(tx, INSERT, REPLACE, threads, |thread, row| {
        row.int(thread.id)
            .maybe(thread.opened_at.map(|at| at.0))
            .maybe(thread.opened_day.map(|day| day.0))
            .maybe(thread.author.map(|who| who.0))
            .maybe(thread.author_kind.map(|kind| kind.code()))
            .maybe(thread.group.map(|group| group.0))
            .int(thread.department)
            .int(thread.replies)
            .maybe(thread.first_reply_at.map(|at| at.0))
            .maybe(thread.first_reply_by.map(|who| who.0))
            .maybe(thread.first_member_reply_at.map(|at| at.0))
            .maybe(thread.first_staff_reply_at.map(|at| at.0))
            .maybe(thread.accepted_at.map(|at| at.0))
            .maybe(thread.answerer.map(|who| who.0))
            .flag(thread.withdrawn);
    })?;
    Ok(())
}
