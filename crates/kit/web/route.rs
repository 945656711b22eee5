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
    /// Looking: 600 a minute.
    Look,
    /// Changing something: 60 a minute.
    Change,
    /// What costs much or reaches people: 10 a minute.
    Heavy,
    /// Trying to get in: 30 a minute for an address (a whole office may share
    /// one); the account itself is limited by `sign_in`.
    Door,
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
            body: Body::Form,
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
