//! The few rows that no verb makes without a visitor, and the questions that a
//! measurement asks of the data.

use database::{Conn, Tx};
use diesel::prelude::*;
use language::{GroupAccess, GroupId, MembershipState, PersonId, PostId, Result};
use schema::{comments, groups, memberships, posts};

/// Makes a group.
pub fn insert_group(
    tx: &mut Tx<'_>,
    id: GroupId,
    name: &str,
    slug: &str,
    access: GroupAccess,
) -> Result<()> {
    diesel::insert_into(groups::table)
        .values((
            groups::id.eq(id),
            groups::name.eq(name),
            groups::name_key.eq(text::normal_key(name)),
            groups::slug.eq(slug),
            groups::purpose.eq(""),
            groups::access.eq(access),
            groups::commons.eq(false),
            groups::created_at.eq(tx.now()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Puts somebody in a group.
pub fn insert_membership(tx: &mut Tx<'_>, group: GroupId, person: PersonId) -> Result<()> {
    diesel::insert_into(memberships::table)
        .values((
            memberships::group_id.eq(group),
            memberships::person_id.eq(person),
            memberships::state.eq(MembershipState::Active),
            memberships::moderates.eq(false),
            memberships::since.eq(tx.now()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The group of everybody.
pub fn commons(conn: &mut Conn) -> Result<GroupId> {
    Ok(groups::table.filter(groups::commons.eq(true)).select(groups::id).first(conn)?)
}

/// Posts in the group of everybody that have exactly so many comments.
pub fn threads_of(conn: &mut Conn, comments: i32) -> Result<Vec<PostId>> {
    Ok(posts::table
        .inner_join(groups::table)
        .filter(groups::commons.eq(true))
        .filter(posts::comments.eq(comments))
        .select(posts::id)
        .order(posts::id)
        .load(conn)?)
}

/// How many posts there are, how many comments, and what the posts count together.
pub fn counts(conn: &mut Conn) -> Result<(i64, i64, i64)> {
    let own: i64 = posts::table.count().get_result(conn)?;
    let said: i64 = comments::table.count().get_result(conn)?;
    let counted: Option<i64> =
        posts::table.select(diesel::dsl::sum(posts::comments)).first(conn)?;
    Ok((own, said, counted.unwrap_or(0)))
}
