//! Every table, mirrored from `migrations/`.
//!
//! Tables cannot be declared across crates (Rust's orphan rule), so all stand
//! here. Which slice may write which table is checked by a test in `scenarios`.

mod tables;
pub use tables::*;

/// How the values of a column look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Whole numbers.
    Whole,
    /// Floating point.
    Real,
    /// True or false.
    Truth,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

/// A table, for what treats all alike: backups.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The columns of its primary key.
    pub key: &'static [&'static str],
    /// Its columns, in order.
    pub columns: &'static [(&'static str, Form)],
}

// Pairs that are joined somewhere. A pair that is missing does not compile.
diesel::allow_tables_to_appear_in_same_query!(
    action_answers,
    action_arms,
    actions,
    alarms,
    comments,
    department_leaders,
    departments,
    facts,
    groups,
    import_runs,
    memberships,
    people,
    phase_overrules,
    pictures,
    post_topics,
    posts,
    promise_months,
    promises,
    pseudonyms,
    reactions,
    readable_groups,
    readable_posts,
    report_recipients,
    sessions,
    thread_reads,
    tokens,
    topics,
    visible_groups,
);
diesel::joinable!(people -> departments (department_id));
diesel::joinable!(posts -> people (author_id));
diesel::joinable!(posts -> groups (group_id));
diesel::joinable!(comments -> people (author_id));
diesel::joinable!(memberships -> groups (group_id));
diesel::joinable!(memberships -> people (person_id));
diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(pseudonyms -> people (person_id));
diesel::joinable!(reactions -> people (person_id));
diesel::joinable!(post_topics -> posts (post_id));
diesel::joinable!(post_topics -> topics (topic_id));
diesel::joinable!(action_answers -> people (person_id));
diesel::joinable!(action_answers -> actions (action_id));
diesel::joinable!(action_arms -> actions (action_id));
