//! Comparing names: keys under which the same name is the same, and plain letters for handles.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The key under which a name, title or address must be unique: compatibility forms and accents
/// composed (Unicode NFKC), small letters, invisible characters gone, one space between words and
/// none around them. `Müller` is the same in both of its spellings, `Ａnna` is `anna`.
#[must_use]
pub fn normal_key(text: &str) -> String {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let small = nfkc.normalize(&visible).to_lowercase();
    // Small letters can come apart again (İ becomes i and a dot), and can show new spaces.
    let again = nfkc.normalize(&small).to_lowercase();
    again.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that change how a name is stored and not how it looks: joiners, direction marks, soft
/// hyphens, tags, variation selectors.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Small letters of a to z as far as possible: accents go, letters with a stroke and joined letters
/// become their plain ones, Greek and Cyrillic are written in Latin. What has no plain form stays.
#[must_use]
pub fn ascii_fold(text: &str) -> String {
    let nfkd = DecomposingNormalizerBorrowed::new_nfkd();
    let small = text.to_lowercase();
    let mut out = String::with_capacity(small.len());
    for c in small.chars() {
        // Looked up before it is taken apart: й is more than и with a bow.
        if let Some(plain) = plain_letters(c) {
            out.push_str(plain);
            continue;
        }
        let mut buffer = [0; 4];
        for part in nfkd.normalize(c.encode_utf8(&mut buffer)).chars() {
            match plain_letters(part) {
                Some(plain) => out.push_str(plain),
                None if is_accent(part) => {}
                None => out.extend(part.to_lowercase()),
            }
        }
    }
    out
}

/// Marks that stand on, under or through another character.
fn is_accent(c: char) -> bool {
    matches!(
        c,
        '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
    )
}

/// Letters that do not come apart by themselves, as passports write them (ICAO Doc 9303 part 3 for
/// Cyrillic, ISO 843 in short for Greek, for Latin the nearest letter).
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ı' => "i",
        'ħ' => "h",
        'ŋ' => "ng",
        'ə' => "e",
        'ŧ' => "t",
        'а' | 'α' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'δ' => "d",
        'е' | 'э' | 'ε' => "e",
        'є' => "ie",
        'ё' => "e",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'і' | 'й' | 'ї' | 'ј' | 'η' | 'ι' => "i",
        'к' | 'κ' => "k",
        'л' | 'λ' => "l",
        'м' | 'μ' => "m",
        'н' | 'ν' => "n",
        'о' | 'ο' | 'ω' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ς' => "s",
        'т' | 'τ' => "t",
        'у' => "u",
        'υ' => "y",
        'ф' | 'φ' => "f",
        'х' => "kh",
        'χ' => "ch",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' => "ie",
        'ы' => "y",
        'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        'θ' => "th",
        'ξ' => "x",
        'ψ' => "ps",
        _ => return None,
    })
}
