//! Facts: what happened, as the log keeps it (SCIENCE.md §16).

use crate::{ActionId, Day, DepartmentId, FactId, GroupId, Moment, Pseudonym, Subject, code_enum};

code_enum!(
    /// What was done. Codes are for ever: data outlives releases.
    Verb {
        Invited = 1,
        Joined = 2,
        Left = 3,
        /// An active day: recorded at the first act of a person on a local day.
        Session = 4,
        Post = 7,
        Reply = 8,
        React = 9,
        Mention = 10,
        AcceptAnswer = 11,
        Report = 14,
        Decide = 15,
        /// A person was put in an arm of an action (see `arm`, `propensity`).
        Assign = 17,
        OptIn = 18,
        OptOut = 19,
        /// An answer to a community action.
        Answer = 20,
        /// A retraction: `corrects` names the fact, or `object` what is gone.
        Retract = 21,
        /// Content was changed; counts nothing, wakes those who show it.
        Edit = 22,
        /// Somebody joined a group.
        JoinGroup = 23,
        /// Somebody left a group.
        LeaveGroup = 24,
        /// A direct contact outside the platform (an interaction log).
        Contact = 25,
        /// A phase was overruled or a proposal refused.
        Phase = 30,
        /// An action changed state.
        ActionState = 31,
        /// A person's department, role or state changed.
        PersonChange = 32,
        /// Settings, groups or departments changed.
        Settings = 33,
        /// The works council's consent was written down (SCIENCE.md §14).
        Consent = 34,
        /// A consent was withdrawn.
        WithdrawConsent = 35,
        /// A report to management was begun, changed or finished.
        MonthReport = 36,
        /// Who leads a department made a promise, kept it, or ended it.
        Promise = 37,
    }
);

code_enum!(
    /// In which capacity somebody acted.
    ActorKind {
        Member = 1,
        /// Belongs to the community team: always split off in figures.
        Staff = 2,
        /// Never counts.
        Bot = 3,
        Guest = 4,
    }
);

code_enum!(
    /// What the fact is about.
    ObjectKind {
        None = 0,
        Post = 1,
        Comment = 2,
        Action = 3,
        Answer = 4,
        Person = 5,
        Group = 6,
        Department = 7,
        Community = 8,
        Interaction = 9,
        Consent = 10,
        MonthReport = 11,
        Promise = 12,
    }
);

code_enum!(
    /// An arm of an action: shown to, or held back from.
    Arm {
        Shown = 1,
        HeldBack = 2,
    }
);

code_enum!(
    /// How widely the object could be read when it happened.
    Visibility {
        Everyone = 1,
        Group = 2,
        Secret = 3,
        Private = 4,
    }
);

code_enum!(
    /// Where the fact comes from.
    Source {
        /// Done in the platform.
        Here = 1,
        /// Imported history: tells nobody.
        Import = 2,
        /// The practice community's simulator.
        Practice = 3,
    }
);

/// One fact, before it is written. Build it with [`Fact::new`] and set what applies.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// When it happened (not when it was written).
    pub at: Moment,
    /// The community's local day of `at`.
    pub day: Day,
    /// Who did it; none for the program itself.
    pub actor: Option<Pseudonym>,
    pub actor_kind: ActorKind,
    pub verb: Verb,
    pub object_kind: ObjectKind,
    pub object_id: i64,
    /// The post or action under which it happened.
    pub thread_id: Option<i64>,
    /// Whose post, who was mentioned, who was assigned.
    pub target: Option<Pseudonym>,
    pub group_id: Option<GroupId>,
    /// The actor's department at that time.
    pub dept_at: Option<DepartmentId>,
    /// The target's department at that time.
    pub target_dept_at: Option<DepartmentId>,
    /// Full days since the actor joined.
    pub tenure_days: Option<i32>,
    pub action_id: Option<ActionId>,
    pub arm: Option<Arm>,
    /// The chance with which the arm was drawn, 0..1.
    pub propensity: Option<f64>,
    pub visibility: Visibility,
    /// The earlier fact that this one takes back or corrects.
    pub corrects: Option<FactId>,
    pub source: Source,
}

impl Fact {
    /// A fact by the program about nothing in particular; set the rest.
    pub fn new(verb: Verb, at: Moment, day: Day) -> Self {
        Self {
            at,
            day,
            actor: None,
            actor_kind: ActorKind::Member,
            verb,
            object_kind: ObjectKind::None,
            object_id: 0,
            thread_id: None,
            target: None,
            group_id: None,
            dept_at: None,
            target_dept_at: None,
            tenure_days: None,
            action_id: None,
            arm: None,
            propensity: None,
            visibility: Visibility::Everyone,
            corrects: None,
            source: Source::Here,
        }
    }

    /// The same fact about `subject`.
    pub fn about(mut self, subject: impl Into<Subject>) -> Self {
        let subject = subject.into();
        self.object_kind = match subject.kind {
            crate::SubjectKind::Post => ObjectKind::Post,
            crate::SubjectKind::Comment => ObjectKind::Comment,
            crate::SubjectKind::Action => ObjectKind::Action,
            crate::SubjectKind::Answer => ObjectKind::Answer,
        };
        self.object_id = subject.id;
        self
    }
}
