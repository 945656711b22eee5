//! Tests told as stories.
