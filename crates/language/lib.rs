//! The words that all other crates share.
//!
//! Ids and moments are typed, so that a group's id is never passed where a
//! person's is meant. Enumerations are stored under the names given here and
//! nowhere else. Nothing in this crate reads a database, a clock or a request.

mod access;
mod clock;
mod fact;
mod failure;
mod ids;
mod moment;
mod stored;
mod subject;

pub use access::{Audience, GroupAccess, MembershipState, PersonState, Role};
pub use clock::{Clock, FixedClock, IdMaker, Randomness, SeededRandomness};
pub use fact::{ActorKind, Arm, Fact, ObjectKind, Source, Verb, Visibility};
pub use failure::{Failure, Fault, Problem, Problems, Refusal, Result};
pub use ids::*;
pub use moment::{Day, Moment};
pub use subject::{Carries, Subject, SubjectKind};
