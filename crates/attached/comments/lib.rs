//! Comments on any subject.
