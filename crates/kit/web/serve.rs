//! The way of every request: host, session, policy, limit, origin, body, form
//! token, handler, answer. Rights are checked before a body is read.

mod listen;
mod reading;

pub use listen::{Doors, start};
use reading::read_body;

use crate::answer::{self, Context, KNOWN_COOKIE, SESSION_COOKIE, VISIT_COOKIE};
use crate::fields::Fields;
use crate::house::House;
use crate::limits::Caller;
use crate::request::Request;
use crate::route::{Body, Cache, Limit, Method, Policy, Route};
use crate::visitor::Visitor;
use crate::{LocalPath, Reply, assets, page, secret, store, w};
use axum::Router;
use axum::body::Body as HttpBody;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{ConnectInfo, RawPathParams, State};
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter, get, on, post};
use http::{HeaderMap, header, request::Parts};
use language::{Failure, Refusal, Result};
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use words::Lang;

type Served = (Arc<House>, Arc<[Route]>);

/// The whole site as one service.
pub fn site(house: Arc<House>, routes: Vec<Route>) -> Router {
    let routes: Arc<[Route]> = routes.into();
    let mut paths: BTreeMap<&'static str, MethodRouter<Served>> = BTreeMap::new();
    for (at, route) in routes.iter().enumerate() {
        let filter = match route.method {
            Method::Get => MethodFilter::GET,
            Method::Post => MethodFilter::POST,
        };
        let handler = move |State(served): State<Served>,
                            params: std::result::Result<RawPathParams, RawPathParamsRejection>,
                            request: http::Request<HttpBody>| {
            // A part that is no UTF-8 names nothing: without it, it is not found.
            let params: Vec<(String, String)> = params.map_or_else(
                |_| Vec::new(),
                |params| params.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
            );
            serve(served, at, params, request)
        };
        let old = paths.remove(route.path);
        let new = match old {
            Some(old) => old.on(filter, handler),
            None => on(filter, handler),
        };
        paths.insert(route.path, new);
    }
    let mut router = Router::new();
    for (path, methods) in paths {
        router = router.route(path, methods.fallback(not_here));
    }
    router
        .route("/assets/{name}", get(asset))
        .route("/csp-report", post(csp_report))
        .route("/health/live", get(|| async { "ok" }))
        .fallback(not_here)
        .with_state((house, routes))
}

/// Forms with pictures of one visitor at once.
const MOST_AT_ONCE: usize = 3;

/// How long a body may take: a form, and an archive over a slow line.
const FORM_TIME: Duration = Duration::from_secs(60);
const ARCHIVE_TIME: Duration = Duration::from_secs(1_800);

async fn asset(headers: HeaderMap, params: RawPathParams) -> Response {
    let name = params.iter().next().map_or("", |(_, name)| name);
    match assets::find(name) {
        Some(found) => {
            let tag = headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok());
            answer::asset(found, takes_gzip(&headers), tag)
        }
        None => {
            let context =
                Context { gzip: false, cache: Cache::Never, new_visit: None, language: None };
            let reply = Reply::Page { status: 404, html: String::new() };
            answer::answer(reply, &context)
        }
    }
}

/// The most of a browser's report that is read, in bytes.
const MOST_REPORT: usize = 16 * 1024;

/// A browser tells what it refused of a page. Anybody can send this: so many a
/// minute are written down, and of each only its beginning, as one line.
async fn csp_report(
    State((house, _)): State<Served>,
    request: http::Request<HttpBody>,
) -> http::StatusCode {
    let (parts, body) = request.into_parts();
    let address = Caller::address(whence(&house, &parts));
    let now = house.now();
    let allowed = house.limits.allows(Limit::Report, address, now)
        && house.limits.allows(Limit::Report, Caller::Everybody, now);
    if !allowed {
        return http::StatusCode::TOO_MANY_REQUESTS;
    }
    let read = axum::body::to_bytes(body, MOST_REPORT);
    let Ok(Ok(bytes)) = tokio::time::timeout(FORM_TIME, read).await else {
        return http::StatusCode::PAYLOAD_TOO_LARGE;
    };
    let head: String = String::from_utf8_lossy(&bytes).chars().take(1_000).collect();
    tracing::warn!(report = ?head, "a browser refused something of a page");
    http::StatusCode::NO_CONTENT
}

async fn not_here(State((house, _)): State<Served>, request: http::Request<HttpBody>) -> Response {
    let (parts, _) = request.into_parts();
    let gzip = takes_gzip(&parts.headers);
    let done = tokio::task::spawn_blocking(move || {
        let mut seen = Seen::new(house, &parts, Vec::new());
        let _ = seen.meet(&parts);
        let reply = trouble(&seen.request, &Failure::Refusal(Refusal::NotFound));
        seen.answer(reply, gzip, Cache::Never)
    })
    .await;
    done.unwrap_or_else(|_| broken())
}

fn broken() -> Response {
    let context = Context { gzip: false, cache: Cache::Never, new_visit: None, language: None };
    answer::answer(Reply::Page { status: 500, html: "500".to_owned() }, &context)
}

/// So many pages are made at once. More would wait for one of the few connections of
/// the database all the same, each with a thread and the memory of a page. Forms have
/// no such limit: those that write share commits.
static PAGES: Semaphore = Semaphore::const_new(12);

async fn serve(
    (house, routes): Served,
    at: usize,
    params: Vec<(String, String)>,
    request: http::Request<HttpBody>,
) -> Response {
    let (parts, body) = request.into_parts();
    let gzip = takes_gzip(&parts.headers);
    let route = routes[at].clone();
    let scratch = house.settings.scratch.clone();
    let is_form = route.method == Method::Post;
    let content_type = text_of(&parts.headers, header::CONTENT_TYPE).to_owned();
    let first = {
        let route = route.clone();
        // It is never closed; without a permit the page is made all the same.
        let turn = PAGES.acquire().await.ok();
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            let mut seen = Seen::new(house, &parts, params);
            let admitted = seen.meet(&parts).and_then(|()| seen.admit(&route, &parts));
            match admitted {
                Err(failure) => Step::Done(seen.fail(&failure, gzip)),
                Ok(()) if is_form => Step::Body(seen),
                Ok(()) => seen.handle(&route, gzip),
            }
        })
        .await
    };
    let step = match first {
        Ok(Step::Body(mut seen)) => {
            // Pictures are read into memory: one visitor sends few at a time.
            let most = if route.body == Body::Pictures { MOST_AT_ONCE } else { usize::MAX };
            let Some(_place) = seen.request.house.bodies.take(seen.request.caller, most) else {
                return seen.fail(&Failure::Refusal(Refusal::TooMany), gzip);
            };
            let time = if route.body == Body::Archive { ARCHIVE_TIME } else { FORM_TIME };
            let read = read_body(body, &content_type, route.body, &scratch);
            match tokio::time::timeout(time, read).await {
                Err(_) => Step::Done(seen.fail(&Failure::Refusal(Refusal::TooLarge), gzip)),
                Ok(Err(failure)) => Step::Done(seen.fail(&failure, gzip)),
                Ok(Ok(form)) => {
                    let second = tokio::task::spawn_blocking(move || {
                        seen.request.form = form;
                        seen.handle_form(&route, gzip)
                    })
                    .await;
                    second.unwrap_or_else(|_| Step::Done(broken()))
                }
            }
        }
        Ok(step) => step,
        // A panic is one request, never the process; it was logged by the hook.
        Err(_) => Step::Done(broken()),
    };
    match step {
        Step::Done(response) => response,
        Step::Stream(seen) => match &seen.request.visitor {
            Some(visitor) => {
                let house = &seen.request.house;
                match house.live.stream(house.database.clone(), visitor) {
                    Some(stream) => answer::stream(HttpBody::from_stream(stream)),
                    // A script asked: a page would not be seen.
                    None => {
                        let context = Context {
                            gzip: false,
                            cache: Cache::Never,
                            new_visit: None,
                            language: None,
                        };
                        answer::answer(Reply::Piece { status: 429, html: String::new() }, &context)
                    }
                }
            }
            None => broken(),
        },
        Step::Body(_) => broken(),
    }
}

enum Step {
    Done(Response),
    Body(Seen),
    Stream(Seen),
}

/// A request under way.
struct Seen {
    request: Request,
    new_visit: Option<String>,
    language: Option<&'static str>,
}

impl Seen {
    fn new(house: Arc<House>, parts: &Parts, params: Vec<(String, String)>) -> Self {
        let ip = whence(&house, parts);
        let community = house.community();
        let query = Fields::parse(parts.uri.query().unwrap_or(""));
        let asked = Lang::from_code(query.text("lang"));
        let lang = asked
            .or_else(|| Lang::from_code(cookie(&parts.headers, "language").unwrap_or("")))
            .or_else(|| {
                Lang::from_accept_language(text_of(&parts.headers, header::ACCEPT_LANGUAGE))
            })
            .or(community.as_ref().map(|c| c.language))
            .unwrap_or_default();
        let zone = community.map_or(jiff::tz::TimeZone::UTC, |c| c.zone.clone());
        let now = house.now();
        let request = Request {
            visitor: None,
            lang,
            now,
            zone,
            path: parts.uri.path_and_query().map_or_else(String::new, |p| p.as_str().to_owned()),
            params,
            query,
            form: Fields::default(),
            wants_piece: parts.headers.contains_key("hx-request"),
            device: text_of(&parts.headers, header::USER_AGENT).chars().take(200).collect(),
            form_token: String::new(),
            caller: Caller::address(ip),
            household: crate::limits::household(ip),
            known: cookie(&parts.headers, KNOWN_COOKIE).unwrap_or("").to_owned(),
            sent_from: sent_from(&house.settings.base_url, parts),
            house,
        };
        Self { request, new_visit: None, language: asked.map(Lang::code) }
    }

    /// Finds out who asks.
    fn meet(&mut self, parts: &Parts) -> Result<()> {
        let house = &self.request.house;
        if let Some(session) = cookie(&parts.headers, SESSION_COOKIE).filter(|c| c.len() == 43) {
            let hash = secret::hash_token(session);
            let now = self.request.now;
            let found = house.database.read(|conn| store::visitor(conn, &hash, now))?;
            if let Some(visitor) = found {
                house.note_visit(visitor.id);
                self.become_visitor(visitor, session);
                return Ok(());
            }
        }
        let visit = match cookie(&parts.headers, VISIT_COOKIE).filter(|c| c.len() == 43) {
            Some(visit) => visit.to_owned(),
            None => {
                let visit = house.database.environment().random().token();
                self.new_visit = Some(visit.clone());
                visit
            }
        };
        self.request.form_token = secret::form_token(&visit);
        Ok(())
    }

    fn become_visitor(&mut self, visitor: Visitor, session: &str) {
        self.request.caller = Caller::Person(visitor.id);
        self.request.form_token = secret::form_token(session);
        if let Some(lang) = visitor.language.as_deref().and_then(Lang::from_code) {
            self.request.lang = lang;
        }
        self.request.visitor = Some(visitor);
    }

    /// Host, policy, limit and origin: all that can be said before a body is read.
    fn admit(&self, route: &Route, parts: &Parts) -> Result<()> {
        let request = &self.request;
        let set_up = request.house.community().is_some();
        match (route.policy, set_up) {
            (Policy::BeforeSetUp, true) => return Err(Refusal::NotFound.into()),
            (Policy::BeforeSetUp | Policy::Anyone, _) => {}
            (_, false) => return Err(Refusal::SignInFirst.into()),
            (Policy::SignedIn, _) => {
                request.visitor()?;
            }
            (Policy::AtLeast(role), _) => {
                if !request.visitor()?.at_least(role) {
                    // That there is a cockpit is no secret, what is in it is.
                    return Err(Refusal::NotAllowed.into());
                }
            }
        }
        let known = set_up
            || known_host(&request.house.settings.base_url, text_of(&parts.headers, header::HOST));
        if route.method == Method::Post && !(known && same_origin(&request.house, &parts.headers)) {
            return Err(Refusal::Foreign.into());
        }
        if !request.house.limits.allows(route.limit, request.caller, request.now) {
            return Err(Refusal::TooMany.into());
        }
        Ok(())
    }

    fn handle(self, route: &Route, gzip: bool) -> Step {
        match (route.handler)(&self.request) {
            Ok(Reply::Live) => Step::Stream(self),
            Ok(reply) => Step::Done(self.answer(reply, gzip, route.cache)),
            Err(failure) => Step::Done(self.fail(&failure, gzip)),
        }
    }

    fn handle_form(self, route: &Route, gzip: bool) -> Step {
        let token = self.request.form.raw("token");
        if !secret::token_matches(token, &self.request.form_token) {
            return Step::Done(self.fail(&Failure::Refusal(Refusal::Foreign), gzip));
        }
        self.handle(route, gzip)
    }

    fn fail(&self, failure: &Failure, gzip: bool) -> Response {
        let reply = trouble(&self.request, failure);
        self.answer(reply, gzip, Cache::Never)
    }

    fn answer(&self, reply: Reply, gzip: bool, cache: Cache) -> Response {
        let context =
            Context { gzip, cache, new_visit: self.new_visit.clone(), language: self.language };
        answer::answer(reply, &context)
    }
}

/// The page that says why it did not happen.
fn trouble(request: &Request, failure: &Failure) -> Reply {
    let lang = request.lang;
    let (status, title, text) = match failure {
        Failure::Problems(problems) => {
            let text = problems.0.first().map_or(String::new(), |p| p.message.clone());
            return made(request, 422, w::not_done_title(lang), &text, "");
        }
        Failure::Refusal(refusal) => match refusal {
            Refusal::SignInFirst => {
                if request.house.community().is_none() {
                    return Reply::to("/set-up");
                }
                if request.wants_piece {
                    return Reply::Piece { status: 401, html: String::new() };
                }
                // A form cannot be sent again by going to its address, only from its page.
                return Reply::To(LocalPath::to(match &request.sent_from {
                    Some(page) => {
                        let door = sign_in_path(page.as_str());
                        let sign = if door.contains('?') { '&' } else { '?' };
                        format!("{door}{sign}ended=1")
                    }
                    None => sign_in_path(&request.path),
                }));
            }
            Refusal::NotFound => (404, w::not_found_title(lang), w::not_found_text(lang)),
            Refusal::Gone => (410, w::gone_title(lang), w::gone_text(lang)),
            Refusal::NotAllowed => (403, w::not_allowed_title(lang), w::not_allowed_text(lang)),
            Refusal::Conflict => (409, w::conflict_title(lang), w::conflict_text(lang)),
            Refusal::TooMany => (429, w::too_many_title(lang), w::too_many_text(lang)),
            Refusal::Foreign => (403, w::foreign_title(lang), w::foreign_text(lang)),
            Refusal::TooLarge => (413, w::too_large_title(lang), w::too_large_text(lang)),
        },
        Failure::Fault(fault) => {
            let number = request.new_key()[..8].to_owned();
            let path = logged(&request.path);
            tracing::error!(number, doing = fault.doing, cause = %fault.cause, path, "fault");
            return made(request, 500, w::fault_title(lang), w::fault_text(lang), &number);
        }
    };
    made(request, status, title, text, "")
}

/// A path as it may stand in a log: without what was asked of it, and without parts
/// that may be the secret of a link.
fn logged(path: &str) -> String {
    let path = path.split('?').next().unwrap_or("");
    let secret = |part: &str| part.len() >= 12 && !part.bytes().all(|b| b.is_ascii_digit());
    let parts = path.split('/').map(|part| if secret(part) { "…" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

fn made(request: &Request, status: u16, title: &str, text: &str, number: &str) -> Reply {
    if request.wants_piece {
        let html = text::SafeHtml::escape(&format!("{title}. {text} {number}"));
        return Reply::Piece { status, html: html.to_string() };
    }
    match page::trouble(request, title, text, number) {
        Ok(html) => Reply::Page { status, html },
        Err(_) => Reply::Page { status, html: title.to_owned() },
    }
}

fn sign_in_path(path: &str) -> String {
    if path == "/" || path.is_empty() {
        return "/sign-in".to_owned();
    }
    let mut escaped = String::from("/sign-in?to=");
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                escaped.push(char::from(byte));
            }
            other => escaped.push_str(&format!("%{other:02X}")),
        }
    }
    escaped
}

fn text_of(headers: &HeaderMap, name: http::HeaderName) -> &str {
    headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("")
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    text_of(headers, header::ACCEPT_ENCODING).contains("gzip")
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Whether a changing request comes from a page of ours. Browsers say so in
/// `Sec-Fetch-Site`, older ones in `Origin`; a request with neither is refused.
fn same_origin(house: &House, headers: &HeaderMap) -> bool {
    match text_of(headers, http::HeaderName::from_static("sec-fetch-site")) {
        "same-origin" => true,
        "" => {
            let origin = text_of(headers, header::ORIGIN);
            origin == house.settings.base_url
        }
        _ => false,
    }
}

/// Whether the browser came here by an address of ours: the one that was configured, this
/// machine, or a bare number. Before set-up there is no session that a foreign name could not
/// have; a page elsewhere whose name was made to lead here must not begin the community.
fn known_host(base_url: &str, host: &str) -> bool {
    let ours = base_url.split_once("://").map_or("", |(_, rest)| rest);
    let Ok(authority) = host.parse::<http::uri::Authority>() else { return false };
    let name = authority.host().trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case(ours)
        || name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok()
}

/// The page of ours on which a form stood that was sent; the front page when the browser does
/// not say. None for what is no form.
fn sent_from(base_url: &str, parts: &Parts) -> Option<LocalPath> {
    let page = text_of(&parts.headers, header::REFERER);
    let local = page.strip_prefix(base_url).and_then(LocalPath::parse);
    (parts.method == http::Method::POST).then(|| local.unwrap_or_else(|| LocalPath::to("/")))
}

/// Where a request comes from: the visitor's address.
fn whence(house: &House, parts: &Parts) -> IpAddr {
    let peer = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0.ip());
    forwarded(&house.settings.proxies, &parts.headers, peer)
}

/// What a listed proxy says of the visitor's address is believed, others not.
fn forwarded(proxies: &[IpAddr], headers: &HeaderMap, peer: IpAddr) -> IpAddr {
    if !proxies.contains(&peer.to_canonical()) {
        return peer;
    }
    // The last part of the last line is what the proxy itself added.
    headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .and_then(|line| line.to_str().ok())
        .and_then(|line| line.rsplit(',').next())
        .map(str::trim)
        // Some proxies write the port behind it.
        .and_then(|part| part.parse().ok().or_else(|| Some(part.parse::<SocketAddr>().ok()?.ip())))
        .unwrap_or(peer)
}

/// The route of the live stream.
pub(crate) fn live(request: &Request) -> Result<Reply> {
    request.visitor()?;
    Ok(Reply::Live)
}

/// The routes of this crate itself.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/live", Policy::SignedIn, live).limit(Limit::Look)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        headers
    }

    #[test]
    fn no_secret_of_a_link_stands_in_a_log() {
        let token = "a".repeat(43);
        assert_eq!(logged(&format!("/reset/{token}?x=1")), "/reset/…");
        assert_eq!(logged("/invitation/7KWMPQ3DXV9T"), "/invitation/…");
        let post = "/posts/1791187200000017/comments";
        assert_eq!(logged(&format!("{post}?q=geheim")), post);
    }

    #[test]
    fn a_community_is_begun_at_an_address_of_ours() {
        let known = |host| known_host("https://plein.example.org", host);
        for ours in ["plein.example.org", "Plein.example.org", "localhost:8080", "127.0.0.1:8080"] {
            assert!(known(ours), "{ours}");
        }
        assert!(known("[::1]:8080") && known("192.0.2.7"));
        for foreign in ["elsewhere.example", "localhost.elsewhere.example", "", "a b"] {
            assert!(!known(foreign), "{foreign}");
        }
    }

    #[test]
    fn only_a_listed_proxy_says_whom_it_forwards() {
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let proxy = address("10.0.0.1");
        let stranger = address("203.0.113.7");
        let said = |lines: &[&str], peer| forwarded(&[proxy], &headers(lines), peer);
        // Anybody can send the header: without a proxy it says nothing.
        assert_eq!(said(&["198.51.100.1"], stranger), stranger);
        assert_eq!(said(&["198.51.100.1"], proxy), address("198.51.100.1"));
        // What the visitor sent stands before what the proxy added.
        assert_eq!(said(&["1.1.1.1, 198.51.100.1"], proxy), address("198.51.100.1"));
        assert_eq!(said(&["1.1.1.1", "2.2.2.2, 198.51.100.1"], proxy), address("198.51.100.1"));
        assert_eq!(said(&["198.51.100.1:4711"], proxy), address("198.51.100.1"));
        assert_eq!(said(&["2001:db8::1"], proxy), address("2001:db8::1"));
        assert_eq!(said(&["1.1.1.1, nonsense"], proxy), proxy);
        assert_eq!(said(&[], proxy), proxy);
        assert_eq!(said(&["198.51.100.1"], address("::ffff:10.0.0.1")), address("198.51.100.1"));
    }
}
