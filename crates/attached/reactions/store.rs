use crate::word::Word;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
use language::{Fact, FactId, PersonId, Result, Subject, SubjectKind, Verb};
use schema::reactions;
use std::collections::HashSet;

/// How often a word was given to one subject.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Count {
    /// The subject's id among its kind.
    #[diesel(sql_type = BigInt)]
    pub subject_id: i64,
    /// The word.
    #[diesel(sql_type = Text)]
    pub word: Word,
    /// How many people gave it.
    #[diesel(sql_type = BigInt)]
    pub people: i64,
    /// 1 when the reader is among them.
    #[diesel(sql_type = Integer)]
    mine: i32,
}

impl Count {
    /// Whether the reader gave it.
    pub fn is_mine(&self) -> bool {
        self.mine == 1
    }
}

/// How often each word was given to each of these subjects, the most given first;
/// with what the reader gave, if one is named.
///
/// # Errors
/// A fault of the database.
pub fn counts(
    conn: &mut Conn,
    kind: SubjectKind,
    ids: &[i64],
    reader: Option<PersonId>,
) -> Result<Vec<Count>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let list = database::places(3, ids.len());
    let sql = format!(
        "select subject_id, word, count(*) as people,
                cast(max(case when person_id = $1 then 1 else 0 end) as integer) as mine
         from reactions where subject_kind = $2 and subject_id in ({list})
         group by subject_id, word order by count(*) desc, word"
    );
    Ok(database::sql(sql)
        .bind::<BigInt, _>(reader.map_or(0, |person| person.0))
        .bind::<SmallInt, _>(kind)
        .bind_list(ids)
        .load(conn)?)
}

/// What somebody gave to each of these subjects.
///
/// # Errors
/// A fault of the database.
pub fn given(
    conn: &mut Conn,
    by: PersonId,
    kind: SubjectKind,
    ids: &[i64],
) -> Result<HashSet<(i64, Word)>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let list = database::places(3, ids.len());
    let sql = format!(
        "select subject_id, word from reactions
         where person_id = $1 and subject_kind = $2 and subject_id in ({list})"
    );
    let rows: Vec<Mine> = database::sql(sql)
        .bind::<BigInt, _>(by)
        .bind::<SmallInt, _>(kind)
        .bind_list(ids)
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.subject_id, row.word)).collect())
}

#[derive(QueryableByName)]
struct Mine {
    #[diesel(sql_type = BigInt)]
    subject_id: i64,
    #[diesel(sql_type = Text)]
    word: Word,
}

/// Whether it was new.
pub(crate) fn give(tx: &mut Tx<'_>, to: Subject, by: PersonId, word: Word) -> Result<bool> {
    let new = database::sql(
        "insert into reactions (subject_kind, subject_id, person_id, word, created_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing",
    )
    .bind::<SmallInt, _>(to.kind)
    .bind::<BigInt, _>(to.id)
    .bind::<BigInt, _>(by)
    .bind::<Text, _>(word)
    .bind::<BigInt, _>(tx.now())
    .execute(&mut **tx)?;
    Ok(new == 1)
}

/// Whether it was there.
pub(crate) fn take_back(tx: &mut Tx<'_>, to: Subject, by: PersonId, word: Word) -> Result<bool> {
    let gone = diesel::delete(
        reactions::table
            .filter(reactions::subject_kind.eq(to.kind))
            .filter(reactions::subject_id.eq(to.id))
            .filter(reactions::person_id.eq(by))
            .filter(reactions::word.eq(word)),
    )
    .execute(&mut **tx)?;
    Ok(gone == 1)
}

#[derive(QueryableByName)]
struct Given {
    #[diesel(sql_type = BigInt)]
    id: FactId,
}

/// The fact of the last reaction of the same person to the same thing that was not
/// taken back: with two words given, taking both back takes back two facts.
pub(crate) fn last_given(conn: &mut Conn, fact: &Fact) -> Result<Option<FactId>> {
    let found: Option<Given> = database::sql(
        "select f.id from facts f
         where f.actor = $1 and f.object_kind = $2 and f.object_id = $3 and f.verb = $4
           and not exists (select 1 from facts r
               where r.actor = $1 and r.object_kind = $2 and r.object_id = $3
                 and r.verb = $5 and r.corrects = f.id)
         order by f.at desc, f.id desc limit 1",
    )
    .bind::<Nullable<BigInt>, _>(fact.actor)
    .bind::<SmallInt, _>(fact.object_kind)
    .bind::<BigInt, _>(fact.object_id)
    .bind::<SmallInt, _>(Verb::React)
    .bind::<SmallInt, _>(Verb::Retract)
    .get_result(conn)
    .optional()?;
    Ok(found.map(|given| given.id))
}
