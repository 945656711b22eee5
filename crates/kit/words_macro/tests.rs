use crate::functions;

/// A file, with `;` for the line breaks inside a choice.
fn file(source: &str) -> String {
    source.replace(';', "\n    ")
}

/// The Rust of a sentence in both languages, on one line.
fn rust(dutch: &str, english: &str) -> String {
    functions(&file(dutch), &file(english))
        .map_or_else(|faults| panic!("{faults:?}"), |rust| rust.to_string())
}

/// What is wrong, one fault per line.
fn faults(dutch: &str, english: &str) -> String {
    functions(&file(dutch), &file(english))
        .map_or_else(|faults| faults.join("\n"), |rust| panic!("{rust}"))
}

#[test]
fn a_plain_sentence_is_a_constant() {
    let rust = rust("placed = Geplaatst\n", "placed = Posted\n");
    assert!(
        rust.contains("pub fn placed (lang : impl :: core :: borrow :: Borrow < :: words :: Lang >) -> & 'static str"),
        "{rust}"
    );
    assert!(rust.contains("\"Geplaatst\"") && rust.contains("\"Posted\""));
    assert!(rust.contains(r#"KEYS : & [& str] = & ["placed"]"#), "{rust}");
}

#[test]
fn arguments_stand_in_alphabetical_order_with_their_types() {
    let rust = rust(
        "x = { $who } deed { $n ->;[one] iets ;*[other] { $n } dingen ;} in { $kind ->;[post] bericht ;*[page] pagina ;}",
        "x = { $who } did { NUMBER($n) } in { $kind }",
    );
    let arguments = "kind : impl :: core :: convert :: AsRef < str > , \
        n : impl :: words :: Count , who : impl :: core :: fmt :: Display)";
    assert!(rust.contains(arguments), "{rust}");
}

#[test]
fn exact_numbers_go_before_categories() {
    let rust = rust(
        "x = { $n ->;[one] een ;[0] geen ;*[other] veel ;}",
        "x = { $n ->;[0] none ;[one] one ;*[other] many ;}",
    );
    let dutch = rust.split("Lang :: Nl =>").nth(1).unwrap_or_default();
    let (exact, one) = (dutch.find("n == 0"), dutch.find("unsigned_abs () == 1"));
    assert!(exact.is_some() && exact < one, "{dutch}");
}

#[test]
fn terms_and_quotes_are_constants() {
    let rust = rust(
        "-brand = Noaber\nx = Welkom bij { -brand }{ \"\\u0021\" } { 5 }\n",
        "-brand = Noaber\nx = Welcome to { -brand }\n",
    );
    assert!(rust.contains("\"Welkom bij Noaber! 5\""), "{rust}");
}

#[test]
fn lines_are_kept() {
    let rust = rust("x =\n    Een\n    twee\n\n    drie\n", "x = One\r\n    two\r\n");
    assert!(rust.contains(r#""Een\ntwee\n\ndrie""#) && rust.contains(r#""One\ntwo""#), "{rust}");
}

#[test]
fn kebab_becomes_snake() {
    assert!(rust("a-b-c = x\n", "a-b-c = y\n").contains("pub fn a_b_c"));
}

#[test]
fn a_key_in_one_language_is_refused() {
    assert_eq!(
        faults("# Uitleg\na = x\nb = y\n", "b = y\nc = z\n"),
        "words.nl.ftl, line 2, `a`: has no English in words.en.ftl\n\
         words.en.ftl, line 2, `c`: has no Dutch in words.nl.ftl"
    );
}

#[test]
fn variables_must_be_the_same() {
    assert_eq!(
        faults("a = { $x } en { $y }", "a = just text"),
        "words.nl.ftl, line 1, `a`: the variables differ: $x, $y in Dutch, none in English"
    );
}

#[test]
fn what_is_not_understood_is_refused_by_name() {
    let cases = [
        ("a = x\n    .title = y\n", "attributes are not supported"),
        ("a = { DATETIME($d) }\n", "the function DATETIME is not supported"),
        ("a = { NUMBER($d, minimumFractionDigits: 2) }\n", "no options"),
        ("b = x\na = { b }\n", "refers to the message `b`"),
        ("a = { -huis }\n", "the term `-huis` does not exist"),
        ("-t = { $x }\na = { -t }\n", "a term can only be plain text"),
        (
            "a = { $n ->;[few] x ;*[other] y ;}\n",
            "[few]: Dutch and English know only one and other",
        ),
        ("a = { $n ->;[one] x ;[post] z ;*[other] y ;}\n", "mixes numbers and text"),
        (
            "a = { $n ->;[one] x ;*[other] y ;} { $n ->;[post] x ;*[page] y ;}\n",
            "is a number in one place",
        ),
        ("a = { $n ->;[1.5] x ;*[other] y ;}\n", "only whole numbers"),
        ("a = { $n ->;[1] x ;[1] z ;*[other] y ;}\n", "has a wording twice"),
        ("a = { $lang }\n", "cannot be called `lang`"),
        ("a = { $type }\n", "`type` is a keyword of Rust"),
        ("match = x\n", "`match` is a keyword of Rust"),
        ("Aap = x\n", "must be small letters"),
        ("a-b = x\na_b = y\n", "becomes the same function as `a-b`"),
        ("a = x\na = y\n", "`a` stands there twice"),
        ("a = x\n\nb = { $n\n", "words.nl.ftl, line 4: cannot be read: Expected"),
        ("a = x\nb : y\n", "line 2"),
    ];
    for (source, expected) in cases {
        let told = faults(source, "a = x\n");
        assert!(told.contains(expected), "{source}\n{told}");
    }
}

#[test]
fn all_faults_are_told_at_once() {
    assert_eq!(faults("a = { X() }\nb = { Y() }\n", "a = { Z() }\n").lines().count(), 3);
}
