//! `kit/schema` says the same as both engines: each table, column, type and whether
//! it may be empty.

use crate::testing::on_both;
use crate::{Conn, Location};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use std::collections::{BTreeMap, BTreeSet};

/// A column: its type in words that both engines share, and whether it may be null.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Column {
    kind: String,
    nullable: bool,
    /// Engines say neither type (SQLite) nor whether it may be null of a view's.
    in_view: bool,
}

type Tables = BTreeMap<String, BTreeMap<String, Column>>;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    relation: String,
    #[diesel(sql_type = Text)]
    field: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    nullable: bool,
    #[diesel(sql_type = Bool)]
    in_view: bool,
}

const SQLITE: &str = "
    select m.name as relation, c.name as field, lower(c.type) as kind,
           (c.\"notnull\" = 0 and c.pk = 0) as nullable,
           m.type = 'view' as in_view
    from sqlite_master m join pragma_table_info(m.name) c
    where m.type in ('table', 'view') and m.name not like 'sqlite_%'";

const POSTGRES: &str = "
    select c.table_name::text as relation, c.column_name::text as field,
           c.data_type::text as kind, c.is_nullable = 'YES' as nullable,
           t.table_type = 'VIEW' as in_view
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema()";

fn in_engine(conn: &mut Conn, location: &Location) -> Tables {
    let sql = match location {
        Location::Sqlite(_) => SQLITE,
        Location::Postgres(_) => POSTGRES,
    };
    let mut tables = Tables::new();
    for row in crate::sql(sql).load::<Row>(conn).unwrap() {
        if row.relation != "migrations" {
            let column = Column { kind: row.kind, nullable: row.nullable, in_view: row.in_view };
            tables.entry(row.relation).or_default().insert(row.field, column);
        }
    }
    tables
}

/// Reads `table!` after `table!` as `script/schema` writes them.
fn in_mirror() -> Tables {
    let mut tables = Tables::new();
    let mut table = String::new();
    for line in include_str!("../../schema/tables.rs").lines() {
        if let Some(head) = line.strip_prefix("    ").and_then(|l| l.strip_suffix(") {")) {
            table = head.split(' ').next().unwrap_or_default().to_owned();
        } else if let Some((name, kind)) = line.trim().split_once(" -> ") {
            let kind = kind.trim_end_matches(',');
            let inner = kind.strip_prefix("Nullable<").and_then(|k| k.strip_suffix('>'));
            let words = match inner.unwrap_or(kind) {
                "BigInt" => "bigint",
                "Integer" => "integer",
                "SmallInt" => "smallint",
                "Text" => "text",
                "Bool" => "boolean",
                "Double" => "double precision",
                "Binary" => "bytea",
                other => panic!("no type of ours: {other}"),
            };
            let nullable = inner.is_some();
            let column = Column { kind: words.to_owned(), nullable, in_view: false };
            tables.entry(table.clone()).or_default().insert(name.to_owned(), column);
        }
    }
    tables
}

/// SQLite keeps a table under its id only when that is declared `integer`.
fn same(mirror: &Column, engine: &Column, sqlite: bool) -> bool {
    let kind = mirror.kind == engine.kind
        || (sqlite && engine.in_view)
        || (sqlite && mirror.kind == "bigint" && engine.kind == "integer");
    kind && (engine.in_view || mirror.nullable == engine.nullable)
}

#[test]
fn the_mirror_shows_every_table_as_it_is() {
    let mirror = in_mirror();
    let names: BTreeSet<&str> = schema::NAMES.iter().copied().collect();
    assert_eq!(names, mirror.keys().map(String::as_str).collect());
    on_both(|trial| {
        let sqlite = matches!(trial.location, Location::Sqlite(_));
        let engine = trial.database.read(|conn| Ok(in_engine(conn, &trial.location))).unwrap();
        assert_eq!(
            engine.keys().collect::<Vec<_>>(),
            mirror.keys().collect::<Vec<_>>(),
            "tables: run script/schema"
        );
        for (table, columns) in &mirror {
            let found = &engine[table];
            assert_eq!(
                found.keys().collect::<Vec<_>>(),
                columns.keys().collect::<Vec<_>>(),
                "columns of {table}: run script/schema"
            );
            for (name, column) in columns {
                // Given at once on SQLite, afterwards on PostgreSQL.
                let by_sequencer = sqlite && table == "facts" && name == "position";
                assert!(
                    by_sequencer || same(column, &found[name], sqlite),
                    "{table}.{name}: {column:?} is {:?}",
                    found[name]
                );
            }
        }
    });
}
