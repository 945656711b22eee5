use crate::Backend;
use diesel::QueryResult;
use diesel::query_builder::{AstPass, BoxedSqlQuery, Query, QueryFragment, QueryId, SqlQuery};
use diesel::serialize::ToSql;
use diesel::sql_types::{BigInt, HasSqlType, Untyped};

/// A statement in SQL, the same for both engines, with `$1`, `$2`… for its values.
///
/// SQLite takes `$2` for a name and numbers names as they first appear, whatever
/// their digits; PostgreSQL goes by the digits. So they must first appear in
/// order: debug builds, which all tests are, refuse a statement in which they do not.
///
/// A connection keeps what it prepared and finds it by the text: preparing a
/// statement costs more than running it for one page. A text with ids written out
/// is prepared each time.
///
/// Write limits out (`limit 20`) instead of giving them as values, and take one row of
/// a look-up by `get_result`, not by Diesel's `first`, which gives its limit of 1 as a
/// value: SQLite plans by the value of a limit, and so prepares the statement anew
/// each time.
pub fn sql<'v>(text: impl Into<String>) -> Sql<'v> {
    let text = text.into();
    debug_assert!(in_order(&text), "values do not first appear in order: {text}");
    Sql { kept: !has_values(&text), query: diesel::sql_query(text).into_boxed() }
}

/// A statement in which every value is written out, for rows that come back from a backup: what
/// looks like `$1` there is text of somebody's. Not kept prepared.
pub fn written_out<'v>(text: String) -> Sql<'v> {
    Sql { kept: false, query: diesel::sql_query(text).into_boxed() }
}

/// A statement that [`sql`] made, with the values it has so far.
#[must_use = "a statement does nothing until it is run"]
pub struct Sql<'v> {
    query: BoxedSqlQuery<'v, Backend, SqlQuery>,
    /// Whether the connection keeps it prepared.
    kept: bool,
}

impl<'v> Sql<'v> {
    /// Gives the next value, of the SQL type `ST`.
    pub fn bind<ST, Value>(self, value: Value) -> Self
    where
        Backend: HasSqlType<ST>,
        Value: ToSql<ST, Backend> + Send + 'v,
        ST: Send + 'v,
    {
        Self { query: self.query.bind::<ST, Value>(value), kept: self.kept }
    }

    /// Gives the values for which [`rows`] made room. The room that is left gets 0,
    /// which is nobody's id: a row that came twice would be found twice.
    pub fn bind_rows(mut self, ids: &[i64]) -> Self {
        for at in 0..room(ids.len()) {
            self = self.bind::<BigInt, _>(ids.get(at).copied().unwrap_or(0));
        }
        self
    }

    /// Gives the values of a list for which [`places`] made room, at least one.
    pub fn bind_list(mut self, ids: &[i64]) -> Self {
        let Some(last) = ids.last() else { return self };
        for at in 0..room(ids.len()) {
            self = self.bind::<BigInt, _>(*ids.get(at).unwrap_or(last));
        }
        self
    }
}

/// `$3,$4,$5,$6` for `x in (…)`: room from `$first` on for so many values. It is
/// rounded up, and [`Sql::bind_list`] repeats the last value, so that lists of
/// every length give few texts to keep.
pub fn places(first: usize, values: usize) -> String {
    let names: Vec<String> = (first..first + room(values)).map(|n| format!("${n}")).collect();
    names.join(",")
}

/// `($2),($3),($4),($5)` for `from (values …) v`, whose column both engines call
/// `column1`: room from `$first` on for so many values, as [`places`] makes it.
pub fn rows(first: usize, values: usize) -> String {
    let names: Vec<String> = (first..first + room(values)).map(|n| format!("(${n})")).collect();
    names.join(",")
}

fn room(values: usize) -> usize {
    values.next_power_of_two()
}

impl QueryFragment<Backend> for Sql<'_> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Backend>) -> QueryResult<()> {
        self.query.walk_ast(pass)
    }

    // Diesel prepares raw statements anew each time, since it cannot know whether
    // values stand in their text. Here that is known.
    fn is_safe_to_cache_prepared(&self, _: &Backend) -> QueryResult<bool> {
        Ok(self.kept)
    }
}

// Found by its text, not by its type.
impl QueryId for Sql<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Sql<'_> {
    type SqlType = Untyped;
}

impl<Conn> diesel::RunQueryDsl<Conn> for Sql<'_> {}

/// Whether ids are written out in the text. Such a text hardly comes twice, and
/// what a connection keeps it keeps for good. Ids are long, numbers that belong to
/// a statement are short.
fn has_values(text: &str) -> bool {
    let mut digits = 0;
    text.bytes().any(|byte| {
        digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
        digits > 6
    })
}

/// Whether `$1`, `$2`… first appear in their order, none left out.
fn in_order(text: &str) -> bool {
    let mut highest = 0;
    for part in text.split('$').skip(1) {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse::<u32>() else { continue };
        if number > highest + 1 {
            return false;
        }
        highest = highest.max(number);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::on_both;
    use diesel::prelude::*;

    #[test]
    fn order_of_first_appearance() {
        assert!(in_order("select $1, $2, $1 where $3 = 'costs $'"));
        assert!(!in_order("select $1, $3, $2"));
        assert!(!in_order("select $2"));
    }

    #[test]
    fn ids_in_the_text_are_not_kept() {
        assert!(sql("select 1 where 86400 > $1").kept);
        assert!(!sql("select 1 where id in (7,1234567890123)").kept);
    }

    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = BigInt)]
        number: i64,
    }

    #[test]
    fn one_text_runs_many_times_with_other_values() {
        on_both(|trial| {
            trial
                .database
                .read(|conn| {
                    for value in 0..20 {
                        let found: Number = sql("select cast($1 as bigint) * 2 as number")
                            .bind::<BigInt, _>(value)
                            .get_result(conn)?;
                        assert_eq!(found.number, value * 2);
                    }
                    Ok(())
                })
                .unwrap();
        });
    }

    #[test]
    fn lists_of_every_length_find_each_value_once() {
        on_both(|trial| {
            trial
                .database
                .read(|conn| {
                    for length in 1..=9_i64 {
                        let ids: Vec<i64> = (1..=length).collect();
                        let list = places(2, ids.len());
                        let text = format!(
                            "select count(*) as number from (
                                select cast($1 as bigint) as id union all select 3
                                union all select 77) found where id in ({list})"
                        );
                        let found: Number =
                            sql(text).bind::<BigInt, _>(1).bind_list(&ids).get_result(conn)?;
                        assert_eq!(found.number, if length < 3 { 1 } else { 2 }, "{length}");
                    }
                    Ok(())
                })
                .unwrap();
        });
    }
}
