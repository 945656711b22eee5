//! People: profile, directory.
