use language::PersonId;

/// How somebody is shown small: a picture, or initials on one of eight hues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// One or two letters.
    pub initials: String,
    /// 0 to 7, the same for a person everywhere.
    pub hue: i64,
    /// The address of a small picture.
    pub picture: Option<String>,
}

impl Face {
    /// The face of a person.
    pub fn of(id: PersonId, name: &str, picture: Option<i64>) -> Self {
        Self {
            initials: initials(name),
            // Ids grow by time and their low bits count: mix before taking three.
            hue: (id.0 ^ (id.0 >> 7) ^ (id.0 >> 21)) & 7,
            picture: picture.map(|p| format!("/pictures/{p}/small")),
        }
    }

    /// The face of an author without an account.
    pub fn unknown(name: &str) -> Self {
        Self { initials: initials(name), hue: 7, picture: None }
    }
}

/// The first letters of the first and the last word that starts with a capital
/// (so that "Kees van der Velde" is KV), or of what there is.
pub fn initials(name: &str) -> String {
    let letter = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    let words: Vec<&str> = name.split_whitespace().filter(|w| letter(w).is_some()).collect();
    let Some(first) = words.first() else { return "?".to_owned() };
    let last = words[1..]
        .iter()
        .rev()
        .find(|w| letter(w).is_some_and(char::is_uppercase))
        .or(words[1..].last());
    letter(first)
        .into_iter()
        .chain(last.and_then(|w| letter(w)))
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn initials_are_what_people_would_write() {
        for (name, expected) in [
            ("Kees-Jan van der Velde", "KV"),
            ("Ayşe Yıldırım", "AY"),
            ("Madonna", "M"),
            ("jan de vries", "JV"),
            ("  ", "?"),
            ("’t Hart", "TH"),
        ] {
            assert_eq!(super::initials(name), expected, "{name}");
        }
    }
}
