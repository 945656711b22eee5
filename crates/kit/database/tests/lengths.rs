//! Every text column has a bound in the schema: a length, or a list of values.

use crate::testing::postgres;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Both engines are made from the same checks; PostgreSQL can be asked for them.
const UNBOUNDED: &str = "
    select c.table_name || '.' || c.column_name as name
    from information_schema.columns c
    join information_schema.tables t
      on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema() and c.data_type = 'text'
      and t.table_type = 'BASE TABLE' and c.table_name <> 'migrations'
      and not exists (
        select 1 from information_schema.constraint_column_usage u
        join information_schema.check_constraints k
          on k.constraint_schema = u.constraint_schema and k.constraint_name = u.constraint_name
        where u.table_schema = c.table_schema and u.table_name = c.table_name
          and u.column_name = c.column_name
          and (k.check_clause like '%length(' || c.column_name || ')%'
            or k.check_clause like '%' || c.column_name || ' = ANY%'))
    order by 1";

#[test]
fn every_text_has_a_bound() {
    let trial = postgres();
    let unbounded = |conn: &mut crate::Conn| -> Vec<String> {
        let rows: Vec<Column> = crate::sql(UNBOUNDED).load(conn).unwrap();
        rows.into_iter().map(|column| column.name).collect()
    };
    let found = trial
        .database
        .write(|tx| {
            let found = unbounded(tx);
            // This test can fail: a column without a bound is found.
            tx.batch_execute("alter table people add column loose text").unwrap();
            assert_eq!(unbounded(tx), ["people.loose"]);
            tx.batch_execute("alter table people drop column loose").unwrap();
            Ok(found)
        })
        .unwrap();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_mail_that_is_too_long_is_refused_by_the_table() {
    crate::testing::on_both(|trial| {
        let keep = |characters: usize| {
            trial.database.write(|tx| {
                let text = "x".repeat(characters);
                let insert = format!(
                    "insert into outbox (id, key, kind, security, recipient, subject, body_text,
                                         state, next_at, created_at)
                     values ({0}, 'k{0}', 'test', false, 'a@b.example', 's', '{text}',
                             'waiting', 0, 0)",
                    tx.new_id()
                );
                Ok(tx.batch_execute(&insert)?)
            })
        };
        assert!(keep(1_000_000).is_ok());
        assert!(keep(1_000_001).is_err());
    });
}
