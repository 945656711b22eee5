//! Forms, pages, pieces, sessions, layout.
