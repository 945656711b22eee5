use language::{CommentId, GroupId, Moment, PersonId, PostId, Problems, Result, text_enum};
use pictures::{MOST_ALT, NewPicture};
use text::SafeHtml;
use words::Lang;

text_enum!(
    /// What a post is.
    Kind {
        /// Something to tell.
        Update = "update",
        /// Something to know; one answer can be accepted.
        Question = "question",
    }
);

/// The longest title, in characters.
pub const MOST_TITLE: usize = 200;
/// The longest text, in characters.
pub const MOST_BODY: usize = 40_000;
/// How many pictures a post has at most.
pub const MOST_PICTURES: usize = 4;

/// A post to be shown.
#[derive(Debug, Clone)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// The group it stands in.
    pub group: GroupId,
    /// That group's name.
    pub group_name: String,
    /// That group's part of an address.
    pub group_slug: String,
    /// Whether that group is the commons.
    pub to_everyone: bool,
    /// How widely it can be read.
    pub visibility: language::Visibility,
    /// Who wrote it; none when the account never existed here or is gone.
    pub author: Option<PersonId>,
    /// Their name; empty when unknown.
    pub author_name: String,
    /// Their handle.
    pub author_handle: Option<String>,
    /// Their picture.
    pub author_picture: Option<i64>,
    /// Whether they belong to the community team.
    pub author_team: bool,
    /// Their department's name.
    pub department: Option<String>,
    /// Update or question.
    pub kind: Kind,
    /// The title; empty when there is none.
    pub title: String,
    /// As it was typed.
    pub body: String,
    /// As it is shown.
    pub html: SafeHtml,
    /// When it was published.
    pub at: Moment,
    /// When it was last changed.
    pub edited: Option<Moment>,
    /// When the last thing happened here.
    pub activity: Moment,
    /// How many comments there are.
    pub comments: i32,
    /// How many reactions it has.
    pub reactions: i32,
    /// The accepted answer.
    pub accepted: Option<CommentId>,
    /// Who accepted it.
    pub accepted_by: Option<String>,
    /// Votes from another system.
    pub score: Option<i32>,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// When the reader last read the thread.
    pub read: Option<Moment>,
    /// Whether the reader may add to it: it is not closed, its group is in use, and
    /// they were not sent away there.
    pub open: bool,
}

impl Post {
    /// Whether something happened here that the reader has not seen.
    pub fn is_unread(&self) -> bool {
        self.read.is_none_or(|read| read < self.activity)
    }
}

/// A post that may be kept.
#[derive(Debug, Clone)]
pub struct Draft {
    pub(crate) kind: Kind,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) key: Option<String>,
    /// Files that are kept already.
    pub(crate) pictures: Vec<NewPicture>,
    /// What can be seen on them, in their order; there may be fewer.
    pub(crate) alts: Vec<String>,
}

impl Draft {
    /// Checks what was typed. `key` is the form's, so that sending it twice makes
    /// one post.
    ///
    /// # Errors
    /// Problems of the fields `title` and `body`.
    pub fn new(lang: Lang, kind: Kind, title: &str, body: &str, key: &str) -> Result<Self> {
        let draft = Self::beside_pictures(lang, kind, title, body, key, &[])?;
        if draft.body.is_empty() {
            return Err(Problems::one("body", crate::w::empty(lang)));
        }
        Ok(draft)
    }

    /// Checks what was typed beside pictures, which may say enough without a text;
    /// a question needs words. `alts` say what can be seen on each.
    ///
    /// # Errors
    /// Problems of the fields `title`, `body` and `alt`.
    pub fn beside_pictures(
        lang: Lang,
        kind: Kind,
        title: &str,
        body: &str,
        key: &str,
        alts: &[&str],
    ) -> Result<Self> {
        let mut problems = Problems::none();
        let alts: Vec<String> = alts.iter().map(|alt| description(alt)).collect();
        let described = alts.iter().map(|alt| alt.chars().count()).max().unwrap_or(0);
        if described > MOST_ALT {
            problems.add("alt", crate::w::too_long(lang, described, MOST_ALT));
        }
        let title = title.trim().replace('\0', "");
        let body = body.trim().replace('\0', "");
        let (long, longer) = (title.chars().count(), body.chars().count());
        if long > MOST_TITLE {
            problems.add("title", crate::w::too_long(lang, long, MOST_TITLE));
        }
        if kind == Kind::Question && title.is_empty() && body.is_empty() {
            problems.add("body", crate::w::empty(lang));
        } else if longer > MOST_BODY {
            problems.add("body", crate::w::too_long(lang, longer, MOST_BODY));
        }
        problems.check()?;
        let key = (!key.is_empty() && key.len() <= 64).then(|| key.to_owned());
        Ok(Self { kind, title, body, key, pictures: Vec::new(), alts })
    }

    /// The same with pictures that were kept for it.
    #[must_use]
    pub fn with(self, pictures: Vec<NewPicture>) -> Self {
        Self { pictures, ..self }
    }

    /// The same with only its first `count` descriptions: the others were only checked.
    #[must_use]
    pub(crate) fn first_described(mut self, count: usize) -> Self {
        self.alts.truncate(count);
        self
    }

    /// The pictures that were kept for it, to be forgotten when it is not published.
    #[must_use]
    pub fn pictures(&self) -> &[NewPicture] {
        &self.pictures
    }
}

/// What was typed about a picture, as it is kept.
pub(crate) fn description(typed: &str) -> String {
    typed.trim().replace('\0', "")
}
