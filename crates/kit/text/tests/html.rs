//! Looks at HTML as a browser's tokenizer does, to say whether it is harmless.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// What may come out, said a second time on purpose: whoever widens the list of the sanitizer must
/// come by here.
const ALLOWED: &[(&str, &[&str])] = &[
    ("a", &["href", "title", "rel", "class"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &[]),
    ("del", &[]),
    ("em", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("strong", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["align"]),
    ("th", &["align"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

#[derive(Default)]
struct Judge {
    faults: RefCell<Vec<String>>,
}

impl TokenSink for Judge {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => {
                let Some((_, attributes)) = ALLOWED.iter().find(|(name, _)| **name == *tag.name)
                else {
                    self.faults.borrow_mut().push(format!("<{}>", tag.name));
                    return TokenSinkResult::Continue;
                };
                if tag.kind == TagKind::EndTag {
                    return TokenSinkResult::Continue;
                }
                for attribute in &tag.attrs {
                    let name: &str = &attribute.name.local;
                    if !attributes.contains(&name) || !harmless(name, &attribute.value) {
                        self.faults.borrow_mut().push(format!("{name}={:?}", attribute.value));
                    }
                }
            }
            Token::CommentToken(_) | Token::DoctypeToken(_) => {
                self.faults.borrow_mut().push("comment or doctype".to_owned());
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Whether the value of an attribute is one that we expect.
fn harmless(name: &str, value: &str) -> bool {
    match name {
        "href" => {
            let value = value.to_ascii_lowercase();
            let own =
                value.starts_with('/') && !value.starts_with("//") && !value.starts_with("/\\");
            let web = ["http://", "https://", "mailto:"].iter().any(|s| value.starts_with(s));
            (own || web) && !value.contains(char::is_control)
        }
        "rel" => value == "nofollow ugc noopener",
        "class" => value == "mention" || value.is_empty(),
        "align" => ["left", "center", "right"].contains(&value),
        "start" => value.bytes().all(|b| b.is_ascii_digit()),
        _ => true,
    }
}

/// Everything in HTML that has no place there.
pub fn faults(html: &str) -> Vec<String> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Judge::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.faults.take()
}

#[test]
fn the_judge_sees_what_is_wrong() {
    assert!(
        faults("<p>x <a href=\"https://x.example\" rel=\"nofollow ugc noopener\">y</a></p>")
            .is_empty()
    );
    for bad in [
        "<script>",
        "<p onclick=x>",
        "<a href=javascript:x>",
        "<a href=//x>",
        "<!-- x -->",
        "<img src=x>",
        "<p style=x>",
        "<a href=/x class=button>",
        "</svg>",
    ] {
        assert!(!faults(bad).is_empty(), "{bad}");
    }
}
