//! The statements: per table one row type and one function.

use database::Tx;
use diesel::prelude::*;
use language::{
    Audience, CommentId, DepartmentId, GroupAccess, GroupId, MembershipState, Moment, PersonId,
    PersonState, PostId, Pseudonym, Result, Role, SubjectKind, TopicId,
};
use schema::{
    comments, departments, groups, memberships, people, post_topics, posts, pseudonyms, reactions,
    topics,
};

/// So many rows go in one statement where the engine likes that.
pub const AT_ONCE: usize = 1_000;

macro_rules! inserts {
    ($(#[$doc:meta])* $name:ident, $row:ty, $table:ident) => {
        $(#[$doc])*
        ///
        /// # Errors
        /// A conflict with what is there, or a fault of the database.
        pub fn $name(tx: &mut Tx<'_>, rows: &[$row]) -> Result<()> {
            for rows in rows.chunks(AT_ONCE) {
                database::insert_all!(tx, $table::table, rows);
            }
            Ok(())
        }
    };
}

/// A department. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = departments, treat_none_as_default_value = false)]
pub struct DepartmentRow {
    pub id: DepartmentId,
    pub parent_id: Option<DepartmentId>,
    pub name: String,
    pub name_key: String,
    pub path: String,
    pub headcount: Option<i32>,
    pub created_at: Moment,
}
inserts!(
    /// New departments, parents before children.
    add_departments, DepartmentRow, departments
);

/// Somebody, with or without an account. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = people, treat_none_as_default_value = false)]
pub struct PersonRow {
    pub id: PersonId,
    pub name: String,
    pub name_key: String,
    pub handle: String,
    pub email: Option<String>,
    pub email_key: Option<String>,
    pub department_id: Option<DepartmentId>,
    pub audience: Audience,
    pub role: Role,
    pub state: PersonState,
    pub bot: bool,
    pub about: String,
    pub started_at: Option<Moment>,
    pub joined_at: Option<Moment>,
    pub source_key: Option<String>,
    pub created_at: Moment,
}
inserts!(
    /// New people.
    add_people, PersonRow, people
);

/// What the log calls somebody. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = pseudonyms)]
pub struct PseudonymRow {
    pub person_id: PersonId,
    pub pseudonym: Pseudonym,
}
inserts!(
    /// What the log calls people.
    add_pseudonyms, PseudonymRow, pseudonyms
);

/// A group. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = groups, treat_none_as_default_value = false)]
pub struct GroupRow {
    pub id: GroupId,
    pub name: String,
    pub name_key: String,
    pub slug: String,
    pub purpose: String,
    pub access: GroupAccess,
    pub commons: bool,
    pub source_key: Option<String>,
    pub created_at: Moment,
    pub archived_at: Option<Moment>,
}
inserts!(
    /// New groups.
    add_groups, GroupRow, groups
);

/// Somebody in a group. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = memberships)]
pub struct MembershipRow {
    pub group_id: GroupId,
    pub person_id: PersonId,
    pub state: MembershipState,
    pub moderates: bool,
    pub since: Moment,
}
inserts!(
    /// People in groups.
    add_memberships, MembershipRow, memberships
);

/// A topic. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = topics)]
pub struct TopicRow {
    pub id: TopicId,
    pub name: String,
    pub name_key: String,
}
inserts!(
    /// New topics.
    add_topics, TopicRow, topics
);

/// A post. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = posts, treat_none_as_default_value = false)]
pub struct PostRow {
    pub id: PostId,
    pub group_id: GroupId,
    pub author_id: Option<PersonId>,
    pub author_name: Option<String>,
    pub kind: &'static str,
    pub title: String,
    pub body: String,
    pub body_html: String,
    pub sanitizer: i32,
    pub state: &'static str,
    pub published_at: Moment,
    pub edited_at: Option<Moment>,
    pub activity_at: Moment,
    pub comments: i32,
    pub reactions: i32,
    pub accepted_comment_id: Option<CommentId>,
    pub accepted_by: Option<PersonId>,
    pub score: Option<i32>,
    pub closed_at: Option<Moment>,
    pub source_key: Option<String>,
}
inserts!(
    /// New posts.
    add_posts, PostRow, posts
);

/// A topic of a post. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = post_topics)]
pub struct PostTopicRow {
    pub post_id: PostId,
    pub topic_id: TopicId,
}
inserts!(
    /// Topics of new posts.
    add_post_topics, PostTopicRow, post_topics
);

/// A comment. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = comments, treat_none_as_default_value = false)]
pub struct CommentRow {
    pub id: CommentId,
    pub subject_kind: SubjectKind,
    pub subject_id: i64,
    pub parent_id: Option<CommentId>,
    pub author_id: Option<PersonId>,
    pub author_name: Option<String>,
    pub body: String,
    pub body_html: String,
    pub sanitizer: i32,
    pub state: &'static str,
    pub published_at: Moment,
    pub edited_at: Option<Moment>,
    pub reactions: i32,
    pub score: Option<i32>,
    pub source_key: Option<String>,
}
inserts!(
    /// New comments, parents before children.
    add_comments, CommentRow, comments
);

/// A reaction. The columns are explained in `migrations/`.
#[derive(Insertable)]
#[diesel(table_name = reactions)]
pub struct ReactionRow {
    pub subject_kind: SubjectKind,
    pub subject_id: i64,
    pub person_id: PersonId,
    pub word: &'static str,
    pub created_at: Moment,
}
inserts!(
    /// New reactions.
    add_reactions, ReactionRow, reactions
);
