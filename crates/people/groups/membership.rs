//! The states of a membership and the ways between them, as one table.

use language::{GroupAccess, MembershipState, Refusal};

/// What somebody does with a membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The person comes in, or accepts an invitation.
    Join,
    /// The person asks to be let in.
    Request,
    /// The person takes that question back.
    Withdraw,
    /// The person says no to an invitation.
    Decline,
    /// The person goes away.
    Leave,
    /// A moderator lets in who asked.
    Approve,
    /// A moderator does not let in who asked.
    Refuse,
    /// A moderator invites.
    Invite,
    /// A moderator takes an invitation back.
    Uninvite,
    /// A moderator sends somebody away.
    Expel,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 10] = [
        Self::Join,
        Self::Request,
        Self::Withdraw,
        Self::Decline,
        Self::Leave,
        Self::Approve,
        Self::Refuse,
        Self::Invite,
        Self::Uninvite,
        Self::Expel,
    ];

    /// Whether it is meant to bring somebody in.
    pub fn lets_in(self) -> bool {
        matches!(self, Self::Join | Self::Request | Self::Approve | Self::Invite)
    }
}

/// What the group is like when somebody stands at its door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// Who may find and enter it.
    pub access: GroupAccess,
    /// The group of everybody: nobody comes or goes.
    pub commons: bool,
    /// No longer in use: nobody comes in.
    pub archived: bool,
}

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The membership gets this state.
    To(MembershipState),
    /// It was so already: a second click changes nothing.
    Same,
    /// It is not done.
    Not(Refusal),
}

/// Where a step leads from a state; `None` is somebody who never had to do with the group.
pub fn next(from: Option<MembershipState>, step: Step, door: Door) -> Next {
    use MembershipState::{Active, Expelled, Invited, Left, Requested};
    use Step::{Approve, Decline, Expel, Invite, Join, Leave, Refuse, Request, Uninvite, Withdraw};
    if door.commons {
        return Next::Not(Refusal::NotAllowed);
    }
    let goes = match (step, from) {
        (Join | Approve, Some(Active))
        | (Request, Some(Active | Requested))
        | (Invite, Some(Active | Invited))
        | (Withdraw | Decline | Leave | Refuse | Uninvite, None | Some(Left))
        | (Expel, Some(Expelled)) => Next::Same,

        // Who was sent away comes back when a moderator says so, not before.
        (Join | Request, Some(Expelled)) => Next::Not(Refusal::NotAllowed),
        // One side had said yes already: both ask, and they are in.
        (Join | Request, Some(Invited)) | (Invite | Approve, Some(Requested)) => Next::To(Active),
        (Join, None | Some(Left | Requested)) if door.access == GroupAccess::Open => {
            Next::To(Active)
        }
        (Request, None | Some(Left)) if door.access == GroupAccess::Closed => Next::To(Requested),
        (Join | Request, _) => Next::Not(Refusal::NotAllowed),

        (Invite, None | Some(Left | Expelled)) => Next::To(Invited),
        (Withdraw | Refuse, Some(Requested))
        | (Decline | Uninvite, Some(Invited))
        | (Leave, Some(Active)) => Next::To(Left),
        (Expel, Some(Active)) => Next::To(Expelled),

        // Somebody else was first: look again.
        (Withdraw | Decline | Leave | Approve | Refuse | Uninvite | Expel, _) => {
            Next::Not(Refusal::Conflict)
        }
    };
    match goes {
        Next::To(_) if door.archived && step.lets_in() => Next::Not(Refusal::Gone),
        goes => goes,
    }
}
