//! Read models kept from the log.
