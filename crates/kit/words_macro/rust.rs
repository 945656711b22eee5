//! Writes the functions.
//!
//! Without variables: `pub fn key(lang) -> &'static str`. With variables:
//! `pub fn key(lang, a: ..., b: ...) -> String`, the arguments in the alphabetical order of
//! their names in the file. A number is `impl Count` and is shown with the separators of the
//! language; text that a choice looks at is `impl AsRef<str>`; anything else is `impl Display`.
//! All take values or references: templates hand their fields over by reference.

use crate::languages::Pair;
use crate::sentence::{Match, Part, Use};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeMap;

/// Room that is set aside for the value of a variable, in bytes: a name or a number.
const ROOM_FOR_A_VALUE: usize = 16;

/// All functions, and `KEYS`.
pub fn write(pairs: &[Pair]) -> TokenStream {
    let functions = pairs.iter().map(function);
    let keys = pairs.iter().map(|pair| &pair.key);
    quote! {
        /// The key of every sentence of this slice, in alphabetical order, as in the files.
        pub const KEYS: &[&str] = &[ #( #keys ),* ];
        #( #functions )*
    }
}

/// The function for one sentence.
fn function(pair: &Pair) -> TokenStream {
    let name = ident(&pair.key);
    let docs = docs(pair);
    if pair.variables.is_empty() {
        let dutch = plain(&pair.dutch);
        let english = plain(&pair.english);
        return quote! {
            #[doc = #docs]
            #[must_use]
            pub fn #name(lang: impl ::core::borrow::Borrow<::words::Lang>) -> &'static str {
                match *lang.borrow() {
                    ::words::Lang::Nl => #dutch,
                    ::words::Lang::En => #english,
                }
            }
        };
    }
    let arguments = pair.variables.iter().map(|(name, how)| {
        let name = ident(name);
        match how {
            Use::Shown => quote! { #name: impl ::core::fmt::Display },
            Use::Number => quote! { #name: impl ::words::Count },
            Use::Text => quote! { #name: impl ::core::convert::AsRef<str> },
        }
    });
    let numbers = pair.variables.iter().filter(|(_, how)| **how == Use::Number).map(|(name, _)| {
        let name = ident(name);
        quote! { let #name: i64 = ::words::Count::count(&#name); }
    });
    let texts = pair.variables.iter().filter(|(_, how)| **how == Use::Text).map(|(name, _)| {
        let name = ident(name);
        quote! { let #name: &str = #name.as_ref(); }
    });
    let out = Ident::new("out", Span::mixed_site());
    let room = length(&pair.dutch).max(length(&pair.english));
    let dutch = statements(&pair.dutch, &pair.variables, &out);
    let english = statements(&pair.english, &pair.variables, &out);
    quote! {
        #[doc = #docs]
        #[must_use]
        pub fn #name(
            lang: impl ::core::borrow::Borrow<::words::Lang>,
            #( #arguments ),*
        ) -> ::std::string::String {
            let lang: ::words::Lang = *lang.borrow();
            #( #numbers )*
            #( #texts )*
            let mut #out = ::std::string::String::with_capacity(#room);
            match lang {
                ::words::Lang::Nl => { #dutch }
                ::words::Lang::En => { #english }
            }
            #out
        }
    }
}

/// What adds the parts of a sentence to `out`.
fn statements(parts: &[Part], variables: &BTreeMap<String, Use>, out: &Ident) -> TokenStream {
    let statements = parts.iter().map(|part| match part {
        Part::Text(text) => quote! { #out.push_str(#text); },
        Part::Variable(name) => {
            let argument = ident(name);
            match variables.get(name) {
                Some(Use::Number) => quote! { #out.push_str(&::words::number(lang, #argument)); },
                Some(Use::Text) => quote! { #out.push_str(#argument); },
                // Writing to a String fails only when the value itself cannot be shown.
                _ => quote! {
                    let _ = ::core::fmt::Write::write_fmt(&mut #out, ::core::format_args!("{}", #argument));
                },
            }
        }
        Part::Choice { variable, arms, otherwise } => {
            let argument = ident(variable);
            let otherwise = statements(otherwise, variables, out);
            let arms = arms.iter().map(|(key, parts)| {
                let condition = condition(key, &argument);
                let parts = statements(parts, variables, out);
                quote! { if #condition { #parts } else }
            });
            quote! { #( #arms )* { #otherwise } }
        }
    });
    quote! { #( #statements )* }
}

/// When a wording is chosen. The categories are those of Unicode CLDR for Dutch and English and
/// whole numbers: "one" is 1 (and -1), "other" the rest.
fn condition(key: &Match, argument: &Ident) -> TokenStream {
    match key {
        Match::Exactly(number) => quote! { #argument == #number },
        Match::One => quote! { #argument.unsigned_abs() == 1 },
        Match::Other => quote! { #argument.unsigned_abs() != 1 },
        Match::Text(text) => quote! { #argument == #text },
    }
}

/// The text of a sentence without variables.
fn plain(parts: &[Part]) -> String {
    parts.iter().map(|part| if let Part::Text(text) = part { text.as_str() } else { "" }).collect()
}

/// About how long a sentence becomes, in bytes.
fn length(parts: &[Part]) -> usize {
    parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.len(),
            Part::Variable(_) => ROOM_FOR_A_VALUE,
            Part::Choice { arms, otherwise, .. } => {
                arms.iter().map(|(_, parts)| length(parts)).fold(length(otherwise), usize::max)
            }
        })
        .sum()
}

/// Both texts, so that an editor shows them where the function is called.
fn docs(pair: &Pair) -> String {
    format!("```text\n{}\n{}\n```", sketch(&pair.dutch), sketch(&pair.english))
}

/// A sentence with its variables in braces and the wordings of a choice between bars.
fn sketch(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.replace("```", "'''"),
            Part::Variable(name) => format!("{{{name}}}"),
            Part::Choice { arms, otherwise, .. } => {
                let mut wordings: Vec<String> =
                    arms.iter().map(|(_, parts)| sketch(parts)).collect();
                wordings.push(sketch(otherwise));
                format!("({})", wordings.join(" | "))
            }
        })
        .collect()
}

/// The Rust name of a key or variable; [`crate::plain_names::rust_name`] has approved it before.
fn ident(name: &str) -> Ident {
    Ident::new(&name.replace('-', "_"), Span::call_site())
}
