//! Posts: updates and questions.
