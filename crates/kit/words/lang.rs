//! The languages there are.

use std::fmt;
use std::str::FromStr;

/// More choices than this in an `Accept-Language` header are not looked at; browsers send a few.
const MOST_CHOICES: usize = 20;

/// A language of the community. Dutch comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which a page offers them.
    pub const ALL: [Lang; 2] = [Lang::Nl, Lang::En];

    /// The code of ISO 639-1, as in the `lang` attribute of a page.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Nl => "nl",
            Lang::En => "en",
        }
    }

    /// The name of the language in the language itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Nl => "Nederlands",
            Lang::En => "English",
        }
    }

    /// The language of a code, with or without a region and in any case: `nl`, `en-GB`, `NL_be`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Lang> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// The language that suits an `Accept-Language` header best (RFC 9110 §12.5.4): the highest
    /// weight wins, then the first named. `*` means Dutch. `None` when none of them is known, or
    /// none is wanted (weight 0).
    #[must_use]
    pub fn from_accept_language(header: &str) -> Option<Lang> {
        let mut best: Option<(u16, Lang)> = None;
        for choice in header.split(',').take(MOST_CHOICES) {
            let mut pieces = choice.split(';');
            let range = pieces.next().unwrap_or_default().trim();
            let lang = if range == "*" { Some(Lang::default()) } else { Lang::from_code(range) };
            let weight = pieces.find_map(weight).unwrap_or(1000);
            let better = best.is_none_or(|(highest, _)| weight > highest);
            if let Some(lang) = lang
                && weight > 0
                && better
            {
                best = Some((weight, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }
}

/// A weight `q=0.8` in thousandths; what is not a weight between 0 and 1 is none.
fn weight(piece: &str) -> Option<u16> {
    let (name, value) = piece.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let value: f64 = value.trim().parse().ok()?;
    // Between 0 and 1, so that in thousandths it fits.
    (0.0..=1.0).contains(&value).then_some((value * 1000.0).round() as u16)
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A code that stands for no language here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no language here has the code {:?}; known are nl and en", self.0)
    }
}

impl std::error::Error for UnknownLang {}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(code: &str) -> Result<Lang, UnknownLang> {
        Lang::from_code(code).ok_or_else(|| UnknownLang(code.to_owned()))
    }
}
