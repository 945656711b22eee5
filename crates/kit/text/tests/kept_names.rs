//! Names as they are kept.

use crate::{NameProblem, name, name_cut, normal_key};

#[test]
fn a_name_is_one_line_of_what_can_be_seen() {
    for (typed, kept) in [
        ("Anna de Vries", "Anna de Vries"),
        ("  Anna \t de\n\n Vries ", "Anna de Vries"),
        ("An\u{200B}na\u{FEFF}", "Anna"),
        ("Anna\u{0}Bos", "Anna Bos"),
        ("An\u{AD}na", "Anna"),
        ("\u{2066}Anna\u{2069}", "Anna"),
        ("Ayşe Öztürk-de Vries", "Ayşe Öztürk-de Vries"),
        ("Nguyễn Thị Hòa", "Nguyễn Thị Hòa"),
        ("王小明", "王小明"),
        ("D'Artagnan & Zn.", "D'Artagnan & Zn."),
    ] {
        assert_eq!(name(typed, 80).as_deref(), Ok(kept), "{typed:?}");
    }
}

#[test]
fn nobody_turns_the_text_that_follows() {
    // Shown as an administrator's name when the direction turns.
    let turned = name("Anna\u{202E}rotartsinimda\u{202C} (team)", 80).unwrap();
    assert_eq!(turned, "Annarotartsinimda (team)");
    for sign in ['\u{202A}', '\u{202B}', '\u{202D}', '\u{2067}', '\u{200F}', '\u{061C}'] {
        assert_eq!(name(&format!("A{sign}nna"), 80).as_deref(), Ok("Anna"), "{sign:?}");
    }
}

#[test]
fn a_name_of_nothing_is_none() {
    for nothing in
        ["", "   ", "\u{200B}\u{200B}", "\u{3164}", "\u{2800}", "\u{202E}", "\u{E0001}", "\u{E000}"]
    {
        assert_eq!(name(nothing, 80), Err(NameProblem::Empty), "{nothing:?}");
        assert_eq!(name_cut(nothing, 80), None, "{nothing:?}");
    }
}

#[test]
fn a_name_fits_as_it_is_shown_and_as_it_is_compared() {
    assert!(name(&"x".repeat(80), 80).is_ok());
    let long = NameProblem::TooLong { length: 81, most: 80 };
    assert_eq!(name(&"x".repeat(81), 80), Err(long));
    // One sign that stands for eighteen letters (U+FDFA).
    let phrase = "\u{FDFA}".repeat(80);
    assert!(normal_key(&phrase).chars().count() > 1_000);
    assert!(matches!(name(&phrase, 80), Err(NameProblem::TooLong { most: 80, .. })));
    let cut = name_cut(&phrase, 80).unwrap();
    assert!(!cut.is_empty() && normal_key(&cut).chars().count() <= 160);
    assert_eq!(name_cut(&"é ".repeat(300), 9).as_deref(), Some("é é é é é"));
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_fits_the_tables(typed in "\\PC{0,200}|[\u{0}-\u{2FFF}\u{FB00}-\u{FFFF}]{0,120}") {
        for most in [60, 80, 120, 200] {
            for kept in [name(&typed, most).ok(), name_cut(&typed, most)].into_iter().flatten() {
                proptest::prop_assert!((1..=most).contains(&kept.chars().count()));
                let key = normal_key(&kept).chars().count();
                proptest::prop_assert!((1..=2 * most).contains(&key));
                proptest::prop_assert_eq!(name(&kept, most), Ok(kept.clone()));
            }
        }
    }
}
