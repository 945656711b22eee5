use crate::LocalPath;

/// An answer.
pub enum Reply {
    /// A whole page.
    Page {
        /// 200, or 422 for a form that came back.
        status: u16,
        /// The HTML.
        html: String,
    },
    /// A piece of a page, for a script that asked for it.
    Piece {
        /// 200, or 422.
        status: u16,
        /// The HTML.
        html: String,
    },
    /// Go there and look (303).
    To(LocalPath),
    /// Go there, signed in with this secret.
    SignIn {
        /// Where to.
        to: LocalPath,
        /// The session's secret, for the cookie alone.
        secret: String,
        /// How long the cookie lasts, in seconds.
        seconds: i64,
        /// What shows later that somebody signed in from this browser before; it
        /// opens nothing.
        known: String,
    },
    /// Go there, signed out.
    SignOut(LocalPath),
    /// A file.
    File {
        /// Its media type, chosen by us and never by an uploader.
        media_type: &'static str,
        /// Its bytes.
        bytes: Vec<u8>,
        /// The name to save it under; none shows it in the page.
        save_as: Option<String>,
    },
    /// A mail as a page of its own, in a sandbox: nothing in it runs.
    Sandboxed(String),
    /// The live stream of this visitor.
    Live,
}

impl Reply {
    /// Go there and look.
    pub fn to(path: impl Into<String>) -> Self {
        Self::To(LocalPath::to(path))
    }

    /// The same page or piece as an answer to a form that must be mended.
    #[must_use]
    pub fn to_be_mended(self) -> Self {
        match self {
            Self::Page { html, .. } => Self::Page { status: 422, html },
            Self::Piece { html, .. } => Self::Piece { status: 422, html },
            other => other,
        }
    }
}
