//! Community actions.
