//! Who may be written to, and what a name may say.

use crate::mailbox::one_line;
use crate::{Mailbox, defang};

#[test]
fn only_a_plain_address_is_one() {
    for good in [
        "anna@stad.example",
        "a.b+c_d%e@sub.stad.example",
        "x@localhost",
        &format!("{}@stad.example", "a".repeat(64)),
    ] {
        assert_eq!(Mailbox::new("", good).unwrap().address(), good);
    }
    for bad in [
        "",
        "anna",
        "@stad.example",
        "anna@",
        "anna@@stad.example",
        "anna@stad.example@elders.example",
        "anna@stad..example",
        ".anna@stad.example",
        "anna.@stad.example",
        "\"anna b\"@stad.example",
        "anna b@stad.example",
        "anna@stad.example\r\nBcc: bob@elders.example",
        "anna@stad.example\n",
        "anna@stad.example,bob@elders.example",
        "<anna@stad.example>",
        "anna@[127.0.0.1]",
        "ännä@stad.example",
        "anna@städ.example",
        "anna@stad.example\0",
        &format!("{}@stad.example", "a".repeat(65)),
        &format!("a@{}.example", "b".repeat(250)),
    ] {
        assert!(Mailbox::new("Anna", bad).is_err(), "{bad:?}");
    }
}

#[test]
fn a_name_only_names() {
    for (typed, said) in [
        ("Anna de Vries", "Anna de Vries"),
        ("  Zoë\tvan 't Hof ", "Zoë van 't Hof"),
        ("J. de Vries", "J. de Vries"),
        ("J.P. de Vries-Čapek", "J. P. de Vries-Čapek"),
        ("Anna\r\nBcc: bob@elders.example", "Anna Bcc bob elders. example"),
        ("Anna\" <kwaad@elders.example>", "Anna kwaad elders. example"),
        ("Win! https://elders.example/x?a=b", "Win! https elders. example x?a=b"),
        ("Anna (IT), groep; beheer:", "Anna IT groep beheer"),
        ("\u{202E}annA\u{202C} \u{200B}", "annA"),
        ("\u{2028}\u{85}\0", ""),
    ] {
        assert_eq!(defang(typed), said, "{typed:?}");
        // Once is enough.
        assert_eq!(defang(said), said);
    }
    assert_eq!(defang(&"é".repeat(100)).chars().count(), 60);
}

#[test]
fn what_is_stored_is_read_back() {
    for name in ["", "Anna", "J. P. de Vries", "Anna <x@y.example>", "\" <", ">"] {
        let mailbox = Mailbox::new(name, "anna@stad.example").unwrap();
        let stored = mailbox.stored();
        assert!(stored.chars().count() <= 320);
        assert_eq!(Mailbox::from_stored(&stored).unwrap(), mailbox);
        assert_eq!(mailbox.to_string(), stored);
    }
    assert_eq!(Mailbox::new("", "a@b.example").unwrap().domain(), "b.example");
    for bad in ["", "Anna", "Anna <>", "Anna <a@b", "Anna <a@b.example> meer"] {
        assert!(Mailbox::from_stored(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn a_line_is_one_line() {
    assert_eq!(one_line(" a\r\n b\u{2029}c\td ", 100), "a b c d");
    assert_eq!(one_line("abc def", 4), "abc");
}
