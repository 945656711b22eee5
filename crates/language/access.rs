//! Roles, states and audiences: who somebody is for the community.

use crate::text_enum;

text_enum!(
    /// A site role. The order is the rank: nobody grants more than they hold.
    Role {
        /// Takes part.
        Member = "member",
        /// Keeps the talk decent.
        Moderator = "moderator",
        /// Runs the community from the cockpit.
        Manager = "manager",
        /// Runs the program.
        Administrator = "administrator",
    }
);

text_enum!(
    /// What somebody is to the organisation.
    Audience {
        /// On the payroll.
        Employee = "employee",
        /// Buys or uses what the organisation makes.
        Customer = "customer",
        /// Worked here.
        Alumnus = "alumnus",
        /// Might work here.
        Candidate = "candidate",
        /// Delivers to the organisation.
        Supplier = "supplier",
        /// Lives or works nearby.
        Neighbour = "neighbour",
    }
);

text_enum!(
    /// The state of a person's account. Only `Active` gives rights.
    PersonState {
        /// Known by name (imported), has no account; the place can be claimed.
        Placeholder = "placeholder",
        /// Has been sent an invitation.
        Invited = "invited",
        /// Has signed in at least once.
        Active = "active",
        /// May not enter for now.
        Suspended = "suspended",
        /// Asked to be forgotten.
        Erased = "erased",
    }
);

text_enum!(
    /// Who may find and enter a group.
    GroupAccess {
        /// Everyone reads and may join.
        Open = "open",
        /// Everyone may find it; members read.
        Closed = "closed",
        /// Only members know that it exists.
        Secret = "secret",
    }
);

text_enum!(
    /// The state of a membership. Rights come from `Active` alone.
    MembershipState {
        /// Asked to join, waits for a decision.
        Requested = "requested",
        /// Was invited, has not accepted.
        Invited = "invited",
        /// Takes part.
        Active = "active",
        /// Went away.
        Left = "left",
        /// Was sent away.
        Expelled = "expelled",
    }
);
