//! As much of HTML as a visitor of our own pages needs: tags, links, forms.

/// An opening or closing tag.
pub struct Tag {
    /// The name in small letters; a closing tag begins with `/`.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// Where the tag ends in the page.
    pub end: usize,
}

impl Tag {
    /// The value of an attribute; empty for one that has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Every attribute with its value.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or("").to_owned()
    }
}

/// Every tag of a page.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = html[at..].find('<') {
        at += next + 1;
        let starts = html[at..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if !starts {
            continue;
        }
        let Some(end) = tag_end(&html[at..]) else { break };
        found.push(tag(&html[at..at + end], at + end + 1));
        at += end + 1;
    }
    found
}

/// Where the `>` stands that is not within quotes.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

fn tag(inside: &str, end: usize) -> Tag {
    let name_end = inside.find(char::is_whitespace).unwrap_or(inside.len());
    let mut attributes = Vec::new();
    let mut rest = inside[name_end..].trim_start();
    while !rest.is_empty() {
        let stop = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = rest[..stop].to_lowercase();
        rest = &rest[stop..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let quote = after.chars().next().filter(|c| *c == '"' || *c == '\'');
            let (raw, left) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
            };
            value = plain(raw);
            rest = left;
        }
        attributes.push((name, value));
        rest = rest.trim_start();
    }
    Tag { name: inside[..name_end].to_lowercase(), attributes, end }
}

/// Text without character references.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(end) = rest.find(';') else { break };
        let sign = match &rest[1..end] {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "nbsp" => Some('\u{a0}'),
            other => other
                .strip_prefix("#x")
                .and_then(|hex| u32::from_str_radix(hex, 16).ok())
                .or_else(|| other.strip_prefix('#').and_then(|number| number.parse().ok()))
                .and_then(char::from_u32),
        };
        match sign {
            Some(sign) => {
                out.push(sign);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The text that a reader of the page sees, with spaces for tags.
pub fn seen(html: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for tag in tags(html) {
        let start = html[..tag.end - 1].rfind('<').filter(|start| *start >= at);
        if let Some(start) = start {
            out.push_str(&html[at..start]);
            out.push(' ');
        }
        at = tag.end;
    }
    out.push_str(html.get(at..).unwrap_or(""));
    plain(&out)
}

/// Where the page at `path` leads within the site, scripts and forms that only
/// look included; no files of the frame and not the live stream.
pub fn links(html: &str, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in tags(html) {
        let post = tag.get("method").is_some_and(|m| m.eq_ignore_ascii_case("post"));
        for name in ["href", "src", "hx-get", "data-piece-url", "action"] {
            let Some(target) = tag.get(name).filter(|_| !(post && name == "action")) else {
                continue;
            };
            let target = target.split('#').next().unwrap_or("");
            let whole = match target.chars().next() {
                Some('/') if !target.starts_with("//") => target.to_owned(),
                Some('?') => format!("{}{target}", path.split('?').next().unwrap_or("/")),
                _ => continue,
            };
            if !whole.starts_with("/assets/") && !whole.starts_with("/live") {
                found.push(whole);
            }
        }
    }
    found
}

/// What a browser would send of the form with this action if nobody changed it.
pub fn form(html: &str, action: &str) -> Option<Vec<(String, String)>> {
    let tags = tags(html);
    let from =
        tags.iter().position(|tag| tag.name == "form" && tag.get("action") == Some(action))?;
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut choosing: Option<(String, Option<String>, bool)> = None;
    for tag in tags[from + 1..].iter().take_while(|tag| tag.name != "/form") {
        match tag.name.as_str() {
            "input" => {
                let kind = tag.text("type");
                let box_like = kind == "radio" || kind == "checkbox";
                if kind != "file" && kind != "submit" && (!box_like || tag.get("checked").is_some())
                {
                    fields.push((tag.text("name"), tag.text("value")));
                }
            }
            "textarea" => {
                let text = html[tag.end..].split("</textarea").next().unwrap_or("");
                fields.push((tag.text("name"), plain(text)));
            }
            "select" => choosing = Some((tag.text("name"), None, false)),
            "option" => {
                if let Some((_, value, sure)) = &mut choosing {
                    let selected = tag.get("selected").is_some();
                    if selected || (value.is_none() && !*sure) {
                        *value = Some(tag.text("value"));
                        *sure = selected;
                    }
                }
            }
            "/select" => {
                if let Some((name, Some(value), _)) = choosing.take() {
                    fields.push((name, value));
                }
            }
            _ => {}
        }
    }
    fields.retain(|(name, _)| !name.is_empty());
    Some(fields)
}

/// Fields as a form sends them.
pub fn encoded(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
        .collect();
    pairs.join("&")
}

fn escaped(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"-_.".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}
