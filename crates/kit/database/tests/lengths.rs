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

/// Both engines are made from the same checks; PostgreSQL can be asked for them. Only about the
/// tables of this test: other tests drop theirs meanwhile.
const UNBOUNDED: &str = "
    with own as materialized (
      select k.oid, k.conrelid, k.conkey
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = current_schema()::regnamespace and k.contype = 'c'),
    bounds as materialized (
      select conrelid, conkey, pg_get_constraintdef(oid) as clause from own)
    select c.relname || '.' || a.attname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and c.relname <> 'migrations'
      and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype
      and not exists (
        select 1 from bounds b
        where b.conrelid = c.oid and a.attnum = any(b.conkey)
          and (b.clause like '%length(' || a.attname || ')%'
            or b.clause like '%' || a.attname || ' = ANY%'))
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
