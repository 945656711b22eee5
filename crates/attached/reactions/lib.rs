//! Reactions, each with a word.
