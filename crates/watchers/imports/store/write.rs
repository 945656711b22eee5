//! Publishing. Every function is called in one transaction, in the order in which
//! the tables refer to each other, with at most [`CHUNK`] rows at a time.

use database::Tx;
use diesel::prelude::*;
use language::{Audience, CommentId, DepartmentId, ImportId, Moment, PersonId, PostId, Result};
use schema::{
    audit, comments, departments, import_keys, import_people, import_runs, import_uploads, people,
    posts,
};

pub(crate) use bulk::{
    AT_ONCE as CHUNK, CommentRow, DepartmentRow, GroupRow, MembershipRow, PersonRow, PostRow,
    PostTopicRow, PseudonymRow, ReactionRow, TopicRow, add_comments, add_departments, add_groups,
    add_memberships, add_people, add_post_topics, add_posts, add_pseudonyms, add_reactions,
    add_topics,
};

macro_rules! inserts {
    ($(#[$doc:meta])* $name:ident, $row:ty, $table:ident) => {
        $(#[$doc])*
        pub(crate) fn $name(tx: &mut Tx<'_>, rows: &[$row]) -> Result<()> {
            for rows in rows.chunks(CHUNK) {
                database::insert_all!(tx, $table::table, rows);
            }
            Ok(())
        }
    };
}

/// Sets the headcount of a known department.
pub(crate) fn set_headcount(tx: &mut Tx<'_>, id: DepartmentId, count: i32) -> Result<()> {
    diesel::update(departments::table.filter(departments::id.eq(id)))
        .set(departments::headcount.eq(Some(count)))
        .execute(&mut **tx)?;
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = import_people)]
pub(crate) struct AliasRow {
    pub source_key: String,
    pub person_id: PersonId,
}
inserts!(
    /// Further keys of people.
    add_aliases, AliasRow, import_people
);

/// What changes of a known person; none stays as it is.
#[derive(AsChangeset, Debug, Default)]
#[diesel(table_name = people)]
pub(crate) struct PersonChange {
    pub name: Option<String>,
    pub name_key: Option<String>,
    pub email: Option<String>,
    pub email_key: Option<String>,
    pub department_id: Option<DepartmentId>,
    pub audience: Option<Audience>,
    pub started_at: Option<Moment>,
    pub source_key: Option<String>,
}

/// Changes a known person.
pub(crate) fn change_person(tx: &mut Tx<'_>, id: PersonId, change: &PersonChange) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(id))).set(change).execute(&mut **tx)?;
    Ok(())
}

/// Somebody who was known joined with their first imported act.
pub(crate) fn set_joined(tx: &mut Tx<'_>, id: PersonId, at: Moment) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(id)).filter(people::joined_at.is_null()))
        .set(people::joined_at.eq(Some(at)))
        .execute(&mut **tx)?;
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = import_keys)]
pub(crate) struct KeyRow {
    pub key: i64,
}
inserts!(
    /// Keys of contacts.
    add_keys, KeyRow, import_keys
);

/// What a known post gains.
pub(crate) struct Gain {
    pub id: PostId,
    pub comments: i32,
    pub reactions: i32,
    /// The last new comment.
    pub activity: Moment,
    /// The answer that was taken, and by whom.
    pub accepted: Option<(CommentId, Option<PersonId>)>,
}

/// Adds to the counters of a known post. They are raised, not set: somebody may
/// have commented since they were read.
pub(crate) fn grow_post(tx: &mut Tx<'_>, gain: &Gain) -> Result<()> {
    let this = posts::table.filter(posts::id.eq(gain.id));
    diesel::update(this)
        .set((
            posts::comments.eq(posts::comments + gain.comments),
            posts::reactions.eq(posts::reactions + gain.reactions),
        ))
        .execute(&mut **tx)?;
    diesel::update(this.filter(posts::activity_at.lt(gain.activity)))
        .set(posts::activity_at.eq(gain.activity))
        .execute(&mut **tx)?;
    if let Some((comment, by)) = gain.accepted {
        diesel::update(this.filter(posts::accepted_comment_id.is_null()))
            .set((posts::accepted_comment_id.eq(Some(comment)), posts::accepted_by.eq(by)))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Adds to the counter of a known comment.
pub(crate) fn grow_comment(tx: &mut Tx<'_>, id: CommentId, reactions: i32) -> Result<()> {
    diesel::update(comments::table.filter(comments::id.eq(id)))
        .set(comments::reactions.eq(comments::reactions + reactions))
        .execute(&mut **tx)?;
    Ok(())
}

/// Notes that an import was published, for the list of imports and for the audit.
pub(crate) fn add_run(
    tx: &mut Tx<'_>,
    id: ImportId,
    kind: &str,
    file: &str,
    by: Option<PersonId>,
    report: &str,
) -> Result<()> {
    diesel::insert_into(import_runs::table)
        .values((
            import_runs::id.eq(id),
            import_runs::kind.eq(kind),
            import_runs::file.eq(file),
            import_runs::by_id.eq(by),
            import_runs::report.eq(report),
            import_runs::at.eq(tx.now()),
        ))
        .execute(&mut **tx)?;
    audit(tx, by, "import", &format!("{kind}: {file}"))
}

/// Notes for ever who did what with the powers of a role.
pub(crate) fn audit(tx: &mut Tx<'_>, by: Option<PersonId>, act: &str, detail: &str) -> Result<()> {
    diesel::insert_into(audit::table)
        .values((
            audit::id.eq(tx.new_id()),
            audit::at.eq(tx.now()),
            audit::person_id.eq(by.map(|by| by.0)),
            audit::act.eq(act),
            audit::detail.eq(detail),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = import_uploads)]
pub(crate) struct UploadRow {
    pub id: ImportId,
    pub kind: String,
    pub file: String,
    pub columns_by_hand: String,
    pub by_id: PersonId,
    pub at: Moment,
    pub source: String,
}

/// Notes a file that waits.
pub(crate) fn add_upload(tx: &mut Tx<'_>, row: &UploadRow) -> Result<()> {
    diesel::insert_into(import_uploads::table).values(row).execute(&mut **tx)?;
    Ok(())
}

/// Forgets a file that waited; false when nobody waited for it any more.
pub(crate) fn remove_upload(tx: &mut Tx<'_>, id: ImportId) -> Result<bool> {
    let gone = diesel::delete(import_uploads::table.filter(import_uploads::id.eq(id)))
        .execute(&mut **tx)?;
    Ok(gone == 1)
}

/// Notes which columns of a waiting file are what.
pub(crate) fn set_columns(tx: &mut Tx<'_>, id: ImportId, columns: &str) -> Result<()> {
    diesel::update(import_uploads::table.filter(import_uploads::id.eq(id)))
        .set(import_uploads::columns_by_hand.eq(columns))
        .execute(&mut **tx)?;
    Ok(())
}
