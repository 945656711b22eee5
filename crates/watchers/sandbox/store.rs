//! All database access of the sandbox. It writes tables of every slice, because it
//! writes in bulk what their verbs write one by one; nothing else may do so.

use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use language::{
    ActionId, AnswerId, Arm, Audience, CommentId, Day, DepartmentId, Moment, PersonId, PersonState,
    PostId, Result, Role,
};
use schema::{
    action_answers, action_arms, action_departments, actions, active_days, audit, community,
    consents, passwords, people, posts,
};
use sign_in::password::Hash;

pub(crate) use bulk::{
    AT_ONCE, CommentRow, DepartmentRow, GroupRow, MembershipRow, PersonRow, PostRow, PostTopicRow,
    PseudonymRow, ReactionRow, TopicRow, add_comments, add_departments, add_groups,
    add_memberships, add_people, add_post_topics, add_posts, add_pseudonyms, add_reactions,
    add_topics,
};

macro_rules! inserts {
    ($(#[$doc:meta])* $name:ident, $row:ty, $table:ident) => {
        $(#[$doc])*
        pub(crate) fn $name(tx: &mut Tx<'_>, rows: &[$row]) -> Result<()> {
            for rows in rows.chunks(AT_ONCE) {
                database::insert_all!(tx, $table::table, rows);
            }
            Ok(())
        }
    };
}

/// Whether nobody and no community is here.
pub(crate) fn is_fresh(conn: &mut Conn) -> Result<bool> {
    let communities: i64 = community::table.count().get_result(conn)?;
    let somebody: Option<i64> = people::table.select(people::id).first(conn).optional()?;
    Ok(communities == 0 && somebody.is_none())
}

#[derive(Insertable)]
#[diesel(table_name = active_days)]
pub(crate) struct ActiveDayRow {
    pub person_id: PersonId,
    pub day: Day,
}
inserts!(
    /// Days on which people were here.
    add_active_days, ActiveDayRow, active_days
);

#[derive(Insertable)]
#[diesel(table_name = actions, treat_none_as_default_value = false)]
pub(crate) struct ActionRow {
    pub id: ActionId,
    pub catalogue: Option<i32>,
    pub title: String,
    pub question: String,
    pub goal: &'static str,
    pub answer_kind: &'static str,
    pub outcome: &'static str,
    pub window_days: i32,
    pub owner_id: PersonId,
    pub audience: String,
    pub held_percent: i32,
    pub seed: i64,
    pub state: &'static str,
    pub opens_at: Moment,
    pub closes_at: Moment,
    pub created_at: Moment,
}
inserts!(
    /// Actions, of which the counters are set later.
    add_actions, ActionRow, actions
);

#[derive(Insertable)]
#[diesel(table_name = action_departments)]
pub(crate) struct ActionDepartmentRow {
    pub action_id: ActionId,
    pub department_id: DepartmentId,
}
inserts!(
    /// Whom actions are for.
    add_action_departments, ActionDepartmentRow, action_departments
);

#[derive(Insertable)]
#[diesel(table_name = action_arms)]
pub(crate) struct ArmRow {
    pub action_id: ActionId,
    pub person_id: PersonId,
    pub arm: Arm,
}
inserts!(
    /// Who is asked and who is held back.
    add_arms, ArmRow, action_arms
);

#[derive(Insertable)]
#[diesel(table_name = action_answers)]
pub(crate) struct AnswerRow {
    pub id: AnswerId,
    pub action_id: ActionId,
    pub person_id: PersonId,
    pub body: String,
    pub state: &'static str,
    pub created_at: Moment,
}
inserts!(
    /// Answers to actions.
    add_answers, AnswerRow, action_answers
);

/// An answer that helped.
pub(crate) struct Accepted {
    pub post: PostId,
    pub comment: CommentId,
    pub by: PersonId,
}

/// Notes which answers helped.
pub(crate) fn accept(tx: &mut Tx<'_>, accepted: &[Accepted]) -> Result<()> {
    for accepted in accepted {
        diesel::update(posts::table.filter(posts::id.eq(accepted.post)))
            .set((
                posts::accepted_comment_id.eq(Some(accepted.comment)),
                posts::accepted_by.eq(Some(accepted.by)),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// How somebody stands at the end.
pub(crate) struct Standing {
    pub id: PersonId,
    pub role: Role,
    pub state: PersonState,
    pub audience: Audience,
    pub team: bool,
    pub joined: Option<Moment>,
}

/// Writes how people stand at the end. Who came in showed that their address is theirs.
pub(crate) fn settle(tx: &mut Tx<'_>, people: &[Standing]) -> Result<()> {
    for person in people {
        diesel::update(people::table.filter(people::id.eq(person.id)))
            .set((
                people::role.eq(person.role),
                people::state.eq(person.state),
                people::audience.eq(person.audience),
                people::team.eq(person.team),
                people::joined_at.eq(person.joined),
                people::email_verified.eq(person.joined.is_some()),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

// The kinds of subjects are those of `language::SubjectKind`. All of them are published.
const COUNT_POSTS: &str = "update posts set
    comments = (select count(*) from comments c
        where c.subject_kind = 1 and c.subject_id = posts.id),
    reactions = (select count(*) from reactions r
        where r.subject_kind = 1 and r.subject_id = posts.id),
    activity_at = coalesce((select max(c.published_at) from comments c
        where c.subject_kind = 1 and c.subject_id = posts.id), published_at)
    where id > $1 and id <= $2";
const COUNT_COMMENTS: &str = "update comments set
    reactions = (select count(*) from reactions r
        where r.subject_kind = 2 and r.subject_id = comments.id)
    where id > $1 and id <= $2";

/// Sets the counters of posts and comments with ids after one up to another.
pub(crate) fn count(tx: &mut Tx<'_>, after: i64, until: i64) -> Result<()> {
    for sql in [COUNT_POSTS, COUNT_COMMENTS] {
        database::sql(sql).bind::<BigInt, _>(after).bind::<BigInt, _>(until).execute(&mut **tx)?;
    }
    Ok(())
}

/// How an action stands at the end.
pub(crate) struct ActionStanding {
    pub id: ActionId,
    pub state: &'static str,
    pub shown: i32,
    pub held: i32,
    pub answers: i32,
    pub base_rate: Option<f64>,
    pub detectable: Option<f64>,
}

/// Writes how an action stands at the end.
pub(crate) fn settle_action(tx: &mut Tx<'_>, action: &ActionStanding) -> Result<()> {
    diesel::update(actions::table.filter(actions::id.eq(action.id)))
        .set((
            actions::state.eq(action.state),
            actions::shown.eq(action.shown),
            actions::held.eq(action.held),
            actions::answers.eq(action.answers),
            actions::base_rate.eq(action.base_rate),
            actions::detectable.eq(action.detectable),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Lets somebody enter with a password.
pub(crate) fn let_in(tx: &mut Tx<'_>, person: PersonId, hash: &Hash) -> Result<()> {
    diesel::insert_into(passwords::table)
        .values((
            passwords::person_id.eq(person),
            passwords::hash.eq(hash.as_str()),
            passwords::changed_at.eq(tx.now()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Somebody has read everything up to a moment.
pub(crate) fn has_read(tx: &mut Tx<'_>, person: PersonId, until: Moment) -> Result<()> {
    database::sql(
        "insert into thread_reads (person_id, subject_kind, subject_id, read_at)
         select $1, 1, id, $2 from posts where published_at < $2",
    )
    .bind::<BigInt, _>(person)
    .bind::<BigInt, _>(until)
    .execute(&mut **tx)?;
    Ok(())
}

/// The address of somebody.
pub(crate) fn address(conn: &mut Conn, person: PersonId) -> Result<Option<String>> {
    Ok(people::table.filter(people::id.eq(person)).select(people::email).first(conn)?)
}

/// A consent of the invented works council for `scope`, given half a year before `now` and
/// good for a year after it: so the practice community shows what it opens.
pub(crate) fn consent(tx: &mut Tx<'_>, by: PersonId, scope: &str, now: Moment) -> Result<()> {
    let today = now.day(tx.zone());
    diesel::insert_into(consents::table)
        .values((
            consents::id.eq(tx.new_id()),
            consents::scope.eq(scope),
            consents::given_by.eq("Ondernemingsraad"),
            consents::given_on.eq(today.plus(-182)),
            consents::expires_on.eq(today.plus(365)),
            consents::reference.eq("OR-besluit 2026-07"),
            consents::recorded_by.eq(by),
            consents::recorded_at.eq(now.plus(-180 * Moment::DAY)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Writes the community: from here on the database is whole.
pub(crate) fn begin(tx: &mut Tx<'_>, zone: &str, seed: i64, created: Moment) -> Result<()> {
    diesel::insert_into(community::table)
        .values((
            community::id.eq(1),
            community::name.eq(practice::ORGANISATION),
            community::language.eq("nl"),
            community::zone.eq(zone),
            community::seed.eq(seed),
            community::team_marked.eq(true),
            community::created_at.eq(created),
        ))
        .execute(&mut **tx)?;
    diesel::insert_into(audit::table)
        .values((
            audit::id.eq(tx.new_id()),
            audit::at.eq(tx.now()),
            audit::act.eq("practice"),
            audit::detail.eq("filled with the practice community"),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
