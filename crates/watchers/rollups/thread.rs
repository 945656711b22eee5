//! The state of a thread, folded from what happened in it.

use crate::batch::Turns;
use crate::event::{Event, number_of};
use diesel::Queryable;
use language::{ActorKind, Day, GroupId, Moment, Pseudonym};

/// One row of `thread_states`.
#[derive(Debug, Clone, PartialEq, Queryable)]
pub(crate) struct Thread {
    pub id: i64,
    pub opened_at: Option<Moment>,
    pub opened_day: Option<Day>,
    pub author: Option<Pseudonym>,
    pub author_kind: Option<ActorKind>,
    pub group: Option<GroupId>,
    pub department: i64,
    pub replies: i32,
    pub first_reply_at: Option<Moment>,
    pub first_reply_by: Option<Pseudonym>,
    pub first_member_reply_at: Option<Moment>,
    pub first_staff_reply_at: Option<Moment>,
    pub accepted_at: Option<Moment>,
    pub answerer: Option<Pseudonym>,
    pub withdrawn: bool,
}

impl Thread {
    /// A thread of which nothing is known yet.
    pub(crate) fn unknown(id: i64) -> Self {
        Self {
            id,
            opened_at: None,
            opened_day: None,
            author: None,
            author_kind: None,
            group: None,
            department: 0,
            replies: 0,
            first_reply_at: None,
            first_reply_by: None,
            first_member_reply_at: None,
            first_staff_reply_at: None,
            accepted_at: None,
            answerer: None,
            withdrawn: false,
        }
    }

    /// Notes by whom and when it was opened.
    pub(crate) fn open(&mut self, event: &Event, withdrawn: bool) {
        self.opened_at = Some(event.at);
        self.opened_day = Some(event.day);
        self.author = event.actor;
        self.author_kind = Some(event.actor_kind);
        self.group = event.group_id;
        self.department = number_of(event.dept_at);
        self.withdrawn = withdrawn;
    }

    /// Adds replies and acceptances, in the order of the log.
    pub(crate) fn add(&mut self, turns: &Turns) {
        for reply in &turns.replied {
            self.replies += 1;
            if self.opened_at.is_some() && self.is_other(reply.actor) {
                self.answer(reply);
            }
        }
        for accepted in &turns.accepted {
            if self.accepted_at.is_none_or(|at| accepted.at < at) {
                self.accepted_at = Some(accepted.at);
                self.answerer = accepted.target;
            }
        }
    }

    /// Whether a reply by `actor` is one by another person than the author. Imported
    /// people without an account have no pseudonym: two of those may be the same.
    fn is_other(&self, actor: Option<Pseudonym>) -> bool {
        self.author != actor
    }

    fn answer(&mut self, reply: &Event) {
        if self.first_reply_at.is_none_or(|at| reply.at < at) {
            self.first_reply_at = Some(reply.at);
            self.first_reply_by = reply.actor;
        }
        let by_kind = match reply.actor_kind {
            ActorKind::Staff => &mut self.first_staff_reply_at,
            _ => &mut self.first_member_reply_at,
        };
        if by_kind.is_none_or(|at| reply.at < at) {
            *by_kind = Some(reply.at);
        }
    }
}
