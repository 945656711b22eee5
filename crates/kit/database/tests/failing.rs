//! What goes wrong leaves nothing behind, and the database goes on.

use super::{keep, kept, make_kept};
use crate::Location;
use crate::testing::{on_both, postgres, sqlite};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use language::{Failure, Refusal, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn work_that_fails_leaves_nothing() {
    on_both(|trial| {
        make_kept(&trial.database);
        let result: Result<()> = trial.database.write(|tx| {
            keep(tx, 1)?;
            Err(Refusal::NotAllowed.into())
        });
        assert!(matches!(result, Err(Failure::Refusal(Refusal::NotAllowed))));
        trial.database.write(|tx| keep(tx, 2)).unwrap();
        assert_eq!(trial.database.read(kept).unwrap(), [2]);
    });
}

#[test]
fn work_that_panics_leaves_nothing_and_no_connection_is_lost() {
    on_both(|trial| {
        make_kept(&trial.database);
        // More often than there are connections.
        for round in 0..20 {
            let panicked = catch_unwind(AssertUnwindSafe(|| {
                trial.database.write::<()>(|tx| {
                    keep(tx, round)?;
                    panic!("on purpose");
                })
            }));
            assert!(panicked.is_err());
            let panicked = catch_unwind(AssertUnwindSafe(|| {
                trial.database.snapshot::<()>(|_| panic!("on purpose"))
            }));
            assert!(panicked.is_err());
        }
        trial.database.write(|tx| keep(tx, 99)).unwrap();
        assert_eq!(trial.database.read(kept).unwrap(), [99]);
    });
}

#[test]
fn a_unique_key_that_is_taken_is_a_conflict() {
    on_both(|trial| {
        make_kept(&trial.database);
        trial.database.write(|tx| keep(tx, 1)).unwrap();
        let second = trial.database.write(|tx| keep(tx, 1));
        assert!(matches!(second, Err(Failure::Refusal(Refusal::Conflict))));
    });
}

/// PostgreSQL gives up the whole transaction when one statement fails, and says
/// nothing when it is committed. What was not kept must not be acknowledged.
#[test]
fn a_failure_that_was_swallowed_is_not_acknowledged_unless_the_rest_is_kept() {
    on_both(|trial| {
        make_kept(&trial.database);
        let result = trial.database.write(|tx| {
            keep(tx, 1)?;
            let swallowed = tx.batch_execute("insert into no_such_table values (1)");
            assert!(swallowed.is_err());
            Ok(())
        });
        let found = trial.database.read(kept).unwrap();
        assert_eq!(found == [1], result.is_ok(), "{found:?} {result:?}");
        trial.database.write(|tx| keep(tx, 2)).unwrap();
        assert_eq!(trial.database.read(kept).unwrap().last(), Some(&2));
    });
}

#[test]
fn those_who_read_sqlite_cannot_write() {
    let trial = sqlite();
    make_kept(&trial.database);
    let insert = |conn: &mut crate::Conn| -> Result<()> {
        crate::sql("insert into kept (number) values (1)").execute(conn)?;
        Ok(())
    };
    assert!(trial.database.read(insert).is_err());
    assert!(trial.database.snapshot(insert).is_err());
    assert_eq!(trial.database.read(kept).unwrap(), []);
}

#[test]
fn a_snapshot_on_postgres_cannot_write() {
    let trial = postgres();
    make_kept(&trial.database);
    let result = trial.database.snapshot(|conn| {
        crate::sql("insert into kept (number) values (1)").execute(conn)?;
        Ok(())
    });
    assert!(result.is_err());
    assert_eq!(trial.database.read(kept).unwrap(), []);
}

#[test]
fn a_write_inside_a_write_is_refused_on_sqlite_instead_of_hanging() {
    let trial = sqlite();
    make_kept(&trial.database);
    let inner = trial.database.clone();
    let result = trial.database.write(|tx| {
        keep(tx, 1)?;
        let second = inner.write(|tx| keep(tx, 2));
        assert!(second.unwrap_err().to_string().contains("inside a write"));
        Ok(())
    });
    assert!(result.is_ok());
    assert_eq!(trial.database.read(kept).unwrap(), [1]);
}

/// What a restart of the server does to this program: its connections are dead.
fn cut_all_connections(trial: &crate::testing::Trial) {
    let Location::Postgres(url) = &trial.location else { panic!("PostgreSQL only") };
    let name = trial.folder.file_name().unwrap().to_string_lossy().replace("noaber-", "");
    let bare = url.split("options=").next().unwrap().trim_end_matches(['?', '&']);
    let mut other =
        crate::connection::establish_writer(&Location::Postgres(bare.to_owned())).unwrap();
    other
        .batch_execute(&format!(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity
             where application_name = '{name}'"
        ))
        .unwrap();
}

#[test]
fn after_a_restart_of_postgres_the_first_call_works() {
    let trial = postgres();
    make_kept(&trial.database);
    for round in 0..3 {
        // Several connections in the pool, not one.
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| trial.database.read(kept).unwrap());
            }
        });
        cut_all_connections(&trial);
        trial.database.write(|tx| keep(tx, round)).unwrap();
        cut_all_connections(&trial);
        let found = trial.database.snapshot(kept).unwrap();
        assert_eq!(i64::try_from(found.len()).unwrap(), round + 1);
    }
}

#[test]
fn a_connection_cut_during_the_work_is_a_failure_that_leaves_nothing() {
    let trial = postgres();
    make_kept(&trial.database);
    for round in 0..6 {
        let result = trial.database.write(|tx| {
            keep(tx, round)?;
            cut_all_connections(&trial);
            Ok(())
        });
        assert!(result.is_err());
    }
    trial.database.write(|tx| keep(tx, 99)).unwrap();
    assert_eq!(trial.database.read(kept).unwrap(), [99]);
}
