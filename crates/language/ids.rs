//! Typed ids. Each is a `BIGINT` made in Rust by [`crate::IdMaker`].

use crate::bigint_type;

bigint_type!(
    /// A person: with or without an account.
    PersonId
);
bigint_type!(
    /// What the log calls a person. The table that links the two stands apart;
    /// erasing the link makes history anonymous.
    Pseudonym
);
bigint_type!(
    /// A department of the organisation.
    DepartmentId
);
bigint_type!(
    /// A group, the commons (everyone) included.
    GroupId
);
bigint_type!(
    /// A post: the opening of a thread.
    PostId
);
bigint_type!(
    /// A comment on a subject.
    CommentId
);
bigint_type!(
    /// A community action.
    ActionId
);
bigint_type!(
    /// An answer to a community action.
    AnswerId
);
bigint_type!(
    /// A topic that posts carry.
    TopicId
);
bigint_type!(
    /// A picture that belongs to a subject or a person.
    PictureId
);
bigint_type!(
    /// A sign-in on one device.
    SessionId
);
bigint_type!(
    /// A fact in the log.
    FactId
);
bigint_type!(
    /// A run of an importer.
    ImportId
);
bigint_type!(
    /// A mail in the outbox.
    MailId
);
