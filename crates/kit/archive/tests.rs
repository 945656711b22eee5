use blobs::Blobs;
use database::testing::{Trial, postgres, sqlite};
use diesel::prelude::*;
use language::{Fact, Verb};

fn fill(trial: &Trial) -> Blobs {
    let files = Blobs::open(trial.folder.join("files")).unwrap();
    let kept = files.put(b"a picture", trial.database.environment().random()).unwrap();
    trial
        .database
        .write(|tx| {
            for sql in [
                "insert into community (id, name, language, zone, seed, created_at)
                 values (1, 'Het ''plein'' kost $9 of $1 — \u{1F33F}', 'nl', 'Europe/Amsterdam', 9223372036854775807, 1)",
                "insert into people (id, name, name_key, handle, audience, role, state, created_at)
                 values (7, 'Ay\u{15F}e \\ \"Y\"\nZ', 'a', 'ayse', 'employee', 'member', 'active', -5)",
                "insert into actions (id, title, question, goal, answer_kind, outcome, window_days,
                    owner_id, held_percent, seed, state, opens_at, closes_at, detectable, created_at)
                 values (3, 't', 'q', 'g', 'tap', 'posted', 14, 7, 20, 1, 'open', 1, 2, 0.1, 1)",
            ] {
                database::written_out(sql.to_owned()).execute(&mut **tx)?;
            }
            let _ = &kept;
            let bytes: Vec<u8> = (0..=255).collect();
            diesel::insert_into(schema::member_blocks::table)
                .values((
                    schema::member_blocks::day.eq(1),
                    schema::member_blocks::block.eq(0),
                    schema::member_blocks::cells.eq(bytes),
                ))
                .execute(&mut **tx)?;
            facts_of(tx)
        })
        .unwrap();
    files
}

fn facts_of(tx: &mut database::Tx<'_>) -> language::Result<()> {
    use schema::facts;
    for number in 0..5_000_i64 {
        let fact = Fact::new(Verb::Session, tx.now(), tx.today());
        diesel::insert_into(facts::table)
            .values((
                facts::id.eq(number + 1),
                facts::at.eq(fact.at),
                facts::day.eq(fact.day),
                facts::actor_kind.eq(fact.actor_kind),
                facts::verb.eq(fact.verb),
                facts::object_kind.eq(fact.object_kind),
                facts::object_id.eq(0_i64),
                facts::propensity.eq(Some(0.1)),
                facts::visibility.eq(fact.visibility),
                facts::source.eq(fact.source),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

fn moved(from: &Trial, to: &Trial) {
    let files = fill(from);
    let target = from.folder.join("backup.zip");
    let made = crate::make(&from.database, &files, &target).unwrap();
    assert_eq!(made.tables["facts"].size, 5_000);
    assert_eq!(made.files.len(), 1);
    let elsewhere = Blobs::open(to.folder.join("files")).unwrap();
    crate::restore(&to.database, &elsewhere, &target).unwrap();
    // What comes out again is what went in, whatever the engine.
    let again = to.folder.join("again.zip");
    let second = crate::make(&to.database, &elsewhere, &again).unwrap();
    let sizes = |m: &crate::Manifest| -> Vec<u64> { m.tables.values().map(|p| p.size).collect() };
    assert_eq!(sizes(&made), sizes(&second));
    assert_eq!(made.files, second.files);
    for table in schema::TABLES {
        assert_eq!(values(from, table), values(to, table), "{}", table.name);
    }
    let full = crate::restore(&to.database, &elsewhere, &target).unwrap_err();
    assert!(full.to_string().contains("not empty"), "{full}");
}

fn values(trial: &Trial, table: &schema::Table) -> Vec<String> {
    let mut lines = Vec::new();
    trial
        .database
        .read(|conn| {
            crate::store::rows(conn, table, |line| {
                let values = crate::store::parsed(line, table)?;
                let forms = table.columns.iter().map(|(_, form)| *form);
                let plain: Vec<String> = values
                    .iter()
                    .zip(forms)
                    .map(|(value, form)| match (value, form) {
                        (serde_json::Value::Bool(truth), schema::Form::Truth) => {
                            i32::from(*truth).to_string()
                        }
                        (value, _) => value.to_string(),
                    })
                    .collect();
                lines.push(plain.join(","));
                Ok(())
            })
        })
        .unwrap();
    lines
}

#[test]
fn a_community_moves_between_engines_and_back_unchanged() {
    moved(&sqlite(), &postgres());
    moved(&postgres(), &sqlite());
    moved(&sqlite(), &sqlite());
    moved(&postgres(), &postgres());
}

#[test]
fn a_damaged_backup_is_refused_and_changes_nothing() {
    let (from, to) = (sqlite(), sqlite());
    let files = fill(&from);
    let target = from.folder.join("backup.zip");
    crate::make(&from.database, &files, &target).unwrap();
    let whole = std::fs::read(&target).unwrap();
    let elsewhere = Blobs::open(to.folder.join("files")).unwrap();
    let broken = from.folder.join("broken.zip");
    for cut in [0, 10, whole.len() / 2, whole.len() - 30] {
        std::fs::write(&broken, &whole[..cut]).unwrap();
        assert!(crate::restore(&to.database, &elsewhere, &broken).is_err(), "cut at {cut}");
    }
    let mut bent = whole.clone();
    let middle = bent.len() / 3;
    bent[middle] ^= 0xFF;
    std::fs::write(&broken, &bent).unwrap();
    assert!(crate::restore(&to.database, &elsewhere, &broken).is_err());
    assert_eq!(to.database.read(|c| crate::store::count(c, &schema::TABLES[0])).unwrap(), 0);
    assert!(elsewhere.list().unwrap().is_empty());
    crate::restore(&to.database, &elsewhere, &target).unwrap();
}
