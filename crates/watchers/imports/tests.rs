mod bad;
mod contacts;
mod killed;
mod people;
mod real;
mod safety;
mod speed;
mod talk;
mod undo;
mod waiting;

use crate::{Kind, Options, Report, run, stage};
use database::testing::{BEGINNING, Trial};
use database::{Conn, Database};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use language::{GroupAccess, GroupId, Moment};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use words::Lang;

/// The data that all projects share.
fn shared(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data").join(name)
}

/// Sets the community up: itself and its commons.
fn set_up(database: &Database) {
    use schema::{community, groups};
    database
        .write(|tx| {
            diesel::insert_into(community::table)
                .values((
                    community::id.eq(1),
                    community::name.eq("Proef"),
                    community::language.eq("nl"),
                    community::zone.eq("Europe/Amsterdam"),
                    community::seed.eq(1_i64),
                    community::created_at.eq(BEGINNING),
                ))
                .execute(&mut **tx)?;
            diesel::insert_into(groups::table)
                .values((
                    groups::id.eq(GroupId(1)),
                    groups::name.eq("Iedereen"),
                    groups::name_key.eq("iedereen"),
                    groups::slug.eq("iedereen"),
                    groups::access.eq(GroupAccess::Open),
                    groups::commons.eq(true),
                    groups::created_at.eq(BEGINNING),
                ))
                .execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
    database.reload_zone().unwrap();
}

fn options(trial: &Trial) -> Options {
    Options { lang: Lang::En, ..Options::new(&trial.folder) }
}

fn bring_in(trial: &Trial, kind: Kind, path: &Path) -> Report {
    run(&trial.database, kind, path, &options(trial), &mut |_| {}).unwrap()
}

/// Writes a file in the trial's folder.
fn file(trial: &Trial, name: &str, text: &str) -> PathBuf {
    let path = trial.folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// The one number that a statement gives.
fn number(database: &Database, sql: &str) -> i64 {
    database
        .read(|conn| Ok(database::sql(sql).get_result::<Number>(conn)?.n))
        .unwrap_or_else(|e| panic!("{sql}: {e}"))
}

/// How many rows each table has.
fn sizes(database: &Database) -> BTreeMap<&'static str, i64> {
    schema::NAMES
        .iter()
        .filter(|name| !["visible_groups", "readable_groups", "readable_posts"].contains(name))
        .map(|name| (*name, number(database, &format!("select count(*) as n from {name}"))))
        .collect()
}

/// The counters that are kept are what counting gives.
fn counters_are_exact(database: &Database) {
    let wrong = |what: &str| assert_eq!(number(database, what), 0, "{what}");
    wrong(
        "select count(*) as n from posts p where p.comments <>
         (select count(*) from comments c where c.subject_kind = 1 and c.subject_id = p.id)",
    );
    wrong(
        "select count(*) as n from posts p where p.reactions <>
         (select count(*) from reactions r where r.subject_kind = 1 and r.subject_id = p.id)",
    );
    wrong(
        "select count(*) as n from comments c where c.reactions <>
         (select count(*) from reactions r where r.subject_kind = 2 and r.subject_id = c.id)",
    );
    wrong(
        "select count(*) as n from posts p where p.activity_at <> (select max(t) from
         (select q.published_at as t from posts q where q.id = p.id union all
          select c.published_at from comments c where c.subject_kind = 1 and c.subject_id = p.id) x)",
    );
    wrong("select count(*) as n from facts where source <> 2");
    wrong("select count(*) as n from facts where tenure_days < 0");
    wrong(
        "select count(*) as n from facts f where f.actor is not null and not exists
         (select 1 from pseudonyms y where y.pseudonym = f.actor)",
    );
    assert_eq!(
        number(database, "select count(*) as n from facts where verb = 7"),
        number(database, "select count(*) as n from posts")
    );
    assert_eq!(
        number(database, "select count(*) as n from facts where verb = 8"),
        number(database, "select count(*) as n from comments")
    );
    assert_eq!(
        number(database, "select count(*) as n from facts where verb = 9"),
        number(database, "select count(*) as n from reactions")
    );
}

/// A second run of the same source leaves every table as it was.
fn a_second_run_changes_nothing(trial: &Trial, kind: Kind, path: &Path, first: &Report) {
    let before = sizes(&trial.database);
    let second = bring_in(trial, kind, path);
    assert_eq!(sizes(&trial.database), before);
    assert!(second.created.is_empty(), "{:?}", second.created);
    assert_eq!(second.updated, 0);
    assert_eq!(second.read, first.read);
    assert_eq!(second.refused, first.refused);
}

/// Reads one state of the data.
fn look<T>(trial: &Trial, f: impl FnOnce(&mut Conn) -> QueryResult<T>) -> T {
    trial.database.read(|conn| Ok(f(conn)?)).unwrap()
}

/// A moment of 2026 in tests: the day of the year and the hour.
fn moment(days: i64, hours: i64) -> Moment {
    Moment(1_767_225_600_000_000 + days * Moment::DAY + hours * Moment::HOUR)
}
