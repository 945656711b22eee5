//! What a browser fetches that was never here before: the sign-in page, then the
//! first page inside, with everything they need.

use crate::client::{Connection, get};
use language::{Failure, Result};
use std::collections::BTreeSet;

/// What a first visit costs.
#[derive(Debug, Default)]
pub struct Visit {
    /// Requests, the live stream of the first page inside included.
    pub requests: usize,
    /// Bytes on the wire, heads included, squeezed where the server squeezes.
    pub bytes: usize,
    /// The same by kind: pages, scripts and styles, fonts, icons.
    pub kinds: [usize; 4],
}

/// Fetches it all, as somebody with this session.
///
/// # Errors
/// A fault when something of it is not there.
pub fn first(address: &str, session: &str) -> Result<Visit> {
    let fault = |e: std::io::Error| Failure::fault("visit", e);
    let mut connection = Connection::open(address).map_err(fault)?;
    let mut visit = Visit::default();
    let mut known = BTreeSet::new();
    for (path, session) in [("/sign-in", None), ("/", Some(session))] {
        let squeezed = connection.ask(&get(path, session, true)).map_err(fault)?;
        visit.count(path, squeezed.bytes);
        connection.ask(&get(path, session, false)).map_err(fault)?;
        let html = connection.text();
        if html.contains("<n-live") {
            visit.requests += 1;
        }
        let mut wanted: Vec<String> = quoted(&html, "/assets/");
        while let Some(asset) = wanted.pop() {
            if !known.insert(asset.clone()) {
                continue;
            }
            let answer = connection.ask(&get(&asset, None, true)).map_err(fault)?;
            if answer.status != 200 {
                return Err(Failure::fault("visit", format!("{asset}: {}", answer.status)));
            }
            visit.count(&asset, answer.bytes);
            if asset.ends_with(".css") || asset.ends_with(".js") {
                connection.ask(&get(&asset, None, false)).map_err(fault)?;
                wanted.extend(within(&asset, &connection.text()));
            }
        }
    }
    Ok(visit)
}

impl Visit {
    fn count(&mut self, path: &str, bytes: usize) {
        self.requests += 1;
        self.bytes += bytes;
        let kind = match path.rsplit('.').next() {
            Some("css" | "js") => 1,
            Some("woff2") => 2,
            Some("svg") => 3,
            _ => 0,
        };
        self.kinds[kind] += bytes;
    }
}

/// Addresses in quotation marks that begin so, without what stands behind `#`.
fn quoted(html: &str, start: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in html.split(&format!("\"{start}")).skip(1) {
        let end = part.find(['"', '#']).unwrap_or(part.len());
        let address = format!("{start}{}", &part[..end]);
        if !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

/// What a style or script fetches at once: fonts for letters that every page has,
/// and scripts that it imports. Fonts with a `unicode-range` come only for rare
/// letters, scripts that are imported later only when they are needed.
fn within(name: &str, text: &str) -> Vec<String> {
    let beside = |file: &str| format!("/assets/{}", file.trim_start_matches("./"));
    if name.ends_with(".js") {
        return ["from\"./", "import\"./"]
            .iter()
            .flat_map(|mark| text.split(mark).skip(1))
            .filter_map(|rest| rest.split('"').next())
            .map(beside)
            .collect();
    }
    text.split("@font-face{")
        .skip(1)
        .filter_map(|face| face.split('}').next())
        .filter(|face| !face.contains("unicode-range"))
        .filter_map(|face| face.split("url(").nth(1)?.split(')').next())
        .map(|file| beside(file.trim_matches(['"', '\''])))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_needs() {
        let html = "<link href=\"/assets/a.css\"><use href=\"/assets/i.svg#mark\"><use href=\"/assets/i.svg#x\">";
        assert_eq!(quoted(html, "/assets/"), ["/assets/a.css", "/assets/i.svg"]);
        let css = "@font-face{src:url(./t.woff2)format(\"woff2\")}@font-face{src:url(./e.woff2);unicode-range:U+1}@font-face{src:local(A)}";
        assert_eq!(within("a.css", css), ["/assets/t.woff2"]);
        assert_eq!(
            within("a.js", "import{x}from\"./b.js\";import(\"./late.js\")"),
            ["/assets/b.js"]
        );
    }
}
