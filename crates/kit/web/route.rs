//! Routes as data. There is no way to make one without a policy, a rate limit
//! and a cache rule; the authorization matrix is generated from the table.

use crate::{Reply, Request};
use language::{Result, Role};

/// A function that answers a request. It runs on a thread that may block.
pub type Handler = fn(&Request) -> Result<Reply>;

/// What is asked of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Look: changes nothing.
    Get,
    /// Change.
    Post,
}

/// Who may come in. What they may do with one thing is decided by its permits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Everybody, while there is no community yet.
    BeforeSetUp,
    /// Everybody.
    Anyone,
    /// Everybody who is signed in.
    SignedIn,
    /// Those who hold this role or a higher one.
    AtLeast(Role),
}

/// How often. Signed-in people are counted by account, others by address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Looking.
    Look,
    /// Changing something.
    Change,
    /// What costs much or reaches people.
    Heavy,
    /// Trying to get in. A whole office shares an address, and comes in on one
    /// morning; how often one account may be tried is for `sign_in`.
    Door,
    /// What a browser reports of a page.
    Report,
}

impl Limit {
    /// Requests a minute.
    pub fn per_minute(self, signed_in: bool) -> u32 {
        match (self, signed_in) {
            (Self::Look | Self::Door, _) => 600,
            (Self::Change, true) => 60,
            // Many people share an office's address.
            (Self::Change, false) => 120,
            (Self::Report, _) => 30,
            (Self::Heavy, _) => 10,
        }
    }
}

/// Who may keep the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cache {
    /// Nobody: it depends on who asks.
    Never,
    /// The visitor's own browser, for a day; asked again with an entity tag.
    Own,
}

/// How much of a body is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// A form that anybody may send: 32 KiB.
    Door,
    /// An ordinary form: 512 KiB.
    Form,
    /// A form with pictures: 32 MiB.
    Pictures,
    /// An export of another system: 1 GiB, kept in a file.
    Archive,
}

impl Body {
    /// The most bytes that are read.
    pub fn limit(self) -> u64 {
        match self {
            Self::Door => 32 * 1024,
            Self::Form => 512 * 1024,
            Self::Pictures => 32 * 1024 * 1024,
            Self::Archive => 1024 * 1024 * 1024,
        }
    }
}

/// One route.
#[derive(Clone)]
pub struct Route {
    /// What is asked.
    pub method: Method,
    /// The path, with `{name}` for a part that varies.
    pub path: &'static str,
    /// Who may come in.
    pub policy: Policy,
    /// How often.
    pub limit: Limit,
    /// Who may keep the answer.
    pub cache: Cache,
    /// How much of a body is taken.
    pub body: Body,
    /// Answers it.
    pub handler: Handler,
}

impl Route {
    /// A page or piece to look at.
    pub fn get(path: &'static str, policy: Policy, handler: Handler) -> Self {
        Self {
            method: Method::Get,
            path,
            policy,
            limit: Limit::Look,
            cache: Cache::Never,
            body: Body::Form,
            handler,
        }
    }

    /// A form that changes something.
    pub fn post(path: &'static str, policy: Policy, limit: Limit, handler: Handler) -> Self {
        Self {
            method: Method::Post,
            path,
            policy,
            limit,
            cache: Cache::Never,
            body: match policy {
                Policy::Anyone | Policy::BeforeSetUp => Body::Door,
                Policy::SignedIn | Policy::AtLeast(_) => Body::Form,
            },
            handler,
        }
    }

    /// The same route with another limit.
    #[must_use]
    pub fn limit(mut self, limit: Limit) -> Self {
        self.limit = limit;
        self
    }

    /// The same route whose answer may be kept as `cache` says.
    #[must_use]
    pub fn cache(mut self, cache: Cache) -> Self {
        self.cache = cache;
        self
    }

    /// The same route taking `body`.
    #[must_use]
    pub fn body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }
}
