use language::{CommentId, Moment, PersonId, Problems, Result, Subject};
use text::SafeHtml;
use words::Lang;

/// The longest comment, in characters.
pub const MOST_CHARACTERS: usize = 40_000;

/// A comment to be shown.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// What it is on.
    pub subject: Subject,
    /// The comment that it answers, if it answers one.
    pub parent: Option<CommentId>,
    /// Who wrote it; none when the account never existed here or is gone.
    pub author: Option<PersonId>,
    /// Their name, also of those without an account; empty when unknown.
    pub author_name: String,
    /// Their handle, when they have a place here.
    pub author_handle: Option<String>,
    /// Their picture.
    pub author_picture: Option<i64>,
    /// Their department's name.
    pub department: Option<String>,
    /// As it was typed.
    pub body: String,
    /// As it is shown.
    pub html: SafeHtml,
    /// When it was written.
    pub at: Moment,
    /// When it was last changed.
    pub edited: Option<Moment>,
    /// Votes from another system.
    pub score: Option<i32>,
    /// How many reactions it has.
    pub reactions: i32,
}

/// A comment that may be kept.
#[derive(Debug, Clone)]
pub struct Draft {
    pub(crate) body: String,
    pub(crate) parent: Option<CommentId>,
    pub(crate) key: Option<String>,
}

impl Draft {
    /// Checks what was typed. `key` is the form's, so that sending it twice makes
    /// one comment.
    ///
    /// # Errors
    /// Problems of the field `body`.
    pub fn new(lang: Lang, body: &str, parent: Option<CommentId>, key: &str) -> Result<Self> {
        let mut problems = Problems::none();
        let body = body.trim().replace('\0', "");
        let length = body.chars().count();
        if body.is_empty() {
            problems.add("body", crate::w::empty(lang));
        } else if length > MOST_CHARACTERS {
            problems.add("body", crate::w::too_long(lang, length, MOST_CHARACTERS));
        }
        problems.check()?;
        let key = (!key.is_empty() && key.len() <= 64).then(|| key.to_owned());
        Ok(Self { body, parent, key })
    }
}
