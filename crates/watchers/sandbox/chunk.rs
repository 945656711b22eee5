//! Rows and facts that wait to be written, and their writing.

use crate::store;
use database::Database;
use language::{Fact, Result};

/// What is written in one transaction.
#[derive(Default)]
pub(crate) struct Chunk {
    pub departments: Vec<store::DepartmentRow>,
    pub people: Vec<store::PersonRow>,
    pub pseudonyms: Vec<store::PseudonymRow>,
    pub groups: Vec<store::GroupRow>,
    pub memberships: Vec<store::MembershipRow>,
    pub actions: Vec<store::ActionRow>,
    pub action_departments: Vec<store::ActionDepartmentRow>,
    pub arms: Vec<store::ArmRow>,
    pub topics: Vec<store::TopicRow>,
    pub posts: Vec<store::PostRow>,
    pub post_topics: Vec<store::PostTopicRow>,
    pub comments: Vec<store::CommentRow>,
    pub accepted: Vec<store::Accepted>,
    pub reactions: Vec<store::ReactionRow>,
    pub answers: Vec<store::AnswerRow>,
    pub active_days: Vec<store::ActiveDayRow>,
    pub facts: Vec<Fact>,
}

impl Chunk {
    /// Writes everything, in the order in which the tables refer to each other.
    pub(crate) fn write(&self, database: &Database) -> Result<()> {
        database.write(|tx| {
            store::add_departments(tx, &self.departments)?;
            store::add_people(tx, &self.people)?;
            store::add_pseudonyms(tx, &self.pseudonyms)?;
            store::add_groups(tx, &self.groups)?;
            store::add_memberships(tx, &self.memberships)?;
            store::add_actions(tx, &self.actions)?;
            store::add_action_departments(tx, &self.action_departments)?;
            store::add_arms(tx, &self.arms)?;
            store::add_topics(tx, &self.topics)?;
            store::add_posts(tx, &self.posts)?;
            store::add_post_topics(tx, &self.post_topics)?;
            store::add_comments(tx, &self.comments)?;
            store::accept(tx, &self.accepted)?;
            store::add_reactions(tx, &self.reactions)?;
            store::add_answers(tx, &self.answers)?;
            store::add_active_days(tx, &self.active_days)?;
            facts::record_all(tx, &self.facts)
        })
    }
}
