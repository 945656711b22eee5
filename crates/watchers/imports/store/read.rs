//! What the community already has.

use super::UploadRow;
use database::Conn;
use diesel::prelude::*;
use language::{
    Audience, CommentId, DepartmentId, GroupAccess, GroupId, ImportId, Moment, PersonId,
    PersonState, PostId, Pseudonym, Result, Role, TopicId,
};
use schema::{
    comments, community, departments, groups, import_keys, import_people, import_runs,
    import_uploads, memberships, people, posts, pseudonyms, reactions, topics,
};

/// Somebody as the tables have them.
#[derive(Queryable)]
pub(crate) struct KnownPerson {
    pub id: PersonId,
    pub name: String,
    pub handle: String,
    pub email_key: Option<String>,
    pub email_verified: bool,
    pub department: Option<DepartmentId>,
    pub audience: Audience,
    pub role: Role,
    pub state: PersonState,
    pub team: bool,
    pub bot: bool,
    pub started: Option<Moment>,
    pub joined: Option<Moment>,
    pub source_key: Option<String>,
    pub pseudonym: Option<Pseudonym>,
}

/// Whether the community is set up.
pub(crate) fn has_community(conn: &mut Conn) -> Result<bool> {
    Ok(community::table.count().get_result::<i64>(conn)? > 0)
}

/// Everybody.
pub(crate) fn people(conn: &mut Conn) -> Result<Vec<KnownPerson>> {
    Ok(people::table
        .left_join(pseudonyms::table)
        .order(people::id)
        .select((
            people::id,
            people::name,
            people::handle,
            people::email_key,
            people::email_verified,
            people::department_id,
            people::audience,
            people::role,
            people::state,
            people::team,
            people::bot,
            people::started_at,
            people::joined_at,
            people::source_key,
            pseudonyms::pseudonym.nullable(),
        ))
        .load(conn)?)
}

/// Further keys of people who are known to several sources.
pub(crate) fn aliases(conn: &mut Conn) -> Result<Vec<(String, PersonId)>> {
    Ok(import_people::table
        .select((import_people::source_key, import_people::person_id))
        .load(conn)?)
}

/// A department as the table has it.
#[derive(Queryable)]
pub(crate) struct KnownDepartment {
    pub id: DepartmentId,
    pub parent: Option<DepartmentId>,
    pub name_key: String,
    pub path: String,
    pub headcount: Option<i32>,
}

/// Every department.
pub(crate) fn departments(conn: &mut Conn) -> Result<Vec<KnownDepartment>> {
    Ok(departments::table
        .select((
            departments::id,
            departments::parent_id,
            departments::name_key,
            departments::path,
            departments::headcount,
        ))
        .load(conn)?)
}

/// A group as the table has it.
#[derive(Queryable)]
pub(crate) struct KnownGroup {
    pub id: GroupId,
    pub name_key: String,
    pub slug: String,
    pub access: GroupAccess,
    pub commons: bool,
    pub source_key: Option<String>,
}

/// Every group.
pub(crate) fn groups(conn: &mut Conn) -> Result<Vec<KnownGroup>> {
    Ok(groups::table
        .order(groups::id)
        .select((
            groups::id,
            groups::name_key,
            groups::slug,
            groups::access,
            groups::commons,
            groups::source_key,
        ))
        .load(conn)?)
}

/// Who was ever in a group that came from the source.
pub(crate) fn memberships(conn: &mut Conn, prefix: &str) -> Result<Vec<(GroupId, PersonId)>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(groups::source_key.like(format!("{prefix}%")))
        .select((memberships::group_id, memberships::person_id))
        .load(conn)?)
}

/// A post that came from the source.
#[derive(Queryable)]
pub(crate) struct KnownPost {
    pub id: PostId,
    pub source_key: Option<String>,
    pub group: GroupId,
    pub author: Option<PersonId>,
    pub kind: String,
    pub accepted: Option<CommentId>,
}

/// The posts that came from the source.
pub(crate) fn posts(conn: &mut Conn, prefix: &str) -> Result<Vec<KnownPost>> {
    Ok(posts::table
        .filter(posts::source_key.like(format!("{prefix}%")))
        .order(posts::id)
        .select((
            posts::id,
            posts::source_key,
            posts::group_id,
            posts::author_id,
            posts::kind,
            posts::accepted_comment_id,
        ))
        .load(conn)?)
}

/// A comment that came from the source.
#[derive(Queryable)]
pub(crate) struct KnownComment {
    pub id: CommentId,
    pub source_key: Option<String>,
    pub subject: i64,
    pub author: Option<PersonId>,
}

/// The comments that came from the source.
pub(crate) fn comments(conn: &mut Conn, prefix: &str) -> Result<Vec<KnownComment>> {
    Ok(comments::table
        .filter(comments::source_key.like(format!("{prefix}%")))
        .order(comments::id)
        .select((comments::id, comments::source_key, comments::subject_id, comments::author_id))
        .load(conn)?)
}

/// A reaction on something that came from a source.
#[derive(Queryable)]
pub(crate) struct KnownReaction {
    pub subject: i64,
    pub person: PersonId,
    pub word: String,
}

/// The reactions on the source's posts, then those on its comments.
pub(crate) fn reactions(
    conn: &mut Conn,
    prefix: &str,
) -> Result<(Vec<KnownReaction>, Vec<KnownReaction>)> {
    use language::SubjectKind;
    let like = format!("{prefix}%");
    let columns = (reactions::subject_id, reactions::person_id, reactions::word);
    let on_posts = reactions::table
        .inner_join(posts::table.on(posts::id.eq(reactions::subject_id)))
        .filter(reactions::subject_kind.eq(SubjectKind::Post))
        .filter(posts::source_key.like(like.clone()))
        .select(columns)
        .load(conn)?;
    let on_comments = reactions::table
        .inner_join(comments::table.on(comments::id.eq(reactions::subject_id)))
        .filter(reactions::subject_kind.eq(SubjectKind::Comment))
        .filter(comments::source_key.like(like))
        .select(columns)
        .load(conn)?;
    Ok((on_posts, on_comments))
}

/// Every topic.
pub(crate) fn topics(conn: &mut Conn) -> Result<Vec<(TopicId, String)>> {
    Ok(topics::table.select((topics::id, topics::name_key)).load(conn)?)
}

/// The keys of the contacts that are in the log.
pub(crate) fn keys(conn: &mut Conn) -> Result<Vec<i64>> {
    Ok(import_keys::table.select(import_keys::key).load(conn)?)
}

/// A file that waits, of the one who brought it.
pub(crate) fn upload(conn: &mut Conn, id: ImportId, by: PersonId) -> Result<UploadRow> {
    Ok(import_uploads::table
        .filter(import_uploads::id.eq(id))
        .filter(import_uploads::by_id.eq(by))
        .first(conn)?)
}

/// Files that waited since before a moment.
pub(crate) fn old_uploads(conn: &mut Conn, before: Moment) -> Result<Vec<ImportId>> {
    Ok(import_uploads::table
        .filter(import_uploads::at.lt(before))
        .select(import_uploads::id)
        .load(conn)?)
}

/// An import that was published.
#[derive(Queryable)]
pub(crate) struct Run {
    pub id: ImportId,
    pub file: String,
    /// The name of who published it; none on the command line.
    pub by: Option<String>,
    pub report: String,
    pub at: Moment,
    pub undone_at: Option<Moment>,
}

/// The last imports, newest first.
pub(crate) fn runs(conn: &mut Conn, most: i64) -> Result<Vec<Run>> {
    Ok(import_runs::table
        .left_join(people::table.on(import_runs::by_id.eq(people::id.nullable())))
        .order((import_runs::at.desc(), import_runs::id.desc()))
        .limit(most)
        .select((
            import_runs::id,
            import_runs::file,
            people::name.nullable(),
            import_runs::report,
            import_runs::at,
            import_runs::undone_at,
        ))
        .load(conn)?)
}
