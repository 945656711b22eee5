//! All database access of this slice.

mod answers;
mod effect;
mod read;
mod write;

pub(crate) use answers::{answer_of, answers, arm_of, author, mine, picture, tallies};
pub use effect::outcomes;
pub(crate) use effect::{Reached, base, by_department, count};
pub use read::{Running, due, ending_soon, trials};
pub(crate) use read::{
    all, below, departments, find, home, owners, readable, seed, unjudged, visible,
};
pub(crate) use write::{
    Beforehand, Eligible, by_key, count_answers, eligible, end, insert, insert_answer, insert_arms,
    insert_departments, judged, withdraw_answer,
};

use language::DepartmentId;

/// Whom an action draws: active people who are no bots and do not run the community
/// (they see everything, so they cannot be held back). `p` is `people`.
fn drawn_from(below: &[DepartmentId]) -> String {
    let mut sql = "p.state = 'active' and not p.team and not p.bot
        and p.role in ('member', 'moderator')"
        .to_owned();
    if !below.is_empty() {
        // Ids are numbers of our own: written out, because a list has no common form to bind.
        let list: Vec<String> = below.iter().map(ToString::to_string).collect();
        sql.push_str(&format!(" and p.department_id in ({})", list.join(",")));
    }
    sql
}
