//! The styles, scripts, fonts and icons that `browser/` builds, inside the program.

use std::collections::HashMap;
use std::io::Write;
use std::sync::OnceLock;

#[derive(rust_embed::RustEmbed)]
#[folder = "../../../browser/dist"]
#[allow_missing = true]
struct Built;

pub(crate) struct Asset {
    pub(crate) bytes: Vec<u8>,
    pub(crate) gzip: Option<Vec<u8>>,
    pub(crate) media_type: &'static str,
    pub(crate) tag: String,
    pub(crate) for_ever: bool,
}

struct Shelf {
    files: HashMap<String, Asset>,
    names: HashMap<String, String>,
}

fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| {
        let names: HashMap<String, String> = Built::get("manifest.json")
            .and_then(|file| serde_json::from_slice(&file.data).ok())
            .unwrap_or_default();
        let hashed: std::collections::HashSet<&str> =
            names.iter().filter(|(k, v)| k != v).map(|(_, v)| v.as_str()).collect();
        let files = Built::iter()
            .filter(|name| name != "manifest.json")
            .filter_map(|name| {
                let data = Built::get(&name)?.data.into_owned();
                let asset = Asset {
                    tag: format!(
                        "\"{}\"",
                        &crate::hash_token(&String::from_utf8_lossy(&data))[..16]
                    ),
                    gzip: squeeze(&name, &data),
                    media_type: media_type(&name),
                    for_ever: hashed.contains(name.as_ref()),
                    bytes: data,
                };
                Some((name.into_owned(), asset))
            })
            .collect();
        Shelf { files, names }
    })
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn squeeze(name: &str, data: &[u8]) -> Option<Vec<u8>> {
    if name.ends_with(".woff2") {
        return None;
    }
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(data).ok()?;
    encoder.finish().ok()
}

pub(crate) fn find(name: &str) -> Option<&'static Asset> {
    shelf().files.get(name)
}

/// The address of an asset by its plain name ("app.css").
pub fn asset(name: &str) -> String {
    let file = shelf().names.get(name).map_or(name, String::as_str);
    format!("/assets/{file}")
}

/// The address of the icons, for `<use href="…#name">`.
pub fn icons_href() -> &'static str {
    static HREF: OnceLock<String> = OnceLock::new();
    HREF.get_or_init(|| asset("icons.svg"))
}
