//! The append-only log, its followers.
