//! The community manager's cockpit.
