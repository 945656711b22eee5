//! Small changes that wait, and one of them that fails.

use super::*;
use database::testing::on_both;
use diesel::prelude::*;
use schema::import_keys;

fn keep(key: i64) -> impl Fn(&mut Tx<'_>) -> Result<()> + Send + 'static {
    move |tx| {
        diesel::insert_into(import_keys::table)
            .values(import_keys::key.eq(key))
            .execute(&mut **tx)?;
        Ok(())
    }
}

#[test]
fn a_change_that_fails_takes_no_other_with_it() {
    on_both(|trial| {
        let later = Later::start(trial.database.clone());
        // Holds the thread until all of the batch has come.
        let (gate, shut) = channel::<()>();
        let shut = Mutex::new(shut);
        later.soon(move |_| {
            let _ = shut.lock().unwrap().recv();
            Ok(())
        });
        for key in 1..=20 {
            later.soon(keep(key));
        }
        later.soon(keep(7));
        later.soon(|_| panic!("as meant"));
        for key in 21..=40 {
            later.soon(keep(key));
        }
        drop(gate);
        later.settle();
        let kept: i64 =
            trial.database.read(|conn| Ok(import_keys::table.count().get_result(conn)?)).unwrap();
        assert_eq!(kept, 40);
        // The thread lives on.
        later.soon(keep(41));
        later.settle();
        let last: i64 = trial
            .database
            .read(|conn| {
                Ok(import_keys::table.filter(import_keys::key.eq(41)).count().get_result(conn)?)
            })
            .unwrap();
        assert_eq!(last, 1);
    });
}
