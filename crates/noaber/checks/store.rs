use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use language::Result;

/// Something that must hold: the statement counts the rows for which it does not.
pub(super) struct Rule {
    pub(super) name: &'static str,
    pub(super) sql: &'static str,
    pub(super) wrong: &'static str,
    pub(super) fine: &'static str,
}

/// All rules, the same on both engines.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "comments",
        sql: "select count(*) as count from posts p where p.comments <> (
                select count(*) from comments c where c.subject_kind = 1
                and c.subject_id = p.id and c.state = 'published')",
        wrong: "a post counts other comments than it has",
        fine: "every post counts its comments right",
    },
    Rule {
        name: "reactions",
        sql: "select count(*) as count from posts p where p.reactions <> (
                select count(*) from reactions r where r.subject_kind = 1
                and r.subject_id = p.id)",
        wrong: "a post counts other reactions than it has",
        fine: "every post counts its reactions right",
    },
    Rule {
        name: "comment words",
        sql: "select count(*) as count from comments c where c.reactions <> (
                select count(*) from reactions r where r.subject_kind = 2
                and r.subject_id = c.id)",
        wrong: "a comment counts other reactions than it has",
        fine: "every comment counts its reactions right",
    },
    Rule {
        name: "answers",
        sql: "select count(*) as count from actions a where a.answers <> (
                select count(*) from action_answers n where n.action_id = a.id
                and n.state = 'published')",
        wrong: "an action counts other answers than it has",
        fine: "every action counts its answers right",
    },
    Rule {
        name: "accepted",
        sql: "select count(*) as count from posts p where p.accepted_comment_id is not null
                and not exists (select 1 from comments c where c.id = p.accepted_comment_id
                and c.subject_kind = 1 and c.subject_id = p.id)",
        wrong: "an accepted answer stands under another post",
        fine: "every accepted answer stands under its question",
    },
    Rule {
        name: "positions",
        sql: "select count(*) as count from (select 1 as broken from (
                select count(*) as n, max(position) as last from facts
                where position is not null) f where n > 0 and n <> last) g",
        wrong: "positions in the log have gaps",
        fine: "the log has no gaps",
    },
    Rule {
        name: "managers",
        sql: "select count(*) as count from community k where not exists (
                select 1 from people p where p.role = 'administrator' and p.state = 'active')",
        wrong: "nobody active is administrator",
        fine: "there is an active administrator",
    },
    Rule {
        name: "mail",
        sql: "select count(*) as count from outbox where state = 'failed' and security",
        wrong: "a security mail could not be sent",
        fine: "no security mail failed",
    },
];

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

/// For how many rows a rule does not hold.
pub(super) fn broken(conn: &mut Conn, rule: &Rule) -> Result<i64> {
    Ok(database::sql(rule.sql).get_result::<Count>(conn)?.count)
}

/// The files that rows name.
pub(super) fn named_files(conn: &mut Conn) -> Result<Vec<String>> {
    let sql = "select large_blob as name from pictures
               union select small_blob as name from pictures order by name";
    let names: Vec<Name> = database::sql(sql).load(conn)?;
    Ok(names.into_iter().map(|row| row.name).collect())
}
