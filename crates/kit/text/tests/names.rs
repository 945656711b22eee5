use crate::{Email, EmailProblem, Handle, HandleProblem, ascii_fold, handle_from, normal_key};
use proptest::prelude::*;
use words::Lang;

#[test]
fn handles_for_names() {
    let cases = [
        ("Ayşe Öztürk-de Vries", "ayse.ozturk-de-vries"),
        ("Anna", "anna"),
        ("  Jan   van 't Hof ", "jan.van-t-hof"),
        ("Łukasz Żółć", "lukasz.zolc"),
        ("Søren Æbelø", "soren.aebelo"),
        ("IJsbrand ĳs", "ijsbrand.ijs"),
        ("Straße İstanbul", "strasse.istanbul"),
        ("Мария Щукина", "mariia.shchukina"),
        ("Γιώργος Παπαδόπουλος", "giorgos.papadopoylos"),
        ("J.R.R. Tolkien", "j.r-r-tolkien"),
        ("--_..Bo..--", "bo"),
        (
            "Wolfeschlegelsteinhausenbergerdorff Welche-Vor",
            "wolfeschlegelsteinhausenbergerdorff.welc",
        ),
    ];
    for (name, handle) in cases {
        assert_eq!(handle_from(name).map(|h| h.to_string()).as_deref(), Some(handle), "{name}");
    }
    for none in ["", "X", "王小明", "😀😀", "...", "@"] {
        assert_eq!(handle_from(none), None, "{none}");
    }
}

#[test]
fn handles_are_checked() {
    assert_eq!(Handle::parse(" @Anna.b ").unwrap().as_str(), "anna.b");
    let cases = [
        ("a", HandleProblem::TooShort),
        ("", HandleProblem::TooShort),
        ("anna b", HandleProblem::Characters),
        ("anné", HandleProblem::Characters),
        ("anna.", HandleProblem::Ends),
        ("-anna", HandleProblem::Ends),
    ];
    for (text, problem) in cases {
        assert_eq!(Handle::parse(text), Err(problem), "{text}");
    }
    assert_eq!(Handle::parse(&"a".repeat(40)).unwrap().as_str().len(), 40);
    assert_eq!(Handle::parse(&"a".repeat(41)), Err(HandleProblem::TooLong));
    assert_ne!(HandleProblem::Ends.say(Lang::Nl), HandleProblem::Ends.say(Lang::En));
}

#[test]
fn the_same_name_has_the_same_key() {
    assert_eq!(normal_key("Müller"), normal_key("Mu\u{308}LLER"));
    assert_eq!(normal_key(" Ａnna \u{200B} de\u{00A0}Vries\n"), "anna de vries");
    assert_eq!(normal_key("ﬁets"), "fiets");
    assert_eq!(normal_key("\u{FEFF}\u{202E}x\u{200D}"), "x");
    assert_ne!(normal_key("Muller"), normal_key("Müller"));
}

#[test]
fn folding() {
    assert_eq!(ascii_fold("Crème brûlée à Å"), "creme brulee a a");
    assert_eq!(ascii_fold("½ ² ①"), "1⁄2 2 1");
}

#[test]
fn addresses_that_are_fine() {
    for address in
        ["anna@bedrijf.nl", "A.B+c@sub.bedrijf.nl", "o'neil@x-y.co", "a@b.xn--p1ai", "_x%y@1.2.nl"]
    {
        let email = Email::parse(address).unwrap();
        assert_eq!(email.as_str(), address);
    }
    let email = Email::parse("  Anna@Bedrijf.NL ").unwrap();
    assert_eq!(
        (email.as_str(), email.key(), email.domain()),
        ("Anna@Bedrijf.NL", "anna@bedrijf.nl", "bedrijf.nl")
    );
    assert_eq!(email, Email::parse("anna@bedrijf.nl").unwrap());
}

#[test]
fn addresses_that_are_not() {
    use EmailProblem::{Character, Domain, Empty, Name, NoAt, NoDot, Space, TooLong, TwoAts};
    let long = format!("{}@b.nl", "a".repeat(65));
    let longer = format!("a@{}nl", "b.".repeat(130));
    let label = format!("a@{}.nl", "b".repeat(64));
    let cases = [
        ("", Empty),
        ("   ", Empty),
        ("anna", NoAt),
        ("anna bedrijf.nl", Space),
        ("anna@bedrijf", NoDot),
        ("anna@", NoDot),
        ("@bedrijf.nl", Name),
        ("a..b@c.nl", Name),
        (".a@c.nl", Name),
        ("a@b@c.nl", TwoAts),
        ("a@b..nl", Domain),
        ("a@.nl", Domain),
        ("a@b.nl.", Domain),
        ("a@-b.nl", Domain),
        ("a@1.2.3.4", Domain),
        ("a@b.n", Domain),
        ("a@b.nl\r\nBcc: x@y.nl", Space),
        ("a@b.nl\n", Space),
        ("a\0@b.nl", Space),
        ("\"a b\"@c.nl", Space),
        ("\"a\"@c.nl", Character),
        ("é@c.nl", Character),
        ("a@é.nl", Character),
        ("a@[1.2.3.4]", Character),
        ("<a@b.nl>", Character),
        ("a,b@c.nl", Character),
        ("a@b.nl,c@d.nl", TwoAts),
        ("a@b\u{2028}.nl", Space),
        (&long, TooLong),
        (&longer, TooLong),
        (&label, Domain),
    ];
    for (text, problem) in cases {
        assert_eq!(Email::parse(text), Err(problem), "{text:?}");
    }
    assert_eq!(EmailProblem::NoAt.say(Lang::Nl), "Dit e-mailadres mist een @");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_key_is_its_own_key(text in "\\PC{0,40}|[İıẞßſΣςϓﬃ㎏ᾳ \u{301}\u{307}\u{200D}]{0,12}|.{0,20}") {
        let key = normal_key(&text);
        prop_assert_eq!(normal_key(&key), key);
    }

    #[test]
    fn a_suggested_handle_is_a_handle(name in "\\PC{0,60}") {
        if let Some(handle) = handle_from(&name) {
            prop_assert_eq!(Handle::parse(handle.as_str()), Ok(handle));
        }
    }

    #[test]
    fn an_address_can_stand_in_a_header(text in "[a-zA-Z0-9.@ \r\n\"<>,;:\\\\-]{0,30}|\\PC{0,20}@\\PC{0,20}") {
        if let Ok(email) = Email::parse(&text) {
            prop_assert!(email.as_str().bytes().all(|b| b.is_ascii_graphic()));
            prop_assert!(!email.as_str().contains(['<', '>', ',', ';', '"', '\\', '(', ')', ':']));
            prop_assert_eq!(email.as_str().matches('@').count(), 1);
        }
    }
}
