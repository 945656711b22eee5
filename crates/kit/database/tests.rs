//! What a database promises, on both engines.

mod failing;
mod history;
mod lengths;
mod mirror;
mod together;

use crate::testing::Trial;
use crate::{Conn, Database, Location, Tx};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use language::Result;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Makes a table of numbers for the test.
fn make_kept(database: &Database) {
    database
        .write(|tx| {
            tx.batch_execute("create table kept (number bigint primary key)")?;
            Ok(())
        })
        .unwrap();
}

fn keep(tx: &mut Tx<'_>, number: i64) -> Result<()> {
    crate::sql("insert into kept (number) values ($1)")
        .bind::<BigInt, _>(number)
        .execute(&mut **tx)?;
    Ok(())
}

fn kept(conn: &mut Conn) -> Result<Vec<i64>> {
    let rows: Vec<Number> = crate::sql("select number from kept order by number").load(conn)?;
    Ok(rows.into_iter().map(|row| row.number).collect())
}

/// A place beside the trial's where nothing is yet.
fn bare(trial: &Trial) -> Location {
    match &trial.location {
        Location::Sqlite(_) => Location::Sqlite(trial.folder.join("bare.db")),
        Location::Postgres(_) => {
            trial
                .database
                .write(|tx| {
                    let schema = schema_name(tx)?;
                    tx.batch_execute(&format!(
                        "drop schema {schema} cascade; create schema {schema}"
                    ))?;
                    Ok(())
                })
                .unwrap();
            trial.location.clone()
        }
    }
}

/// PostgreSQL only: the schema of the trial.
fn schema_name(conn: &mut Conn) -> Result<String> {
    #[derive(QueryableByName)]
    struct Name {
        #[diesel(sql_type = diesel::sql_types::Text)]
        name: String,
    }
    Ok(crate::sql("select current_schema()::text as name").get_result::<Name>(conn)?.name)
}
