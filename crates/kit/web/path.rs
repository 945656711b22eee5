//! Where somebody is sent after a form: a path of this site, nothing else.

/// A path on this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    /// A path that the program itself wrote.
    pub fn to(path: impl Into<String>) -> Self {
        let path = path.into();
        Self::parse(&path).unwrap_or_else(|| Self("/".to_owned()))
    }

    /// A path that came from outside, if it leads nowhere else.
    pub fn parse(text: &str) -> Option<Self> {
        let local = text.starts_with('/')
            && !text.starts_with("//")
            && !text.contains('\\')
            && text.len() <= 2_000
            && text.bytes().all(|b| b > 0x20 && b != 0x7f);
        local.then(|| Self(text.to_owned()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site() {
        for good in ["/", "/posts/1#c2", "/people?q=a%20b"] {
            assert!(LocalPath::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:1",
            "/a\nb",
            " /",
            "/\t/evil.example",
            "\\\\evil",
            "/a\u{0}b",
        ] {
            assert!(LocalPath::parse(bad).is_none(), "{bad}");
        }
    }
}
