use crate::{excerpt, plain};
use proptest::prelude::*;

#[test]
fn plain_text_for_a_mail() {
    let source = "# Kop\n\nHoi **jij**,\nkom je?\n\n- een\n- [x] twee\n  1. diep\n\n> citaat\n> verder\n\n\
        [hier](https://x.example/) https://y.example/\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n```\ncode\n  meer\n```\n\n***\n\n<b>x</b>";
    assert_eq!(
        plain(source),
        "Kop\n\nHoi jij,\nkom je?\n\n- een\n- ☑ twee\n  1. diep\n\n> citaat\n> verder\n\n\
         hier (https://x.example/) https://y.example/\n\na | b\n1 | 2\n\ncode\n  meer\n\n* * *\n\n<b>x</b>"
    );
}

#[test]
fn links_in_plain_text() {
    assert_eq!(plain("anna@x.example"), "anna@x.example");
    assert_eq!(plain("[kwaad](javascript:x)"), "kwaad");
    assert_eq!(plain("![fiets](https://x.example/f.png)"), "fiets (https://x.example/f.png)");
}

#[test]
fn excerpts() {
    assert_eq!(excerpt("Hoi **allemaal**", 40), "Hoi allemaal");
    assert_eq!(excerpt("Hoi allemaal, hoe gaat het?", 14), "Hoi allemaal…");
    assert_eq!(excerpt("Hoi allemaal, hoe gaat het?", 13), "Hoi allemaal…");
    assert_eq!(excerpt("Hoi allemaal", 12), "Hoi allemaal");
    assert_eq!(excerpt("Een\n\n- twee\n- [drie](https://x.example)", 40), "Een - twee - drie");
    assert_eq!(excerpt(&"a".repeat(100), 10), "aaaaaaaaa…");
    assert_eq!(excerpt("abc", 0), "");
    assert_eq!(excerpt("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 9), "👩‍👩‍👧‍👦…");
    assert_eq!(excerpt("👩‍👩‍👧‍👦", 4), "…");
    assert_eq!(excerpt("", 10), "");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_excerpt_is_never_longer_than_asked(source in "[ \\n*_`\\[\\]()a-z>#-]{0,200}|\\PC{0,100}", chars in 0_usize..60) {
        let text = excerpt(&source, chars);
        prop_assert!(text.chars().count() <= chars, "{text:?}");
        prop_assert!(!text.contains('\n'));
    }
}
