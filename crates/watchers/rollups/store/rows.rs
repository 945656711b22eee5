//! Writing many rows of numbers with few statements.
//!
//! `on conflict` is not in Diesel's language for two engines, and one statement per
//! row costs more than the row. So the numbers are written out in the statement:
//! nothing here is text, so there is nothing to escape.

use database::Tx;
use diesel::RunQueryDsl;
use language::Result;
use std::fmt::Write as _;

/// Rows per statement.
pub(crate) const AT_ONCE: usize = 500;

/// One row of a `values` list.
pub(crate) struct Row<'a> {
    sql: &'a mut String,
    first: bool,
}

impl Row<'_> {
    fn put(&mut self, value: std::fmt::Arguments<'_>) -> &mut Self {
        if !self.first {
            self.sql.push(',');
        }
        self.first = false;
        // Writing to a string does not fail.
        let _ = self.sql.write_fmt(value);
        self
    }

    /// A whole number.
    pub(crate) fn int(&mut self, value: impl Into<i64>) -> &mut Self {
        self.put(format_args!("{}", value.into()))
    }

    /// A whole number or null.
    pub(crate) fn maybe(&mut self, value: Option<impl Into<i64>>) -> &mut Self {
        match value {
            Some(value) => self.int(value),
            None => self.put(format_args!("null")),
        }
    }

    /// A boolean.
    pub(crate) fn flag(&mut self, value: bool) -> &mut Self {
        self.put(format_args!("{value}"))
    }

    /// A finite number or null.
    pub(crate) fn real(&mut self, value: Option<f64>) -> &mut Self {
        match value.filter(|v| v.is_finite()) {
            // `{:?}` keeps every digit and never looks like a whole number.
            Some(value) => self.put(format_args!("{value:?}")),
            None => self.put(format_args!("null")),
        }
    }
}

/// Runs `head` values (…), (…) `tail` for all `rows`; returns how many rows of the
/// table changed.
pub(crate) fn write<T>(
    tx: &mut Tx<'_>,
    head: &str,
    tail: &str,
    rows: &[T],
    fill: impl Fn(&T, &mut Row<'_>),
) -> Result<usize> {
    let mut changed = 0;
    for chunk in rows.chunks(AT_ONCE) {
        let mut sql = String::with_capacity(head.len() + tail.len() + chunk.len() * 80);
        sql.push_str(head);
        sql.push_str(" values ");
        for (number, row) in chunk.iter().enumerate() {
            sql.push_str(if number == 0 { "(" } else { ",(" });
            fill(row, &mut Row { sql: &mut sql, first: true });
            sql.push(')');
        }
        sql.push(' ');
        sql.push_str(tail);
        changed += database::sql(sql).execute(&mut **tx)?;
    }
    Ok(changed)
}

/// Numbers with commas between them, for `in (…)`; `null` when there are none.
pub(crate) fn list(numbers: impl IntoIterator<Item = i64>) -> String {
    let mut text = String::new();
    for number in numbers {
        if !text.is_empty() {
            text.push(',');
        }
        let _ = write!(text, "{number}");
    }
    if text.is_empty() { "null".to_owned() } else { text }
}
