//! Bringing a community in.
