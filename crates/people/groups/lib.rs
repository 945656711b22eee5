//! Groups and memberships.
