//! From a [`Reply`] to an HTTP answer: headers, cookies, compression.

use crate::assets::Asset;
use crate::{Cache, Reply, squeeze};
use axum::body::Body;
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// On every answer. No inline style, script or event attribute anywhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors 'none'; \
    report-uri /csp-report";

/// For a mail shown in a frame: no script, no request, a foreign origin.
const SANDBOX: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

pub(crate) const SESSION_COOKIE: &str = "__Host-noaber";
pub(crate) const VISIT_COOKIE: &str = "__Host-visit";
pub(crate) const KNOWN_COOKIE: &str = "__Host-known";

const FIXED: &[(&str, &str)] = &[
    ("strict-transport-security", "max-age=63072000; includeSubDomains"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// What an answer needs to know of its request.
pub(crate) struct Context {
    pub(crate) gzip: bool,
    pub(crate) cache: Cache,
    /// A new cookie for a browser that has none, for its form token.
    pub(crate) new_visit: Option<String>,
    pub(crate) language: Option<&'static str>,
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.append(HeaderName::from_static(name), value);
    }
}

fn secure(headers: &mut HeaderMap) {
    for (name, value) in FIXED {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        set(headers, "content-security-policy", POLICY);
    }
}

fn cookie(name: &str, value: &str, seconds: i64) -> String {
    format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}")
}

/// The HTTP answer of a reply that is not a stream.
pub(crate) fn answer(reply: Reply, context: &Context) -> Response {
    let mut headers = HeaderMap::new();
    if let Some(visit) = &context.new_visit {
        set(&mut headers, "set-cookie", &cookie(VISIT_COOKIE, visit, 7 * 86_400));
    }
    if let Some(language) = context.language {
        let value = format!("language={language}; Path=/; Secure; SameSite=Lax; Max-Age=31536000");
        set(&mut headers, "set-cookie", &value);
    }
    let (status, body) = match reply {
        Reply::Page { status, html } | Reply::Piece { status, html } => {
            set(&mut headers, "content-type", "text/html; charset=utf-8");
            (status, squeezed(html.into_bytes(), context, &mut headers))
        }
        Reply::To(path) => {
            set(&mut headers, "location", path.as_str());
            (303, Vec::new())
        }
        Reply::SignIn { to, secret, seconds, known } => {
            set(&mut headers, "location", to.as_str());
            set(&mut headers, "set-cookie", &cookie(SESSION_COOKIE, &secret, seconds));
            // Stays when somebody signs out: it opens nothing.
            set(&mut headers, "set-cookie", &cookie(KNOWN_COOKIE, &known, 365 * 86_400));
            (303, Vec::new())
        }
        Reply::SignOut(path) => {
            set(&mut headers, "location", path.as_str());
            set(&mut headers, "set-cookie", &cookie(SESSION_COOKIE, "", 0));
            set(&mut headers, "clear-site-data", "\"cache\", \"storage\"");
            (303, Vec::new())
        }
        Reply::File { media_type, bytes, save_as } => {
            set(&mut headers, "content-type", media_type);
            if let Some(name) = save_as {
                let plain: String = name
                    .chars()
                    .map(|c| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '-' })
                    .collect();
                set(
                    &mut headers,
                    "content-disposition",
                    &format!("attachment; filename=\"{plain}\""),
                );
            }
            if media_type.starts_with("image/") {
                set(&mut headers, "content-security-policy", "default-src 'none'; sandbox");
            }
            let bytes = if media_type.starts_with("text/") {
                squeezed(bytes, context, &mut headers)
            } else {
                bytes
            };
            (200, bytes)
        }
        Reply::Sandboxed(html) => {
            set(&mut headers, "content-type", "text/html; charset=utf-8");
            set(&mut headers, "content-security-policy", SANDBOX);
            (200, html.into_bytes())
        }
        // Streams are made in `serve`, which owns the connection.
        Reply::Live => (204, Vec::new()),
    };
    let cache = match context.cache {
        Cache::Never => "private, no-store",
        Cache::Own => "private, max-age=86400",
    };
    set(&mut headers, "cache-control", cache);
    finish(status, headers, Body::from(body))
}

/// The HTTP answer of a live stream.
pub(crate) fn stream(body: Body) -> Response {
    let mut headers = HeaderMap::new();
    set(&mut headers, "content-type", "text/event-stream");
    set(&mut headers, "cache-control", "private, no-store");
    set(&mut headers, "x-accel-buffering", "no");
    finish(200, headers, body)
}

/// The HTTP answer for a file of `browser/`.
pub(crate) fn asset(asset: &'static Asset, gzip: bool, known_tag: Option<&str>) -> Response {
    let mut headers = HeaderMap::new();
    set(&mut headers, "etag", &asset.tag);
    let keep =
        if asset.for_ever { "public, max-age=31536000, immutable" } else { "public, no-cache" };
    set(&mut headers, "cache-control", keep);
    if known_tag == Some(asset.tag.as_str()) {
        return finish(304, headers, Body::empty());
    }
    set(&mut headers, "content-type", asset.media_type);
    let bytes: &'static [u8] = match (&asset.gzip, gzip) {
        (Some(gzip), true) => {
            set(&mut headers, "content-encoding", "gzip");
            set(&mut headers, "vary", "accept-encoding");
            gzip
        }
        _ => &asset.bytes,
    };
    finish(200, headers, Body::from(bytes))
}

fn squeezed(bytes: Vec<u8>, context: &Context, headers: &mut HeaderMap) -> Vec<u8> {
    set(headers, "vary", "accept-encoding, cookie");
    if !context.gzip || bytes.len() < 1_400 {
        return bytes;
    }
    match squeeze::gzip(&bytes) {
        Some(small) => {
            set(headers, "content-encoding", "gzip");
            small
        }
        None => bytes,
    }
}

fn finish(status: u16, mut headers: HeaderMap, body: Body) -> Response {
    secure(&mut headers);
    let mut response = Response::new(body);
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.headers_mut() = headers;
    response
}
