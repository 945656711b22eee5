//! Accounts, sessions, invitations, passwords.
