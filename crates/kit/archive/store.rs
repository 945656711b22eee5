use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use language::{Failure, Result};
use schema::{Form, Table};
use serde_json::Value;

/// How many rows are read or written at a time.
const STRIDE: usize = 2_000;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Hands every row of a table to `each` as a JSON array, in the order of its key.
pub(crate) fn rows(
    conn: &mut Conn,
    table: &Table,
    mut each: impl FnMut(&str) -> Result<()>,
) -> Result<()> {
    let columns: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
    // JSON holds no bytes: they are written as hexadecimal digits.
    let shown = |hex: &dyn Fn(&str) -> String| -> String {
        let columns = table.columns.iter().map(|(name, form)| match form {
            Form::Bytes => hex(name),
            _ => (*name).to_owned(),
        });
        columns.collect::<Vec<_>>().join(", ")
    };
    let array = match conn {
        Conn::Sqlite(_) => format!("json_array({})", shown(&|c| format!("lower(hex({c}))"))),
        Conn::Postgres(_) => {
            format!("cast(json_build_array({}) as text)", shown(&|c| format!("encode({c}, 'hex')")))
        }
    };
    let key = table.key.join(", ");
    let places: Vec<usize> = table
        .key
        .iter()
        .filter_map(|key| columns.iter().position(|column| column == key))
        .collect();
    let mut after: Option<String> = None;
    loop {
        let from = after.as_ref().map_or(String::new(), |last| format!("where ({key}) > ({last})"));
        let sql = format!(
            "select {array} as line from {} {from} order by {key} limit {STRIDE}",
            table.name
        );
        let lines: Vec<Line> = database::sql(sql).load(conn)?;
        for line in &lines {
            // PostgreSQL writes a space after each comma, SQLite none.
            each(&line.line)?;
        }
        let Some(last) = lines.last().filter(|_| lines.len() == STRIDE) else { return Ok(()) };
        let values = parsed(&last.line, table)?;
        after = Some(
            places
                .iter()
                .map(|place| literal(&values[*place], table.columns[*place].1, Engine::of(conn)))
                .collect::<Result<Vec<_>>>()?
                .join(", "),
        );
    }
}

/// Reads a line that [`rows`] wrote.
pub(crate) fn parsed(line: &str, table: &Table) -> Result<Vec<Value>> {
    match serde_json::from_str(line) {
        Ok(Value::Array(values)) if values.len() == table.columns.len() => Ok(values),
        _ => Err(Failure::fault(
            format!("read the table {}", table.name),
            "a row does not have the columns of this release",
        )),
    }
}

/// Which of the two is written for, where they differ.
#[derive(Debug, Clone, Copy)]
enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    fn of(conn: &Conn) -> Self {
        match conn {
            Conn::Sqlite(_) => Self::Sqlite,
            Conn::Postgres(_) => Self::Postgres,
        }
    }
}

/// A value as SQL. Values come from a backup: what is not of its column's form is refused.
fn literal(value: &Value, form: Form, engine: Engine) -> Result<String> {
    let wrong = || Failure::fault("read a value", format!("{value} is not of its column's form"));
    Ok(match (value, form) {
        (Value::Null, _) => "null".to_owned(),
        (Value::Bool(truth), Form::Truth) => truth.to_string(),
        // SQLite has no truth values.
        (Value::Number(n), Form::Truth) => (n.as_i64().ok_or_else(wrong)? != 0).to_string(),
        (Value::Number(n), Form::Whole) => n.as_i64().ok_or_else(wrong)?.to_string(),
        (Value::Number(n), Form::Real) => format!("{:e}", n.as_f64().ok_or_else(wrong)?),
        (Value::String(text), Form::Text) => {
            if text.contains('\0') {
                return Err(wrong());
            }
            format!("'{}'", text.replace('\'', "''"))
        }
        (Value::String(digits), Form::Bytes) => {
            if !digits.len().is_multiple_of(2) || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                return Err(wrong());
            }
            match engine {
                Engine::Sqlite => format!("x'{digits}'"),
                Engine::Postgres => format!("decode('{digits}', 'hex')"),
            }
        }
        _ => return Err(wrong()),
    })
}

/// Writes rows of a table.
pub(crate) fn insert(tx: &mut Tx<'_>, table: &Table, lines: &[Vec<Value>]) -> Result<()> {
    let columns: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
    let engine = Engine::of(tx);
    for chunk in lines.chunks(200) {
        let mut rows = Vec::with_capacity(chunk.len());
        for values in chunk {
            let row: Vec<String> = values
                .iter()
                .zip(table.columns)
                .map(|(value, (_, form))| literal(value, *form, engine))
                .collect::<Result<_>>()?;
            rows.push(format!("({})", row.join(", ")));
        }
        let sql = format!(
            "insert into {} ({}) values {}",
            table.name,
            columns.join(", "),
            rows.join(", ")
        );
        database::written_out(sql).execute(&mut **tx)?;
    }
    Ok(())
}

/// Lets rows refer to rows that come later, until the commit.
pub(crate) fn defer_references(tx: &mut Tx<'_>) -> Result<()> {
    if matches!(&**tx, Conn::Sqlite(_)) {
        database::sql("pragma defer_foreign_keys = on").execute(&mut **tx)?;
    }
    Ok(())
}

/// How many rows a table has.
pub(crate) fn count(conn: &mut Conn, table: &Table) -> Result<i64> {
    let counted: Count =
        database::sql(format!("select count(*) as count from {}", table.name)).get_result(conn)?;
    Ok(counted.count)
}

/// Removes what a migration itself put into a table of an otherwise empty database.
pub(crate) fn clear(tx: &mut Tx<'_>, table: &Table) -> Result<()> {
    database::sql(format!("delete from {}", table.name)).execute(&mut **tx)?;
    Ok(())
}
