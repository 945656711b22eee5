use crate::page::{self, Place};
use crate::{Fields, House, LocalPath, Reply, Visitor};
use askama::Template;
use jiff::tz::TimeZone;
use language::{Failure, Moment, Refusal, Result};
use std::str::FromStr;
use std::sync::Arc;
use words::Lang;

/// What a handler gets.
pub struct Request {
    /// What all requests share.
    pub house: Arc<House>,
    /// Who asks, when they are signed in.
    pub visitor: Option<Visitor>,
    /// The language of the answer.
    pub lang: Lang,
    /// The moment of this request.
    pub now: Moment,
    /// The community's time zone.
    pub zone: TimeZone,
    /// The path that was asked for, with what stood behind the question mark.
    pub path: String,
    /// The parts of the path that vary.
    pub(crate) params: Vec<(String, String)>,
    /// What stood behind the question mark.
    pub query: Fields,
    /// What came with a form.
    pub form: Fields,
    /// Whether a script of ours asks for a piece.
    pub wants_piece: bool,
    /// The device, as the browser calls itself; for the list of sign-ins.
    pub device: String,
    /// The address it comes from, as one household: of version 6 the first 64 bits,
    /// version 4 mapped.
    pub household: [u8; 16],
    /// What this browser shows of a sign-in before ([`Reply::SignIn`]); empty when
    /// there was none. Not checked yet.
    pub known: String,
    pub(crate) form_token: String,
    pub(crate) caller: crate::limits::Caller,
    /// Of a form that was sent: the page of ours on which it stood, when the browser says so.
    pub(crate) sent_from: Option<LocalPath>,
}

impl Request {
    /// The part of the path called `name`.
    ///
    /// # Errors
    /// Not found when it is no such thing.
    pub fn param<T: FromStr>(&self, name: &str) -> Result<T> {
        self.params
            .iter()
            .find(|(n, _)| n == name)
            // No name has a zero byte, and PostgreSQL cannot even be asked for one.
            .filter(|(_, value)| !value.contains('\0'))
            .and_then(|(_, value)| value.parse().ok())
            .ok_or(Failure::Refusal(Refusal::NotFound))
    }

    /// Who asks.
    ///
    /// # Errors
    /// [`Refusal::SignInFirst`].
    pub fn visitor(&self) -> Result<&Visitor> {
        self.visitor.as_ref().ok_or(Failure::Refusal(Refusal::SignInFirst))
    }

    /// The community.
    ///
    /// # Errors
    /// Not found before set-up.
    pub fn community(&self) -> Result<Arc<crate::Community>> {
        self.house.community().ok_or(Failure::Refusal(Refusal::NotFound))
    }

    /// A whole page around `body`, which holds the page's `<main>`.
    ///
    /// # Errors
    /// A fault when the template fails.
    pub fn page(&self, title: &str, place: Place, body: &impl Template) -> Result<Reply> {
        let body = body.render().map_err(|e| Failure::fault("render a page", e))?;
        let html = page::whole(self, title, place, &body)?;
        Ok(Reply::Page { status: 200, html })
    }

    /// A piece of a page.
    ///
    /// # Errors
    /// A fault when the template fails.
    pub fn piece(&self, piece: &impl Template) -> Result<Reply> {
        let html = piece.render().map_err(|e| Failure::fault("render a piece", e))?;
        Ok(Reply::Piece { status: 200, html: page::with_token(&[&html], &self.form_token) })
    }

    /// A key for a new form, so that sending it twice does it once.
    pub fn new_key(&self) -> String {
        let random = self.house.database.environment().random();
        format!("{:016x}{:016x}", random.number(), random.number())
    }

    /// A moment as people say it.
    pub fn moment(&self, at: Moment) -> String {
        words::moment(self.lang, at.0, self.now.0, &self.zone)
    }

    /// A moment for the `datetime` of a `<time>`.
    pub fn datetime(&self, at: Moment) -> String {
        // To the second.
        format!("{:.0}", at.timestamp())
    }
}
