//! `member_blocks` and `tie_blocks`: packed rows, read and added to.

use crate::packed::{Cell, block_of};
use crate::window::Window;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{Binary, Integer, Nullable};
use language::{Failure, Result};
use std::collections::BTreeMap;

/// So many days are read at a time: a year of a large community would fill the memory.
const STRETCH: i32 = 120;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Integer)]
    day: i32,
    #[diesel(sql_type = Integer)]
    block: i32,
    #[diesel(sql_type = Binary)]
    cells: Vec<u8>,
}

fn unpack<C: Cell>(row: &Row, each: impl FnMut(&C)) -> Result<()> {
    C::unpack(row.block, &row.cells, each).ok_or_else(|| {
        Failure::fault(
            format!("read block {} of day {} in {}", row.block, row.day, C::TABLE),
            "the bytes make no sense; `noaber rebuild` makes them anew",
        )
    })
}

/// Hands every cell of a window to `each`, day by day and in each day by member.
pub(crate) fn read<C: Cell>(
    conn: &mut Conn,
    window: Window,
    mut each: impl FnMut(i32, &C),
) -> Result<()> {
    let mut from = window.from.0;
    while from <= window.to.0 {
        let to = window.to.0.min(from.saturating_add(STRETCH - 1));
        let rows: Vec<Row> = database::sql(format!(
            "select day, block, cells from {} where day between $1 and $2 order by day, block",
            C::TABLE
        ))
        .bind::<Integer, _>(from)
        .bind::<Integer, _>(to)
        .load(conn)?;
        for row in &rows {
            unpack(row, |cell| each(row.day, cell))?;
        }
        from = to.saturating_add(1);
    }
    Ok(())
}

/// Hands every cell of a block to `each`, day by day.
pub(crate) fn read_block<C: Cell>(
    conn: &mut Conn,
    block: i32,
    mut each: impl FnMut(i32, &C),
) -> Result<()> {
    let rows: Vec<Row> = database::sql(format!(
        "select day, block, cells from {} where block = $1 order by day",
        C::TABLE
    ))
    .bind::<Integer, _>(block)
    .load(conn)?;
    for row in &rows {
        unpack(row, |cell| each(row.day, cell))?;
    }
    Ok(())
}

/// Adds `changes` (a day and a cell whose values may be below zero) to what is kept.
pub(crate) fn add<C: Cell>(tx: &mut Tx<'_>, mut changes: Vec<(i32, C)>) -> Result<()> {
    changes.sort_unstable_by_key(|(day, cell)| (*day, cell.key()));
    for of_day in changes.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((day, _)) = of_day.first() else { continue };
        let known = known(tx, C::TABLE, *day, of_day)?;
        for changes in
            of_day.chunk_by(|(_, a), (_, b)| block_of(a.member()) == block_of(b.member()))
        {
            let Some((_, first)) = changes.first() else { continue };
            let block = block_of(first.member());
            let mut old: Vec<C> = Vec::new();
            let row = known.get(&block);
            if let Some(row) = row {
                unpack(row, |cell| old.push(*cell))?;
            }
            let cells = merged(&old, changes);
            if !cells.iter().all(Cell::is_sound) {
                return Err(Failure::fault(
                    format!("add to block {block} of day {day} in {}", C::TABLE),
                    "more was taken back than was counted",
                ));
            }
            write(tx, *day, block, row.is_some(), &cells)?;
        }
    }
    Ok(())
}

/// The rows of a day that the changes touch.
fn known<C: Cell>(
    conn: &mut Conn,
    table: &str,
    day: i32,
    changes: &[(i32, C)],
) -> Result<BTreeMap<i32, Row>> {
    let mut blocks: Vec<i64> =
        changes.iter().map(|(_, cell)| i64::from(block_of(cell.member()))).collect();
    blocks.dedup();
    let mut found = BTreeMap::new();
    for some in blocks.chunks(super::rows::AT_ONCE) {
        let rows: Vec<Row> = database::sql(format!(
            "select day, block, cells from {table} where day = $1 and block in ({})",
            database::places(2, some.len())
        ))
        .bind::<Integer, _>(day)
        .bind_list(some)
        .load(conn)?;
        found.extend(rows.into_iter().map(|row| (row.block, row)));
    }
    Ok(found)
}

/// Two lists in the order of their keys as one; what comes to nothing is left out.
fn merged<C: Cell>(old: &[C], changes: &[(i32, C)]) -> Vec<C> {
    let mut cells: Vec<C> = Vec::with_capacity(old.len() + changes.len());
    let (mut old, mut new) = (old.iter().peekable(), changes.iter().map(|(_, c)| c).peekable());
    loop {
        let next = match (old.peek(), new.peek()) {
            (Some(one), Some(other)) if one.key() <= other.key() => old.next(),
            (_, Some(_)) => new.next(),
            (Some(_), None) => old.next(),
            (None, None) => break,
        };
        let Some(cell) = next else { break };
        match cells.last_mut().filter(|last| last.key() == cell.key()) {
            Some(last) => last.add(cell),
            None => {
                if cells.last().is_some_and(Cell::is_empty) {
                    cells.pop();
                }
                cells.push(*cell);
            }
        }
    }
    if cells.last().is_some_and(Cell::is_empty) {
        cells.pop();
    }
    cells
}

fn write<C: Cell>(tx: &mut Tx<'_>, day: i32, block: i32, known: bool, cells: &[C]) -> Result<()> {
    let table = C::TABLE;
    if cells.is_empty() {
        if known {
            database::sql(format!("delete from {table} where day = $1 and block = $2"))
                .bind::<Integer, _>(day)
                .bind::<Integer, _>(block)
                .execute(&mut **tx)?;
        }
        return Ok(());
    }
    let bytes = C::pack(block, cells);
    let statement = if known {
        format!("update {table} set cells = $1 where day = $2 and block = $3")
    } else {
        format!("insert into {table} (cells, day, block) values ($1, $2, $3)")
    };
    database::sql(statement)
        .bind::<Binary, _>(bytes)
        .bind::<Integer, _>(day)
        .bind::<Integer, _>(block)
        .execute(&mut **tx)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Ends {
    #[diesel(sql_type = Nullable<Integer>)]
    first: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    last: Option<i32>,
}

/// The first and the last day on which anything stands.
pub(crate) fn span<C: Cell>(conn: &mut Conn) -> Result<Option<(i32, i32)>> {
    // Two look-ups in the index, where min and max in one would read it whole.
    let ends: Ends = database::sql(format!(
        "select (select min(day) from {0}) as first, (select max(day) from {0}) as last",
        C::TABLE
    ))
    .get_result(conn)?;
    Ok(ends.first.zip(ends.last))
}
