//! Fills a fresh database with the practice community.
